"""``unigraph review``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from unigraph.cli._shared import FOLDER, console, progress, tell

if TYPE_CHECKING:
    from rich.console import Console

    from unigraph.graph import GraphData
    from unigraph.reviewing import Item, Session


@click.command(no_args_is_help=True)
@click.argument("folder", type=FOLDER, metavar="DIR")
@click.option("--who", default=None, metavar="NAME", help="Who decides; by default the name you are logged in by.")
@click.option("--about", default="", metavar="NAME", help="Only what concerns one thing.")
@click.option("--limit", type=click.IntRange(1), default=None, metavar="N", help="No more than so many questions.")
@click.option("--no-apply", is_flag=True, help="Write the decisions down and leave the graph to the next build.")
@click.option("--apply", is_flag=True, help="Ask nothing; build the graph again with the decisions as they are.")
def command(folder: Path, who: str | None, about: str, limit: int | None, no_apply: bool, apply: bool) -> int:
    """Go through the least certain facts and merges of a graph, those first where an answer mends most.

    Answer y or n, with a reason after it if you like; ? lists the other answers. Every decision goes into
    decisions.csv in the folder as it is made. When you are done, the graph is built again with them.

    \b
    unigraph review out
    unigraph review out --about 陈远舟 --who 何静
    unigraph review out --apply
    """
    from unigraph.reviewing import Session, open_questions, reviewer

    if apply:
        return _apply(folder)
    graph, items = open_questions(folder, tell, about)
    session = Session(folder, items[:limit], reviewer() if who is None else who, tell)
    _go_through(session, graph, console())
    if not session.made:
        return 0
    if no_apply:
        tell("the decisions count from the next build on")
        return 0
    return _apply(folder)


def _apply(folder: Path) -> int:
    from unigraph.building import rebuild
    from unigraph.cli._summary import notices

    with progress(quiet=False) as told:
        made = rebuild(folder, tell, told)
    for line in notices(made):
        tell(line)
    return 1 if made.undecided else 0


def _go_through(session: Session, graph: GraphData, screen: Console) -> None:
    """Ask until there is nothing to ask, or nobody who answers."""
    while (item := session.item) is not None:
        _show(item, session.left, screen)
        while session.item is item:
            screen.print("[bold]y n s u w merge split rename retype q ?[/bold] > ", end="")
            line = sys.stdin.readline()
            if not line or not _obey(line, item, session, graph, screen):
                screen.print(f"\n{session.made} decided, {session.left} left")
                return
    screen.print(f"{session.made} decided, nothing left to ask")


def _obey(line: str, item: Item, session: Session, graph: GraphData, screen: Console) -> bool:
    """Do what a line says; whether to go on."""
    from unigraph.errors import OptionError
    from unigraph.reviewing import answer

    if line.strip() in ("?", "help"):
        _help(screen)
        return True
    try:
        given = answer(line, item, graph)
    except OptionError as error:
        screen.print(str(error), markup=False)
        return True
    if given.decision is not None:
        session.decide(given.decision)
    elif given.command == "s":
        session.skip()
    elif given.command == "u":
        undone = session.undo()
        screen.print("undone" if undone else "nothing to undo")
    elif given.command == "w":
        for reason in item.reasons:
            screen.print(f"  {reason}", markup=False)
    return given.command != "q"


def _help(screen: Console) -> None:
    from unigraph.reviewing import COMMANDS

    for name, text in COMMANDS.items():
        screen.print(f"  {name:<7} {text}", markup=False)


def _show(item: Item, left: int, screen: Console) -> None:
    from rich.text import Text

    from unigraph.queries.printable import printable

    screen.print()
    screen.print(Text(f"{printable(item.question)}  ", style="bold"), Text(f"{item.probability:.0%}, {left} to ask"))
    for passage in item.passages:
        text = Text("  " + printable(passage.text))
        for begin, end in passage.names:
            text.stylize("bold green", begin + 2, end + 2)
        if passage.cue:
            text.stylize("bold red underline", passage.cue.begin + 2, passage.cue.end + 2)
        screen.print(text)
        screen.print(Text(f"  {passage.published or '日期不详'} 《{printable(passage.title)}》", style="dim"))
