"""Shapes against a graph, by pyshacl."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from unigraph.validation.report import Problem
from unigraph.validation.view import Node, View

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node as RdflibNode

__all__ = ["run_shapes"]

_SH = "http://www.w3.org/ns/shacl#"
_STRING = ox.NamedNode("http://www.w3.org/2001/XMLSchema#string")


def run_shapes(store: ox.Store, shapes: str, view: View) -> Iterator[Problem]:
    """The results of the shapes (Turtle) on a graph, in words. A broken shape gives one fault for a thing."""
    import pyshacl
    import rdflib

    with _quiet():
        _, report, _ = pyshacl.validate(
            _to_rdflib(store), shacl_graph=rdflib.Graph().parse(data=shapes, format="turtle"), inference="none"
        )
    for result in report.objects(None, rdflib.URIRef(_SH + "result")):
        yield _problem(report, result, view)


def _problem(report: Any, result: Any, view: View) -> Problem:
    import rdflib

    def get(name: str) -> Any:
        return report.value(result, rdflib.URIRef(_SH + name))

    subject, value = str(get("focusNode")), get("value")
    code = str(get("sourceShape")).replace("#", "/").rsplit("/", 1)[-1]
    found = ""
    if value is not None and str(value) != subject:
        found = f"; found {view.name(str(value)) if isinstance(value, rdflib.URIRef) else repr(str(value))}"
    return Problem(code, subject, f"{view.name(subject)}: {get('resultMessage')}{found}")


def _to_rdflib(store: ox.Store) -> rdflib.Graph:
    """The triples with their literals as written: no fault is mended on the way."""
    import rdflib

    @lru_cache(maxsize=1 << 16)
    def iri(value: str) -> rdflib.URIRef:
        return rdflib.URIRef(value)

    def term(node: Node) -> RdflibNode:
        if isinstance(node, ox.NamedNode):
            return iri(node.value)
        if isinstance(node, ox.Literal):
            plain = node.language or node.datatype == _STRING  # which rdflib tells from a literal without datatype
            datatype = None if plain else iri(node.datatype.value)
            return rdflib.Literal(node.value, lang=node.language, datatype=datatype, normalize=False)
        return rdflib.BNode(str(node))

    graph = rdflib.Graph(bind_namespaces="none")
    for quad in store:
        graph.add((term(quad.subject), iri(quad.predicate.value), term(quad.object)))
    return graph


@contextmanager
def _quiet() -> Iterator[None]:
    """rdflib logs every literal that it cannot read, with a traceback; the shapes name them in words."""
    logger = logging.getLogger("rdflib.term")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)
