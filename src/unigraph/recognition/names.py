"""Where a person's name ends: surname and given name, weighed against the words that could follow.

The text has no spaces, so 邓菲主持 could be 邓菲/主持 or 邓菲主/持. A reading is scored by what follows it (a mark, a
word that follows names, or any word), by words that it would cut in two, and by how the name recurs in the article.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from unigraph.lexicons import load_stopnames, load_surnames
from unigraph.lexicons.words import words
from unigraph.recognition.segmentation import frequency, tag, word_score

__all__ = ["NameReading", "read_name", "read_name_before"]

_DOTTED = re.compile(r"[\u4e00-\u9fff]{1,7}(?:·[\u4e00-\u9fff]{1,7})+")
_MARK = re.compile(r"[\s，。；：！？、（）“”《》|｜/…—]|$")
_NO_NAME = frozenset("的了在是和与及等也都将被把从向对为着过们这那哪个些各每该此其各，。、；：！？（）“”《》 \n0123456789")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_THREE_PRIOR, _TWO_PRIOR = 0.0, -1.2
_CROSSING = 2.5
_RECURS = 5.0


@dataclass(frozen=True, slots=True)
class NameReading:
    """A name's range and how well it reads: 0 is as good as can be, below about -9 it is no name."""

    begin: int
    end: int
    score: float


@lru_cache(maxsize=1)
def _followers() -> tuple[frozenset[str], int]:
    found = words("name_follower")
    return found, max(map(len, found))


def follows(text: str, at: int) -> float:
    """How well the text at a place goes on after a name: 0 for a mark, -1 for a word that follows names."""
    if _MARK.match(text, at):
        return 0.0
    found, longest = _followers()
    for length in range(longest, 0, -1):
        if text[at : at + length] in found:
            return -0.5 if length > 1 else -2.0
    return max(-9.0, word_score(text, at) / 1.2)


def read_name(text: str, begin: int, *, strict: bool = True) -> NameReading | None:
    """The name that begins at a place, or ``None``. ``strict`` asks for a known surname."""
    dotted = _DOTTED.match(text, begin)
    if dotted:
        return NameReading(begin, dotted.end(), 0.0)
    readings = [r for r in _readings(text, begin, strict)]
    return max(readings, key=lambda r: (r.score, r.end), default=None)


def read_name_before(text: str, end: int, accept: Callable[[str], bool] = lambda _: True) -> NameReading | None:
    """The name that ends at a place, such as 常凯 before 教授."""
    surnames = load_surnames()
    best: NameReading | None = None
    for length in (2, 3, 4):
        begin = end - length
        if begin < 0 or not _shape(text[begin:end]):
            continue
        name = text[begin:end]
        compound = name[:2] in surnames.compound and length > 2
        if not (compound or (name[0] in surnames.single and length < 4)) or not accept(name) or _blocked(name):
            continue
        before = text[begin - 1 : begin]
        edge = 0.0 if not before or not _HAN.match(before) else -2.0 + (1.5 if before in "由是有请和与及为对向" else 0.0)
        score = edge + (_THREE_PRIOR if length == 3 or compound else _TWO_PRIOR)
        if best is None or score > best.score:
            best = NameReading(begin, end, score)
    return best


def _shape(name: str) -> bool:
    return all(_HAN.match(c) and c not in _NO_NAME for c in name)


@lru_cache(maxsize=50_000)
def _blocked(name: str) -> bool:
    """Whether a string is a general word and so no name."""
    if name in load_stopnames():
        return True
    if len(name) > 2 and any(name[i : i + 2] in words("boundary") and frequency(name[i : i + 2]) > 0 for i in (0, 1)):
        return True
    return frequency(name) > 40 and not tag(name).startswith("nr") and len(name) > 1


def _lengths(text: str, begin: int, strict: bool) -> tuple[int, ...]:
    surnames = load_surnames()
    if text[begin : begin + 2] in surnames.compound:
        return (4, 3)
    if text[begin : begin + 1] in surnames.single:
        return (3, 2)
    return () if strict else (4, 3, 2)


def _readings(text: str, begin: int, strict: bool) -> list[NameReading]:
    out = []
    for length in _lengths(text, begin, strict):
        end = begin + length
        name = text[begin:end]
        if len(name) < length or not _shape(name) or _blocked(name):
            continue
        score = (_THREE_PRIOR if length >= 3 else _TWO_PRIOR) + follows(text, end) + _crossing(text, end)
        score += _recurrence(text, begin, length)
        out.append(NameReading(begin, end, score))
    return out


def _crossing(text: str, end: int) -> float:
    """A penalty where the name's last and the next character make a common word."""
    pair = text[end - 1 : end + 1]
    if _MARK.match(text, end) or len(pair) < 2:
        return 0.0
    return -_CROSSING if frequency(pair) > 300 and pair not in words("name_follower") else 0.0


def _recurrence(text: str, begin: int, length: int) -> float:
    """A bonus where the name stands elsewhere in the text and a longer or shorter reading does not."""
    if length not in (2, 3):
        return 0.0
    two, three = text.count(text[begin : begin + 2]), text.count(text[begin : begin + 3])
    if two < 2:
        return 0.0
    if length == 3:
        return _RECURS if three == two else 0.0
    return _RECURS if three < two else 0.0
