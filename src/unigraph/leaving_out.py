"""Leaving people out of a build who are forgotten: of what is read, of what was read before, and of decisions."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass

from unigraph.decisions import Numbered, decisions_text, parse_decisions
from unigraph.errors import ForgetError
from unigraph.forgetting import FORGOTTEN, Forgotten, Mask, mask_of, move_decisions
from unigraph.model import Article, ArticleFacts
from unigraph.resolution import merge_articles
from unigraph.store import Changes, Intake, Masking, Recipe, Store, mask_intake

__all__ = ["LeftOut", "leave_out"]

_BATCH = 256
"""Articles whose facts are kept at once."""

Read = Callable[[Sequence[Article]], Generator[ArticleFacts | str, None, None]]
"""Reads articles, in their order; a reason for each that cannot be read."""


@dataclass(frozen=True)
class LeftOut:
    """What is masked. ``behind``: whether people are forgotten of whom the store does not know yet."""

    masking: Masking
    behind: bool

    @property
    def masks(self) -> Mapping[str, Mask]:
        """Those for articles that are in the store."""
        return self.masking.masks

    def moved(self, store: Store, decisions: Sequence[Numbered], changes: Changes) -> Sequence[Numbered]:
        """Decisions without those on people who are forgotten, tied to the masked articles; the same where none changes."""
        forgotten, became = self.masking.forgotten, self.masking.became
        if not forgotten or not decisions:
            return decisions

        def moved(article: str) -> list[str]:
            sealed = forgotten.seal(article)
            now = became.get(article) or store.became(sealed) or article
            return [now, sealed, *store.originals(now, forgotten)]

        def text(article: str) -> str:
            return changes.articles[article].text if article in changes.articles else store.text(article)

        before = [n.decision for n in decisions]
        left = move_decisions(before, forgotten, moved, text)
        return decisions if left == before else parse_decisions(decisions_text(left))


def leave_out(
    store: Store, intake: Intake, recipe: Recipe, forgotten: Forgotten, read: Read, *, keep: bool = True
) -> LeftOut:
    """Mask what an intake has read, before anything of it is kept, and find what is to be masked in the store.

    Whether an article speaks of somebody is seen by reading it; what was read of one that does not is kept,
    unless it is to be read otherwise. Raises :class:`~unigraph.errors.ForgetError` where the store leaves people out
    whom ``forgotten`` does not know.
    """
    behind = forgotten.version != store.setting("forgotten")
    if not forgotten and behind:
        raise ForgetError(f"{FORGOTTEN} is gone, so those who were forgotten would be known again; bring it back")
    if not forgotten:
        return LeftOut(Masking(), behind=False)
    masks = store.masks(forgotten, recipe.ontology) if behind else {}
    articles, _ = merge_articles(a for taken in intake.taken for a in taken.articles)
    new = [a for a in articles if a.id not in masks and not store.holds(a.id)]
    found = {**masks, **_masks(store, new, recipe, forgotten, read, keep)}
    became = {i: mask.of(Article(store.text(i))).id for i, mask in masks.items()}
    became.update((a.id, found[a.id].of(a).id) for a in articles if a.id in found)
    mask_intake(intake, found, forgotten)
    return LeftOut(Masking(masks, became, forgotten), behind)


def _masks(
    store: Store, articles: Sequence[Article], recipe: Recipe, forgotten: Forgotten, read: Read, keep: bool
) -> dict[str, Mask]:
    out: dict[str, Mask] = {}
    facts: list[ArticleFacts] = []
    with closing(read(articles)) as outcomes:
        for article, outcome in zip(articles, outcomes, strict=True):
            if isinstance(outcome, str):  # it will be told when it is read again
                continue
            mask = mask_of(outcome, forgotten, recipe.ontology, store.originals(article.id, forgotten))
            if mask is not None:
                out[article.id] = mask
                continue
            if keep:
                facts.append(outcome)
            if len(facts) >= _BATCH:
                store.keep(facts, recipe)
                facts = []
    store.keep(facts, recipe)
    return out
