"""Confidences that are fitted, carried over, and held against the truth."""

from __future__ import annotations

import json
import math
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import unigraph as ug
from unigraph.evaluation import evaluate
from unigraph.evaluation.calibration import Case, fit, fit_others, transfer
from unigraph.evaluation.reliability import EDGES, reliability, wilson
from unigraph.relation.confidence import confidence, family

from .shared import GOLD

RULES = ("a-x", "a-y", "b-x", "b-y", "c-x")
CASES = st.lists(
    st.builds(
        Case,
        st.sampled_from(("n-1", "n-2", "s-1", "w-1")),
        st.lists(st.sampled_from(RULES), min_size=1, max_size=2, unique=True).map(tuple),
        st.booleans(),
    ),
    max_size=40,
)


def seen(rule: str, right: int, wrong: int) -> list[Case]:
    """Facts of one rule, spread over four regions."""
    return [Case(f"{'nswe'[i % 4]}-{i}", (rule,), i < right) for i in range(right + wrong)]


@settings(deadline=None)
@given(CASES)
def test_confidences_are_none_of_certain_and_do_not_depend_on_order(cases: list[Case]) -> None:
    fitted = fit(cases)
    assert all(0 < fitted.of([rule]) < 1 for rule in RULES)
    turned = fit(cases[::-1])
    assert all(math.isclose(fitted.of([rule]), turned.of([rule])) for rule in RULES)


@settings(deadline=None)
@given(CASES, CASES)
def test_what_is_carried_over_is_no_surer_and_keeps_its_order(cases: list[Case], held_out: list[Case]) -> None:
    fitted = fit(cases)
    by = transfer(fitted, held_out)
    there = fitted.carried(by)
    assert 0 <= by.slope <= 1
    for one in RULES:
        assert there.of([one]) <= fitted.of([one]) + 1e-9
        for other in RULES:
            if fitted.of([one]) < fitted.of([other]):
                assert there.of([one]) <= there.of([other]) + 1e-9


def test_a_rare_rule_is_drawn_to_its_family_and_a_common_one_goes_by_its_counts() -> None:
    cases = [*seen("a-often", 180, 20), *seen("a-twice", 2, 0), *seen("b-often", 70, 130)]
    fitted = fit(cases)
    assert fitted.of(["a-often"]) == pytest.approx(0.9, abs=0.02)
    assert fitted.of(["b-often"]) == pytest.approx(0.35, abs=0.02)
    assert fitted.of(["b-often"]) < fitted.of(["a-often"]) <= fitted.of(["a-twice"]) < 0.99
    assert fitted.of(["a-never"]) == pytest.approx(fitted.families["a"])
    assert fitted.of(["d-never"]) == fitted.everything


def test_a_bad_rule_is_not_saved_by_its_family() -> None:
    fitted = fit([*seen("a-good", 190, 10), *seen("a-bad", 0, 6)])
    assert fitted.of(["a-bad"]) < 0.4


def test_a_fact_goes_by_its_surest_rule() -> None:
    fitted = fit([*seen("a-good", 99, 1), *seen("a-worse", 60, 40)])
    assert fitted.of(["a-worse", "a-good"]) == fitted.of(["a-good"]) > fitted.of(["a-worse"])


def test_held_out_articles_bring_confidences_to_what_they_show() -> None:
    fitted = fit([*seen("a-x", 95, 5), *seen("a-y", 97, 3)])
    held_out = [*seen("a-x", 80, 20), *seen("a-y", 80, 20)]
    there = fitted.carried(transfer(fitted, held_out))
    expected = sum(there.of(c.rules) for c in held_out)
    assert expected == pytest.approx(160, abs=0.5)
    same = fitted.carried(transfer(fitted, []))
    assert same.of(["a-x"]) == pytest.approx(fitted.of(["a-x"]))


def test_the_slope_follows_what_carries_over() -> None:
    fitted = fit([*seen("a-x", 990, 10), *seen("b-x", 700, 300)])
    kept = transfer(fitted, [*seen("a-x", 485, 15), *seen("b-x", 250, 250)])
    gone = transfer(fitted, [*seen("a-x", 350, 150), *seen("b-x", 350, 150)])
    assert gone.slope < 0.15 < 0.7 < kept.slope


def test_a_fold_knows_nothing_of_its_own_region() -> None:
    cases = [Case("n-1", ("a-x",), True)] * 30 + [Case("s-1", ("a-x",), False)] * 30
    folds = fit_others(cases, {"n", "s"})
    assert folds["n"].of(["a-x"]) < 0.1 < 0.9 < folds["s"].of(["a-x"])


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=60))
def test_bands_hold_every_fact_once(facts: list[tuple[float, bool]]) -> None:
    measured = reliability(facts)
    assert measured.count == len(facts)
    assert sum(b.right for b in measured.bands) == sum(right for _, right in facts)
    assert all(b.low <= b.confidence + 1e-9 and b.confidence - 1e-9 <= b.high for b in measured.bands)
    assert all((b.low, b.high) in pairwise(EDGES) for b in measured.bands)
    assert 0 <= measured.ece <= 1


@settings(deadline=None)
@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_intervals_hold_the_share(counts: tuple[int, int]) -> None:
    right, count = counts
    low, high = wilson(right, count)
    assert 0 <= low <= right / count + 1e-12
    assert right / count - 1e-12 <= high <= 1
    assert wilson(10 * right, 10 * count)[0] >= low - 1e-12


def test_bands_tell_who_is_too_sure() -> None:
    (band,) = reliability([(0.93, i < 60) for i in range(100)]).bands
    assert not band.honest
    assert band.truth == 0.6
    assert reliability([(0.93, i < 60) for i in range(100)]).ece == pytest.approx(0.33)
    (band,) = reliability([(0.62, i < 60) for i in range(100)]).bands
    assert band.honest


def test_confidences_of_train_are_honest_by_folds() -> None:
    measured = evaluate(GOLD / "train", folds=True).reliability()
    assert measured.count > 1000
    assert measured.ece <= 0.05


def test_confidences_of_dev_are_honest() -> None:
    assert evaluate(GOLD / "dev").reliability().ece <= 0.05


def test_folds_want_two_regions(tmp_path: Path) -> None:
    with pytest.raises(ug.GoldError, match="one region"):
        evaluate(GOLD / "train" / "hd-01.json", folds=True)


def test_predictions_without_evidence_have_no_confidence(tmp_path: Path) -> None:
    gold = GOLD / "train" / "hd-01.json"
    (tmp_path / gold.name).write_bytes(gold.read_bytes())
    assert evaluate(gold, predicted=tmp_path).reliability().bands == ()


def test_memory_and_turtle_have_one_confidence(tmp_path: Path) -> None:
    gold = GOLD / "train" / "nb-04.json"
    document = json.loads(gold.read_text(encoding="utf-8"))
    saved = ug.build_text(document["text"], published=document["published"]).save(tmp_path / "out")
    saved.rename(tmp_path / "nb-04.ttl")
    read, again = evaluate(gold), evaluate(gold, predicted=tmp_path)
    assert sorted(read.facts) == sorted(again.facts) != []
    assert {(d.what, d.stage, d.rule) for d in read.differences} == {
        (d.what, d.stage, d.rule) for d in again.differences
    }


def test_the_table_speaks_of_rules_that_were_never_measured() -> None:
    assert family("chaired-own-event") == "chaired"
    assert confidence("chaired-in-a-new-way") == confidence("chaired-*")
    assert confidence("custom-sides") == confidence("*")
    assert 0 < confidence("*") < 1
