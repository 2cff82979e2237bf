"""Visits where no verb of going has the place behind it: places in front, by number, told by the hosts."""

from __future__ import annotations

import pytest

from tests.relation.saying import said

LED = "6月2日，泉州市总工会党组书记、主席陆景明带队到晋江市开展调研。"
FIRST = "云岭电子有限公司"
SECOND = "海棠纺织有限公司"


def _visits(body: str) -> set[tuple[str, str]]:
    return {(s, o) for s, _, o in said(body, "visited", title="泉州工会要闻")}


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST}、{SECOND}，调研组一处接一处看过去。",
        f"{FIRST}、{SECOND}，陆景明一行一家一家地看。",
        f"{FIRST}和{SECOND}，陆景明走了个遍。",
        f"{FIRST}、{SECOND}，一行人随后也挨个参观。",
        f"一天下来，{FIRST}、{SECOND}两家企业都看到了。",
        f"从{FIRST}到{SECOND}，陆景明一路走一路问。",
        f"{FIRST}的食堂、{SECOND}的宿舍，调研组都去看了。",
        f"{FIRST}、{SECOND}，他一连走了两家。",
        f"{FIRST}是调研组到的第一家企业。随后看的是{SECOND}。",
        f"第一家看的是{FIRST}，第二家是{SECOND}。",
        f"离开{FIRST}，一行人又赶到{SECOND}。",
        f"走完{FIRST}，调研组又转往{SECOND}。",
        f"调研组看了两家企业，分别是{FIRST}和{SECOND}。",
        f"调研组走进两家企业，一家是{FIRST}，另一家是{SECOND}。",
        f"上午在{FIRST}，下午在{SECOND}，陆景明看得仔细。",
        f"{FIRST}、{SECOND}先后接待了调研组。",
        f"一个上午，调研组跑了两家企业：{FIRST}和{SECOND}。",
    ],
)
def test_places_in_front_of_those_who_went(text: str) -> None:
    assert {("陆景明", FIRST), ("陆景明", SECOND)} <= _visits(LED + text)


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST}、{SECOND}，员工都在食堂用餐。",
        f"{FIRST}和{SECOND}是当地的龙头企业。",
        f"{FIRST}、{SECOND}都介绍了经验。",
        f"从{FIRST}到{SECOND}，职工都在学习全会精神。",
        f"{FIRST}董事长林致远一行赶来看过。",
        f"下周，调研组将看{FIRST}和{SECOND}。",
    ],
)
def test_companies_that_were_only_spoken_of(text: str) -> None:
    assert not {o for _, o in _visits(LED + text)} & {FIRST, SECOND}


@pytest.mark.parametrize(
    "text",
    [
        f"泉州市总工会主席陆景明在{FIRST}同一线职工面对面。",
        f"{FIRST}的职工心里热乎乎的。泉州市总工会主席陆景明一行赶来慰问。",
        f"泉州市总工会主席陆景明一行做客{FIRST}。",
        f"泉州市总工会主席陆景明到挂点联系企业{FIRST}转了一圈。",
        f"带着牵挂，泉州市总工会主席陆景明向坚守在{FIRST}生产一线的职工送上问候。",
        f"泉州市总工会主席陆景明一行到晋江市调研。{FIRST}车间里机器轰鸣，陆景明同工人边走边聊。",
        f"泉州市总工会主席陆景明一行到晋江市调研。在{FIRST}，厂长林致远介绍了食堂的变化，陆景明听得认真。",
    ],
)
def test_one_workplace_told_in_other_words(text: str) -> None:
    found = _visits(text)
    assert ("陆景明", FIRST) in found
    assert not {s for s, _ in found} & {"林致远"}


def test_who_is_welcomed_has_come_to_the_host() -> None:
    welcomed = "泉州市总工会主席陆景明对莆田市总工会副主席何思源一行的到来表示热烈欢迎。"
    assert ("何思源", "泉州市总工会") in _visits(welcomed)
    assert not _visits("泉州市总工会主席陆景明对何思源当选劳模表示祝贺。")


def test_each_group_has_its_own_way() -> None:
    text = f"泉州市总工会兵分两路送清凉。第一路由主席陆景明带队，到{FIRST}；第二路由副主席何思源带队，到{SECOND}。"
    found = _visits(text)
    assert {("陆景明", FIRST), ("何思源", SECOND)} <= found
    assert ("何思源", FIRST) not in found


def test_a_visit_that_is_to_come_is_none() -> None:
    assert not _visits(f"泉州市总工会主席陆景明将于下周到{FIRST}调研。")


def test_who_signs_somewhere_is_not_said_to_have_gone() -> None:
    assert not _visits(f"在{FIRST}，泉州市总工会主席陆景明同莆田市总工会主席何思源签署了合作协议。")


def test_guests_come_to_the_town_of_the_article() -> None:
    text = "泉州市总工会召开座谈会。莆田市总工会副主席何思源一行来我市考察，并走访泉州市工人文化宫。"
    assert ("何思源", "泉州市") in _visits(text)


@pytest.mark.parametrize(
    "text",
    [
        "云岭电子有限公司、海棠纺织有限公司……陆景明一行先后走了这些地方。",
        "云岭电子有限公司、海棠纺织有限公司，这几处陆景明一行都到了。",
        "云岭电子有限公司、映山桥驿站，还有试点企业海棠纺织有限公司，陆景明一行先后都去了。",
        "云岭电子有限公司、海棠纺织有限公司，7月3日这天，陆景明一行跑了两个地方。",
    ],
)
def test_a_list_in_front_with_others_in_it(text: str) -> None:
    found = {(s, o) for s, _, o in said(f"广州市总工会主席陆景明率队走访企业。{text}", "visited")}
    assert {("陆景明", "云岭电子有限公司"), ("陆景明", "海棠纺织有限公司")} <= found


def test_a_list_of_which_somebody_only_speaks() -> None:
    assert not said("广州市总工会主席陆景明介绍，云岭电子有限公司、海棠纺织有限公司这些企业都建了工会。", "visited")


def test_who_hands_out_at_a_site_has_gone_there() -> None:
    found = said("云岭电子有限公司的工地上，广州市总工会主席陆景明把药品递到工人手上。", "visited")
    assert ("陆景明", "visited", "云岭电子有限公司") in found
    assert not said("云岭电子有限公司的工地上，广州市总工会主席陆景明的名字人人知道。", "visited")


def test_guests_told_one_by_one() -> None:
    found = said(
        "云岭电子有限公司来了调研的客人，一位是广州市总工会主席陆景明，一位是广州市总工会副主席何思源。", "visited"
    )
    assert {(p, "visited", "云岭电子有限公司") for p in ("陆景明", "何思源")} <= found


def test_those_who_accompany_a_named_guest() -> None:
    found = said(
        "广州市总工会主席陆景明到云岭电子有限公司走访。陪同陆景明主席一行的，有广州市人大常委会副主任何思源。",
        "visited",
    )
    assert ("何思源", "visited", "云岭电子有限公司") in found
