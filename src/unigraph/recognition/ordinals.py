"""Terms, sessions and anniversaries: 八届二次 and 第八届委员会第二次 are the same meeting."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["number", "ordinals", "session_key", "years"]

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")}
_UNITS = {"十": 10, "百": 100}
_NUMERAL = r"[0-9]+|[零一二三四五六七八九十百]+"
_COUNTED = re.compile(rf"({_NUMERAL})(?=[届次期]|周年)|(首)(?=[届次])")
_SESSION = re.compile(
    rf"第?(?P<term>{_NUMERAL}|首)届(?P<body>[^届次]{{0,14}}?)第?(?P<number>{_NUMERAL})次?"
    r"(?P<kind>[^，。]{0,12}?(?:全委|全体|全会|经审|女职|执委|主席团|会议|委员会))"
)
_ORGANS = (
    ("audit", re.compile("经审|经费审查")),
    ("women", re.compile("女职|女工")),
    ("presidium", re.compile("主席团")),
    ("standing", re.compile("常委|常务委员")),
)


def number(text: str) -> int:
    """A Chinese or Arabic numeral below a thousand; 首 is 1."""
    if text.isdigit():
        return int(text)
    if text == "首":
        return 1
    total = 0
    for part in re.findall(r"[一二三四五六七八九]?[百十]|[零一二三四五六七八九]", text):
        unit = _UNITS.get(part[-1], 1)
        total += unit * (_DIGITS.get(part[0], 1))
    return total


@lru_cache(maxsize=4096)
def ordinals(name: str) -> frozenset[int]:
    """The terms, sessions and anniversaries that a name counts."""
    return frozenset(number(a or b) for a, b in _COUNTED.findall(name))


@lru_cache(maxsize=4096)
def years(name: str) -> frozenset[str]:
    """The years that a name holds."""
    return frozenset(re.findall(r"(?:19|20)\d{2}(?=年|[—-])", name))


@lru_cache(maxsize=4096)
def session_key(name: str) -> str:
    """``committee-8-2`` for a plenum's organ, term and number; empty for anything else."""
    match = _SESSION.search(name)
    if match is None or not re.search("全委|全体|全会|执委|主席团|常委会", name):
        return ""
    whole = name
    if re.search("代表大会|职代会|教代会", whole):
        return ""
    organ = next((k for k, pattern in _ORGANS if pattern.search(whole)), "committee")
    return f"{organ}-{number(match['term'])}-{number(match['number'])}"
