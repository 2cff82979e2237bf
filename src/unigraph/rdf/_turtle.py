"""A graph as Turtle: sorted, grouped by subject, the same bytes for the same graph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version

from unigraph._output import MARK
from unigraph.graph import GraphData
from unigraph.ontology import Ontology
from unigraph.rdf._describe import Description, describe
from unigraph.rdf._terms import PREFIXES, TurtleTerms

__all__ = ["Header", "block", "make_header", "opening", "read_header", "to_turtle"]

_HEADER = re.compile(MARK + r" version=(\S*) ontology=(\S*) base=(\S+) threshold=([0-9.]+)\s*\Z")


@dataclass(frozen=True, slots=True)
class Header:
    """What a graph was made with, as its first line says; where it differs, the graph is stale."""

    version: str
    ontology: str
    base: str
    threshold: float

    def line(self) -> str:
        """The first line of the graph."""
        return f"{MARK} version={self.version} ontology={self.ontology} base={self.base} threshold={self.threshold}"


@cache
def _package_version() -> str:
    try:
        return version("unigraph")
    except PackageNotFoundError:
        return "0"


def make_header(ontology: Ontology, base: str, threshold: float) -> Header:
    """The header of a graph that this version makes with these options."""
    return Header(_package_version(), ontology.version, base, float(threshold))


def read_header(data: bytes | str) -> Header | None:
    """What the first line of a Turtle file says; ``None`` where it is not one of our graphs."""
    start = data[:4096]
    text = start if isinstance(start, str) else start.decode("utf-8", "replace")
    found = _HEADER.match(text.partition("\n")[0])
    if not found:
        return None
    try:
        return Header(found[1], found[2], found[3], float(found[4]))
    except ValueError:
        return None


def to_turtle(graph: GraphData, *, texts: bool = True) -> str:
    """The graph as Turtle; without ``texts`` the words of articles and sentences are left out.

    The first line is a comment that :func:`read_header` reads. Each subject stands once, its classes first.
    """
    head = opening(make_header(graph.ontology, graph.base, graph.threshold))
    return head + "".join(map(block, describe(graph, TurtleTerms(), texts=texts)))


def opening(header: Header) -> str:
    """What stands before the first subject."""
    prefixes = {"id": header.base, **PREFIXES}
    return header.line() + "\n" + "".join(f"@prefix {p}: <{namespace}> .\n" for p, namespace in prefixes.items())


def block(described: Description[str]) -> str:
    """What stands of one subject."""
    lines = [f"{p} {o[0]}" if len(o) == 1 else f"{p} {', '.join(o)}" for p, o in described.properties]
    return "\n" + described.subject + " " + " ;\n    ".join(lines) + " .\n"
