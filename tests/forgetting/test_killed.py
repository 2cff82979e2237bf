"""Forgetting that is killed at any step is done by the next build, with the bytes of one that never was."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Run, build
from .folder import NAME, bearers, chair_of, outputs, told_in

STEPS = (
    "unigraph.building.leave_out",
    "unigraph.store.write_masked",
    "unigraph.store.take_over",
    "unigraph.store.purge_redirects",
    "unigraph.store.Store.vacuum",
    "unigraph._folder.write_decisions",
    "unigraph._folder.replace_files",
    "unigraph._folder.Workplace.close",
)

CODE = """
import os, signal, sys
from pkgutil import resolve_name
import unigraph.building, unigraph.store, unigraph._folder
from unigraph.cli import main

step, *arguments = sys.argv[1:]
home, _, name = step.rpartition(".")
home = resolve_name(home)

def killed(*given, **named):
    os.kill(os.getpid(), signal.SIGKILL)

setattr(home, name, killed)
main(arguments)
"""


@pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
def test_killed_before_any_step(run: Run, folder: Path) -> None:
    kept, person = folder.parent / "kept", chair_of(folder)
    shutil.copytree(folder, kept)
    run("forget", folder, person, "--yes", "--quiet")
    done = outputs(folder)
    for step in STEPS:
        shutil.rmtree(folder)
        shutil.copytree(kept, folder)
        ended = subprocess.run(
            [sys.executable, "-c", CODE, step, "forget", str(folder), person, "--yes"], capture_output=True
        )
        assert ended.returncode == -signal.SIGKILL, (step, ended.stderr.decode())
        assert build(run, folder) == 0, step
        assert outputs(folder) == done, step
        assert told_in(folder) == [], step
        assert run("forget", folder, NAME, "--yes", "--quiet") == 2


def test_forgetting_again_ends_what_was_begun(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*given: object, **named: object) -> None:
        raise OSError("no power")

    with monkeypatch.context() as patch:
        patch.setattr("unigraph._folder.replace_files", fail)
        assert run("forget", folder, chair_of(folder), "--yes") == 2
    assert not bearers(folder)
    assert told_in(folder)
    assert run("forget", folder, NAME, "--yes") == 2
    assert told_in(folder) == []


def test_what_killed_builds_left_is_swept(run: Run, folder: Path) -> None:
    for name in ("explorer.html", "graph.ttl", "decisions.csv", "ontology.ttl"):
        (folder / f".{name}.0123abcd.unigraph-tmp").write_text(f"{NAME}出席", encoding="utf-8")
    assert run("forget", folder, chair_of(folder), "--yes", "--quiet") == 0
    assert told_in(folder) == []
