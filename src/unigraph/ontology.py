"""The ontology, read from Turtle: classes, predicates, and the Chinese words that signal them.

``ontology/unigraph.ttl`` is the single source of truth. A user's file that ``owl:imports`` it extends it; one that
does not replaces it and must define the six classes of things.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

import pyoxigraph as ox

from unigraph._resources import resource
from unigraph.errors import OntologyError

__all__ = [
    "ROOTS",
    "UG",
    "DataSet",
    "Given",
    "Ontology",
    "OntologyClass",
    "Predicate",
    "load_ontology",
    "own_turtle",
    "parse_ontology",
]

UG = "https://w3id.org/unigraph/ontology#"
ONTOLOGY_IRI = "https://w3id.org/unigraph/ontology"
ROOTS = ("Union", "Person", "Company", "Organization", "Place", "Event")
"""The six kinds of things, narrower before wider: a union is an organisation, but a union first."""

_OWL = "http://www.w3.org/2002/07/owl#"
_RDF_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_SCHEMA = "http://schema.org/"
_DCTERMS = "http://purl.org/dc/terms/"
_OBJECT_PROPERTY = ox.NamedNode(_OWL + "ObjectProperty")
_DATATYPE_PROPERTY = ox.NamedNode(_OWL + "DatatypeProperty")
_CLASS = ox.NamedNode(_OWL + "Class")


@dataclass(frozen=True, slots=True)
class OntologyClass:
    """A class: its names, its place in the tree, and the words that name its things.

    ``parents`` are the names of its direct superclasses in this ontology.
    ``color`` and ``shape`` are empty where a parent's hold.
    """

    name: str
    iri: str
    labels: Mapping[str, str]
    definitions: Mapping[str, str]
    parents: tuple[str, ...]
    head_nouns: tuple[str, ...]
    anaphors: tuple[str, ...]
    color: str
    shape: str


@dataclass(frozen=True, slots=True)
class Predicate:
    """A predicate: its names, domain and range, its cues, and where its arguments stand.

    ``subject_side`` and ``object_side`` are ``before``, ``after`` or ``context``.
    """

    name: str
    iri: str
    labels: Mapping[str, str]
    inverse_labels: Mapping[str, str]
    definitions: Mapping[str, str]
    domain: tuple[str, ...]
    range: tuple[str, ...]
    cues: tuple[str, ...]
    label_cues: tuple[str, ...]
    subject_side: str
    object_side: str
    symmetric: bool
    literal: bool


@dataclass(frozen=True, slots=True)
class Given:
    """A property that a data set gives, of this vocabulary or another."""

    iri: str
    labels: Mapping[str, str]
    definitions: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class DataSet:
    """Where values in a graph come from that no article says: sources and licences by IRI, and the date.

    ``gives`` are the properties whose values are all from it.
    """

    iri: str
    labels: Mapping[str, str]
    definitions: Mapping[str, str]
    gives: tuple[Given, ...]
    sources: tuple[str, ...]
    issued: str
    licenses: tuple[str, ...]


def local_name(iri: str) -> str:
    """``Union`` for our own IRIs, the IRI itself for a user's."""
    return iri[len(UG) :] if iri.startswith(UG) else iri


def full_iri(name: str) -> str:
    """The IRI of a class or predicate by its name; the inverse of :func:`local_name`."""
    return name if ":" in name else UG + name


