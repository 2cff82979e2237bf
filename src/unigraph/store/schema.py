"""The database beside a graph: what was read, what it says, and which things are one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from unigraph._output import APPLICATION
from unigraph.errors import OutputError
from unigraph.resolution import SCHEMA as RESOLUTION
from unigraph.store.publishing import TRACKING

__all__ = ["connect", "guarded", "transaction"]

_VERSION = 5
"""Of the tables below and of what is written into them."""

_SCHEMA = """
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE source (id INTEGER PRIMARY KEY, place TEXT NOT NULL UNIQUE, name TEXT NOT NULL, digest TEXT NOT NULL,
                     given TEXT NOT NULL);
CREATE INDEX source_name ON source (name);
CREATE TABLE copy (source INTEGER NOT NULL, article TEXT NOT NULL, title TEXT NOT NULL, published TEXT NOT NULL,
                   basis TEXT NOT NULL, publisher TEXT NOT NULL, page TEXT NOT NULL, url TEXT NOT NULL,
                   PRIMARY KEY (source, article)) WITHOUT ROWID;
CREATE INDEX copy_article ON copy (article);
CREATE TABLE article (id TEXT PRIMARY KEY, about TEXT NOT NULL, sources TEXT NOT NULL, facts TEXT NOT NULL,
                      ruling TEXT NOT NULL, text TEXT NOT NULL);
CREATE INDEX article_ruled ON article (id) WHERE ruling <> '';
CREATE TABLE fresh (id TEXT PRIMARY KEY, about TEXT NOT NULL, recipe TEXT NOT NULL, facts TEXT NOT NULL);
CREATE TABLE masked (original TEXT PRIMARY KEY, article TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE redirect (old TEXT NOT NULL, new TEXT NOT NULL, PRIMARY KEY (old, new)) WITHOUT ROWID;
"""
"""``source``: files, by a digest of their path; ``copy``: the articles in them, as each states them; ``article``: all
that its copies come to, with what it says and what people decided on that; ``fresh``: what a build that is not done yet has read; ``masked``: the articles
of which names are masked, with the sealed identifiers of their texts before that."""

_REFUSED = "cannot write: no permission to write there; choose another folder"
_DAMAGED = "it is damaged; build anew from the sources with --fresh"
_BUSY = "another program has it open; close that and try again"
_REASONS = {
    sqlite3.SQLITE_FULL: "cannot write: the disk is full; make room and build again",
    sqlite3.SQLITE_IOERR: "cannot write: the disk is full or refuses; make room and build again",
    sqlite3.SQLITE_READONLY: _REFUSED,
    sqlite3.SQLITE_CANTOPEN: _REFUSED,
    sqlite3.SQLITE_PERM: _REFUSED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
}
_MASK = 0xFF
"""SQLite's main code of an extended one."""


def connect(path: Path | None) -> sqlite3.Connection:
    """Open the database of a graph, or make an empty one; in memory where no path is given.

    Raises :class:`~unigraph.errors.OutputError` where the file is of another program or version, or damaged.
    """
    with guarded(path):
        db = sqlite3.connect(":memory:" if path is None else path, isolation_level=None)
        try:
            _prepare(db, path)
        except BaseException:
            db.close()
            raise
        return db


@contextmanager
def guarded(path: Path | None) -> Iterator[None]:
    """Turn what SQLite refuses into :class:`~unigraph.errors.OutputError` with advice."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & _MASK
        reason = _REASONS.get(code, f"{error}; build anew from the sources with --fresh")
        raise OutputError(f"{path}: {reason}") from error


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All that is written within, or nothing of it."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:  # a full disk ends it by itself
            db.execute("ROLLBACK")
        raise


def _prepare(db: sqlite3.Connection, path: Path | None) -> None:
    db.execute("PRAGMA secure_delete = ON")
    db.execute("PRAGMA temp_store = MEMORY")
    db.execute("PRAGMA cache_size = -65536")  # KiB
    application = db.execute("PRAGMA application_id").fetchone()[0]
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if (application, version) == (APPLICATION, _VERSION):
        return
    if db.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()[0]:
        whose = f"version {version} of its tables" if application == APPLICATION else "another program"
        raise OutputError(
            f"{path}: made by {whose}, which this unigraph does not read; build from the sources with --fresh"
        )
    db.executescript(
        f"BEGIN; {_SCHEMA} {RESOLUTION} {TRACKING} PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {_VERSION}; COMMIT;"
    )
