"""Glosses of sound between the characters are no text; anything else in brackets is."""

from __future__ import annotations

import pytest

from unigraph import build_text
from unigraph.reading import read_text
from unigraph.reading.glosses import without_glosses


@pytest.mark.parametrize(
    ("glossed", "bare"),
    [
        ("領(lǐng)導(dǎo)們(men)", "領導們"),
        ("開（kāi）展（zhǎn）活動", "開展活動"),
        ("单位(dān wèi)与工会(gōnghuì)", "单位与工会"),
        ("覃(Qín)小禾到会", "覃小禾到会"),
        ("女(nǚ)工策略(lüè)，绿(lv)地", "女工策略，绿地"),
        ("西安(Xī'ān)", "西安"),
        ("團(ㄊㄨㄢˊ)結", "團結"),
        ("領(li\u030cng)導", "領導"),
    ],
)
def test_what_spells_the_characters_before_it_goes(glossed: str, bare: str) -> None:
    assert without_glosses(glossed) == bare


@pytest.mark.parametrize(
    "text",
    [
        "世贸组织(WTO)",
        "小程序(app)",
        "咖啡(café)",
        "李(LI)明",
        "地铁(metro)",
        "（lǐng）导",
        "何静(女)",
        "领导(dǎo lǐng)",
    ],
)
def test_what_does_not_spell_them_stays(text: str) -> None:
    assert without_glosses(text) == text


def test_a_glossed_article_is_the_article_without_glosses() -> None:
    glossed = (
        "嵐川市總(zǒng)工會(huì)召開(kāi)座談(tán)會(huì)\n3月5日，嵐川市總工會(huì)主席何靜(jìng)主持會(huì)議(yì)。"
    )
    bare = "嵐川市總工會召開座談會\n3月5日，嵐川市總工會主席何靜主持會議。"
    assert [a.id for a in read_text(glossed)] == [a.id for a in read_text(bare)]
    (chaired,) = build_text(glossed).facts("chaired").to_dict("records")
    assert "何靜" in chaired.values()
