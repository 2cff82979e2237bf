"""Evidence, the article reader, citations, and how two things are connected."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from unigraph.graph import GraphData

from .conftest import Open, Opened

PLENUM = "南溪市总工会七届三次全委会召开"


def mentions(graph: GraphData, title: str) -> list[tuple[str, str]]:
    """What the body of an article names, in its order, with what each stands for; nothing within something longer."""
    article = next(a for a in graph.articles.values() if a.title == title)
    found = sorted(
        (m.begin, -m.end, article.text[m.begin : m.end], e.name)
        for e in graph.entities.values()
        for m in e.mentions
        if m.article == article.id and m.begin > len(title)
    )
    out: list[tuple[str, str]] = []
    reached = 0
    for begin, end, words, name in found:
        if begin >= reached:
            out.append((words, name))
            reached = -end
    return out


def test_the_reader_marks_all_that_is_named_each_a_link(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    o.panel.get_by_role("button", name=re.compile(f"^{PLENUM}")).click()
    reader = o.page.get_by_role("region", name="报道")
    links = reader.get_by_role("article").locator("p:not(.byline) a")
    expect(links).not_to_have_count(0)
    told = [(a.inner_text(), a.get_attribute("title")) for a in links.all()]
    assert told == mentions(graph, PLENUM)
    colors = {a.evaluate("e => getComputedStyle(e).textDecorationColor") for a in links.all()}
    assert len(colors) >= 3
    links.filter(has_text="林秋禾").first.click()
    expect(o.heading).to_have_text("林秋禾")
    for paragraph in ("会议强调，要聚焦主责主业，推动各项工作取得新成效。", "本报讯（记者许望舒）"):
        expect(reader).to_contain_text(paragraph)


def test_every_fact_has_its_sentence_article_date_rule_and_confidence(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    o.search("高远洲")
    for more in o.panel.get_by_role("button", name=re.compile(r"^再显示|^另有")).all():
        more.click()
    for fact in o.panel.get_by_role("article").all():
        expect(fact.locator("blockquote mark.cue").first).to_be_visible()
        source = fact.locator(".source").first
        assert re.search(r"2025年\d+月\d+日 · 可信度 \d+% · 规则 \w+-clause", source.inner_text())
        expect(source.get_by_role("button").first).not_to_be_empty()


@pytest.mark.parametrize(
    ("lang", "button", "said", "wanted"),
    [
        (
            "zh",
            "引用",
            "已复制引文",
            ["“", "主持会议并讲话", "《南溪市总工会七届三次全委会召开》", "，南溪工人报，2025年3月12日，版面：2"],
        ),
        (
            "en",
            "Cite",
            "Citation copied",
            ["主持会议并讲话", "“南溪市总工会七届三次全委会召开”", ", 南溪工人报, 12 Mar 2025, Page: 2"],
        ),
    ],
)
def test_a_citation_is_copied(
    open_page: Open, graph: GraphData, lang: str, button: str, said: str, wanted: list[str]
) -> None:
    o = open_page(graph, lang=lang)
    o.search("林秋禾")
    o.panel.locator(".passage", has_text="主持会议并讲话").get_by_role("button", name=button, exact=True).last.click()
    expect(o.page.get_by_role("status").filter(has_text=said)).to_be_visible()
    copied = o.clipboard()
    for words in wanted:
        assert words in copied


def steps(o: Opened) -> list[str]:
    """The first way, a line a step."""
    way = o.panel.get_by_role("region", name=re.compile("路径 1")).or_(o.panel.locator(".way")).first
    return [re.sub(r"\s+", "", line) for line in way.locator("li > .head").all_inner_texts()]


def test_a_path_says_what_each_step_says_and_where(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    o.search("祁连山")
    o.button("找关联").click()
    expect(o.page.get_by_role("status").filter(has_text="再选一个")).to_be_visible()
    expect(o.page.get_by_role("combobox")).to_be_focused()
    o.page.keyboard.type("比翼汽车")
    o.page.keyboard.press("Enter")
    expect(o.panel).to_contain_text("两者如何相连")
    told = steps(o)
    assert told[0].startswith("祁连山") and told[-1].endswith("比翼汽车股份有限公司")
    assert any("获得荣誉" in s for s in told)
    for item in o.panel.get_by_role("listitem").all():
        expect(item.locator("blockquote").first).to_be_visible()
    expect(o.page.get_by_role("navigation", name="总览")).to_contain_text("祁连山 ↔ 比翼")
    o.panel.get_by_role("button", name="结束").click()
    expect(o.panel).not_to_contain_text("两者如何相连")


def test_shift_click_asks_for_the_path(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    o.page.mouse.click(*o.where("林秋禾"))
    expect(o.heading).to_have_text("林秋禾")
    o.page.keyboard.down("Shift")
    o.page.mouse.click(*o.where("丘耀川"))
    o.page.keyboard.up("Shift")
    expect(o.panel).to_contain_text("两者如何相连")
    expect(o.panel).to_contain_text("丘耀川")


def test_the_key_p_begins_a_path_and_escape_ends_it(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    o.search("林秋禾")
    o.page.keyboard.press("p")
    expect(o.page.get_by_role("combobox")).to_be_focused()
    o.page.keyboard.press("Escape")
    o.search("高远洲")
    expect(o.heading).to_have_text("高远洲")
    o.page.keyboard.press("p")
    o.page.mouse.click(*o.where("林秋禾"))
    expect(o.panel).to_contain_text("两者如何相连")
    o.page.keyboard.press("Escape")
    expect(o.panel).not_to_contain_text("两者如何相连")


def test_where_no_path_is_the_page_says_so(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    o.search("林秋禾")
    o.button("找关联").click()
    o.search("南溪供销商贸有限公司")
    expect(o.panel.get_by_role("status")).to_contain_text("没有由报道事实连成的路径")


def test_a_path_follows_the_filters(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    o.search("林秋禾")
    o.button("找关联").click()
    o.search("高远洲")
    short = steps(o)
    assert len(short) == 2
    o.button("仅看走访、调研").focus()
    o.page.keyboard.press("Enter")
    expect(o.panel.get_by_role("status")).to_contain_text("在当前筛选下")
    o.button("清除筛选").first.click()
    assert steps(o) == short
