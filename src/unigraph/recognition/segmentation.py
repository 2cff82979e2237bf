"""Words and their parts of speech, by jieba's dictionary.

jieba is asked for stretches of a clause, not whole articles: the words left of a head noun, the words right of a
name. Its own cache file in the temporary folder is not used, so nothing is written and every run is alike.
"""

from __future__ import annotations

import logging
import warnings
from functools import lru_cache
from typing import Any, NamedTuple

from unigraph.lexicons import load_companies
from unigraph.lexicons.words import words

__all__ = ["Token", "cut", "frequency", "tag", "total"]

_NAME_FREQUENCY = 600
"""How common a name from the lexicons is taken to be: enough to outweigh its split into common characters."""


class Token(NamedTuple):
    """A word at its place in the segmented stretch."""

    text: str
    begin: int
    end: int


@lru_cache(maxsize=1)
def _jieba() -> tuple[Any, dict[str, str]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba imports pkg_resources and has invalid escapes
        import jieba
    jieba.setLogLevel(logging.ERROR)
    tokenizer = jieba.Tokenizer()
    frequencies: dict[str, int] = {}
    tags: dict[str, str] = {}
    total = 0
    with tokenizer.get_dict_file() as file:
        for raw in file:
            word, count, pos = raw.decode("utf-8").split(" ")
            frequencies[word] = int(count)
            tags[word] = pos.strip()
            total += int(count)
            for end in range(1, len(word)):
                frequencies.setdefault(word[:end], 0)
    for word in _names():
        if not frequencies.get(word):
            frequencies[word], tags[word] = _NAME_FREQUENCY, "nz"
            for end in range(1, len(word)):
                frequencies.setdefault(word[:end], 0)
    tokenizer.FREQ, tokenizer.total, tokenizer.initialized = frequencies, total, True
    return tokenizer, tags


def _names() -> set[str]:
    """Names that jieba's dictionary lacks: companies by their short names, the marks that groups share (中铁), and the short words that end their names (能投)."""
    return {*load_companies(), *words("brand"), *words("trade")}


@lru_cache(maxsize=20_000)
def cut(text: str) -> tuple[Token, ...]:
    """The words of a stretch of text; unknown strings fall into single characters."""
    out, position = [], 0
    for word in _jieba()[0].cut(text, HMM=False):
        out.append(Token(word, position, position + len(word)))
        position += len(word)
    return tuple(out)


def tag(word: str) -> str:
    """jieba's part of speech, ``x`` for a word that its dictionary has not."""
    return _jieba()[1].get(word, "x")


def frequency(word: str) -> int:
    """How often jieba's corpus has a word; 0 for an unknown one."""
    return int(_jieba()[0].FREQ.get(word, 0))


def total() -> int:
    """How many words jieba's corpus has."""
    return int(_jieba()[0].total)
