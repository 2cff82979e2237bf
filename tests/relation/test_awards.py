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
            "南湾社区的袁芳、街道机关的陈露和北桥社区的许雅文获得三等奖。",
            {("袁芳", "三等奖"), ("陈露", "三等奖"), ("许雅文", "三等奖")},
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


@pytest.mark.parametrize(
    "text",
    [
        "陆景明是全国劳动模范。",
        "陆景明（全国劳动模范）到场。",
        "作为全国劳动模范，陆景明登台发言。",
        "陆景明评上了全国劳动模范。",
        "陆景明当上了全国劳动模范。",
        "热烈祝贺陆景明荣获全国劳动模范！",
        "陆景明的名字出现在全国劳动模范的名单上。",
        "新增2名全国劳动模范：何思源、陆景明。",
        "全国劳动模范（2名）\n何思源 海棠纺织有限公司\n陆景明 云岭电子有限公司",
        "陆景明先后获得“广州工匠”“全国劳动模范”等多项荣誉。",
    ],
)
def test_more_ways_to_tell_an_honour(text: str) -> None:
    assert ("陆景明", "全国劳动模范") in _held(text)


@pytest.mark.parametrize(
    "text",
    [
        "陆景明、何思源、许雅分获冠亚季军。",
        "冠亚季军分别由陆景明、何思源、许雅获得。",
        "陆景明夺冠，何思源、许雅分获亚军、季军。",
    ],
)
def test_each_rank_of_the_podium(text: str) -> None:
    assert _held(text) == {("陆景明", "冠军"), ("何思源", "亚军"), ("许雅", "季军")}


def test_the_first_three_in_a_row() -> None:
    assert _held("陆景明、何思源、许雅包揽前三名。") == {
        ("陆景明", "第一名"),
        ("何思源", "第二名"),
        ("许雅", "第三名"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "广东省总工会把“广东省工人先锋号”授予云岭电子有限公司。",
        "广东省总工会将云岭电子有限公司命名为“广东省工人先锋号”。",
        "经广东省总工会研究决定，授予云岭电子有限公司“广东省工人先锋号”称号。",
        "云岭电子有限公司拿到了广东省总工会颁发的“广东省工人先锋号”牌匾。",
        "“广东省工人先锋号”称号由广东省总工会颁发，获得者有云岭电子有限公司。",
        "根据广东省总工会的决定，云岭电子有限公司被授予“广东省工人先锋号”称号。",
        "在广东省总工会的表彰大会上，云岭电子有限公司被授予“广东省工人先锋号”称号。",
    ],
)
def test_more_ways_to_name_the_giver(text: str) -> None:
    assert _awards(text) == {("云岭电子有限公司", "广东省工人先锋号", "广东省总工会")}


def test_honours_by_turns() -> None:
    text = "大会表彰了云岭电子有限公司等5个先进集体和陆景明等10名先进个人。"
    assert _held(text) == {("云岭电子有限公司", "先进集体"), ("陆景明", "先进个人")}


@pytest.mark.parametrize(
    "text",
    [
        "何思源走访荣获全国模范职工之家的企业。",
        "现对拟推荐的广东省劳动模范陆景明予以公示。",
        "陆景明领衔的创新工作室被命名为“全国示范性劳模和工匠人才创新工作室”。",
        "云岭电子有限公司拥有全国劳动模范3名。",
    ],
)
def test_honours_of_others(text: str) -> None:
    assert not _awards(text)


def test_a_list_of_candidates_has_no_winners() -> None:
    text = "广东省五一劳动奖章\n陆景明 云岭电子有限公司\n何思源 海棠纺织有限公司"
    assert not _awards(text, title="推荐对象名单公示")


def test_a_notice_with_its_list() -> None:
    body = (
        "经研究，决定命名云岭电子有限公司等2个单位为“广东省先进集体”。\n附件：2024年度广东省先进集体名单\n"
        "云岭电子有限公司\n海棠纺织有限公司\n广东省总工会\n2025年3月1日"
    )
    awards = _awards(body, title="广东省总工会关于命名2024年度广东省先进集体的决定")
    assert {receiver for receiver, _, _ in awards} == {"云岭电子有限公司", "海棠纺织有限公司"}
    assert {giver for _, _, giver in awards} == {"广东省总工会"}


def test_a_list_ends_at_the_heading_of_the_next() -> None:
    text = "表彰的先进集体名单如下：\n一、先进集体\n云岭电子有限公司\n二、先进个人\n陆景明、何思源"
    assert _held(text) == {("云岭电子有限公司", "先进集体"), ("陆景明", "先进个人"), ("何思源", "先进个人")}


def test_an_honour_before_a_row_of_names_is_that_of_them_all() -> None:
    held = _held("全国劳动模范何思源、陆景明、许雅文，全国五一劳动奖章获得者周岚、韩竹到会。")
    assert {(n, "全国劳动模范") for n in ("何思源", "陆景明", "许雅文")} <= held
    assert {(n, "全国五一劳动奖章") for n in ("周岚", "韩竹")} <= held


def test_an_honour_before_a_post_is_that_of_one() -> None:
    held = _held("全国劳动模范、云岭电子有限公司董事长何思源、总经理陆景明到会。")
    assert ("何思源", "全国劳动模范") in held
    assert ("陆景明", "全国劳动模范") not in held


def test_a_table_of_winners_with_bars() -> None:
    held = _held("云岭电子有限公司举办歌手大赛。\n一等奖 | 何思源 | 第一分工会\n三等奖 | 陆景明 | 第二分工会")
    assert {("何思源", "一等奖"), ("陆景明", "三等奖")} <= held
