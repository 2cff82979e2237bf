"""Which entities may be one at all: those that share a blocking key, and those that these share one with.

Identity is decided block by block and nothing outside a block matters to it, so that a new article costs the blocks
that it speaks of and no more. Bodies and places come first, then events, which know their hosts, then people, who know
their bodies: a *stratum* each.

No key is shared by thousands of things that have nothing to do with each other, and no thing has keys that chain
blocks without end: an event has a day with a region and a kind, or a session; never its bare name alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from unigraph.resolution._names import fold
from unigraph.resolution._profiles import Profile
from unigraph.resolution._sets import Sets
from unigraph.resolution._surroundings import base_name
from unigraph.resolution._telling import core, kind_of, session, short_company, unplaced_company

__all__ = [
    "STRATA",
    "Member",
    "blocking_keys",
    "components",
    "is_firm",
    "key_of",
    "named_by",
    "short_names",
    "stratum_of",
]

_EVENTS, _PEOPLE = 1, 2
STRATA = (0, _EVENTS, _PEOPLE)
_OF_ROOT = {"Event": _EVENTS, "Person": _PEOPLE}
_FIRMS = ("Company", "Union")


class Member(NamedTuple):
    """A profile in its block: its article, its number among the entities of that, and the identifiers of what it is
    linked to.

    ``link`` gives the identifier of another entity of its article, of a lower stratum. ``story`` is the article that its
    article reprints, or that article itself. People's decisions come as tokens: members that share one of ``together``
    are one thing; two that have one token of ``apart`` with different sides never are, neither directly nor through
    others.
    """

    article: str
    local: int
    profile: Profile
    link: Callable[[int], str]
    together: tuple[str, ...] = ()
    apart: tuple[tuple[str, int], ...] = ()
    story: str = ""


def stratum_of(root: str) -> int:
    """The stratum in which things of a kind are decided."""
    return _OF_ROOT.get(root, 0)


def blocking_keys(profile: Profile) -> tuple[str, ...]:
    """The keys of a profile's blocks: what it is, what it is called, what else a body is called, and with what people
    found it to be one."""
    stratum = stratum_of(profile.root)
    told = [f"{stratum} together {token}" for token in profile.decided.together]
    known = [key_of(profile.key, stratum)] if profile.key else []
    own = _event_keys(profile) if stratum == _EVENTS else _names(profile) if not stratum else {profile.folded}
    return (*told, *known, *sorted(f"{stratum} name {name}" for name in own))


def key_of(key: str, stratum: int) -> str:
    """The blocking key of all that share what decides the identifier."""
    return f"{stratum} key {key}"


def _names(profile: Profile) -> set[str]:
    """All names of a body, those that it had or got, the core of a company's, and what a union belongs to."""
    names = {profile.folded, *map(fold, profile.aliases), *profile.renamed}
    if is_firm(profile):
        names |= {fold(base_name(profile.name)), *(f"short {short}" for short in short_names(profile))}
    return names


def is_firm(profile: Profile) -> bool:
    """Whether it is a company or a company's union that nothing but its name tells from others."""
    return profile.root in _FIRMS and not profile.key


def short_names(profile: Profile) -> set[str]:
    """The short names of a company or its union, those that it had or got too."""
    base = fold(base_name(profile.name))
    renamed = (short_company(fold(base_name(name))) for name in profile.renamed)
    return {short_company(base), unplaced_company(base, profile.regions), *renamed} - {""}


def _event_keys(profile: Profile) -> set[str]:
    """Its article and name; its name or its kind and region on its first day; its session, by region."""
    keys = {f"{profile.folded} in {profile.home}"}
    region = profile.regions[0] if profile.regions else ""
    if profile.dates:
        day = profile.dates[0]
        keys |= {f"{profile.folded} on {day}", f"{kind_of(profile.folded)} {region} on {day}"}
    number = session(profile.folded)
    if number:
        keys.add(f"{core(profile.folded)} {number} {region}")
    return keys


def named_by(key: str) -> str:
    """The name in a blocking key; empty for a key of another kind."""
    _, kind, name = key.split(" ", 2)
    return name if kind == "name" else ""


def components(keys: Iterable[tuple[str, ...]]) -> Iterator[list[int]]:
    """The numbers of things that hang together by the keys that they share, a list each."""
    alike: dict[tuple[str, ...], list[int]] = {}
    for number, of_one in enumerate(keys):
        alike.setdefault(of_one, []).append(number)
    sets = Sets(len(alike))
    first: dict[str, int] = {}
    for kind, of_one in enumerate(alike):
        for key in of_one:
            sets.join((first.setdefault(key, kind), kind))
    numbers = list(alike.values())
    for kinds in sets.groups():
        yield sorted(n for kind in kinds for n in numbers[kind])
