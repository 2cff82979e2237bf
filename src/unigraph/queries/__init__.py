"""Questions to a graph: SPARQL text, files, or one of the named questions in ``ontology/queries``."""

from __future__ import annotations

from unigraph.queries.display import show
from unigraph.queries.questions import Parameter, Question, bind, parse_question, questions
from unigraph.queries.running import PREFIXES, ask, load_store, run
from unigraph.queries.table import Table, Value, named_columns, to_csv, to_json, written

__all__ = [
    "PREFIXES",
    "Parameter",
    "Question",
    "Table",
    "Value",
    "ask",
    "bind",
    "load_store",
    "named_columns",
    "parse_question",
    "questions",
    "run",
    "show",
    "to_csv",
    "to_json",
    "written",
]
