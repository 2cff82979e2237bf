"""The SPARQL 1.1 Protocol: from an HTTP request to a query, or to the reason why it is refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.requests import Request

from unigraph.errors import RequestError

__all__ = ["Query", "query_of"]

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"


@dataclass(frozen=True, slots=True)
class Query:
    """A query with the dataset that the protocol names for it. ``default`` and ``named`` are IRIs of graphs."""

    text: str
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


def query_of(method: str, query_string: str, content_type: str, body: bytes, *, longest: int) -> Query | None:
    """The query of a request; ``None`` for a GET without any, which asks for the service description.

    ``longest`` is the number of characters that a query may have. Raises :class:`~unigraph.errors.RequestError`: 400 for what the protocol
    does not allow, 403 for an update, 405, 413 and 415.
    """
    media, charset = _media(content_type)
    pairs = parse_qsl(query_string, keep_blank_values=True)
    if method == "POST":
        if charset not in ("", "utf-8"):
            raise RequestError(400, f"charset {charset}: send UTF-8")
        if media == UPDATE:
            raise RequestError(403, "updates are refused: this endpoint is read only")
        if media == FORM:
            pairs = parse_qsl(_utf8(body), keep_blank_values=True)
        elif media == QUERY:
            pairs = [("query", _utf8(body)), *(p for p in pairs if p[0] != "query")]
        else:
            raise RequestError(415, f"media type {media or 'missing'}: send {FORM} or {QUERY}")
    elif method not in ("GET", "HEAD"):
        raise RequestError(405, f"{method} is not for queries: use GET or POST")
    return _query(pairs, longest, required=method == "POST")


def _query(pairs: Sequence[tuple[str, str]], longest: int, *, required: bool) -> Query | None:
    values: dict[str, list[str]] = {}
    for name, value in pairs:
        values.setdefault(name, []).append(value)
    if "update" in values:
        raise RequestError(403, "updates are refused: this endpoint is read only")
    queries = values.get("query", [])
    if not queries and not required:
        return None
    if len(queries) != 1:
        raise RequestError(400, f"{len(queries)} queries: send one, as the parameter query")
    if len(queries[0]) > longest:
        raise RequestError(413, f"a query of {len(queries[0])} characters: {longest} are allowed (--max-query)")
    return Query(queries[0], tuple(values.get("default-graph-uri", ())), tuple(values.get("named-graph-uri", ())))


def _media(content_type: str) -> tuple[str, str]:
    media, *parameters = (part.strip() for part in content_type.split(";"))
    charset = next((p.partition("=")[2].strip('"') for p in parameters if p.lower().startswith("charset=")), "")
    return media.lower(), charset.lower()


def _utf8(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        raise RequestError(400, "the request is not UTF-8") from None


async def body_of(request: Request, most: int) -> bytes:
    """The body, of which no more is read than may be sent; :class:`~unigraph.errors.RequestError` for a longer one."""
    out = bytearray()
    async for piece in request.stream():
        out += piece
        if len(out) > most:
            raise RequestError(413, f"a body of more than {most} bytes")
    return bytes(out)
