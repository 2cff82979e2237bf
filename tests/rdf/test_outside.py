"""Identifiers from outside: which things have them, and that a graph says where each is from."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import BytesIO, StringIO

import networkx as nx
import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from tests.resolution.building import Telling
from unigraph.explain import explain, render
from unigraph.explorer.data import page_data
from unigraph.formats import FORMATS
from unigraph.graph import GraphData
from unigraph.model import Entity
from unigraph.ontology import ROOTS, Ontology, load_ontology
from unigraph.outside import CLOSE_MATCH, SAME_AS, Outside, outside
from unigraph.rdf import PREFIXES, from_turtle, to_turtle, triples
from unigraph.resolution import resolve
from unigraph.validation import validate

CITY = Entity("pl-441800", "Division", "清远市", adcode="441800")


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load_ontology()


@pytest.fixture(scope="module")
def graph() -> GraphData:
    t = Telling("题\n清远市总工会在清远市、郫县、台北市和南溪会堂举行仪式，比亚迪、比亚迪电子和中国石油到会。")
    t.thing("TerritorialUnion", "清远市总工会", key="u-441800")
    t.thing("Division", "清远市", key="pl-441800")
    t.thing("Division", "郫县", key="pl-510117")
    t.thing("Division", "台北市", key="pl-710100")
    t.thing("Venue", "南溪会堂")
    for company in ("比亚迪", "比亚迪电子", "中国石油"):
        t.thing("Company", company)
    return resolve([t.facts()], load_ontology())


def known(name: str, cls: str, adcode: str = "") -> Outside:
    return Outside.of(Entity("x", cls, name, adcode=adcode), load_ontology())


def test_a_place_is_the_item_that_has_its_code_and_its_name(ontology: Ontology) -> None:
    assert Outside.of(CITY, ontology) == Outside("Q59213", "same", 23.68425, 113.05075)
    assert [one.predicate for one in outside(CITY, ontology)][1] == SAME_AS


def test_a_division_by_its_name_of_old_is_only_close_to_what_became_of_it() -> None:
    assert known("郫县", "Division", "510117") == Outside("Q1027358", "close")  # and takes no coordinates
    assert known("郫都区", "Division", "510117").match == "same"


@pytest.mark.parametrize(("name", "cls", "code"), [("台北市", "Division", "710100"), ("南溪会堂", "Venue", "")])
def test_other_places_have_none(name: str, cls: str, code: str) -> None:
    assert known(name, cls, code) == Outside()


def test_the_union_of_a_division_is_not_the_division() -> None:
    assert known("清远市", "TerritorialUnion", "441800") == Outside()


def test_a_company_has_a_code_where_its_name_is_exactly_a_listed_one() -> None:
    assert (
        known("比亚迪", "Company").stock_codes == known("比亚迪股份有限公司", "Company").stock_codes == ("002594.SZ",)
    )
    assert known("老凤祥", "Company").stock_codes == ("600612.SH", "900905.SH")  # A shares and B shares


@pytest.mark.parametrize("name", ["比亚迪电子", "比亚迪集团", "比亚迪公司", "中国石油", "中国石油天然气集团有限公司"])
def test_names_like_it_and_groups_have_none(name: str) -> None:
    assert not known(name, "Company").stock_codes


def test_a_full_name_of_a_group_speaks_against_a_listed_short_name(ontology: Ontology) -> None:
    def codes(alias: str) -> tuple[str, ...]:
        return Outside.of(Entity("x", "Company", "一汽解放", (alias,)), ontology).stock_codes

    assert codes("一汽解放集团股份有限公司") == codes("解放公司") == ("000800.SZ",)
    assert codes("一汽解放汽车有限公司") == codes("一汽总公司") == ()


def test_what_is_no_company_has_none() -> None:
    assert not known("比亚迪", "Union").stock_codes


def test_every_identifier_has_a_source_and_a_date_in_the_graph(graph: GraphData) -> None:
    store = ox.Store()
    store.bulk_extend(ox.Quad(t.subject, t.predicate, t.object) for t in triples(graph))
    prefixes = {**PREFIXES, "id": graph.base}

    def count(pattern: str) -> int:
        found = store.query(f"SELECT DISTINCT ?x ?p ?v {{ {pattern} }}", prefixes=prefixes)
        assert isinstance(found, ox.QuerySolutions)
        return sum(1 for _ in found)

    properties = "ug:adcode owl:sameAs skos:closeMatch schema:latitude schema:longitude ug:stockCode"
    said = f"VALUES ?p {{ {properties} }} ?x ?p ?v"
    sourced = f"{said} . ?data a ug:DataSet ; ug:gives ?p ; dcterms:source ?source ; dcterms:issued ?date"
    assert count(said) == count(sourced) == 4 + 2 + 2 + 1
    assert store.query("ASK { id:pl-441800 owl:sameAs wd:Q59213 ; schema:latitude 23.68425 }", prefixes=prefixes)
    assert store.query("ASK { id:pl-510117 skos:closeMatch wd:Q1027358 }", prefixes=prefixes)


def test_it_is_written_read_back_and_valid(graph: GraphData, ontology: Ontology) -> None:
    turtle = to_turtle(graph)
    assert from_turtle(turtle) == graph
    assert to_turtle(from_turtle(turtle)) == turtle
    assert validate(turtle, ontology).ok


def test_a_graph_says_nothing_of_data_sets_that_it_does_not_draw_on(ontology: Ontology) -> None:
    t = Telling("题\n何静到会。")
    t.thing("Person", "何静")
    assert "DataSet" not in to_turtle(resolve([t.facts()], ontology))


def test_an_ontology_without_data_sets_gives_none(graph: GraphData, ontology: Ontology) -> None:
    bare = replace(graph, ontology=replace(ontology, data_sets=()))
    turtle = to_turtle(bare)
    assert 'ug:adcode "441800"' in turtle
    assert not any(word in turtle for word in ("owl:sameAs", "schema:latitude", "ug:stockCode", "ug:DataSet"))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("schema:latitude 23.68425", "schema:latitude 123.5"),
        ("schema:latitude 23.68425", 'schema:latitude "23.68425"'),
        ("owl:sameAs wd:Q59213", 'owl:sameAs "Q59213"'),
        ("owl:sameAs wd:Q59213", "owl:sameAs wd:Q59213, wd:Q1"),
        ('ug:stockCode "002594.SZ"', 'ug:stockCode "2594"'),
        ("dcterms:issued", "dcterms:created"),
    ],
)
def test_faults_are_found(graph: GraphData, ontology: Ontology, right: str, wrong: str) -> None:
    turtle = to_turtle(graph)
    assert right in turtle
    assert not validate(turtle.replace(right, wrong, 1), ontology).ok


@given(st.text(max_size=12), st.text('0123456789-Qabc\n"<>', max_size=9), st.sampled_from([*ROOTS, "Nothing"]))
def test_hostile_names_and_codes_give_no_identifiers(name: str, code: str, cls: str) -> None:
    for one in outside(Entity("x", cls, name, adcode=code), load_ontology()):
        assert one.value == code or one.predicate == CLOSE_MATCH or one.value.isascii()


def test_exports_have_columns_and_numbers(graph: GraphData) -> None:
    table = FORMATS["csv"].render(graph, True)["entities.csv"].decode("utf-8-sig")
    rows = {row["id"]: row for row in csv.DictReader(StringIO(table))}
    city, old = rows["pl-441800"], rows["pl-510117"]
    assert [city[c] for c in ("wikidata", "match", "latitude", "longitude")] == [
        "Q59213",
        "same",
        "23.68425",
        "113.05075",
    ]
    assert [old[c] for c in ("wikidata", "match", "latitude")] == ["Q1027358", "close", ""]
    assert {row["stock_codes"] for row in rows.values()} == {"", "002594.SZ"}
    (graphml,) = FORMATS["graphml"].render(graph, True).values()
    node = nx.read_graphml(BytesIO(graphml)).nodes["pl-441800"]
    assert (node["wikidata"], node["latitude"], node["longitude"]) == ("Q59213", 23.68425, 113.05075)
    assert "latitude" not in nx.read_graphml(BytesIO(graphml)).nodes["pl-510117"]


def test_explain_shows_each_with_its_source_and_date(graph: GraphData) -> None:
    console = Console(width=200, record=True, file=StringIO())
    render(explain(graph, "pl-441800"), console)
    text = console.export_text()
    assert "http://www.wikidata.org/entity/Q59213  维基数据 Wikidata, 2026-10-03" in text
    assert "纬度 latitude: 23.68425" in text
    assert "区划代码 division code: 441800" in text


def test_the_page_has_them(graph: GraphData) -> None:
    rows = {row["id"]: row for part in page_data(graph).parts["things"] for row in part}
    assert rows["pl-441800"]["w"] == "Q59213"
    assert rows["pl-441800"]["at"] == [23.68425, 113.05075]
    assert rows["pl-510117"]["wc"] == 1
    assert [row["st"] for row in rows.values() if "st" in row] == [["002594.SZ"]]
