"""The sample graph, as Turtle and as a store."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from tests.queries.sample import sample
from unigraph.graph import GraphData
from unigraph.queries import load_store
from unigraph.rdf import to_turtle


@pytest.fixture(scope="session")
def graph() -> GraphData:
    return sample()


@pytest.fixture(scope="session")
def turtle(graph: GraphData) -> str:
    return to_turtle(graph)


@pytest.fixture(scope="session")
def store(turtle: str) -> ox.Store:
    return load_store(turtle)
