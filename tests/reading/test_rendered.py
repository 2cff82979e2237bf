"""Annotated articles as a browser shows and prints them: their facts are those of the plain text."""

from __future__ import annotations

import html
import json
from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Browser

import unigraph as ug

GOLD = sorted((Path(__file__).parents[1] / "gold" / "dev").glob("*.json"))
PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title><style>
@page {{ size: A4; margin: 20mm }} p {{ text-indent: 2em; margin: 0; text-align: justify }} h1 {{ text-align: center }}
</style></head><body><h1>{title}</h1>{text}</body></html>"""


def facts(path: Path) -> Counter[tuple[str, str]]:
    """Predicates with their sentences, without spaces: a printed line does not show whether it ends in one."""
    table = ug.build([path], published="2026-03-31").facts()
    return Counter((str(row.predicate), "".join(str(row.sentence).split())) for row in table.itertuples())


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_facts_survive_the_browser(path: Path, tmp_path: Path, browser: Browser) -> None:
    text = json.loads(path.read_text(encoding="utf-8"))["text"]
    title, *lines = (html.escape(line) for line in text.split("\n") if line.strip())
    page = PAGE.format(title=title, text="".join(f"<p>{line}</p>" for line in lines))
    plain, shown, printed = (tmp_path / f"page.{suffix}" for suffix in ("txt", "html", "pdf"))
    plain.write_text(text, encoding="utf-8")
    shown.write_text(page, encoding="utf-8")
    tab = browser.new_page()
    tab.set_content(page)
    printed.write_bytes(tab.pdf(prefer_css_page_size=True))
    tab.close()
    expected = facts(plain)
    assert facts(shown) == expected
    assert facts(printed) == expected
