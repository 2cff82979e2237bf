"""People's decisions: a table beside the graph that outlives rebuilds, and what it does to what the articles say."""

from unigraph.decisions.model import KINDS, Anchor, Decision
from unigraph.decisions.rulings import NO_RULING, Mark, Ruling, Rulings, at_odds, decided, locate, rule
from unigraph.decisions.table import (
    DECISIONS,
    Numbered,
    add_decision,
    decisions_text,
    parse_decisions,
    read_decisions,
    write_decisions,
)

__all__ = [
    "DECISIONS",
    "KINDS",
    "NO_RULING",
    "Anchor",
    "Decision",
    "Mark",
    "Numbered",
    "Ruling",
    "Rulings",
    "add_decision",
    "at_odds",
    "decided",
    "decisions_text",
    "locate",
    "parse_decisions",
    "read_decisions",
    "rule",
    "write_decisions",
]
