"""Tables for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

import pyoxigraph as ox

from unigraph.ontology import Ontology
from unigraph.queries.printable import printable
from unigraph.queries.table import Table, Term, Value, named_columns, written

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

__all__ = ["show"]


def show(table: Table, console: Console, ontology: Ontology | None = None) -> None:
    """Draw a table, whose width and Chinese characters rich measures.

    A column ``xName`` or ``xTitle`` stands in one with the identifiers of ``x``, and terms of the ontology have their
    Chinese label. IRIs are told by their last part. Control characters of a hostile text are made visible, so that
    none moves the cursor.
    """
    from rich.table import Table as RichTable
    from rich.text import Text

    labels = _labels(ontology) if ontology else {}
    drawn = RichTable(header_style="bold")
    shown = named_columns(table.columns)
    for identifier, _ in shown:
        right = _all_numbers(row[identifier] for row in table.rows)
        column = Text(printable(table.columns[identifier]))
        drawn.add_column(column, justify="right" if right else "left", overflow="fold")
    for terms in table.terms:
        drawn.add_row(*(_cell(terms[i], None if name is None else terms[name], labels) for i, name in shown))
    console.print(drawn)
    console.print(Text(f"{len(table)} row{'' if len(table) == 1 else 's'}", style="dim"))


def _cell(term: Term | None, name: Term | None, labels: Mapping[str, str]) -> Text:
    """A name with its identifier, which stands alone where there is no name or it says the same."""
    from rich.text import Text

    known = labels.get(term.value, "") if isinstance(term, ox.NamedNode) else ""
    label = printable(written(name) if name is not None else known)
    identifier = _short(term)
    if not label or label == identifier:
        return Text(identifier)
    return Text(label).append(f" {identifier}", style="dim")


def _labels(ontology: Ontology) -> dict[str, str]:
    labels = {c.iri: c.labels for c in ontology.classes.values()}
    labels |= {p.iri: p.labels for p in ontology.predicates.values()}
    labels |= {g.iri: g.labels for one in ontology.data_sets for g in one.gives}
    return {iri: by_language["zh"] for iri, by_language in labels.items() if "zh" in by_language}


def _short(term: Term | None) -> str:
    """An IRI by its last part, anything else as it is."""
    if term is None:
        return ""
    if not isinstance(term, ox.NamedNode):
        return printable(written(term))
    return printable(term.value.rstrip("/#").replace("#", "/").rsplit("/", 1)[-1] or term.value)


def _all_numbers(values: Iterable[Value]) -> bool:
    present = [v for v in values if v is not None]
    return bool(present) and all(isinstance(v, int | float | Decimal) and not isinstance(v, bool) for v in present)
