"""``unigraph build --lexicon``."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Call

HEADER = "name,class,full name\n"
TEXT = "岚川新闻\n\n3月28日，岚川市总工会走访蓝鲸。陈远舟在云坞与职工交谈。\n"


@pytest.fixture
def whale(tmp_path: Path) -> Path:
    """A text that names what no rule knows."""
    path = tmp_path / "whale.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_several_lexicons_in_any_order(call: Call, whale: Path, tmp_path: Path) -> None:
    one, two, out = tmp_path / "one.csv", tmp_path / "two.csv", tmp_path / "out"
    one.write_text(HEADER + "蓝鲸,Company,蓝鲸动力有限公司\n", encoding="utf-8-sig")
    two.write_text(HEADER + "云坞,地点,\n", encoding="utf-8")
    assert call("build", whale, "-o", out, "--lexicon", one, "--lexicon", two).code == 0
    first = (out / "graph.ttl").read_bytes()
    assert "蓝鲸动力有限公司" in call("explain", out, "蓝鲸").out
    assert "云坞" in call("explain", out, "云坞").out
    assert call("build", whale, "-o", out, "--lexicon", two, "--lexicon", one).code == 0
    assert (out / "graph.ttl").read_bytes() == first


def test_a_changed_lexicon_counts_in_the_same_folder(call: Call, whale: Path, tmp_path: Path) -> None:
    lexicon, out = tmp_path / "names.csv", tmp_path / "out"
    for full in ("蓝鲸动力有限公司", "蓝鲸物流有限公司"):
        lexicon.write_text(f"{HEADER}蓝鲸,Company,{full}\n", encoding="utf-8")
        assert call("build", whale, "-o", out, "--lexicon", lexicon, "--quiet").code == 0
        assert full in (out / "graph.ttl").read_text(encoding="utf-8")
    assert "动力" not in (out / "graph.ttl").read_text(encoding="utf-8")
    assert call("build", whale, "-o", out, "--quiet").code == 0
    assert "物流" not in (out / "graph.ttl").read_text(encoding="utf-8")


def test_every_bad_row_is_named_and_nothing_is_built(call: Call, whale: Path, tmp_path: Path) -> None:
    bad, out = tmp_path / "bad.csv", tmp_path / "out"
    rows = ["蓝鲸,Compny,", ",Union,澜工", "甲乙", "丙丁,Union,", "丙丁,Company,", "", '"戊己,Union,']
    bad.write_bytes((HEADER + "\n".join(rows)).encode("utf-8") + "\n乙,Union,甲".encode("gb18030"))
    outcome = call("build", whale, "-o", out, "--lexicon", bad, "--lexicon", tmp_path / "gone.csv")
    assert (outcome.code, outcome.out) == (2, "")
    lines = outcome.err.splitlines()
    assert all(line.startswith("unigraph: ") for line in lines)
    for number, word in {2: "Company", 3: "no name", 4: "too few columns", 6: "line 5", 9: "UTF-8"}.items():
        assert [line for line in lines if f"bad.csv, line {number}: " in line and word in line], outcome.err
    assert [line for line in lines if "gone.csv" in line]
    assert len(lines) == 6
    assert not out.exists()


@pytest.mark.parametrize("content", [b"", "蓝鲸,Company,\n".encode(), b"\xff\xfen\0a\0m\0e\0", b"name,class\n"])
def test_a_file_that_is_no_lexicon(call: Call, whale: Path, tmp_path: Path, content: bytes) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_bytes(content)
    outcome = call("build", whale, "-o", tmp_path / "out", "--lexicon", bad)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f"unigraph: {bad}, line 1: ")
    assert not (tmp_path / "out").exists()
