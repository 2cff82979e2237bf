"""What an HTML page states of itself, in its head or beside its text: title, date, publisher and address."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any

from lxml.html import HtmlElement

from unigraph.reading.dates import full_date
from unigraph.reading.formats.html_lines import squeezed, text_of

__all__ = ["Stated", "stated_in"]


@dataclass(frozen=True, slots=True)
class Stated:
    """A page's title, date (``YYYY-MM-DD``), publisher and address; empty where it states none."""

    title: str
    published: str
    publisher: str
    url: str


_NAMES = {
    "title": ("articletitle", "og:title", "twitter:title", "dc.title"),
    "published": (
        "pubdate",
        "publishdate",
        "article:published_time",
        "og:release_date",
        "datepublished",
        "dc.date",
        "dc.date.issued",
        "dcterms.issued",
        "firstpublishedtime",
        "weibo:article:create_at",
    ),
    "source": ("contentsource", "source", "mediaid"),
    "site": ("sitename", "og:site_name", "application-name"),
    "url": ("url", "og:url"),
}
"""Names of ``meta`` elements, in lower case, the surest first: those prescribed for government sites, then others."""
_LINKED = {"title": ("headline",), "published": ("datePublished",), "source": (), "site": (), "url": ("url",)}
_PLATFORMS = frozenset({"微信公众平台", "今日头条", "百家号", "搜狐", "网易", "腾讯网"})
"""Names of sites on which others publish."""

_CHINA = timezone(timedelta(hours=8))
_ZONED = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)")
_TITLE_PARTS = re.compile(r"\s*[_|｜]\s*|\s+[-–—]\s+|(?<=[一-鿿”》])[-–—](?=[一-鿿“《])")
_LABELLED = re.compile(
    r"(?:发布|發佈|發布|发表|發表|更新|刊登|上传)?(?:时间|時間|日期|于)[ 　]*[:：]?[ 　]*(?=(?:19|20)\d\d)"
)
_SOURCE = re.compile(r"(?:信息|文章|稿件|新闻)?[来來][源][ 　]*[:：][ 　]*[《“]?([^\s《》“”|｜:：，。）)]{2,20})")
_BESIDE_SOURCE = re.compile(r"(?:19|20)\d\d\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}.{0,40}[来來]源[ 　]*[:：]", re.S)
_DATED_ELEMENT = re.compile(r"(?:pub|publish|release|post|article|news|info)[-_]?(?:date|time)|^(?:date|time)$", re.I)
_ISSUE = re.compile(r"\D{0,20}(?:19|20)\d\d年\d{1,2}月\d{1,2}日[ 　]*(?:星期|周)[一二三四五六日天][^，。]{0,20}")
_SITE = re.compile(r"[一-鿿]{2,16}(?:[报報网網]|总工会|總工會|工会|工會|周刊|杂志|政府|在线|电视台|融媒|发布)")
_TODAY = re.compile(r"今天|今日|现在|現在|当前|當前")
_LONGEST_LINE = 200
_MOST_LINKED = 100_000
"""Characters of linked data that are read."""


def stated_in(page: HtmlElement) -> Stated:
    """What a page states of itself."""
    metas = _metas(page)
    linked = list(_linked(page))
    lines = [line for line in _lines(page) if len(line) <= _LONGEST_LINE]

    def found(field: str) -> Iterator[str]:
        yield from (metas[name] for name in _NAMES[field] if metas.get(name))
        yield from (item[key] for item in linked for key in _LINKED[field] if isinstance(item.get(key), str))

    sources = [*found("source"), *(m[1] for m in map(_SOURCE.search, lines) if m)]
    account = "".join(map(text_of, page.xpath('//*[@id="js_name"]')[:1]))
    sites = [account, *found("site"), *_publishers(linked), *filter(_SITE.fullmatch, _title_parts(page))]
    canonical = page.xpath('string(//link[@rel="canonical"]/@href)')
    addresses = (a for a in (*found("url"), canonical) if re.match(r"https?://\S+$", a))
    return Stated(
        title=_title(page, found("title")),
        published=next(filter(None, map(_day, (*found("published"), *_dates(page, lines)))), ""),
        publisher=next((s for s in map(_line, (*sources, *sites)) if s and s not in _PLATFORMS), ""),
        url=next(addresses, ""),
    )


def _metas(page: HtmlElement) -> dict[str, str]:
    out: dict[str, str] = {}
    for meta in page.iter("meta"):
        name = meta.get("name") or meta.get("property") or meta.get("itemprop") or ""
        if content := _line(meta.get("content") or ""):
            out.setdefault(name.lower(), content)
    return out


def _linked(page: HtmlElement) -> Iterator[dict[str, Any]]:
    """The objects of the page's linked data."""
    for script in page.xpath('//script[@type="application/ld+json"]'):
        text = script.text or ""
        try:
            value = json.loads(text) if len(text) <= _MOST_LINKED else None
        except (ValueError, RecursionError):
            continue
        items = value if isinstance(value, list) else [value]
        yield from (item for item in items if isinstance(item, dict))


def _publishers(linked: Iterable[dict[str, Any]]) -> Iterator[str]:
    for item in linked:
        publisher = item.get("publisher")
        if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
            yield publisher["name"]


def _title(page: HtmlElement, stated: Iterator[str]) -> str:
    first = next(stated, "")
    headings = [text for text in map(text_of, page.iter("h1")) if text]
    if first or len(headings) == 1:
        return _line(first or headings[0])
    parts = _title_parts(page)
    lines = set(map(squeezed, _lines(page)))
    shown = [part for part in parts if squeezed(part) in lines]
    return max(shown, key=len) if shown else max(parts, key=len, default="")


def _title_parts(page: HtmlElement) -> list[str]:
    whole = _line("".join(map(text_of, page.xpath("//head/title")[:1])))
    return [part for part in _TITLE_PARTS.split(whole) if part]


def _dates(page: HtmlElement, lines: Iterable[str]) -> Iterator[str]:
    """Where a page shows its date: elements named for it, then lines that say so."""
    for element in page.iter("time"):
        yield element.get("datetime") or text_of(element)
    for element in page.xpath("//body//*[@id or @class]"):
        names = f"{element.get('id') or ''} {element.get('class') or ''}".split()
        if any(map(_DATED_ELEMENT.search, names)):
            text = text_of(element)
            if len(text) <= _LONGEST_LINE and not _TODAY.search(text):
                yield text
    for line in lines:
        if label := _LABELLED.search(line):
            yield line[label.end() :]
        elif beside := _BESIDE_SOURCE.search(line):
            yield beside.group()
    yield from (line for line in lines if _ISSUE.fullmatch(line) and not _TODAY.search(line))


def _lines(page: HtmlElement) -> Iterator[str]:
    """The texts of the innermost blocks."""
    for element in page.xpath("//body//*[self::div or self::p or self::td or self::li or self::h1 or self::h2]"):
        if element.find(".//div") is None and element.find(".//p") is None and element.find(".//td") is None:
            yield text_of(element)


def _day(text: str) -> str:
    """The day of a time as written, in China where it names its zone."""
    zoned = _ZONED.search(text)
    if zoned:
        try:
            return datetime.fromisoformat(zoned.group()).astimezone(_CHINA).date().isoformat()
        except (ValueError, OverflowError):
            return ""
    return full_date(text)


def _line(text: str) -> str:
    return " ".join(text.split())
