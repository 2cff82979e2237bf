"""A page's text to its articles: split, joined, dated."""

from __future__ import annotations

import re
from collections.abc import Sequence

from unigraph.errors import SourceError
from unigraph.lexicons.scripts import simplify
from unigraph.model import Article
from unigraph.reading.blocks import Block, read_blocks
from unigraph.reading.dates import check_date, date_of_dateline, full_date
from unigraph.reading.formats import Document
from unigraph.reading.glosses import without_glosses
from unigraph.reading.lines import clean
from unigraph.reading.marks import Kind
from unigraph.reading.metadata import Row
from unigraph.reading.splitting import Draft, split

__all__ = ["articles_of", "read_text"]

_SEGMENTS = re.compile(r"[ 　\t]{2,}|　|[ 　]*[|｜][ 　]*")
_TELLING = re.compile(r"来源|作者|编辑|记者|通讯员|供稿|摄影|审核|责编|校对|撰稿|[文图][:：/]")
_SPACED = re.compile(r"^(?:\S[ 　]){2,}\S(?=[ 　]|$)")
_PAPER = re.compile(r"[一-鿿]{2,12}(?:报|网|周刊|在线|之声|之家|融媒|发布)")
_ISSUER = re.compile(r"([一-鿿]{3,16}?)(?:主办|编印|主编|编)")
_VISIT = re.compile(r"欢迎(?:访问|光临)([一-鿿]{2,12}网)")
_SOURCE = re.compile(r"来源[ 　]*[:：|｜][ 　]*[《“]?([^\s《》“”|｜:：，。）)]{2,20})")
_DATELINE = re.compile(
    r"([一-鿿]{2,8}(?:日报|晚报|晨报|早报|时报|商报|都市报|青年报|(?:工人|职工|工友|劳动|劳动者|劳工)报|工报|新闻网|网|电视台|广播电台))[^，。（(]{0,12}[讯电]"
)
_NUMBER = re.compile(r"第?[A-Z]?\d{1,3}版|(?<![\d.])[A-D]\d{1,2}(?![\d.])")
_LEADING_NUMBER = re.compile(r"(\d{1,2})[ 　]")


def read_text(
    text: str, *, published: str = "", source: str = "", publisher: str = "", page: str = "", url: str = ""
) -> tuple[Article, ...]:
    """The articles of a page, or the one article that a text is.

    ``published`` is the date of articles that state none, ``YYYY-MM-DD`` or ``YYYY-MM``; ``publisher``, ``page`` and
    ``url`` hold for all. Raises :class:`~unigraph.errors.SourceError` where there is no text and
    :class:`~unigraph.errors.OptionError` for a wrong date.
    """
    if published:
        check_date(published)
    row = Row("", publisher, page, url)
    return articles_of(Document(text), source=source, row=row, default=published)


def articles_of(
    document: Document, *, source: str = "", row: Row, default: str = "", name: str = ""
) -> tuple[Article, ...]:
    """The articles of a page. The date is the row's, else as stated, else the default, else that of the name.

    What the row leaves open, and the text, the document may state: date, publisher, address, number of the page.
    """
    cleaned = without_glosses(clean(document.text))
    if not cleaned.strip():
        raise SourceError("no text")
    drafts = split(read_blocks(cleaned)) or [Draft(parts=[Block(Kind.BODY, " ".join(cleaned.split()), 0)])]
    return tuple(_article(draft, document, source, row, default, name) for draft in drafts)


def _article(draft: Draft, document: Document, source: str, row: Row, default: str, name: str) -> Article:
    title = " ".join(draft.headline)
    text = "\n".join([title] * bool(title) + [line for part in draft.parts if (line := _line(part))])
    published, basis = _date(draft, text, document.published, row.published, default, name)
    return Article(
        text=text,
        title=title,
        published=published,
        basis=basis,
        publisher=row.publisher or _publisher(draft) or document.publisher,
        page=row.page or _page(draft.masthead) or _page_of(draft, document),
        url=row.url or document.url,
        sources=(source,) if source else (),
    )


def _line(part: Block) -> str:
    """A paragraph as it goes into the text: of lines about the article what names sources and people."""
    if part.kind is not Kind.META:
        return part.text
    return "  ".join(s for s in _SEGMENTS.split(part.text) if _TELLING.search(simplify(s)))


def _page_of(draft: Draft, document: Document) -> str:
    """The number of the document's page that the article begins on."""
    lines = [*draft.headline[:1], *(part.text for part in draft.parts)]
    places = (document.text.find(line) for line in lines)
    return document.page_at(next((place for place in places if place >= 0), -1)) if document.pages else ""


def _date(draft: Draft, text: str, beside: str, given: str, default: str, name: str) -> tuple[str, str]:
    """The date of publication and its basis: the first that there is, from the most to the least particular.

    ``beside`` is the date that the document states outside of its text.
    """
    about = [p.text for p in draft.parts if p.kind is Kind.META]
    signed = [p.text for p in draft.parts if p.kind is Kind.DATE]
    lines = (*about, beside, *reversed(draft.masthead), *signed)
    stated = next(filter(None, map(full_date, lines)), "")
    lead = next((p.text for p in draft.parts if p.kind is Kind.LEAD), "")
    dates = (
        (given, "given"),
        (stated, "stated"),
        (default, "given"),
        (name, "filename"),
        (date_of_dateline(lead, text), "inferred"),
    )
    return next((found for found in dates if found[0]), ("", ""))


def _publisher(draft: Draft) -> str:
    """The paper, site or body that published an article: its source, the masthead's, or the dateline's."""
    for part in draft.parts:
        named = _SOURCE.search(simplify(part.text)) if part.kind in (Kind.META, Kind.CREDIT) else None
        if named:
            return part.text[named.start(1) : named.end(1)]
    lines = [_SPACED.sub(lambda m: re.sub(r"[ 　]", "", m.group()), line) for line in reversed(draft.masthead)]
    segments = [segment for line in lines for segment in line.split()]
    for pattern in (_PAPER, _ISSUER):
        for segment in segments:
            if found := pattern.fullmatch(simplify(segment)):
                return segment[slice(*found.span(found.re.groups))]
    welcome = next(filter(None, map(_VISIT.search, lines)), None)
    lead = next((p.text for p in draft.parts if p.kind is Kind.LEAD), "")
    dateline = _DATELINE.match(lead)
    return welcome[1] if welcome else dateline[1] if dateline and not dateline[1].startswith("本") else ""


def _page(masthead: Sequence[str]) -> str:
    """The number of the page as the masthead writes it: 02版, 第3版, A02."""
    for line in reversed(masthead):
        found = _NUMBER.search(line)
        if found:
            return found.group()
        leading = _LEADING_NUMBER.match(line)
        if leading and full_date(line):
            return leading[1]
    return ""
