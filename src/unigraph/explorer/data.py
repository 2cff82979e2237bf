"""What the page knows: a graph as compact JSON in parts, its offsets turned into JavaScript's.

Things are sorted by importance, so that their index is their rank: the first n are the n most important.
Posts become facts from a person to a body that carry the title; dates become facts without an object; awards
are things. All offsets are UTF-16 code units, as JavaScript counts, though the model counts code points.

What the page needs to draw, search and filter is read at once; evidence and texts are read when they are asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from typing import Any, Literal

from unigraph.explorer.answers import Named
from unigraph.explorer.importance import all_facts, event_dates, fact_date, other_end, weights
from unigraph.explorer.names import pinyin
from unigraph.explorer.pages import Page, Texts, article_row, numbered, text_row
from unigraph.explorer.style import Styles, predicate_row
from unigraph.graph import GraphData
from unigraph.lexicons.scripts import plain, traditional_pairs
from unigraph.model import Evidence, Fact
from unigraph.outside import Outside

__all__ = ["AWARD", "PageData", "page_data"]

AWARD = "Award"

Json = dict[str, Any]
Kind = Literal["things", "facts", "articles", "evidence", "texts"]

_AT_ONCE: Mapping[Kind, int] = {"things": 2500, "facts": 5000, "articles": 2500, "evidence": 300}
"""Rows in a part: few enough that no part takes long to parse."""
_CHARACTERS = 60_000
"""The words of so many articles stand in one part."""


@dataclass(frozen=True)
class PageData:
    """The page's data, and of each thing by rank the importance from 0 to 1; and the pairs that are linked.

    ``parts`` are lists of rows: of things, facts and articles, which belong together by their order; of the facts'
    evidence, 300 facts a part; and of articles' texts, where ``head["texts_at"]`` has the first article of each part.
    """

    head: Json
    parts: Mapping[Kind, tuple[list[Any], ...]]
    weights: tuple[float, ...]
    links: tuple[tuple[int, int], ...]
    names: Named


def page_data(graph: GraphData, *, texts: Texts = "whole") -> PageData:
    """Collect everything that the page shows of a graph."""
    facts = all_facts(graph)
    weight = weights(graph, facts)
    order = sorted(weight, key=lambda i: (-weight[i], i))
    index = {identifier: rank for rank, identifier in enumerate(order)}
    pages = numbered(graph)
    styles = Styles(graph.ontology)
    rows = _Rows(graph, index, pages)
    things = [_thing(graph, i, styles, rows.dates, pages) for i in order]
    told = [(fact, row) for fact in facts if (row := rows.fact(fact)) is not None]
    evidence = [[rows.evidence(e) for e in fact.evidence if e.article in pages] for fact, _ in told]
    if not any(page.article.text for page in pages.values()):
        texts = "none"  # a graph that was built without them
    said = {(e[0], s) for proofs in evidence for e in proofs for s in (e[1], *e[7])}
    spoken = [text_row(graph, page, index, said, texts) for page in pages.values()]
    by_text = list(_by_size(spoken)) if texts != "none" else []
    head = {
        "texts": texts,
        "classes": styles.rows(),
        "predicates": [predicate_row(graph.ontology, name) for name in rows.predicates],
        "rules": list(rows.rules),
        "counts": {"things": len(things), "facts": len(told), "articles": len(pages)},
        "evidence_at": _AT_ONCE["evidence"],
        "texts_at": list(accumulate(map(len, by_text), initial=0))[:-1],
        "simpler": _simpler(things, [row for _, row in told], pages),
    }
    parts: dict[Kind, tuple[list[Any], ...]] = {
        "things": _cut(things, "things"),
        "facts": _cut([row for _, row in told], "facts"),
        "articles": _cut([article_row(graph, page, index) for page in pages.values()], "articles"),
        "evidence": _cut(evidence, "evidence"),
        "texts": tuple(by_text),
    }
    heaviest = max(weight.values(), default=0.0) or 1.0
    links = {_pair(row["s"], row["o"]) for _, row in told if "o" in row and row["s"] != row["o"]}
    named = Named(graph, index, {i: p.number for i, p in pages.items()})
    return PageData(head, parts, tuple(weight[i] / heaviest for i in order), tuple(sorted(links)), named)


def _pair(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)


def _cut(rows: list[Any], kind: Kind) -> tuple[list[Any], ...]:
    size = _AT_ONCE[kind]
    return tuple(rows[at : at + size] for at in range(0, len(rows), size))


def _by_size(rows: Sequence[Json]) -> Iterator[list[Json]]:
    batch: list[Json] = []
    held = 0
    for row in rows:
        batch.append(row)
        held += len(row.get("x", "")) + sum(map(len, row.get("q", {}).values()))
        if held >= _CHARACTERS:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch


def _simpler(things: list[Json], facts: list[Json], pages: Mapping[str, Page]) -> str:
    """Pairs of a traditional character and its simplified one, for all names that are searched: 總总會会."""
    names = (
        *(n for t in things for n in t["n"]),
        *{f.get("t", "") for f in facts},
        *(p.article.title for p in pages.values()),
    )
    characters = frozenset(plain("".join(names)))
    return "".join(map("".join, traditional_pairs(characters).items()))


def _thing(
    graph: GraphData, identifier: str, styles: Styles, dates: Mapping[str, str], pages: Mapping[str, Page]
) -> Json:
    """Names, pinyin, class and date; ``m``: the articles that name it, each with how often, the oftenest first."""
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
    if entity:
        row |= _known(Outside.of(entity, graph.ontology))
    counts: dict[int, int] = {}
    for mention in entity.mentions if entity else ():
        if mention.article in pages:
            number = pages[mention.article].number
            counts[number] = counts.get(number, 0) + 1
    if counts:
        row["m"] = list(chain.from_iterable(sorted(counts.items())))
    return row


def _known(known: Outside) -> Json:
    """``w``: the item of Wikidata, ``wc`` where it is only a close match; ``at``: coordinates; ``st``: stock codes."""
    row: Json = {"w": known.wikidata} if known.wikidata else {}
    if known.match == "close":
        row["wc"] = 1
    if known.latitude is not None:
        row["at"] = [known.latitude, known.longitude]
    if known.stock_codes:
        row["st"] = list(known.stock_codes)
    return row


class _Rows:
    """Turns facts into rows, numbering predicates and rules in the order in which they come."""

    def __init__(self, graph: GraphData, index: Mapping[str, int], pages: Mapping[str, Page]) -> None:
        self.graph, self.index, self.pages = graph, index, pages
        self.dates = event_dates(graph)
        self.predicates: dict[str, int] = {}
        self.rules: dict[str, int] = {}

    def fact(self, fact: Fact) -> Json | None:
        """One row; ``None`` where an end is not in the graph. ``a`` and ``q``: articles, and the first sentence."""
        end = other_end(self.graph, fact)
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
        date = fact_date(self.graph, fact, self.dates)
        if date:
            row["d"] = date
        if not fact.plain:
            row["x"] = 1
        proofs = [e for e in fact.evidence if e.article in self.pages]
        if proofs:
            row["c"] = round(max(e.confidence for e in proofs), 3)
            row["a"] = list(dict.fromkeys(self.pages[e.article].number for e in proofs))
            row["q"] = proofs[0].sentence
        return row

    def evidence(self, e: Evidence) -> list[Any]:
        """Article, sentence, begin and end of the cue, rule, confidence, date, earlier sentences."""
        page = self.pages[e.article]
        rule = self.rules.setdefault(e.rule, len(self.rules))
        sure = round(e.confidence, 3)
        return [page.number, e.sentence, page.unit(e.begin), page.unit(e.end), rule, sure, e.as_of, list(e.antecedents)]
