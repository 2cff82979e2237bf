"""Where a name stands in a text, however it is written there, and the text with it masked, as long as it was."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote

from unigraph.article_masks import MASK
from unigraph.lexicons.scripts import plain, simplify_name, traditionalize
from unigraph.model import Article, Span
from unigraph.resolution import pinyin

__all__ = ["Hit", "Mask", "find_names", "fold_name", "mask_names", "mask_spans"]

_SKIPPED = frozenset("\t·•・‧")
_SKIPPED_CATEGORIES = frozenset({"Zs", "Cf"})
_ENCODINGS = ("utf-8", "gb18030", "big5")
_SHORTEST = 2
"""Characters of a name; one alone names nobody."""


class Hit(NamedTuple):
    """Where a name stands, and the name as it is compared."""

    begin: int
    end: int
    name: str


@dataclass(frozen=True)
class Mask:
    """What is masked of one article: stretches of its text, and names wherever else they stand."""

    spans: tuple[Span, ...]
    names: frozenset[str]

    def of(self, article: Article) -> Article:
        """The article, masked; all that is not masked stays at its place."""
        return replace(
            article,
            text=mask_spans(article.text, self.spans),
            title=self.field(article.title),
            publisher=self.field(article.publisher),
            page=self.field(article.page),
            url=self.field(article.url),
            sources=tuple(map(self.field, article.sources)),
        )

    def field(self, text: str) -> str:
        """A text beside the article's own, masked."""
        return mask_names(text, self.names)

    @property
    def size(self) -> int:
        """Characters of the text that are masked."""
        return sum(end - begin for begin, end in self.spans)


def fold_name(name: str) -> str:
    """A name as it is compared: in simplified characters of one width, without spaces and dots.

    >>> fold_name("羅 映雪"), fold_name("阿依古丽·买买提")
    ('罗映雪', '阿依古丽买买提')
    """
    return _folded(name)[0]


def _folded(text: str) -> tuple[str, list[int]]:
    """A text without what may stand within a name, and where each character of it stood."""
    kept, places = [], []
    for place, char in enumerate(plain(text)):
        if char in _SKIPPED or unicodedata.category(char) in _SKIPPED_CATEGORIES:
            continue
        narrow = char if "\u3400" <= char <= "\u9fff" else unicodedata.normalize("NFKC", char).lower()
        kept.append(narrow if len(narrow) == 1 else char)
        places.append(place)
    return "".join(kept), places


def find_names(text: str, lengths: Iterable[int], wanted: Callable[[str], bool]) -> Iterator[Hit]:
    """All places where a name of some lengths stands that is wanted, by its form of comparison.

    Spaces may stand within it, line breaks and punctuation may not.
    """
    folded, places = _folded(text)
    for length in sorted(lengths):
        for at in range(len(folded) - length + 1):
            name = folded[at : at + length]
            if wanted(name):
                yield Hit(places[at], places[at + length - 1] + 1, name)


def mask_spans(text: str, spans: Iterable[Span]) -> str:
    """A text with some stretches masked; its length does not change.

    >>> mask_spans("何静出席", [Span(0, 2)])
    '██出席'
    """
    out = list(text)
    for begin, end in spans:
        out[begin:end] = MASK * (end - begin)
    return "".join(out)


def mask_names(text: str, names: Iterable[str]) -> str:
    """A text with some names masked, also in pinyin and as addresses escape them.

    >>> mask_names("何 静-2.txt", ["何静"]), mask_names("/he-jing/%E4%BD%95%E9%9D%99", ["何静"])
    ('███-2.txt', '/███████/██████████████████')
    """
    wanted = frozenset(n for n in names if len(n) >= _SHORTEST)
    if not wanted or not text:
        return text
    spans = [Span(h.begin, h.end) for h in find_names(text, {len(n) for n in wanted}, wanted.__contains__)]
    return mask_spans(text, [*spans, *spelt(text, wanted)])


def spelt(text: str, names: frozenset[str]) -> Iterator[Span]:
    """Where names stand in other letters than their own."""
    if text.isascii() or re.search("[A-Za-z]{2}", text):
        yield from (Span(*m.span()) for m in _spelling(names).finditer(text))


@lru_cache(maxsize=64)
def _spelling(names: frozenset[str]) -> re.Pattern[str]:
    """Names in pinyin, as words of their own, and escaped by bytes or code points."""
    forms = []
    for name in sorted(names):
        syllables = pinyin(name, person=True).split()
        if len(syllables) > 1:
            forms.append(rf"(?<![A-Za-z]){'[-_ .+]?'.join(syllables)}(?![A-Za-z])")
        for written in {name, simplify_name(name), traditionalize(name)}:
            forms += (re.escape(e) for e in _escapes(written))
    return re.compile("|".join(forms) or r"(?!)", re.IGNORECASE)


def _escapes(name: str) -> Iterator[str]:
    for encoding in _ENCODINGS:
        try:
            yield quote(name, safe="", encoding=encoding)
        except UnicodeEncodeError:
            continue
    yield "".join(f"%u{ord(c):04X}" for c in name)
    yield "".join(f"\\u{ord(c):04X}" for c in name)
