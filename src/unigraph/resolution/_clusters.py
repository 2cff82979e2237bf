"""Which members of a block are one thing: groups of members are joined, the surest first, each judged as a whole.

The work is linear in the members and ``n log n`` in the groups: members that a judge finds alike are folded into one
group first, and of the groups only those are compared that share a token, with few others of it each.
"""

from __future__ import annotations

import heapq
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from unigraph.resolution._blocks import Member
from unigraph.resolution._sets import Sets
from unigraph.resolution._weights import Signal, probability, total

__all__ = ["Group", "Join", "Judge", "Kept", "agglomerate"]

_REACH = 12
"""With how many of the groups that follow it in time a group is compared for one token."""
_MARGIN = 2.0
"""Bits by which one join must be surer than another that rules it out."""
_DECIDED = (Signal("decided by people", 40.0),)
_KEYED = (Signal("key", 40.0),)
_NOTHING: set[str] = set()


@dataclass(eq=False)
class Group:
    """Some members of a block that are one, by their numbers, and what their articles say of the thing together.

    ``first`` is the earliest member. ``facts`` hold sets of texts by topic; a judge puts them there and reads them.
    """

    first: int
    members: list[int]
    articles: set[str]
    apart: dict[str, int]
    facts: dict[str, set[str]]

    def __getitem__(self, topic: str) -> set[str]:
        """What is said on a topic."""
        return self.facts.get(topic, _NOTHING)

    def absorb(self, other: Group) -> None:
        """Take over another group."""
        self.first = min(self.first, other.first)
        self.members += other.members
        self.articles |= other.articles
        self.apart |= other.apart
        for topic, found in other.facts.items():
            self.facts.setdefault(topic, set()).update(found)


@dataclass(frozen=True, slots=True)
class Join:
    """Two groups that became one: their earliest members, what spoke for and against it, and how sure it is."""

    a: int
    b: int
    signals: tuple[Signal, ...]

    @property
    def probability(self) -> float:
        """How likely the two are one."""
        return probability(total(self.signals))


@dataclass(frozen=True, slots=True)
class Kept:
    """Two groups that stayed apart, by their earliest members: what spoke for it and against it, or what forbade it."""

    a: int
    b: int
    signals: tuple[Signal, ...]
    veto: str = ""

    @property
    def probability(self) -> float:
        """How likely the two are one all the same."""
        return 0.0 if self.veto else probability(total(self.signals))


class Judge(Protocol):
    """What tells the things of one stratum apart."""

    threshold: float

    def facts(self, member: Member) -> dict[str, set[str]]:
        """What a member says, by topic."""

    def signature(self, member: Member) -> Hashable:
        """What members have in common that are surely alike; ``None`` where nothing is sure."""

    def prepare(self, groups: Sequence[Group]) -> None:
        """Look at all groups before any two are compared."""

    def tokens(self, group: Group) -> Iterable[str]:
        """What a group must share with another to be compared with it."""

    def signals(self, a: Group, b: Group) -> tuple[Signal, ...]:
        """What speaks for and against two groups being one."""

    def veto(self, a: Group, b: Group) -> str:
        """Why two groups cannot be one; empty where they may."""


def agglomerate(block: Sequence[Member], judge: Judge) -> tuple[list[list[int]], list[Join], list[Kept]]:
    """The clusters of a block, the joins that made them, and the pairs of groups that were kept apart.

    Clusters stand in the order of their earliest members; joins and pairs name groups by their earliest members then.
    """
    work = _Work(block, judge)
    work.join_given()
    judge.prepare(list(work.groups.values()))
    work.join_likely()
    clusters = sorted(sorted(group.members) for group in work.groups.values())
    return clusters, work.joins, [work.kept[pair] for pair in sorted(work.kept)]


