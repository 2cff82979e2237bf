"""Five hundred hostile texts, in every field, through every view: nothing runs, nothing is fetched, nothing breaks."""

from __future__ import annotations

import csv
import io
import re
import xml.etree.ElementTree as ET

import pytest
from playwright.sync_api import expect

from unigraph.explorer import render

from .conftest import Open, Opened
from .hostile import hostile_ontology, hostile_page, texts

PAGES = 5
EACH = 100


def unharmed(o: Opened, title: str) -> None:
    """Nothing has run and nothing stands in the page that could."""
    page = o.page
    assert page.evaluate("window.ran") is None
    assert page.title() == title != "ran"
    assert page.locator("img, iframe, object, embed, base, form, link, a[href^=javascript i], script[src]").count() == 0
    assert page.locator("script:not([type])").count() == 2 and page.locator("style").count() == 1
    assert (
        page.evaluate(
            "() => [...document.querySelectorAll('*')].flatMap(e => [...e.attributes]).filter(a => a.name.startsWith('on')).length"
        )
        == 0
    )
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("({}).polluted === undefined && Object.keys(Object.prototype).length === 0")


def things(o: Opened, numbers: range) -> None:
    """The pages of some things and lines, with all that is folded away."""
    for n in numbers:
        o.page.evaluate("n => { location.hash = 'n=' + 'puedo'[n % 5] + '-' + (n - n % 10) / 10 + '-' + n % 10 }", n)
        expect(o.panel.locator("h2 bdi")).to_be_attached()
    for more in o.panel.locator(".more").all():
        more.click()
    o.page.evaluate("location.hash = 'e=p-0-0,u-0-1'")
    expect(o.panel.locator(".pair")).to_be_attached()


def questions(o: Opened) -> None:
    o.page.evaluate("location.hash = 'v=questions'")
    asked = o.page.locator(".question")
    expect(asked.first).to_be_visible()
    for i in range(0, asked.count(), 3):
        asked.nth(i).click()


def views(o: Opened) -> None:
    """Every other view, the reader, a path, the search, what the pointer shows."""
    page = o.page
    for hash_ in (
        "f=p-1-0&k=3",
        "w=p-0-0,p-3-0",
        "a=none&x=__proto__&p=constructor&s=__proto__",
        "c=0.95&d=2025-01-01_2025-01-02",
    ):
        page.evaluate("hash => { location.hash = hash }", hash_)
        page.wait_for_timeout(30)
    page.evaluate("location.hash = 'v=table'")
    expect(page.locator("#table tbody tr").first).to_be_visible()
    page.evaluate("location.hash = 'v=table&b=things'")
    expect(page.locator("#table tbody tr").first).to_be_visible()
    page.locator("#table th button").first.click()
    page.evaluate("location.hash = ''")
    for i in range(3):
        o.panel.locator(".row").nth(i).click()
        expect(page.locator("#reader h2")).to_be_attached()
        page.keyboard.press("Escape")
    o.panel.locator(".thing").first.click()
    page.get_by_role("application").hover(position={"x": 300, "y": 300})
    for typed in ("script", "总工会", "__proto__", "<", "ug:n=__proto__", "长长"):
        page.get_by_role("combobox").fill(typed)
        page.wait_for_timeout(20)
    page.get_by_role("combobox").press("Enter")
    o.button("切换到英文").click()
    o.button("Light or dark").click()
    page.keyboard.press("?")
    page.keyboard.press("Escape")


def files(o: Opened) -> bytes:
    """Everything that can be saved, read again; and the page itself."""
    root = ET.fromstring(o.download("Save the drawing as SVG")[1])
    assert {e.tag.split("}")[1] for e in root.iter()} <= {
        "svg",
        "rect",
        "g",
        "line",
        "text",
        "circle",
        "polygon",
        "title",
    }
    o.page.keyboard.press("t")
    name, table = o.download("Export as CSV")
    assert not re.search(r"[\\/:*?\"<>|\x00-\x1f]", name)
    rows = list(csv.reader(io.StringIO(table.decode("utf-8-sig"), newline="")))
    assert len(rows) > EACH / 2
    return o.download("Save this view as a file")[1]


@pytest.mark.parametrize("seed", range(PAGES))
def test_nothing_runs_whatever_the_texts(open_page: Open, seed: int) -> None:
    words = texts(seed, EACH)
    ontology = hostile_ontology(words) if seed % 2 else None
    title = words[seed]
    html = render(hostile_page(words, ontology), title=title, questions=seed < 2)
    assert html.count("</script>") == len(re.findall(r"^<script", html, re.MULTILINE))
    o = open_page(html)
    shown = o.page.title()
    things(o, range(0, EACH, 4))
    if seed < 2:
        questions(o)
    views(o)
    unharmed(o, shown)
    copy = open_page(files(o).decode("utf-8"))
    unharmed(copy, shown)


def test_the_texts_are_many_and_of_every_kind() -> None:
    all_ = {t for seed in range(PAGES) for t in texts(seed, EACH)}
    assert sum(len(texts(seed, EACH)) for seed in range(PAGES)) == 500
    assert len(all_) > 300
    for kind in (
        r"<script",
        r"onerror=",
        r"\u202e",
        r"\x00",
        r"__proto__",
        r"\{\{",
        r"[\ud800-\udfff]",
        r".{10000}",
        r"javascript:",
        r"\u200b",
    ):
        assert any(re.search(kind, t, re.DOTALL) for t in all_), kind
