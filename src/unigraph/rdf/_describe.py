"""What a graph says, subject by subject: the one source of its triples for all that writes them."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from typing import Generic, NamedTuple, TypeVar

from unigraph.graph import GraphData
from unigraph.model import Entity, Evidence, Fact
from unigraph.ontology import UG, DataSet, full_iri
from unigraph.outside import SKOS, Identifier, outside
from unigraph.rdf._terms import DCTERMS, PROV, RDF, RDFS, Terms
from unigraph.resolution import is_date, pinyin

__all__ = ["DATES", "Description", "describe", "evidence_id", "format_confidence"]

DATES = ("startDate", "endDate")

T = TypeVar("T")


class Description(NamedTuple, Generic[T]):
    """A subject with its properties: predicates in order, each with its objects.

    ``article`` is the identifier of the article that the subject belongs to, empty where it is of the whole graph.
    """

    article: str
    subject: T
    properties: list[tuple[T, list[T]]]


def evidence_id(subject: str, predicate: str, target: str, evidence: Evidence) -> str:
    """The identifier of a piece of evidence: of the fact, and of the place and the rule that it is from."""
    parts = (subject, predicate, target, evidence.article, str(evidence.begin), str(evidence.end), evidence.rule)
    key = "\0".join(parts).encode("utf-8", "surrogatepass")
    return "ev-" + hashlib.blake2s(key, digest_size=8).hexdigest()


def format_confidence(confidence: float) -> str:
    """As ``xsd:decimal``: 0.9, 1.0, 0.8125; four places at most."""
    text = f"{confidence:.4f}".rstrip("0")
    return text + "0" if text.endswith(".") else text


def describe(graph: GraphData, terms: Terms[T], *, texts: bool = True) -> Iterator[Description[T]]:
    """Data sets, entities, posts and awards, then each article with its sentences, mentions and evidence; sorted."""
    describer = _Describer(graph, terms, texts)
    yield from describer.data_sets()
    yield from describer.entities()
    yield from describer.posts()
    yield from describer.awards()
    yield from describer.articles()


class _Words(Generic[T]):
    """The terms that come again and again, made once."""

    def __init__(self, terms: Terms[T]) -> None:
        def ours(name: str) -> T:
            return terms.iri(UG + name)

        self.type, self.label, self.alt_label = (
            terms.iri(RDF + "type"),
            terms.iri(RDFS + "label"),
            terms.iri(SKOS + "altLabel"),
        )
        self.subject, self.predicate, self.object = (terms.iri(RDF + x) for x in ("subject", "predicate", "object"))
        self.derived = terms.iri(PROV + "wasDerivedFrom")
        self.begin, self.end, self.text = ours("begin"), ours("end"), ours("text")
        self.refers_to, self.in_sentence, self.in_article = ours("refersTo"), ours("inSentence"), ours("inArticle")
        self.mentioned_in, self.antecedent = ours("mentionedIn"), ours("antecedent")
        self.confidence, self.rule, self.as_of = ours("confidence"), ours("rule"), ours("asOf")
        self.sentence_class, self.mention_class = [ours("Sentence")], [ours("Mention")]
        self.candidate_class = [ours("Candidate")]
        self.evidence_class = [terms.iri(RDF + "Statement"), ours("Evidence")]


class _Describer(Generic[T]):
    def __init__(self, graph: GraphData, terms: Terms[T], texts: bool) -> None:
        self.graph = graph
        self.terms = terms
        self.texts = texts
        self.words = _Words(terms)
        self.relations = _relations(graph)
        self.predicates: dict[str, T] = {}
        self.classes: dict[str, list[T]] = {}

    def predicate(self, name: str) -> T:
        known = self.predicates.get(name)
        if known is None:
            known = self.predicates[name] = self.terms.iri(full_iri(name))
        return known

    def types(self, cls: str) -> list[T]:
        known = self.classes.get(cls)
        if known is None:
            names = self.graph.ontology.ancestors(cls) or (cls,)
            known = self.classes[cls] = [self.terms.iri(full_iri(n)) for n in names]
        return known

    def date(self, value: str) -> T:
        kind = "string" if not is_date(value) else "date" if len(value) == 10 else "gYearMonth"
        return self.terms.literal(value, kind)

    def target(self, predicate: str, value: str) -> T:
        return self.date(value) if predicate in DATES else self.terms.node(value)

    def data_sets(self) -> Iterator[Description[T]]:
        """Those that something in the graph is from."""
        known = (one for e in self.graph.entities.values() for one in outside(e, self.graph.ontology))
        used = {one.source.iri for one in known if one.source}
        for one in self.graph.ontology.data_sets:
            if one.iri in used:
                yield Description("", self.terms.iri(one.iri), self._data_set(one))

    def _data_set(self, one: DataSet) -> list[tuple[T, list[T]]]:
        terms, iris = self.terms, self.terms.iri
        out = [
            (self.words.type, self.types("DataSet")),
            (self.words.label, [terms.text(x, language) for language, x in sorted(one.labels.items())]),
            (iris(RDFS + "comment"), [terms.text(x, language) for language, x in sorted(one.definitions.items())]),
            (self.predicate("gives"), [iris(given.iri) for given in one.gives]),
            (iris(DCTERMS + "source"), [iris(s) for s in one.sources]),
            (iris(DCTERMS + "issued"), [self.date(one.issued)] if one.issued else []),
            (iris(DCTERMS + "license"), [iris(s) for s in one.licenses]),
        ]
        return [(predicate, values) for predicate, values in out if values]

    def entities(self) -> Iterator[Description[T]]:
        return (Description("", self.terms.node(i), self._entity(e)) for i, e in sorted(self.graph.entities.items()))

    def _entity(self, entity: Entity) -> list[tuple[T, list[T]]]:
        terms, words = self.terms, self.words
        spelt = pinyin(entity.name, person=self.graph.ontology.is_a(entity.cls, "Person"))
        labels = [terms.text(a, "zh") for a in sorted(entity.aliases)] + (
            [terms.text(spelt, "zh-latn")] if spelt else []
        )
        out = [(words.type, self.types(entity.cls)), (words.label, [terms.text(entity.name, "zh")])]
        if labels:
            out.append((words.alt_label, labels))
        known: dict[str, list[T]] = {}
        for one in outside(entity, self.graph.ontology):
            known.setdefault(one.predicate, []).append(self._identifier(one))
        out.extend((self.predicate(p), values) for p, values in known.items())
        for predicate, targets in sorted(self.relations.get(entity.id, {}).items()):
            out.append((self.predicate(predicate), [self.target(predicate, t) for t in sorted(targets)]))
        if entity.id in self.graph.inferred_years:
            out.append((self.predicate("inferredYear"), [terms.literal("true", "boolean")]))
        if entity.mentions:
            seen = sorted({(m.article, m.sentence) for m in entity.mentions})
            out.append((words.mentioned_in, [terms.node(f"{article}-s{n}") for article, n in seen]))
        return out

    def _identifier(self, one: Identifier) -> T:
        return self.terms.iri(one.value) if one.kind == "iri" else self.terms.literal(one.value, one.kind)

    def posts(self) -> Iterator[Description[T]]:
        terms, words, entities = self.terms, self.words, self.graph.entities
        for identifier, post in sorted(self.graph.posts.items()):
            label = (entities[post.body].name if post.body in entities else "") + post.title
            properties = [
                (words.type, self.types("Position")),
                (words.label, [terms.text(label, "zh")]),
                (self.predicate("title"), [terms.text(post.title, "zh")]),
                (self.predicate("positionIn"), [terms.node(post.body)]),
            ]
            yield Description("", terms.node(identifier), properties)

    def awards(self) -> Iterator[Description[T]]:
        for identifier, award in sorted(self.graph.awards.items()):
            label = [self.terms.text(award.name, "zh")]
            yield Description(
                "", self.terms.node(identifier), [(self.words.type, self.types("Award")), (self.words.label, label)]
            )

    def articles(self) -> Iterator[Description[T]]:
        mentions, evidence = _mentions(self.graph), _evidence(self.graph)
        for identifier in sorted(self.graph.articles):
            yield Description(identifier, self.terms.node(identifier), self._article(identifier))
            yield from self._sentences(identifier)
            yield from self._mentions(identifier, mentions.get(identifier, []))
            for fact, one in evidence.get(identifier, []):
                yield self._evidence(fact, one)

    def _article(self, identifier: str) -> list[tuple[T, list[T]]]:
        terms, article = self.terms, self.graph.articles[identifier]
        plain = {
            "publishedBasis": [article.basis] if article.published and article.basis else [],
            "publisher": [article.publisher] if article.publisher else [],
            "page": [article.page] if article.page else [],
            "url": [article.url] if article.url else [],
            "source": sorted(article.sources),
        }
        out = [(self.words.type, self.types("Article"))]
        if article.title:
            out.append((self.words.label, [terms.text(article.title, "zh")]))
        if article.published:
            out.append((self.predicate("published"), [self.date(article.published)]))
        out.extend(
            (self.predicate(p), [terms.literal(v, "string") for v in values]) for p, values in plain.items() if values
        )
        reporters = sorted(self.graph.reporters.get(identifier, ()))
        if reporters:
            out.append((self.predicate("reportedBy"), [terms.node(r) for r in reporters]))
        if identifier in self.graph.reprints:
            out.append((self.predicate("reprintOf"), [terms.node(self.graph.reprints[identifier])]))
        if self.texts and article.text:
            out.append((self.words.text, [terms.text(article.text, "zh")]))
        return out

    def _sentences(self, article: str) -> Iterator[Description[T]]:
        terms, words = self.terms, self.words
        text = self.graph.articles[article].text if self.texts else ""
        home = [terms.node(article)]
        for number, span in enumerate(self.graph.sentences.get(article, ())):
            properties = [
                (words.type, words.sentence_class),
                (words.in_article, home),
                (words.begin, [terms.literal(str(span.begin), "integer")]),
                (words.end, [terms.literal(str(span.end), "integer")]),
            ]
            if text:
                properties.append((words.text, [terms.text(text[span.begin : span.end], "zh")]))
            yield Description(article, terms.node(f"{article}-s{number}"), properties)

    def _mentions(self, article: str, mentions: list[tuple[int, int, str, int]]) -> Iterator[Description[T]]:
        terms, words = self.terms, self.words
        shared = Counter((begin, end) for begin, end, _, _ in mentions)
        for begin, end, entity, sentence in sorted(mentions):
            suffix = f"-{entity}" if shared[begin, end] > 1 else ""
            properties = [
                (words.type, words.mention_class),
                (words.refers_to, [terms.node(entity)]),
                (words.in_sentence, [terms.node(f"{article}-s{sentence}")]),
                (words.begin, [terms.literal(str(begin), "integer")]),
                (words.end, [terms.literal(str(end), "integer")]),
            ]
            yield Description(article, terms.node(f"{article}-m{begin}-{end}{suffix}"), properties)

    def _evidence(self, fact: Fact, evidence: Evidence) -> Description[T]:
        terms, words, article = self.terms, self.words, evidence.article
        properties = [
            (words.type, words.evidence_class if fact.plain else words.candidate_class),
            (words.subject, [terms.node(fact.subject)]),
            (words.predicate, [self.predicate(fact.predicate)]),
            (words.object, [self.target(fact.predicate, fact.object)]),
            (words.confidence, [terms.literal(format_confidence(evidence.confidence), "decimal")]),
            (words.rule, [terms.literal(evidence.rule, "string")]),
        ]
        if evidence.confirmed:
            properties.append((self.predicate("confirmed"), [terms.literal("true", "boolean")]))
        if evidence.as_of:
            properties.append((words.as_of, [self.date(evidence.as_of)]))
        properties.append((words.derived, [terms.node(f"{article}-s{evidence.sentence}")]))
        if evidence.antecedents:
            properties.append((words.antecedent, [terms.node(f"{article}-s{n}") for n in evidence.antecedents]))
        properties.append((words.begin, [terms.literal(str(evidence.begin), "integer")]))
        properties.append((words.end, [terms.literal(str(evidence.end), "integer")]))
        identifier = evidence_id(fact.subject, fact.predicate, fact.object, evidence)
        return Description(article, terms.node(identifier), properties)


def _relations(graph: GraphData) -> dict[str, dict[str, set[str]]]:
    """The plain triples: subject to predicate to objects; symmetric ones both ways."""
    symmetric = {p.name for p in graph.ontology.predicates.values() if p.symmetric}
    out: dict[str, dict[str, set[str]]] = {}
    plain = ((f.subject, f.predicate, f.object) for f in graph.facts if f.plain)
    for triples in (plain, graph.background):
        for subject, predicate, target in triples:
            out.setdefault(subject, {}).setdefault(predicate, set()).add(target)
            if predicate in symmetric:
                out.setdefault(target, {}).setdefault(predicate, set()).add(subject)
    return out


def _mentions(graph: GraphData) -> dict[str, list[tuple[int, int, str, int]]]:
    """The mentions in each article: begin, end, entity, sentence."""
    out: dict[str, list[tuple[int, int, str, int]]] = {}
    for entity in graph.entities.values():
        for m in entity.mentions:
            out.setdefault(m.article, []).append((m.begin, m.end, entity.id, m.sentence))
    return out


def _evidence(graph: GraphData) -> dict[str, list[tuple[Fact, Evidence]]]:
    """The evidence in each article, in the order of the text."""
    out: dict[str, list[tuple[Fact, Evidence]]] = {}
    for fact in graph.facts:
        for one in fact.evidence:
            out.setdefault(one.article, []).append((fact, one))
    for found in out.values():
        found.sort(key=lambda x: (x[1].begin, x[1].end, x[0].subject, x[0].predicate, x[0].object, x[1].rule))
    return out
