"""What a user's ontology adds to recognition: narrower classes of bodies, and verbs that bound names.

Everything here does nothing with our ontology alone, whose classes and predicates have recognisers of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from unigraph.ontology import Ontology
from unigraph.recognition.document import fold
from unigraph.recognition.found import Found

__all__ = ["is_own", "narrowed", "own_verbs"]


def is_own(name: str) -> bool:
    """Whether a class or predicate is a user's: its name is a full IRI."""
    return ":" in name


def narrowed(found: Iterable[Found], ontology: Ontology) -> tuple[Found, ...]:
    """Things with the user's class where its head noun ends their name and it stands below the class they have.

    A cue of the user's predicates at the head of a name (资助某公司) is taken off.
    """
    nouns, verbs = _own_nouns(ontology), own_verbs(ontology)
    things = (_without_verb(f, verbs) for f in found) if verbs else found
    return tuple(f._replace(cls=_narrowest(f, nouns, ontology)) for f in things) if nouns else tuple(things)


def _without_verb(found: Found, verbs: re.Pattern[str]) -> Found:
    match = verbs.match(fold(found.name))
    if match is None or match.end() > len(found.name) - 2:
        return found
    return found._replace(begin=found.begin + match.end(), name=found.name[match.end() :], aliases=())


@lru_cache(maxsize=4)
def _own_nouns(ontology: Ontology) -> tuple[tuple[str, str], ...]:
    nouns = ((fold(word), cls) for word, cls in ontology.words("headNoun").items() if is_own(cls))
    return tuple(sorted(nouns, key=lambda x: (-len(x[0]), x)))


def _narrowest(found: Found, nouns: tuple[tuple[str, str], ...], ontology: Ontology) -> str:
    name = fold(found.name)
    return next((cls for word, cls in nouns if name.endswith(word) and ontology.is_a(cls, found.cls)), found.cls)


@lru_cache(maxsize=4)
def own_verbs(ontology: Ontology) -> re.Pattern[str] | None:
    """A pattern for the cues of the user's predicates; ``None`` where there are none."""
    cues = {fold(c) for name, predicate in ontology.predicates.items() if is_own(name) for c in predicate.cues}
    return re.compile("|".join(sorted(map(re.escape, cues), key=lambda c: (-len(c), c)))) if cues else None
