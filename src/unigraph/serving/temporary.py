"""A server's folder of temporary files; those of servers that were killed are taken away by the next one."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from unigraph._locking import LockFile, is_same_file, try_lock
from unigraph._output import refusal

__all__ = ["temporary_folder"]

_PREFIX = "unigraph-serve-"
_LOCK = "lock"
"""The file that a server holds locked as long as it lives."""


@contextlib.contextmanager
def temporary_folder() -> Iterator[Path]:
    """A folder that is there until it is left. Raises :class:`~unigraph.errors.OutputError` where none can be made."""
    place = Path(tempfile.gettempdir())
    try:
        for left in place.glob(f"{_PREFIX}*"):
            _take_away(left)
        folder, lock = _claimed()
    except OSError as error:
        raise refusal(place, error) from error
    try:
        yield folder
    finally:
        lock.close()
        shutil.rmtree(folder, ignore_errors=True)


def _claimed() -> tuple[Path, LockFile]:
    while True:  # another server that starts may take a new folder for one that was left
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
        with contextlib.suppress(FileNotFoundError):
            lock = LockFile(folder / _LOCK, "a+")
            if try_lock(lock) and is_same_file(lock, folder / _LOCK):
                return folder, lock
            lock.close()


def _take_away(folder: Path) -> None:
    """Take away the folder of a server that is no more; that of one that lives, or of somebody else, stays."""
    if folder.is_symlink():
        return
    with contextlib.suppress(OSError):
        try:
            lock = LockFile(folder / _LOCK, "r+")
        except FileNotFoundError:
            folder.rmdir()  # killed before it had put anything there
            return
        with lock:
            if try_lock(lock):
                shutil.rmtree(folder, ignore_errors=True)
