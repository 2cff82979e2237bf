"""Persons wherever they recur: each name that was found once, at all its places, and 艾院长 by surname and title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ahocorasick_rs import AhoCorasick, MatchKind

from unigraph.recognition.document import Document
from unigraph.recognition.found import Found, Index
from unigraph.recognition.names import follows

__all__ = ["DOCTRINE", "Recurrences"]

DOCTRINE = re.compile(r"新时代|同志为核心|[\u4e00-\u9fff]{0,4}思想|思主义")
"""What follows a name that stands for a doctrine or a leadership and not for the person."""
_FORMAL = re.compile(
    r"(?<![\u4e00-\u9fff])(?P<surname>[\u4e00-\u9fff])(?:常务副|副)?(?:书记|主席|主任|院长|校长|厂长|部长|局长|会长|董事长|总经理|市长|县长|区长|镇长)"
)
"""艾院长: a surname and a title at the edge of a clause."""


_VERB = frozenset("曾获守将已也又还说任在为")
"""Characters that begin what is told of a person far more often than they end a name."""


def _without_verbs(names: dict[tuple[int, int], str]) -> dict[tuple[int, int], str]:
    """李青山曾 is 李青山, where the article knows a 李青山."""
    known = set(names.values())
    out: dict[tuple[int, int], str] = {}
    for (begin, end), name in names.items():
        longer = len(name) > 2 and end - begin == len(name) and name[-1] in _VERB and name[:-1] in known
        out[(begin, end - 1) if longer else (begin, end)] = name[:-1] if longer else name
    return out


class Recurrences:
    """Finds the places of known names in one document, outside bodies and what is taken."""

    def __init__(self, document: Document, bodies: Index, taken: Index) -> None:
        self.document = document
        self.text = document.text
        self.bodies = bodies
        self.taken = taken

    def everywhere(self, names: dict[tuple[int, int], str]) -> tuple[Found, ...]:
        """Each name at all its places, the longest first, outside bodies and bylines; 艾院长 as well."""
        names = _without_verbs(names)
        out: dict[int, Found] = {}
        covered: set[int] = set()
        for begin, end in sorted(names, key=lambda p: (p[0] - p[1], p[0])):
            if not covered.intersection(range(begin, end)):
                covered.update(range(begin, end))
                out[begin] = Found(begin, end, "Person", self._written(begin, end))
        for begin, end in self._recurring(set(names.values())):
            if begin not in covered and end - 1 not in covered and self._stands_free(begin, end):
                covered.update(range(begin, end))
                out[begin] = Found(begin, end, "Person", self._written(begin, end))
        for found in self._by_surname({f.name for f in out.values()}):
            if found.begin not in covered:
                out[found.begin] = found
        return tuple(out[k] for k in sorted(out))

    def _by_surname(self, names: set[str]) -> Iterator[Found]:
        """艾院长 where the article names one person of that surname."""
        by_surname: dict[str, list[str]] = {}
        for name in sorted(names):
            by_surname.setdefault(name[0], []).append(name)
        for match in _FORMAL.finditer(self.text):
            bearers = by_surname.get(match["surname"], [])
            if len(bearers) == 1 and not self.bodies.covering(match.start()) and not self.taken.covering(match.start()):
                yield Found(match.start(), match.end(), "Person", bearers[0])

    def _recurring(self, names: set[str]) -> Iterator[tuple[int, int]]:
        """Where the names stand, of those that begin at one place the longest."""
        if names:
            automaton = AhoCorasick(sorted(names), matchkind=MatchKind.LeftmostLongest)
            yield from ((begin, end) for _, begin, end in automaton.find_matches_as_indexes(self.text))

    def _stands_free(self, begin: int, end: int) -> bool:
        if self.taken.covering(begin) or self.bodies.covering(begin) or DOCTRINE.match(self.text, end):
            return False
        return end - begin > 2 or follows(self.text, end) > 0

    def _written(self, begin: int, end: int) -> str:
        return "".join(self.document.simple[begin:end].split())
