"""The graph as CSV tables: UTF-8 with a byte-order mark, as spreadsheets want it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from unigraph.formats._text import cell
from unigraph.graph import GraphData
from unigraph.model import Fact
from unigraph.outside import Outside
from unigraph.rdf import evidence_id, format_confidence
from unigraph.resolution import pinyin

__all__ = ["tables"]

_SEPARATOR = "|"
_ENTITY_COLUMNS = (
    "id,iri,class,kind,name,aliases,pinyin,adcode,mentions,articles,wikidata,match,latitude,longitude,stock_codes"
)

_Row = Sequence[str | int | float]


def tables(graph: GraphData, texts: bool) -> dict[str, bytes]:
    """The tables by file name. Columns that hold several values separate them by ``|``."""
    return {
        "entities.csv": _csv(_ENTITY_COLUMNS, _entities(graph)),
        "facts.csv": _csv(
            "subject,subject_name,predicate,predicate_label,object,object_name,confidence,plain,evidence,first,last",
            _facts(graph),
        ),
        "evidence.csv": _csv(
            "id,subject,predicate,object,confidence,rule,as_of,article,sentence,begin,end,cue,text",
            _evidence(graph, texts),
        ),
        "posts.csv": _csv("id,title,body,body_name,holders", _posts(graph)),
        "awards.csv": _csv("id,name", ((a.id, a.name) for a in graph.awards.values())),
        "articles.csv": _csv(
            "id,title,published,basis,publisher,page,url,reporters,sources,reprint_of,text", _articles(graph, texts)
        ),
    }


def _csv(header: str, rows: Iterable[_Row]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header.split(","))
    writer.writerows([cell(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _name(graph: GraphData, identifier: str) -> str:
    """The name of an entity, post or award; a date stands for itself."""
    if identifier in graph.entities:
        return graph.entities[identifier].name
    if identifier in graph.posts:
        post = graph.posts[identifier]
        return _name(graph, post.body) + post.title
    return graph.awards[identifier].name if identifier in graph.awards else identifier


def _predicate_label(graph: GraphData, predicate: str) -> str:
    known = graph.ontology.predicates.get(predicate)
    return known.labels.get("zh", predicate) if known else predicate


def _entities(graph: GraphData) -> Iterator[_Row]:
    for e in graph.entities.values():
        known = Outside.of(e, graph.ontology)
        yield (
            e.id,
            graph.base + e.id,
            e.cls,
            graph.ontology.root(e.cls),
            e.name,
            _SEPARATOR.join(e.aliases),
            pinyin(e.name, person=graph.ontology.is_a(e.cls, "Person")),
            e.adcode,
            len(e.mentions),
            len(graph.stories(m.article for m in e.mentions)),
            known.wikidata,
            known.match,
            "" if known.latitude is None else known.latitude,
            "" if known.longitude is None else known.longitude,
            _SEPARATOR.join(known.stock_codes),
        )


def _facts(graph: GraphData) -> Iterator[_Row]:
    for fact in graph.facts:
        dates = sorted(e.as_of for e in fact.evidence if e.as_of) or [""]
        yield (
            *_ends(graph, fact),
            format_confidence(fact.confidence),
            "true" if fact.plain else "false",
            len(fact.evidence),
            dates[0],
            dates[-1],
        )
    for triple in graph.background:
        yield *_ends(graph, Fact(*triple, ())), "", "true", 0, "", ""


def _ends(graph: GraphData, fact: Fact) -> tuple[str, ...]:
    return (
        fact.subject,
        _name(graph, fact.subject),
        fact.predicate,
        _predicate_label(graph, fact.predicate),
        fact.object,
        _name(graph, fact.object),
    )


def _evidence(graph: GraphData, texts: bool) -> Iterator[_Row]:
    for fact in graph.facts:
        for e in fact.evidence:
            text = graph.articles[e.article].text if texts else ""
            span = graph.sentences[e.article][e.sentence]
            yield (
                evidence_id(fact.subject, fact.predicate, fact.object, e),
                fact.subject,
                fact.predicate,
                fact.object,
                format_confidence(e.confidence),
                e.rule,
                e.as_of,
                e.article,
                e.sentence,
                e.begin,
                e.end,
                text[e.begin : e.end],
                text[span.begin : span.end],
            )


def _posts(graph: GraphData) -> Iterator[_Row]:
    holders: dict[str, list[str]] = {}
    for fact in graph.facts:
        if fact.plain and fact.predicate == "holdsPosition":
            holders.setdefault(fact.object, []).append(fact.subject)
    for post in graph.posts.values():
        yield post.id, post.title, post.body, _name(graph, post.body), _SEPARATOR.join(holders.get(post.id, ()))


def _articles(graph: GraphData, texts: bool) -> Iterator[_Row]:
    for identifier, a in graph.articles.items():
        reporters = _SEPARATOR.join(graph.reporters.get(identifier, ()))
        sources = _SEPARATOR.join(sorted(a.sources))
        reprinted = graph.reprints.get(identifier, "")
        text = a.text if texts else ""
        yield identifier, a.title, a.published, a.basis, a.publisher, a.page, a.url, reporters, sources, reprinted, text
