"""Graph to RDF and back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

import pyoxigraph as ox

from unigraph.graph import GraphData
from unigraph.rdf._describe import (
    ArticleTold,
    Describer,
    Description,
    EntityTold,
    describe,
    evidence_id,
    format_confidence,
    origins,
    relations,
)
from unigraph.rdf._reader import from_turtle
from unigraph.rdf._redirects import Honour, redirects_turtle
from unigraph.rdf._terms import PREFIXES, OxigraphTerms, RdflibTerms, TurtleTerms, clean
from unigraph.rdf._turtle import Header, block, make_header, opening, read_header, to_turtle

if TYPE_CHECKING:
    import rdflib

__all__ = [
    "PREFIXES",
    "ArticleTold",
    "Describer",
    "Description",
    "EntityTold",
    "Header",
    "Honour",
    "TurtleTerms",
    "block",
    "clean",
    "evidence_id",
    "format_confidence",
    "from_turtle",
    "make_header",
    "opening",
    "origins",
    "quads",
    "read_header",
    "redirects_turtle",
    "relations",
    "to_rdflib",
    "to_turtle",
    "triples",
]


def triples(graph: GraphData, *, texts: bool = True) -> Iterator[ox.Triple]:
    """All triples of a graph, those of :func:`to_turtle`, in its order."""
    for _, subject, properties in describe(graph, OxigraphTerms(graph.base), texts=texts):
        for predicate, objects in properties:
            for target in objects:
                yield ox.Triple(cast(ox.NamedNode, subject), cast(ox.NamedNode, predicate), target)


def quads(graph: GraphData, *, texts: bool = True) -> Iterator[ox.Quad]:
    """All triples, with what is of one article (its sentences, mentions, evidence) in a graph named by the article.

    Entities, posts, awards and their plain triples stand in the default graph.
    """
    terms = OxigraphTerms(graph.base)
    for article, subject, properties in describe(graph, terms, texts=texts):
        home = cast(ox.NamedNode, terms.node(article)) if article else ox.DefaultGraph()
        for predicate, objects in properties:
            for target in objects:
                yield ox.Quad(cast(ox.NamedNode, subject), cast(ox.NamedNode, predicate), target, home)


def to_rdflib(graph: GraphData, *, texts: bool = True) -> rdflib.Graph:
    """The graph as an rdflib graph, with prefixes bound."""
    import rdflib

    out = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in {"id": graph.base, **PREFIXES}.items():
        out.bind(prefix, namespace)
    for _, subject, properties in describe(graph, RdflibTerms(graph.base), texts=texts):
        for predicate, objects in properties:
            for target in objects:
                out.add((subject, predicate, target))
    return out
