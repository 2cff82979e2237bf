"""The reading order of a page: it is cut where white runs through it, down before across (a recursive XY cut).

Where a strip of white divides a part of the page from top to bottom, its columns are read one after the other. Where
something lies across the strip, a headline or a picture's caption, the part is cut above and below it first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from unigraph.reading.formats.pdf_lines import Piece, joined, level

__all__ = ["columns_of"]

_GUTTER = 0.75
"""The least width of the white between columns, in heights of characters."""
_DEEPEST = 40
_APART = 1.9
"""Distance between the lines of a column, in heights, from which they are two parts of the page."""
_LARGER = 1.15
"""How much larger than text a headline is."""
_HEADLINE = 1.3
"""How much larger than text a headline is that parts a page across, though it does not reach over all columns."""
_MARKS = re.compile("[，。；？！,;]")
_SENTENCES = 0.35
"""Share of the lines of running text, at least, that hold such a mark."""
_ROWS = 0.7
"""Share of the lines on one side that stand level with one on the other, as cells do."""
_CELLS_APART = "  "

Strip = tuple[float, float]


def columns_of(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The columns of a page in reading order, each its lines from top to bottom."""
    return _parts(list(pieces), 0) if pieces else []


def _parts(pieces: list[Piece], depth: int) -> list[list[Piece]]:
    gutter = _gutter(pieces)
    if gutter and depth < _DEEPEST:
        if headline := _headline(pieces, gutter):
            above = [piece for piece in pieces if piece.bottom >= headline[0].top]
            below = [piece for piece in pieces if piece.top <= headline[0].bottom]
            before = _parts(above, depth + 1) if above else []
            return [*before, _lines(headline), *_parts(below, depth + 1)]
        left = [piece for piece in pieces if piece.right <= gutter[0] + 0.01]
        right = [piece for piece in pieces if piece.left >= gutter[1] - 0.01]
        return _parts(left, depth + 1) + _parts(right, depth + 1)
    bands = _bands(pieces)
    if len(bands) == 1 or depth >= _DEEPEST:
        return [_lines(pieces)]
    out: list[list[Piece]] = []
    plain: list[Piece] = []
    for band in bands:
        if _gutter(band):
            out += [_lines(plain)] * bool(plain) + _parts(band, depth + 1)
            plain = []
        else:
            plain += band
    return out + [_lines(plain)] * bool(plain)


def _gutter(pieces: Sequence[Piece]) -> Strip | None:
    """The widest strip of white from top to bottom that divides columns of text, not cells of a table."""
    least = _GUTTER * median(piece.size for piece in pieces)
    found = [(b - a, a, b) for a, b in _white(pieces) if b - a >= least]
    for _, a, b in sorted(found, key=lambda strip: (-strip[0], strip[1])):
        if _divides(pieces, a):
            return a, b
    return None


def _headline(pieces: Sequence[Piece], gutter: Strip) -> list[Piece]:
    """The first row of a headline that has columns on both sides below it, and nothing beside it, though it be short."""
    least = _HEADLINE * median(piece.size for piece in pieces)
    for piece in sorted(pieces, key=lambda p: (-p.top, p.left)):
        if piece.size < least:
            continue
        below = [other for other in pieces if other.top <= piece.bottom]
        sides = any(p.right <= gutter[0] + 0.01 for p in below) and any(p.left >= gutter[1] - 0.01 for p in below)
        if sides and not any(o.bottom < piece.top and o.top > piece.bottom for o in pieces if o is not piece):
            return [piece]
    return []


def _white(pieces: Sequence[Piece]) -> list[Strip]:
    """The strips between pieces that none covers, from left to right."""
    out: list[Strip] = []
    reached = float("inf")
    for left, right in sorted((piece.left, piece.right) for piece in pieces):
        if left > reached:
            out.append((reached, left))
        reached = right if reached == float("inf") else max(reached, right)
    return out


