"""The server's pages and endpoints, as a Starlette application."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from unigraph._output import EXPLORER
from unigraph.errors import OutputError, RequestError
from unigraph.serving.console import asset, page, vocabulary
from unigraph.serving.description import description
from unigraph.serving.guard import Guard, Log
from unigraph.serving.negotiation import GRAPHS, choose
from unigraph.serving.pool import Answer, Pool
from unigraph.serving.requests import body_of, query_of
from unigraph.serving.review import review_routes
from unigraph.serving.snapshot import Snapshots

__all__ = ["Limits", "create_app"]

_BODY = 4
"""Bytes that a character of a query may take in a request's body, form encoding apart."""
_RETRY = "1"
_PAGES = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
)


@dataclass(frozen=True, slots=True)
class Limits:
    """``seconds`` a query may run, ``rows`` of an answer, ``characters`` of a query, queries at a time and waiting."""

    seconds: float = 30.0
    rows: int = 100_000
    characters: int = 100_000
    workers: int = 2
    waiting: int = 100


@dataclass(frozen=True, slots=True)
class Site:
    """``hosts`` are the names by which the server is called, with their port; ``origins`` other sites that may read."""

    hosts: frozenset[str]
    origins: frozenset[str] = field(default_factory=frozenset)


def create_app(
    graph: Path, site: Site, limits: Limits, log: Log, refused: Callable[[OutputError], None], token: str = ""
) -> Starlette:
    """The application that serves a graph's file, with the explorer that lies beside it.

    With a ``token`` whoever has it may decide on facts and merges. Should the graph prove unreadable when it starts,
    ``refused`` is told why, and has to stop the server.
    """

    def pool(store: Path) -> Pool:
        return Pool(store, size=limits.workers, waiting=limits.waiting, seconds=limits.seconds)

    snapshots = Snapshots(graph, pool=pool, log=log)

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        try:
            await snapshots.open()
        except OutputError as error:
            refused(error)
            yield
            return
        log("serving", triples=snapshots.current.triples)
        watch = asyncio.create_task(snapshots.watch())
        yield
        watch.cancel()
        await asyncio.wait([watch])
        await snapshots.close()
        log("stopped")

    endpoints = _Endpoints(graph, snapshots, limits)
    routes = [
        Route("/", endpoints.console),
        Route("/console/{name}", endpoints.asset),
        Route("/sparql", endpoints.sparql, methods=["GET", "POST", "PUT", "DELETE", "PATCH"]),
        Route("/data", endpoints.data, methods=["GET", "POST", "PUT", "DELETE", "PATCH"]),
        Route("/vocabulary", endpoints.vocabulary),
        Route("/explorer", endpoints.explorer),
        Route("/health", endpoints.health),
    ]
    if token:
        routes += review_routes(graph.parent, token, log)
    guard = Middleware(BaseHTTPMiddleware, dispatch=Guard(site.hosts, site.origins, log))
    handlers = {RequestError: _refused}
    return Starlette(routes=routes, middleware=[guard], lifespan=lifespan, exception_handlers=handlers)


class _Endpoints:
    def __init__(self, graph: Path, snapshots: Snapshots, limits: Limits) -> None:
        self._graph, self._snapshots, self._limits = graph, snapshots, limits

    async def sparql(self, request: Request) -> Response:
        """Queries; without one the service description."""
        body = await body_of(request, self._limits.characters * 3 * _BODY)
        content_type = request.headers.get("content-type", "")
        asked = query_of(request.method, request.url.query, content_type, body, longest=self._limits.characters)
        accept = request.headers.get("accept", "")
        if asked is None:
            return self._description(str(request.url_for("sparql")), accept)
        question = {"query": asked.text, "default": asked.default, "named": asked.named, "accept": accept}
        return _response(await self._snapshots.current.answers.ask({**question, "rows": self._limits.rows}))

    def _description(self, endpoint: str, accept: str) -> Response:
        form = choose(accept, GRAPHS) or GRAPHS[0]
        told = description(endpoint, self._snapshots.current.triples, form.name)
        return Response(told, media_type=form.media_types[0])

    async def data(self, request: Request) -> Response:
        """The Graph Store Protocol, read only: the default graph, which holds all."""
        if request.method not in ("GET", "HEAD"):
            raise RequestError(403, "updates are refused: this graph is read only")
        if "graph" in request.query_params:
            raise RequestError(404, "no named graph is here; ask for ?default")
        form = choose(request.headers.get("accept", ""), GRAPHS)
        if form is None:
            raise RequestError(406, "no format that the client takes is offered")
        snapshot = self._snapshots.current
        path = snapshot.folder / f"graph.{form.name}"
        if not path.exists():
            answer = await snapshot.pool.ask({"dump": form.name, "path": str(path)})
            if answer.status != 200:
                return _response(answer)
        return FileResponse(path, media_type=form.media_types[0])

    async def explorer(self, _: Request) -> Response:
        """The explorer that lies beside the graph, with the policy that it carries itself."""
        found = self._graph.with_name(EXPLORER)
        if not found.is_file():
            raise RequestError(
                404, f"no {EXPLORER} beside the graph; make one with: unigraph explore {self._graph.parent}"
            )
        return FileResponse(found, media_type="text/html")

    async def console(self, request: Request) -> Response:
        """The page on which one asks."""
        return Response(page(), media_type="text/html", headers={"Content-Security-Policy": _PAGES})

    async def asset(self, request: Request) -> Response:
        """The console's own script and style; nothing else can be named."""
        found = asset(request.path_params["name"])
        if found is None:
            raise RequestError(404, "no such file")
        return Response(found[0], media_type=found[1])

    async def vocabulary(self, _: Request) -> Response:
        """The named questions, and the names of classes and predicates, for the console."""
        return JSONResponse(vocabulary(self._graph))

    async def health(self, _: Request) -> Response:
        """That the server lives, and how large its graph is."""
        return JSONResponse({"status": "ok", "triples": self._snapshots.current.triples})


def _response(answer: Answer) -> Response:
    headers = {"X-Rows": str(answer.rows)} if answer.status == 200 else {}
    return Response(answer.body, answer.status, headers, media_type=answer.media_type)


async def _refused(_: Request, error: Exception) -> Response:
    status = error.status if isinstance(error, RequestError) else 500
    headers = {"Retry-After": _RETRY} if status == 503 else {"Allow": "GET, POST"} if status == 405 else {}
    return PlainTextResponse(f"{error}\n", status, headers)
