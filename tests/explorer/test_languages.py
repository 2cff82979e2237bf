"""Two languages: in English no Chinese word of the interface is left, and no word's key is ever shown raw."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from unigraph.graph import GraphData
from unigraph.model import Article, Award, Entity, Evidence, Fact, Occurrence, Post, Span
from unigraph.ontology import load_ontology

from .conftest import Open, Opened

HAN = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff01-\uff5e]")
KEY = re.compile(
    r"\b(?:search|language|count|confidence|only|tab|steps|zoom|drawn|drawing|empty|nomatch|broken|hidden|evidence|"
    r"mentions|notext|basis|timeline|table|key|mouse|view|path|export|left|cite|questions|answer|column)\.[a-zA-Z]+\b"
)
SEEN = """() => {
  const out = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let n = walk.nextNode(); n; n = walk.nextNode()) {
    const e = n.nodeType === 3 ? n.parentElement : n;
    if (e.closest('script, noscript, style') || !e.checkVisibility()) continue;
    if (n.nodeType === 3) out.push(n.data);
    else for (const a of ['aria-label', 'title', 'placeholder', 'aria-valuetext', 'data-label', 'alt'])
      if (n.hasAttribute(a)) out.push(n.getAttribute(a));
  }
  return out.map(x => x.trim()).filter(Boolean);
}"""


def english() -> GraphData:
    """A graph in which nothing is Chinese but what the ontology and the page say: two articles, every kind of fact."""
    texts = ["Plenum\nAnn Lee chaired the Plenum of Harbour Union.", "Visit\nHarbour Union gave Ann Lee a Medal."]
    articles = [
        Article(
            t,
            t.split("\n")[0],
            f"2025-0{i + 1}-02",
            basis,
            "The Gazette" if i else "Daily",
            "3",
            "https://example.org/a",
            (f"{i}.txt",),
        )
        for i, (t, basis) in enumerate(zip(texts, ("stated", "inferred"), strict=True))
    ]
    a, b = (x.id for x in articles)
    entities = {
        "p-1": Entity("p-1", "Official", "Ann Lee", ("A. Lee",), (Occurrence(a, 1, 7, 14), Occurrence(b, 1, 24, 31))),
        "e-1": Entity("e-1", "Plenum", "Plenum", (), (Occurrence(a, 1, 27, 33),)),
        "u-1": Entity("u-1", "TerritorialUnion", "Harbour Union", (), (Occurrence(a, 1, 37, 50),), "441800"),
        "d-1": Entity("d-1", "Division", "Harbour", (), (Occurrence(a, 1, 37, 44),)),
        "p-2": Entity("p-2", "Person", "Bo Poe", (), ()),
    }
    proof = (
        Evidence(a, 1, 15, 22, "chair-clause", 0.9, "2025-01-01", (0,)),
        Evidence(b, 1, 20, 24, "chair-clause", 0.7, ""),
    )
    pairs = [
        ("e-1", "startDate", "2025-01-01"),
        ("p-1", "chaired", "e-1"),
        ("p-1", "holdsPosition", "post-1"),
        ("u-1", "hosted", "e-1"),
        ("p-1", "received", "aw-1"),
        ("u-1", "conferred", "aw-1"),
        ("e-1", "heldAt", "d-1"),
        ("u-1", "visited", "d-1"),
    ]
    facts = [Fact(*x, proof) for x in pairs] + [Fact("p-2", "attended", "e-1", proof[:1], plain=False)]
    return GraphData(
        load_ontology(),
        articles={x.id: x for x in articles},
        sentences={x.id: (Span(0, x.text.index("\n")), Span(x.text.index("\n") + 1, len(x.text))) for x in articles},
        reporters={a: ("p-2",)},
        entities=entities,
        posts={"post-1": Post("post-1", "chair", "u-1")},
        awards={"aw-1": Award("aw-1", "Medal")},
        facts=tuple(facts),
        background=(("u-1", "locatedIn", "d-1"),),
    )


def walk(o: Opened) -> Iterator[str]:
    """Through every view; tells which."""
    page = o.page
    yield "overview"
    for view in (
        "n=p-1",
        "n=u-1",
        "n=e-1",
        "n=d-1",
        "n=aw-1",
        "n=p-2&u=1",
        "e=p-1,e-1",
        "f=p-1&k=2",
        "w=p-1,d-1",
        "w=p-2,d-1",
    ):
        page.evaluate("view => { location.hash = view }", view)
        yield view
    for view in (
        "v=table",
        "v=table&b=things",
        "v=questions",
        "c=1",
        "d=2025-01-01_2025-01-01&x=Person&p=chaired&c=0.9",
        "c=1&d=2020-01-01_2020-01-02&p=hosted",
    ):
        page.evaluate("view => { location.hash = view }", view)
        page.wait_for_timeout(60)
        yield view
    page.evaluate("location.hash = 'v=questions'")
    questions = page.locator(".question")
    expect(questions.first).to_be_visible()
    for i in range(questions.count()):
        questions.nth(i).click()
        yield f"question {i}"
    page.evaluate("location.hash = ''")
    for article in range(2):
        o.panel.locator(".row").nth(article).click()
        yield "reader"
        page.keyboard.press("Escape")
    page.get_by_role("combobox").fill("e")
    yield "results"
    page.get_by_role("combobox").fill("zzzz")
    yield "nothing found"
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    yield "keys"
    page.keyboard.press("Escape")
    page.mouse.move(*o.where("Ann Lee"))
    yield "tip"
    page.locator(".tools button").first.click()
    yield "copied"
    with page.expect_download():
        page.locator(".tools button").nth(1).click()
    yield "saved"
    o.search("ug:n=nobody")
    yield "code"
    o.search("Ann Lee")
    page.keyboard.press("p")
    yield "path begun"


@pytest.mark.parametrize("width", [1440, 390])
def test_no_chinese_word_is_left_in_english(open_page: Open, width: int) -> None:
    o = open_page(english(), width, 900, lang="en")
    left = {}
    for view in walk(o):
        o.page.wait_for_timeout(20)
        said = [x for x in o.page.evaluate(SEEN) if HAN.search(x) and "switch to Chinese" not in x and x != "中"]
        raw = [x for x in o.page.evaluate(SEEN) if KEY.search(x)]
        if said or raw:
            left[view] = said + raw
    assert left == {}
    assert o.page.locator("html").get_attribute("lang") == "en"


def test_no_key_is_shown_raw_in_chinese(open_page: Open) -> None:
    o = open_page(english())
    left = {view: found for view in walk(o) if (found := [x for x in o.page.evaluate(SEEN) if KEY.search(x)])}
    assert left == {}


@pytest.mark.parametrize("texts", ["quoted", "none"])
def test_left_out_texts_are_told_in_english(open_page: Open, texts: str) -> None:
    o = open_page(english(), lang="en", texts=texts)
    o.search("Ann Lee")
    o.panel.locator(".row").first.click()
    said = o.page.evaluate(SEEN)
    assert any("texts are not in this file" in x for x in said)
    assert not [x for x in said if (HAN.search(x) and "switch to Chinese" not in x and x != "中") or KEY.search(x)]


def test_the_language_changes_in_every_view(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    o.search("林秋禾")
    o.tab("表格")
    o.button("切换到英文").click()
    expect(o.page.get_by_role("columnheader", name="Subject")).to_be_visible()
    expect(o.panel).to_contain_text("Mentioned in")
    expect(o.button(re.compile("switch to Chinese"))).to_be_focused()
    o.button(re.compile("switch to Chinese")).click()
    expect(o.page.get_by_role("columnheader", name="主体")).to_be_visible()
