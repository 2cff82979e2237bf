"""Whatever a document says, the Turtle is whole and says the same."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.rdf.test_turtle import of_oxigraph, of_rdflib
from tests.resolution.building import Telling
from unigraph.graph import GraphData
from unigraph.ontology import load_ontology
from unigraph.rdf import from_turtle, to_turtle, triples
from unigraph.resolution import resolve

HOSTILE = (
    '"""',
    "\\",
    "\\u0041",
    '" . <http://example.org/x> a <http://example.org/y> . #',
    "@prefix id: <http://example.org/> .",
    "</script><img src=x onerror=alert(1)>",
    "\x00\x01\x1f\x7f\x85\u2028\u2029\ufeff\ufffe\uffff",
    "\r\n\t\v\f",
    "\ud800 \udfff",
    "💥𠮷\U0010ffff",
    "=HYPERLINK(1)",
    "\u202eabc\u202c",
    "名’“”\u3000",
)
_TEXTS = st.text(st.characters(exclude_categories=()), max_size=12) | st.sampled_from(HOSTILE)


def _graph(name: str, other: str) -> GraphData:
    t = Telling(f"{name}题\n甲访乙，授{other}奖。", publisher=other, sources=(name,))
    a, b = t.thing("Person", name or "甲", aliases=(other,)), t.thing("Company", other or "乙", aliases=(name,))
    body = t.thing("Venue", name, key=other)
    t.say(a, "visited", b, "访").say(a, "holdsPosition", b, "访", name).say(a, "received", b, "授", other)
    t.say(a, "visited", body, "授")
    return resolve([t.facts()], load_ontology())


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_harm_nothing(name: str) -> None:
    _check(_graph(name, name[::-1]))


@given(_TEXTS, _TEXTS)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_names_harm_nothing(name: str, other: str) -> None:
    _check(_graph(name, other))


def _check(graph: GraphData) -> None:
    turtle = to_turtle(graph)
    turtle.encode("utf-8")
    expected = of_oxigraph(triples(graph))
    assert of_oxigraph(ox.parse(turtle, format=ox.RdfFormat.TURTLE)) == expected
    assert of_rdflib(rdflib.Graph().parse(data=turtle, format="turtle")) == set(expected)
    assert to_turtle(from_turtle(turtle)) == turtle
    assert all(i.isascii() for i in (*graph.entities, *graph.posts, *graph.awards))
