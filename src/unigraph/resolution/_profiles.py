"""What identity knows of an entity of one article: a pure function of what the article says."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import astuple, dataclass, fields
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from unigraph.decisions import Mark
from unigraph.model import ArticleFacts, Claim
from unigraph.ontology import Ontology
from unigraph.resolution._names import fold
from unigraph.resolution._surroundings import Surroundings

__all__ = ["Profile", "decode", "encode", "profiles"]

NO_MARK = Mark()


@dataclass(frozen=True, slots=True)
class Profile:
    """One entity of one article, with what its article says that may tell it from others of its name.

    It holds no more than identity asks for, so that the profiles of a body that many articles name are mostly equal.

    ``root`` is the kind that its class belongs to, ``folded`` its name as compared, ``key`` its identifier where what
    it is decides that. ``publisher`` is the paper that it reports for. ``posts`` pair a body with a title, ``hosts``
    are those of an event: bodies and hosts by their number in the article. ``dates`` are the days that an event began.
    ``decided`` is what people decided on it.

    ``home`` is the article of an event, ``day`` the date of that of a person. ``regions`` are prefectures: its own where it is
    ``placed``, those of its article where it is not. ``employers`` are what the bodies of its posts belong to, ``near``
    and ``far`` the things that its sentences and its article speak of, as compared. ``marks`` are what is said of a
    person in words of one kind: ``gender 女``, ``born 1974``, ``trade 律师``, ``won 江城市劳动模范``. ``renamed`` are
    names that a body had or got, ``told`` the bodies at which a person was before or is to be.
    """

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
    home: str = ""
    day: str = ""
    reporter: bool = False
    regions: tuple[str, ...] = ()
    placed: bool = False
    employers: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    far: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    renamed: tuple[str, ...] = ()
    told: tuple[int, ...] = ()
    decided: Mark = NO_MARK

    @property
    def links(self) -> tuple[int, ...]:
        """The entities of its article on which its identity may depend."""
        return (*(body for body, _ in self.posts), *self.hosts, *self.told)


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
    around = Surroundings(facts, ontology)
    return tuple(
        _profile(facts, n, said.get(n, []), ontology, around, marks.get(n, NO_MARK)) for n in range(len(facts.entities))
    )


def _profile(
    facts: ArticleFacts, number: int, said: list[Claim], ontology: Ontology, around: Surroundings, decided: Mark
) -> Profile:
    entity = facts.entities[number]
    root = ontology.root(entity.cls) or entity.cls
    reporter = number in facts.reporters
    posts = tuple((c.object, c.value) for c in _of(said, "holdsPosition", number) if c.object is not None)
    hosts = tuple(c.subject for c in said if c.predicate == "hosted" and c.object == number)
    regions, placed = around.regions(number, [body for body, _ in posts] + list(hosts))
    near, far = around.company(number) if root in ("Person", "Event") else ((), ())
    return Profile(
        cls=entity.cls,
        root=root,
        name=entity.name,
        folded=fold(entity.name, person=root == "Person"),
        aliases=entity.aliases,
        key=entity.key,
        publisher=fold(facts.article.publisher) if reporter and facts.article.publisher else "",
        posts=posts,
        hosts=hosts,
        dates=tuple(c.value for c in _of(said, "startDate", number)),
        home=facts.article.id if root == "Event" else "",
        day=facts.article.published if root == "Person" else "",
        reporter=reporter,
        regions=regions,
        placed=placed,
        employers=around.employers(number, [body for body, _ in posts]) if root == "Person" else (),
        near=near,
        far=far,
        marks=(
            *around.marks(number),
            *(f"won {fold(c.value).removeprefix('上届')}" for c in _of(said, "received", number)),
        )
        if root == "Person"
        else (),
        renamed=around.renamed(number),
        told=around.told(number) if root == "Person" and not reporter else (),
        decided=decided,
    )


def _of(said: list[Claim], predicate: str, subject: int) -> Iterator[Claim]:
    return (c for c in said if c.predicate == predicate and c.subject == subject)


_SAID: Callable[[Profile], tuple[Any, ...]] = attrgetter(*(f.name for f in fields(Profile) if f.name != "decided"))


def encode(profile: Profile) -> str:
    """A profile as JSON, in ASCII, for names may be any text."""
    return json.dumps((*_SAID(profile), astuple(profile.decided)), separators=(",", ":"))


def decode(text: str) -> Profile:
    """The profile that :func:`encode` wrote."""
    *said, decided = _frozen(json.loads(text))
    values: tuple[Any, ...] = (*said, Mark(*decided))
    return Profile(*values)


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
