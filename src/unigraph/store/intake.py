"""What a build reads: of the sources that were named, those that are new, changed, or given otherwise than before."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from unigraph.errors import OptionError, SourceError
from unigraph.forgetting import NOBODY, Forgotten, Mask, is_sealed
from unigraph.model import Article
from unigraph.reading.metadata import Row
from unigraph.reading.sources import (
    Fault,
    Source,
    list_sources,
    read_bytes,
    read_source,
    row_of,
    rows_of,
    sorted_faults,
)
from unigraph.store.records import Kept, kept_at, kept_by_name

__all__ = ["Intake", "Taken", "mask_intake", "take_in"]


@dataclass(frozen=True, slots=True)
class Taken:
    """A source that was read: its name, place and digest, what was given beside it, and its articles."""

    name: str
    place: str
    digest: str
    given: str
    articles: tuple[Article, ...]


@dataclass
class Intake:
    """What was read, which sources go (removed, or replaced by what was read), and what was left alone."""

    taken: list[Taken] = field(default_factory=list)
    gone: set[int] = field(default_factory=set)
    removed: int = 0
    unchanged: int = 0
    faults: tuple[Fault, ...] = ()
    encodings: list[tuple[str, str]] = field(default_factory=list)


def take_in(
    db: sqlite3.Connection,
    sources: Iterable[str | Path],
    *,
    remove: Iterable[str] = (),
    published: str = "",
    metadata: Path | None = None,
    stdin: BinaryIO | None = None,
    forgotten: Forgotten = NOBODY,
    told: Callable[[int, int], None] = lambda done, total: None,
) -> Intake:
    """Read what the database does not hold yet. Nothing is written.

    A source is known by where it is, and unchanged by its bytes, whatever its time. One that was read before under
    another name keeps the name that is first by its characters. Raises :class:`~unigraph.errors.OptionError` where
    there is nothing of a source to remove, or where date or metadata are wrong.
    """
    rows = rows_of(published, metadata)
    out = Intake()
    for name in remove:
        out.gone |= _to_remove(db, name, forgotten)
    out.removed = len(out.gone)
    files, faults = list_sources(sources)
    for done, file in enumerate(files, 1):
        try:
            _take(db, file, read_bytes(file, stdin), rows, published, forgotten, out)
        except SourceError as error:
            faults.append(Fault(file.path, str(error)))
        told(done, len(files))
    out.faults = sorted_faults(faults)
    return out


def _take(
    db: sqlite3.Connection,
    file: Source,
    data: bytes,
    rows: Mapping[Path, Row],
    published: str,
    forgotten: Forgotten,
    out: Intake,
) -> None:
    digest = hashlib.blake2b(data, digest_size=16).hexdigest()
    place = digest if file.is_stdin else file.place
    given = _given(row_of(file, rows), published)
    known = _known(db, place, forgotten)
    if known is not None and known.id not in out.gone:
        if _is_same(known, digest, given, file.name, forgotten):
            out.unchanged += 1
            return
        file = Source(min(file.name, known.name), file.path)
    articles, encoding = read_source(file, data, rows, published)
    if known is not None:
        out.gone.add(known.id)
    if encoding != "UTF-8":
        out.encodings.append((file.name, encoding))
    out.taken.append(Taken(file.name, place, digest, given, articles))


def mask_intake(intake: Intake, masks: Mapping[str, Mask], forgotten: Forgotten) -> None:
    """Mask what was read, by the identifiers of the articles as they were read."""
    intake.taken = [_masked(taken, masks, forgotten) for taken in intake.taken]


def _masked(taken: Taken, masks: Mapping[str, Mask], forgotten: Forgotten) -> Taken:
    found = [masks[a.id] for a in taken.articles if a.id in masks]
    if not found:
        return taken
    name = taken.name
    for mask in found:
        name = mask.field(name)
    articles = (masks[a.id].of(a) if a.id in masks else a for a in taken.articles)
    return Taken(
        name,
        forgotten.seal(taken.place),
        forgotten.seal(taken.digest),
        forgotten.seal(taken.given),
        tuple(replace(a, sources=(name,)) for a in articles),
    )


def _known(db: sqlite3.Connection, place: str, forgotten: Forgotten) -> Kept | None:
    return kept_at(db, place) or (kept_at(db, forgotten.seal(place)) if forgotten else None)


def _is_same(known: Kept, digest: str, given: str, name: str, forgotten: Forgotten) -> bool:
    """What nothing is given for this time keeps what was given before; a name that is masked stays so."""
    if is_sealed(known.place):
        return known.digest == forgotten.seal(digest) and (not given or forgotten.seal(given) == known.given)
    as_given = given in ("", known.given)
    named = known.name <= name or (not given and known.given != "")
    return known.digest == digest and as_given and named


def _given(row: Row, published: str) -> str:
    if row == Row() and not published:
        return ""
    parts = "\0".join((row.published, row.publisher, row.page, row.url, published))
    return hashlib.blake2b(parts.encode(), digest_size=8).hexdigest()


def _to_remove(db: sqlite3.Connection, name: str, forgotten: Forgotten) -> set[int]:
    """The sources that a path or a name means: a file, or all in a folder."""
    files, _ = list_sources([name])
    known = [kept for file in files if (kept := _known(db, file.place, forgotten))] or kept_by_name(db, name)
    if not known:
        raise OptionError(
            f"--remove {name}: no source of that path or name is in the graph; see: unigraph query DIR articles"
        )
    return {kept.id for kept in known}
