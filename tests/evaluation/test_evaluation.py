"""What counts as found, in small."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import unigraph as ug
from unigraph.evaluation import Evaluation, evaluate
from unigraph.evaluation.likeness import event_likeness, fold, holds, honour_likeness, titles

TEXT = "岚川市总工会召开座谈会。\n3月5日，岚川市总工会主席陈远舟主持座谈会。"
UNION = {"id": "u", "type": "Union", "name": "岚川市总工会", "aliases": ["岚川市总"]}
PERSON = {"id": "p", "type": "Person", "name": "陈远舟", "aliases": []}
EVENT = {"id": "e", "type": "Event", "name": "岚川市总工会座谈会", "aliases": []}
CHAIRED = {"subject": "p", "predicate": "chaired", "object": "e"}


def scored(tmp_path: Path, gold: tuple[Any, Any], predicted: tuple[Any, Any]) -> Evaluation:
    for folder, (entities, relations) in {"gold": gold, "predicted": predicted}.items():
        (tmp_path / folder).mkdir()
        document = {"id": "x", "published": "2025-03-06", "text": TEXT, "entities": entities, "relations": relations}
        (tmp_path / folder / "x.json").write_text(json.dumps(document), encoding="utf-8")
    return evaluate(tmp_path / "gold", predicted=tmp_path / "predicted")


def counts(result: Evaluation, group: str, name: str = "ALL") -> tuple[int, int, int]:
    score = result.score(group, name)
    return score.tp, score.fp, score.fn


def test_found_missed_and_made_up(tmp_path: Path) -> None:
    result = scored(tmp_path, ([UNION, PERSON, EVENT], [CHAIRED]), ([PERSON, {**UNION, "name": "北溪市总工会"}], []))
    assert counts(result, "entity") == (1, 1, 2)
    assert counts(result, "relation", "chaired") == (0, 0, 1)
    assert {(d.kind, d.what.split()[0]) for d in result.differences} == {
        ("missed", "Union"),
        ("missed", "Event"),
        ("extra", "Union"),
        ("missed", "陈远舟"),
    }
    assert "主持座谈会" in next(d.sentence for d in result.differences if "chaired" in d.what)


def test_an_event_is_found_by_likeness_and_a_union_is_not(tmp_path: Path) -> None:
    predicted = (
        [{**EVENT, "name": "市总工会座谈会"}, PERSON, {**UNION, "name": "岚川总工会", "aliases": []}],
        [CHAIRED],
    )
    result = scored(tmp_path, ([UNION, PERSON, EVENT], [CHAIRED]), predicted)
    assert counts(result, "entity", "Event") == (1, 0, 0)
    assert counts(result, "entity", "Union") == (0, 1, 1)
    assert counts(result, "relation", "CORE") == (1, 0, 0)


def test_posts_count_title_by_title(tmp_path: Path) -> None:
    post = {"subject": "p", "predicate": "holdsPosition", "object": "u", "title": "党组书记、主席"}
    result = scored(tmp_path, ([UNION, PERSON], [post]), ([UNION, PERSON], [{**post, "title": "主席、副主席"}]))
    assert counts(result, "relation", "holdsPosition") == (1, 1, 1)


def test_whoever_chaired_attended(tmp_path: Path) -> None:
    attended = {**CHAIRED, "predicate": "attended"}
    result = scored(tmp_path, ([PERSON, EVENT], [CHAIRED]), ([PERSON, EVENT], [CHAIRED, attended]))
    assert counts(result, "relation") == (1, 0, 0)


def test_optional_counts_neither_way(tmp_path: Path) -> None:
    optional = {**UNION, "optional": True}
    assert counts(scored(tmp_path, ([optional], []), ([], [])), "entity") == (0, 0, 0)


def test_rules_and_sentences_of_what_is_false(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text(
        json.dumps({"id": "x", "published": "2025-03-06", "text": TEXT, "entities": [], "relations": []}),
        encoding="utf-8",
    )
    false = [d for d in evaluate(tmp_path).differences if " chaired " in d.what]
    assert false
    assert false[0].rule
    assert "主持" in false[0].sentence


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"text": "x", "entities": [{}], "relations": []}', "\x00"])
def test_gold_that_is_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "x.json").write_text(content, encoding="utf-8")
    with pytest.raises(ug.GoldError, match=r"x\.json"):
        evaluate(tmp_path)


def test_gold_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ug.GoldError, match="no gold there"):
        evaluate(tmp_path)
    with pytest.raises(ug.GoldError, match="cannot read"):
        evaluate(tmp_path / "gone.json")


def test_prediction_that_cannot_be_read(tmp_path: Path) -> None:
    result = scored(tmp_path, ([UNION], []), ([UNION], []))
    (tmp_path / "predicted" / "x.ttl").write_text("nonsense", encoding="utf-8")
    broken = evaluate(tmp_path / "gold", predicted=tmp_path / "predicted")
    assert counts(result, "entity") == (1, 0, 0)
    assert counts(broken, "entity") == (0, 0, 1)
    assert broken.unreadable[0].startswith("x: ")


def test_names_are_folded() -> None:
    assert fold("“匠心杯”（２０２５）职工 大赛") == fold('"匠心杯"(2025)职工大赛')
    assert titles("党组书记、主席兼秘书长") == ("主席", "党组书记", "秘书长")
    assert titles("兼职副主席") == ("兼职副主席",)
    assert titles("") == ("",)
    assert holds("中共松北区委员会", "松北区委")
    assert not holds("松北区委", "松北区政府")


def test_likeness_knows_terms_years_and_ranks() -> None:
    assert event_likeness("第八届委员会第二次全体会议", "八届委员会二次全体会议") > 0.6
    assert event_likeness("2024年技能大赛", "2025年技能大赛") == 0.0
    assert event_likeness("工会成立105周年活动", "工会成立一百零五周年活动") > 0.6
    assert event_likeness("八届二次经审会", "八届二次全委会") == 0.0
    assert honour_likeness("一等奖", "二等奖") == 0.0
    assert honour_likeness("2024年全国五一劳动奖章", "全国五一劳动奖章") == 1.0
    assert honour_likeness("全国五一劳动奖状", "全国五一劳动奖章") == 0.0
