"""What recognition finds: stretches of text with a class and a name, before they are joined into entities."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from operator import itemgetter
from typing import NamedTuple

__all__ = ["Found", "Index", "longest"]

_BEGIN, _PLACE = itemgetter(0), itemgetter(0, 1)


class Found(NamedTuple):
    """A stretch of text that names a thing: its class, its full name as far as known, and its key, if any.

    ``given`` where the user's lexicon says so, and no rule.
    """

    begin: int
    end: int
    cls: str
    name: str
    key: str = ""
    aliases: tuple[str, ...] = ()
    given: bool = False


def longest(found: Iterable[Found]) -> tuple[Found, ...]:
    """Those that do not overlap a longer one, in the order of the text; of equal ones the first."""
    out: list[Found] = []
    together: list[Found] = []
    reach = 0
    for item in sorted(found, key=_BEGIN):
        if item.begin >= reach and together:
            out += _longest(together) if len(together) > 1 else together
            together = []
        together.append(item)
        reach = max(reach, item.end)
    return (*out, *_longest(together))


def _longest(found: Iterable[Found]) -> list[Found]:
    """As :func:`longest`, of some that hang together."""
    taken: list[Found] = []
    starts: list[int] = []
    for item in sorted(found, key=lambda f: (f.begin - f.end, f.begin, f.cls, f.name)):
        at = bisect_left(starts, item.begin)
        if at < len(taken) and taken[at].begin < item.end:
            continue
        if at and taken[at - 1].end > item.begin:
            continue
        starts.insert(at, item.begin)
        taken.insert(at, item)
    return taken


class Index:
    """Found things by place; they do not overlap."""

    def __init__(self, found: Iterable[Found]) -> None:
        self.items = tuple(sorted(found, key=_PLACE))
        self._begins = [f.begin for f in self.items]
        self._ends = [f.end for f in self.items]

    def within(self, begin: int, end: int) -> tuple[Found, ...]:
        """Those that lie wholly in a range."""
        first, last = bisect_left(self._begins, begin), bisect_left(self._begins, end)
        return tuple([item for item in self.items[first:last] if item.end <= end]) if first < last else ()

    def ending_at(self, position: int) -> Found | None:
        """The one that ends at a position."""
        at = bisect_left(self._ends, position)
        return self.items[at] if at < len(self.items) and self._ends[at] == position else None

    def starting_at(self, position: int) -> Found | None:
        """The one that begins at a position."""
        at = bisect_left(self._begins, position)
        return self.items[at] if at < len(self.items) and self._begins[at] == position else None

    def covering(self, position: int) -> Found | None:
        """The one that holds a position."""
        at = bisect_right(self._begins, position) - 1
        return self.items[at] if at >= 0 and self.items[at].end > position else None

    def touching(self, begin: int, end: int) -> bool:
        """Whether any of them shares a character with a range."""
        at = bisect_left(self._begins, end) - 1
        return at >= 0 and self.items[at].end > begin
