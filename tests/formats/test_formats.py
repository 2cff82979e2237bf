"""Each format is read back by a reader that is not ours."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import networkx as nx
import pandas as pd
import pyoxigraph as ox
import pytest
import rdflib

from tests.rdf.test_turtle import of_oxigraph, of_rdflib
from tests.resolution.building import Telling, forum, signing
from unigraph.errors import OptionError, OutputError
from unigraph.formats import FORMATS, export, to_networkx
from unigraph.graph import GraphData
from unigraph.ontology import load_ontology
from unigraph.rdf import triples
from unigraph.resolution import resolve

pytestmark = pytest.mark.filterwarnings("ignore:.*deprecated.*:DeprecationWarning:rdflib")

_ROOT = Path(__file__).parents[2]
_DIGESTS = """
import hashlib
from tests.resolution.building import forum, signing
from unigraph.formats import FORMATS
from unigraph.ontology import load_ontology
from unigraph.resolution import resolve
graph = resolve([signing(), forum()], load_ontology())
for chosen in FORMATS.values():
    print(hashlib.sha256(b"".join(chosen.render(graph, True).values())).hexdigest())
"""
_HOSTILE = "=cmd|' /C calc'!A0\r\n\x00\x0b<b>&\"]]>\ufffe𠮷"


@pytest.fixture(scope="module")
def graph() -> GraphData:
    return resolve([signing(), forum()], load_ontology())


@pytest.fixture(scope="module")
def hostile() -> GraphData:
    t = Telling(f"题\n甲访乙。{_HOSTILE}", publisher=_HOSTILE, sources=(_HOSTILE,))
    a, b = t.thing("Person", _HOSTILE), t.thing("Company", "@乙" + _HOSTILE, aliases=(_HOSTILE,))
    t.say(a, "visited", b, "访").say(a, "holdsPosition", b, "访", _HOSTILE).say(a, "received", b, "访", _HOSTILE)
    return resolve([t.facts()], load_ontology())


def _written(graph: GraphData, format: str, folder: Path) -> Path:
    (path,) = export(graph, format, folder / f"out{FORMATS[format].suffix}")
    return path


@pytest.mark.parametrize(("format", "reader"), [("jsonld", "json-ld"), ("ntriples", "nt"), ("rdfxml", "xml")])
def test_rdflib_reads_the_triples(graph: GraphData, tmp_path: Path, format: str, reader: str) -> None:
    read = rdflib.Graph().parse(_written(graph, format, tmp_path), format=reader)
    assert of_rdflib(read) == set(of_oxigraph(triples(graph)))


@pytest.mark.parametrize("format", ["nquads", "trig"])
def test_rdflib_reads_the_quads(graph: GraphData, tmp_path: Path, format: str) -> None:
    read = rdflib.Dataset(default_union=True)
    read.parse(_written(graph, format, tmp_path), format=format)
    flat = rdflib.Graph()
    for s, p, o, _ in read.quads():
        flat.add((s, p, o))
    assert of_rdflib(flat) == set(of_oxigraph(triples(graph)))
    named = {str(g.identifier) for g in read.graphs() if len(g)} - {str(rdflib.graph.DATASET_DEFAULT_GRAPH_ID)}
    assert named == {graph.base + a for a in graph.articles}


def test_the_default_graph_of_quads_answers_by_plain_triples(graph: GraphData, tmp_path: Path) -> None:
    store = ox.Store()
    store.load(path=str(_written(graph, "nquads", tmp_path)), format=ox.RdfFormat.N_QUADS)
    asked = store.query("ASK { ?p <https://w3id.org/unigraph/ontology#chaired> ?e }")
    assert asked


@pytest.mark.parametrize(
    ("format", "kind"),
    [("jsonld", ox.RdfFormat.JSON_LD), ("ntriples", ox.RdfFormat.N_TRIPLES), ("rdfxml", ox.RdfFormat.RDF_XML)],
)
def test_hostile_texts_survive(hostile: GraphData, tmp_path: Path, format: str, kind: ox.RdfFormat) -> None:
    expected = set(of_oxigraph(triples(hostile)))
    path = _written(hostile, format, tmp_path)
    reader = {"jsonld": "json-ld", "ntriples": "nt", "rdfxml": "xml"}[format]
    if format == "rdfxml":  # XML has no way to write these
        gone = str.maketrans(dict.fromkeys("\x00\x0b\ufffe", "\ufffd"))
        expected = {(s, p, o.translate(gone), *rest) for s, p, o, *rest in expected}
    assert set(of_oxigraph(ox.parse(path=str(path), format=kind))) == expected
    assert of_rdflib(rdflib.Graph().parse(path, format=reader)) == expected


def test_a_predicate_that_xml_cannot_name_is_refused(graph: GraphData, tmp_path: Path) -> None:
    odd = replace(graph, background=(("u-990121", "https://example.org/1", "u-990100"),))
    with pytest.raises(OutputError, match="does not end in a name"):
        export(odd, "rdfxml", tmp_path / "x.rdf")
    assert list(tmp_path.iterdir()) == []


def _check_network(graph: GraphData, read: nx.Graph[str]) -> None:
    assert set(read) == {*graph.entities, *graph.awards}
    union = read.nodes["u-990100"]
    assert (union["label"], union["class"], union["kind"]) == ("南溪市总工会", "TerritorialUnion", "Union")
    edges = {(a, d["predicate"], b): d for a, b, d in read.edges(data=True)}
    plain = [f for f in graph.facts if f.plain and f.predicate not in ("startDate", "endDate")]
    assert len(edges) == read.number_of_edges() == len(plain) + len(graph.background)
    (post,) = [d for (_, p, b), d in edges.items() if p == "holdsPosition" and b == "u-990100"]
    assert (post["title"], post["confidence"], post["weight"]) == ("主席", 1.0, 2)
    assert (post["first"], post["last"]) == ("2026-03-02", "2026-04-20")
    assert {d["startDate"] for _, d in read.nodes(data=True) if "startDate" in d} == {"2026-03-01", "2026-04"}


def test_networkx_reads_the_networks(graph: GraphData, tmp_path: Path) -> None:
    _check_network(graph, to_networkx(graph))
    _check_network(graph, nx.read_graphml(_written(graph, "graphml", tmp_path), force_multigraph=True))
    _check_network(graph, nx.read_gexf(_written(graph, "gexf", tmp_path)))


def test_hostile_names_leave_the_networks_whole(hostile: GraphData, tmp_path: Path) -> None:
    for format, read in (("graphml", nx.read_graphml), ("gexf", nx.read_gexf)):
        labels = {d["label"] for _, d in read(_written(hostile, format, tmp_path)).nodes(data=True)}
        assert any("calc" in label and "𠮷" in label for label in labels)
    assert b"lastmodified" not in _written(hostile, "gexf", tmp_path).read_bytes()


def _tables(folder: Path) -> dict[str, pd.DataFrame]:
    return {p.stem: pd.read_csv(p, dtype=str, keep_default_na=False) for p in folder.iterdir()}


def test_pandas_reads_the_tables(graph: GraphData, tmp_path: Path) -> None:
    written = export(graph, "csv", tmp_path / "tables")
    assert sorted(p.name for p in written) == sorted(p.name for p in (tmp_path / "tables").iterdir())
    tables = _tables(tmp_path / "tables")
    assert list(tables["entities"]["id"]) == list(graph.entities)
    assert set(tables["entities"]["name"]) >= {"南溪市总工会", "何静"}
    assert len(tables["facts"]) == len(graph.facts) + len(graph.background)
    assert len(tables["evidence"]) == sum(len(f.evidence) for f in graph.facts)
    chaired = tables["facts"].set_index("predicate").loc["chaired"]
    assert (chaired["subject_name"], chaired["predicate_label"], chaired["plain"]) == ("何静", "主持", "true")
    cue = tables["evidence"].set_index("predicate").loc["chaired"]
    assert (cue["cue"], cue["text"]) == ("主持", "南溪市总工会主席何静主持仪式。")
    assert list(tables["posts"]["body_name"]) == ["南溪市总工会"]
    assert list(tables["awards"]["name"]) == ["南溪五一劳动奖状"]
    assert list(tables["articles"]["text"]) == [a.text for a in graph.articles.values()]


def test_no_cell_is_a_formula(hostile: GraphData, tmp_path: Path) -> None:
    for path in export(hostile, "csv", tmp_path / "tables"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            cells = [cell for row in csv.reader(file) for cell in row]
        assert not [c for c in cells if c.startswith(tuple("=+-@\t\r＝＋－＠"))]
    names = set(_tables(tmp_path / "tables")["entities"]["name"])
    assert any(n.startswith("'=cmd") for n in names)
    assert any(n.startswith("'@乙") for n in names)


def test_without_texts_no_file_holds_a_sentence(graph: GraphData, tmp_path: Path) -> None:
    for format in FORMATS:
        for path in export(graph, format, tmp_path / format, texts=False):
            assert "双方签署协议".encode() not in path.read_bytes()
            assert "双方签署协议" not in path.read_text(encoding="unicode-escape")


def test_the_same_graph_gives_the_same_bytes(tmp_path: Path) -> None:
    for format in FORMATS:
        for name, facts in (("a", [signing(), forum()]), ("b", [forum(), signing()])):
            export(resolve(facts, load_ontology()), format, tmp_path / name / format)
    first = {p.relative_to(tmp_path / "a"): p.read_bytes() for p in (tmp_path / "a").rglob("*") if p.is_file()}
    second = {p.relative_to(tmp_path / "b"): p.read_bytes() for p in (tmp_path / "b").rglob("*") if p.is_file()}
    assert first == second
    assert len(first) == len(FORMATS) + 5


def test_the_hash_seed_changes_no_byte() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", _DIGESTS],
            cwd=_ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(_ROOT)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "4711")
    }
    assert len(outputs) == 1
    assert len(outputs.pop().split()) == len(FORMATS)


def test_an_empty_graph_can_be_exported(tmp_path: Path) -> None:
    for format in FORMATS:
        assert all(p.is_file() for p in export(GraphData(load_ontology()), format, tmp_path / format))


def test_a_folder_gets_a_file_of_the_formats_name(graph: GraphData, tmp_path: Path) -> None:
    assert export(graph, "graphml", tmp_path) == (tmp_path / "graph.graphml",)
    assert nx.read_graphml(BytesIO((tmp_path / "graph.graphml").read_bytes()))


def test_an_unknown_format_is_refused(graph: GraphData, tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="unknown format 'xlsx': choose one of csv, gexf"):
        export(graph, "xlsx", tmp_path / "x")


def test_a_target_that_cannot_be_written_is_refused(graph: GraphData, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("theirs", encoding="utf-8")
    for format in ("csv", "gexf"):
        with pytest.raises(OutputError):
            export(graph, format, tmp_path / "file" / "inside")
    with pytest.raises(OutputError):
        export(graph, "csv", tmp_path / "file")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "theirs"
