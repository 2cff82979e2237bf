"""Encodings are told apart by evidence, however short the text."""

from __future__ import annotations

import codecs
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unigraph.errors import SourceError
from unigraph.reading.encoding import decode

SIMPLIFIED = "云岭县总工会举办女职工读书会\n\n本报讯（记者 周岚）6月8日，六十名女职工参加。"
TRADITIONAL = "港灣總工會慶祝成立七十周年\n\n本報訊（記者 鄧文浩）九月四日，會長梁啟明致辭。"
SHORT = "工会召开会议"


@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL, SHORT, TRADITIONAL[:13]])
@pytest.mark.parametrize(
    ("codec", "mark", "name"),
    [
        ("utf-8", b"", "UTF-8"),
        ("utf-8", codecs.BOM_UTF8, "UTF-8"),
        ("utf-16-le", b"", "UTF-16LE"),
        ("utf-16-le", codecs.BOM_UTF16_LE, "UTF-16LE"),
        ("utf-16-be", b"", "UTF-16BE"),
        ("utf-16-be", codecs.BOM_UTF16_BE, "UTF-16BE"),
        ("gb18030", b"", "GB18030"),
    ],
)
def test_told_apart(text: str, codec: str, mark: bytes, name: str) -> None:
    assert decode(mark + text.encode(codec)) == (text, name)


def test_big5() -> None:
    assert decode(TRADITIONAL.encode("big5")) == (TRADITIONAL, "Big5")


def test_ascii_is_utf8() -> None:
    assert decode(b"Lighthouse 2024") == ("Lighthouse 2024", "UTF-8")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty file"),
        (bytes(range(256)) * 8, "not text"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(200), "not text"),
        (random.Random(1).randbytes(4000), "not text"),
        (codecs.BOM_UTF8 + b"\xff\xfe", "begins like UTF-8"),
        (codecs.BOM_UTF16_LE + b"a", "begins like UTF-16LE"),
        (bytes(100), "not text"),
    ],
)
def test_refused_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        decode(data)


@given(st.text(alphabet="工会职工代表大会主席市县区总召开会议的在和有一年月日，。（）", min_size=6))
def test_round_trip(text: str) -> None:
    for codec in ("utf-8", "utf-16-le", "utf-16-be", "gb18030"):
        assert decode(text.encode(codec))[0] == text


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text, name = decode(data)
    except SourceError:
        return
    assert isinstance(text, str)
    assert name in {"UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "Big5"}
