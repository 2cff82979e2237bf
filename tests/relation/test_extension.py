"""The extension in ``examples``: a class and a predicate in Turtle give nodes and claims, with no line of code."""

from __future__ import annotations

from pathlib import Path

import pytest

from unigraph.extraction import extract
from unigraph.model import ArticleFacts
from unigraph.ontology import Ontology, load_ontology
from unigraph.reading import read_text

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
COURT, TRIED = "https://example.org/court#Court", "https://example.org/court#tried"
CASES = {
    ("清城区人民法院", "骏驰物流有限公司劳动争议案"),
    ("佛冈县石角人民法庭", "佛冈县恒彩印刷厂欠薪纠纷案"),
    ("英德市人民法院", "英德市茶香食品有限公司工伤认定案"),
}


def _facts(ontology: Ontology) -> ArticleFacts:
    text = (EXAMPLES / "court.txt").read_text(encoding="utf-8")
    (article,) = read_text(text, published="2026-04-09")
    return extract(article, ontology)


def _tried(facts: ArticleFacts) -> set[tuple[str, str]]:
    return {
        (facts.entities[c.subject].name, facts.entities[c.object].name)
        for c in facts.claims
        if c.predicate == TRIED and c.object is not None
    }


def test_the_extension_is_short() -> None:
    lines = (EXAMPLES / "court.ttl").read_text(encoding="utf-8").splitlines()
    assert len([line for line in lines if line.strip()]) <= 20


def test_it_gives_nodes_and_claims() -> None:
    facts = _facts(load_ontology(EXAMPLES / "court.ttl"))
    assert {e.name for e in facts.entities if e.cls == COURT} >= {court for court, _ in CASES}
    assert _tried(facts) == CASES


def test_each_claim_has_its_cue_and_both_ends_in_the_text() -> None:
    facts = _facts(load_ontology(EXAMPLES / "court.ttl"))
    for claim in (c for c in facts.claims if c.predicate == TRIED):
        evidence = claim.evidence
        sentence = facts.sentences[evidence.sentence]
        assert facts.article.text[evidence.begin : evidence.end] in ("审理", "审结")
        assert sentence.begin <= evidence.begin < evidence.end <= sentence.end
        for end in (claim.subject, claim.object):
            assert any(m.entity == end and sentence.begin <= m.begin < sentence.end for m in facts.mentions)


def test_without_the_extension_there_is_neither() -> None:
    facts = _facts(load_ontology())
    assert not _tried(facts)
    assert not [e for e in facts.entities if e.cls == COURT]


def test_a_cue_taken_out_takes_its_facts_with_it(tmp_path: Path) -> None:
    path = tmp_path / "court.ttl"
    turtle = (EXAMPLES / "court.ttl").read_text(encoding="utf-8")
    path.write_text(turtle.replace('"审结"@zh, ', ""), encoding="utf-8")
    assert _tried(_facts(load_ontology(path))) == {c for c in CASES if c[0] != "佛冈县石角人民法庭"}


@pytest.mark.parametrize(
    ("cue", "predicate", "text"),
    [
        ("走访", "visited", "广州市总工会走访了云岭电子有限公司。"),
        ("签约", "signedWith", "广州市总工会与云岭电子有限公司签约。"),
        ("花落", "received", "模范职工之家花落云岭电子有限公司。"),
    ],
)
def test_so_does_one_of_our_own(cue: str, predicate: str, text: str, tmp_path: Path) -> None:
    ours = (EXAMPLES.parent / "ontology" / "unigraph.ttl").read_text(encoding="utf-8")
    path = tmp_path / "without.ttl"
    path.write_text(ours.replace(f'"{cue}"@zh, ', "").replace(f', "{cue}"@zh', ""), encoding="utf-8")
    (article,) = read_text(f"岚川新闻\n{text}", published="2026-04-09")

    def found(ontology: Ontology) -> bool:
        return any(c.predicate == predicate for c in extract(article, ontology).claims)

    assert found(load_ontology())
    assert not found(load_ontology(path))
