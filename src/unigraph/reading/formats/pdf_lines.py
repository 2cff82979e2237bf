"""The characters of a page joined to pieces of lines: what stands on one base line without a gap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

__all__ = ["Glyph", "Piece", "joined", "level", "pieces_of"]

_APART = 0.9
"""Gap within a line, in heights of its characters, from which it is two pieces: less than columns are apart."""
_WIDE_SPACE = 0.6
"""Gap between characters, in their heights, that is a space though none is drawn."""
_TYPESET = (0.12, 0.35)
"""Gaps that programs leave between a Chinese character and a letter or digit without a space in the text."""
_MOSTLY = 0.6
"""Share of such neighbours with such a gap, where the program that set the page leaves them all."""
_HAN = "\u2e80"
_NARROW_OR_WIDE = frozenset("“”‘’—…·")
"""Marks as wide as a character in some fonts, of which others give the ink alone."""
_MARGIN = 0.6
"""What a gap beside such a mark may hold of the mark itself, in heights."""
_OPENING, _CLOSING = "（《“‘【〔「『", "）》”’】〕」』，。、；：！？"
"""Marks of which half the width is white, which may reach into the margin."""


class Glyph(NamedTuple):
    """A character and its box, in points from the page's lower left corner."""

    char: str
    left: float
    bottom: float
    right: float
    top: float


class Piece(NamedTuple):
    """Characters in a row and the box around them."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def size(self) -> float:
        """The height of the characters."""
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        """The height on the page at which they stand."""
        return (self.top + self.bottom) / 2


def pieces_of(glyphs: Sequence[Glyph]) -> list[Piece]:
    """The pieces of a page, in the order of the file; those of white space alone are left out."""
    runs: list[list[Glyph]] = []
    for glyph in glyphs:
        if runs and _follows(runs[-1][-1], glyph):
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    typeset = _typeset(runs)
    pieces = [_piece(run, typeset=typeset) for run in runs]
    return _mended([piece for piece in pieces if piece.text.strip()])


def level(one: Piece | Glyph, other: Piece | Glyph) -> bool:
    """Whether two stand on one line: their middles within half the height of the smaller."""
    height = min(one.top - one.bottom, other.top - other.bottom)
    return abs((one.top + one.bottom) - (other.top + other.bottom)) < height


def joined(pieces: Iterable[Piece], space: str) -> Piece:
    """Pieces of one line as one, from left to right."""
    row = sorted(pieces, key=lambda piece: piece.left)
    return Piece(
        space.join(piece.text.strip() for piece in row),
        row[0].left,
        min(piece.bottom for piece in row),
        max(piece.right for piece in row),
        max(piece.top for piece in row),
    )


def _follows(before: Glyph, glyph: Glyph) -> bool:
    height = max(before.top - before.bottom, glyph.top - glyph.bottom)
    alike = height <= 1.35 * min(before.top - before.bottom, glyph.top - glyph.bottom) or glyph.char.isspace()
    return alike and level(before, glyph) and -0.8 < _gap(before, glyph) < _APART


def _gap(before: Glyph, glyph: Glyph) -> float:
    """The white between two characters in heights, negative where they overlap, without what belongs to marks."""
    gap = (glyph.left - before.right) / max(0.1, before.top - before.bottom, glyph.top - glyph.bottom)
    margin = _MARGIN * ((before.char in _NARROW_OR_WIDE) + (glyph.char in _NARROW_OR_WIDE))
    return max(0.0, gap - margin) if gap > 0 else min(0.0, gap + margin)


def _mixed(before: Glyph, glyph: Glyph) -> bool:
    """Whether one is a Chinese character and the other a letter or digit."""
    one, other = sorted((before.char, glyph.char))
    return one.isascii() and one.isalnum() and other > _HAN and other.isalnum()


def _typeset(runs: Sequence[Sequence[Glyph]]) -> bool:
    """Whether a page keeps Chinese characters apart from letters and digits, as Word and others do."""
    drawn = ([glyph for glyph in run if glyph.left < glyph.right] for run in runs)
    gaps = [_gap(a, b) for run in drawn for a, b in pairwise(run) if _mixed(a, b)]
    return sum(_TYPESET[0] < gap < _TYPESET[1] for gap in gaps) > _MOSTLY * len(gaps)


def _piece(run: Sequence[Glyph], *, typeset: bool) -> Piece:
    seen = [glyph for glyph in run if not glyph.char.isspace()] or run[:1]
    out = [run[0].char]
    before, between = run[0], False
    for glyph in run[1:]:
        if glyph.char == " " and glyph.left == glyph.right:
            between = True
            continue
        gap = _gap(before, glyph)
        least = _TYPESET[1] if typeset and _mixed(before, glyph) else 0.0
        spaced = gap > _WIDE_SPACE or (between and gap >= least)
        out += [" "] * (spaced and not before.char.isspace() and not glyph.char.isspace()) + [glyph.char]
        before, between = glyph, False
    first, last = seen[0], seen[-1]
    return Piece(
        "".join(out).strip(),
        first.left + (first.right - first.left) / 2 * (first.char in _OPENING and len(seen) > 1),
        min(g.bottom for g in seen),
        last.right - (last.right - last.left) / 2 * (last.char in _CLOSING and len(seen) > 1),
        max(g.top for g in seen),
    )


def _mended(pieces: list[Piece]) -> list[Piece]:
    """Pieces that touch on one line joined, as where digits are drawn after the characters around them."""
    out: list[Piece] = []
    waiting = list(pieces)
    while waiting:
        piece = waiting.pop(0)
        found = next((i for i, other in enumerate(waiting[:200]) if _touch(piece, other)), None)
        if found is None:
            out.append(piece)
        else:
            waiting[found] = joined((piece, waiting[found]), "")
    return out


def _touch(one: Piece, other: Piece) -> bool:
    left, right = (one, other) if one.left <= other.left else (other, one)
    size = min(left.size, right.size)
    return level(one, other) and -0.3 * size < right.left - left.right < 0.35 * size
