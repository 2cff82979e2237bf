"""The way from sources to a graph: order, processes, faults."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import unigraph as ug
from unigraph import building
from unigraph.extraction import extract
from unigraph.model import Article, ArticleFacts
from unigraph.ontology import Ontology
from unigraph.recognition.given import Lexicon

from .texts import PLENUM, VISIT, many


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Forty small files."""
    for number, text in enumerate(many(40)):
        (tmp_path / f"{number:03}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_processes_change_nothing(folder: Path) -> None:
    alone = ug.build(folder, published="2026-03-31").to_turtle()
    assert ug.build(folder, published="2026-03-31", workers=2).to_turtle() == alone
    assert ug.build(folder, published="2026-03-31", workers=None).to_turtle() == alone


def test_order_changes_nothing(folder: Path) -> None:
    files = sorted(folder.iterdir())
    forward = ug.build(files, published="2026-03-31")
    backward = ug.build(files[::-1], published="2026-03-31")
    assert forward.to_turtle() == backward.to_turtle()


def test_hash_seed_changes_nothing(tmp_path: Path) -> None:
    code = "import sys, unigraph as ug; sys.stdout.buffer.write(ug.build_text(sys.argv[1]).to_turtle().encode())"

    def build(seed: str) -> bytes:
        command = [sys.executable, "-c", code, PLENUM + "\n\n" + VISIT]
        return subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, stdout=-1, check=True).stdout

    assert build("1") == build("2")


def test_worth_of_processes() -> None:
    assert building._worth(None, 10) == 1
    assert building._worth(None, 100_000) <= (os.cpu_count() or 1)
    assert building._worth(8, 20) == 1
    assert building._worth(2, 4000) == 2


def test_fault_is_a_warning(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PLENUM, encoding="utf-8")
    with pytest.warns(UserWarning, match=r"skipped .*gone\.txt"):
        kg = ug.build([tmp_path / "a.txt", tmp_path / "gone.txt"])
    assert len(kg.articles) == 1


def test_nothing_to_read(tmp_path: Path) -> None:
    with pytest.raises(ug.SourceError, match=r"gone\.txt"):
        ug.build(tmp_path / "gone.txt")


def test_one_article_at_two_paths(tmp_path: Path) -> None:
    for name in ("page-2026-03-30.txt", "page-2026-03-31.txt"):
        (tmp_path / name).write_text(PLENUM, encoding="utf-8")
    with pytest.warns(UserWarning, match="2026-03-30"):
        kg = ug.build(tmp_path)
    articles = kg.articles
    assert articles["published"].tolist() == ["2026-03-30"]
    assert "page-2026-03-30.txt" in articles["source"][0]
    assert "page-2026-03-31.txt" in articles["source"][0]


def test_article_that_trips_the_extractor_costs_the_others_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(PLENUM, encoding="utf-8")
    (tmp_path / "b.txt").write_text(VISIT, encoding="utf-8")

    def trips(article: Article, ontology: Ontology, lexicon: Lexicon) -> ArticleFacts:
        if "方若溪" in article.text:
            raise ZeroDivisionError("here")
        return extract(article, ontology, lexicon)

    monkeypatch.setattr(building, "extract", trips)
    with pytest.warns(UserWarning, match=r"b\.txt.*internal error.*ZeroDivisionError: here"):
        kg = ug.build(tmp_path)
    assert len(kg.articles) == 1


@pytest.mark.parametrize("options", [{"threshold": 2.0}, {"workers": 0}, {"base": "here"}, {"published": "never"}])
def test_wrong_options(tmp_path: Path, options: dict[str, object]) -> None:
    (tmp_path / "a.txt").write_text(PLENUM, encoding="utf-8")
    with pytest.raises(ug.OptionError):
        ug.build(tmp_path / "a.txt", **options)  # type: ignore[arg-type]


def test_base(tmp_path: Path) -> None:
    kg = ug.build_text(PLENUM, base="https://example.org/things/")
    assert "https://example.org/things/" in kg.to_turtle()
    assert set(kg.query("SELECT ?p { ?p ug:chaired ?e }")["p"].str.startswith("https://example.org/things/")) == {True}
