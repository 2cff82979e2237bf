"""How those who sign are joined: in a list, and on both sides of 与."""

from __future__ import annotations

import re
from collections.abc import Sequence

from unigraph.relation.parts import Unit

__all__ = ["LISTED", "SIDES", "by_twos"]

SIDES = re.compile(
    r"等?[\d两二三四五六七八九十]*(?:余|多)?[家个]?(?:单位|企业|工会|公司|高校)?(?:代表|负责人)?，?"
    r"(?:分别|依次|先后|共同|现场|当场|正式|也|则|还)*(?P<mark>与|同|跟|和|及|携手|联手|牵手|联合|会同)(?:来自)?"
)
LISTED = re.compile(r"[、，]|和|及|以及|与")


def by_twos(text: str, units: Sequence[Unit]) -> list[tuple[Unit, Unit]]:
    """甲与乙、丙与丁: the pairs of a row that ends with the last unit, each joined by 与."""
    out: list[tuple[Unit, Unit]] = []
    for left, right in zip(units[-2::-2], units[::-2], strict=False):
        follows = not out or LISTED.fullmatch(text, right.end, out[-1][0].begin)
        if not follows or not SIDES.fullmatch(text, left.end, right.begin):
            break
        out.append((left, right))
    return out[::-1]
