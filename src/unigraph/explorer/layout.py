"""Where things stand in the drawing: computed once, in advance, the same for the same graph.

Of a large graph the most important things are laid out among themselves, and the others settle around them. Each
connected component is laid out by itself, spread until its things stand clear of each other, and the
components are packed side by side: a forced layout of the whole would fling unconnected articles apart.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Sequence

from unigraph.explorer.settling import kinship, settled

__all__ = ["HOME", "positions"]

Point = tuple[float, float]
Pair = tuple[int, int]

HOME = 600
"""So many things of a large graph have a place in the overview; what shows others makes room for them by itself."""

_SEED = 20260331
_WHOLE = 400
"""Up to this size all things are laid out together."""
_CORE = 150
"""So many of a larger graph: those that are seen first."""
_SMALL = 250
"""Up to this size Kamada and Kawai's method, which draws stars and chains best, is fast enough."""
_CELL = (108.0, 80.0)
"""The room that one thing needs: a label is wider than it is high."""
_GAP = 78.0
_ASPECT = 1.15


def positions(count: int, edges: Sequence[Pair]) -> list[tuple[int, int]]:
    """A place for each of ``count`` things, in the drawing's units; ``edges`` are pairs of their indices.

    Things without an edge stand in rows below the rest. The lower an index, the more important its thing.
    """
    if count > _WHOLE:
        core = _together(_CORE, kinship(_CORE, edges))
        home = settled(min(count, HOME), kinship(min(count, HOME), edges), core, _CELL)
        places = settled(count, edges, home, _CELL)
    else:
        places = _together(count, edges)
    return [(round(x), round(y)) for x, y in places]


