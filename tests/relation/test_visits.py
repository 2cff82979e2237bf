"""Visits, on sentences of our own: delegations, several stops, companions, turned sentences, and what is none."""

from __future__ import annotations

import time

import pytest

from tests.relation.saying import said

CHAIR = "广州市总工会主席陆景明"


def _visits(body: str, title: str = "岚川新闻") -> set[tuple[str, str]]:
    return {(s, o) for s, _, o in said(body, "visited", title=title)}


@pytest.mark.parametrize(
    "text",
    [
        f"{CHAIR}走进云岭电子有限公司。",
        f"{CHAIR}一行到云岭电子有限公司调研工会工作。",
        f"{CHAIR}在云岭电子有限公司看望慰问一线职工。",
        f"{CHAIR}赴云岭电子有限公司开展送清凉慰问。",
        f"{CHAIR}来到云岭电子有限公司，就职工之家建设开展调研。",
        f"{CHAIR}把云岭电子有限公司走访了一遍。",
        f"前来云岭电子有限公司调研的是{CHAIR}。",
        f"云岭电子有限公司迎来{CHAIR}一行。",
        f"云岭电子有限公司留下了{CHAIR}的足迹。",
    ],
)
def test_who_visited_what(text: str) -> None:
    assert ("陆景明", "云岭电子有限公司") in _visits(text)


def test_a_delegation_stands_for_the_body_that_sent_it() -> None:
    assert _visits("广州市总工会慰问组来到云岭电子有限公司。") == {("广州市总工会", "云岭电子有限公司")}


def test_so_does_the_person_who_leads_it() -> None:
    visits = _visits("广州市总工会主席陆景明率队走进云岭电子有限公司。")
    assert visits == {("陆景明", "云岭电子有限公司"), ("广州市总工会", "云岭电子有限公司")}


def test_the_stops_of_a_journey_share_their_travellers() -> None:
    text = (
        "6月3日，广州市总工会主席陆景明率慰问组来到云岭电子有限公司。在海棠纺织有限公司，慰问组详细了解职工食堂的情况。"
        "下一站是青屿建筑有限公司。走进白鹭物流有限公司，一行人同职工拉起家常。"
    )
    places = {"云岭电子有限公司", "海棠纺织有限公司", "青屿建筑有限公司", "白鹭物流有限公司"}
    assert {o for s, o in _visits(text) if s == "陆景明"} == places
    assert {o for s, o in _visits(text) if s == "广州市总工会"} == places


@pytest.mark.parametrize(
    "along",
    [
        "佛山市总工会副主席何思源陪同。",
        "陪同调研的有佛山市总工会副主席何思源。",
        "佛山市总工会副主席何思源一同调研。",
        "佛山市总工会副主席何思源参加调研。",
        "同行的还有佛山市总工会副主席何思源。",
    ],
)
def test_who_goes_along_has_been_there_too(along: str) -> None:
    assert ("何思源", "云岭电子有限公司") in _visits(f"{CHAIR}一行到云岭电子有限公司调研。{along}")


def test_who_accompanies_in_the_middle_of_the_sentence() -> None:
    visits = _visits(
        "广州市总工会主席陆景明在佛山市总工会副主席何思源陪同下，先后走访了云岭电子有限公司、海棠纺织有限公司。"
    )
    assert {s for s, o in visits if o == "海棠纺织有限公司"} >= {"陆景明", "何思源"}


def test_the_host_who_goes_along_does_not_visit_the_own_house() -> None:
    visits = _visits(f"{CHAIR}一行到云岭电子有限公司调研，云岭电子有限公司董事长方晓云陪同。")
    assert "方晓云" not in {s for s, _ in visits}


def test_lists_of_places_before_the_verb() -> None:
    text = f"{CHAIR}率慰问组在清远慰问。云岭电子有限公司、海棠纺织有限公司、青屿建筑有限公司，慰问组一家一家地走访。"
    assert {o for s, o in _visits(text) if s == "陆景明"} >= {
        "云岭电子有限公司",
        "海棠纺织有限公司",
        "青屿建筑有限公司",
    }


def test_a_list_of_those_who_came() -> None:
    visits = _visits("云岭电子有限公司迎来一支慰问小组，成员来自广州市总工会、广州市人社局两家单位。")
    assert {s for s, o in visits if o == "云岭电子有限公司"} >= {"广州市总工会"}


def test_two_parties_keep_to_their_own_stops() -> None:
    text = "广州市总工会主席陆景明走访了云岭电子有限公司。广州市总工会副主席何思源走访了海棠纺织有限公司。"
    visits = _visits(text)
    assert ("陆景明", "海棠纺织有限公司") not in visits
    assert ("何思源", "云岭电子有限公司") not in visits


