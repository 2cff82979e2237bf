"""How alike two names are written, whatever they name."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

__all__ = ["are_like", "core", "is_subsequence"]

_WRITTEN_OUT = (("职代会", "职工代表大会"), ("教代会", "教职工代表大会"), ("工代会", "工会代表大会"))
_MARKS = re.compile(r"[\W_]")


@lru_cache(maxsize=4096)
def core(name: str) -> str:
    """A name without marks, its short words for congresses written out."""
    for short, full in _WRITTEN_OUT:
        name = name.replace(short, full)
    return _MARKS.sub("", name)


def are_like(short: str, long: str, least: float) -> bool:
    """Whether two names share so large a part of what they are written with, in its order."""
    both = len(short) + len(long)
    if both and 2.0 * sum(c in long for c in short) / both < least:
        return False  # they cannot share more than that, in whatever order
    return SequenceMatcher(None, short, long, autojunk=False).ratio() >= least


def is_subsequence(short: str, long: str) -> bool:
    """Whether a name is made of characters of a longer one, in their order."""
    at = -1
    for c in short:
        at = long.find(c, at + 1)
        if at < 0:
            return False
    return True
