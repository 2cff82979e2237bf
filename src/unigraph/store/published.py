"""What the database knows of a graph that was published from it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from unigraph.model import Post
from unigraph.rdf import Honour
from unigraph.resolution import date_key, preferred
from unigraph.store.publishing import NAMED

__all__ = ["Counts", "counts_of", "holds", "posts_and_honours"]


_NO_DAY = date_key("2000-01").removeprefix("2000-01")
"""Ends the keys of dates that are a month."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a graph holds: articles, those of them that reprint others, and their first and last date; things that sentences name, by class; plain
    facts, by predicate; all things, honours among them; and of each class the thing of which most is said, by name.
    """

    articles: int
    reprints: int
    dates: tuple[str, ...]
    classes: Mapping[str, int]
    predicates: Mapping[str, int]
    things: int
    most: Mapping[str, tuple[int, str]]


def counts_of(db: sqlite3.Connection) -> Counts:
    """Counts of a graph that was published; the most first, by name where they are as many."""
    (articles,) = db.execute("SELECT COUNT(*) FROM told").fetchone()
    (reprints,) = db.execute("SELECT COUNT(*) FROM story WHERE original <> article").fetchone()
    dates = db.execute("SELECT MIN(date), MAX(date) FROM told WHERE date < ?", (date_key(""),)).fetchone()
    classes = db.execute(
        "SELECT cls, COUNT(*) FROM thing JOIN degree ON degree.thing = thing.id AND predicate = ?"
        " GROUP BY cls ORDER BY 2 DESC, 1",
        (NAMED,),
    )
    predicates = db.execute(
        "SELECT predicate, SUM(facts) FROM degree WHERE predicate <> ? GROUP BY predicate ORDER BY 2 DESC, 1", (NAMED,)
    )
    (things,) = db.execute("SELECT (SELECT COUNT(*) FROM thing) + (SELECT COUNT(DISTINCT id) FROM honour)").fetchone()
    most = db.execute(
        "SELECT cls, name, MAX(n) FROM (SELECT thing, SUM(facts) AS n FROM degree WHERE predicate <> ? GROUP BY thing)"
        " JOIN thing ON thing.id = thing GROUP BY cls",
        (NAMED,),
    )
    return Counts(
        articles,
        reprints,
        tuple(date.removesuffix(_NO_DAY) for date in dates if date),
        dict(classes),
        dict(predicates),
        things,
        {cls: (n, json.loads(name)) for cls, name, n in most},
    )


def holds(db: sqlite3.Connection, identifier: str) -> bool:
    """Whether anything in a graph that was published has an identifier."""
    tables = ("thing", "post", "honour")
    return any(db.execute(f"SELECT 1 FROM {t} WHERE id = ?", (identifier,)).fetchone() for t in tables)


def posts_and_honours(db: sqlite3.Connection) -> tuple[list[Post], list[Honour]]:
    """Posts at bodies that replaced others, and the honours that these gave."""
    posts = db.execute("SELECT id, title, body FROM post WHERE body IN (SELECT new FROM redirect)")
    named: dict[tuple[str, str], list[str]] = {}
    for identifier, giver, name in db.execute(
        "SELECT id, giver, name FROM honour WHERE giver IN (SELECT new FROM redirect)"
    ):
        named.setdefault((identifier, giver), []).append(name)
    honours = [Honour(identifier, preferred(*names), giver) for (identifier, giver), names in named.items()]
    return [Post(*row) for row in posts], honours
