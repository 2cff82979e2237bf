"""How alike two names are written, whatever they name."""

from __future__ import annotations

from difflib import SequenceMatcher

__all__ = ["are_like", "is_subsequence"]


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
