"""All posts that an article tells of: those of the titles before names, and those that it states in a clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from unigraph.recognition.bodies_own import OwnBodies
from unigraph.recognition.document import Document
from unigraph.recognition.found import Found, Index
from unigraph.recognition.titles import TitleHead
from unigraph.relation.appointments import read_appointments
from unigraph.relation.stacks import Post, Stack, StackReader

__all__ = ["Post", "Stack", "read_stacks"]

_VAGUE = re.compile(r"(?:常务副|副)?(?:主席|书记|主任|部长|理事长|会长|秘书长)")
"""Titles that bodies of every kind have."""
_WITH_ORGAN = 4
"""How many characters may stand between a body and a name that stands before its title: 校党委甲副书记."""


def read_stacks(
    document: Document, bodies: Index, people: Index, heads: Mapping[int, TitleHead], own: OwnBodies
) -> tuple[Stack, ...]:
    """A stack for each mention of a person, in the order of the text; empty where nothing is said of posts."""
    reader = StackReader(document, bodies, people, heads, own)
    stacks = tuple(reader.all())
    said: dict[int, list[Post]] = {}
    for person, post in read_appointments(reader):
        said.setdefault(person.begin, []).append(post)
    more = ((s, said.get(s.person.begin)) for s in stacks)
    stacks = tuple(replace(s, posts=(*s.posts, *posts)) if posts else s for s, posts in more)
    stated: dict[str, list[Post]] = {}
    for stack in stacks:
        own_posts = stated.setdefault(stack.person.name, [])
        own_posts += (p for p in stack.posts if p.body is not None and not _is_guess(document, stack.person, p))
    return tuple(
        replace(s, posts=tuple(_consistent(document, s, stated[s.person.name]))) if s.posts else s for s in stacks
    )


def _is_guess(document: Document, person: Found, post: Post) -> bool:
    """Whether no words but the title's kind tell at which body a post is."""
    if post.body is None or post.rule == "own-body":
        return not document.text.startswith("总工会", post.begin)  # which is of the division before it
    return post.rule == "title-after-name" and not 0 <= person.begin - post.body.end <= _WITH_ORGAN


def _consistent(document: Document, stack: Stack, stated: list[Post]) -> Iterator[Post]:
    """The posts of a stack, without guesses at what the article states elsewhere: 甲副主席 is that of 某协会副主席甲."""
    for post in stack.posts:
        if not _is_guess(document, stack.person, post) or post.body is None:
            yield post
            continue
        same = [p for p in stated if p.title.endswith(post.title) and not p.title.endswith("副" + post.title)]
        known = any(p.body is not None and p.body.name == post.body.name for p in same)
        vague = post.rule == "title-after-name" and _VAGUE.fullmatch(post.title) is not None
        if known or not (same or (vague and stated)):
            yield post
