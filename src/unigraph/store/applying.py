"""Taking over what a build has read: all of it, in one transaction of the caller's."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from unigraph.decisions import NO_RULING, Numbered, Rulings, at_odds, decided, rule
from unigraph.model import Article, ArticleFacts
from unigraph.ontology import Ontology
from unigraph.resolution import Clash, Profile, Registry, Replaced, profiles
from unigraph.store.codec import read_facts, write_ruling
from unigraph.store.intake import Intake, Taken
from unigraph.store.records import about, article_from, facts_of, merged, redirects_of, text_of
from unigraph.store.redirects import follow, successions

__all__ = ["Changes", "Outcome", "Recipe", "take_over"]


@dataclass(frozen=True, slots=True)
class Changes:
    """What an intake does to the articles: those to be as they are given, those to go, and dates that clash."""

    articles: Mapping[str, Article]
    gone: frozenset[str]
    clashes: tuple[Clash, ...]


@dataclass(frozen=True, slots=True)
class Recipe:
    """What the facts of an article depend on beside it, by a digest, and what its identities depend on.

    ``settings`` are kept in the store with what comes of it.
    """

    reading: str
    ontology: Ontology
    threshold: float
    settings: Mapping[str, str] = field(default_factory=dict)

    @property
    def resolution(self) -> str:
        """A text that differs where identities are to be decided anew."""
        return f"{self.reading} {self.threshold}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is to be told of a take-over: former identifiers in use again, and faults of people's decisions."""

    revived: tuple[str, ...]
    undecided: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Renewed:
    """An article that was read again: its entities as they were, each with the thing it was, and its facts then."""

    before: list[tuple[Profile, str]]
    facts_before: ArticleFacts
    facts: ArticleFacts


def take_over(
    db: sqlite3.Connection,
    intake: Intake,
    changes: Changes,
    recipe: Recipe,
    failed: frozenset[str],
    decisions: Sequence[Numbered],
) -> Outcome:
    """Write sources, articles, people's decisions and identities.

    ``failed`` are articles that could not be read; their sources are tried again the next time.
    """
    for source in sorted(intake.gone):
        db.execute("DELETE FROM copy WHERE source = ?", (source,))
        db.execute("DELETE FROM source WHERE id = ?", (source,))
    for taken in intake.taken:
        _add_source(db, taken, failed)
    registry = Registry(db, recipe.ontology, lambda article: text_of(db, article))
    _take_out(db, registry, changes.gone, failed)
    former = _write_articles(db, changes, recipe, failed)
    rulings = rule(decisions, lambda article: facts_of(db, article), recipe.ontology)
    renewed, ruled = _enter(db, registry, recipe, former, rulings)
    registry.settle()
    revived = _redirect(db, registry, renewed)
    db.execute("DELETE FROM fresh")
    changed = bool(intake.taken or intake.gone or changes.articles or changes.gone or ruled)
    _keep_settings(db, recipe, changed=changed)
    odd = at_odds(rulings.naming, lambda member: registry.ids(member[0])[member[1]])
    return Outcome(tuple(revived), (*rulings.faults, *odd))


def _keep_settings(db: sqlite3.Connection, recipe: Recipe, *, changed: bool) -> None:
    """Write the settings; where anything is not as it was, the outputs are no longer those of the store."""
    before = dict(db.execute("SELECT name, value FROM setting"))
    now = {**recipe.settings, "recipe": recipe.reading, "resolved": recipe.resolution}
    db.executemany("INSERT OR REPLACE INTO setting VALUES (?, ?)", now.items())
    if changed or any(before.get(name) != value for name, value in now.items()):
        db.execute("DELETE FROM setting WHERE name = 'written'")


