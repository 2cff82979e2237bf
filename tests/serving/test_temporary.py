"""Temporary folders of servers: each its own, those of killed ones taken away, and one line where there can be none."""

from __future__ import annotations

import asyncio
import errno
import os
import socket
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from unigraph.errors import OutputError
from unigraph.serving.pool import Pool
from unigraph.serving.snapshot import Snapshots
from unigraph.serving.temporary import temporary_folder


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_those_of_killed_servers_go_and_others_stay(place: Path) -> None:
    for name in ("unigraph-serve-killed", "unigraph-serve-other", "unigraph-serve-empty", "somebody-else"):
        (place / name).mkdir()
    (place / "unigraph-serve-killed" / "lock").touch()
    (place / "unigraph-serve-killed" / "1").mkdir()
    (place / "unigraph-serve-killed" / "1" / "store").touch()
    (place / "unigraph-serve-other" / "notes").touch()
    with temporary_folder() as first, temporary_folder() as second:
        kept = {"somebody-else", "unigraph-serve-other", first.name, second.name}
        assert {p.name for p in place.iterdir()} == kept
        assert first != second
    assert {p.name for p in place.iterdir()} == {"somebody-else", "unigraph-serve-other"}


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_a_link_is_not_followed(place: Path) -> None:
    mine = place / "mine"
    mine.mkdir()
    (mine / "lock").touch()
    (place / "unigraph-serve-link").symlink_to(mine, target_is_directory=True)
    with temporary_folder():
        pass
    assert (mine / "lock").exists()


def test_a_process_that_cannot_be_started(place: Path, graph_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def refuse(*words: str, **how: Any) -> None:
        raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    def pool(store: Path) -> Pool:
        return Pool(store, size=1, waiting=1, seconds=1.0)

    monkeypatch.setattr(asyncio, "create_subprocess_exec", refuse)
    snapshots = Snapshots(graph_folder / "graph.ttl", pool=pool, log=lambda *a, **k: None)
    with ThreadPoolExecutor(1) as apart, pytest.raises(OutputError, match="cannot load the graph"):
        apart.submit(lambda: asyncio.run(snapshots.open())).result()  # a browser's tests keep a loop in this thread
    assert list(place.iterdir()) == []


def test_a_graph_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("# unigraph graph\nno turtle <", encoding="utf-8")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "unigraph", "serve", str(tmp_path), "--port", str(port)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=60)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"unigraph: {tmp_path / 'graph.ttl'}: cannot read the graph")
