"""DOCX to a document: the paragraphs and rows of the text as it stands, insertions taken and deletions left out.

A DOCX is a ZIP of parts in XML. Only the parts that hold text are unpacked, in pieces and within limits; the parser
builds no tree and refuses document types, and with them all entities of a file's own.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, TypeVar
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from unigraph.errors import SourceError
from unigraph.reading.formats.document import Document
from unigraph.reading.formats.docx_text import Lines, Relations, Stated
from unigraph.reading.formats.limits import LIMITS

__all__ = ["parse"]

_BLOCK = 1 << 16
_CONTENT_TYPES = "[Content_Types].xml"
_ROOT = "_rels/.rels"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_OTHERS = (
    ("xl/", "an Excel file, not text"),
    ("ppt/", "a PowerPoint file, not text"),
    ("Contents/", "a HWPX file: save it as DOCX"),
    ("META-INF/container.xml", "an EPUB file: save its chapters as HTML"),
    ("mimetype", "an OpenDocument file: save it as DOCX"),
)
"""Names that parts of other archives begin with, and what these are."""

_T = TypeVar("_T", Lines, Relations, Stated)


class _Budget:
    """How many bytes may still be unpacked."""

    def __init__(self) -> None:
        self.left = LIMITS.unpacked


def parse(data: bytes) -> Document:
    """The text and the stated title; raises :class:`~unigraph.errors.SourceError` where there is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _document(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise SourceError(f"a broken DOCX: {_brief(error)}") from None


def _document(archive: zipfile.ZipFile) -> Document:
    names = archive.namelist()
    if len(names) > LIMITS.parts:
        raise SourceError(f"this DOCX has {len(names)} parts, more than {LIMITS.parts}")
    if len(set(names)) < len(names):
        raise SourceError("a broken DOCX: two parts have one name")
    if _CONTENT_TYPES not in names or _ROOT not in names:
        raise SourceError(_what_else(names))
    budget = _Budget()
    root = _read(archive, _ROOT, Relations(), budget)
    main = root.named("officeDocument")
    if main not in names:
        raise SourceError("a broken DOCX: no part with its text")
    lines = _read(archive, main, Lines(), budget)
    if not lines.begun:
        raise SourceError(_what_else(names))
    stated = Stated()
    if (core := root.named("core-properties")) in names:
        _read(archive, core, stated, budget)
    return Document("\n".join(lines.parts), title=stated.title)


def _what_else(names: list[str]) -> str:
    found = (what for begin, what in _OTHERS if any(name.startswith(begin) for name in names))
    return next(found, "a ZIP archive, not a DOCX: unpack it")


def _read(archive: zipfile.ZipFile, name: str, target: _T, budget: _Budget) -> _T:
    """Feed a part to its reader, piece by piece."""
    info = archive.getinfo(name)
    if info.flag_bits & 1:
        raise SourceError("an encrypted DOCX: save it without a password")
    if info.compress_type not in _METHODS:  # others unpack a block to any size at once
        raise SourceError("this DOCX is packed in a way that no office program uses")
    parser = DefusedXMLParser(target=target, forbid_dtd=True, forbid_entities=True, forbid_external=True)
    try:
        with archive.open(info) as part:
            for block in _blocks(part, budget, info.compress_size):
                parser.feed(block)
        parser.close()
    except DefusedXmlException:
        raise SourceError("this DOCX declares a document type or entities, which no office program writes") from None
    except ParseError as error:
        raise SourceError(f"a broken DOCX: {name} is no XML: {_brief(error)}") from None
    return target


def _blocks(part: IO[bytes], budget: _Budget, packed: int) -> Iterator[bytes]:
    """A part's bytes as they are unpacked: what its head says of its size is not believed."""
    unpacked = 0
    while block := part.read(_BLOCK):
        unpacked += len(block)
        budget.left -= len(block)
        if budget.left < 0:
            raise SourceError(f"this DOCX unpacks to more than {LIMITS.unpacked >> 20} MB")
        if unpacked > LIMITS.ratio_from and unpacked > LIMITS.ratio * packed:
            raise SourceError(f"a part of this DOCX unpacks to more than {LIMITS.ratio} times its size")
        yield block


def _brief(error: Exception) -> str:
    return " ".join(str(error).split())[:100] or type(error).__name__
