"""How names are compared, and how they are spelt in ASCII."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

from unigraph.lexicons import load_surnames
from unigraph.lexicons.scripts import plain, simplify, simplify_name

__all__ = ["digest", "fold", "in_simplified", "pinyin", "preferred", "print_fold", "slug"]

_FOLDED_CATEGORIES = frozenset({"Pd", "Pi", "Pf", "Ps", "Pe", "Pc", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Cn"})
_FOLDED_MARKS = frozenset("'\"`·•・‧、，,。．.：:；;！!？?")
_SYLLABLE = re.compile(r"[A-Za-z0-9]+")
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_SLUG_LENGTH = 40

# Surnames that are read otherwise than the same character elsewhere.
_SURNAMES = {
    "曾": "zeng",
    "单": "shan",
    "仇": "qiu",
    "解": "xie",
    "查": "zha",
    "区": "ou",
    "朴": "piao",
    "缪": "miao",
    "盖": "ge",
    "员": "yun",
    "尉迟": "yuchi",
    "万俟": "moqi",
}


@lru_cache(maxsize=1 << 18)
def fold(name: str, *, person: bool = False) -> str:
    """A name without what printers differ in, script among it: :func:`print_fold` of its simplified form.

    A surname that stands in both scripts stays what it is: 於 and 于 are two families.

    >>> fold("雲山學院") == fold("云山学院"), fold("於海", person=True) == fold("于海", person=True)
    (True, False)
    """
    kept = 1 if person and name[:1] in load_surnames().single else 0
    return print_fold(name[:kept] + plain(name[kept:]) if kept and plain(name[0]) != name[0] else plain(name))


def in_simplified(name: str, *, person: bool = False) -> str:
    """A name in simplified characters; the same where it is."""
    return simplify_name(name) if person else simplify(name)


def preferred(*spellings: str) -> str:
    """Of the spellings of one name a simplified one, else any: the first in the order of characters."""
    return min(spellings, key=lambda s: (simplify(s) != s, s))


@lru_cache(maxsize=1 << 18)
def print_fold(name: str) -> str:
    """A name without width, case, quotes, brackets, dashes, spaces and stops.

    A name made of nothing else is kept as it is, so that no two such names become one.

    >>> print_fold("“一起学”  Ａ班") == print_fold("「一起学」a班")
    True
    """
    wide = unicodedata.normalize("NFKC", name).lower()
    kept = "".join(c for c in wide if c not in _FOLDED_MARKS and unicodedata.category(c) not in _FOLDED_CATEGORIES)
    return kept or name


def digest(*parts: str, size: int = 5) -> str:
    """A short hash of a key, in hexadecimal digits, two a byte."""
    return hashlib.blake2s("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=size).hexdigest()


@lru_cache(maxsize=1 << 18)
def pinyin(name: str, *, person: bool = False) -> str:
    """The name in pinyin without tones, a word a character; empty where it holds no Chinese.

    >>> pinyin("重庆市总工会"), pinyin("曾禾", person=True)
    ('chong qing shi zong gong hui', 'zeng he')
    """
    if not _HAN.search(name):
        return ""
    from pypinyin import lazy_pinyin

    surname = next((s for s in (name[:2], name[:1]) if s in _SURNAMES), "") if person else ""
    rest = unicodedata.normalize("NFKC", name[len(surname) :])
    spelt = lazy_pinyin(rest, errors="default")
    words = [_SURNAMES[surname]] if surname else []
    return " ".join(words + [word for part in spelt for word in _SYLLABLE.findall(part)])


def slug(name: str, *, person: bool = False) -> str:
    """The name as lower-case ASCII letters and digits, at most 40, for an identifier; may be empty.

    It is that of the simplified form, so that both scripts give one.
    """
    name = simplify_name(name) if person else plain(name)
    spelt = pinyin(name, person=person) or unicodedata.normalize("NFKC", name)
    return "".join(_SYLLABLE.findall(spelt)).lower()[:_SLUG_LENGTH]
