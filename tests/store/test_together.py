"""Builds in one folder at once, under its several names."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.store.killing import OUTPUTS, Nursery, outputs, whole_store
from tests.store.texts import FIRST, MORE, write_sources

HELD = """
import sys
from unigraph import building
real = building.extract
def extract(*parts):
    print("reading", file=sys.stderr, flush=True)
    sys.stdin.read()
    return real(*parts)
building.extract = extract
from unigraph.cli import main
main()
"""


def build(*arguments: str | Path, code: str = "from unigraph.cli import main; main()") -> subprocess.Popen[str]:
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", code, *words(*arguments)]
    env = {**os.environ, "PYTHONUTF8": "1"}
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, encoding="utf-8", env=env)


def done(process: subprocess.Popen[str]) -> str:
    """What a build said on standard error; it must have gone well."""
    out, told = process.communicate(timeout=120)
    assert (process.returncode, out) == (0, ""), told
    return told


@pytest.fixture
def at_once(home: Nursery, tmp_path: Path) -> dict[str, bytes]:
    """The outputs of all sources, built by one."""
    write_sources(tmp_path)
    assert home.run(words(tmp_path / FIRST, tmp_path / MORE, "-o", tmp_path / "whole"))[0] == 0
    return outputs(tmp_path / "whole")


def words(*arguments: str | Path) -> list[str]:
    return ["build", *map(str, arguments), "--quiet"]


def alike(folder: Path, wanted: dict[str, bytes]) -> None:
    """Redirects are history; the rest depends on the sources alone."""
    found = outputs(folder)
    for name in ("graph.ttl", "explorer.html"):
        assert found[name] == wanted[name], name
    assert {p.name for p in folder.iterdir()} <= {*OUTPUTS, "store.sqlite"}
    assert whole_store(folder) == []


def test_one_waits_for_the_other(tmp_path: Path, at_once: dict[str, bytes]) -> None:
    folder = tmp_path / "out"
    first = build(tmp_path / FIRST, "-o", folder, code=HELD)
    assert first.stderr is not None and first.stdin is not None
    assert first.stderr.readline() == "reading\n"
    second = build(tmp_path / MORE, "-o", folder)
    assert second.stderr is not None
    assert second.stderr.readline() == f"unigraph: waiting for process {first.pid}, which is building in {folder}\n"
    assert second.poll() is None
    done(first)
    done(second)
    alike(folder, at_once)


def test_many_at_once_in_a_new_folder(tmp_path: Path, at_once: dict[str, bytes]) -> None:
    folder = tmp_path / "new" / "out"
    for process in [build(tmp_path / name, "-o", folder) for name in (FIRST, MORE, FIRST)]:
        done(process)
    alike(folder, at_once)


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
@pytest.mark.parametrize("name", ["two words", "岚川市 工会", "-dash", "a'quote\"s", "50%", "[a]*?"])
def test_names_and_links(home: Nursery, tmp_path: Path, at_once: dict[str, bytes], name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    (tmp_path / "link").symlink_to(folder, target_is_directory=True)
    assert home.run(words(tmp_path / FIRST, "-o", tmp_path / "link"))[0] == 0
    assert (tmp_path / "link").is_symlink()
    assert home.run(words(tmp_path / MORE, "-o", folder))[0] == 0
    alike(folder, at_once)


def test_without_texts(home: Nursery, tmp_path: Path) -> None:
    """Neither graph nor explorer holds a text that is no evidence; the store, from which they are made, does."""
    source, folder = tmp_path / "page.txt", tmp_path / "out"
    source.write_text("岚川市总工会召开座谈会\n\n3月5日，岚川市总工会召开座谈会。天气十分晴朗。", encoding="utf-8")
    assert home.run(words(source, "-o", folder))[0] == 0
    assert "十分晴朗" in (folder / "graph.ttl").read_text(encoding="utf-8")
    assert home.run([*words(source, "-o", folder), "--no-text"])[0] == 0
    for name, data in outputs(folder).items():
        assert "十分晴朗" not in data.decode("utf-8"), name
    assert "召开座谈会。" not in (folder / "graph.ttl").read_text(encoding="utf-8")
    assert "十分晴朗".encode() in (folder / "store.sqlite").read_bytes()
    assert home.run(words(source, "-o", folder))[0] == 0
    assert "十分晴朗" in (folder / "graph.ttl").read_text(encoding="utf-8")


def test_a_lost_explorer_is_made_again(home: Nursery, tmp_path: Path, at_once: dict[str, bytes]) -> None:
    (tmp_path / "whole" / "explorer.html").unlink()
    assert home.run(words(tmp_path / FIRST, "-o", tmp_path / "whole"))[0] == 0
    alike(tmp_path / "whole", at_once)


def test_a_fresh_build_of_nothing_costs_nothing(home: Nursery, tmp_path: Path, at_once: dict[str, bytes]) -> None:
    before = (tmp_path / "whole" / "store.sqlite").read_bytes()
    assert home.run([*words(tmp_path / "missing.txt", "-o", tmp_path / "whole"), "--fresh"])[0] == 2
    alike(tmp_path / "whole", at_once)
    assert (tmp_path / "whole" / "store.sqlite").read_bytes() == before
