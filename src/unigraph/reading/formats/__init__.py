"""Sources of any format to documents: told by content, decoded or parsed, within limits.

Text is decoded here and now; HTML, PDF and DOCX are parsed in another process, since they may be made to harm.
"""

from __future__ import annotations

from unigraph.errors import SourceError
from unigraph.reading.encoding import decode
from unigraph.reading.formats.document import Document
from unigraph.reading.formats.limits import LIMITS
from unigraph.reading.formats.sniffing import Format, sniff
from unigraph.reading.formats.worker import parse_apart

__all__ = ["SUFFIXES", "Document", "document_of"]

SUFFIXES = frozenset({".txt", ".text", ".html", ".htm", ".xhtml", ".pdf", ".docx"})
"""Ends of names, in lower case, of the files of a folder that are read."""
_SIZES = {Format.HTML: LIMITS.html, Format.PDF: LIMITS.pdf, Format.DOCX: LIMITS.docx}


def document_of(data: bytes) -> Document:
    """The text of a source and what it states of itself.

    Raises :class:`~unigraph.errors.SourceError` with the reason where it holds no text, is broken, encrypted or too
    large, where its format is not read, or where the extra that reads it is not installed.
    """
    kind = sniff(data)
    if kind is Format.TEXT:
        text, encoding = decode(data)
        return Document(text, encoding=encoding)
    if len(data) > _SIZES[kind]:
        raise SourceError(f"this {kind} is larger than {_SIZES[kind] >> 20} MB")
    document = parse_apart(kind, data)
    if not document.text.strip():
        raise SourceError("no text")
    return document
