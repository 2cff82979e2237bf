"""Which entities may be one at all: those that share a blocking key, and those that these share one with.

Identity is decided block by block and nothing outside a block matters to it, so that a new article costs the blocks
that it speaks of and no more. Bodies and places come first, then events, which know their hosts, then people, who know
their bodies: a *stratum* each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from unigraph.resolution._names import fold
from unigraph.resolution._profiles import Profile
from unigraph.resolution._sets import Sets

__all__ = ["STRATA", "Member", "blocking_keys", "components", "named_by", "stratum_of"]

_EVENTS, _PEOPLE = 1, 2
STRATA = (0, _EVENTS, _PEOPLE)
_OF_ROOT = {"Event": _EVENTS, "Person": _PEOPLE}


@dataclass(frozen=True, slots=True)
class Member:
    """A profile in its block: its article, that article's rank in time, and the identifiers of what it is linked to.

    ``link`` gives the identifier of another entity of its article, of a lower stratum. ``story`` is the article that its
    article reprints, or that article itself.
    """

    article: str
    profile: Profile
    link: Callable[[int], str]
    story: str


def stratum_of(root: str) -> int:
    """The stratum in which things of a kind are decided."""
    return _OF_ROOT.get(root, 0)


def blocking_keys(profile: Profile) -> tuple[str, ...]:
    """The keys of a profile's blocks: what it is, what it is called, what else a body is called, and with what
    people found it to be one."""
    stratum = stratum_of(profile.root)
    names = {profile.folded} if stratum else {profile.folded, *map(fold, profile.aliases)}
    known = [f"{stratum} key {profile.key}"] if profile.key else []
    decided = (f"{stratum} together {token}" for token in profile.mark.together)
    return (*known, *sorted(f"{stratum} name {name}" for name in names), *decided)


def named_by(key: str) -> str:
    """The name in a blocking key; empty for a key of another kind."""
    _, kind, name = key.split(" ", 2)
    return name if kind == "name" else ""


def components(keys: Iterable[tuple[str, ...]]) -> Iterator[list[int]]:
    """The numbers of things that hang together by the keys that they share, a list each."""
    listed = list(keys)
    sets = Sets(len(listed))
    first: dict[str, int] = {}
    for number, of_one in enumerate(listed):
        for key in of_one:
            sets.join((first.setdefault(key, number), number))
    yield from sets.groups()
