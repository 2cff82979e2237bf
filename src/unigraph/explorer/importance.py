"""What a graph's things mean to a reader: who is linked with whom, how much is said of each, when things happened."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from unigraph.graph import GraphData
from unigraph.model import Fact

__all__ = ["all_facts", "event_dates", "fact_date", "is_date", "other_end", "weights"]

_DATE = re.compile(r"\d{4}(-\d\d){0,2}")


def is_date(text: str) -> bool:
    """Whether this is ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``."""
    return _DATE.fullmatch(text) is not None


def all_facts(graph: GraphData) -> tuple[Fact, ...]:
    """The facts that articles state, then background knowledge as facts without evidence."""
    return (*graph.facts, *(Fact(s, p, o, ()) for s, p, o in graph.background))


def other_end(graph: GraphData, fact: Fact) -> str:
    """The thing that a fact leads to: an entity, an award, the body of a post; empty for a date."""
    post = graph.posts.get(fact.object)
    end = post.body if post else fact.object
    return end if end in graph.entities or end in graph.awards else ""


def weights(graph: GraphData, facts: Sequence[Fact]) -> dict[str, float]:
    """How much is said of each entity and award: different neighbours first, then facts, then mentions."""
    neighbours: dict[str, set[str]] = {}
    said: Counter[str] = Counter()
    for fact in facts:
        ends = fact.subject, other_end(graph, fact)
        for end, other in (ends, ends[::-1]):
            if end and fact.evidence:
                said[end] += 1
                neighbours.setdefault(end, set()).add(other)
    known = [*graph.entities, *graph.awards]
    out = {i: len(neighbours.get(i, set()) - {""}) + 0.3 * min(said[i], 50) for i in known}
    for identifier, entity in graph.entities.items():
        out[identifier] += 0.05 * min(len(entity.mentions), 20)
    return out


def event_dates(graph: GraphData) -> dict[str, str]:
    """``2026-03-30`` or ``2026-03-28/2026-03-29`` for each event whose date is known."""
    begin: dict[str, str] = {}
    end: dict[str, str] = {}
    for fact in graph.facts:
        if fact.predicate in ("startDate", "endDate") and fact.plain and is_date(fact.object):
            (begin if fact.predicate == "startDate" else end).setdefault(fact.subject, fact.object)
    return {i: f"{begin[i]}/{end[i]}" if end.get(i, begin[i]) != begin[i] else begin[i] for i in begin}


def fact_date(graph: GraphData, fact: Fact, dates: dict[str, str]) -> str:
    """The event's date where there is one, else the earliest of which the evidence speaks; empty where none is known."""
    event = dates.get(other_end(graph, fact)) or dates.get(fact.subject)
    if event:
        return event
    published = (graph.articles[e.article].published if e.article in graph.articles else "" for e in fact.evidence)
    spoken = (e.as_of or p for e, p in zip(fact.evidence, published, strict=True))
    return min(filter(is_date, spoken), default="")
