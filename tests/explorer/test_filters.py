"""Filters: each narrows the drawing, the counts follow, one click clears all of them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from playwright.sync_api import Locator, expect

from unigraph.graph import GraphData

from .conftest import Open, Opened


@pytest.fixture(scope="module")
def two_papers(graph: GraphData) -> GraphData:
    """The bulletin, one of its articles printed elsewhere."""
    last = max(graph.articles.values(), key=lambda a: a.published or "")
    return replace(graph, articles={**graph.articles, last.id: replace(last, publisher="云岭日报")})


def choice(o: Opened, heading: str, name: str) -> Locator:
    part = o.page.get_by_role("navigation", name="筛选").locator(
        "section", has=o.page.get_by_role("heading", name=heading)
    )
    return part.get_by_role("button", name=re.compile(f"^{name}"))


def count(row: Locator) -> int:
    return int(row.locator(".count").inner_text().replace(",", ""))


def test_each_filter_narrows_and_one_click_clears_them_all(open_page: Open, two_papers: GraphData) -> None:
    o = open_page(two_papers)
    whole = o.drawn()
    steps = [
        lambda: choice(o, "类别", "地点").click(),
        lambda: choice(o, "关系", "出席").click(),
        lambda: choice(o, "来源", "南溪工人报").click(),
        lambda: o.page.get_by_label("可信度").fill("0.85"),
        lambda: choice(o, "报道", "南溪市总工会七届三次全委会召开").click(),
        lambda: o.button(re.compile("^2025年3月10日")).click(),
    ]
    drawn = [whole]
    for step in steps:
        step()
        drawn.append(o.drawn())
    assert drawn == sorted(drawn, reverse=True)
    assert 0 < drawn[-1] < drawn[1] < whole
    o.button("清除筛选").click()
    assert o.drawn() == whole
    expect(o.button("清除筛选")).not_to_be_visible()
    expect(o.page.get_by_role("slider")).to_have_attribute("aria-valuetext", "不限")
    expect(o.page.locator(".rail .off")).to_have_count(
        o.page.locator(".rail [data-key=candidates], .rail [data-key=alone]").count()
    )


def test_articles_and_sources_count_what_they_would_leave(open_page: Open, two_papers: GraphData) -> None:
    o = open_page(two_papers)
    paper, other = choice(o, "来源", "南溪工人报"), choice(o, "来源", "云岭日报")
    people = choice(o, "类别", "人物")
    before = count(paper), count(other), count(people)
    other.click()
    expect(paper).to_have_attribute("aria-pressed", "false")
    assert (count(paper), count(other)) == before[:2]
    assert 0 < count(people) < before[2]
    article = choice(o, "报道", "南溪市总工会走访慰问一线职工")
    assert count(article) == before[1]
    assert count(choice(o, "报道", "青石县总工会主题党日")) == 0
    other.click()
    article.click()
    assert count(people) < before[2]
    assert count(choice(o, "关系", "签约")) == 0


def test_only_leaves_one(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    o.button("仅看企业").focus()
    o.page.keyboard.press("Enter")
    expect(choice(o, "类别", "企业")).to_have_attribute("aria-pressed", "true")
    expect(choice(o, "类别", "人物")).to_have_attribute("aria-pressed", "false")
    assert (
        o.page.get_by_role("status")
        .filter(has_text="没有符合筛选的内容")
        .or_(o.page.locator(".drawn"))
        .first.is_visible()
    )


def test_narrower_classes_unfold(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    before = o.drawn()
    fold = o.button("细分工会")
    expect(fold).to_have_attribute("aria-expanded", "false")
    fold.click()
    expect(fold).to_have_attribute("aria-expanded", "true")
    narrower = o.page.locator(".narrower").filter(has=o.page.get_by_role("button", name=re.compile("产业工会|行业")))
    narrower.get_by_role("button", name=re.compile("产业|行业")).first.click()
    assert o.drawn() < before


def test_a_span_of_days_by_keyboard(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    whole = o.drawn()
    o.button(re.compile("^2025年3月9日")).focus()
    keys = o.page.keyboard
    keys.press("ArrowRight")
    expect(o.button(re.compile("^2025年3月10日"))).to_be_focused()
    keys.press("Enter")
    expect(o.page.locator(".notes")).to_contain_text("2025年3月10日")
    day = o.drawn()
    expect(o.button(re.compile("^2025年3月10日"))).to_be_focused()
    keys.press("ArrowRight")
    keys.press("ArrowRight")
    keys.press("Shift+Enter")
    expect(o.page.locator(".notes")).to_contain_text("2025年3月10日 至 2025年3月12日")
    assert day < o.drawn() < whole
    o.button("清除时段").click()
    assert o.drawn() == whole


def test_what_is_selected_says_when_a_filter_hides_it(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    o.search("青石县石桥镇")
    choice(o, "类别", "地点").click()
    expect(o.panel).to_contain_text("被当前筛选隐去")
    o.panel.get_by_role("button", name="清除筛选").click()
    expect(o.panel).not_to_contain_text("被当前筛选隐去")


def test_nothing_moves_while_filters_change(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    before = o.where("林秋禾")
    choice(o, "类别", "地点").click()
    choice(o, "关系", "签约").click()
    assert o.where("林秋禾") == pytest.approx(before, abs=1)
