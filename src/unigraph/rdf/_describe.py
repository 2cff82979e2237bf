"""What a graph says, subject by subject: the one source of its triples for all that writes them."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Generic, NamedTuple, TypeVar

from unigraph.graph import GraphData
from unigraph.model import Article, Award, Entity, Evidence, Fact, Post, Span
from unigraph.ontology import UG, DataSet, Ontology, full_iri
from unigraph.outside import SKOS, Identifier, outside
from unigraph.rdf._terms import DCTERMS, PROV, RDF, RDFS, Terms
from unigraph.resolution import DATES, is_date, pinyin

__all__ = [
    "DATES",
    "ArticleTold",
    "Describer",
    "Description",
    "EntityTold",
    "describe",
    "evidence_id",
    "format_confidence",
    "origins",
    "relations",
]

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


Relations = Mapping[str, Set[str]]
"""Predicates with the objects of plain triples."""


class EntityTold(NamedTuple):
    """An entity, the sentences that name it (article, number), its plain triples, whether its year was inferred."""

    entity: Entity
    named_in: Set[tuple[str, int]]
    relations: Relations
    inferred_year: bool


class ArticleTold(NamedTuple):
    """An article, its sentences, who reports it, its mentions (begin, end, entity, sentence), its evidence, and the
    article that it reprints, or an empty text.
    """

    article: Article
    sentences: Sequence[Span]
    reporters: Sequence[str]
    mentions: Sequence[tuple[int, int, str, int]]
    evidence: Sequence[tuple[Fact, Evidence]]
    original: str


def describe(graph: GraphData, terms: Terms[T], *, texts: bool = True) -> Iterator[Description[T]]:
    """Data sets, entities, posts and awards, then each article with its sentences, mentions and evidence; sorted."""
    describer = Describer(graph.ontology, terms, texts)
    used = {iri for entity in graph.entities.values() for iri in origins(entity, graph.ontology)}
    yield from describer.data_sets(used)
    plain = relations(graph.facts, graph.background, graph.ontology)
    for identifier, entity in sorted(graph.entities.items()):
        named_in = {(m.article, m.sentence) for m in entity.mentions}
        inferred = identifier in graph.inferred_years
        yield describer.entity(EntityTold(entity, named_in, plain.get(identifier, {}), inferred))
    for _, post in sorted(graph.posts.items()):
        yield describer.post(post, graph.entities[post.body].name if post.body in graph.entities else "")
    for _, award in sorted(graph.awards.items()):
        yield describer.award(award)
    mentions, evidence = _mentions(graph), _evidence(graph)
    for identifier, article in sorted(graph.articles.items()):
        sentences, reporters = graph.sentences.get(identifier, ()), graph.reporters.get(identifier, ())
        told = ArticleTold(
            article,
            sentences,
            reporters,
            mentions.get(identifier, ()),
            evidence.get(identifier, ()),
            graph.reprints.get(identifier, ""),
        )
        yield from describer.article(told)


def origins(entity: Entity, ontology: Ontology) -> set[str]:
    """The data sets, by IRI, that something which is known of a thing is from."""
    return {one.source.iri for one in outside(entity, ontology) if one.source}


def relations(
    facts: Iterable[Fact], background: Iterable[tuple[str, str, str]], ontology: Ontology
) -> dict[str, dict[str, set[str]]]:
    """The plain triples: subject to predicate to objects; symmetric ones both ways."""
    symmetric = {p.name for p in ontology.predicates.values() if p.symmetric}
    out: dict[str, dict[str, set[str]]] = {}
    plain = ((f.subject, f.predicate, f.object) for f in facts if f.plain)
    for triples in (plain, background):
        for subject, predicate, target in triples:
            out.setdefault(subject, {}).setdefault(predicate, set()).add(target)
            if predicate in symmetric:
                out.setdefault(target, {}).setdefault(predicate, set()).add(subject)
    return out


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


class Describer(Generic[T]):
    """Says what is known of one thing or article at a time; without ``texts`` the words of articles are left out."""

    def __init__(self, ontology: Ontology, terms: Terms[T], texts: bool) -> None:
        self.ontology = ontology
        self.terms = terms
        self.texts = texts
        self.words = _Words(terms)
        self.predicates: dict[str, T] = {}
        self.classes: dict[str, list[T]] = {}

    def _predicate(self, name: str) -> T:
        known = self.predicates.get(name)
        if known is None:
            known = self.predicates[name] = self.terms.iri(full_iri(name))
        return known

    def _types(self, cls: str) -> list[T]:
        known = self.classes.get(cls)
        if known is None:
            names = self.ontology.ancestors(cls) or (cls,)
            known = self.classes[cls] = [self.terms.iri(full_iri(n)) for n in names]
        return known

    def _date(self, value: str) -> T:
        kind = "string" if not is_date(value) else "date" if len(value) == 10 else "gYearMonth"
        return self.terms.literal(value, kind)

    def _target(self, predicate: str, value: str) -> T:
        return self._date(value) if predicate in DATES else self.terms.node(value)

    def data_sets(self, used: Set[str]) -> Iterator[Description[T]]:
        """Those, by IRI, that something in the graph is from."""
        for one in self.ontology.data_sets:
            if one.iri in used:
                yield Description("", self.terms.iri(one.iri), self._data_set(one))

    def _data_set(self, one: DataSet) -> list[tuple[T, list[T]]]:
        terms, iris = self.terms, self.terms.iri
        out = [
            (self.words.type, self._types("DataSet")),
            (self.words.label, [terms.text(x, language) for language, x in sorted(one.labels.items())]),
            (iris(RDFS + "comment"), [terms.text(x, language) for language, x in sorted(one.definitions.items())]),
            (self._predicate("gives"), [iris(given.iri) for given in one.gives]),
            (iris(DCTERMS + "source"), [iris(s) for s in one.sources]),
            (iris(DCTERMS + "issued"), [self._date(one.issued)] if one.issued else []),
            (iris(DCTERMS + "license"), [iris(s) for s in one.licenses]),
        ]
        return [(predicate, values) for predicate, values in out if values]

    def entity(self, told: EntityTold) -> Description[T]:
        """An entity with its plain triples."""
        terms, words, entity = self.terms, self.words, told.entity
        spelt = pinyin(entity.name, person=self.ontology.is_a(entity.cls, "Person"))
        labels = [terms.text(a, "zh") for a in sorted(entity.aliases)] + (
            [terms.text(spelt, "zh-latn")] if spelt else []
        )
        out = [(words.type, self._types(entity.cls)), (words.label, [terms.text(entity.name, "zh")])]
        if labels:
            out.append((words.alt_label, labels))
        known: dict[str, list[T]] = {}
        for one in outside(entity, self.ontology):
            known.setdefault(one.predicate, []).append(self._identifier(one))
        out.extend((self._predicate(p), values) for p, values in known.items())
        for predicate, targets in sorted(told.relations.items()):
            out.append((self._predicate(predicate), [self._target(predicate, t) for t in sorted(targets)]))
        if told.inferred_year:
            out.append((self._predicate("inferredYear"), [terms.literal("true", "boolean")]))
        if told.named_in:
            named_in = [terms.node(f"{article}-s{n}") for article, n in sorted(told.named_in)]
            out.append((words.mentioned_in, named_in))
        return Description("", terms.node(entity.id), out)

    def post(self, post: Post, body: str) -> Description[T]:
        """A post; ``body`` is the name of what it is at."""
        terms, words = self.terms, self.words
        properties = [
            (words.type, self._types("Position")),
            (words.label, [terms.text(body + post.title, "zh")]),
            (self._predicate("title"), [terms.text(post.title, "zh")]),
            (self._predicate("positionIn"), [terms.node(post.body)]),
        ]
        return Description("", terms.node(post.id), properties)

    def _identifier(self, one: Identifier) -> T:
        return self.terms.iri(one.value) if one.kind == "iri" else self.terms.literal(one.value, one.kind)

    def award(self, award: Award) -> Description[T]:
        """An honour."""
        label = [self.terms.text(award.name, "zh")]
        properties = [(self.words.type, self._types("Award")), (self.words.label, label)]
        return Description("", self.terms.node(award.id), properties)

    def article(self, told: ArticleTold) -> Iterator[Description[T]]:
        """An article, then its sentences, mentions and evidence."""
        identifier = told.article.id
        yield Description(
            identifier, self.terms.node(identifier), self._article(told.article, told.reporters, told.original)
        )
        yield from self._sentences(identifier, told.article.text, told.sentences)
        yield from self._mentions(identifier, told.mentions)
        for fact, one in sorted(told.evidence, key=_place):
            yield self._evidence(fact, one)

    def _article(self, article: Article, reporters: Sequence[str], original: str) -> list[tuple[T, list[T]]]:
        terms = self.terms
        plain = {
            "publishedBasis": [article.basis] if article.published and article.basis else [],
            "publisher": [article.publisher] if article.publisher else [],
            "page": [article.page] if article.page else [],
            "url": [article.url] if article.url else [],
            "source": sorted(article.sources),
        }
        out = [(self.words.type, self._types("Article"))]
        if article.title:
            out.append((self.words.label, [terms.text(article.title, "zh")]))
        if article.published:
            out.append((self._predicate("published"), [self._date(article.published)]))
        out.extend(
            (self._predicate(p), [terms.literal(v, "string") for v in values]) for p, values in plain.items() if values
        )
        if reporters:
            out.append((self._predicate("reportedBy"), [terms.node(r) for r in sorted(reporters)]))
        if original:
            out.append((self._predicate("reprintOf"), [terms.node(original)]))
        if self.texts and article.text:
            out.append((self.words.text, [terms.text(article.text, "zh")]))
        return out

    def _sentences(self, article: str, text: str, sentences: Sequence[Span]) -> Iterator[Description[T]]:
        terms, words = self.terms, self.words
        home = [terms.node(article)]
        for number, span in enumerate(sentences):
            properties = [
                (words.type, words.sentence_class),
                (words.in_article, home),
                (words.begin, [terms.literal(str(span.begin), "integer")]),
                (words.end, [terms.literal(str(span.end), "integer")]),
            ]
            if self.texts and text:
                properties.append((words.text, [terms.text(text[span.begin : span.end], "zh")]))
            yield Description(article, terms.node(f"{article}-s{number}"), properties)

    def _mentions(self, article: str, mentions: Sequence[tuple[int, int, str, int]]) -> Iterator[Description[T]]:
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
            (words.predicate, [self._predicate(fact.predicate)]),
            (words.object, [self._target(fact.predicate, fact.object)]),
            (words.confidence, [terms.literal(format_confidence(evidence.confidence), "decimal")]),
            (words.rule, [terms.literal(evidence.rule, "string")]),
        ]
        if evidence.confirmed:
            properties.append((self._predicate("confirmed"), [terms.literal("true", "boolean")]))
        if evidence.as_of:
            properties.append((words.as_of, [self._date(evidence.as_of)]))
        properties.append((words.derived, [terms.node(f"{article}-s{evidence.sentence}")]))
        if evidence.antecedents:
            properties.append((words.antecedent, [terms.node(f"{article}-s{n}") for n in evidence.antecedents]))
        properties.append((words.begin, [terms.literal(str(evidence.begin), "integer")]))
        properties.append((words.end, [terms.literal(str(evidence.end), "integer")]))
        identifier = evidence_id(fact.subject, fact.predicate, fact.object, evidence)
        return Description(article, terms.node(identifier), properties)


def _mentions(graph: GraphData) -> dict[str, list[tuple[int, int, str, int]]]:
    """The mentions in each article: begin, end, entity, sentence."""
    out: dict[str, list[tuple[int, int, str, int]]] = {}
    for entity in graph.entities.values():
        for m in entity.mentions:
            out.setdefault(m.article, []).append((m.begin, m.end, entity.id, m.sentence))
    return out


def _evidence(graph: GraphData) -> dict[str, list[tuple[Fact, Evidence]]]:
    """The evidence in each article."""
    out: dict[str, list[tuple[Fact, Evidence]]] = {}
    for fact in graph.facts:
        for one in fact.evidence:
            out.setdefault(one.article, []).append((fact, one))
    return out


def _place(told: tuple[Fact, Evidence]) -> tuple[int, int, str, str, str, str]:
    """Sorts evidence in the order of the text."""
    fact, one = told
    return one.begin, one.end, fact.subject, fact.predicate, fact.object, one.rule
