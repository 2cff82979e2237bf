"""What the graph says of one thing or article, from the database: as all at once would say it, a few at a time."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any, NamedTuple

from unigraph.model import Entity, Post
from unigraph.ontology import Ontology
from unigraph.rdf import ArticleTold, EntityTold, Honour, relations
from unigraph.resolution import MEMBER_BITS, THING, Resolved, adcode, division_tree, occurrences, state, thing_of
from unigraph.store.records import asked, resolved_articles
from unigraph.store.sayings import read_saying, resolved, said_year

__all__ = ["Outline", "ThingTold"]

_SURE = 0.5
"""Between the confidences of claims that are sure and those that are not, as sayings have them."""

_Triple = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class ThingTold:
    """An entity with its posts, the honours that it received, and how many plain facts it is the subject of."""

    entity: EntityTold
    posts: Sequence[Post]
    honours: Sequence[Honour]
    facts: Mapping[str, int]


class _Said(NamedTuple):
    member: int
    article: str
    sentences: list[int]
    claims: list[list[Any]]


class Outline:
    """Tells of things and articles. The sayings of all articles must be there."""

    def __init__(self, db: sqlite3.Connection, ontology: Ontology, threshold: float) -> None:
        self._db = db
        self._ontology = ontology
        self._threshold = threshold
        self._symmetric = {p.name for p in ontology.predicates.values() if p.symmetric}
        coded = {i for (i,) in db.execute("SELECT id FROM thing WHERE adcode <> ''")}
        self._coded = coded
        self._above: dict[str, list[_Triple]] = {}
        for triple in division_tree(coded):
            self._above.setdefault(triple[0], []).append(triple)

    def things(self, identifiers: Sequence[str]) -> Iterator[tuple[str, ThingTold | None]]:
        """What is said of some things, in their order; ``None`` of one that is not there."""
        entities = {e.id: e for e in self.entities(identifiers)}
        said = self._said(identifiers)
        things = self._ends(row for rows in said.values() for row in rows)
        for identifier in identifiers:
            entity = entities.get(identifier)
            yield identifier, self._thing(entity, said.get(identifier, ()), things) if entity else None

    def entities(self, identifiers: Sequence[str]) -> Iterator[Entity]:
        """Those of some things that are there, without their mentions."""
        rows = asked(self._db, f"SELECT {THING} FROM thing WHERE id IN ({{}})", identifiers)
        return (thing_of((i, cls, name, others, code)) for i, cls, name, others, code in rows)

    def articles(self, identifiers: Sequence[str]) -> Iterator[tuple[str, ArticleTold | None]]:
        """What some articles say, in their order; ``None`` for one that is not there."""
        found = {one.facts.article.id: one for one in resolved_articles(self._db, identifiers)}
        question = "SELECT article, original FROM story WHERE original <> article AND article IN ({})"
        originals = dict(asked(self._db, question, identifiers))
        for identifier in identifiers:
            one = found.get(identifier)
            yield identifier, self._article(one, originals.get(identifier, "")) if one else None

    def below(self, changed: Set[str], former: Set[str]) -> set[str]:
        """The divisions that belong to another one than before, as some came or went; ``former`` are those that were there."""
        if not any(map(adcode, changed)):
            return set()
        before = set(division_tree((self._coded - changed) | {i for i in changed & former if adcode(i)}))
        now = {t for triples in self._above.values() for t in triples}
        return {subject for subject, _, _ in before ^ now}

    def _thing(self, entity: Entity, said: Sequence[_Said], things: Mapping[int, str]) -> ThingTold:
        statements = state(_resolved(said, things), self._ontology, _SURE, said_year)
        own = [f for f in statements.facts if entity.id in (f.subject, f.object)]
        told = relations(own, self._above.get(entity.id, ()), self._ontology).get(entity.id, {})
        named_in = {(one.article, n) for one in said for n in one.sentences}
        inferred = entity.id in statements.inferred_years
        mine = [f for f in own if f.subject == entity.id]
        givers = {f.object: f.subject for f in statements.facts if f.predicate == "conferred"}
        honours = {f.object for f in mine if f.predicate == "received"}
        return ThingTold(
            EntityTold(entity, named_in, told, inferred),
            [p for p in statements.posts.values() if p.body == entity.id],
            [Honour(i, statements.awards[i].name, givers.get(i, "")) for i in sorted(honours)],
            Counter(f.predicate for f in mine if f.plain),
        )

    def _article(self, one: Resolved, original: str) -> ArticleTold:
        facts, ids = one.facts, one.ids
        article = facts.article
        others = self._others(one)
        statements = state([one, *others], self._ontology, self._threshold)
        evidence = [(f, e) for f in statements.facts for e in f.evidence if e.article == article.id]
        mentions = {(m.begin, m.end, ids[entity], m.sentence) for entity, m in occurrences(facts)}
        return ArticleTold(
            article, facts.sentences, sorted({ids[r] for r in facts.reporters}), sorted(mentions), evidence, original
        )

    def _others(self, one: Resolved) -> list[Resolved]:
        """What other articles say of the things of which this one says something that these may change."""
        rows = self._db.execute(
            "SELECT DISTINCT member.thing FROM told JOIN member ON member.id BETWEEN told.n << ? AND ((told.n + 1) << ?) - 1"
            " JOIN saying ON saying.member = member.id WHERE told.article = ? AND saying.open",
            (MEMBER_BITS, MEMBER_BITS, one.facts.article.id),
        )
        said = [s for rows_ in self._said([t for (t,) in rows]).values() for s in rows_]
        others = [s for s in said if s.article != one.facts.article.id]
        return _resolved(others, self._ends(others))

    def _said(self, things: Sequence[str]) -> dict[str, list[_Said]]:
        """What all articles say of some things."""
        rows = asked(
            self._db,
            "SELECT member.thing, member.id, told.article, saying.said FROM member"
            f" JOIN saying ON saying.member = member.id JOIN told ON told.n = member.id >> {MEMBER_BITS}"
            " WHERE member.thing IN ({})",
            things,
        )
        out: dict[str, list[_Said]] = {}
        for thing, member, article, said in rows:
            out.setdefault(thing, []).append(_Said(member, article, *read_saying(said)))
        return out

    def _ends(self, said: Iterable[_Said]) -> dict[int, str]:
        """The things that the ends of claims are, by member."""
        wanted = {_member(s.member, n) for s in said for c in s.claims for n in (c[0], c[2]) if n is not None}
        return dict(asked(self._db, "SELECT id, thing FROM member WHERE id IN ({})", wanted))


def _resolved(said: Iterable[_Said], things: Mapping[int, str]) -> list[Resolved]:
    return [
        resolved(one.article, one.claims, lambda n, of=one.member: things[_member(of, n)])  # type: ignore[misc]
        for one in said
        if one.claims
    ]


def _member(sibling: int, local: int) -> int:
    """The member of an article that another one of it knows by its number there."""
    return sibling >> MEMBER_BITS << MEMBER_BITS | local
