"""Turtle back to a graph."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import rdflib

from tests.resolution.building import Telling, forum, signing
from unigraph.errors import OutputError
from unigraph.graph import GraphData
from unigraph.ontology import Ontology, load_ontology
from unigraph.rdf import from_turtle, to_turtle
from unigraph.resolution import resolve

COURTS = "https://example.org/courts#"


@pytest.fixture(scope="module")
def graph() -> GraphData:
    return resolve([signing(), forum()], load_ontology(), threshold=0.4)


@pytest.fixture
def courts(tmp_path: Path) -> Ontology:
    """An ontology that adds a class and two predicates, one of them symmetric."""
    path = tmp_path / "courts.ttl"
    path.write_text(
        f"""@prefix : <{COURTS}> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix ug: <https://w3id.org/unigraph/ontology#> .
        <{COURTS}> a owl:Ontology ; owl:imports <https://w3id.org/unigraph/ontology> .
        :Court a owl:Class ; rdfs:subClassOf ug:Judiciary ; rdfs:label "法院"@zh .
        :tried a owl:ObjectProperty ; rdfs:domain :Court ; rdfs:range ug:Event ; rdfs:label "审理"@zh .
        :alliedWith a owl:ObjectProperty, owl:SymmetricProperty ; rdfs:label "结盟"@zh .
        """,
        encoding="utf-8",
    )
    return load_ontology(path)


def test_what_is_written_is_read_back(graph: GraphData) -> None:
    assert from_turtle(to_turtle(graph)) == graph
    assert from_turtle(to_turtle(graph).encode()) == graph


def test_reading_and_writing_changes_no_byte(graph: GraphData) -> None:
    for turtle in (to_turtle(graph), to_turtle(graph, texts=False)):
        assert to_turtle(from_turtle(turtle)) == turtle


def test_a_base_of_ones_own_and_an_empty_graph(graph: GraphData) -> None:
    for moved in (replace(graph, base="urn:x-test:graph#"), GraphData(load_ontology())):
        assert from_turtle(to_turtle(moved)) == moved


def test_a_graph_that_another_tool_wrote_is_read_all_the_same(graph: GraphData) -> None:
    turtle = rdflib.Graph().parse(data=to_turtle(graph), format="turtle").serialize(format="turtle")
    read = from_turtle(turtle)
    assert replace(read, threshold=graph.threshold) == graph


def test_classes_and_predicates_of_a_users_ontology(courts: Ontology) -> None:
    t = Telling("一\n南溪法院审理一案，与东河法院结盟。")
    court, other = t.thing(COURTS + "Court", "南溪法院"), t.thing(COURTS + "Court", "东河法院")
    case = t.thing("Event", "一案")
    t.say(court, COURTS + "tried", case, "审理").say(other, COURTS + "alliedWith", court, "结盟")
    graph = resolve([t.facts()], courts)
    turtle = to_turtle(graph)
    assert f"a <{COURTS}Court>, ug:Judiciary, ug:Organization ;" in turtle
    assert turtle.count(f"    <{COURTS}alliedWith> id:o-") == 2
    assert f"rdf:predicate <{COURTS}tried> ;" in turtle
    assert from_turtle(turtle, courts) == graph
    assert {e.id[0] for e in graph.entities.values()} == {"o", "e"}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("", "no graph of unigraph"),
        ("@prefix ex: <http://example.org/> . ex:a ex:b ex:c .", "no graph of unigraph"),
        ("<a> <b> <c> .", "not valid Turtle"),
        ("{", "not valid Turtle"),
        (b"\xff\xfe\x00", "not valid Turtle"),
    ],
)
def test_what_is_no_graph_of_ours_is_refused(data: bytes | str, words: str) -> None:
    with pytest.raises(OutputError, match=words) as refused:
        from_turtle(data)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("    ug:rule ", "    ug:rules ", "has no rule"),
        ("    ug:confidence 0.97", '    ug:confidence "high"', "no number"),
        ("    ug:begin 14 ;", "    ug:begin -14 ;", "no number"),
        ("    ug:title ", "    ug:titel ", "has no title"),
        ("id:u-990100 a ", "<http://example.org/x> a ", "no identifier under"),
        ("id:u-990100 a ", "_:b a ", "blank nodes"),
        ("-s0 a ug:Sentence", "-s99 a ug:Sentence", "missing"),
        ("prov:wasDerivedFrom id:a-", "prov:wasDerivedFrom id:b-", "no article here"),
        ("prov:wasDerivedFrom id:a-", "prov:wasDerivedFrom id:u-990100, id:a-", "is no sentence"),
    ],
)
def test_a_broken_graph_is_refused_in_one_line(graph: GraphData, old: str, new: str, words: str) -> None:
    turtle = to_turtle(graph)
    assert old in turtle
    with pytest.raises(OutputError, match=words) as refused:
        from_turtle(turtle.replace(old, new, 1))
    assert "\n" not in str(refused.value)
