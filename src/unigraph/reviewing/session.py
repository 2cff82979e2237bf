"""A person goes through questions: what is asked next, what was decided, and how it gets into the folder."""

from __future__ import annotations

import datetime
import getpass
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from unigraph.decisions import Decision, add_decision, read_decisions, write_decisions
from unigraph.reviewing.items import Item
from unigraph.store import locked

__all__ = ["Session", "now", "record", "reviewer", "withdraw"]


def now() -> str:
    """The time of a decision."""
    return datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def reviewer() -> str:
    """The name that the system knows a person by; empty where it knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def record(folder: Path, decision: Decision, told: Callable[[str], None]) -> Decision | None:
    """Put a decision into a folder's table; the one whose place it takes.

    The table is read anew, for others may write there too. Raises :class:`~unigraph.errors.DecisionError` and
    :class:`~unigraph.errors.OutputError`.
    """
    with locked(folder, told):
        known = [n.decision for n in read_decisions(folder)]
        write_decisions(folder, add_decision(known, decision))
    return next((d for d in known if d.subject == decision.subject), None)


def withdraw(folder: Path, decision: Decision, before: Decision | None, told: Callable[[str], None]) -> None:
    """Take a decision back, and put that in its place which was there before."""
    with locked(folder, told):
        left = [n.decision for n in read_decisions(folder) if n.decision != decision]
        write_decisions(folder, [*left, *([before] if before else [])])


class Session:
    """The questions of one sitting. Every decision is in the folder's table as soon as it is made."""

    def __init__(self, folder: Path, items: Sequence[Item], who: str, told: Callable[[str], None]) -> None:
        self._folder = folder
        self._items = items
        self._who = who
        self._told = told
        self._at = 0
        self._made: list[tuple[int, Decision, Decision | None]] = []

    @property
    def item(self) -> Item | None:
        """The question that is open; ``None`` where all were asked."""
        return self._items[self._at] if self._at < len(self._items) else None

    @property
    def left(self) -> int:
        """How many questions are open."""
        return len(self._items) - self._at

    @property
    def made(self) -> int:
        """How many decisions were made and not undone."""
        return len(self._made)

    def skip(self) -> None:
        """Go on to the next question."""
        self._at += 1

    def decide(self, decision: Decision) -> None:
        """Write a decision down; yes, no, and what answers the question itself go on to the next."""
        signed = replace(decision, who=self._who, when=now())
        before = record(self._folder, signed, self._told)
        self._made.append((self._at, signed, before))
        item = self.item
        if item is not None and decision.subject == item.yes.subject:
            self._at += 1

    def undo(self) -> Decision | None:
        """Take the last decision back and return to its question; ``None`` where there is none."""
        if not self._made:
            return None
        self._at, decision, before = self._made.pop()
        withdraw(self._folder, decision, before, self._told)
        return decision
