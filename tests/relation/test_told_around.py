"""What is told around a fact rather than by a verb of it: places on the way, teams, those who take the floor, both sides."""

from __future__ import annotations

import pytest

from tests.relation.saying import said

LEADER = "泉州市总工会主席陆景明"
FIRST = "云岭电子有限公司"
SECOND = "海棠纺织有限公司"
MEETING = "泉州市总工会工作座谈会6月5日召开。"


def _said(body: str, predicate: str) -> set[tuple[str, str]]:
    return {(s, o) for s, _, o in said(body, predicate, title="泉州工会要闻")}


@pytest.mark.parametrize(
    "text",
    [
        f"{LEADER}一行走访困难职工。在{FIRST}，困难职工已经等在那里。陆景明同他们面对面交谈。",
        f"{LEADER}带队慰问一线职工，{FIRST}、{SECOND}等5家企业一家家走下来。",
        f"泉州市总工会慰问组的车停在{FIRST}门口，{LEADER}把西瓜搬下车。",
        f"6月5日，{FIRST}迎来市总工会的调研者：{LEADER}、副主席何思源等。",
        f"调研组的名单上有{LEADER}、副主席何思源。三天里，调研组走了{FIRST}和{SECOND}。",
    ],
)
def test_places_where_a_party_is_told_of(text: str) -> None:
    assert ("陆景明", FIRST) in _said(text, "visited")


@pytest.mark.parametrize(
    "text",
    [
        f"{LEADER}一行走访困难职工。在{FIRST}的支持下，困难职工领到了慰问金。陆景明同他们交谈。",
        f"{LEADER}一行走访困难职工。职工何思源在{FIRST}工作了20年。",
        f"泉州市总工会代表团将走访{SECOND}，参观{FIRST}。",
    ],
)
def test_places_that_are_only_named(text: str) -> None:
    assert FIRST not in {o for _, o in _said(text, "visited")}


@pytest.mark.parametrize(
    "text",
    [
        "帮扶工作怎么做，由副主席何思源逐一道来。",
        "女工工作怎么开展，泉州市总工会副主席何思源、晋江市总工会主席林若水都拿出了自己的经验。",
    ],
)
def test_ways_to_speak(text: str) -> None:
    assert "何思源" in {s for s, _ in _said(MEETING + text, "spokeAt")}


def test_those_for_whom_somebody_takes_the_floor() -> None:
    spoke = _said(MEETING + f"{FIRST}、海天水泥有限公司负责人先后上台，作了表态发言。", "spokeAt")
    assert {FIRST, "海天水泥有限公司"} <= {s for s, _ in spoke}


def test_as_many_as_are_counted_speak() -> None:
    spoke = _said(MEETING + f"{FIRST}、{SECOND}、海天水泥有限公司3家单位作经验交流。", "spokeAt")
    assert {FIRST, SECOND, "海天水泥有限公司"} <= {s for s, _ in spoke}


@pytest.mark.parametrize(
    "text",
    [
        "省总工会主席陆景明就开好会议专门作出重要批示。",
        "省总工会主席陆景明向会议发来贺信。",
    ],
)
def test_greetings_from_afar(text: str) -> None:
    assert "陆景明" not in {s for s, _, _ in said(MEETING + text, "attended", "spokeAt", title="泉州工会要闻")}


def test_the_audience_does_not_speak() -> None:
    text = MEETING + "泉州师范学院学生林若水说：“听完报告，我深受启发。”"
    assert "林若水" not in {s for s, _ in _said(text, "spokeAt")}


def test_a_workplace_does_not_attend() -> None:
    text = MEETING + "开元街道党工委副书记、街道总工会主席高兴，泉州市总工会副主席何思源出席会议。"
    assert "开元街道党工委" not in {s for s, _ in _said(text, "attended")}


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("6月5日，泉州市总工会牵手泉州师范学院，签下共建工匠学院的协议。", "泉州师范学院"),
        ("协议书上签字的一方是泉州市总工会，另一方是海天保险公司。", "海天保险公司"),
        ("泉州市、漳州市两地总工会交流合作框架协议近日签订。", "漳州市总工会"),
    ],
)
def test_both_sides_of_a_paper(text: str, side: str) -> None:
    signed = _said(text, "signedWith")
    assert {"泉州市总工会", side} in [set(pair) for pair in signed]


