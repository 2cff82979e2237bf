"""How well a short stretch of text reads as words, by how frequent they are."""

from __future__ import annotations

import math
from functools import lru_cache

from unigraph.recognition.memo import Memo
from unigraph.recognition.segmentation import frequencies, frequency, tag, total

__all__ = ["words_scores"]


def _word(word: str) -> float:
    """The log probability of a word; 1 for a string of several characters that begins none."""
    if len(word) > 1 and word not in frequencies():
        return 1.0
    count = frequency(word)
    if count and not (len(word) > 1 and tag(word).startswith("nr")):
        return math.log(count / total())
    return math.log(0.5 / total()) if len(word) == 1 else -math.inf


_words = Memo(_word)


@lru_cache(maxsize=50_000)
def words_scores(stretch: str) -> tuple[float, ...]:
    """The log probability of the best way to cut a short stretch into words, from each of its characters on."""
    size = len(stretch)
    best = [-math.inf] * size + [0.0]
    for begin in range(size - 1, -1, -1):
        here = -math.inf
        for end in range(begin + 1, min(begin + 4, size) + 1):
            score = _words[stretch[begin:end]]
            if score > 0:  # no longer word begins so either
                break
            score += best[end]
            if score > here:
                here = score
        best[begin] = here
    return tuple(best)
