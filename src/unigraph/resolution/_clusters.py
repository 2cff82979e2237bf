"""Which things of different articles are one: precision before recall, and never a chain that joins what is apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from unigraph.model import ArticleFacts, Claim
from unigraph.ontology import Ontology
from unigraph.resolution._names import fold

__all__ = ["Node", "Nodes", "cluster", "collect"]

_BY_CONTEXT = ("Person", "Event")
_RELATIVE = re.compile(
    r"(?:省|市|区|县|州|盟|旗|镇|乡|街道)(?:总工会|工会|委|人大|政协|人民政府|政府|\w{2,}[局委办会院厅部宫])"
)
_BY_ALIAS = ("Company", "Organization")

Token = tuple[str, str]
_K = TypeVar("_K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Node:
    """An entity of one article: ``article`` and ``local`` are its indices, ``folded`` is its name as compared."""

    article: int
    local: int
    cls: str
    root: str
    name: str
    aliases: tuple[str, ...]
    folded: str
    key: str


@dataclass(frozen=True)
class Nodes:
    """All entities of all articles, in the order of the articles; ``first`` is where each article's begin."""

    facts: Sequence[ArticleFacts]
    nodes: Sequence[Node]
    first: Sequence[int]
    threshold: float

    def index(self, article: int, local: int) -> int:
        """The node of an article's entity."""
        return self.first[article] + local

    def claims(self, predicate: str) -> Iterable[tuple[int, Claim]]:
        """Each article's index with its claims of a predicate that are sure enough, in the order of the text."""
        for number, one in enumerate(self.facts):
            found = [c for c in one.claims if c.predicate == predicate and c.evidence.confidence >= self.threshold]
            for claim in sorted(found, key=lambda c: (c.evidence.begin, c.evidence.end)):
                yield number, claim

    def objects(self, predicate: str) -> dict[int, list[int]]:
        """Subject nodes to object nodes."""
        out: dict[int, list[int]] = {}
        for number, claim in self.claims(predicate):
            if claim.object is not None:
                out.setdefault(self.index(number, claim.subject), []).append(self.index(number, claim.object))
        return out

    def subjects(self, predicate: str) -> dict[int, list[int]]:
        """Object nodes to subject nodes."""
        out: dict[int, list[int]] = {}
        for subject, objects in self.objects(predicate).items():
            for target in objects:
                out.setdefault(target, []).append(subject)
        return out

    def values(self, predicate: str) -> dict[int, list[str]]:
        """Subject nodes to values."""
        out: dict[int, list[str]] = {}
        for number, claim in self.claims(predicate):
            out.setdefault(self.index(number, claim.subject), []).append(claim.value)
        return out


