"""The smallest graphs: nothing at all, one article, one thing, and a graph without dates or texts."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import expect

import unigraph as ug
from unigraph.graph import GraphData
from unigraph.model import Entity
from unigraph.ontology import load_ontology

from .conftest import Open, Opened

STORY = """清溪市总工会召开一季度例会
本报讯(记者 田禾)3月5日，清溪市总工会在清溪市工人文化宫召开一季度例会。清溪市总工会主席苏听雨主持会议并讲话，清溪市总工会副主席何远山出席会议。
"""


@pytest.fixture(scope="module")
def nothing() -> GraphData:
    return GraphData(load_ontology())


def every_view(o: Opened) -> None:
    """All tabs, tools and keys; what goes wrong is told at the end of the test."""
    for tab in ("表格", "问题", "图谱"):
        o.tab(tab)
        o.page.wait_for_timeout(40)
    for key in ("f", "p", "Escape", "+", "-", "0", "?", "Escape", "t", "t", "Escape"):
        o.page.keyboard.press(key)
    for button in ("切换到英文", re.compile("switch to Chinese"), "浅色或深色"):
        o.button(button).click()


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_an_empty_graph_says_what_to_do_in_every_view(
    open_page: Open, nothing: GraphData, width: int, height: int
) -> None:
    o = open_page(nothing, width, height)
    expect(o.page.get_by_role("status").filter(has_text="unigraph build")).to_be_visible()
    expect(o.panel).to_contain_text("0 篇报道 · 0 个条目 · 0 条事实")
    every_view(o)
    o.page.get_by_role("combobox").fill("邓")
    expect(o.page.locator(".results")).to_contain_text("没有找到")
    o.page.keyboard.press("Enter")
    o.page.keyboard.press("Escape")
    o.tab("表格")
    expect(o.page.get_by_role("table")).to_contain_text("0 条事实")
    o.tab("问题")
    expect(o.page.get_by_role("region", name="问题")).to_contain_text("没有收入问题的答案")
    _, content = o.download("保存此视图为文件")
    assert "unigraph" in open_page(content.decode("utf-8")).page.title()


def test_a_graph_of_one_article(open_page: Open, tmp_path: Path) -> None:
    ug.build_text(STORY, published="2026-03-06").save(tmp_path, explorer=True)
    o = open_page((tmp_path / "explorer.html").read_text(encoding="utf-8"))
    expect(o.page.locator(".brand")).to_contain_text("1 篇报道 · 2026年3月6日")
    assert o.drawn() >= 3
    every_view(o)
    o.search("苏听雨")
    expect(o.heading).to_have_text("苏听雨")
    quote = (
        o.panel.locator("section", has=o.page.get_by_role("heading", name=re.compile("^主持")))
        .locator("blockquote")
        .last
    )
    expect(quote).to_contain_text("主持会议并讲话")
    o.panel.get_by_role("button", name=re.compile("^清溪市总工会召开一季度例会")).first.click()
    reader = o.page.get_by_role("region", name="报道")
    expect(reader.get_by_role("link", name="何远山")).to_be_visible()
    reader.get_by_role("link", name="何远山").click()
    expect(o.heading).to_have_text("何远山")
    # With one article and one source there is nothing to choose between.
    expect(o.page.get_by_role("navigation", name="筛选").get_by_role("heading", name="来源")).not_to_be_attached()


def test_a_graph_of_one_thing(open_page: Open, nothing: GraphData) -> None:
    o = open_page(replace(nothing, entities={"p-1": Entity("p-1", "Person", "孤山客", (), ())}))
    assert o.drawn() == 1
    every_view(o)
    o.page.get_by_role("application").focus()
    o.page.keyboard.press("ArrowRight")
    expect(o.heading).to_have_text("孤山客")
    expect(o.panel).to_contain_text("没有写明它与其他条目的关系")
    expect(o.panel.get_by_role("button", name="找关联")).not_to_be_attached()
    o.page.keyboard.press("p")
    expect(o.page.get_by_role("combobox")).not_to_be_focused()
    o.search("孤山客")
    expect(o.heading).to_have_text("孤山客")


def test_a_graph_without_dates_or_words(open_page: Open, graph: GraphData) -> None:
    bare = replace(
        graph,
        articles={i: replace(a, published="") for i, a in graph.articles.items()},
        facts=tuple(
            replace(f, evidence=tuple(replace(e, as_of="") for e in f.evidence))
            for f in graph.facts
            if f.predicate != "startDate"
        ),
    )
    o = open_page(bare, texts="none")
    expect(o.page.locator("#timeline")).to_contain_text("没有写明日期的事实")
    every_view(o)
    o.search("林秋禾")
    expect(o.panel.get_by_role("article").first).to_contain_text("此文件不含原句")
    o.panel.locator("button.read").first.click()
    expect(o.page.get_by_role("region", name="报道")).to_contain_text("此文件未收入报道全文")
