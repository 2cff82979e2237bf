"""Honours in lists and tables, told before their receivers, and of teams and departments; on sentences of our own."""

from __future__ import annotations

import pytest

from tests.relation.saying import facts_of

_LEAD = (
    "6月1日，由岚川市总工会主办的职工技能大赛在岚川市工人文化宫收官，来自全市各行业的200多名职工参加了比赛，"
    "经过两天的激烈角逐，各个奖项逐一揭晓。\n\n"
)
_GIVEN = "岚川市总工会表彰先进"


def _awards(body: str, title: str = "岚川市职工技能大赛收官") -> set[tuple[str, str, str]]:
    """Receiver, honour, giver (empty where none is known)."""
    facts = facts_of(body, title)
    names = [e.name for e in facts.entities]
    return {
        (names[c.subject], c.value, names[c.object] if c.object is not None else "")
        for c in facts.claims
        if c.predicate == "received"
    }


def _held(body: str) -> set[tuple[str, str]]:
    return {(receiver, honour) for receiver, honour, _ in _awards(_LEAD + body)}


_PRIZES = {("陆景明", "一等奖"), ("何思源", "二等奖"), ("方晓云", "二等奖")}


@pytest.mark.parametrize(
    "text",
    [
        "获奖名单\n\n一等奖（1名）\n陆景明 云岭电子有限公司\n二等奖（2名）\n何思源 海棠纺织有限公司\n方晓云 白鹭物流有限公司",
        "获奖名单\n\n一等奖：\n陆景明（云岭电子有限公司）\n二等奖：\n何思源（海棠纺织有限公司）\n方晓云（白鹭物流有限公司）",
        "获奖名单\n\n奖项 | 姓名 | 单位\n一等奖 | 陆景明 | 云岭电子有限公司\n二等奖 | 何思源 | 海棠纺织有限公司\n二等奖 | 方晓云 | 白鹭物流有限公司",
        "获奖名单\n\n序号 姓名 单位 奖项\n1 陆景明 云岭电子有限公司 一等奖\n2 何思源 海棠纺织有限公司 二等奖\n3 方晓云 白鹭物流有限公司 二等奖",
        "获奖名单\n\n一等奖 陆景明\n二等奖 何思源 方晓云",
        "一等奖：陆景明（云岭电子有限公司装配车间主任、高级技师、党支部书记）。二等奖：何思源（海棠纺织有限公司）、方晓云（白鹭物流有限公司）。",
    ],
)
def test_lists_of_winners(text: str) -> None:
    assert _held(text) == _PRIZES


@pytest.mark.parametrize(
    "text",
    [
        "首批“岚川工匠”揭晓，陆景明、何思源、方晓云等10人入选。",
        "会上揭晓了“岚川工匠”，3名一线职工当选。他们分别是：陆景明，云岭电子有限公司钳工；何思源，海棠纺织有限公司挡车工；方晓云，白鹭物流有限公司司机。",
        "陆景明、何思源、方晓云等3名“岚川工匠”受到表彰。",
        "被授予“岚川工匠”称号的3名职工是：陆景明、何思源、方晓云。",
        "“岚川工匠”获得者：陆景明，云岭电子有限公司钳工；何思源，海棠纺织有限公司挡车工；方晓云，白鹭物流有限公司司机。",
        "“岚川工匠”获得者分别是：云岭电子有限公司陆景明，海棠纺织有限公司何思源，白鹭物流有限公司方晓云。",
    ],
)
def test_honours_named_before_those_who_have_them(text: str) -> None:
    held = {("陆景明", "岚川工匠"), ("何思源", "岚川工匠"), ("方晓云", "岚川工匠")}
    assert _held(text) == held


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "最终，机关代表队、动力车间、城区供电所分获第一、二、三名。",
            {("机关代表队", "第一名"), ("动力车间", "第二名"), ("城区供电所", "第三名")},
        ),
        ("拔河冠军由机关一队摘得。", {("机关一队", "拔河冠军")}),
        ("优秀组织奖：岚川市公安局、后勤代表队。", {("岚川市公安局", "优秀组织奖"), ("后勤代表队", "优秀组织奖")}),
        (
            "岚川市总工会授予云岭电子有限公司织布车间、海棠纺织有限公司装配班组等2个集体“岚川市工人先锋号”。",
            {("云岭电子有限公司织布车间", "岚川市工人先锋号"), ("海棠纺织有限公司装配班组", "岚川市工人先锋号")},
        ),
    ],
)
def test_teams_and_departments(text: str, held: set[tuple[str, str]]) -> None:
    assert _held(text) == held


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "男子单打 冠军：陆景明 亚军：何思源",
            {("陆景明", "男子单打冠军"), ("何思源", "男子单打亚军")},
        ),
        (
            "岚川市公安局包揽男子团体、女子团体两项冠军。",
            {("岚川市公安局", "男子团体冠军"), ("岚川市公安局", "女子团体冠军")},
        ),
        (
            "钳工组、电工组的第一名分别由陆景明、何思源获得。",
            {("陆景明", "钳工组第一名"), ("何思源", "电工组第一名")},
        ),
        ("男子单打项目，陆景明折桂。", {("陆景明", "男子单打冠军")}),
        ("云岭电子有限公司战胜海棠纺织有限公司，夺得冠军。", {("云岭电子有限公司", "冠军")}),
    ],
)
def test_what_part_of_the_contest(text: str, held: set[tuple[str, str]]) -> None:
    assert _held(text) == held


