"""What a function of a short string gives, kept at hand.

News says the same few thousand words over and over, while the tables that know all words fill tens of megabytes: to ask
a small dictionary first is several times as fast.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

__all__ = ["Memo"]

V = TypeVar("V")
_MOST = 100_000


class Memo(dict[str, V]):
    """A dictionary that works out a value when it is first asked for; emptied when it is full."""

    def __init__(self, work: Callable[[str], V], most: int = _MOST) -> None:
        super().__init__()
        self._work = work
        self._most = most

    def __missing__(self, key: str) -> V:
        value = self._work(key)
        if len(self) >= self._most:
            self.clear()
        self[key] = value
        return value
