"""How good the extraction must be at least."""

from __future__ import annotations

import json

import pytest

from unigraph.evaluation import evaluate

from .shared import GOLD, shared

FLOORS: dict[str, dict[str, float]] = json.loads((GOLD / "floors.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_floor(name: str) -> None:
    folder = GOLD / name if (GOLD / name).is_dir() else shared(f"gold/{name}")
    result = evaluate(folder)
    reached = {group: round(result.score(group).f1, 4) for group in FLOORS[name]}
    assert all(reached[group] >= floor for group, floor in FLOORS[name].items()), reached
