"""The types that flow through unigraph: small, frozen, free of behaviour that has side effects.

An :class:`Article` is read, :class:`ArticleFacts` are extracted from it alone, and resolution turns the facts
of all articles into a ``KnowledgeGraph`` (see :mod:`unigraph.graph`) of :class:`Entity`, :class:`Post`,
:class:`Award` and :class:`Fact`.

All offsets are Unicode code points in :attr:`Article.text`, half open: ``text[begin:end]`` is the thing.
Classes and predicates are named by their local name where they are ours (``"Union"``, ``"chaired"``) and by
their full IRI where a user's ontology adds them.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import NamedTuple

__all__ = [
    "Article",
    "ArticleFacts",
    "Award",
    "Claim",
    "Entity",
    "Evidence",
    "Fact",
    "LocalEntity",
    "Mention",
    "Occurrence",
    "Post",
    "Span",
]


class Span(NamedTuple):
    """A half-open range of code points."""

    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One article as read: its headline is the first line of ``text``, each further line is a paragraph.

    ``published`` is ``YYYY-MM-DD``, ``YYYY-MM`` or empty; ``basis`` says where it is from: ``given`` by the user,
    ``filename``, ``stated`` in the page, ``inferred`` (a year that was worked out), or empty.
    ``sources`` are relative to what the user named. ``known_id`` is set where the text was left out of a graph.
    """

    text: str
    title: str = ""
    published: str = ""
    basis: str = ""
    publisher: str = ""
    page: str = ""
    url: str = ""
    sources: tuple[str, ...] = ()
    known_id: str = ""

    @property
    def id(self) -> str:
        """An identifier that depends on the text alone."""
        if self.known_id:
            return self.known_id
        return "a-" + hashlib.blake2s(self.text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


@dataclass(frozen=True, slots=True)
class LocalEntity:
    """A thing that one article speaks of.

    ``name`` is the full, resolved name; ``aliases`` hold without the article at hand. ``key`` is the identifier
    where what the thing is decides it (``u-441800``, ``pl-441800``, ``e-441800-committee-8-2``), else empty.
    """

    cls: str
    name: str
    aliases: tuple[str, ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """Where an article names an entity, by a full or a short name or by a word like 会议."""

    entity: int
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a claim is made: the cue's place, the rule, how sure it is, and the date it speaks of.

    ``antecedents`` are indices of further sentences that name an end which the cue's own sentence does not.
    ``sentence`` is the index of the sentence that holds the cue. ``article`` is the article's identifier.
    ``confirmed`` says that a person found it right.
    """

    article: str
    sentence: int
    begin: int
    end: int
    rule: str
    confidence: float
    as_of: str = ""
    antecedents: tuple[int, ...] = ()
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of an article, by indices into :attr:`ArticleFacts.entities`.

    ==================  =========  =============  =======================================
    predicate           subject    object         value
    ==================  =========  =============  =======================================
    relations           an entity  an entity      empty
    ``holdsPosition``   a person   a body         the title, one (副主席)
    ``startDate``,      an event   ``None``       ``YYYY-MM-DD`` or ``YYYY-MM``
    ``endDate``
    ``received``        receiver   giver, or      the honour
                                   ``None``
    ==================  =========  =============  =======================================

    A ``signedWith`` claim is given in one direction and read both ways.
    """

    subject: int
    predicate: str
    object: int | None
    value: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """All that one article says; a pure function of article, ontology and lexicons.

    ``reporters`` are indices of entities that wrote it.
    """

    article: Article
    sentences: tuple[Span, ...]
    entities: tuple[LocalEntity, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    reporters: tuple[int, ...] = ()


class Occurrence(NamedTuple):
    """A mention in the whole graph: article, index of its sentence, offsets in the article's text."""

    article: str
    sentence: int
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Entity:
    """A node of the graph. ``id`` is ASCII (``u-441800``), unique, and without the base."""

    id: str
    cls: str
    name: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[Occurrence, ...] = ()
    adcode: str = ""


@dataclass(frozen=True, slots=True)
class Post:
    """One title at one body, shared by all who hold it; ``ended`` posts have 原 in the title."""

    id: str
    title: str
    body: str


@dataclass(frozen=True, slots=True)
class Award:
    """One honour, shared by its receivers."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A triple of the graph with all its evidence, the best first.

    ``object`` is the id of an entity, post or award, or a date where the predicate is ``startDate`` or
    ``endDate``. Predicates are those of :class:`Claim`, where ``holdsPosition`` leads to a post, ``received``
    and ``conferred`` to an award. ``signedWith`` is held once and written both ways. ``plain`` says whether the
    fact is sure enough to be a plain triple; else it is a candidate for review.
    """

    subject: str
    predicate: str
    object: str
    evidence: tuple[Evidence, ...]
    plain: bool = True

    @property
    def confidence(self) -> float:
        """That of the best evidence."""
        return max((e.confidence for e in self.evidence), default=0.0)
