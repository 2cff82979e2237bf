"""Which things of two graphs are the same: those with one identifier, and those that the same words of a text name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from unigraph.difference.articles import Revision
from unigraph.graph import GraphData

__all__ = ["Matching", "match"]

Place = tuple[str, int, int]
"""Where a thing is named: article, begin, end."""


@dataclass(frozen=True, slots=True)
class Matching:
    """``successors``: old identifiers with the new ones that their mentions have now, ``predecessors`` the other way.

    Both are sorted, what most mentions say first. Things without a mention in both graphs (honours, background
    knowledge) are matched by identifier alone. Words that are longer or shorter now (市总工会, 南溪市总工会) are matched
    where they overlap.
    """

    successors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    predecessors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def new(self, identifier: str) -> str:
        """What an old thing is called now: itself where it is still there, else its main successor."""
        found = self.successors.get(identifier, ())
        return identifier if identifier in found or not found else found[0]

    def children(self, identifier: str) -> list[str]:
        """The new things that come from an old one above all."""
        return [i for i in self.successors.get(identifier, ()) if self.predecessors[i][0] == identifier]

    def parents(self, identifier: str) -> list[str]:
        """The old things that have become a new one above all."""
        return [i for i in self.predecessors.get(identifier, ()) if self.successors[i][0] == identifier]


def match(old: GraphData, new: GraphData, articles: Mapping[str, Revision]) -> Matching:
    """Follow every mention of the articles that both graphs hold from the old graph to the new one."""
    here = _places(new, (r.article for r in articles.values()))
    ways: Counter[tuple[str, str]] = Counter()
    for identifier, entity in old.entities.items():
        for mention in entity.mentions:
            revision = articles.get(mention.article)
            if revision:
                place = revision.moved(mention.begin, mention.end)
                target = here.get(revision.article, _NOWHERE).at(*place, _root(old, entity.cls))
                if target:
                    ways[identifier, target] += 1
    for identifier in old.entities.keys() & new.entities.keys() | old.awards.keys() & new.awards.keys():
        ways[identifier, identifier] += 1
    successors: dict[str, list[str]] = {}
    predecessors: dict[str, list[str]] = {}
    for (before, after), _ in sorted(ways.items(), key=lambda way: (-way[1], way[0])):
        successors.setdefault(before, []).append(after)
        predecessors.setdefault(after, []).append(before)
    return Matching({k: tuple(v) for k, v in successors.items()}, {k: tuple(v) for k, v in predecessors.items()})


class _Article:
    """The mentions of an article, to be asked by place and by what kind of thing is meant."""

    def __init__(self, named: Iterable[tuple[int, int, str, str]]) -> None:
        self._named = sorted(named)
        self._exact = {(begin, end, root): identifier for begin, end, root, identifier in self._named}

    def at(self, begin: int, end: int, root: str) -> str:
        """What these words name, else what words name that overlap with them most; empty where none do."""
        exact = self._exact.get((begin, end, root))
        if exact:
            return exact
        overlaps = ((min(end, e) - max(begin, b), i) for b, e, r, i in self._named if r == root)
        return max(((n, i) for n, i in overlaps if n > 0), default=(0, ""))[1]


_NOWHERE = _Article(())


def _places(graph: GraphData, articles: Iterable[str]) -> dict[str, _Article]:
    wanted = frozenset(articles)
    named: dict[str, list[tuple[int, int, str, str]]] = {}
    for identifier, entity in graph.entities.items():
        for mention in entity.mentions:
            if mention.article in wanted:
                place = (mention.begin, mention.end, _root(graph, entity.cls), identifier)
                named.setdefault(mention.article, []).append(place)
    return {article: _Article(found) for article, found in named.items()}


def _root(graph: GraphData, cls: str) -> str:
    """A person stays a person, but a company may turn out to be an organisation."""
    root = graph.ontology.root(cls) or cls
    return root if root in ("Person", "Event", "Place") else "body"
