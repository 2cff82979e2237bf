"""Titles: 党组书记, 常务副主席, 一级调研员, 劳动关系部部长, each ended by a head noun of the ontology's ``ug:Position``."""

from __future__ import annotations

from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from unigraph.lexicons.words import words
from unigraph.ontology import Ontology
from unigraph.recognition.document import Document

__all__ = ["find_title_heads"]



@lru_cache(maxsize=4)
def _automaton(ontology: Ontology) -> tuple[AhoCorasick, list[tuple[str, bool]]]:
    posts = ontology.classes["Position"].head_nouns if "Position" in ontology.classes else ()
    items = sorted({**{w: True for w in words("role")}, **{w: w in words("role") for w in posts}}.items())
    return AhoCorasick([w for w, _ in items], matchkind=MatchKind.Standard), items


def find_title_heads(document: Document, ontology: Ontology) -> dict[int, tuple[int, bool]]:
    """End of each title head noun to its begin and whether it is a mere role; the longest one at each place."""
    automaton, items = _automaton(ontology)
    longest: dict[int, tuple[int, int]] = {}
    for index, begin, end in automaton.find_matches_as_indexes(document.text, overlapping=True):
        longest[begin] = max(longest.get(begin, (0, 0)), (end, index))
    out: dict[int, tuple[int, bool]] = {}
    for begin, (end, index) in sorted(longest.items()):
        out.setdefault(end, (begin, items[index][1]))
    return out
