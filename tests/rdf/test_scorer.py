"""The scorer that measures graphs reads ours as they are meant."""

from __future__ import annotations

import importlib.util
import json
import os
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.resolution.building import Telling, signing
from unigraph.model import ArticleFacts, Mention
from unigraph.ontology import load_ontology
from unigraph.rdf import from_turtle, to_turtle
from unigraph.resolution import resolve

_ROOT = Path(__file__).parents[2]
_SCORER = Path(os.environ.get("UNIGRAPH_SHARED", _ROOT / ".." / "shared")) / "gold" / "score.py"
_GOLD = _ROOT / "tests" / "gold"


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    if not _SCORER.is_file():
        pytest.skip("needs gold/score.py in the folder that UNIGRAPH_SHARED names")
    spec = importlib.util.spec_from_file_location("scorer", _SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _gold() -> dict[str, Any]:
    """What :func:`signing` says, as a gold annotation; the guest whose presence is unsure is no relation."""
    names = {
        "u": ("Union", "南溪市总工会"),
        "b": ("Company", "白石银行"),
        "h": ("Place", "南溪会堂"),
        "e": ("Event", "南溪市总工会与白石银行签约仪式"),
        "p": ("Person", "何静"),
        "g": ("Person", "林雾"),
        "c": ("Place", "南溪市"),
        "r": ("Person", "宋雨"),
    }
    relations = [
        ("u", "hosted", "e", ""),
        ("b", "hosted", "e", ""),
        ("e", "heldAt", "h", ""),
        ("e", "heldOn", "2026-03-01", ""),
        ("p", "chaired", "e", ""),
        ("p", "holdsPosition", "u", "主席"),
        ("u", "signedWith", "b", ""),
        ("u", "awarded", "b", "南溪五一劳动奖状"),
    ]
    return {
        "entities": [{"id": i, "type": t, "name": n, "aliases": []} for i, (t, n) in names.items()],
        "relations": [
            {"subject": s, "predicate": p, "object": o, **({"title": t} if t else {})} for s, p, o, t in relations
        ],
    }


@pytest.mark.parametrize("texts", [True, False])
def test_the_scorer_finds_all_and_nothing_more(scorer: ModuleType, tmp_path: Path, texts: bool) -> None:
    gold, predicted = tmp_path / "gold", tmp_path / "predicted"
    gold.mkdir()
    predicted.mkdir()
    (gold / "one.json").write_text(json.dumps(_gold()), encoding="utf-8")
    turtle = to_turtle(resolve([signing()], load_ontology()), texts=texts)
    (predicted / "one.ttl").write_text(turtle, encoding="utf-8")
    tally, errors = scorer.score(gold, predicted)
    assert errors == []
    assert sum(c["tp"] for (group, _), c in tally.items() if group == "entity") == 8
    assert sum(c["tp"] for (group, _), c in tally.items() if group == "relation") == 9


@pytest.mark.parametrize("cls", sorted(c for c in load_ontology().classes if load_ontology().root(c)))
def test_every_class_is_seen_as_one_of_the_six(scorer: ModuleType, tmp_path: Path, cls: str) -> None:
    t = Telling("一\n松涛。")
    t.thing(cls, "松涛")
    path = tmp_path / "one.ttl"
    path.write_text(to_turtle(resolve([t.facts()], load_ontology())), encoding="utf-8")
    ((types, names, _),) = scorer.Annotation.from_turtle(path, None).entities.values()
    assert types == [load_ontology().root(cls)]
    assert names[0] == "松涛"


def test_spans_of_dates_are_read(scorer: ModuleType, tmp_path: Path) -> None:
    t = Telling("一\n3月1日至3日，论坛。", "2026-03-04")
    event = t.thing("Event", "论坛")
    t.say(event, "startDate", None, "3月1日", "2026-03-01").say(event, "endDate", None, "3日", "2026-03-03")
    path = tmp_path / "one.ttl"
    path.write_text(to_turtle(resolve([t.facts()], load_ontology())), encoding="utf-8")
    (relation,) = scorer.Annotation.from_turtle(path, None).relations
    assert relation[1:] == ("heldOn", "2026-03-01/2026-03-03")


def _facts(gold: dict[str, Any], split: Callable[[str], list[str]]) -> ArticleFacts:
    """An annotation as if it had been extracted: what it names by words that the text lacks stands in the headline."""
    t = Telling(gold["text"], gold["published"])
    number = {e["id"]: t.thing(e["type"], e["name"], aliases=tuple(e["aliases"])) for e in gold["entities"]}
    t.mentions = [Mention(n, n, n + 1) for n in number.values()]
    cue = gold["text"][:2]
    for r in gold["relations"]:
        subject, predicate, title = number.get(r["subject"]), r["predicate"], r.get("title", "")
        target = number.get(r["object"])
        if r.get("optional"):
            continue
        if predicate == "awarded":
            assert target is not None
            t.say(target, "received", subject, cue, title)
            continue
        assert subject is not None
        if predicate == "heldOn":
            for end, date in zip(("startDate", "endDate"), r["object"].split("/"), strict=False):
                t.say(subject, end, None, cue, date)
        elif predicate == "holdsPosition":
            for one in split(title):
                t.say(subject, predicate, target, cue, one)
        else:
            t.say(subject, predicate, target, cue)
    return t.facts()


@pytest.mark.parametrize("name", ["train", "dev"])
def test_annotations_as_graphs_lose_nothing(scorer: ModuleType, tmp_path: Path, name: str) -> None:
    for path in sorted((_GOLD / name).glob("*.json")):
        facts = _facts(json.loads(path.read_text(encoding="utf-8")), scorer.parts)
        graph = from_turtle(to_turtle(resolve([facts], load_ontology())))
        (tmp_path / f"{path.stem}.ttl").write_text(to_turtle(graph), encoding="utf-8")
    tally, errors = scorer.score(_GOLD / name, tmp_path)
    assert errors == []
    assert sum(c["tp"] for c in tally.values()) > 500
