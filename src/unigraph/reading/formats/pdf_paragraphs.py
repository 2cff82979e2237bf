"""Lines of columns to paragraphs, across columns and pages: told by indents, ends of lines, sizes and distances."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from unigraph.reading.formats.pdf_lines import Piece

__all__ = ["Paragraphs"]

_INDENT = 1.2
"""Heights of characters by which a line begins further to the right than its column, where it begins a paragraph."""
_SHORT = 1.6
"""Heights by which a line may end before its column does and still be full."""
_FURTHER = 1.35
"""How much further below than usual a line stands, where it begins a paragraph."""
_USUAL = 1.8
"""How far lines are apart, in their heights, where no two show it."""
_OTHER_SIZE = 1.12
_ENDED = re.compile(r"[。！？!?…][”’』」）)》】]*$")
_WORD = re.compile(r"[A-Za-z0-9]")


class Paragraphs:
    """The paragraphs so far, with empty lines between what stands apart, and whether the last one may go on."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.last: Piece | None = None
        self.full = False

    def add(self, lines: Sequence[Piece]) -> None:
        """Read a column on."""
        left, right, usual = _edges(lines)
        text = median(line.size for line in lines)
        for i, line in enumerate(lines):
            before = lines[i - 1] if i else self.last
            size = line.size
            centred = size > _OTHER_SIZE * text and abs(line.left + line.right - left - right) < size
            indented = line.left - left > _INDENT * size and not centred
            hanging = i > 0 and before is not None and abs(before.left - line.left) < 0.5 * size
            further = i > 0 and before is not None and before.middle - line.middle > _FURTHER * usual * size
            other = before is not None and not _alike(before, line)
            if before is None or other or further or (not i and not self.open(before)):
                self.begin(line, apart=True)
            elif not self.full or (indented and not hanging) or "  " in line.text or "  " in before.text:
                self.begin(line, apart=False)
            else:
                self.go_on(line)
            self.last = line
            self.full = right - line.right < _SHORT * size and right - left > 6 * size

    def open(self, last: Piece) -> bool:
        """Whether a column ends in the midst of a paragraph."""
        return self.full and not _ENDED.search(last.text)

    def begin(self, line: Piece, *, apart: bool) -> None:
        self.parts += [""] * (apart and bool(self.parts)) + [line.text]

    def go_on(self, line: Piece) -> None:
        apart = bool(_WORD.match(self.parts[-1][-1:]) and _WORD.match(line.text))
        self.parts[-1] += " " * apart + line.text


def _alike(one: Piece, other: Piece) -> bool:
    return max(one.size, other.size) <= _OTHER_SIZE * min(one.size, other.size)


def _edges(lines: Sequence[Piece]) -> tuple[float, float, float]:
    """Where a column begins and ends, and how far its lines are apart where they are near, in their heights."""
    apart = sorted((a.middle - b.middle) / b.size for a, b in pairwise(lines) if _alike(a, b))
    usual = apart[len(apart) // 4] if apart else _USUAL
    return min(line.left for line in lines), max(line.right for line in lines), usual
