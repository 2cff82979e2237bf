"""Files, folders, globs and standard input to articles; what cannot be read is reported, not raised."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from unigraph.errors import SourceError
from unigraph.model import Article
from unigraph.reading.dates import check_date, date_in_name
from unigraph.reading.formats import SUFFIXES, document_of
from unigraph.reading.metadata import Row, read_metadata
from unigraph.reading.page import articles_of

__all__ = ["Fault", "Reading", "read_sources"]

_STDIN = "-"


@dataclass(frozen=True, slots=True)
class Fault:
    """A source that was left out, as the user named it, and why, in one line."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read. ``encodings`` pairs sources with their encoding where that is not UTF-8."""

    articles: tuple[Article, ...] = ()
    faults: tuple[Fault, ...] = ()
    encodings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class _File:
    """A file to read: its name relative to what the user named, and its path as the user would write it."""

    source: str
    path: str


def read_sources(
    sources: Iterable[str | Path],
    *,
    published: str = "",
    metadata: Path | None = None,
    stdin: BinaryIO | None = None,
) -> Reading:
    """Read files, folders (files of the usual ends of names, at any depth), globs, and ``-`` for ``stdin``.

    Text, HTML, PDF and DOCX are told by content (:mod:`unigraph.reading.formats`). Files come sorted by name, each
    once. A date is taken from the metadata's row, else from the page, else it is ``published``, else it is in the
    file's name. ``Article.sources`` holds the file's path below what was named: below
    the folder, or below the fixed part of the glob; the name alone of a file.

    Raises :class:`~unigraph.errors.OptionError` for a wrong date or metadata that cannot be used; a source that cannot
    be read becomes a :class:`Fault`.
    """
    if published:
        check_date(published)
    rows = read_metadata(metadata) if metadata else {}
    faults: list[Fault] = []
    files = _unique(file for source in sources for file in _files(str(source), faults))
    articles: list[Article] = []
    encodings: list[tuple[str, str]] = []
    for file in files:
        try:
            document = document_of(_bytes(file, stdin))
            row, named = _row(file, rows), _dated(file)
            articles += articles_of(document, source=file.source, row=row, default=published, name=named)
        except SourceError as error:
            faults.append(Fault(file.path, str(error)))
            continue
        if document.encoding != "UTF-8":
            encodings.append((file.source, document.encoding))
    return Reading(tuple(articles), tuple(sorted(set(faults), key=lambda f: (f.source, f.reason))), tuple(encodings))


def _files(source: str, faults: list[Fault]) -> Iterator[_File]:
    path = Path(source)
    if "\0" in source:
        faults.append(Fault(source.replace("\0", "?"), "no name of a file"))
    elif source == _STDIN:
        yield _File(_STDIN, _STDIN)
    elif path.is_dir():
        yield from _folder(source, faults)
    elif os.path.lexists(source) or not glob.has_magic(source):
        yield _File(path.name or source, source)
    else:
        yield from _glob(source, faults)


def _folder(source: str, faults: list[Fault]) -> Iterator[_File]:
    def refused(error: OSError) -> None:
        faults.append(Fault(str(error.filename), _why(error)))

    before = len(faults)
    empty = True
    for folder, below, names in os.walk(source, onerror=refused):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in names:
            if Path(name).suffix.lower() in SUFFIXES and not name.startswith("."):
                empty = False
                path = Path(folder, name)
                yield _File(path.relative_to(source).as_posix(), str(path))
    if empty and len(faults) == before:
        faults.append(Fault(source, f"no file in this folder ends in {', '.join(sorted(SUFFIXES))}"))


def _glob(source: str, faults: list[Fault]) -> Iterator[_File]:
    parts = Path(source).parts
    fixed = Path(*parts[: next(i for i, part in enumerate(parts) if glob.has_magic(part))])
    found = [path for path in map(str, glob.iglob(source, recursive=True)) if not Path(path).is_dir()]  # noqa: PTH207
    if not found:
        faults.append(Fault(source, "no file matches"))
    for path in found:
        yield _File(Path(path).relative_to(fixed).as_posix(), path)


def _unique(files: Iterable[_File]) -> list[_File]:
    """Each file once, under its first name, sorted: neither order nor repetition of the sources shows."""
    found: dict[str, _File] = {}
    for file in sorted(files):
        found.setdefault(_STDIN if file.path == _STDIN else os.path.realpath(file.path), file)
    return sorted(found.values())


def _bytes(file: _File, stdin: BinaryIO | None) -> bytes:
    if file.path == _STDIN:
        if stdin is None:
            raise SourceError("no standard input")
        return stdin.read()
    try:
        return Path(file.path).read_bytes()
    except (OSError, ValueError) as error:
        raise SourceError(_why(error)) from None


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "permission denied"
    return f"cannot read: {(error.strerror if isinstance(error, OSError) else None) or error}"


def _row(file: _File, rows: Mapping[Path, Row]) -> Row:
    return Row() if file.path == _STDIN or not rows else rows.get(Path(file.path).resolve(), Row())


def _dated(file: _File) -> str:
    """The date in a file's name, or in that of a folder below what the user named."""
    return next(filter(None, map(date_in_name, reversed(file.source.split("/")))), "")
