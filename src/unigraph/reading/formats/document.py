"""What any format comes to: a text, and what the document itself states of it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

__all__ = ["Document"]


@dataclass(frozen=True, slots=True)
class Document:
    """A source as text: a paragraph a line where the format knows paragraphs, else lines as they stand.

    ``title``, ``published`` (``YYYY-MM-DD``), ``publisher`` and ``url`` are what the document states outside of its
    text, empty where it states nothing. ``pages`` are the offsets in ``text`` at which its pages begin, of a document
    that has several. ``encoding`` is the name of the text's encoding, UTF-8 for formats that say theirs themselves.
    """

    text: str
    title: str = ""
    published: str = ""
    publisher: str = ""
    url: str = ""
    pages: tuple[int, ...] = ()
    encoding: str = "UTF-8"

    def page_at(self, offset: int) -> str:
        """The number of the page that holds a place in the text, from 1; empty where there are no pages."""
        return str(bisect_right(self.pages, offset)) if self.pages and offset >= 0 else ""
