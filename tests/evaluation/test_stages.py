"""Every error is told with the stage that lost it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from unigraph.evaluation import Difference, Evaluation, evaluate

TEXT = (
    "岚川市总工会召开座谈会。\n3月5日，岚川市总工会主席陈远舟主持座谈会。\n市教育局局长何静参加座谈会并发言。\n"
    "青禾集团工会主席鲁明到场，青禾集团获评先进单位。"
)
UNION = {"id": "u", "type": "Union", "name": "岚川市总工会"}
PERSON = {"id": "p", "type": "Person", "name": "陈远舟"}
OTHER = {"id": "q", "type": "Person", "name": "何静"}
EVENT = {"id": "e", "type": "Event", "name": "岚川市总工会座谈会"}
BUREAU = {"id": "b", "type": "Organization", "name": "岚川市教育局"}
COMPANY = {"id": "c", "type": "Company", "name": "青禾集团"}
THEIRS = {"id": "t", "type": "Union", "name": "青禾集团工会"}

Part = dict[str, Any]


def fact(subject: str | None, predicate: str, obj: str, title: str = "") -> Part:
    return {"subject": subject, "predicate": predicate, "object": obj} | ({"title": title} if title else {})


class Case:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, gold: list[Part], predicted: list[Part], text: str = TEXT) -> Evaluation:
        """Gold against a prediction; whatever has a predicate is a fact."""
        for part, rows in {"gold": gold, "predicted": predicted}.items():
            (self.folder / part).mkdir(exist_ok=True)
            document = {
                "id": "x",
                "published": "2025-03-06",
                "text": text,
                "entities": [r for r in rows if "id" in r],
                "relations": [r for r in rows if "predicate" in r],
            }
            (self.folder / part / "x.json").write_text(json.dumps(document), encoding="utf-8")
        return evaluate(self.folder / "gold", predicted=self.folder / "predicted")


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return Case(tmp_path)


def stages(result: Evaluation, group: str) -> list[tuple[str, str]]:
    return sorted((d.kind, d.stage) for d in result.differences if d.group == group)


def one(result: Evaluation, kind: str, group: str) -> Difference:
    (found,) = (d for d in result.differences if (d.kind, d.group) == (kind, group))
    return found


@pytest.mark.parametrize(
    ("wanted", "found", "stage"),
    [
        (BUREAU, {**BUREAU, "name": "市教育局"}, "not resolved"),
        (BUREAU, {**BUREAU, "name": "北溪市教育局", "aliases": ["市教育局"]}, "wrongly resolved"),
        (THEIRS, {**THEIRS, "name": "青禾集团工会主席"}, "wrong boundary"),
        (PERSON, {**PERSON, "name": "陈远"}, "wrong boundary"),
        (UNION, {**UNION, "type": "Company"}, "wrong class"),
        (UNION, {**UNION, "name": "川市总工会"}, "wrong boundary"),
    ],
)
def test_a_thing_read_wrongly(case: Case, wanted: Part, found: Part, stage: str) -> None:
    result = case([wanted], [found])
    assert stages(result, "entity") == [("extra", stage), ("missed", stage)]
    assert one(result, "missed", "entity").instead == f"{found['type']} {found['name']}"
    assert one(result, "extra", "entity").instead == f"{wanted['type']} {wanted['name']}"


def test_a_thing_that_nothing_overlaps_is_not_recognised_and_what_overlaps_nothing_is_made_up(case: Case) -> None:
    result = case([PERSON], [{**UNION, "name": "南溪县总工会"}])
    assert stages(result, "entity") == [("extra", "made up"), ("missed", "not recognised")]
    assert "陈远舟" in one(result, "missed", "entity").sentence


def test_a_person_within_no_body_explains_it(case: Case) -> None:
    assert stages(case([THEIRS], [{**PERSON, "name": "禾集"}]), "entity") == [
        ("extra", "made up"),
        ("missed", "not recognised"),
    ]


def test_what_is_right_as_another_may_have_swallowed_a_thing(case: Case) -> None:
    joined = case([UNION, BUREAU], [{**UNION, "aliases": ["岚川市教育局"]}])
    assert stages(joined, "entity") == [("missed", "joined with another")]
    cut = case([THEIRS, COMPANY], [COMPANY])
    assert stages(cut, "entity") == [("missed", "wrong boundary")]


def test_a_second_node_for_one_thing(case: Case) -> None:
    result = case([UNION], [UNION, {**UNION, "id": "u2"}])
    assert stages(result, "entity") == [("extra", "named twice")]


def test_a_fact_is_lost_with_its_end(case: Case) -> None:
    result = case([PERSON, EVENT, fact("p", "chaired", "e")], [EVENT, {**PERSON, "name": "陈远"}])
    assert stages(result, "relation") == [("missed", "end: wrong boundary")]
    made_up = case([EVENT], [EVENT, {**PERSON, "name": "远舟主"}, fact("p", "chaired", "e")])
    assert stages(made_up, "relation") == [("extra", "end: made up")]


HELD = "holdsPosition"


@pytest.mark.parametrize(
    ("wanted", "found", "stage"),
    [
        (fact("p", "chaired", "e"), fact("p", "spokeAt", "e"), "wrong predicate"),
        (fact("u", "hosted", "e"), fact("b", "hosted", "e"), "wrong argument"),
        (fact("p", HELD, "u", "主席"), fact("p", HELD, "u", "副主席"), "wrong title"),
        (fact("p", HELD, "u", "主席"), fact("p", HELD, "b", "主席"), "wrong argument"),
        (fact(None, "awarded", "u", "先进单位"), fact(None, "awarded", "u", "模范职工之家"), "wrong honour"),
        (fact(None, "awarded", "u", "先进单位"), fact(None, "awarded", "b", "先进单位"), "wrong argument"),
        (fact("e", "heldOn", "2025-03-05"), fact("e", "heldOn", "2025-03-06"), "wrong date"),
        (fact("p", "visited", "u"), fact("q", "visited", "u"), "wrong argument"),
    ],
)
def test_a_fact_read_wrongly(case: Case, wanted: Part, found: Part, stage: str) -> None:
    things = [UNION, PERSON, OTHER, EVENT, BUREAU]
    result = case([*things, wanted], [*things, found])
    assert stages(result, "relation") == [("extra", stage), ("missed", stage)]
    assert one(result, "missed", "relation").instead == one(result, "extra", "relation").what


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (fact("p", "chaired", "e"), fact("q", "spokeAt", "e")),
        (fact("p", HELD, "u", "主席"), fact("p", HELD, "b", "局长")),
        (fact(None, "awarded", "u", "先进单位"), fact(None, "awarded", "b", "模范职工之家")),
    ],
)
def test_a_fact_that_nothing_explains(case: Case, wanted: Part, found: Part) -> None:
    things = [UNION, PERSON, OTHER, EVENT, BUREAU]
    result = case([*things, wanted], [*things, found])
    assert stages(result, "relation") == [("extra", "made up"), ("missed", "no rule")]


def test_a_false_fact_explains_one_miss_only_and_a_right_one_none(case: Case) -> None:
    things = [UNION, PERSON, OTHER, EVENT, BUREAU]
    wanted = [fact("p", "attended", "e"), fact("q", "attended", "e")]
    result = case([*things, *wanted], [*things, fact("b", "attended", "e")])
    assert stages(result, "relation") == [
        ("extra", "wrong argument"),
        ("missed", "no rule"),
        ("missed", "wrong argument"),
    ]
    result = case([*things, *wanted], [*things, wanted[0]])
    assert stages(result, "relation") == [("missed", "no rule")]


def test_stages_are_counted_by_class(case: Case) -> None:
    things = [UNION, PERSON, EVENT]
    result = case([*things, fact("p", "chaired", "e"), fact("u", "hosted", "e")], [PERSON, EVENT])
    counts = result.stages()
    assert counts["missed", "entity", "not recognised", "Union"] == 1
    assert counts["missed", "relation", "no rule", "chaired"] == 1
    assert counts["missed", "relation", "end: not recognised", "hosted"] == 1
    assert counts.total() == len(result.differences) == 3


def test_nothing_was_read(case: Case) -> None:
    case([PERSON, EVENT, fact("p", "chaired", "e")], [])
    (case.folder / "predicted" / "x.json").unlink()
    result = evaluate(case.folder / "gold", predicted=case.folder / "predicted")
    assert {d.stage for d in result.differences} == {"not read", "end: not read"}


HELD_BACK = """
@prefix ug: <https://w3id.org/unigraph/ontology#> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix prov: <http://www.w3.org/ns/prov#> .
<p> a ug:Person ; rdfs:label "陈远舟"@zh ; ug:mentionedIn <s> .
<e> a ug:Event ; rdfs:label "岚川市总工会座谈会"@zh ; ug:mentionedIn <s> .
<s> a ug:Sentence ; ug:text "岚川市总工会主席陈远舟主持座谈会。" ; ug:inArticle <a> .
<k> a ug:Candidate ; rdf:subject <p> ; rdf:predicate ug:chaired ; rdf:object <e> ; ug:rule "some-rule" ;
    ug:confidence 0.4 ; prov:wasDerivedFrom <s> .
"""


def test_a_candidate_is_held_back(case: Case) -> None:
    case([PERSON, EVENT, fact("p", "chaired", "e")], [])
    (case.folder / "predicted" / "x.ttl").write_text(HELD_BACK, encoding="utf-8")
    result = evaluate(case.folder / "gold", predicted=case.folder / "predicted")
    assert stages(result, "relation") == [("missed", "held back")]
