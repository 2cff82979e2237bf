"""Folding, sentences, ordinals and dates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unigraph.model import Article
from unigraph.recognition.dates import find_dates
from unigraph.recognition.document import Document, fold, sentences
from unigraph.recognition.ordinals import number, ordinals, session_key


@given(st.text())
def test_folding_keeps_every_character_at_its_place(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(alphabet="会议召开。！？\n，”“ 甲"))
def test_sentences_cover_all_that_is_no_white_space(text: str) -> None:
    covered = {i for s in sentences(fold(text)) for i in range(s.begin, s.end)}
    assert all(c.isspace() or i in covered for i, c in enumerate(text))


def test_width_and_script_are_folded() -> None:
    assert fold("總工會(擴大)會議,２０２５") == "总工会（扩大）会议，2025"


@pytest.mark.parametrize(
    ("text", "value"), [("八", 8), ("十六", 16), ("二十三", 23), ("105", 105), ("首", 1), ("一百零五", 105)]
)
def test_numerals(text: str, value: int) -> None:
    assert number(text) == value


def test_both_names_of_a_session_have_one_key() -> None:
    assert session_key("第八届委员会第二次全体会议") == session_key("八届二次全委会") == "committee-8-2"
    assert session_key("十六届经费审查委员会第十五次全体委员会议") == "audit-16-15"
    assert session_key("第三届职工代表大会第二次会议") == ""


def test_anniversaries_and_terms_are_counted() -> None:
    assert ordinals("成立一百零五周年") == {105}
    assert ordinals("第八届第二次") == {8, 2}


@pytest.mark.parametrize(
    ("text", "start", "finish"),
    [
        ("2024年3月5日", "2024-03-05", ""),
        ("3月5日至7日", "2025-03-05", "2025-03-07"),
        ("12月30日", "2024-12-30", ""),
        ("去年11月", "2024-11", ""),
        ("昨天", "2025-04-09", ""),
    ],
)
def test_dates(text: str, start: str, finish: str) -> None:
    document = Document.of(Article(f"{text}，会议召开。", "", "2025-04-10", "given"))
    (hit,) = find_dates(document)
    assert (hit.start, hit.finish) == (start, finish)


def test_no_year_no_date() -> None:
    assert not find_dates(Document.of(Article("3月5日，会议召开。", "", "")))


def test_a_date_that_is_none_is_left_out() -> None:
    assert not find_dates(Document.of(Article("2月30日，会议召开。", "", "2025-04-10", "given")))
