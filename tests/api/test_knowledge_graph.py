"""The graph in Python, as a notebook uses it."""

from __future__ import annotations

import html
import sys
import webbrowser
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import unquote, urlsplit

import networkx as nx
import pytest
import rdflib

import unigraph as ug
from unigraph.errors import OptionError

from .texts import PLENUM

HOSTILE = "<img src=x onerror=alert(1)></script>\"'&周岚"


def test_entities(kg: ug.KnowledgeGraph) -> None:
    unions = kg.entities("Union")
    assert "岚川市总工会" in unions["label"].tolist()
    assert set(kg.entities("Person")["label"]) >= {"陈远舟", "罗映雪"}
    everything = kg.entities()
    assert len(everything) >= len(unions)
    assert everything["id"].is_unique
    assert everything["id"].map(str.isascii).all()
    assert (everything["mentions"] > 0).all()
    assert len(kg.entities(background=True)) >= len(everything)


def test_narrower_classes_are_found_by_the_wider(kg: ug.KnowledgeGraph) -> None:
    organizations = set(kg.entities("Organization")["id"])
    assert set(kg.entities("Union")["id"]) <= organizations


def test_posts_and_awards(kg: ug.KnowledgeGraph) -> None:
    posts = kg.entities("Position")
    assert {"主席", "副主席"} <= set(posts["label"])
    assert set(posts["body_label"]) == {"岚川市总工会"}
    assert kg.entities("Award").columns.tolist() == ["id", "label"]


def test_facts_have_their_sentence(kg: ug.KnowledgeGraph) -> None:
    chaired = kg.facts("chaired")
    assert chaired["subject_label"].tolist() == ["陈远舟"]
    row = chaired.iloc[0]
    assert "主持会议" in row["sentence"]
    assert row["sentence"] in PLENUM
    assert row["article"] == "岚川市总工会召开八届二次全委会"
    assert row["date"].startswith("2026-03")
    assert 0 < row["confidence"] <= 1
    assert row["predicate_label"] != "chaired"
    assert row["rule"]


def test_all_facts_and_candidates(kg: ug.KnowledgeGraph) -> None:
    facts = kg.facts()
    assert set(kg.facts("chaired")["subject"]) <= set(facts["subject"])
    assert "plain" not in facts
    with_candidates = kg.facts(candidates=True)
    assert with_candidates["plain"].sum() == len(facts)


@pytest.mark.parametrize("name", ["Unoin", "", "chaired"])
def test_unknown_class(kg: ug.KnowledgeGraph, name: str) -> None:
    with pytest.raises(ug.OptionError, match="no class"):
        kg.entities(name)


def test_unknown_predicate_offers_near_ones(kg: ug.KnowledgeGraph) -> None:
    with pytest.raises(ug.OptionError, match="chaired"):
        kg.facts("chared")


def test_articles(two: ug.KnowledgeGraph) -> None:
    articles = two.articles
    assert articles["published"].tolist() == ["2026-03-31"] * 2
    assert articles["source"].tolist() == sorted(articles["source"], key=lambda s: articles["source"].tolist().index(s))
    assert {Path(s).name for s in articles["source"]} == {"a.txt", "b.txt"}


def test_query_in_sparql(kg: ug.KnowledgeGraph) -> None:
    found = kg.query("SELECT ?name { ?p ug:chaired ?e ; rdfs:label ?name }")
    assert found["name"].tolist() == ["陈远舟"]
    assert kg.query("SELECT ?x { ?x a ug:Nothing }").columns.tolist() == ["x"]
    confidence = kg.query("SELECT ?c { ?e a ug:Evidence ; ug:confidence ?c }")["c"]
    assert confidence.between(0, 1).all()


def test_query_by_name_with_a_parameter(kg: ug.KnowledgeGraph) -> None:
    assert len(kg.query("who-chaired", person="陈远舟")) == 1
    assert len(kg.query("who-chaired", person="罗映雪")) == 0
    with pytest.raises(ug.QueryError):
        kg.query("who-chaired", nobody="x")


def test_networkx(kg: ug.KnowledgeGraph) -> None:
    network = kg.to_networkx()
    assert isinstance(network, nx.MultiDiGraph)
    labels = nx.get_node_attributes(network, "label")
    edges = {(labels[s], d["predicate"]) for s, _, d in network.edges(data=True)}
    assert ("陈远舟", "chaired") in edges
    assert ("罗映雪", "holdsPosition") in edges


def test_rdflib_has_the_same_triples_as_the_turtle(kg: ug.KnowledgeGraph) -> None:
    ours = kg.to_rdflib()
    parsed = rdflib.Graph().parse(data=kg.to_turtle(), format="turtle")
    assert isinstance(ours, rdflib.Graph)
    assert set(ours) == set(parsed)


def test_save_and_load(two: ug.KnowledgeGraph, tmp_path: Path) -> None:
    path = two.save(tmp_path / "out")
    assert path == tmp_path / "out" / "graph.ttl"
    assert [p.name for p in path.parent.iterdir()] == ["graph.ttl"]
    again = ug.load(tmp_path / "out")
    assert repr(again) == repr(two)
    assert again.to_turtle() == two.to_turtle() == ug.load(path).to_turtle()
    assert again.facts().equals(two.facts())
    assert again.entities().equals(two.entities())


