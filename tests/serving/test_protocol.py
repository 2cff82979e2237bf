"""The SPARQL 1.1 Protocol, as the W3C's tests of it ask for: queries in three ways, and what must be refused."""

from __future__ import annotations

import json
from urllib.parse import urlencode
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest

from .conftest import Server

ASK = "ASK {}"
SELECT = "SELECT ?name WHERE { ?u a ug:Union ; rdfs:label ?name FILTER(LANG(?name) = 'zh') } ORDER BY ?name"
FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"


def test_query_by_get_form_and_direct_post(server: Server) -> None:
    ways = [
        server.ask("GET", "/sparql?" + urlencode({"query": SELECT})),
        server.ask("POST", "/sparql", urlencode({"query": SELECT}), Content_Type=FORM),
        server.ask("POST", "/sparql", SELECT, Content_Type=DIRECT),
        server.ask("POST", "/sparql", SELECT, Content_Type=f"{DIRECT}; charset=UTF-8"),
    ]
    assert [w.status for w in ways] == [200] * 4
    assert len({w.body for w in ways}) == 1
    found = json.loads(ways[0].body)["results"]["bindings"]
    assert [row["name"]["value"] for row in found] == ["岚川市总工会"]
    assert ways[0].headers["content-type"].startswith("application/sparql-results+json")


def test_datasets_of_the_protocol(server: Server) -> None:
    """A graph that is not here is empty; without one the default graph is asked."""
    count = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
    for way in (
        server.ask("GET", "/sparql?" + urlencode({"query": count, "default-graph-uri": "http://example.org/none"})),
        server.ask(
            "POST", "/sparql?" + urlencode({"default-graph-uri": "http://example.org/none"}), count, Content_Type=DIRECT
        ),
    ):
        assert json.loads(way.body)["results"]["bindings"][0]["n"]["value"] == "0"
    whole = server.ask("GET", "/sparql?" + urlencode({"query": count}))
    assert int(json.loads(whole.body)["results"]["bindings"][0]["n"]["value"]) > 100


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/json", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv"),
        ("text/tab-separated-values", "text/tab-separated-values"),
        ("application/sparql-results+json,*/*;q=0.9", "application/sparql-results+json"),
        ("text/csv;q=0.2, application/sparql-results+xml;q=0.8", "application/sparql-results+xml"),
        ("text/turtle, application/sparql-results+xml", "application/sparql-results+xml"),
    ],
)
def test_formats_of_results(server: Server, accept: str, media: str) -> None:
    for query in (SELECT, ASK):
        headers = {"Accept": accept} if accept else {}
        found = server.ask("GET", "/sparql?" + urlencode({"query": query}), **headers)
        assert found.status == 200
        assert found.headers["content-type"].split(";")[0] == media
        told = found.text
        assert ("岚川市总工会" in told) == (query == SELECT)
        if "json" in media:
            json.loads(told)
        elif "xml" in media:
            assert ElementTree.fromstring(told).tag == "{http://www.w3.org/2005/sparql-results#}sparql"


