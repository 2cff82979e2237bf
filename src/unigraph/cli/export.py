"""``unigraph export``."""

from __future__ import annotations

from pathlib import Path

import click

from unigraph.cli._shared import FOLDER, emit


@click.command(no_args_is_help=True)
@click.argument("graph", type=FOLDER, metavar="DIR|FILE", required=False)
@click.option("--to", "form", metavar="FORMAT", help="One of those that --list shows.")
@click.option("-o", "--output", type=FOLDER, metavar="PATH", help="A file or folder; by default beside the graph.")
@click.option("--no-text", is_flag=True, help="Leave the words of articles and sentences out.")
@click.option("--list", "listed", is_flag=True, help="List the formats.")
def command(graph: Path | None, form: str | None, output: Path | None, no_text: bool, listed: bool) -> None:
    """Write a graph in another format.

    \b
    unigraph export --list
    unigraph export out --to csv               tables for a spreadsheet, in out/csv
    unigraph export out --to graphml           a network, in out/graph.graphml
    unigraph export out --to jsonld -o news.jsonld
    """
    from unigraph.formats import FORMATS, export

    if listed:
        emit("\n".join(f"{name:<10}{f.description}" for name, f in FORMATS.items()))
        return
    if graph is None or form is None:
        raise click.UsageError("name a graph and a format with --to, or --list", click.get_current_context())
    from unigraph._output import graph_path
    from unigraph._saving import read_graph

    beside = graph_path(graph).parent
    if form in FORMATS and not FORMATS[form].suffix:
        beside /= form
    for path in export(read_graph(graph), form, output or beside, texts=not no_text):
        emit(str(path))
