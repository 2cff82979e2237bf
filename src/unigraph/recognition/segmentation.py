"""Words and their parts of speech, by jieba's dictionary.

It is asked for stretches of a clause, not whole articles: the words left of a head noun, the words right of a name.
jieba's own cache file in the temporary folder is not used, so nothing is written and every run is alike.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from unigraph.lexicons import load_companies
from unigraph.lexicons.words import words
from unigraph.recognition.memo import Memo

__all__ = ["Token", "cut", "frequencies", "frequency", "tag", "total"]

_NAME_FREQUENCY = 600
"""How common a name from the lexicons is taken to be: enough to outweigh its split into common characters."""


_NEVER = -1e300
"""Less than the log probability of any words, and more than that of no word."""
_WORDS = re.compile(r"([\u4e00-\u9fd5a-zA-Z0-9+#&._%\-]+)")
"""What jieba cuts into words; all else is single characters."""
_LETTER = re.compile("[a-zA-Z0-9]")
_MARKS = re.compile(r"\r\n|.", re.DOTALL)


class Token(NamedTuple):
    """A word at its place in the segmented stretch."""

    text: str
    begin: int
    end: int


class _Dictionary(NamedTuple):
    """jieba's dictionary: how frequent words are, 0 for what only begins one, and their parts of speech."""

    frequencies: dict[str, int]
    tags: dict[str, str]
    total: int


@lru_cache(maxsize=1)
def _jieba() -> _Dictionary:
    listed = _dictionary().read_text(encoding="utf-8").split()  # word, count, part of speech, word, …
    words, counts = listed[0::3], list(map(int, listed[1::3]))
    frequencies, tags, total = (
        dict(zip(words, counts, strict=True)),
        dict(zip(words, listed[2::3], strict=True)),
        sum(counts),
    )
    names = [name for name in _names() if name not in frequencies]
    frequencies |= dict.fromkeys(names, _NAME_FREQUENCY)
    tags |= dict.fromkeys(names, "nz")
    return _Dictionary(dict.fromkeys(_beginnings(frequencies), 0) | frequencies, tags, total)


def _dictionary() -> Path:
    """The file of jieba's words, found without importing jieba, which takes a tenth of a second."""
    package = find_spec("jieba")
    assert package is not None and package.submodule_search_locations
    return Path(package.submodule_search_locations[0]) / "dict.txt"


def _beginnings(words: Iterable[str]) -> set[str]:
    """All that words begin with, without the last character of each."""
    found = set[str]()
    while words:
        words = {word[:-1] for word in words if len(word) > 1} - found
        found |= words
    return found


def _names() -> set[str]:
    """Names that jieba's dictionary lacks: companies by their short names, the marks that groups share (中铁), and the short words that end their names (能投)."""
    return {*load_companies(), *words("brand"), *words("trade")}


def cut(text: str, at: int = 0) -> list[Token]:
    """The words of a stretch of text that begins at a place; unknown strings fall into single characters."""
    found = _words(text)
    places = [*accumulate(map(len, found), initial=at)]
    return [*map(Token, found, places, places[1:])]


@lru_cache(maxsize=20_000)
def _words(text: str) -> tuple[str, ...]:
    """As ``jieba.cut`` has them without its model for unknown words, in half its time."""
    out: list[str] = []
    for index, block in enumerate(_WORDS.split(text)):
        out += _best_words(block) if index % 2 else _MARKS.findall(block)
    return tuple(out)


def _best_words(block: str) -> Iterable[str]:
    """The likeliest way to cut a block; letters and digits that no word holds stay together."""
    ends, words, begin = _best_ends(block), list[str](), 0
    while begin < len(block):
        words.append(block[begin : ends[begin]])
        begin = ends[begin]
    return _lettered(words) if _LETTER.search(block) else words


def _lettered(words: Iterable[str]) -> Iterator[str]:
    letters = ""
    for word in words:
        if len(word) == 1 and word.isascii() and word.isalnum():
            letters += word
            continue
        if letters:
            yield letters
            letters = ""
        yield word
    if letters:
        yield letters


def _best_ends(block: str) -> list[int]:
    """Where the first word of the likeliest way to cut the rest of a block ends, by where the rest begins."""
    size, logs = len(block), math.log(_jieba().total)
    scores, ends = [0.0] * (size + 1), [0] * size
    for begin in range(size - 1, -1, -1):
        best, best_end = _NEVER, begin + 1
        for end in range(begin + 1, size + 1):
            weight = _weights[block[begin:end]]
            if weight > 0:  # no longer word begins so either
                break
            score = weight + scores[end]
            if score >= best:
                best, best_end = score, end
        scores[begin] = best if best > _NEVER else scores[best_end] - logs
        ends[begin] = best_end
    return ends


def _weight(word: str) -> float:
    """The log probability of a word; minus infinity for what only begins one, and 1 for what does not."""
    count = _jieba().frequencies.get(word)
    if count is None:
        return 1.0
    return math.log(count) - math.log(_jieba().total) if count else -math.inf


_weights = Memo(_weight)


def tag(word: str) -> str:
    """jieba's part of speech, ``x`` for a word that its dictionary has not."""
    return _jieba().tags.get(word, "x")


def frequency(word: str) -> int:
    """How often jieba's corpus has a word; 0 for an unknown one."""
    return _jieba().frequencies.get(word, 0)


def frequencies() -> Mapping[str, int]:
    """How often jieba's corpus has each word, and 0 for every string that only begins a word."""
    return _jieba().frequencies


def total() -> int:
    """How many words jieba's corpus has."""
    return _jieba().total