@dataclass(frozen=True, eq=False)
class Ontology:
    """Classes and predicates by name. ``version`` is a digest of the Turtle; ``turtle`` the text itself."""

    classes: Mapping[str, OntologyClass]
    predicates: Mapping[str, Predicate]
    version: str
    turtle: tuple[str, ...] = field(repr=False, default=())
    data_sets: tuple[DataSet, ...] = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Ontology) and self.version == other.version

    def __hash__(self) -> int:
        return hash(self.version)

    def ancestors(self, name: str) -> tuple[str, ...]:
        """The class and all its superclasses in this ontology, nearest first; empty for an unknown class."""
        return self._ancestors.get(name, ())

    @cached_property
    def _ancestors(self) -> dict[str, tuple[str, ...]]:
        return {name: tuple(self._walk(name)) for name in self.classes}

    def _walk(self, name: str) -> Iterable[str]:
        seen: dict[str, None] = {}
        queue = [name]
        while queue:
            current = queue.pop(0)
            if current in seen or current not in self.classes:
                continue
            seen[current] = None
            queue.extend(self.classes[current].parents)
        return seen

    def is_a(self, name: str, ancestor: str) -> bool:
        """Whether a class is another one or stands below it."""
        return ancestor in self._ancestors.get(name, ())

    def root(self, name: str) -> str:
        """Which of the six kinds a class belongs to; empty where it is none of them (posts, awards, articles)."""
        return self._roots.get(name, "")

    @cached_property
    def _roots(self) -> dict[str, str]:
        return {name: next((r for r in ROOTS if r in above), "") for name, above in self._ancestors.items()}

    def style(self, name: str) -> tuple[str, str]:
        """Colour and shape of a class, its nearest ancestor's where it has none of its own."""
        found = [self.classes[a] for a in self.ancestors(name)]
        color = next((c.color for c in found if c.color), "#888888")
        return color, next((c.shape for c in found if c.shape), "dot")

    def words(self, kind: str, root: str = "") -> dict[str, str]:
        """``headNoun`` or ``anaphor`` words to the class that declares them; narrower classes win."""
        if (kind, root) not in self._words:
            self._words[kind, root] = self._words_of(kind, root)
        return self._words[kind, root]

    @cached_property
    def _words(self) -> dict[tuple[str, str], dict[str, str]]:
        return {}

    def _words_of(self, kind: str, root: str) -> dict[str, str]:
        out: dict[str, str] = {}
        for name in sorted(self.classes, key=lambda n: (len(self.ancestors(n)), n)):
            if root and not self.is_a(name, root):
                continue
            cls = self.classes[name]
            for word in cls.head_nouns if kind == "headNoun" else cls.anaphors:
                out[word] = name
        return out

    def giver(self, predicate: str) -> DataSet | None:
        """The data set that a property's values are from, by its IRI; ``None`` where none is declared."""
        return self._givers.get(predicate)

    @cached_property
    def _givers(self) -> dict[str, DataSet]:
        return {given.iri: one for one in reversed(self.data_sets) for given in one.gives}

    def accepts(self, classes: tuple[str, ...], name: str) -> bool:
        """Whether a thing of a class may stand where one of the given classes is asked for; none asks for nothing."""
        return not classes or any(self.is_a(name, c) for c in classes)


def load_ontology(path: str | Path | None = None) -> Ontology:
    """Read our ontology, or a user's that extends or replaces it.

    Raises :class:`~unigraph.errors.OntologyError` where the file is missing, is no Turtle, or has not the six classes.
    """
    return _load(None if path is None else Path(path))


def _load(path: Path | None) -> Ontology:
    if path is None:
        return _build(((_ours(), "unigraph.ttl"),))
    try:
        theirs = path.read_bytes()
    except OSError as error:
        raise OntologyError(f"{path}: cannot read the ontology ({error.strerror}); check the path") from error
    return parse_ontology(theirs, str(path))


def own_turtle(ontology: Ontology) -> str:
    """The Turtle of an ontology that is not ours; empty where it is ours."""
    return "" if ontology.version == load_ontology().version else ontology.turtle[-1]


def _ours() -> bytes:
    return resource("ontology/unigraph.ttl").read_bytes()


def parse_ontology(theirs: bytes, path: str) -> Ontology:
    """As :func:`load_ontology`, of the text of a file that is not ours; ``path`` is what errors call it."""
    store = _parse(theirs, path)
    imports = ox.NamedNode(_OWL + "imports")
    targets = {
        q.object.value for q in store.quads_for_pattern(None, imports, None) if isinstance(q.object, ox.NamedNode)
    }
    if ONTOLOGY_IRI in targets:
        return _build(((_ours(), "unigraph.ttl"), (theirs, path)))
    ontology = _build(((theirs, path),))
    missing = [r for r in ROOTS if r not in ontology.classes]
    if missing:
        raise OntologyError(
            f"{path}: neither imports <{ONTOLOGY_IRI}> (owl:imports) nor defines ug:{', ug:'.join(missing)}; add one of them"
        )
    return ontology


def _parse(data: bytes, name: str) -> ox.Store:
    store = ox.Store()
    try:
        for triple in ox.parse(data, format=ox.RdfFormat.TURTLE, base_iri="https://example.invalid/"):
            store.add(ox.Quad(triple.subject, triple.predicate, triple.object))
    except (SyntaxError, ValueError, OSError) as error:
        raise OntologyError(f"{name}: not valid Turtle: {' '.join(str(error).split())}") from error
    return store


