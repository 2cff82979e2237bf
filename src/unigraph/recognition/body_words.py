"""The automata that find the ends of bodies' names: head nouns, organs of divisions, national bodies, companies."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from unigraph.lexicons import load_companies, load_national_bodies, load_organs
from unigraph.ontology import Ontology
from unigraph.recognition.body_forms import organ_class, organ_names
from unigraph.recognition.segmentation import frequency, tag
from unigraph.recognition.word_lists import WordList

__all__ = ["Matcher", "company_names", "head_nouns", "national_names", "organs"]

_APART = ("Event", "Position", "Award", "Person")


class Matcher:
    """Words to look for, each with what it stands for."""

    def __init__(self, words: dict[str, tuple[str, ...]]) -> None:
        self._items = sorted(words.items())
        self._words = WordList(word for word, _ in self._items)
        self.longest_by_end = lru_cache(maxsize=1)(self._longest_by_end)  # several readers ask for one text
        self.longest_by_begin = lru_cache(maxsize=1)(self._longest_by_begin)

    def _longest_by_end(self, text: str) -> Mapping[int, tuple[int, tuple[str, ...]]]:
        """The longest word at each end: its begin and what it stands for, in the order of the text."""
        out: dict[int, tuple[int, tuple[str, ...]]] = {}
        for index, begin, end in self._words.places(text):
            if end not in out:
                out[end] = (begin, self._items[index][1])
        return MappingProxyType(out)

    def _longest_by_begin(self, text: str) -> Mapping[int, tuple[int, tuple[str, ...]]]:
        """The longest word at each begin: its end and what it stands for, in the order of the text."""
        out: dict[int, tuple[int, tuple[str, ...]]] = {}
        for index, begin, end in self._words.places(text):
            if begin not in out or end > out[begin][0]:
                out[begin] = (end, self._items[index][1])
        return MappingProxyType(dict(sorted(out.items())))


@lru_cache(maxsize=4)
def head_nouns(ontology: Ontology) -> Matcher:
    """The head nouns of all classes of bodies and places, and the organs of the lexicon, with their class."""
    nouns = {
        word: cls
        for word, cls in ontology.words("headNoun").items()
        if not any(ontology.is_a(cls, root) for root in _APART)
    }
    for organ in load_organs():
        if organ.cls in ontology.classes and len(organ.short) > 1:
            nouns.setdefault(organ.short, organ.cls)
            if "…" not in organ.full:
                nouns.setdefault(organ.full, organ.cls)
    return Matcher({word: (cls,) for word, cls in nouns.items()})


@lru_cache(maxsize=1)
def organs() -> Matcher:
    """The bodies that stand right after a division's name, with their class."""
    return Matcher({name: (organ_class(name),) for name in organ_names()})


@lru_cache(maxsize=1)
def national_names() -> Matcher:
    """National bodies by each of their names, with full name and class."""
    names: dict[str, tuple[str, ...]] = {}
    for body in load_national_bodies():
        for name in (body.full, body.short):
            if len(name) > 1:
                names.setdefault(name, (body.full, body.cls))
    return Matcher(names)


@lru_cache(maxsize=1)
def company_names() -> Matcher:
    """Well-known companies by their short names, but for those that are ordinary words."""
    kept: dict[str, tuple[str, ...]] = {
        n: (full,) for n, full in load_companies().items() if len(n) > 1 and _namelike(n)
    }
    return Matcher(kept)


def _namelike(name: str) -> bool:
    return tag(name) in ("nz", "nt", "nr", "nrt", "j") or (frequency(name) <= 600 and tag(name) == "x")
