"""Which employers are likely one, or of one house, by their names alone: 双昌机械 and 马龙双昌机械有限公司."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from unigraph.resolution._background import adcode
from unigraph.resolution._telling import short_company

__all__ = ["alike", "of_one_house"]

_MOST = 32
"""Names of a group that are compared: a giant one is known by its bodies."""
_HOUSE = 4
"""How many characters the names of a group and its works begin with alike."""


def alike(some: Iterable[str], others: Iterable[str]) -> str:
    """The shortest name that is a shorter form of one on the other side; empty where there is none."""
    ours, theirs = (sorted(set(map(_stem, names)) - {""})[:_MOST] for names in (some, others))
    found = (min(x, y, key=len) for x in ours for y in theirs if _shortens(*_by_size(x, y)))
    return min(found, key=lambda name: (len(name), name), default="")


def of_one_house(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether two employers' names begin alike: a group and its works."""
    heads = {stem[:_HOUSE] for stem in map(_stem, some) if len(stem) >= _HOUSE}
    return any(stem[:_HOUSE] in heads for stem in map(_stem, others))


def _by_size(x: str, y: str) -> tuple[str, str]:
    return (x, y) if len(x) <= len(y) else (y, x)


def _shortens(short: str, whole: str) -> bool:
    """Whether a name's characters stand in another's in their order: 梁平公交, 梁平公共交通; or end it: 双昌机械."""
    if len(short) < 2 or not whole:
        return False
    rest = iter(whole)
    return whole.endswith(short) or (short[:2] == whole[:2] and len(short) > 2 and all(c in rest for c in short))


@lru_cache(maxsize=1 << 14)
def _stem(token: str) -> str:
    """A name without the region behind it and its legal form; empty for a key."""
    name = token.split(" ")[0]
    return "" if adcode(name) or not name or name[0].isascii() else short_company(name) or name
