"""Which node of a graph an article's mention is: the gold of identity, and what a graph says of each article."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from unigraph.errors import GoldError
from unigraph.evaluation.annotation import kinds_of
from unigraph.evaluation.likeness import EVENT_LIKENESS, fold, session_likeness
from unigraph.evaluation.turtle import Turtle
from unigraph.graph import GraphData
from unigraph.ontology import Ontology

__all__ = ["MENTIONS", "Mention", "Named", "assign", "from_graph", "from_turtle", "read_mentions", "read_pairs"]

MENTIONS = "identity.json"
_PAIRS = "nearmiss.json"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in an article, and the cluster of all mentions that are the same thing.

    ``names`` are the labels that its node may bear, ``kinds`` the classes that are right for it, the first its own.
    ``context`` is a part of its sentence, where two in one article bear the name; ``why`` tells a hard case.
    """

    article: str
    name: str
    names: tuple[str, ...]
    kinds: tuple[str, ...]
    cluster: str
    context: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A node in one article: its classes, labels and aliases, and the folded sentences that name it there."""

    kinds: frozenset[str]
    labels: tuple[str, ...]
    aliases: tuple[str, ...]
    sentences: tuple[str, ...]


ByTitle = Mapping[str, Mapping[str, Named]]
"""The nodes of each article, by its folded title."""


def read_mentions(folder: Path) -> tuple[Mention, ...]:
    """The mentions of a set. Raises :class:`~unigraph.errors.GoldError` where they are not in the form told above."""
    path = folder / MENTIONS
    try:
        return tuple(_mention(m) for m in _read(path))
    except (KeyError, TypeError, AttributeError) as error:
        raise GoldError(f"{path}: no list of mentions: {error} is missing or of a wrong kind") from error


def read_pairs(folder: Path) -> tuple[tuple[str, str], ...]:
    """The pairs of clusters that must stay apart, where the set names some."""
    path = folder / _PAIRS
    try:
        return tuple((p["a"], p["b"]) for p in _read(path)) if path.exists() else ()
    except (KeyError, TypeError) as error:
        raise GoldError(f"{path}: no list of pairs: {error} is missing or of a wrong kind") from error


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise GoldError(f"{path}: cannot read it ({error.strerror}); check the path") from error
    except ValueError as error:
        raise GoldError(f"{path}: no JSON: {' '.join(str(error).split())}") from error


def _mention(m: Mapping[str, Any]) -> Mention:
    kinds = (m["type"], *m.get("also", ()))
    return Mention(
        m["article"], m["name"], tuple(m["names"]), kinds, m["cluster"], m.get("context", ""), m.get("why", "")
    )


def from_graph(graph: GraphData) -> ByTitle:
    """The nodes of a graph in memory, named as in its Turtle."""
    out: dict[str, dict[str, Named]] = {fold(a.title): {} for a in graph.articles.values()}
    for entity in graph.entities.values():
        kinds = frozenset(kinds_of([entity.cls], graph.ontology))
        sentences: defaultdict[str, list[str]] = defaultdict(list)
        for article, number in sorted({(o.article, o.sentence) for o in entity.mentions}):
            begin, end = graph.sentences[article][number]
            text = graph.articles[article]
            sentences[fold(text.title)].append(fold(text.text[begin:end]))
        for title, found in sentences.items():
            if kinds:
                out[title][graph.base + entity.id] = Named(kinds, (entity.name,), entity.aliases, tuple(found))
    return out


def from_turtle(path: Path, ontology: Ontology) -> ByTitle:
    """The nodes of any graph in our vocabulary. Raises ``OSError`` or ``SyntaxError`` where it cannot be read."""
    turtle = Turtle.read(path)
    titles = {a: {fold(t) for t in turtle.labels(a)} for _, a in turtle.pairs("inArticle")}
    classes, words, where = turtle.classes(), turtle.by_subject("text"), turtle.by_subject("inArticle")
    out: dict[str, dict[str, Named]] = {title: {} for found in titles.values() for title in found}
    for node, sentences in turtle.by_subject("mentionedIn").items():
        kinds = frozenset(kinds_of(classes[node], ontology))
        labels, aliases = turtle.labels(node), turtle.aliases(node)
        named: defaultdict[str, list[str]] = defaultdict(list)
        for sentence in sentences:
            for title in (t for a in where[sentence] for t in titles[a]):
                named[title].append("".join(map(fold, words[sentence])))
        for title, found in named.items():
            if kinds and (labels or aliases):
                out[title][node.strip("<>")] = Named(kinds, tuple(labels), tuple(aliases), tuple(found))
    return out


def assign(mentions: Iterable[Mention], titles: Mapping[str, str], nodes: ByTitle) -> dict[int, str]:
    """The node of each mention that is found, by the mention's place in the list.

    ``titles`` are the folded titles of the articles. The best name decides, then the sentence; where several nodes of
    an article fit alike, the one that serves the mention's cluster elsewhere is taken, so that no set loses by an
    article's own doubles.
    """
    by_article: defaultdict[str, dict[int, Mention]] = defaultdict(dict)
    for i, m in enumerate(mentions):
        by_article[m.article][i] = m
    clusters = {i: m.cluster for found in by_article.values() for i, m in found.items()}
    out: dict[int, str] = {}
    undecided: list[tuple[int, list[str]]] = []
    for article, found in sorted(by_article.items()):
        here = nodes.get(titles[article], {})
        fits = {i: best for i in found if (best := _fitting(i, found, here))}
        undecided += [(i, best) for i, best in fits.items() if len(best) > 1]
        out |= {i: best[0] for i, best in fits.items() if len(best) == 1}
        out |= _alike(found, here, fits)
    serves = Counter((clusters[i], node) for i, node in out.items())
    for i, best in undecided:
        out[i] = _serving(clusters[i], best, serves)
        serves[clusters[i], out[i]] += 1
    return out


def _serving(cluster: str, best: Iterable[str], serves: Counter[tuple[str, str]]) -> str:
    """Of nodes that fit alike the one that serves the cluster most, then other clusters least."""

    def order(node: str) -> tuple[int, int, str]:
        others = sum(count for (c, n), count in serves.items() if n == node and c != cluster)
        return -serves[cluster, node], others, node

    return min(best, key=order)


def _fitting(number: int, mentions: Mapping[int, Mention], nodes: Mapping[str, Named]) -> list[str]:
    """The nodes that fit a mention best by name; of these, those in the fewest sentences of its namesakes."""
    m = mentions[number]
    rivals = [
        fold(other.context)
        for i, other in mentions.items()
        if i != number and other.context and fold(other.name) == fold(m.name)
    ]
    fits: defaultdict[tuple[int, int, bool], list[str]] = defaultdict(list)
    for node, named in nodes.items():
        rank = _rank(m, named)
        if rank and _may_be(m, named):
            strange = sum(context in s for context in rivals for s in named.sentences)
            fits[-rank, strange, m.kinds[0] not in named.kinds].append(node)
    return fits[min(fits)] if fits else []


def _may_be(m: Mention, named: Named) -> bool:
    context = fold(m.context)
    return not named.kinds.isdisjoint(m.kinds) and any(context in s for s in named.sentences)


def _rank(m: Mention, named: Named) -> int:
    """From 4, the very name as a label, to 1, another name as an alias; 0 where no name is common."""
    name, names = fold(m.name), set(map(fold, m.names))
    labels, aliases = set(map(fold, named.labels)), set(map(fold, named.aliases))
    ranks = (name in labels, not names.isdisjoint(labels), name in aliases, not names.isdisjoint(aliases))
    return next((4 - i for i, fits in enumerate(ranks) if fits), 0)


def _alike(
    mentions: Mapping[int, Mention], nodes: Mapping[str, Named], fits: Mapping[int, list[str]]
) -> dict[int, str]:
    """The events that no name finds, by likeness of names, each node once in an article."""
    pairs = [
        (-likeness, i, node)
        for i, m in mentions.items()
        if m.kinds[0] == "Event" and i not in fits
        for node, named in nodes.items()
        if "Event" in named.kinds and _may_be(m, named) and (likeness := _likeness(m, named)) >= EVENT_LIKENESS
    ]
    taken = {n for i, best in fits.items() if mentions[i].kinds[0] == "Event" for n in best}
    out: dict[int, str] = {}
    for _, i, node in sorted(pairs):
        if i not in out and node not in taken:
            out[i] = node
            taken.add(node)
    return out


def _likeness(m: Mention, named: Named) -> float:
    return max(session_likeness(a, b) for a in m.names for b in (*named.labels, *named.aliases))
