"""Which thing of the graph each article's entity is, kept in a database: a new article costs the blocks it speaks of."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from unigraph.model import Article, Entity
from unigraph.ontology import Ontology
from unigraph.resolution._articles import date_key
from unigraph.resolution._blocks import STRATA, Member, blocking_keys, components, named_by, stratum_of
from unigraph.resolution._decision import Cluster, Decision, decide
from unigraph.resolution._entities import described, full_name
from unigraph.resolution._identifiers import identify
from unigraph.resolution._newcomers import THING, Newcomers, write_thing
from unigraph.resolution._profiles import Profile, decode, encode
from unigraph.resolution._stories import SCHEMA as STORIES
from unigraph.resolution._stories import Stories

__all__ = ["MEMBER_BITS", "SCHEMA", "THING", "Registry", "Replaced", "Verdict", "thing_of"]

SCHEMA = f"""{STORIES}
CREATE TABLE told (n INTEGER PRIMARY KEY, article TEXT NOT NULL UNIQUE, date TEXT NOT NULL, opening TEXT NOT NULL);
CREATE TABLE member (id INTEGER PRIMARY KEY, stratum INTEGER NOT NULL, thing TEXT, profile TEXT NOT NULL);
CREATE INDEX member_thing ON member (thing);
CREATE TABLE block (key TEXT NOT NULL, member INTEGER NOT NULL, PRIMARY KEY (key, member)) WITHOUT ROWID;
CREATE TABLE thing (id TEXT PRIMARY KEY, cls TEXT NOT NULL, name TEXT NOT NULL, aliases TEXT NOT NULL,
                    adcode TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE doubt (thing TEXT PRIMARY KEY, one REAL NOT NULL, more REAL NOT NULL) WITHOUT ROWID;
"""
"""``told``: the articles, and where each stands in time; ``member``: their entities, each a thing of the graph;
``doubt``: the things of which it is not certain, with the probability that all members are one, and that another thing
is the same."""

MEMBER_BITS = 20
"""A member's number is that of its article, shifted by so many bits, and its place in the article."""
_MASK = (1 << MEMBER_BITS) - 1
_OPENING = 64
"""Characters of a text by which articles of one day are ordered before whole texts are compared."""
_WHOLE = 4000
"""From so many dirty keys on everything is read at once, not block by block."""
_CERTAIN = 0.9995
"""From here on there is no doubt."""
_AT_ONCE = 500
"""Values in one question to the database."""
_TOLD = "SELECT n, told.article, date, opening, original FROM told JOIN story USING (n) WHERE n IN ({})"


@dataclass(frozen=True, slots=True)
class Replaced:
    """An entity of an article that is something else in the graph than it was: its former identifier and its new one."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was decided for a thing: its block, the decision on it, and which of its clusters the thing is."""

    block: tuple[Member, ...]
    decision: Decision
    cluster: Cluster


class _Place(NamedTuple):
    """Where an article stands among others, its identifier, and the article that it reprints, or its own again."""

    rank: int
    article: str
    story: str


class _Row(NamedTuple):
    id: int
    thing: str
    profile: Profile
    keys: tuple[str, ...]

    @property
    def article(self) -> int:
        return self.id >> MEMBER_BITS


@dataclass
class _Changes:
    """What a settlement writes."""

    things: dict[str, Entity] = field(default_factory=dict)
    doubts: list[tuple[str, float, float]] = field(default_factory=list)
    assigned: dict[int, str] = field(default_factory=dict)
    left: set[str] = field(default_factory=set)
    moved: dict[int, Replaced] = field(default_factory=dict)


class Registry:
    """The identities of a graph. Nothing is committed here: the connection's owner does.

    ``text`` gives the text of an article by its identifier, to order articles of one day.
    """

    def __init__(self, db: sqlite3.Connection, ontology: Ontology, text: Callable[[str], str]) -> None:
        self._db = db
        self._ontology = ontology
        self._text = text
        self._dirty: dict[int, set[str]] = {stratum: set() for stratum in STRATA}
        self._vacated: set[str] = set()
        self._stories = Stories(db, text)
        self._newcomers = Newcomers(db, ontology)
        self.replaced: list[Replaced] = []

    def put(self, article: Article, profiles: Sequence[Profile]) -> None:
        """Enter an article that is not there, with the profiles of its entities in their order."""
        row = (article.id, date_key(article.published), _whole_characters(article.text[:_OPENING]))
        n = self._db.execute("INSERT INTO told (article, date, opening) VALUES (?, ?, ?)", row).lastrowid or 0
        rows = [((n << MEMBER_BITS) | i, stratum_of(p.root), encode(p)) for i, p in enumerate(profiles)]
        self._db.executemany("INSERT INTO member (id, stratum, profile) VALUES (?, ?, ?)", rows)
        keys = [(_whole_characters(k), row[0]) for row, p in zip(rows, profiles, strict=True) for k in blocking_keys(p)]
        self._db.executemany("INSERT OR IGNORE INTO block VALUES (?, ?)", keys)
        fresh = zip(rows, profiles, strict=True)
        self._soil([p for row, p in fresh if not self._newcomers.add(row[0], n, p)])
        self._stories.put(n, article)

    def drop(self, article: str) -> list[tuple[Profile, str]]:
        """Take an article out; the profiles of its entities in their order, each with the thing that it was."""
        found = self._db.execute("SELECT n FROM told WHERE article = ?", (article,)).fetchone()
        if found is None:
            return []
        rows = self._of_article(found[0])
        keys = [(_whole_characters(k), row.id) for row in rows for k in row.keys]
        self._db.executemany("DELETE FROM block WHERE key = ? AND member = ?", keys)
        self._db.executemany("DELETE FROM member WHERE id = ?", [(row.id,) for row in rows])
        self._db.execute("DELETE FROM told WHERE n = ?", found)
        self._stories.drop(found[0])
        self._newcomers.drop(found[0])
        self._vacated.update(row.thing for row in rows if row.thing)
        self._soil(row.profile for row in rows)
        return [(row.profile, row.thing) for row in rows]

    def settle(self) -> None:
        """Decide anew what the entries and removals since the last time have touched."""
        self._soil(self._newcomers.settle())
        for n in self._stories.settle():
            self._soil(row.profile for row in self._of_article(n))
        for stratum in STRATA:
            keys, self._dirty[stratum] = self._dirty[stratum], set()
            changes = _Changes()
            for rows, members in self._blocks(stratum, keys):
                self._decide(rows, members, changes)
            self._write(changes)
            self._soil(self._dependents(stratum, changes.moved))
            self.replaced.extend(changes.moved.values())
        gone = [(i, i) for i in self._vacated]
        for table, column in (("thing", "id"), ("doubt", "thing")):
            self._db.executemany(
                f"DELETE FROM {table} WHERE {column} = ? AND NOT EXISTS (SELECT 1 FROM member WHERE thing = ?)", gone
            )
        self._vacated.clear()

    def ids(self, article: str) -> list[str]:
        """The identifiers of an article's entities, in their order."""
        found = self._db.execute("SELECT n FROM told WHERE article = ?", (article,)).fetchone()
        return [] if found is None else [row.thing for row in self._of_article(found[0])]

    def all_ids(self) -> dict[str, list[str]]:
        """For each article the identifiers of its entities, in their order."""
        articles = dict(self._db.execute("SELECT n, article FROM told"))
        out: dict[str, list[str]] = {article: [] for article in articles.values()}
        for member, thing in self._db.execute("SELECT id, thing FROM member ORDER BY id"):
            out[articles[member >> MEMBER_BITS]].append(thing)
        return out

    def reprints(self) -> dict[str, str]:
        """The articles that reprint another, each with that one, by identifier."""
        return self._stories.reprints()

    def stories(self, numbers: Iterable[int]) -> dict[int, str]:
        """The stories that articles tell, by their numbers: the article that each reprints, else its own identifier."""
        return dict(self._ask("SELECT n, original FROM story WHERE n IN ({})", numbers))

    def things(self) -> dict[str, Entity]:
        """All things by identifier, without their mentions."""
        return {e.id: e for e in map(thing_of, self._db.execute(f"SELECT {THING} FROM thing"))}

    def holds(self, thing: str) -> bool:
        """Whether something in the graph has an identifier."""
        return self._db.execute("SELECT 1 FROM thing WHERE id = ?", (thing,)).fetchone() is not None

    def uncertain(self, most: int) -> list[str]:
        """The things of which it is the least certain that they are one, or that no other is the same."""
        rows = self._db.execute("SELECT thing FROM doubt ORDER BY min(one, 1 - more), thing LIMIT ?", (most,))
        return [thing for (thing,) in rows]

    def verdict(self, thing: str) -> Verdict | None:
        """Why the members of a thing are one, decided once more; nothing for an identifier that is not in the graph."""
        found = self._db.execute("SELECT id, stratum, profile FROM member WHERE thing = ? ORDER BY id", (thing,))
        first = found.fetchone()
        if first is None:
            return None
        member, stratum, profile = first
        for rows, block in self._blocks(stratum, set(blocking_keys(decode(profile)))):
            place = next((n for n, row in enumerate(rows) if row.id == member), None)
            if place is not None:
                decision = decide(block)
                return Verdict(tuple(block), decision, next(c for c in decision.clusters if place in c.members))
        return None

    def all_blocks(self) -> Iterator[tuple[int, list[Member]]]:
        """All blocks, each with its stratum."""
        for stratum in STRATA:
            for _, block in self._grouped(stratum, self._whole(stratum)):
                yield stratum, block

    def of_thing(self, thing: str) -> dict[str, list[int]]:
        """The articles that speak of a thing, with the numbers of the entities that are it."""
        rows = self._db.execute(
            "SELECT article, id FROM member JOIN told ON n = id >> ? WHERE thing = ? ORDER BY id", (MEMBER_BITS, thing)
        )
        out: dict[str, list[int]] = {}
        for article, member in rows:
            out.setdefault(article, []).append(member & _MASK)
        return out

    def articles_naming(self, wanted: Callable[[str], bool]) -> set[str]:
        """The articles with an entity whose name, or for a body another name, is wanted, as names are compared."""
        keys = [key for (key,) in self._db.execute("SELECT DISTINCT key FROM block") if wanted(named_by(key))]
        members = {m for (m,) in self._ask("SELECT member FROM block WHERE key IN ({})", keys)}
        numbers = {m >> MEMBER_BITS for m in members}
        return {a for (a,) in self._ask("SELECT article FROM told WHERE n IN ({})", numbers)}

    def _soil(self, profiles: Iterable[Profile]) -> None:
        for profile in profiles:
            self._dirty[stratum_of(profile.root)].update(blocking_keys(profile))

    def _of_article(self, n: int, above: int = -1) -> list[_Row]:
        span = (n << MEMBER_BITS, (n << MEMBER_BITS) | _MASK, above)
        found = self._db.execute(
            "SELECT id, thing, profile FROM member WHERE id BETWEEN ? AND ? AND stratum > ? ORDER BY id", span
        )
        return [_Row(i, thing or "", *_read(profile)) for i, thing, profile in found]

    def _dependents(self, stratum: int, moved: Iterable[int]) -> Iterator[Profile]:
        """The profiles of higher strata whose identity may depend on members that became another thing."""
        of_article: dict[int, set[int]] = {}
        for member in moved:
            of_article.setdefault(member >> MEMBER_BITS, set()).add(member & _MASK)
        for n, locals_ in of_article.items():
            rows = self._of_article(n, above=stratum)
            yield from (row.profile for row in rows if not locals_.isdisjoint(row.profile.links))

    def _blocks(self, stratum: int, keys: set[str]) -> Iterator[tuple[list[_Row], list[Member]]]:
        """The blocks that hold some keys, each in the order of its articles."""
        if not keys:
            return
        yield from self._grouped(stratum, self._whole(stratum) if len(keys) > _WHOLE else self._closure(keys))

    def _grouped(self, stratum: int, rows: list[_Row]) -> Iterator[tuple[list[_Row], list[Member]]]:
        """The blocks of some members, which hold all that hangs together with any of them."""
        places = self._places({row.article for row in rows})
        links = self._links(stratum, rows) if stratum else {}
        for group in components([row.keys for row in rows]):
            placed = sorted([(places[rows[i].id >> MEMBER_BITS], rows[i]) for i in group])
            yield [row for _, row in placed], [_member(row, place, links) for place, row in placed]

    def _whole(self, stratum: int) -> list[_Row]:
        found = self._db.execute("SELECT id, thing, profile FROM member WHERE stratum = ? ORDER BY id", (stratum,))
        return [_Row(i, thing or "", *_read(profile)) for i, thing, profile in found]

    def _closure(self, keys: set[str]) -> list[_Row]:
        """All members that hang together with some keys."""
        rows: dict[int, _Row] = {}
        seen: set[str] = set()
        frontier = set(keys)
        while frontier:
            seen |= frontier
            asked = map(_whole_characters, frontier)
            members = {m for (m,) in self._ask("SELECT member FROM block WHERE key IN ({})", asked)} - rows.keys()
            found = self._ask("SELECT id, thing, profile FROM member WHERE id IN ({})", sorted(members))
            fresh = [_Row(i, thing or "", *_read(profile)) for i, thing, profile in found]
            rows.update((row.id, row) for row in fresh)
            frontier = {k for keys in {row.keys for row in fresh} for k in keys} - seen
        return [rows[i] for i in sorted(rows)]

    def _ask(self, question: str, values: Iterable[object]) -> list[tuple[Any, ...]]:
        listed, found = list(values), list[tuple[Any, ...]]()
        for begin in range(0, len(listed), _AT_ONCE):
            part = listed[begin : begin + _AT_ONCE]
            found += self._db.execute(question.format(",".join("?" * len(part))), part)
        return found

    def _places(self, articles: set[int]) -> dict[int, _Place]:
        """Where articles stand among each other, by date and then by text."""
        alike: dict[tuple[str, str], list[tuple[int, str, str]]] = {}
        for n, article, date, opening, story in self._ask(_TOLD, articles):
            alike.setdefault((date, opening), []).append((n, article, story))
        ordered = (
            one
            for key in sorted(alike)
            for one in (sorted(alike[key], key=lambda a: self._text(a[1])) if len(alike[key]) > 1 else alike[key])
        )
        return {n: _Place(rank, article, story) for rank, (n, article, story) in enumerate(ordered)}

    def _links(self, stratum: int, rows: Iterable[_Row]) -> dict[int, str]:
        """What the members that profiles are linked to are; a name, where that is not decided yet."""
        wanted = {(row.article << MEMBER_BITS) | local for row in rows for local in row.profile.links}
        found = self._ask("SELECT id, stratum, thing, profile FROM member WHERE id IN ({})", wanted)
        return {i: thing if level < stratum else _read(profile)[0].folded for i, level, thing, profile in found}

    def _decide(self, rows: Sequence[_Row], block: Sequence[Member], changes: _Changes) -> None:
        decision = decide(block)
        clusters = [list(one.members) for one in decision.clusters]
        of_cluster = [[block[n].profile for n in members] for members in clusters]
        names = [full_name(members) for members in of_cluster]
        ids = identify(block, clusters, names)
        for numbers, members, name, identifier in zip(clusters, of_cluster, names, ids, strict=True):
            changes.things[identifier] = described(members, identifier, name, self._ontology)
            for row in (rows[n] for n in numbers):
                if row.thing != identifier:
                    changes.assigned[row.id] = identifier
                    if row.thing:
                        changes.moved[row.id] = Replaced(row.thing, identifier)
        changes.doubts += _doubts(decision, ids)
        changes.left.update({row.thing for row in rows if row.thing}.difference(ids))

    def _write(self, changes: _Changes) -> None:
        self._db.executemany("UPDATE member SET thing = ? WHERE id = ?", [(t, m) for m, t in changes.assigned.items()])
        self._db.executemany("DELETE FROM thing WHERE id = ?", [(i,) for i in changes.left])
        for thing in changes.things.values():
            write_thing(self._db, thing)
        self._db.executemany("DELETE FROM doubt WHERE thing = ?", [(i,) for i in (*changes.left, *changes.things)])
        self._db.executemany("INSERT INTO doubt VALUES (?, ?, ?)", changes.doubts)


@lru_cache(maxsize=1 << 16)
def _read(text: str) -> tuple[Profile, tuple[str, ...]]:
    """A profile and its blocking keys. Those of a body that many articles name are mostly equal: one object then."""
    profile = decode(text)
    return profile, blocking_keys(profile)


def _doubts(decision: Decision, ids: Sequence[str]) -> Iterator[tuple[str, float, float]]:
    """The things of a block of which it is not certain that they are one, or that no other is the same."""
    home = {number: i for i, one in enumerate(decision.clusters) for number in one.members}
    more = [0.0] * len(ids)
    for pair in decision.kept:
        for cluster in (home[pair.a], home[pair.b]):
            more[cluster] = max(more[cluster], pair.probability)
    for identifier, one, other in zip(ids, decision.clusters, more, strict=True):
        if one.probability < _CERTAIN or other > 1 - _CERTAIN:
            yield identifier, round(one.probability, 4), round(other, 4)


def _whole_characters(text: str) -> str:
    """A text as UTF-8 can write it: halves of surrogate pairs, which no reading of ours leaves, become question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")


def thing_of(row: tuple[str, str, str, str, str]) -> Entity:
    """The thing of a row of :data:`THING`, without its mentions."""
    identifier, cls, name, others, code = row
    return Entity(identifier, cls, json.loads(name), tuple(json.loads(others)), adcode=code)


def _member(row: _Row, place: _Place, links: dict[int, str]) -> Member:
    profile = row.profile
    decided = profile.decided
    link = _linked(links, row.id >> MEMBER_BITS << MEMBER_BITS) if links else _unlinked
    return Member(place.article, row.id & _MASK, profile, link, decided.together, decided.apart, place.story)


def _linked(links: dict[int, str], home: int) -> Callable[[int], str]:
    return lambda local: links[home | local]


def _unlinked(local: int) -> str:
    raise KeyError(local)
