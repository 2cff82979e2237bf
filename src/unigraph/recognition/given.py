"""Names that the user gives: where a text writes one, it means what the user says, whatever the rules would read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from unigraph.lexicons import load_gazetteer
from unigraph.ontology import Ontology
from unigraph.recognition.body_forms import ALL_CHINA, division_key
from unigraph.recognition.document import Document, fold
from unigraph.recognition.found import Found, Index

__all__ = ["NO_LEXICON", "Given", "GivenName", "Lexicon", "find_given"]

_UNION = "总工会"
_ALL_CHINA_NAME = "中华全国总工会"


@dataclass(frozen=True, slots=True, order=True)
class GivenName:
    """One name of a user's lexicon: how it is written, the class and the full name of what it means."""

    name: str
    cls: str
    full: str


@dataclass(frozen=True)
class Lexicon:
    """A user's names, sorted and each once. ``version`` is a digest of them, for whatever depends on a lexicon."""

    names: tuple[GivenName, ...] = ()

    @classmethod
    def of(cls, names: Iterable[GivenName]) -> Lexicon:
        """A lexicon of some names, in any order."""
        return cls(tuple(sorted(set(names))))

    @cached_property
    def version(self) -> str:
        """The same for the same names, whatever files and rows they came from."""
        rows = ("\0".join((n.name, n.cls, n.full)) for n in self.names)
        return hashlib.blake2s("\n".join(rows).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()

    def __hash__(self) -> int:
        return hash(self.version)


NO_LEXICON = Lexicon()


class Given:
    """What a lexicon finds in one article: ``events``, ``people``, and all other things as ``bodies``."""

    def __init__(self, found: Iterable[Found], ontology: Ontology, full: Mapping[str, GivenName]) -> None:
        of_kind: dict[str, list[Found]] = {"Event": [], "Person": [], "": []}
        for item in found:
            of_kind[next((k for k in of_kind if k and ontology.is_a(item.cls, k)), "")].append(item)
        self.ontology = ontology
        self.events, self.people, self.bodies = map(tuple, of_kind.values())
        self.things = Index((*self.bodies, *self.people))
        self._full = full

    def with_bodies(self, read: Iterable[Found]) -> tuple[Found, ...]:
        """The bodies that the rules read where they leave ours whole, and ours; ours lend their class to their like."""
        return (*(self._like(f) for f in self.outside(read)), *self.bodies)

    def with_people(self, read: Iterable[Found], reporters: Iterable[Found]) -> tuple[Found, ...]:
        """The persons that the rules read where they leave ours whole, and ours that write no article."""
        wrote = {(r.begin, r.end) for r in reporters}
        ours = (p for p in self.people if (p.begin, p.end) not in wrote)
        return tuple(sorted((*self.outside(read), *ours), key=lambda f: f.begin))

    def with_reporters(self, read: Iterable[Found]) -> tuple[Found, ...]:
        """The reporters where they leave ours whole; one who is ours by our name."""
        if not self.things.items:
            return tuple(read)
        return tuple(named for r in read if (named := self._reporter(r)) is not None)

    def outside(self, read: Iterable[Found]) -> tuple[Found, ...]:
        """Those that touch no given thing."""
        return tuple(f for f in read if not self.things.touching(f.begin, f.end)) if self.things.items else tuple(read)

    def _reporter(self, read: Found) -> Found | None:
        ours = self.things.starting_at(read.begin)
        if ours is None or ours.end != read.end or not self.ontology.is_a(ours.cls, "Person"):
            return None if self.things.touching(read.begin, read.end) else read
        cls = read.cls if self.ontology.is_a(read.cls, ours.cls) else ours.cls
        return ours._replace(cls=cls)

    def _like(self, read: Found) -> Found:
        """A body that the rules call by the full name of one of ours is of its class."""
        ours = self._full.get(fold(read.name))
        if ours is None or self.ontology.is_a(ours.cls, "Event") or self.ontology.is_a(ours.cls, "Person"):
            return read
        return read._replace(cls=ours.cls, name=ours.full)


def find_given(document: Document, ontology: Ontology, lexicon: Lexicon) -> Given:
    """What a lexicon finds: the longest name first, events apart from all else, since their names hold others."""
    if not lexicon.names:
        return Given((), ontology, {})
    patterns, full = _patterns(lexicon)
    matches = [
        (begin, end, patterns.names[index])
        for index, begin, end in patterns.automaton.find_matches_as_indexes(document.text, overlapping=True)
        if _whole(document, begin, end)
    ]
    matches.sort(key=lambda m: (m[0] - m[1], m[0]))
    events = [m for m in matches if ontology.is_a(m[2].cls, "Event")]
    things = [m for m in matches if not ontology.is_a(m[2].cls, "Event")]
    size = len(document.text)
    found = [_found(*m, ontology) for some in (events, things) for m in _apart(some, size)]
    return Given(found, ontology, full)


@dataclass(frozen=True, slots=True)
class _Patterns:
    automaton: AhoCorasick
    names: tuple[GivenName, ...]


@lru_cache(maxsize=4)
def _patterns(lexicon: Lexicon) -> tuple[_Patterns, Mapping[str, GivenName]]:
    """The names to look for, and the things by their full names, where those mean one thing only."""
    meant: dict[str, set[tuple[str, str]]] = {}
    for entry in lexicon.names:
        meant.setdefault(fold(entry.full), set()).add((entry.cls, entry.full))
    full = {k: GivenName(k, *next(iter(v))) for k, v in meant.items() if len(v) == 1}
    names = full | {fold(n.name): n for n in lexicon.names}
    items = sorted(names)
    automaton = AhoCorasick(items, matchkind=MatchKind.Standard)
    return _Patterns(automaton, tuple(names[i] for i in items)), full


def _whole(document: Document, begin: int, end: int) -> bool:
    """Whether a name lies in one sentence and cuts no word of Latin letters or digits in two."""
    text = document.text
    cut = (begin > 0 and _latin(text[begin - 1 : begin + 1])) or _latin(text[end - 1 : end + 1])
    return not cut and document.sentence_at(begin) == document.sentence_at(end - 1)


def _latin(pair: str) -> bool:
    return len(pair) == 2 and pair.isascii() and pair.isalnum()


def _apart(matches: Iterable[tuple[int, int, GivenName]], size: int) -> Iterable[tuple[int, int, GivenName]]:
    """Of matches from the longest to the shortest those that overlap none before them: one of their ends would."""
    taken = bytearray(size)
    for begin, end, name in matches:
        if not taken[begin] and not taken[end - 1]:
            taken[begin:end] = b"\1" * (end - begin)
            yield begin, end, name


def _found(begin: int, end: int, name: GivenName, ontology: Ontology) -> Found:
    aliases = (name.name,) if fold(name.name) != fold(name.full) else ()
    return Found(begin, end, name.cls, name.full, _key(name, ontology), aliases, given=True)


def _key(name: GivenName, ontology: Ontology) -> str:
    """The key that the rules would give: that of the one division of this name, or of its federation."""
    union = ontology.is_a(name.cls, "Union") and name.full.endswith(_UNION)
    if union and name.full == _ALL_CHINA_NAME:
        return ALL_CHINA
    if not union and not ontology.is_a(name.cls, "Place"):
        return ""
    place = name.full.removesuffix(_UNION) if union else name.full
    meant = [d for d in load_gazetteer().named(place) if d.name == place]
    if len(meant) != 1:
        return ""
    return f"u-{meant[0].code}" if union else division_key(meant[0])
