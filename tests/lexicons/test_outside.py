"""The tables of identifiers from outside agree with what they are looked up by."""

from __future__ import annotations

import re

from unigraph.lexicons import load_companies, load_gazetteer
from unigraph.lexicons.outside import load_stock_codes, load_wikidata_items


def test_every_item_is_of_a_division_and_of_that_alone() -> None:
    items, divisions = load_wikidata_items(), load_gazetteer()
    assert all(divisions.get(code) for code in items)
    assert len({one.item for one in items.values()}) == len(items)
    assert all(re.fullmatch(r"Q[1-9][0-9]*", one.item) for one in items.values())


def test_most_divisions_down_to_counties_have_one() -> None:
    counted = {3: 0, 5: 0, 6: 0}
    for code in load_wikidata_items():
        if len(code) == 6:
            counted[3 if code.endswith("0000") else 5 if code.endswith("00") else 6] += 1
    assert counted[3] == 31
    assert counted[5] > 320
    assert counted[6] > 2600


def test_points_are_decimals_in_the_country_and_no_two_divisions_share_one() -> None:
    points = [(one.latitude, one.longitude) for one in load_wikidata_items().values() if one.latitude]
    assert len(set(points)) == len(points)
    assert all(re.fullmatch(r"\d+\.\d+", x) for point in points for x in point)
    assert all(3 < float(a) < 54 and 73 < float(o) < 136 for a, o in points)
    assert not load_wikidata_items()["340124"].latitude  # the source gives a district's point to a county too


def test_stock_codes_name_their_exchange() -> None:
    codes = load_stock_codes()
    assert codes["比亚迪"] == codes["比亚迪股份有限公司"] == ("002594.SZ",)
    assert all(re.fullmatch(r"\d{6}\.(SH|SZ|BJ)", code) for found in codes.values() for code in found)


def test_a_group_is_not_its_listed_company() -> None:
    companies, codes = load_companies(), load_stock_codes()
    groups = {name for pair in companies.items() if pair[1] and not pair[1].endswith("股份有限公司") for name in pair}
    assert {"中国石油", "中国石油天然气集团有限公司"} <= groups
    assert not groups & codes.keys()
