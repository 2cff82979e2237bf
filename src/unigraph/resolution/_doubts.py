"""Of which identities one cannot be sure: what a person's look would help most with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from unigraph.resolution._clusters import Join, Kept
from unigraph.resolution._registry import Registry, Verdict
from unigraph.resolution._weights import Signal

__all__ = ["Doubt", "doubts"]

_SURE = 0.9995
"""A join that is surer is not asked about."""
_UNLIKELY = 0.02
"""Nor is a pair that is one with less than this probability."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two entities of two articles that are one in the graph (``together``), or that are two, and how likely they are one.

    ``articles``, ``numbers`` and ``things`` are those of the two: the articles' identifiers, the entities' numbers in
    them, and the identifiers of the things that they are in the graph. ``reasons`` say what speaks for and against.
    """

    articles: tuple[str, str]
    numbers: tuple[int, int]
    things: tuple[str, str]
    probability: float
    together: bool
    reasons: tuple[str, ...]


def doubts(registry: Registry, most: int) -> Iterator[Doubt]:
    """The joins and the near things of the ``most`` least certain things, each pair once."""
    seen: set[tuple[tuple[str, int], ...]] = set()
    for thing in registry.uncertain(most):
        verdict = registry.verdict(thing)
        for doubt in _of_verdict(registry, verdict) if verdict else ():
            pair = tuple(sorted(zip(doubt.articles, doubt.numbers, strict=True)))
            if pair not in seen and doubt.articles[0] != doubt.articles[1]:
                seen.add(pair)
                yield doubt


def _of_verdict(registry: Registry, verdict: Verdict) -> Iterator[Doubt]:
    members = set(verdict.cluster.members)
    for join in verdict.cluster.joins:
        if join.probability < _SURE:
            yield _doubt(registry, verdict, join, together=True)
    for kept in verdict.decision.kept:
        if (kept.a in members) != (kept.b in members) and kept.probability > _UNLIKELY:
            yield _doubt(registry, verdict, kept, together=False)


def _doubt(registry: Registry, verdict: Verdict, pair: Join | Kept, *, together: bool) -> Doubt:
    one, other = verdict.block[pair.a], verdict.block[pair.b]
    numbers = (one.local, other.local)
    things = (registry.ids(one.article)[numbers[0]], registry.ids(other.article)[numbers[1]])
    told = tuple(_words(pair.signals))
    return Doubt((one.article, other.article), numbers, things, pair.probability, together, told)


def _words(signals: Sequence[Signal]) -> Iterator[str]:
    for signal in sorted(signals, key=lambda s: -abs(s.weight)):
        if signal.weight:
            yield f"{signal.weight:+g} {signal.feature} {signal.what}".rstrip()
