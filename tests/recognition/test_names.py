"""Where a name ends, and what is no name."""

from __future__ import annotations

import math

import pytest

from unigraph.lexicons import load_given_characters
from unigraph.recognition.names import read_foreign, read_name, read_name_before


def _read(text: str) -> str:
    reading = read_name(text, 0)
    return text[: reading.end] if reading else ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("周岚主持会议。", "周岚"),
        ("陆安平主持会议。", "陆安平"),
        ("徐民致闭幕辞", "徐民"),
        ("林枝作工作报告", "林枝"),
        ("郑广和作工作报告", "郑广和"),
        ("梁伟说，", "梁伟"),
        ("欧阳明远致辞", "欧阳明远"),
        ("司徒静、", "司徒静"),
        ("陈其远、", "陈其远"),
        ("李从善等参加", "李从善"),
        ("张䶮出席", "张䶮"),
        ("范徐丽君出席", "范徐丽君"),
    ],
)
def test_a_name_ends_before_the_verb_and_drops_no_character(text: str, name: str) -> None:
    assert _read(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("沙尔山提·阿罕作重要讲话", "沙尔山提·阿罕"),
        ("马祖德·阿里担任团长", "马祖德·阿里"),
        ("洛桑久美通报情况", "洛桑久美"),
        ("扎西顿珠说", "扎西顿珠"),
        ("巴特尔说，", "巴特尔"),
    ],
)
def test_names_with_dots_and_of_other_peoples_end_before_the_verb(text: str, name: str) -> None:
    assert _read(text) == name


@pytest.mark.parametrize(
    "text", ["高质量发展", "安全生产", "常委会议", "方案出台", "同心聚力·技领山城”竞赛", "成长的路"]
)
def test_general_words_are_no_names(text: str) -> None:
    reading = read_name(text, 0)
    assert reading is None or reading.score < 0


def test_a_name_that_stands_elsewhere_decides_where_it_ends() -> None:
    text = "王同文化名人。后来王同说，王同也来了。"
    assert _read(text) == "王同"


def test_names_before_an_honorific() -> None:
    text = "请来的常静教授"
    reading = read_name_before(text, text.index("教授"))
    assert reading is not None and text[reading.begin : reading.end] == "常静"


def test_a_name_without_a_surname_fills_the_place_to_the_verb() -> None:
    assert read_foreign("多拓出席会议", 0) is not None
    assert read_foreign("亲自出席会议", 0) is None
    assert read_foreign("一职由他担任", 0) is None


def test_given_characters_are_shares_of_one_whole() -> None:
    table = load_given_characters()
    assert 0.99 < sum(math.exp(share) for share in table.values()) <= 1.001
    assert table["明"] > table["岚"] > table["获"]
