"""Texts as other formats can hold them."""

from __future__ import annotations

import re

from unigraph.rdf import clean

__all__ = ["cell", "printable_xml"]

_NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")


def printable_xml(text: str) -> str:
    """The text with U+FFFD for what no XML document can hold, escaped or not."""
    return _NOT_IN_XML.sub("\ufffd", text)


def cell(value: str | float) -> str:
    """The value as a cell of a table; a text that a spreadsheet would run as a formula gets a ``'`` before it."""
    if not isinstance(value, str):
        return str(value)
    text = clean(value).replace("\0", "\ufffd")
    return "'" + text if text.startswith(_FORMULA_STARTS) else text
