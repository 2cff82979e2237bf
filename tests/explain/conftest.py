"""The sample graph of the queries' tests."""

from __future__ import annotations

import pytest

from tests.queries.sample import sample
from unigraph.graph import GraphData


@pytest.fixture(scope="session")
def graph() -> GraphData:
    return sample()
