"""A page's text to its articles: split, joined, dated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from unigraph.errors import SourceError
from unigraph.model import Article
from unigraph.reading.blocks import Block, read_blocks
from unigraph.reading.dates import check_date, date_of_dateline, full_date
from unigraph.reading.lines import clean
from unigraph.reading.marks import Kind
from unigraph.reading.metadata import Row
from unigraph.reading.splitting import Draft, split

__all__ = ["articles_of", "read_text"]


def read_text(
    text: str, *, published: str = "", source: str = "", publisher: str = "", page: str = "", url: str = ""
) -> tuple[Article, ...]:
    """The articles of a page, or the one article that a text is.

    ``published`` is the date of articles that state none, ``YYYY-MM-DD`` or ``YYYY-MM``; ``publisher``, ``page`` and
    ``url`` hold for all. Raises :class:`~unigraph.errors.SourceError` where there is no text and
    :class:`~unigraph.errors.OptionError` for a wrong date.
    """
    if published:
        check_date(published)
    return articles_of(text, source=source, row=Row("", publisher, page, url), default=published)


def articles_of(text: str, *, source: str = "", row: Row, default: str = "", name: str = "") -> tuple[Article, ...]:
    """The articles of a page. The date is the row's, else as stated, else the default, else that of the name."""
    cleaned = clean(text)
    if not cleaned.strip():
        raise SourceError("no text")
    drafts = split(read_blocks(cleaned)) or [Draft(parts=[Block(Kind.BODY, " ".join(cleaned.split()), 0)])]
    return tuple(_article(draft, cleaned, source, row, default, name) for draft in drafts)


def _article(draft: Draft, page: str, source: str, row: Row, default: str, name: str) -> Article:
    title = " ".join(draft.headline)
    paragraphs = [title] if title else []
    paragraphs += [part.text for part in draft.parts]
    stated = ""
    return Article(
        "\n".join(paragraphs), title, row.published or stated or default or name,
        "given" if row.published or default else "filename" if name else "",
        row.publisher, row.page, row.url, (source,) if source else (),
    )
