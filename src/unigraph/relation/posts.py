"""All posts that an article tells of: those of the titles before names, and those that it states in a clause."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from unigraph.recognition.bodies_own import OwnBodies
from unigraph.recognition.document import Document
from unigraph.recognition.found import Index
from unigraph.recognition.titles import TitleHead
from unigraph.relation.appointments import read_appointments
from unigraph.relation.stacks import Post, Stack, StackReader

__all__ = ["Post", "Stack", "read_stacks"]


def read_stacks(
    document: Document, bodies: Index, people: Index, heads: Mapping[int, TitleHead], own: OwnBodies
) -> tuple[Stack, ...]:
    """A stack for each mention of a person, in the order of the text; empty where nothing is said of posts."""
    reader = StackReader(document, bodies, people, heads, own)
    said: dict[int, list[Post]] = {}
    for person, post in read_appointments(reader):
        said.setdefault(person.begin, []).append(post)
    more = ((s, said.get(s.person.begin)) for s in reader.all())
    return tuple(replace(s, posts=(*s.posts, *posts)) if posts else s for s, posts in more)
