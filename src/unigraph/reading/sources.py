"""Files, folders, globs and standard input to articles; what cannot be read is reported, not raised."""

from __future__ import annotations

import glob
import hashlib
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

__all__ = [
    "Fault",
    "Reading",
    "Source",
    "list_sources",
    "read_bytes",
    "read_source",
    "read_sources",
    "row_of",
    "rows_of",
    "sorted_faults",
]

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
class Source:
    """A file to read: its name relative to what the user named, and its path as the user would write it."""

    name: str
    path: str

    @property
    def place(self) -> str:
        """A digest of where it is, the same whatever the user named it by; no path can be read from it."""
        whole = _STDIN if self.path == _STDIN else os.path.realpath(self.path)
        return hashlib.blake2s(os.fsencode(whole), digest_size=16).hexdigest()

    @property
    def is_stdin(self) -> bool:
        """Whether it is standard input."""
        return self.path == _STDIN


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
    file's name. ``Article.sources`` holds the file's path below what was named: below the folder, or below the fixed
    part of the glob; the name alone of a file.

    Raises :class:`~unigraph.errors.OptionError` for a wrong date or metadata that cannot be used; a source that cannot
    be read becomes a :class:`Fault`.
    """
    rows = rows_of(published, metadata)
    files, faults = list_sources(sources)
    articles: list[Article] = []
    encodings: list[tuple[str, str]] = []
    for file in files:
        try:
            found, encoding = read_source(file, read_bytes(file, stdin), rows, published)
        except SourceError as error:
            faults.append(Fault(file.path, str(error)))
            continue
        articles += found
        if encoding != "UTF-8":
            encodings.append((file.name, encoding))
    return Reading(tuple(articles), sorted_faults(faults), tuple(encodings))


def rows_of(published: str, metadata: Path | None) -> Mapping[Path, Row]:
    """The rows of the metadata, after a look at the date; :class:`~unigraph.errors.OptionError` where one is wrong."""
    if published:
        check_date(published)
    return read_metadata(metadata) if metadata else {}


def list_sources(sources: Iterable[str | Path]) -> tuple[list[Source], list[Fault]]:
    """All files that some sources are, sorted, each once, and what is wrong with the sources."""
    faults: list[Fault] = []
    return _unique(file for source in sources for file in _files(str(source), faults)), faults


def read_source(file: Source, data: bytes, rows: Mapping[Path, Row], published: str) -> tuple[tuple[Article, ...], str]:
    """The articles that are in a file, and its encoding. Raises :class:`~unigraph.errors.SourceError`."""
    document = document_of(data)
    row = row_of(file, rows)
    return articles_of(document, source=file.name, row=row, default=published, name=_dated(file)), document.encoding


def sorted_faults(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Each fault once, by source."""
    return tuple(sorted(set(faults), key=lambda f: (f.source, f.reason)))


def _files(source: str, faults: list[Fault]) -> Iterator[Source]:
    path = Path(source)
    if "\0" in source:
        faults.append(Fault(source.replace("\0", "?"), "no name of a file"))
    elif source == _STDIN:
        yield Source(_STDIN, _STDIN)
    elif path.is_dir():
        yield from _folder(source, faults)
    elif os.path.lexists(source) or not glob.has_magic(source):
        yield Source(path.name or source, source)
    else:
        yield from _glob(source, faults)


def _folder(source: str, faults: list[Fault]) -> Iterator[Source]:
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
                yield Source(path.relative_to(source).as_posix(), str(path))
    if empty and len(faults) == before:
        faults.append(Fault(source, f"no file in this folder ends in {', '.join(sorted(SUFFIXES))}"))


def _glob(source: str, faults: list[Fault]) -> Iterator[Source]:
    parts = Path(source).parts
    fixed = Path(*parts[: next(i for i, part in enumerate(parts) if glob.has_magic(part))])
    found = [path for path in map(str, glob.iglob(source, recursive=True)) if not Path(path).is_dir()]  # noqa: PTH207
    if not found:
        faults.append(Fault(source, "no file matches"))
    for path in found:
        yield Source(Path(path).relative_to(fixed).as_posix(), path)


def _unique(files: Iterable[Source]) -> list[Source]:
    """Each file once, under its first name, sorted: neither order nor repetition of the sources shows."""
    found: dict[str, Source] = {}
    for file in sorted(files):
        found.setdefault(file.place, file)
    return sorted(found.values())


def read_bytes(file: Source, stdin: BinaryIO | None = None) -> bytes:
    """What is in a file. Raises :class:`~unigraph.errors.SourceError`."""
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


def row_of(file: Source, rows: Mapping[Path, Row]) -> Row:
    """What the metadata say of a file."""
    return Row() if file.path == _STDIN or not rows else rows.get(Path(file.path).resolve(), Row())


def _dated(file: Source) -> str:
    """The date in a file's name, or in that of a folder below what the user named."""
    return next(filter(None, map(date_in_name, reversed(file.name.split("/")))), "")
