"""Which stage lost a statement, or made one up; :mod:`~unigraph.evaluation.stages` does the same for things."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from unigraph.evaluation import stages
from unigraph.evaluation.annotation import Annotation, Statement
from unigraph.evaluation.likeness import HONOUR_LIKENESS, honour_likeness
from unigraph.evaluation.stages import END, LostThings, Stage

__all__ = ["LostStatements", "in_gold", "statement_stages"]

_VALUES = {
    "heldOn": stages.WRONG_DATE,
    "holdsPosition": stages.WRONG_TITLE,
    "awarded": stages.WRONG_HONOUR,
    "conferred": stages.WRONG_HONOUR,
}
_HONOURS = ("awarded", "conferred")
_NEAREST = (*sorted(set(_VALUES.values())), stages.WRONG_PREDICATE, stages.WRONG_ARGUMENT)


@dataclass(frozen=True, slots=True)
class LostStatements:
    """Stages of gold statements that were missed, and of predicted statements that are wrong."""

    missed: Mapping[Statement, Stage]
    extra: Mapping[Statement, Stage]


def in_gold(statement: Statement, matched: Mapping[str, str]) -> Statement:
    """A predicted statement with gold's identifiers; ends that match nothing get one that gold cannot have."""

    def end(identifier: str) -> str:
        return matched.get(identifier, f"\0{identifier}")

    subject, obj = statement.subject, statement.object
    return statement._replace(
        subject=None if subject is None else end(subject),
        object=obj if statement.predicate == "heldOn" else end(obj),
    )


def statement_stages(
    missed: Collection[Statement],
    extra: Collection[Statement],
    things: LostThings,
    predicted: Annotation,
    matched: Mapping[str, str],
) -> LostStatements:
    """The stages of all statements that are missed (in gold's identifiers) or wrong (in those of the prediction).

    A statement is lost with an end first, then held back. The rest of the missed and the wrong are paired, one to
    one, the nearest first; what has no partner is lost for want of a rule, or made up.
    """
    ended = {s: stage for s in missed if (stage := _end(s, things.missed))}
    held = {in_gold(s, matched): s for s in predicted.candidates}
    back = {s: Stage(stages.HELD_BACK, twin) for s in missed if s not in ended and (twin := _twin(s, held))}
    rest = [s for s in missed if s not in ended and s not in back]
    translated = {s: in_gold(s, matched) for s in extra}
    lost: dict[Statement, Stage] = {**ended, **back}
    false: dict[Statement, Stage] = {}
    for want, have, name in _pairs(rest, translated):
        lost[want] = Stage(name, have)
        false[have] = Stage(name, want)
    unread = predicted.text == ""
    for s in rest:
        lost.setdefault(s, Stage(stages.NOT_READ if unread else stages.NO_RULE))
    for s in extra:
        false[s] = _end(s, things.extra) or false.get(s) or Stage(stages.MADE_UP)
    return LostStatements(lost, false)


def _end(statement: Statement, lost: Mapping[str, Stage]) -> Stage | None:
    """The stage of an end that is lost, the subject's before the object's."""
    for end in (statement.subject, statement.object):
        if end is not None and end in lost:
            return Stage(END + lost[end].name, lost[end].instead)
    return None


def _twin(wanted: Statement, held: Mapping[Statement, Statement]) -> Statement | None:
    """The candidate that says what is wanted."""
    for here in sorted(held, key=str):
        back = here._replace(subject=here.object, object=here.subject or "")
        same = here == wanted or (here.predicate == "signedWith" and back == wanted)
        if same or (here.predicate in _HONOURS and here[:3] == wanted[:3] and _same_value(wanted, here)):
            return held[here]
    return None


def _pairs(
    missed: Collection[Statement], extra: Mapping[Statement, Statement]
) -> list[tuple[Statement, Statement, str]]:
    near = [
        (_NEAREST.index(stage), want, have, stage)
        for want in missed
        for have, here in extra.items()
        if (stage := _nearness(want, here))
    ]
    out: list[tuple[Statement, Statement, str]] = []
    used: set[tuple[str, Statement]] = set()
    for _, want, have, stage in sorted(near, key=lambda x: (x[0], _order(x[1]), _order(x[2]))):
        if ("missed", want) not in used and ("extra", have) not in used:
            used |= {("missed", want), ("extra", have)}
            out.append((want, have, stage))
    return out


def _nearness(want: Statement, here: Statement) -> str:
    """What a wrong statement got wrong of a missed one; empty where it is about something else."""
    if want.predicate != here.predicate:
        ends = {want.subject, want.object}
        same = None not in ends and ends == {here.subject, here.object}
        return stages.WRONG_PREDICATE if same else ""
    if want.predicate == "heldOn":
        if want.subject == here.subject:
            return stages.WRONG_DATE
        return stages.WRONG_ARGUMENT if want.object == here.object else ""
    if want[:3] == here[:3]:
        return _VALUES.get(want.predicate, "")
    if not _same_value(want, here):
        return ""
    turned = (want.subject, want.object) == (here.object, here.subject)
    if want.predicate == "awarded":  # no subject: the honour itself is the end that both have
        return stages.WRONG_ARGUMENT
    shared = turned or want.subject == here.subject or want.object == here.object
    return stages.WRONG_ARGUMENT if shared else ""


def _same_value(want: Statement, here: Statement) -> bool:
    """Whether titles are equal, or honours alike."""
    if want.predicate in _HONOURS:
        return honour_likeness(want.title, here.title) >= HONOUR_LIKENESS
    return want.title == here.title


def _order(statement: Statement) -> tuple[str, ...]:
    return tuple(str(part) for part in statement)
