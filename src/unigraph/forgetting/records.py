"""``forgotten.csv``: who is to be left out, by keyed hashes of names together with what tells their bearers apart."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from unigraph._output import write_file
from unigraph.errors import ForgetError
from unigraph.forgetting.key import key_path, new_key, read_key

__all__ = ["FORGOTTEN", "NOBODY", "Forgotten", "Record", "is_sealed", "read_forgotten", "write_forgotten"]

FORGOTTEN = "forgotten.csv"
_COLUMNS = ("what", "length", "hash")
_CHECK = "key"
_SEALED = "k"


class Record(NamedTuple):
    """One line: what was hashed, the characters of a name (0 for all else), and the hash.

    ===========  ======================================================================================
    what         hashed with its name and this word
    ===========  ======================================================================================
    key          nothing: tells whether a key is the right one
    name         a name of somebody who is forgotten
    article      an article, by its sealed identifier, that speaks of somebody who is forgotten
    speaks       a name and an article that speaks of its forgotten bearer
    other        a name and an article that speaks of another bearer
    body         a name and a body of its forgotten bearer, or the paper that he or she writes for
    other-body   a name and such a body of another bearer
    region       a name and a division that such a body bears in its name
    thing        a thing whose name holds that of somebody who is forgotten
    namesake     a name that others bear
    ===========  ======================================================================================
    """

    what: str
    length: int
    hash: str


@dataclass(frozen=True)
class Forgotten:
    """Whom a graph leaves out. False where that is nobody."""

    key: bytes = b""
    records: frozenset[Record] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.records)

    @cached_property
    def _hashes(self) -> frozenset[str]:
        return frozenset(r.hash for r in self.records)

    @cached_property
    def lengths(self) -> tuple[int, ...]:
        """The lengths of the names."""
        return tuple(sorted({r.length for r in self.records if r.what == "name"}))

    @cached_property
    def version(self) -> str:
        """Differs where other people are left out; empty where nobody is."""
        rows = "\n".join(sorted(self._hashes))
        return hashlib.blake2s(rows.encode(), digest_size=16).hexdigest() if rows else ""

    def record(self, what: str, *parts: str, length: int = 0) -> Record:
        """A line of the table."""
        return Record(what, length, self._hash(what, *parts))

    def knows(self, what: str, *parts: str) -> bool:
        """Whether there is such a line."""
        return self._hash(what, *parts) in self._hashes

    def seal(self, text: str) -> str:
        """What stands for something from which a name could be guessed: nobody without the key can tell it."""
        return _SEALED + self._hash("sealed", text) if text and self.key else text

    def adding(self, records: Iterable[Record]) -> Forgotten:
        """With more lines; a name is rather left out than kept."""
        return Forgotten(self.key, self.records | set(records) | {self.record(_CHECK)})

    def _hash(self, *parts: str) -> str:
        whole = "\0".join(parts).encode("utf-8", "surrogatepass")
        return hashlib.blake2b(whole, key=self.key, digest_size=16).hexdigest()


NOBODY = Forgotten()


def is_sealed(text: str) -> bool:
    """Whether a text is what :meth:`Forgotten.seal` gave."""
    return text.startswith(_SEALED)


def read_forgotten(folder: Path, key: Path | None = None, *, create: bool = False) -> Forgotten:
    """Whom a folder leaves out. The key is read where there is anybody; ``create`` makes one up where there is none.

    Raises :class:`~unigraph.errors.ForgetError` where the key is missing or not that of the table, or the table damaged.
    """
    file = folder / FORGOTTEN
    records = _read(file)
    path = key_path(folder, key)
    if not records:
        if not create:
            return NOBODY
        return Forgotten(read_key(path) if path.exists() else new_key())
    found = Forgotten(read_key(path), records)
    if not found.knows(_CHECK):
        raise ForgetError(f"{path}: is not the key that {file} was written with; name the right one with --key")
    return found


def write_forgotten(folder: Path, forgotten: Forgotten) -> None:
    """Replace a folder's table; the same people give the same bytes."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows(sorted(forgotten.records))
    write_file(folder / FORGOTTEN, out.getvalue())


def _read(file: Path) -> frozenset[Record]:
    try:
        rows = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8"), newline=""), strict=True))
        if not rows or tuple(rows[0]) != _COLUMNS:
            raise ValueError
        return frozenset(Record(what, int(length), digest) for what, length, digest in filter(None, rows[1:]))
    except FileNotFoundError:
        return frozenset()
    except (ValueError, csv.Error) as error:
        raise ForgetError(f"{file}: is damaged; bring it back from a copy, or people will be known again") from error
    except OSError as error:
        raise ForgetError(f"{file}: cannot read: {error.strerror or error}") from error
