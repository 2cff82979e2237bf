"""What identity knows of an entity of one article: a pure function of what the article says."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass
from types import MappingProxyType
from typing import Any

from unigraph.decisions import Mark
from unigraph.model import ArticleFacts, Claim
from unigraph.ontology import Ontology
from unigraph.resolution._names import fold

__all__ = ["Profile", "decode", "encode", "profiles"]

NO_MARK = Mark()


@dataclass(frozen=True, slots=True)
class Profile:
    """One entity of one article, with what its article says that may tell it from others of its name.

    ``root`` is the kind that its class belongs to, ``folded`` its name as compared, ``key`` its identifier where what
    it is decides that. ``publisher`` is the paper that it reports for. ``posts`` pair a body with a title, ``hosts``
    are those of an event: bodies and hosts by their number in the article. ``dates`` are the days that an event began.
    ``mark`` is what people decided on it.
    """

    local: int
    cls: str
    root: str
    name: str
    folded: str
    aliases: tuple[str, ...] = ()
    key: str = ""
    publisher: str = ""
    posts: tuple[tuple[int, str], ...] = ()
    hosts: tuple[int, ...] = ()
    dates: tuple[str, ...] = ()
    mark: Mark = NO_MARK

    @property
    def links(self) -> tuple[int, ...]:
        """The entities of its article on which its identity may depend."""
        return (*(body for body, _ in self.posts), *self.hosts)


def profiles(
    facts: ArticleFacts, ontology: Ontology, threshold: float, marks: Mapping[int, Mark] = MappingProxyType({})
) -> tuple[Profile, ...]:
    """A profile for each entity of an article, in their order.

    Claims below the threshold say nothing, unless somebody confirmed them. ``marks`` are people's decisions on the
    entities, by number.
    """
    sure = sorted(
        (c for c in facts.claims if c.evidence.confirmed or c.evidence.confidence >= threshold),
        key=lambda c: (c.evidence.begin, c.evidence.end),
    )
    said: dict[int, list[Claim]] = {}
    for claim in sure:
        said.setdefault(claim.subject, []).append(claim)
        if claim.predicate == "hosted" and claim.object is not None:
            said.setdefault(claim.object, []).append(claim)
    return tuple(
        _profile(facts, n, said.get(n, []), ontology, marks.get(n, NO_MARK)) for n in range(len(facts.entities))
    )


def _profile(facts: ArticleFacts, number: int, said: list[Claim], ontology: Ontology, mark: Mark) -> Profile:
    entity = facts.entities[number]
    root = ontology.root(entity.cls) or entity.cls
    return Profile(
        local=number,
        cls=entity.cls,
        root=root,
        name=entity.name,
        folded=fold(entity.name, person=root == "Person"),
        aliases=entity.aliases,
        key=entity.key,
        publisher=fold(facts.article.publisher) if number in facts.reporters and facts.article.publisher else "",
        posts=tuple((c.object, c.value) for c in _of(said, "holdsPosition", number) if c.object is not None),
        hosts=tuple(c.subject for c in said if c.predicate == "hosted" and c.object == number),
        dates=tuple(c.value for c in _of(said, "startDate", number)),
        mark=mark,
    )


def _of(said: list[Claim], predicate: str, subject: int) -> Iterator[Claim]:
    return (c for c in said if c.predicate == predicate and c.subject == subject)


def encode(profile: Profile) -> str:
    """A profile as JSON, in ASCII, for names may be any text."""
    return json.dumps(astuple(profile), separators=(",", ":"))


def decode(text: str) -> Profile:
    """The profile that :func:`encode` wrote."""
    local, cls, root, name, folded, aliases, key, publisher, posts, hosts, dates, mark = json.loads(text)
    return Profile(
        local,
        cls,
        root,
        name,
        folded,
        tuple(aliases),
        key,
        publisher,
        tuple((body, title) for body, title in posts),
        tuple(hosts),
        tuple(dates),
        _mark(*mark),
    )


def _mark(together: list[str], apart: list[list[Any]], renamed: str, retyped: str) -> Mark:
    return Mark(tuple(together), tuple((token, side) for token, side in apart), renamed, retyped)
