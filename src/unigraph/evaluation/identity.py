"""Identity across articles: B-cubed over mentions, and what was joined or split wrongly.

B-cubed (Bagga and Baldwin, 1998): for each mention the share of its node that is its cluster (precision), and the
share of its cluster that is its node (recall), averaged over mentions. Mentions that were not found count in neither;
the share found is told beside.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from unigraph.building import Options, build_sources
from unigraph.errors import GoldError
from unigraph.evaluation.likeness import fold
from unigraph.evaluation.mentions import (
    MENTIONS,
    ByTitle,
    Mention,
    assign,
    from_graph,
    from_turtle,
    read_mentions,
    read_pairs,
)
from unigraph.ontology import ROOTS, Ontology

__all__ = ["Group", "Identity", "IdentityScore", "Mistake", "evaluate_identity", "is_identity"]

_ALL = "ALL"


class IdentityScore(NamedTuple):
    """B-cubed of the mentions of one class; ``several`` tells those whose name has two bearers or more."""

    name: str
    several: bool
    precision: float
    recall: float
    found: int
    mentions: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0

    @property
    def share(self) -> float:
        """The share of the mentions that was found."""
        return self.found / self.mentions if self.mentions else 0.0


class Group(NamedTuple):
    """The mentions of one cluster at one node."""

    cluster: str
    node: str
    mentions: tuple[Mention, ...]


class Mistake(NamedTuple):
    """Two groups at one node that are two things (``merged``), or of one thing at two nodes (``split``)."""

    kind: str
    a: Group
    b: Group

    @property
    def pairs(self) -> int:
        """How many pairs of mentions it is."""
        return len(self.a.mentions) * len(self.b.mentions)


@dataclass(frozen=True, slots=True)
class Identity:
    """The scores of a set: rows by class for all names, then for names of several bearers; and what was wrong.

    ``absent`` mentions were found at no node, ``unread`` articles are not in the graph. ``near`` are the pairs of
    clusters that are easily taken for one, ``near_merged`` those that were; ``recurring`` the clusters of two mentions
    and more, ``whole`` those at one node.
    """

    scores: tuple[IdentityScore, ...]
    mistakes: tuple[Mistake, ...]
    absent: tuple[Mention, ...]
    unread: tuple[str, ...]
    near: int
    near_merged: int
    recurring: int
    whole: int

    def score(self, name: str = _ALL, *, several: bool = False) -> IdentityScore:
        """One row of the table."""
        return next(s for s in self.scores if (s.name, s.several) == (name, several))

    def pairs(self, kind: str) -> int:
        """How many pairs of mentions were wrongly ``merged`` or ``split``."""
        return sum(m.pairs for m in self.mistakes if m.kind == kind)


def is_identity(folder: Path) -> bool:
    """Whether a folder of gold is one for identity across articles."""
    return (folder / MENTIONS).is_file()


def evaluate_identity(gold: Path, ontology: Ontology, *, predicted: Path | None = None) -> Identity:
    """Score one graph of all articles of a set: ``gold`` has articles/*.txt, identity.json, and maybe nearmiss.json.

    Without ``predicted``, a graph in Turtle or a folder that holds one, the articles are read anew. Raises
    :class:`~unigraph.errors.GoldError` where the set or the graph cannot be read, and
    :class:`~unigraph.errors.SourceError` where there are no articles.
    """
    mentions = read_mentions(gold)
    titles = _titles(gold)
    unknown = sorted({m.article for m in mentions} - titles.keys())
    if unknown:
        raise GoldError(f"{gold / MENTIONS}: {unknown[0]} is no article of {gold / 'articles'}; add {unknown[0]}.txt")
    nodes = (
        _predicted(predicted, ontology)
        if predicted
        else from_graph(build_sources([gold / "articles"], ontology, Options())[0])
    )
    at = assign(mentions, titles, nodes)
    return _judged(
        mentions, at, read_pairs(gold), sorted({m.article for m in mentions if titles[m.article] not in nodes})
    )


def _titles(gold: Path) -> dict[str, str]:
    paths = sorted((gold / "articles").glob("*.txt"))
    return {p.stem: fold(p.read_text(encoding="utf-8").split("\n", 1)[0]) for p in paths}


def _predicted(path: Path, ontology: Ontology) -> ByTitle:
    turtle = path / "graph.ttl" if path.is_dir() else path
    try:
        return from_turtle(turtle, ontology)
    except (OSError, SyntaxError, ValueError) as error:
        raise GoldError(f"{turtle}: no graph to score: {' '.join(str(error).split())}") from error


def _judged(
    mentions: Sequence[Mention], at: Mapping[int, str], near: Iterable[tuple[str, str]], unread: Iterable[str]
) -> Identity:
    groups: defaultdict[tuple[str, str], list[Mention]] = defaultdict(list)
    for i in sorted(at):
        groups[mentions[i].cluster, at[i]].append(mentions[i])
    found = [Group(cluster, node, tuple(ms)) for (cluster, node), ms in sorted(groups.items())]
    clusters = Counter(mentions[i].cluster for i in at)
    nodes_of = Counter(g.cluster for g in found)
    merged = _mistakes("merged", found, [g.node for g in found])
    split = _mistakes("split", found, [g.cluster for g in found])
    together = {frozenset((m.a.cluster, m.b.cluster)) for m in merged}
    seen = [pair for pair in near if clusters.keys() >= set(pair)]
    recurring = [c for c, n in clusters.items() if n > 1]
    return Identity(
        _scores(mentions, at),
        (*merged, *split),
        tuple(m for i, m in enumerate(mentions) if i not in at),
        tuple(unread),
        len(seen),
        sum(frozenset(pair) in together for pair in seen),
        len(recurring),
        sum(nodes_of[c] == 1 for c in recurring),
    )


def _mistakes(kind: str, groups: Sequence[Group], shared: Sequence[str]) -> list[Mistake]:
    """All pairs of groups that share what they are grouped by."""
    by: defaultdict[str, list[Group]] = defaultdict(list)
    for group, what in zip(groups, shared, strict=True):
        by[what].append(group)
    return [Mistake(kind, a, b) for _, same in sorted(by.items()) for a, b in combinations(same, 2)]


def _scores(mentions: Sequence[Mention], at: Mapping[int, str]) -> tuple[IdentityScore, ...]:
    shares = _shares({i: mentions[i].cluster for i in at}, at)
    ambiguous = _ambiguous(mentions)

    def score(name: str, several: bool) -> IdentityScore:
        wanted = [
            i
            for i, m in enumerate(mentions)
            if name in (_ALL, m.kinds[0]) and (not several or not ambiguous.isdisjoint(map(fold, m.names)))
        ]
        found = [shares[i] for i in wanted if i in shares]
        precision, recall = (sum(s[k] for s in found) / len(found) if found else 0.0 for k in (0, 1))
        return IdentityScore(name, several, precision, recall, len(found), len(wanted))

    return tuple(score(name, several) for several in (False, True) for name in (_ALL, *ROOTS))


def _shares(gold: Mapping[int, str], at: Mapping[int, str]) -> dict[int, tuple[float, float]]:
    """Each mention's precision and recall."""
    both = Counter((gold[i], at[i]) for i in gold)
    in_gold, in_node = Counter(gold.values()), Counter(at[i] for i in gold)
    return {i: (both[gold[i], at[i]] / in_node[at[i]], both[gold[i], at[i]] / in_gold[gold[i]]) for i in gold}


def _ambiguous(mentions: Iterable[Mention]) -> frozenset[str]:
    """The folded names that two clusters or more may bear."""
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for m in mentions:
        for name in m.names:
            bearers[fold(name)].add(m.cluster)
    return frozenset(name for name, clusters in bearers.items() if len(clusters) > 1)
