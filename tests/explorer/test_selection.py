"""Parts of a graph: around things, of a span of time, the most important; on graphs that are made by chance."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unigraph.explorer import Selection, select
from unigraph.explorer.importance import all_facts, event_dates, fact_date, other_end, weights
from unigraph.graph import GraphData

from .bulletin import bulletin
from .large import large

SEEDS = st.integers(1, 6)
some = settings(max_examples=25, deadline=None)


def small(seed: int) -> GraphData:
    return large(90, 400, seed)


def things(graph: GraphData) -> set[str]:
    return {*graph.entities, *graph.awards}


def distances(graph: GraphData, start: str) -> dict[str, int]:
    """How many steps each thing is from one, counted the slow way."""
    pairs = [(f.subject, e) for f in all_facts(graph) if (e := other_end(graph, f))]
    found = {start: 0}
    for step in range(1, 8):
        near = [b if a in found else a for a, b in pairs if (a in found) != (b in found)]
        found |= {n: step for n in near if n not in found}
    return found


def whole(part: Selection, graph: GraphData) -> None:
    """Facts lead to things that are there, articles are those that state them, and what is left out is counted."""
    inside = things(part.graph)
    assert inside <= things(graph)
    for fact in all_facts(part.graph):
        assert fact.subject in inside and other_end(part.graph, fact) in inside | {""}
    stated = {e.article for f in part.graph.facts for e in f.evidence}
    if part.graph is not graph:
        assert set(part.graph.articles) == stated
        assert all(m.article in stated for e in part.graph.entities.values() for m in e.mentions)
    assert len(inside) + part.things_left == len(things(graph))
    assert len(all_facts(part.graph)) + part.facts_left == len(all_facts(graph))


@some
@given(SEEDS)
def test_nothing_left_out_is_the_graph_itself(seed: int) -> None:
    graph = small(seed)
    assert select(graph) == Selection(graph)
    assert select(graph).graph is graph


@some
@given(SEEDS, st.integers(0, 3), st.data())
def test_around_holds_what_is_within_so_many_steps(seed: int, steps: int, data: st.DataObject) -> None:
    graph = small(seed)
    start = data.draw(st.sampled_from(sorted(graph.entities)))
    part = select(graph, around=[start], steps=steps)
    assert things(part.graph) == {i for i, n in distances(graph, start).items() if n <= steps}
    whole(part, graph)


@some
@given(SEEDS, st.integers(1, 120))
def test_top_keeps_the_most_important(seed: int, top: int) -> None:
    graph = small(seed)
    part = select(graph, top=top)
    weight = weights(graph, all_facts(graph))
    kept = things(part.graph)
    assert len(kept) == min(top, len(weight))
    least = min(weight[i] for i in kept)
    assert all(weight[i] <= least for i in set(weight) - kept)
    whole(part, graph)


@some
@given(SEEDS, st.integers(1, 5), st.data())
def test_what_it_is_around_stays_whatever_its_rank(seed: int, top: int, data: st.DataObject) -> None:
    graph = small(seed)
    start = data.draw(st.sampled_from(sorted(graph.entities)))
    part = select(graph, around=[start], steps=3, top=top)
    assert start in part.graph.entities and len(things(part.graph)) <= top
    whole(part, graph)


@some
@given(SEEDS, st.integers(2023, 2026), st.integers(1, 12), st.integers(0, 14))
def test_a_span_holds_the_facts_of_its_days(seed: int, year: int, month: int, more: int) -> None:
    graph = small(seed)
    since = f"{year}-{month:02d}"
    until = f"{year + (month + more - 1) // 12}-{(month + more - 1) % 12 + 1:02d}"
    part = select(graph, since=since, until=until)
    dates = event_dates(graph)
    expected = [f for f in graph.facts if since <= fact_date(graph, f, dates)[:7] <= until]
    assert list(part.graph.facts) == expected
    assert part.graph.background == ()
    whole(part, graph)


@pytest.mark.parametrize(
    ("since", "until", "some_facts"),
    [
        ("2025", "2025", True),
        ("2025-03-30", "", True),
        ("", "2025-03-11", True),
        ("2026", "", False),
        ("", "2024", False),
    ],
)
def test_a_span_may_be_a_year_or_open(since: str, until: str, some_facts: bool) -> None:
    assert bool(select(bulletin(), since=since, until=until).graph.facts) is some_facts


def test_nobody_by_that_name_is_an_empty_graph() -> None:
    part = select(bulletin(), around=["nobody"])
    assert not part.graph.facts and part.facts_left == len(all_facts(bulletin()))
