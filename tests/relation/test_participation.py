"""Who chairs, speaks and takes part, in the many ways in which news says so."""

from __future__ import annotations

import pytest

from .saying import said

MEETING = "3月5日，德阳市总工会召开新就业形态劳动者座谈会。"
LAUNCH = "4月12日，德阳市“匠心杯”职工技能大赛启动仪式在市工人文化宫举行。"
COURSE = "6月10日至12日，德阳市总工会举办基层工会干部培训班。"
CONTEST = "5月18日，德阳市第三届职工羽毛球比赛在市体育馆举行。比赛由德阳市总工会主办。"
ACTIVITY = "7月2日，德阳市总工会“法律服务进园区”活动在经开区举行。"


def who(body: str, predicate: str) -> set[str]:
    return {s for s, _, _ in said(body, predicate)} - {"德阳市总工会"}


@pytest.mark.parametrize(
    "sentence",
    [
        "听取了市总工会主席何静的工作报告和市总工会经审委主任王建国的经审报告。",
        "会上最先介绍情况的，是市总工会主席何静；接着通报数据的，是市人社局副局长王建国。",
        "市总工会主席何静把情况讲给大家听，市人社局副局长王建国谈了看法。",
        "发言的职工代表有何静、王建国。",
        "座谈会上，何静、王建国等职工代表畅所欲言。",
        "驿站怎么建，市总工会主席何静讲选址，市人社局副局长王建国讲经费。",
    ],
)
def test_speakers_at_a_meeting(sentence: str) -> None:
    assert who(MEETING + sentence, "spokeAt") == {"何静", "王建国"}


@pytest.mark.parametrize(
    "sentence",
    [
        "市委党校教授王建国给学员带来了一堂精彩的党课。",
        "市委党校教授王建国为学员们上了生动的一课。",
        "走上讲台的是市委党校教授王建国。",
        "市委党校教授王建国的授课赢得阵阵掌声。",
        "培训班邀请市委党校教授王建国，从政策和法律两方面进行辅导。",
    ],
)
def test_who_teaches_speaks(sentence: str) -> None:
    assert who(COURSE + sentence, "spokeAt") == {"王建国"}


@pytest.mark.parametrize(
    "sentence",
    [
        "市总工会副主席何静主持召开座谈会。",
        "会议在市总工会副主席何静的主持下进行。",
        "座谈会的主持人是市总工会副主席何静。",
    ],
)
def test_who_chairs(sentence: str) -> None:
    assert who(MEETING + sentence, "chaired") == {"何静"}


BUREAUS = {"德阳市人社局", "德阳市司法局"}


@pytest.mark.parametrize(
    ("lead", "sentence"),
    [
        (MEETING, "来自市人社局、市司法局的代表参加了座谈。"),
        (MEETING, "与会的既有市人社局，也有市司法局。"),
        (ACTIVITY, "一同来到园区的有市人社局、市司法局的工作人员。"),
        (ACTIVITY, "市人社局、市司法局设置咨询台，为职工答疑。"),
        (CONTEST, "来自市人社局、市司法局等20支队伍参赛。"),
        (CONTEST, "市人社局、市司法局的选手过关斩将。"),
        (CONTEST, "上场角逐的还有蓝箭、市人社局、市司法局等队。"),
    ],
)
def test_bodies_that_take_part(lead: str, sentence: str) -> None:
    assert who(lead + sentence, "attended") >= BUREAUS


def test_bodies_that_are_heard_spoke() -> None:
    assert who(MEETING + "会议听取了市人社局、市司法局关于根治欠薪的工作汇报。", "spokeAt") == BUREAUS


def test_winners_took_part_in_the_contest() -> None:
    body = CONTEST + "冠军由王建国夺得，职工李春梅获得亚军。"
    assert "王建国" in who(body, "attended")


@pytest.mark.parametrize(
    "sentence",
    [
        "市总工会主席何静因公出差未能出席。",
        "拟邀请市人社局局长何静出席。",
        "市总工会主席何静曾出席庆祝大会。",
        "职工何静接受采访时说，心里很踏实。",
    ],
)
def test_the_absent_and_the_interviewed_take_no_part(sentence: str) -> None:
    assert not who(MEETING + sentence, "attended")
    assert not who(MEETING + sentence, "spokeAt")


@pytest.mark.parametrize(
    ("lead", "sentence"),
    [
        (ACTIVITY, "“这样的活动真好。”职工王建国拿着宣传册说。"),
        (COURSE, "学员王建国表示，收获很大。"),
        (MEETING, "市总工会主席王建国认真聆听发言。"),
        (MEETING, "州委宣讲团成员王建国到会。"),
    ],
)
def test_what_is_no_speech(lead: str, sentence: str) -> None:
    assert not who(lead + sentence, "spokeAt")


def test_firms_that_compete_are_a_modifier_of_their_managers() -> None:
    body = LAUNCH + "市总工会主席何静出席，参赛企业负责人参加。"
    assert said(body, "attended") == {("何静", "attended", "德阳市“匠心杯”职工技能大赛启动仪式")}


def test_contestants_are_at_the_contest_and_guests_at_its_opening() -> None:
    body = (
        "5月6日，绵阳市第六届职工篮球赛开幕式在市体育馆举行。市总工会主席何静宣布开幕。"
        "来自绵阳长风机械有限公司、绵阳涪江物流有限公司等20支队伍参赛。"
    )
    found = said(body, "attended")
    assert ("何静", "attended", "绵阳市第六届职工篮球赛开幕式") in found
    assert ("绵阳长风机械有限公司", "attended", "绵阳市第六届职工篮球赛") in found


def test_reports_are_given_to_the_congress() -> None:
    body = "5月6日，绵阳市工会第八次代表大会开幕。开幕式上，市委书记周岚讲话。市总工会主席何静作工作报告。"
    found = said(body, "spokeAt")
    assert ("何静", "spokeAt", "绵阳市工会第八次代表大会") in found


def test_a_series_told_of_in_passing_is_no_stage() -> None:
    body = CONTEST + "市总工会今年开展“当好主人翁”系列文化活动。市总工会主席何静到场观看。"
    assert {o for _, _, o in said(body, "attended")} == {"德阳市第三届职工羽毛球比赛"}


@pytest.mark.parametrize(
    "body",
    [
        "3月5日，泸州市总工会主席何静率队赴遂宁考察。座谈会上，遂宁市总工会副主席王建国介绍了情况。",
        "3月5日，泸州市总工会考察团来遂考察。座谈中，遂宁市总工会副主席王建国介绍了情况。",
    ],
)
def test_talks_between_two_unions_are_theirs(body: str) -> None:
    talks = "泸州市总工会与遂宁市总工会座谈会"
    found = said(body, "attended", "spokeAt", title="泸州市总工会赴遂宁学习交流")
    assert {("泸州市总工会", "attended", talks), ("遂宁市总工会", "attended", talks)} <= found
    assert ("王建国", "spokeAt", talks) in found


def test_a_federation_that_calls_on_one_below_it_makes_no_talks_of_two() -> None:
    body = "3月5日，四川省总工会副主席何静到德阳市调研，召开工作座谈会。德阳市总工会主席王建国汇报工作。"
    assert not {s for s, _, _ in said(body, "attended")} & {"四川省总工会", "德阳市总工会"}


def test_talks_with_nobody_known_on_the_other_side_are_no_event() -> None:
    body = "3月5日，德阳市总工会主席何静来到工地，与职工座谈，送上慰问品。"
    assert not said(body, "attended", "spokeAt", "hosted")
