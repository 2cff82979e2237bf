"""Turtle to graph: the inverse of the writer."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

import pyoxigraph as ox

from unigraph.errors import OutputError
from unigraph.graph import DEFAULT_THRESHOLD, GraphData
from unigraph.model import Article, Award, Entity, Evidence, Fact, Occurrence, Post, Span
from unigraph.ontology import UG, Ontology, full_iri, load_ontology, local_name
from unigraph.outside import CLOSE_MATCH, SAME_AS, SKOS
from unigraph.rdf._terms import PROV, RDF, RDFS
from unigraph.rdf._turtle import read_header
from unigraph.resolution import evidence_order, is_identifier

__all__ = ["from_turtle"]

_TYPE, _LABEL, _ALT_LABEL = RDF + "type", RDFS + "label", SKOS + "altLabel"
_NO_RELATION = {_TYPE, _LABEL, _ALT_LABEL, SAME_AS, CLOSE_MATCH, UG + "mentionedIn"}
_KINDS = {UG + x: x for x in ("Article", "Sentence", "Mention", "Evidence", "Candidate", "Position", "Award")}
_ARTICLE = re.compile(r"(.*)a-[0-9a-f]{16}\Z", re.DOTALL)
_SENTENCE = re.compile(r"(.+)-s([0-9]+)\Z")

_Objects = dict[str, list[ox.NamedNode | ox.Literal]]
_Triple = tuple[str, str, str]


def from_turtle(data: bytes | str, ontology: Ontology | None = None) -> GraphData:
    """The graph that :func:`~unigraph.rdf.to_turtle` wrote. ``ontology`` is the one it was made with, ours by default.

    Raises :class:`~unigraph.errors.OutputError` for what is no Turtle, or no graph of unigraph.
    """
    with _without_collector():
        subjects = _parse(data.encode("utf-8", "replace") if isinstance(data, str) else data)
        header = read_header(data)
        base = header.base if header else _guess_base(subjects)
        threshold = header.threshold if header else DEFAULT_THRESHOLD
        return _Reader(base, ontology or load_ontology(), subjects).graph(threshold)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Millions of small objects and no cycle among them: looking for cycles would take half of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _parse(data: bytes) -> dict[str, _Objects]:
    subjects: dict[str, _Objects] = {}
    try:
        for quad in ox.parse(data, format=ox.RdfFormat.TURTLE):
            subject, target = quad.subject, quad.object
            if not isinstance(subject, ox.NamedNode) or not isinstance(target, ox.NamedNode | ox.Literal):
                raise OutputError("no graph of unigraph: it has blank nodes; build it anew from its sources")
            subjects.setdefault(subject.value, {}).setdefault(quad.predicate.value, []).append(target)
    except (SyntaxError, ValueError) as error:
        raise OutputError(f"not valid Turtle: {' '.join(str(error).split())}; build the graph anew") from error
    return subjects


def _guess_base(subjects: Mapping[str, _Objects]) -> str:
    """What stands before the identifiers of articles, for a graph that lost its first line."""
    article = ox.NamedNode(UG + "Article")
    for subject, properties in subjects.items():
        found = _ARTICLE.match(subject)
        if found and article in properties.get(_TYPE, ()):
            return found[1]
    raise OutputError("no graph of unigraph: neither its first line nor an article of ours; name another file")


@dataclass
class _Reader:
    base: str
    ontology: Ontology
    subjects: dict[str, _Objects]
    kinds: dict[str, list[tuple[str, _Objects]]] = field(default_factory=dict)

    def graph(self, threshold: float) -> GraphData:
        for iri, properties in self.subjects.items():
            types = [x.value for x in properties.get(_TYPE, ())]
            if UG + "DataSet" in types:
                continue  # the ontology says it
            kind = next((_KINDS[t] for t in types if t in _KINDS), "")
            self.kinds.setdefault(kind, []).append((self.identifier(iri), properties))
        articles = {i: self._article(i, p) for i, p in sorted(self._of("Article"))}
        facts = self._facts(articles)
        entities = dict(sorted(self._entities().items()))
        return GraphData(
            ontology=self.ontology,
            base=self.base,
            articles=articles,
            sentences=self._sentences(articles),
            reporters={
                i: tuple(sorted(self.nodes(p, "reportedBy")))
                for i, p in sorted(self._of("Article"))
                if UG + "reportedBy" in p
            },
            reprints=self._reprints(articles),
            entities=entities,
            posts={
                i: Post(i, self.one(i, p, "title"), self.node(i, p, "positionIn"))
                for i, p in sorted(self._of("Position"))
            },
            awards={i: Award(i, self.one(i, p, _LABEL)) for i, p in sorted(self._of("Award"))},
            facts=facts,
            background=self._background(facts, entities),
            inferred_years=frozenset(i for i, p in self._of("") if UG + "inferredYear" in p),
            threshold=threshold,
        )

    def _of(self, kind: str) -> list[tuple[str, _Objects]]:
        return self.kinds.get(kind, [])

    def identifier(self, iri: str) -> str:
        """The identifier in an IRI under the base."""
        found = iri[len(self.base) :]
        if not iri.startswith(self.base) or not is_identifier(found):
            raise OutputError(f"no graph of unigraph: <{iri}> is no identifier under <{self.base}>; build it anew")
        return found

    def values(self, properties: _Objects, name: str) -> list[str]:
        return [x.value for x in properties.get(full_iri(name), ())]

    def one(self, subject: str, properties: _Objects, name: str) -> str:
        found = properties.get(full_iri(name))
        if not found:
            raise OutputError(f"no whole graph of unigraph: {subject} has no {local_name(name)}; build it anew")
        return found[0].value

    def number(self, subject: str, properties: _Objects, name: str) -> int:
        found = self.one(subject, properties, name)
        if not (found.isascii() and found.isdigit()):
            raise OutputError(f"no whole graph of unigraph: {subject} has {name} {found!r}, no number; build it anew")
        return int(found)

    def optional(self, properties: _Objects, name: str) -> str:
        found = properties.get(full_iri(name))
        return found[0].value if found else ""

    def node(self, subject: str, properties: _Objects, name: str) -> str:
        return self.identifier(self.one(subject, properties, name))

    def nodes(self, properties: _Objects, name: str) -> list[str]:
        return [self.identifier(v) for v in self.values(properties, name)]

    def sentence(self, iri: str) -> tuple[str, int]:
        """The article and the number in the IRI of a sentence."""
        found = _SENTENCE.match(self.identifier(iri))
        if not found:
            raise OutputError(f"no whole graph of unigraph: <{iri}> is no sentence; build it anew")
        return found[1], int(found[2])

    def _article(self, identifier: str, properties: _Objects) -> Article:
        text = self.optional(properties, "text")
        return Article(
            text=text,
            title=self.optional(properties, _LABEL),
            published=self.optional(properties, "published"),
            basis=self.optional(properties, "publishedBasis"),
            publisher=self.optional(properties, "publisher"),
            page=self.optional(properties, "page"),
            url=self.optional(properties, "url"),
            sources=tuple(sorted(self.values(properties, "source"))),
            known_id="" if Article(text).id == identifier else identifier,
        )

    def _reprints(self, articles: Mapping[str, Article]) -> dict[str, str]:
        found = {i: self.node(i, p, "reprintOf") for i, p in sorted(self._of("Article")) if UG + "reprintOf" in p}
        for reprint, original in found.items():
            if original not in articles:
                raise OutputError(f"no whole graph of unigraph: {reprint} reprints no article here; build it anew")
        return found

    def _sentences(self, articles: Mapping[str, Article]) -> dict[str, tuple[Span, ...]]:
        found: dict[str, dict[int, Span]] = {a: {} for a in articles}
        for identifier, p in self._of("Sentence"):
            article, number = self.sentence(self.base + identifier)
            span = Span(self.number(identifier, p, "begin"), self.number(identifier, p, "end"))
            found.setdefault(article, {})[number] = span
        for article, spans in found.items():
            if article not in articles or sorted(spans) != list(range(len(spans))):
                raise OutputError(f"no whole graph of unigraph: sentences of {article} are missing; build it anew")
        return {article: tuple(spans[n] for n in range(len(spans))) for article, spans in found.items()}

    def _entities(self) -> dict[str, Entity]:
        mentions: dict[str, list[Occurrence]] = {}
        for identifier, p in self._of("Mention"):
            article, number = self.sentence(self.one(identifier, p, "inSentence"))
            place = Occurrence(article, number, self.number(identifier, p, "begin"), self.number(identifier, p, "end"))
            mentions.setdefault(self.node(identifier, p, "refersTo"), []).append(place)
        return {i: self._entity(i, p, tuple(sorted(mentions.get(i, ())))) for i, p in self._of("")}

    def _entity(self, identifier: str, properties: _Objects, mentions: tuple[Occurrence, ...]) -> Entity:
        aliases = [x for x in properties.get(_ALT_LABEL, ()) if isinstance(x, ox.Literal) and x.language == "zh"]
        return Entity(
            id=identifier,
            cls=self._narrowest([local_name(t) for t in self.values(properties, _TYPE)] or ["Thing"]),
            name=self.one(identifier, properties, _LABEL),
            aliases=tuple(sorted(a.value for a in aliases)),
            mentions=mentions,
            adcode=self.optional(properties, "adcode"),
        )

    def _narrowest(self, classes: list[str]) -> str:
        return min(classes, key=lambda c: (-len(self.ontology.ancestors(c)), c))

    def _facts(self, articles: Mapping[str, Article]) -> tuple[Fact, ...]:
        found: dict[tuple[_Triple, bool], list[Evidence]] = {}
        for kind, plain in (("Evidence", True), ("Candidate", False)):
            for identifier, p in self._of(kind):
                triple, evidence = self._evidence(identifier, p)
                if evidence.article not in articles:
                    raise OutputError(f"no whole graph of unigraph: {identifier} is of no article here; build it anew")
                found.setdefault((triple, plain), []).append(evidence)
        facts = [
            Fact(*triple, tuple(sorted(e, key=lambda x: evidence_order(x, articles[x.article].published))), plain=plain)
            for (triple, plain), e in found.items()
        ]
        return tuple(sorted(facts, key=lambda f: (f.subject, f.predicate, f.object)))

    def _evidence(self, identifier: str, p: _Objects) -> tuple[_Triple, Evidence]:
        article, number = self.sentence(self.one(identifier, p, PROV + "wasDerivedFrom"))
        target = p.get(RDF + "object", [None])[0]
        value = (
            self.identifier(target.value)
            if isinstance(target, ox.NamedNode)
            else self.one(identifier, p, RDF + "object")
        )
        triple = (
            self.node(identifier, p, RDF + "subject"),
            local_name(self.one(identifier, p, RDF + "predicate")),
            value,
        )
        try:
            confidence = float(self.one(identifier, p, "confidence"))
        except ValueError as error:
            raise OutputError(
                f"no whole graph of unigraph: the confidence of {identifier} is no number; build it anew"
            ) from error
        evidence = Evidence(
            article=article,
            sentence=number,
            begin=self.number(identifier, p, "begin"),
            end=self.number(identifier, p, "end"),
            rule=self.one(identifier, p, "rule"),
            confidence=confidence,
            as_of=self.optional(p, "asOf"),
            antecedents=tuple(sorted(self.sentence(s)[1] for s in self.values(p, "antecedent"))),
            confirmed=bool(self.optional(p, "confirmed")),
        )
        return triple, evidence

    def _background(self, facts: tuple[Fact, ...], entities: Mapping[str, Entity]) -> tuple[_Triple, ...]:
        """The plain triples between entities that no evidence stands for."""
        symmetric = {p.name for p in self.ontology.predicates.values() if p.symmetric}
        said = {(f.subject, f.predicate, f.object) for f in facts if f.plain}
        said |= {(o, p, s) for s, p, o in said if p in symmetric}
        found = {
            (subject, local_name(predicate), self.identifier(target.value))
            for subject, properties in self._of("")
            for predicate, targets in properties.items()
            if predicate not in _NO_RELATION
            for target in targets
            if isinstance(target, ox.NamedNode)
        }
        return tuple(sorted(t for t in found - said if t[2] in entities))
