"""What holds for any text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unigraph.errors import SourceError
from unigraph.reading import read_text
from unigraph.reading.bylines import find_bylines
from unigraph.reading.lines import clean

PIECES = [
    *("\n", "\n\n", "　　", " ", "。", "，", "：", "（", "）", "【", "】", "△", "●", "■", "——", "01", "- 2 -"),
    *(
        "本报讯",
        "（记者 周岚）",
        "记者周岚报道",
        "云岭县总工会举办读书会",
        "简讯",
        "新闻链接",
        "本期要目",
        "上一篇：无",
    ),
    *("责编：韩竹", "2024年5月6日 星期一", "发布时间：2024-05-06", "（下转第2版）", "图为会场。周岚 摄"),
    *("广告　家具", "6月8日", "工", "会", "\r", "\0", "\ufeff", "\ud800"),
]
HAN = st.text(
    alphabet="云岭县总工会举办女职工读书活动参加人员各单位代表认真学习提高技能服务企业发展", min_size=12, max_size=60
)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_any_page_is_read(text: str) -> None:
    try:
        articles = read_text(text)
    except SourceError:
        assert not clean(text).strip()
        return
    assert articles
    for article in articles:
        assert article.text
        assert all(line and line == line.strip() for line in article.text.split("\n"))
        assert not article.title or article.text.split("\n")[0] == article.title
        ends = [0, *(x for b in find_bylines(article.text) for x in (b.begin, b.end)), len(article.text)]
        assert ends == sorted(ends)
        for byline in find_bylines(article.text):
            assert all(byline.begin <= n.begin < n.end <= byline.end for n in byline.names)


@settings(deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    try:
        assert read_text(text)
    except SourceError:
        assert not clean(text).strip()


@settings(deadline=None)
@given(st.lists(st.lists(HAN, min_size=1, max_size=4), min_size=1, max_size=4), st.booleans())
def test_no_character_of_a_simple_page_is_lost(bodies: list[list[str]], indent: bool) -> None:
    lead = "　　" if indent else ""
    page = "\n\n".join(
        "\n".join([f"云岭县总工会第{i}次活动举行", *(f"{lead}本报讯（周岚）6月8日，{p}。" for p in body)])
        for i, body in enumerate(bodies)
    )
    read = "".join("".join(a.text.split()) for a in read_text(page))
    assert read == "".join(page.split())


def test_line_ends_and_invisible_characters_make_no_difference() -> None:
    plain = "云岭县总工会举办读书会\n\n本报讯（周岚）6月8日，读书会举行。\n\n活动持续两小时。"
    (expected,) = read_text(plain)
    for line_end in ("\r\n", "\r", "\u2028"):
        assert read_text(plain.replace("\n", line_end)) == (expected,)
    assert read_text("\ufeff" + plain.replace("工", "工\u200b").replace("。", "。\0\x07")) == (expected,)


def test_nothing_to_read() -> None:
    for text in ("", " \n\t", "\u3000\ufeff\0"):
        with pytest.raises(SourceError, match="no text"):
            read_text(text)


@pytest.mark.parametrize(
    "unit",
    [
        "云岭县总工会举办读书会，",
        "云岭县总工会举办读书会\n六十名女职工参加了活动。\n",
        "没有标点的一行\n",
        "有逗号，没有句号的一行\n\n",
        "（" * 40 + "\n",
        "来源：",
        "记者 ",
        "周岚 摄\n",
        "△【",
        "2024年5月6日 ",
        "某某工会：周岚、韩竹、",
    ],
)
def test_time_grows_linearly(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        for article in read_text(text):
            find_bylines(article.text)
        return time.process_time() - start

    seconds(1_000)
    once, tenfold = max(seconds(20_000), 0.01), seconds(200_000)
    assert tenfold < 40 * once
