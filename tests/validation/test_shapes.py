"""Shapes follow from the ontology, ours and a user's."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pyshacl
import pytest
import rdflib
from rdflib.compare import to_canonical_graph

from unigraph._resources import resource
from unigraph.errors import OutputError
from unigraph.ontology import Ontology, load_ontology
from unigraph.validation import shapes, validate

SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")
COURTS = """
@prefix : <https://example.org/courts#> .
@prefix ug: <https://w3id.org/unigraph/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<https://example.org/courts> a owl:Ontology ; owl:imports <https://w3id.org/unigraph/ontology> .
:Court a owl:Class ; rdfs:subClassOf ug:Organization ; rdfs:label "法院\\"厅"@zh, "court"@en ; ug:headNoun "法院"@zh .
:heard a owl:ObjectProperty ; rdfs:domain :Court ; rdfs:range ug:Event, ug:Place ;
    rdfs:label "审理"@zh, "heard"@en ; ug:cue "审理"@zh .
"""


@pytest.fixture(scope="session")
def courts(tmp_path_factory: pytest.TempPathFactory) -> Ontology:
    path = tmp_path_factory.mktemp("courts") / "courts.ttl"
    path.write_text(COURTS, encoding="utf-8")
    return load_ontology(path)


def test_the_file_is_not_stale() -> None:
    written = resource("ontology/shapes.ttl").read_text(encoding="utf-8")
    assert written == shapes(load_ontology()), "run scripts/generate.py"


def test_the_shapes_are_shacl(courts: Ontology) -> None:
    for ontology in (load_ontology(), courts):
        graph = rdflib.Graph().parse(data=shapes(ontology), format="turtle")
        conforms, _, text = pyshacl.validate(rdflib.Graph(), shacl_graph=graph, meta_shacl=True)
        assert conforms, text


def test_no_shape_is_said_twice() -> None:
    graph = to_canonical_graph(rdflib.Graph().parse(data=shapes(load_ontology()), format="turtle"))
    bodies: dict[frozenset[object], rdflib.term.Node] = {}
    for shape in sorted(set(graph.subjects(rdflib.RDF.type, None)), key=str):
        asked = ((p, o) for p, o in graph.predicate_objects(shape) if p not in (SH.message, rdflib.RDF.type))
        body = frozenset((p, _flat(graph, o)) for p, o in asked)
        assert body not in bodies, f"{shape} says what {bodies[body]} says"
        bodies[body] = shape
        assert graph.value(shape, SH.message) or graph.value(shape, SH.property)


def _flat(graph: rdflib.Graph, node: rdflib.term.Node) -> object:
    if not isinstance(node, rdflib.BNode):
        return node
    return frozenset((p, _flat(graph, o)) for p, o in graph.predicate_objects(node))


def test_every_domain_and_range_has_its_shape() -> None:
    ontology = load_ontology()
    text = shapes(ontology)
    for name, predicate in ontology.predicates.items():
        assert (f"ugs:{name}-domain a" in text) == bool(predicate.domain)
        assert (f"ugs:{name}-range a" in text) == bool(predicate.range)


HEAD = """
@prefix : <https://example.org/courts#> .
@prefix ug: <https://w3id.org/unigraph/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix id: <https://w3id.org/unigraph/id/> .
id:e a ug:Event ; rdfs:label "庭审"@zh .
"""


def test_shapes_cover_the_classes_and_predicates_of_a_user(courts: Ontology) -> None:
    people = 'id:p a ug:Person ; rdfs:label "何静"@zh ; :heard id:p .'
    found = {p.code: p.message for p in validate(HEAD + people, courts).problems}
    assert found["heard-domain"].startswith("何静 (p): the subject of 审理 (heard) must be 法院")
    assert "活动 (event) or 地点 (place)" in found["heard-range"]
    assert "审理 heard" in found["no-evidence"]
    court = 'id:c a :Court ; rdfs:label "南溪法院"@zh ; :hears id:e .'
    found = {p.code: p.message for p in validate(HEAD + court, courts).problems}
    assert "must be of 机构 (organisation) too" in found["Organization-wider"]
    assert "the property hears, which the ontology lacks; did you mean 审理 heard?" in found["unknown-term"]


def test_other_vocabularies_are_left_alone(courts: Ontology) -> None:
    extra = 'id:e <http://schema.org/name> "x" ; a <http://schema.org/Event> .'
    assert validate(HEAD + extra, courts).ok
    assert validate(HEAD + "id:e :anything id:e .").ok  # which only the user's ontology speaks of


def test_a_graph_comes_from_a_file_too(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="no graph there"):
        validate(tmp_path)
    (tmp_path / "graph.ttl").write_text(HEAD, encoding="utf-8")
    assert validate(tmp_path).ok
    (tmp_path / "graph.ttl").write_text("nonsense", encoding="utf-8")
    with pytest.raises(OutputError, match="not valid RDF"):
        validate(str(tmp_path / "graph.ttl"))


def test_pyshacl_is_imported_late() -> None:
    code = "import sys, unigraph.validation, unigraph.queries, unigraph.explain; "
    code += "print([m for m in ('pyshacl', 'rdflib', 'rich', 'pypinyin') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
