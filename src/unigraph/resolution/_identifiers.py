"""Identifiers: ASCII, and a function of what the thing is alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from unigraph.resolution._clusters import Nodes
from unigraph.resolution._names import digest, fold, slug

__all__ = ["PREFIXES", "award_id", "identify", "is_identifier", "post_id"]

PREFIXES = {"Person": "p", "Union": "u", "Company": "c", "Organization": "o", "Place": "pl", "Event": "e"}
_OTHER_PREFIX = "x"
_IDENTIFIER = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*\Z")


class _Wanted(NamedTuple):
    """What an identifier is made of; ``ties`` are added one by one while two things still have the same."""

    prefix: str
    name: str
    key: tuple[str, ...]
    ties: tuple[str, ...]
    fixed: str = ""

    def identifier(self, ties: int) -> str:
        return self.fixed or _join(self.prefix, self.name, *self.key, *self.ties[:ties])


def _join(prefix: str, name: str, *key: str) -> str:
    return "-".join(x for x in (prefix, slug(name, person=prefix == PREFIXES["Person"]), digest(*key)) if x)


def is_identifier(text: str) -> bool:
    """Whether a text may stand in an IRI as it is."""
    return _IDENTIFIER.match(text) is not None


def post_id(title: str, body: str) -> str:
    """The identifier of a post by its title and the identifier of its body."""
    return _join("po", title, "Position", fold(title), body)


def award_id(name: str, giver: str) -> str:
    """The identifier of an award by its name and the identifier of its giver, or an empty text."""
    return _join("aw", name, "Award", fold(name), giver)


def identify(all_nodes: Nodes, clusters: Sequence[list[int]], names: Sequence[str]) -> list[str]:
    """The identifier of each cluster, by the clusters' full names."""
    return _Identifier(all_nodes, clusters, names).identify()


class _Identifier:
    """Makes identifiers: first of what its name decides, then of events by their hosts, and persons by their bodies.

    Nodes stand in the order of their articles' dates and texts, so a cluster's first node is its earliest.
    """

    def __init__(self, all_nodes: Nodes, clusters: Sequence[list[int]], names: Sequence[str]) -> None:
        self.all = all_nodes
        self.clusters = clusters
        self.names = names
        self.cluster_of = {n: c for c, members in enumerate(clusters) for n in members}
        self.ids: dict[int, str] = {}

    def identify(self) -> list[str]:
        wanted = {"Person": self._person_keys, "Event": self._event_keys}
        kinds = [self.all.nodes[members[0]].root for members in self.clusters]
        self._assign([c for c, kind in enumerate(kinds) if kind not in wanted], lambda _: ())
        for kind in ("Event", "Person"):
            self._assign([c for c, k in enumerate(kinds) if k == kind], wanted[kind]())
        return [self.ids[c] for c in range(len(self.clusters))]

    def _assign(self, numbers: Sequence[int], context: Callable[[int], tuple[str, ...]]) -> None:
        wanted = {c: self._wanted(c, context) for c in numbers}
        self.ids.update((c, w.identifier(0)) for c, w in wanted.items())
        for ties in (1, 2):
            taken = Counter(self.ids.values())
            self.ids.update((c, w.identifier(ties)) for c, w in wanted.items() if taken[self.ids[c]] > 1)

    def _wanted(self, number: int, context: Callable[[int], tuple[str, ...]]) -> _Wanted:
        members = [self.all.nodes[n] for n in self.clusters[number]]
        first, name = members[0], self.names[number]
        ties = (self._article(first.article), str(first.local))
        key = next((n.key for n in members if n.key), "")
        prefix = PREFIXES.get(first.root, _OTHER_PREFIX)
        if key:
            return _Wanted(prefix, name, (key,), ties, key if is_identifier(key) else "")
        return _Wanted(prefix, name, (first.root, fold(name, person=first.root == "Person"), *context(number)), ties)

    def _article(self, number: int) -> str:
        return self.all.facts[number].article.id

    def _of(self, node: int) -> str:
        cluster = self.cluster_of[node]
        return self.ids.get(cluster) or fold(self.names[cluster])

    def _person_keys(self) -> Callable[[int], tuple[str, ...]]:
        bodies = self.all.objects("holdsPosition")
        publishers = {
            self.all.index(number, local): fold(one.article.publisher)
            for number, one in enumerate(self.all.facts)
            for local in one.reporters
            if one.article.publisher
        }

        def context(number: int) -> tuple[str, ...]:
            members = self.clusters[number]
            body = next((self._of(bodies[n][0]) for n in members if n in bodies), "")
            publisher = next((publishers[n] for n in members if n in publishers), "")
            return (body or publisher or self._article(self.all.nodes[members[0]].article),)

        return context

    def _event_keys(self) -> Callable[[int], tuple[str, ...]]:
        hosts, dates = self.all.subjects("hosted"), self.all.values("startDate")

        def context(number: int) -> tuple[str, ...]:
            members = self.clusters[number]
            known = next(((self._of(hosts[n][0]), dates[n][0]) for n in members if n in hosts and n in dates), None)
            return known or (self._article(self.all.nodes[members[0]].article),)

        return context
