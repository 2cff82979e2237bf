"""Documents made in tests: small ones by hand, and such as are made to harm."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

FILES = Path(__file__).parent / "files"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="{}"/>'
    "</Relationships>"
)


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def body(inside: str) -> str:
    return f'<w:document xmlns:w="{WORD}"><w:body>{inside}</w:body></w:document>'


def archive(parts: dict[str, str | bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as file:
        for name, part in parts.items():
            file.writestr(name, part)
    return out.getvalue()


def docx(
    document: str | bytes, *, packing: int = zipfile.ZIP_DEFLATED, others: Mapping[str, str] = MappingProxyType({})
) -> bytes:
    """A DOCX of one part of text; ``others`` are parts under ``word/``."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS.format("word/document.xml"),
        "word/document.xml": document,
    }
    return archive(parts | {f"word/{name}": part for name, part in others.items()}, packing)


def pdf(objects: list[str]) -> bytes:
    """A PDF of these objects, numbered from 1, the first its catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, inside in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{inside}\nendobj\n".encode("latin-1")
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out + f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n".encode())


def pdf_of_pages(count: int) -> bytes:
    pages = " ".join(f"{i} 0 R" for i in range(3, count + 3))
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
    return pdf(["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Count {count}/Kids[{pages}]>>", *[page] * count])
