"""Files, folders, globs and standard input; dates; metadata; faults."""

from __future__ import annotations

import io
import os
import random
from pathlib import Path

import pytest

from unigraph.errors import OptionError
from unigraph.reading import Reading, read_sources, read_text

HEAD = "云岭县总工会举办读书会"
TEXT = f"{HEAD}\n\n6月8日，云岭县总工会举办读书会，六十名女职工参加。"
DATED = f"南溪日报 2024年5月6日 星期一 第3版\n\n{TEXT}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "pages"
    (root / "old").mkdir(parents=True)
    (root / "b.txt").write_text(TEXT, encoding="utf-8")
    (root / "a.TEXT").write_text(TEXT.replace("读书", "歌咏"), encoding="gb18030")
    (root / "old" / "c.txt").write_text(TEXT.replace("读书", "棋类"), encoding="utf-16")
    (root / "notes.md").write_text("no document", encoding="utf-8")
    (root / ".hidden.txt").write_text(TEXT, encoding="utf-8")
    return root


def names(reading: Reading) -> list[str]:
    return [a.sources[0] for a in reading.articles]


def test_folder(folder: Path) -> None:
    reading = read_sources([folder])
    assert names(reading) == ["a.TEXT", "b.txt", "old/c.txt"]
    assert reading.encodings == (("a.TEXT", "GB18030"), ("old/c.txt", "UTF-16LE"))
    assert reading.faults == ()


def test_file_is_named_without_its_folders(folder: Path) -> None:
    assert names(read_sources([folder / "old" / "c.txt"])) == ["c.txt"]
    assert names(read_sources([folder / "notes.md"])) == ["notes.md"]


def test_glob(folder: Path) -> None:
    assert names(read_sources([f"{folder}/*.txt"])) == ["b.txt"]
    assert names(read_sources([f"{folder}/**/*.txt"])) == ["b.txt", "old/c.txt"]


def test_file_whose_name_looks_like_a_glob(tmp_path: Path) -> None:
    (tmp_path / "page[1].txt").write_text(TEXT, encoding="utf-8")
    assert names(read_sources([tmp_path / "page[1].txt"])) == ["page[1].txt"]


def test_order_and_repetition_do_not_show(folder: Path) -> None:
    sources: list[str | Path] = [folder, folder / "b.txt", f"{folder}/old/*.txt", folder / "old"]
    first = read_sources(sources)
    assert len(first.articles) == 3
    for seed in range(4):
        shuffled = random.Random(seed).sample(sources, len(sources))
        assert read_sources(shuffled) == first


def test_standard_input() -> None:
    reading = read_sources(["-"], stdin=io.BytesIO(TEXT.encode("utf-16-be")))
    assert [(a.title, a.sources) for a in reading.articles] == [(HEAD, ("-",))]
    assert reading.encodings == (("-", "UTF-16BE"),)
    assert read_sources(["-"]).faults[0].reason == "no standard input"


def test_faults_name_source_and_reason(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "blank.txt").write_text(" \n\n\u3000\ufeff\n", encoding="utf-8")
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 4)
    (tmp_path / "none").mkdir()
    bad = ["empty.txt", "blank.txt", "noise.txt", "none", "gone.txt", "*.gone"]
    reading = read_sources([folder / "b.txt", *(tmp_path / name for name in bad)])
    assert names(reading) == ["b.txt"]
    reasons = {Path(f.source).name: f.reason for f in reading.faults}
    assert reasons == {
        "empty.txt": "empty file",
        "blank.txt": "no text",
        "noise.txt": "not text in UTF-8, UTF-16, GB18030 or Big5",
        "none": "no file in this folder ends in .docx, .htm, .html, .pdf, .text, .txt, .xhtml",
        "gone.txt": "no such file or folder",
        "*.gone": "no file matches",
    }


@pytest.mark.skipif(
    os.name != "posix" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="not for the super-user"
)
def test_file_that_may_not_be_read(folder: Path) -> None:
    (folder / "b.txt").chmod(0)
    assert [f.reason for f in read_sources([folder / "b.txt"]).faults] == ["permission denied"]


def test_link_to_nowhere_and_name_with_a_null(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / "gone.txt")
    assert [f.reason for f in read_sources([tmp_path / "link.txt"]).faults] == ["no such file or folder"]
    assert [f.source for f in read_sources(["a\0b.txt"]).faults] == ["a?b.txt"]


# ---- dates


