"""Rows of names: 甲、乙和丙."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["row_members"]

_MARK = re.compile(r"、|以及|和|与|及")


def row_members(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the members of a row begin and end."""
    for mark in _MARK.finditer(text, begin, end):
        yield begin, mark.start()
        begin = mark.end()
    yield begin, end
