"""The knowledge graph: everything that a set of articles says, as plain frozen data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from unigraph.model import Article, Award, Entity, Fact, Post, Span
from unigraph.ontology import Ontology

__all__ = ["DEFAULT_BASE", "DEFAULT_THRESHOLD", "GraphData"]

DEFAULT_BASE = "https://w3id.org/unigraph/id/"
DEFAULT_THRESHOLD = 0.5
"""Facts less sure than this are candidates, no plain triples."""


@dataclass(frozen=True)
class GraphData:
    """All that a graph holds; sorted by identifier, so that equal inputs give equal graphs.

    ``sentences`` are the spans of each article, by its identifier; ``reporters`` the persons who signed it.
    ``reprints`` are the articles that print another one again, each with that one.
    ``facts`` are sorted by subject, predicate and object. ``background`` holds facts without evidence, such as
    the place of a division in the tree: their ends may be entities without mentions.
    ``inferred_years`` are the events whose year was worked out from a date of publication.
    ``threshold`` is the confidence that a fact needed to be a plain triple.
    """

    ontology: Ontology
    base: str = DEFAULT_BASE
    articles: Mapping[str, Article] = field(default_factory=dict)
    sentences: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    reporters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    reprints: Mapping[str, str] = field(default_factory=dict)
    entities: Mapping[str, Entity] = field(default_factory=dict)
    posts: Mapping[str, Post] = field(default_factory=dict)
    awards: Mapping[str, Award] = field(default_factory=dict)
    facts: tuple[Fact, ...] = ()
    background: tuple[tuple[str, str, str], ...] = ()
    inferred_years: frozenset[str] = frozenset()
    threshold: float = DEFAULT_THRESHOLD

    def stories(self, articles: Iterable[str]) -> frozenset[str]:
        """Some articles with each reprint counted as its original: what is said independently."""
        return frozenset(self.reprints.get(i, i) for i in articles)
