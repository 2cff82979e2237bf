"""Small tables of names: surnames, companies, organs, national bodies, and words that are no person's name."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from unigraph._resources import PACKAGE

__all__ = [
    "Organ",
    "Surnames",
    "load_companies",
    "load_division_marks",
    "load_division_organs",
    "load_given_characters",
    "load_national_bodies",
    "load_organs",
    "load_stopnames",
    "load_surnames",
]


@dataclass(frozen=True, slots=True)
class Organ:
    """A body's short and full name and its class, such as 人社局, 人力资源和社会保障局, ``GovernmentBody``.

    Organs are the ends of names, with the division before them, or at the ``…`` in a full name; national bodies are
    whole names.
    """

    short: str
    full: str
    cls: str


@dataclass(frozen=True, slots=True)
class Surnames:
    """Chinese surnames of one character and of two, and what Tibetan, Mongol and Uyghur names begin with (扎西).

    ``rank`` orders the single ones, 0 the commonest; beyond the first hundred the order says little. ``rare`` ones,
    和 among them, are words far more often than names.
    """

    single: frozenset[str]
    compound: frozenset[str]
    minority: frozenset[str]
    rank: Mapping[str, int]
    rare: frozenset[str]


def _rows(file: str) -> list[list[str]]:
    lines = (PACKAGE / "lexicons" / file).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines]


@lru_cache(maxsize=1)
def load_division_marks() -> Mapping[str, str]:
    """The codes of provinces and great cities by the one character that stands for them: 皖, 粤, 穗."""
    return MappingProxyType(dict(_rows("division_marks.tsv")))


@lru_cache(maxsize=1)
def load_surnames() -> Surnames:
    """Some 600 surnames of one character and 80 of two."""
    by_class: dict[str, list[str]] = {}
    for name, kind in _rows("surnames.tsv"):
        by_class.setdefault(kind, []).append(name)
    single = by_class["common"] + by_class["known"] + by_class["rare"]
    rank = MappingProxyType({name: index for index, name in enumerate(single)})
    compound, minority, rare = (frozenset(by_class[kind]) for kind in ("compound", "minority", "rare"))
    return Surnames(frozenset(single), compound, minority, rank, rare)


@lru_cache(maxsize=1)
def load_companies() -> Mapping[str, str]:
    """Short names of well-known and listed companies to their full names, empty where the full one is unknown."""
    listed = dict(_rows("companies.tsv"))
    return MappingProxyType(listed | dict(_rows("enterprises.tsv")))


@lru_cache(maxsize=1)
def load_organs() -> tuple[Organ, ...]:
    """Short and full names of the organs that every level has: 人社局, 发改委, 人大常委会 …"""
    return tuple(Organ(*row) for row in _rows("organs.tsv"))


@lru_cache(maxsize=1)
def load_division_organs() -> Mapping[str, str]:
    """Further bodies that only stand after a division's name (清远市 + 委), to the class of the ontology."""
    return MappingProxyType(dict(_rows("division_organs.tsv")))


@lru_cache(maxsize=1)
def load_national_bodies() -> tuple[Organ, ...]:
    """National bodies with their short names, a row a short name: 全总 and 全国总工会 for 中华全国总工会 …"""
    return tuple(Organ(*row) for row in _rows("national_bodies.tsv"))


@lru_cache(maxsize=1)
def load_stopnames() -> frozenset[str]:
    """Words of two to four characters that begin like a name and are none: 高质量, 安全, 常委会."""
    return frozenset(word for (word,) in _rows("stopnames.tsv"))


@lru_cache(maxsize=1)
def load_given_characters() -> Mapping[str, float]:
    """Characters of given names, each with its share of all such characters, as a natural logarithm."""
    return MappingProxyType({char: math.log(int(count) / 10_000_000) for char, count in _rows("given_characters.tsv")})
