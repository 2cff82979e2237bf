"""A nursery for all tests of this folder, in a place that nobody is kept from."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.killing import Nursery, nursery


@pytest.fixture(scope="session")
def home() -> Iterator[Nursery]:
    with tempfile.TemporaryDirectory() as scratch, nursery(Path(scratch)) as running:
        yield running


@pytest.fixture
def open_place() -> Iterator[Path]:
    """A folder that every user may enter; pytest's are its user's alone."""
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        yield Path(place)
