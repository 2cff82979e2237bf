"""What people are by their work, by the words that stand at their names: 护士 nurses, 部长 holds an office."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from unigraph._resources import PACKAGE

__all__ = ["calling_at", "calling_before", "calling_behind"]

_LONGEST = 6
_OF = re.compile(r"的(?:[一两]?[名位])?\Z")
_NO_CALLING_AFTER = ("台", "团", "们", "级", "会", "室")


@lru_cache(maxsize=1)
def _callings() -> Mapping[str, frozenset[str]]:
    """The kinds of work that a word may stand for; none where it says nothing (职工)."""
    lines = (PACKAGE / "lexicons" / "callings.tsv").read_text(encoding="utf-8").splitlines()
    return {word: frozenset(kinds.split()) for word, kinds in (line.split("\t") for line in lines)}


def calling_before(text: str) -> frozenset[str]:
    """What the longest word for a calling at the end of a text says.

    >>> sorted(calling_before("岚川市总工会副主席")), sorted(calling_before("急诊科的")), sorted(calling_before("职工"))
    (['office', 'official'], ['health'], [])
    """
    text = _OF.sub("", text.rstrip("”」"))
    sizes = range(min(_LONGEST, len(text)), 0, -1)
    return next((c for size in sizes if (c := _callings().get(text[-size:])) is not None), frozenset())


def calling_behind(text: str, begin: int) -> frozenset[str]:
    """The same of a word that begins at a place of a text, behind a name: 甲护士长, not 甲主席台."""
    for size in range(_LONGEST, 1, -1):
        found = _callings().get(text[begin : begin + size])
        if found is not None:
            return frozenset() if text.startswith(_NO_CALLING_AFTER, begin + size) else found
    return frozenset()


def calling_at(cls: str) -> frozenset[str]:
    """What those may be that a body of a class employs: at a hospital nurses, no teachers."""
    return _callings().get(cls, frozenset())
