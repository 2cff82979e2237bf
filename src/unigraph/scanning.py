"""Patterns that look at a text only around the words that they cannot do without.

Most patterns of the rules are of words that few articles have, and begin with what any text has: to try one at every
place costs more than all that is done with what it finds. So a :class:`Scan` reads off its pattern which characters or
pairs of characters every match holds, and how far after its begin; it looks for these in an index of the text that all
patterns share, and tries the pattern there alone. It finds what ``re`` finds, no more and no less.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from operator import add
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

__all__ = ["Scan"]

_Node = tuple[Any, Any]
_PAIR = 2
_MOST = 400
"""How many grams a pattern may hold to be worth a look for each."""
_COMMON = frozenset("，。、：（）“”的\n 0123456789一二三")
_OFTEN, _SELDOM, _RARE = 1 / 25, 1 / 250, 1 / 2000
"""How much of a text is a common character, any other, and a pair, about."""
_LOOKUP = 1 / 4000
"""What it costs to look for one gram, in places of a text of some five hundred characters at which to try."""
_STEP, _SWEEP = 8, 25
"""What one try by itself and one search cost, in places that ``re`` tries on its way."""
_ANYWHERE = 400
"""How many places a gram speaks for that may stand anywhere in a match."""


class _Cue(NamedTuple):
    """Characters and pairs one of which each match holds, at most so far after its begin."""

    grams: frozenset[str]
    within: float

    @property
    def share(self) -> float:
        """How many of them there are for each character of a text, about."""
        return sum(_share(gram) for gram in self.grams)

    @property
    def cost(self) -> float:
        """How many places there are to try for each character of a text, about."""
        return self.share * min(self.within + 1, _ANYWHERE) + len(self.grams) * _LOOKUP


class Scan:
    """A pattern for texts as a whole; for a stretch of one there is ``pattern``."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = re.compile(pattern, flags)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches in a text, in order and without overlaps, as ``re`` finds them."""
        cues = self._cues
        if cues is None:
            return self.pattern.finditer(text)
        grams = _grams(text)
        rare, near = cues
        if rare.grams.isdisjoint(grams):
            return iter(())
        places = _places(text, near.grams & grams)
        step, sweep = self._costs
        if len(places) * min(step, sweep) > len(text):
            return self.pattern.finditer(text)
        if step < sweep:
            return self._stepping(text, places, int(near.within))
        return self._sweeping(text, places, int(near.within), int(self._ahead))

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in a text, as ``re.search`` finds it."""
        return next(self.finditer(text), None)

    def _stepping(self, text: str, places: Sequence[int], within: int) -> Iterator[re.Match[str]]:
        """The matches that begin at most so far before one of the places, each begin tried by itself."""
        tried, at = self.pattern.match, 0
        for place in places:
            at = max(at, place - within)
            while at <= place:
                match = tried(text, at)
                if match is None:
                    at += 1
                else:
                    yield match
                    at = match.end()

    def _sweeping(self, text: str, places: Sequence[int], within: int, reach: int) -> Iterator[re.Match[str]]:
        """As :meth:`_stepping`, where ``re`` looks for the begin in a stretch that holds whatever the pattern may see."""
        search, at = self.pattern.search, 0
        for place in places:
            at = max(at, place - within)
            while at <= place:
                match = search(text, at, place + reach)
                if match is None or match.start() > place:
                    at = place + 1
                else:
                    yield match
                    at = match.end()

    @cached_property
    def _cues(self) -> tuple[_Cue, _Cue] | None:
        """The cue that the fewest texts have, and that which leaves the fewest places to try; each match has both."""
        parsed = _parsed(self.pattern)
        cues = _cues(parsed) if parsed is not None and parsed.getwidth()[0] else []
        if not cues:
            return None
        return min(cues, key=lambda c: c.share), min(cues, key=lambda c: c.cost)

    @cached_property
    def _costs(self) -> tuple[float, float]:
        """What one place costs, each begin tried by itself and all of them in one search."""
        within = self._cues[1].within if self._cues else math.inf
        return (within + 1) * _STEP, within + self._ahead + _SWEEP

    @cached_property
    def _ahead(self) -> float:
        """How far on from its begin the pattern looks."""
        return _reach(_parsed(self.pattern) or ())


def _parsed(pattern: re.Pattern[str]) -> Any:
    return None if pattern.flags & re.IGNORECASE else parser.parse(pattern.pattern, pattern.flags)


@lru_cache(maxsize=2)  # all patterns look at one text
def _grams(text: str) -> frozenset[str]:
    """The characters and pairs of a text."""
    return frozenset(text).union(map(add, text, text[1:]))


def _places(text: str, grams: Iterable[str]) -> list[int]:
    """Where any of the grams begins, in the order of the text."""
    out = []
    for gram in grams:
        at = text.find(gram)
        while at >= 0:
            out.append(at)
            at = text.find(gram, at + 1)
    out.sort()
    return out


def _share(gram: str) -> float:
    return _RARE if len(gram) == _PAIR else _OFTEN if gram in _COMMON else _SELDOM


# ---------------------------------------------------------------------- what a pattern holds


def _best(nodes: Iterable[_Node]) -> _Cue | None:
    """The cue of a sequence that costs least."""
    return min(_cues(nodes), key=lambda c: c.cost, default=None)


def _cues(nodes: Iterable[_Node]) -> list[_Cue]:
    """The cues of a sequence, one for each of its parts that has any."""
    nodes = tuple(nodes)
    cues: list[_Cue] = []
    before = 0.0
    for at, (kind, value) in enumerate(nodes):
        grams = _heads(nodes[at:])
        if grams and "" not in grams:
            cues.append(_Cue(grams, before))
        inner = _inner(kind, value)
        if inner:
            cues.append(_Cue(inner.grams, inner.within + before))
        before += _width(kind, value)
    return cues


def _inner(kind: Any, value: Any) -> _Cue | None:
    """The cue that one part of a sequence has by itself."""
    if kind is op.SUBPATTERN:
        return _best(value[-1])
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT) and value[0] > 0:
        return _best(value[-1])
    if kind is op.ASSERT and value[0] > 0:
        return _best(value[1])
    if kind is op.BRANCH:
        cues = [_best(branch) for branch in value[1]]
        known = [cue for cue in cues if cue]
        if len(known) == len(cues):
            return _Cue(frozenset().union(*(c.grams for c in known)), max(c.within for c in known))
    return None


def _heads(nodes: Iterable[_Node], whole: bool = False) -> frozenset[str] | None:
    """The pairs that a sequence may begin with; ``None`` where nothing is known.

    What is shorter than a pair may be followed by anything, or is, with ``whole``, all that the sequence takes up.
    """
    heads = frozenset([""])
    for kind, value in nodes:
        if all(len(head) == _PAIR for head in heads):
            break
        further = _begins(kind, value)
        if further is None or len(heads) * len(further) > _MOST * _PAIR:
            return None if whole else heads
        heads = _joined(heads, further)
    return heads


def _joined(heads: Iterable[str], tails: Iterable[str]) -> frozenset[str]:
    return frozenset((head + tail)[:_PAIR] for head in heads for tail in tails)


def _begins(kind: Any, value: Any) -> frozenset[str] | None:
    """The pairs that one part may begin with, and all that it may be where that is shorter."""
    if kind in (op.ASSERT, op.ASSERT_NOT, op.AT):
        return frozenset([""])
    if kind is op.LITERAL:
        return frozenset([chr(value)])
    if kind is op.IN:
        return _characters(value)
    if kind is op.SUBPATTERN:
        return _heads(value[-1], whole=True)
    if kind is op.BRANCH:
        branches = [_heads(branch, whole=True) for branch in value[1]]
        known = [b for b in branches if b is not None]
        return frozenset().union(*known) if len(known) == len(branches) else None
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT):
        once = _heads(value[-1], whole=True)
        if once is None:
            return None
        least, most = min(value[0], _PAIR), min(value[1], _PAIR)
        counts = [_times(once, n) for n in range(least, most + 1)]
        return frozenset().union(*counts)
    return None


def _times(once: frozenset[str], count: int) -> frozenset[str]:
    heads = frozenset([""])
    for _ in range(count):
        heads = _joined(heads, once)
    return heads


def _characters(items: Iterable[_Node]) -> frozenset[str] | None:
    """The characters of a class that lists them."""
    out: set[str] = set()
    for kind, value in items:
        if kind is op.LITERAL:
            out.add(chr(value))
        elif kind is op.RANGE and value[1] - value[0] < _MOST // 10:
            out.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return None
    return frozenset(out)


# ---------------------------------------------------------------------- how far a pattern looks


def _width(kind: Any, value: Any) -> float:
    """The most characters that a part takes up."""
    if kind in (op.ASSERT, op.ASSERT_NOT, op.AT):
        return 0
    if kind in (op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY):
        return 1
    if kind is op.SUBPATTERN:
        return sum(_width(*node) for node in value[-1])
    if kind is op.BRANCH:
        return max(sum(_width(*node) for node in branch) for branch in value[1])
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT):
        return math.inf if value[1] is op.MAXREPEAT else value[1] * sum(_width(*node) for node in value[-1])
    return math.inf


def _reach(nodes: Iterable[_Node]) -> float:
    """How many characters from a begin on a sequence may look at; infinite where the end of the text is one of them."""
    total = 0.0
    for kind, value in nodes:
        if kind is op.AT:
            total += 0 if value in (op.AT_BEGINNING, op.AT_BEGINNING_STRING) else math.inf
        elif kind in (op.ASSERT, op.ASSERT_NOT):
            total += _reach(value[1])
        elif kind is op.SUBPATTERN:
            total += _reach(value[-1])
        elif kind is op.BRANCH:
            total += max(_reach(branch) for branch in value[1])
        elif kind in (op.MAX_REPEAT, op.MIN_REPEAT):
            once = _reach(value[-1])
            total += once * (math.inf if value[1] is op.MAXREPEAT and once else value[1])
        else:
            total += _width(kind, value)
    return total
