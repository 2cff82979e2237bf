"""Claims that a reader might make and the text does not: plans, absences, other parties, honours that are none."""

from __future__ import annotations

from .saying import events_of, facts_of, said

LEAD = "6月18日，德清县总工会第九届委员会第三次全体会议召开。县总工会主席周岚主持会议。"
EVENT = "德清县总工会第九届委员会第三次全体会议"


def _at(body: str, name: str) -> bool:
    return any(s == name for p in ("attended", "spokeAt", "chaired") for s, _, _ in said(body, p))


def test_who_sends_somebody_is_not_there() -> None:
    body = LEAD + "受县委副书记何立春委托，县总工会副主席陆安平出席会议。"
    assert not _at(body, "何立春")
    assert _at(body, "陆安平")


def test_a_lecture_to_come_is_no_talk() -> None:
    body = LEAD + "明日，县委党校副校长何立春将作产业工人队伍建设改革专题讲座。"
    assert not _at(body, "何立春")


def test_what_stands_behind_the_last_of_a_row_holds_of_all() -> None:
    body = LEAD + "其后两天里，县委党校副校长何立春、县人社局副局长陆安平将陆续登台。"
    assert not _at(body, "何立春")
    assert not _at(body, "陆安平")


def test_of_a_row_that_did_not_come_nobody_was_there() -> None:
    body = LEAD + "县人社局副局长何立春、县司法局副局长陆安平没能参加。"
    assert not _at(body, "何立春")
    assert _at(body.replace("没能参加", "参加会议"), "何立春")


def test_who_did_not_come_was_not_there() -> None:
    assert not _at(LEAD + "县总工会副主席陆安平没有到会。", "陆安平")
    assert _at(LEAD + "县总工会副主席陆安平到会。", "陆安平")


def test_those_among_the_chosen_are_no_guests() -> None:
    body = LEAD + "20名“最美职工”里，有德清县公安局副局长何立春，德清县供电公司班长陆安平。"
    assert not _at(body, "何立春")


def test_a_companion_on_a_walk_need_not_have_been_at_the_meeting() -> None:
    body = LEAD + "次日，与会人员参观了下渚湖湿地，县总工会副主席陆安平全程陪同。"
    assert ("陆安平", "attended", EVENT) not in said(body, "attended")


def test_a_stop_that_was_planned_and_not_made() -> None:
    body = "6月18日，德清县总工会主席周岚一行来到德清县人民医院慰问。慰问组原计划再去德清县第二中学，因大雨折返。"
    found = said(body, "visited")
    assert ("周岚", "visited", "德清县人民医院") in found
    assert not any(o == "德清县第二中学" for _, _, o in found)


def test_parties_apart_share_no_stops() -> None:
    body = (
        "6月18日，德清县总工会主席周岚、德清县总工会副主席陆安平分别带队走访慰问一线职工。"
        "周岚一行来到德清县人民医院；陆安平一行走进德清县第二中学。"
    )
    found = said(body, "visited")
    assert ("周岚", "visited", "德清县人民医院") in found
    assert ("陆安平", "visited", "德清县人民医院") not in found


def test_pairs_sign_by_twos() -> None:
    body = "6月18日，德清县总工会与德清县商会、安吉县总工会与安吉县商会签署合作协议。"
    found = {frozenset((s, o)) for s, _, o in said(body, "signedWith")}
    assert found == {frozenset(("德清县总工会", "德清县商会")), frozenset(("安吉县总工会", "安吉县商会"))}


def test_two_sides_with_several_still_sign_all_with_all() -> None:
    body = "6月18日，德清县总工会与德清县商会、安吉县商会签署合作协议。"
    found = {frozenset((s, o)) for s, _, o in said(body, "signedWith")}
    assert frozenset(("德清县总工会", "安吉县商会")) in found


def test_a_prize_for_organising_makes_no_host() -> None:
    body = "6月18日，德清县职工歌手大赛举行。德清县人民医院获评优秀组织单位。"
    assert not any(s == "德清县人民医院" for s, _, _ in said(body, "hosted"))


def test_a_title_behind_words_of_an_unknown_body_is_not_at_the_articles_own() -> None:
    body = "6月18日，德清县下渚湖纺织公司举行比武。青港邮政速递工会副主席陆安平到场。"
    assert not any(s == "陆安平" and "纺织" in o for s, _, o in said(body, "holdsPosition"))


def test_the_assistant_of_a_headmaster() -> None:
    body = "6月18日，德清县总工会干部学校召开座谈会，校长助理陆安平参加。"
    assert "长助理" not in {c.value for c in facts_of(body).claims}


def test_words_that_point_to_a_congress_make_no_name() -> None:
    body = "6月18日，德清县工会第十二次代表大会开幕。湖州市总工会对这次大会十分重视，市总工会副主席陆安平到会讲话。"
    assert events_of(body) == ["德清县工会第十二次代表大会"]


def test_talks_take_no_span_of_days() -> None:
    body = "6月18日至20日，德清县总工会主席周岚率队到安吉县总工会考察。座谈会上，周岚介绍了经验。"
    assert not said(body, "startDate", "endDate")
    course = "6月18日至20日，安吉县总工会报告厅座无虚席，这里成了课堂。湖州市总工会举办2025年工会干部培训班。"
    assert said(course, "startDate")


def test_a_workshop_or_a_post_is_no_honour() -> None:
    body = "6月18日，德清县总工会表彰先进。走进会场的有下渚湖纺织公司首席技师陆安平、全国劳动模范何立春。"
    found = {(s, v) for s, p, v in said(body) if p == "received"}
    values = {c.value for c in facts_of(body).claims if c.predicate == "received"}
    assert values == {"全国劳动模范"}, found
