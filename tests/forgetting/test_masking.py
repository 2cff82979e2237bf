"""Masking keeps the length of a text and all that is not masked at its place."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unigraph.article_masks import MASK
from unigraph.forgetting import Mask, find_names, fold_name, mask_names, mask_spans
from unigraph.model import Article, Span

ALPHABET = st.sampled_from(list("何静靜 　·，。\n罗映雪hejing-/%E4A\u200b"))
TEXTS = st.text(ALPHABET, max_size=60) | st.text(max_size=60)


@given(TEXTS)
def test_the_length_is_kept_and_nothing_but_the_mask_is_new(text: str) -> None:
    masked = mask_names(text, ["何静", "罗映雪"])
    assert len(masked) == len(text)
    assert all(new in (old, MASK) for old, new in zip(text, masked, strict=True))


@given(TEXTS)
def test_no_name_is_left(text: str) -> None:
    masked = mask_names(text, ["何静"])
    assert not list(find_names(masked, [2], "何静".__eq__))
    assert "何静" not in masked
    assert mask_names(masked, ["何静"]) == masked


@given(st.text("何静，。出席会议", max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 5))))
def test_other_mentions_still_slice_to_their_words(text: str, mentions: list[tuple[int, int]]) -> None:
    spans = tuple(Span(h.begin, h.end) for h in find_names(text, [2], "何静".__eq__))
    masked = mask_spans(text, spans)
    for begin, length in mentions:
        end = begin + length
        if not any(b < end and begin < e for b, e in spans):
            assert masked[begin:end] == text[begin:end]


@pytest.mark.parametrize(
    "written",
    [
        "何静",
        "何靜",
        "何 静",
        "何　静",
        "何\u200b静",
        "何·静",
        quote("何静"),
        quote("何靜", encoding="big5"),
        quote("何静", encoding="gb18030").lower(),
        "%u4f55%u9759",
        "\\u4F55\\u9759",
        "hejing",
        "He-Jing",
        "HE JING",
        "he_jing",
    ],
)
def test_however_a_name_is_written(written: str) -> None:
    assert mask_names(f"1/{written}/2", ["何静"]) == f"1/{MASK * len(written)}/2"


@pytest.mark.parametrize("text", ["hejingxian", "thejing", "何，静", "何\n静", "如何", "静", ""])
def test_what_is_no_name(text: str) -> None:
    assert mask_names(text, ["何静"]) == text


def test_a_single_character_is_no_name() -> None:
    assert mask_names("何静", ["何", ""]) == "何静"


@given(TEXTS)
def test_folding_is_stable(text: str) -> None:
    assert fold_name(fold_name(text)) == fold_name(text)


def test_an_article_is_masked_in_all_its_parts() -> None:
    article = Article(
        "何静讲话\n何静出席", "何静讲话", "2026-03-01", "given", "何静工报", "何静版", "x/he-jing", ("何静.txt",)
    )
    mask = Mask((Span(0, 2), Span(5, 7)), frozenset(["何静"]))
    masked = mask.of(article)
    assert masked.text == "██讲话\n██出席"
    assert (masked.title, masked.publisher, masked.page, masked.url) == ("██讲话", "██工报", "██版", "x/███████")
    assert masked.sources == ("██.txt",)
    assert mask.size == 4
