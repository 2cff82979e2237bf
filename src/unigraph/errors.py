"""One tree of exceptions. Every message is one line and tells the user what to do."""

from __future__ import annotations

__all__ = ["GoldError", "OntologyError", "OptionError", "OutputError", "QueryError", "SourceError", "UnigraphError"]


class UnigraphError(Exception):
    """Anything that unigraph refuses to do; catch this one to catch all."""


class SourceError(UnigraphError):
    """A source cannot be read: missing, empty, not text."""


class OptionError(UnigraphError):
    """An option or argument cannot be taken: a wrong date, an unknown name."""


class OntologyError(UnigraphError):
    """An ontology cannot be used: not Turtle, without our classes."""


class QueryError(UnigraphError):
    """A query cannot be answered: bad SPARQL, an unknown question or parameter."""


class OutputError(UnigraphError):
    """An output cannot be written or read back: no permission, no space, not ours."""


class GoldError(UnigraphError):
    """Gold annotations cannot be read."""
