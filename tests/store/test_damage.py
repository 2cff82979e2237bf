"""Stores that were damaged, cut off, opened by others, or left in the middle of a transaction."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.killing import CASES, Ground, Nursery, kept_articles, outputs, whole_store
from unigraph.errors import OutputError
from unigraph.store import Store, guarded
from unigraph.store.schema import transaction

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the nursery forks")

HALF_DONE = """
import os, signal, sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
db.executescript("PRAGMA cache_size = 1; BEGIN; UPDATE article SET text = hex(zeroblob(20000));")
for name in tables:
    db.execute(f"DELETE FROM {name}")
db.execute("CREATE TABLE more AS SELECT hex(zeroblob(50000))")
os.kill(os.getpid(), signal.SIGKILL)
"""


def noise(store: Path) -> None:
    data = bytearray(store.read_bytes())
    for at in random.Random(1).sample(range(4096, len(data)), len(data) // 4):
        data[at] ^= 0xFF
    store.write_bytes(data)


def half(store: Path) -> None:
    store.write_bytes(store.read_bytes()[: store.stat().st_size // 2])


def none(store: Path) -> None:
    store.unlink()


def newer(store: Path) -> None:
    with closing(sqlite3.connect(store)) as db:
        db.execute("PRAGMA user_version = 1000")


@pytest.mark.parametrize("harm", [noise, half, none, newer])
def test_a_store_that_cannot_be_used(home: Nursery, tmp_path: Path, harm: Callable[[Path], None]) -> None:
    """It is named, the outputs stay, and --fresh helps."""
    ground = Ground(CASES["add"], home, tmp_path)
    ground.reset()
    harm(ground.folder / "store.sqlite")
    code, _ = home.run(ground.words())
    told = home.told().splitlines()
    assert (code, len(told)) == (2, 1), told
    assert "store.sqlite" in told[0] and "--fresh" in told[0]
    assert outputs(ground.folder) == ground.old
    assert home.run([*ground.words(), "--fresh"])[0] == 0
    assert whole_store(ground.folder) == []


def test_a_store_that_another_program_holds(home: Nursery, tmp_path: Path) -> None:
    ground = Ground(CASES["add"], home, tmp_path)
    ground.reset()
    with closing(sqlite3.connect(ground.folder / "store.sqlite", isolation_level=None)) as db:
        db.execute("BEGIN EXCLUSIVE")
        code, _ = home.run(ground.words())
    assert code == 2
    assert "another program has it open" in home.told()
    assert home.run(ground.words())[0] == 0
    assert outputs(ground.folder) == ground.end


@pytest.mark.parametrize("option", ["", "--fresh"])
def test_a_transaction_that_was_left_half_done(home: Nursery, tmp_path: Path, option: str) -> None:
    """It is undone; its journal is never taken for that of another store."""
    ground = Ground(CASES["fresh" if option else "add"], home, tmp_path)
    articles = kept_articles(ground.folder)
    ground.reset()
    store = ground.folder / "store.sqlite"
    left = subprocess.run([sys.executable, "-c", HALF_DONE, str(store)], check=False)
    assert left.returncode == -signal.SIGKILL
    assert store.with_name("store.sqlite-journal").stat().st_size > 0
    assert home.run(ground.words())[0] == 0
    assert outputs(ground.folder) == ground.end
    assert kept_articles(ground.folder) == articles
    assert whole_store(ground.folder) == []


def test_a_disk_that_is_full_within_a_transaction(tmp_path: Path) -> None:
    """SQLite then ends the transaction by itself, and there is nothing to roll back."""
    store = Store(tmp_path / "store.sqlite")
    store.db.execute("PRAGMA max_page_count = 1")  # no more than there are
    full = pytest.raises(OutputError, match="disk is full")
    with closing(store), full, guarded(tmp_path / "store.sqlite"), transaction(store.db):
        store.db.execute("INSERT INTO fresh VALUES ('a', '', '', hex(zeroblob(1000000)))")
