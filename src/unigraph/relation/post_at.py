"""A title whose body is sought, and what is found."""

from __future__ import annotations

from dataclasses import dataclass

from unigraph.recognition.found import Found

__all__ = ["At", "Resolved"]


@dataclass(frozen=True, slots=True)
class At:
    """A title to find the body of: the body written in the stack, that of the list, the title and its place."""

    body: Found | None
    inherited: Found | None
    title: str
    begin: int
    attached: bool


@dataclass(frozen=True, slots=True)
class Resolved:
    """A title without its body's name, and the body; ``stays`` is the body of the bare titles that follow."""

    body: Found
    title: str
    rule: str = ""
    stays: Found | None = None
