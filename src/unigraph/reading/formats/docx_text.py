"""Readers of the parts of a DOCX: they are told of elements as these begin and end, and keep no tree."""

from __future__ import annotations

from unigraph.errors import SourceError
from unigraph.reading.formats.labels import apart
from unigraph.reading.formats.limits import LIMITS

__all__ = ["Lines", "Relations", "Stated"]

_UNSEEN = frozenset({"del", "moveFrom", "instrText", "delText", "Fallback", "rt", "txbxContent"})
"""What is no text of the page: what was deleted, codes of fields, a second form of a drawing, readings above words.

Texts in boxes stand beside the text, mostly twice; they would break the sentence that they are anchored in.
"""
_WORD_SPACES = ("http://schemas.openxmlformats.org/wordprocessingml/", "http://purl.oclc.org/ooxml/wordprocessingml/")
_GIVEN = {"tab": " ", "noBreakHyphen": "-"}


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


class _Nested:
    """Counts how deep elements lie in each other, and how many there are."""

    def __init__(self) -> None:
        self.depth = self.elements = 0

    def deeper(self) -> None:
        self.depth += 1
        self.elements += 1
        if self.depth > LIMITS.depth:
            raise SourceError(f"this DOCX is nested more than {LIMITS.depth} deep")
        if self.elements > LIMITS.docx_elements:
            raise SourceError(f"this DOCX has more than {LIMITS.docx_elements} elements")


class Lines(_Nested):
    """The paragraphs of a text, each a line; a table's rows are lines, their cells kept apart by bars."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.begun = False
        self.characters = 0
        self._hidden = 0
        self._text = 0
        self._runs: list[str] = []
        self._rows: list[list[str]] = []
        """The cells of the rows that are open, the innermost last."""
        self._paragraphs = 0

    def start(self, tag: str, _: dict[str, str]) -> None:
        self.deeper()
        name = _local(tag)
        if self.elements == 1:
            self.begun = name == "document" and tag[1:].startswith(_WORD_SPACES)
        if self._hidden or name in _UNSEEN:
            self._hidden += 1
        elif name == "t":
            self._text += 1
        elif name == "tr":
            self._rows.append([])
        elif name == "tc" and self._rows:
            self._rows[-1].append("")
        elif name in ("br", "cr"):
            self._end_line()
        elif name == "p":
            self._paragraphs += 1
        elif name in _GIVEN and self._paragraphs:
            self._runs.append(_GIVEN[name])

    def end(self, tag: str) -> None:
        self.depth -= 1
        name = _local(tag)
        if self._hidden:
            self._hidden -= 1
        elif name == "t":
            self._text -= 1
        elif name == "p":
            self._paragraphs -= 1
            self._end_line()
        elif name == "tr" and self._rows:
            self._put(" | ".join(cell for cell in self._rows.pop() if cell))

    def data(self, text: str) -> None:
        if self._text and not self._hidden:
            self._runs.append(text)
            self.characters += len(text)
            if self.characters > LIMITS.characters:
                raise SourceError(f"this DOCX has more than {LIMITS.characters} characters")

    def close(self) -> None:
        """Nothing is left to do."""

    def _end_line(self) -> None:
        line = apart("".join(self._runs).replace("\n", " ")).strip()
        self._runs.clear()
        self._put(line)

    def _put(self, line: str) -> None:
        if self._rows and self._rows[-1]:
            cell = self._rows[-1]
            cell[-1] = f"{cell[-1]} {line}".strip()
        elif line or (self.parts and self.parts[-1]):
            self.parts.append(line)


class Relations(_Nested):
    """Which parts a package has, by the end of their kind's name."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: dict[str, str] = {}

    def named(self, kind: str) -> str:
        """The part of a kind, else nothing."""
        return self.targets.get(kind, "")

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.deeper()
        if _local(tag) == "Relationship" and attributes.get("TargetMode", "Internal") == "Internal":
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.targets.setdefault(kind, attributes.get("Target", "").lstrip("/"))

    def end(self, _: str) -> None:
        self.depth -= 1

    def close(self) -> None:
        """Nothing is left to do."""


class Stated(_Nested):
    """The title that a document states of itself. Its dates are those of the file, not of publication."""

    def __init__(self) -> None:
        super().__init__()
        self.title = ""
        self._within = False

    def start(self, tag: str, _: dict[str, str]) -> None:
        self.deeper()
        self._within = _local(tag) == "title"

    def end(self, _: str) -> None:
        self.depth -= 1
        self._within = False

    def data(self, text: str) -> None:
        if self._within:
            self.title = (self.title + text)[:1000]

    def close(self) -> None:
        """Nothing is left to do."""
