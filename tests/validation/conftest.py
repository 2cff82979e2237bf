"""The sample graph of the queries' tests, as Turtle."""

from __future__ import annotations

import pytest

from tests.queries.sample import sample
from unigraph.rdf import to_turtle


@pytest.fixture(scope="session")
def turtle() -> str:
    return to_turtle(sample())
