"""What is known without being read: the tree of divisions, by their codes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

__all__ = ["adcode", "division_tree"]

_CODED = re.compile(r"(pl|u)-([0-9]{6}|[0-9]{9}|[0-9]{12})\Z")
_PREDICATES = {"pl": "locatedIn", "u": "partOf"}
_NATION = "100000"


def adcode(key: str) -> str:
    """The division code in the identifier of a place or a territorial union; empty where there is none."""
    found = _CODED.match(key)
    return found[2] if found else ""


def division_tree(entities: Collection[str]) -> Iterator[tuple[str, str, str]]:
    """Each coded place lies in, and each coded union belongs to, the nearest one above it that the graph holds."""
    for identifier in entities:
        found = _CODED.match(identifier)
        if found:
            above = (f"{found[1]}-{code}" for code in _above(found[2]))
            parent = next((p for p in above if p in entities), None)
            if parent:
                yield identifier, _PREDICATES[found[1]], parent


def _above(code: str) -> Iterable[str]:
    """The codes of the divisions that hold one, nearest first: town, county, prefecture, province, nation."""
    province, prefecture, county, town = code[:2] + "0000", code[:4] + "00", code[:6], code[:9]
    return (
        c for c in dict.fromkeys((town, county, prefecture, province, _NATION)) if c != code and len(c) <= len(code)
    )
