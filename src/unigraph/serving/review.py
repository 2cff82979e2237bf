"""Deciding in the browser: whoever has the token is asked what ``unigraph review`` asks in the terminal."""

from __future__ import annotations

import asyncio
import json
import secrets
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from unigraph.errors import RequestError, UnigraphError
from unigraph.graph import GraphData
from unigraph.reviewing import COMMANDS, Item, Session, answer, open_questions, reviewer
from unigraph.serving.console import page
from unigraph.serving.requests import body_of

__all__ = ["review_routes"]

_LONGEST = 10_000
"""Bytes of an answer."""
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
)


def review_routes(folder: Path, token: str, log: Callable[..., None]) -> list[Route]:
    """The pages and endpoints of reviewing a folder's graph."""
    desk = _Desk(folder, token, log)
    return [
        Route("/review", desk.page),
        Route("/review/open", desk.open, methods=["POST"]),
        Route("/review/answer", desk.answer, methods=["POST"]),
        Route("/review/apply", desk.apply, methods=["POST"]),
    ]


class _Desk:
    """One sitting at a time: who opens it anew goes on with what is open then."""

    def __init__(self, folder: Path, token: str, log: Callable[..., None]) -> None:
        self._folder, self._token, self._log = folder, token, log
        self._turn = asyncio.Lock()
        self._session: Session | None = None
        self._graph: GraphData | None = None

    async def page(self, _: Request) -> Response:
        """The page itself, which holds nothing of the graph; its script has the token from the address."""
        return Response(page("review"), media_type="text/html", headers={"Content-Security-Policy": _POLICY})

    async def open(self, request: Request) -> Response:
        """Begin: the first question."""
        asked = await self._asked(request)
        async with self._turn:
            self._graph, items = await self._run(open_questions, self._folder, self._tell, str(asked.get("about", "")))
            self._session = Session(self._folder, items, str(asked.get("who", "")) or reviewer(), self._tell)
            return self._next()

    async def answer(self, request: Request) -> Response:
        """Take an answer as the terminal takes it, and tell the next question."""
        asked = await self._asked(request)
        async with self._turn:
            session, item = self._session, self._session.item if self._session else None
            if session is None or self._graph is None:
                raise RequestError(409, "open the review first")
            line = str(asked.get("line", ""))
            if line in ("u", "undo"):
                await self._run(session.undo)
            elif item is None or asked.get("question") != _name(item):
                raise RequestError(409, "that question is no longer open; reload the page")
            else:
                given = await self._run(answer, line, item, self._graph)
                if given.decision is not None:
                    await self._run(session.decide, given.decision)
                    self._log("decided", kind=given.decision.kind)
                elif given.command == "s":
                    session.skip()
            return self._next()

    async def apply(self, request: Request) -> Response:
        """Build the graph again with all decisions, in a process of its own; what is to be told of it."""
        await self._asked(request)
        async with self._turn:
            command = (sys.executable, "-m", "unigraph", "review", str(self._folder), "--apply")
            pipe = asyncio.subprocess.PIPE
            process = await asyncio.create_subprocess_exec(*command, stdout=pipe, stderr=pipe)
            try:
                _, complaint = await process.communicate()
            except asyncio.CancelledError:
                process.kill()
                await process.wait()
                raise
            told = complaint.decode("utf-8", "replace").splitlines()
            return JSONResponse({"code": process.returncode, "told": told})

    async def _asked(self, request: Request) -> dict[str, Any]:
        """The body of a request by somebody who may ask."""
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not secrets.compare_digest(given.encode(), self._token.encode()):
            raise RequestError(401, "open the address that unigraph serve printed; it holds the token")
        if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
            raise RequestError(415, "send JSON")
        try:
            asked = json.loads(await body_of(request, _LONGEST) or b"{}")
        except ValueError:
            raise RequestError(400, "that is no JSON") from None
        if not isinstance(asked, dict):
            raise RequestError(400, "send a JSON object")
        return asked

    async def _run(self, function: Callable[..., Any], *arguments: Any) -> Any:
        """Call what reads or writes files without keeping others waiting."""
        try:
            return await asyncio.to_thread(function, *arguments)
        except UnigraphError as error:
            raise RequestError(400, str(error)) from error

    def _tell(self, line: str) -> None:
        self._log("review", told=line)

    def _next(self) -> Response:
        session = self._session
        assert session is not None
        item = session.item
        asked = None if item is None else _told(item)
        return JSONResponse(
            {"item": asked, "left": session.left, "made": session.made, "commands": dict(COMMANDS)},
            headers={"Cache-Control": "no-store"},
        )


def _name(item: Item) -> str:
    """What a question is called between page and server."""
    return "\t".join(item.yes.subject)


def _told(item: Item) -> dict[str, Any]:
    return {
        "name": _name(item),
        "question": item.question,
        "probability": item.probability,
        "reasons": item.reasons,
        "things": [{"id": thing, "name": anchor.name} for thing, anchor in item.things],
        "passages": [
            {"text": p.text, "title": p.title, "published": p.published, "cue": p.cue, "names": p.names}
            for p in item.passages
        ],
    }
