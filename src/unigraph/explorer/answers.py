"""The named questions that need no more to be told, answered for the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias

from unigraph.graph import GraphData

if TYPE_CHECKING:
    from unigraph.queries import Table

__all__ = ["ROWS", "Named", "answers"]

ROWS = 300
"""Rows of an answer that stand in the page."""

_FIRST = ("who-chaired", "who-signed", "who-was-visited", "hosts", "speakers", "posts", "awards", "timeline")
"""What readers of union news ask most, before the rest by name."""

Cell: TypeAlias = "str | float | int | bool | dict[str, int] | list[str] | None"
"""A value; ``{"i": n}`` a thing and ``{"a": n}`` an article of the page; two labels, Chinese and English, of a term."""


@dataclass(frozen=True)
class Named:
    """The numbers of things and articles in the page, by identifier."""

    graph: GraphData
    things: Mapping[str, int]
    articles: Mapping[str, int]


def answers(named: Named) -> list[dict[str, Any]]:
    """Every question without a required parameter: its titles, columns, first rows, and how many rows there are."""
    from unigraph.queries import ask, load_store, questions
    from unigraph.rdf import to_turtle

    # No question of these asks where things are mentioned, and mentions are most of a large graph.
    unnamed = {i: replace(e, mentions=()) for i, e in named.graph.entities.items()}
    store = load_store(to_turtle(replace(named.graph, entities=unnamed), texts=False).encode("utf-8", "replace"))
    labels = dict(_labels(named.graph))
    out = []
    asked = [q for q in questions() if not any(p.required for p in q.parameters)]
    for question in sorted(asked, key=lambda q: (_FIRST.index(q.name) if q.name in _FIRST else len(_FIRST), q.name)):
        table = ask(store, question.name)
        out.append({"name": question.name, **question.titles, **_shown(table, named, labels)})
    return out


def _shown(table: Table, named: Named, labels: Mapping[str, list[str]]) -> dict[str, Any]:
    from unigraph.queries import named_columns

    shown = named_columns(table.columns)
    rows = [
        [_cell(row, identifier, name, named, labels) for identifier, name in shown]
        for row in zip(table.terms[:ROWS], table.rows[:ROWS], strict=True)
    ]
    return {"columns": [table.columns[i] for i, _ in shown], "rows": rows, "total": len(table)}


def _cell(
    row: tuple[tuple[Any, ...], tuple[Any, ...]],
    identifier: int,
    name: int | None,
    named: Named,
    labels: Mapping[str, list[str]],
) -> Cell:
    terms, values = row
    value = values[identifier]
    if value is None or not _is_iri(terms[identifier]):
        return float(value) if isinstance(value, Decimal) else value
    local = str(value).removeprefix(named.graph.base)
    if local in named.things:
        return {"i": named.things[local]}
    if local in named.articles:
        return {"a": named.articles[local]}
    return labels.get(str(value)) or (values[name] if name is not None and values[name] else local)


def _is_iri(term: Any) -> bool:
    import pyoxigraph as ox

    return isinstance(term, ox.NamedNode)


def _labels(graph: GraphData) -> Iterator[tuple[str, list[str]]]:
    terms = [(c.iri, c.name, c.labels) for c in graph.ontology.classes.values()]
    terms += [(p.iri, p.name, p.labels) for p in graph.ontology.predicates.values()]
    terms += [(g.iri, g.iri, g.labels) for one in graph.ontology.data_sets for g in one.gives]
    for iri, name, labels in terms:
        chinese = labels.get("zh") or name
        yield iri, [chinese, labels.get("en") or chinese]
