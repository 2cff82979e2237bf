"""``unigraph forget``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from unigraph.cli._shared import FOLDER, emit, progress, shell, tell

if TYPE_CHECKING:
    from unigraph.forgetting.person import Plan

_SHOWN = 5
"""Titles that are listed."""


@click.command(no_args_is_help=True)
@click.argument("folder", type=FOLDER, metavar="DIR")
@click.argument("person", metavar="ID")
@click.option("--dry-run", is_flag=True, help="Only tell what would go.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--key", type=FOLDER, metavar="FILE", help="Where the key lies, or is to lie; never in DIR.")
@click.option("--quiet", is_flag=True, help="Tell nothing but what went wrong.")
def command(folder: Path, person: str, dry_run: bool, yes: bool, key: Path | None, quiet: bool) -> int:
    """Take a person out of a graph's folder, and leave him or her out of all later builds there.

    ID is an identifier, or a name that one person alone bears. The name is masked in the texts that speak of that
    person, in titles, addresses and names of sources; facts and decisions on him or her are taken out. forgotten.csv
    in the folder holds hashes by which later builds know the person again; their key lies in your folder of settings,
    or where --key or UNIGRAPH_FORGET_KEY say. Sources, copies and backups are left to you: see docs/forgetting.md.

    \b
    unigraph forget out p-hejing-0123456789 --dry-run
    unigraph forget out 何静
    """
    from unigraph._folder import working_in
    from unigraph._output import STORE
    from unigraph.building import rebuild_at
    from unigraph.cli._summary import notices
    from unigraph.decisions import read_decisions
    from unigraph.errors import OutputError
    from unigraph.forgetting import key_path, make_key, read_forgotten, write_forgotten
    from unigraph.forgetting.person import find_person, plan

    if not (folder / STORE).is_file():
        raise OutputError(
            f"{folder}: no graph with its {STORE} there; make one with: unigraph build SOURCE -o {folder}"
        )
    with working_in(folder, told=tell) as place, progress(quiet) as told:
        told("Reading", 0, 0)
        known, place_of_key = read_forgotten(folder, key, create=True), key_path(folder, key)
        if known and not dry_run and place.store.setting("forgotten") != known.version:
            rebuild_at(place, known, told)  # it was ended before it was done
        was = place.options
        graph = place.store.graph(was.ontology, base=was.base, threshold=was.threshold)
        identifier = find_person(graph, person)
        decisions = [n.decision for n in read_decisions(folder)]
        planned = plan(graph, place.store, identifier, known, decisions)
        if not quiet or dry_run:
            emit("\n".join(_lines(planned, identifier, folder)))
        if dry_run:
            return 0
        if not yes and sys.stdin.isatty():
            click.confirm("Take this person out? It cannot be undone", abort=True, err=True)
        if not place_of_key.exists():
            make_key(place_of_key, known.key)
        write_forgotten(folder, planned.forgotten)
        made = rebuild_at(place, planned.forgotten, told)
    for line in notices(made):
        tell(line)
    if not quiet:
        emit(f"\nForgotten. Later builds need the key: {place_of_key}")
        emit("Sources, copies and backups elsewhere still hold the name.")
    return 1 if made.faults or made.undecided else 0


def _lines(planned: Plan, identifier: str, folder: Path) -> Iterator[str]:
    yield f"{planned.name} ({identifier})"
    yield f"  {planned.articles} articles, in which {planned.masked} characters are masked"
    yield f"  {planned.facts} facts, {planned.decisions} decisions"
    if planned.others:
        yield "  others of the name stay; take them out too if they are the same person:"
        yield from (f"    {other}" for other in planned.others)
    if planned.left:
        titles = "".join(f"《{t}》" for t in planned.left[:_SHOWN])
        yield f"  written, but as nobody's name, in {len(planned.left)} more, which stay as they are: {titles}"
        yield f"  if one of them means the person, take its source out: {shell('unigraph', 'build', '-o', folder)} --remove SOURCE"
    others = sorted(p.name for p in folder.iterdir() if p.name not in _OURS and not p.name.startswith(".unigraph"))
    if others:
        yield f"  files that are not the graph's are left alone: {', '.join(others)}"


_OURS = frozenset(
    "store.sqlite store.sqlite-journal graph.ttl explorer.html redirects.ttl ontology.ttl decisions.csv forgotten.csv".split()
)
