"""How likely a string is a person's name, by surnames, given characters and the words that it might be instead."""

from __future__ import annotations

import math
import re
from functools import lru_cache

from unigraph.lexicons import load_gazetteer, load_given_characters, load_stopnames, load_surnames
from unigraph.lexicons.words import words
from unigraph.recognition.segmentation import frequency, tag

__all__ = ["COMES", "NO_NAME", "WORD_FREQUENCY", "blocked", "name_score", "two_surnames"]

_HOUSES = "校院司厂局"
COMES = re.compile(rf"^[向前]?[来莅][{_HOUSES}]$")
_TOKEN = math.log(0.01)
"""How often a word of news is a person's name."""
_TWO, _THREE = math.log(0.2), math.log(0.8)
"""How often a name has one or two characters after the surname."""
_MARRIED = math.log(0.01)
"""How often a name has the husband's surname before the own one."""
_RARE_GIVEN = math.log(2e-8)
_COMMON_SURNAMES, _KNOWN_SURNAME, _RARE_SURNAME = 100, math.log(1.5e-4), math.log(1.5e-5)
WORD_FREQUENCY, _PLACE_FREQUENCY = 40, 200
"""A word of jieba's dictionary that is more frequent is no name: 高兴; a place may be one as well: 魏国."""
NO_NAME = frozenset("的了在是与及等也都将被把对着们这那哪些每该此很工")


@lru_cache(maxsize=20_000)
def _surname(surname: str) -> float:
    surnames = load_surnames()
    if surname in surnames.compound:
        return math.log(4e-4)
    rank = surnames.rank.get(surname)
    if rank is None:
        return -math.inf
    if surname in surnames.rare:
        return _RARE_SURNAME
    return math.log(0.08 / (1 + rank) ** 0.75 / 1.2) if rank < _COMMON_SURNAMES else _KNOWN_SURNAME


def two_surnames(stretch: str) -> bool:
    """Whether a stretch begins with two surnames, of which neither is rare."""
    surnames = load_surnames()
    both = stretch[:2]
    known = len(both) == 2 and surnames.single.issuperset(both) and surnames.rare.isdisjoint(both)
    return known and both[0] not in words("before_name") and both != "师傅"


@lru_cache(maxsize=50_000)
def name_score(name: str) -> float:
    """The log probability of a string as a name among the words of a text; minus infinity for what is none."""
    surnames = load_surnames()
    married = len(name) == 4 and two_surnames(name)
    size = 2 if len(name) > 2 and name[:2] in surnames.compound else 1
    given = name[2:] if married else name[size:]
    if not 1 <= len(given) <= 2 or blocked(name):
        return -math.inf
    table = load_given_characters()
    shares = sum(table.get(c, _RARE_GIVEN) for c in given)
    if married and size == 1:  # 范徐丽泰
        return _TOKEN + _MARRIED + _surname(name[0]) + _surname(name[1]) + shares
    return _TOKEN + _surname(name[:size]) + (_TWO if len(given) == 1 else _THREE) + shares


@lru_cache(maxsize=1)
def _no_names() -> frozenset[str]:
    """General words that read like names."""
    return load_stopnames() | words("no_post") | words("role")


def blocked(name: str) -> bool:
    """Whether a string is a general word, or holds what no name holds."""
    if not NO_NAME.isdisjoint(name) or name in _no_names() or (name[-1:] in _HOUSES and COMES.search(name)):
        return True
    if len(name) > 2 and name[1:] in words("honorific"):
        return True  # 王师傅: nobody in particular
    divisions = load_gazetteer().named(name)
    if divisions and (len(name) == 3 or any(d.name[-1] in "省市区" for d in divisions)):
        return True
    rare = name[:1] in load_surnames().rare
    floor = 0 if rare else _PLACE_FREQUENCY if tag(name) == "ns" else WORD_FREQUENCY
    return len(name) > 1 and frequency(name) > floor and not tag(name).startswith("nr")
