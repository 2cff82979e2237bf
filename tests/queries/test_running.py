"""Loading graphs, running SPARQL, and the forms of an answer."""

from __future__ import annotations

import csv
import io
import json
import re
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib.query
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from unigraph.errors import OutputError, QueryError
from unigraph.ontology import load_ontology
from unigraph.queries import Table, ask, load_store, run, show, to_csv, to_json
from unigraph.queries.printable import printable


def drawn(table: Table, width: int = 100) -> str:
    out = io.StringIO()
    show(table, Console(file=out, width=width), load_ontology())
    return out.getvalue()


def test_a_graph_is_found_in_folder_file_bytes_and_text(tmp_path: Path, turtle: str, store: ox.Store) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text(turtle, encoding="utf-8")
    for source in (tmp_path, str(tmp_path), path, turtle, turtle.encode()):
        assert len(load_store(source)) == len(store)


def test_quads_are_asked_as_one_graph(tmp_path: Path, store: ox.Store) -> None:
    path = tmp_path / "graph.nq"
    home = ox.NamedNode("http://example.org/g")
    quads = [ox.Quad(q.subject, q.predicate, q.object, home) for q in store]
    path.write_bytes(ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"")
    assert len(ask(load_store(path), "who-chaired")) == 1


@pytest.mark.parametrize("content", ["@prefix a: <b> .\n<a> <b>", "<x> <y> <z> .\n"])
def test_a_broken_graph_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(OutputError, match="no graph there"):
        load_store(tmp_path)
    (tmp_path / "graph.ttl").write_text(content)
    with pytest.raises(OutputError, match="not valid RDF") as error:
        load_store(tmp_path)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("sparql", "message"),
    [
        ("SELECT ?s { ?s ?p ?o", "not valid SPARQL: line 1, column 21, near “?o”: expected one of"),
        (
            "SELECT ?s {\n ?s nope:x ?o }",
            "line 2, column 11, near “nope:x ?o }”: a prefix is not declared; known without",
        ),
        ("SELECT (COUNT(*) AS ?n) ?s { ?s ?p ?o }", "The SELECT contains a variable that is unbound"),
        ("PREFIX a: <b:> # c\nINSERT DATA { a:x a:y a:z }", "a query is SELECT, ASK, CONSTRUCT or DESCRIBE, and this"),
        ("SELEC ?s {}", "this one begins with SELEC"),
        ("", "this one is empty"),
        ("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }", "SERVICE is not answered"),
        ("SELECT * { service silent ?x { ?s ?p ?o } }", "SERVICE is not answered"),
    ],
)
def test_broken_sparql_gives_one_line(sparql: str, message: str, store: ox.Store) -> None:
    with pytest.raises(QueryError, match=re.escape(message)) as error:
        run(store, sparql)
    assert "\n" not in str(error.value)


def test_the_word_service_may_stand_in_names_and_texts(store: ox.Store) -> None:
    assert run(store, "ASK { ?service rdfs:label 'SERVICE' } # SERVICE").rows == ((False,),)


def test_values_have_python_types(store: ox.Store) -> None:
    table = run(
        store,
        """SELECT (1 AS ?i) (0.9 AS ?d) (1e0 AS ?f) (true AS ?b) ("x"@zh AS ?t) (ug:Union AS ?u) ?none
           ("2026-03"^^xsd:gYearMonth AS ?m) ("?"^^xsd:integer AS ?wrong) {}""",
    )
    expected = (1, Decimal("0.9"), 1.0, True, "x", "https://w3id.org/unigraph/ontology#Union", None, "2026-03", "?")
    assert table.rows == (expected,)
    assert [type(v) for v in table.rows[0]] == [type(v) for v in expected]


