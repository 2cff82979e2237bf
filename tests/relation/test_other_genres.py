"""Texts of other genres, and no texts at all: few facts, no error."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unigraph.lexicons.words import words
from unigraph.model import ArticleFacts

from .saying import facts_of, said

GENRES = Path(__file__).parent / "genres"
"""Articles of our own writing, each a headline and a text, with an empty line after either."""
TRUE_POSTS = {
    ("阿斯卡尔", "holdsPosition", "梅里斯坦铁路公司"),
    ("安德烈·勒鲁瓦", "holdsPosition", "欧陆联盟委员会"),
    ("卡塔琳娜·韦伯", "holdsPosition", "欧陆联盟委员会"),
    ("桑托斯", "holdsPosition", "马鲁工业联合会"),
    ("恩戈马", "holdsPosition", "非洲大陆联盟委员会"),
    ("斯捷潘·博罗温", "holdsPosition", "诺维亚议会交通委员会"),
    ("吉尔伯特·肖", "holdsPosition", "奥兰特商会"),
    ("玛尔塔·莱昂", "holdsPosition", "马鲁出口商协会"),
    ("阿斯卡尔", "holdsPosition", "梅里斯坦铁路公司"),
    ("顾廷琛", "holdsPosition", "锐川科技"),
}

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
    "no full stop": "他说开会的人都来了又走了，主席台上没有人，" * 5000,
    "random": "".join(random.Random(7).choices([chr(c) for c in range(0x4E00, 0x9FA5)], k=20_000)),
}


@pytest.mark.parametrize("name", sorted(OTHER))
def test_other_genres_give_almost_no_facts(name: str) -> None:
    text = OTHER[name]
    assert len(facts_of(text, title="").claims) <= len(text) // 2000


def _articles(genre: str) -> list[tuple[str, str]]:
    parts = (GENRES / f"{genre}.txt").read_text(encoding="utf-8").strip().split("\n\n")
    return list(zip(parts[::2], parts[1::2], strict=True))


def _length(genre: str) -> int:
    return sum(len("".join((title + body).split())) for title, body in _articles(genre))


def test_the_corpus_is_as_large_as_it_says() -> None:
    others = sum(len(text) for text in OTHER.values())
    assert _length("foreign") >= 6000
    assert _length("foreign") + _length("others") >= 12_000  # without white space
    assert others >= 100_000


def test_foreign_news_gives_no_more_than_one_false_fact_in_two_thousand_characters() -> None:
    facts = {fact for title, body in _articles("foreign") for fact in said(body, title=title)}
    assert len(facts - TRUE_POSTS) <= _length("foreign") // 2000


def test_news_of_sports_and_stocks_and_all_that_is_no_news_gives_no_false_facts() -> None:
    assert not {fact for title, body in _articles("others") for fact in said(body, title=title)} - TRUE_POSTS


@pytest.mark.parametrize("genre", ["foreign", "others"])
def test_a_whole_page_of_another_genre_gives_no_more(genre: str) -> None:
    text = (GENRES / f"{genre}.txt").read_text(encoding="utf-8")
    facts: ArticleFacts = facts_of(text, title="")
    assert len(facts.claims) <= len(text) // 400


@pytest.mark.parametrize(
    "body",
    [
        "3月2日，岚川市总工会主席陈远舟在首都会见来访的梅里斯坦大使，双方就两国职工交流进行座谈。陈远舟主持座谈会并讲话。",
        "3月2日，岚川市总工会举办职工篮球联赛。决赛在主场球迷的欢呼中开始，岚川市总工会主席陈远舟出席决赛并致辞。",
        "3月2日，岚川市总工会召开上市公司工会主席座谈会，岚川市总工会主席陈远舟主持座谈会并讲话，谈到股权、净利润和职工持股。",
    ],
)
def test_our_news_may_speak_of_ambassadors_matches_and_shares(body: str) -> None:
    assert said(body, "chaired", "spokeAt", "attended")


def test_datelines_and_sessions_to_come_are_no_part_of_a_meeting() -> None:
    body = "新通社岚川3月2日电（记者周岚）岚川市职工文化论坛在岚川市工人文化宫举行。下届论坛将于明年五月在云岭县举行。"
    assert said(body, "heldAt") == {("岚川市职工文化论坛", "heldAt", "岚川市工人文化宫")}


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
