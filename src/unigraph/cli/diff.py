"""``unigraph diff``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from unigraph.cli._shared import FOLDER, console, emit

if TYPE_CHECKING:
    from rich.console import Console

    from unigraph.difference import Difference


@click.command(no_args_is_help=True)
@click.argument("old", type=FOLDER, metavar="OLD")
@click.argument("new", type=FOLDER, metavar="NEW")
@click.option("--format", "form", type=click.Choice(["table", "json", "markdown"]), default="table", show_default=True)
@click.option("--check", is_flag=True, help="Exit with 1 where anything differs.")
def command(old: Path, new: Path, form: str, check: bool) -> int:
    """Tell what differs between two graphs.

    OLD and NEW are folders or files of graphs. Things that came, went, changed, were merged or split, and facts that
    came, went or changed, each with a sentence that says it. A thing with a new identifier is the same where the same
    words of the same articles name it.

    \b
    unigraph diff out-march out-april
    unigraph diff out new-out --format markdown > changes.md
    unigraph diff expected out --check
    """
    from unigraph._saving import read_graph
    from unigraph.difference import compare, to_json, to_markdown

    difference = compare(read_graph(old), read_graph(new))
    if form == "table":
        _show(difference, console())
    else:
        emit(to_json(difference) if form == "json" else to_markdown(difference))
    return 1 if check and difference else 0


def _show(difference: Difference, screen: Console) -> None:
    from rich.table import Table
    from rich.text import Text

    from unigraph.difference.report import lines_of_change
    from unigraph.queries.printable import printable

    if not difference:
        screen.print(Text("no difference"))
    if difference.articles or difference.things:
        table = Table("", "class", "thing", header_style="bold")
        for kind, identifier, title in difference.articles:
            table.add_row(kind, "Article", Text(printable(f"{title} {identifier}")))
        for change in difference.things:
            table.add_row(change.kind, change.cls, Text(printable(lines_of_change(change))))
        screen.print(table)
    if difference.facts:
        table = Table("", "subject", "predicate", "object", "sentence", header_style="bold")
        for s in difference.facts:
            told = Text(printable(s.sentence)).append(f" {'; '.join(s.notes)}", style="dim")
            table.add_row(
                s.kind, *map(Text, map(printable, (s.subject_label, s.predicate_label, s.object_label))), told
            )
        screen.print(table)
    for name, counts in difference.counts.items():
        if counts:
            screen.print(Text(f"{name}: " + ", ".join(f"{n} {kind}" for kind, n in sorted(counts.items()))))
