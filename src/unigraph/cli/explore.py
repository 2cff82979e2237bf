"""``unigraph explore``."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from unigraph.cli._shared import FOLDER, emit, tell

if TYPE_CHECKING:
    from unigraph.explorer import Selection
    from unigraph.explorer.pages import Texts
    from unigraph.graph import GraphData


@click.command(no_args_is_help=True)
@click.argument("graph", type=FOLDER, metavar="DIR")
@click.option("--around", multiple=True, metavar="NAME", help="Only what stands around a thing. May be repeated.")
@click.option("--steps", type=click.IntRange(1, 6), default=2, show_default=True, help="How far around it.")
@click.option("--since", default="", metavar="DATE", help="Only facts of this day, month or year, or later.")
@click.option("--until", default="", metavar="DATE", help="Only facts of this day, month or year, or earlier.")
@click.option("--top", type=click.IntRange(1), default=None, metavar="N", help="Only the N most important things.")
@click.option("--no-text", is_flag=True, help="Leave out the articles; the sentences that are evidence stay.")
@click.option("--no-evidence", is_flag=True, help="Leave out the sentences as well.")
@click.option("--title", default="", metavar="TEXT", help="What stands above the page.")
@click.option(
    "--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="The language it opens in."
)
@click.option("-o", "--output", type=FOLDER, metavar="FILE.html", help="Write the page there.")
@click.option("--print", "only_print", is_flag=True, help="Tell where the page is, and open nothing.")
def command(
    graph: Path,
    around: tuple[str, ...],
    steps: int,
    since: str,
    until: str,
    top: int | None,
    no_text: bool,
    no_evidence: bool,
    title: str,
    lang: str,
    output: Path | None,
    only_print: bool,
) -> None:
    """Open a graph's explorer in the browser.

    The page is one file that needs no network; send it to whom you like. Without options it is the one that lies
    beside the graph, made anew where it is missing. With options a page of its own is made, in the file that -o
    names, else in a temporary folder.

    \b
    unigraph explore out
    unigraph explore out --around 清远市总工会 --steps 1 -o 清远.html
    unigraph explore out --since 2026-03 --until 2026-04 --title "三四月" --no-text -o spring.html
    """
    from unigraph._output import EXPLORER, graph_path

    source = graph_path(graph)
    page = source.with_name(EXPLORER)
    made_to_order = bool(around or since or until or top or no_text or no_evidence or title or lang != "zh" or output)
    if made_to_order or not page.exists():
        from unigraph._output import write_file
        from unigraph._saving import read_graph
        from unigraph.explorer import render
        from unigraph.store import locked

        page = (output or _temporary()) if made_to_order else page
        texts: Texts = "none" if no_evidence else "quoted" if no_text else "whole"
        # no build may put another graph beside the page while it is made
        with nullcontext() if made_to_order else locked(page.parent, tell):
            chosen = _chosen(read_graph(source), around, steps, since, until, top)
            write_file(page, render(chosen, title=title, texts=texts, lang=lang))
    emit(str(page))
    if not only_print and not output:
        import webbrowser

        if not webbrowser.open(page.resolve().as_uri()):
            click.echo("unigraph: no browser found; open the file above in one", err=True)


def _temporary() -> Path:
    import tempfile

    from unigraph._output import EXPLORER

    return Path(tempfile.mkdtemp(prefix="unigraph-"), EXPLORER)


def _chosen(data: GraphData, around: tuple[str, ...], steps: int, since: str, until: str, top: int | None) -> Selection:
    from unigraph.explorer import MOST, chosen

    return chosen(data, around=around, steps=steps, since=since, until=until, top=top or MOST)
