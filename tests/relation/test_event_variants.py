"""Events as other papers tell of them: names that no list holds, meetings without a name, venues and days in all forms."""

from __future__ import annotations

import pytest

from tests.relation.saying import events_of, said

RACE = "常山县职工歌咏比赛"


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("6月2日，常山县总工会机关工会开展职工趣味飞镖赛。", "飞镖赛"),
        ("6月2日，常山县总工会召开货车司机权益约谈会。", "货车司机权益约谈会"),
        ("6月2日，常山县职工剪纸展在县文化馆展出，常山县总工会举办职工剪纸展。", "剪纸展"),
        ("6月2日，常山县职工厨艺比拼在县职业中专举行。", "常山县职工厨艺比拼"),
        ("6月2日，常山县总工会为环卫工人办了一场义诊活动。", "义诊活动"),
    ],
)
def test_names_that_end_in_a_general_character_are_read_where_they_are_held(body: str, name: str) -> None:
    assert any(e.endswith(name) for e in events_of(body))


@pytest.mark.parametrize(
    "body",
    [
        "6月2日，常山县总工会召开座谈会，常山县摄影协会和商会参加。",
        "6月2日，会员们到常山县总工会参观，大家都抓住了这个机会。",
        "导游、焊工等6个赛项都在6月开赛。",
    ],
)
def test_what_ends_like_an_event_and_is_none(body: str) -> None:
    assert not [e for e in events_of(body) if e.endswith(("协会", "商会", "机会", "6个赛项"))]


@pytest.mark.parametrize(
    "talk",
    ["双方进行了座谈。", "座谈中，双方就疗休养交换了意见。", "两地工会举行了深入座谈。", "双方围绕改革开展交流座谈。"],
)
def test_a_meeting_without_a_name_is_called_by_who_met(talk: str) -> None:
    body = f"6月2日，常山县总工会党组书记何静带队到开化县总工会考察。{talk}"
    assert "常山县总工会与开化县总工会座谈会" in events_of(body)


def test_a_visit_alone_is_no_meeting() -> None:
    assert events_of("6月2日，常山县总工会主席何静到开化县总工会调研，走访慰问一线职工。") == []


@pytest.mark.parametrize(
    "body",
    [
        f"6月2日，{RACE}登陆弥河公园。",
        f"6月2日，弥河公园里，{RACE}开赛。",
        f"6月2日，弥河公园人声鼎沸，{RACE}拉开序幕。",
        f"6月2日，弥河公园成了欢乐的海洋，{RACE}热闹开场。",
        f"{RACE}的赛场选在弥河公园。",
        f"6月2日，在弥河公园，{RACE}鸣锣开赛。",
        f"6月2日，弥河公园举办了{RACE}。",
        f"6月2日，弥河公园坐满了人，{RACE}在这里举行。",
        f"{RACE}6月2日开赛，地点是弥河公园。",
    ],
)
def test_places_of_events(body: str) -> None:
    assert (RACE, "heldAt", "弥河公园") in said(body, "heldAt")


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (f"6月2日，{RACE}在常山县人民医院一楼会议室举行。", "常山县人民医院一楼会议室"),
        (f"6月2日，{RACE}在县委礼堂举行。", "常山县委礼堂"),
        (f"6月2日，{RACE}在引江工程派河船闸项目现场举行。", "引江工程派河船闸项目现场"),
        (f"6月2日，{RACE}在风景秀丽的弥河公园举行。", "弥河公园"),
    ],
)
def test_halls_and_sites(body: str, place: str) -> None:
    assert (RACE, "heldAt", place) in said(body, "heldAt")


