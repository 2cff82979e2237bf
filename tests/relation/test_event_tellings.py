"""Events told in roundabout ways: who hosted, came and spoke, where it was, and what only looks like it."""

from __future__ import annotations

import pytest

from tests.relation.saying import events_of, said

RACE = "常山县职工技能大赛"
HELD = f"6月2日，常山县总工会举办{RACE}。"
MET = "6月2日，常山县总工会召开工作推进会。"
MEETING = "常山县总工会工作推进会"


@pytest.mark.parametrize(
    "body",
    [
        f"6月2日，{RACE}开赛。主办大赛的一共两家，分别是县总工会、县教育局。",
        f"6月2日，{RACE}开赛，共同主办的单位共有两家：县总工会、县教育局。",
        f"6月2日，{RACE}开赛。据悉，县总工会和县教育局是{RACE}的联合主办单位。",
        f"6月2日，{RACE}开赛。赛事由两家合办：县总工会、县教育局。",
        f"6月2日，骑手收到礼包，寄件人是常山县总工会和常山县教育局，由两家主办的{RACE}当天举行。",
    ],
)
def test_hosts_counted_behind_or_before(body: str) -> None:
    hosts = {s for s, _, o in said(body, "hosted") if o == RACE}
    assert hosts == {"常山县总工会", "常山县教育局"}


@pytest.mark.parametrize(
    "body",
    [
        "6月2日，常山县总工会召开常山县楼宇工会建设推进会。",
        "6月2日，常山县总工会与开化县总工会召开座谈会。工会干部培训班怎样由县教育局联合举办，双方谈得深入。",
        "6月2日，常山县第一中学第二届教职工篮球赛开赛，主办单位是县总工会。",
    ],
)
def test_matters_and_houses_are_no_hosts(body: str) -> None:
    assert {s for s, _, _ in said(body, "hosted")} <= {"常山县总工会", "开化县总工会"}


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("致欢迎词的也是县总工会主席何静。", {"何静"}),
        ("开幕辞由县总工会主席何静致。", {"何静"}),
        ("贺信由县总工会副主席周明宣读。", {"周明"}),
        ("欢迎辞是县总工会副主席周明致的。", {"周明"}),
        ("县总工会副主席周明把今年的工作安排细细道来。", {"周明"}),
        ("县教育局局长周明代表县教育局热烈祝贺会议召开。", {"周明"}),
        ("两家作介绍：常山县水利局工会谈组建，常山县民政局工会谈服务。", {"常山县水利局工会", "常山县民政局工会"}),
        ("县总工会主席何静到会讲了三层意思。", {"何静"}),
    ],
)
def test_who_spoke(told: str, who: set[str]) -> None:
    assert {s for s, _, o in said(MET + told, "spokeAt") if o == MEETING} == who


@pytest.mark.parametrize(
    "body",
    [
        HELD + "\n“奖品真暖心。”常山外卖公司骑手郑岩说。",
        MET + "表彰决定由县委、县政府作出，受表彰的有十人。",
    ],
)
def test_asides_to_reporters_and_decisions_are_no_talks(body: str) -> None:
    assert not said(body, "spokeAt")


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("前来参赛的有两家单位：常山县水利局，以及常山县民政局。", {"常山县水利局", "常山县民政局"}),
        ("县水利局、县民政局有关负责同志以及一百余名学生、家长一同参加。", {"常山县水利局", "常山县民政局"}),
        ("参会名单上有县水利局、县民政局。", {"常山县水利局", "常山县民政局"}),
    ],
)
def test_who_came(told: str, who: set[str]) -> None:
    assert {s for s, _, o in said(HELD + told, "attended") if o == RACE} == who


@pytest.mark.parametrize(
    "told",
    [
        "\n这2位工匠是：常山纺织有限公司班组长何静、常山机床有限公司钳工周明。",
        "会议选举何静为常山县总工会主席，周明当选副主席。",
    ],
)
def test_the_chosen_are_not_said_to_have_come(told: str) -> None:
    assert not said("6月2日，第三届常山工匠大会开幕。" + told, "attended")


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (f"6月2日，{RACE}于上午9时在常山会堂开幕。", "常山会堂"),
        (f"6月2日，{RACE}在开化县隆重举行。", "开化县"),
        (f"6月2日上午，雄壮的国歌声在常山宾馆三楼会议厅响起，{RACE}开幕。", "常山宾馆三楼会议厅"),
        (f"6月2日，常山县图书馆彩旗飘扬，{RACE}拉开帷幕。", "常山县图书馆"),
        (f"6月2日，300名选手相聚东湖绿道，参加{RACE}。", "东湖绿道"),
    ],
)
def test_where_it_was(body: str, place: str) -> None:
    assert {o for _, _, o in said(body, "heldAt")} == {place}


@pytest.mark.parametrize(
    "told",
    [
        "大赛于上午9时30分开幕。",
        "有了大赛这个平台，新政策就能在企业里一项项落地。",
        "选手的本领在赛场上得到全面展示。",
    ],
)
def test_times_and_ways_are_no_venues(told: str) -> None:
    assert not said(HELD + told, "heldAt")


def test_a_ceremony_named_by_a_bare_word_belongs_to_its_event() -> None:
    body = "6月2日，常山县水利局工会干部培训班在县委党校举行。县总工会主席何静参加培训班开班仪式。"
    assert ("何静", "attended", "常山县水利局工会干部培训班开班仪式") in said(body, "attended")


@pytest.mark.parametrize(
    "body",
    [
        "6月2日，常山县中心医院工会第六次会员代表大会在我院大会议室召开。",
        "全县办起互助储金会39个。",
        "近年来，常山县总工会深入开展劳动竞赛。",
    ],
)
def test_rooms_funds_and_urged_work_are_no_events(body: str) -> None:
    assert not [e for e in events_of(body) if e.endswith(("我院大会", "储金会", "劳动竞赛"))]


def test_talks_in_a_room_are_a_meeting() -> None:
    body = (
        "6月2日，常山县总工会党组书记何静带队到开化县总工会考察。双方在五楼会议室座谈，主持人是开化县总工会副主席周明。"
    )
    assert ("周明", "chaired", "常山县总工会与开化县总工会座谈会") in said(body, "chaired")
