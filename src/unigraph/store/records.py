"""Rows of the database and the types they stand for."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from unigraph.decisions import decided
from unigraph.model import Article, ArticleFacts
from unigraph.resolution import MEMBER_BITS, Clash, Resolved, merge_articles
from unigraph.store.codec import read_facts, read_ruling

__all__ = [
    "Kept",
    "about",
    "all_facts",
    "article_from",
    "asked",
    "copies_of",
    "facts_of",
    "kept_at",
    "kept_by_name",
    "merged",
    "redirects_of",
    "resolved_articles",
    "text_of",
]


_SAID = "text, about, sources, facts, ruling"
_AT_ONCE = 500
"""Values in one question to the database."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A source that the database holds: its row, name, the digest of its bytes, and of what was given beside it.

    Where names are masked in it, place and digests are sealed, for its name and text could be guessed from them.
    """

    id: int
    name: str
    digest: str
    given: str
    place: str


def kept_at(db: sqlite3.Connection, place: str) -> Kept | None:
    """The source at a place (see :attr:`unigraph.reading.sources.Source.place`)."""
    found = db.execute("SELECT id, name, digest, given, place FROM source WHERE place = ?", (place,)).fetchone()
    return Kept(*found) if found else None


def kept_by_name(db: sqlite3.Connection, name: str) -> list[Kept]:
    """The sources of a name, and those that lie in a folder of that name."""
    below = name.rstrip("/") + "/"
    rows = db.execute(
        "SELECT id, name, digest, given, place FROM source WHERE name = ? OR substr(name, 1, ?) = ? ORDER BY name, id",
        (name, len(below), below),
    )
    return [Kept(*row) for row in rows]


def copies_of(
    db: sqlite3.Connection,
    articles: Iterable[str],
    without: set[int],
    renamed: Mapping[int, str] = MappingProxyType({}),
) -> Iterator[Article]:
    """The copies of some articles in all sources but some, each with its one source, by its new name if it has one."""
    for article in articles:
        rows = db.execute(
            "SELECT source, source.name, article.text, copy.title, published, basis, publisher, page, url FROM copy"
            " JOIN source ON source.id = copy.source JOIN article ON article.id = copy.article WHERE article = ?",
            (article,),
        )
        for source, name, text, title, published, basis, publisher, page, url in rows:
            if source not in without:
                yield Article(text, title, published, basis, publisher, page, url, (renamed.get(source, name),))


def merged(copies: Iterable[Article]) -> tuple[dict[str, Article], tuple[Clash, ...]]:
    """The articles that some copies are, by identifier, and where their dates clash."""
    articles, clashes = merge_articles(copies)
    return {a.id: a for a in articles}, clashes


def about(article: Article) -> str:
    """What is known of an article beside its text; what it says may depend on all but its sources."""
    parts = (article.title, article.published, article.basis, article.publisher, article.page, article.url)
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":"))


def article_from(text: str, known: str, sources: str) -> Article:
    """The article of :func:`about`, its text and its sources, as JSON."""
    article = Article(text, *json.loads(known))
    return replace(article, sources=tuple(json.loads(sources)))


def text_of(db: sqlite3.Connection, article: str) -> str:
    """The text of an article; empty where there is none."""
    found = db.execute("SELECT text FROM article WHERE id = ?", (article,)).fetchone()
    return str(found[0]) if found else ""


def all_facts(db: sqlite3.Connection) -> Iterator[ArticleFacts]:
    """What all articles say after people had their say, in the order of their identifiers."""
    return map(_decided, db.execute(f"SELECT {_SAID} FROM article ORDER BY id"))


def _decided(row: tuple[str, str, str, str, str]) -> ArticleFacts:
    text, known, sources, facts, ruling = row
    return decided(read_facts(article_from(text, known, sources), facts), read_ruling(ruling))


def facts_of(db: sqlite3.Connection, article: str) -> ArticleFacts | None:
    """What an article says, as it was read; ``None`` where it is not there."""
    row = db.execute("SELECT text, about, sources, facts FROM article WHERE id = ?", (article,)).fetchone()
    return read_facts(article_from(*row[:3]), row[3]) if row else None


def resolved_articles(db: sqlite3.Connection, articles: Collection[str]) -> list[Resolved]:
    """What some articles say after people had their say, with the things that they speak of."""
    found = map(_decided, asked(db, f"SELECT {_SAID} FROM article WHERE id IN ({{}})", articles))
    ids: dict[str, list[str]] = {}
    members = asked(
        db,
        "SELECT told.article, member.thing FROM told JOIN member"
        f" ON member.id BETWEEN told.n << {MEMBER_BITS} AND ((told.n + 1) << {MEMBER_BITS}) - 1"
        " WHERE told.article IN ({}) ORDER BY member.id",
        articles,
    )
    for article, thing in members:
        ids.setdefault(article, []).append(thing)
    return [Resolved(facts, ids.get(facts.article.id, [])) for facts in found]


def asked(db: sqlite3.Connection, question: str, values: Iterable[object]) -> Iterator[tuple[Any, ...]]:
    """The answers to a question on any number of values, which stand at its braces."""
    listed = list(values)
    for begin in range(0, len(listed), _AT_ONCE):
        part = listed[begin : begin + _AT_ONCE]
        yield from db.execute(question.format(",".join("?" * len(part))), part)


def redirects_of(db: sqlite3.Connection) -> dict[str, frozenset[str]]:
    """What became of former identifiers."""
    out: dict[str, set[str]] = {}
    for old, new in db.execute("SELECT old, new FROM redirect ORDER BY old, new"):
        out.setdefault(old, set()).add(new)
    return {old: frozenset(new) for old, new in out.items()}
