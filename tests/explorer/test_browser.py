"""The page as a person uses it, in a real Chromium."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from unigraph.graph import GraphData
from unigraph.ontology import load_ontology

from .conftest import Open, Opened


def number(text: str) -> int:
    found = re.findall(r"\d+", text.replace(",", ""))
    return int(found[0])


def crossing(page: Opened) -> list[tuple[str, str]]:
    boxes = page.page.evaluate("window.unigraph.boxes()")
    return [
        (a["words"], b["words"])
        for i, a in enumerate(boxes)
        for b in boxes[:i]
        if a["x"] < b["x"] + b["w"]
        and b["x"] < a["x"] + a["w"]
        and a["y"] < b["y"] + b["h"]
        and b["y"] < a["y"] + a["h"]
    ]


def test_first_sight(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph, title="南溪工人报")
    expect(o.page.get_by_role("heading", level=1)).to_have_text("南溪工人报")
    expect(o.page.locator(".brand")).to_contain_text("6 篇报道")
    expect(o.page.locator(".brand")).to_contain_text("2025年3月12日 至 2025年4月2日")
    expect(o.page.locator(".drawn")).to_contain_text("图中 94 / 94")
    expect(o.page.locator(".legend")).to_contain_text("人物")


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768), (390, 844)])
def test_no_name_covers_another(open_page: Open, graph: GraphData, size: tuple[int, int]) -> None:
    o = open_page(graph, *size)
    boxes = o.page.evaluate("window.unigraph.boxes()")
    assert len(boxes) > 10
    assert crossing(o) == []
    o.page.get_by_role("button", name="放大").click()
    o.page.wait_for_timeout(100)
    assert crossing(o) == []


def test_most_important_names_are_written_and_long_ones_cut_in_the_middle(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    words = {b["words"] for b in o.page.evaluate("window.unigraph.boxes()")}
    assert "南溪市总工会" in words
    assert any(re.fullmatch(r"南溪市.*….*会议", w) for w in words)
    assert not any(len(w) > 24 for w in words)


@pytest.mark.parametrize("typed", ["林秋禾", "林秋", "linqiuhe", "lqh", "LQH"])
def test_search_finds_a_person(open_page: Open, graph: GraphData, typed: str) -> None:
    o = open_page(graph)
    o.search(typed)
    expect(o.page.locator(".who h2")).to_have_text("林秋禾")


@pytest.mark.parametrize("typed", ["南溪市總工會", "南溪市总工会"])
def test_search_is_blind_to_script(open_page: Open, graph: GraphData, typed: str) -> None:
    o = open_page(graph)
    o.search(typed)
    expect(o.page.locator(".who h2")).to_have_text("南溪市总工会")


def test_search_by_alias_title_class_and_article(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    box = o.page.get_by_role("combobox")
    box.fill("南溪市总")
    expect(o.page.get_by_role("option").first).to_contain_text("南溪市总工会")
    box.fill("常务副主席")
    expect(o.page.get_by_role("option").first).to_contain_text("蒋清让")
    box.fill("荣誉")
    expect(o.page.get_by_role("option").first).to_contain_text("荣誉")
    box.fill("主题党日为家乡")
    expect(o.page.get_by_role("option").first).to_contain_text("报道")
    box.fill("查无此人")
    expect(o.page.locator(".results")).to_contain_text("没有找到")


def test_keys_alone_lead_to_the_sentence(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    keys = o.page.keyboard
    keys.press("/")
    keys.type("zhuxi")
    keys.press("Escape")
    keys.press("/")
    keys.type("副主席")
    first = o.page.get_by_role("option").first.inner_text()
    keys.press("ArrowDown")
    second = o.page.locator('[role="option"][aria-selected="true"]').inner_text()
    assert first != second
    keys.press("Enter")
    expect(o.page.locator(".who h2")).to_have_text(second.split("\n")[0])
    expect(o.page.locator("blockquote").first).to_be_visible()
    keys.press("Escape")
    expect(o.page.locator(".who h2")).not_to_have_text(second.split("\n")[0])
    keys.press("t")
    expect(o.page.locator("#table")).to_be_visible()
    keys.press("?")
    expect(o.page.get_by_role("dialog")).to_be_visible()
    keys.press("Escape")
    expect(o.page.get_by_role("dialog")).not_to_be_visible()


def test_a_click_shows_the_sentence_with_its_marks(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    o.page.mouse.click(*o.where("林秋禾"))
    panel = o.page.get_by_role("complementary")
    expect(panel.locator("h2")).to_have_text("林秋禾")
    expect(panel.locator(".posts")).to_contain_text("南溪市总工会 主席、党组书记")
    chaired = panel.locator("section", has=o.page.get_by_role("heading", name="主持"))
    quote = chaired.locator("blockquote").last
    expect(quote).to_contain_text("主持会议并讲话")
    expect(quote.locator("mark.cue")).to_have_text(["主持"])
    expect(quote.locator("mark.end")).to_have_text(["林秋禾"])
    expect(chaired.locator("blockquote.before mark.end")).to_have_text(["南溪市总工会第七届委员会第三次全体会议"])
    expect(chaired.locator(".source")).to_contain_text("可信度 94%")
    expect(chaired.locator(".source")).to_contain_text("chaired-clause")
    color = quote.locator("mark.end").evaluate("e => getComputedStyle(e).textDecorationColor")
    assert color == "rgb(230, 159, 0)"


def test_a_click_on_a_line_shows_what_it_says(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    o.search("黄栋梁")
    o.page.keyboard.press("Escape")
    o.page.wait_for_timeout(100)
    a, b = o.where("黄栋梁"), o.where("青石县人大常委会")
    o.page.mouse.click((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
    panel = o.page.get_by_role("complementary")
    expect(panel.locator(".pair")).to_contain_text("黄栋梁")
    expect(panel.locator(".fact strong")).to_have_text("副主任")
    expect(panel.locator("mark.cue")).to_have_text("副主任")


def test_filters_work_and_counts_follow(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    legend, drawn = o.page.locator(".legend"), o.page.locator(".drawn")
    people = legend.get_by_role("button", name=re.compile("^人物"))
    before = number(drawn.inner_text())
    count = number(people.inner_text())
    people.click()
    expect(people).to_have_attribute("aria-pressed", "false")
    assert number(drawn.inner_text()) < before - count + 5
    relations = o.page.locator("section.filter", has=o.page.get_by_role("heading", name="关系"))
    expect(relations.get_by_role("button", name=re.compile("^任职"))).to_contain_text("0")
    o.page.get_by_role("button", name="清除筛选").click()
    assert number(drawn.inner_text()) == before
    o.page.get_by_role("button", name="仅看主持").click(force=True)
    expect(drawn).to_contain_text("图中 4 / 4")
    expect(people).to_contain_text("2")


def test_confidence_and_candidates(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    drawn = o.page.locator(".drawn")
    before = number(drawn.inner_text())
    o.page.get_by_label("可信度").fill("0.95")
    expect(o.page.get_by_role("slider")).to_have_attribute("aria-valuetext", "95% 以上")
    assert 0 < number(drawn.inner_text()) < before
    o.page.get_by_label("可信度").fill("0")
    o.search("祁连山")
    expect(o.page.locator(".panel")).not_to_contain_text("待核")
    o.page.get_by_role("button", name="待核事实").click()
    expect(o.page.locator(".panel .tag")).to_have_text("待核")


def test_timeline_selects_a_day_and_a_span(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    bar = o.page.get_by_role("button", name=re.compile("^2025年3月9日：")).first
    bar.click()
    expect(o.page.locator(".notes")).to_contain_text("2025年3月9日")
    assert 0 < number(o.page.locator(".drawn").inner_text()) < 20
    first = o.page.locator('.bar[data-bin="2025-03-10"]').bounding_box()
    last = o.page.locator('.bar[data-bin="2025-03-12"]').bounding_box()
    assert first and last
    o.page.mouse.move(first["x"] + 5, first["y"] + 20)
    o.page.mouse.down()
    o.page.mouse.move(last["x"] + 5, last["y"] + 20, steps=4)
    o.page.mouse.up()
    expect(o.page.locator(".notes")).to_contain_text("2025年3月10日 至 2025年3月12日")
    o.page.get_by_role("button", name="清除时段").click()
    expect(o.page.locator(".drawn")).to_contain_text("94 / 94")


def test_double_click_focuses_and_escape_leads_back(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    o.page.mouse.dblclick(*o.where("镜湖洋务工会"))
    crumbs = o.page.get_by_role("navigation", name="总览")
    expect(crumbs).to_contain_text("镜湖洋务工会")
    near = number(o.page.locator(".drawn").inner_text())
    assert 5 < near < 20
    assert crossing(o) == []
    o.page.get_by_role("button", name="再远一步").click()
    assert number(o.page.locator(".drawn").inner_text()) > near
    for _ in range(3):
        o.page.keyboard.press("Escape")
    expect(crumbs).not_to_be_visible()
    expect(o.page.locator(".drawn")).to_contain_text("94 / 94")
    o.page.go_back()
    expect(crumbs).to_contain_text("镜湖洋务工会")


def test_reader_marks_every_thing_and_leads_to_it(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    o.search("林秋禾")
    o.page.locator(".panel .read").first.click()
    reader = o.page.locator("#reader")
    expect(reader.get_by_role("heading", level=2)).to_have_text("南溪市总工会七届三次全委会召开")
    expect(reader).to_contain_text("会议强调，要聚焦主责主业")
    expect(reader.locator(".passage-lit").first).to_be_visible()
    reader.get_by_role("link", name="高远洲").click()
    expect(o.page.locator(".who h2")).to_have_text("高远洲")
    expect(reader).to_be_visible()
    o.page.keyboard.press("Escape")
    expect(reader).not_to_be_visible()


def test_on_a_phone_a_link_in_the_reader_leads_to_the_sheet(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph, 390, 844)
    o.search("林秋禾")
    o.page.locator(".panel .read").first.click()
    o.page.locator("#reader").get_by_role("link", name="高远洲").click()
    expect(o.page.locator("#reader")).not_to_be_visible()
    expect(o.page.locator(".who h2")).to_be_in_viewport()
    expect(o.page.locator(".who h2")).to_have_text("高远洲")


def test_the_address_holds_the_state(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    o.search("林秋禾")
    o.page.locator(".legend").get_by_role("button", name=re.compile("^地点")).click()
    o.page.get_by_role("button", name="切换到英文").click()
    fragment = o.page.url.split("#")[1]
    again = open_page(graph, hash_=f"#{fragment}")
    expect(again.page.locator(".who h2")).to_have_text("林秋禾")
    expect(again.page.locator(".legend .off").first).to_contain_text("place")
    expect(again.page.locator(".panel")).to_contain_text("10 Mar 2025")
    broken = open_page(graph, hash_="#n=nobody&f=x,y&d=1_2&c=abc&x=none&l=%3Cb%3E&t=%22")
    expect(broken.page.locator(".drawn")).to_contain_text("94 / 94")


def test_table(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    o.page.get_by_role("button", name="表格").click()
    rows = o.page.locator("tbody tr")
    expect(o.page.locator("caption")).to_have_text(f"{rows.count()} 条事实")
    o.page.get_by_role("button", name="主体").click()
    first = rows.locator("td:first-child").first.inner_text()
    o.page.get_by_role("button", name="主体").click()
    expect(o.page.get_by_role("columnheader", name="主体")).to_have_attribute("aria-sort", "descending")
    expect(rows.locator("td:first-child").first).not_to_have_text(first)
    o.page.get_by_role("button", name="仅看签约").click(force=True)
    expect(rows).to_have_count(1)
    rows.first.get_by_role("button", name="南溪职业技术大学", exact=True).click()
    expect(o.page.locator(".who h2")).to_have_text("南溪职业技术大学")


def test_two_languages_and_two_themes(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph, lang="en")
    expect(o.page.locator(".legend")).to_contain_text("trade union")
    expect(o.page.get_by_role("combobox")).to_have_attribute("placeholder", re.compile("Search"))
    light = o.page.locator("body").evaluate("e => getComputedStyle(e).backgroundColor")
    o.page.get_by_role("button", name="Light or dark").click()
    assert o.page.locator("body").evaluate("e => getComputedStyle(e).backgroundColor") != light
    o.page.get_by_role("button", name=re.compile("Chinese")).click()
    expect(o.page.locator(".legend")).to_contain_text("工会")


@pytest.mark.parametrize("width", [390, 768, 1024])
def test_no_width_scrolls_sideways(open_page: Open, graph: GraphData, width: int) -> None:
    o = open_page(graph, width, 844)
    for words in ("", "林秋禾", "中国远航"):
        if words:
            o.search(words)
        page = o.page.evaluate("document.documentElement.scrollWidth")
        panel = o.page.locator("#panel-body").evaluate("e => e.scrollWidth - e.clientWidth")
        assert page <= width and panel <= 0


def test_phone_sheet_and_rail(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph, 390, 844)
    expect(o.page.locator("#rail")).not_to_be_visible()
    o.page.get_by_role("button", name="筛选").click()
    expect(o.page.locator("#rail")).to_be_visible()
    o.page.keyboard.press("Escape")
    expect(o.page.locator("#rail")).not_to_be_visible()
    panel = o.page.locator("#panel")
    heights = set()
    for _ in range(3):
        box = panel.bounding_box()
        assert box
        heights.add(round(box["height"]))
        o.page.get_by_role("button", name="调整面板高度").click()
    assert len(heights) == 3


def test_empty_graph_says_what_to_do(open_page: Open) -> None:
    o = open_page(GraphData(load_ontology()))
    expect(o.page.get_by_role("status")).to_contain_text("unigraph build")
    expect(o.page.locator("#panel h2")).to_be_visible()


def test_no_match_says_which_filter_to_lift(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    o.page.get_by_role("button", name="仅看主持").click(force=True)
    o.page.get_by_role("button", name="仅看荣誉").click(force=True)
    status = o.page.locator(".over-stage")
    expect(status).to_contain_text("没有符合筛选的内容")
    status.get_by_role("button", name="清除筛选").click()
    expect(o.page.locator(".drawn")).to_contain_text("94 / 94")


def test_one_class_alone_is_shown_without_its_ties(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    o.page.get_by_role("button", name="仅看荣誉").click(force=True)
    expect(o.page.locator(".drawn")).to_contain_text("图中 2 / 2")


def test_left_out_texts_are_explained(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph, texts=False)
    o.search("林秋禾")
    expect(o.page.locator("blockquote mark.cue").first).to_be_visible()
    o.page.locator(".panel .read").first.click()
    expect(o.page.locator("#reader")).to_contain_text("此文件未收入报道全文")
    expect(o.page.locator("#reader blockquote").first).to_be_visible()


@pytest.mark.parametrize("place", ['id="head">', 'data-part="things">', 'data-part="facts">'])
def test_a_damaged_file_says_so(open_page: Open, html: str, place: str) -> None:
    o = open_page(html.replace(place, place + "{", 1))
    expect(o.page.locator("#app")).to_contain_text("文件已损坏")


def test_things_without_relations_are_shown_on_request(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    o.page.get_by_role("button", name="没有关系的条目").click()
    expect(o.page.locator(".drawn")).to_contain_text("98 / 98")


def test_what_is_not_drawn_is_said_and_found(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph, top=20)
    expect(o.page.locator(".drawn")).to_contain_text("20 / 94")
    o.search("陶令闻")
    expect(o.page.locator(".who h2")).to_have_text("陶令闻")
    assert o.where("陶令闻")
