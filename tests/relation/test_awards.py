"""Honours: who received what from whom, on sentences of our own."""

from __future__ import annotations

import pytest

from tests.relation.saying import facts_of


def _awards(body: str, title: str = "岚川新闻") -> set[tuple[str, str, str]]:
    """Receiver, honour, giver (empty where none is known)."""
    facts = facts_of(body, title)
    names = [e.name for e in facts.entities]
    return {
        (names[c.subject], c.value, names[c.object] if c.object is not None else "")
        for c in facts.claims
        if c.predicate == "received"
    }


def _held(body: str, title: str = "岚川新闻") -> set[tuple[str, str]]:
    return {(receiver, honour) for receiver, honour, _ in _awards(body, title)}


@pytest.mark.parametrize(
    "text",
    [
        "云岭电子有限公司荣获全国五一劳动奖状。",
        "云岭电子有限公司被授予“全国五一劳动奖状”荣誉称号。",
        "云岭电子有限公司等12家单位获全国五一劳动奖状。",
        "全国五一劳动奖状花落云岭电子有限公司。",
        "全国五一劳动奖状由云岭电子有限公司摘得。",
        "捧得全国五一劳动奖状的，是云岭电子有限公司。",
        "12家单位荣获全国五一劳动奖状，云岭电子有限公司名列其中。",
        "大会授予云岭电子有限公司全国五一劳动奖状。",
    ],
)
def test_who_received_what(text: str) -> None:
    assert ("云岭电子有限公司", "全国五一劳动奖状") in _held(text)


def test_ranks_of_a_contest() -> None:
    text = "企业组，云岭电子有限公司摘得金奖，海棠纺织有限公司和青屿建筑有限公司获银奖，铜奖归白鹭物流有限公司。"
    assert _held(text) == {
        ("云岭电子有限公司", "企业组金奖"),
        ("海棠纺织有限公司", "企业组银奖"),
        ("青屿建筑有限公司", "企业组银奖"),
        ("白鹭物流有限公司", "企业组铜奖"),
    }


def test_the_first_three() -> None:
    held = _held("个人全能前三名依次是云岭电子有限公司陆景明、海棠纺织有限公司何思源、青屿建筑有限公司方晓云。")
    assert {("陆景明", "个人全能第一名"), ("何思源", "个人全能第二名"), ("方晓云", "个人全能第三名")} <= held


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("2009年全国五一劳动奖章获得者陆景明登台发言。", ("陆景明", "2009年全国五一劳动奖章")),
        ("广州市总工会主席何思源慰问了广东省劳动模范陆景明。", ("陆景明", "广东省劳动模范")),
    ],
)
def test_honours_carried_before_a_name(text: str, held: tuple[str, str]) -> None:
    assert held in _held(text)


def test_several_honours() -> None:
    held = _held("云岭电子有限公司获得优秀组织奖、体育道德风尚奖。")
    assert held == {("云岭电子有限公司", "优秀组织奖"), ("云岭电子有限公司", "体育道德风尚奖")}


def test_a_pronoun() -> None:
    assert ("陆景明", "全国技术能手") in _held("陆景明是云岭电子有限公司焊工。2023年，他荣获“全国技术能手”称号。")


def test_a_list_below_a_heading() -> None:
    text = "荣获2024年广东省五一劳动奖章的职工名单：\n云岭电子有限公司焊工陆景明\n海棠纺织有限公司技术员何思源"
    assert _held(text) >= {("陆景明", "2024年广东省五一劳动奖章"), ("何思源", "2024年广东省五一劳动奖章")}


@pytest.mark.parametrize(
    "text",
    [
        "广东省总工会授予云岭电子有限公司“广东省工人先锋号”称号。",
        "云岭电子有限公司被广东省总工会授予“广东省工人先锋号”称号。",
        "在广东省总工会公布的表彰名单中，云岭电子有限公司获评“广东省工人先锋号”。",
        "表彰决定由广东省总工会作出：云岭电子有限公司荣获广东省工人先锋号。",
    ],
)
def test_the_giver(text: str) -> None:
    assert ("云岭电子有限公司", "广东省工人先锋号", "广东省总工会") in _awards(text)


def test_givers_of_two_levels_keep_to_their_own_honours() -> None:
    text = (
        "广东省总工会、广州市总工会的评选结果通报公布：云岭电子有限公司荣获广东省模范职工之家，"
        "海棠纺织有限公司荣获广州市先进职工之家。"
    )
    awards = _awards(text)
    assert ("云岭电子有限公司", "广东省模范职工之家", "广东省总工会") in awards
    assert ("海棠纺织有限公司", "广州市先进职工之家", "广州市总工会") in awards


@pytest.mark.parametrize(
    "text",
    [
        "拟推荐云岭电子有限公司为全国五一劳动奖状候选单位。",
        "云岭电子有限公司弘扬劳模精神、工匠精神。",
        "云岭电子有限公司争创全国工人先锋号。",
        "云岭电子有限公司参加劳动模范表彰大会。",
        "云岭电子有限公司劳模工作室揭牌。",
    ],
)
def test_no_honour(text: str) -> None:
    assert not _awards(text)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "二等奖有三位，分别是云岭电子有限公司的何思源，海棠纺织有限公司的陆景明、李诚。",
            {("何思源", "二等奖"), ("陆景明", "二等奖"), ("李诚", "二等奖")},
        ),
        ("二等奖得主是云岭电子有限公司职工何思源。", {("何思源", "二等奖")}),
        (
            "一等奖：云岭电子有限公司；二等奖：海棠纺织有限公司。",
            {("云岭电子有限公司", "一等奖"), ("海棠纺织有限公司", "二等奖")},
        ),
        (
            "云岭电子有限公司的何思源、海棠纺织有限公司的陆景明分获亚军和季军。",
            {("何思源", "亚军"), ("陆景明", "季军")},
        ),
        (
            "何思源、陆景明、许雅文分别获得第一、二、三名。",
            {("何思源", "第一名"), ("陆景明", "第二名"), ("许雅文", "第三名")},
        ),
        ("会议对荣获“广州市五一劳动奖章”的何思源进行了宣传。", {("何思源", "广州市五一劳动奖章")}),
        ("冠军被云岭电子有限公司何思源收入囊中。", {("何思源", "冠军")}),
        (
            "何思源，男，云岭电子有限公司高级技师，曾获全国技术能手等荣誉。",
            {("何思源", "全国技术能手")},
        ),
        (
            "南湾社区的袁芳、街道机关的陈璐和北桥社区的许雅文获得三等奖。",
            {("袁芳", "三等奖"), ("陈璐", "三等奖"), ("许雅文", "三等奖")},
        ),
    ],
)
def test_honours_of_several_and_of_people_with_their_units(text: str, held: set[tuple[str, str]]) -> None:
    assert _held(text) == held


@pytest.mark.parametrize(
    "text",
    [
        "何思源、陆景明、许雅文分获一、二等奖。",
        "大赛设一等奖1名、二等奖2名：优胜者可获奖金。",
    ],
)
def test_honours_that_nobody_can_tell_apart_are_nobodys(text: str) -> None:
    assert not _held(text)
