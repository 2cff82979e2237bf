"""What people decide, each decision tied to the words of a text: these stay, whatever becomes of identifiers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from unigraph.errors import DecisionError

__all__ = ["KINDS", "Anchor", "Decision", "Kind"]

_ANCHOR = re.compile(r"(?P<name>.*)@(?P<article>a-[0-9a-f]{16}):(?P<begin>[0-9]{1,9})-(?P<end>[0-9]{1,9})\Z", re.DOTALL)


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """A thing by a place that names it: article, offsets in its text, and for people to read the name.

    >>> str(Anchor("a-0123456789abcdef", 3, 5, "何静"))
    '何静@a-0123456789abcdef:3-5'
    """

    article: str
    begin: int
    end: int
    name: str

    @classmethod
    def of(cls, text: str) -> Anchor:
        """Read what ``str`` wrote. Raises :class:`~unigraph.errors.DecisionError`."""
        found = _ANCHOR.match(text)
        if not found or int(found["begin"]) >= int(found["end"]):
            raise DecisionError(f"{text!r} names no place; write NAME@ARTICLE:BEGIN-END, as unigraph review does")
        return cls(found["article"], int(found["begin"]), int(found["end"]), found["name"])

    def __str__(self) -> str:
        return f"{self.name}@{self.article}:{self.begin}-{self.end}"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of decision: which of a decision's parts it needs, and what it says in words."""

    name: str
    predicate: bool = False
    other: bool = False
    value: bool = False
    label: str = ""


KINDS = {
    kind.name: kind
    for kind in (
        Kind("yes", predicate=True, label="the text says so"),
        Kind("no", predicate=True, label="the text does not say so"),
        Kind("merge", other=True, label="these two are one"),
        Kind("split", other=True, label="these two are not one"),
        Kind("rename", value=True, label="it is called otherwise"),
        Kind("retype", value=True, label="it is of another class"),
    )
}
"""All kinds. The object of a fact, where it is a thing, is ``other``; a title, honour or date is ``value``."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision; who made it, when (``YYYY-MM-DDThh:mm:ssZ`` or a day), and why."""

    kind: str
    thing: Anchor
    predicate: str = ""
    other: Anchor | None = None
    value: str = ""
    who: str = ""
    when: str = ""
    why: str = ""

    @property
    def subject(self) -> tuple[str, ...]:
        """What it decides on, whatever it decides; no two decisions on one thing can both hold."""
        ends = [str(self.thing), str(self.other or "")]
        if self.kind in ("merge", "split"):
            return ("same", *sorted(ends))
        if self.kind in ("yes", "no"):
            return ("fact", ends[0], self.predicate, ends[1], self.value)
        return (self.kind, ends[0])
