"""Graphs in which somebody is to be forgotten, and a way to call the commands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from unigraph.cli import main

from .folder import decide, write_pages

Run = Callable[..., int]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run a command in this process; its exit code. The key lies outside all folders."""
    monkeypatch.setenv("UNIGRAPH_FORGET_KEY", str(tmp_path / "keys" / "forget.key"))

    def call(*arguments: str | Path) -> int:
        with pytest.raises(SystemExit) as left:
            main(list(map(str, arguments)))
        assert isinstance(left.value.code, int)
        return left.value.code

    return call


@pytest.fixture
def folder(run: Run, tmp_path: Path) -> Path:
    """A graph of pages in which one person bears the name, with decisions and redirects."""
    return _built(run, tmp_path, namesake=False)


@pytest.fixture
def shared(run: Run, tmp_path: Path) -> Path:
    """The same with another bearer of the name."""
    return _built(run, tmp_path, namesake=True)


def _built(run: Run, home: Path, *, namesake: bool) -> Path:
    write_pages(home, namesake=namesake)
    assert build(run, home / "out") == 0
    decide(home / "out")
    return home / "out"


def build(run: Run, folder: Path, *more: str) -> int:
    """Build a folder from the pages beside it."""
    home = folder.parent
    return run("build", home / "pages", "-o", folder, "--metadata", home / "pages.csv", "--quiet", *more)