@pytest.mark.parametrize(
    "text",
    [
        "会议要求，广州市总工会要走访云岭电子有限公司。",
        f"接下来，{CHAIR}将走访云岭电子有限公司。",
        f"{CHAIR}慰问了困难职工。",
        "职工书屋的慰问品来自云岭电子有限公司。",
        f"{CHAIR}来到广州，参加技能竞赛。",
    ],
)
def test_no_visit(text: str) -> None:
    assert not _visits(text)


def test_persons_who_are_seen_are_not_visited() -> None:
    assert not _visits(f"{CHAIR}看望慰问劳模代表郑国梁。")


def test_time_is_linear() -> None:
    text = "广州市总工会主席陆景明一行先后走进云岭电子有限公司、海棠纺织有限公司，" * 800
    begin = time.perf_counter()
    assert _visits(text)
    assert time.perf_counter() - begin < 20


def test_who_leads_a_party_was_at_its_stop() -> None:
    body = "6月18日，在德清县总工会副主席陆安平带领下，慰问组走访德清县新安纺织有限公司。"
    assert ("陆安平", "visited", "德清县新安纺织有限公司") in said(body, "visited")


def test_a_stop_still_to_come_is_no_visit() -> None:
    body = (
        "6月18日，德清县总工会慰问组走访德清县新安纺织有限公司。"
        "慰问组还要前往德清县禹越机械有限公司，在调研的同时慰问一线职工。"
    )
    assert "德清县禹越机械有限公司" not in {target for _, _, target in said(body, "visited")}


FACTORY = "云岭电子有限公司"


@pytest.mark.parametrize(
    "text",
    [
        f"{CHAIR}一行走访慰问。活动室设在{FACTORY}，这是慰问组的第一站。",
        f"{FACTORY}由三家工厂合并而成。{CHAIR}一行先到这里。",
        f"{CHAIR}一行走进长河社区。试点单位{FACTORY}等地也在行程之中。",
        f"{FACTORY}是此行的第二站。{CHAIR}带队走访慰问。",
        f"走进{FACTORY}，{CHAIR}与职工拉起家常。",
        f"{CHAIR}到职工秦川所在的{FACTORY}调研。",
        f"{CHAIR}看望慰问{FACTORY}职工。",
        f"{CHAIR}前往交警大队、环卫所和{FACTORY}，慰问坚守岗位的职工。",
        f"{CHAIR}一行先后拜会清远市总工会，参观{FACTORY}。",
        f"{CHAIR}希望职工安心工作；随后来到{FACTORY}，送上慰问品。",
        f"{CHAIR}到{FACTORY}宣讲。",
    ],
)
def test_stops_are_told_in_many_ways(text: str) -> None:
    assert ("陆景明", FACTORY) in _visits(text)


@pytest.mark.parametrize(
    "text",
    [
        f"{CHAIR}一行来到{FACTORY}。一同参加慰问的，有副市长何静。",
        f"{CHAIR}一行来到{FACTORY}。副市长何静参加调研。",
        f"{CHAIR}一行来到{FACTORY}。副市长何静参加。",
        f"陪同参观的还有副市长何静。{CHAIR}一行参观了{FACTORY}。",
    ],
)
def test_who_went_along_may_be_told_apart(text: str) -> None:
    assert _visits(text) >= {("陆景明", FACTORY), ("何静", FACTORY)}


def test_who_speaks_for_a_party_right_after_its_stop_was_there() -> None:
    text = f"广州市总工会“送清凉”慰问活动走进{FACTORY}。{CHAIR}为职工送上慰问品。"
    assert _visits(text) == {("广州市总工会", FACTORY), ("陆景明", FACTORY)}


def test_a_division_may_be_named_by_one_character() -> None:
    assert ("何静", "韶关市") in _visits("清远市总工会副主席何静率队来韶考察。", title="韶关新闻")


def test_names_in_a_list_of_stops_need_no_head_of_a_body() -> None:
    text = f"{CHAIR}一行先后来到{FACTORY}、青溪苑·二期、广州市总工会工匠学院分院、滨江大桥工程等地。"
    assert {o for s, o in _visits(text) if s == "陆景明"} >= {FACTORY, "广州市总工会工匠学院分院", "滨江大桥工程"}


@pytest.mark.parametrize(
    "text",
    [
        f"在{FACTORY}，职工周元成接过清凉包。",  # who is met there
        f"副市长何静对{FACTORY}一行来访表示欢迎。",  # the guests are not the place
        f"应{FACTORY}邀请，{CHAIR}一行来到长河社区。",  # who invites does not travel
        f"{CHAIR}在长河社区看望慰问劳模周元成，随后走进{FACTORY}。",  # who was visited goes on nowhere
    ],
)
def test_who_is_met_or_invites_is_no_visitor(text: str) -> None:
    assert {s for s, _ in _visits(text)} <= {"陆景明", "广州市总工会"}
