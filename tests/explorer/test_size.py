"""A graph of 20,000 things: the page opens and answers, and what it draws can be read. No time is measured here."""

from __future__ import annotations

import random
import re

import pytest
from playwright.sync_api import expect

from unigraph.explorer import render, select
from unigraph.explorer.importance import all_facts, weights
from unigraph.explorer.layout import positions
from unigraph.graph import GraphData

from .conftest import Open, Opened
from .large import large
from .test_browser import crossing, number

PATIENCE = 20_000
"""Milliseconds after which a page of this size counts as broken, on however busy a machine."""


@pytest.fixture(scope="module")
def graph() -> GraphData:
    return large()


@pytest.fixture(scope="module")
def html(graph: GraphData) -> str:
    return render(graph, title="云岭工人报", questions=False)


def ranked(graph: GraphData) -> list[str]:
    """Names, the most important first."""
    weight = weights(graph, all_facts(graph))
    order = sorted(weight, key=lambda i: (-weight[i], i))
    return [graph.entities[i].name if i in graph.entities else graph.awards[i].name for i in order]


@pytest.fixture(scope="module")
def names(graph: GraphData) -> list[str]:
    return ranked(graph)


def ready(open_page: Open, html: str, hash_: str = "") -> Opened:
    o = open_page(html, hash_=hash_)
    expect(o.page.locator(".drawn")).to_contain_text("图中", timeout=PATIENCE)
    expect(o.page.locator("#panel h2").first).to_be_visible(timeout=PATIENCE)
    o.page.wait_for_timeout(300)
    return o


def in_sight(o: Opened) -> bool:
    """Whether all that is written stands inside the drawing."""
    box = o.page.locator("#canvas").bounding_box()
    assert box
    boxes = o.page.evaluate("unigraph.boxes()")
    return len(boxes) > 5 and all(b["x"] >= -2 and b["x"] + b["w"] <= box["width"] + 2 for b in boxes)


def test_first_sight_is_a_picture_of_the_most_important(open_page: Open, html: str, names: list[str]) -> None:
    o = ready(open_page, html)
    assert len(html.encode("utf-8")) < 40_000_000
    expect(o.page.locator(".brand")).to_contain_text("4,000 篇报道")
    expect(o.page.locator(".drawn")).to_contain_text(re.compile(r"图中 1?\d\d / 19,"))
    assert crossing(o) == [] and in_sight(o)
    written = o.page.evaluate("unigraph.boxes()")
    assert len(written) >= 40
    assert {names[0], names[1]} <= {b["words"] for b in written}
    for _ in range(3):
        o.page.locator(".stage-foot .more").click()
    expect(o.page.locator(".drawn")).to_contain_text("图中 600 /")
    o.page.wait_for_timeout(300)
    assert crossing(o) == [] and in_sight(o)


def test_search_shows_a_thing_of_low_rank_with_its_surroundings(open_page: Open, html: str, names: list[str]) -> None:
    o = ready(open_page, html)
    name = next(n for n in names[1500:] if "第" in n)
    o.page.get_by_role("combobox").fill(name)
    expect(o.page.get_by_role("option").first).to_contain_text(name[:6], timeout=PATIENCE)
    o.page.get_by_role("combobox").press("Enter")
    expect(o.page.locator(".who h2")).to_have_text(name)
    expect(o.page.locator(".crumbs")).to_contain_text("总览")
    expect(o.page.locator("blockquote").first).to_be_visible()
    o.page.wait_for_timeout(300)
    assert crossing(o) == [] and in_sight(o)
    o.page.keyboard.press("Escape")
    o.page.keyboard.press("Escape")
    expect(o.page.locator(".drawn")).to_contain_text("/ 19,")


def test_search_by_pinyin(open_page: Open, html: str) -> None:
    o = ready(open_page, html)
    o.page.get_by_role("combobox").fill("yunlingshengzonggonghui")
    expect(o.page.get_by_role("option").first).to_contain_text("云岭省总工会", timeout=PATIENCE)
    o.page.get_by_role("combobox").fill("ylszgh")
    expect(o.page.get_by_role("option").first).to_contain_text("云岭省总工会", timeout=PATIENCE)


