"""Disjoint sets of small integers."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["Sets"]


class Sets:
    """Disjoint sets of the numbers below ``size``; the smallest number stands for its set."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def find(self, number: int) -> int:
        """The number that stands for the set of one."""
        parent = self._parent
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    def join(self, numbers: Iterable[int]) -> None:
        """Make the sets of some numbers one."""
        roots = {self.find(n) for n in numbers}
        smallest = min(roots)
        for root in roots:
            self._parent[root] = smallest

    def groups(self) -> list[list[int]]:
        """All sets, each sorted, in the order of their smallest numbers."""
        out: dict[int, list[int]] = {}
        for number in range(len(self._parent)):
            out.setdefault(self.find(number), []).append(number)
        return list(out.values())
