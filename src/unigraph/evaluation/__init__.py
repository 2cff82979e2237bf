"""Precision, recall and F1 of graphs against annotated articles, their errors by class, and honest confidence.

A thing counts as found when its label is a gold name, an event's when it is like one; a relation counts between
found things only; posts count title by title, honours by likeness. ``docs/evaluation.md`` explains the rest.
"""

from __future__ import annotations

from unigraph.evaluation.changes import changes, score_changes
from unigraph.evaluation.identity import Identity, IdentityScore, evaluate_identity, is_identity
from unigraph.evaluation.report import Evaluation, Score, evaluate
from unigraph.evaluation.saved import read_saved, to_document
from unigraph.evaluation.telling import Difference

__all__ = [
    "Difference",
    "Evaluation",
    "Identity",
    "IdentityScore",
    "Score",
    "changes",
    "evaluate",
    "evaluate_identity",
    "is_identity",
    "read_saved",
    "score_changes",
    "to_document",
]
