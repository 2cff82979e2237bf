"""One more mention of a body that thousands of articles name, entered without deciding on all of them anew.

It is no guess. A block's decision looks at what its groups say as wholes. A newcomer whose key all of a thing share, and
that says nothing of which they did not say as much already, is of that thing, and leaves what it says as a whole as it
was, and with that all else in the block. Only how often each name was used is counted anew. Where anybody decided on the
thing, where its key is not all its own, or where the article's story or another of its entities touches the block, the
block is decided as always.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from unigraph.model import Entity
from unigraph.ontology import Ontology
from unigraph.resolution._blocks import key_of, stratum_of
from unigraph.resolution._bodies import body_facts
from unigraph.resolution._entities import described, full_name
from unigraph.resolution._identifiers import is_identifier
from unigraph.resolution._profiles import NO_MARK, Profile, decode

__all__ = ["THING", "Newcomers", "write_thing"]

THING = "id, cls, name, aliases, adcode"
"""The columns of a thing; its names are JSON."""
_MANY = 2000
"""Mentions from which on a thing is not decided anew for each one more."""
_FEW = 50
"""More newcomers than these come with a build of everything, which decides everything once."""


class _Newcomer(NamedTuple):
    member: int
    article: int
    profile: Profile


class Newcomers:
    """The entities that were entered since the last settlement and may be of a thing that many articles name."""

    def __init__(self, db: sqlite3.Connection, ontology: Ontology) -> None:
        self._db = db
        self._ontology = ontology
        self._waiting: list[_Newcomer] = []

    def add(self, member: int, article: int, profile: Profile) -> bool:
        """Whether an entity waits here; if not, its block is to be decided."""
        waits = is_identifier(profile.key) and profile.decided == NO_MARK and not stratum_of(profile.root)
        if waits:
            self._waiting.append(_Newcomer(member, article, profile))
        return waits

    def drop(self, article: int) -> None:
        """An article that is taken out again."""
        self._waiting = [one for one in self._waiting if one.article != article]

    def settle(self) -> Iterator[Profile]:
        """Enter those that change nothing but counts; the profiles of all others, whose blocks are to be decided."""
        waiting, self._waiting = self._waiting, []
        of_key: dict[str, list[_Newcomer]] = {}
        for one in waiting:
            of_key.setdefault(one.profile.key, []).append(one)
        for key, ones in of_key.items():
            thing = self._grown(key, ones) if len(waiting) <= _FEW else None
            if thing is None:
                yield from (one.profile for one in ones)
            else:
                self._db.executemany("UPDATE member SET thing = ? WHERE id = ?", [(key, one.member) for one in ones])
                write_thing(self._db, thing)

    def _grown(self, key: str, ones: Sequence[_Newcomer]) -> Entity | None:
        """The thing with some more members; nothing where its block is to be decided."""
        counted = "SELECT COUNT(*) FROM block WHERE key = ?"
        before = self._db.execute(counted, (key_of(key, 0),)).fetchone()[0] - len(ones)
        if before < _MANY or len({one.article for one in ones}) < len(ones):
            return None
        found = self._db.execute("SELECT profile, COUNT(*) FROM member WHERE thing = ? GROUP BY profile", (key,))
        told = [(decode(profile), count) for profile, count in found]
        if sum(count for p, count in told if p.key == key) != before or any(p.decided != NO_MARK for p, _ in told):
            return None
        if not all(_is_told(one.profile, [p for p, _ in told]) for one in ones):
            return None
        members = [p for p, count in told for _ in range(count)] + [one.profile for one in ones]
        return described(members, key, full_name(members), self._ontology)


def _is_told(one: Profile, told: Sequence[Profile]) -> bool:
    """Whether all that a profile says is said already: its name with its key, and every fact of it."""
    said: dict[str, set[str]] = {}
    for profile in told:
        for topic, found in body_facts(profile).items():
            said.setdefault(topic, set()).update(found)
    known = any((p.folded, p.key, p.root) == (one.folded, one.key, one.root) for p in told)
    return known and all(found <= said.get(topic, set()) for topic, found in body_facts(one).items())


def write_thing(db: sqlite3.Connection, e: Entity) -> None:
    """Write a thing; one that stays as it is is not written, so that nothing is told anew of it."""
    row = (e.id, e.cls, json.dumps(e.name), json.dumps(e.aliases), e.adcode)
    if db.execute(f"SELECT {THING} FROM thing WHERE id = ?", (e.id,)).fetchone() != row:
        db.execute("INSERT OR REPLACE INTO thing VALUES (?, ?, ?, ?, ?)", row)
