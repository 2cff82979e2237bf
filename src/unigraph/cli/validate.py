"""``unigraph validate``."""

from __future__ import annotations

import json
from pathlib import Path

import click

from unigraph.cli._shared import FOLDER, emit, ontology_option


@click.command(no_args_is_help=True)
@click.argument("graph", type=FOLDER, metavar="DIR|FILE")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@ontology_option
def command(graph: Path, as_json: bool, ontology: Path | None) -> int:
    """Check a graph against the ontology.

    Domains and ranges, labels, dates, confidences, evidence on every relation, and offsets that slice to the words.
    The ontology is that which the graph was built with. Exit code 1 where faults were found.

    \b
    unigraph validate out
    unigraph validate out/graph.ttl --ontology courts.ttl
    """
    from unigraph._saving import stored_ontology
    from unigraph.ontology import load_ontology
    from unigraph.validation import validate

    report = validate(graph, load_ontology(ontology) if ontology else stored_ontology(graph))
    if as_json:
        faults = [{"code": p.code, "subject": p.subject, "message": p.message} for p in report.problems]
        emit(json.dumps({"ok": report.ok, "problems": faults, "notes": report.notes}, ensure_ascii=False))
    else:
        emit(
            "\n".join(
                [*(f"{p.code}: {p.message}" for p in report.problems), *report.notes, _verdict(len(report.problems))]
            )
        )
    return 0 if report.ok else 1


def _verdict(faults: int) -> str:
    return f"{faults} fault{'' if faults == 1 else 's'} found" if faults else "no fault found"