def test_a_room_where_nothing_is_held_is_no_venue() -> None:
    assert not said("6月2日，何静走进常山县人民医院一楼会议室。常山县职工歌咏比赛将于7月举行。", "heldAt")


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        ("昨天", "2025-06-19", ""),
        ("上周五", "2025-06-13", ""),
        ("本周一", "2025-06-16", ""),
        ("6月11、12日", "2025-06-11", "2025-06-12"),
        ("18日", "2025-06-18", ""),
        ("28日", "2025-05-28", ""),
        ("12日至14日", "2025-06-12", "2025-06-14"),
    ],
)
def test_days_by_any_name(day: str, first: str, last: str) -> None:
    facts = said(f"{day}，{RACE}在弥河公园举行。", "startDate", "endDate")
    assert facts == {(RACE, "startDate", first), *([(RACE, "endDate", last)] if last else [])}


def test_the_next_day_counts_from_the_one_before() -> None:
    body = f"6月3日，常山县总工会召开动员会。次日，{RACE}在弥河公园开赛。"
    assert (RACE, "startDate", "2025-06-04") in said(body, "startDate")


@pytest.mark.parametrize("told", ["6月8日开幕，6月10日闭幕", "6月8日开赛，一直比到6月10日"])
def test_a_span_told_by_its_ends(told: str) -> None:
    facts = said(f"{RACE}{told}。", "startDate", "endDate")
    assert facts == {(RACE, "startDate", "2025-06-08"), (RACE, "endDate", "2025-06-10")}


def test_what_is_told_in_passing_has_no_day_of_the_article() -> None:
    body = "6月2日，常山县总工会主席何静走访职工。一路上他谈起工作：“五小”攻关行动很扎实，“安康杯”竞赛覆盖广。"
    assert not said(body, "startDate")


@pytest.mark.parametrize(
    ("body", "predicate", "who"),
    [
        (f"操办{RACE}的是常山县总工会。", "hosted", "常山县总工会"),
        ("6月2日，常山县总工会主席何静率队开展“送清凉”活动。", "hosted", "常山县总工会"),
        (f"6月2日，{RACE}开赛。比赛由常山县总工会主办，常山县文化馆协助承办。", "coOrganized", "常山县文化馆"),
        (f"6月2日，{RACE}开赛，发起方是常山县总工会。", "hosted", "常山县总工会"),
        ("6月2日，常山县总工会第九次代表大会召开。", "hosted", "常山县总工会"),
    ],
)
def test_hosts_and_helpers_in_other_words(body: str, predicate: str, who: str) -> None:
    assert who in {s for s, p, _ in said(body, predicate) if p == predicate}


def test_who_is_asked_to_teach_is_no_host() -> None:
    body = "6月2日，常山县总工会请来常山县人民医院，为职工办了一场健康讲座。"
    assert {s for s, _, _ in said(body, "hosted")} == {"常山县总工会"}


def test_a_course_for_the_staff_of_unions_is_not_held_by_them() -> None:
    body = "6月2日，开化县总工会承办的衢州市工会干部培训班开班。"
    assert not said(body, "hosted")


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("6月2日，常山县总工会主席何静在县城会见了来访的越南劳动总联合会代表团。", "何静会见"),
        ("昨晚，越南劳动总联合会代表团受到常山县总工会主席何静的亲切会见。", "何静会见越南劳动总联合会代表团"),
        ("6月2日，常山县总工会主席何静会见来自香港的青年工会工作者。", "何静会见来自香港的青年工会工作者"),
    ],
)
def test_receptions_are_named_by_who_received_whom(body: str, name: str) -> None:
    assert any(e.startswith(name) for e in events_of(body))


def test_who_was_received_is_not_named_by_a_general_word() -> None:
    assert not events_of("6月2日，常山县总工会主席何静会见了参访团一行。")


def test_a_course_on_a_theme_is_an_event_of_its_own() -> None:
    body = "1月2日，德清县人民医院举办以“学理论、强本领”为主题的工会干部培训班，副院长周岚主持开班仪式。"
    assert "“学理论、强本领”工会干部培训班" in events_of(body)


def test_the_term_of_a_congress_stays_in_its_name() -> None:
    body = "6月4日，德清县人民医院第二届工会第一次会员代表大会召开。"
    assert "德清县人民医院第二届工会第一次会员代表大会" in events_of(body)
