"""``unigraph evaluate``."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from unigraph.cli._shared import FOLDER, emit, ontology_option, progress, read_ontology

if TYPE_CHECKING:
    from unigraph.evaluation import Evaluation
    from unigraph.ontology import Ontology


@click.command(no_args_is_help=True)
@click.argument("gold", type=FOLDER, metavar="GOLD")
@click.option("--predicted", type=FOLDER, metavar="DIR", help="Graphs (NAME.ttl) or annotations (NAME.json) to score.")
@click.option("--errors", is_flag=True, help="List every miss and false fact with its stage; count them by class.")
@click.option(
    "--against",
    type=FOLDER,
    metavar="OLD",
    help="What was won and lost: OLD is a folder of predictions, or what --json --errors wrote.",
)
@click.option("--reliability", is_flag=True, help="Whether facts are right as often as their confidence says.")
@click.option("--folds", is_flag=True, help="Confidences of each region are fitted on all other regions.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@ontology_option
def command(
    gold: Path,
    predicted: Path | None,
    errors: bool,
    against: Path | None,
    reliability: bool,
    folds: bool,
    as_json: bool,
    ontology: Path | None,
) -> int:
    """Score the extraction against annotated articles.

    GOLD is a folder of annotations, one JSON file an article. Each article's text is read anew, or, with
    --predicted, the graph that a program made of it. Tells precision, recall and F1 by class and by predicate;
    CORE is chaired, hosted, visited and signedWith. The region of an article is what stands before the dash in its
    file's name.

    A GOLD that holds identity.json is a set for identity across articles: one graph is built of all its articles,
    or read from --predicted, and scored by B-cubed; SEVERAL are the mentions whose name has two bearers or more.

    \b
    unigraph evaluate tests/gold/dev
    unigraph evaluate tests/gold/train --errors
    unigraph evaluate tests/gold/train --json --errors > old.json
    unigraph evaluate tests/gold/train --against old.json
    unigraph evaluate tests/gold/train --reliability --folds
    unigraph evaluate tests/gold/identity --errors
    """
    from unigraph.evaluation import evaluate, is_identity, read_saved

    read = read_ontology(ontology)
    if is_identity(gold):
        if against or reliability or folds:
            raise click.UsageError(f"{gold} is a set for identity: --against, --reliability and --folds do not apply")
        return _identity(gold, predicted, read, errors, as_json)
    old = read_saved(against) if against and not against.is_dir() else None
    with progress(as_json) as told:
        result = evaluate(
            gold,
            predicted=predicted,
            ontology=read,
            folds=folds,
            progress=lambda done, total: told("Scoring", done, total),
        )
    if against and old is None:
        old = evaluate(gold, predicted=against, ontology=read)
    emit(_json(result, old, errors, reliability) if as_json else _text(result, old, errors, reliability))
    unreadable = [*result.unreadable, *(f"{line} (--against)" for line in (old.unreadable if old else ()))]
    for line in unreadable:
        click.echo(f"unigraph: no prediction for {line}", err=True)
    return 1 if unreadable else 0


def _identity(gold: Path, predicted: Path | None, ontology: Ontology, errors: bool, as_json: bool) -> int:
    from unigraph.cli import _identity as tables
    from unigraph.evaluation import evaluate_identity

    with progress(as_json) as told:
        told("Scoring", 0, 0)
        result = evaluate_identity(gold, ontology, predicted=predicted)
    emit(
        json.dumps(tables.document(result), ensure_ascii=False) if as_json else "\n".join(tables.lines(result, errors))
    )
    for article in result.unread:
        click.echo(f"unigraph: not in the graph by its title: {article}", err=True)
    return 1 if result.unread else 0


def _json(result: Evaluation, old: Evaluation | None, errors: bool, reliability: bool) -> str:
    from unigraph.evaluation import changes, score_changes, to_document

    document: dict[str, Any] = to_document(result, errors=errors)
    if old:
        document["changes"] = [{"change": c.kind, **asdict(c.difference)} for c in changes(old, result)]
        document["gains"] = {
            f"{c.new.group}/{c.new.name}": dict(
                zip(("precision", "recall", "f1"), (round(x, 4) for x in c.gains), strict=True)
            )
            for c in score_changes(old, result)
        }
    if reliability:
        measured = result.reliability()
        bands = [{**asdict(b), "truth": b.truth, "interval": b.interval, "honest": b.honest} for b in measured.bands]
        document["reliability"] = {"facts": measured.count, "ece": measured.ece, "bands": bands}
    return json.dumps(document, ensure_ascii=False)


def _text(result: Evaluation, old: Evaluation | None, errors: bool, reliability: bool) -> str:
    from unigraph.cli import _evaluation as tables

    lines: list[str] = []
    if errors:
        lines += [*tables.differences(result), *tables.stages(result)]
    if old:
        lines += tables.changed(old, result)
    lines += tables.scores(result, old)
    if reliability:
        lines += ["", *tables.reliable(result)]
    return "\n".join(lines)