def _add_source(db: sqlite3.Connection, taken: Taken, failed: frozenset[str]) -> None:
    whole = failed.isdisjoint(a.id for a in taken.articles)
    row = (taken.place, taken.name, taken.digest if whole else "", taken.given)
    source = db.execute("INSERT INTO source (place, name, digest, given) VALUES (?, ?, ?, ?)", row).lastrowid
    articles, _ = merged(taken.articles)
    rows = [
        (source, a.id, a.title, a.published, a.basis, a.publisher, a.page, a.url)
        for a in articles.values()
        if a.id not in failed
    ]
    db.executemany("INSERT INTO copy VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)


def _take_out(db: sqlite3.Connection, registry: Registry, gone: frozenset[str], failed: frozenset[str]) -> None:
    """Articles that no source holds any more, and those that could not be read, whose sources are to be tried again."""
    for article in sorted(gone | failed):
        registry.drop(article)
        db.execute("DELETE FROM article WHERE id = ?", (article,))
    for article in sorted(failed):
        db.execute("UPDATE source SET digest = '' WHERE id IN (SELECT source FROM copy WHERE article = ?)", (article,))
        db.execute("DELETE FROM copy WHERE article = ?", (article,))


def _write_articles(
    db: sqlite3.Connection, changes: Changes, recipe: Recipe, failed: frozenset[str]
) -> dict[str, ArticleFacts | None]:
    """Write articles and what they say; those of which this changed, with what they said before."""
    settings = dict(db.execute("SELECT name, value FROM setting"))
    again = settings.get("recipe") != recipe.reading or settings.get("resolved") != recipe.resolution
    out: dict[str, ArticleFacts | None] = {}
    for article in _to_write(db, changes, again):
        identifier, known = article.id, about(article)
        if identifier in failed:
            continue
        before = db.execute("SELECT about, facts FROM article WHERE id = ?", (identifier,)).fetchone()
        facts = _facts(db, article, recipe, before)
        sources = json.dumps(article.sources, ensure_ascii=False)
        if before and tuple(before) == (known, facts) and not again:
            db.execute("UPDATE article SET sources = ? WHERE id = ?", (sources, identifier))
            continue
        row = (identifier, known, sources, facts, "", article.text)
        db.execute("INSERT OR REPLACE INTO article VALUES (?, ?, ?, ?, ?, ?)", row)
        out[identifier] = read_facts(article, before[1]) if before else None
    return out


def _to_write(db: sqlite3.Connection, changes: Changes, again: bool) -> Iterator[Article]:
    if again:
        for i in [i for (i,) in db.execute("SELECT id FROM article ORDER BY id") if i not in changes.articles]:
            yield article_from(*db.execute("SELECT text, about, sources FROM article WHERE id = ?", (i,)).fetchone())
    yield from (article for _, article in sorted(changes.articles.items()))


def _facts(db: sqlite3.Connection, article: Article, recipe: Recipe, before: tuple[str, str] | None) -> str:
    """What an article says: as it was just read, else as it stands."""
    key = (article.id, about(article), recipe.reading)
    fresh = db.execute("SELECT facts FROM fresh WHERE id = ? AND about = ? AND recipe = ?", key).fetchone()
    return str(fresh[0]) if fresh else before[1] if before else ""


def _enter(
    db: sqlite3.Connection,
    registry: Registry,
    recipe: Recipe,
    former: Mapping[str, ArticleFacts | None],
    rulings: Rulings,
) -> tuple[list[_Renewed], bool]:
    """Enter what changed among the identities: articles that say something else, or on which something was decided.

    Those that were there before, and whether a decision changed anything.
    """
    was_ruled = dict(db.execute("SELECT id, ruling FROM article WHERE ruling <> ''"))
    now_ruled = {a: write_ruling(r) for a, r in rulings.of_article.items()}
    ruled = {a for a in was_ruled.keys() | now_ruled.keys() if was_ruled.get(a) != now_ruled.get(a)}
    renewed = []
    for article in sorted(former.keys() | ruled):
        ruling = rulings.of_article.get(article, NO_RULING)
        facts = facts_of(db, article)
        assert facts is not None
        db.execute("UPDATE article SET ruling = ? WHERE id = ?", (now_ruled.get(article, ""), article))
        before = registry.drop(article)
        now = decided(facts, ruling)
        registry.put(facts.article, profiles(now, recipe.ontology, recipe.threshold, ruling.marks))
        if before:
            renewed.append(_Renewed(before, former.get(article) or facts, facts))
    return renewed, bool(ruled)


def _redirect(db: sqlite3.Connection, registry: Registry, renewed: list[_Renewed]) -> list[str]:
    """Write the redirects as they are now; those that were dropped because their identifier is in use again."""
    known = redirects_of(db)
    replaced: list[Replaced] = list(registry.replaced)
    for one in renewed:
        ids = registry.ids(one.facts.article.id)
        replaced.extend(successions(one.before, one.facts_before, one.facts, ids))
    now = follow(known, replaced, registry.holds)
    db.execute("DELETE FROM redirect")
    db.executemany("INSERT INTO redirect VALUES (?, ?)", [(o, n) for o in sorted(now) for n in sorted(now[o])])
    return sorted(old for old in known if registry.holds(old))
