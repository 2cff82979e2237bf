"""Stops that the tale of a journey names without a verb for them, who belongs to a party, and what is no stop."""

from __future__ import annotations

import pytest

from tests.relation.saying import said

UNION, CHAIR = "常山县总工会", "何静"
FIRST, SECOND = "云岭电子有限公司", "海棠纺织有限公司"
SET_OUT = f"6月2日，{UNION}主席{CHAIR}一行到企业调研。"


def _visits(body: str, published: str = "2025-06-20") -> set[tuple[str, str]]:
    return {(s, o) for s, _, o in said(body, "visited", title="工会新闻", published=published)}


@pytest.mark.parametrize(
    "text",
    [
        f"{SET_OUT}行程排得很满：上午{FIRST}，下午{SECOND}。",
        f"{SET_OUT}一站接一站：{FIRST}、{SECOND}。",
        f"{SET_OUT}{FIRST}是这天的第一站，接下来轮到{SECOND}。",
        f"{SET_OUT}先到{FIRST}，下午的目的地换成{SECOND}。",
        f"{SET_OUT}{FIRST}的做法引起调研组的兴趣，{SECOND}的车间也去了。",
        f"6月2日，{UNION}主席{CHAIR}一早出发，{FIRST}是她的第一站，{SECOND}是第二站。",
        f"6月2日，{UNION}主席{CHAIR}上午在{FIRST}，下午在{SECOND}，看的都是高温作业的工人。",
        f"6月2日，{UNION}主席{CHAIR}一口气看了{FIRST}、{SECOND}两家企业。",
        f"6月2日，{UNION}主席{CHAIR}在{FIRST}车间里，握着工人的手问寒问暖，随后又来到{SECOND}。",
        f"6月2日，{FIRST}的展厅里，{UNION}主席{CHAIR}驻足良久，随后来到{SECOND}。",
    ],
)
def test_stops_without_a_verb_of_their_own(text: str) -> None:
    assert {(CHAIR, FIRST), (CHAIR, SECOND), (UNION, FIRST), (UNION, SECOND)} <= _visits(text)


@pytest.mark.parametrize(
    "text",
    [
        f"6月2日，{UNION}召开座谈会。上午{FIRST}，下午{SECOND}，两家企业派人到会。",
        f"6月2日，{UNION}主席{CHAIR}将到{FIRST}调研。",
        f"6月2日，{FIRST}的车间里，主席{CHAIR}介绍了情况。",
        f"时间回到1987年。这一年，{CHAIR}走进刚刚起步的{FIRST}。2025年，她任{UNION}主席。",
        f"6月2日，{UNION}与{FIRST}在{SECOND}会议室座谈，{CHAIR}走进{SECOND}会议室。",
    ],
)
def test_what_no_journey_tells_of(text: str) -> None:
    assert not _visits(text) & {(CHAIR, FIRST), (UNION, FIRST), (UNION, SECOND)}


@pytest.mark.parametrize(
    "text",
    [
        f"6月2日，{UNION}主席{CHAIR}看望了住在开化县的退休劳模周涛。",
        f"6月2日，{UNION}主席{CHAIR}慰问了来自开化县的农民工周涛。",
        f"6月2日，{UNION}主席{CHAIR}到开化县池淮镇退休职工周涛家走访。",
    ],
)
def test_a_home_is_no_visit_to_its_town(text: str) -> None:
    assert not {o for _, o in _visits(text) if "开化" in o or "池淮" in o}
    assert (CHAIR, "开化县") in _visits(f"6月2日，{UNION}主席{CHAIR}到开化县考察学习。")


def test_all_bodies_of_a_party() -> None:
    text = f"6月2日，常山县政协副主席周涛、{UNION}主席{CHAIR}等一行6人先后到{FIRST}、{SECOND}考察。"
    assert {(UNION, FIRST), (UNION, SECOND), ("周涛", FIRST), (CHAIR, SECOND)} <= _visits(text)


def test_parties_that_part_are_of_one_body() -> None:
    text = f"6月2日兵分两路：{UNION}主席{CHAIR}到{FIRST}慰问；周涛副书记等2人则去了校友企业——{SECOND}调研。"
    assert {(UNION, FIRST), (UNION, SECOND), ("周涛", SECOND)} <= _visits(text)
    assert (CHAIR, SECOND) not in _visits(text)


@pytest.mark.parametrize(
    "text",
    [
        f"6月2日，接待{UNION}主席{CHAIR}一行的，是{FIRST}董事长周涛。",
        f"6月2日，{FIRST}里来了“娘家人”。{UNION}主席{CHAIR}带着慰问品，走到生产线旁。",
        f"6月2日，{FIRST}迎来两拨客人：上午是{UNION}主席{CHAIR}，下午是开化县总工会主席周涛。",
        f"6月2日，{FIRST}、{SECOND}同时迎来{UNION}主席{CHAIR}一行。",
    ],
)
def test_guests_told_by_those_who_received_them(text: str) -> None:
    assert (CHAIR, FIRST) in _visits(text)


def test_who_receives_is_no_visitor() -> None:
    assert ("周涛", UNION) not in _visits(f"6月2日，接待{UNION}主席{CHAIR}一行的，是{FIRST}董事长周涛。")


def test_whom_one_visits_does_not_travel_with_the_next() -> None:
    text = "6月2日，县委书记李强来到江山市看望全国劳模陈刚，县长周涛到龙游县看望省劳模赵敏。"
    assert {s for s, _ in _visits(text)} <= {"李强", "周涛"}
    assert {("李强", "江山市"), ("周涛", "龙游县")} <= _visits(text)


def test_nobody_visits_the_house_of_the_own_union() -> None:
    found = _visits("6月2日，浙江师范大学工会主席王芳一行8人来到宁波大学调研。会后参观了浙江师范大学。")
    assert ("王芳", "宁波大学") in found
    assert ("王芳", "浙江师范大学") not in found


def test_those_named_as_taking_part_in_a_tour() -> None:
    text = "6月2日，常山县总工会组织的劳模疗休养团来到青岛。全国劳模李强、陈刚等30名劳模参加。劳模们参观了海尔工业园。"
    assert {("李强", "海尔工业园"), ("陈刚", "海尔工业园")} <= _visits(text)


def test_workers_who_are_visited_are_no_title_of_who_comes_next() -> None:
    found = _visits(f"6月2日，{UNION}主席{CHAIR}看望{FIRST}工人，县教育局局长周涛同往。")
    assert {(CHAIR, FIRST), (UNION, FIRST)} <= found


def test_how_one_goes_is_nobody_else() -> None:
    assert (CHAIR, SECOND) in _visits(f"6月2日，{UNION}主席{CHAIR}说走就走，驱车30公里赶到{SECOND}。")
