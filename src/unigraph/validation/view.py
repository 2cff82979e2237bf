"""A graph laid out for checking: triples by predicate and subject, and words for its things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TypeAlias

import pyoxigraph as ox

from unigraph.ontology import UG, Ontology, full_iri

__all__ = ["DERIVED", "OBJECT", "PREDICATE", "SUBJECT", "TYPE", "Node", "View"]

Node: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
TYPE, SUBJECT, PREDICATE, OBJECT = (_RDF + name for name in ("type", "subject", "predicate", "object"))
DERIVED = "http://www.w3.org/ns/prov#wasDerivedFrom"


class View:
    """Triples of a store by predicate, then by subject. Names without a colon are ours: ``inArticle``."""

    def __init__(self, store: ox.Store, ontology: Ontology) -> None:
        self.ontology = ontology
        self._index: dict[str, dict[str, list[Node]]] = defaultdict(lambda: defaultdict(list))
        for quad in store:
            self._index[quad.predicate.value][_value(quad.subject)].append(quad.object)
        self._said: dict[tuple[str, str], frozenset[Node]] = {}
        self._classes: dict[str, list[str]] = defaultdict(list)
        for subject, types in self._index.get(TYPE, {}).items():
            for cls in types:
                self._classes[_value(cls)].append(subject)

    @property
    def predicates(self) -> list[str]:
        """IRIs of all predicates in use."""
        return sorted(self._index)

    def pairs(self, predicate: str) -> Iterator[tuple[str, Node]]:
        """All subjects and objects of a predicate."""
        for subject, objects in self._index.get(full_iri(predicate), {}).items():
            for target in objects:
                yield subject, target

    def all(self, subject: str, predicate: str) -> list[Node]:
        """The objects of a subject."""
        return self._index.get(full_iri(predicate), {}).get(subject, [])

    def one(self, subject: str, predicate: str) -> str:
        """The first object's IRI or words, empty where there is none."""
        found = self.all(subject, predicate)
        return _value(found[0]) if found else ""

    def number(self, subject: str, predicate: str) -> int | None:
        """The first object as a whole number, ``None`` where it is none."""
        text = self.one(subject, predicate)
        return int(text) if text.isascii() and text.isdigit() else None

    def span(self, subject: str) -> tuple[int, int] | None:
        """``ug:begin`` and ``ug:end``, where both are whole numbers."""
        begin, end = self.number(subject, "begin"), self.number(subject, "end")
        return None if begin is None or end is None else (begin, end)

    def of_class(self, name: str) -> list[str]:
        """The subjects of a class."""
        return self._classes.get(full_iri(name), [])

    def says(self, subject: str, predicate: str, target: Node) -> bool:
        """Whether a triple is in the graph."""
        key = (subject, full_iri(predicate))
        if key not in self._said:  # a set, for some things have thousands of objects
            self._said[key] = frozenset(self.all(*key))
        return target in self._said[key]

    def name(self, thing: str) -> str:
        """A thing in words: its Chinese name and identifier, a sentence's first words, a statement's parts."""
        labels = [x for x in self.all(thing, _LABEL) if isinstance(x, ox.Literal)]
        label = next((x.value for x in labels if x.language == "zh"), labels[0].value if labels else "")
        text = label or self.one(thing, "text")
        if text:
            text = f"“{text[:20]}…”" if len(text) > 20 and not label else text
        elif self.all(thing, SUBJECT):
            ends = [self.name(self.one(thing, end)) for end in (SUBJECT, OBJECT)]
            text = f"{ends[0]} {self.term(self.one(thing, PREDICATE))} {ends[1]}"
        short = thing.rstrip("/#").replace("#", "/").rsplit("/", 1)[-1]
        return f"{text} ({short})" if text and text != short else short

    def term(self, iri: str) -> str:
        """A class or predicate in words: its Chinese label and local name."""
        local = iri.removeprefix(UG)
        term = self.ontology.predicates.get(local) or self.ontology.classes.get(local)
        label = term.labels.get("zh", "") if term else ""
        short = iri.replace("#", "/").rsplit("/", 1)[-1]
        return f"{label} {short}" if label and label != short else short


def _value(node: Node) -> str:
    return str(node) if isinstance(node, ox.Triple) else node.value