def test_ask_construct_and_describe_are_tables_too(store: ox.Store) -> None:
    yes = run(store, "ASK { ?s a ug:Union }")
    assert (yes.kind, yes.columns, yes.rows) == ("ask", ("answer",), ((True,),))
    assert json.loads(to_json(yes)) == {"head": {}, "boolean": True}
    assert to_csv(yes) == "answer\r\ntrue\r\n"
    made = run(store, "CONSTRUCT { ?s ug:is ?l } WHERE { ?s a ug:Union ; rdfs:label ?l }")
    assert (made.kind, made.columns, len(made)) == ("graph", ("subject", "predicate", "object"), 2)
    described = run(store, "DESCRIBE <https://w3id.org/unigraph/id/u-990100>")
    assert {row[0] for row in described.rows} == {"https://w3id.org/unigraph/id/u-990100"}


def test_rows_without_an_order_are_sorted(store: ox.Store) -> None:
    rows = run(store, "SELECT ?s { ?s a ug:Mention }").rows
    assert list(rows) == sorted(rows, key=str)


def test_csv_and_json_are_read_by_another_reader(store: ox.Store) -> None:
    table = ask(store, "person", {"person": "何静"})
    for form, data in (("csv", to_csv(table)), ("json", to_json(table))):
        read = rdflib.query.Result.parse(io.BytesIO(data.encode()), format=form)
        assert [str(v) for v in read.vars or ()] == list(table.columns)
        rows = [[None if t is None else str(t) for t in row] for row in read]  # type: ignore[union-attr]
        assert rows == [[t and getattr(t, "value", "") for t in row] for row in table.terms]


def test_json_keeps_languages_and_datatypes(store: ox.Store) -> None:
    table = run(store, 'SELECT ("主席"@zh AS ?a) (0.9 AS ?b) ("x" AS ?c) (ug:Union AS ?d) ?e {}')
    assert json.loads(to_json(table))["results"]["bindings"] == [
        {
            "a": {"type": "literal", "value": "主席", "xml:lang": "zh"},
            "b": {"type": "literal", "value": "0.9", "datatype": "http://www.w3.org/2001/XMLSchema#decimal"},
            "c": {"type": "literal", "value": "x"},
            "d": {"type": "uri", "value": "https://w3id.org/unigraph/ontology#Union"},
        }
    ]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_no_text_becomes_a_formula(text: str) -> None:
    table = Table(("a",), ((ox.Literal(text),),))
    (_, [cell]) = csv.reader(io.StringIO(to_csv(table), newline="")) if text else ([], [""])
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert cell.removeprefix("'") == text.removeprefix("'")


def test_numbers_are_no_formulas_and_raw_is_raw(store: ox.Store) -> None:
    table = run(store, 'SELECT (-1 AS ?n) ("-1" AS ?t) ("=1+1"@zh AS ?f) {}')
    assert to_csv(table) == "n,t,f\r\n-1,'-1,'=1+1\r\n"
    assert to_csv(table, raw=True) == "n,t,f\r\n-1,-1,=1+1\r\n"


def test_names_stand_beside_identifiers(store: ox.Store) -> None:
    text = drawn(ask(store, "person", {"person": "何静"}), 200)
    assert "何静 p-hejing" in text
    assert "主持 chaired" in text
    assert "thingName" not in text
    assert "5 rows" in text


def test_chinese_columns_line_up(store: ox.Store) -> None:
    from rich.cells import cell_len

    lines = drawn(ask(store, "hosts", {}), 60).splitlines()[:-1]
    assert {cell_len(line) for line in lines} == {max(cell_len(line) for line in lines)}


def test_hostile_text_does_nothing_to_a_terminal() -> None:
    hostile = "\x1b[31m红\x07\r\n[bold]粗[/bold]\u202e倒"
    table = Table(("a[red]b",), ((ox.Literal(hostile),),))
    text = drawn(table)
    assert "\x1b" not in text
    assert "[bold]粗[/bold]" in text
    assert "a[red]b" in text
    assert printable(hostile) == "�[31m红�  [bold]粗[/bold]�倒"
