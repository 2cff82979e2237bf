"""Tables of facts and of things, answers to the questions, and the files that they are exported as."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from unigraph.graph import GraphData
from unigraph.model import Article, Entity, Evidence, Fact, Occurrence, Span
from unigraph.ontology import load_ontology

from .conftest import Open, Opened

FORMULAS = ['=HYPERLINK("http://x/","a")', "+8613800000000", "-2+3", "@SUM(A1)", "＝1+1", "\t=1", " =1", "\u200b=1"]


def rows(content: bytes) -> list[list[str]]:
    """A file as a spreadsheet reads it: UTF-8 with its mark."""
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def total(o: Opened) -> int:
    found = re.search(r"[\d,]+", o.page.locator("caption").inner_text())
    assert found
    return int(found[0].replace(",", ""))


def kind(o: Opened, name: str) -> None:
    """Facts or things."""
    o.page.locator(".table-head").get_by_role("button", name=name, exact=True).click()


def open_things(o: Opened) -> None:
    o.tab("表格")
    kind(o, "条目")


def test_the_table_of_things_is_filtered_as_the_drawing_is(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    open_things(o)
    assert total(o) == 94
    o.page.locator(".legend").get_by_role("button", name=re.compile("^地点")).click()
    less = total(o)
    o.button(re.compile("^2025年3月13日")).click()
    day = total(o)
    assert 0 < day < less < 94
    o.tab("图谱")
    assert o.drawn() == day
    o.tab("表格")
    kind(o, "事实")
    assert 0 < total(o) < 30


@pytest.mark.parametrize("column", ["名称", "类别", "日期", "关联", "事实", "报道"])
def test_things_are_sorted_by_any_column(open_page: Open, graph: GraphData, column: str) -> None:
    o = open_page(graph)
    open_things(o)
    header = o.page.get_by_role("columnheader", name=column)
    header.get_by_role("button").click()
    once = header.get_attribute("aria-sort")
    first = o.page.locator("tbody tr").first.inner_text()
    header.get_by_role("button").click()
    assert {once, header.get_attribute("aria-sort")} == {"ascending", "descending"}
    expect(header.get_by_role("button")).to_be_focused()
    assert o.page.locator("tbody tr").first.inner_text() != first


def test_figures_are_sorted_as_figures(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    open_things(o)
    figures = [int(x) for x in o.page.locator("tbody td:nth-child(5)").all_inner_texts()]
    assert figures == sorted(figures, reverse=True)


def test_facts_as_a_file(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph, title="南溪工人报")
    o.tab("表格")
    shown = total(o)
    name, content = o.download("导出 CSV")
    assert name == "南溪工人报 事实.csv"
    head, *body = rows(content)
    assert head[:6] == ["主体", "关系", "客体", "职务或荣誉", "日期", "可信度"]
    assert len(body) == shown
    assert all(len(row) == len(head) for row in body if row[head.index("可信度")])
    held = next(r for r in body if r[0] == "林秋禾" and "主席" in r)
    assert held[1:3] == ["任职", "南溪市总工会"]
    assert "主持会议并讲话" in held[head.index("依据")]
    assert float(held[head.index("可信度")]) == 0.97
    o.button("仅看签约").focus()
    o.page.keyboard.press("Enter")
    assert len(rows(o.download("导出 CSV")[1])) == 2


def test_things_as_a_file_in_the_order_of_the_table(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph, lang="en")
    o.page.get_by_role("main").get_by_role("button", name="Table", exact=True).click()
    kind(o, "Entries")
    o.page.get_by_role("columnheader", name="Name").get_by_role("button").click()
    name, content = o.download("Export as CSV")
    assert name == "unigraph graph Entries.csv"
    head, *body = rows(content)
    assert head == ["Name", "Class", "Also known as", "Date", "Ties", "Facts", "Articles"]
    assert len(body) == 94
    city = next(r for r in body if r[0] == "南溪市总工会")
    assert "南溪市总" in city[2] and int(city[4]) > 5


def formulas() -> GraphData:
    """Things whose names a spreadsheet would run, and one with all that CSV must quote."""
    names = [*FORMULAS, '甲"乙,丙\n丁']
    text = "标题\n" + "".join(f"{n}。" for n in names)
    article = Article(text, "=1+1", "2025-01-02", "stated", "-报", "@1", "", ("+x.txt",))
    entities = {
        f"p-{i}": Entity(f"p-{i}", "Person", n, ("=又名",), (Occurrence(article.id, 0, 0, 2),))
        for i, n in enumerate(names)
    }
    proof = (Evidence(article.id, 0, 0, 2, "=rule", 0.9),)
    facts = tuple(Fact(f"p-{i}", "signedWith", f"p-{i + 1}", proof) for i in range(len(names) - 1))
    return GraphData(
        load_ontology(),
        articles={article.id: article},
        sentences={article.id: (Span(0, len(text)),)},
        entities=entities,
        facts=facts,
    )


def test_no_cell_is_run_as_a_formula(open_page: Open) -> None:
    o = open_page(formulas())
    open_things(o)
    things = rows(o.download("导出 CSV")[1])
    kind(o, "事实")
    facts = rows(o.download("导出 CSV")[1])
    cells = [cell for row in (*things, *facts) for cell in row]
    assert not [c for c in cells if re.match(r"[\s\u200b]*[=+\-@＝＋－＠]", c)]
    names = {row[0] for row in things[1:]}
    assert {'\'=HYPERLINK("http://x/","a")', "'+8613800000000", "'-2+3", "'@SUM(A1)", '甲"乙,丙\n丁'} <= names
    assert all(len(row) == len(things[0]) for row in things)


def test_answers_lead_into_the_drawing(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    o.tab("问题")
    region = o.page.get_by_role("region", name="问题")
    questions = region.get_by_role("navigation", name="问题").get_by_role("button")
    expect(questions.first).to_be_visible()
    assert questions.count() > 8
    questions.filter(has_text="主持").first.click()
    row = region.get_by_role("row", name=re.compile("林秋禾"))
    row.first.get_by_role("button", name="林秋禾").click()
    expect(o.heading).to_have_text("林秋禾")
    o.panel.get_by_role("button", name="在图中居中").click()
    expect(o.page.get_by_role("application")).to_be_visible()
    assert o.where("林秋禾")
    o.page.go_back()
    expect(region).to_be_visible()


def test_every_question_is_answered_in_both_languages(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    o.tab("问题")
    buttons = o.page.get_by_role("navigation", name="问题").get_by_role("button")
    expect(buttons.first).to_be_visible()
    for i in range(buttons.count()):
        buttons.nth(i).click()
        expect(buttons.nth(i)).to_have_attribute("aria-pressed", "true")
        title = o.page.locator(".answer").get_by_role("heading", level=2).inner_text()
        assert buttons.nth(i).inner_text().startswith(title)
        answered = int(buttons.nth(i).locator(".count").inner_text().replace(",", ""))
        assert o.page.locator(".answer tbody tr").count() == min(300, answered)
        if not answered:
            expect(o.page.locator(".answer")).to_contain_text("报道没有回答这个问题")


def test_an_answer_as_a_file(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    o.tab("问题")
    o.page.get_by_role("navigation", name="问题").get_by_role("button").filter(has_text="主持").first.click()
    shown = o.page.locator(".answer tbody tr").count()
    headings = o.page.locator(".answer th").all_inner_texts()
    name, content = o.download("导出 CSV")
    head, *body = rows(content)
    assert name.endswith(".csv") and head == headings and len(body) == shown
    assert any("林秋禾" in row for row in body)


def test_a_page_without_questions_says_how_to_ask(open_page: Open, graph: GraphData) -> None:
    o = open_page(replace(graph), questions=False)
    o.tab("问题")
    expect(o.page.get_by_role("region", name="问题")).to_contain_text("unigraph query")
