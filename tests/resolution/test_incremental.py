"""Adding articles in any order and any batches, and taking some out again, gives what one build of them all gives."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from unigraph.building import Options, build_sources, run
from unigraph.ontology import load_ontology
from unigraph.rdf import to_turtle
from unigraph.store import Store

_ARTICLES = Path(__file__).parents[1] / "gold" / "identity" / "articles"


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_any_order_and_any_batches_give_the_same_bytes(seed: int) -> None:
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
