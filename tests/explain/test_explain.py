"""What a graph says of one thing, and how it is shown."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.cells import cell_len
from rich.console import Console

from tests.queries.sample import VISIT
from unigraph.explain import Explanation, FactGroup, Quote, explain, find, near, render
from unigraph.graph import GraphData
from unigraph.rdf import from_turtle, to_turtle


def shown(explanation: Explanation, width: int = 100, color: bool = False) -> str:
    out = io.StringIO()
    system = "standard" if color else None
    render(explanation, Console(file=out, width=width, force_terminal=color, color_system=system))  # type: ignore[arg-type]
    return out.getvalue()


def group(explanation: Explanation, predicate: str, outgoing: bool = True) -> FactGroup:
    return next(g for g in explanation.groups if (g.predicate, g.outgoing) == (predicate, outgoing))


def sliced(quote: Quote) -> tuple[str, set[str]]:
    assert quote.cue is not None
    return quote.text[slice(*quote.cue)], {quote.text[slice(*n)] for n in quote.names}


@pytest.mark.parametrize(
    ("name", "identifiers"),
    [
        ("何静", ("p-hejing",)),
        ("何靜", ("p-hejing",)),
        (" 何 静 ", ("p-hejing",)),
        ("何小静", ("p-hejing",)),
        ("南溪市总", ("u-990100",)),
        ("p-hejing", ("p-hejing",)),
        ("https://w3id.org/unigraph/id/u-990100", ("u-990100",)),
        ("hejing", ("p-hejing",)),
        ("He Jing", ("p-hejing",)),
        ("nanxishizonggonghui", ("u-990100",)),
        ("南溪市总工会副主席", ("po-2",)),
        ("东河工匠", ("aw-1",)),
        ("何婧", ()),
        ("", ()),
        ("  ", ()),
    ],
)
def test_a_thing_is_found_by_any_of_its_names(name: str, identifiers: tuple[str, ...], graph: GraphData) -> None:
    assert find(graph, name) == identifiers


def test_all_of_one_name_are_found_and_a_full_name_goes_first(graph: GraphData) -> None:
    twin = replace(graph.entities["p-hejing"], id="p-hejing-2", mentions=())
    other = replace(graph.entities["p-zhoulan"], id="p-other", aliases=("何静",))
    more = replace(graph, entities={**graph.entities, twin.id: twin, other.id: other})
    assert find(more, "何静") == ("p-hejing", "p-hejing-2")


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("何婧", "何静"),  # the same sound
        ("南溪总工会", "南溪市总工会"),
        ("白石银", "白石银行"),
        ("hejin", "何静"),
        ("东河县总工会职工", "东河县总工会职工论坛"),
    ],
)
def test_near_names_are_offered(name: str, first: str, graph: GraphData) -> None:
    assert near(graph, name)[0] == first


def test_nothing_near_gives_nothing(graph: GraphData) -> None:
    assert near(graph, "xqzqxzqk") == ()
    assert near(graph, "") == ()
    assert len(near(graph, "南溪", limit=2)) == 2


def test_a_person(graph: GraphData) -> None:
    told = explain(graph, "p-hejing")
    assert (told.name, told.cls, told.aliases) == ("何静", "Official", ("何小静",))
    assert [(p.body, p.title, p.as_of) for p in told.posts] == [("南溪市总工会", "主席", "2026-03-02")]
    assert [g.predicate for g in told.groups] == ["attended", "chaired", "holdsPosition", "visited"]
    assert told.articles[0] == ("南溪市总工会与白石银行签约", "2026-03-02")
    proof = group(told, "chaired").statements[0].proofs[0]
    assert sliced(proof.quote) == ("主持", {"何静", "仪式"})
    assert (proof.rule, proof.confidence, proof.as_of) == ("chair", 0.96, "2026-03-02")
    assert proof.quote.title == "南溪市总工会与白石银行签约"


def test_antecedents_name_the_end_that_the_cue_does_not(graph: GraphData) -> None:
    visit = next(s for s in group(explain(graph, "p-hejing"), "visited").statements if s.other == "u-990121")
    [proof] = visit.proofs
    [earlier] = proof.antecedents
    assert sliced(proof.quote) == ("来到", {"她", "东河县总工会"})
    assert earlier.text == "5月6日，何静走访白石银行，看望一线职工。"
    assert [earlier.text[slice(*n)] for n in earlier.names] == ["何静"]
    assert earlier.cue is None


def test_a_body_with_its_holders_and_both_sides_of_a_signature(graph: GraphData) -> None:
    told = explain(graph, "u-990100")
    holders = group(told, "holdsPosition", outgoing=False)
    assert holders.labels["zh"] == "任职者"
    assert [s.other_name for s in holders.statements] == ["何静（主席）", "罗明（副主席）"]
    assert group(told, "partOf", outgoing=False).statements[0].proofs == ()
    for thing, other in (("u-990100", "白石银行"), ("c-baishi", "南溪市总工会")):
        assert [s.other_name for s in group(explain(graph, thing), "signedWith").statements] == [other]


def test_dates_posts_honours_and_reporters(graph: GraphData) -> None:
    assert group(explain(graph, "e-luntan"), "startDate").statements[0].other_name == "2026-04"
    assert group(explain(graph, "po-2"), "holdsPosition", outgoing=False).statements[0].other == "p-luoming"
    assert {g.predicate for g in explain(graph, "aw-1").groups} == {"received", "conferred"}
    written = group(explain(graph, "p-songyu"), "reportedBy", outgoing=False).statements
    assert {s.other_name for s in written} == {"南溪市总工会与白石银行签约", "东河县总工会办论坛"}


def test_a_candidate_is_marked(graph: GraphData) -> None:
    [visit] = [s for s in group(explain(graph, "p-hejing"), "visited").statements if s.other == "pl-huitang"]
    assert not visit.plain
    assert "待核" in shown(explain(graph, "p-hejing"))


def test_every_thing_can_be_explained_and_every_span_slices(graph: GraphData) -> None:
    for identifier in (*graph.entities, *graph.posts, *graph.awards):
        told = explain(graph, identifier)
        assert shown(told)
        for proof in (p for g in told.groups for s in g.statements for p in s.proofs):
            cue, names = sliced(proof.quote)
            assert cue
            assert all(names)
    with pytest.raises(KeyError):
        explain(graph, "p-nobody")


def test_the_page_has_all(graph: GraphData) -> None:
    text = shown(explain(graph, "p-hejing"))
    for words in (
        "何静  领导干部 official  p-hejing",
        "又名 also: 何小静",
        "南溪市总工会主席  (截至 as of 2026-03-02)",
        "主持 chaired",
        "南溪市总工会主席何静主持仪式，副主席罗明讲话。",
        "2026-03-02 《南溪市总工会与白石银行签约》 rule chair, confidence 0.96",
        "见于 in 3 articles",
    ):
        assert words in text


def test_the_cue_and_the_names_stand_out(graph: GraphData) -> None:
    text = shown(explain(graph, "p-hejing"), color=True)
    assert "\x1b[1;4;31m主持\x1b[0m" in text
    assert "\x1b[1;32m何静\x1b[0m" in text


def test_narrow_terminals_wrap_whole_characters(graph: GraphData) -> None:
    assert all(cell_len(line) <= 40 for line in shown(explain(graph, "p-hejing"), 40).splitlines())


def test_without_texts_the_rest_is_told(graph: GraphData) -> None:
    bare = from_turtle(to_turtle(graph, texts=False))
    text = shown(explain(bare, "p-hejing"))
    assert "2026-03-02 《南溪市总工会与白石银行签约》 rule chair, confidence 0.96" in text
    assert "主持仪式" not in text


def test_hostile_texts_do_nothing_to_a_terminal(graph: GraphData) -> None:
    hostile = replace(graph.entities["p-hejing"], name="[red]\x1b]8;;http://x\x07何\r\n静\u202e", aliases=("\x1b[2J",))
    article = replace(VISIT, title="\x1b[31m[/]题")
    changed = replace(
        graph,
        entities={**graph.entities, "p-hejing": hostile},
        articles={**graph.articles, VISIT.id: article},
    )
    text = shown(explain(changed, "p-hejing"))
    assert not {"\x1b", "\x07", "\r", "\u202e"} & set(text)
    assert "[red]" in text
    assert "[/]题" in text
