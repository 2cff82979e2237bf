"""The pages about ontology and evidence say what is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from unigraph.ontology import load_ontology
from unigraph.ontology_docs import document
from unigraph.queries import load_store, run
from unigraph.validation import validate
from unigraph.validation.checks import CHECKS

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def page() -> str:
    return (DOCS / "evidence.md").read_text(encoding="utf-8")


def block(page: str, language: str) -> str:
    [found] = re.findall(rf"```{language}\n(.*?)```", page, re.DOTALL)
    return str(found)


def test_the_page_on_the_ontology_is_not_stale() -> None:
    written = (DOCS / "ontology.md").read_text(encoding="utf-8")
    assert written == document(load_ontology()), "run scripts/generate.py"


def test_the_page_on_the_ontology_names_all() -> None:
    ontology = load_ontology()
    text = document(ontology)
    labels = {c.name: c.labels for c in ontology.classes.values()} | {
        p.name: p.labels for p in ontology.predicates.values()
    }
    for name, known in labels.items():
        assert text.count(f"\n| `{name}`") == 1
        assert known["zh"] in text
    assert all(cue in text for p in ontology.predicates.values() for cue in p.cues)
    assert all(noun in text for c in ontology.classes.values() for noun in c.head_nouns)


def test_the_example_of_evidence_is_whole_and_leads_to_its_sentence(page: str) -> None:
    turtle = block(page, "turtle")
    assert validate(turtle).ok
    table = run(load_store(turtle), block(page, "sparql"))
    assert [tuple(map(str, row)) for row in table.rows] == [
        ("何静", "南溪市总工会职工座谈会", "会议由主席何静主持。", "南溪市总工会召开座谈会", "2026-03-06", "0.96")
    ]


def test_the_offsets_that_the_page_speaks_of_slice(page: str) -> None:
    store = load_store(block(page, "turtle"))
    [text] = run(store, "SELECT ?t { ?a a ug:Article ; ug:text ?t }").rows[0]
    said = re.findall(r"`text\[(\d+):(\d+)\]` is (\S+?)[,， ]", page)
    assert len(said) == 3
    assert all(str(text)[int(begin) : int(end)] == words for begin, end, words in said)


def test_every_rule_of_ours_is_on_the_page(page: str) -> None:
    import inspect

    codes = {c for check in CHECKS for c in re.findall(r'"([a-z]+-[a-z-]+)",', inspect.getsource(check))}
    assert codes
    assert all(f"`{code}`" in page for code in codes | {"unknown-term"})
