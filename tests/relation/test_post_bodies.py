"""At which body a title is: short names, 该会, groups stationed at others, federations, terms; and what is moved to none."""

from __future__ import annotations

import pytest

from .test_posts import posts_of

UNION = "德清县总工会"
FIRM = "云岭电子有限公司"
COLLEGE = "湖州职业技术学院"
HOSPITAL = "德清县人民医院"
MINE = "云岭煤业有限公司"
LECTURE = "岚河能源化工公司工会举办讲座。"
DRILL = "湖州市供水集团青石水厂举行演练。"
MET = f"云岭煤矿与{FIRM}签约。"
NAMED = f"{COLLEGE}召开职代会。会上，“岚溪工匠学院”揭牌。"

Posts = set[tuple[str, str, str]]


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("岚川铁路局齐宁通信段办比武。通信段科长周岚到场。", {("周岚", "岚川铁路局齐宁通信段", "科长")}),
        ("岚川铁路局齐宁通信段与岚川铁路局岚河通信段办比武。通信段科长周岚到场。", set()),
        ("岚川铁路局齐宁通信段办比武。信号段科长周岚到场。", set()),
        (f"{DRILL}青石水厂副厂长周岚到场。", {("周岚", "湖州市供水集团青石水厂", "副厂长")}),
        ("德清县工程监理协会办讲座。监理协会秘书长周岚到场。", {("周岚", "德清县工程监理协会", "秘书长")}),
        ("德清县工程监理协会办讲座。园林协会秘书长周岚到场。", set()),
        ("天运物流有限公司举行职代会。天运物流副经理周岚讲话。", {("周岚", "天运物流有限公司", "副经理")}),
        (f"{LECTURE}化工公司副经理周岚到场。", {("周岚", "岚河能源化工公司", "副经理")}),
        (f"岚川化工公司工会与{LECTURE}化工公司副经理周岚到场。", set()),
        (f"{LECTURE}装备公司副经理周岚到场。", set()),
    ],
)
def test_a_title_takes_the_one_body_whose_short_name_it_begins_with(text: str, posts: Posts) -> None:
    assert posts_of(text) == posts


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("德清县书法家协会写春联。该会副理事长周岚到场。", {("周岚", "德清县书法家协会", "副理事长")}),
        (f"德清县书法家协会为{UNION}写春联。该会副会长周岚到场。", {("周岚", "德清县书法家协会", "副会长")}),
        (f"德清县书法家协会为{UNION}写春联。该会主席周岚到场。", {("周岚", UNION, "主席")}),
        (f"{FIRM}举行仪式。该会主席周岚到场。", set()),
        (f"{MET}该矿工会主席周岚致辞。", {("周岚", "云岭煤矿工会", "主席")}),
        (f"{MET}该公司工会主席周岚致辞。", {("周岚", f"{FIRM}工会", "主席")}),
    ],
)
def test_what_an_article_calls_this_body(text: str, posts: Posts) -> None:
    assert posts_of(text) == posts


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        (
            "湖州市纪委监委驻市总工会纪检监察组组长周岚出席。",
            {("周岚", "湖州市纪委监委驻市总工会纪检监察组", "组长")},
        ),
        (
            "德清县纪委监委派驻县总工会纪检监察组副组长周岚出席。",
            {("周岚", "德清县纪委监委派驻县总工会纪检监察组", "副组长")},
        ),
        (f"{UNION}驻{FIRM}工作队队长周岚到场。", {("周岚", UNION, f"驻{FIRM}工作队队长")}),
        (f"驻{UNION}纪检监察组组长周岚出席。", set()),
    ],
)
def test_whoever_is_stationed_at_a_body_is_of_those_who_sent_them(text: str, posts: Posts) -> None:
    assert posts_of(text) == posts


@pytest.mark.parametrize(
    ("text", "union"),
    [
        ("德清县人大常委会副主任、工会主席周岚讲话。", (UNION, "主席")),
        ("湖州市人大副主任、工会主席周岚讲话。", ("湖州市总工会", "主席")),
        ("德清县政协副主席、工会主席周岚讲话。", (UNION, "主席")),
        ("德清县人大常委会办公室主任、工会主席周岚讲话。", ("德清县人大常委会办公室", "工会主席")),
        ("德清县公安局副局长、工会主席周岚讲话。", ("德清县公安局", "工会主席")),
    ],
)
def test_the_union_of_a_divisions_congress_is_its_federation_and_that_of_an_office_its_own(
    text: str, union: tuple[str, str]
) -> None:
    assert {(body, title) for _, body, title in posts_of(text) if "主席" in title and "政协" not in body} == {union}


