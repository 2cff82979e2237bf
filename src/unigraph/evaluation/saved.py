"""Evaluations as JSON, so that a later one can be held against them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from unigraph.errors import GoldError
from unigraph.evaluation.report import Evaluation, Score
from unigraph.evaluation.telling import Difference

__all__ = ["read_saved", "to_document"]

_TEXTS = tuple(f.name for f in fields(Difference))


def to_document(result: Evaluation, *, errors: bool) -> dict[str, Any]:
    """Scores by ``group/name``; with ``errors`` also each error, the classes of errors, and what was found."""
    document: dict[str, Any] = {
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
        document["errors"] = [asdict(d) for d in result.differences]
        document["stages"] = [
            {"kind": kind, "group": group, "stage": stage, "name": name, "count": count}
            for (kind, group, stage, name), count in sorted(result.stages().items())
        ]
        document["right"] = {article: list(right) for article, right in result.right.items()}
    return document


def read_saved(path: Path) -> Evaluation:
    """An evaluation that was saved by ``--json --errors``. Raises :class:`~unigraph.errors.GoldError`."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        scores = tuple(_score(key, value) for key, value in document.items() if "/" in key)
        right = {str(article): tuple(map(str, found)) for article, found in document["right"].items()}
        return Evaluation(scores, tuple(map(_difference, document["errors"])), right=right)
    except OSError as error:
        raise GoldError(f"{path}: cannot read it ({error.strerror}); check the path") from error
    except (ValueError, TypeError, AttributeError, KeyError) as error:
        raise GoldError(
            f"{path}: no saved evaluation; save one with: unigraph evaluate GOLD --json --errors"
        ) from error


def _score(key: str, counts: Mapping[str, Any]) -> Score:
    group, name = key.split("/")
    return Score(group, name, int(counts["tp"]), int(counts["fp"]), int(counts["fn"]))


def _difference(row: Mapping[str, Any]) -> Difference:
    return Difference(**{name: str(row[name]) for name in _TEXTS})
