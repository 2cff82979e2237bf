"""Hosts, places, dates, chairs, speakers and attendance, on sentences of our own."""

from __future__ import annotations

import pytest

from .saying import events_of, said

PLENUM = "6月18日，德清县总工会第九届委员会第三次全体会议召开。"


def test_a_plenum_is_one_event_under_both_its_names() -> None:
    names = events_of(PLENUM + "会议听取了工作报告。", title="德清县总工会九届三次全委会召开")
    assert names == ["德清县总工会第九届委员会第三次全体会议"]


def test_a_plenum_is_hosted_by_its_union_on_its_day() -> None:
    found = said(PLENUM, "hosted", "startDate")
    event = "德清县总工会第九届委员会第三次全体会议"
    assert ("德清县总工会", "hosted", event) in found
    assert (event, "startDate", "2025-06-18") in found


@pytest.mark.parametrize(
    "sentence",
    [
        "县总工会主席周岚主持会议。",
        "会议由县总工会主席周岚主持。",
        "主持会议的是县总工会主席周岚。",
        "担任会议主持的是县总工会主席周岚。",
    ],
)
def test_who_chaired_is_found_on_either_side_of_the_cue(sentence: str) -> None:
    assert ("周岚", "chaired", "德清县总工会第九届委员会第三次全体会议") in said(PLENUM + sentence, "chaired")


def test_the_chair_named_by_shi_does_not_take_in_the_speakers_after_the_comma() -> None:
    body = PLENUM + "主持会议的是县总工会主席周岚，副主席陆安平、沈若水先后讲话。"
    assert {s for s, p, _ in said(body, "chaired")} == {"周岚"}
    assert {s for s, p, _ in said(body, "spokeAt")} == {"陆安平", "沈若水"}


def test_a_cue_inside_a_title_is_none() -> None:
    body = PLENUM + "县委教育工委主持日常工作的副书记白永年出席会议。"
    assert not said(body, "chaired")


def test_attendance_goes_on_over_persons_and_bodies() -> None:
    body = PLENUM + "出席会议的有县总工会副主席陆安平，县人社局和县司法局有关负责人。"
    assert {s for s, p, _ in said(body, "attended")} == {"陆安平", "德清县人社局", "德清县司法局"}


def test_chairing_and_speaking_imply_attendance_which_is_not_repeated() -> None:
    body = PLENUM + "县总工会主席周岚出席并主持会议。"
    assert not said(body, "attended")


def test_exhortation_states_no_facts() -> None:
    body = PLENUM + "\n会议强调，各级工会要广泛开展劳动技能竞赛，要组织好“安康杯”竞赛活动。"
    assert events_of(body) == ["德清县总工会第九届委员会第三次全体会议"]


def test_hosts_and_co_organisers_by_verb_and_by_label() -> None:
    by_verb = "6月3日，由德清县总工会主办、德清县图书馆承办的“书香德清”职工朗诵比赛在德清县工人文化宫举行。"
    by_label = (
        "6月3日，“书香德清”职工朗诵比赛在德清县工人文化宫举行。主办单位是德清县总工会，承办单位是德清县图书馆。"
    )
    for body in (by_verb, by_label):
        found = said(body, "hosted", "coOrganized", "heldAt")
        assert ("德清县总工会", "hosted", "“书香德清”职工朗诵比赛") in found
        assert ("德清县图书馆", "coOrganized", "“书香德清”职工朗诵比赛") in found
        assert ("“书香德清”职工朗诵比赛", "heldAt", "德清县工人文化宫") in found


def test_an_opening_is_an_event_of_its_own_with_the_day_of_the_whole() -> None:
    body = "6月3日，德清县第四届职工运动会在德清县体育馆开幕。开幕式上，县总工会主席周岚致辞。"
    names = events_of(body)
    assert names == ["德清县第四届职工运动会", "德清县第四届职工运动会开幕式"]
    found = said(body)
    assert ("周岚", "spokeAt", "德清县第四届职工运动会开幕式") in found
    assert ("德清县第四届职工运动会开幕式", "startDate", "2025-06-03") in found


def test_dates_take_their_year_from_the_day_of_publication() -> None:
    body = "12月28日，德清县总工会举办2025年迎新职工晚会。"
    assert {o for _, _, o in said(body, "startDate", published="2025-01-04")} == {"2024-12-28"}


def test_a_span_has_both_its_ends() -> None:
    body = "6月3日至5日，德清县总工会举办2025年工会干部培训班。"
    assert {(p, o) for _, p, o in said(body, "startDate", "endDate")} == {
        ("startDate", "2025-06-03"),
        ("endDate", "2025-06-05"),
    }


def test_recently_is_no_date() -> None:
    body = "本报6月19日讯 德清县总工会日前举办2025年工会干部培训班。"
    assert not said(body, "startDate")


def test_years_tell_events_apart() -> None:
    body = "6月3日，2025年德清县职工技能大赛举行。2024年德清县职工技能大赛曾在县职教中心举行。"
    assert len(events_of(body)) == 2
