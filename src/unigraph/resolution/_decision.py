"""What is decided for a block, and why: the clusters, the joins that made them, and what was nearly joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from unigraph.resolution._blocks import Member, stratum_of
from unigraph.resolution._bodies import Bodies
from unigraph.resolution._clusters import Join, Judge, Kept, agglomerate, group_of
from unigraph.resolution._events import Events
from unigraph.resolution._people import People
from unigraph.resolution._weights import Signal, Weights, load_weights

__all__ = ["Cluster", "Decision", "decide", "pair_signals"]

_NEAREST = 3
"""Pairs that were kept apart which are told for a cluster."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """One thing: its members by their numbers in the block, how likely they are one, and the joins that made it.

    The probability is that of the least sure join: 1 for a thing of one member.
    """

    members: tuple[int, ...]
    joins: tuple[Join, ...]

    @property
    def probability(self) -> float:
        """How likely all members are one."""
        return min((join.probability for join in self.joins), default=1.0)


@dataclass(frozen=True, slots=True)
class Decision:
    """The clusters of a block in the order of their earliest members, and the nearest pairs that were kept apart."""

    clusters: tuple[Cluster, ...]
    kept: tuple[Kept, ...]


def decide(block: Sequence[Member], weights: Weights | None = None) -> Decision:
    """Decide which members of a block are one thing; a pure function of the members.

    They are of one stratum, in the order of their articles' dates and texts.
    """
    if len(block) == 1:
        return Decision((Cluster((0,), ()),), ())
    judge = _judge(block, weights or load_weights())
    clusters, joins, kept = agglomerate(block, judge)
    home = {number: i for i, members in enumerate(clusters) for number in members}
    of_cluster: list[list[Join]] = [[] for _ in clusters]
    for join in joins:
        of_cluster[home[join.a]].append(join)
    found = tuple(Cluster(tuple(members), tuple(of_cluster[i])) for i, members in enumerate(clusters))
    return Decision(found, _nearest(kept, home))


def pair_signals(a: Member, b: Member) -> tuple[Signal, ...]:
    """What speaks for and against two members being one, by themselves."""
    judge = _judge((a, b), load_weights())
    first, second = (group_of((m,), [0], judge) for m in (a, b))
    judge.prepare([first, second])
    return judge.signals(first, second)


def _judge(block: Sequence[Member], weights: Weights) -> Judge:
    stratum = stratum_of(block[0].profile.root)
    return Bodies(weights, block) if not stratum else Events(weights) if stratum == 1 else People(weights)


def _nearest(kept: Sequence[Kept], home: dict[int, int]) -> tuple[Kept, ...]:
    """Of the pairs that are still apart the likeliest ones of each cluster, in the order of their members."""
    best: dict[tuple[int, int], Kept] = {}
    for pair in kept:
        clusters = (home[pair.a], home[pair.b])
        if clusters[0] != clusters[1]:
            key = (min(clusters), max(clusters))
            best[key] = max(best.get(key, pair), pair, key=lambda k: k.probability)
    of_cluster: dict[int, list[Kept]] = {}
    for key in sorted(best, key=lambda k: (-best[k].probability, k)):
        for cluster in key:
            of_cluster.setdefault(cluster, []).append(best[key])
    told = {(k.a, k.b): k for listed in of_cluster.values() for k in listed[:_NEAREST]}
    return tuple(told[pair] for pair in sorted(told))
