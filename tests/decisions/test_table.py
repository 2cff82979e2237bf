"""``decisions.csv`` as people write, sort and merge it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unigraph.decisions import (
    KINDS,
    Anchor,
    Decision,
    add_decision,
    parse_decisions,
    read_decisions,
    write_decisions,
)
from unigraph.errors import DecisionError

HEADER = "decision,thing,predicate,other,value,who,when,why\n"
PLACE = "a-0123456789abcdef"

names = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), min_size=1, max_size=12)
anchors = st.builds(
    lambda name, begin, length: Anchor(PLACE, begin, begin + length, name),
    names,
    st.integers(0, 10**6),
    st.integers(1, 40),
)
words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=20)


def _decision(kind: str, thing: Anchor, other: Anchor, value: str, why: str) -> Decision:
    needs = KINDS[kind]
    return Decision(
        kind,
        thing,
        "chaired" if needs.predicate else "",
        other if needs.other or needs.predicate else None,
        value or "新名" if needs.value else "",
        "何静",
        "2026-04-01",
        why,
    )


decisions = st.builds(_decision, st.sampled_from(sorted(KINDS)), anchors, anchors, words, words)


@settings(deadline=None)
@given(st.lists(decisions, max_size=6), st.randoms(use_true_random=False))
def test_what_is_written_is_read_whatever_the_order(tmp_path_factory: pytest.TempPathFactory, made, random) -> None:  # type: ignore[no-untyped-def]
    folder = tmp_path_factory.mktemp("graph")
    write_decisions(folder, made)
    data = (folder / "decisions.csv").read_bytes()
    assert {n.decision for n in read_decisions(folder)} == set(made)
    random.shuffle(made)
    write_decisions(folder, made)
    assert (folder / "decisions.csv").read_bytes() == data


def test_no_file_is_no_decision(tmp_path: Path) -> None:
    assert read_decisions(tmp_path) == []


def test_a_later_decision_takes_the_place_of_an_earlier_one() -> None:
    here, there = Anchor(PLACE, 0, 2, "何静"), Anchor(PLACE, 9, 11, "何静")
    first = Decision("merge", here, other=there)
    assert add_decision([first], Decision("split", there, other=here)) == [Decision("split", there, other=here)]
    assert len(add_decision([first], Decision("rename", here, value="何靖"))) == 2


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (f"maybe,何静@{PLACE}:0-2,,,,,,", "no decision 'maybe'"),
        (f"yes,何静@{PLACE}:0-2,,,,,,", "yes needs a predicate"),
        (f"merge,何静@{PLACE}:0-2,,,,,,", "merge needs a other"),
        ("rename,何静,,,何靖,,,", "names no place"),
        (f"rename,何静@{PLACE}:5-2,,,何靖,,,", "names no place"),
        (f"rename,何静@{PLACE}:0-2,,,何靖,,", "has 7 columns"),
        ("<<<<<<< HEAD", "has 1 columns"),
    ],
)
def test_bad_lines_are_named(line: str, words: str) -> None:
    with pytest.raises(DecisionError) as refused:
        parse_decisions(HEADER + line + "\n")
    assert str(refused.value).startswith("decisions.csv, line 2: ")
    assert words in str(refused.value)


def test_all_bad_lines_are_named_at_once(tmp_path: Path) -> None:
    (tmp_path / "decisions.csv").write_text(HEADER + "a\nb\n", encoding="utf-8")
    with pytest.raises(DecisionError) as refused:
        read_decisions(tmp_path)
    assert len(str(refused.value).splitlines()) == 2


def test_another_encoding_or_header(tmp_path: Path) -> None:
    (tmp_path / "decisions.csv").write_bytes("何静".encode("gb18030"))
    with pytest.raises(DecisionError, match="UTF-8"):
        read_decisions(tmp_path)
    with pytest.raises(DecisionError, match="line 1"):
        parse_decisions("a,b\n")
