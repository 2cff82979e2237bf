"""Annotated articles come out whole, and annotated pages split as well as they must."""

from __future__ import annotations

import importlib.util
import json
import os
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from unigraph.reading import read_sources, read_text

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("UNIGRAPH_SHARED") or ROOT.parent / "shared")
GOLD = sorted(p for name in ("train", "dev") for p in (ROOT / "tests" / "gold" / name).glob("*.json"))
BRIEFS = {"mx-01"}
"""Collections of briefs that are annotated as one document."""
FLOORS = {"f1": 0.92, "titles": 0.95, "characters": 0.985}

needs_shared = pytest.mark.skipif(not (SHARED / "gold" / "pages").is_dir(), reason=f"no annotated pages in {SHARED}")


@pytest.mark.skipif(not GOLD, reason="no annotated articles in tests/gold")
@pytest.mark.parametrize("path", GOLD, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_article_comes_out_whole(path: Path) -> None:
    text = json.loads(path.read_text(encoding="utf-8"))["text"]
    articles = read_text(text)
    if path.stem not in BRIEFS:
        assert len(articles) == 1
    read = "".join(a.text for a in articles)
    for line in text.split("\n"):
        if len(line) > 60:
            assert "".join(line.split()).lstrip("△") in "".join(read.split())


@needs_shared
def test_pages() -> None:
    splitter = _splitter()
    total: Counter[str] = Counter()
    errors: list[str] = []
    for path in sorted((SHARED / "gold" / "pages").glob("*.json")):
        page = json.loads(path.read_text(encoding="utf-8"))
        read = [(a.title, a.text) for a in read_text(page["text"], published=page["published"])]
        total += splitter.compare(page, read, path.stem, errors)
    figures: dict[str, Any] = splitter.figures(total)
    assert {name: figures[name] for name in FLOORS if figures[name] < FLOORS[name]} == {}, errors


@needs_shared
def test_seed_page() -> None:
    (page,) = (SHARED / "seed").glob("*.txt")
    articles = read_sources([page]).articles
    assert len(articles) == 6
    assert {(a.published, a.basis) for a in articles} == {("2026-03-31", "filename")}
    gold = [
        json.loads(p.read_text(encoding="utf-8"))["text"] for p in sorted((SHARED / "gold" / "seed").glob("*.json"))
    ]
    assert sorted("".join(a.text.split()) for a in articles) == sorted("".join(text.split()) for text in gold)


def _splitter() -> ModuleType:
    spec = importlib.util.spec_from_file_location("split_pages", SHARED / "gold" / "split.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
