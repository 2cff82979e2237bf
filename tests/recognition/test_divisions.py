"""Divisions by name, and what 市 and 区 mean in an article."""

from __future__ import annotations

import pytest

from tests.recognition.naming import bodies_of, divisions_of, document_of
from unigraph.recognition.context import context_of
from unigraph.recognition.divisions import Divisions, find_divisions


def _named(*lines: str) -> list[str]:
    text = "\n".join(lines)
    return [text[h.begin : h.end] for h in divisions_of(*lines)[0]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("会议在清远市清城区召开", ["清远市", "清城区"]),
        ("大家登上千佛山", []),
        ("会议在南通过江", []),
        ("党和政府的关怀", []),
        ("主席甲和县总工会主席乙", []),
        ("建设新桐乡", ["桐乡"]),
        ("一行莅临西峡县考察", ["西峡县"]),
        ("一行来到临西县考察", ["临西县"]),
        ("前来临沂市学习", ["临沂市"]),
    ],
)
def test_names_are_found_but_not_within_other_words(text: str, names: list[str]) -> None:
    assert _named(text) == names


def test_the_city_of_an_article_is_that_of_its_headline() -> None:
    context = divisions_of("清远市总工会召开全会", "东莞市总工会前来学习。")[1]
    assert context.name("市") == "清远市"
    assert context.name("省") == "广东省"
    assert context.name("县") == ""


def test_a_city_known_by_its_short_name_only_is_the_city() -> None:
    assert divisions_of("上海职工迎新春", "市总工会主席来到云南。")[1].name("市") == "上海市"


def test_a_division_is_named_as_the_text_writes_it() -> None:
    assert divisions_of("临夏州职工代表大会召开", "州总工会主席到会。")[1].name("州") == "临夏州"


def test_a_county_city_outweighs_the_city_above_it() -> None:
    context = divisions_of("市领导慰问劳模", "1989年嘉兴市劳模、2008年嘉兴市劳模说，桐乡变了。")[1]
    assert context.name("市") == "桐乡市"


def test_names_that_several_bear_are_told_apart_by_the_division_above() -> None:
    first = next(b for b in bodies_of("长春市朝阳区总工会成立") if b.key)
    second = next(b for b in bodies_of("北京市朝阳区总工会成立") if b.key)
    assert (first.key, second.key) == ("u-220104", "u-110105")


@pytest.mark.parametrize("text", ["这座城市", "各区", "矿区", "全市", "两省"])
def test_level_words_within_other_words_mean_no_division(text: str) -> None:
    lines = ("清远市清城区总工会开会", text)
    document = document_of(*lines)
    hits = find_divisions(document)
    divisions = Divisions(document, context_of(document, hits), hits)
    assert divisions.level(len(document.text)) is None


def test_an_unlisted_division_is_known_by_its_union() -> None:
    assert divisions_of("云岭市总工会开会", "云岭市总工会主席到会。")[1].name("市") == "云岭市"


def test_a_long_text_without_marks_is_read() -> None:
    hits, _ = divisions_of("清远市" * 20_000)
    assert len(hits) == 20_000


@pytest.mark.parametrize(
    "lines",
    [
        ("佛山市南海区总工会到通学习", "佛山市南海区总工会主席率队来通考察。市总工会主席到场，南通工会作了介绍。"),
        ("佛山市总工会来南通调研", "佛山市总工会一行参观了市总工会。"),
        ("两地工会座谈", "据南通日报报道 市人大常委会副主任甲与佛山市总工会主席乙出席，南通、佛山工会交流。"),
    ],
)
def test_where_guests_come_the_bare_bodies_are_the_hosts(lines: tuple[str, ...]) -> None:
    assert divisions_of(*lines)[1].name("市") == "南通市"


def test_who_goes_elsewhere_is_at_home_where_it_came_from() -> None:
    lines = ("佛山市总工会赴南通考察", "近日，佛山市总工会一行到南通考察，市总工会主席带队。")
    assert divisions_of(*lines)[1].name("市") == "佛山市"


def test_an_unlisted_county_outweighs_one_that_only_a_schools_name_holds() -> None:
    lines = ("云岭县总工会办比赛", "青山小学工会派人参加，县委副书记到场。")
    assert divisions_of(*lines)[1].name("县") == "云岭县"
