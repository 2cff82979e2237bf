"""One article a text: the same words under two paths are one article with both sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from unigraph.model import Article, ArticleFacts

__all__ = ["Clash", "date_key", "merge_articles", "merge_facts"]

_NO_DATE = "9999"
_BASES = ("given", "stated", "filename", "inferred")


class Clash(NamedTuple):
    """One article that is dated in more ways than one: the earlier date was kept."""

    article: str
    title: str
    kept: str
    others: tuple[str, ...]
    sources: tuple[str, ...]


def date_key(published: str) -> str:
    """Sorts dates in time: a month after its days, no date last."""
    return (published + "-99" if len(published) == 7 else published) or _NO_DATE


def merge_articles(articles: Iterable[Article]) -> tuple[tuple[Article, ...], tuple[Clash, ...]]:
    """The distinct articles by identifier, each with the sources of all its copies, and where their dates clash.

    Of several dates the earliest is kept, the fuller where one only leaves out the day. Publisher, page and address
    come from the copy whose date is kept, else from the first that has them.
    """
    copies: dict[str, list[Article]] = {}
    for article in articles:
        copies.setdefault(article.id, []).append(article)
    merged = [_merge(copies[i]) for i in sorted(copies)]
    return tuple(a for a, _ in merged), tuple(c for _, c in merged if c is not None)


def merge_facts(facts: Iterable[ArticleFacts]) -> tuple[ArticleFacts, ...]:
    """As :func:`merge_articles`, for what was extracted: that of the copy whose date is kept. Sorted by date, text."""
    copies: dict[str, list[ArticleFacts]] = {}
    for one in facts:
        copies.setdefault(one.article.id, []).append(one)
    merged = []
    for same in copies.values():
        first = min(same, key=lambda f: _rank(f.article))
        article, _ = _merge([f.article for f in same])
        merged.append(first if len(same) == 1 else replace(first, article=article))
    return tuple(sorted(merged, key=lambda f: (date_key(f.article.published), f.article.text)))


def _rank(article: Article) -> tuple[str | int | tuple[str, ...], ...]:
    basis = _BASES.index(article.basis) if article.basis in _BASES else len(_BASES)
    date = date_key(article.published)
    return (
        date,
        basis,
        not article.publisher,
        article.publisher,
        article.page,
        article.url,
        article.title,
        article.sources,
    )


def _merge(copies: list[Article]) -> tuple[Article, Clash | None]:
    ranked = sorted(copies, key=_rank)
    first = ranked[0]
    sources = tuple(sorted({s for a in ranked for s in a.sources}))
    dates = sorted({a.published for a in ranked if a.published}, key=date_key)
    others = tuple(d for d in dates if not first.published.startswith(d))
    article = replace(
        first,
        sources=sources,
        publisher=next((a.publisher for a in ranked if a.publisher), ""),
        page=next((a.page for a in ranked if a.page), ""),
        url=next((a.url for a in ranked if a.url), ""),
    )
    clash = Clash(article.id, article.title, article.published, others, sources) if others else None
    return article, clash
