"""What all articles say to one graph: which things are one, what they are called, and what is said of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from unigraph.errors import OptionError
from unigraph.graph import DEFAULT_BASE, DEFAULT_THRESHOLD, GraphData
from unigraph.model import ArticleFacts, Entity
from unigraph.ontology import Ontology
from unigraph.resolution._articles import Clash, merge_articles, merge_facts
from unigraph.resolution._background import division_tree
from unigraph.resolution._clusters import Nodes, cluster, collect
from unigraph.resolution._entities import entities, full_name
from unigraph.resolution._facts import evidence_order, is_date, state
from unigraph.resolution._identifiers import identify, is_identifier
from unigraph.resolution._names import fold, pinyin

__all__ = [
    "Background",
    "Clash",
    "check_base",
    "division_tree",
    "evidence_order",
    "fold",
    "is_date",
    "is_identifier",
    "merge_articles",
    "pinyin",
    "resolve",
]

Background = Callable[[Mapping[str, Entity]], Iterable[tuple[str, str, str]]]
"""Facts without evidence, from the entities of the graph: subject, predicate, object, by identifier."""

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20\ud800-\udfff]*[/#]\Z")
_DOTS = re.compile(r"/\.\.?/")


def check_base(base: str) -> str:
    """The base itself; :class:`~unigraph.errors.OptionError` where no identifier can stand after it."""
    if not _ABSOLUTE.match(base) or _DOTS.search(base):
        raise OptionError(f"--base {base!r}: must be an absolute IRI that ends in / or #, such as {DEFAULT_BASE}")
    return base


def resolve(
    facts: Iterable[ArticleFacts],
    ontology: Ontology,
    *,
    base: str = DEFAULT_BASE,
    threshold: float = DEFAULT_THRESHOLD,
    background: Background = division_tree,
) -> GraphData:
    """The graph of all that the articles say; the same for the same articles in any order.

    Things of several articles are one where a key says so; bodies and places also where class and full name agree;
    persons where a body (or a reporter's publisher) agrees with the name; events where host and date do.
    Facts whose best evidence is below ``threshold`` are kept as candidates.
    Raises :class:`~unigraph.errors.OptionError` for a base or threshold that cannot be.
    """
    check_base(base)
    if not 0.0 <= threshold <= 1.0:
        raise OptionError(f"threshold {threshold}: must lie between 0 and 1, such as {DEFAULT_THRESHOLD}")
    merged = merge_facts(facts)
    nodes = collect(merged, ontology, threshold)
    clusters = cluster(nodes)
    names = [full_name([nodes.nodes[n] for n in members]) for members in clusters]
    ids = identify(nodes, clusters, names)
    things = entities(nodes, clusters, names, ids, ontology)
    of_node = _spread(nodes, clusters, ids)
    statements = state(nodes, of_node, ontology, threshold)
    plain = {(f.subject, f.predicate, f.object) for f in statements.facts if f.plain}
    known = {t for t in background(things) if t[0] in things and t[2] in things}
    by_id = sorted(enumerate(merged), key=lambda pair: pair[1].article.id)
    return GraphData(
        ontology=ontology,
        base=base,
        articles={one.article.id: one.article for _, one in by_id},
        sentences={one.article.id: one.sentences for _, one in by_id},
        reporters={
            one.article.id: tuple(sorted({of_node[nodes.index(number, r)] for r in one.reporters}))
            for number, one in by_id
            if one.reporters
        },
        entities=things,
        posts=dict(sorted(statements.posts.items())),
        awards=dict(sorted(statements.awards.items())),
        facts=statements.facts,
        background=tuple(sorted(known - plain)),
        inferred_years=statements.inferred_years,
        threshold=threshold,
    )


def _spread(nodes: Nodes, clusters: Iterable[list[int]], ids: Iterable[str]) -> list[str]:
    """The identifier of each node."""
    out = [""] * len(nodes.nodes)
    for members, identifier in zip(clusters, ids, strict=True):
        for n in members:
            out[n] = identifier
    return out
