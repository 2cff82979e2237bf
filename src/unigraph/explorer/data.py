"""What the page knows: a graph as compact JSON, its offsets turned into JavaScript's.

Things are sorted by importance, so that their index is their rank: the first n are the n most important.
Posts become facts from a person to a body that carry the title; dates become facts without an object; awards
are things. All offsets are UTF-16 code units, as JavaScript counts, though the model counts code points.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from unigraph._resources import PACKAGE
from unigraph.explorer.names import pinyin
from unigraph.explorer.style import Styles, predicate_row
from unigraph.graph import GraphData
from unigraph.lexicons.scripts import plain, traditional_pairs
from unigraph.model import Article, Evidence, Fact

__all__ = ["AWARD", "PageData", "page_data"]

AWARD = "Award"

_DATE = re.compile(r"\d{4}(-\d\d){0,2}")

Json = dict[str, Any]


@dataclass(frozen=True)
class PageData:
    """The page's data; and, by rank, the importance of each thing from 0 to 1, and the pairs that are linked."""

    json: Json
    weights: tuple[float, ...]
    links: tuple[tuple[int, int], ...]


def page_data(graph: GraphData, *, title: str, texts: bool, top: int, lang: str) -> PageData:
    """Collect everything that the page shows."""
    facts = [*graph.facts, *(Fact(s, p, o, ()) for s, p, o in graph.background)]
    weights = _weights(graph, facts)
    order = sorted(weights, key=lambda i: (-weights[i], i))
    index = {identifier: rank for rank, identifier in enumerate(order)}
    articles = [_Page(n, a) for n, a in enumerate(sorted(graph.articles.values(), key=_by_date))]
    pages = {p.article.id: p for p in articles}
    dates = _event_dates(graph)
    styles = Styles(graph.ontology)
    rows = _Rows(graph, index, pages, dates)
    things = [_thing(graph, i, styles, dates) for i in order]
    table = [row for fact in facts if (row := rows.fact(fact)) is not None]
    quoted = {(e[0], s) for row in table for e in row.get("e", ()) for s in (e[1], *e[7])}
    mentions = _mentions(graph, index, pages)
    heaviest = max(weights.values(), default=0.0) or 1.0
    data = {
        "title": title,
        "lang": "en" if lang == "en" else "zh",
        "top": max(1, top),
        "texts": texts,
        "words": json.loads((PACKAGE / "explorer" / "assets" / "words.json").read_text(encoding="utf-8")),
        "classes": styles.rows(),
        "predicates": [predicate_row(graph.ontology, name) for name in rows.predicates],
        "rules": list(rows.rules),
        "articles": [_article_row(graph, p, index, quoted, mentions[p.number], texts) for p in articles],
        "things": things,
        "facts": table,
        "simpler": _simpler(things, table, articles),
    }
    links = {tuple(sorted((r["s"], r["o"]))) for r in table if "o" in r and r["s"] != r["o"]}
    return PageData(data, tuple(weights[i] / heaviest for i in order), tuple(sorted(links)))


def _simpler(things: list[Json], facts: list[Json], articles: list[_Page]) -> str:
    """Pairs of a traditional character and its simplified one, for all names that are searched: 總总會会."""
    names = (
        *(n for t in things for n in t["n"]),
        *(f.get("t", "") for f in facts),
        *(a.article.title for a in articles),
    )
    characters = frozenset(plain("".join(names)))
    return "".join(map("".join, traditional_pairs(characters).items()))


def _by_date(article: Article) -> tuple[str, str, str]:
    return article.published or "9", article.title, article.id


class _Page:
    """An article with its number and its code points told as UTF-16 units."""

    def __init__(self, number: int, article: Article) -> None:
        self.number = number
        self.article = article
        self.unit: Callable[[int], int] = int
        if article.text and max(article.text) > "\uffff":
            units = [0, *accumulate(2 if c > "\uffff" else 1 for c in article.text)]
            self.unit = lambda offset: units[min(max(offset, 0), len(units) - 1)]


def _weights(graph: GraphData, facts: list[Fact]) -> dict[str, float]:
    """How much is said of each thing: different neighbours first, then facts, then mentions."""
    neighbours: dict[str, set[str]] = {}
    said: Counter[str] = Counter()
    for fact in facts:
        ends = fact.subject, _other_end(graph, fact)
        for end, other in (ends, ends[::-1]):
            if end and fact.evidence:
                said[end] += 1
                neighbours.setdefault(end, set()).add(other)
    known = [*graph.entities, *graph.awards]
    out = {i: len(neighbours.get(i, set()) - {""}) + 0.3 * min(said[i], 50) for i in known}
    for identifier, entity in graph.entities.items():
        out[identifier] += 0.05 * min(len(entity.mentions), 20)
    return out


def _other_end(graph: GraphData, fact: Fact) -> str:
    """The thing that a fact leads to: an entity, an award, the body of a post; empty for a date."""
    post = graph.posts.get(fact.object)
    end = post.body if post else fact.object
    return end if end in graph.entities or end in graph.awards else ""


