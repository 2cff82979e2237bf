"""What was wrong in one article, in words: each difference with its stage, its sentence and its rule."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from unigraph.evaluation import stages
from unigraph.evaluation.annotation import Annotation, Gold, Statement, Thing
from unigraph.evaluation.stages import Stage, thing_stages
from unigraph.evaluation.statement_stages import statement_stages

__all__ = ["Difference", "Telling"]


@dataclass(frozen=True, slots=True)
class Difference:
    """A miss or a false statement. ``kind`` is ``missed``, ``extra``, or ``stray`` (an end that no sentence names).

    ``group`` is ``entity`` or ``relation``, ``name`` the class or predicate. ``sentence`` is the one it was read from
    or, for a miss, one that names its ends; ``rule`` made it. ``stage`` is one of those in
    :mod:`unigraph.evaluation.stages`, and ``instead`` says what stands on the other side in its place.
    """

    article: str
    kind: str
    what: str
    sentence: str = ""
    rule: str = ""
    group: str = ""
    name: str = ""
    stage: str = ""
    instead: str = ""


class Telling:
    """Tells the differences of one article, whose ``matched`` things are predicted to gold identifiers."""

    def __init__(self, gold: Gold, predicted: Annotation, matched: Mapping[str, str]) -> None:
        self.gold = gold
        self.wanted = gold.annotation
        self.predicted = predicted
        self.matched = matched
        self.things = thing_stages(gold, predicted, matched)
        self.sentences = [s.strip() for s in gold.text.replace("。", "。\n").splitlines() if s.strip()]

    def right(self, hit: Collection[Statement]) -> Iterator[str]:
        """What was found, in gold's words: things in gold's order, then statements."""
        found = set(self.matched.values())
        for i, thing in self.wanted.things.items():
            if i in found and not thing.optional:
                yield _thing(thing, i)
        for statement, optional in self.wanted.statements.items():
            if statement in hit and not optional:
                yield _say(statement, self.wanted)

    def differences(self, missed: Sequence[Statement], false: Sequence[tuple[str, Statement]]) -> Iterator[Difference]:
        """Things missed and wrong, then statements that are wrong, then those that are missed."""
        for i, stage in self.things.missed.items():
            if not self.wanted.things[i].optional:
                yield self._missed_thing(i, stage)
        for i, stage in self.things.extra.items():
            yield self._extra_thing(i, stage)
        lost = statement_stages(missed, [s for _, s in false], self.things, self.predicted, self.matched)
        for kind, statement in false:
            stage = Stage(stages.UNNAMED) if kind == "stray" else lost.extra[statement]
            origin = self.predicted.origins.get(statement)
            place = (origin.sentence, origin.rule) if origin else ("", "")
            yield self._statement(kind, statement, stage, place)
        for statement in missed:
            yield self._statement("missed", statement, lost.missed[statement], (self._where(statement), ""))

    def _missed_thing(self, i: str, stage: Stage) -> Difference:
        thing = self.wanted.things[i]
        sentence = self._sentence([thing.names])
        instead = self._instead("missed", stage)
        return Difference(
            self.gold.name, "missed", _thing(thing, i), sentence, "", "entity", thing.types[0], stage.name, instead
        )

    def _extra_thing(self, i: str, stage: Stage) -> Difference:
        thing = self.predicted.things[i]
        quotes = self.predicted.mentions.get(i, ())
        sentence = quotes[0].sentence if quotes else self._sentence([thing.names])
        instead = self._instead("extra", stage)
        return Difference(
            self.gold.name, "extra", _thing(thing, i), sentence, "", "entity", thing.types[0], stage.name, instead
        )

    def _statement(self, kind: str, statement: Statement, stage: Stage, place: tuple[str, str]) -> Difference:
        said = _say(statement, self.wanted if kind == "missed" else self.predicted)
        instead = self._instead(kind, stage)
        return Difference(self.gold.name, kind, said, *place, "relation", statement.predicate, stage.name, instead)

    def _instead(self, kind: str, stage: Stage) -> str:
        """What the other side has, in its words."""
        other = self.predicted if kind == "missed" else self.wanted
        if isinstance(stage.instead, Statement):
            return _say(stage.instead, other)
        return _thing(other.things[stage.instead], stage.instead) if stage.instead is not None else ""

    def _where(self, statement: Statement) -> str:
        ends = (self.wanted.things.get(end or "") for end in (statement.subject, statement.object))
        return self._sentence([*(e.names for e in ends if e), *([(statement.title,)] if statement.title else [])])

    def _sentence(self, ends: Iterable[tuple[str, ...]]) -> str:
        """The first sentence that names the most of the ends, by one of their names."""
        ends = list(ends)

        def count(sentence: str) -> int:
            return sum(any(n in sentence for n in names) for names in ends)

        best = max(self.sentences, key=count, default="")
        return best if best and count(best) else ""


def _thing(thing: Thing, identifier: str) -> str:
    return f"{thing.types[0]} {thing.names[0] if thing.names else identifier}"


def _say(statement: Statement, annotation: Annotation) -> str:
    def name(end: str | None) -> str:
        thing = annotation.things.get(end or "")
        return thing.names[0] if thing and thing.names else end or "–"

    return " ".join(
        filter(None, (name(statement.subject), statement.predicate, name(statement.object), statement.title))
    )
