"""Events as they are retold: hosts by bare verbs and tasks, headlines cut short, officials by what they think."""

from __future__ import annotations

import pytest

from tests.relation.saying import events_of, said

UNION = "常山县总工会"
RACE = "常山县第三届职工厨艺大赛"


@pytest.mark.parametrize(
    "body",
    [
        f"6月2日，{RACE}在弥河公园开赛，办大赛的是{UNION}。",
        f"6月2日，{UNION}办了一场“好味道”职工厨艺大赛。",
        f"6月2日，{RACE}开赛，{UNION}承担了大赛的组织工作。",
        f"6月2日，{RACE}开赛。{UNION}是大赛的主办单位。",
        f"6月2日，由{UNION}挑头举办的{RACE}在弥河公园开赛。",
        f"入夏以来，{UNION}想职工所想，开展“送凉茶”职工关爱活动。",
    ],
)
def test_who_holds_an_event(body: str) -> None:
    assert UNION in {s for s, _, _ in said(body, "hosted")}


@pytest.mark.parametrize(
    "body",
    [
        f"6月2日，{RACE}开赛，开化县总工会协助举办。",
        f"6月2日，{RACE}开赛，常山县总工会把大赛交给开化县总工会承办。",
    ],
)
def test_who_helps_does_not_hold_it(body: str) -> None:
    assert "开化县总工会" in {s for s, _, _ in said(body, "coOrganized")}
    assert "开化县总工会" not in {s for s, _, _ in said(body, "hosted")}


@pytest.mark.parametrize(
    ("title", "body", "name"),
    [
        (f"{UNION}办起直播赛", f"{UNION}6月2日举办职工直播带货技能比赛。", "职工直播带货技能比赛"),
        ("常山办读书会", f"6月2日，{UNION}举办“书香常山”职工读书分享会。", "“书香常山”职工读书分享会"),
    ],
)
def test_a_headline_shortens_the_name_of_the_event(title: str, body: str, name: str) -> None:
    (event,) = events_of(body, title)
    assert event.endswith(name)


def test_a_headline_that_names_another_event_stays_apart() -> None:
    assert len(events_of(f"6月2日，{UNION}举办财务知识培训班。", f"{UNION}召开劳模座谈会")) == 2


@pytest.mark.parametrize(
    "told",
    [
        "在钱海燕看来，改革要往前推。",
        "钱海燕接过话头，给大家鼓劲。",
        "钱海燕对职工的工作表示满意。",
        "钱海燕提醒大家注意安全。",
    ],
)
def test_officials_speak_by_what_they_think(told: str) -> None:
    body = f"6月2日，{UNION}职工座谈会召开，{UNION}主席钱海燕到会。{told}"
    assert "钱海燕" in {s for s, _, _ in said(body, "spokeAt")}


def test_what_somebody_says_of_another_event_is_no_stage() -> None:
    body = (
        f"6月2日，{UNION}职工座谈会召开，{UNION}主席何静主持会议。县教育局局长钱林表示，全省职工技能大赛表彰大会鼓舞人心。"
        "县财政局局长孙放作了发言。"
    )
    assert {o for s, _, o in said(body, "spokeAt") if s == "孙放"} == {f"{UNION}职工座谈会"}


def test_an_unveiling_without_a_noun_is_a_ceremony() -> None:
    body = "6月2日，常山县工人文化宫正式揭牌启用，县总工会主席何静到场揭牌。副县长钱林主持活动。"
    assert events_of(body) == ["常山县工人文化宫揭牌启用仪式"]
    assert ("钱林", "chaired", "常山县工人文化宫揭牌启用仪式") in said(body, "chaired")


def test_what_was_opened_in_passing_is_no_ceremony() -> None:
    assert events_of("6月2日，何静到常山县工人文化宫调研。常山县工人文化宫去年启用，职工常来。") == []


def test_the_headline_lends_its_theme_to_a_ceremony() -> None:
    body = "6月2日晚，颁奖典礼在弥河公园举行，县总工会主席何静致辞。"
    assert events_of(body, "“岚川工匠”走上领奖台") == ["“岚川工匠”颁奖典礼"]


def test_the_delegation_is_one_side_of_the_talks() -> None:
    body = f"6月2日，代表团一行与{UNION}主席钱海燕座谈。在钱海燕看来，两地往来要更密。"
    assert said(body, "spokeAt", title="开化县总工会代表团到常山访问") == {
        ("钱海燕", "spokeAt", "开化县总工会与常山县总工会座谈会")
    }


@pytest.mark.parametrize(
    "body",
    [
        f"6月2日，{RACE}移师弥河公园。",
        f"6月2日，{UNION}走进弥河公园，为职工送上{RACE}。",
        f"6月2日，弥河公园里锅铲翻飞，{RACE}开赛。",
        f"{RACE}6月2日举行，赛场这次搬到了弥河公园。",
    ],
)
def test_where_an_event_was_held(body: str) -> None:
    assert (RACE, "heldAt", "弥河公园") in said(body, "heldAt")
