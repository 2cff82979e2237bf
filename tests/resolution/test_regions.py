"""Where things are, and what tells names apart."""

from __future__ import annotations

import pytest

from unigraph.resolution._people import commonness
from unigraph.resolution._regions import is_province, name_region, prefecture
from unigraph.resolution._telling import core, differs, likeness, session, short_company


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("朝阳市总工会", "211300"),
        ("朝阳区总工会", ""),
        ("北京市朝阳区总工会", "110000"),
        ("石城软件", ""),
        ("绍兴松涛机电", "330600"),
    ],
)
def test_a_name_tells_its_region_where_one_division_begins_it(name: str, region: str) -> None:
    assert name_region(name) == region


def test_the_four_cities_are_their_own_prefectures() -> None:
    assert [prefecture(c) for c in ("110105", "320106", "320106001", "429004")] == [
        "110000",
        "320100",
        "320100",
        "429004",
    ]
    assert (is_province("320000"), is_province("110000")) == (True, False)


def test_events_recur_by_core_and_differ_by_count() -> None:
    assert core("第三届绍兴市职工技能节") == core("绍兴市第四届职工技能节") == "职工技能节"
    assert (session("首届技能节"), session("2024年技能节"), session("技能节")) == ("1", "2024", "")
    assert differs("第三届技能节", "第四届技能节") and differs("技能节", "技能节开幕式")
    assert not differs("技能节", "第四届技能节")
    assert likeness("江苏省职工技能节", "职工技能节") == 1.0


def test_a_company_is_short_without_place_and_form() -> None:
    assert short_company("绍兴松涛机电股份有限公司") == short_company("松涛机电") == "松涛机电"


def test_common_names_are_common() -> None:
    assert commonness("王伟") > commonness("王秋月") > commonness("逄秋月") >= 0.0
