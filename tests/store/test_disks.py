"""Disks that are full, and folders and files that may not be written: what was whole stays whole."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from pathlib import Path

import pytest

from tests.store.killing import CASES, Ground, Nursery, outputs

pytestmark = pytest.mark.skipif(os.name != "posix", reason="limits and permissions of POSIX")

CHANGING = [name for name, case in CASES.items() if not case.lasts]


def nothing(folder: Path) -> AbstractContextManager[object]:
    return nullcontext()


@pytest.mark.parametrize("name", CHANGING)
def test_files_that_may_not_grow(home: Nursery, tmp_path: Path, name: str) -> None:
    """A limit on the size of files stops the writing in its middle: of the journal, the store, the graph, the explorer."""
    ground = Ground(CASES[name], home, tmp_path)
    for largest in (2_000, 10_000, 30_000, 70_000, 100_000, 300_000, 600_000):
        verdict = ground.hindered(nothing, largest=largest)
        assert (largest, verdict.faults) == (largest, [])
        assert "cannot write" in verdict.told


@pytest.mark.parametrize("name", CHANGING)
def test_full_disk(home: Nursery, tmp_path: Path, name: str) -> None:
    """A small disk with more and more room on it."""
    with small_disk(tmp_path) as disk:
        ground = Ground(CASES[name], home, disk)
        for room in (0, 8_000, 50_000, 100_000, 300_000, 600_000):
            verdict = ground.hindered(partial(filled, disk, room))
            assert (room, verdict.faults) == (room, [])
            assert "disk is full" in verdict.told


def locked_folder(folder: Path) -> None:
    folder.chmod(0o555)


def locked_store(folder: Path) -> None:
    folder.chmod(0o777)
    (folder / "store.sqlite").chmod(0o444)


@pytest.mark.parametrize("lock", [locked_folder, locked_store])
def test_read_only(home: Nursery, open_place: Path, lock: Callable[[Path], None]) -> None:
    ground = Ground(CASES["add"], home, open_place)

    @contextmanager
    def hindrance(folder: Path) -> Iterator[None]:
        lock(folder)
        before = {p.name: p.read_bytes() for p in folder.iterdir()}
        yield
        assert {p.name: p.read_bytes() for p in folder.iterdir()} == before
        folder.chmod(0o755)
        (folder / "store.sqlite").chmod(0o644)

    verdict = ground.hindered(hindrance, nobody=True)
    assert verdict.faults == []
    assert "permission" in verdict.told


def test_outputs_that_are_read_only_are_replaced(home: Nursery, tmp_path: Path) -> None:
    ground = Ground(CASES["add"], home, tmp_path)
    ground.reset()
    for name in outputs(ground.folder):
        (ground.folder / name).chmod(0o444)
    assert home.run(ground.words())[0] == 0
    assert outputs(ground.folder) == ground.end


def test_read_only_disk(home: Nursery, tmp_path: Path) -> None:
    with small_disk(tmp_path) as disk:
        ground = Ground(CASES["add"], home, disk)

        @contextmanager
        def hindrance(folder: Path) -> Iterator[None]:
            _mount("-o", "remount,ro", str(disk))
            yield
            _mount("-o", "remount,rw", str(disk))

        verdict = ground.hindered(hindrance)
    assert verdict.faults == []
    assert "read-only" in verdict.told


@contextmanager
def small_disk(place: Path) -> Iterator[Path]:
    disk = place / "disk"
    disk.mkdir()
    try:
        _mount("-t", "tmpfs", "-o", "size=8m", "none", str(disk))
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("may not mount a disk")
    try:
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@contextmanager
def filled(disk: Path, room: int, _: Path) -> Iterator[None]:
    filler = disk / "filler"
    free = os.statvfs(disk)
    filler.write_bytes(bytes(max(0, free.f_bavail * free.f_frsize - room)))
    yield
    filler.unlink()


def _mount(*words: str) -> None:
    subprocess.run(["mount", *words], check=True, capture_output=True)
