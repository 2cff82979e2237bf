"""Text of documents, made fit for a terminal."""

from __future__ import annotations

import unicodedata

__all__ = ["printable"]


def printable(text: str) -> str:
    """The text with line breaks as spaces, and with control and direction characters, which could move the cursor,
    colour the screen or reorder the line, as ``�``.

    The length in code points stays the same, so that offsets hold.
    """
    if text.isprintable():
        return text
    return "".join(" " if c in "\n\r\t\u2028\u2029" else "�" if _moves(c) else c for c in text)


def _moves(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cf", "Cs")
