"""What several commands share."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from rich.console import Console

    from unigraph.ontology import Ontology

__all__ = ["FOLDER", "console", "emit", "ontology_option", "progress", "read_ontology", "shell", "tell"]

F = TypeVar("F", bound=Callable[..., Any])

_WIDE = 200
"""Columns of what goes into a file or a pipe."""

FOLDER = click.Path(path_type=Path)


def ontology_option(function: F) -> F:
    """``--ontology``, for all commands that take one."""
    return click.option(
        "--ontology",
        type=FOLDER,
        metavar="FILE.ttl",
        help="An ontology that extends ours (owl:imports) or replaces it.",
    )(function)


def read_ontology(path: Path | None) -> Ontology:
    """The user's ontology, or ours."""
    from unigraph.ontology import load_ontology

    return load_ontology(path)


def emit(text: str) -> None:
    """Write to standard output, with one line break at the end."""
    click.echo(text.rstrip("\n"))


def tell(line: str) -> None:
    """Write a line to standard error."""
    click.echo(f"unigraph: {line}", err=True)


def console() -> Console:
    """Standard output for rich: as wide as the terminal, or wide where there is none."""
    from rich.console import Console

    return Console(file=sys.stdout, width=None if sys.stdout.isatty() else _WIDE, highlight=False)


def shell(*words: str | Path) -> str:
    """A command as a user would type it; only what a shell would take amiss is quoted.

    >>> shell("unigraph", "explain", "out", "岚川市总工会")
    'unigraph explain out 岚川市总工会'
    """
    return " ".join(w if w.isalnum() else shlex.quote(w) for w in map(str, words))


@contextmanager
def progress(quiet: bool) -> Iterator[Callable[[str, int, int], None]]:
    """A bar on standard error, on a terminal only. Told the stage, how much is done, and how much there is (or 0)."""
    if quiet or not sys.stderr.isatty():
        yield lambda stage, done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading", total=None)
        yield lambda stage, done, total: bar.update(task, description=stage, completed=done, total=total or None)
