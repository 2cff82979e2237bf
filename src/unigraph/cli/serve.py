"""``unigraph serve``."""

from __future__ import annotations

import secrets
from pathlib import Path

import click

from unigraph.cli._shared import FOLDER, emit


@click.command(no_args_is_help=True)
@click.argument("graph", type=FOLDER, metavar="DIR")
@click.option("--port", type=click.IntRange(1, 65535), default=7878, show_default=True)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--name", "names", multiple=True, metavar="HOST", help="A further name by which it may be called.")
@click.option("--cors", "origins", multiple=True, metavar="ORIGIN", help="A site whose pages may ask it.")
@click.option("--timeout", type=click.FloatRange(0.1), default=30.0, show_default=True, help="Seconds a query may run.")
@click.option("--max-rows", type=click.IntRange(1), default=100_000, show_default=True, help="Rows of an answer.")
@click.option("--max-query", type=click.IntRange(1), default=100_000, show_default=True, help="Characters of a query.")
@click.option("--workers", type=click.IntRange(1, 64), default=2, show_default=True, help="Queries answered at a time.")
@click.option("--waiting", type=click.IntRange(0), default=100, show_default=True, help="Queries that may wait.")
@click.option("--allow-review", is_flag=True, help="Let whoever has the printed address decide on facts and merges.")
def command(
    graph: Path,
    port: int,
    host: str,
    names: tuple[str, ...],
    origins: tuple[str, ...],
    timeout: float,
    max_rows: int,
    max_query: int,
    workers: int,
    waiting: int,
    allow_review: bool,
) -> None:
    """Serve a graph: SPARQL endpoint, console and explorer, on this machine.

    \b
    unigraph serve out
    unigraph serve out --port 8000 --timeout 10 --cors https://yasgui.org

    \b
    http://127.0.0.1:7878/           a console, with the named questions
    http://127.0.0.1:7878/sparql     the endpoint: SPARQL 1.1 Protocol, read only
    http://127.0.0.1:7878/data       the graph itself: Graph Store Protocol, read only
    http://127.0.0.1:7878/explorer   the explorer
    http://127.0.0.1:7878/health
    http://127.0.0.1:7878/review     with --allow-review: the least certain facts and merges, to decide on

    A graph that is built anew is taken up by itself. Requests are logged on standard error, a line of JSON each.
    """
    from unigraph.serving import serve

    token = secrets.token_urlsafe() if allow_review else ""
    emit(f"http://{host}:{port}/")
    if token:
        emit(f"http://{host}:{port}/review#{token}")
    serve(
        graph,
        host=host,
        port=port,
        origins=origins,
        names=names,
        seconds=timeout,
        rows=max_rows,
        characters=max_query,
        workers=workers,
        waiting=waiting,
        token=token,
    )
