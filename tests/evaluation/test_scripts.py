"""Annotated articles in traditional characters: as good as they are in simplified ones."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from unigraph.evaluation import evaluate

from .shared import GOLD, shared

TABLE = Path(__file__).parents[2] / "src" / "unigraph" / "lexicons" / "simplified.tsv"
FLOORS = {"train": {"entity": 0.92, "relation": 0.84}, "page": {"entity": 0.93, "relation": 0.97}}
PLAIN = {"id", "published", "subject", "predicate", "type", "also"}


def _converted(value: Any, table: dict[int, str]) -> Any:
    if isinstance(value, str):
        return value.translate(table)
    if isinstance(value, list):
        return [_converted(v, table) for v in value]
    if isinstance(value, dict):
        return {k: v if k in PLAIN else _converted(v, table) for k, v in value.items()}
    return value


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_floor_in_traditional_characters(name: str, tmp_path: Path) -> None:
    rows = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()]
    table = {ord(row[0]): row[1] for row in rows if len(row[0]) == 1}
    for path in (GOLD / name if (GOLD / name).is_dir() else shared(f"gold/{name}")).glob("*.json"):
        gold = _converted(json.loads(path.read_text(encoding="utf-8")), table)
        assert "總" in gold["text"] or "會" in gold["text"]
        (tmp_path / path.name).write_text(json.dumps(gold, ensure_ascii=False), encoding="utf-8")
    result = evaluate(tmp_path)
    reached = {group: round(result.score(group).f1, 4) for group in FLOORS[name]}
    assert all(reached[group] >= floor for group, floor in FLOORS[name].items()), reached
