"""Texts of other genres, and no texts at all: few facts, no error."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unigraph.lexicons.words import words

from .saying import facts_of

OTHER = {
    "verse": "山前流水响叮咚，山后桃花一树红。\n牧童牛背吹横笛，吹得东风满袖中。\n" * 60,
    "code": "def total(items):\n    return sum(item.price for item in items if item.price > 0)\n" * 60,
    "table": "编号\t名称\t数量\t单价\n1\t螺栓\t200\t0.5\n2\t垫片\t400\t0.2\n" * 80,
    "english": "The board met on Monday and approved the annual report of the company. " * 80,
    "sport": "下半场第三十分钟，主队前锋接队友传中头球破门，将比分扳成二比二，双方此后再无建树。" * 60,
    "classical": "夫战，勇气也。一鼓作气，再而衰，三而竭。彼竭我盈，故克之。" * 80,
    "recipe": "土豆去皮切丝，泡在清水里去掉淀粉，热锅凉油下花椒爆香，大火快炒一分钟出锅。" * 60,
    "one long line": "会议主持总工会主席" * 2000,
    "marks": "“”（）《》、，。；：！？" * 800,
}


@pytest.mark.parametrize("name", sorted(OTHER))
def test_other_genres_give_almost_no_facts(name: str) -> None:
    text = OTHER[name]
    assert len(facts_of(text, title="").claims) <= len(text) // 2000


_PIECES = (
    sorted(words("boundary") | words("role"))[:80]
    + list("市县总工会主席王明李、，。“”（）\n")
    + ["召开", "主持", "3月5日"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=60))
def test_no_order_of_words_breaks_the_reading(pieces: list[str]) -> None:
    facts = facts_of("".join(pieces), title="")
    text = facts.article.text
    assert all(0 <= m.begin < m.end <= len(text) for m in facts.mentions)
    assert all(text[c.evidence.begin : c.evidence.end] for c in facts.claims)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_no_text_breaks_the_reading(text: str) -> None:
    facts_of(text, title="")
