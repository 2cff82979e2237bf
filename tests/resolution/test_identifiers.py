"""Identifiers are ASCII and say what a thing is, whatever the order of articles."""

from __future__ import annotations

import itertools
import os
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.resolution.building import Telling, forum, signing
from unigraph.errors import OptionError
from unigraph.graph import DEFAULT_BASE
from unigraph.model import ArticleFacts
from unigraph.ontology import load_ontology
from unigraph.rdf import to_turtle
from unigraph.resolution import fold, pinyin, resolve

_ROOT = Path(__file__).parents[2]
_BUILD = """
import sys
from tests.resolution.building import forum, signing
from unigraph.ontology import load_ontology
from unigraph.rdf import to_turtle
from unigraph.resolution import resolve
sys.stdout.buffer.write(to_turtle(resolve([forum(), signing()], load_ontology())).encode())
"""


def _forums() -> list[ArticleFacts]:
    """Articles of many dates whose persons, events and posts cross."""
    out = [signing(), forum()]
    for number, (host, person) in enumerate(
        itertools.product(("云岭县总工会", "东河县总工会", "南溪市总工会"), ("何静", "罗明"))
    ):
        t = Telling(
            f"第{number}篇\n{host}办职工论坛，主席{person}到场。（记者 宋雨）",
            f"2026-0{number % 3 + 1}-11",
            publisher="南溪晚报",
        )
        body, event, guest = t.thing("Union", host), t.thing("Event", "职工论坛"), t.thing("Person", person)
        t.reporter("宋雨")
        t.say(body, "hosted", event, "办").say(guest, "attended", event, "到场").say(
            guest, "holdsPosition", body, "主席", "主席"
        )
        t.say(event, "startDate", None, "办", f"2026-0{number % 3 + 1}-10")
        out.append(t.facts())
    return out


def test_the_order_of_articles_changes_no_byte() -> None:
    facts = _forums()
    expected = to_turtle(resolve(facts, load_ontology()))
    for seed in range(8):
        random.Random(seed).shuffle(facts)
        assert to_turtle(resolve(facts, load_ontology())) == expected


def test_the_hash_seed_changes_no_byte() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", _BUILD],
            cwd=_ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(_ROOT)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4711")
    }
    assert outputs == {to_turtle(resolve([signing(), forum()], load_ontology())).encode()}


def test_all_are_ascii_unique_and_say_their_kind() -> None:
    graph = resolve(_forums(), load_ontology())
    prefixes = {"Person": "p", "Union": "u", "Company": "c", "Organization": "o", "Place": "pl", "Event": "e"}
    for identifier, entity in graph.entities.items():
        assert re.fullmatch(r"[A-Za-z0-9-]+", identifier)
        assert identifier.split("-")[0] == prefixes[graph.ontology.root(entity.cls)]
    assert all(i.startswith("po-zhuxi-") for i in graph.posts)
    assert all(i.startswith("aw-nanxiwuyilaodongjiangzhuang-") for i in graph.awards)
    everything = [*graph.entities, *graph.posts, *graph.awards, *graph.articles]
    assert len(set(everything)) == len(everything)


def test_other_articles_leave_an_identifier_alone() -> None:
    alone = resolve([signing()], load_ontology())
    together = resolve([*_forums()[:1], forum()], load_ontology())
    assert set(alone.entities) <= set(together.entities)


def test_a_persons_identifier_is_of_the_earliest_body() -> None:
    def holder(published: str, bodies: tuple[str, ...]) -> ArticleFacts:
        t = Telling(f"{published}\n{'、'.join(bodies)}主席何静。", published)
        person = t.thing("Person", "何静")
        for body in bodies:
            t.say(person, "holdsPosition", t.thing("Union", body), body, "主席")
        return t.facts()

    def identifier(*facts: ArticleFacts) -> list[str]:
        graph = resolve(facts, load_ontology())
        return [e.id for e in graph.entities.values() if e.name == "何静"]

    early = holder("2026-01-01", ("云岭县总工会",))
    late = holder("2026-02-01", ("东河县总工会", "云岭县总工会"))
    assert identifier(early, late) == identifier(early)
    assert identifier(late) != identifier(early)


def test_two_that_still_clash_take_the_article_and_stay_two() -> None:
    t = Telling("一\n云岭县总工会主席何静与副主席何静。", "2026-01-01")
    body = t.thing("Union", "云岭县总工会")
    first, second = t.thing("Person", "何静"), t.thing("Person", "何静")
    t.say(first, "holdsPosition", body, "主席", "主席").say(second, "holdsPosition", body, "副主席", "副主席")
    graph = resolve([t.facts()], load_ontology())
    persons = [e.id for e in graph.entities.values() if e.name == "何静"]
    assert len(set(persons)) == 2
    assert {f.subject for f in graph.facts} == set(persons)


def test_a_key_that_fits_no_iri_is_hashed() -> None:
    t = Telling("一\n松涛。")
    t.thing("Company", "松涛", key="松涛 <script>")
    (identifier,) = resolve([t.facts()], load_ontology()).entities
    assert re.fullmatch(r"c-songtao-[0-9a-f]{10}", identifier)


@pytest.mark.parametrize(
    "base", ["http://example.org/id", "id/", "", "http://example.org/a b/", "/id/", "http://x/<>/", "http://x/../y/"]
)
def test_a_base_that_is_no_absolute_iri_is_refused(base: str) -> None:
    with pytest.raises(OptionError, match="absolute IRI"):
        resolve([], load_ontology(), base=base)


@pytest.mark.parametrize("threshold", [-0.1, 1.5, float("nan")])
def test_a_threshold_out_of_bounds_is_refused(threshold: float) -> None:
    with pytest.raises(OptionError, match="between 0 and 1"):
        resolve([], load_ontology(), threshold=threshold)


def test_a_base_of_ones_own_is_used() -> None:
    graph = resolve([signing()], load_ontology(), base="https://example.org/graph#")
    assert DEFAULT_BASE not in to_turtle(graph)
    assert "@prefix id: <https://example.org/graph#> ." in to_turtle(graph)


def test_names_are_compared_without_print() -> None:
    assert fold("“一起学” Ａ班（南溪）") == fold("「一起学」a班(南溪)") == "一起学a班南溪"
    assert fold("——") == "——"
    assert fold("C++社") != fold("C社")


def test_pinyin_is_plain_and_knows_surnames() -> None:
    assert pinyin("重庆“ＡＢ”绿城") == "chong qing AB lv cheng"
    assert pinyin("单青", person=True) == "shan qing"
    assert pinyin("ABC") == ""
