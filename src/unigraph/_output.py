"""Writing files so that a kill, a full disk or Ctrl-C leaves what was there before.

Every file is first written whole under a temporary name in its folder and forced to disk; only when all are there
are they renamed into place.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import tempfile
from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path

from unigraph.errors import OutputError

__all__ = [
    "APPLICATION",
    "EXPLORER",
    "GRAPH",
    "MARK",
    "STORE",
    "TEMPORARY",
    "Data",
    "check_folder",
    "graph_path",
    "is_store",
    "refusal",
    "replace_files",
    "sweep",
    "sync_folder",
    "write_file",
]

GRAPH = "graph.ttl"
EXPLORER = "explorer.html"
STORE = "store.sqlite"
MARK = "# unigraph graph"
"""The first line of a graph that we wrote, by which its folder is known as ours."""

TEMPORARY = ".unigraph-tmp"
_HIDDEN = ".unigraph"
_BUFFER = 1 << 20
APPLICATION = 0x75674752
"""Marks a database of SQLite as ours: ``ugGR``."""
_ADVICE = {
    errno.ENOSPC: "the disk is full; make room and build again",
    errno.EDQUOT: "the disk quota is used up; make room and build again",
    errno.EFBIG: "the file system takes no file of that size; choose another folder",
    errno.EACCES: "no permission to write there; choose another folder",
    errno.EPERM: "no permission to write there; choose another folder",
    errno.EROFS: "the file system is read-only; choose another folder",
    errno.ENOTDIR: "a part of the path is a file; choose another folder",
    errno.EEXIST: "there is a file of that name; choose another folder",
    errno.ENOENT: "it went away while writing; another build may write there too",
}


def write_file(path: Path, data: str | bytes) -> None:
    """Write one file whole or not at all. Raises :class:`~unigraph.errors.OutputError`."""
    replace_files({path: data})


Data = str | bytes | Iterable[bytes] | None
"""What is in a file: all of it, or its parts as they come; ``None``, or no part, where there is to be no file."""


def replace_files(files: Mapping[Path, Data]) -> None:
    """Write several files, in their order; none is replaced before all are on disk.

    Folders are made where they are missing. Raises :class:`~unigraph.errors.OutputError`.
    """
    staged: dict[Path, Path] = {}
    path = Path()
    try:
        for path, data in files.items():
            parts = iter(() if data is None else [data] if isinstance(data, str | bytes) else data)
            first = next(parts, None)
            if first is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
                staged[path] = path.with_name(f".{path.name}.{secrets.token_hex(4)}{TEMPORARY}")
                _write(staged[path], chain((first,), parts))
        for path in files:
            if path in staged:
                staged[path].replace(path)
            else:
                path.unlink(missing_ok=True)
        for folder in {p.parent for p in staged}:
            sync_folder(folder)
            sweep(folder, {p.name for p in staged})
    except OSError as error:
        raise refusal(path, error) from error
    finally:
        for temporary in staged.values():
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)


def check_folder(folder: Path) -> None:
    """Refuse a folder that cannot be written, or that holds files which are not ours.

    Ours is a folder that is missing, empty, or has a ``graph.ttl`` or a store of ours, were it only begun. Nothing is
    made here; asking at the start spares a long build that could not be written. Raises
    :class:`~unigraph.errors.OutputError`.
    """
    try:
        if folder.is_dir():
            graph = folder / GRAPH
            if (
                any(map(_is_foreign, folder.iterdir()))
                and not (graph.is_file() and _is_ours(graph))
                and not is_store(folder / STORE)
            ):
                raise OutputError(f"{folder}: holds files that are no graph of unigraph; name a new or empty folder")
        nearest = next(p for p in (folder, *folder.absolute().parents) if p.exists())
        with tempfile.TemporaryFile(dir=nearest, prefix=f".{GRAPH}.", suffix=TEMPORARY):
            pass
    except OSError as error:
        raise refusal(folder, error) from error


def graph_path(path: str | Path) -> Path:
    """The file of a graph, given itself or its folder; :class:`~unigraph.errors.OutputError` where there is none."""
    given = Path(path)
    found = given / GRAPH if given.is_dir() else given
    if not found.is_file():
        raise OutputError(f"{path}: no graph there; make one with: unigraph build SOURCE -o {path}")
    return found


def is_store(path: Path) -> bool:
    """Whether a file is a database of ours, of any version."""
    try:
        with path.open("rb") as file:
            head = file.read(72)
    except OSError:
        return False
    return head.startswith(b"SQLite format 3\0") and head[68:72] == APPLICATION.to_bytes(4, "big")


def _is_foreign(path: Path) -> bool:
    if path.name == STORE:  # a build that was killed at its beginning leaves it empty
        return path.stat().st_size > 0
    return not (path.name.startswith((_HIDDEN, f"{STORE}-")) or TEMPORARY in path.name)


def _is_ours(graph: Path) -> bool:
    with graph.open("rb") as file:
        return file.readline(200).startswith(MARK.encode())


def _write(path: Path, parts: Iterable[str | bytes]) -> None:
    with path.open("xb", buffering=_BUFFER) as file:
        for data in parts:
            file.write(data.encode("utf-8") if isinstance(data, str) else data)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Force to disk which files a folder has."""
    if os.name == "posix":  # elsewhere a folder cannot be opened
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def sweep(folder: Path, names: Iterable[str], but: Path | None = None) -> None:
    """Take away what killed builds left of these files while they wrote them; all but one."""
    for name in names:
        for left in folder.glob(f".{name}*{TEMPORARY}*"):
            if left != but:
                left.unlink(missing_ok=True)


def refusal(path: Path, error: OSError) -> OutputError:
    """What is said where a file or folder cannot be written."""
    advice = _ADVICE.get(error.errno or 0, error.strerror or str(error))
    return OutputError(f"{path}: cannot write: {advice}")