def _together(count: int, edges: Sequence[Pair]) -> list[Point]:
    """Each connected component by itself, packed side by side."""
    places: list[Point] = [(0.0, 0.0)] * count
    components = _components(count, edges)
    alone = [c[0] for c in components if len(c) == 1]
    boxes = []
    for members, pairs in _with_edges(components, edges):
        shape = _spread(_scaled(_laid_out(len(members), pairs), pairs))
        boxes.append((members, _upright(shape)))
    boxes.sort(key=lambda b: (-len(b[0]), b[0]))
    bottom = 0.0
    for (members, shape), (left, top) in zip(boxes, _packed([_size(s) for _, s in boxes]), strict=True):
        for member, (x, y) in zip(members, shape, strict=True):
            places[member] = (x + left, y + top)
            bottom = max(bottom, y + top)
    width = max((x for x, _ in places), default=0.0) or math.sqrt(len(alone)) * _CELL[0] * 1.2
    per_row = max(1, int(width / _CELL[0]))
    for index, member in enumerate(alone):
        places[member] = (index % per_row * _CELL[0], bottom + _CELL[1] * (1.5 + index // per_row))
    return places


def _components(count: int, edges: Sequence[Pair]) -> list[list[int]]:
    root = list(range(count))

    def find(item: int) -> int:
        while root[item] != item:
            root[item] = root[root[item]]
            item = root[item]
        return item

    for a, b in edges:
        x, y = find(a), find(b)
        root[max(x, y)] = min(x, y)
    groups: dict[int, list[int]] = {}
    for item in range(count):
        groups.setdefault(find(item), []).append(item)
    return list(groups.values())


def _with_edges(components: list[list[int]], edges: Sequence[Pair]) -> Iterator[tuple[list[int], list[Pair]]]:
    home = {item: (number, local) for number, c in enumerate(components) for local, item in enumerate(c)}
    inside: list[list[Pair]] = [[] for _ in components]
    for a, b in edges:
        inside[home[a][0]].append((home[a][1], home[b][1]))
    return ((c, inside[n]) for n, c in enumerate(components) if len(c) > 1)


def _laid_out(count: int, pairs: list[Pair]) -> list[Point]:
    import igraph

    igraph.set_random_number_generator(random.Random(_SEED))
    graph = igraph.Graph(n=count, edges=pairs)
    start = [
        (math.cos(i * 2.399963) * math.sqrt(i + 1), math.sin(i * 2.399963) * math.sqrt(i + 1)) for i in range(count)
    ]
    layout = graph.layout_kamada_kawai(seed=start) if count <= _SMALL else graph.layout_drl(seed=start)
    return [(float(x), float(y)) for x, y in layout.coords]


def _scaled(shape: list[Point], pairs: list[Pair]) -> list[Point]:
    """The mean edge gets a length at which two labels fit side by side."""
    lengths = [math.dist(shape[a], shape[b]) for a, b in pairs if a != b]
    mean = sum(lengths) / len(lengths) if lengths else 1.0
    factor = 120.0 / max(mean, 1e-9)
    return [(x * factor, y * factor) for x, y in shape]


def _upright(shape: list[Point]) -> list[Point]:
    """Lying rather than standing, with the origin at the upper left."""
    width, height = _size(shape)
    turned = [(y, -x) for x, y in shape] if height > width * 1.15 else shape
    left, top = min(x for x, _ in turned), min(y for _, y in turned)
    return [(x - left, y - top) for x, y in turned]


def _size(shape: list[Point]) -> Point:
    xs, ys = [x for x, _ in shape], [y for _, y in shape]
    return max(xs) - min(xs), max(ys) - min(ys)


def _spread(shape: list[Point], rounds: int = 60) -> list[Point]:
    """Push apart what stands nearer than a cell, a little each round, until nothing does."""
    width, height = _CELL
    points = [[x / width, y / height] for x, y in shape]
    for _ in range(rounds):
        grid: dict[tuple[int, int], list[int]] = {}
        for index, (x, y) in enumerate(points):
            grid.setdefault((math.floor(x), math.floor(y)), []).append(index)
        if not _push(points, grid):
            break
    return [(x * width, y * height) for x, y in points]


def _push(points: list[list[float]], grid: dict[tuple[int, int], list[int]]) -> bool:
    moved = False
    for (column, row), members in grid.items():
        near = [j for dx in (-1, 0, 1) for dy in (-1, 0, 1) for j in grid.get((column + dx, row + dy), ())]
        for i in members:
            for j in near:
                if j <= i:
                    continue
                dx, dy = points[j][0] - points[i][0], points[j][1] - points[i][1]
                distance = math.hypot(dx, dy)
                if distance >= 0.98:
                    continue
                if distance < 1e-6:  # one spot: part them by an angle of their own
                    dx, dy, distance = math.cos(j * 2.4), math.sin(j * 2.4), 1.0
                    step = 0.25
                else:
                    step = (1.0 - distance) / 2 * 0.8
                points[i][0] -= dx / distance * step
                points[i][1] -= dy / distance * step
                points[j][0] += dx / distance * step
                points[j][1] += dy / distance * step
                moved = True
    return moved


def _packed(sizes: list[Point]) -> list[Point]:
    """Upper left corners for boxes, in a field of about the screen's proportions.

    With few boxes the width of the field decides much, so several are tried.
    """
    padded = [(w + _CELL[0] + _GAP / 2, h + _GAP * 1.3) for w, h in sizes]
    widest = max((w for w, _ in padded), default=0.0)
    usual = max(widest, math.sqrt(sum(w * h for w, h in padded) * _ASPECT))
    widths = [usual * (0.8 + 0.1 * n) for n in range(10)] if len(sizes) <= 60 else [usual]
    tried = [_corners(padded, max(widest, width)) for width in widths]
    return min(tried, key=lambda corners: _waste(padded, corners))


def _waste(boxes: list[Point], corners: list[Point]) -> float:
    """How small the drawing must become to fit a screen."""
    right = max((x + w for (w, _), (x, _) in zip(boxes, corners, strict=True)), default=0.0)
    bottom = max((y + h for (_, h), (_, y) in zip(boxes, corners, strict=True)), default=0.0)
    return max(right / _ASPECT, bottom)


def _corners(boxes: list[Point], field: float) -> list[Point]:
    """The lowest free spot for each box in turn."""
    skyline: list[tuple[float, float, float]] = [(0.0, field, 0.0)]
    corners = []
    for width, height in boxes:
        top, left = min(_spots(skyline, width, field))
        skyline = _raised(skyline, left, left + width, top + height)
        corners.append((left, top))
    return corners


def _spots(skyline: list[tuple[float, float, float]], width: float, field: float) -> Iterator[Point]:
    for begin, _, _ in skyline:
        left = min(begin, field - width)
        yield max(y for b, e, y in skyline if b < left + width - 1e-6 and e > left + 1e-6), left


def _raised(
    skyline: list[tuple[float, float, float]], left: float, right: float, height: float
) -> list[tuple[float, float, float]]:
    out = [(left, right, height)]
    for begin, end, y in skyline:
        if begin < left:
            out.append((begin, min(end, left), y))
        if end > right:
            out.append((max(begin, right), end, y))
    return sorted(out)
