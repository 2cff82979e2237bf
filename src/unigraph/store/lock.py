"""One build at a time in a folder; the lock ends with its process, however that ends."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from unigraph.errors import OutputError

__all__ = ["LOCK", "locked"]

LOCK = ".unigraph-lock"

_PATIENCE = 600.0
"""Seconds that another build is waited for."""
_PAUSE = 0.1


@contextlib.contextmanager
def locked(folder: Path, told: Callable[[str], None], patience: float = _PATIENCE) -> Iterator[None]:
    """Hold a folder; while another process does, wait, and tell once whom for.

    Raises :class:`~unigraph.errors.OutputError` that names the other where it takes longer than ``patience`` seconds.
    """
    with _held(folder, told, time.monotonic() + patience) as file:
        try:
            _name(file)
            yield
        finally:
            _release(file)


@contextlib.contextmanager
def _held(folder: Path, told: Callable[[str], None], until: float) -> Iterator[BinaryIO]:
    """The lock's file, locked; one that another process took away meanwhile is none."""
    path = folder / LOCK
    while True:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            file = path.open("a+b")
        except OSError as error:
            raise OutputError(f"{folder}: cannot write: {error.strerror or error}; choose another folder") from error
        with file:
            _acquire(file, folder, told, until)
            if path.exists() and os.path.samestat(os.fstat(file.fileno()), path.stat()):
                yield file
                return


def _acquire(file: BinaryIO, folder: Path, told: Callable[[str], None], until: float) -> None:
    waiting = False
    while not _try(file):
        holder = _holder(file)
        if time.monotonic() >= until:
            raise OutputError(f"{folder}: process {holder} is building there; try again when it is done")
        if not waiting:
            told(f"waiting for process {holder}, which is building in {folder}")
            waiting = True
        time.sleep(_PAUSE)


def _holder(file: BinaryIO) -> str:
    file.seek(0)
    return file.read(20).decode("ascii", "replace").strip() or "unknown"


def _name(file: BinaryIO) -> None:
    """Say who holds the lock, for others to name."""
    file.truncate(0)
    file.write(str(os.getpid()).encode())
    file.flush()


if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30  # beyond what is written, which others may then read

    def _try(file: BinaryIO) -> bool:
        file.seek(_FAR)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _release(file: BinaryIO) -> None:
        file.seek(_FAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try(file: BinaryIO) -> bool:
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _release(file: BinaryIO) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_UN)