def test_a_day_is_laid_out_by_itself(open_page: Open, html: str) -> None:
    o = ready(open_page, html, "#d=2024-05-06_2024-05-06")
    assert 5 < number(o.page.locator(".drawn").inner_text()) <= 150
    assert crossing(o) == [] and in_sight(o)
    at = o.page.evaluate("unigraph.boxes()")
    o.page.locator("#canvas").focus()
    o.page.keyboard.press("ArrowRight")
    expect(o.page.locator(".who h2")).to_be_visible()
    o.page.keyboard.press("Escape")
    o.page.mouse.move(5, 5)
    o.page.wait_for_timeout(300)
    after = {b["words"]: b["y"] - b["x"] for b in o.page.evaluate("unigraph.boxes()")}
    assert sum(abs(after.get(b["words"], 1e9) - b["y"] + b["x"]) < 2 for b in at) > len(at) * 0.7, "nothing jumps"


def test_classes_by_brush_and_legend(open_page: Open, html: str) -> None:
    o = ready(open_page, html)
    total = number(o.page.locator(".drawn").inner_text().split("/")[1])
    o.page.locator(".legend .toggle").first.click()
    o.page.wait_for_timeout(300)
    assert number(o.page.locator(".drawn").inner_text().split("/")[1]) < total
    assert crossing(o) == []
    o.page.get_by_role("button", name="清除筛选").first.click()
    expect(o.page.locator(".drawn")).to_contain_text(f"{total:,}")


def test_double_click_shows_the_surroundings(open_page: Open, html: str, names: list[str]) -> None:
    o = ready(open_page, html)
    o.page.mouse.dblclick(*o.where(names[0]))
    expect(o.page.locator(".crumbs")).to_contain_text(names[0])
    o.page.wait_for_timeout(300)
    assert o.page.evaluate("name => unigraph.where(name) !== null", names[0])
    assert crossing(o) == [] and in_sight(o)


def test_a_path_between_the_known_and_the_unknown(open_page: Open, html: str, names: list[str]) -> None:
    o = ready(open_page, html)
    o.page.mouse.click(*o.where(names[0]))
    o.page.get_by_role("button", name="找关联").click()
    o.search(names[12_000])
    expect(o.page.locator("#panel .kind").first).to_contain_text("两者如何相连", timeout=PATIENCE)
    expect(o.page.locator(".way li").first).to_be_visible()
    expect(o.page.locator(".way blockquote").first).to_be_visible()
    assert crossing(o) == []


def test_the_table_sorts_all_facts(open_page: Open, html: str) -> None:
    o = ready(open_page, html)
    o.page.keyboard.press("t")
    expect(o.page.locator("#table caption")).to_contain_text("99,")
    dates = o.page.locator("#table td.when").all_inner_texts()
    assert dates[0].startswith("2026")
    o.page.locator("#table th button").first.click()
    first = o.page.locator("#table td.who").first.inner_text()
    o.page.locator("#table th button").first.click()
    assert o.page.locator("#table td.who").first.inner_text() != first


def test_the_page_says_what_is_left_out(open_page: Open) -> None:
    whole = large(600, 3000)
    part = select(whole, top=250)
    o = open_page(render(part, questions=False))
    left = f"{len(whole.entities) + len(whole.awards) - 250}"
    expect(o.page.locator(".drawn")).to_contain_text(left)
    expect(o.page.locator("#panel .warn")).to_contain_text(left)
    expect(o.page.locator("#panel .warn")).to_contain_text("--around")


def test_the_same_graph_gives_the_same_bytes(graph: GraphData) -> None:
    small = large(900, 4500)
    assert render(small) == render(large.__wrapped__(900, 4500))


def test_the_order_of_links_is_nothing_to_the_layout() -> None:
    chance = random.Random(3)
    links = [(chance.randrange(1500), chance.randrange(3000)) for _ in range(6000)]
    mixed = [(b, a) for a, b in sorted(links, key=lambda _: chance.random())]
    places = positions(3100, links)
    assert places == positions(3100, mixed)
    assert len(set(places)) == 3100


def test_the_most_important_stand_close_together() -> None:
    chance = random.Random(5)
    links = [(int(5000 * chance.random() ** 3), int(5000 * chance.random() ** 2)) for _ in range(15000)]
    places = positions(5000, links)

    def area(count: int) -> float:
        xs, ys = [x for x, _ in places[:count]], [y for _, y in places[:count]]
        return float((max(xs) - min(xs)) * (max(ys) - min(ys)))

    assert area(150) * 6 < area(5000)
