"""Divisions by code and by every form of their names."""

from __future__ import annotations

import pickle

import pytest

from unigraph.lexicons import LEVELS, Gazetteer, load_gazetteer, short_name


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.mark.parametrize(
    ("code", "name", "level", "parent"),
    [
        ("440000", "广东省", "province", ""),
        ("441800", "清远市", "prefecture", "440000"),
        ("441900", "东莞市", "prefecture", "440000"),
        ("441900117", "凤岗镇", "town", "441900"),
        ("442000115", "板芙镇", "town", "442000"),
        ("620200101", "峪泉镇", "town", "620200"),
        ("110101", "东城区", "county", "110000"),
        ("419001", "济源市", "county", "410000"),
        ("469025", "白沙黎族自治县", "county", "460000"),
        ("810000", "香港特别行政区", "province", ""),
        ("820000", "澳门特别行政区", "province", ""),
        ("710000", "台湾省", "province", ""),
    ],
)
def test_a_code_gives_name_level_and_parent(
    gazetteer: Gazetteer, code: str, name: str, level: str, parent: str
) -> None:
    division = gazetteer.get(code)
    assert division is not None
    assert (division.name, division.level, division.parent) == (name, level, parent)


def test_an_unknown_code_gives_nothing(gazetteer: Gazetteer) -> None:
    assert gazetteer.get("999999") is None
    assert gazetteer.path("999999") == ()
    assert gazetteer.named("无此地") == ()


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("清远市", "清远"),
        ("万州区", "万州"),
        ("阿坝藏族羌族自治州", "阿坝"),
        ("内蒙古自治区", "内蒙古"),
        ("新疆维吾尔自治区", "新疆"),
        ("西藏自治区", "西藏"),
        ("香港特别行政区", "香港"),
        ("澜沧拉祜族自治县", "澜沧"),
        ("积石山保安族东乡族撒拉族自治县", "积石山"),
        ("隆林各族自治县", "隆林"),
        ("东乡族自治县", "东乡"),
        ("鄂温克族自治旗", "鄂温克"),
        ("管城回族区", "管城"),
        ("浦东新区", "浦东"),
        ("神农架林区", "神农架"),
        ("万柏林区", "万柏林"),
        ("沙市区", "沙市"),
        ("沙县区", "沙县"),
        ("阿里地区", "阿里"),
        ("锡林郭勒盟", "锡林郭勒"),
        ("科尔沁左翼中旗", "科尔沁左翼中旗"),
        ("井陉矿区", "井陉矿区"),
        ("夏县", "夏县"),
        ("矿区", "矿区"),
    ],
)
def test_short_names(name: str, short: str) -> None:
    assert short_name(name) == short


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("清远", "441800"),
        ("阿坝州", "513200"),
        ("恩施州", "422800"),
        ("澜沧县", "530828"),
        ("锡盟", "152500"),
        ("浦东新区", "310115"),
    ],
)
def test_forms_of_one_division(gazetteer: Gazetteer, form: str, code: str) -> None:
    assert [d.code for d in gazetteer.named(form)] == [code]


def test_shared_names_give_all_their_bearers(gazetteer: Gazetteer) -> None:
    assert {d.code[:2] for d in gazetteer.named("鼓楼区")} == {"32", "35", "41"}
    assert [d.parent for d in gazetteer.named("和平区")] == ["120000", "210100"]


def test_wider_divisions_come_first(gazetteer: Gazetteer) -> None:
    assert [d.name for d in gazetteer.named("海南")] == ["海南省", "海南藏族自治州", "海南区"]


def test_paths_run_from_the_province_down(gazetteer: Gazetteer) -> None:
    assert [d.name for d in gazetteer.path("441802001")] == ["广东省", "清远市", "清城区", "凤城街道"]
    assert [d.name for d in gazetteer.path("441900117")] == ["广东省", "东莞市", "凤岗镇"]


def test_every_division_stands_below_a_wider_one(gazetteer: Gazetteer) -> None:
    for name in gazetteer.names():
        for division in gazetteer.named(name):
            above = gazetteer.get(division.parent)
            assert (above is None) == (division.level == "province")
            assert above is None or LEVELS.index(above.level) < LEVELS.index(division.level)


def test_names_leave_out_what_reads_as_an_ordinary_word(gazetteer: Gazetteer) -> None:
    names = set(gazetteer.names())
    assert {"清远", "清远市", "阿坝州", "乐昌", "石城镇"} <= names
    assert not {"和平", "公安", "资源", "城区", "郊区", "凤岗", "高镇"} & names
    assert list(gazetteer.names()) == sorted(names)


def test_names_of_some_levels(gazetteer: Gazetteer) -> None:
    provinces = gazetteer.names(("province",))
    assert {"广东", "广东省", "内蒙"} <= set(provinces)
    assert "清远市" not in provinces


def test_no_pseudo_divisions(gazetteer: Gazetteer) -> None:
    assert not any(gazetteer.named(name) for name in ("市辖区", "县", "省直辖县级行政区划", ""))


@pytest.mark.parametrize(
    ("old", "code"),
    [
        ("郫县", "510117"),
        ("襄樊市", "420600"),
        ("哈密地区", "650500"),
        ("顺德市", "440606"),
        ("渝北区", "500157"),
        ("宣武区", "110102"),
    ],
)
def test_divisions_of_old_lead_to_those_of_today(gazetteer: Gazetteer, old: str, code: str) -> None:
    assert [d.code for d in gazetteer.former(old)] == [code]
    assert old in gazetteer.former_names()
    assert old not in gazetteer.names()


def test_a_gazetteer_travels_to_workers(gazetteer: Gazetteer) -> None:
    copy = pickle.loads(pickle.dumps(gazetteer))
    assert copy.named("鼓楼区") == gazetteer.named("鼓楼区")
