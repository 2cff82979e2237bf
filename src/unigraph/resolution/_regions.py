"""Where a thing or an article is: the prefecture of a name or of a text, by the divisions that it spells out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from unigraph.lexicons import Division, load_gazetteer
from unigraph.model import ArticleFacts, LocalEntity
from unigraph.resolution._background import adcode

__all__ = ["is_province", "name_region", "prefecture", "regions_of", "thing_region"]

_MUNICIPALITIES = ("11", "12", "31", "50")
_LEVELS = ("province", "prefecture", "county")
_WIDE = _LEVELS[:2]
"""The levels whose short names tell a place; of counties only whole names do: 龙井 is a tea, 石城 a brand."""
_LONGEST = 12


def prefecture(code: str) -> str:
    """The code of the prefecture that a division lies in; that of the province or county where there is none between.

    >>> prefecture("320106"), prefecture("110112"), prefecture("320000"), prefecture("429004")
    ('320100', '110000', '320000', '429004')
    """
    code = code[:6]
    if code[:2] in _MUNICIPALITIES:
        return code[:2] + "0000"
    return code if code.endswith("0000") or code[2:4] == "90" else code[:4] + "00"


def is_province(region: str) -> bool:
    """Whether a region is a whole province, and none of the four cities that are provinces."""
    return region.endswith("0000") and region[:2] not in _MUNICIPALITIES


@lru_cache(maxsize=1 << 16)
def name_region(name: str) -> str:
    """The region of the division that a name begins with; empty where there is none or there are several.

    >>> name_region("福州市鼓楼区总工会"), name_region("鼓楼区总工会")
    ('350100', '')
    """
    for end in range(min(len(name), _LONGEST), 1, -1):
        found = _divisions(name[:end])
        if found:
            return _common(found)
    return ""


@lru_cache(maxsize=1 << 14)
def _divisions(form: str) -> tuple[Division, ...]:
    gazetteer = load_gazetteer()
    if form not in _forms():
        return gazetteer.former(form)
    return tuple(d for d in gazetteer.named(form) if d.level in _LEVELS and (d.level in _WIDE or d.name == form))


def _common(found: Iterable[Division]) -> str:
    regions = {prefecture(d.code) for d in found}
    return regions.pop() if len(regions) == 1 else ""


def thing_region(thing: LocalEntity) -> str:
    """The region of a thing by its key, its name or another name that holds everywhere; may be empty."""
    code = adcode(thing.key)
    if code:
        return prefecture(code)
    named = [region for name in (thing.name, *thing.aliases) if (region := name_region(name))]
    return next((r for r in named if not is_province(r)), next(iter(named), ""))


def regions_of(facts: ArticleFacts) -> tuple[str, ...]:
    """The prefectures that an article speaks of, the most frequent first; provinces where there is no prefecture."""
    counts = Counter(region for thing in facts.entities if (region := thing_region(thing)))
    whole = facts.article.text.encode("utf-8", "replace").decode("utf-8")  # halves of surrogate pairs are no text
    counts.update(_text_region(form) for form in _matcher().find_matches_as_strings(whole))
    counts.pop("", None)
    narrow = {r: n for r, n in counts.items() if not is_province(r)} or counts
    return tuple(sorted(narrow, key=lambda r: (-narrow[r], r)))


@lru_cache(maxsize=1 << 14)
def _text_region(form: str) -> str:
    return _common(_divisions(form))


@lru_cache(maxsize=1)
def _forms() -> frozenset[str]:
    return frozenset(load_gazetteer().names(_LEVELS))


@lru_cache(maxsize=1)
def _matcher() -> AhoCorasick:
    return AhoCorasick(sorted(_forms()), matchkind=MatchKind.LeftmostLongest)
