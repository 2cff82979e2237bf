"""The tables of both scripts, from OpenCC's dictionaries: see ``src/unigraph/lexicons/SOURCES.md``."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from unigraph.lexicons import load_surnames

__all__ = ["Scripts"]

NAMED_OFTEN = 100
"""Of ten million: a traditional character that so many given names of mainland people hold stands in simplified texts."""

SHARED = frozenset("著")
"""Variants that are of the mainland's set, in other words than these: 著名 everywhere, 沿著 for 沿着 in Taiwan alone."""

KEPT = frozenset("昇")
"""In the mainland's standard table of 2013 again, for names, which is not told by the dictionaries of characters."""

NOT_SO = ("苏仙", "徐汇", "浮梁", "石拐", "新干", "凌河")
"""Places that OpenCC's phrases write wrongly (甦仙, 徐彙): their characters alone come out right."""


@dataclass(frozen=True)
class Scripts:
    """OpenCC's dictionaries: what each character or phrase may become, the likeliest first."""

    simpler: Mapping[str, list[str]]
    fuller: Mapping[str, list[str]]
    simpler_phrases: Mapping[str, list[str]]
    fuller_phrases: Mapping[str, list[str]]
    variants: Mapping[str, str]
    variant_phrases: Mapping[str, str]

    @classmethod
    def read(cls, folder: Path) -> Scripts:
        """From the folder of the unpacked package."""

        def table(name: str) -> dict[str, list[str]]:
            lines = next(folder.rglob(f"{name}.txt")).read_text(encoding="utf-8").splitlines()
            return {key: to.split() for key, _, to in (line.partition("\t") for line in lines) if to}

        def first(*names: str) -> dict[str, str]:
            return {key: to[0] for name in names for key, to in table(name).items()}

        return cls(
            table("TSCharacters"),
            table("STCharacters"),
            table("TSPhrases"),
            table("STPhrases"),
            first("TWVariantsRev", "HKVariantsRev"),
            first("TWVariantsRevPhrases", "HKVariantsRevPhrases"),
        )

    def traditional(self, division: Collection[str], given: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
        """Characters with their simplified forms, and whether the character stands in simplified texts too.

        ``name`` where people keep it in their names, ``both`` where it is but found there.
        """
        kept = {char for char, to in self.simpler.items() if char in to} | {*load_surnames().single, *KEPT, *SHARED}
        often = {char for char, count in given if int(count) >= NAMED_OFTEN}

        def mark(char: str) -> tuple[str, ...]:
            if char in kept:
                return ("name",)
            return ("both",) if char in division or char in often or _of_the_mainland(char) else ()

        return [(char, to, *mark(char)) for char, to in sorted(self._characters().items())]

    def phrases(self) -> list[tuple[str, str]]:
        """Phrases whose simplified form is not that of their characters, and as long."""
        found = {key: to[0] for key, to in self.simpler_phrases.items()}
        for phrase, standard in self.variant_phrases.items():
            found.setdefault(phrase, found.get(standard) or "".join(map(self._simplified, standard)))
        characters = self._characters()
        return sorted(
            (phrase, to)
            for phrase, to in found.items()
            if len(phrase) == len(to) and to != "".join(characters.get(c, c) for c in phrase)
        )

    def simplified(self, divisions: Iterable[str]) -> list[tuple[str, ...]]:
        """Characters with their likeliest traditional forms; ``both`` where the character stands in such texts too.

        With them divisions' names whose form is not that of the other characters (云南, where 云 stands in both).
        """
        rows = sorted(
            (char, to) for char, to in self.fuller.items() if to[0] != char and _plain(char) and _plain(to[0])
        )
        shared = {char for char, to in rows if char in to and _of_taiwan(char)}
        certain = {char: to[0] for char, to in rows if char not in shared}
        full = {
            name: self.fuller_phrases[name][0]
            for name in divisions
            if name in self.fuller_phrases and not name.startswith(NOT_SO)
        }
        named = {name: to for name, to in full.items() if to != "".join(certain.get(c, c) for c in name)}
        return [*((char, to[0], *(("both",) if char in shared else ())) for char, to in rows), *sorted(named.items())]

    def _characters(self) -> dict[str, str]:
        """One for one, in the basic plane: OpenCC's own, and the variants of Hong Kong and Taiwan."""
        found = {char: to[0] for char, to in self.simpler.items()}
        for variant, standard in self.variants.items():
            pair = {variant, standard}
            plain = next((c for c in (self._simplified(standard), *sorted(pair)) if _of_the_mainland(c)), "")
            found |= {c: plain for c in pair if plain and c not in found and (c in SHARED or not _of_the_mainland(c))}
        return {c: to for c, to in found.items() if c != to and _plain(c) and _plain(to)}

    def _simplified(self, char: str) -> str:
        return self.simpler.get(char, [char])[0]


def _of_the_mainland(char: str) -> bool:
    """Whether a character is of the mainland's basic set, GB 2312, which has 後 by oversight."""
    if char == "後":
        return False
    try:
        return len(char.encode("gb2312")) == 2
    except UnicodeEncodeError:
        return False


def _of_taiwan(char: str) -> bool:
    """Whether a character is of the usual ones of Big5, its first level, which ends before C940."""
    try:
        return char.encode("big5") < b"\xc9\x40"
    except UnicodeEncodeError:
        return False


def _plain(char: str) -> bool:
    return len(char) == 1 and "\u3400" <= char <= "\uffff"
