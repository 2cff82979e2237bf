"""Which members of a block are one thing: precision before recall, and never a chain that joins what is apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from unigraph.resolution._blocks import Member, stratum_of
from unigraph.resolution._names import fold
from unigraph.resolution._sets import Sets

__all__ = ["cluster"]

_RELATIVE = re.compile(
    r"(?:省|市|区|县|州|盟|旗|镇|乡|街道)(?:总工会|工会|委|人大|政协|人民政府|政府|\w{2,}[局委办会院厅部宫])"
)
_BY_ALIAS = ("Company", "Organization")

Block = Sequence[Member]
Token = tuple[str, ...]
_K = TypeVar("_K", bound=Hashable)


def cluster(block: Block) -> list[list[int]]:
    """The members of a block that are one thing, a list each, in the order of their first.

    The members are of one stratum, in the order of their articles.
    """
    sets = Sets(len(block))
    for same in _grouped(range(len(block)), lambda n: block[n].profile.key).values():
        sets.join(same)
    by_name = _grouped(range(len(block)), lambda n: (block[n].profile.root, block[n].profile.folded))
    _JOINS[stratum_of(block[0].profile.root)](sets, block, by_name)
    return sets.groups()


def _grouped(numbers: Iterable[int], key: Callable[[int], _K]) -> dict[_K, list[int]]:
    out: dict[_K, list[int]] = {}
    for n in numbers:
        k = key(n)
        if k:
            out.setdefault(k, []).append(n)
    return out


def _keys(block: Block, members: Iterable[int]) -> set[str]:
    return {block[n].profile.key for n in members if block[n].profile.key}


_ByName = Mapping[tuple[str, str], list[int]]


def _join_bodies(sets: Sets, block: Block, by_name: _ByName) -> None:
    for same in by_name.values():
        _join_named(sets, block, same)
    _join_aliases(sets, block, by_name)


def _join_named(sets: Sets, block: Block, same: list[int]) -> None:
    """Bearers of one name are one; a name that only its article explains, or that keys tell apart, stays with it."""
    if len(_keys(block, same)) <= 1 and not _RELATIVE.match(block[same[0]].profile.folded):
        sets.join(same)
        return
    for in_article in _grouped((n for n in same if not block[n].profile.key), lambda n: (block[n].article,)).values():
        sets.join(in_article)


def _join_aliases(sets: Sets, block: Block, by_name: _ByName) -> None:
    """A name that is the alias of exactly one other, which is itself nobody's alias, is that other's name.

    No article may speak of both, else it told them apart.
    """
    owners: dict[str, set[tuple[str, str]]] = {}
    for key, same in by_name.items():
        for alias in {fold(a) for n in same for a in block[n].profile.aliases} - {key[1]}:
            owners.setdefault(alias, set()).add(key)
    shorter: dict[tuple[str, str], list[int]] = {}
    for (root, name), same in by_name.items():
        owner = next(iter(owners.get(name, ())), None)
        if owner and len(owners[name]) == 1 and owner[0] == root and root in _BY_ALIAS and owner[1] not in owners:
            shorter.setdefault(owner, []).append(same[0])
    for key, names in sorted(shorter.items()):
        groups = [by_name[key], *(by_name[key[0], block[n].profile.folded] for n in names)]
        articles = [{block[n].article for n in g} for g in groups]
        apart = len(set().union(*articles)) == sum(map(len, articles))
        if apart and len(_keys(block, (n for g in groups for n in g))) <= 1:
            sets.join(n for g in groups for n in g)


def _join_people(sets: Sets, block: Block, by_name: _ByName) -> None:
    """Bearers of one name are one where they hold posts at one body, or report for one publisher."""

    def tokens(n: int) -> set[Token]:
        one = block[n]
        bodies = {("body", one.link(body)) for body, _ in one.profile.posts}
        return bodies | ({("publisher", one.profile.publisher)} if one.profile.publisher else set())

    def apart(members: list[int]) -> bool:
        distinct = {(block[n].article, sets.find(n)) for n in members}
        return len({article for article, _ in distinct}) < len(distinct)

    for same in by_name.values():
        _join_linked(sets, block, same, {n: tokens(n) for n in same}, apart)


def _join_events(sets: Sets, block: Block, by_name: _ByName) -> None:
    """Bearers of one name are one within an article unless dates differ, and where host and date are the same."""

    def tokens(n: int) -> set[Token]:
        one = block[n]
        return {(one.link(h), d) for h in one.profile.hosts for d in one.profile.dates}

    for same in by_name.values():
        for in_article in _grouped(same, lambda n: (block[n].article,)).values():
            if len({d for n in in_article for d in block[n].profile.dates}) <= 1 and len(_keys(block, in_article)) <= 1:
                sets.join(in_article)
        _join_linked(sets, block, same, {n: tokens(n) for n in same}, lambda _: False)


def _join_linked(
    sets: Sets,
    block: Block,
    same: list[int],
    tokens: Mapping[int, set[Token]],
    apart: Callable[[list[int]], bool],
) -> None:
    """Join bearers of one name that share a token, unless the whole that comes of it cannot be one thing."""
    bearers: dict[Token, list[int]] = {}
    for n in same:
        bearers.setdefault(("set", str(sets.find(n))), []).append(n)
        for token in tokens.get(n, ()):
            bearers.setdefault(("token", *token), []).append(n)
    local = {n: i for i, n in enumerate(same)}
    linked = Sets(len(same))
    for members in bearers.values():
        linked.join(local[n] for n in members)
    for group in linked.groups():
        members = [same[i] for i in group]
        if len(_keys(block, members)) <= 1 and not apart(members):
            sets.join(members)


_JOINS = (_join_bodies, _join_events, _join_people)
"""How the things of each stratum are joined."""
