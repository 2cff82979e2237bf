"""Who signed with whom, on sentences of our own."""

from __future__ import annotations

import pytest

from tests.relation.saying import said


def _pairs(body: str, title: str = "岚川新闻") -> set[frozenset[str]]:
    return {frozenset((s, o)) for s, _, o in said(body, "signedWith", title=title)}


def _pair(*names: str) -> frozenset[str]:
    return frozenset(names)


@pytest.mark.parametrize(
    "text",
    [
        "广州市总工会与云岭电子有限公司签署合作协议。",
        "广州市总工会同云岭电子有限公司签约。",
        "广州市总工会在仪式上与云岭电子有限公司签订协议。",
        "广州市总工会和云岭电子有限公司座谈，双方签署合作协议。",
        "广州市总工会主席陆景明、云岭电子有限公司董事长方晓云分别代表广州市总工会、代表云岭电子有限公司签字。",
        "6月3日，广州市总工会与云岭电子有限公司合作签约仪式举行。",
        "广州市总工会与云岭电子有限公司结成一对。",
    ],
)
def test_two_parties(text: str) -> None:
    assert _pairs(text) == {_pair("广州市总工会", "云岭电子有限公司")}


def test_many_with_one() -> None:
    pairs = _pairs("佛山市总工会、中山市总工会、江门市总工会等9家单位依次与珠海市总工会签下协议。")
    assert pairs == {_pair(x, "珠海市总工会") for x in ("佛山市总工会", "中山市总工会", "江门市总工会")}


def test_one_with_many() -> None:
    pairs = _pairs("协议由珠海市总工会与佛山市总工会、中山市总工会分别签订。")
    assert pairs == {_pair("珠海市总工会", "佛山市总工会"), _pair("珠海市总工会", "中山市总工会")}


def test_all_with_all() -> None:
    pairs = _pairs("佛山市总工会、中山市总工会、江门市总工会共同签署了合作协议。")
    assert len(pairs) == 3


def test_the_unions_of_three_cities() -> None:
    text = "肇庆市与梧州市、贺州市在封开县召开现场会。三市总工会在会上签订合作协议。"
    unions = ("肇庆市总工会", "梧州市总工会", "贺州市总工会")
    assert _pairs(text) == {_pair(a, b) for a in unions for b in unions if a < b}


def test_a_list_of_pairs() -> None:
    text = "7所学校工会结成对子。名单是：岭南大学工会和江湾学院工会，珠江大学工会和白云学院工会。"
    assert _pairs(text) == {_pair("岭南大学工会", "江湾学院工会"), _pair("珠江大学工会", "白云学院工会")}


def test_a_collective_contract() -> None:
    text = "云岭电子有限公司召开职代会。云岭电子有限公司工会提交草案。会上，2025年集体合同正式签订。"
    assert _pairs(text) == {_pair("云岭电子有限公司", "云岭电子有限公司工会")}


@pytest.mark.parametrize(
    "text",
    [
        "广州市总工会推动签订集体合同。",
        "会议要求，广州市总工会要与云岭电子有限公司签约。",
        "职工代表在会议纪要上签字。",
    ],
)
def test_no_signing(text: str) -> None:
    assert not _pairs(text)


@pytest.mark.parametrize(
    "text",
    [
        "签约双方为广州市总工会与云岭电子有限公司。",
        "广州市总工会携手云岭电子有限公司签署协议。",
        "广州市总工会与云岭电子有限公司举行合作签约仪式。",
        "广州市总工会主席陆景明，云岭电子有限公司董事长方晓云代表双方签约。",
        "广州市总工会主席陆景明一行到访云岭电子有限公司，双方签订协议。",
    ],
)
def test_two_parties_told_otherwise(text: str) -> None:
    assert _pairs(text) == {_pair("广州市总工会", "云岭电子有限公司")}


def test_parties_behind_a_label_sign_each_with_each() -> None:
    assert len(_pairs("签下协议的三方是佛山市总工会、中山市总工会和江门市总工会。")) == 3


def test_a_union_signs_with_its_own_employer() -> None:
    pairs = _pairs("云岭电子有限公司工会与企业签订工资专项集体合同。")
    assert pairs == {_pair("云岭电子有限公司工会", "云岭电子有限公司")}


def test_what_is_to_be_signed_is_not_signed() -> None:
    assert not _pairs("广州市总工会将与云岭电子有限公司签订合作协议。")


@pytest.mark.parametrize(
    "text",
    [
        "晋江市总工会与云岭电子有限公司互签责任书。",
        "晋江市总工会与云岭电子有限公司交换了协议文本。",
        "晋江市总工会与云岭电子有限公司续签了普惠合作协议。",
    ],
)
def test_other_words_for_signing(text: str) -> None:
    assert {frozenset((s, o)) for s, _, o in said(text, "signedWith")} == {
        frozenset(("晋江市总工会", "云岭电子有限公司"))
    }


def test_who_would_like_to_sign_has_not() -> None:
    assert not said("晋江市总工会表示，愿与云岭电子有限公司签署合作协议。", "signedWith")