class _Sets:
    """Disjoint sets of nodes; the smallest node stands for its set."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def find(self, node: int) -> int:
        parent = self._parent
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    def join(self, nodes: Iterable[int]) -> None:
        roots = {self.find(n) for n in nodes}
        smallest = min(roots)
        for root in roots:
            self._parent[root] = smallest

    def groups(self) -> list[list[int]]:
        out: dict[int, list[int]] = {}
        for node in range(len(self._parent)):
            out.setdefault(self.find(node), []).append(node)
        return list(out.values())


def collect(facts: Sequence[ArticleFacts], ontology: Ontology, threshold: float) -> Nodes:
    """Number the entities of all articles."""
    nodes: list[Node] = []
    first = []
    roots: dict[str, str] = {}
    for number, one in enumerate(facts):
        first.append(len(nodes))
        for local, e in enumerate(one.entities):
            root = roots.setdefault(e.cls, ontology.root(e.cls) or e.cls)
            folded = fold(e.name, person=root == "Person")
            nodes.append(Node(number, local, e.cls, root, e.name, e.aliases, folded, e.key))
    return Nodes(facts, nodes, first, threshold)


def cluster(all_nodes: Nodes) -> list[list[int]]:
    """The nodes that are one thing, a list each, in the order of their first node."""
    nodes = all_nodes.nodes
    sets = _Sets(len(nodes))
    for same in _grouped(range(len(nodes)), lambda n: nodes[n].key).values():
        sets.join(same)
    by_name = _grouped(range(len(nodes)), lambda n: (nodes[n].root, nodes[n].folded))
    for (root, _), same in by_name.items():
        if root not in _BY_CONTEXT:
            _join_named(sets, nodes, same)
    _join_aliases(sets, nodes, by_name)
    _join_persons(sets, all_nodes, by_name)
    _join_events(sets, all_nodes, by_name)
    return sets.groups()


def _grouped(numbers: Iterable[int], key: Callable[[int], _K]) -> dict[_K, list[int]]:
    out: dict[_K, list[int]] = {}
    for n in numbers:
        k = key(n)
        if k:
            out.setdefault(k, []).append(n)
    return out


def _keys(nodes: Sequence[Node], members: Iterable[int]) -> set[str]:
    return {nodes[n].key for n in members if nodes[n].key}


def _join_named(sets: _Sets, nodes: Sequence[Node], same: list[int]) -> None:
    """Bearers of one name are one; a name that only its article explains, or that keys tell apart, stays with it."""
    if len(_keys(nodes, same)) <= 1 and not _RELATIVE.match(nodes[same[0]].folded):
        sets.join(same)
        return
    for in_article in _grouped((n for n in same if not nodes[n].key), lambda n: (nodes[n].article,)).values():
        sets.join(in_article)


def _join_aliases(sets: _Sets, nodes: Sequence[Node], by_name: Mapping[tuple[str, str], list[int]]) -> None:
    """A name that is the alias of exactly one other, which is itself nobody's alias, is that other's name.

    No article may speak of both, else it told them apart.
    """
    owners: dict[str, set[tuple[str, str]]] = {}
    for key, same in by_name.items():
        for alias in {fold(a) for n in same for a in nodes[n].aliases} - {key[1]}:
            owners.setdefault(alias, set()).add(key)
    shorter: dict[tuple[str, str], list[int]] = {}
    for (root, name), same in by_name.items():
        owner = next(iter(owners.get(name, ())), None)
        if owner and len(owners[name]) == 1 and owner[0] == root and root in _BY_ALIAS and owner[1] not in owners:
            shorter.setdefault(owner, []).append(same[0])
    for key, names in sorted(shorter.items()):
        groups = [by_name[key], *(by_name[key[0], nodes[n].folded] for n in names)]
        articles = [{nodes[n].article for n in g} for g in groups]
        apart = len(set().union(*articles)) == sum(map(len, articles))
        if apart and len(_keys(nodes, (n for g in groups for n in g))) <= 1:
            sets.join(n for g in groups for n in g)


def _join_persons(sets: _Sets, all_nodes: Nodes, by_name: Mapping[tuple[str, str], list[int]]) -> None:
    """Bearers of one name are one where they hold posts at one body, or report for one publisher."""
    bodies = all_nodes.objects("holdsPosition")
    tokens: dict[int, set[Token]] = {n: {("body", str(sets.find(b))) for b in found} for n, found in bodies.items()}
    for number, one in enumerate(all_nodes.facts):
        if one.article.publisher:
            for local in one.reporters:
                token = ("publisher", fold(one.article.publisher))
                tokens.setdefault(all_nodes.index(number, local), set()).add(token)

    def apart(members: list[int]) -> bool:
        distinct = {(all_nodes.nodes[n].article, sets.find(n)) for n in members}
        return len({article for article, _ in distinct}) < len(distinct)

    for (root, _), same in by_name.items():
        if root == "Person":
            _join_linked(sets, all_nodes.nodes, same, tokens, apart)


def _join_events(sets: _Sets, all_nodes: Nodes, by_name: Mapping[tuple[str, str], list[int]]) -> None:
    """Bearers of one name are one within an article unless dates differ, and where host and date are the same."""
    nodes = all_nodes.nodes
    hosts, dates = all_nodes.subjects("hosted"), all_nodes.values("startDate")
    for (root, _), same in by_name.items():
        if root != "Event":
            continue
        for in_article in _grouped(same, lambda n: (nodes[n].article,)).values():
            if len({d for n in in_article for d in dates.get(n, ())}) <= 1 and len(_keys(nodes, in_article)) <= 1:
                sets.join(in_article)
        tokens = {n: {(str(sets.find(h)), d) for h in hosts.get(n, ()) for d in dates.get(n, ())} for n in same}
        _join_linked(sets, nodes, same, tokens, lambda _: False)


def _join_linked(
    sets: _Sets,
    nodes: Sequence[Node],
    same: list[int],
    tokens: Mapping[int, set[Token]],
    apart: Callable[[list[int]], bool],
) -> None:
    """Join bearers of one name that share a token, unless the whole that comes of it cannot be one thing."""
    bearers: dict[tuple[str, ...], list[int]] = {}
    for n in same:
        bearers.setdefault(("set", str(sets.find(n))), []).append(n)
        for token in tokens.get(n, ()):
            bearers.setdefault(("token", *token), []).append(n)
    local = {n: i for i, n in enumerate(same)}
    linked = _Sets(len(same))
    for members in bearers.values():
        linked.join(local[n] for n in members)
    for group in linked.groups():
        members = [same[i] for i in group]
        if len(_keys(nodes, members)) <= 1 and not apart(members):
            sets.join(members)
