"""How sure each rule is: the share of its claims that were right on annotated articles.

The table ``lexicons/confidence.tsv`` is written by ``scripts/calibrate.py``; a rule that is not in it has the prior.
"""

from __future__ import annotations

from functools import lru_cache

from unigraph._resources import PACKAGE

__all__ = ["PRIOR", "confidence"]

PRIOR = 0.7
"""For a rule that was never measured."""


@lru_cache(maxsize=1)
def _table() -> dict[str, float]:
    path = PACKAGE / "lexicons" / "confidence.tsv"
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line)
    return {row[0]: float(row[1]) for row in rows}


def confidence(rule: str) -> float:
    """The measured share of right claims of a rule, between 0 and 1."""
    return _table().get(rule, PRIOR)
