"""Which articles of two graphs are the same: those of one text, and those whose text was revised."""

from __future__ import annotations

import difflib
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from unigraph.graph import GraphData
from unigraph.model import Article

__all__ = ["Revision", "revisions"]

_ALIKE = 0.6
"""How much of two texts must agree for one to be a revision of the other."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A new article in the place of an old one. ``blocks`` are what both texts have: begins in both, and the length."""

    article: str
    blocks: tuple[tuple[int, int, int], ...] = ()

    def moved(self, begin: int, end: int) -> tuple[int, int]:
        """Where a passage of the old text, or what was written instead of it, stands in the new one."""
        if not self.blocks:
            return begin, end
        old, new, length = self.blocks[max(0, bisect_right(self.blocks, (begin, 1 << 60, 0)) - 1)]
        first = new + min(max(0, begin - old), length)
        old, new, length = next((b for b in self.blocks if end <= b[0] + b[2]), self.blocks[-1])
        return first, max(first, new + max(0, end - old))


def revisions(old: GraphData, new: GraphData) -> Mapping[str, Revision]:
    """For each article of the old graph what stands in its place; an article that went is not among them.

    A revised text has another identifier: it is the new article of the same source that is most like the old one.
    """
    out = {identifier: Revision(identifier) for identifier in old.articles.keys() & new.articles.keys()}
    free = {i: a for i, a in sorted(new.articles.items()) if i not in old.articles}
    for identifier in sorted(old.articles.keys() - new.articles.keys()):
        article = old.articles[identifier]
        found = max(
            ((_likeness(article, a), i) for i, a in free.items() if set(a.sources) & set(article.sources)),
            default=(0.0, ""),
        )
        if found[0] >= _ALIKE:
            blocks = _matcher(article, free.pop(found[1])).get_matching_blocks()
            out[identifier] = Revision(found[1], tuple((b.a, b.b, b.size) for b in blocks))
    return out


def _matcher(a: Article, b: Article) -> difflib.SequenceMatcher[str]:
    return difflib.SequenceMatcher(None, a.text, b.text, autojunk=False)


def _likeness(a: Article, b: Article) -> float:
    """0 without texts; the cheap bound first, since most pairs are unlike."""
    if not a.text or not b.text:
        return 0.0
    matcher = _matcher(a, b)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0
