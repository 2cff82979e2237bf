"""SHACL shapes, made from an ontology: what it says of classes and predicates, and what holds for all evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from unigraph.ontology import ROOTS, UG, Ontology, OntologyClass, Predicate, full_iri

__all__ = ["SHAPES", "shapes"]

SHAPES = "https://w3id.org/unigraph/shapes#"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_NAMED = (*ROOTS, "Position", "Award")
_HEAD = f"""\
# Generated from the ontology: change that, then run scripts/generate.py.
@prefix ug: <{UG}> .
@prefix ugs: <{SHAPES}> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <{_XSD}> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix schema: <http://schema.org/> .
"""


def shapes(ontology: Ontology) -> str:
    """The shapes as Turtle; the same bytes for the same ontology.

    A shape has the name of what it is about and of what it asks (``ugs:chaired-domain``), and a message in words.
    """
    parts = [
        _HEAD,
        _heading("predicates: what may stand on either side"),
        *(part for name in sorted(ontology.predicates) for part in _predicate(ontology, ontology.predicates[name])),
        _heading("classes: a thing of a narrower class is of the wider ones too"),
        *_classes(ontology),
        _common().replace("$NAMED", ", ".join(_iri(full_iri(n)) for n in _NAMED if n in ontology.classes)),
    ]
    return "\n".join(parts)


@lru_cache(maxsize=1)
def _common() -> str:
    return Path(__file__).with_name("evidence.ttl").read_text(encoding="utf-8")


def _heading(text: str) -> str:
    return f"{'#' * 64} {text}\n"


def _predicate(ontology: Ontology, predicate: Predicate) -> Iterator[str]:
    name = _name(predicate)
    if predicate.domain:
        allowed = _names(ontology, predicate.domain)
        yield (
            f"{_shape(predicate.iri, 'domain')} a sh:NodeShape ;\n"
            f"    sh:targetSubjectsOf {_iri(predicate.iri)} ;\n"
            f"    {_one_of([f'sh:class {_iri(full_iri(c))}' for c in predicate.domain])} ;\n"
            f"    sh:message {_text(f'the subject of {name} must be {allowed}')} .\n"
        )
    if predicate.range:
        kind = "sh:datatype" if predicate.literal else "sh:class"
        allowed = _names(ontology, predicate.range)
        yield (
            f"{_shape(predicate.iri, 'range')} a sh:PropertyShape ;\n"
            f"    sh:targetSubjectsOf {_iri(predicate.iri)} ;\n"
            f"    sh:path {_iri(predicate.iri)} ;\n"
            f"    {_one_of([f'{kind} {_iri(full_iri(c))}' for c in predicate.range])} ;\n"
            f"    sh:message {_text(f'the object of {name} must be {allowed}')} .\n"
        )


def _classes(ontology: Ontology) -> Iterator[str]:
    """One shape for each of the six kinds: all that stands below it carries it."""
    below: dict[str, list[str]] = defaultdict(list)
    for cls in sorted(ontology.classes):
        for root in ROOTS:
            if cls != root and ontology.is_a(cls, root):
                below[root].append(cls)
    for root in ROOTS:
        if below[root]:
            term = ontology.classes[root]
            targets = ", ".join(_iri(full_iri(c)) for c in below[root])
            yield (
                f"{_shape(term.iri, 'wider')} a sh:NodeShape ;\n"
                f"    sh:targetClass {targets} ;\n"
                f"    sh:class {_iri(term.iri)} ;\n"
                f"    sh:message {_text(f'is of a narrower class and must be of {_name(term)} too (rdf:type)')} .\n"
            )


def _name(term: OntologyClass | Predicate) -> str:
    """``主持 (chaired)``."""
    chinese, english = term.labels.get("zh", ""), term.labels.get("en", "")
    local = term.iri.replace("#", "/").rsplit("/", 1)[-1]
    return f"{chinese} ({english})" if chinese and english else chinese or english or local


def _names(ontology: Ontology, names: tuple[str, ...]) -> str:
    known = (_name(ontology.classes[n]) if n in ontology.classes else full_iri(n).removeprefix(_XSD) for n in names)
    return " or ".join(known)


def _one_of(alternatives: list[str]) -> str:
    if len(alternatives) == 1:
        return alternatives[0]
    return f"sh:or ( {' '.join(f'[ {a} ]' for a in alternatives)} )"


def _shape(iri: str, what: str) -> str:
    """Our terms' shapes in our own namespace, a user's beside their terms."""
    return f"ugs:{iri[len(UG) :]}-{what}" if iri.startswith(UG) else f"<{iri}-{what}>"


def _iri(iri: str) -> str:
    local = iri[len(UG) :]
    return f"ug:{local}" if iri.startswith(UG) and local.isalnum() else f"<{iri}>"


def _text(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{escaped}"'