def test_who_looks_on_does_not_sign() -> None:
    signed = _said("泉州市总工会要求云岭电子有限公司尽快签订集体合同。", "signedWith")
    assert not signed


@pytest.mark.parametrize(
    ("text", "winner", "honour"),
    [
        ("季军的归属是云岭电子有限公司。", FIRST, "季军"),
        (
            "焊工三等奖归了两个人，一位是云岭电子有限公司的林若水，一位是海棠纺织有限公司的何思源。",
            "何思源",
            "焊工三等奖",
        ),
        ("接过“工人先锋号”旗帜的是两个集体，它们是云岭电子有限公司和海棠纺织有限公司。", SECOND, "工人先锋号"),
        ("荣获优秀组织奖的有15家单位，云岭电子有限公司、海棠纺织有限公司等榜上有名。", FIRST, "优秀组织奖"),
        ("云岭电子有限公司代表队获得冠军。", FIRST, "冠军"),
    ],
)
def test_winners(text: str, winner: str, honour: str) -> None:
    won = {(s, o) for s, _, o in said("泉州市职工篮球赛6月5日落幕。" + text, "received", title="泉州工会要闻")}
    assert any(s == winner for s, _ in won), (won, honour)


def test_who_was_given_something_gives_nothing() -> None:
    text = "会议宣读表彰决定，授予云岭电子有限公司优秀组织奖，授予林若水“泉州市技术能手”荣誉称号。"
    assert FIRST not in {o for _, o in _said(text, "received")}


@pytest.mark.parametrize(
    "text",
    [
        "东岭体育馆昨天座无虚席，泉州市第三届职工运动会在欢呼声中落幕。",
        "6月5日晚的东岭体育馆灯火通明，泉州市第三届职工运动会正在上演。",
        "泉州市第三届职工运动会的赛场安排在东岭体育馆。",
    ],
)
def test_a_place_full_of_an_event(text: str) -> None:
    assert "东岭体育馆" in {o for _, o in _said(text, "heldAt")}


def test_a_headline_of_a_visit_names_its_party() -> None:
    text = f"{LEADER}冒着细雨出门，目的地是{FIRST}。陆景明递上毛巾，问起收入。"
    visits = said(text, "visited", title="泉州市总工会走访慰问一线职工")
    assert ("陆景明", "visited", FIRST) in visits
    assert not said(text, "visited", title="泉州市总工会推进数字化")


def test_each_way_is_led_by_one() -> None:
    visits = _said(
        f"{LEADER}、副主席何思源带队慰问。陆景明领的一路到了{FIRST}，何思源带的一队直奔{SECOND}。", "visited"
    )
    assert {("陆景明", FIRST), ("何思源", SECOND)} <= visits


def test_all_go_on_after_ways_parted() -> None:
    text = (
        f"泉州市总工会一行3人由主席陆景明带队到漳州市调研。次日兵分两路，副主席何思源走进{FIRST}。"
        f"第三天，一行3人先后来到{SECOND}。"
    )
    assert {("陆景明", SECOND), ("泉州市总工会", SECOND)} <= _said(text, "visited")


def test_a_division_that_begins_the_name_of_a_project() -> None:
    text = f"{LEADER}一行先后走进{FIRST}、晋江市东部新城三期建设项目，看望工人。"
    seen = {o for _, o in _said(text, "visited")}
    assert FIRST in seen
    assert "晋江市" not in seen


@pytest.mark.parametrize("team", ["云岭电子有限公司代表队", "云岭银行代表队"])
def test_a_team_is_the_body_that_it_plays_for(team: str) -> None:
    won = said(f"泉州市职工篮球赛6月5日落幕，{team}获得冠军。", "received", title="泉州工会要闻")
    assert {s for s, _, _ in won} == {team.removesuffix("代表队")}


def test_a_team_of_a_county_stays_a_team() -> None:
    won = said("泉州市职工篮球赛6月5日落幕，德化县代表队获得冠军。", "received", title="泉州工会要闻")
    assert {s for s, _, _ in won} == {"德化县代表队"}


def test_who_received_guests_was_not_at_their_talks() -> None:
    text = "6月5日，泉州市总工会与漳州市总工会举行座谈会。" + "泉州市副市长林若水先后会见了他们。"
    assert "林若水" not in {s for s, _ in _said(text, "attended")}
