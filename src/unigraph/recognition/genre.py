"""Whether an article is of another genre, by its words: foreign affairs, sports and stocks have cues of their own.

What is said of presidents and coaches there reads like our news and means something else: who speaks does so to the
press, who signs does so for a country. Such an article states no facts here, and things are only named in it.
"""

from __future__ import annotations

from functools import lru_cache

from unigraph.lexicons.words import words
from unigraph.recognition.document import Document
from unigraph.recognition.word_lists import WordList

__all__ = ["is_other_genre"]

_FEW = 3
"""Words of other genres that an article of ours may have by chance."""


@lru_cache(maxsize=2)
def _words(kind: str) -> WordList:
    return WordList(sorted(words(kind)))


def _distinct(kind: str, text: str) -> int:
    return len({index for index, _, _ in _words(kind).places(text)})


def is_other_genre(document: Document) -> bool:
    """Whether a text has several words of other genres, and more than twice as many as of ours, each counted once."""
    return _is_other(document.text)


@lru_cache(maxsize=1)
def _is_other(text: str) -> bool:
    other = _distinct("other_genre", text)
    return other >= _FEW and other > 2 * _distinct("own_genre", text)
