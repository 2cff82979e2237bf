"""Ways back, views that are kept: the browser's keys, the address, a saved copy, a code for anyone's copy."""

from __future__ import annotations

import re
from dataclasses import replace

from playwright.sync_api import expect

from unigraph.graph import GraphData

from .conftest import Open, Opened


def crumbs(o: Opened) -> list[str]:
    return [text for text in o.page.get_by_role("navigation", name="总览").locator(".crumb").all_inner_texts()]


def test_the_breadcrumb_leads_back_step_by_step(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    o.page.mouse.dblclick(*o.where("镜湖洋务工会"))
    o.page.mouse.dblclick(*o.where("丘耀川"))
    assert crumbs(o) == ["总览", "镜湖洋务工会", "丘耀川"]
    expect(o.heading).to_have_text("丘耀川")
    near = o.drawn()
    o.button("再远一步").click()
    assert o.drawn() > near
    o.button("近一步").click()
    assert o.drawn() == near
    o.page.get_by_role("navigation", name="总览").get_by_role("button", name="镜湖洋务工会").click()
    assert crumbs(o) == ["总览", "镜湖洋务工会"]
    o.button("总览").click()
    expect(o.page.locator(".drawn")).to_contain_text("94 / 94")


def test_the_browsers_keys_go_back_and_forward(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    o.search("林秋禾")
    o.search("高远洲")
    o.button("看周围").click()
    focused = o.page.url
    o.tab("表格")
    o.page.go_back()
    expect(o.page.locator("#table")).not_to_be_visible()
    assert o.page.url == focused
    assert crumbs(o) == ["总览", "高远洲"]
    o.page.go_back()
    expect(o.page.get_by_role("navigation", name="总览")).not_to_be_visible()
    o.page.go_back()
    expect(o.heading).to_have_text("林秋禾")
    for _ in range(3):
        o.page.go_forward()
    expect(o.page.locator("#table")).to_be_visible()
    expect(o.heading).to_have_text("高远洲")


def test_an_address_opens_where_it_was_copied(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    o.page.mouse.dblclick(*o.where("镜湖洋务工会"))
    o.button(re.compile("^2025年3月9日")).click()
    o.button("查看原文").or_(o.panel.locator("button.read")).first.click()
    title = o.page.locator("#reader").get_by_role("heading", level=2).inner_text()
    again = open_page(graph, hash_="#" + o.page.url.split("#")[1])
    assert crumbs(again) == ["总览", "镜湖洋务工会"]
    expect(again.page.locator(".notes")).to_contain_text("2025年3月9日")
    expect(again.page.locator("#reader").get_by_role("heading", level=2)).to_have_text(title)
    assert again.drawn() == o.drawn()


def test_a_saved_view_opens_there_and_saves_again(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph, title="南溪工人报")
    o.search("镜湖洋务工会")
    o.button("看周围").click()
    o.page.locator(".legend").get_by_role("button", name=re.compile("^地点")).click()
    name, first = o.download("保存此视图为文件")
    expect(o.page.get_by_role("status").filter(has_text="已保存")).to_be_visible()
    assert name == "南溪工人报.html"

    copy = open_page(first.decode("utf-8"))
    expect(copy.heading).to_have_text("镜湖洋务工会")
    assert crumbs(copy) == ["总览", "镜湖洋务工会"]
    assert copy.drawn() == o.drawn()
    expect(copy.page.locator(".legend .off")).to_have_count(o.page.locator(".legend .off").count())
    assert "default-src 'none'" in str(copy.page.locator("meta[http-equiv]").get_attribute("content"))

    copy.search("林秋禾")
    copy.tab("表格")
    _, second = copy.download("保存此视图为文件")
    third = open_page(second.decode("utf-8"))
    expect(third.heading).to_have_text("林秋禾")
    expect(third.page.locator("#table")).to_be_visible()
    assert abs(len(second) - len(first)) < 300
    # An address that names a view of its own goes before what was saved.
    other = open_page(first.decode("utf-8"), hash_="#v=table")
    expect(other.page.locator("#table")).to_be_visible()


def test_a_views_code_is_taken_by_anyones_search_box(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    o.search("林秋禾")
    o.button("找关联").click()
    o.search("祁连山")
    o.page.get_by_label("可信度").fill("0.5")
    o.button("复制此视图的代码").click()
    expect(o.page.get_by_role("status").filter(has_text="已复制视图代码")).to_be_visible()
    code = o.clipboard()
    assert code.startswith("ug:") and len(code) < 60

    other = open_page(graph, 1280, 768, lang="en")
    other.page.get_by_role("combobox").focus()
    other.page.keyboard.press("Control+V")
    other.page.keyboard.press("Enter")
    expect(other.page.get_by_role("status").filter(has_text="View opened")).to_be_visible()
    expect(other.panel).to_contain_text("How the two are connected")
    expect(other.panel).to_contain_text("祁连山")
    expect(other.page.get_by_role("slider")).to_have_attribute("aria-valuetext", "50% and up")


def test_a_code_that_names_what_is_not_here_says_so(open_page: Open, graph: GraphData) -> None:
    lin = next(e for e in graph.entities.values() if e.name == "林秋禾")
    rest = {i: e for i, e in graph.entities.items() if i != lin.id}
    facts = tuple(f for f in graph.facts if lin.id not in (f.subject, f.object))
    o = open_page(replace(graph, entities=rest, facts=facts))
    partly = o.page.get_by_role("status").filter(has_text="视图中有些内容不在此文件里")
    for code in (f"ug:n={lin.id}", "ug:r=no-such-article", "ug:zz=1", "ug:v=table&x=NoSuchClass"):
        o.search(code)
        expect(partly).to_be_visible()
        o.search("ug:v=table")
        expect(o.page.get_by_role("status").filter(has_text="已打开视图")).to_be_visible()
    o.search("ug:v=table&n=%3Cimg+src=x+onerror=alert(1)%3E")
    expect(partly).to_be_visible()
