"""Tables set with bars or tabs between the cells: what stands in a column below its head."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["column_cells"]

_BARS = ("|", "\t")


def column_cells(text: str, head: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """The cells of each column whose head a pattern matches in full, with the places where they begin."""
    columns: tuple[int, ...] = ()
    begin = 0
    for line in text.splitlines(keepends=True):
        cells = tuple(_cells(line, begin))
        begin += len(line)
        if len(cells) < 2:
            columns = columns if not line.strip() and cells else ()
            continue
        heads = tuple(number for number, (_, cell) in enumerate(cells) if head.fullmatch(cell))
        if heads:
            columns = heads
        else:
            yield from (cells[number] for number in columns if number < len(cells) and cells[number][1])


def _cells(line: str, begin: int) -> Iterator[tuple[int, str]]:
    """The cells of a line that holds bars or tabs, and where each begins, without the white space around it."""
    bar = next((b for b in _BARS if b in line), "")
    if not bar:
        return
    at = begin
    for cell in line.split(bar):
        yield at + len(cell) - len(cell.lstrip()), cell.strip()
        at += len(cell) + 1
