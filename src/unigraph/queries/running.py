"""Asking a graph: SPARQL in, a table out. pyoxigraph does the work."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from pathlib import Path

import pyoxigraph as ox

from unigraph._output import graph_path
from unigraph.errors import OutputError, QueryError
from unigraph.ontology import UG
from unigraph.queries.questions import Question, bind, calls_service, first_word, parse_question, questions
from unigraph.queries.table import Table, Term

__all__ = ["PREFIXES", "ask", "explained", "load_store", "run"]

PREFIXES: Mapping[str, str] = {
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "http://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "ug": UG,
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Prefixes that a query may use without declaring them."""

_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_SENTENCE = re.compile(r"\b[A-Z][a-z]+ [^,]{10,}")
_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_ORDER = re.compile(r"\bORDER\s+BY\b", re.IGNORECASE)
_CHARACTERS = re.compile(r"\[[^]]*\]")  # classes of characters, which tell a user nothing


def load_store(source: Path | str | bytes) -> ox.Store:
    """A graph in memory, to be asked: from a folder with a ``graph.ttl``, from an RDF file, or from Turtle itself.

    ``bytes`` are Turtle, and so is a ``str`` of more than one line; any other ``str`` is a path.
    Raises :class:`~unigraph.errors.OutputError` where there is no graph or it cannot be read.
    """
    store = ox.Store()
    if isinstance(source, bytes) or (isinstance(source, str) and "\n" in source):
        data, name, form = source, "graph", ox.RdfFormat.TURTLE
        data = data.encode("utf-8") if isinstance(data, str) else data
    else:
        path = graph_path(source)
        name = str(source)
        form = ox.RdfFormat.from_extension(path.suffix[1:]) or ox.RdfFormat.TURTLE
        try:
            data = path.read_bytes()
        except OSError as error:
            raise OutputError(f"{name}: cannot read the graph ({error.strerror})") from error
    try:
        store.bulk_load(data, format=form)
    except (SyntaxError, ValueError) as error:
        raise OutputError(f"{name}: not valid RDF: {' '.join(str(error).split())}") from error
    return store


def run(store: ox.Store, query: str, *, parameters: Mapping[str, str] | None = None) -> Table:
    """Answer a SPARQL query, whose ``$names`` are set by ``parameters``.

    Rows of a query without ORDER BY are sorted, so that equal graphs give equal answers. Named graphs are asked as if
    one. Raises :class:`~unigraph.errors.QueryError` where the query cannot be read or answered.
    """
    return _run(store, parse_question("", query), parameters or {})


def ask(store: ox.Store, name: str, parameters: Mapping[str, str] | None = None) -> Table:
    """Answer one of :func:`~unigraph.queries.questions` by its name.

    Raises :class:`~unigraph.errors.QueryError` for an unknown name, or a parameter that does not fit.
    """
    known = {q.name: q for q in questions()}
    if name not in known:
        near = difflib.get_close_matches(name, known, n=3)
        hint = f"did you mean {' or '.join(near)}?" if near else "list them with: unigraph query --list"
        raise QueryError(f"no question is named {name!r}; {hint}")
    return _run(store, known[name], parameters or {})


def _run(store: ox.Store, question: Question, parameters: Mapping[str, str]) -> Table:
    sparql = bind(question, parameters)
    if calls_service(sparql):
        raise QueryError("SERVICE is not answered: unigraph asks no other server; take that part out of the query")
    try:
        result = store.query(sparql, prefixes=dict(PREFIXES), use_default_graph_as_union=True)
        return _table(result, ordered=_ORDER.search(sparql) is not None)
    except (SyntaxError, ValueError, OSError, RuntimeError) as error:
        raise QueryError(explained(str(error), sparql)) from error


def _table(result: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, ordered: bool) -> Table:
    if isinstance(result, ox.QueryBoolean):
        return Table(("answer",), ((ox.Literal(bool(result)),),), "ask")
    rows: list[tuple[Term | None, ...]]
    if isinstance(result, ox.QuerySolutions):
        columns = tuple(v.value for v in result.variables)
        rows = [tuple(solution[c] for c in columns) for solution in result]
        return Table(columns, tuple(rows if ordered else sorted(rows, key=str)))
    rows = [(t.subject, t.predicate, t.object) for t in result]
    return Table(("subject", "predicate", "object"), tuple(sorted(rows, key=str)), "graph")


def explained(message: str, sparql: str) -> str:
    """One line for a user out of what the engine says."""
    first = first_word(sparql)
    if first.upper() not in _FORMS:
        begins = f"begins with {first}" if first else "is empty"
        return f"not valid SPARQL: a query is SELECT, ASK, CONSTRUCT or DESCRIBE, and this one {begins}"
    found = _PLACE.fullmatch(message)
    if not found:
        return f"the query cannot be answered: {' '.join(message.split())}"
    line, column = int(found[1]), int(found[2]) - 1
    written = (sparql.splitlines() or [""])[line - 1] if line <= len(sparql.splitlines()) else ""
    word = written.rfind(" ", 0, column) + 1
    place = f"near “{written[word : word + 30].strip()}”" if written[word:].strip() else "at the end of the line"
    return f"not valid SPARQL: line {line}, column {column + 1}, {place}: {_reason(found[3])}"


def _reason(message: str) -> str:
    reason = _CHARACTERS.sub("", " ".join(message.split())).strip(" ,")
    if "Prefix not found" in reason:
        return f"a prefix is not declared; known without PREFIX are {', '.join(PREFIXES)}"
    said = _SENTENCE.search(reason)
    return said[0] if said else reason if len(reason) < 100 else reason[:97] + "…"
