"""Precision, recall and F1 of graphs against annotated articles.

A thing counts as found when its label is a gold name, an event's when it is like one; a relation counts between
found things only; posts count title by title, honours by likeness.
"""

from __future__ import annotations

from unigraph.evaluation.report import Evaluation, Score, evaluate
from unigraph.evaluation.telling import Difference

__all__ = ["Difference", "Evaluation", "Score", "evaluate"]
