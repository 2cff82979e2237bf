"""PDF to a document: characters and their places as PDFium gives them, in reading order, as paragraphs."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from unigraph.errors import SourceError
from unigraph.reading.formats.document import Document
from unigraph.reading.formats.labels import apart
from unigraph.reading.formats.limits import LIMITS
from unigraph.reading.formats.pdf_furniture import address_in, without_furniture
from unigraph.reading.formats.pdf_lines import Glyph, Piece, pieces_of
from unigraph.reading.formats.pdf_order import columns_of
from unigraph.reading.formats.pdf_paragraphs import Paragraphs
from unigraph.reading.formats.radicals import unified

__all__ = ["parse"]

_NAMELESS = re.compile("[\0\ufffd-\uffff\ue000-\uf8ff]")
_MOST_NAMELESS = 0.3
"""Share of characters that the fonts do not name, above which a text can't be read."""
_BELOW = 0.12
"""Share of a font's height that lies below the base line, in fonts of Chinese."""
_WIDE_FROM = "\u2e80"
"""Characters from here on are as wide as they are high."""
_LARGEST = 500.0
_LAST = b"startxref"
"""The word at the end of a PDF before the place of its last table."""
_LAST_WITHIN = 4096
_PADDING = b"\0 \t\r\n"
_BLANK = 8
"""Characters on all pages, up to which a PDF is one of pictures with no more than numbers."""


Box = tuple[float, float, float, float]
"""Left, bottom, right and top."""


def parse(data: bytes) -> Document:
    """The text of all pages in reading order; raises :class:`~unigraph.errors.SourceError` where there is none."""
    document = _opened(data)
    if len(document) > LIMITS.pages:
        raise SourceError(f"this PDF has {len(document)} pages, more than {LIMITS.pages}")
    pages: list[list[Piece]] = []
    characters = 0
    for page in _pages(document):
        pages.append(page)
        characters += sum(len(piece.text) for piece in page)
        if characters > LIMITS.characters:
            raise SourceError(f"this PDF has more than {LIMITS.characters} characters")
    text = "".join(piece.text for page in pages for piece in page)
    if len(text) <= _BLANK:
        raise SourceError(f"no text layer in this PDF (pages: {len(pages)}): recognise its characters first")
    if len(_NAMELESS.findall(text)) > _MOST_NAMELESS * len(text):
        raise SourceError("the fonts of this PDF don't say what their characters are: recognise them first")
    return _document(pages)


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    if _LAST not in data.rstrip(_PADDING)[-_LAST_WITHIN:]:  # PDFium would mend it and lose pages without a word
        raise SourceError("a broken PDF: it was cut off, its end is missing")
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise SourceError("an encrypted PDF: save it without a password") from None
        raise SourceError("a broken PDF: none of its pages can be found") from None


def _pages(document: pypdfium2.PdfDocument) -> Iterator[list[Piece]]:
    """The pieces of each page."""
    for number in range(len(document)):
        try:
            page = document[number]
            text = page.get_textpage()
        except pypdfium2.PdfiumError:
            raise SourceError(f"a broken PDF: page {number + 1} of {len(document)} cannot be read") from None
        yield pieces_of(list(_glyphs(text.raw, page.get_rotation(), page.get_size())))
        text.close()
        page.close()


def _glyphs(text: pdfium.FPDF_TEXTPAGE, rotation: int, size: tuple[float, float]) -> Iterator[Glyph]:
    """The characters of a page that are drawn, in the order of the file, as they stand on the page when it is turned.

    A space that PDFium sees between words, where the file draws none, comes along as a space without width.
    """
    high = ""
    place = Glyph("", 0.0, 0.0, 0.0, 0.0)
    for i in range(pdfium.FPDFText_CountChars(text)):
        char = chr(pdfium.FPDFText_GetUnicode(text, i))
        if pdfium.FPDFText_IsGenerated(text, i) == 1:
            if char == " " and place.char:
                yield Glyph(" ", place.right, place.bottom, place.right, place.top)
            continue
        box = _box(text, i, char)
        if box is None:
            continue
        if "\ud800" <= char < "\udc00":
            high = char
            continue
        if "\udc00" <= char < "\ue000":
            char = (high + char).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        place = Glyph(unified(char), *_turned(box, rotation, size))
        yield place


def _box(text: pdfium.FPDF_TEXTPAGE, i: int, char: str) -> Box | None:
    """Where a character stands: of the height of its font, though its own ink is lower.

    PDFium gives boxes of ink alone for some fonts, so the height comes from the base line and the size of the font. Of
    text that runs down or is turned it is PDFium's box.
    """
    loose, x, y, matrix = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double(), pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetLooseCharBox(text, i, loose):
        return None
    box = (loose.left, loose.bottom, loose.right, loose.top)
    if not (pdfium.FPDFText_GetCharOrigin(text, i, x, y) and pdfium.FPDFText_GetMatrix(text, i, matrix)):
        return box
    height = pdfium.FPDFText_GetFontSize(text, i) * abs(matrix.d)
    upright = abs(matrix.b) + abs(matrix.c) < 0.3 * abs(matrix.d) and matrix.a > 0
    bottom, top = y.value - _BELOW * height, y.value + (1 - _BELOW) * height
    if not upright or not 0.5 < height < _LARGEST or not bottom - 1 <= (loose.bottom + loose.top) / 2 <= top + 1:
        return box
    right = x.value + height * matrix.a / abs(matrix.d) if char > _WIDE_FROM else loose.right
    return min(x.value, loose.left), bottom, max(right, loose.right), top


def _turned(box: Box, rotation: int, size: tuple[float, float]) -> Box:
    width, height = size  # as the page is shown
    left, bottom, right, top = box
    if rotation == 90:
        return bottom, height - right, top, height - left
    if rotation == 180:
        return width - right, height - top, width - left, height - bottom
    if rotation == 270:
        return width - top, left, width - bottom, right
    return left, bottom, right, top


def _document(pages: list[list[Piece]]) -> Document:
    paragraphs = Paragraphs()
    starts: list[int] = []
    for page in without_furniture(pages):
        starts.append(len(paragraphs.parts))
        for column in columns_of(page):
            paragraphs.add(column)
    parts = [apart(part) for part in paragraphs.parts]
    lengths = [0]
    for part in parts:
        lengths.append(lengths[-1] + len(part) + 1)
    offsets = tuple(lengths[start] for start in starts) if len(pages) > 1 else ()
    return Document("\n".join(parts), url=address_in(pages), pages=offsets)
