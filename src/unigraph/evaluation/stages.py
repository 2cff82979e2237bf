"""Which stage lost a thing or a statement, or made one up: a function of gold, prediction and text alone.

``docs/evaluation.md`` defines each stage; :data:`THINGS` and :data:`STATEMENTS` list them in the order in which they
are asked for. What is wrong explains what is missing, and the other way round; what is right explains nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from unigraph.evaluation.annotation import Annotation, Gold, Statement, Thing
from unigraph.evaluation.likeness import fold, holds
from unigraph.evaluation.places import covers, named, overlap, quoted, traced
from unigraph.model import Span

__all__ = ["END", "STATEMENTS", "THINGS", "LostThings", "Stage", "thing_stages"]

NOT_READ = "not read"
WRONG_CLASS = "wrong class"
JOINED = "joined with another"
NOT_RESOLVED = "not resolved"
WRONGLY_RESOLVED = "wrongly resolved"
WRONG_BOUNDARY = "wrong boundary"
NOT_RECOGNISED = "not recognised"
TWICE = "named twice"
MADE_UP = "made up"

HELD_BACK = "held back"
WRONG_DATE = "wrong date"
WRONG_TITLE = "wrong title"
WRONG_HONOUR = "wrong honour"
WRONG_PREDICATE = "wrong predicate"
WRONG_ARGUMENT = "wrong argument"
UNNAMED = "end not named"
NO_RULE = "no rule"

END = "end: "
"""Before the stage of an end, where a statement is lost or wrong with it."""

THINGS = (
    NOT_READ,
    WRONG_CLASS,
    JOINED,
    NOT_RESOLVED,
    WRONGLY_RESOLVED,
    WRONG_BOUNDARY,
    NOT_RECOGNISED,
    TWICE,
    MADE_UP,
)
STATEMENTS = (
    *(END + stage for stage in THINGS),
    UNNAMED,
    HELD_BACK,
    WRONG_DATE,
    WRONG_TITLE,
    WRONG_HONOUR,
    WRONG_PREDICATE,
    WRONG_ARGUMENT,
    NO_RULE,
    MADE_UP,
)

_BODIES = frozenset(("Union", "Company", "Organization", "Place"))


class Stage(NamedTuple):
    """``instead`` is the thing or statement of the other side that tells it, if one does."""

    name: str
    instead: str | Statement | None = None


@dataclass(frozen=True, slots=True)
class LostThings:
    """Stages by identifier: of gold things that were missed, and of predicted things that are wrong."""

    missed: Mapping[str, Stage]
    extra: Mapping[str, Stage]


def thing_stages(gold: Gold, predicted: Annotation, matched: Mapping[str, str]) -> LostThings:
    """The stages of all things that are not among the matched, predicted to gold identifiers."""
    return _Things(gold, predicted, matched).lost()


class _Things:
    def __init__(self, gold: Gold, predicted: Annotation, matched: Mapping[str, str]) -> None:
        self.gold = gold.annotation.things
        self.predicted = predicted.things
        self.matched = matched
        self.text = fold(gold.text)
        self.read = None if predicted.text is None else fold(predicted.text)
        self.named = {g: named(thing, self.text) for g, thing in self.gold.items()}
        self.traces = {g: self.named[g] or traced(thing, self.text) for g, thing in self.gold.items()}
        self.places = {p: self._places(p, predicted) for p in self.predicted}

    def _places(self, p: str, predicted: Annotation) -> frozenset[Span]:
        return quoted(predicted.mentions.get(p, ()), self.text) or named(self.predicted[p], self.text)

    def lost(self) -> LostThings:
        found = set(self.matched.values())
        return LostThings(
            {g: self._missed(g) for g in self.gold if g not in found},
            {p: self._extra(p) for p in self.predicted if p not in self.matched},
        )

    def _missed(self, g: str) -> Stage:
        if self.read is not None and not self._is_read(g):
            return Stage(NOT_READ)
        wrong = (p for p in self.predicted if p not in self.matched)
        ranked = sorted(wrong, key=lambda p: (self._distance(g, p), p))
        for p in ranked:
            if stage := self._pair(g, p):
                return Stage(stage, p)
        for p in sorted(self.matched):
            if stage := self._swallowed(g, p):
                return Stage(stage, p)
        return Stage(NOT_RECOGNISED)

    def _is_read(self, g: str) -> bool:
        read = self.read or ""
        return any(self.text[s.begin : s.end] in read for s in self.traces[g]) if self.traces[g] else bool(read)

    def _extra(self, p: str) -> Stage:
        found = set(self.matched.values())
        ranked = sorted(self.gold, key=lambda g: (g in found, self._distance(g, p), g))
        for g in ranked:
            if g in found and self._names(self.gold[g]) & self._names(self.predicted[p]):
                return Stage(TWICE if self._shares_class(g, p) else WRONG_CLASS, g)
            if (stage := self._pair(g, p)) and (g not in found or self.named[g]):
                return Stage(stage, g)
        return Stage(MADE_UP)

    def _distance(self, g: str, p: str) -> tuple[bool, bool, int]:
        """The same name before anything else, then the same class, then the longest overlap in the text."""
        same = bool(self._names(self.gold[g]) & self._names(self.predicted[p]))
        return not same, not self._shares_class(g, p), -overlap(self.traces[g], self.places[p])

    def _pair(self, g: str, p: str) -> str:
        """How a predicted thing that is wrong stands for a gold thing; empty where it does not."""
        wanted, found = self.gold[g], self.predicted[p]
        if self._names(wanted) & self._names(found):
            return WRONGLY_RESOLVED if self._shares_class(g, p) else WRONG_CLASS
        if not found.names or not _alike(wanted, found) or overlap(self.traces[g], self.places[p]) <= 0:
            return ""
        label = found.names[0]
        shorter = any(holds(name, label) for name in wanted.names)
        if shorter and not all(covers(self.named[g], place) for place in self.places[p]):
            return NOT_RESOLVED
        return WRONG_BOUNDARY if fold(label) in self.text else WRONGLY_RESOLVED

    def _swallowed(self, g: str, p: str) -> str:
        """How a predicted thing that is right as another one took the place of a gold thing."""
        wanted, found = self.gold[g], self.predicted[p]
        if self._names(wanted) & self._names(found):
            return JOINED
        if not _alike(wanted, found) or not self.named[g]:
            return ""
        if all(covers(self.places[p], place) for place in self.named[g]):
            return JOINED
        return WRONG_BOUNDARY if overlap(self.named[g], self.places[p]) > 0 else ""

    def _shares_class(self, g: str, p: str) -> bool:
        return bool(set(self.gold[g].types) & set(self.predicted[p].types))

    @staticmethod
    def _names(thing: Thing) -> set[str]:
        return {fold(name) for name in thing.names}


def _alike(wanted: Thing, found: Thing) -> bool:
    """Whether two things could be one read wrongly: both bodies or places, or of one class."""
    a, b = set(wanted.types), set(found.types)
    return bool(a & b) or bool(a & _BODIES and b & _BODIES)