@lru_cache(maxsize=8)  # by content: a file that was edited is read anew
def _build(files: tuple[tuple[bytes, str], ...]) -> Ontology:
    import hashlib

    store = ox.Store()
    for data, name in files:
        for quad in _parse(data, name):
            store.add(quad)
    reader = _Reader(store)
    classes = {c.name: c for c in map(reader.ontology_class, reader.subjects(_CLASS))}
    properties = {*reader.subjects(_OBJECT_PROPERTY), *reader.subjects(_DATATYPE_PROPERTY)}
    predicates = {p.name: p for p in map(reader.predicate, sorted(properties))}
    digest = hashlib.blake2s(b"\0".join(data for data, _ in files), digest_size=8).hexdigest()
    turtle = tuple(data.decode("utf-8") for data, _ in files)
    data_sets = tuple(map(reader.data_set, reader.subjects(ox.NamedNode(UG + "DataSet"))))
    return Ontology(classes, predicates, digest, turtle, data_sets)


class _Reader:
    """Reads classes and predicates out of a store of triples."""

    def __init__(self, store: ox.Store) -> None:
        self.store = store

    def subjects(self, kind: ox.NamedNode) -> list[str]:
        found = self.store.quads_for_pattern(None, _RDF_TYPE, kind)
        return sorted({q.subject.value for q in found if isinstance(q.subject, ox.NamedNode)})

    def iris(self, subject: str, predicate: str) -> list[str]:
        found = self.store.quads_for_pattern(ox.NamedNode(subject), ox.NamedNode(predicate), None)
        return sorted({q.object.value for q in found if isinstance(q.object, ox.NamedNode)})

    def literals(self, subject: str, predicate: str) -> list[ox.Literal]:
        found = self.store.quads_for_pattern(ox.NamedNode(subject), ox.NamedNode(predicate), None)
        return sorted((q.object for q in found if isinstance(q.object, ox.Literal)), key=lambda x: x.value)

    def by_language(self, subject: str, predicate: str) -> dict[str, str]:
        return {(x.language or "")[:2]: x.value for x in self.literals(subject, predicate)}

    def words(self, subject: str, name: str) -> tuple[str, ...]:
        return tuple(sorted({x.value for x in self.literals(subject, UG + name)}, key=lambda w: (-len(w), w)))

    def word(self, subject: str, name: str, default: str = "") -> str:
        return next((x.value for x in self.literals(subject, UG + name)), default)

    def ontology_class(self, iri: str) -> OntologyClass:
        above = self.iris(iri, _RDFS + "subClassOf")
        known = set(self.subjects(_CLASS))
        return OntologyClass(
            name=local_name(iri),
            iri=iri,
            labels=self.by_language(iri, _RDFS + "label"),
            definitions=self.by_language(iri, _RDFS + "comment"),
            parents=tuple(local_name(x) for x in above if x in known),
            head_nouns=self.words(iri, "headNoun"),
            anaphors=self.words(iri, "anaphor"),
            color=self.word(iri, "color"),
            shape=self.word(iri, "shape"),
        )

    def classes_of(self, iri: str, side: str) -> tuple[str, ...]:
        """Domain or range: that of RDFS, or any of several by schema.org, since several of RDFS would mean all at once."""
        found = {*self.iris(iri, _RDFS + side), *self.iris(iri, f"{_SCHEMA}{side}Includes")}
        return tuple(sorted(map(local_name, found)))

    def given(self, iri: str) -> Given:
        return Given(iri, self.by_language(iri, _RDFS + "label"), self.by_language(iri, _RDFS + "comment"))

    def data_set(self, iri: str) -> DataSet:
        return DataSet(
            iri=iri,
            labels=self.by_language(iri, _RDFS + "label"),
            definitions=self.by_language(iri, _RDFS + "comment"),
            gives=tuple(map(self.given, self.iris(iri, UG + "gives"))),
            sources=tuple(self.iris(iri, _DCTERMS + "source")),
            issued=next((x.value for x in self.literals(iri, _DCTERMS + "issued")), ""),
            licenses=tuple(self.iris(iri, _DCTERMS + "license")),
        )

    def predicate(self, iri: str) -> Predicate:
        kinds = self.iris(iri, _RDF_TYPE.value)
        return Predicate(
            name=local_name(iri),
            iri=iri,
            labels=self.by_language(iri, _RDFS + "label"),
            inverse_labels=self.by_language(iri, UG + "inverseLabel"),
            definitions=self.by_language(iri, _RDFS + "comment"),
            domain=self.classes_of(iri, "domain"),
            range=self.classes_of(iri, "range"),
            cues=self.words(iri, "cue"),
            label_cues=self.words(iri, "labelCue"),
            subject_side=self.word(iri, "subjectSide", "before"),
            object_side=self.word(iri, "objectSide", "after"),
            symmetric=_OWL + "SymmetricProperty" in kinds,
            literal=_DATATYPE_PROPERTY.value in kinds,
        )
