"""Identifiers: ASCII, and a function of what the thing is alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from unigraph.resolution._blocks import Member
from unigraph.resolution._names import digest, fold, slug

__all__ = ["PREFIXES", "article_digests", "award_id", "identify", "is_identifier", "post_id"]

PREFIXES = {"Person": "p", "Union": "u", "Company": "c", "Organization": "o", "Place": "pl", "Event": "e"}
_OTHER_PREFIX = "x"
_IDENTIFIER = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*\Z")


class _Wanted(NamedTuple):
    """What an identifier is made of; ``ties`` are added one by one while two things still have the same."""

    prefix: str
    name: str
    key: tuple[str, ...]
    ties: tuple[str, ...]
    fixed: str = ""

    def identifier(self, ties: int) -> str:
        return self.fixed or _join(self.prefix, self.name, *self.key, *self.ties[:ties])


def _join(prefix: str, name: str, *key: str) -> str:
    return "-".join(x for x in (prefix, slug(name, person=prefix == PREFIXES["Person"]), digest(*key)) if x)


def is_identifier(text: str) -> bool:
    """Whether a text may stand in an IRI as it is."""
    return _IDENTIFIER.match(text) is not None


def post_id(title: str, body: str) -> str:
    """The identifier of a post by its title and the identifier of its body."""
    return _join("po", title, "Position", fold(title), body)


def award_id(name: str, giver: str) -> str:
    """The identifier of an award by its name and the identifier of its giver, or an empty text."""
    return _join("aw", name, "Award", fold(name), giver)


def article_digests(
    names: Iterable[str], article: str, number: int, contexts: Sequence[tuple[str, ...]]
) -> Iterator[str]:
    """All digests that the identifier of an entity of an article may end in, if that of the article is part of it.

    ``names`` are those of the thing that it is, ``number`` is its own, ``contexts`` what may tell it from others.
    """
    for name in names:
        for root in PREFIXES:
            whole = (root, fold(name, person=root == "Person"))
            for context in contexts:
                for ties in ((), (article,), (article, str(number))):
                    if article in (*context, *ties):
                        yield digest(*whole, *context, *ties)


def identify(block: Sequence[Member], clusters: Sequence[list[int]], names: Sequence[str]) -> list[str]:
    """The identifier of each cluster of a block, by the clusters' full names.

    Two things that would have one identifier are of one name and kind, so they stand in one block.
    """
    wanted = [_wanted([block[n] for n in members], name) for members, name in zip(clusters, names, strict=True)]
    ids = [w.identifier(0) for w in wanted]
    for ties in (1, 2):
        taken = Counter(ids)
        ids = [w.identifier(ties) if taken[i] > 1 else i for w, i in zip(wanted, ids, strict=True)]
    return ids


def _wanted(members: Sequence[Member], name: str) -> _Wanted:
    """Members stand in the order of their articles' dates and texts, so the first is the earliest."""
    first = members[0]
    root = first.profile.root
    ties = (first.article, str(first.local))
    key = next((m.profile.key for m in members if m.profile.key), "")
    prefix = PREFIXES.get(root, _OTHER_PREFIX)
    if key:
        return _Wanted(prefix, name, (key,), ties, key if is_identifier(key) else "")
    context = _CONTEXT[root](members, name) if root in _CONTEXT else ()
    return _Wanted(prefix, name, (root, fold(name, person=root == "Person"), *context), ties)


def _person_context(members: Sequence[Member], name: str) -> tuple[str, ...]:
    """The body of the earliest evidence, else the publisher that one reports for, else the article."""
    body = next((m.link(m.profile.posts[0][0]) for m in members if m.profile.posts), "")
    publisher = next((m.profile.publisher for m in members if m.profile.publisher), "")
    return (body or publisher or members[0].article,)


def _event_context(members: Sequence[Member], name: str) -> tuple[str, ...]:
    """The host and the date of the earliest evidence under that name that has both, else its article.

    So two events of one identifier share a name on a day, or in an article, and with that a block.
    """
    named = [m for m in members if m.profile.folded == fold(name)]
    known = next((m for m in named if m.profile.hosts and m.profile.dates), None)
    return (known.link(known.profile.hosts[0]), known.profile.dates[0]) if known else (named[0].article,)


_CONTEXT = {"Person": _person_context, "Event": _event_context}
