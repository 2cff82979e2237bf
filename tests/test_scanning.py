"""A scan finds what ``re`` finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unigraph.scanning import Scan

PATTERNS = (
    "会议|大会",
    "(?:座谈|会谈)会?",
    "(?<![举主])办(?:了|起来)?[^，。]{0,6}?会",
    "[^，。]{0,4}?(?:召开|举行)",
    "[^，。]*召开",
    "(?P<who>[\u4e00-\u9fff]{1,3})(?=举行)",
    "举(?![办行])",
    "(?:举|行){2}会",
    "(?:^|(?<=[，。\n]))会",
    "会$",
    "会(?=，|\\Z)",
    "会+议",
    "(?:会|议)?",
    "[会议行]",
    "[^会]",
    "会.议",
    r"(?P<a>会)(?P=a)",
    "会议?(?=[^。]{0,3}开)",
    "大(?:会(?:议|堂)?|家)",
)
TEXTS = st.text(alphabet="会议大举行办座谈召开家堂，。\n", max_size=60)


def found(pattern: re.Pattern[str] | Scan, text: str) -> list[tuple[object, ...]]:
    return [(m.span(), m.groups()) for m in pattern.finditer(text)]


@pytest.mark.parametrize("pattern", PATTERNS)
@given(text=TEXTS)
def test_a_scan_finds_what_the_pattern_finds(pattern: str, text: str) -> None:
    compiled, scan = re.compile(pattern), Scan(pattern)
    assert found(scan, text) == found(compiled, text)
    first, same = compiled.search(text), scan.search(text)
    assert (first and first.span()) == (same and same.span())


@pytest.mark.parametrize("pattern", PATTERNS)
@given(text=TEXTS)
def test_it_finds_the_same_in_a_long_text_that_seldom_has_the_cue(pattern: str, text: str) -> None:
    text = "今日无事" * 300 + text + "今日无事" * 300
    assert found(Scan(pattern), text) == found(re.compile(pattern), text)


@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.MULTILINE, re.DOTALL, re.VERBOSE])
@given(text=st.text(alphabet="abAB \n。", max_size=30))
def test_flags_mean_what_they_mean(flags: int, text: str) -> None:
    for pattern in ("ab", "^a.b", "a b", "[^b]{1,3}a$"):
        assert found(Scan(pattern, flags), text) == found(re.compile(pattern, flags), text)


@pytest.mark.parametrize("text", ["", "\ud800会", "\U00020000会议", "会" * 5000, "\0会议"])
def test_odd_texts(text: str) -> None:
    for pattern in PATTERNS:
        assert found(Scan(pattern), text) == found(re.compile(pattern), text)
