"""The elements of a word-processing document, as they come, to lines: a paragraph or a row of a table each."""

from __future__ import annotations

from dataclasses import dataclass, field

from unigraph.errors import SourceError
from unigraph.reading.formats.limits import LIMITS

__all__ = ["Body"]

_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_UNREAD = frozenset({"moveFrom", "del", "Fallback", "pPr", "rPr", "tblPr", "sectPr", "instrText", "rt"})
"""What was deleted or moved away, is there twice, or is no text."""
_AS_TEXT = {"tab": "  ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "  "}
_CELLS_APART = " | "


@dataclass
class _Table:
    """A table that is being read: the cells of its row, each its paragraphs."""

    cells: list[list[str]] = field(default_factory=list)


class Body:
    """The lines so far. Text boxes come before the paragraph that they hang on; tables may lie in tables."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.paragraphs: list[list[str]] = []
        self.tables: list[_Table] = []
        self.depth = 0
        self.unread = 0  # the depth at which what is not read began
        self.in_text = False
        self.size = 0

    def start(self, name: str, _: dict[str, str]) -> None:
        """An element begins."""
        self.depth += 1
        if self.depth > LIMITS.depth:
            raise SourceError(f"this DOCX is nested more than {LIMITS.depth} deep")
        space, _, tag = name.rpartition(" ")
        if self.unread:
            return
        if tag in _UNREAD:
            self.unread = self.depth
        elif space not in _WORD:
            return
        elif tag == "p":
            self.paragraphs.append([])
        elif tag == "t":
            self.in_text = True
        elif tag == "tbl":
            self.tables.append(_Table())
        elif tag == "tr" and self.tables:
            self.tables[-1].cells = []
        elif tag == "tc" and self.tables:
            self.tables[-1].cells.append([])
        elif tag in _AS_TEXT and self.paragraphs:
            self.paragraphs[-1].append(_AS_TEXT[tag])

    def end(self, name: str) -> None:
        """An element ends."""
        self.depth -= 1
        if self.unread:
            self.unread = 0 if self.depth < self.unread else self.unread
            return
        space, _, tag = name.rpartition(" ")
        if space not in _WORD:
            return
        if tag == "t":
            self.in_text = False
        elif tag == "p" and self.paragraphs:
            self.add("".join(self.paragraphs.pop()))
        elif tag == "tr" and self.tables:
            self.row()
        elif tag == "tbl" and self.tables:
            self.tables.pop()

    def text(self, data: str) -> None:
        """Characters, which count within ``w:t`` alone."""
        if self.in_text and not self.unread and self.paragraphs:
            self.paragraphs[-1].append(data)
            self.size += len(data)
            if self.size > LIMITS.characters:
                raise SourceError(f"this DOCX has more than {LIMITS.characters} characters")

    def add(self, paragraph: str) -> None:
        """A paragraph goes into the cell at hand, or is a line."""
        if not paragraph.strip():
            return
        if self.tables and self.tables[-1].cells:
            self.tables[-1].cells[-1].append(paragraph.strip())
        else:
            self.lines.append(paragraph.strip())

    def row(self) -> None:
        """A row is a line, its cells kept apart; one with a single cell is its paragraphs, as in tables for layout."""
        cells, self.tables[-1].cells = [cell for cell in self.tables[-1].cells if cell], []
        parts = cells[0] if len(cells) == 1 else [_CELLS_APART.join(" ".join(cell).replace("\n", " ") for cell in cells)]
        outer = self.tables[-2].cells if len(self.tables) > 1 else []
        (outer[-1] if outer else self.lines).extend(part for part in parts if part)
