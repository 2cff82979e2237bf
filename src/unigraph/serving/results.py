"""SPARQL results in the formats of the W3C."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph as ox

from unigraph.queries.table import Table, Term, to_csv, to_json

__all__ = ["serialized"]

_XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"


def serialized(result: ox.QuerySolutions | ox.QueryBoolean, form: str, most: int) -> tuple[bytes, int]:
    """The result in ``json``, ``xml``, ``csv`` or ``tsv``, and its number of rows; no bytes where it has more than ``most``."""
    if isinstance(result, ox.QueryBoolean):
        return _BOOLEANS[form](bool(result)).encode("utf-8"), 1
    columns = tuple(v.value for v in result.variables)
    rows = tuple(tuple(solution[c] for c in columns) for solution in islice(result, most + 1))
    if len(rows) > most:
        return b"", most + 1
    return _TABLES[form](Table(columns, rows)).encode("utf-8", "replace"), len(rows)


def _xml(table: Table) -> str:
    return "".join(_xml_lines(table))


def _xml_lines(table: Table) -> Iterator[str]:
    yield (
        _XML_HEAD
        + "<head>"
        + "".join(f"<variable name={quoteattr(c)}/>" for c in table.columns)
        + "</head>\n<results>\n"
    )
    for row in table.terms:
        cells = (
            f"<binding name={quoteattr(c)}>{_xml_term(t)}</binding>"
            for c, t in zip(table.columns, row, strict=True)
            if t
        )
        yield f"<result>{''.join(cells)}</result>\n"
    yield "</results>\n</sparql>\n"


_XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">\n'


def _xml_term(term: Term) -> str:
    if isinstance(term, ox.NamedNode):
        return f"<uri>{_xml_text(term.value)}</uri>"
    if isinstance(term, ox.BlankNode):
        return f"<bnode>{_xml_text(term.value)}</bnode>"
    if isinstance(term, ox.Triple):
        parts = (("subject", term.subject), ("predicate", term.predicate), ("object", term.object))
        return "<triple>" + "".join(f"<{name}>{_xml_term(part)}</{name}>" for name, part in parts) + "</triple>"
    kind = f" xml:lang={quoteattr(term.language)}" if term.language else ""
    if not kind and term.datatype.value != _XSD_STRING:
        kind = f" datatype={quoteattr(term.datatype.value)}"
    return f"<literal{kind}>{_xml_text(term.value)}</literal>"


def _xml_text(text: str) -> str:
    """Text without the control characters that no XML can hold."""
    return escape("".join(c if c >= " " or c in "\t\n\r" else "\ufffd" for c in text))


def _tsv(table: Table) -> str:
    lines: list[Sequence[str]] = [[f"?{c}" for c in table.columns]]
    lines += [["" if t is None else _tsv_term(t) for t in row] for row in table.terms]
    return "".join("\t".join(line) + "\n" for line in lines)


def _tsv_term(term: Term) -> str:
    """A term as in Turtle, on one line."""
    return str(term).replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def _boolean_xml(value: bool) -> str:
    return f"{_XML_HEAD}<head/>\n<boolean>{str(value).lower()}</boolean>\n</sparql>\n"


_TABLES: dict[str, Callable[[Table], str]] = {
    "json": to_json,
    "xml": _xml,
    "csv": lambda table: to_csv(table, raw=True),
    "tsv": _tsv,
}
_BOOLEANS: dict[str, Callable[[bool], str]] = {
    "json": lambda value: json.dumps({"head": {}, "boolean": value}) + "\n",
    "xml": _boolean_xml,
    "csv": lambda value: f"{str(value).lower()}\r\n",
    "tsv": lambda value: f"{str(value).lower()}\n",
}
