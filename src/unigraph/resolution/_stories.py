"""Which articles tell a story first and which reprint it, kept in a database: a new article costs those that it may be.

In the order of time, an article is a reprint of the first original that it is one text with, and an original where
there is none. It is compared with originals alone, so that no chain of small changes joins what is far apart. That is
a function of the articles: after each change just those are judged anew whose originals may have come or gone.
"""

from __future__ import annotations

import heapq
import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from unigraph.model import Article
from unigraph.resolution._reprints import body, digest, is_reprint, near_in_time, sketch

__all__ = ["SCHEMA", "Stories"]

SCHEMA = """
CREATE TABLE story (n INTEGER PRIMARY KEY, article TEXT NOT NULL UNIQUE, published TEXT NOT NULL, body INTEGER NOT NULL,
                    keys TEXT NOT NULL, original TEXT NOT NULL);
CREATE INDEX story_original ON story (original);
CREATE TABLE band (key INTEGER NOT NULL, body INTEGER NOT NULL, n INTEGER NOT NULL,
                   PRIMARY KEY (key, body, n)) WITHOUT ROWID;
"""
"""``story``: the articles, by the numbers that ``told`` gives them, with the keys of their sketches and the article that
each reprints, itself where it is none's; ``band``: the articles of a key, equal bodies beside each other."""

_PLACE = "SELECT n, story.article, published, date, opening FROM story JOIN told USING (n)"
_CROWD = 32
"""Bodies that share a key, at most: what more of them say is everybody's, a template or a standing phrase."""
_BODIES = 4096
"""Bodies kept in memory while stories are decided."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an article stands in time: by date, then by text, which is looked at where it must be."""

    n: int
    article: str
    published: str
    when: tuple[str, str]
    text: Callable[[str], str]

    def __lt__(self, other: _Place) -> bool:
        if self.when != other.when:
            return self.when < other.when
        return self.text(self.article) < self.text(other.article)


class Stories:
    """The originals and reprints of a graph. Nothing is committed here: the connection's owner does.

    ``text`` gives the text of an article by its identifier; dates and openings are those of the table ``told``.
    """

    def __init__(self, db: sqlite3.Connection, text: Callable[[str], str]) -> None:
        self._db = db
        self._text = text
        self._added: Counter[int] = Counter()
        self._taken: Counter[int] = Counter()
        self._entered: set[int] = set()
        self._bereft: set[int] = set()
        self._body = lru_cache(maxsize=_BODIES)(lambda article: body(text(article)))

    def put(self, n: int, article: Article) -> None:
        """Enter an article that is not there; until stories are settled it is no reprint."""
        words = body(article.text)
        keys, whole = sketch(words), digest(words)
        row = (n, article.id, article.published, whole, json.dumps(keys), article.id)
        self._db.execute("INSERT INTO story VALUES (?, ?, ?, ?, ?, ?)", row)
        self._db.executemany("INSERT INTO band VALUES (?, ?, ?)", [(key, whole, n) for key in keys])
        self._added.update(keys)
        self._entered.add(n)

    def drop(self, n: int) -> None:
        """Take an article out."""
        found = self._db.execute("SELECT article, body, keys FROM story WHERE n = ?", (n,)).fetchone()
        article, whole, keys = found[0], found[1], json.loads(found[2])
        self._db.executemany("DELETE FROM band WHERE key = ? AND body = ? AND n = ?", [(k, whole, n) for k in keys])
        self._db.execute("DELETE FROM story WHERE n = ?", (n,))
        self._taken.update(keys)
        self._entered.discard(n)
        self._bereft.discard(n)
        self._bereft.update(self._reprints(article))

    def settle(self) -> dict[int, str]:
        """Decide anew what changes since the last time have touched; the articles that are of another story now than
        they were, each with that one."""
        entered, self._entered = self._entered, set()
        bereft, self._bereft = self._bereft, set()
        places = self._places(entered | bereft | self._crossed())
        queue = list(places.values())
        heapq.heapify(queue)
        changed = {}
        while queue:
            place = heapq.heappop(queue)
            before, after = self.story(place.n), self._decided(place)
            if before != after:
                changed[place.n] = before
                self._db.execute("UPDATE story SET original = ? WHERE n = ?", (after, place.n))
            was, now = before == place.article and place.n not in entered, after == place.article
            if was != now:
                for n, other in self._dependents(place, now).items():
                    if n not in places and place < other:
                        places[n] = other
                        heapq.heappush(queue, other)
        self._body.cache_clear()
        return changed

    def story(self, n: int) -> str:
        """The identifier of the article that one reprints; its own where it reprints none."""
        return str(self._db.execute("SELECT original FROM story WHERE n = ?", (n,)).fetchone()[0])

    def reprints(self) -> dict[str, str]:
        """The articles that reprint another, each with that one, by identifier."""
        return dict(self._db.execute("SELECT article, original FROM story WHERE original <> article ORDER BY article"))

    def _crossed(self) -> set[int]:
        """The articles of keys that became a crowd's, or are none any more."""
        added, self._added = self._added, Counter()
        taken, self._taken = self._taken, Counter()
        out: set[int] = set()
        for key in added.keys() | taken.keys():
            bodies = self._bodies(key, _CROWD + added[key] + 1)
            if _CROWD < bodies <= _CROWD + added[key] or _CROWD - taken[key] < bodies <= _CROWD:
                out.update(n for (n,) in self._db.execute("SELECT n FROM band WHERE key = ?", (key,)))
        return out

    def _bodies(self, key: int, most: int) -> int:
        """How many bodies share a key, counted up to some number."""
        counted = "SELECT COUNT(*) FROM (SELECT DISTINCT body FROM band WHERE key = ? LIMIT ?)"
        return int(self._db.execute(counted, (key, most)).fetchone()[0])

    def _dependents(self, place: _Place, now: bool) -> dict[int, _Place]:
        """The articles that it matters to whether one is an original, which it is now or was before."""
        return self._near(place.n) if now else self._places(self._reprints(place.article))

    def _reprints(self, article: str) -> set[int]:
        found = self._db.execute("SELECT n FROM story WHERE original = ? AND article <> original", (article,))
        return {n for (n,) in found}

    def _near(self, n: int, wanted: str = "") -> dict[int, _Place]:
        """The other articles that one may be one text with, by their numbers."""
        (listed,) = self._db.execute("SELECT keys FROM story WHERE n = ?", (n,)).fetchone()
        keys = [key for key in json.loads(listed) if self._bodies(key, _CROWD + 1) <= _CROWD]
        found = f"{_PLACE} JOIN band USING (n) WHERE key = ? AND n <> ? {wanted}"
        return {row[0]: self._place(row) for key in keys for row in self._db.execute(found, (key, n))}

    def _places(self, numbers: Iterable[int]) -> dict[int, _Place]:
        rows = (self._db.execute(f"{_PLACE} WHERE n = ?", (n,)).fetchone() for n in numbers)
        return {row[0]: self._place(row) for row in rows}

    def _place(self, row: tuple[int, str, str, str, str]) -> _Place:
        n, article, published, date, opening = row
        return _Place(n, article, published, (date, opening), self._text)

    def _decided(self, place: _Place) -> str:
        """The first earlier original that an article is one text with; itself where there is none."""
        near = self._near(place.n, "AND original = story.article").values()
        earlier = sorted(other for other in near if near_in_time(place.published, other.published) and other < place)
        return next((other.article for other in earlier if self._is_one(place, other)), place.article)

    def _is_one(self, one: _Place, two: _Place) -> bool:
        return is_reprint(self._body(one.article), self._body(two.article))
