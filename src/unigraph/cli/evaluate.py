"""``unigraph evaluate``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from unigraph.cli._shared import FOLDER, emit, ontology_option, progress, read_ontology

if TYPE_CHECKING:
    from unigraph.evaluation import Difference, Evaluation


@click.command(no_args_is_help=True)
@click.argument("gold", type=FOLDER, metavar="GOLD")
@click.option("--predicted", type=FOLDER, metavar="DIR", help="Graphs (NAME.ttl) or annotations (NAME.json) to score.")
@click.option("--errors", is_flag=True, help="List every miss and false fact, with its sentence and rule.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@ontology_option
def command(gold: Path, predicted: Path | None, errors: bool, as_json: bool, ontology: Path | None) -> int:
    """Score the extraction against annotated articles.

    GOLD is a folder of annotations, one JSON file an article. Each article's text is read anew, or, with
    --predicted, the graph that a program made of it. Tells precision, recall and F1 by class and by predicate;
    CORE is chaired, hosted, visited and signedWith.

    \b
    unigraph evaluate tests/gold/dev
    unigraph evaluate tests/gold/dev --errors
    unigraph evaluate gold --predicted graphs --json
    """
    from unigraph.evaluation import evaluate

    with progress(as_json) as told:
        result = evaluate(
            gold,
            predicted=predicted,
            ontology=read_ontology(ontology),
            progress=lambda done, total: told("Scoring", done, total),
        )
    emit(_json(result, errors) if as_json else _text(result, errors))
    for line in result.unreadable:
        click.echo(f"unigraph: no prediction for {line}", err=True)
    return 1 if result.unreadable else 0


def _json(result: Evaluation, errors: bool) -> str:
    table: dict[str, object] = {
        f"{s.group}/{s.name}": {
            "precision": round(s.precision, 4),
            "recall": round(s.recall, 4),
            "f1": round(s.f1, 4),
            "tp": s.tp,
            "fp": s.fp,
            "fn": s.fn,
        }
        for s in result.scores
    }
    if errors:
        table["errors"] = [asdict(d) for d in result.differences]
        table["stages"] = [
            {"kind": kind, "group": group, "stage": stage, "name": name, "count": count}
            for (kind, group, stage, name), count in sorted(result.stages().items())
        ]
    return json.dumps(table, ensure_ascii=False)


def _text(result: Evaluation, errors: bool) -> str:
    lines = [*map(_difference, result.differences), *_stages(result)] if errors else []
    lines.append(f"{'':22}{'P':>7}{'R':>7}{'F1':>7}{'gold':>6}")
    lines += [
        f"{s.group + ' ' + s.name:22}{s.precision:7.3f}{s.recall:7.3f}{s.f1:7.3f}{s.tp + s.fn:6d}"
        for s in result.scores
    ]
    return "\n".join(lines)


def _difference(found: Difference) -> str:
    rule = f"  [{found.rule}]" if found.rule else ""
    instead = f" ({found.instead})" if found.instead else ""
    sentence = f"\n    {found.sentence}" if found.sentence else ""
    return f"{found.article} {found.kind} {found.what}{rule}\n    {found.stage}{instead}{sentence}"


def _stages(result: Evaluation) -> Iterator[str]:
    """Two tables, of classes and of predicates: a line a stage, a column a class or predicate that has errors."""
    counts = result.stages()
    for group in ("entity", "relation"):
        names = [s.name for s in result.scores if s.group == group and any(k[1::2] == (group, s.name) for k in counts)]
        rows = sorted({k[:3] for k in counts if k[1] == group}, key=_row)
        if not rows:
            continue
        yield f"{group:33}{'ALL':>6}" + "".join(f"{name:>{len(name) + 2}}" for name in names)
        for kind, _, stage in rows:
            cells = {name: counts[kind, group, stage, name] for name in names}
            line = f"{kind:8}{stage:25}{sum(cells.values()):6d}"
            yield line + "".join(f"{cells[name] or '':>{len(name) + 2}}" for name in names)
        yield ""


def _row(key: tuple[str, str, str]) -> tuple[bool, str, int]:
    kind, _, stage = key
    return kind != "missed", kind, _all_stages().index(stage)


def _all_stages() -> tuple[str, ...]:
    from unigraph.evaluation.stages import STATEMENTS, THINGS

    return (*THINGS, *STATEMENTS)
