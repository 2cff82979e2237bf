"""What a table says of files: date, publisher, page and address."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from unigraph.errors import OptionError, SourceError
from unigraph.reading.dates import check_date
from unigraph.reading.encoding import decode

__all__ = ["Row", "read_metadata"]

_COLUMNS = ("path", "published", "publisher", "page", "url")


@dataclass(frozen=True, slots=True)
class Row:
    """What is given for one file; empty where nothing is."""

    published: str = ""
    publisher: str = ""
    page: str = ""
    url: str = ""


def read_metadata(file: Path) -> Mapping[Path, Row]:
    """Rows by the absolute path of their files. Paths are relative to the table, or else to the working folder.

    Columns are path, published, publisher, page and url, in any order; all but path may be left out. Raises
    :class:`~unigraph.errors.OptionError` naming the line that is wrong.
    """
    rows: dict[Path, Row] = {}
    for line, record in _records(file):
        try:
            published = check_date(record["published"]) if record["published"] else ""
            row = Row(published, record["publisher"], record["page"], record["url"])
        except OptionError as error:
            raise OptionError(f"{file}, line {line}: {error}") from None
        if not record["path"]:
            raise OptionError(f"{file}, line {line}: no path")
        for path in {(file.parent / record["path"]).resolve(), Path(record["path"]).resolve()}:
            if rows.setdefault(path, row) != row:
                raise OptionError(f"{file}, line {line}: {record['path']} has another row that says otherwise")
    return rows


def _records(file: Path) -> list[tuple[int, dict[str, str]]]:
    """Lines of the table with their numbers, fields by column, without the white space around them."""
    try:
        text, _ = decode(file.read_bytes())
    except OSError as error:
        raise OptionError(f"{file}: cannot read the metadata: {error.strerror or error}") from None
    except SourceError as error:
        raise OptionError(f"{file}: cannot read the metadata: {error}") from None
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    out: list[tuple[int, dict[str, str]]] = []
    header: list[str] | None = None
    try:
        for fields in reader:
            values = [f.strip() for f in fields]
            if not any(values):
                continue
            if header is None:
                header = _header(file, values)
            elif len(values) > len(header):
                raise OptionError(f"{file}, line {reader.line_num}: more fields than columns")
            else:
                out.append((reader.line_num, dict.fromkeys(_COLUMNS, "") | dict(zip(header, values, strict=False))))
    except csv.Error as error:
        raise OptionError(f"{file}, line {reader.line_num}: not CSV: {error}") from None
    return out


def _header(file: Path, values: list[str]) -> list[str]:
    header = [v.lower() for v in values]
    unknown = [v for v in header if v not in _COLUMNS]
    if unknown or "path" not in header or len(set(header)) < len(header):
        raise OptionError(f"{file}, line 1: the first line must name columns of {', '.join(_COLUMNS)}, path among them")
    return header
