"""A graph as plain rows, and as a summary in HTML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from unigraph.graph import GraphData
from unigraph.model import Entity, Fact
from unigraph.ontology import Ontology

__all__ = [
    "article_rows",
    "class_counts",
    "entity_rows",
    "fact_rows",
    "label",
    "predicate_counts",
    "summary_html",
    "term_label",
]

Row = dict[str, Any]


def label(graph: GraphData, identifier: str) -> str:
    """What a person calls a thing: a name, a post as its body and title; a date is its own name."""
    if identifier in graph.entities:
        return graph.entities[identifier].name
    if identifier in graph.posts:
        post = graph.posts[identifier]
        return f"{label(graph, post.body)}{post.title}"
    return graph.awards[identifier].name if identifier in graph.awards else identifier


def term_label(ontology: Ontology, name: str, language: str = "zh") -> str:
    """The label of a class or predicate, its name where it has none."""
    term = ontology.classes.get(name) or ontology.predicates.get(name)
    return term.labels.get(language, name) if term else name


def class_counts(graph: GraphData) -> dict[str, int]:
    """How many things that some sentence names are of each class, the most first."""
    counts = Counter(e.cls for e in graph.entities.values() if e.mentions)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def predicate_counts(graph: GraphData) -> dict[str, int]:
    """How many plain facts there are of each predicate, the most first."""
    counts = Counter(f.predicate for f in graph.facts if f.plain)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def entity_rows(graph: GraphData, cls: str | None, background: bool) -> Iterator[Row]:
    """Things of a class and those below it; posts and awards where these are asked for by name."""
    if cls == "Position":
        yield from (
            {"id": p.id, "label": p.title, "body": p.body, "body_label": label(graph, p.body)}
            for p in graph.posts.values()
        )
    elif cls == "Award":
        yield from ({"id": a.id, "label": a.name} for a in graph.awards.values())
    else:
        for entity in graph.entities.values():
            if (cls is None or graph.ontology.is_a(entity.cls, cls)) and (background or entity.mentions):
                yield _entity_row(graph, entity)


def _entity_row(graph: GraphData, entity: Entity) -> Row:
    return {
        "id": entity.id,
        "label": entity.name,
        "class": entity.cls,
        "class_label": term_label(graph.ontology, entity.cls),
        "aliases": "、".join(entity.aliases),
        "mentions": len(entity.mentions),
        "articles": len(graph.stories(m.article for m in entity.mentions)),
    }


def fact_rows(graph: GraphData, predicate: str | None, candidates: bool) -> Iterator[Row]:
    """One row a fact, with its best evidence."""
    for fact in graph.facts:
        if (predicate is None or fact.predicate == predicate) and (candidates or fact.plain):
            row = _fact_row(graph, fact)
            yield {**row, "plain": fact.plain} if candidates else row


def _fact_row(graph: GraphData, fact: Fact) -> Row:
    best = fact.evidence[0]
    article = graph.articles[best.article]
    begin, end = graph.sentences[best.article][best.sentence]
    return {
        "subject": fact.subject,
        "subject_label": label(graph, fact.subject),
        "predicate": fact.predicate,
        "predicate_label": term_label(graph.ontology, fact.predicate),
        "object": fact.object,
        "object_label": label(graph, fact.object),
        "date": best.as_of or article.published,
        "confidence": fact.confidence,
        "sentence": article.text[begin:end],
        "article": article.title or article.id,
        "article_id": best.article,
        "rule": best.rule,
        "evidence": len(fact.evidence),
    }


def article_rows(graph: GraphData) -> Iterator[Row]:
    """One row an article."""
    for article in graph.articles.values():
        yield {
            "id": article.id,
            "title": article.title,
            "published": article.published,
            "basis": article.basis,
            "publisher": article.publisher,
            "reporters": "、".join(label(graph, r) for r in graph.reporters.get(article.id, ())),
            "source": "、".join(article.sources),
            "reprint_of": graph.reprints.get(article.id, ""),
            "characters": len(article.text),
        }


def summary_html(graph: GraphData) -> str:
    """What is in the graph, for a notebook; names are escaped."""

    def table(title: str, counts: Mapping[str, int]) -> str:
        rows = "".join(
            f"<tr><td>{_swatch(graph, name)}{escape(term_label(graph.ontology, name))}</td>"
            f"<td>{escape(term_label(graph.ontology, name, 'en'))}</td><td style='text-align:right'>{count}</td></tr>"
            for name, count in counts.items()
        )
        return f"<table><caption style='text-align:left'>{title}</caption><tbody>{rows}</tbody></table>"

    dates = sorted(a.published for a in graph.articles.values() if a.published)
    span = f", {escape(dates[0])} – {escape(dates[-1])}" if dates else ""
    return (
        f"<div><b>unigraph</b>: {len(graph.articles)} articles{span}"
        "<div style='display:flex;gap:2em;align-items:flex-start'>"
        f"{table('Things', class_counts(graph))}{table('Facts', predicate_counts(graph))}</div></div>"
    )


def _swatch(graph: GraphData, name: str) -> str:
    if name not in graph.ontology.classes:
        return ""
    return f"<span style='color:{escape(graph.ontology.style(name)[0], quote=True)}'>●</span> "
