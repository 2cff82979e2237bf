"""DOCX to a document: its main part is read as a stream, never unpacked whole, and without its DTDs and entities."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from xml.parsers import expat

from unigraph.errors import SourceError
from unigraph.reading.formats.document import Document
from unigraph.reading.formats.docx_text import Body
from unigraph.reading.formats.limits import LIMITS

__all__ = ["parse"]

_OFFICE_DOCUMENT = "/relationships/officeDocument"
_USUAL = "word/document.xml"
_OTHERS = (
    ("xl/", "a workbook: save its sheets as text or DOCX"),
    ("ppt/", "slides: save them as PDF or DOCX"),
    ("META-INF/container.xml", "an e-book (EPUB): save it as HTML"),
    ("content.xml", "an OpenDocument file: save it as DOCX"),
    ("", "a ZIP archive and no DOCX: unpack it"),
)
"""What else a ZIP archive is, by the begin of a part's name."""
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, KeyError)
_CHUNK = 1 << 16


def parse(data: bytes) -> Document:
    """The paragraphs and rows of a DOCX; raises :class:`~unigraph.errors.SourceError`."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            text = "\n\n".join(_paragraphs(archive, _main_part(archive)))
    except expat.ExpatError:
        raise SourceError("a broken DOCX: its text is no XML") from None
    except RuntimeError:  # what zipfile says of a password
        raise SourceError("an encrypted DOCX: save it without a password") from None
    except _BROKEN:
        raise SourceError("a broken DOCX: not a whole ZIP archive") from None
    return Document(text)


def _main_part(archive: zipfile.ZipFile) -> str:
    """The name of the part that holds the text, as the archive's relationships say."""
    names = archive.namelist()
    if len(names) > LIMITS.parts:
        raise SourceError(f"this DOCX has more than {LIMITS.parts} parts")
    found = [_USUAL]

    def start(_: str, attributes: dict[str, str]) -> None:
        if attributes.get("Type", "").endswith(_OFFICE_DOCUMENT):
            found[0] = attributes.get("Target", "").lstrip("/")

    if "_rels/.rels" in names:
        parser = _parser()
        parser.StartElementHandler = start
        _feed(parser, archive, "_rels/.rels")
    if found[0] not in names or not found[0].startswith("word/"):
        raise SourceError(next(why for begin, why in _OTHERS if any(name.startswith(begin) for name in [*names, ""])))
    return found[0]


def _paragraphs(archive: zipfile.ZipFile, part: str) -> Iterator[str]:
    body = Body()
    parser = _parser(" ")
    parser.StartElementHandler = body.start
    parser.EndElementHandler = body.end
    parser.CharacterDataHandler = body.text
    _feed(parser, archive, part)
    return (line for paragraph in body.lines for line in paragraph.split("\n") if line.strip())


def _parser(separator: str | None = None) -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=separator)
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    return parser


def _refuse(*_: object) -> None:
    raise SourceError("this DOCX declares a document type, as only a made-up one does")


def _feed(parser: expat.XMLParserType, archive: zipfile.ZipFile, name: str) -> None:
    size = 0
    with archive.open(name) as part:
        while chunk := part.read(_CHUNK):
            size += len(chunk)
            if size > LIMITS.unpacked:
                raise SourceError(f"this DOCX unpacks to more than {LIMITS.unpacked >> 20} MB")
            parser.Parse(chunk, False)
    parser.Parse(b"", True)
