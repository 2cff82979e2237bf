"""The weights of what speaks for and against two things being one: binary logarithms of odds, from a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from unigraph._resources import PACKAGE

__all__ = ["Signal", "Weights", "load_weights", "probability", "total"]

_MOST = 40.0


@dataclass(frozen=True, slots=True)
class Signal:
    """One thing that speaks for or against a join: its name in the table, its weight in bits, and what it was."""

    feature: str
    weight: float
    what: str = ""


class Weights:
    """The table: a weight in bits for each kind of thing and feature."""

    def __init__(self, table: Mapping[tuple[str, str], float]) -> None:
        self.table = MappingProxyType(dict(table))

    def signal(self, kind: str, feature: str, what: str = "", *, times: float = 1.0) -> Signal:
        """A feature's signal. ``KeyError`` for one that the table does not hold."""
        return Signal(feature, round(self.table[kind, feature] * times, 2), what)

    def threshold(self, kind: str) -> float:
        """The bits from which on two are one."""
        return self.table[kind, "threshold"]


def total(signals: Iterable[Signal]) -> float:
    """The bits that some signals come to."""
    return sum(s.weight for s in signals)


def probability(bits: float) -> float:
    """The probability that so many bits stand for."""
    bits = min(max(bits, -_MOST), _MOST)
    return float(1.0 / (1.0 + 2.0**-bits))


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """The table that travels with the package; read once."""
    lines = (PACKAGE / "lexicons" / "identity.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return Weights({(kind, feature): float(weight) for kind, feature, weight, *_ in rows})
