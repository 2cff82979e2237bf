"""Room for many things around a few: the most important stand where they read best, the others near their neighbours.

A drawing never shows thousands of things at once. So the most important are laid out among themselves, as if the rest
were not there, and each of the others takes the free spot that is nearest to those it is linked with.
"""

from __future__ import annotations

import heapq
import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

__all__ = ["kinship", "settled"]

Point = tuple[float, float]
Pair = tuple[int, int]
Cell = tuple[int, int]

_KIN = 2
"""Each of the most important is held near so many of those with which it shares most."""
_CROWD = 60
"""What is linked with more of them than this says little about any two of them."""
_WITNESSES = 6
"""Of its neighbours the most important ones decide where a thing stands."""
_BLOCK = 5
"""Things that would stand within so many cells of each other look for room from the same cell."""


def kinship(core: int, edges: Sequence[Pair]) -> list[Pair]:
    """The links among the first ``core`` things, and ties of those that have much in common beyond them."""
    pairs = {(min(pair), max(pair)) for pair in edges if pair[0] != pair[1]}
    inside = {(a, b) for a, b in pairs if b < core}
    shared = {(b, a) for a, b in pairs if a < core <= b}
    of_one: dict[int, list[int]] = {}
    for other, thing in sorted(shared):
        of_one.setdefault(other, []).append(thing)
    common: Counter[Pair] = Counter()
    size = Counter(thing for _, thing in shared)
    for things in of_one.values():
        if len(things) <= _CROWD:
            common.update((a, b) for n, a in enumerate(things) for b in things[n + 1 :])
    return sorted(inside | set(_closest(common, size)))


def _closest(common: Counter[Pair], size: Counter[int]) -> Iterator[Pair]:
    """Of each thing the ties with those that share the largest part with it."""
    ties: dict[int, list[tuple[float, Pair]]] = {}
    for (a, b), count in common.items():
        part = count / (size[a] * size[b]) ** 0.5
        for end in (a, b):
            ties.setdefault(end, []).append((-part, (a, b)))
    for found in ties.values():
        yield from (pair for _, pair in sorted(found)[:_KIN])


def settled(count: int, edges: Sequence[Pair], core: Sequence[Point], cell: Point) -> list[Point]:
    """Places for all of ``count`` things, of which the first stand at ``core``; ``cell`` is the room that one needs.

    The more important choose first, as soon as one of their neighbours has a place. Things without links stand in rows
    below the rest.
    """
    field = _Field(core, cell)
    neighbours: list[list[int]] = [[] for _ in range(count)]
    for a, b in edges:
        if a != b:
            neighbours[a].append(b)
            neighbours[b].append(a)
    places: list[Point | None] = [*core, *[None] * (count - len(core))]
    waiting = sorted({n for i in range(len(core)) for n in neighbours[i] if places[n] is None})
    queued = set(waiting)
    strangers = (i for i in range(len(core), count) if neighbours[i])
    while True:
        if not waiting:
            stranger = next((i for i in strangers if places[i] is None), None)
            if stranger is None:
                break
            waiting.append(stranger)
        thing = heapq.heappop(waiting)
        if places[thing] is not None:
            continue
        near = [p for n in sorted(neighbours[thing]) if (p := places[n]) is not None][:_WITNESSES] or [field.middle]
        places[thing] = field.take((sum(x for x, _ in near) / len(near), sum(y for _, y in near) / len(near)))
        for n in neighbours[thing]:
            if n not in queued and places[n] is None:
                queued.add(n)
                heapq.heappush(waiting, n)
    rows = field.rows()
    return [p if p is not None else next(rows) for p in places]


class _Field:
    """Which cells are free, and where to look for the next one."""

    def __init__(self, core: Sequence[Point], cell: Point) -> None:
        self.width, self.height = cell
        self.taken = {self.cell(p) for p in core}
        self.middle = (sum(x for x, _ in core) / max(1, len(core)), sum(y for _, y in core) / max(1, len(core)))
        self.rings: dict[Cell, Iterator[Cell]] = {}

    def cell(self, point: Point) -> Cell:
        return round(point[0] / self.width), round(point[1] / self.height)

    def take(self, wish: Point) -> Point:
        """The free cell that is nearest to a point, or to one close by."""
        x, y = self.cell(wish)
        if (x, y) not in self.taken:
            found = x, y
        else:
            block = (x // _BLOCK * _BLOCK + _BLOCK // 2, y // _BLOCK * _BLOCK + _BLOCK // 2)
            cells = self.rings.setdefault(block, _outwards(block))
            found = next(c for c in cells if c not in self.taken)
        self.taken.add(found)
        # Rows stand off each other like bricks, so that names fit between those above and below.
        return (found[0] + (0.25 if found[1] % 2 else -0.25)) * self.width, found[1] * self.height

    def rows(self) -> Iterator[Point]:
        """Places for things that have no links."""
        left, right = min((x for x, _ in self.taken), default=0), max((x for x, _ in self.taken), default=0)
        bottom = max((y for _, y in self.taken), default=0)
        for place in itertools.count():
            line, column = divmod(place, max(10, right - left))
            yield (left + column) * self.width, (bottom + 2 + line) * self.height


def _outwards(block: Cell) -> Iterator[Cell]:
    """All cells, ring by ring: each is asked for once, since what is taken stays taken."""
    x, y = block
    for ring in itertools.count():
        for dx, dy in _ring(ring):
            yield x + dx, y + dy


@cache
def _ring(ring: int) -> tuple[Cell, ...]:
    """Steps to the cells of a square ring, the nearest first."""
    side = range(-ring, ring + 1)
    cells = {c for d in side for c in ((d, -ring), (d, ring), (-ring, d), (ring, d))}
    return tuple(sorted(cells, key=lambda c: (c[0] ** 2 + c[1] ** 2, c)))
