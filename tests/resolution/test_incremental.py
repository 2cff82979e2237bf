"""Adding articles in any order and any batches, and taking some out again, gives what one build of them all gives."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from unigraph.building import Options, build_sources, run
from unigraph.model import Article
from unigraph.ontology import load_ontology
from unigraph.rdf import to_turtle
from unigraph.resolution import SCHEMA, Profile, Registry, _newcomers
from unigraph.store import Store

_ARTICLES = Path(__file__).parents[1] / "gold" / "identity" / "articles"


@pytest.mark.parametrize("many", [1, 2000])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_any_order_and_any_batches_give_the_same_bytes(seed: int, many: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_newcomers, "_MANY", many)
    rng = random.Random(seed)
    ontology = load_ontology()
    files = sorted(_ARTICLES.glob("*.txt"))
    wanted = sorted(rng.sample(files, 60))
    passing = rng.sample([f for f in files if f not in wanted], 6)
    whole = to_turtle(build_sources(wanted, ontology, Options(workers=1))[0])
    order = [*wanted, *passing]
    rng.shuffle(order)
    store = Store(None)
    try:
        while order:
            size = rng.choice((1, 2, 5, 20))
            batch, order = order[:size], order[size:]
            run(batch, ontology, Options(workers=1), store=store)
        gone = Options(workers=1, remove=tuple(map(str, passing)))
        run([], ontology, gone, store=store)
        graph = store.graph(ontology, base=gone.base, threshold=gone.threshold)
        assert to_turtle(graph) == whole
    finally:
        store.close()


def _graph(store: Store) -> str:
    options = Options()
    return to_turtle(store.graph(load_ontology(), base=options.base, threshold=options.threshold))


def test_a_body_that_many_name_gains_one_more_without_being_decided_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The newcomer says nothing new; it only makes another of the body's names the more frequent one."""
    monkeypatch.setattr(_newcomers, "_MANY", 2)
    ontology, told = load_ontology(), []
    for day, union in enumerate(("绍兴市总工会", "绍兴市总", "绍兴市总工会", "绍兴市总"), 1):
        path = tmp_path / f"2024-05-0{day}.txt"
        path.write_text(f"{union}召开座谈会{day}\n\n5月{day}日，{union}召开第{day}场职工座谈会。", encoding="utf-8")
        told.append(path)
    last, *first = reversed(told)
    decided: list[list[Profile]] = []
    settle = _newcomers.Newcomers.settle

    def watched(newcomers: _newcomers.Newcomers) -> Iterator[Profile]:
        decided.append(list(settle(newcomers)))
        return iter(decided[-1])

    monkeypatch.setattr(_newcomers.Newcomers, "settle", watched)
    with closing(Store(None)) as store:
        run(first, ontology, Options(workers=1), store=store)
        run([last], ontology, Options(workers=1), store=store)
        assert decided[0]
        assert not decided[-1]
        assert _graph(store) == to_turtle(build_sources(told, ontology, Options(workers=1))[0])


def _entered(unions: Sequence[Sequence[Profile]], *, batch: int) -> Registry:
    """A registry of articles of a day each, settled after so many."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.executescript(SCHEMA)
    registry = Registry(db, load_ontology(), lambda article: article)
    for day, profiles in enumerate(unions, 1):
        registry.put(Article(f"第{day}篇", published=f"2024-05-{day:02}"), profiles)
        if not day % batch:
            registry.settle()
    registry.settle()
    return registry


_UNIONS = st.builds(
    lambda name, alias, region: Profile(
        "TerritorialUnion",
        "Union",
        name,
        name,
        aliases=(alias,) if alias else (),
        key="u-330600",
        regions=(region,) if region else (),
    ),
    st.sampled_from(["绍兴市总工会", "绍兴地区总工会", "绍兴市总工會"]),
    st.sampled_from(["", "绍兴市总", "绍兴地区总工会"]),
    st.sampled_from(["", "330600", "320500"]),
)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(_UNIONS, min_size=1, max_size=2), min_size=2, max_size=14))
def test_a_body_is_called_what_most_call_it_however_it_grew(
    monkeypatch: pytest.MonkeyPatch, unions: list[list[Profile]]
) -> None:
    monkeypatch.setattr(_newcomers, "_MANY", 2)
    grown, whole = _entered(unions, batch=1), _entered(unions, batch=99)
    assert grown.things() == whole.things()
    assert grown.all_ids() == whole.all_ids()
    assert grown.uncertain(99) == whole.uncertain(99)
