"""Terms of RDF in several makes: text of Turtle, terms of pyoxigraph, terms of rdflib."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol, TypeVar

import pyoxigraph as ox

from unigraph.ontology import UG
from unigraph.outside import OWL, SCHEMA, SKOS, WIKIDATA

if TYPE_CHECKING:
    from rdflib.term import Node

__all__ = [
    "DCTERMS",
    "PREFIXES",
    "PROV",
    "RDF",
    "RDFS",
    "XSD",
    "OxigraphTerms",
    "RdflibTerms",
    "Terms",
    "TurtleTerms",
    "clean",
]

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
PROV = "http://www.w3.org/ns/prov#"
DCTERMS = "http://purl.org/dc/terms/"
PREFIXES = {
    "ug": UG,
    "rdf": RDF,
    "rdfs": RDFS,
    "owl": OWL,
    "skos": SKOS,
    "prov": PROV,
    "dcterms": DCTERMS,
    "schema": SCHEMA,
    "wd": WIKIDATA,
    "xsd": XSD,
}

T_co = TypeVar("T_co", covariant=True)
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_ESCAPED = re.compile(r"[\x00-\x1f\"\\\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\"}
_NOT_IN_IRI = re.compile(r"[\x00-\x20<>\"{}|^`\\\ud800-\udfff]")
_LOCAL = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*\Z")
_BARE = frozenset({"integer", "decimal", "boolean"})


class Terms(Protocol[T_co]):
    """Makes terms. ``node`` takes an identifier of the graph, ``literal`` the local name of a datatype of XSD."""

    def node(self, identifier: str) -> T_co: ...

    def iri(self, iri: str) -> T_co: ...

    def text(self, value: str, language: str) -> T_co: ...

    def literal(self, value: str, datatype: str) -> T_co: ...


def clean(text: str) -> str:
    """The text with U+FFFD for each half of a surrogate pair, which no encoding can write."""
    return _SURROGATE.sub("\ufffd", text)


@lru_cache(maxsize=4096)
def _valid_iri(iri: str) -> str:
    return _NOT_IN_IRI.sub(lambda m: "".join(f"%{b:02X}" for b in clean(m[0]).encode()), iri)


def _escape(found: re.Match[str]) -> str:
    char = found[0]
    return _ESCAPES.get(char) or ("\ufffd" if "\ud800" <= char <= "\udfff" else f"\\u{ord(char):04X}")


class TurtleTerms:
    """Terms as text of Turtle, with prefixes; ``id:`` stands for the base."""

    def node(self, identifier: str) -> str:
        return "id:" + identifier

    def iri(self, iri: str) -> str:
        return _turtle_iri(iri)

    def text(self, value: str, language: str) -> str:
        return f'"{_ESCAPED.sub(_escape, value)}"@{language}'

    def literal(self, value: str, datatype: str) -> str:
        if datatype in _BARE:
            return value
        quoted = f'"{_ESCAPED.sub(_escape, value)}"'
        return quoted if datatype == "string" else f"{quoted}^^xsd:{datatype}"


@lru_cache(maxsize=4096)
def _turtle_iri(iri: str) -> str:
    if iri == RDF + "type":
        return "a"
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and _LOCAL.match(iri[len(namespace) :]):
            return f"{prefix}:{iri[len(namespace) :]}"
    return f"<{_valid_iri(iri)}>"


class OxigraphTerms:
    """Terms of pyoxigraph."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._types = {t: ox.NamedNode(XSD + t) for t in (*_BARE, "string", "date", "gYearMonth")}

    def node(self, identifier: str) -> ox.NamedNode | ox.Literal:
        return ox.NamedNode(self._base + identifier)

    def iri(self, iri: str) -> ox.NamedNode | ox.Literal:
        return ox.NamedNode(_valid_iri(iri))

    def text(self, value: str, language: str) -> ox.NamedNode | ox.Literal:
        return ox.Literal(clean(value), language=language)

    def literal(self, value: str, datatype: str) -> ox.NamedNode | ox.Literal:
        return ox.Literal(clean(value), datatype=self._types[datatype])


class RdflibTerms:
    """Terms of rdflib."""

    def __init__(self, base: str) -> None:
        from rdflib import Literal, URIRef

        self._base = base
        self._uri = URIRef
        self._literal = Literal

    def node(self, identifier: str) -> Node:
        return self._uri(self._base + identifier)

    def iri(self, iri: str) -> Node:
        return self._uri(_valid_iri(iri))

    def text(self, value: str, language: str) -> Node:
        return self._literal(clean(value), lang=language)

    def literal(self, value: str, datatype: str) -> Node:
        typed = None if datatype == "string" else self._uri(XSD + datatype)
        return self._literal(clean(value), datatype=typed)
