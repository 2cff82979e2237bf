"""One tree of exceptions. Every message tells the user what to do, in one line, or in one line a fault."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = [
    "DecisionError",
    "ForgetError",
    "GoldError",
    "LexiconError",
    "OntologyError",
    "OptionError",
    "OutputError",
    "QueryError",
    "RequestError",
    "ServerError",
    "SourceError",
    "UnigraphError",
]


class UnigraphError(Exception):
    """Anything that unigraph refuses to do; catch this one to catch all."""


class SourceError(UnigraphError):
    """A source cannot be read: missing, empty, not text."""


class OptionError(UnigraphError):
    """An option or argument cannot be taken: a wrong date, an unknown name."""


class OntologyError(UnigraphError):
    """An ontology cannot be used: not Turtle, without our classes."""


class LexiconError(UnigraphError):
    """A user's lexicon cannot be used; ``faults`` are all that is wrong with it, a line each, with file and line."""

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(self.faults))

    def __reduce__(self) -> tuple[type[LexiconError], tuple[tuple[str, ...]]]:
        return LexiconError, (self.faults,)


class QueryError(UnigraphError):
    """A query cannot be answered: bad SPARQL, an unknown question or parameter."""


class OutputError(UnigraphError):
    """An output cannot be written or read back: no permission, no space, not ours."""


class GoldError(UnigraphError):
    """Gold annotations cannot be read."""


class DecisionError(UnigraphError):
    """People's decisions cannot be read: a wrong line, a kind that there is not; ``faults`` are all, a line each."""

    @property
    def faults(self) -> tuple[str, ...]:
        """What is wrong, a line each."""
        return tuple(str(self).splitlines())


class ForgetError(UnigraphError):
    """Nobody can be forgotten, or known again: no key, a table that cannot be read; ``faults`` are its lines."""

    @property
    def faults(self) -> tuple[str, ...]:
        """What is wrong, a line each."""
        return tuple(str(self).splitlines())


class ServerError(UnigraphError):
    """The server cannot start: the port is taken, the extra is not installed."""


class RequestError(UnigraphError):
    """A request that the server does not answer, with its status of HTTP."""

    def __init__(self, status: int, reason: str) -> None:
        self.status = status
        super().__init__(reason)

    def __reduce__(self) -> tuple[type[RequestError], tuple[int, str]]:
        return RequestError, (self.status, str(self))
