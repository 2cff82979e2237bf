"""Both scripts: what is folded, what is kept, and the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unigraph.lexicons.scripts import is_traditional, plain, simplify, simplify_name, traditionalize


@given(st.text(alphabet="總工會领导乾於著裏裡衞綫計畫瞭解a1，"))
def test_no_fold_changes_a_length(text: str) -> None:
    assert len(simplify(text)) == len(plain(text)) == len(simplify_name(text)) == len(traditionalize(text)) == len(text)


@given(st.text(alphabet="總工會领导乾於著裏裡衞綫計畫瞭解a1，"))
def test_what_is_folded_is_folded_for_good(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("裏面裡面、群眾羣眾衆", "里面里面、群众群众众"),
        ("衞生衛生，在綫線上，説說，啟啓動", "卫生卫生，在线线上，说说，启启动"),
        ("臺灣台灣，電視臺電視台，檯枱", "台湾台湾，电视台电视台，台台"),
        ("圍繞著主題，著名學者的著作顯著", "围绕着主题，著名学者的著作显著"),
        ("瞭解計畫，答覆覆蓋", "了解计划，答复覆盖"),
        ("關於乾燥的餅乾與乾縣、幹部、干預", "关于干燥的饼干与乾县、干部、干预"),
        ("皇后與前後，公里與裏面", "皇后与前后，公里与里面"),
    ],
)
def test_one_for_one_with_the_variants_of_hong_kong_and_taiwan(traditional: str, simplified: str) -> None:
    assert simplify(traditional) == simplified


@pytest.mark.parametrize("text", ["乾县总工会", "於海到会", "著名学者李乾", "毕昇", "中曽根广", "沢田"])
def test_what_a_simplified_text_may_hold_is_kept(text: str) -> None:
    assert simplify(text) == text


def test_one_traditional_word_in_a_simplified_text_is_folded_too() -> None:
    assert simplify("这里的「香港總工會」与乾县总工会") == "这里的「香港总工会」与乾县总工会"


def test_names_keep_what_people_keep() -> None:
    assert simplify_name("於國強") == "於国强"
    assert simplify_name("陳乾") == "陈乾"
    assert simplify_name("鍾啟峯") == "钟启峰"


def test_the_script_of_a_text() -> None:
    assert is_traditional("市總工會召開會議")
    assert not is_traditional("市总工会召开会议，香港總會到会")
    assert not is_traditional("台山")


def test_the_way_back_keeps_what_stands_in_both() -> None:
    assert traditionalize("云南省总工会") == "雲南省總工會"
    assert traditionalize("于都县里的后勤") == "于都縣里的后勤"
    assert traditionalize("广东省") == "廣東省"
