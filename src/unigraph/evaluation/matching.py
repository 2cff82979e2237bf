"""One article's gold against its prediction: which things are the same, which statements hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from unigraph.evaluation.annotation import Annotation, Gold, Origin, Statement, Thing
from unigraph.evaluation.likeness import (
    EVENT_LIKENESS,
    HONOUR_LIKENESS,
    event_likeness,
    fold,
    holds,
    honour_likeness,
)
from unigraph.evaluation.telling import Difference, Telling

__all__ = ["Judged", "Outcome", "compare", "judge", "match"]

_SAME = 2.0
_FORM = 1.5


class Judged(NamedTuple):
    """A predicted statement that gold has an opinion on: right or wrong, with its best evidence where it has some."""

    statement: Statement
    right: bool
    origin: Origin | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """One article: counts by (``entity`` or ``relation``, name, ``tp``, ``fp`` or ``fn``), and what was wrong.

    ``right`` names what was found, things and statements, in gold's words.
    """

    article: str
    counts: Counter[tuple[str, str, str]]
    differences: tuple[Difference, ...]
    right: tuple[str, ...] = ()


def match(gold: Mapping[str, Thing], predicted: Mapping[str, Thing]) -> dict[str, str]:
    """Pair predicted with gold things one to one, the best names first: predicted to gold identifiers."""
    pairs = [
        (-likeness, g, p)
        for g, wanted in gold.items()
        for p, found in predicted.items()
        if (likeness := _likeness(wanted, found))
    ]
    out: dict[str, str] = {}
    used: set[str] = set()
    for _, g, p in sorted(pairs):
        if p not in out and g not in used:
            out[p] = g
            used.add(g)
    return out


def _likeness(wanted: Thing, found: Thing) -> float:
    """2 for one name, 1.5 for a longer or shorter form with an alias in common, below 1 for events that are alike."""
    if not found.names or not set(wanted.types) & set(found.types):
        return 0.0
    label, names = found.names[0], {fold(n) for n in wanted.names}
    if fold(label) in names:
        return _SAME
    if not names.isdisjoint(map(fold, found.names)) and any(holds(label, n) or holds(n, label) for n in wanted.names):
        return _FORM
    if "Event" not in wanted.types:
        return 0.0
    best = max(event_likeness(n, label) for n in wanted.names)
    return best if best >= EVENT_LIKENESS else 0.0


def compare(gold: Gold, predicted: Annotation) -> Outcome:
    """Count what was found, missed and made up in one article."""
    return _Comparison(gold, predicted).outcome()


def judge(gold: Gold, predicted: Annotation) -> list[Judged]:
    """Which statements of an article are right, and which wrong; what touches optional things is neither."""
    comparison = _Comparison(gold, predicted)
    comparison.judge()
    return comparison.judged


class _Comparison:
    def __init__(self, gold: Gold, predicted: Annotation) -> None:
        self.gold = gold
        self.wanted = gold.annotation
        self.predicted = predicted
        self.matched = match(self.wanted.things, predicted.things)
        self.optional = {i for i, thing in self.wanted.things.items() if thing.optional}
        self.hit: set[Statement] = set()
        self.counts: Counter[tuple[str, str, str]] = Counter()
        self.judged: list[Judged] = []
        self.false: list[tuple[str, Statement]] = []

    def outcome(self) -> Outcome:
        self._count_things()
        self.judge()
        missed = [s for s in self.wanted.statements if self._is_missed(s)]
        for statement in missed:
            self._count("relation", statement.predicate, "fn")
        told = Telling(self.gold, self.predicted, self.matched)
        return Outcome(
            self.gold.name,
            self.counts,
            tuple(told.differences(missed, self.false)),
            tuple(told.right(self.hit)),
        )

    def judge(self) -> None:
        for statement in self._once(sorted(self.predicted.statements, key=_order)):
            self._judge(statement)
        for statement in sorted(self.predicted.stray, key=_order):
            self._false("stray", statement)

    def _count_things(self) -> None:
        found = set(self.matched.values())
        for i, thing in self.wanted.things.items():
            if not thing.optional:
                self._count("entity", thing.types[0], "tp" if i in found else "fn")
        for i, thing in self.predicted.things.items():
            if i not in self.matched:
                self._count("entity", thing.types[0], "fp")

    def _is_missed(self, statement: Statement) -> bool:
        optional = self.wanted.statements[statement] or self._touches_optional(statement)
        return not optional and statement not in self.hit

    @staticmethod
    def _once(statements: Iterable[Statement]) -> Iterable[Statement]:
        """Leave out the second direction of a symmetric statement."""
        seen: set[frozenset[str | None]] = set()
        for statement in statements:
            if statement.predicate == "signedWith":
                pair = frozenset((statement.subject, statement.object))
                if pair in seen:
                    continue
                seen.add(pair)
            yield statement

    def _judge(self, statement: Statement) -> None:
        s, p, o, title = statement
        subject = None if s is None else self.matched.get(s)
        obj = o if p == "heldOn" else self.matched.get(o)
        if {subject, obj} & self.optional:
            return
        if obj is None or (subject is None and p != "awarded"):
            self._false("extra", statement)
            return
        here = Statement(subject, p, obj, title)
        found = self._find(here)
        if found is not None:
            self.hit.add(found)
            self._right(statement)
            if not self.wanted.statements[found]:
                self._count("relation", p, "tp")
        elif subject is not None and _IMPLIED.get(p, _never)(self.wanted.statements, here):
            self._right(statement)
        else:
            self._false("extra", statement)

    def _find(self, here: Statement) -> Statement | None:
        if here.predicate in ("awarded", "conferred"):
            free = (k for k in self.wanted.statements if k[:3] == here[:3] and k not in self.hit)
            best = max(free, key=lambda k: honour_likeness(k.title, here.title), default=None)
            return best if best and honour_likeness(best.title, here.title) >= HONOUR_LIKENESS else None
        if here in self.wanted.statements:
            return here
        back = Statement(here.object, here.predicate, here.subject or "", here.title)
        return back if here.predicate == "signedWith" and back in self.wanted.statements else None

    def _touches_optional(self, statement: Statement) -> bool:
        return bool({statement.subject, statement.object} & self.optional)

    def _count(self, group: str, name: str, what: str) -> None:
        self.counts[group, name, what] += 1

    def _right(self, statement: Statement) -> None:
        self.judged.append(Judged(statement, True, self.predicted.origins.get(statement)))

    def _false(self, kind: str, statement: Statement) -> None:
        self._count("relation", statement.predicate, "fp")
        self.judged.append(Judged(statement, False, self.predicted.origins.get(statement)))
        self.false.append((kind, statement))


def _order(statement: Statement) -> tuple[str, ...]:
    return tuple(str(part) for part in statement)


def _never(_: Mapping[Statement, bool], __: Statement) -> bool:
    return False


def _is_there(wanted: Mapping[Statement, bool], here: Statement) -> bool:
    """Whoever chaired or spoke attended."""
    return any(Statement(here.subject, p, here.object) in wanted for p in ("chaired", "spokeAt"))


def _is_arguable(wanted: Mapping[Statement, bool], here: Statement) -> bool:
    """The giver of an honour that is itself arguable."""
    return any(
        optional and k[:3] == (None, "awarded", here.object) and honour_likeness(k.title, here.title) >= HONOUR_LIKENESS
        for k, optional in wanted.items()
    )


def _is_body_of_visitor(wanted: Mapping[Statement, bool], here: Statement) -> bool:
    """The body of a person who visited."""
    members = {k.subject for k in wanted if k.predicate == "holdsPosition" and k.object == here.subject}
    return any(k.subject in members for k in wanted if (k.predicate, k.object) == ("visited", here.object))


_IMPLIED: Mapping[str, Callable[[Mapping[Statement, bool], Statement], bool]] = {
    "attended": _is_there,
    "conferred": _is_arguable,
    "visited": _is_body_of_visitor,
}
"""Right, though the guide does not ask for it: neither counted nor held against."""
