"""Elements to lines of text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from unigraph.reading.formats.labels import apart

__all__ = ["lines_of", "squeezed", "text_of"]

_SPACES = re.compile(r"[ \t\r\n\f\v\xa0]+")
_UNSEEN = frozenset({"script", "style", "noscript", "template"})


def text_of(element: Any) -> str:
    """All text of an element as one line."""
    parts = element.xpath(".//text()[not(ancestor::script or ancestor::style)]")
    return _line("".join(parts))


def _line(text: str) -> str:
    return apart(_SPACES.sub(" ", text).strip(" \u3000"))


def squeezed(text: str) -> str:
    """A text without white space, for comparison."""
    return "".join(text.split())


def lines_of(body: Any) -> Iterator[str]:
    """The paragraphs, headings, items and rows of what trafilatura found, each a line; breaks begin new ones.

    A row's cells are kept apart by bars, as tables stand in plain text; a row of one cell is a line like any other.
    """
    for child in body:
        if child.tag == "table":
            for row in child.iter("row"):
                cells = [" ".join(_broken(cell)) for cell in row.iter("cell")]
                filled = [cell for cell in cells if cell]
                if len(filled) == 1:
                    yield from (line for cell in row.iter("cell") for line in _broken(cell))
                elif filled:
                    yield " | ".join(filled)
        elif child.tag == "list":
            for item in child.iter("item"):
                yield from _broken(item)
        else:
            yield from _broken(child)


def _broken(element: Any) -> list[str]:
    """An element's text, cut where it has breaks or blocks inside."""
    parts: list[str] = [""]
    _gather(element, parts)
    return [line for line in map(_line, parts) if line]


def _gather(element: Any, parts: list[str]) -> None:
    parts[-1] += element.text or ""
    for child in element:
        block = child.tag in ("p", "lb", "head", "quote", "item", "list")
        if block:
            parts.append("")
        if child.tag not in _UNSEEN:
            _gather(child, parts)
        if block:
            parts.append("")
        parts[-1] += child.tail or ""
