"""What differs between two graphs, and what does not."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unigraph.building import build_data
from unigraph.difference import Difference, compare, to_json, to_markdown
from unigraph.graph import GraphData
from unigraph.knowledge_graph import KnowledgeGraph
from unigraph.ontology import load_ontology
from unigraph.reading import read_text

PLENUM = (
    "岚川市总工会四届二次全委会召开\n\n3月5日，岚川市总工会第四届委员会第二次全体会议召开。"
    "市总工会主席陈远舟主持会议，副主席罗映雪作工作报告。"
)
VISIT = "岚川市总工会走访慰问一线职工\n\n3月8日，岚川市总工会副主席罗映雪到岚川云帆机械有限公司走访慰问一线职工。"


def build(*texts: str) -> GraphData:
    articles = [read_text(t, published="2025-03-10", source=f"{n}.txt") for n, t in enumerate(texts)]
    return build_data([a for one in articles for a in one], load_ontology())


def kinds(difference: Difference, name: str) -> list[tuple[str, str]]:
    return [(c.kind, (c.after or c.before)[0][1]) for c in difference.things if name in (c.after or c.before)[0][1]]


def said(difference: Difference) -> set[tuple[str, str, str, str]]:
    return {(s.kind, s.subject_label, s.predicate, s.object_label) for s in difference.facts}


def test_equal_graphs_do_not_differ() -> None:
    assert not compare(build(PLENUM, VISIT), build(PLENUM, VISIT))


def test_an_added_article_adds_what_it_says_with_its_sentence() -> None:
    found = compare(build(PLENUM), build(PLENUM, VISIT))
    assert [(kind, title) for kind, _, title in found.articles] == [("added", "岚川市总工会走访慰问一线职工")]
    assert ("added", "岚川云帆机械有限公司") in kinds(found, "云帆")
    visits = [s for s in found.facts if s.predicate == "visited" and s.subject_label == "罗映雪"]
    assert [(s.kind, s.object_label) for s in visits] == [("added", "岚川云帆机械有限公司")]
    assert "走访慰问一线职工。" in visits[0].sentence
    assert not any(s.kind == "gone" for s in found.facts)


def test_the_other_way_round_all_of_it_is_gone() -> None:
    there, back = compare(build(PLENUM), build(PLENUM, VISIT)), compare(build(PLENUM, VISIT), build(PLENUM))
    assert {("gone", *s[1:]) for s in said(there) if s[0] == "added"} == {s for s in said(back) if s[0] == "gone"}


def test_a_name_that_was_corrected_is_a_change_of_one_thing() -> None:
    found = compare(build(PLENUM, VISIT), build(PLENUM.replace("陈远舟", "陈远洲"), VISIT))
    assert [kind for kind, _, _ in found.articles] == ["changed"]
    (change,) = [c for c in found.things if c.cls == "Person"]
    assert change.kind == "changed"
    assert "name 陈远舟 → 陈远洲" in change.notes


def renamed(graph: GraphData, before: str, after: str) -> GraphData:
    """The graph with another identifier for one thing, as a changed rule would give it."""

    def named(identifier: str) -> str:
        return after if identifier == before else identifier

    return replace(
        graph,
        entities={named(i): replace(e, id=named(i)) for i, e in graph.entities.items()},
        posts={i: replace(p, body=named(p.body)) for i, p in graph.posts.items()},
        facts=tuple(replace(f, subject=named(f.subject), object=named(f.object)) for f in graph.facts),
        background=tuple((named(s), p, named(o)) for s, p, o in graph.background),
    )


def test_a_new_identifier_alone_changes_no_fact() -> None:
    graph = build(PLENUM, VISIT)
    person = next(i for i, e in graph.entities.items() if e.name == "罗映雪")
    found = compare(graph, renamed(graph, person, "p-luoyingxue-new"))
    assert [(c.kind, c.notes) for c in found.things] == [("changed", (f"identifier {person} → p-luoyingxue-new",))]
    assert found.facts == ()


def test_merged_and_split() -> None:
    graph = build(PLENUM, VISIT)
    person = next(e for e in graph.entities.values() if e.name == "罗映雪")
    half = len(person.mentions) // 2
    assert half
    parts = {
        "p-one": replace(person, id="p-one", mentions=person.mentions[:half]),
        "p-two": replace(person, id="p-two", mentions=person.mentions[half:]),
    }
    apart = replace(graph, entities={i: e for i, e in graph.entities.items() if i != person.id} | parts)
    (split,) = [c for c in compare(graph, apart).things if c.cls == "Person"]
    assert (split.kind, [i for i, _ in split.after]) == ("split", ["p-one", "p-two"])
    (merged,) = [c for c in compare(apart, graph).things if c.cls == "Person"]
    assert (merged.kind, sorted(i for i, _ in merged.before)) == ("merged", ["p-one", "p-two"])


def test_a_fact_that_lost_certainty_has_changed() -> None:
    graph = build(PLENUM)
    fact = next(f for f in graph.facts if f.predicate == "chaired")
    weak = replace(fact, plain=False, evidence=tuple(replace(e, confidence=0.3) for e in fact.evidence))
    found = compare(graph, replace(graph, facts=tuple(weak if f == fact else f for f in graph.facts)))
    (change,) = found.facts
    assert change.kind == "changed"
    assert change.notes[0] == "fact → candidate"


def test_json_and_markdown_say_the_same() -> None:
    found = compare(build(PLENUM), build(PLENUM, VISIT))
    value = json.loads(to_json(found))
    assert value["counts"]["articles"] == {"added": 1}
    assert len(value["facts"]) == len(found.facts)
    text = to_markdown(found)
    assert "## Articles: 1 added" in text
    assert text.count("- **added**") == len(found.articles) + len(found.things) + sum(
        s.kind == "added" for s in found.facts
    )
    assert to_markdown(compare(build(PLENUM), build(PLENUM))) == "# Differences\n\nNone.\n"


@given(st.text(min_size=1, max_size=60))
def test_no_name_becomes_markup(name: str) -> None:
    graph = build(VISIT)
    entities = {i: replace(e, name=name) if e.cls == "Company" else e for i, e in graph.entities.items()}
    lines = to_markdown(compare(graph, replace(graph, entities=entities))).splitlines()
    assert all(line.startswith(("# ", "## ", "- **", "  > ")) or not line for line in lines)
    assert not any("<" in line.replace("\\<", "") for line in lines)


@pytest.mark.parametrize("form", ["table", "json", "markdown"])
def test_command(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from unigraph.cli import main

    for name, graph in (("old", build(PLENUM)), ("new", build(PLENUM, VISIT))):
        KnowledgeGraph(graph).save(tmp_path / name)
    for pair, code in ((("old", "new"), 1), (("old", "old"), 0)):
        with pytest.raises(SystemExit) as left:
            main(["diff", *(str(tmp_path / name) for name in pair), "--format", form, "--check"])
        assert left.value.code == code
        assert ("岚川云帆机械有限公司" in capsys.readouterr().out) == bool(code)
    with pytest.raises(SystemExit) as left:
        main(["diff", str(tmp_path / "old"), str(tmp_path / "none")])
    assert left.value.code == 2
    assert "no graph there" in capsys.readouterr().err
