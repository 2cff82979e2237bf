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
from unigraph.resolution._weights import Signal, probability, total

__all__ = ["Group", "Join", "Judge", "Kept", "agglomerate", "group_of"]

_REACH = 8
"""With how many of the groups that follow it in time a group is compared for one token."""
_MARGIN = 2.0
"""Bits by which one join must be surer than another that rules it out."""
_DECIDED = (Signal("decided by people", 40.0),)
_KEYED = (Signal("key", 40.0),)
_NOTHING: set[str] = set()


@dataclass(eq=False)
class Group:
    """Some members of a block that are one, by their numbers, and what their articles say of the thing together.

    ``first`` is the earliest member, ``stories`` are what its articles tell. ``facts`` hold sets of texts by topic; a
    judge puts them there and reads them.
    """

    first: int
    members: list[int]
    articles: set[str]
    stories: set[str]
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
        self.stories |= other.stories
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
        """What a member says, by topic; not to be changed."""

    def signature(self, member: Member) -> Hashable:
        """What members have in common that are surely alike; ``None`` where nothing is sure."""

    def prepare(self, groups: Sequence[Group]) -> None:
        """Look at all groups before any two are compared."""

    def compact(self, group: Group) -> None:
        """Drop what a group's other facts tell as well, so that none grows with its members."""

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
    """A block that is being decided: its groups, each by a number that is one of its members'."""

    def __init__(self, block: Sequence[Member], judge: Judge) -> None:
        self.block = block
        self.judge = judge
        self.joins: list[Join] = []
        self.kept: dict[tuple[int, int], Kept] = {}
        self.groups = {members[0]: group_of(block, members, judge) for members in _folded(block, judge)}
        self._near: dict[int, set[int]] = {}

    def join_given(self) -> None:
        """Join what people have decided to be one, and what one key says is one, unless people forbid it."""
        for topic, signals in (("together", _DECIDED), ("key", _KEYED)):
            holders: dict[str, int] = {}
            home = {number: number for number in self.groups}
            for number in sorted(self.groups):
                for token in sorted(self.groups[_end(home, number)][topic]):
                    a, b = _end(home, holders.setdefault(token, number)), _end(home, number)
                    if a != b and not _forbidden(self.groups[a], self.groups[b]):
                        kept, gone = self._join(a, b, signals)
                        home[gone] = kept

    def join_likely(self) -> None:
        """Join the surest pair of groups until none is sure enough; a pair is judged anew, as wholes, when its turn comes.

        Of two groups the larger absorbs the other and what was near that, so that no join costs more than the smaller.
        """
        heap: list[tuple[float, int, int]] = []
        for a, b in self._candidates():
            self._near.setdefault(a, set()).add(b)
            self._near.setdefault(b, set()).add(a)
            self._propose(heap, a, b)
        while heap:
            bits, a, b = heapq.heappop(heap)
            if a not in self.groups or b not in self.groups:
                continue
            signals = self._allowed(a, b)
            if signals is None:
                continue
            if total(signals) < -bits:
                heapq.heappush(heap, (-total(signals), a, b))
                continue
            kept, gone = self._join(a, b, signals)
            fresh = self._near.pop(gone) - {kept}
            self._near[kept].discard(gone)
            self._near[kept] |= fresh
            for other in sorted(fresh):
                self._near[other].discard(gone)
                self._near[other].add(kept)
                self._propose(heap, min(kept, other), max(kept, other))

    def _propose(self, heap: list[tuple[float, int, int]], a: int, b: int) -> None:
        """Enter a pair that may be joined."""
        signals = self._judged(a, b)
        if signals is not None:
            heapq.heappush(heap, (-total(signals), a, b))

    def _allowed(self, a: int, b: int) -> tuple[Signal, ...] | None:
        """What speaks for a join that may be made now, and is not as likely with a third that rules this one out."""
        signals = self._judged(a, b)
        if signals is not None and (self._between(a, b, total(signals)) or self._between(b, a, total(signals))):
            self._keep(a, b, signals, "as near to another, from which this one is told apart")
            return None
        return signals

    def _judged(self, a: int, b: int) -> tuple[Signal, ...] | None:
        """What speaks for a join that is likely and not forbidden; else nothing, and it is noted why."""
        first, second = self.groups[a], self.groups[b]
        veto = self._veto(first, second)
        signals = () if veto else self.judge.signals(first, second)
        if veto or total(signals) < self.judge.threshold:
            self._keep(a, b, signals, veto)
            return None
        return signals

    def _veto(self, first: Group, second: Group) -> str:
        return "people decided" if _forbidden(first, second) else self.judge.veto(first, second)

    def _keep(self, a: int, b: int, signals: tuple[Signal, ...], veto: str) -> None:
        pair = sorted((self.groups[a].first, self.groups[b].first))
        self.kept[pair[0], pair[1]] = Kept(pair[0], pair[1], signals, veto)

    def _between(self, a: int, b: int, bits: float) -> bool:
        """Whether a group is nearly as near to a third, and that cannot be one with the second."""
        for third in sorted(self._near[a] & self._near[b]):
            one, other, another = self.groups[a], self.groups[b], self.groups[third]
            rival = self._veto(other, another) and not self._veto(one, another)
            if rival and total(self.judge.signals(one, another)) > bits - _MARGIN:
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

    def _join(self, a: int, b: int, signals: tuple[Signal, ...]) -> tuple[int, int]:
        """Make one of two groups: the number of the larger one, which goes on, and of the one that is absorbed."""
        first, second = self.groups[a], self.groups[b]
        kept, gone = (a, b) if len(first.members) >= len(second.members) else (b, a)
        early, late = sorted((first.first, second.first))
        self.joins.append(Join(early, late, signals))
        self.groups[kept].absorb(self.groups.pop(gone))
        self.judge.compact(self.groups[kept])
        return kept, gone


def _folded(block: Sequence[Member], judge: Judge) -> list[list[int]]:
    """Members of one signature, no two of one article, in lists that are one thing each."""
    by_signature: dict[Hashable, list[dict[str, int]]] = {}
    for number, member in enumerate(block):
        signature = judge.signature(member)
        alike: Hashable = number if signature is None else (signature, member.together, member.apart)
        layers = by_signature.setdefault(alike, [])
        layer = next((x for x in layers if member.article not in x), None)
        if layer is None:
            layers.append(layer := {})
        layer[member.article] = number
    return sorted(list(layer.values()) for layers in by_signature.values() for layer in layers)


def _end(home: dict[int, int], number: int) -> int:
    """Where a group is now that was absorbed."""
    while home[number] != number:
        home[number] = home[home[number]]
        number = home[number]
    return number


def group_of(block: Sequence[Member], members: list[int], judge: Judge) -> Group:
    """The group of some members, by their numbers in a block."""
    facts: dict[str, set[str]] = {"together": set(block[members[0]].together)}
    said = [judge.facts(block[number]) for number in members]
    for one in {id(one): one for one in said}.values():
        for topic, found in one.items():
            facts.setdefault(topic, set()).update(found)
    articles = {block[n].article for n in members}
    stories = {block[n].story or block[n].article for n in members}
    group = Group(members[0], list(members), articles, stories, dict(block[members[0]].apart), facts)
    judge.compact(group)
    return group


def _forbidden(a: Group, b: Group) -> bool:
    """Whether people have said that two groups are not one."""
    small, large = sorted((a.apart, b.apart), key=len)
    return any(large.get(token, side) != side for token, side in small.items())
