"""Our scores are those of the reference scorer, on predictions of many kinds of wrongness."""

from __future__ import annotations

import copy
import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import unigraph as ug
from unigraph.evaluation import Evaluation, evaluate

from .shared import GOLD, shared

Document = dict[str, Any]
KINDS = ("Union", "Person", "Company", "Organization", "Place", "Event")
RELATIONS = ("chaired", "hosted", "visited", "signedWith", "coOrganized", "attended", "holdsPosition", "awarded")


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    """The reference scorer as a module."""
    spec = importlib.util.spec_from_file_location("reference_score", shared("gold/score.py"))
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def perturbed(document: Document, rng: random.Random) -> Document:
    """Names cut, types changed, ends moved, titles altered, things and relations dropped or made up."""
    made = copy.deepcopy(document)
    for entity in made["entities"]:
        entity.pop("optional", None)
        chance = rng.random()
        if chance < 0.1:
            entity["name"] = entity["name"][1:] or entity["name"]
        elif chance < 0.15:
            entity["type"] = rng.choice(KINDS)
        elif chance < 0.25 and entity.get("aliases"):
            entity["aliases"].append(entity["name"])
            entity["name"] = entity["aliases"][0]
        elif chance < 0.3:
            entity["name"] = entity["name"].replace("第", "").replace("二", "三")
    known = sorted(e["id"] for e in made["entities"])
    made["entities"].append({"id": "made-up", "type": "Union", "name": "某市总工会", "aliases": []})
    made["relations"] = [_changed(r, known, rng) for r in made["relations"] if rng.random() > 0.1]
    return made


def _changed(relation: Document, known: list[str], rng: random.Random) -> Document:
    made = {k: v for k, v in relation.items() if k != "optional"}
    if rng.random() < 0.1:
        made["subject"] = rng.choice(known)
    if rng.random() < 0.2 and made["predicate"] != "heldOn":
        made["object"] = rng.choice(known)
        made["predicate"] = rng.choice([made["predicate"], *RELATIONS])
    if made.get("title") and rng.random() < 0.3:
        made["title"] = made["title"][:-1] + "副主席、委员"
    return made


def same(reference: ModuleType, gold: Path, predicted: Path, ours: Evaluation, ontology: Path | None = None) -> None:
    """Every count of every line is the same, and so is the number of differences."""
    tally, errors = reference.score(gold, predicted, ontology)
    sums = {"entity": {"ALL": reference.TYPES}, "relation": {"ALL": reference.PREDICATES, "CORE": reference.CORE}}
    for score in ours.scores:
        names = sums[score.group].get(score.name, [score.name])
        counts = reference.total(tally, score.group, names)
        assert (score.tp, score.fp, score.fn) == tuple(counts[x] for x in ("tp", "fp", "fn")), score
        assert (score.precision, score.recall, score.f1) == pytest.approx(reference.prf(counts))
    assert len(ours.differences) + len(ours.unreadable) == len(errors)


@pytest.mark.parametrize("name", ["train", "dev", "seed", "page"])
def test_on_perturbed_annotations(reference: ModuleType, tmp_path: Path, name: str) -> None:
    gold = GOLD / name if (GOLD / name).is_dir() else shared(f"gold/{name}")
    for seed in range(3):
        rng = random.Random(seed)
        predicted = tmp_path / str(seed)
        predicted.mkdir()
        for path in sorted(gold.glob("*.json"))[seed:]:  # some have no prediction at all
            document = perturbed(json.loads(path.read_text(encoding="utf-8")), rng)
            (predicted / path.name).write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
        same(reference, gold, predicted, evaluate(gold, predicted=predicted))


def test_on_gold_itself() -> None:
    result = evaluate(GOLD / "train", predicted=GOLD / "train")
    assert (result.score("entity").f1, result.score("relation").f1) == (1.0, 1.0)
    assert result.differences == ()


@pytest.mark.parametrize("name", ["dev", "seed", "page"])
def test_on_our_graphs_with_and_without_turtle(reference: ModuleType, tmp_path: Path, name: str) -> None:
    """The graph in memory, its Turtle read by us, and its Turtle read by the reference score alike."""
    gold = GOLD / name if (GOLD / name).is_dir() else shared(f"gold/{name}")
    for path in sorted(gold.glob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        saved = ug.build_text(document["text"], published=document["published"]).save(tmp_path / path.stem)
        saved.rename(tmp_path / f"{path.stem}.ttl")
    ontology = Path(__file__).parents[2] / "ontology" / "unigraph.ttl"
    from_memory, from_turtle = evaluate(gold), evaluate(gold, predicted=tmp_path)
    assert from_memory.scores == from_turtle.scores
    assert from_turtle.unreadable == ()
    same(reference, gold, tmp_path, from_memory, ontology)
