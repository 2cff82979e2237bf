"""One thing in articles of both scripts: one node, one identifier, a label that the order does not decide."""

from __future__ import annotations

from itertools import permutations

from unigraph.graph import GraphData
from unigraph.model import ArticleFacts
from unigraph.ontology import load_ontology
from unigraph.resolution import resolve

from .building import Telling


def _article(text: str, published: str, company: str, chair: str, title: str, honour: str) -> ArticleFacts:
    t = Telling(text, published)
    body = t.thing("Company", company)
    t.say(t.thing("Person", chair), "holdsPosition", body, title, title)
    t.say(body, "received", None, honour, honour)
    return t.facts()


SIMPLE = _article(
    "云峰公司\n云峰公司总经理何静说，云峰公司获劳动奖状。", "2026-03-05", "云峰公司", "何静", "总经理", "劳动奖状"
)
FULL = _article(
    "雲峰公司\n雲峰公司總經理何靜說，雲峰公司獲勞動獎狀。", "2026-03-01", "雲峰公司", "何靜", "總經理", "勞動獎狀"
)
AGAIN = _article(
    "雲峰公司二\n雲峰公司總經理何靜說，雲峰公司獲勞動獎狀。", "2026-03-02", "雲峰公司", "何靜", "總經理", "勞動獎狀"
)


def _graph(*facts: ArticleFacts) -> GraphData:
    return resolve(facts, load_ontology())


def test_both_scripts_give_one_node_of_each() -> None:
    for order in permutations((SIMPLE, FULL, AGAIN)):
        graph = _graph(*order)
        names = {e.name: e.aliases for e in graph.entities.values()}
        assert names == {"云峰公司": ("雲峰公司",), "何静": ("何靜",)}
        assert [p.title for p in graph.posts.values()] == ["总经理"]
        assert [a.name for a in graph.awards.values()] == ["劳动奖状"]


def test_each_script_alone_gives_the_same_identifiers() -> None:
    one, other = _graph(SIMPLE), _graph(FULL)
    assert one.entities.keys() == other.entities.keys() == _graph(SIMPLE, FULL).entities.keys()
    assert one.posts.keys() == other.posts.keys()
    assert one.awards.keys() == other.awards.keys()
    assert {e.name for e in other.entities.values()} == {"雲峰公司", "何靜"}


def test_two_families_stay_two() -> None:
    t = Telling("云峰公司\n云峰公司经理于海、经理於海到会。", "2026-03-01")
    body = t.thing("Company", "云峰公司")
    t.say(t.thing("Person", "于海"), "holdsPosition", body, "经理", "经理")
    t.say(t.thing("Person", "於海"), "holdsPosition", body, "经理", "经理")
    people = [e.name for e in _graph(t.facts()).entities.values() if e.cls == "Person"]
    assert sorted(people) == ["于海", "於海"]


def test_an_alias_in_the_other_script_joins_too() -> None:
    full = Telling("雲峰發展有限公司\n雲峰發展有限公司到會。", "2026-03-01")
    full.thing("Company", "雲峰發展有限公司", aliases=("雲峰發展",))
    short = Telling("云峰发展\n云峰发展到会。", "2026-03-02")
    short.thing("Company", "云峰发展")
    (company,) = _graph(full.facts(), short.facts()).entities.values()
    assert company.name == "雲峰發展有限公司"
    assert {"云峰发展", "雲峰發展"} <= set(company.aliases)