@pytest.mark.parametrize(
    ("name", "text", "published", "expected"),
    [
        ("page.txt", TEXT, "", ("", "")),
        ("page.txt", TEXT, "2024-06-09", ("2024-06-09", "given")),
        ("page.txt", TEXT, "2024-06", ("2024-06", "given")),
        ("page.txt", DATED, "2024-06-09", ("2024-05-06", "stated")),
        ("page-2024-06-10-3.txt", TEXT, "", ("2024-06-10", "filename")),
        ("page20240610.txt", TEXT, "", ("2024-06-10", "filename")),
        ("2024年6月10日.txt", TEXT, "", ("2024-06-10", "filename")),
        ("page-2024-02-30.txt", TEXT, "", ("", "")),
        ("page-2024-06-10.txt", TEXT, "2024-06-09", ("2024-06-09", "given")),
        ("page-2024-06-10.txt", DATED, "", ("2024-05-06", "stated")),
        ("page.txt", f"{HEAD}\n\n发布时间：2024-05-07 10:20　来源：澜江工人报\n\n{TEXT}", "", ("2024-05-07", "stated")),
        ("page.txt", f"{HEAD}\n2021-05-10 10:20 澜江工人报\n\n6月8日，开会。", "", ("2021-05-10", "stated")),
        (
            "page.txt",
            f"{HEAD}\n\n本报6月9日讯　2024年1月以来，云岭县总工会办了三次读书会。",
            "",
            ("2024-06-09", "inferred"),
        ),
        ("page.txt", f"{HEAD}\n\n本报6月9日讯　云岭县总工会举办读书会。", "", ("", "")),
        (
            "page.txt",
            f"{HEAD}\n\n本报6月9日讯　自2019年1月2日起，云岭县总工会举办读书会。",
            "",
            ("2019-06-09", "inferred"),
        ),
    ],
)
def test_dates(tmp_path: Path, name: str, text: str, published: str, expected: tuple[str, str]) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    article = read_sources([tmp_path], published=published).articles[0]
    assert (article.published, article.basis) == expected


@pytest.mark.parametrize("date", ["31.3.2026", "2026-13-01", "2026-02-30", "gestern", "2026-3", "2026", " 2026-03-31"])
def test_wrong_date(folder: Path, date: str) -> None:
    with pytest.raises(OptionError, match="YYYY-MM-DD"):
        read_sources([folder], published=date)
    with pytest.raises(OptionError, match="YYYY-MM-DD"):
        read_text(TEXT, published=date)


# ---- metadata


def test_metadata(folder: Path) -> None:
    table = folder.parent / "pages.csv"
    table.write_bytes(
        "path,published,publisher,page,url\r\n"
        "pages/b.txt,2024-06-09,澜江工人报,02,https://example.org/b\r\n"
        "\r\n"
        "pages/old/c.txt,2003-05,,,\r\n"
        "pages/other.txt,2003-05,,,\r\n".encode("gb18030")
    )
    found = {a.sources[0]: a for a in read_sources([folder], published="2020-01-01", metadata=table).articles}
    b = found["b.txt"]
    assert (b.published, b.basis, b.publisher, b.page, b.url) == (
        "2024-06-09",
        "given",
        "澜江工人报",
        "02",
        "https://example.org/b",
    )
    assert (found["old/c.txt"].published, found["old/c.txt"].basis) == ("2003-05", "given")
    assert found["a.TEXT"].published == "2020-01-01"


def test_metadata_wins_over_the_page(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(DATED, encoding="utf-8")
    (tmp_path / "m.csv").write_text("url,path,published\n,page.txt,2024-05-08\n", encoding="utf-8-sig")
    article = read_sources([tmp_path], metadata=tmp_path / "m.csv").articles[0]
    assert (article.published, article.basis, article.publisher) == ("2024-05-08", "given", "南溪日报")


@pytest.mark.parametrize(
    ("table", "line"),
    [
        ("path,published\nb.txt,2024-13-01\n", "line 2"),
        ("path,published\nb.txt,2024-01-01\n,2024-01-01\n", "line 3"),
        ("path,published\nb.txt,2024-01-01,x\n", "line 2"),
        ("path,published\nb.txt,2024-01-01\nb.txt,2024-01-02\n", "line 3"),
        ('path,published\n"b.txt,2024-01-01\n', "line 2"),
        ("path,date\nb.txt,2024-01-01\n", "line 1"),
        ("published\n2024-01-01\n", "line 1"),
    ],
)
def test_wrong_metadata(folder: Path, table: str, line: str) -> None:
    (folder / "m.csv").write_text(table, encoding="utf-8")
    with pytest.raises(OptionError, match=line) as caught:
        read_sources([folder], metadata=folder / "m.csv")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("content", [None, b"", bytes(range(256))])
def test_metadata_that_cannot_be_read(folder: Path, content: bytes | None) -> None:
    if content is not None:
        (folder / "m.csv").write_bytes(content)
    with pytest.raises(OptionError, match=r"m\.csv"):
        read_sources([folder], metadata=folder / "m.csv")