class _Work:
    """A block that is being decided: its groups, each under its earliest member's number."""

    def __init__(self, block: Sequence[Member], judge: Judge) -> None:
        self.block = block
        self.judge = judge
        self.joins: list[Join] = []
        self.kept: dict[tuple[int, int], Kept] = {}
        self.groups = {members[0]: _group(block, members, judge) for members in _folded(block, judge)}
        self._sets = Sets(len(block))
        self._near: dict[int, set[int]] = {}

    def join_given(self) -> None:
        """Join what people have decided to be one, and what one key says is one, unless people forbid it."""
        for topic, signals in (("together", _DECIDED), ("key", _KEYED)):
            holders: dict[str, int] = {}
            for number in sorted(self.groups):
                for token in sorted(self.groups[self._sets.find(number)][topic]):
                    a, b = self._sets.find(holders.setdefault(token, number)), self._sets.find(number)
                    if a != b and not _forbidden(self.groups[a], self.groups[b]):
                        self._join(a, b, signals)

    def join_likely(self) -> None:
        """Join the surest pair of groups until no pair is sure enough; what was joined is judged anew as a whole."""
        heap: list[tuple[float, int, int, int]] = []
        for a, b in self._candidates():
            self._near.setdefault(a, set()).add(b)
            self._near.setdefault(b, set()).add(a)
            self._propose(heap, a, b)
        while heap:
            _, a, b, size = heapq.heappop(heap)
            alive = a in self.groups and b in self.groups
            if not alive or len(self.groups[a].members) + len(self.groups[b].members) != size:
                continue
            signals = self.judge.signals(self.groups[a], self.groups[b])
            if self._between(a, b, total(signals)) or self._between(b, a, total(signals)):
                self.kept[a, b] = Kept(a, b, signals, "as near to another, from which this one is told apart")
                continue
            self._join(a, b, signals)
            kept, gone = min(a, b), max(a, b)
            near = {self._sets.find(n) for n in self._near.pop(a) | self._near.pop(b)} - {kept, gone}
            self._near[kept] = near
            for other in sorted(near):
                self._near[other].add(kept)
                self._propose(heap, min(kept, other), max(kept, other))

    def _between(self, a: int, b: int, bits: float) -> bool:
        """Whether a group is nearly as near to a third, and that cannot be one with the second."""
        for other in sorted(self._near[a] - {b}):
            third = self._sets.find(other)
            if third in (a, b) or third not in self._near[b]:
                continue
            pair = self.groups[b], self.groups[third]
            if not (_forbidden(*pair) or self.judge.veto(*pair)) or self.judge.veto(self.groups[a], self.groups[third]):
                continue
            if total(self.judge.signals(self.groups[a], self.groups[third])) > bits - _MARGIN:
                return True
        return False

    def _candidates(self) -> list[tuple[int, int]]:
        """Pairs of groups that share a token; one that many share brings each near the few that follow it."""
        holders: dict[str, list[int]] = {}
        for number in sorted(self.groups):
            for token in self.judge.tokens(self.groups[number]):
                holders.setdefault(token, []).append(number)
        pairs = {(a, b) for held in holders.values() for i, a in enumerate(held) for b in held[i + 1 : i + 1 + _REACH]}
        return sorted(pairs)

    def _propose(self, heap: list[tuple[float, int, int, int]], a: int, b: int) -> None:
        """Enter a pair that may be joined, or note why it is not."""
        first, second = self.groups[a], self.groups[b]
        veto = "people decided" if _forbidden(first, second) else self.judge.veto(first, second)
        signals = self.judge.signals(first, second)
        bits = total(signals)
        if not veto and bits >= self.judge.threshold:
            heapq.heappush(heap, (-bits, a, b, len(first.members) + len(second.members)))
        else:
            self.kept[a, b] = Kept(a, b, signals, veto)

    def _join(self, a: int, b: int, signals: tuple[Signal, ...]) -> None:
        """Make one of two groups, under the smaller number; the smaller group is absorbed."""
        a, b = min(a, b), max(a, b)
        first, second = self.groups.pop(a), self.groups.pop(b)
        if len(first.members) < len(second.members):
            first, second = second, first
        first.absorb(second)
        self.groups[a] = first
        self._sets.join((a, b))
        self.joins.append(Join(a, b, signals))
        self.kept.pop((a, b), None)


def _folded(block: Sequence[Member], judge: Judge) -> list[list[int]]:
    """Members of one signature, no two of one article, in lists that are one thing each."""
    by_signature: dict[Hashable, list[list[int]]] = {}
    for number, member in enumerate(block):
        signature = judge.signature(member)
        alike: Hashable = number if signature is None else (signature, member.together, member.apart)
        layers = by_signature.setdefault(alike, [])
        layer = next((x for x in layers if block[x[-1]].article != member.article), None)
        if layer is None:
            layers.append([number])
        else:
            layer.append(number)
    return sorted(layer for layers in by_signature.values() for layer in layers)


def _group(block: Sequence[Member], members: list[int], judge: Judge) -> Group:
    facts: dict[str, set[str]] = {"together": set(block[members[0]].together)}
    for number in members:
        for topic, found in judge.facts(block[number]).items():
            facts.setdefault(topic, set()).update(found)
    return Group(members[0], members, {block[n].article for n in members}, dict(block[members[0]].apart), facts)


def _forbidden(a: Group, b: Group) -> bool:
    """Whether people have said that two groups are not one."""
    small, large = sorted((a.apart, b.apart), key=len)
    return any(large.get(token, side) != side for token, side in small.items())
