"""``unigraph explore``."""

from __future__ import annotations

from pathlib import Path

import click

from unigraph.cli._shared import FOLDER, emit


@click.command(no_args_is_help=True)
@click.argument("graph", type=FOLDER, metavar="DIR")
@click.option("--print", "only_print", is_flag=True, help="Tell where the page is, and open nothing.")
def command(graph: Path, only_print: bool) -> None:
    """Open a graph's explorer in the browser.

    The page is one file that needs no network; send it to whom you like. Where it is missing it is made anew from
    the graph.

    \b
    unigraph explore out
    unigraph explore out --print
    """
    from unigraph._output import EXPLORER, graph_path, write_file

    source = graph_path(graph)
    page = source.with_name(EXPLORER)
    if not page.exists():
        from unigraph._saving import read_graph
        from unigraph.explorer import render

        write_file(page, render(read_graph(source)))
    emit(str(page))
    if not only_print:
        import webbrowser

        if not webbrowser.open(page.resolve().as_uri()):
            click.echo("unigraph: no browser found; open the file above in one", err=True)
