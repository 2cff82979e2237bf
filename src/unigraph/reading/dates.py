"""Dates of publication: as given, in a file's name, stated on a page, or with a year that is worked out."""

from __future__ import annotations

import re
from datetime import date

from unigraph.errors import OptionError

__all__ = ["check_date", "check_span", "date_in_name", "date_of_dateline", "full_date"]

_GIVEN = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")
_PART = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
_NAME_HAN = re.compile(r"(?<!\d)((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日")
_FULL = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日|([-/.])(\d{1,2})\4(\d{1,2})(?!\d))"
)
_DIGITS = {ord(a): b for a, b in zip("〇零○一二三四五六七八九", "000123456789", strict=True)}
_HAN = "一二三四五六七八九"
_HAN_DATE = re.compile(rf"([{_HAN}〇零○]{{4}})年([{_HAN}十]{{1,2}})月([{_HAN}十]{{1,3}})日")
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)年\d{1,2}月")
_DATELINE = re.compile(r"(?<![\d年])(\d{1,2})月(\d{1,2})日(?:电|讯|消息|電|訊)")


def check_date(text: str) -> str:
    """The date, if it is one: ``YYYY-MM-DD`` or ``YYYY-MM``; raises :class:`~unigraph.errors.OptionError`."""
    match = _GIVEN.fullmatch(text)
    if not match or not _iso(match[1], match[2], match[3] or "1"):
        raise OptionError(f"date {text}: write a date that exists, as YYYY-MM-DD or YYYY-MM")
    return text


def check_span(since: str, until: str) -> None:
    """Refuse what is no year, month or day, and a span that ends before it begins: :class:`~unigraph.errors.OptionError`."""
    for text in filter(None, (since, until)):
        match = _PART.fullmatch(text)
        if not match or not _iso(match[1], match[2] or "1", match[3] or "1"):
            raise OptionError(f"date {text}: write a date that exists, as YYYY-MM-DD, YYYY-MM or YYYY")
    shorter = min(len(since), len(until))
    if shorter and since[:shorter] > until[:shorter]:
        raise OptionError(f"nothing can be since {since} and until {until}; change one of them")


def date_in_name(name: str) -> str:
    """The date in a file's name, ``bulletin-2026-03-31.txt`` or ``page20260331_2.txt``; else empty."""
    found = [_iso(m[1], m[3], m[4]) for m in _NAME.finditer(name)]
    found += [_iso(m[1], m[2], m[3]) for m in _NAME_HAN.finditer(name)]
    return next(filter(None, found), "")


def full_date(text: str) -> str:
    """The first day with its year in a line, in any usual form; else empty."""
    match = _FULL.search(text)
    if match:
        return _iso(match[1], match[2] or match[5], match[3] or match[6])
    written = _HAN_DATE.search(text)
    if written:
        return _iso(written[1].translate(_DIGITS), str(_number(written[2])), str(_number(written[3])))
    return ""


def date_of_dateline(lead: str, text: str) -> str:
    """The day of a dateline without year (4月2日讯), in the latest year that the text names with a month."""
    match = _DATELINE.search(lead)
    years = _YEARS.findall(text) if match else []
    return _iso(max(years), match[1], match[2]) if match and years else ""


def _number(text: str) -> int:
    tens, mark, ones = text.rpartition("十")
    digit = int(ones.translate(_DIGITS)) if ones else 0
    return digit + (10 * (int(tens.translate(_DIGITS)) if tens else 1) if mark else 0)


def _iso(year: str, month: str, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""