def _divides(pieces: Sequence[Piece], at: float) -> bool:
    left = [piece for piece in pieces if piece.right <= at + 0.01]
    right = [piece for piece in pieces if piece.left > at]
    few, many = sorted((left, right), key=len)
    if _height(few) < 1.8 * median(piece.size for piece in few):
        return False  # one line: parts of a masthead, a row
    side_by_side = sum(any(level(piece, other) for other in many) for piece in few) >= _ROWS * len(few)
    return not side_by_side or _running(left) or _running(right)


def _height(pieces: Sequence[Piece]) -> float:
    return max(piece.top for piece in pieces) - min(piece.bottom for piece in pieces)


def _running(pieces: Sequence[Piece]) -> bool:
    """Whether pieces are lines of sentences, which have marks, and not cells, which have none."""
    return sum(bool(_MARKS.search(piece.text)) for piece in pieces) >= _SENTENCES * len(pieces)


def _bands(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """A part of a page cut across: rows that share a strip of white stay together, those without stand alone."""
    bands: list[list[Piece]] = []
    strips: list[Strip] = []
    for row in _rows(pieces):
        free = _free(row, pieces)
        shared = _shared(strips, free) if bands else []
        if shared and not _breaks(bands[-1], row):
            bands[-1] += row
            strips = shared
        else:
            bands.append(list(row))
            strips = free
    return bands


def _rows(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces that overlap in height, from top to bottom."""
    rows: list[list[Piece]] = []
    lowest = 0.0
    for piece in sorted(pieces, key=lambda p: (-p.middle, p.left)):
        top, bottom = piece.top - 0.25 * piece.size, piece.bottom + 0.25 * piece.size
        if rows and top > lowest:
            rows[-1].append(piece)
            lowest = min(lowest, bottom)
        else:
            rows.append([piece])
            lowest = bottom
    return rows


def _free(row: Sequence[Piece], pieces: Sequence[Piece]) -> list[Strip]:
    """The strips of white of a row, within the width of the whole."""
    left, right = min(p.left for p in pieces), max(p.right for p in pieces)
    inner = _white(row)
    return [(left, min(p.left for p in row)), *inner, (max(p.right for p in row), right)]


def _shared(strips: Sequence[Strip], free: Sequence[Strip]) -> list[Strip]:
    both = ((max(a, c), min(b, d)) for a, b in strips for c, d in free)
    return [(a, b) for a, b in both if b - a > 3.0]


def _breaks(band: Sequence[Piece], row: Sequence[Piece]) -> bool:
    """Whether a row begins another part: headlines below text, columns below lines, a line further below than usual."""
    above = min(band, key=lambda piece: (piece.bottom, piece.left))
    larger = min(piece.size for piece in row) > _LARGER * above.size
    if larger or (len(row) > 1 and not any(level(a, b) for a, b in pairwise(band))):
        return True
    return len(row) == 1 and (
        above.size > _LARGER * row[0].size or above.middle - row[0].middle > _APART * max(above.size, row[0].size)
    )


def _lines(pieces: Sequence[Piece]) -> list[Piece]:
    """The lines of a column from top to bottom; what stands level is one row."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: (-p.middle, p.left)):
        if rows and level(rows[-1][0], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    lines = [joined(row, _CELLS_APART) for row in rows]
    return _upright(lines)


def _upright(lines: list[Piece]) -> list[Piece]:
    """Characters that stand below each other, as in a headline set upright, as one line."""
    out: list[list[Piece]] = []
    for line in lines:
        single = len(line.text) == 1
        if single and out and len(out[-1][-1].text) == 1 and abs(line.left - out[-1][-1].left) < 0.5 * line.size:
            out[-1].append(line)
        else:
            out.append([line])
    return [
        run[0]._replace(text="".join(p.text for p in run), bottom=run[-1].bottom) if len(run) > 2 else piece
        for run in out
        for piece in (run[:1] if len(run) > 2 else run)
    ]