def test_results_read_back_are_equal_in_all_formats(server: Server) -> None:
    query = "SELECT * WHERE { ?e a ug:Evidence ; ug:confidence ?c ; ug:rule ?r OPTIONAL { ?e ug:none ?n } } ORDER BY ?e"
    formats = {
        "application/sparql-results+json": ox.QueryResultsFormat.JSON,
        "application/sparql-results+xml": ox.QueryResultsFormat.XML,
        "text/tab-separated-values": ox.QueryResultsFormat.TSV,
    }
    read = []
    for accept, form in formats.items():
        found = server.ask("GET", "/sparql?" + urlencode({"query": query}), Accept=accept)
        solutions = ox.parse_query_results(found.body, format=form)
        assert isinstance(solutions, ox.QuerySolutions)
        read.append([[str(s[v]) for v in ("e", "c", "r", "n")] for s in solutions])
    assert read[0] and read[0] == read[1] == read[2]


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("text/turtle", ox.RdfFormat.TURTLE),
        ("application/n-triples", ox.RdfFormat.N_TRIPLES),
        ("application/rdf+xml", ox.RdfFormat.RDF_XML),
        ("application/ld+json", ox.RdfFormat.JSON_LD),
    ],
)
def test_graphs_service_description_and_the_whole_graph(server: Server, accept: str, form: ox.RdfFormat) -> None:
    construct = "CONSTRUCT { ?s rdfs:label ?l } WHERE { ?s rdfs:label ?l }"
    ways = (
        server.ask("GET", "/sparql?" + urlencode({"query": construct}), Accept=accept),
        server.ask("GET", "/sparql?" + urlencode({"query": "DESCRIBE ?u WHERE { ?u a ug:Union }"}), Accept=accept),
        server.ask("GET", "/sparql", Accept=accept),
        server.ask("GET", "/data?default", Accept=accept),
    )
    for found in ways:
        assert (found.status, found.headers["content-type"].split(";")[0]) == (200, accept)
        assert list(ox.parse(found.body, format=form))
    description = {str(q.predicate) for q in ox.parse(ways[2].body, format=form)}
    assert any("endpoint" in p for p in description)
    own = {str(q.triple) for q in ox.parse((server.folder / "graph.ttl").read_bytes(), format=ox.RdfFormat.TURTLE)}
    told = {str(q.triple) for q in ox.parse(ways[3].body, format=form)}
    assert len(told) == len(own)


@pytest.mark.parametrize(
    ("method", "path", "body", "content_type", "status"),
    [
        ("PUT", "/sparql?" + urlencode({"query": ASK}), None, "", 405),
        ("GET", "/sparql?" + urlencode([("query", ASK), ("query", SELECT)]), None, "", 400),
        ("POST", "/sparql", urlencode([("query", ASK), ("query", ASK)]), FORM, 400),
        ("POST", "/sparql", ASK, "text/plain", 415),
        ("POST", "/sparql", ASK, "", 415),
        ("POST", "/sparql", urlencode({"nothing": "here"}), FORM, 400),
        ("POST", "/sparql", ASK.encode("utf-16"), f"{DIRECT}; charset=UTF-16", 400),
        ("POST", "/sparql", b"ASK { ?s ?p '\xff' }", DIRECT, 400),
        ("GET", "/sparql?" + urlencode({"query": "ASK {"}), None, "", 400),
        ("GET", "/sparql?" + urlencode({"query": "DROP ALL"}), None, "", 400),
        (
            "GET",
            "/sparql?" + urlencode({"query": "SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }"}),
            None,
            "",
            403,
        ),
        ("POST", "/sparql", "DROP ALL", "application/sparql-update", 403),
        ("POST", "/sparql", urlencode({"update": "CLEAR ALL"}), FORM, 403),
        ("GET", "/sparql?" + urlencode({"update": "CLEAR ALL"}), None, "", 403),
        ("PUT", "/data?default", "<a:a> <a:b> <a:c> .", "text/turtle", 403),
        ("POST", "/data?default", "<a:a> <a:b> <a:c> .", "text/turtle", 403),
        ("DELETE", "/data?default", None, "", 403),
        ("GET", "/data?graph=http://example.org/none", None, "", 404),
    ],
)
def test_what_is_refused(
    server: Server, method: str, path: str, body: bytes | str | None, content_type: str, status: int
) -> None:
    headers = {"Content_Type": content_type} if content_type else {}
    found = server.ask(method, path, body, **headers)
    assert found.status == status
    assert len(found.text.strip().splitlines()) == 1
    assert "Traceback" not in found.text


def test_nothing_that_a_client_takes(server: Server) -> None:
    assert server.ask("GET", "/sparql?" + urlencode({"query": ASK}), Accept="image/png").status == 406
    assert server.ask("GET", "/data?default", Accept="image/png").status == 406
