"""Posts as different papers tell them: lists of an election, ends of posts, lives in brief, titles behind names."""

from __future__ import annotations

import pytest

from .test_posts import posts_of

UNION = "德清县总工会"
FIRM = "岚川精密机械有限公司"
AUDIT = f"{UNION}经费审查委员会"


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        (
            f"{UNION}经费审查委员会主任周岚，宣传教育部部长陆安平参加。",
            {("周岚", AUDIT, "主任"), ("陆安平", UNION, "宣传教育部部长")},
        ),
        (
            "德清县教育局局长周岚、二级调研员陆安平，县总工会主席许雅到会。",
            {
                ("周岚", "德清县教育局", "局长"),
                ("陆安平", "德清县教育局", "二级调研员"),
                ("许雅", UNION, "主席"),
            },
        ),
        (
            "湖州市政协副主席、总工会主席周岚来到德清县总工会。德清县总工会主席许雅作了介绍。",
            {
                ("周岚", "湖州市政协", "副主席"),
                ("周岚", "湖州市总工会", "主席"),
                ("许雅", UNION, "主席"),
            },
        ),
        (
            f"{UNION}主席由县人大常委会副主任周岚兼任。",
            {("周岚", "德清县人大常委会", "副主任"), ("周岚", UNION, "主席")},
        ),
        (
            f"许雅因工作调动辞去{UNION}副主席职务，由周岚接任。",
            {("许雅", UNION, "原副主席"), ("周岚", UNION, "副主席")},
        ),
        (
            f"{UNION}任命周岚为办公室主任，免去许雅的办公室主任职务。",
            {("周岚", UNION, "办公室主任"), ("许雅", UNION, "原办公室主任")},
        ),
        (
            f"增选周岚、陆安平为{UNION}副主席，许雅为常委。",
            {("周岚", UNION, "副主席"), ("陆安平", UNION, "副主席"), ("许雅", UNION, "常委")},
        ),
        (
            f"周岚现为{UNION}兼职副主席，同时也是{FIRM}的一名焊工。",
            {("周岚", UNION, "兼职副主席"), ("周岚", FIRM, "焊工")},
        ),
        (
            f"周岚曾担任{FIRM}车间主任，现任{UNION}兼职副主席。",
            {("周岚", FIRM, "原车间主任"), ("周岚", UNION, "兼职副主席")},
        ),
        (f"周岚扎根一线。2023年，他当选为{UNION}兼职副主席。", {("周岚", UNION, "兼职副主席")}),
        (f"周岚以{UNION}副主席的身份上台签约。", {("周岚", UNION, "副主席")}),
        (
            f"他们是：周岚，{FIRM}工人、高级技师；陆安平，{FIRM}抹灰工；许雅，德清县人民医院护士。",
            {
                ("周岚", FIRM, "工人"),
                ("周岚", FIRM, "高级技师"),
                ("陆安平", FIRM, "抹灰工"),
                ("许雅", "德清县人民医院", "护士"),
            },
        ),
        (f"{FIRM}安全总监周岚、炼钢工陆安平参加。", {("周岚", FIRM, "安全总监"), ("陆安平", FIRM, "炼钢工")}),
        (f"{UNION}周岚副主席、许雅部长到会。", {("周岚", UNION, "副主席"), ("许雅", UNION, "部长")}),
        (f"{UNION}十七届常委会常委周岚到会。", {("周岚", UNION, "常委")}),
        (
            "德清经济开发区党工委委员、总工会主席周岚出席。",
            {("周岚", "德清经济开发区党工委", "委员"), ("周岚", "德清经济开发区总工会", "主席")},
        ),
        (f"{FIRM}工会主席周岚、总会计师许雅出席。", {("周岚", f"{FIRM}工会", "主席"), ("许雅", FIRM, "总会计师")}),
    ],
)
def test_posts_are_read_as_papers_tell_them(text: str, posts: set[tuple[str, str, str]]) -> None:
    assert posts_of(text) == posts


@pytest.mark.parametrize(
    "text",
    [
        f"拟任{UNION}副主席的周岚接受考察。",
        f"对{UNION}主席一职，周岚表示责任重大。",
        f"{UNION}主席会议研究了工作，副主席职务空缺。",
        "周岚和陆安平都来自德清县，他现任何职不详。",
        f"周岚与许雅走进{FIRM}，他是一名焊工。",
    ],
)
def test_what_nobody_holds_is_no_post(text: str) -> None:
    assert not posts_of(text)
