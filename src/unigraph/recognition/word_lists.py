"""Words of many kinds, looked for in a text all at once.

The readers of names, titles, events and cues each look for thousands of words. An automaton is slow where it is read
anew for each text; one for all words is read once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import count
from weakref import WeakSet

from ahocorasick_rs import AhoCorasick, MatchKind

__all__ = ["WordList"]

Place = tuple[int, int, int]
"""The number of a word in its list, and where it begins and ends."""


class WordList:
    """Words to look for; all lists in use share the work of finding."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(words)
        self.number = next(_numbers)
        _in_use.add(self)

    def places(self, text: str) -> Sequence[Place]:
        """All places of all words, overlapping ones too, in the order of their ends, the longer first."""
        global _finder
        finder = _finder
        if self.number not in finder.columns:
            _finder = finder = _Finder(tuple(_in_use))
        return _places(finder, text)[finder.columns[self.number]]


class _Finder:
    """One automaton for all lists."""

    def __init__(self, lists: Sequence[WordList]) -> None:
        owners: dict[str, list[tuple[int, int]]] = {}
        for column, words in enumerate(lists):
            for at, word in enumerate(words.words):
                owners.setdefault(word, []).append((column, at))
        self.columns = {words.number: column for column, words in enumerate(lists)}
        self.owners = [tuple(found) for found in owners.values()]
        self.automaton = AhoCorasick(list(owners), matchkind=MatchKind.Standard)


_numbers = count()
_in_use: WeakSet[WordList] = WeakSet()
_finder = _Finder(())


@lru_cache(maxsize=1)  # all readers look at one text
def _places(finder: _Finder, text: str) -> tuple[list[Place], ...]:
    """For each list the places of its words."""
    out: tuple[list[Place], ...] = tuple([] for _ in finder.columns)
    for word, begin, end in finder.automaton.find_matches_as_indexes(text, overlapping=True):
        for column, at in finder.owners[word]:
            out[column].append((at, begin, end))
    return out
