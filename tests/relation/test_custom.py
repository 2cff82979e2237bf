"""Predicates of a user's ontology: which side their ends stand on, which classes they take."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.relation.saying import facts_of
from unigraph.ontology import Ontology, load_ontology

_TURTLE = """
@prefix ug: <https://w3id.org/unigraph/ontology#> .
@prefix ex: <https://example.org/x#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<https://example.org/x> a owl:Ontology ; owl:imports <https://w3id.org/unigraph/ontology> .
ex:funded a owl:ObjectProperty ;
    rdfs:domain ug:Union ; rdfs:range ug:Company ; rdfs:label "资助"@zh, "funded"@en ;
    ug:cue "资助"@zh ; ug:labelCue "资助单位"@zh .
"""


@pytest.fixture
def ontology(tmp_path: Path) -> Ontology:
    path = tmp_path / "x.ttl"
    path.write_text(_TURTLE, encoding="utf-8")
    return load_ontology(path)


def _funded(text: str, ontology: Ontology) -> set[tuple[str, str]]:
    facts = facts_of(text, ontology=ontology)
    names = [e.name for e in facts.entities]
    found = (c for c in facts.claims if c.predicate == "https://example.org/x#funded")
    return {(names[c.subject], names[c.object]) for c in found if c.object is not None}


@pytest.mark.parametrize(
    "text",
    [
        "广州市总工会资助了云岭电子有限公司。",
        "云岭电子有限公司由广州市总工会资助。",
        "陆景明介绍，广州市总工会连续三年资助云岭电子有限公司。",
    ],
)
def test_subject_and_object_by_class(text: str, ontology: Ontology) -> None:
    assert _funded(text, ontology) == {("广州市总工会", "云岭电子有限公司")}


def test_a_label_has_its_subjects_behind_it(ontology: Ontology) -> None:
    text = "云岭电子有限公司的资助单位是广州市总工会。"
    assert _funded(text, ontology) == {("广州市总工会", "云岭电子有限公司")}


def test_lists_on_both_sides(ontology: Ontology) -> None:
    funded = _funded("广州市总工会、佛山市总工会资助云岭电子有限公司和海棠纺织有限公司。", ontology)
    assert len(funded) == 4


@pytest.mark.parametrize(
    "text", ["云岭电子有限公司资助广州市的学校。", "会议要求，广州市总工会要资助云岭电子有限公司。"]
)
def test_what_does_not_fit_is_no_fact(text: str, ontology: Ontology) -> None:
    assert not _funded(text, ontology)
