"""Why the articles of a thing speak of one, in words: the joins, what they rest on, and what was kept apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from unigraph.resolution._clusters import Join, Kept
from unigraph.resolution._registry import Verdict
from unigraph.resolution._weights import Signal, probability, total

__all__ = ["reasons"]

_MOST = 8
"""Joins that are told of a thing: the least sure ones."""


def reasons(verdict: Verdict, titled: Callable[[str], str]) -> Iterator[str]:
    """A line for a thing of several articles, one for each of its least sure joins, one for each near thing.

    ``titled`` gives the words for an article by its identifier.
    """
    cluster, block = verdict.cluster, verdict.block
    articles = {block[n].article for n in cluster.members}
    if len(articles) < 2:
        return

    def named(number: int) -> str:
        return f"{block[number].profile.name}《{titled(block[number].article)}》"

    yield f"合一 one in {len(articles)} articles, probability {cluster.probability:.4f}"
    folded = len(cluster.members) - 1 - len(cluster.joins)
    if folded:
        yield f"  {folded} alike: the same name at the same bodies, with the same key, or for the same paper"
    for join in sorted(cluster.joins, key=lambda j: (j.probability, j.a, j.b))[:_MOST]:
        yield f"  {join.probability:.4f}  {named(join.a)} = {named(join.b)}: {_told(join.signals)}{_decisive(join)}"
    for kept in verdict.decision.kept:
        if (kept.a in cluster.members) != (kept.b in cluster.members):
            yield f"  分开 apart {kept.probability:.4f}  {named(kept.a)} ≠ {named(kept.b)}: {_why(kept)}"


def _told(signals: Sequence[Signal]) -> str:
    return ", ".join(f"{s.feature}{' ' + s.what if s.what else ''} {s.weight:+g}" for s in signals if s.weight)


def _decisive(join: Join) -> str:
    """What would have split it: the evidence without which it would not have been likelier than not."""
    bits = total(join.signals)
    needed = [s.feature for s in join.signals if s.weight > 0 and probability(bits - s.weight) < 0.5]
    return f"; not without {' or '.join(needed)}" if needed else ""


def _why(kept: Kept) -> str:
    return kept.veto or _told(kept.signals)