def test_save_with_an_explorer_which_the_next_save_takes_away(kg: ug.KnowledgeGraph, tmp_path: Path) -> None:
    kg.save(tmp_path / "out", explorer=True)
    assert (tmp_path / "out" / "explorer.html").exists()
    kg.save(tmp_path / "out")
    assert not (tmp_path / "out" / "explorer.html").exists()


def test_save_without_texts(two: ug.KnowledgeGraph, tmp_path: Path) -> None:
    path = two.save(tmp_path / "out", texts=False, explorer=True)
    assert "主持会议并讲话" not in path.read_text(encoding="utf-8")
    again = ug.load(path)
    assert again.facts("chaired")["sentence"].tolist() == [""]
    assert again.articles["id"].tolist() == two.articles["id"].tolist()
    assert again.to_turtle() == two.to_turtle(texts=False)
    assert again._repr_html_()


def test_save_refuses_the_folder_of_somebody_else(kg: ug.KnowledgeGraph, tmp_path: Path) -> None:
    (tmp_path / "notes.md").touch()
    with pytest.raises(ug.OutputError, match="no graph of unigraph"):
        kg.save(tmp_path)


def test_load_where_there_is_nothing(tmp_path: Path) -> None:
    with pytest.raises(ug.OutputError, match="no graph there"):
        ug.load(tmp_path)
    (tmp_path / "graph.ttl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ug.OutputError, match=r"graph\.ttl"):
        ug.load(tmp_path)


def test_own_ontology_travels_with_the_graph(tmp_path: Path) -> None:
    mine = tmp_path / "mine.ttl"
    mine.write_text(
        """@prefix ug: <https://w3id.org/unigraph/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix my: <https://example.org/my#> .
<https://example.org/my> a owl:Ontology ; owl:imports <https://w3id.org/unigraph/ontology> .
my:Orchard a owl:Class ; rdfs:subClassOf ug:Company ; rdfs:label "果园"@zh, "orchard"@en ; ug:headNoun "果园"@zh .
""",
        encoding="utf-8",
    )
    kg = ug.build_text(PLENUM, published="2026-03-31", ontology=mine)
    kg.save(tmp_path / "out")
    mine.unlink()
    again = ug.load(tmp_path / "out")
    assert again.entities("https://example.org/my#Orchard").empty
    assert again.to_turtle() == kg.to_turtle()
    ug.build_text(PLENUM, published="2026-03-31").save(tmp_path / "out")
    assert not (tmp_path / "out" / "ontology.ttl").exists()


def test_shows_itself(kg: ug.KnowledgeGraph) -> None:
    assert repr(kg).startswith("KnowledgeGraph(articles=1, entities=")
    shown = kg._repr_html_()
    assert "2026-03-31" in shown
    summary, _, frame = shown.partition("<iframe")
    assert "工会" in summary
    assert 'sandbox="allow-scripts allow-downloads"' in frame
    assert frame.count("<") == 1  # the page is an attribute, escaped
    assert "<!doctype html>" in html.unescape(frame).lower()


def test_hostile_names_are_escaped(kg: ug.KnowledgeGraph) -> None:
    data = kg._data
    entities = {i: replace(e, name=HOSTILE) for i, e in data.entities.items()}
    articles = {i: replace(a, title=HOSTILE, published=HOSTILE) for i, a in data.articles.items()}
    shown = ug.KnowledgeGraph(replace(data, entities=entities, articles=articles))._repr_html_()
    assert "<img" not in shown
    assert "</script>" not in shown


def test_explore(kg: ug.KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    view = kg.explore(title="岚川")
    assert [Path(unquote(urlsplit(a).path)).read_text(encoding="utf-8") for a in opened] == [view.html]
    assert "<title>岚川</title>" in view.html


def test_explore_in_a_notebook_opens_nothing_and_shows_a_frame(
    kg: ug.KnowledgeGraph, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(address: str) -> bool:
        raise AssertionError(address)

    shell = SimpleNamespace(kernel=object())
    monkeypatch.setitem(sys.modules, "IPython", SimpleNamespace(get_ipython=lambda: shell))
    monkeypatch.setattr(webbrowser, "open", refuse)
    view = kg.explore(around="陈远舟", steps=1, height=300)
    assert view._repr_html_().startswith('<iframe sandbox="allow-scripts allow-downloads"')
    assert "height:300px" in view._repr_html_()
    assert view.save(tmp_path / "page.html").read_text(encoding="utf-8") == view.html
    with pytest.raises(OptionError, match="called '查无此人'"):
        kg.explore(around="查无此人")
    with pytest.raises(OptionError, match="2025-13"):
        kg.explore(since="2025-13")


def test_text_without_facts() -> None:
    kg = ug.build_text("天气很好。")
    assert kg.facts().empty
    assert kg.facts().columns.tolist()[:2] == ["subject", "subject_label"]
    assert kg.entities().empty
    assert kg._repr_html_()


@pytest.mark.parametrize("text", ["", " \n\n "])
def test_no_text(text: str) -> None:
    with pytest.raises(ug.SourceError):
        ug.build_text(text)


def test_wrong_date() -> None:
    with pytest.raises(ug.OptionError):
        ug.build_text(PLENUM, published="yesterday")
