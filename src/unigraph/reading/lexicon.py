"""A user's own names, out of tables with the columns name, class and full name."""

from __future__ import annotations

import csv
import difflib
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from unigraph.errors import LexiconError
from unigraph.ontology import ROOTS, Ontology
from unigraph.recognition.document import fold
from unigraph.recognition.given import GivenName, Lexicon
from unigraph.recognition.user_classes import is_own

__all__ = ["read_lexicon"]

_HEADER = ["name", "class", "full name"]
_BOM = b"\xef\xbb\xbf"
_LINE_END = re.compile(rb"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class _Row:
    """A row that is well formed, and where it stands: ``file, line 7``."""

    place: str
    entry: GivenName


def read_lexicon(files: Iterable[Path], ontology: Ontology) -> Lexicon:
    """The names of some CSV files in UTF-8, in any order.

    The first line of each is ``name,class,full name``. A class is one of the ontology's things, by name or label;
    where the full name is empty, the name is it. Raises :class:`~unigraph.errors.LexiconError` with all that is
    wrong in all the files.
    """
    classes = _Classes(ontology)
    rows: list[_Row] = []
    faults: list[str] = []
    for file in files:
        for result in _rows(file, classes):
            if isinstance(result, _Row):
                rows.append(result)
            else:
                faults.append(result)
    names, clashes = _distinct(rows)
    if faults or clashes:
        raise LexiconError([*faults, *clashes])
    return Lexicon.of(names)


def _distinct(rows: Iterable[_Row]) -> tuple[list[GivenName], list[str]]:
    """The entries, one a name, and what is said of a name that an earlier row says otherwise."""
    first: dict[str, _Row] = {}
    clashes = []
    for row in rows:
        known = first.setdefault(fold(row.entry.name), row)
        if (known.entry.cls, fold(known.entry.full)) != (row.entry.cls, fold(row.entry.full)):
            clashes.append(f"{row.place}: {row.entry.name} has another class or full name in {known.place}")
        else:  # spelt in two ways, it is the same whichever comes first
            first[fold(row.entry.name)] = _Row(known.place, min(known.entry, row.entry))
    return [r.entry for r in first.values()], clashes


def _rows(file: Path, classes: _Classes) -> Iterator[_Row | str]:
    """The rows of a file, or what is wrong with them, in the order of its lines."""
    try:
        data = file.read_bytes().removeprefix(_BOM)
    except OSError as error:
        yield f"{file}: cannot read the lexicon: {error.strerror or error}"
        return
    undecodable = {n for n, line in enumerate(_LINE_END.split(data), 1) if not _decodes(line)}
    header = False
    for begin, end, fields in _records(data.decode("utf-8", "replace")):
        place = f"{file}, line {begin}"
        bad = sorted(undecodable.intersection(range(begin, end + 1)))
        if bad:
            yield from (f"{file}, line {n}: not UTF-8; save the file as UTF-8" for n in bad)
        elif isinstance(fields, str):
            yield f"{place}: not CSV: {fields}"
        elif not header:
            if [f.lower() for f in fields] != _HEADER:
                yield f"{place}: the first line must be {','.join(_HEADER)}"
        else:
            yield _row(place, fields, classes)
        header = True
    if not header:
        yield f"{file}, line 1: the first line must be {','.join(_HEADER)}"


def _decodes(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _records(text: str) -> Iterator[tuple[int, int, list[str] | str]]:
    """Records that are not blank: first and last line, and the fields without white space around, or the fault."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    while True:
        begin = reader.line_num + 1
        result: list[str] | str
        try:
            result = [" ".join(f.split()) for f in next(reader)]
        except StopIteration:
            return
        except csv.Error as error:
            result = str(error)
        if isinstance(result, str) or len(result) > 1 or any(result):
            while isinstance(result, list) and len(result) > len(_HEADER) and not result[-1]:
                result.pop()  # spreadsheets fill all rows to the longest
            yield begin, max(begin, reader.line_num), result


def _row(place: str, fields: list[str], classes: _Classes) -> _Row | str:
    if len(fields) < len(_HEADER):
        return f"{place}: too few columns ({len(fields)}); give name, class and full name, which may be empty"
    if len(fields) > len(_HEADER):
        return f"{place}: too many columns ({len(fields)}); put a name that holds a comma in quotes"
    name, cls, full = fields
    if not name:
        return f"{place}: no name"
    if not any(c.isalnum() for c in name):
        return f"{place}: {name} holds no letter or digit, so it is no name"
    found = classes.named(cls)
    if len(found) == 1:
        return _Row(place, GivenName(name, found[0], full or name))
    if found:
        return f"{place}: class {cls} may mean {' or '.join(found)}; write the one that is meant"
    return f"{place}: {classes.unknown(cls)}"


class _Classes:
    """The classes of things, by name and by label, in either language and in capitals or not."""

    def __init__(self, ontology: Ontology) -> None:
        self._by_word: dict[str, set[str]] = {}
        for name, cls in ontology.classes.items():
            if not _is_thing(name, ontology):
                continue
            local = re.split(r"[#/:]", name)[-1]
            for word in {name, local, *cls.labels.values()}:
                self._by_word.setdefault(word.casefold(), set()).add(name)
        self._names = sorted({re.split(r"[#/:]", n)[-1] for found in self._by_word.values() for n in found})

    def named(self, word: str) -> list[str]:
        """The classes that a word names."""
        return sorted(self._by_word.get(word.casefold(), ()))

    def unknown(self, word: str) -> str:
        """What to say of a word that names none."""
        if not word:
            return f"no class; give one of {', '.join(ROOTS)}"
        near = difflib.get_close_matches(word, self._names, 1)
        advice = f"did you mean {near[0]}?" if near else f"give one of {', '.join(self._names)}"
        return f"unknown class {word}; {advice}"


def _is_thing(name: str, ontology: Ontology) -> bool:
    """Whether a class is one of things that texts name: of the six kinds, or a user's that stands below none of ours."""
    return bool(ontology.root(name)) or all(is_own(c) for c in ontology.ancestors(name))
