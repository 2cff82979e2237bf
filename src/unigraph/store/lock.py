"""One build at a time in a folder; the lock ends with its process, however that ends."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from unigraph._locking import LockFile, is_same_file, try_lock
from unigraph._output import refusal
from unigraph.errors import OutputError

__all__ = ["locked"]

_LOCK = ".unigraph-lock"

_PATIENCE = 600.0
"""Seconds that another build is waited for."""
_PAUSE = 0.1


@contextlib.contextmanager
def locked(folder: Path, told: Callable[[str], None], patience: float = _PATIENCE) -> Iterator[None]:
    """Hold a folder; while another process does, wait, and tell once whom for.

    The folder is made where it is missing, and taken away again where nothing was put into it. Raises
    :class:`~unigraph.errors.OutputError` that names the other where it takes longer than ``patience`` seconds.
    """
    path = folder / _LOCK
    made: list[Path] = []
    try:
        file = _acquired(path, made, told, patience)
    except OSError as error:
        raise refusal(folder, error) from error
    try:
        yield
    finally:
        with contextlib.suppress(OSError):  # where an open file cannot be taken away it stays, and holds nobody
            path.unlink()
        file.close()
        with contextlib.suppress(OSError):
            for empty in made:
                empty.rmdir()


def _acquired(path: Path, made: list[Path], told: Callable[[str], None], patience: float) -> LockFile:
    until = time.monotonic() + patience
    waiting = False
    while True:
        made += [folder for folder in path.parents if not folder.exists()]
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            file = _opened(path)
        except FileNotFoundError:  # who held it has just taken the folder away
            continue
        if _taken(file, path):
            return file
        holder = _holder(file)
        file.close()
        if time.monotonic() >= until:
            raise OutputError(f"{path.parent}: process {holder} is building there; try again when it is done")
        if holder and not waiting:
            told(f"waiting for process {holder}, which is building in {path.parent}")
            waiting = True
        time.sleep(_PAUSE)


def _opened(path: Path) -> LockFile:
    try:
        return LockFile(path, "a+")
    except PermissionError:
        if not path.is_file():
            raise
        return LockFile(path, "r")  # somebody else's, who was killed; it can be locked all the same


def _taken(file: LockFile, path: Path) -> bool:
    """Whether the lock is ours now; it says so to others."""
    try:
        if not try_lock(file) or not is_same_file(file, path):
            return False
    except BaseException:
        file.close()
        raise
    with contextlib.suppress(OSError):  # on a full disk there is no room for a name
        file.truncate(0)
        file.write(str(os.getpid()).encode())
    return True


def _holder(file: LockFile) -> str:
    """The process that holds the lock; empty where it has not said so yet."""
    file.seek(0)
    return file.read(20).decode("ascii", "replace").strip()
