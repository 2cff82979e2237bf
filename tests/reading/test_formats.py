"""HTML, PDF and DOCX as other programs make them: the same article, the same facts."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

import unigraph as ug
from tests.reading.documents import FILES, body, docx, paragraph
from unigraph.errors import SourceError
from unigraph.model import Article
from unigraph.reading import read_sources
from unigraph.reading.formats import document_of, worker
from unigraph.reading.formats.limits import Limits

TITLE = "云岭县总工会举办女职工读书会"
SAME = ("article.html", "libreoffice.html", "chromium.pdf", "libreoffice.pdf", "pandoc.docx", "libreoffice.docx")


def articles(name: str) -> tuple[Article, ...]:
    reading = read_sources([FILES / name])
    assert reading.faults == ()
    return reading.articles


def facts(name: str) -> list[tuple[str, ...]]:
    table = ug.build([FILES / name]).facts()
    return sorted(map(tuple, table[["subject", "predicate", "object", "date", "sentence"]].astype(str).to_numpy()))


@pytest.mark.parametrize("name", SAME)
def test_one_article_in_every_format(name: str) -> None:
    (plain,), (article,) = articles("article.txt"), articles(name)
    assert article.title == plain.title == TITLE
    assert article.text == plain.text
    assert (article.published, article.basis) == ("2025-06-09", "stated")
    assert article.publisher == "云岭工人报"


def test_facts_are_those_of_the_text() -> None:
    expected = facts("article.txt")
    assert len(expected) > 10
    for name in SAME:
        assert facts(name) == expected


def test_page_of_a_site_states_its_address() -> None:
    assert articles("article.html")[0].url == "https://gh.yunling.example/art/2025/6/9/art_12_3456.html"


def test_columns_of_a_newspaper() -> None:
    first, second = articles("newspaper.pdf")
    assert [first.title, second.title] == ["石浦市总工会启动技能大赛", "青桐街道总工会慰问快递员"]
    assert "石浦重工有限公司等三十家企业的九十名选手参赛。" in first.text
    assert first.text.endswith("代表全市参加上一级的比赛。")
    assert second.text.endswith("新建的三处驿站。驿站内有微波炉、充电设备和药箱，每天开放十二个小时。")
    for article in (first, second):
        assert (article.published, article.publisher, article.page) == ("2025-07-03", "云岭工人报", "第2版")


def test_metadata_win_over_what_a_page_states(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes((FILES / "article.html").read_bytes())
    table = tmp_path / "metadata.csv"
    table.write_text("path,published,publisher\npage.html,2025-06-12,石浦日报\n", encoding="utf-8")
    (article,) = read_sources([page], metadata=table).articles
    assert (article.published, article.basis, article.publisher) == ("2025-06-12", "given", "石浦日报")


def test_content_decides_and_not_the_name(tmp_path: Path) -> None:
    for name, shown in (("article.html", "a.pdf"), ("chromium.pdf", "b.docx"), ("pandoc.docx", "c.txt")):
        (tmp_path / shown).write_bytes((FILES / name).read_bytes())
    reading = read_sources([tmp_path])
    assert [a.title for a in reading.articles] == [TITLE] * 3
    assert len({a.text for a in reading.articles}) == 1


def test_page_in_the_encoding_that_it_declares(tmp_path: Path) -> None:
    page = (FILES / "article.html").read_text(encoding="utf-8").replace('charset="utf-8"', 'charset="gb2312"')
    (tmp_path / "page.html").write_text(page, encoding="gb18030")
    reading = read_sources([tmp_path])
    assert reading.encodings == (("page.html", "GB18030"),)
    assert reading.articles[0].text == articles("article.txt")[0].text


def test_rows_breaks_deletions_and_boxes_of_docx() -> None:
    row = f"<w:tr><w:tc>{paragraph('姓名')}</w:tc><w:tc>{paragraph('陆青禾')}{paragraph('纪兰心')}</w:tc></w:tr>"
    inside = (
        "<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r>"
        "<w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>"
        f"<w:tbl>{row}</w:tbl><w:p><w:txbxContent>{paragraph('框')}</w:txbxContent><w:r><w:t>尾</w:t></w:r></w:p>"
    )
    assert document_of(docx(body(inside))).text == "甲\n乙 丙新\n姓名 | 陆青禾 纪兰心\n尾"


def test_text_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: Any, **__: Any) -> None:
        raise AssertionError("a process was started")

    worker._stop()
    monkeypatch.setattr(subprocess, "Popen", refused)
    assert articles("article.txt")[0].title == TITLE


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Puts a module of one's own in the place of the library that reads PDF."""

    def put(code: str) -> None:
        (tmp_path / "pypdfium2.py").write_text(code, encoding="utf-8")
        monkeypatch.syspath_prepend(tmp_path)
        worker._stop()

    yield put
    worker._stop()


def refusal(name: str) -> str:
    with pytest.raises(SourceError) as caught:
        document_of((FILES / name).read_bytes())
    return str(caught.value)


def test_missing_extra_is_named(library: Any) -> None:
    library("raise ModuleNotFoundError('no pypdfium2', name='pypdfium2')")
    assert refusal("chromium.pdf") == "reading PDF needs an extra: pip install 'unigraph[pdf]'"
    assert document_of((FILES / "pandoc.docx").read_bytes()).text


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("import os; os._exit(9)", "this PDF breaks the library that reads it"),
        ("x = bytearray(8 << 30)", "this PDF takes more memory than is allowed (2048 MB)"),
        ("def f(): f()\nf()", "this PDF is nested too deeply"),
        ("import subprocess; subprocess.run(['true'])", "cannot parse this PDF: PermissionError"),
        ("import socket; socket.create_connection(('127.0.0.1', 9))", "cannot parse this PDF: PermissionError"),
    ],
)
def test_library_that_fails(library: Any, code: str, reason: str) -> None:
    library(code)
    assert refusal("chromium.pdf") == reason
    assert document_of((FILES / "pandoc.docx").read_bytes()).text


def test_library_that_never_ends(library: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    library("while True: pass")
    monkeypatch.setattr(worker, "LIMITS", Limits(patience=2.0))
    assert refusal("chromium.pdf") == "this PDF takes more time than is allowed (60 s)"