@pytest.mark.parametrize(
    "text",
    [
        "获得第一名的选手将被授予“岚川工匠”称号，陆景明说。",
        "首批“岚川工匠”揭晓，陆景明遗憾未能入选。",
        "岚川市总工会对一等奖获得者将授予“岚川工匠”称号。",
        "机关代表队、后勤代表队参加了比赛。",
    ],
)
def test_what_nobody_received(text: str) -> None:
    assert _held(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "岚川市总工会在会上公布了新一年的表彰名单，云岭电子有限公司获得“岚川市工人先锋号”。",
        "云岭电子有限公司获得岚川市总工会授予的“岚川市工人先锋号”称号。",
        "岚川市总工会近日借助网站，向全社会发布“岚川市工人先锋号”榜单，云岭电子有限公司上榜。",
    ],
)
def test_who_announced_it_gave_it(text: str) -> None:
    assert ("云岭电子有限公司", "岚川市工人先锋号", "岚川市总工会") in _awards(text, _GIVEN)


def test_who_is_handed_a_plaque_gave_nothing() -> None:
    text = "岚川市总工会主席陆景明为云岭电子有限公司授予“模范职工之家”牌匾。"
    assert {(r, h) for r, h, _ in _awards(text, _GIVEN)} == {("云岭电子有限公司", "模范职工之家")}


_PEOPLE = "装配班班长陆景明、后勤许雅文、动力科何思源"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"“岚川工匠”名单5日公布。这3名岚川工匠是：{_PEOPLE}。", "岚川新闻"),
        (f"评选历时两月。最终3人入选，他们是：{_PEOPLE}。", "“岚川工匠”名单揭晓"),
        (f"会上，“岚川工匠”受到表彰，名单如下：{_PEOPLE}。", "岚川新闻"),
        ("获得“岚川工匠”称号的有：装配班班长陆景明，后勤许雅文，动力科何思源。", "岚川新闻"),
    ],
)
def test_lists_of_people_whose_units_are_not_known(text: str, title: str) -> None:
    assert {(who, what) for who, what, _ in _awards(text, title)} == {
        (name, "岚川工匠") for name in ("陆景明", "许雅文", "何思源")
    }


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("二等奖由陆景明、许雅文2名选手分享。", {("陆景明", "二等奖"), ("许雅文", "二等奖")}),
        ("二等奖颁给了装配车间的陆景明。", {("陆景明", "二等奖")}),
        ("陆景明以三分之差屈居亚军。", {("陆景明", "亚军")}),
        ("男子单打二至四名依次为：后勤陆景明、信息许雅文、机关何思源。",
            {("陆景明", "男子单打第二名"), ("许雅文", "男子单打第三名"), ("何思源", "男子单打第四名")}),
        ("男、女单打冠军分别是后勤处的陆景明和信息科的许雅文。", {("陆景明", "男单打冠军"), ("许雅文", "女单打冠军")}),
        ("全国五一劳动奖章获得者、快递骑手陆景明说。", {("陆景明", "全国五一劳动奖章")}),
        ("陆景明、许雅文配合默契，岚川市总工会授予二人“岚川工匠”称号。", {("陆景明", "岚川工匠"), ("许雅文", "岚川工匠")}),
    ],
)  # fmt: skip
def test_honours_that_fall_to_people(text: str, held: set[tuple[str, str]]) -> None:
    assert _held(text) == held


@pytest.mark.parametrize(
    "text",
    [
        "一等奖由岚川市总工会主席陆景明颁发。",
        "冠军将由陆景明和许雅文争夺。",
        "男子单打二至四名将在明天决出，陆景明观战。",
        "陆景明领衔的创新工作室是省级工作室。",
        "岚川市工人先锋号云岭电子有限公司装配班代表陆景明发言。",
    ],
)
def test_who_gives_or_hopes_or_speaks_for_a_body_received_nothing(text: str) -> None:
    assert "陆景明" not in {receiver for receiver, _ in _held(text)}


def test_what_one_gives_behind_its_name_is_no_rank_of_a_contest() -> None:
    text = "岚川市总工会授予陆景明“岚川工匠”称号。许雅文获得二等奖。"
    assert _awards(text) == {("陆景明", "岚川工匠", "岚川市总工会"), ("许雅文", "二等奖", "")}
