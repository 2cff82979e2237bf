"""What a place says that speaks of an event."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["EventMention"]


@dataclass(frozen=True, slots=True)
class EventMention:
    """A place that speaks of an event; ``bare`` where it is only a word like 会议 or 此次大赛.

    ``held`` says of such a word that it takes place there, and is no kind of thing (职代会 in 做好职代会工作).
    ``given`` where the user's lexicon names it.
    """

    begin: int
    end: int
    cls: str
    name: str
    bare: bool
    head: str
    held: bool = False
    given: bool = False
