"""Clients that others wrote."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import Any

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, POST, TURTLE, XML, SPARQLWrapper

from .conftest import Server

NAMES = (
    "PREFIX ug: <https://w3id.org/unigraph/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
    "SELECT ?name WHERE { ?p a ug:Person ; rdfs:label ?name FILTER(LANG(?name) = 'zh') } ORDER BY ?name"
)
PEOPLE = {"陈远舟", "罗映雪"}


@pytest.mark.parametrize("method", ["GET", POST])
def test_sparqlwrapper(server: Server, method: str) -> None:
    client = SPARQLWrapper(f"{server.url}/sparql")
    client.setMethod(method)
    client.setQuery(NAMES)
    client.setReturnFormat(JSON)
    found: Any = client.queryAndConvert()
    assert {row["name"]["value"] for row in found["results"]["bindings"]} >= PEOPLE
    client.setReturnFormat(CSV)
    found = client.queryAndConvert()
    assert "陈远舟" in found.decode("utf-8")
    client.setReturnFormat(XML)
    found = client.queryAndConvert()
    assert "罗映雪" in found.toxml()
    client.setQuery("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 20")
    client.setReturnFormat(TURTLE)
    found = client.queryAndConvert()
    assert len(rdflib.Graph().parse(data=found, format="turtle")) == 20


def test_rdflibs_store(server: Server) -> None:
    graph = rdflib.Graph(SPARQLStore(f"{server.url}/sparql", returnFormat="json"))
    rows: Any = graph.query(NAMES)
    assert {str(row[0]) for row in rows} >= PEOPLE
    label = rdflib.RDFS.label
    assert any(str(name) == "岚川市总工会" for _, name in graph.subject_objects(label))


def test_curl(server: Server) -> None:
    curl = shutil.which("curl")
    if curl is None:
        pytest.skip("no curl")
    command = [
        curl,
        "-sS",
        "-G",
        f"{server.url}/sparql",
        "--data-urlencode",
        f"query={NAMES}",
        "-H",
        "Accept: text/csv",
    ]
    assert set(subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()) >= PEOPLE


def test_the_request_of_yasgui(server: Server) -> None:
    """A form by POST, with its Accept header."""
    from urllib.parse import urlencode

    found = server.ask(
        "POST",
        "/sparql",
        urlencode({"query": NAMES}),
        Content_Type="application/x-www-form-urlencoded; charset=UTF-8",
        Accept="application/sparql-results+json,*/*;q=0.9",
    )
    assert {row["name"]["value"] for row in json.loads(found.body)["results"]["bindings"]} >= PEOPLE
