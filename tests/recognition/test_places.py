"""Places: divisions as places, venues, and rows after 走进."""

from __future__ import annotations

import pytest

from tests.recognition.naming import bodies_of, names_of, places_of
from unigraph.ontology import load_ontology


def _venues(*lines: str) -> set[str]:
    ontology = load_ontology()
    return {b.name for b in bodies_of(*lines) if ontology.root(b.cls) == "Place"} | places_of(*lines)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "交流团先后走进云祠、南坡古窑、桐川千古情及云溪岭南和园等文旅地标",
            {"云祠", "南坡古窑", "桐川千古情", "云溪岭南和园"},
        ),
        ("女职工们走进顺兴石场、高坡创智谷等地", {"顺兴石场", "高坡创智谷"}),
        ("论坛在桐江之眼开幕", {"桐江之眼"}),
        ("他来到清远市", {"清远市"}),
        ("他们前往清远考察", {"清远市"}),
        ("参观了桐川烈士陵园", {"桐川烈士陵园"}),
        ("运动会在桐川市体育馆举行", {"桐川市体育馆"}),
    ],
)
def test_places(text: str, places: set[str]) -> None:
    assert places <= _venues(text)


@pytest.mark.parametrize(
    "text", ["在此基础上举行", "活动在大家的掌声中开幕", "走进基层、走进车间", "在工会的指导下举办", "前往学习交流"]
)
def test_no_places(text: str) -> None:
    assert places_of(text) == set()


def test_a_division_within_a_bodys_name_is_no_place() -> None:
    assert places_of("清远市总工会在广州市举办活动") == {"广州市"}


def test_divisions_have_keys() -> None:
    from tests.recognition.naming import document_of
    from unigraph.recognition.divisions import Context, find_divisions
    from unigraph.recognition.found import Index
    from unigraph.recognition.places import find_places

    document = document_of("会议在清远市举行")
    found = find_places(document, load_ontology(), find_divisions(document), Index(()), Index(()), Context((), ()))
    assert [(p.key, p.aliases) for p in found] == [("pl-441800", ("清远",))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("授牌仪式在京举行。", "北京市"),
        ("台湾工会代表团来皖参访。", "安徽省"),
        ("大会在河北唐山隆重举行。", "唐山市"),
        ("仪式在云河船闸项目现场举行。", "云河船闸项目现场"),
    ],
)
def test_places_by_one_character_by_chains_and_sites(text: str, name: str) -> None:
    assert name in _venues("工会新闻", text)


@pytest.mark.parametrize("text", ["在项目大干关键时刻开展活动。", "大家在新工位上进行操作。", "来访的客人到场。"])
def test_times_and_words_are_no_places(text: str) -> None:
    assert places_of("工会新闻", text) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("市总工会主席林致远来到城北供热站，看望慰问一线职工。", "城北供热站"),
        ("市总工会主席林致远到白果煤矿慰问职工。", "白果煤矿"),
        ("在夕阳红养老院，林致远一行陪老人聊天，询问他们的生活。", "夕阳红养老院"),
        ("海棠纪念馆、河东水厂和云岭科技馆，一行人逐一看过。", "云岭科技馆"),
    ],
)
def test_houses_with_a_name_of_their_own(text: str, name: str) -> None:
    assert name in places_of(text) | names_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "市总工会主席林致远来到快递驿站，看望慰问骑手。",
        "他们参观了红色教育基地、爱国主义教育基地和劳模创新工作室。",
        "慰问服务城市运行和民生保障的快递员。",
    ],
)
def test_houses_called_by_their_kind_alone(text: str) -> None:
    assert not {n for n in places_of(text) if n.endswith(("驿站", "基地", "运行"))}
