"""What stands at the edges of pages and is no text of them: numbers, running heads, what browsers print around."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from unigraph.reading.dates import full_date
from unigraph.reading.formats.pdf_lines import Piece, level

__all__ = ["address_in", "without_furniture"]

_EDGE = 0.08
"""Share of a page's height, above and below, that is its edge."""
_NUMBER = re.compile(r"[-—–·\s]*(?:第\s*)?\d{1,4}\s*(?:页)?(?:\s*[/／,，]?\s*(?:共\s*)?\d{0,4}\s*页?)[-—–·\s]*")
_PRINTED = re.compile(r"\d{4}/\d{1,2}/\d{1,2}[ ,]+(?:[上下]午)?\d{1,2}:\d\d|\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d\d")
"""The time at which a browser printed a page, at its head."""
_ADDRESS = re.compile(r"(?:https?|file)://\S+")


def without_furniture(pages: Sequence[Sequence[Piece]]) -> list[list[Piece]]:
    """The pages without it; a running head that holds a date or the number of a newspaper's page stays."""
    edges = [_edge(page) for page in pages]
    seen = Counter(key for edge in edges for key in {_key(piece) for piece in edge})
    out = []
    for page, edge in zip(pages, edges, strict=True):
        printed = [piece for piece in edge if _PRINTED.match(piece.text) or _ADDRESS.fullmatch(piece.text)]
        gone = {
            piece
            for piece in edge
            if _NUMBER.fullmatch(piece.text)
            or any(level(piece, other) for other in printed)
            or (seen[_key(piece)] > 1 and not full_date(piece.text) and "版" not in piece.text)
        }
        out.append([piece for piece in page if piece not in gone])
    return out


def address_in(pages: Sequence[Sequence[Piece]]) -> str:
    """The address that a browser printed at a page's foot."""
    texts = (piece.text for page in pages[:1] for piece in _edge(page))
    return next((text for text in texts if _ADDRESS.fullmatch(text) and text.startswith("http")), "")


def _edge(page: Sequence[Piece]) -> list[Piece]:
    if not page:
        return []
    top, bottom = max(piece.top for piece in page), min(piece.bottom for piece in page)
    margin = _EDGE * (top - bottom)
    return [piece for piece in page if piece.bottom > top - margin or piece.top < bottom + margin]


def _key(piece: Piece) -> tuple[str, int]:
    return re.sub(r"\d+", "0", piece.text), round(piece.middle)
