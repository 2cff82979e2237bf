"""Officials of whom the news of an event says no more than that they are there."""

from __future__ import annotations

from .saying import said

LEAD = "6月18日，德清县总工会第九届委员会第三次全体会议召开。"
EVENT = "德清县总工会第九届委员会第三次全体会议"


def test_an_official_named_in_the_news_of_a_meeting_was_there() -> None:
    body = LEAD + "县总工会副主席陆安平和与会同志一道把草案逐条过了一遍。"
    assert ("陆安平", "attended", EVENT) in said(body, "attended")


def test_whoever_chaired_is_not_said_to_attend_as_well() -> None:
    body = LEAD + "县总工会主席周岚主持会议。周岚与大家逐条过了一遍草案。"
    assert not said(body, "attended")


def test_reporters_and_people_without_a_post_are_not_taken_for_guests() -> None:
    body = "本报讯（记者 何立春）" + LEAD + "环卫工人陆安平给大家讲起了凌晨扫街的事。"
    assert not said(body, "attended")


def test_a_post_that_ended_makes_no_guest() -> None:
    assert not said(LEAD + "原县总工会主席周岚留下的制度一直用到今天。", "attended")


def test_what_a_meeting_pointed_out_makes_no_guest() -> None:
    assert not said(LEAD + "会议指出，县总工会副主席陆安平牵头的项目要按期完工。", "attended")


def test_an_official_in_a_text_without_events_attended_nothing() -> None:
    assert not said("县总工会副主席陆安平把台账又翻了一遍。", "attended")


CONTEST = "6月18日，德清县职工歌手大赛举行。"


def test_who_is_named_with_a_verb_that_says_little_alone_spoke() -> None:
    body = LEAD + "县总工会副主席陆安平勉励与会同志多到一线去。"
    assert ("陆安平", "spokeAt", EVENT) in said(body, "spokeAt")


def test_congratulations_of_guests_are_no_speech() -> None:
    body = LEAD + "县总工会副主席陆安平到会祝贺。"
    assert not said(body, "spokeAt")
    assert ("陆安平", "attended", EVENT) in said(body, "attended")


def test_a_meeting_that_is_only_reported_on_is_no_stage() -> None:
    body = LEAD + "县总工会副主席陆安平介绍了德清县首届职工歌手大赛的筹备情况。县总工会主席周岚讲话。"
    assert {o for _, _, o in said(body, "spokeAt")} == {EVENT}


def test_companies_that_sent_players_took_part() -> None:
    body = CONTEST + "德清长虹纺织有限公司、德清明远机械有限公司派出12名选手登台。"
    assert {s for s, _, _ in said(body, "attended")} == {"德清长虹纺织有限公司", "德清明远机械有限公司"}


def test_where_the_players_come_from_took_part() -> None:
    body = CONTEST + "选手们分别来自德清长虹纺织有限公司、德清明远机械有限公司等单位。"
    assert {s for s, _, _ in said(body, "attended")} == {"德清长虹纺织有限公司", "德清明远机械有限公司"}
