"""A part of a graph: what stands around some things, what is said of a span of time, what is most important."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from unigraph.errors import OptionError
from unigraph.explain import named
from unigraph.explorer.importance import all_facts, event_dates, fact_date, other_end, weights
from unigraph.graph import GraphData
from unigraph.model import Fact
from unigraph.reading.dates import check_span

__all__ = ["MOST", "Selection", "chosen", "select"]

MOST = 20_000
"""So many things stay quick to open and to search in a browser."""


@dataclass(frozen=True, slots=True)
class Selection:
    """A part of a graph, and how many things and facts of the whole are not in it."""

    graph: GraphData
    things_left: int = 0
    facts_left: int = 0


def select(
    graph: GraphData,
    *,
    around: Collection[str] = (),
    steps: int = 2,
    since: str = "",
    until: str = "",
    top: int = MOST,
) -> Selection:
    """The facts of a span of days, things within ``steps`` of those ``around`` (identifiers), at most ``top`` of them.

    ``since`` and ``until`` are a year, month or day; undated facts are left out where either is given. Articles stay
    where one of the facts that are left is read from them. A graph of which nothing is to be left out is returned as
    it is.
    """
    facts: Sequence[Fact] = all_facts(graph)
    total = len(facts)
    if since or until:
        dates = event_dates(graph)
        facts = [f for f in facts if f.evidence and _within(fact_date(graph, f, dates), since, until)]
    kept = {*graph.entities, *graph.awards}
    if around:
        kept = _near(graph, facts, around, steps)
    elif since or until:
        kept = {end for f in facts for end in (f.subject, other_end(graph, f)) if end}
    if len(kept) > max(1, top):
        kept = _most(graph, facts, kept, around, max(1, top))
    reached = kept | {""}
    facts = [f for f in facts if f.subject in kept and other_end(graph, f) in reached]
    if len(facts) == total and len(kept) == len(graph.entities) + len(graph.awards):
        return Selection(graph)
    part = _part(graph, facts, kept)
    return Selection(part, len(graph.entities) + len(graph.awards) - len(kept), total - len(facts))


def chosen(
    graph: GraphData,
    *,
    around: Collection[str] = (),
    steps: int = 2,
    since: str = "",
    until: str = "",
    top: int = MOST,
) -> Selection:
    """As :func:`select`, as a user asks for it: ``around`` are names, other names, pinyin or identifiers.

    Raises :class:`~unigraph.errors.OptionError` for an unknown name, a bad date, and where nothing is left.
    """
    check_span(since, until)
    things = [identifier for name in around for identifier in named(graph, name)]
    out = select(graph, around=things, steps=steps, since=since, until=until, top=top)
    if graph.facts and not out.graph.facts:
        raise OptionError("nothing is said there; widen the dates, or ask for what stands around another name")
    return out


def _within(date: str, since: str, until: str) -> bool:
    """Whether two spans of days have a day in common; ``2026-03`` is a whole month."""
    if not date:
        return False
    begin, _, end = date.partition("/")
    return (not until or begin[: len(until)] <= until) and (not since or (end or begin) + "~" >= since)


def _near(graph: GraphData, facts: Sequence[Fact], around: Collection[str], steps: int) -> set[str]:
    neighbours: dict[str, set[str]] = {}
    for fact in facts:
        end = other_end(graph, fact)
        if end:
            neighbours.setdefault(fact.subject, set()).add(end)
            neighbours.setdefault(end, set()).add(fact.subject)
    found = set(around)
    edge = found
    for _ in range(steps):
        edge = {n for i in edge for n in neighbours.get(i, ())} - found
        found = found | edge
    return found


def _most(graph: GraphData, facts: Sequence[Fact], kept: set[str], around: Collection[str], top: int) -> set[str]:
    weight = weights(graph, facts)
    order = sorted(kept, key=lambda i: (i not in around, -weight.get(i, 0.0), i))
    return set(order[:top])


def _part(graph: GraphData, facts: Sequence[Fact], kept: Collection[str]) -> GraphData:
    """The graph with these facts and things alone. Mentions and reporters stay where their articles do."""
    articles = {e.article for f in facts for e in f.evidence}
    entities = {
        i: replace(e, mentions=tuple(m for m in e.mentions if m.article in articles))
        for i, e in graph.entities.items()
        if i in kept
    }
    return replace(
        graph,
        articles={i: a for i, a in graph.articles.items() if i in articles},
        sentences={i: s for i, s in graph.sentences.items() if i in articles},
        reporters={i: r for i, r in graph.reporters.items() if i in articles},
        reprints={i: o for i, o in graph.reprints.items() if i in articles and o in articles},
        entities=entities,
        posts={i: p for i, p in graph.posts.items() if p.body in kept},
        awards={i: a for i, a in graph.awards.items() if i in kept},
        facts=tuple(f for f in facts if f.evidence),
        background=tuple((f.subject, f.predicate, f.object) for f in facts if not f.evidence),
        inferred_years=frozenset(i for i in graph.inferred_years if i in kept),
    )
