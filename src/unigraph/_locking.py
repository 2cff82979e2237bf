"""Locks on files, which end with their process, however that ends."""

from __future__ import annotations

import errno
import io
import os
import sys
from pathlib import Path

__all__ = ["LockFile", "is_same_file", "try_lock"]

LockFile = io.FileIO
_HELD = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}


def is_same_file(file: LockFile, path: Path) -> bool:
    """Whether an open file is still the one of that path: who held it before may have taken it away."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except OSError:
        return False


def try_lock(file: LockFile) -> bool:
    """Lock a file until it is closed; false where another process has it. Raises :class:`OSError` where there are no locks."""
    try:
        _lock(file)
    except OSError as error:
        if error.errno in _HELD:
            return False
        raise
    return True


if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30  # beyond what is written, which others may then read

    def _lock(file: LockFile) -> None:
        file.seek(_FAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: LockFile) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
