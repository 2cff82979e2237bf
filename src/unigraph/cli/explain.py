"""``unigraph explain``."""

from __future__ import annotations

from pathlib import Path

import click

from unigraph.cli._shared import FOLDER, console


@click.command(no_args_is_help=True)
@click.argument("graph", type=FOLDER, metavar="DIR|FILE")
@click.argument("name", metavar="NAME")
def command(graph: Path, name: str) -> None:
    """Tell all that a graph says of one thing.

    NAME is a full name, another name of it, its pinyin, or its identifier. Each fact comes with the sentences that say
    it, the article, the date, the rule that made it and how sure it is. A thing of several articles is followed by the
    reasons why they are one, and by what is nearest to it and is another.

    \b
    unigraph explain out 岚川市总工会
    unigraph explain out chenyuanzhou
    unigraph explain out u-441800
    """
    from unigraph._saving import read_graph
    from unigraph.explain import explain, named, render
    from unigraph.store import identity_of

    data = read_graph(graph)
    found = named(data, name)
    screen = console()
    for number, identifier in enumerate(found):
        if number:
            screen.print()
        render(explain(data, identifier), screen)
        for line in identity_of(graph, data, identifier):
            screen.print(line, style="dim", markup=False, highlight=False)
