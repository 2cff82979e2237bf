"""The cue words of the ontology's predicates, where they stand in a text."""

from __future__ import annotations

from functools import lru_cache

from unigraph.ontology import Ontology
from unigraph.recognition.document import Document
from unigraph.recognition.found import Index
from unigraph.recognition.word_lists import WordList
from unigraph.relation.parts import Cue

__all__ = ["cues_outside", "find_cues"]

_BEFORE_HOLDING = frozenset("承协主联合举筹创兴")
_BEFORE_WORK = frozenset("工写操合协著制")


@lru_cache(maxsize=4)
def _words(ontology: Ontology) -> tuple[WordList, list[tuple[str, list[tuple[str, bool]]]]]:
    words: dict[str, list[tuple[str, bool]]] = {}
    for name, predicate in sorted(ontology.predicates.items()):
        for word in predicate.cues:
            words.setdefault(word, []).append((name, False))
        for word in predicate.label_cues:
            words.setdefault(word, []).append((name, True))
    items = sorted(words.items())
    return WordList(word for word, _ in items), items


def find_cues(document: Document, ontology: Ontology) -> dict[str, tuple[Cue, ...]]:
    """Each predicate's cues in the order of the text; of overlapping ones of a predicate the longest."""
    words, items = _words(ontology)
    found: dict[str, list[Cue]] = {}
    for index, begin, end in words.places(document.text):
        word, uses = items[index]
        if word[0] == "作" and document.text[begin - 1 : begin] in _BEFORE_WORK:
            continue  # 工作报告 is no 作报告
        if word[0] == "办" and document.text[begin - 1 : begin] in _BEFORE_HOLDING:
            continue  # nor is 承办了 办了
        for predicate, label in uses:
            found.setdefault(predicate, []).append(Cue(begin, end, word, predicate, label))
    return {name: _longest(cues) for name, cues in found.items()}


def cues_outside(cues: dict[str, tuple[Cue, ...]], names: Index) -> dict[str, tuple[Cue, ...]]:
    """The cues that stand in no name or title: 主持日常工作的副书记 chairs nothing."""
    return {name: tuple(c for c in found if names.covering(c.begin) is None) for name, found in cues.items()}


def _longest(cues: list[Cue]) -> tuple[Cue, ...]:
    taken: list[Cue] = []
    for cue in sorted(cues, key=lambda c: (c.begin, -c.end)):
        if not taken or cue.begin >= taken[-1].end:
            taken.append(cue)
    return tuple(taken)
