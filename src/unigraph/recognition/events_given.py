"""The user's events among those that the rules read, and the user's names within the names of events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from unigraph.recognition.document import Document
from unigraph.recognition.event_mentions import EventMention
from unigraph.recognition.found import Index
from unigraph.recognition.given import Given

__all__ = ["with_given"]


def with_given(document: Document, read: Iterable[EventMention], given: Given) -> tuple[EventMention, ...]:
    """The mentions of events in the order of the text: the user's, and those read that overlap none of them.

    A name that the rules begin in the middle of a given name begins with it; one that lies in it is part of that
    name.
    """
    events = Index(given.events)
    if not events.items and not given.things.items:
        return tuple(read)
    ours = (EventMention(e.begin, e.end, e.cls, e.name, False, _head(e.name, given), True) for e in events.items)
    theirs = (m for m in (_fitted(document, m, given.things) for m in read) if m is not None)
    return tuple(sorted((*ours, *(m for m in theirs if not events.touching(m.begin, m.end))), key=lambda m: m.begin))


def _head(name: str, given: Given) -> str:
    """The head noun that a name ends in; without one the whole name."""
    nouns = given.ontology.words("headNoun", "Event")
    return max((n for n in nouns if name.endswith(n)), key=len, default=name)


def _fitted(document: Document, mention: EventMention, things: Index) -> EventMention | None:
    last, first = things.covering(mention.end - 1), things.covering(mention.begin)
    if last is not None and (last.end > mention.end or last.begin <= mention.begin):
        return None
    if first is None or first.begin == mention.begin:
        return mention
    if mention.bare:
        return None
    lead = document.article.text[first.begin : mention.begin]
    return replace(mention, begin=first.begin, name=lead + mention.name)
