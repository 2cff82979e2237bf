"""An article made ready to read: folded text, sentences, clauses, and the stretches that state no facts."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from unigraph.lexicons.scripts import simplify
from unigraph.model import Article, Span

__all__ = ["Document", "fold", "sentences"]

_WIDTH = {ord(a): b for a, b in zip(",;:!?()~", "，；：！？（）～", strict=True)}
_WIDTH |= {c: chr(c - 0xFEE0) for c in range(0xFF10, 0xFF1A)}  # full-width digits
_WIDTH |= {c: chr(c - 0xFEE0) for c in (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}  # and letters
_WIDTH |= {ord(c): "·" for c in "•・‧∙"} | {0x3000: " ", 0xA0: " ", ord("﹣"): "-", ord("－"): "-"}
_SENTENCE = re.compile(r"[^。！？\n]*(?:[。！？]+[”’』」）]*|\n|$)")
_LONGEST = 800
"""Characters; the longest sentence of the genre has some four hundred."""
_STOP = re.compile(r"[。！？\n]")
_CLAUSE = re.compile(r"[，；：。！？\n]")


def fold(text: str) -> str:
    """The text in one width and one script; every character stays at its place."""
    return simplify(text).translate(_WIDTH)


def sentences(folded: str) -> tuple[Span, ...]:
    """The sentences of a folded text, without the white space around them."""
    out = []
    for match in _SENTENCE.finditer(folded):
        begin, end = match.span()
        while begin < end and folded[begin].isspace():
            begin += 1
        while end > begin and folded[end - 1].isspace():
            end -= 1
        out += _bounded(folded, begin, end)
    return tuple(out)


def _bounded(folded: str, begin: int, end: int) -> list[Span]:
    """A sentence, or its pieces where it has no end for so long that it can be no sentence."""
    out = []
    while end - begin > _LONGEST:
        mark = folded.rfind("，", begin + 1, begin + _LONGEST)
        cut = mark + 1 if mark > 0 else begin + _LONGEST
        out.append(Span(begin, cut))
        begin = cut
        while begin < end and folded[begin].isspace():
            begin += 1
    return [*out, Span(begin, end)] if begin < end else out


@dataclass(frozen=True)
class Document:
    """An article with its folded text, of the same length as ``article.text``, and its sentences.

    ``simple`` is folded in script alone: names are taken from it, so that all that is found has one script, and
    :mod:`unigraph.article_script` writes it as the article does in the end.
    """

    article: Article
    text: str
    simple: str
    sentences: tuple[Span, ...]

    @classmethod
    def of(cls, article: Article) -> Document:
        """Fold and split an article."""
        simple = simplify(article.text)
        text = simple.translate(_WIDTH)
        return cls(article, text, simple, sentences(text))

    @cached_property
    def _starts(self) -> list[int]:
        return [s.begin for s in self.sentences]

    def sentence_at(self, position: int) -> int:
        """The index of the sentence at a position."""
        at = bisect_right(self._starts, position) - 1
        return at if at > 0 else 0

    def clause_start(self, position: int) -> int:
        """Where the clause that holds a position begins: after the last clause mark of its sentence."""
        starts = self._starts
        begin = starts[max(0, bisect_right(starts, position) - 1)] if starts else 0
        at = bisect_left(self._marks, position) - 1
        mark = self._marks[at] if at >= 0 else -1
        return begin if mark < begin else mark + 1

    def clause_end(self, position: int) -> int:
        """Where the clause that holds a position ends."""
        end = self.sentences[self.sentence_at(position)].end if self.sentences else len(self.text)
        at = bisect_left(self._marks, position)
        return min(end, self._marks[at]) if at < len(self._marks) else end

    def between(self, begin: int, end: int) -> Span:
        """The range between the last full stop or line end before a place, and the first behind another."""
        stops = self._stops
        before, behind = bisect_left(stops, begin), bisect_left(stops, end)
        return Span(stops[before - 1] + 1 if before else 0, stops[behind] if behind < len(stops) else len(self.text))

    @cached_property
    def _stops(self) -> list[int]:
        return [m.start() for m in _STOP.finditer(self.text)]

    @cached_property
    def _marks(self) -> list[int]:
        return [m.start() for m in _CLAUSE.finditer(self.text)]

    @cached_property
    def title_end(self) -> int:
        """The length of the headline's line; 0 where there is none."""
        if not self.article.title:
            return 0
        end = self.text.find("\n")
        return len(self.text) if end < 0 else end

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The lines of the text that are not empty."""
        return tuple(Span(*m.span()) for m in re.finditer(r"[^\n]+", self.text))
