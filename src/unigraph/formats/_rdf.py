"""The RDF formats beside our own Turtle."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from unigraph.errors import OutputError
from unigraph.formats._text import printable_xml
from unigraph.graph import GraphData
from unigraph.rdf import PREFIXES, quads, triples

__all__ = ["jsonld", "nquads", "ntriples", "rdfxml", "trig"]

_ELEMENT_NAME = re.compile(r"[/#:][A-Za-z_][\w.-]*\Z")


def jsonld(graph: GraphData, texts: bool) -> bytes:
    """Expanded JSON-LD, a node object a subject."""
    return _serialize(triples(graph, texts=texts), ox.RdfFormat.JSON_LD, graph)


def ntriples(graph: GraphData, texts: bool) -> bytes:
    """N-Triples, a triple a line."""
    return _serialize(triples(graph, texts=texts), ox.RdfFormat.N_TRIPLES, graph)


def nquads(graph: GraphData, texts: bool) -> bytes:
    """N-Quads: sentences, mentions and evidence in a graph named by their article, all else in the default graph."""
    return _serialize(quads(graph, texts=texts), ox.RdfFormat.N_QUADS, graph)


def trig(graph: GraphData, texts: bool) -> bytes:
    """As N-Quads, with prefixes."""
    return _serialize(quads(graph, texts=texts), ox.RdfFormat.TRIG, graph)


def rdfxml(graph: GraphData, texts: bool) -> bytes:
    """RDF/XML. Characters that XML cannot hold become U+FFFD."""
    data = _serialize(_for_xml(triples(graph, texts=texts)), ox.RdfFormat.RDF_XML, graph)
    return data.replace(b"\r", b"&#13;")  # a bare one is read as a line feed


def _serialize(statements: Iterable[ox.Triple] | Iterable[ox.Quad], kind: ox.RdfFormat, graph: GraphData) -> bytes:
    prefixes = {"id": graph.base, **PREFIXES}
    data: bytes | None = ox.serialize(statements, format=kind, prefixes=prefixes)
    return data or b""


def _for_xml(statements: Iterable[ox.Triple]) -> Iterator[ox.Triple]:
    for t in statements:
        if not _ELEMENT_NAME.search(t.predicate.value):
            raise OutputError(f"<{t.predicate.value}> does not end in a name, as RDF/XML needs; export to ntriples")
        yield ox.Triple(t.subject, t.predicate, _literal_for_xml(t.object)) if isinstance(t.object, ox.Literal) else t


def _literal_for_xml(literal: ox.Literal) -> ox.Literal:
    text = printable_xml(literal.value)
    if literal.language:
        return ox.Literal(text, language=literal.language)
    return ox.Literal(text, datatype=literal.datatype)
