"""Graphs to look at."""

from __future__ import annotations

import pytest

import unigraph as ug

from .texts import PLENUM, VISIT


@pytest.fixture(scope="session")
def kg() -> ug.KnowledgeGraph:
    """One article."""
    return ug.build_text(PLENUM, published="2026-03-31")


@pytest.fixture(scope="session")
def two(tmp_path_factory: pytest.TempPathFactory) -> ug.KnowledgeGraph:
    """Two articles, from files."""
    folder = tmp_path_factory.mktemp("two")
    (folder / "a.txt").write_text(PLENUM, encoding="utf-8")
    (folder / "b.txt").write_text(VISIT, encoding="utf-8")
    return ug.build(folder, published="2026-03-31")
