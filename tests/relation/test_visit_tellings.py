"""How newspapers tell of visits: many ways for one fact, and what looks like a visit and is none."""

from __future__ import annotations

import pytest

from tests.relation.saying import said

CHAIR = "泉州市总工会党组书记、主席陆景明"
FIRST = "云岭电子有限公司"
SECOND = "海棠纺织有限公司"


def _visits(body: str) -> set[tuple[str, str]]:
    return {(s, o) for s, _, o in said(body, "visited", title="泉州工会要闻")}


@pytest.mark.parametrize(
    "text",
    [
        f"{CHAIR}专程前往{FIRST}看望慰问职工，又去了{SECOND}。",
        f"{CHAIR}走进{FIRST}生产车间，察看防暑降温措施，随后赶到{SECOND}。",
        f"{CHAIR}一行走访了两家企业：{FIRST}、{SECOND}。",
        f"{CHAIR}出现在{FIRST}，又下到{SECOND}，同职工交谈。",
        f"{FIRST}车间内，{CHAIR}与技术工人交流。{SECOND}里，陆景明翻看了台账。",
        f"在{FIRST}、{SECOND}等企业，{CHAIR}边走边看。",
        f"在{FIRST}了解到用工困难后，{CHAIR}表示将协调解决。随后，他又来到{SECOND}。",
        f"{CHAIR}开展慰问活动。首站来到{FIRST}，末站走进{SECOND}。",
        f"调研第一站选在{FIRST}。{CHAIR}一行边走边看。最后一站是{SECOND}。",
        f"由{CHAIR}带队，20多名代表委员先后到{FIRST}、{SECOND}视察。",
        f"以{CHAIR}为团长的考察团一行8人，于6月2日至4日到{FIRST}、{SECOND}学习。",
        f"{FIRST}来了几位客人，他们是{CHAIR}和泉州市总工会副主席何思源。客人们还看了{SECOND}。",
        f"{CHAIR}一行到了{FIRST}，{SECOND}是随后去的。",
        f"带队的是{CHAIR}。{FIRST}、{SECOND}，两个地方看下来，大家都有收获。",
        f"{CHAIR}到泉州调研，{FIRST}、{SECOND}也在调研名单上。",
    ],
)
def test_ways_to_tell_of_two_stops(text: str) -> None:
    assert {("陆景明", FIRST), ("陆景明", SECOND)} <= _visits(text)


@pytest.mark.parametrize(
    "text",
    [
        f"晋江市总工会将防暑降温物资送到{FIRST}的一线职工手中。",
        f"晋江市总工会为{FIRST}送去价值5万元的慰问品。",
        f"晋江市总工会向{FIRST}职工送去节日慰问。",
        f"晋江市总工会慰问小分队分赴{FIRST}。",
        f"晋江市总工会“送万福、进万家”活动走进{FIRST}。",
        f"晋江市总工会疗休养团一行35人抵达{FIRST}。",
        f"晋江市总工会组织30名劳模疗休养。期间，劳模们参观了{FIRST}。",
    ],
)
def test_a_body_that_brings_something_or_sends_somebody_has_been_there(text: str) -> None:
    assert ("晋江市总工会", FIRST) in _visits(text)


@pytest.mark.parametrize(
    "along",
    [
        "晋江市总工会主席方晓云跟着一起去。",
        "晋江市总工会主席方晓云、市总工会有关部室负责人等陪同参加。",
        "跟他一道来的，有晋江市总工会主席方晓云。",
        "晋江市总工会主席方晓云陪在身边。",
        "陆景明希望企业越办越好。\n晋江市总工会主席方晓云参加。",
    ],
)
def test_ways_to_go_along(along: str) -> None:
    assert ("方晓云", FIRST) in _visits(f"{CHAIR}一行走访了{FIRST}。{along}")


def test_who_set_out_together_is_together_at_each_stop() -> None:
    text = (
        "泉州市总工会主席陆景明，副主席何思源，带着粽子等节日食品，来到坚守岗位的职工中间。"
        f"在{FIRST}，陆景明一行送上祝福；在{SECOND}，他们看望了夜班职工。"
    )
    assert {("何思源", FIRST), ("何思源", SECOND)} <= _visits(text)


def test_words_for_what_is_done_at_a_place_are_no_part_of_its_name() -> None:
    assert ("陆景明", "洛江区") in _visits("6月3日，泉州市总工会主席陆景明到洛江区调研职工服务阵地建设情况。")


def test_a_school_speaks_of_itself_as_ours() -> None:
    text = "仰恩大学工会消息。3月27日，泉州市总工会主席陆景明走进我校，开展调研。"
    assert ("陆景明", "仰恩大学") in _visits(text)


@pytest.mark.parametrize(
    "text",
    [
        f"晋江市总工会把业务课堂办到了{FIRST}。",
        f"晋江市总工会为{FIRST}送上锦旗，感谢企业的关爱。",
        f"在{FIRST}指导下，晋江市总工会建起职工书屋。",
        f"{CHAIR}表示，下一步将到{FIRST}走访。",
    ],
)
def test_what_is_no_visit(text: str) -> None:
    assert not {v for v in _visits(text) if v[1] == FIRST}


def test_who_is_met_and_who_receives_did_not_travel() -> None:
    text = (
        f"在{FIRST}，{CHAIR}同{FIRST}班组长林国栋亲切握手。陪他看的是{FIRST}工会主席陈立波。"
        f"随后，陆景明又来到{SECOND}。"
    )
    assert {s for s, o in _visits(text) if o == SECOND} == {"陆景明", "泉州市总工会"}


def test_a_long_list_in_front_is_visited_one_by_one() -> None:
    body = (
        "广州市总工会主席陆景明一行来到德清县。云岭电子有限公司、海棠纺织有限公司、德清县人民医院和滨江化工有限公司，"
        "一行人一处接一处实地走访。"
    )
    reached = {o for s, _, o in said(body, "visited") if s == "陆景明"}
    assert {"云岭电子有限公司", "海棠纺织有限公司", "德清县人民医院", "滨江化工有限公司"} <= reached
