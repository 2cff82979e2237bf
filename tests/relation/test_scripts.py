"""An article in traditional characters: read as its simplified twin is, and named as it is written."""

from __future__ import annotations

import pytest

from unigraph.lexicons.scripts import plain
from unigraph.model import ArticleFacts

from .saying import facts_of

SIMPLE = (
    "宜宾市总工会召开座谈会",
    "3月5日，宜宾市总工会召开职工座谈会。市总工会主席何静主持会议并讲话。云峰卫星发展有限公司工会副主席于海、"
    "组织部部长钟乾参加会议。全总副主席陈国强出席。会上，何静获评“优秀工会工作者”称号。",
)
HONG_KONG = (
    "宜賓市總工會召開座談會",
    "3月5日，宜賓市總工會召開職工座談會。市總工會主席何靜主持會議並講話。雲峰衞星發展有限公司工會副主席于海、"
    "組織部部長鍾乾參加會議。全總副主席陳國強出席。會上，何靜獲評“優秀工會工作者”稱號。",
)


def _named(facts: ArticleFacts) -> dict[str, tuple[str, ...]]:
    return {e.name: e.aliases for e in facts.entities}


def _claims(facts: ArticleFacts) -> list[tuple[str, ...]]:
    names = [e.name for e in facts.entities]
    return [
        (names[c.subject], c.predicate, names[c.object] if c.object is not None else "", c.value) for c in facts.claims
    ]


@pytest.fixture(scope="module")
def written() -> ArticleFacts:
    return facts_of(HONG_KONG[1], HONG_KONG[0])


def test_it_says_what_its_simplified_twin_says(written: ArticleFacts) -> None:
    twin = facts_of(SIMPLE[1], SIMPLE[0])
    assert [tuple(map(plain, c)) for c in _claims(written)] == [tuple(map(plain, c)) for c in _claims(twin)]
    assert [(m.begin, m.end) for m in written.mentions] == [(m.begin, m.end) for m in twin.mentions]
    assert len(written.claims) > 8


def test_names_are_as_written_and_simplified_ones_are_aliases(written: ArticleFacts) -> None:
    named = _named(written)
    assert "云峰卫星发展有限公司工会" in named["雲峰衞星發展有限公司工會"]
    assert named["何靜"] == ("何静",)
    assert named["鍾乾"] == ("钟乾",)
    assert named["于海"] == ()


def test_composed_names_are_of_one_script(written: ArticleFacts) -> None:
    named = _named(written)
    assert "宜宾市总工会" in named["宜賓市總工會"]
    assert "中华全国总工会" in named["中華全國總工會"]
    assert "宜賓市總工會職工座談會" in named


def test_a_division_that_is_not_written_out_is_traditional_too() -> None:
    named = _named(facts_of("昆明市總工會召開會議。省總工會副主席林雾到會。", "昆明市總工會開會"))
    assert "云南省总工会" in named["雲南省總工會"]


def test_titles_and_honours_are_as_written(written: ArticleFacts) -> None:
    values = {c.value for c in written.claims}
    assert {"主席", "副主席", "組織部部長"} <= values
    assert "優秀工會工作者" in {v.strip("“”") for v in values}


def test_mentions_slice_to_the_words_of_the_article(written: ArticleFacts) -> None:
    chair = next(i for i, e in enumerate(written.entities) if e.name == "何靜")
    words = {written.article.text[m.begin : m.end] for m in written.mentions if m.entity == chair}
    assert words == {"何靜"}


def test_a_name_in_both_scripts_is_one_thing_in_an_article() -> None:
    facts = facts_of("云峰工贸有限公司捐款。雲峰工貿有限公司董事長何靜到會。雲峰工貿有限公司獲得表揚。", "新聞")
    companies = [e for e in facts.entities if "工" in e.name]
    assert [(e.name, e.aliases) for e in companies] == [("雲峰工貿有限公司", ("云峰工贸有限公司",))]


def test_a_traditional_name_in_a_simplified_article_stays_as_written() -> None:
    named = _named(facts_of("3月5日，岚川市总工会与「海港洋務工會」签约。", "岚川市总工会签约"))
    assert "海港洋务工会" in named["海港洋務工會"]
    assert "岚川市总工会" in named


def test_the_surname_yu_is_no_preposition() -> None:
    named = _named(facts_of("會議由嵐川市總工會主席於國強主持。大會於海港會堂舉行。", "新聞"))
    assert named["於國強"] == ("於国强",)


def test_a_division_with_a_character_of_both_scripts() -> None:
    for text in ("乾縣總工會召開會議。", "乾县总工会召开会议。"):
        (union,) = (e for e in facts_of(text, "").entities if e.cls == "TerritorialUnion")
        assert union.key == "u-610424"
        assert union.name == text[:5]
