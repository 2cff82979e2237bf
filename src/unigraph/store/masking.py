"""Masking what the database holds of people who are forgotten."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import product

from unigraph.forgetting import NOBODY, Forgotten, Mask, fold_name, is_sealed, mask_of
from unigraph.ontology import Ontology
from unigraph.resolution import Registry, article_digests, pinyin
from unigraph.store.records import facts_of

__all__ = [
    "Masking",
    "Tainted",
    "masks_of",
    "originals_of",
    "purge_redirects",
    "renamed_sources",
    "tainted_by",
    "write_masked",
]


@dataclass(frozen=True)
class Masking:
    """Masks for articles of the database, by identifier, and what each article that is masked became.

    The second holds also articles that were just read, and were never in the database as they were.
    """

    masks: Mapping[str, Mask] = field(default_factory=dict)
    became: Mapping[str, str] = field(default_factory=dict)
    forgotten: Forgotten = NOBODY


def originals_of(db: sqlite3.Connection, article: str, forgotten: Forgotten) -> list[str]:
    """The sealed identifiers of an article's text, as it is and as it was before names were masked in it."""
    rows = db.execute("SELECT original FROM masked WHERE article = ? ORDER BY original", (article,))
    return [forgotten.seal(article), *(original for (original,) in rows)]


def masks_of(db: sqlite3.Connection, registry: Registry, forgotten: Forgotten, ontology: Ontology) -> dict[str, Mask]:
    """What is to be masked of the articles that are there, by their identifiers."""
    if not forgotten:
        return {}

    def wanted(name: str) -> bool:
        return forgotten.knows("name", fold_name(name)) or forgotten.knows("thing", name)

    listed = [i for (i,) in db.execute("SELECT id FROM article ORDER BY id")]
    recorded = {i for i in listed if any(forgotten.knows("article", s) for s in originals_of(db, i, forgotten))}
    out = {}
    for article in sorted(recorded | registry.articles_naming(wanted)):
        facts = facts_of(db, article)
        mask = mask_of(facts, forgotten, ontology, originals_of(db, article, forgotten)) if facts else None
        if mask is not None:
            out[article] = mask
    return out


def renamed_sources(db: sqlite3.Connection, masks: Mapping[str, Mask]) -> dict[int, str]:
    """The names that sources have when the articles in them are masked."""
    out: dict[int, str] = {}
    for article, mask in sorted(masks.items()):
        rows = db.execute(
            "SELECT id, name FROM source JOIN copy ON copy.source = source.id WHERE article = ?", (article,)
        )
        for source, name in rows:
            out[source] = mask.field(out.get(source, name))
    return out


def write_masked(db: sqlite3.Connection, masking: Masking) -> None:
    """Mask sources and copies, and keep which article is which.

    The articles themselves are taken out and written anew by the caller, as all that changed.
    """
    masks, became, forgotten = masking.masks, masking.became, masking.forgotten
    for source, name in renamed_sources(db, masks).items():
        place, digest, given = db.execute("SELECT place, digest, given FROM source WHERE id = ?", (source,)).fetchone()
        sealed = (x if is_sealed(x) else forgotten.seal(x) for x in (place, digest, given))
        db.execute("UPDATE source SET name = ?, place = ?, digest = ?, given = ? WHERE id = ?", (name, *sealed, source))
    for article, mask in masks.items():
        rows = db.execute(
            "SELECT source, title, published, basis, publisher, page, url FROM copy WHERE article = ?", (article,)
        ).fetchall()
        db.execute("DELETE FROM copy WHERE article = ?", (article,))
        for source, title, published, basis, publisher, page, url in rows:
            fields = (mask.field(title), published, basis, *map(mask.field, (publisher, page, url)))
            db.execute(
                "INSERT OR REPLACE INTO copy VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (source, became[article], *fields)
            )
    for before, after in became.items():
        db.execute("UPDATE masked SET article = ? WHERE article = ?", (after, before))
        db.execute("INSERT OR REPLACE INTO masked VALUES (?, ?)", (forgotten.seal(before), after))


class Tainted:
    """What may not stand in a redirect any more: digests made from texts before they were masked, and names' pinyin."""

    def __init__(self, digests: Iterable[str] = (), names: Iterable[str] = ()) -> None:
        self.digests = frozenset(digests)
        self.spelt = frozenset(p for n in names if (p := pinyin(n, person=True).replace(" ", "")))

    def holds(self, old: str, new: str) -> bool:
        """Whether a redirect tells of somebody who is forgotten; one that leads to another of the name does not."""
        _, _, digest = old.rpartition("-")
        return digest in self.digests or any(p in old and p not in new for p in self.spelt)


def tainted_by(db: sqlite3.Connection, registry: Registry, masks: Mapping[str, Mask]) -> Tainted:
    """What is tainted by the articles that are to be masked, as long as they are there."""
    digests: set[str] = set()
    for article in masks:
        facts = facts_of(db, article)
        if facts is None:
            continue
        ids = registry.ids(article)
        dates = sorted({c.value for c in facts.claims if c.predicate == "startDate"})
        contexts = [(), (article,), *((i,) for i in ids), *product(ids, dates)]
        for number, (entity, thing) in enumerate(zip(facts.entities, ids, strict=True)):
            row = db.execute("SELECT name, aliases FROM thing WHERE id = ?", (thing,)).fetchone()
            called = {entity.name, *((json.loads(row[0]), *json.loads(row[1])) if row else ())}
            digests.update(article_digests(called, article, number, contexts))
    return Tainted(digests, {n for mask in masks.values() for n in mask.names})


def purge_redirects(db: sqlite3.Connection, tainted: Tainted) -> None:
    """Take out the redirects from which a name could be read or guessed."""
    rows = db.execute("SELECT old, new FROM redirect").fetchall()
    db.executemany(
        "DELETE FROM redirect WHERE old = ? AND new = ?", [row for row in rows if tainted.holds(row[0], row[1])]
    )
