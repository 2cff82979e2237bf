"""Which format a client gets: content negotiation by RFC 9110, over the formats of SPARQL results and of RDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["GRAPHS", "RESULTS", "Format", "choose"]


@dataclass(frozen=True, slots=True)
class Format:
    """A format by its short name, and the media types by which clients ask for it, that of the answer first."""

    name: str
    media_types: tuple[str, ...]


RESULTS = (
    Format("json", ("application/sparql-results+json", "application/json")),
    Format("xml", ("application/sparql-results+xml", "application/xml", "text/xml")),
    Format("csv", ("text/csv",)),
    Format("tsv", ("text/tab-separated-values",)),
)
"""SELECT and ASK; a client that takes anything gets the first."""

GRAPHS = (
    Format("turtle", ("text/turtle", "application/x-turtle")),
    Format("ntriples", ("application/n-triples", "text/plain")),
    Format("rdfxml", ("application/rdf+xml", "application/xml", "text/xml")),
    Format("jsonld", ("application/ld+json", "application/json")),
)
"""CONSTRUCT, DESCRIBE, the graph itself and the service description."""


def choose(accept: str, offered: Sequence[Format]) -> Format | None:
    """The offered format that an ``Accept`` header likes best, the first of equals; ``None`` where it takes none.

    >>> choose("text/csv;q=0.5, application/sparql-results+xml", RESULTS).name
    'xml'
    >>> choose("", RESULTS).name
    'json'
    >>> choose("image/png", RESULTS) is None
    True
    """
    wishes = [_wish(part) for part in accept.split(",") if part.strip()] or [("*/*", 1.0)]
    best, liked = None, 0.0
    for offer in offered:
        quality = max(_quality(media, wishes) for media in offer.media_types)
        if quality > liked:
            best, liked = offer, quality
    return best


def _wish(part: str) -> tuple[str, float]:
    media, *parameters = (p.strip() for p in part.split(";"))
    quality = next((p[2:] for p in parameters if p.startswith("q=")), "1")
    try:
        return media.lower(), min(1.0, max(0.0, float(quality)))
    except ValueError:
        return media.lower(), 0.0


def _quality(media: str, wishes: Sequence[tuple[str, float]]) -> float:
    """That of the most particular range which holds a media type."""
    for wanted in (media, media.split("/")[0] + "/*", "*/*"):
        found = [quality for name, quality in wishes if name == wanted]
        if found:
            return max(found)
    return 0.0
