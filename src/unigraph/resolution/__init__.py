"""What all articles say to one graph: which things are one, what they are called, and what is said of them."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from types import MappingProxyType

from unigraph.errors import OptionError
from unigraph.graph import DEFAULT_BASE, DEFAULT_THRESHOLD, GraphData
from unigraph.model import ArticleFacts, Entity
from unigraph.ontology import Ontology
from unigraph.resolution._articles import Clash, date_key, merge_articles, merge_facts
from unigraph.resolution._background import adcode, division_tree
from unigraph.resolution._blocks import Member
from unigraph.resolution._clusters import Join, Kept
from unigraph.resolution._decision import Cluster, Decision, decide, pair_signals
from unigraph.resolution._doubts import Doubt, doubts
from unigraph.resolution._entities import occurrences, with_mentions
from unigraph.resolution._facts import (
    DATES,
    Resolved,
    Statements,
    evidence_order,
    is_date,
    is_sure,
    state,
    states_year,
)
from unigraph.resolution._identifiers import article_digests, award_id, is_identifier, post_id
from unigraph.resolution._names import fold, pinyin, preferred
from unigraph.resolution._profiles import Profile, profiles
from unigraph.resolution._reasons import reasons
from unigraph.resolution._registry import MEMBER_BITS, SCHEMA, THING, Registry, Replaced, Verdict, thing_of
from unigraph.resolution._weights import Signal, Weights, load_weights

__all__ = [
    "DATES",
    "MEMBER_BITS",
    "SCHEMA",
    "THING",
    "Background",
    "Clash",
    "Cluster",
    "Decision",
    "Doubt",
    "Join",
    "Kept",
    "Member",
    "Profile",
    "Registry",
    "Replaced",
    "Resolved",
    "Signal",
    "Statements",
    "Verdict",
    "Weights",
    "adcode",
    "article_digests",
    "assemble",
    "award_id",
    "check_base",
    "check_threshold",
    "date_key",
    "decide",
    "division_tree",
    "doubts",
    "evidence_order",
    "fold",
    "is_date",
    "is_identifier",
    "is_sure",
    "load_weights",
    "merge_articles",
    "occurrences",
    "pair_signals",
    "pinyin",
    "post_id",
    "preferred",
    "profiles",
    "reasons",
    "resolve",
    "state",
    "states_year",
    "thing_of",
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


def check_threshold(threshold: float) -> float:
    """The threshold itself; :class:`~unigraph.errors.OptionError` where it is no confidence."""
    if not 0.0 <= threshold <= 1.0:
        raise OptionError(f"threshold {threshold}: must lie between 0 and 1, such as {DEFAULT_THRESHOLD}")
    return threshold


def resolve(
    facts: Iterable[ArticleFacts],
    ontology: Ontology,
    *,
    base: str = DEFAULT_BASE,
    threshold: float = DEFAULT_THRESHOLD,
    background: Background = division_tree,
) -> GraphData:
    """The graph of all that the articles say; the same for the same articles in any order.

    Things of several articles are one where a key says so, else where what speaks for it outweighs what speaks against
    it and nothing forbids it (:func:`decide`).
    Facts whose best evidence is below ``threshold`` are kept as candidates.
    Raises :class:`~unigraph.errors.OptionError` for a base or threshold that cannot be.
    """
    check_base(base)
    check_threshold(threshold)
    merged = {one.article.id: one for one in merge_facts(facts)}
    with closing(sqlite3.connect(":memory:")) as db:
        db.executescript(SCHEMA)
        registry = Registry(db, ontology, lambda article: merged[article].article.text)
        for one in merged.values():
            registry.put(one.article, profiles(one, ontology, threshold))
        registry.settle()
        ids, things, reprints = registry.all_ids(), registry.things(), registry.reprints()
    articles = [Resolved(one, ids[i]) for i, one in merged.items()]
    return assemble(
        articles, things, ontology, base=base, threshold=threshold, reprints=reprints, background=background
    )


def assemble(
    articles: Sequence[Resolved],
    things: Mapping[str, Entity],
    ontology: Ontology,
    *,
    base: str,
    threshold: float,
    reprints: Mapping[str, str] = MappingProxyType({}),
    background: Background = division_tree,
) -> GraphData:
    """The graph of articles whose entities are known, each once. ``things`` are these entities, without mentions.

    ``reprints`` are articles that reprint another, each with that one.
    """
    statements = state(articles, ontology, threshold)
    entities = with_mentions(things, articles)
    plain = {(f.subject, f.predicate, f.object) for f in statements.facts if f.plain}
    known = {t for t in background(entities) if t[0] in entities and t[2] in entities}
    by_id = {one.facts.article.id: one for one in sorted(articles, key=lambda one: one.facts.article.id)}
    return GraphData(
        ontology=ontology,
        base=base,
        articles={i: one.facts.article for i, one in by_id.items()},
        sentences={i: one.facts.sentences for i, one in by_id.items()},
        reporters={
            i: tuple(sorted({one.ids[r] for r in one.facts.reporters}))
            for i, one in by_id.items()
            if one.facts.reporters
        },
        reprints=dict(sorted(reprints.items())),
        entities=entities,
        posts=dict(sorted(statements.posts.items())),
        awards=dict(sorted(statements.awards.items())),
        facts=statements.facts,
        background=tuple(sorted(known - plain)),
        inferred_years=statements.inferred_years,
        threshold=threshold,
    )
