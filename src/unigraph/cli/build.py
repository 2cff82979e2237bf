"""``unigraph build``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from unigraph.cli._shared import FOLDER, emit, ontology_option, progress, read_ontology


@click.command(no_args_is_help=True)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("-o", "--output", type=FOLDER, required=True, metavar="DIR", help="The folder of the graph.")
@click.option("--published", default="", metavar="DATE", help="Date of the sources that state none: 2026-03-31.")
@click.option("--metadata", type=FOLDER, metavar="FILE.csv", help="Columns path, published, publisher, page, url.")
@ontology_option
@click.option(
    "--lexicon",
    "lexicons",
    type=FOLDER,
    multiple=True,
    metavar="FILE.csv",
    help="Names of your own, columns name,class,full name; they win over the rules. May be repeated.",
)
@click.option("--base", default=None, metavar="IRI", help="What identifiers start with; ends with / or #.")
@click.option("--threshold", type=float, default=None, metavar="0..1", help="Less sure facts become candidates.")
@click.option("--workers", type=int, default=None, metavar="N", help="Processes; by default what the work is worth.")
@click.option("--no-text", is_flag=True, help="Leave the articles' texts out of graph and explorer.")
@click.option("--no-explorer", is_flag=True, help="Write the graph alone.")
@click.option("--quiet", is_flag=True, help="No bar and no summary; what was skipped is still named.")
def command(
    sources: tuple[str, ...],
    output: Path,
    published: str,
    metadata: Path | None,
    ontology: Path | None,
    lexicons: tuple[Path, ...],
    base: str | None,
    threshold: float | None,
    workers: int | None,
    no_text: bool,
    no_explorer: bool,
    quiet: bool,
) -> int:
    """Read documents and write a graph.

    SOURCE is a text file, a folder, a glob, or - for standard input. The folder gets graph.ttl, the graph, and
    explorer.html, a page to look at it with. Building into a folder that holds a graph replaces it; if anything goes
    wrong the old one stays whole. A source that cannot be read is named and skipped (exit code 1).

    \b
    unigraph build examples -o out
    unigraph build page.txt -o out --published 2026-03-31
    unigraph build 'pages/*.txt' -o out --metadata pages.csv --workers 4
    unigraph build rulings -o out --ontology courts.ttl
    unigraph build pages -o out --lexicon names.csv
    cat page.txt | unigraph build - -o out
    """
    from unigraph._output import check_folder, replace_files
    from unigraph._saving import graph_files
    from unigraph.building import Options, describe_clash, run
    from unigraph.cli._summary import summary
    from unigraph.graph import DEFAULT_BASE, DEFAULT_THRESHOLD
    from unigraph.reading.lexicon import read_lexicon

    read = read_ontology(ontology)
    check_folder(output)
    options = Options(
        published=published,
        metadata=metadata,
        base=DEFAULT_BASE if base is None else base,
        threshold=DEFAULT_THRESHOLD if threshold is None else threshold,
        workers=workers,
        lexicon=read_lexicon(lexicons, read),
    )
    with progress(quiet) as told:
        made = run(sources, read, options, stdin=sys.stdin.buffer, progress=told)
        told("Writing", 0, 0)
        replace_files(graph_files(made.graph, output, texts=not no_text, explorer=not no_explorer))
    if quiet:
        for line in (
            *(f"skipped {f.source}: {f.reason}" for f in made.reading.faults),
            *map(describe_clash, made.clashes),
        ):
            click.echo(f"unigraph: {line}", err=True)
    else:
        emit(summary(made, output, explorer=not no_explorer))
    return 1 if made.reading.faults else 0
