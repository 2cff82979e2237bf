"""Dates in a text, as days, months or spans; years that are left out are worked out from the date of publication."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from unigraph.recognition.document import Document
from unigraph.scanning import Scan

__all__ = ["DateHit", "find_dates"]

_DATE = Scan(
    r"(?:(?P<year>(?:19|20)\d{2})年|(?P<this>今年|去年|前年|明年))?"
    r"(?P<month>1[0-2]|0?[1-9])月(?:(?P<day>3[01]|[12]\d|0?[1-9])(?:日|号))?"
    r"(?:(?:上午|下午|晚|晚上|早上|清晨)?\s*(?:至|到|-|—|–|~|～|、|和)\s*"
    r"(?:(?P<month2>1[0-2]|0?[1-9])月)?(?P<day2>3[01]|[12]\d|0?[1-9])(?:日|号))?"
)
_DAY_RANGE = Scan(
    r"(?:(?P<year>(?:19|20)\d{2})年)?(?P<month>1[0-2]|0?[1-9])月(?P<day>\d{1,2})(?:日)?\s*(?:至|到|-|—|～|~|、|和)\s*(?P<day2>\d{1,2})日"
)
_RELATIVE = Scan(r"(?P<word>昨天|昨日|昨晚|今天上午|今天|今日|前天|前日)")
_WEEKDAY = Scan(r"(?P<week>上|本|这)(?:个)?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])(?!至|到|、)")
_SAME = Scan(r"当天|当日|当晚|同日|这一天|这天")
_NEXT = Scan(r"次日|翌日|(?<!的)第二天(?!性)")
_BARE_DAY = Scan(  # 18日，慰问团……: the month is that of the date before, else of the day of publication
    r"(?<![\d月年、至到\-—～~周第])(?P<day>3[01]|[12]\d|0?[1-9])日(?:\s*(?:至|到|-|—|～|~)\s*(?P<day2>3[01]|[12]\d|0?[1-9])日)?(?=[上下]午|[，晚早]|[\u4e00-\u9fff])(?!报|电|游|均|内|后|前|以|的|起|元)"
)
_DATELINE = re.compile(r"(?P<month>1[0-2]|0?[1-9])月(?P<day>3[01]|[12]\d|0?[1-9])日\s*[^，。；\n\d]{0,6}?[电讯]")
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
    told = _told_on(document.text, published)
    out: list[DateHit] = []
    year_before: int | None = None
    for kind, found in _matches(document.text):
        hit: DateHit | None = None
        if kind == "date":
            hit = _absolute(found, document.text, published, year_before)
            if hit and found["year"]:
                year_before = int(found["year"])
        elif kind in ("relative", "weekday"):
            hit = _counted(found, kind, told)
        elif kind == "day":
            hit = _bare_day(found, out[-1] if out else None, told)
        elif out:
            hit = _after(found, kind, out[-1])
        if hit:
            out.append(hit)
    return tuple(out)


def _told_on(text: str, published: date | None) -> date | None:
    """The day that 昨天 counts from: that of a dateline in the week before publication, else the latter."""
    match = _DATELINE.search(text, 0, 200)
    if published is None or match is None:
        return published
    try:
        day = date(published.year, int(match["month"]), int(match["day"]))
    except ValueError:
        return published
    return day if timedelta(0) <= published - day <= _SOON else published


def _counted(match: re.Match[str], kind: str, told: date | None) -> DateHit | None:
    """昨天, 上周五: a day counted from the day of the telling."""
    if told is None:
        return None
    if kind == "relative":
        day = told - timedelta(days=_OFFSETS[match["word"]])
    else:
        index = "一二三四五六日".index(match["weekday"].replace("天", "日"))
        day = told - timedelta(days=told.weekday() - index + (7 if match["week"] == "上" else 0))
        if day > told:
            return None
    return DateHit(match.start(), match.end(), day.isoformat())


def _bare_day(match: re.Match[str], before: DateHit | None, told: date | None) -> DateHit | None:
    """18日: of the month named last, else of that of the telling, or the one before."""
    day, last = int(match["day"]), match["day2"]
    if before is not None and len(before.start) == 10:
        year, month = int(before.start[:4]), int(before.start[5:7])
    elif told is not None:
        year, month = (told.year, told.month) if day <= told.day else _month_before(told)
    else:
        return None
    start, finish = _iso(year, month, day), _iso(year, month, int(last)) if last else ""
    if not start or (last and not finish):
        return None
    return DateHit(match.start(), match.end(), start, finish if finish > start else "", True)


def _month_before(day: date) -> tuple[int, int]:
    return (day.year, day.month - 1) if day.month > 1 else (day.year - 1, 12)


def _after(match: re.Match[str], kind: str, before: DateHit) -> DateHit | None:
    """当天, 次日: the day named last, or the one after it."""
    day = before.finish or before.start
    if kind == "next":
        if len(day) != 10:
            return None
        day = (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    return DateHit(match.start(), match.end(), day, inferred=before.inferred)


def _matches(text: str) -> list[tuple[str, re.Match[str]]]:
    """All that may be a date, by place; a span of days stands for the day that it begins with."""
    spans = {m.start(): m for m in _DAY_RANGE.finditer(text)}
    dates = [("date", spans.get(m.start(), m)) for m in _DATE.finditer(text)]
    patterns = (("relative", _RELATIVE), ("weekday", _WEEKDAY), ("same", _SAME), ("next", _NEXT), ("day", _BARE_DAY))
    others = [(kind, m) for kind, pattern in patterns for m in pattern.finditer(text)]
    found: list[tuple[str, re.Match[str]]] = []
    for kind, match in sorted([*dates, *others], key=lambda x: x[1].start()):
        if not found or match.start() >= found[-1][1].end():
            found.append((kind, match))
    return found


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
