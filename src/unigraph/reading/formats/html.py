"""HTML to a document: the main text as trafilatura finds it, under the title that the page states."""

from __future__ import annotations

import re
from typing import Any

import trafilatura
from lxml import etree
from lxml.html import HtmlElement, HTMLParser

from unigraph.errors import SourceError
from unigraph.reading.formats.charset import decode_html
from unigraph.reading.formats.document import Document
from unigraph.reading.formats.html_lines import lines_of, squeezed, text_of
from unigraph.reading.formats.html_stated import stated_in
from unigraph.reading.formats.limits import LIMITS

__all__ = ["parse"]

_BLOCKS = ("ul", "ol", "dl", "table", "div", "section", "aside", "td", "p")
_LINKED = 0.75
"""Share of a block's characters within links from which it leads elsewhere."""
_DATES = re.compile(r"[\d年月日./:：\s-]+")
_DEPTH = min(LIMITS.depth, 255)
"""How deep libxml2 goes, without its huge trees."""
_TITLE_WITHIN = 400
"""Characters at the text's begin in which a title may stand."""
_OPTIONS: dict[str, Any] = {
    "include_comments": False,
    "include_tables": True,
    "include_formatting": False,
    "deduplicate": False,
}


def parse(data: bytes) -> Document:
    """The main text of a page and what it states of itself; raises :class:`~unigraph.errors.SourceError`."""
    text, encoding = decode_html(data)
    page = _tree(text)
    stated = stated_in(page)
    _without_links(page)
    found: Any = trafilatura.bare_extraction(page, **_OPTIONS)
    lines = list(lines_of(found.body)) if found is not None else []
    if not lines:
        raise SourceError("no main text in this HTML: a page of links, or one that scripts fill")
    title = squeezed(stated.title)
    if title and title not in squeezed("".join(lines)[:_TITLE_WITHIN]):
        lines.insert(0, stated.title)
    return Document("\n\n".join(lines), stated.title, stated.published, stated.publisher, stated.url, (), encoding)


def _tree(text: str) -> HtmlElement:
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        page = etree.fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        page = None
    if page is None:
        raise SourceError("no element in this HTML")
    deep = any("depth" in error.message for error in parser.error_log)  # what lies deeper is lost
    elements = depth = deepest = 0
    for event, _ in etree.iterwalk(page, events=("start", "end")):
        elements += event == "start"
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    if elements > LIMITS.elements:
        raise SourceError(f"this HTML has more than {LIMITS.elements} elements")
    if deep or deepest > _DEPTH:
        raise SourceError(f"this HTML is nested more than {_DEPTH} deep")
    return page


def _without_links(page: HtmlElement) -> None:
    """Take out what leads elsewhere: menus, related pages, the last and the next. Found by their share of links."""
    lengths = {link: len(_DATES.sub("", text_of(link))) for link in page.iter("a")}
    for block in list(page.iter(*_BLOCKS)):
        links = block.findall(".//a")
        if len(links) < 2 or block.getparent() is None:
            continue
        linked = sum(lengths[link] for link in links)
        if linked >= _LINKED * len(_DATES.sub("", text_of(block))):
            _remove(block)


def _remove(element: HtmlElement) -> None:
    parent, before = element.getparent(), element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)
