"""Dates in a text, as days, months or spans; years that are left out are worked out from the date of publication."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from unigraph.recognition.document import Document

__all__ = ["DateHit", "find_dates"]

_DATE = re.compile(
    r"(?:(?P<year>(?:19|20)\d{2})年|(?P<this>今年|去年|前年|明年))?"
    r"(?P<month>1[0-2]|0?[1-9])月(?:(?P<day>3[01]|[12]\d|0?[1-9])(?:日|号))?"
    r"(?:(?:上午|下午|晚|晚上|早上|清晨)?\s*(?:至|到|-|—|–|~|～|、|和)\s*"
    r"(?:(?P<month2>1[0-2]|0?[1-9])月)?(?P<day2>3[01]|[12]\d|0?[1-9])(?:日|号))?"
)
_DAY_RANGE = re.compile(
    r"(?:(?P<year>(?:19|20)\d{2})年)?(?P<month>1[0-2]|0?[1-9])月(?P<day>\d{1,2})(?:日)?\s*(?:至|到|-|—|～|~)\s*(?P<day2>\d{1,2})日"
)
_RELATIVE = re.compile(r"(?P<word>昨天|昨日|昨晚|今天上午|今天|今日|前天|前日)")
_SAME = re.compile(r"当天|当日|当晚|同日|这一天|这天")
_PLANNED = re.compile(r"(?:将|拟|定|预计|计划)(?:于)?$")
_OFFSETS = {"昨天": 1, "昨日": 1, "昨晚": 1, "今天": 0, "今天上午": 0, "今日": 0, "前天": 2, "前日": 2}
_SOON = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class DateHit:
    """A date: ``start`` is ``YYYY-MM-DD`` or ``YYYY-MM``, ``finish`` empty unless it is a span.

    ``inferred`` says that the text leaves the year out.
    """

    begin: int
    end: int
    start: str
    finish: str = ""
    inferred: bool = False


def find_dates(document: Document) -> tuple[DateHit, ...]:
    """All dates of a text that can be placed in a year."""
    published = _published(document.article.published)
    out: list[DateHit] = []
    year_before: int | None = None
    for match in _matches(document.text):
        kind, found = match
        hit: DateHit | None = None
        if kind == "relative" and published is not None:
            day = published - timedelta(days=_OFFSETS[found["word"]])
            hit = DateHit(found.start(), found.end(), day.isoformat(), inferred=False)
        elif kind == "same" and out:
            hit = DateHit(found.start(), found.end(), out[-1].finish or out[-1].start, inferred=out[-1].inferred)
        elif kind == "date":
            hit = _absolute(found, document.text, published, year_before)
            if hit and found["year"]:
                year_before = int(found["year"])
        if hit:
            out.append(hit)
    return tuple(out)


def _matches(text: str) -> list[tuple[str, re.Match[str]]]:
    found = [("range", m) for m in _DAY_RANGE.finditer(text)]
    spans = {m.start(): m for _, m in found}
    dates = [("date", spans.get(m.start(), m)) for m in _DATE.finditer(text)]
    others = [("relative", m) for m in _RELATIVE.finditer(text)] + [("same", m) for m in _SAME.finditer(text)]
    return sorted([*dates, *others], key=lambda x: x[1].start())


def _published(text: str) -> date | None:
    try:
        return date.fromisoformat(text if len(text) == 10 else text + "-28")
    except ValueError:
        return None


def _absolute(match: re.Match[str], text: str, published: date | None, year_before: int | None) -> DateHit | None:
    groups = match.groupdict()
    month = int(groups["month"])
    day = int(groups["day"]) if groups.get("day") else None
    year, inferred = _year(groups, month, day, text[: match.start()][-4:], published, year_before)
    if year is None:
        return None
    start = _iso(year, month, day)
    finish = ""
    if groups.get("day2") and day is not None:
        last = int(groups.get("month2") or month)
        finish = _iso(year + (last < month), last, int(groups["day2"]))
    if not start or (groups.get("day2") and not finish):
        return None
    return DateHit(match.start(), match.end(), start, finish if finish > start else "", inferred)


def _year(
    groups: dict[str, str | None],
    month: int,
    day: int | None,
    before: str,
    published: date | None,
    year_before: int | None,
) -> tuple[int | None, bool]:
    if groups.get("year"):
        return int(groups["year"] or 0), False
    shift = {"今年": 0, "去年": -1, "前年": -2, "明年": 1}.get(groups.get("this") or "")
    if published is None:
        return (year_before, True) if year_before else (None, False)
    if shift is not None:
        return published.year + shift, False
    if year_before and year_before < published.year and _valid(year_before, month, day) and not _near(published, month):
        return year_before, True
    year = published.year
    try:
        candidate = date(year, month, day or 1)
    except ValueError:
        return None, False
    if candidate > published + _SOON and not _PLANNED.search(before):
        year -= 1
    return year, True


def _near(published: date, month: int) -> bool:
    return (published.month - month) % 12 <= 1


def _valid(year: int, month: int, day: int | None) -> bool:
    return bool(_iso(year, month, day))


def _iso(year: int, month: int, day: int | None) -> str:
    try:
        found = date(year, month, day or 1)
    except ValueError:
        return ""
    return found.isoformat() if day else found.isoformat()[:7]
