"""What a source is, by its first bytes. Names of files say nothing here."""

from __future__ import annotations

import codecs
import re
from enum import StrEnum

from unigraph.errors import SourceError

__all__ = ["Format", "sniff"]


class Format(StrEnum):
    """The formats that are read."""

    TEXT = "text"
    HTML = "HTML"
    PDF = "PDF"
    DOCX = "DOCX"


_HEAD = 4096
"""Bytes that are looked at."""
_PDF_WITHIN = 1024
"""Readers of PDF allow other bytes before its mark, so far."""
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", "an RTF file: save it as DOCX"),
    (b"\x89PNG\r\n", "a picture (PNG), not text: recognise its characters first"),
    (b"\xff\xd8\xff", "a picture (JPEG), not text: recognise its characters first"),
    (b"GIF8", "a picture (GIF), not text: recognise its characters first"),
    (b"II*\0", "a picture (TIFF), not text: recognise its characters first"),
    (b"MM\0*", "a picture (TIFF), not text: recognise its characters first"),
    (b"\x1f\x8b", "a packed file (gzip): unpack it"),
    (b"7z\xbc\xaf\x27\x1c", "a packed file (7z): unpack it"),
    (b"Rar!\x1a\x07", "a packed file (RAR): unpack it"),
    (b"PK\x05\x06", "an empty ZIP archive"),
)
"""What is no text though it may hold some, and what to do about it."""
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_TAG = r"(?:html|head|body|title|meta|script|style|link|base|div|table|p|h[1-6]|a|font|span|br|center|iframe)"
_BEGINS = re.compile(rf"\s*(?:<!--.*?-->\s*|<\?.*?\?>\s*)*<(?:!doctype\s+html|{_TAG}[\s>/])", re.I | re.S)
_HOLDS = re.compile(r"\s*<.*<(?:!doctype\s+html|html|body)[\s>]", re.I | re.S)
_SAVED_PAGE = re.compile(rb"(?:From: <?Saved by|MIME-Version:|Content-Type: multipart/related)", re.I)


def sniff(data: bytes) -> Format:
    """The format of some bytes; what is none of ours and no mark of another format is taken for text.

    Raises :class:`~unigraph.errors.SourceError` that names what it is where that is known and never read.
    """
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return Format.PDF
    if data.startswith(_ZIP):
        return Format.DOCX
    if data.startswith(_OLE):
        encrypted = _ENCRYPTED in data
        raise SourceError(
            "an encrypted Office file: save it without a password" if encrypted else "an old Word file: save it as DOCX"
        )
    for mark, reason in _OTHERS:
        if data.startswith(mark):
            raise SourceError(reason)
    if _SAVED_PAGE.match(data):
        raise SourceError("a web archive (MHTML): save the page as HTML")
    head = _head(data)
    return Format.HTML if _BEGINS.match(head) or _HOLDS.match(head) else Format.TEXT


def _head(data: bytes) -> str:
    """The first bytes as characters, for looking at tags: all encodings but UTF-16 write these in ASCII."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) : _HEAD].decode(name, "replace")
    if data[:1] == b"<" and data[1:2] == b"\0":
        return data[:_HEAD].decode("utf-16-le", "replace")
    if data[:2] == b"\0<":
        return data[:_HEAD].decode("utf-16-be", "replace")
    return data[:_HEAD].decode("latin-1")
