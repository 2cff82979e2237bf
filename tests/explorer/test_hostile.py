"""What a document says never becomes code: hostile text in every place runs nothing and breaks nothing."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from unigraph.explorer import render
from unigraph.graph import GraphData
from unigraph.model import Article, Award, Entity, Evidence, Fact, Occurrence, Post, Span
from unigraph.ontology import load_ontology

from .conftest import Open

HOSTILE = [
    "<img src=x onerror=\"document.title='ran'\">",
    "</script><script>document.title='ran'</script>",
    "<a href='https://example.org/'>href=\"javascript:document.title='ran'\"</a>",
    "{{ 7*7 }}{% raw %}${document.title='ran'}",
    "\"'`><svg onload=document.title='ran'>",
    "<!--<script>",
    "\u202e会工总市溪南\u2066",
    "\x00\x07\x1b[31m红\x7f\u2028\u2029",
    "半\ud800个",
    "长" * 10_000,
    "𠮷" * 300,
    "__proto__",
    "constructor",
    " ",
]


def hostile_graph(words: str) -> GraphData:
    """One article in which every field that holds text holds ``words``."""
    text = f"{words}\n{words}主持{words}。"
    n = len(words)
    article = Article(text, words, "2025-01-02", "stated", words, words, f"javascript:{words}", (words,))
    second = Occurrence(article.id, 1, n + 1, 2 * n + 1)
    third = Occurrence(article.id, 1, 2 * n + 3, 3 * n + 3)
    entities = {
        "p-1": Entity("p-1", "Person", words, (words + "1", words), (second,)),
        "e-1": Entity("e-1", "Event", words + "会", (), (third,)),
        "u-1": Entity("u-1", "Union", words + "工会", (), (second,)),
        "x-1": Entity("x-1", "No such class", words, (), ()),
    }
    evidence = (Evidence(article.id, 1, 2 * n + 1, 2 * n + 3, words, 0.9, "", (0, 99)),)
    return GraphData(
        load_ontology(),
        articles={article.id: article},
        sentences={article.id: (Span(0, n), Span(n + 1, len(text)))},
        reporters={article.id: ("p-1",)},
        entities=entities,
        posts={"post-1": Post("post-1", words, "u-1")},
        awards={"aw-1": Award("aw-1", words)},
        facts=(
            Fact("e-1", "startDate", words, evidence),
            Fact("p-1", "chaired", "e-1", evidence),
            Fact("p-1", "holdsPosition", "post-1", evidence),
            Fact("p-1", "no such predicate", "x-1", evidence),
            Fact("p-1", "received", "aw-1", evidence),
            Fact("p-1", "chaired", "missing", evidence),
        ),
    )


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_runs(open_page: Open, words: str) -> None:
    o = open_page(hostile_graph(words), title=words, questions=False)
    title = o.page.title()
    page = o.page
    page.get_by_role("combobox").fill(words[:40].replace("\ud800", ""))
    page.get_by_role("combobox").press("Enter")
    for identifier in ("p-1", "e-1", "u-1", "x-1"):
        page.evaluate("id => { location.hash = 'n=' + id }", identifier)
        expect(page.locator(".who h2 bdi")).to_be_attached()
    for more in page.locator(".panel .more").all():
        more.click()
    page.evaluate("location.hash = 'e=p-1,u-1'")
    page.mouse.move(*o.where(re.sub("[\ud800-\udfff]", "\ufffd", words) + "工会"))
    page.wait_for_timeout(60)
    page.locator(".panel .read").first.click()
    expect(page.locator("#reader h2")).to_be_attached()
    page.keyboard.press("Escape")
    page.keyboard.press("t")
    expect(page.locator("#table tbody tr").first).to_be_visible()
    assert page.title() == title != "ran"
    assert page.locator("img, iframe, a[href^=javascript], svg[onload], script[src]").count() == 0
    assert page.locator("script:not([type])").count() == 2
    assert page.evaluate("document.documentElement.scrollWidth") <= 1440


def test_the_text_is_shown_as_it_stands(open_page: Open) -> None:
    o = open_page(hostile_graph(HOSTILE[0]))
    o.search("img")
    expect(o.page.locator(".who h2")).to_contain_text("onerror=")
    expect(o.page.locator("blockquote").first).to_contain_text(HOSTILE[0])


def test_the_page_can_be_written(tmp_path: object) -> None:
    for words in HOSTILE:
        html = render(hostile_graph(words), title=words)
        html.encode("utf-8")
        assert html.count("</script>") == len(re.findall(r"^<script", html, re.MULTILINE))
