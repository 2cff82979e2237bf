"""The graph's Turtle from the database: what is as it was is copied from the file that is there, the rest told anew.

The file is a sequence of pieces: the entities, posts and honours, each with its lines, then the articles, each with its
sentences, mentions and evidence. ``piece`` has their lengths; ``stale`` those that are no longer what they were.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from unigraph.model import Award, Post
from unigraph.ontology import Ontology
from unigraph.rdf import Describer, Description, TurtleTerms, block, origins
from unigraph.resolution import MEMBER_BITS, preferred
from unigraph.store.outline import Outline, ThingTold
from unigraph.store.records import asked, resolved_articles
from unigraph.store.sayings import sayings

__all__ = ["NAMED", "TRACKING", "MisfitError", "Publisher"]

NAMED = ""
"""Where ``degree`` has predicates: how many sentences name the thing."""

_HEAD, _THING, _POST, _HONOUR, _ARTICLE = range(5)
"""Sections of the file, the first of which has one piece."""
_RENEWED = 0
"""Where ``stale`` has articles of which not even the sayings are what they were."""

_MASK = (1 << MEMBER_BITS) - 1

TRACKING = f"""
CREATE TABLE saying (member INTEGER PRIMARY KEY, said TEXT NOT NULL, open INTEGER NOT NULL);
CREATE TABLE post (id TEXT PRIMARY KEY, title TEXT NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX post_body ON post (body);
CREATE TABLE honour (id TEXT NOT NULL, receiver TEXT NOT NULL, giver TEXT NOT NULL, name TEXT NOT NULL,
                     PRIMARY KEY (id, receiver)) WITHOUT ROWID;
CREATE INDEX honour_receiver ON honour (receiver);
CREATE INDEX honour_giver ON honour (giver);
CREATE TABLE degree (thing TEXT NOT NULL, predicate TEXT NOT NULL, facts INTEGER NOT NULL,
                     PRIMARY KEY (thing, predicate)) WITHOUT ROWID;
CREATE TABLE origin (thing TEXT NOT NULL, data_set TEXT NOT NULL, PRIMARY KEY (thing, data_set)) WITHOUT ROWID;
CREATE TABLE piece (section INTEGER NOT NULL, id TEXT NOT NULL, length INTEGER NOT NULL, PRIMARY KEY (section, id))
    WITHOUT ROWID;
CREATE TABLE stale (section INTEGER NOT NULL, id TEXT NOT NULL, PRIMARY KEY (section, id)) WITHOUT ROWID;
CREATE INDEX thing_coded ON thing (id) WHERE adcode <> '';
CREATE TRIGGER article_added AFTER INSERT ON article BEGIN
    INSERT OR IGNORE INTO stale VALUES ({_RENEWED}, NEW.id); END;
CREATE TRIGGER article_changed AFTER UPDATE ON article BEGIN
    INSERT OR IGNORE INTO stale VALUES ({_RENEWED}, NEW.id); END;
CREATE TRIGGER article_gone AFTER DELETE ON article BEGIN
    INSERT OR IGNORE INTO stale VALUES ({_RENEWED}, OLD.id); END;
CREATE TRIGGER story_told AFTER INSERT ON story BEGIN
    INSERT OR IGNORE INTO stale VALUES ({_ARTICLE}, NEW.article); END;
CREATE TRIGGER story_changed AFTER UPDATE ON story BEGIN
    INSERT OR IGNORE INTO stale VALUES ({_ARTICLE}, NEW.article); END;
CREATE TRIGGER member_moved AFTER UPDATE OF thing ON member BEGIN
    INSERT OR IGNORE INTO stale SELECT {_ARTICLE}, article FROM told WHERE n = NEW.id >> {MEMBER_BITS};
    INSERT OR IGNORE INTO stale VALUES ({_THING}, NEW.thing);
    INSERT OR IGNORE INTO stale SELECT {_THING}, OLD.thing WHERE OLD.thing IS NOT NULL; END;
CREATE TRIGGER member_renamed AFTER UPDATE OF thing ON member WHEN OLD.thing <> NEW.thing BEGIN
    INSERT OR IGNORE INTO stale SELECT {_THING}, thing FROM member
    WHERE id BETWEEN NEW.id & ~{_MASK} AND NEW.id | {_MASK}
    AND thing IS NOT NULL; END;
CREATE TRIGGER member_gone AFTER DELETE ON member BEGIN
    DELETE FROM saying WHERE member = OLD.id;
    INSERT OR IGNORE INTO stale SELECT {_THING}, OLD.thing WHERE OLD.thing IS NOT NULL; END;
CREATE TRIGGER thing_added AFTER INSERT ON thing BEGIN INSERT OR IGNORE INTO stale VALUES ({_THING}, NEW.id); END;
CREATE TRIGGER thing_gone AFTER DELETE ON thing BEGIN INSERT OR IGNORE INTO stale VALUES ({_THING}, OLD.id); END;
"""

_BATCH = 200
"""Things or articles that are told at once."""
_CHUNK = 1 << 22
"""Bytes that are copied at once."""

_Piece = tuple[int, str, bytes]
"""A section, an identifier, and its lines; none where it is no longer there."""


class MisfitError(Exception):
    """The file that is there is not the one that was written."""


class Publisher:
    """Tells the graph anew where it changed. Nothing is committed here: the connection's owner does."""

    def __init__(self, db: sqlite3.Connection, ontology: Ontology, threshold: float, *, texts: bool) -> None:
        self._db = db
        self._ontology = ontology
        self._threshold = threshold
        self._describer = Describer(ontology, TurtleTerms(), texts)
        self._all = False

    def turtle(self, head: bytes, old: BinaryIO | None) -> Iterator[bytes]:
        """The bytes of the graph; ``old`` is the file that was written last, with the same head and options.

        Raises :class:`MisfitError` where it is another file.
        """
        self._renew_sayings()
        self._all = old is None
        if self._all:
            self._forget_pieces()
        self._outline = Outline(self._db, self._ontology, self._threshold)
        self._reach()
        self._trace()
        used = {iri for (iri,) in self._db.execute("SELECT DISTINCT data_set FROM origin")}
        head += _lines(self._describer.data_sets(used))
        before = self._length("section = ?", _HEAD)
        self._db.execute("INSERT OR REPLACE INTO piece VALUES (?, '', ?)", (_HEAD, len(head)))
        yield head
        yield from self._spliced(old, before) if old else self._anew()
        self._db.execute("DELETE FROM stale")
        if old:
            old.close()  # or else some systems would not let it be replaced

    def _renew_sayings(self) -> None:
        """Write what articles that changed say of their entities; these are stale with all that they are."""
        for articles in self._stale(_RENEWED):
            for one in resolved_articles(self._db, articles):
                found = self._db.execute("SELECT n FROM told WHERE article = ?", (one.facts.article.id,)).fetchone()
                rows = enumerate(sayings(one.facts, self._ontology, self._threshold), found[0] << MEMBER_BITS)
                self._db.executemany(
                    "INSERT OR REPLACE INTO saying VALUES (?, ?, ?)", [(n, said, open_) for n, (said, open_) in rows]
                )
                self._soil(_THING, one.ids)
            self._soil(_ARTICLE, articles)
        self._db.execute("DELETE FROM stale WHERE section = ?", (_RENEWED,))

    def _forget_pieces(self) -> None:
        for table in ("piece", "post", "honour", "degree", "origin"):
            self._db.execute(f"DELETE FROM {table}")
        self._db.execute("INSERT OR IGNORE INTO stale SELECT ?, id FROM thing", (_THING,))
        self._db.execute("INSERT OR IGNORE INTO stale SELECT ?, id FROM article", (_ARTICLE,))

    def _reach(self) -> None:
        """What else is stale where a thing is: articles that are open on it, and divisions below one that is new or gone."""
        if self._all:
            return
        self._db.execute(
            "INSERT OR IGNORE INTO stale SELECT ?, told.article FROM stale JOIN member ON member.thing = stale.id"
            " JOIN saying ON saying.member = member.id JOIN told ON told.n = member.id >> ?"
            " WHERE stale.section = ? AND saying.open",
            (_ARTICLE, MEMBER_BITS, _THING),
        )
        stale = {i for batch in self._stale(_THING) for i in batch}
        there = {i for (i,) in asked(self._db, "SELECT id FROM thing WHERE id IN ({})", stale)}
        written = {
            i for (i,) in asked(self._db, f"SELECT id FROM piece WHERE section = {_THING} AND id IN ({{}})", stale)
        }
        self._soil(_THING, self._outline.below(there ^ written, written))

    def _trace(self) -> None:
        """Keep which data sets something that is known of a thing is from."""
        for batch in self._stale(_THING):
            self._db.executemany("DELETE FROM origin WHERE thing = ?", [(i,) for i in batch])
            known = [(e.id, iri) for e in self._outline.entities(batch) for iri in origins(e, self._ontology)]
            self._db.executemany("INSERT INTO origin VALUES (?, ?)", known)

    def _soil(self, section: int, identifiers: Iterable[str]) -> None:
        self._db.executemany("INSERT OR IGNORE INTO stale VALUES (?, ?)", [(section, i) for i in identifiers])

    def _stale(self, section: int) -> Iterator[list[str]]:
        """What is stale of a section, sorted, some at a time."""
        last = ""
        while True:
            found = self._db.execute(
                "SELECT id FROM stale WHERE section = ? AND id > ? ORDER BY id LIMIT ?", (section, last, _BATCH)
            ).fetchall()
            if not found:
                return
            last = found[-1][0]
            yield [i for (i,) in found]

    def _anew(self) -> Iterator[bytes]:
        for section, identifier, lines in self._told():
            if lines:
                self._db.execute("INSERT INTO piece VALUES (?, ?, ?)", (section, identifier, len(lines)))
                yield lines

    def _spliced(self, old: BinaryIO, offset: int) -> Iterator[bytes]:
        """The old file with the pieces that are stale replaced; ``offset`` is where its first piece begins."""
        last = (_HEAD, "")
        for section, identifier, lines in self._told():
            key = (section, identifier)
            gap = self._length("(section, id) > (?, ?) AND (section, id) < (?, ?)", *last, *key)
            yield from _copied(old, offset, gap)
            known = self._length("section = ? AND id = ?", *key)
            _check(old, offset + gap, identifier, known)
            offset, last = offset + gap + known, key
            if lines:
                self._db.execute("INSERT OR REPLACE INTO piece VALUES (?, ?, ?)", (*key, len(lines)))
                yield lines
            elif known:
                self._db.execute("DELETE FROM piece WHERE section = ? AND id = ?", key)
        rest = self._length("(section, id) > (?, ?)", *last)
        yield from _copied(old, offset, rest)
        if old.seek(0, 2) != offset + rest:
            raise MisfitError

    def _length(self, condition: str, *values: object) -> int:
        found = self._db.execute(f"SELECT SUM(length) FROM piece WHERE {condition}", values).fetchone()[0]
        return int(found or 0)

    def _told(self) -> Iterator[_Piece]:
        """All that is stale, in the order of the file."""
        for batch in self._stale(_THING):
            for identifier, told in self._outline.things(batch):
                self._keep(identifier, told)
                yield _THING, identifier, _lines([self._describer.entity(told.entity)] if told else [])
        for batch in self._stale(_POST):
            yield from self._posts(batch)
        for batch in self._stale(_HONOUR):
            yield from self._honours(batch)
        for batch in self._stale(_ARTICLE):
            for identifier, article in self._outline.articles(batch):
                yield _ARTICLE, identifier, _lines(self._describer.article(article) if article else [])

    def _keep(self, thing: str, told: ThingTold | None) -> None:
        """Keep a thing's posts and honours, which are told later, and how many facts there are of it."""
        db = self._db
        if not self._all:
            self._forget(thing)
        if told:
            db.executemany("INSERT INTO post VALUES (?, ?, ?)", [(p.id, p.title, p.body) for p in told.posts])
            self._soil(_POST, [p.id for p in told.posts])
            db.executemany(
                "INSERT INTO honour VALUES (?, ?, ?, ?)", [(h.id, thing, h.giver, h.name) for h in told.honours]
            )
            self._soil(_HONOUR, [h.id for h in told.honours])
            named = {NAMED: len(told.entity.named_in)} if told.entity.named_in else {}
            counts = [(thing, predicate, n) for predicate, n in {**told.facts, **named}.items()]
            db.executemany("INSERT INTO degree VALUES (?, ?, ?)", counts)

    def _forget(self, thing: str) -> None:
        db = self._db
        for section, table, owner in ((_POST, "post", "body"), (_HONOUR, "honour", "receiver")):
            self._soil(section, [i for (i,) in db.execute(f"SELECT id FROM {table} WHERE {owner} = ?", (thing,))])
            db.execute(f"DELETE FROM {table} WHERE {owner} = ?", (thing,))
        db.execute("DELETE FROM degree WHERE thing = ?", (thing,))

    def _posts(self, batch: Sequence[str]) -> Iterator[_Piece]:
        question = (
            "SELECT post.id, title, body, name FROM post LEFT JOIN thing ON thing.id = body WHERE post.id IN ({})"
        )
        found = {
            i: (Post(i, title, body), json.loads(name) if name else "")
            for i, title, body, name in asked(self._db, question, batch)
        }
        for identifier in batch:
            one = found.get(identifier)
            yield _POST, identifier, _lines([self._describer.post(*one)] if one else [])

    def _honours(self, batch: Sequence[str]) -> Iterator[_Piece]:
        names: dict[str, list[str]] = {}
        for identifier, name in asked(self._db, "SELECT id, name FROM honour WHERE id IN ({})", batch):
            names.setdefault(identifier, []).append(name)
        for identifier in batch:
            spelt = names.get(identifier)
            award = [self._describer.award(Award(identifier, preferred(*spelt)))] if spelt else []
            yield _HONOUR, identifier, _lines(award)


def _lines(described: Iterable[Description[str]]) -> bytes:
    return "".join(map(block, described)).encode()


def _copied(old: BinaryIO, offset: int, length: int) -> Iterator[bytes]:
    old.seek(offset)
    while length:
        data = old.read(min(length, _CHUNK))
        if not data:
            raise MisfitError
        length -= len(data)
        yield data


def _check(old: BinaryIO, offset: int, identifier: str, length: int) -> None:
    """That a piece stands where it is to be."""
    begin = f"\nid:{identifier} ".encode()
    old.seek(offset)
    if length and old.read(len(begin)) != begin:
        raise MisfitError
