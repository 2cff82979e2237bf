"""What a change won and lost."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import unigraph as ug
from unigraph.evaluation import changes, evaluate, read_saved, score_changes, to_document

from .shared import GOLD
from .test_same_as_reference import perturbed
from .test_stages import COMPANY, EVENT, PERSON, UNION, Case, fact

CHAIRED = fact("p", "chaired", "e")
HOSTED = fact("u", "hosted", "e")
FALSE = fact("p", "spokeAt", "e")


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return Case(tmp_path)


def test_won_and_lost(case: Case) -> None:
    gold = [UNION, PERSON, EVENT, CHAIRED, HOSTED]
    old = case(gold, [UNION, PERSON, EVENT, CHAIRED])
    new = case(gold, [UNION, PERSON, EVENT, COMPANY, HOSTED, FALSE])
    told = [(c.kind, c.difference.what) for c in changes(old, new)]
    assert told == [
        ("newly right", "岚川市总工会 hosted 岚川市总工会座谈会"),
        ("newly missed", "陈远舟 chaired 岚川市总工会座谈会"),
        ("newly wrong", "Company 青禾集团"),
        ("newly wrong", "陈远舟 spokeAt 岚川市总工会座谈会"),
    ]
    back = [(c.kind, c.difference.what) for c in changes(new, old)]
    assert ("no longer wrong", "Company 青禾集团") in back
    assert len(back) == len(told)
    gains = {c.new.name: c.gains for c in score_changes(old, new)}
    assert gains["hosted"] == (1.0, 1.0, 1.0)
    assert gains["chaired"] == (-1.0, -1.0, -1.0)
    assert gains["visited"] == (0.0, 0.0, 0.0)


def test_one_of_two_equal_errors_that_goes(case: Case) -> None:
    twice = [{**COMPANY, "id": "c1"}, {**COMPANY, "id": "c2"}]
    old, new = case([], twice), case([], twice[:1])
    assert [c.kind for c in changes(old, new)] == ["no longer wrong"]


def scored(folder: Path, seed: int) -> Any:
    """Three articles of gold with errors of many kinds."""
    predicted = folder / str(seed)
    predicted.mkdir(exist_ok=True)
    rng = random.Random(seed)
    for path in sorted((GOLD / "train").glob("hd-0[1-3].json")):
        document = perturbed(json.loads(path.read_text(encoding="utf-8")), rng)
        (predicted / path.name).write_text(json.dumps(document), encoding="utf-8")
    return predicted


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 99), st.integers(0, 99))
def test_changes_account_for_every_score(tmp_path: Path, one: int, other: int) -> None:
    gold = tmp_path / "gold"
    gold.mkdir(exist_ok=True)
    for path in (GOLD / "train").glob("hd-0[1-3].json"):
        (gold / path.name).write_bytes(path.read_bytes())
    old, new = (evaluate(gold, predicted=scored(tmp_path, seed)) for seed in (one, other))
    kinds = [(c.kind, c.difference.group) for c in changes(old, new)]
    for group in ("entity", "relation"):
        before, after = old.score(group), new.score(group)
        assert kinds.count(("newly right", group)) - kinds.count(("newly missed", group)) == before.fn - after.fn
        assert kinds.count(("newly wrong", group)) - kinds.count(("no longer wrong", group)) == after.fp - before.fp
    assert changes(old, old) == []
    assert new.stages().total() == len(new.differences)
    assert all(d.stage for d in new.differences)


def test_saved_and_read_back(case: Case, tmp_path: Path) -> None:
    result = case([UNION, PERSON, EVENT, CHAIRED], [PERSON, EVENT, FALSE])
    path = tmp_path / "old.json"
    path.write_text(json.dumps(to_document(result, errors=True)), encoding="utf-8")
    saved = read_saved(path)
    assert (saved.scores, saved.differences, saved.right) == (result.scores, result.differences, result.right)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"errors": 1, "right": {}}', '{"errors": [{}], "right": {}}'])
def test_what_is_no_saved_evaluation(tmp_path: Path, content: str) -> None:
    path = tmp_path / "old.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ug.GoldError, match="--json --errors"):
        read_saved(path)
    with pytest.raises(ug.GoldError, match="cannot read"):
        read_saved(tmp_path / "gone.json")
