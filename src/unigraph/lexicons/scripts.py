"""Traditional characters read as simplified ones, one for one, so that offsets stay as written; and back again.

Some characters stand in texts of both scripts: 乾 in 乾县 and 饼乾, 於 as a surname and as a preposition. They are kept
in a text that is otherwise simplified, and in the phrases of ``traditional_phrases.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from unigraph._resources import PACKAGE

__all__ = ["is_traditional", "plain", "simplify", "simplify_name", "traditional_pairs", "traditionalize"]


class _Tables(NamedTuple):
    """``certain`` and ``shared``: traditional characters that no simplified text has, and that one may have.

    ``named`` are those of either that a person's name does not keep.
    """

    certain: dict[int, str]
    shared: dict[int, str]
    named: dict[int, str]
    phrases: dict[str, str]
    phrase: re.Pattern[str]
    fuller: dict[int, str]
    fuller_name: re.Pattern[str]
    fuller_names: dict[str, str]
    only_traditional: re.Pattern[str]
    only_simplified: re.Pattern[str]


def _rows(name: str) -> list[list[str]]:
    lines = (PACKAGE / "lexicons" / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line]


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    simpler, fuller = _rows("traditional.tsv"), _rows("simplified.tsv")
    phrases = {row[0]: row[1] for row in _rows("traditional_phrases.tsv")}
    names = {row[0]: row[1] for row in fuller if len(row[0]) > 1}
    certain = {ord(row[0]): row[1] for row in simpler if len(row) == 2}
    return _Tables(
        certain=certain,
        shared={ord(row[0]): row[1] for row in simpler if len(row) > 2},
        named={ord(row[0]): row[1] for row in simpler if row[2:] != ["name"]},
        phrases=phrases,
        phrase=_any_of(phrases),
        fuller={ord(row[0]): row[1] for row in fuller if row[2:] != ["both"] and len(row[0]) == 1},
        fuller_name=_any_of(names),
        fuller_names=names,
        only_traditional=re.compile(f"[{''.join(map(chr, certain))}]"),
        only_simplified=re.compile(f"[{''.join(row[0] for row in fuller if len(row) == 2 and len(row[0]) == 1)}]"),
    )


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern of words, of those that begin at one place the longest."""
    return re.compile("|".join(sorted(map(re.escape, words), key=lambda w: (-len(w), w))))


def is_traditional(text: str) -> bool:
    """Whether a text holds more characters of the traditional script alone than of the simplified alone.

    >>> is_traditional("香港總工會"), is_traditional("总工会"), is_traditional("乾")
    (True, False, False)
    """
    tables = _tables()
    written = len(tables.only_traditional.findall(text))
    return written > 0 and written > len(tables.only_simplified.findall(text))


def simplify(text: str) -> str:
    """The text in simplified characters; its length does not change.

    >>> simplify("乾燥的乾縣總工會"), simplify("乾县总工会")
    ('干燥的乾县总工会', '乾县总工会')
    """
    tables = _tables()
    if not tables.only_traditional.search(text):
        return text
    if not is_traditional(text):
        return text.translate(tables.certain)
    out: list[str] = []
    end = 0
    for match in tables.phrase.finditer(text):
        out += (_by_character(text[end : match.start()]), tables.phrases[match.group()])
        end = match.end()
    return "".join((*out, _by_character(text[end:])))


def _by_character(text: str) -> str:
    tables = _tables()
    return text.translate(tables.certain).translate(tables.shared)


def simplify_name(name: str) -> str:
    """A person's name in simplified characters, but for those that people keep (乾, 於, 昇).

    >>> simplify_name("於國啟"), simplify_name("陳乾")
    ('於国启', '陈乾')
    """
    return name.translate(_tables().named)


def plain(name: str) -> str:
    """A name to compare others with: every character that has a simpler form in it, whatever the text would keep."""
    return _by_character(simplify(name))


def traditionalize(text: str) -> str:
    """The text in traditional characters; one that stands in both scripts is kept, so that 于都 becomes no 於都.

    >>> traditionalize("云南省总工会"), traditionalize("于都县")
    ('雲南省總工會', '于都縣')
    """
    tables = _tables()
    return tables.fuller_name.sub(lambda m: tables.fuller_names[m.group()], text).translate(tables.fuller)


def traditional_pairs(characters: frozenset[str]) -> dict[str, str]:
    """Traditional characters with their simplified ones, as :func:`plain` has them, of those that lead into a set."""
    tables = _tables()
    pairs = {chr(key): to for key, to in (*tables.certain.items(), *tables.shared.items())}
    return {key: to for key, to in sorted(pairs.items()) if to in characters}
