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
    by_label = "6月3日，“书香德清”职工朗诵比赛在德清县工人文化宫举行。主办单位是德清县总工会，承办单位是德清县图书馆。"
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


MATCH = "6月18日，泸州市第五届职工篮球赛在泸州市体育馆开赛。"
GAME = "泸州市第五届职工篮球赛"


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("来自江阳区总工会、纳溪区总工会的8支代表队参加比赛。", {"江阳区总工会", "纳溪区总工会"}),
        ("江阳区总工会、纳溪区总工会各选派20名职工参赛。", {"江阳区总工会", "纳溪区总工会"}),
        ("比赛有江阳区总工会、纳溪区总工会等8家单位的120名选手参赛。", {"江阳区总工会", "纳溪区总工会"}),
        ("江阳区总工会、纳溪区总工会有关负责人，运动员代表共300人参加。", {"江阳区总工会", "纳溪区总工会"}),
        ("到场的领导有：市总工会副主席陆安平、沈若水。", {"陆安平", "沈若水"}),
        ("市总工会副主席陆安平宣布比赛开始。", {"陆安平"}),
        ("市总工会副主席陆安平带领江阳区总工会干部参加了比赛。", {"陆安平"}),
        ("市总工会副主席陆安平为江阳区总工会授旗。", {"陆安平"}),
    ],
)
def test_attendance_by_teams_officers_and_deeds(sentence: str, names: set[str]) -> None:
    found = {(s, o) for s, _, o in said(MATCH + sentence, "attended")}
    assert found == {(name, GAME) for name in names}


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("江阳区总工会、纳溪区总工会作经验介绍。", {"江阳区总工会", "纳溪区总工会"}),
        ("江阳区总工会、纳溪区总工会负责人先后汇报了工作。", {"江阳区总工会", "纳溪区总工会"}),
        ("市总工会副主席陆安平主持会议，并就今年工作提出三点要求。", {"陆安平"}),
        ("市委副书记沈若水代表市委、市政府向大会表示祝贺。", {"沈若水"}),
        ("市总工会副主席陆安平作《面向基层的一年》报告。", {"陆安平"}),
        ("纳溪区总工会主席沈若水表示，将把会议要求带回去。", {"沈若水"}),
    ],
)
def test_speech_by_bodies_and_in_phrases(sentence: str, names: set[str]) -> None:
    body = "6月18日，泸州市总工会召开工会组织建设推进会。" + sentence
    assert {s for s, _, _ in said(body, "spokeAt")} == names


def test_an_officer_who_tells_a_reporter_speaks_at_no_event() -> None:
    body = MATCH + "\n江阳区总工会有关负责人介绍，全区今年新建职工书屋12家。"
    assert not said(body, "spokeAt")


def test_hosts_listed_after_a_label_and_a_comma() -> None:
    body = MATCH + "东道主共有3家，分别是泸州市总工会、江阳区总工会和纳溪区总工会。"
    assert {s for s, _, _ in said(body, "hosted")} == {"泸州市总工会", "江阳区总工会", "纳溪区总工会"}
    body = MATCH + "比赛由两家单位联合举办，分别是泸州市总工会和江阳区总工会。"
    assert {s for s, _, _ in said(body, "hosted")} == {"泸州市总工会", "江阳区总工会"}


def test_bodies_that_guide_and_support_an_event_help_to_organise_it() -> None:
    body = MATCH + "在泸州市妇联的指导下，比赛由泸州市总工会主办，江阳区总工会、纳溪区总工会联合承办。"
    assert {s for s, _, _ in said(body, "coOrganized")} == {"泸州市妇联", "江阳区总工会", "纳溪区总工会"}


@pytest.mark.parametrize(
    "sentence",
    [
        "泸县总工会举行工会主席培训班，地点设在泸县工人文化宫。",
        "泸县总工会来到泸县工人文化宫，组织开展工会主席培训班。",
        "泸县总工会工会主席培训班走进泸县工人文化宫。",
    ],
)
def test_places_by_site_and_by_going_there(sentence: str) -> None:
    assert {o for _, _, o in said(sentence, "heldAt")} == {"泸县工人文化宫"}


def test_a_date_may_follow_with_its_label_and_the_eve_of_a_day_is_none() -> None:
    assert {o for _, _, o in said(f"{GAME}：会期6月3日，赛场在泸州市体育馆。", "startDate")} == {"2025-06-03"}
    assert not said(f"5月1日前夕，{GAME}开赛。", "startDate")


def test_a_verb_joined_to_another_does_not_cut_a_name() -> None:
    name = "泸州市第九届职工运动会开幕暨“建功泸州”劳动竞赛启动仪式"
    body = f"6月18日，{name}举行。主持开幕式的是市总工会副主席陆安平。"
    assert events_of(body) == [name]
    assert said(body, "chaired") == {("陆安平", "chaired", name)}


def test_the_spirit_of_a_session_and_work_to_do_are_no_events() -> None:
    body = "6月18日，泸州市总工会传达学习四川省总工会十四届五次全会精神，要求各级工会开展好职工思想教育活动。"
    assert events_of(body) == []


def test_addresses_are_given_at_the_opening() -> None:
    body = MATCH + "在开幕式上，市总工会主席周岚讲话。\n市体育局局长沈若水致辞。"
    assert said(body, "spokeAt") == {
        ("周岚", "spokeAt", GAME + "开幕式"),
        ("沈若水", "spokeAt", GAME + "开幕式"),
    }


def test_a_demand_that_was_made_silences_nothing_after_it() -> None:
    body = MATCH + "市总工会主席周岚出席并提出要求，副主席陆安平主持开幕式，按照赛会要求，县体育局局长沈若水到场。"
    assert {s for s, _, _ in said(body, "chaired")} == {"陆安平"}
    assert "沈若水" in {s for s, _, _ in said(body, "attended")}


@pytest.mark.parametrize(
    "sentence",
    [
        "泸州市总工会、泸州市体育局为主办单位，江阳区总工会为承办单位。",
        "主办：泸州市总工会、泸州市体育局 承办：江阳区总工会",
        "比赛由泸州市总工会、泸州市体育局主办，得到了江阳区总工会的大力支持。",
    ],
)
def test_labels_before_and_after_their_bodies(sentence: str) -> None:
    found = said(MATCH + sentence, "hosted", "coOrganized")
    assert {s for s, p, _ in found if p == "hosted"} == {"泸州市总工会", "泸州市体育局"}
    assert {s for s, p, _ in found if p == "coOrganized"} == {"江阳区总工会"}


def test_he_who_speaks_is_the_person_named_last() -> None:
    body = MATCH + "出席开幕式的是市总工会主席周岚。他在讲话中说，比赛办得一届比一届好。"
    assert {s for s, _, _ in said(body, "spokeAt")} == {"周岚"}