@pytest.mark.parametrize(
    ("before", "post"),
    [
        (f"{UNION}主席周岚、副主席陆安平", (UNION, "办公室主任")),
        (f"{FIRM}工会主席周岚", (f"{FIRM}工会", "办公室主任")),
        (f"{FIRM}党委书记周岚", (FIRM, "工会办公室主任")),
    ],
)
def test_the_office_of_a_union_in_the_list_of_a_union_and_of_its_firm(before: str, post: tuple[str, str]) -> None:
    assert ("许雅", *post) in posts_of(f"{before}、工会办公室主任许雅到会。")


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("德清县第二中学党委书记周岚、校长许雅到会。", {("许雅", "德清县第二中学", "校长")}),
        (f"{HOSPITAL}党委书记周岚、院长许雅到会。", {("许雅", HOSPITAL, "院长")}),
        (f"{HOSPITAL}办讲座。德清县卫生健康局局长周岚、副院长许雅到会。", {("许雅", HOSPITAL, "副院长")}),
        ("德清县卫生健康局局长周岚、副院长许雅到会。", set()),
        ("德清县教育局局长周岚、副局长陆安平、校长许雅到会。", set()),
    ],
)
def test_heads_of_schools_and_hospitals_are_at_no_bureau(text: str, posts: Posts) -> None:
    assert {post for post in posts_of(text) if post[0] == "许雅"} == posts


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (f"{NAMED}学院党委书记周岚讲话。", COLLEGE),
        ("6月3日，“岚溪工匠学院”揭牌。学院党委书记周岚讲话。", "岚溪工匠学院"),
    ],
)
def test_a_school_in_quotes_is_the_house_only_where_there_is_no_other(text: str, body: str) -> None:
    assert posts_of(text) == {("周岚", body, "党委书记")}


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        (f"{UNION}老主席周岚到场。", {("周岚", UNION, "原主席")}),
        (f"{UNION}主席周岚、老主席许雅到场。", {("周岚", UNION, "主席"), ("许雅", UNION, "原主席")}),
        ("云岭机械厂老厂长周岚回忆说。", {("周岚", "云岭机械厂", "原厂长")}),
        (f"{UNION}上届主席周岚到场。", {("周岚", UNION, "原主席")}),
        (f"{FIRM}召开大会。公司上一届工会主席周岚到场。", {("周岚", f"{FIRM}工会", "原主席")}),
        (f"{UNION}老干部科科长周岚到场。", {("周岚", UNION, "老干部科科长")}),
        ("德清县老年大学校长周岚到场。", {("周岚", "德清县老年大学", "校长")}),
        (f"{UNION}前台主管周岚到场。", {("周岚", UNION, "前台主管")}),
    ],
)
def test_old_and_last_chiefs_are_former_ones(text: str, posts: Posts) -> None:
    assert posts_of(text) == posts


@pytest.mark.parametrize(
    ("text", "post"),
    [
        (f"{HOSPITAL}新一任工会主席周岚讲话。", (f"{HOSPITAL}工会", "主席")),
        (f"{FIRM}第三届工会主席周岚讲话。", (f"{FIRM}工会", "主席")),
        (f"{FIRM}召开大会。公司新一届工会主席周岚讲话。", (f"{FIRM}工会", "主席")),
        (f"{UNION}第三届委员会常务委员周岚讲话。", (UNION, "常务委员")),
        ("云岭新一中学工会主席周岚讲话。", ("云岭新一中学工会", "主席")),
    ],
)
def test_the_term_of_a_union_is_no_part_of_its_name(text: str, post: tuple[str, str]) -> None:
    assert posts_of(text) == {("周岚", *post)}


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("德清县环境卫生管理局环卫扫路车司机周岚发言。", {("周岚", "德清县环境卫生管理局", "环卫扫路车司机")}),
        (f"{FIRM}数控折弯机操作工周岚发言。", {("周岚", FIRM, "数控折弯机操作工")}),
        (f"{FIRM}焊接工段焊工周岚发言。", {("周岚", FIRM, "焊接工段焊工")}),
        (f"{FIRM}表彰焊接工段焊工周岚。", set()),
        (f"{FIRM}帮助焊工周岚。", set()),
        ("德清县公交公司慰问出租车司机周岚。", set()),
        (f"{MINE}（二号井）的瓦检员周岚发言。", {("周岚", MINE, "瓦检员")}),
        (f"{MINE}（二号井）的一名瓦检员周岚发言。", {("周岚", MINE, "瓦检员")}),
        (f"{MINE}（二号井）的师傅周岚发言。", set()),
        (f"{MINE}慰问（二号井）的瓦检员周岚。", set()),
    ],
)
def test_a_trade_may_hold_a_verb_and_follow_brackets_but_no_deed_of_the_body(text: str, posts: Posts) -> None:
    assert posts_of(text) == posts


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"选举李洪（{FIRM}）、唐志城（女，回族）、龙爱民为{UNION}委员。", {"李洪", "唐志城", "龙爱民"}),
        (f"{UNION}开会，李洪（{FIRM}）、唐志城（挂职）、龙爱民当选委员。", {"李洪", "唐志城", "龙爱民"}),
        (f"{UNION}开会，李洪（{FIRM}）、唐志城列席，龙爱民当选委员。", {"龙爱民"}),
        (f"{UNION}开会，李洪（{FIRM}）作报告，龙爱民当选委员。", {"龙爱民"}),
    ],
)
def test_the_elected_in_a_row_with_brackets_and_who_only_came(text: str, names: set[str]) -> None:
    assert posts_of(text) == {(name, UNION, "委员") for name in names}
