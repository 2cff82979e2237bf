"""Everything by the keyboard alone: the Tab key reaches each control, one sees where one is, nothing holds one fast."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from unigraph.graph import GraphData

from .conftest import Open, Opened

# Numbers each control that can be seen; those that arrow keys reach (tabindex -1) are left out.
NUMBER = """() => [...document.querySelectorAll('button, a[href], input, summary, [tabindex]')]
  .filter(e => e.checkVisibility({ visibilityProperty: true }) && e.tabIndex >= 0 && !e.closest('canvas, [inert]'))
  .map((e, i) => ((e.dataset.reached = i), `${i} ${e.getAttribute('aria-label') || e.textContent.slice(0, 30) || e.tagName}`))"""
HERE = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const box = e.getBoundingClientRect();
  const style = getComputedStyle(e);
  const after = getComputedStyle(e, '::after');
  const ring = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2)
    || (after.content !== 'none' && parseFloat(after.borderTopWidth) >= 2);
  const line = e.getClientRects()[0];
  const hit = document.elementFromPoint(Math.max(1, line.left + line.width / 2), Math.max(1, line.top + Math.min(line.height, 40) / 2));
  const open = e.contains(hit) || Boolean(hit?.contains(e));
  return { n: e.dataset.reached ?? null, ring, inside: open && box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight,
           name: e.getAttribute('aria-label') || e.textContent.slice(0, 30) };
}"""


def walked(o: Opened) -> tuple[list[str], list[dict[str, object]]]:
    """All controls, and where the Tab key led, once around."""
    named: list[str] = o.page.evaluate(NUMBER)
    o.page.evaluate("() => { document.activeElement?.blur(); }")
    out: list[dict[str, object]] = []
    for _ in range(len(named) + 20):
        o.page.keyboard.press("Tab")
        here = o.page.evaluate(HERE)
        if here is None:  # the browser's own controls are between the last and the first
            continue
        if out and here["n"] == out[0]["n"]:
            break
        out.append(here)
    return named, out


@pytest.mark.parametrize("view", ["", "n=o-001", "v=table&b=things&r=none", "v=questions", "reader"])
def test_tab_reaches_every_control_and_one_sees_where(open_page: Open, graph: GraphData, view: str) -> None:
    o = open_page(graph, hash_=f"#{view}" if view != "reader" else "")
    if view == "reader":
        o.panel.get_by_role("button", name=re.compile("^南溪市总工会七届三次全委会")).click()
    if "table" in view:
        o.button("仅看签约").focus()
        o.page.keyboard.press("Enter")
    o.page.wait_for_timeout(100)
    named, way = walked(o)
    reached = {str(here["n"]) for here in way}
    assert [name for name in named if name.split()[0] not in reached] == []
    assert [here["name"] for here in way if not here["ring"] or not here["inside"]] == []


def test_arrow_keys_walk_in_the_drawing(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    o.page.get_by_role("application").focus()
    keys = o.page.keyboard
    keys.press("ArrowRight")
    first = o.heading.inner_text()
    seen = {first}
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp", "ArrowRight"):
        before = o.where(o.heading.inner_text())
        keys.press(key)
        after = o.where(o.heading.inner_text())
        seen.add(o.heading.inner_text())
        axis, sign = {"ArrowRight": (0, 1), "ArrowLeft": (0, -1), "ArrowDown": (1, 1), "ArrowUp": (1, -1)}[key]
        assert (after[axis] - before[axis]) * sign >= 0
    assert len(seen) > 3
    expect(o.page.get_by_role("application")).to_be_focused()
    chosen = o.heading.inner_text()
    keys.press("Enter")
    expect(o.page.get_by_role("navigation", name="总览")).to_contain_text(chosen[:4])
    keys.press("Escape")
    keys.press("Escape")
    expect(o.page.get_by_role("navigation", name="总览")).not_to_be_visible()


def test_from_search_to_the_article_and_back_without_a_mouse(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    keys = o.page.keyboard
    keys.press("/")
    keys.type("lqh")
    keys.press("Enter")
    expect(o.heading).to_have_text("林秋禾")
    read = o.panel.get_by_role("button", name="南溪市总工会七届三次全委会召开").first
    read.focus()
    keys.press("Enter")
    reader = o.page.get_by_role("region", name="报道")
    expect(reader.get_by_role("heading", level=2)).to_be_focused()
    keys.press("Tab")
    expect(reader.get_by_role("button").or_(reader.get_by_role("link")).locator(":scope:focus")).to_have_count(1)
    reader.get_by_role("link", name="高远洲").first.focus()
    keys.press("Enter")
    expect(o.heading).to_have_text("高远洲")
    keys.press("Escape")
    expect(reader).not_to_be_visible()


def test_focus_stays_where_it_was(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    keys = o.page.keyboard
    theme = o.button("浅色或深色")
    theme.focus()
    keys.press("Enter")
    expect(theme).to_be_focused()
    table = o.page.get_by_role("main").get_by_role("button", name="表格", exact=True)
    table.focus()
    keys.press("Enter")
    expect(table).to_be_focused()
    people = o.page.locator(".legend").get_by_role("button", name=re.compile("^人物"))
    people.focus()
    keys.press("Space")
    expect(people).to_have_attribute("aria-pressed", "false")
    expect(people).to_be_focused()
    ranked = o.panel.locator(".thing").first
    name = ranked.inner_text()
    ranked.focus()
    keys.press("Enter")
    expect(o.heading).to_have_text(name)
    expect(o.panel.get_by_role("region")).to_be_focused()


def test_the_keys_that_the_page_names(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    keys = o.page.keyboard
    keys.press("?")
    dialog = o.page.get_by_role("dialog", name="按键说明")
    expect(dialog).to_contain_text("从所选条目找关联")
    expect(dialog.get_by_role("button", name="关闭")).to_be_focused()
    keys.press("Enter")
    expect(dialog).not_to_be_visible()
    for key, name in (("t", "表格"), ("q", "问题")):
        keys.press(key)
        expect(o.page.get_by_role("region", name=name)).to_be_visible()
    keys.press("g")
    expect(o.page.get_by_role("region", name="问题")).not_to_be_visible()
    o.search("林秋禾")
    before = o.where("林秋禾"), o.where("高远洲")
    keys.press("+")
    wider = o.where("林秋禾"), o.where("高远洲")
    assert abs(wider[0][0] - wider[1][0]) > abs(before[0][0] - before[1][0])
    keys.press("-")
    keys.press("0")
    keys.press("f")
    expect(o.page.get_by_role("navigation", name="总览")).to_contain_text("林秋禾")


def test_on_a_phone_the_filters_are_reached_and_left(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph, 390, 844)
    o.button("筛选").focus()
    o.page.keyboard.press("Enter")
    expect(o.page.get_by_role("navigation", name="筛选")).to_be_visible()
    o.page.keyboard.press("Tab")
    expect(o.page.locator("#rail :focus")).to_have_count(1)
    o.page.keyboard.press("Escape")
    expect(o.button("筛选")).to_be_focused()
    expect(o.page.get_by_role("navigation", name="筛选")).not_to_be_visible()