def _event_dates(graph: GraphData) -> dict[str, str]:
    """``2026-03-30`` or ``2026-03-28/2026-03-29`` for each event whose date is known."""
    begin: dict[str, str] = {}
    end: dict[str, str] = {}
    for fact in graph.facts:
        if fact.predicate in ("startDate", "endDate") and fact.plain and _DATE.fullmatch(fact.object):
            (begin if fact.predicate == "startDate" else end).setdefault(fact.subject, fact.object)
    return {i: f"{begin[i]}/{end[i]}" if end.get(i, begin[i]) != begin[i] else begin[i] for i in begin}


def _thing(graph: GraphData, identifier: str, styles: Styles, dates: Mapping[str, str]) -> Json:
    entity = graph.entities.get(identifier)
    name = entity.name if entity else graph.awards[identifier].name
    names = [name, *(entity.aliases if entity else ())]
    row: Json = {"id": identifier, "c": styles.number(entity.cls if entity else AWARD), "n": names}
    row["py"] = [pinyin(n) for n in names]
    if identifier in dates:
        row["d"] = dates[identifier]
    if identifier in graph.inferred_years:
        row["i"] = 1
    if entity and entity.adcode:
        row["code"] = entity.adcode
    return row


class _Rows:
    """Turns facts into rows, numbering predicates and rules in the order in which they come."""

    def __init__(
        self, graph: GraphData, index: Mapping[str, int], pages: Mapping[str, _Page], dates: Mapping[str, str]
    ) -> None:
        self.graph, self.index, self.pages, self.dates = graph, index, pages, dates
        self.predicates: dict[str, int] = {}
        self.rules: dict[str, int] = {}

    def fact(self, fact: Fact) -> Json | None:
        """One row; ``None`` where an end is not in the graph."""
        end = _other_end(self.graph, fact)
        predicate = self.graph.ontology.predicates.get(fact.predicate)
        literal = predicate is not None and predicate.literal
        if fact.subject not in self.index or not (end or literal):
            return None
        row: Json = {"s": self.index[fact.subject]}
        row["p"] = self.predicates.setdefault(fact.predicate, len(self.predicates))
        if end:
            row["o"] = self.index[end]
        post = self.graph.posts.get(fact.object)
        if post or literal:
            row["t"] = post.title if post else fact.object
        date = self._date(fact, end)
        if date:
            row["d"] = date
        if not fact.plain:
            row["x"] = 1
        evidence = [self._evidence(e) for e in fact.evidence if e.article in self.pages]
        if evidence:
            row["e"] = evidence
        return row

    def _date(self, fact: Fact, end: str) -> str:
        """The event's where there is one, else the earliest date of which the evidence speaks."""
        event = self.dates.get(end) or self.dates.get(fact.subject)
        spoken = [e.as_of or self._published(e) for e in fact.evidence]
        return event or min(filter(_DATE.fullmatch, spoken), default="")

    def _published(self, evidence: Evidence) -> str:
        page = self.pages.get(evidence.article)
        return page.article.published if page else ""

    def _evidence(self, e: Evidence) -> list[Any]:
        page = self.pages[e.article]
        rule = self.rules.setdefault(e.rule, len(self.rules))
        sure = round(e.confidence, 3)
        return [page.number, e.sentence, page.unit(e.begin), page.unit(e.end), rule, sure, e.as_of, list(e.antecedents)]


def _mentions(graph: GraphData, index: Mapping[str, int], pages: Mapping[str, _Page]) -> list[list[tuple[int, ...]]]:
    """For each article its mentions: thing, sentence, begin, end; in the order of the text, longer ones first."""
    out: list[list[tuple[int, ...]]] = [[] for _ in pages]
    for entity in graph.entities.values():
        for m in entity.mentions:
            if m.article in pages:
                page = pages[m.article]
                out[page.number].append((index[entity.id], m.sentence, page.unit(m.begin), page.unit(m.end)))
    return [sorted(set(found), key=lambda m: (m[2], -m[3], m[0])) for found in out]


def _article_row(
    graph: GraphData,
    page: _Page,
    index: Mapping[str, int],
    quoted: set[tuple[int, int]],
    mentions: list[tuple[int, ...]],
    texts: bool,
) -> Json:
    """With its text, or where texts are left out with the sentences alone that are evidence."""
    article = page.article
    spans = graph.sentences.get(article.id, ())
    row: Json = {"id": article.id, "t": article.title or article.text.split("\n", 1)[0][:80]}
    said = {"d": article.published, "b": article.basis, "pub": article.publisher, "page": article.page}
    row |= {k: v for k, v in (said | {"url": article.url}).items() if v}
    row["src"] = list(article.sources)
    row["by"] = [index[r] for r in graph.reporters.get(article.id, ()) if r in index]
    row["s"] = [page.unit(offset) for span in spans for offset in span]
    if texts:
        row["x"] = article.text
    else:
        numbers = sorted(s for number, s in quoted if number == page.number and s < len(spans))
        row["q"] = {str(s): article.text[spans[s].begin : spans[s].end] for s in numbers}
        mentions = [m for m in mentions if (page.number, m[1]) in quoted]
    row["m"] = [value for m in mentions for value in m]
    return row
