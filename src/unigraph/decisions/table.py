"""``decisions.csv``: one decision a line, sorted, so that people can read, compare and merge it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from unigraph._output import write_file
from unigraph.decisions.model import KINDS, Anchor, Decision
from unigraph.errors import DecisionError

__all__ = [
    "DECISIONS",
    "Numbered",
    "add_decision",
    "decisions_text",
    "parse_decisions",
    "read_decisions",
    "write_decisions",
]

DECISIONS = "decisions.csv"
_COLUMNS = ("decision", "thing", "predicate", "other", "value", "who", "when", "why")
_BOM = "\ufeff"
_LONGEST = 10_000
"""Characters of one cell that are read."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A decision and the line of the file that it stands in."""

    line: int
    decision: Decision


def read_decisions(folder: Path) -> list[Numbered]:
    """All decisions of a folder, in the order of their lines; none where there is no file.

    Raises :class:`~unigraph.errors.DecisionError` with all that is wrong, a line each.
    """
    file = folder / DECISIONS
    try:
        return parse_decisions(file.read_bytes().decode("utf-8"), str(file))
    except FileNotFoundError:
        return []
    except UnicodeDecodeError:
        raise DecisionError(f"{file}: is not UTF-8; save it as UTF-8") from None
    except OSError as error:
        raise DecisionError(f"{file}: cannot read: {error.strerror or error}") from error


def parse_decisions(text: str, file: str = DECISIONS) -> list[Numbered]:
    """The decisions in the text of a file. Lines that git left of a conflict are faults as others are."""
    rows = csv.reader(io.StringIO(text.removeprefix(_BOM), newline=""), strict=True)
    out, faults = [], []
    try:
        header = next(rows, list(_COLUMNS))
        if header != list(_COLUMNS):
            raise DecisionError(f"{file}, line 1: write {','.join(_COLUMNS)}")
        for row in rows:
            if not row:
                continue
            try:
                out.append(Numbered(rows.line_num, _decision(row)))
            except DecisionError as error:
                faults.append(f"{file}, line {rows.line_num}: {error}")
    except csv.Error as error:
        faults.append(f"{file}, line {rows.line_num}: {error}; is a quotation mark missing?")
    if faults:
        raise DecisionError("\n".join(faults))
    return out


def write_decisions(folder: Path, decisions: Iterable[Decision]) -> None:
    """Replace a folder's decisions; the same decisions give the same bytes, whatever their order."""
    write_file(folder / DECISIONS, decisions_text(decisions))


def add_decision(decisions: Sequence[Decision], new: Decision) -> list[Decision]:
    """The decisions with a new one, which takes the place of an earlier one on the same thing."""
    return [*(d for d in decisions if d.subject != new.subject), new]


def decisions_text(decisions: Iterable[Decision]) -> str:
    """What stands in the file of some decisions."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    rows = sorted(set(map(_row, decisions)), key=_order)
    writer.writerows(rows)
    return out.getvalue()


def _order(row: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """By what is decided on."""
    return row[1], row


def _row(d: Decision) -> tuple[str, ...]:
    cells = (d.kind, str(d.thing), d.predicate, str(d.other or ""), d.value, d.who, d.when, d.why)
    return tuple(cell.replace("\r", " ") for cell in cells)  # which would end a line


def _decision(row: Sequence[str]) -> Decision:
    if len(row) != len(_COLUMNS):
        raise DecisionError(f"has {len(row)} columns, not {len(_COLUMNS)}")
    if any(len(cell) > _LONGEST for cell in row):
        raise DecisionError(f"a cell is longer than {_LONGEST} characters")
    kind, thing, predicate, other, value, who, when, why = row
    known = KINDS.get(kind)
    if known is None:
        raise DecisionError(f"no decision {kind!r}; write one of {', '.join(KINDS)}")
    for needed, cell, column in (
        (known.predicate, predicate, "predicate"),
        (known.other, other, "other"),
        (known.value, value, "value"),
    ):
        if needed and not cell:
            raise DecisionError(f"{kind} needs a {column}")
    return Decision(kind, Anchor.of(thing), predicate, Anchor.of(other) if other else None, value, who, when, why)
