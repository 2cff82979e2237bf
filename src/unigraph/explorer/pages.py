"""Articles for the page: their rows, their words and what is named where, in JavaScript's offsets."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from itertools import accumulate
from typing import Any, Literal

from unigraph.graph import GraphData
from unigraph.model import Article, Occurrence

__all__ = ["Page", "Texts", "article_row", "numbered", "text_row"]

Texts = Literal["whole", "quoted", "none"]
"""Whether the page holds articles' texts, only the sentences that are evidence, or not even those."""

Json = dict[str, Any]


class Page:
    """An article with its number, its mentions, and its code points told as UTF-16 units."""

    def __init__(self, number: int, article: Article) -> None:
        self.number = number
        self.article = article
        self.mentions: list[tuple[str, Occurrence]] = []
        self.unit: Callable[[int], int] = int
        if article.text and max(article.text) > "\uffff":
            units = [0, *accumulate(2 if c > "\uffff" else 1 for c in article.text)]
            self.unit = lambda offset: units[min(max(offset, 0), len(units) - 1)]


def numbered(graph: GraphData) -> dict[str, Page]:
    """The articles of a graph by identifier, in the order of their dates."""
    order = sorted(graph.articles.values(), key=lambda a: (a.published or "9", a.title, a.id))
    pages = {article.id: Page(number, article) for number, article in enumerate(order)}
    for entity in graph.entities.values():
        for mention in entity.mentions:
            if mention.article in pages:
                pages[mention.article].mentions.append((entity.id, mention))
    return pages


def article_row(graph: GraphData, page: Page, index: Mapping[str, int]) -> Json:
    """What is known of an article, without its words."""
    article = page.article
    row: Json = {"id": article.id, "t": article.title or article.text.split("\n", 1)[0][:80]}
    said = {"d": article.published, "b": article.basis, "pub": article.publisher, "page": article.page}
    row |= {k: v for k, v in (said | {"url": article.url}).items() if v}
    if article.id in graph.reprints:
        row["of"] = graph.reprints[article.id]
    row["src"] = list(article.sources)
    row["by"] = [index[r] for r in graph.reporters.get(article.id, ()) if r in index]
    return row


def text_row(
    graph: GraphData, page: Page, index: Mapping[str, int], said: Collection[tuple[int, int]], texts: Texts
) -> Json:
    """An article's words with its sentences and mentions; where texts are left out, the sentences alone that are said.

    ``s`` has begin and end of each sentence, one after another; ``m`` thing, sentence, begin and end of each mention,
    in the order of the text, longer ones first.
    """
    spans = graph.sentences.get(page.article.id, ())
    row: Json = {"s": [page.unit(offset) for span in spans for offset in span]}
    mentions = {(index[i], m.sentence, page.unit(m.begin), page.unit(m.end)) for i, m in page.mentions if i in index}
    if texts == "whole":
        row["x"] = page.article.text
    else:
        numbers = sorted(s for number, s in said if number == page.number and s < len(spans))
        row["q"] = {str(s): page.article.text[spans[s].begin : spans[s].end] for s in numbers}
        mentions = {m for m in mentions if (page.number, m[1]) in said}
    row["m"] = [value for m in sorted(mentions, key=lambda m: (m[2], -m[3], m[0])) for value in m]
    return row
