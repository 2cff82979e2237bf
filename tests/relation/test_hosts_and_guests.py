"""News told by those who were visited: who 我校 is, who came, and who only received."""

from __future__ import annotations

import pytest

from tests.relation.saying import facts_of, said


@pytest.mark.parametrize(
    ("title", "body", "person", "body_of"),
    [
        (
            "岚川学院工会来校交流",
            "3月4日，岚川学院工会主席许放一行来到我校交流。我校副校长高远接待。",
            "高远",
            "岚川学院",
        ),
        ("工会交流", "5月6日，我校迎来了青屿大学工会一行。校工会主席温良介绍情况。", "温良", "青屿大学工会"),
        ("工会学习", "2月6日，学校工会主席宁远带队前往青屿大学取经。", "宁远", "青屿大学工会"),
    ],
)
def test_we_are_neither_our_guests_nor_our_hosts(title: str, body: str, person: str, body_of: str) -> None:
    assert (person, "holdsPosition", body_of) not in _posts(title, body)


def test_the_house_is_whoever_stayed_at_home() -> None:
    body = "3月4日，岚川学院工会主席许放一行来到我校交流。我校副校长高远接待。许放称赞北原大学的做法。"
    assert {("许放", "visited", "北原大学")} <= said(body, title="岚川学院工会来校交流")
    assert ("高远", "holdsPosition", "北原大学") in _posts("岚川学院工会来校交流", body)


def test_a_headline_that_goes_names_the_house() -> None:
    body = "4月20日，校工会主席丁然带队赴白塔大学学习。"
    assert ("丁然", "holdsPosition", "岚川学院工会") in _posts("岚川学院工会赴白塔大学学习", body)


def test_talks_and_reception_are_no_journey() -> None:
    body = (
        "5月3日，岚川市总工会副主席柳青到北原机床公司调研。接待一行人的有北原机床公司党委书记陈飞、工会主席骆明。"
        "北原机床公司总经理韩冬参加座谈。"
    )
    visitors = {s for s, _, _ in said(body, "visited")}
    assert "柳青" in visitors
    assert visitors.isdisjoint({"陈飞", "骆明", "韩冬"})


def test_who_takes_part_in_the_round_went_along() -> None:
    body = "5月3日，南京市总工会主席季云到北原机床公司慰问。南京市总工会副主席关月参加慰问。"
    assert ("关月", "visited", "北原机床公司") in said(body, "visited")


def test_a_federation_of_no_known_city_is_left_out() -> None:
    names = {e.name for e in facts_of("5月3日，市总工会主席季云到北原机床公司慰问。", title="送温暖").entities}
    assert "市总工会" not in names
    known = {e.name for e in facts_of("5月3日，市总工会主席季云到北原机床公司慰问。", title="南京送温暖").entities}
    assert "南京市总工会" in known


def test_a_list_keeps_its_body() -> None:
    body = (
        "3月5日，北原大学工会主席高远到岚川学院调研。座谈由岚川学院党委书记王柏主持，"
        "党务工作部部长杨秀、工会专职副主席李珠参加。岚川学院工会作了汇报。"
    )
    posts = _posts("调研", body)
    assert ("李珠", "holdsPosition", "岚川学院工会") in posts
    assert not any(p == "杨秀" and b.startswith("北原") for p, _, b in posts)


def test_an_abbreviation_is_the_same_body_and_another_name_is_not() -> None:
    body = "3月5日，南京市总工会干部学校校长林辉讲课。南京市总干校副校长孔东参加。南京市总工会主席季云讲话。"
    names = {e.name for e in facts_of(body).entities}
    assert len({n for n in names if n.endswith("校")}) == 1
    assert "南京市总工会" in names


def _posts(title: str, body: str) -> set[tuple[str, str, str]]:
    facts = facts_of(body, title=title)
    names = [e.name for e in facts.entities]
    return {
        (names[c.subject], c.predicate, names[c.object])
        for c in facts.claims
        if c.predicate == "holdsPosition" and c.object is not None
    }


def test_companions_of_another_round_are_not_of_the_first() -> None:
    body = (
        "1月18日，岚川市委副书记成功到北原机床公司慰问。\n"
        "次日，岚川市总工会主席季云同外卖骑手聊了近况。岚川市总工会副主席关月陪同走访。"
    )
    assert ("关月", "visited", "北原机床公司") not in said(body, "visited")
