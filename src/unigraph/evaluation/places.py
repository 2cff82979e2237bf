"""Where a text names a thing, whether or not its annotation says so: spans in the folded text."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

from unigraph.evaluation.annotation import Quote, Thing
from unigraph.evaluation.likeness import fold
from unigraph.model import Span

__all__ = ["covers", "named", "overlap", "quoted", "spans", "traced"]

_TRACE = 2
"""The fewest characters of a name that are a trace of it."""


def spans(words: str, text: str) -> frozenset[Span]:
    """All places of words in a text, both folded.

    >>> sorted(spans("工会", "市总工会工会"))
    [Span(begin=2, end=4), Span(begin=4, end=6)]
    """
    out = set()
    at = text.find(words) if words else -1
    while at >= 0:
        out.add(Span(at, at + len(words)))
        at = text.find(words, at + 1)
    return frozenset(out)


def named(thing: Thing, text: str) -> frozenset[Span]:
    """The places of a thing's names in a folded text."""
    return frozenset().union(*(spans(fold(name), text) for name in thing.names))


def quoted(quotes: Iterable[Quote], text: str) -> frozenset[Span]:
    """The places of mentions in a folded text, found by their sentences."""
    out = set()
    for sentence, begin, end in quotes:
        before, words = fold(sentence[:begin]), fold(sentence[begin:end])
        out |= {Span(s.begin + len(before), s.begin + len(before) + len(words)) for s in spans(fold(sentence), text)}
    return frozenset(out)


def traced(thing: Thing, text: str) -> frozenset[Span]:
    """The places of the longest stretch of a thing's full name that a folded text holds, two characters or more."""
    name = fold(thing.names[0]) if thing.names else ""
    found = SequenceMatcher(None, name, text, autojunk=False).find_longest_match()
    return spans(name[found.a : found.a + found.size], text) if found.size >= _TRACE else frozenset()


def overlap(some: Iterable[Span], others: Iterable[Span]) -> int:
    """The most characters that one of the places shares with one of the others."""
    others = list(others)
    return max((min(a.end, b.end) - max(a.begin, b.begin) for a in some for b in others), default=0)


def covers(places: Iterable[Span], span: Span) -> bool:
    """Whether one of the places holds the whole span."""
    return any(p.begin <= span.begin and span.end <= p.end for p in places)
