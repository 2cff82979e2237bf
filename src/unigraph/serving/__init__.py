"""A graph over HTTP: SPARQL 1.1 Protocol, Graph Store reads, a console and the explorer, on this machine.

Needs the extra ``server``: ``pip install 'unigraph[server]'``.
"""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Iterable
from pathlib import Path

from unigraph._output import graph_path
from unigraph.errors import OutputError, ServerError

__all__ = ["serve"]

_LOCAL = ("localhost", "127.0.0.1", "[::1]")


def serve(
    graph: Path,
    *,
    host: str = "127.0.0.1",
    port: int = 7878,
    origins: Iterable[str] = (),
    names: Iterable[str] = (),
    seconds: float = 30.0,
    rows: int = 100_000,
    characters: int = 100_000,
    workers: int = 2,
    waiting: int = 100,
    token: str = "",
) -> None:
    """Serve until SIGINT or SIGTERM, then finish what is being answered.

    ``names`` are further host names by which it may be called, ``origins`` sites whose pages may ask (CORS). Who
    has the ``token`` may decide on facts and merges; without one nobody may. Raises
    :class:`~unigraph.errors.OutputError` where there is no graph and :class:`~unigraph.errors.ServerError` where the
    port is taken or the extra is missing.
    """
    try:
        import uvicorn

        from unigraph.serving.app import Limits, Site, create_app
        from unigraph.serving.guard import log_to
    except ImportError as error:
        raise ServerError(
            f"{error.name} is not installed; install the server with: pip install 'unigraph[server]'"
        ) from None
    source = graph_path(graph)
    listener = _listener(host, port)
    bound = listener.getsockname()[1]
    hosts = frozenset(f"{name.lower()}:{bound}" for name in (*_LOCAL, host, *names))
    hosts |= frozenset({name.lower() for name in (*_LOCAL, host, *names)} if bound == 80 else ())
    refusals: list[OutputError] = []

    def refused(error: OutputError) -> None:
        refusals.append(error)
        server.should_exit = True

    site, limits = Site(hosts, frozenset(origins)), Limits(seconds, rows, characters, workers, waiting)
    app = create_app(source, site, limits, log_to(), refused, token)
    config = uvicorn.Config(
        app, log_config=None, access_log=False, lifespan="on", timeout_graceful_shutdown=int(seconds) + 5
    )
    server = uvicorn.Server(config)
    with contextlib.suppress(KeyboardInterrupt):  # that is how it is stopped
        server.run(sockets=[listener])
    if refusals:
        raise refusals[0]


def _listener(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(256)
    except OSError as error:
        listener.close()
        raise ServerError(f"cannot listen on {host}:{port} ({error.strerror}); choose another with --port") from error
    return listener
