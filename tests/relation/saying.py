"""What the extractor says of a short text, as plain tuples."""

from __future__ import annotations

from unigraph.extraction import extract
from unigraph.model import Article, ArticleFacts
from unigraph.ontology import Ontology, load_ontology

PUBLISHED = "2025-06-20"


def facts_of(
    body: str, title: str = "岚川新闻", published: str = PUBLISHED, ontology: Ontology | None = None
) -> ArticleFacts:
    """The facts of an article with a headline and a body."""
    text = f"{title}\n{body}" if title else body
    return extract(Article(text, title, published, "given"), ontology or load_ontology())


def said(body: str, *predicates: str, title: str = "岚川新闻", published: str = PUBLISHED) -> set[tuple[str, str, str]]:
    """Subject, predicate and object or value, by name, of the predicates asked for; of all, if none."""
    facts = facts_of(body, title, published)
    names = [e.name for e in facts.entities]
    return {
        (names[c.subject], c.predicate, names[c.object] if c.object is not None else c.value)
        for c in facts.claims
        if not predicates or c.predicate in predicates
    }


def events_of(body: str, title: str = "岚川新闻") -> list[str]:
    """The names of the events of an article."""
    ontology = load_ontology()
    return [e.name for e in facts_of(body, title).entities if ontology.root(e.cls) == "Event"]
