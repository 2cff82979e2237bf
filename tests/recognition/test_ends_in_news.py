"""What local news call by short names or by none: bodies in lists, teams, halls shown to guests, streets that act."""

from __future__ import annotations

import pytest

from tests.recognition.naming import names_of
from unigraph import build_text


def _found(cls: str, headline: str, text: str) -> set[str]:
    """The labels of the things of a class that an article names."""
    graph = build_text(f"{headline}\n\n{text}", published="2024-05-05")
    return set(graph.entities(cls)["label"])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "7月8日，石屏县总工会主席何静先后到县人民医院、中医院、供电公司、自来水公司慰问。",
            {"石屏县人民医院", "石屏县中医院", "石屏县供电公司", "石屏县自来水公司"},
        ),
        (
            "7月8日，石屏县总工会主席何静到交警大队、环卫站、热力公司送清凉。",
            {"石屏县交警大队", "石屏县环卫站", "石屏县热力公司"},
        ),
    ],
)
def test_local_bodies_in_a_list_are_their_countys(text: str, names: set[str]) -> None:
    assert names <= names_of("石屏县总工会送清凉", text)


def test_a_company_with_a_name_of_its_own_is_not_the_countys() -> None:
    found = names_of("石屏县总工会送清凉", "7月8日，石屏县总工会主席何静到云岭供水公司、交警大队慰问。")
    assert "云岭供水公司" in found
    assert "石屏县供水公司" not in found


def test_a_companys_team_is_the_company() -> None:
    found = names_of("篮球赛落幕", "5月4日，天海集团篮球赛落幕，天海集团建安公司代表队获得冠军。")
    assert "天海集团建安公司" in found
    assert "天海集团建安公司代表队" not in found


def test_a_departments_team_stays_a_team() -> None:
    found = names_of("运动会闭幕", "5月4日，南溪大学运动会闭幕，工学院代表队获得冠军。")
    assert any(name.endswith("工学院代表队") for name in found)


@pytest.mark.parametrize("name", ["万澜电气", "三禾锂电", "江澄卫材", "中联天润水泥"])
def test_companies_by_a_mark_and_a_trade(name: str) -> None:
    assert name in names_of("走访企业", f"5月4日，市总工会走访了{name}、百川重工，看望劳模。")


@pytest.mark.parametrize("trade", ["当地水泥", "新型建材", "三家化工"])
def test_a_trade_behind_ordinary_words_is_no_company(trade: str) -> None:
    assert trade not in names_of("走访企业", f"5月4日，市总工会走访了{trade}企业，看望劳模。")


def test_halls_that_guests_are_shown_are_their_houses() -> None:
    text = "5月4日，江城理工大学工会主席何静一行来到北岭师范大学交流，参观了校史馆、教工活动中心和生物标本馆。"
    found = _found("Organization", "工会交流", text) | _found("Place", "工会交流", text)
    assert {"北岭师范大学校史馆", "北岭师范大学教工活动中心", "北岭师范大学生物标本馆"} <= found


def test_a_museum_with_a_name_of_its_own_is_no_houses() -> None:
    text = "5月4日，江城理工大学工会主席何静一行来到北岭师范大学交流，参观了云南省博物馆。"
    found = _found("Organization", "工会交流", text) | _found("Place", "工会交流", text)
    assert "北岭师范大学云南省博物馆" not in found


def test_a_street_that_holds_something_is_a_body() -> None:
    text = "5月4日，红塔区总工会联合李棋街道、矣读可社区在三号广场举办“关爱快递小哥”活动。"
    assert {"李棋街道", "矣读可社区"} <= _found("Organization", "红塔区总工会开展活动", text)


def test_a_street_where_something_is_held_is_a_place() -> None:
    text = "5月4日，红塔区总工会在李棋街道举办“关爱快递小哥”活动。"
    assert "李棋街道" not in _found("Organization", "红塔区总工会开展活动", text)


def test_a_ceremony_and_what_is_held_with_it_are_one_event() -> None:
    text = "5月4日，天海集团第三届职工运动会闭幕式暨拔河大赛在南园广场举行。"
    assert "天海集团第三届职工运动会闭幕式暨拔河大赛" in _found("Event", "运动会闭幕", text)


def test_a_campaign_of_which_nothing_is_said_is_no_event() -> None:
    text = "5月4日，玉溪市总工会召开座谈会。近年来，“暖冬”行动、就业促进、创业扶持一项项落实。"
    assert not any("暖冬" in name for name in _found("Event", "玉溪市总工会召开座谈会", text))


def test_a_campaign_that_was_launched_is_an_event() -> None:
    text = "5月4日，玉溪市总工会启动“暖冬”行动，主席何静出席。"
    assert any("暖冬" in name for name in _found("Event", "玉溪市总工会启动“暖冬”行动", text))


def test_a_course_counted_makes_no_union() -> None:
    found = names_of("培训班开班", "5月4日，红塔区总工会第二期工会干部培训班开班。")
    assert "红塔区总工会" in found
    assert "红塔区总工会第二期工会" not in found


def test_who_sees_a_companys_workshop_has_been_at_the_company() -> None:
    found = names_of("调研", "5月4日，何静一行参观了禾澜服饰生产车间。")
    assert "禾澜服饰" in found
    assert "禾澜服饰生产车间" not in found


def test_a_site_of_a_numbered_company_bears_the_name_of_the_house() -> None:
    text = "5月4日，中铁三十一局集团公司工会主席何静一行到四公司玉河项目部慰问职工。"
    assert "中铁三十一局集团公司四公司玉河项目部" in names_of("集团慰问", text)
