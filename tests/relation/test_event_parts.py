"""Launches and the events they launch, hosts that no verb names, venues in short, events that are none."""

from __future__ import annotations

import pytest

from tests.relation.saying import events_of, said

HOSTING = ("hosted", "coOrganized")


def test_a_launch_has_the_day_and_place_and_not_what_it_launches() -> None:
    body = "6月2日，常山县“岚心杯”劳动竞赛启动仪式在常山县文化馆举行。"
    facts = said(body, "heldAt", "startDate")
    assert ("常山县“岚心杯”劳动竞赛启动仪式", "heldAt", "常山县文化馆") in facts
    assert ("常山县“岚心杯”劳动竞赛启动仪式", "startDate", "2025-06-02") in facts
    assert not {f for f in facts if f[0] == "常山县“岚心杯”劳动竞赛"}


def test_an_opening_shares_its_day_with_what_it_opens() -> None:
    facts = said("6月2日，常山县第三届职工运动会开幕式在县体育馆举行。", "startDate")
    assert ("常山县第三届职工运动会", "startDate", "2025-06-02") in facts


def test_the_same_theme_with_its_host_and_with_a_second_part_is_one_event() -> None:
    title = "常山县总工会“岚夏·光荣颂”宣传活动举办"
    body = "近日，常山县总工会在县文化馆举办“岚夏·光荣颂”宣传活动暨劳模馆揭牌仪式。"
    assert events_of(body, title) == ["“岚夏·光荣颂”宣传活动暨劳模馆揭牌仪式"]


def test_other_themes_are_other_events() -> None:
    body = "6月2日，常山县总工会举办“送清凉”活动。6月3日，常山县总工会举办“送书香”活动。"
    assert len(events_of(body)) == 2


def test_a_term_and_a_head_alone_speak_of_the_event_of_that_term() -> None:
    body = "6月2日，常山县第一届职工技能大赛开赛。首届大赛由县总工会、县人社局共同主办。"
    hosts = {s for s, p, o in said(body, *HOSTING) if o == "常山县第一届职工技能大赛"}
    assert hosts == {"常山县总工会", "常山县人社局"}


def test_a_kind_of_meeting_spoken_of_in_general_is_no_event() -> None:
    body = "6月2日，常山县总工会主席何静到常山化工有限公司调研教代会、疗休养工作。"
    assert events_of(body) == []


def test_a_meeting_without_a_name_that_was_held_is_one() -> None:
    assert events_of("6月2日，何静一行参观车间。随后开了座谈会，常山县总工会主席何静讲话。")


@pytest.mark.parametrize(
    "body",
    [
        "比赛由县总工会组织，20名选手参加。",
        "比赛由县总工会举办，县人社局承办。",
    ],
)
def test_an_agent_hosts_the_event_before_it(body: str) -> None:
    facts = said("6月2日，常山县职工演讲比赛落幕。" + body, *HOSTING)
    assert ("常山县总工会", "hosted", "常山县职工演讲比赛") in facts
    assert ("常山县总工会", "coOrganized", "常山县职工演讲比赛") not in facts


def test_unions_of_two_places_are_the_two_that_were_named() -> None:
    body = "6月2日，常山县总工会到柯城区总工会考察。两地总工会联合举办了“岚山情”职工书画展。"
    hosts = {s for s, p, _ in said(body, "hosted")}
    assert hosts == {"常山县总工会", "柯城区总工会"}


def test_of_three_named_unions_two_are_not_guessed() -> None:
    body = "6月2日，常山县总工会、开化县总工会到柯城区总工会考察。两地总工会联合举办了“岚山情”职工书画展。"
    assert not {f for f in said(body, "hosted") if f[0] == "开化县总工会"}


def test_a_body_before_a_colon_in_the_headline_hosts() -> None:
    body = "6月2日，常山县“岚心杯”劳动竞赛启动仪式在县文化馆举行。"
    facts = said(body, "hosted", title="常山县总工会：常山县“岚心杯”劳动竞赛启动")
    assert ("常山县总工会", "hosted", "常山县“岚心杯”劳动竞赛启动仪式") in facts


def test_a_body_that_takes_part_does_not_host() -> None:
    body = "6月2日，常山县总工会赴衢州市参加全市职工合唱比赛。"
    assert not said(body, "hosted")


def test_who_gives_and_not_who_is_given_to_hosts_the_giving() -> None:
    facts = said("6月2日，举行柯城区总工会向常山县总工会对口援助捐赠仪式。", "hosted")
    assert {s for s, _, _ in facts} == {"柯城区总工会"}


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("6月2日，浙江省工会对口支援座谈会在京召开。", "北京市"),
        ("6月2日，常山县职工排舞大赛落幕，赛场放在常山县体育馆。", "常山县体育馆"),
    ],
)
def test_places_in_short_and_by_the_scene(body: str, place: str) -> None:
    assert place in {o for _, _, o in said(body, "heldAt")}


def test_a_moment_is_no_place() -> None:
    body = "6月2日，常山县总工会在项目大干关键时刻开展“送清凉”活动。"
    assert not said(body, "heldAt")


def test_what_is_told_in_passing_has_no_day_of_the_article() -> None:
    body = "6月2日，常山县总工会主席何静到柯城区调研。近年来，常山县总工会举办了“岚山情”职工书画展。"
    assert not said(body, "startDate")


def test_an_agent_that_acts_at_a_place() -> None:
    body = "一场合作框架协议签约仪式，6月3日由常山县总工会和柯城区总工会在常山县工人文化宫举行。"
    assert {s for s, _, _ in said(body, "hosted")} == {"常山县总工会", "柯城区总工会"}


def test_unions_of_a_division_meet_at_the_call_of_its_federation() -> None:
    body = "6月2日，常山县工会干部培训班在县委党校开班，县总工会主席何静讲话。"
    assert {s for s, _, _ in said(body, "hosted")} == {"常山县总工会"}


def test_a_theme_and_a_general_word_stand_for_the_name_that_begins_with_the_theme() -> None:
    title = "“岚山匠心 薪火相传”活动启动"
    body = "6月2日，“岚山匠心 薪火相传——常山县教育工会工匠学院推介暨融合行动”启动。"
    assert len(events_of(body, title)) == 1
