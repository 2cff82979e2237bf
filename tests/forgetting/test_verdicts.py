"""Who is meant by a name is told by article, body and region; in doubt, the one who is forgotten."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unigraph.article_masks import MASK
from unigraph.extraction import extract
from unigraph.forgetting import Forgotten, Mask, mask_of, mask_spans
from unigraph.forgetting.verdicts import regions
from unigraph.model import Article
from unigraph.ontology import load_ontology
from unigraph.resolution import fold

TEXT = "{body}走访企业\n本报讯（记者周岚）4月5日，{body}{title}何静走访岚川市青禾食品有限公司，慰问一线职工。"
NOBODY = Forgotten(bytes(range(32)))
KNOWN = NOBODY.adding(
    [
        NOBODY.record("name", "何静", length=2),
        NOBODY.record("body", "何静", fold("岚川市总工会")),
        NOBODY.record("region", "何静", "岚川市"),
        NOBODY.record("other-body", "何静", fold("岚川市文化馆")),
    ]
)


def masked(text: str, forgotten: Forgotten = KNOWN) -> str:
    article = Article(text, text.partition("\n")[0], "2026-04-05", "given")
    mask = mask_of(extract(article, load_ontology()), forgotten, load_ontology(), [forgotten.seal(article.id)])
    return mask.of(article).text if mask else text


@pytest.mark.parametrize(
    ("body", "title", "meant"),
    [
        ("岚川市总工会", "主席", True),
        ("岚川市妇女联合会", "主席", True),
        ("岚川市文化馆", "馆长", False),
        ("云岭县总工会", "主席", False),
    ],
)
def test_by_body_and_region(body: str, title: str, meant: bool) -> None:
    text = TEXT.format(body=body, title=title)
    assert ("何静" not in masked(text)) == meant


def test_one_of_whom_nothing_is_said_is_meant() -> None:
    text = "干部走访企业\n本报讯（记者何静）4月5日，各级干部走访企业，慰问一线职工。"
    assert "何静" not in masked(text)


def test_an_article_that_is_known_says_all() -> None:
    text = TEXT.format(body="云岭县总工会", title="主席")
    sealed = NOBODY.seal(Article(text).id)
    here = KNOWN.adding([KNOWN.record("article", sealed), KNOWN.record("speaks", "何静", sealed)])
    assert "何静" not in masked(text, here)
    there = TEXT.format(body="岚川市总工会", title="主席")
    assert "何静" in masked(there, KNOWN.adding([KNOWN.record("other", "何静", NOBODY.seal(Article(there).id))]))


def test_a_longer_name_of_another_person_stays() -> None:
    text = TEXT.format(body="岚川市总工会", title="主席") + "岚川市总工会副主席何静怡参加走访。"
    left = masked(text)
    assert "主席██走访" in left
    assert "何静怡" in left


def test_a_division_that_begins_like_the_name_stays() -> None:
    forgotten = NOBODY.adding([NOBODY.record("name", "高明", length=2), NOBODY.record("body", "高明", "岚川市总工会")])
    text = TEXT.format(body="岚川市总工会", title="主席").replace("何静", "高明") + "高明到佛山市高明区调研。"
    assert masked(text, forgotten).endswith("主席██走访岚川市青禾食品有限公司，慰问一线职工。██到佛山市高明区调研。")


def test_a_title_behind_a_surname() -> None:
    text = TEXT.format(body="岚川市总工会", title="主席") + "何主席讲话。"
    assert masked(text).endswith("█主席讲话。")


def test_another_key_knows_nobody() -> None:
    text = TEXT.format(body="岚川市总工会", title="主席")
    assert "何静" in masked(text, Forgotten(bytes(32), KNOWN.records))


@given(st.text(max_size=30))
def test_regions_are_parts_of_the_name(body: str) -> None:
    assert all(region in body for region in regions(body))


def test_what_is_read_of_a_masked_text_is_what_was_read_but_for_the_person() -> None:
    text = TEXT.format(body="岚川市总工会", title="主席") + "岚川市总工会副主席罗映雪参加走访。何静劳模创新工作室揭牌。"
    article = Article(text, text.partition("\n")[0], "2026-04-05", "given")
    ontology = load_ontology()
    whole = extract(article, ontology)
    mask = mask_of(whole, KNOWN, ontology, [KNOWN.seal(article.id)])
    assert isinstance(mask, Mask)
    rest = extract(mask.of(article), ontology)
    names = {e.name.replace("何静", "██") for e in whole.entities if e.name != "何静"}
    assert {e.name for e in rest.entities} == names

    def said(facts: object, left: str) -> set[tuple[str, str, str]]:
        assert facts in (whole, rest)
        one = whole if facts is whole else rest
        return {
            (one.entities[c.subject].name, c.predicate, "" if c.object is None else one.entities[c.object].name)
            for c in one.claims
            if left not in (one.entities[c.subject].name, None if c.object is None else one.entities[c.object].name)
        }

    assert said(rest, "何静") == said(whole, "何静")
    for m in rest.mentions:
        words = rest.article.text[m.begin : m.end]
        assert words == mask_spans(text, mask.spans)[m.begin : m.end]
    assert not any(e.name.strip(MASK) == "" for e in rest.entities)
