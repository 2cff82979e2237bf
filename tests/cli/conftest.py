"""A page of our own writing, a graph of it, and ways to call the commands."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from unigraph.cli import main

PAGE = """岚川市总工会召开八届二次全委会

本报讯（记者周岚 通讯员韩竹）3月30日，岚川市总工会第八届委员会第二次全体会议在岚川市工人文化宫召开。\
岚川市总工会主席陈远舟主持会议并讲话。岚川市总工会副主席罗映雪出席会议。
"""
OTHER = """云岭县总工会走访慰问一线职工

本报讯（记者周岚）3月28日，云岭县总工会主席方若溪走访云岭县青禾食品有限公司，慰问一线职工。
"""


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


Call = Callable[..., Outcome]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Run a command in this process."""

    def run(*arguments: str | Path) -> Outcome:
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main(list(map(str, arguments)))
        captured = capsys.readouterr()
        assert isinstance(left.value.code, int)
        return Outcome(left.value.code, captured.out, captured.err)

    return run


@pytest.fixture
def start() -> Call:
    """Run a command in a process of its own; ``before`` is Python that is run in it first."""

    def run(
        *arguments: str | Path, before: str = "", stdin: bytes = b"", env: Mapping[str, str] | None = None
    ) -> Outcome:
        code = f"{before}\nif __name__ == '__main__':\n    from unigraph.cli import main\n    main()"
        done = subprocess.run(
            [sys.executable, "-c", code, *map(str, arguments)],
            input=stdin,
            capture_output=True,
            timeout=120,
            env={**os.environ, **(env or {})},
        )
        return Outcome(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return run


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A text file with one article."""
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def _built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    source = folder / "sources"
    source.mkdir()
    (source / "a.txt").write_text(PAGE, encoding="utf-8")
    (source / "b.txt").write_text(OTHER, encoding="utf-8")
    with pytest.raises(SystemExit) as left:
        main(["build", str(source), "-o", str(folder / "graph"), "--published", "2026-03-31", "--quiet"])
    assert left.value.code == 0
    return folder / "graph"


@pytest.fixture
def graph(_built: Path, tmp_path: Path) -> Path:
    """A folder with a graph and its explorer, to be done with as one likes."""
    return Path(shutil.copytree(_built, tmp_path / "graph"))
