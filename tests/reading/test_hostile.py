"""Documents that are broken or made to harm: each is one fault, and the rest is read."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.reading.documents import FILES, RELATIONS, TYPES, archive, body, docx, paragraph, pdf, pdf_of_pages
from unigraph.errors import SourceError
from unigraph.reading import read_sources
from unigraph.reading.formats import document_of

TEXT = (FILES / "article.txt").read_text(encoding="utf-8")
PDF = (FILES / "libreoffice.pdf").read_bytes()
DOCX = (FILES / "pandoc.docx").read_bytes()
HTML = (FILES / "article.html").read_bytes()


def loop() -> bytes:
    """A tree of pages that holds itself."""
    kids = "<</Type/Pages/Count 9/Kids[2 0 R 3 0 R]/Parent {} 0 R>>"
    return pdf(["<</Type/Catalog/Pages 2 0 R>>", kids.format(3), kids.format(2)])


def with_doctype(declared: str, used: str) -> bytes:
    return docx(f"<!DOCTYPE d [{declared}]>" + body(paragraph(used)))


def laughs() -> bytes:
    entities = '<!ENTITY a "哈哈哈哈">' + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True)
    )
    return with_doctype(entities, "&j;")


def encrypted_docx() -> bytes:
    data = bytearray(docx(body(paragraph("甲"))))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + place] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "zip bomb": (lambda: docx(body(" " * (120 << 20))), "a part of this DOCX unpacks to more than 200 times its size"),
    "another packing": (lambda: docx(body(" " * (1 << 20)), packing=zipfile.ZIP_BZIP2), "is packed in a way"),
    "many parts": (lambda: docx(body(""), others={f"p{i}": "" for i in range(6_000)}), "6003 parts, more than 5000"),
    "entity of a file": (lambda: with_doctype('<!ENTITY x SYSTEM "file:///etc/passwd">', "&x;"), "document type"),
    "entity of a host": (lambda: with_doctype('<!ENTITY x SYSTEM "http://127.0.0.1:9/">', "&x;"), "document type"),
    "entities of entities": (laughs, "document type"),
    "deep DOCX": (lambda: docx(body("<w:p>" * 100_000 + "</w:p>" * 100_000)), "nested more than 500 deep"),
    "encrypted DOCX": (encrypted_docx, "encrypted DOCX"),
    "encrypted Office file": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
        "encrypted Office file",
    ),
    "truncated DOCX": (lambda: DOCX[: len(DOCX) // 2], "a broken DOCX"),
    "no XML": (lambda: docx(body(paragraph("甲"))[:-9]), "is no XML"),
    "DOCX without its text": (
        lambda: archive({"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS.format("word/gone.xml")}),
        "no part with its text",
    ),
    "text outside of the archive": (
        lambda: archive({"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS.format("../../etc/passwd")}),
        "no part with its text",
    ),
    "Excel file": (
        lambda: archive(
            {
                "[Content_Types].xml": TYPES,
                "_rels/.rels": RELATIONS.format("xl/workbook.xml"),
                "xl/workbook.xml": "<workbook/>",
            }
        ),
        "an Excel file",
    ),
    "ZIP of other things": (lambda: archive({"readme.txt": "甲"}), "a ZIP archive"),
    "empty DOCX": (lambda: docx(body("")), "no text"),
    "encrypted PDF": (lambda: (FILES / "encrypted.pdf").read_bytes(), "an encrypted PDF: save it without a password"),
    "PDF of pictures": (lambda: (FILES / "picture.pdf").read_bytes(), "no text layer"),
    "truncated PDF": (lambda: PDF[: len(PDF) * 9 // 10], "a broken PDF: it was cut off"),
    "PDF of noise": (lambda: b"%PDF-1.7\n" + bytes(range(256)) * 40 + b"startxref", "a broken PDF"),
    "PDF of 100,000 pages": (lambda: pdf_of_pages(100_000), "this PDF has 100000 pages, more than 2000"),
    "PDF that holds itself": (loop, "a broken PDF: page 1 of 9"),
    "deep PDF": (lambda: pdf(["[" * 500_000 + "]" * 500_000]), "a broken PDF"),
    "HTML of 50 MB": (lambda: HTML + b"<p>" + b"x" * (50 << 20), "this HTML is larger than 16 MB"),
    "a million tags in each other": (lambda: HTML + b"<div>" * 1_000_000 + b"x", "this HTML is nested more than 255"),
    "a million tags": (lambda: b"<html><body>" + b"<p>x</p>" * 1_000_000, "HTML has more than 300000 elements"),
    "page of links": (lambda: b"<html><body><ul>" + b'<li><a href="/">x</a></li>' * 50, "no main text"),
    "page that scripts fill": (lambda: b"<html><body><script>var x = 1</script></body></html>", "no main text"),
    "HTML of nothing": (lambda: b"<html>", "no main text"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_document_is_one_fault(name: str, tmp_path: Path) -> None:
    make, reason = HOSTILE[name]
    (tmp_path / "a.pdf").write_bytes(make())
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "c.docx").write_bytes(DOCX)
    reading = read_sources([tmp_path])
    assert [article.sources for article in reading.articles] == [("b.txt",), ("c.docx",)]
    (fault,) = reading.faults
    assert Path(fault.source).name == "a.pdf"
    assert reason in fault.reason
    assert "\n" not in fault.reason and len(fault.reason) < 200


def test_nothing_of_an_entity_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("geheim", encoding="utf-8")
    page = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'.encode() + HTML.replace(b"<h1>", b"<h1>&x;")
    assert "geheim" not in document_of(page).text


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_damaged_documents_are_read_or_refused(data: st.DataObject) -> None:
    damaged = bytearray(data.draw(st.sampled_from([PDF, DOCX, HTML])))
    for _ in range(data.draw(st.integers(1, 20))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(0, len(damaged)))
    try:
        document_of(bytes(damaged[:end]))
    except SourceError as error:
        assert str(error)
