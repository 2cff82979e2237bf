"""The store beside a graph: what was read, what it says, and which things are one; so that a page more costs a page."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from unigraph._memory import uncollected
from unigraph.decisions import Numbered
from unigraph.forgetting import Forgotten, Mask
from unigraph.graph import GraphData
from unigraph.model import Article, ArticleFacts
from unigraph.ontology import Ontology
from unigraph.rdf import redirects_turtle
from unigraph.resolution import Doubt, Registry, Resolved, assemble, doubts
from unigraph.store.applying import Changes, Outcome, Recipe, take_over
from unigraph.store.codec import write_facts
from unigraph.store.intake import Intake, mask_intake, take_in
from unigraph.store.lock import locked
from unigraph.store.masking import (
    Masking,
    masks_of,
    originals_of,
    purge_redirects,
    renamed_sources,
    tainted_by,
    write_masked,
)
from unigraph.store.published import Counts, counts_of, holds, posts_and_honours
from unigraph.store.publishing import MisfitError, Publisher
from unigraph.store.reasons import identity_of
from unigraph.store.records import about, all_facts, article_from, copies_of, facts_of, merged, redirects_of, text_of
from unigraph.store.remembered import Remembered
from unigraph.store.schema import connect, guarded, transaction

__all__ = [
    "Changes",
    "Counts",
    "Intake",
    "Masking",
    "MisfitError",
    "Outcome",
    "Recipe",
    "Remembered",
    "Store",
    "guarded",
    "identity_of",
    "locked",
    "mask_intake",
    "take_in",
]

_NO_MASKING = Masking()


class Store:
    """The database of one graph. What is not applied whole is not applied at all."""

    def __init__(self, path: Path | None) -> None:
        """Open the store of a path, or make it; in memory where there is none.

        Raises :class:`~unigraph.errors.OutputError` where it cannot be used.
        """
        self._path = path
        self.db = connect(path)

    def close(self) -> None:
        """Close the database."""
        self.db.close()

    def setting(self, name: str) -> str:
        """A setting; empty where there is none."""
        found = self.db.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
        return found[0] if found else ""

    def set(self, name: str, value: str) -> None:
        """Keep a setting."""
        with guarded(self._path):
            self.db.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, value))

    def unset(self, name: str) -> None:
        """Forget a setting."""
        with guarded(self._path):
            self.db.execute("DELETE FROM setting WHERE name = ?", (name,))

    @property
    def is_applied(self) -> bool:
        """Whether anything was ever taken over."""
        return bool(self.setting("recipe"))

    @property
    def is_new(self) -> bool:
        """Whether nothing was ever read into it."""
        return not self.is_applied and self.db.execute("SELECT 1 FROM fresh LIMIT 1").fetchone() is None

    def holds_without(self, failed: Container[str]) -> bool:
        """Whether there is an article, known or just read, that is none of those that could not be read."""
        rows = self.db.execute("SELECT id FROM article UNION SELECT id FROM fresh")
        return any(i not in failed for (i,) in rows)

    def masks(self, forgotten: Forgotten, ontology: Ontology) -> dict[str, Mask]:
        """What is to be masked of the articles that are there for people to be forgotten."""
        return masks_of(self.db, self._registry(ontology), forgotten, ontology)

    def holds(self, article: str) -> bool:
        """Whether there is an article of an identifier."""
        return self.db.execute("SELECT 1 FROM article WHERE id = ?", (article,)).fetchone() is not None

    def facts(self, article: str) -> ArticleFacts | None:
        """What an article says, as it was read; ``None`` where it is not there."""
        return facts_of(self.db, article)

    def numbers(self, ontology: Ontology, thing: str) -> dict[str, list[int]]:
        """The articles that speak of a thing of the graph, with the numbers of the entities that are it."""
        return self._registry(ontology).of_thing(thing)

    def writing(self, words: Iterable[str]) -> list[str]:
        """The articles in whose texts one of some words stands."""
        found = {i for w in words for (i,) in self.db.execute("SELECT id FROM article WHERE instr(text, ?) > 0", (w,))}
        return sorted(found)

    def originals(self, article: str, forgotten: Forgotten) -> list[str]:
        """The sealed identifiers of an article's text, as it is and as it was before names were masked in it."""
        return originals_of(self.db, article, forgotten)

    def became(self, sealed: str) -> str:
        """The masked article that one was made, by the sealed identifier that it had; empty where there is none."""
        found = self.db.execute("SELECT article FROM masked WHERE original = ?", (sealed,)).fetchone()
        return found[0] if found else ""

    def text(self, article: str) -> str:
        """The text of an article; empty where there is none."""
        return text_of(self.db, article)

    def changes(self, intake: Intake, masks: Mapping[str, Mask] = MappingProxyType({})) -> Changes:
        """What an intake comes to, article by article; ``masks`` are for articles that are there already."""
        renamed = renamed_sources(self.db, masks)
        masked = [masks[i].of(copy) for i in sorted(masks) for copy in copies_of(self.db, [i], intake.gone, renamed)]
        touched = {
            a for s in intake.gone for (a,) in self.db.execute("SELECT article FROM copy WHERE source = ?", (s,))
        }
        touched |= masks.keys()
        touched |= {a for s in renamed for (a,) in self.db.execute("SELECT article FROM copy WHERE source = ?", (s,))}
        new = [*masked, *(article for taken in intake.taken for article in taken.articles)]
        touched.update(article.id for article in new)
        known = copies_of(self.db, sorted(touched - masks.keys()), intake.gone, renamed)
        articles, clashes = merged([*known, *new])
        return Changes(articles, frozenset(touched - articles.keys()), clashes)

    def unread(self, changes: Changes, recipe: Recipe) -> list[Article]:
        """The articles that are to be read: new ones, those that are dated otherwise, or all where the recipe changed.

        What a build that was not finished has read is not read again.
        """
        wanted = dict(changes.articles)
        if self.setting("recipe") != recipe.reading:
            wanted = {**{a.id: a for a in self._articles() if a.id not in changes.gone}, **wanted}
            kept: set[tuple[str, str]] = set()
        else:
            kept = {row for i in wanted for row in self.db.execute("SELECT id, about FROM article WHERE id = ?", (i,))}
        fresh = self.db.execute("SELECT id, about FROM fresh WHERE recipe = ?", (recipe.reading,))
        known = kept.union(fresh)
        return [wanted[i] for i in sorted(wanted) if (i, about(wanted[i])) not in known]

    def keep(self, facts: Iterable[ArticleFacts], recipe: Recipe) -> None:
        """Keep what was read, for this build or, should it be ended, the next."""
        rows = [(f.article.id, about(f.article), recipe.reading, write_facts(f)) for f in facts]
        with guarded(self._path), transaction(self.db):
            self.db.executemany("INSERT OR REPLACE INTO fresh VALUES (?, ?, ?, ?)", rows)

    def apply(
        self,
        intake: Intake,
        changes: Changes,
        recipe: Recipe,
        failed: frozenset[str],
        decisions: Sequence[Numbered] = (),
        masking: Masking = _NO_MASKING,
    ) -> Outcome:
        """Take over an intake whose articles were read, and people's decisions.

        ``failed`` are articles that could not be read; their sources are tried again the next time. ``masking`` is what
        people who are forgotten make of articles.
        """
        with guarded(self._path), transaction(self.db), uncollected():
            tainted = tainted_by(self.db, self._registry(recipe.ontology), masking.masks)
            write_masked(self.db, masking)
            outcome = take_over(self.db, intake, changes, recipe, failed, decisions)
            purge_redirects(self.db, tainted)
            return outcome

    def vacuum(self) -> None:
        """Write the database anew, so that nothing is left in it of what was taken out."""
        with guarded(self._path):
            self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self.db.execute("PRAGMA temp_store = FILE")  # it is as large as all that is kept
            self.db.execute("VACUUM")
            self.db.execute("PRAGMA temp_store = MEMORY")

    def graph(self, ontology: Ontology, *, base: str, threshold: float) -> GraphData:
        """The graph of all that the store holds."""
        registry = self._registry(ontology)
        with uncollected():
            ids = registry.all_ids()
            articles = [Resolved(facts, ids[facts.article.id]) for facts in all_facts(self.db)]
            reprints = registry.reprints()
            return assemble(articles, registry.things(), ontology, base=base, threshold=threshold, reprints=reprints)

    @contextmanager
    def publishing(
        self, ontology: Ontology, head: bytes, *, threshold: float, texts: bool, old: BinaryIO | None
    ) -> Iterator[Iterator[bytes]]:
        """The graph's Turtle after ``head``, to be written while this is open; then it is what the store knows of.

        ``old`` is the file that was written last, with the same head and options, to copy from where nothing changed.
        Reading on raises :class:`MisfitError` where it is another file.
        """
        with guarded(self._path), transaction(self.db):
            yield Publisher(self.db, ontology, threshold, texts=texts).turtle(head, old)

    def doubts(self, ontology: Ontology, most: int) -> list[Doubt]:
        """What is doubtful about the identities of the ``most`` least certain things."""
        return list(doubts(self._registry(ontology), most))

    def redirects(self, base: str) -> str:
        """What became of former identifiers, as Turtle; empty where there are none. For a graph that was published."""
        return redirects_turtle(redirects_of(self.db), base, *posts_and_honours(self.db), partial(holds, self.db))

    def counts(self) -> Counts:
        """How much a graph that was published holds."""
        return counts_of(self.db)

    def _registry(self, ontology: Ontology) -> Registry:
        return Registry(self.db, ontology, lambda article: text_of(self.db, article))

    def _articles(self) -> Iterator[Article]:
        for text, known, sources in self.db.execute("SELECT text, about, sources FROM article"):
            yield article_from(text, known, sources)
