"""Openings by all words for them, names with brackets and themes, and who was honoured, meant or asked but not there."""

from __future__ import annotations

import pytest

from tests.relation.saying import events_of, said

UNION = "常山县总工会"
RACE = "常山县第五届职工技能大赛"


@pytest.mark.parametrize("word", ["开班典礼", "开班仪式", "开班式"])
def test_openings_by_every_word(word: str) -> None:
    body = f"6月2日，2025年常山县工会干部培训班开班。县总工会主席何静来到{word}，副主席周涛在{word}上讲话。"
    opening = f"2025年常山县工会干部培训班{word}"
    assert {("何静", "attended", opening), ("周涛", "spokeAt", opening)} <= said(body)


def test_a_part_of_a_contest_in_brackets() -> None:
    body = f"{RACE}（丝网产业竞赛）6月2日摆开擂台，地点在常山县第一中学。"
    assert events_of(body) == [f"{RACE}（丝网产业竞赛）"]
    assert events_of(f"6月2日，{RACE}（记者何静摄）举行。") != [f"{RACE}（记者何静摄）"]


def test_a_theme_in_quotes_joins_a_short_name() -> None:
    body = "6月2日，“胡柚杯”常山县第六届果农技能大赛举行。本届大赛专家组组长何静点评。"
    assert events_of(body, "“胡柚杯”县赛第六次开赛") == ["“胡柚杯”常山县第六届果农技能大赛"]
    other = "6月2日，“胡柚杯”常山县第六届果农技能大赛举行。“金桂杯”县赛随后举行。"
    assert len(events_of(other)) > 1


@pytest.mark.parametrize(
    "text",
    [
        "荣获奖章的43人中，有云岭电子有限公司职工周涛、海棠纺织有限公司职工李强。",
        "会上通报了云岭电子有限公司职工周涛的先进事迹，李强受到表彰。",
        "会议由何静主持，女职委主任选的是周涛。",
    ],
)
def test_who_was_honoured_need_not_be_there(text: str) -> None:
    found = said(f"6月2日，{UNION}召开2025年总结表彰大会。{text}", "attended")
    assert not {s for s, _, _ in found} & {"周涛", "李强"}


def test_who_speaks_for_a_body_speaks_and_not_the_body() -> None:
    body = "6月2日，常山县劳模协会召开第四次会员代表大会。会长周涛代表新一届县劳模协会理事会作表态发言。"
    assert {s for s, _, _ in said(body, "spokeAt")} == {"周涛"}


def test_who_passes_on_a_meeting_speaks() -> None:
    body = f"6月2日，{UNION}召开工作推进会。副主席周涛传达了上级会议精神。"
    assert ("周涛", "spokeAt", f"{UNION}工作推进会") in said(body)
    assert not said(f"6月2日，{UNION}召开工作推进会。会议传达了全国总工会主席周涛的讲话精神。", "spokeAt")


def test_whose_talk_and_who_only_held_the_meeting() -> None:
    body = f"6月2日，登台宣讲的2人，都是全国劳动模范：云岭电子有限公司质检员周涛、李强。报告会由{UNION}举办。"
    speakers = {s for s, _, _ in said(body, "spokeAt")}
    assert UNION not in speakers
    assert "周涛" in speakers


def test_who_came_to_the_meeting_and_not_to_the_ceremony_in_it() -> None:
    body = f"6月2日，{UNION}召开产改工作现场推进会。会上举行了服务协议签约仪式。到会的还有开化县总工会主席周涛、副主席李强。"
    assert ("周涛", "attended", f"{UNION}产改工作现场推进会") in said(body, "attended")


@pytest.mark.parametrize(
    "text",
    [
        f"6月2日，{UNION}召开工作推进会。会议决定，由县教育局举办培训班。",
        f"6月2日，{UNION}召开工作推进会。教育局合作单位的代表来参加。",
    ],
)
def test_what_was_decided_is_not_held(text: str) -> None:
    assert {s for s, _, _ in said(text, "hosted", "coOrganized")} == {UNION}


def test_hosts_that_go_on_together() -> None:
    body = f"6月2日，{UNION}联合县司法局、县教育局，共同开展“遵法守法”公益服务行动。"
    hosts = {s for s, _, _ in said(body, "hosted")}
    assert {UNION, "常山县司法局", "常山县教育局"} <= hosts


def test_the_closing_is_not_on_the_day_of_the_beginning() -> None:
    body = f"{RACE}5月1日在县城揭幕。赛后的闭幕式上，成绩由裁判长何静宣布。"
    assert (f"{RACE}闭幕式", "startDate", "2025-05-01") not in said(body, "startDate")
    assert (RACE, "startDate", "2025-05-01") in said(body, "startDate")


def test_an_activity_that_goes_on_to_a_noun_is_none() -> None:
    assert events_of(f"6月2日，{UNION}到开化县开展疗休养对口协作调研。") == []


def test_hosts_of_the_event_that_a_clause_takes_up() -> None:
    body = "6月2日，常山县第六届焊工技能比武开锣了。比武由县总工会、县人社局两家搭台。"
    assert {s for s, _, _ in said(body, "hosted")} == {UNION, "常山县人社局"}


def test_a_numbered_lesson_is_no_event() -> None:
    body = "6月2日，常山县工资集体协商指导员培训班开班，教授李强上了第一课，处长周涛讲授劳动合同法。"
    assert "第一课" not in events_of(body)


def test_hosts_told_one_by_one() -> None:
    body = "4月28日晚，“劳动最美”音乐会举行。主办方有两家，一家是常山县总工会，一家是常山县文旅局；唱主角的是职工。"
    assert {s for s, _, _ in said(body, "hosted")} == {UNION, "常山县文旅局"}


def test_the_house_of_an_event_is_no_host() -> None:
    body = "云岭电子有限公司6月2日格外热闹，常山县第三届纺织工技能大赛把赛场设在这里。"
    event = "常山县第三届纺织工技能大赛"
    found = said(body, "hosted", "heldAt")
    assert found == {(event, "heldAt", "云岭电子有限公司")}
