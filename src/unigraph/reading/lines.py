"""A page as lines: cleaned of what cannot be seen, measured, and with the width at which it was wrapped."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Line", "clean", "columns", "read_lines", "wrap_width"]

_BREAKS = re.compile(r"\r\n?|[\f\v\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    r"\ud800-\udfff\ufe00-\ufe0f\ufeff\ufff9-\ufffb]"
)
_WIDE = frozenset("WFA")
_SLACK = 4
"""Columns by which a full line may be short: a mark that may not begin a line takes its neighbour down with it."""
_NARROWEST = 20


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space around it; ``indent`` and ``width`` in columns, a Chinese character takes two.

    ``gap`` is the number of empty lines before it.
    """

    text: str
    indent: int
    width: int
    gap: int


def clean(text: str) -> str:
    """The text with plain line feeds, and without what is not seen: controls, joiners, marks of order, surrogates."""
    return _INVISIBLE.sub("", _BREAKS.sub("\n", text))


def columns(text: str) -> int:
    """The width of a text in a fixed-width face."""
    return len(text) + sum(unicodedata.east_asian_width(c) in _WIDE for c in text if c > "\x7f")


def read_lines(text: str) -> list[Line]:
    """The lines of a cleaned text that hold anything."""
    lines: list[Line] = []
    gap = 0
    for raw in text.split("\n"):
        found = raw.strip()
        if found:
            lines.append(Line(found, columns(raw[: len(raw) - len(raw.lstrip())].expandtabs(4)), columns(found), gap))
        gap = 0 if found else gap + 1
    return lines


def wrap_width(lines: Sequence[Line]) -> int:
    """The width at which lines were broken, in columns with indent; 0 where a line is a paragraph.

    A wrapped page has many lines of nearly the same width and hardly any that is wider; the commonest of these widths
    is the page's.
    """
    widths = Counter(line.indent + line.width for line in lines if line.width >= _NARROWEST)
    total = widths.total()
    best, support = 0, 0
    for width in widths:
        near = sum(widths[w] for w in range(width - _SLACK + 1, width + 1))
        if near > support or (near == support and width < best):
            best, support = width, near
    wider = sum(n for w, n in widths.items() if w > best + _SLACK // 2)
    if support < 5 or support < 0.4 * total or wider > 0.15 * total:
        return 0
    return max(range(best - _SLACK + 1, best + 1), key=lambda width: (widths[width], width))
