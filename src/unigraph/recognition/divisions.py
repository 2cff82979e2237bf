"""Administrative divisions in a text, and the place that an article speaks from.

``市总工会`` and ``区委`` are resolved by the article's own division: the one whose bodies stand in the headline and the
lead, else the one named most.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from unigraph.lexicons import Division, load_gazetteer
from unigraph.recognition.document import Document

__all__ = ["LEVEL_WORDS", "Context", "DivisionHit", "context_of", "find_divisions"]

LEVEL_WORDS = {
    "省": ("省", "自治区"),
    "自治区": ("自治区",),
    "市": ("市",),
    "州": ("自治州", "州"),
    "盟": ("盟",),
    "区": ("区",),
    "县": ("县", "自治县"),
    "旗": ("旗", "自治旗"),
    "镇": ("镇",),
    "乡": ("乡",),
    "街道": ("街道",),
}
"""The words by which a text speaks of its own division, and how that division's name may end."""

_BODY_AFTER = re.compile(r"总工会|工会|委|人大|政协|人民政府|政府|总[，。、党]")


@dataclass(frozen=True, slots=True)
class DivisionHit:
    """A division named in the text; several where the name is shared. ``full`` where the name is not a short one."""

    begin: int
    end: int
    candidates: tuple[Division, ...]
    full: bool


@dataclass(frozen=True, slots=True)
class Context:
    """The divisions that an article speaks from, the narrowest first, and those of them that are certain.

    ``names`` are the divisions' names by the word that a text uses of them: ``{"市": "清远市"}``.
    """

    path: tuple[Division, ...]
    names: tuple[tuple[str, str], ...]

    def name(self, word: str) -> str:
        """The full name of the article's own 市, 区, 县 …; empty where unknown."""
        return dict(self.names).get(word, "")


@lru_cache(maxsize=1)
def _automaton() -> tuple[AhoCorasick, list[str]]:
    names = sorted(set(load_gazetteer().names()))
    return AhoCorasick(names, matchkind=MatchKind.LeftmostLongest), names


def find_divisions(document: Document) -> tuple[DivisionHit, ...]:
    """All names of divisions in a text, longest first; short names only those of counties and above."""
    automaton, names = _automaton()
    gazetteer = load_gazetteer()
    out = []
    for index, begin, end in automaton.find_matches_as_indexes(document.text):
        candidates = gazetteer.named(names[index])
        full = any(d.name == names[index] for d in candidates)
        out.append(DivisionHit(begin, end, candidates, full))
    return tuple(out)


def context_of(document: Document, hits: tuple[DivisionHit, ...]) -> Context:
    """The article's own place, by what its headline and lead say most surely."""
    gazetteer = load_gazetteer()
    scores: Counter[str] = Counter()
    lead_end = document.paragraphs[min(2, len(document.paragraphs) - 1)].end if document.paragraphs else 0
    for hit in hits:
        weight = _weight(document, hit, lead_end)
        for division in hit.candidates:
            for step in gazetteer.path(division.code):
                scores[step.code] += weight / len(hit.candidates)
    own = _own(document, hits, scores, lead_end)
    path = tuple(reversed(gazetteer.path(own.code))) if own else ()
    return Context(path, tuple(_names(path, hits, scores)))


def _weight(document: Document, hit: DivisionHit, lead_end: int) -> float:
    base = 4.0 if hit.end <= document.title_end else 2.0 if hit.end <= lead_end else 1.0
    if _BODY_AFTER.match(document.text, hit.end):
        base *= 2.0
    return base if hit.full else base * 0.6


def _own(document: Document, hits: tuple[DivisionHit, ...], scores: Counter[str], lead_end: int) -> Division | None:
    """The narrowest division whose bodies act in headline or lead; else the best scored one."""

    def rank(division: Division) -> float:
        return scores[division.code] + 0.01 * len(division.code)

    bodies = [
        max(hit.candidates, key=lambda d: (scores[d.parent or d.code], d.code))
        for hit in hits
        if hit.begin < lead_end and _BODY_AFTER.match(document.text, hit.end)
    ]
    narrow = [d for d in bodies if d.level in ("prefecture", "county", "town")]
    if narrow:
        counts = Counter(d.code for d in narrow)
        return max(narrow, key=lambda d: (counts[d.code] * scores[d.code], rank(d), d.code))
    candidates = [d for hit in hits for d in hit.candidates if d.level != "town" or hit.full]
    return max(candidates, key=lambda d: (rank(d), d.code), default=None)


def _names(path: tuple[Division, ...], hits: tuple[DivisionHit, ...], scores: Counter[str]) -> list[tuple[str, str]]:
    named = [d for hit in hits if hit.full for d in hit.candidates]
    out = []
    for word, endings in LEVEL_WORDS.items():
        own = next((d for d in path if d.name.endswith(endings)), None)
        if own is None:
            others = [d for d in named if d.name.endswith(endings)]
            own = max(others, key=lambda d: (scores[d.code], d.code), default=None)
        if own is None and word == "省" and path and path[-1].name.endswith(("省", "自治区")):
            own = path[-1]
        if own is not None:
            out.append((word, own.name))
    return out
