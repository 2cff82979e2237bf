"""What stands before every request: the names by which the server may be called, who may ask, and the log."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Awaitable, Callable
from typing import Any, TextIO

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

__all__ = ["Guard", "log_to"]

Next = Callable[[Request], Awaitable[Response]]
Log = Callable[..., None]

_SAFE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}


_PREFLIGHT = {"Access-Control-Allow-Methods": "GET, POST", "Access-Control-Allow-Headers": "Accept, Content-Type"}


class Guard:
    """Refuses requests that a foreign page or a rebound name could make a browser send.

    ``hosts`` are the values of ``Host`` that are ours; ``origins`` those of ``Origin`` that may read answers beside our
    own pages.
    """

    def __init__(self, hosts: frozenset[str], origins: frozenset[str], log: Log) -> None:
        self._hosts, self._origins, self._log = hosts, origins, log

    async def __call__(self, request: Request, call_next: Next) -> Response:
        """Answer, or refuse; either way write a line into the log."""
        begun = time.perf_counter()
        origin = request.headers.get("origin", "")
        reason = self._foreign(request.headers.get("host", ""), origin)
        if reason:
            response: Response = PlainTextResponse(f"{reason}\n", 403)
        elif request.method == "OPTIONS" and origin in self._origins:
            response = Response(status_code=204, headers=_PREFLIGHT)
        else:
            response = await call_next(request)
        response.headers.update(_SAFE)
        if origin in self._origins:
            response.headers["Access-Control-Allow-Origin"] = origin
            response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        response.headers["Vary"] = "Accept, Origin"
        self._log(
            "request",
            method=request.method,
            path=request.url.path,
            status=response.status_code,
            ms=round((time.perf_counter() - begun) * 1000, 1),
            rows=response.headers.get("X-Rows"),
        )
        return response

    def _foreign(self, host: str, origin: str) -> str:
        if host.lower() not in self._hosts:
            return f"Host {host!r} is not a name of this server"
        if origin and origin not in self._origins and origin.lower() not in {f"http://{h}" for h in self._hosts}:
            return f"Origin {origin!r} may not ask this server; name it with --cors"
        return ""


def log_to(stream: TextIO | None = None) -> Log:
    """A log of a line of JSON an event, on standard error."""

    def log(event: str, **fields: Any) -> None:
        told = {k: v for k, v in fields.items() if v is not None}
        stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        out = stream or sys.stderr
        out.write(json.dumps({"time": stamp, "event": event, **told}, ensure_ascii=False) + "\n")
        out.flush()

    return log
