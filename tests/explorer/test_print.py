"""On paper: what is being read stands there whole, and nothing is cut off."""

from __future__ import annotations

import re
import unicodedata

import pytest
from playwright.sync_api import expect

from unigraph.graph import GraphData

from .conftest import Open, Opened
from .pdf import words

CUT = """() => [...document.querySelectorAll('#app *')].filter(e => {
  if (!e.checkVisibility() || e.closest('.canvas, svg')) return false;
  const { overflowX, overflowY } = getComputedStyle(e);
  const clips = overflowX !== 'visible' || overflowY !== 'visible';
  return clips && (e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1);
}).map(e => e.className || e.tagName)"""


def printed(o: Opened) -> str:
    o.page.emulate_media(media="print")
    o.page.set_viewport_size({"width": 720, "height": 900})
    o.page.wait_for_timeout(60)
    assert o.page.evaluate(CUT) == []
    return words(o.page.pdf(format="A4"))


def bare(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def test_the_panel_is_printed_whole(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph, title="南溪工人报")
    o.search("高远洲")
    for more in o.panel.get_by_role("button", name=re.compile(r"^再显示|^另有")).all():
        more.click()
    quotes = [bare(q) for q in o.panel.locator("blockquote").all_inner_texts()]
    text = printed(o)
    assert len(quotes) > 8
    assert [q for q in quotes if q not in text] == []
    for said in ("南溪工人报", "高远洲", "副主席", "可信度", "一线职工座谈会", "见于"):
        assert said in text
    assert "搜索姓名" not in text and "切换" not in text


@pytest.mark.parametrize(("width", "theme"), [(1440, "dark"), (390, "light")])
def test_a_path_is_printed_from_any_width_and_theme(open_page: Open, graph: GraphData, width: int, theme: str) -> None:
    o = open_page(graph, width, 844, hash_=f"#t={theme}")
    o.search("祁连山")
    o.button("找关联").click()
    o.search("林秋禾")
    text = printed(o)
    assert "两者如何相连" in text and "颁发南溪市职工创新成果金奖" in text
    paper = o.page.locator("body").evaluate("e => getComputedStyle(e).backgroundColor")
    assert paper in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")


def test_an_article_is_printed_whole(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    o.panel.get_by_role("button", name=re.compile("^南溪市总工会走访慰问一线职工")).click()
    reader = o.page.get_by_role("region", name="报道")
    expect(reader).to_be_visible()
    whole = [bare(p) for p in reader.get_by_role("article").locator("p:not(.byline)").all_inner_texts()]
    text = printed(o)
    assert [p for p in whole if p not in text] == []


def test_tables_and_answers_are_printed_whole(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    o.tab("表格")
    names = {bare(x) for x in o.page.locator("#table td:first-child").all_inner_texts()}
    text = printed(o)
    assert names and [n for n in names if n not in text] == []
    o.page.emulate_media(media="screen")
    o.page.set_viewport_size({"width": 1440, "height": 900})
    o.tab("问题")
    expect(o.page.locator(".answer td").first).to_be_visible()
    cells = {bare(x) for x in o.page.locator(".answer td").all_inner_texts()}
    text = printed(o)
    assert cells and [c for c in cells if c not in text] == []
