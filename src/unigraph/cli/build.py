"""``unigraph build``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from unigraph.cli._shared import FOLDER, emit, ontology_option, progress, read_ontology, tell


@click.command(no_args_is_help=True)
@click.argument("sources", nargs=-1, metavar="SOURCE...")
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
@click.option(
    "--remove", multiple=True, metavar="SOURCE", help="Take out a source and what only it says. May be repeated."
)
@click.option("--fresh", is_flag=True, help="Start anew: forget what the folder holds but for people's decisions.")
@click.option("--key", type=FOLDER, metavar="FILE", help="The key by which people are left out: see unigraph forget.")
@click.option(
    "--no-text", is_flag=True, help="Leave the articles' texts out of graph and explorer; the store keeps them."
)
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
    remove: tuple[str, ...],
    fresh: bool,
    key: Path | None,
    no_text: bool,
    no_explorer: bool,
    quiet: bool,
) -> int:
    """Read documents and write a graph, or add them to it.

    SOURCE is a file (text, HTML, PDF, DOCX), a folder, a glob, or - for standard input. The folder gets graph.ttl, the
    graph, explorer.html, a page to look at it with, and store.sqlite, what was read. Building into a folder that holds
    a graph adds what is new or changed and leaves the rest alone; the options hold for all of it, and are to be given each time.
    If anything goes wrong the old graph stays whole. A source that cannot be read is named and skipped (exit code 1).

    \b
    unigraph build examples -o out
    unigraph build page.txt -o out --published 2026-03-31
    unigraph build 'pages/*.txt' -o out --metadata pages.csv --workers 4
    unigraph build rulings -o out --ontology courts.ttl
    unigraph build pages -o out --lexicon names.csv
    unigraph build -o out --remove page.txt
    cat page.txt | unigraph build - -o out
    """
    from unigraph._folder import working_in
    from unigraph.building import Options, run
    from unigraph.cli._summary import notices, summary
    from unigraph.decisions import read_decisions
    from unigraph.errors import OptionError
    from unigraph.forgetting import read_forgotten
    from unigraph.ontology import load_ontology
    from unigraph.reading.lexicon import read_lexicon
    from unigraph.store import Remembered

    if not sources and not remove:
        raise OptionError("name a SOURCE to add, or --remove one; see: unigraph build --help")
    given = read_ontology(ontology) if ontology else None
    with working_in(output, fresh=fresh, told=tell) as place, progress(quiet) as told:
        place.intend(texts=not no_text, explorer=not no_explorer)
        before = Remembered(load_ontology()) if sources else place.options
        read = given or before.ontology
        options = Options(
            published=published,
            metadata=metadata,
            base=before.base if base is None else base,
            threshold=before.threshold if threshold is None else threshold,
            workers=workers,
            lexicon=read_lexicon(lexicons, read) if lexicons else before.lexicon,
            remove=remove,
            forgotten=read_forgotten(output, key),
        )
        decisions = read_decisions(output)
        made = run(
            sources, read, options, store=place.store, decisions=decisions, stdin=sys.stdin.buffer, progress=told
        )
        told("Writing", 0, 0)
        place.write(
            texts=not no_text,
            explorer=not no_explorer,
            decisions=made.decisions,
            forgotten=options.forgotten.version,
        )
        counts = None if quiet else place.store.counts()
    if counts is None:
        for line in notices(made):
            tell(line)
    else:
        emit(summary(made, counts, read, output, explorer=not no_explorer))
    return 1 if made.faults or made.undecided else 0
