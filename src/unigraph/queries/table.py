"""The answer to a query as plain frozen data, and its forms for programs: CSV and JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any, Literal, TypeAlias

import pyoxigraph as ox

__all__ = ["Table", "Term", "Value", "named_columns", "to_csv", "to_json", "written"]

Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Value: TypeAlias = str | int | float | Decimal | bool | None

_XSD = "http://www.w3.org/2001/XMLSchema#"
_STRING = _XSD + "string"
_INTEGERS = ("integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger", "unsignedInt")
_CONVERTERS: Mapping[str, Any] = {
    **dict.fromkeys((_XSD + name for name in _INTEGERS), int),
    _XSD + "decimal": Decimal,
    _XSD + "double": float,
    _XSD + "float": float,
    _XSD + "boolean": {"true": True, "1": True, "false": False, "0": False}.__getitem__,
}
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Table:
    """Columns and rows of an answer.

    ``kind`` is ``select``; ``ask``, with one column ``answer`` and one row; or ``graph``, the triples of a CONSTRUCT
    or DESCRIBE as columns ``subject``, ``predicate`` and ``object``. ``terms`` are the RDF terms, row by row, ``None``
    where a variable is unbound.
    """

    columns: tuple[str, ...]
    terms: tuple[tuple[Term | None, ...], ...]
    kind: Literal["select", "ask", "graph"] = "select"

    @cached_property
    def rows(self) -> tuple[tuple[Value, ...], ...]:
        """Plain values: IRIs, texts and dates as ``str``; numbers and booleans as their Python types."""
        return tuple(tuple(map(_value, row)) for row in self.terms)

    def __len__(self) -> int:
        return len(self.terms)


def named_columns(columns: tuple[str, ...]) -> list[tuple[int, int | None]]:
    """The columns to show, each with the one that names its things: ``chair`` with ``chairName``."""
    places = {column: index for index, column in enumerate(columns)}
    named = {c: places.get(c + "Name", places.get(c + "Title")) for c in columns}
    names = set(named.values())
    return [(index, named[column]) for column, index in places.items() if index not in names]


def to_csv(table: Table, *, raw: bool = False) -> str:
    """SPARQL 1.1 CSV, with CRLF line ends and IRIs in full.

    A text that a spreadsheet would run as a formula (it starts with ``=``, ``+``, ``-``, ``@``, a tab or a carriage
    return) gets a ``'`` before it; ``raw`` leaves all texts as they are, byte for byte as the W3C has it.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_cell(term, raw) for term in row] for row in table.terms)
    return out.getvalue()


def to_json(table: Table) -> str:
    """SPARQL 1.1 Query Results JSON; the triples of a graph as if selected by their three columns."""
    answer: dict[str, Any]
    if table.kind == "ask":
        answer = {"head": {}, "boolean": table.rows[0][0]}
    else:
        bindings = [
            {column: _json(term) for column, term in zip(table.columns, row, strict=True) if term is not None}
            for row in table.terms
        ]
        answer = {"head": {"vars": list(table.columns)}, "results": {"bindings": bindings}}
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def _value(term: Term | None) -> Value:
    if term is None:
        return None
    if isinstance(term, ox.Literal):
        convert = _CONVERTERS.get(term.datatype.value, str)
        try:
            value: Value = convert(term.value)
        except (ValueError, ArithmeticError, KeyError):  # an ill-typed literal stays what was written
            return term.value
        return value
    return written(term)


def written(term: Term) -> str:
    """A term as SPARQL 1.1 CSV writes it: IRIs and the words of literals bare."""
    if isinstance(term, ox.BlankNode | ox.Triple):
        return str(term)
    return term.value


def _cell(term: Term | None, raw: bool) -> str:
    if term is None:
        return ""
    text = written(term)
    number = isinstance(term, ox.Literal) and term.datatype.value in _CONVERTERS and not isinstance(_value(term), str)
    return text if raw or number or not text.startswith(_FORMULA_STARTS) else "'" + text


def _json(term: Term) -> dict[str, Any]:
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, ox.Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {name: _json(part) for name, part in parts.items()}}
    out = {"type": "literal", "value": term.value}
    if term.language:
        out["xml:lang"] = term.language
    elif term.datatype.value != _STRING:
        out["datatype"] = term.datatype.value
    return out
