"""When two names, honours or titles say the same: what the scores rest on."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

__all__ = [
    "EVENT_LIKENESS",
    "HONOUR_LIKENESS",
    "event_likeness",
    "fold",
    "holds",
    "honour_likeness",
    "session_likeness",
    "titles",
]

EVENT_LIKENESS = 0.6
HONOUR_LIKENESS = 0.8

_YEAR = "(?:19|20)[0-9]{2}"
_HONOUR_MARKS = ("[特一二三四五]等|[金银铜]奖|[冠亚季]军", "奖状|奖章|奖杯", _YEAR)
_COUNTED = re.compile("([0-9]+|[零一二三四五六七八九十百]+)(?=[届次期]|周年)")
_NUMERAL = re.compile("[一二三四五六七八九]?[百十]|[零一二三四五六七八九]")
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")}
_UNITS = {"百": 100, "十": 10}


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """A name without what width, quotes, brackets, dashes, spaces and case add.

    >>> fold("“职工之家”（Ａ）")
    '职工之家a'
    """
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", name)).lower()


def titles(title: str) -> tuple[str, ...]:
    """The titles in a title, folded and sorted.

    >>> titles("党组书记、主席")
    ('主席', '党组书记')
    """
    return tuple(sorted({fold(x) for x in re.split("[、,，;；]|兼(?!职)", title) if fold(x)})) or ("",)


def holds(long: str, short: str) -> bool:
    """Whether a name holds another's characters in their order: 中共松北区委员会 holds 松北区委."""
    rest = iter(fold(long))
    return all(c in rest for c in fold(short))


@lru_cache(maxsize=65536)
def event_likeness(a: str, b: str) -> float:
    """How like two names of events are, from 0 to 1; 0 where terms, sessions, years or organs differ.

    >>> event_likeness("第八届委员会第二次全体会议", "八届三次全委会")
    0.0
    """
    x, y = _ordinals(a), _ordinals(b)
    if x and y and (x != y or _is_audit(a) != _is_audit(b)):
        return 0.0
    return 0.0 if _differ(a, b, _YEAR) else _likeness(a, b)


@lru_cache(maxsize=65536)
def session_likeness(a: str, b: str) -> float:
    """How like two names of events are within one article, where only terms and sessions tell them apart.

    >>> session_likeness("2024年技能竞赛", "技能竞赛") > 0, session_likeness("第二届技能竞赛", "第三届技能竞赛")
    (True, 0.0)
    """
    x, y = _ordinals(a), _ordinals(b)
    return 0.0 if x and y and x != y else _likeness(a, b)


@lru_cache(maxsize=65536)
def honour_likeness(a: str, b: str) -> float:
    """How like two honours are, from 0 to 1; 0 where rank, kind or year differ. The year itself counts for nothing.

    >>> honour_likeness("2023年全国工人先锋号", "全国工人先锋号")
    1.0
    """
    if any(_differ(a, b, mark) for mark in _HONOUR_MARKS):
        return 0.0
    return _likeness(*(re.sub(f"{_YEAR}(?:年度?)?", "", unicodedata.normalize("NFKC", s)) for s in (a, b)))


def _likeness(a: str, b: str) -> float:
    return SequenceMatcher(None, fold(a), fold(b), autojunk=False).ratio()


def _differ(a: str, b: str, pattern: str) -> bool:
    """Whether both hold something of a pattern, and nothing in common."""
    x, y = (set(re.findall(pattern, unicodedata.normalize("NFKC", s))) for s in (a, b))
    return bool(x and y and not x & y)


def _is_audit(name: str) -> bool:
    return "经审" in name or "经费审查" in name


@lru_cache(maxsize=65536)
def _ordinals(name: str) -> frozenset[int]:
    """The terms, sessions and anniversaries that a name counts: 第八届…第二次 gives 8 and 2."""
    return frozenset(map(_value, _COUNTED.findall(unicodedata.normalize("NFKC", name))))


def _value(numeral: str) -> int:
    if numeral.isdigit():
        return int(numeral)
    return sum(_UNITS.get(p[-1], 1) * _DIGITS.get(p[0], 1) for p in _NUMERAL.findall(numeral))
