"""How sure each rule is: the share of its claims that are right on articles like the annotated ones.

The table ``lexicons/confidence.tsv`` is written by ``scripts/calibrate.py``, which
:mod:`unigraph.evaluation.calibration` explains. Its line ``chaired-*`` speaks of all rules of a family, for those that
were never measured; ``*`` of all rules, for families that were not.
"""

from __future__ import annotations

from functools import lru_cache

from unigraph._resources import PACKAGE

__all__ = ["confidence", "family"]


@lru_cache(maxsize=1)
def _table() -> dict[str, float]:
    path = PACKAGE / "lexicons" / "confidence.tsv"
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line)
    return {row[0]: float(row[1]) for row in rows}


def family(rule: str) -> str:
    """What a rule reads, whatever the construction.

    >>> family("chaired-own-event")
    'chaired'
    """
    return rule.partition("-")[0]


def confidence(rule: str) -> float:
    """The share of a rule's claims that are right, between 0 and 1."""
    table = _table()
    return table.get(rule, table.get(f"{family(rule)}-*", table["*"]))
