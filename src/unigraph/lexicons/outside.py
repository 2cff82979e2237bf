"""What other collections call divisions and companies: Wikidata's items, coordinates, stock codes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from unigraph._resources import PACKAGE
from unigraph.lexicons.tables import load_companies

__all__ = ["LISTED", "WikidataItem", "load_stock_codes", "load_wikidata_items"]

LISTED = "股份有限公司"
"""How the full name of every listed company ends."""


class WikidataItem(NamedTuple):
    """The item of a division code: its Chinese name there, its identifier (``Q956``), its coordinates.

    ``latitude`` and ``longitude`` are decimals as text, in degrees of WGS 84; both are empty where they are not sure.
    """

    name: str
    item: str
    latitude: str
    longitude: str


def _rows(file: str) -> list[list[str]]:
    lines = (PACKAGE / "lexicons" / file).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines]


@lru_cache(maxsize=1)
def load_wikidata_items() -> Mapping[str, WikidataItem]:
    """Wikidata's items of provinces, prefectures and counties, and of some towns of cities without them, by code."""
    return MappingProxyType({code: WikidataItem(*rest) for code, *rest in _rows("wikidata_divisions.tsv")})


@lru_cache(maxsize=1)
def load_stock_codes() -> Mapping[str, tuple[str, ...]]:
    """Stock codes by a listed company's short name and, where it is known, full name: ``000001.SZ``.

    A short name that stands for what is no company limited by shares (中国石油, for the group) is left out: only such a
    company can be listed.
    """
    full_names = load_companies()
    out: dict[str, tuple[str, ...]] = {}
    for short, codes in _rows("stock_codes.tsv"):
        full = full_names.get(short, "")
        if not full or full.endswith(LISTED):
            out |= dict.fromkeys((short, full) if full else (short,), tuple(codes.split(" ")))
    return MappingProxyType(out)
