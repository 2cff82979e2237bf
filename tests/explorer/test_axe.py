"""Names, roles, contrast and order by WCAG 2.1 A and AA, in every view, checked by axe-core."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from unigraph.graph import GraphData
from unigraph.ontology import load_ontology

from .conftest import Open, Opened

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]},
    "resultTypes": ["violations"],
}

pytestmark = pytest.mark.skipif(not AXE.exists() and not os.environ.get("CI"), reason="no axe-core: npm ci")


def violations(page: Page) -> list[str]:
    """What axe complains of: the rule, the element, and why."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE.read_text(encoding="utf-8") + "; 0")
    found: dict[str, Any] = page.evaluate("rules => axe.run(document, rules)", RULES)
    return [
        f"{rule['id']}: {node['html'][:140]} · {' '.join(node['failureSummary'].split())[:300]}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def overview(_: Opened) -> None:
    """As the page opens."""


def thing(o: Opened) -> None:
    o.search("林秋禾")


def line(o: Opened) -> None:
    o.page.evaluate("location.hash = 'e=o-001,t-000'")


def path(o: Opened) -> None:
    o.search("林秋禾")
    o.page.get_by_role("button", name="找关联").click()
    o.search("祁连山")


def facts(o: Opened) -> None:
    o.button(re.compile("^2025年3月9日")).click()
    o.page.get_by_role("button", name="表格", exact=True).click()


def things(o: Opened) -> None:
    facts(o)
    o.page.locator("#table").get_by_role("button", name="条目").click()


def questions(o: Opened) -> None:
    o.page.get_by_role("button", name="问题", exact=True).click()


def reader(o: Opened) -> None:
    o.search("林秋禾")
    o.page.get_by_role("button", name="南溪市总工会七届三次全委会召开").first.click()


def helped(o: Opened) -> None:
    o.page.get_by_role("button", name="按键说明").click()


def results(o: Opened) -> None:
    o.page.get_by_role("combobox").fill("南溪")


def nothing_found(o: Opened) -> None:
    o.page.get_by_role("combobox").fill("查无此人")


def nothing_matches(o: Opened) -> None:
    o.page.get_by_label("可信度").evaluate("e => { e.value = '1'; e.dispatchEvent(new Event('input')) }")


def focused(o: Opened) -> None:
    o.search("林秋禾")
    o.page.get_by_role("button", name="看周围").click()


VIEWS: list[Callable[[Opened], None]] = [
    overview,
    thing,
    line,
    focused,
    path,
    facts,
    things,
    questions,
    reader,
    helped,
    results,
    nothing_found,
    nothing_matches,
]


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_view_breaks_a_rule(open_page: Open, graph: GraphData, theme: str, width: int) -> None:
    found = {}
    o = open_page(graph, width, 900, hash_=f"#t={theme}")
    for view in VIEWS:
        o.page.evaluate("theme => { document.querySelector('dialog').close(); location.hash = 't=' + theme }", theme)
        o.page.wait_for_timeout(50)
        view(o)
        o.page.wait_for_timeout(150)
        found[view.__name__] = violations(o.page)
    assert {k: v for k, v in found.items() if v} == {}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_an_empty_graph_breaks_no_rule(open_page: Open, theme: str) -> None:
    o = open_page(GraphData(load_ontology()), hash_=f"#t={theme}")
    assert violations(o.page) == []
