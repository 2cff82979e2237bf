"""What rules read and make: units, chains of units, cues, and claims before entities are numbered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from unigraph.recognition.events import LocalEvent
from unigraph.recognition.found import Found

__all__ = ["Chain", "Cue", "RawClaim", "Unit"]


class Unit(NamedTuple):
    """Something that can act or be acted on; ``begin`` and ``end`` hold titles before and 一行 after the name."""

    begin: int
    end: int
    item: Found
    root: str


@dataclass(frozen=True, slots=True)
class Chain:
    """A row of units, in the order of the text."""

    units: tuple[Unit, ...]

    @property
    def begin(self) -> int:
        """Where the first unit begins."""
        return self.units[0].begin

    @property
    def end(self) -> int:
        """Where the last unit ends."""
        return self.units[-1].end


class Cue(NamedTuple):
    """A word of the ontology at a place in the text."""

    begin: int
    end: int
    word: str
    predicate: str
    label: bool


class RawClaim(NamedTuple):
    """A claim before entities are numbered: its ends are mentions or events, by object."""

    subject: Found | LocalEvent | None
    predicate: str
    object: Found | LocalEvent | None
    value: str
    rule: str
    begin: int
    end: int
