"""The characters of an HTML page: its mark, UTF-8 where that fits, what it declares, else what its text looks like."""

from __future__ import annotations

import codecs
import re

from unigraph.reading.encoding import decode

__all__ = ["decode_html"]

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DECLARED = re.compile(rb"""<(?:meta\s[^>]*?charset|\?xml\s[^>]*?encoding)\s*=\s*["']?\s*([\w-]+)""", re.I)
_WITHIN = 4096
"""Bytes in which a page declares its encoding; browsers look at 1024."""
_TAGS = re.compile(rb"<(?:script|style)\b.*?</(?:script|style)\s*>|<[^>]*>", re.I | re.S)
_DAMAGED = 0.01
"""Share of characters beyond ASCII that may be broken, as in a page that was cut off or mended by hand."""
_CODECS = {
    "UTF-8": "utf-8",
    "GB18030": "gb18030",
    "Big5": "big5hkscs",
    "UTF-16LE": "utf-16-le",
    "UTF-16BE": "utf-16-be",
}
_LABELS = {
    **dict.fromkeys(("gb2312", "gbk", "gb_2312-80", "gb18030", "x-gbk", "cp936", "windows-936", "euc-cn"), "GB18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5", "cn-big5", "cp950"), "Big5"),
}
"""What pages of either script declare, by the encoding that reads all of it."""


def decode_html(data: bytes) -> tuple[str, str]:
    """A page's text and the name of its encoding; raises :class:`~unigraph.errors.SourceError` where it is no text.

    UTF-8 comes before what is declared: text in another encoding is never valid in it, but many a page that moved to
    it still declares the old one.
    """
    if data.startswith(_MARKS):
        return decode(data)
    declared = _DECLARED.search(data[:_WITHIN])
    label = _LABELS.get(declared[1].decode("ascii").lower(), "") if declared else ""
    for name in filter(None, ("UTF-8", label)):
        text = data.decode(_CODECS[name], "replace")
        if _damage(text) <= _DAMAGED and "\0" not in text:
            return text, name
    _, name = decode(_TAGS.sub(b"", data) or data)
    return data.decode(_CODECS[name], "replace"), name


def _damage(text: str) -> float:
    """The share of characters beyond ASCII that could not be read."""
    beyond = sum(c > "\x7f" for c in text)
    return text.count("\ufffd") / beyond if beyond else 0.0
