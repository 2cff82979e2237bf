"""One name for each body of an article: short and long forms of one name are the same body, and share all its names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from unigraph.lexicons import load_gazetteer
from unigraph.ontology import Ontology
from unigraph.recognition.body_forms import without_legal_form
from unigraph.recognition.found import Found

__all__ = ["joined"]

_HOUSE = re.compile(r"大学|公司|集团$")
_TOO_GENERAL = ("工人文化宫", "人民医院", "总工会", "职工服务中心", "省分公司", "市分公司")
_MIN_SHORT = 2
_UNION = "工会"


def joined(bodies: Iterable[Found], ontology: Ontology) -> tuple[Found, ...]:
    """The same mentions, each with the one name, class and key of its body, and all the body's aliases."""
    bodies = tuple(bodies)
    by_name: dict[tuple[str, str], Found] = {}
    for body in bodies:
        identity = (ontology.root(body.cls), body.name)
        known = by_name.get(identity)
        by_name[identity] = body if known is None else _merged(known, body)
    chief = _chiefs(by_name)
    out = []
    for body in bodies:
        own = chief[ontology.root(body.cls), body.name]
        out.append(replace(body, cls=own.cls, name=own.name, key=own.key, aliases=own.aliases))
    return tuple(out)


def _merged(chief: Found, other: Found) -> Found:
    names = dict.fromkeys((*chief.aliases, other.name, *other.aliases))
    aliases = tuple(n for n in names if n != chief.name)
    return replace(chief, key=chief.key or other.key, aliases=aliases)


def _chiefs(by_name: dict[tuple[str, str], Found]) -> dict[tuple[str, str], Found]:
    """For each name the body whose name it shall bear."""
    parent = {identity: identity for identity in by_name}

    def top(identity: tuple[str, str]) -> tuple[str, str]:
        while parent[identity] != identity:
            identity = parent[identity]
        return identity

    aliases: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for identity, body in by_name.items():
        for name in body.aliases:
            aliases.setdefault((identity[0], name), []).append(identity)
    for identity in by_name:
        owners = {top(o) for o in aliases.get(identity, ())} - {top(identity)}
        if len(owners) == 1:
            parent[top(identity)] = owners.pop()
    shorts = _short_forms(by_name)
    for identity, longer in shorts.items():
        if top(identity) != top(longer):
            parent[top(identity)] = top(longer)
    chiefs: dict[tuple[str, str], Found] = {}
    for identity, body in by_name.items():
        head = top(identity)
        chiefs[head] = _merged(chiefs.get(head, by_name[head]), body) if identity != head else chiefs.get(head, body)
    return {identity: chiefs[top(identity)] for identity in by_name}


def _short_forms(by_name: dict[tuple[str, str], Found]) -> dict[tuple[str, str], tuple[str, str]]:
    """Companies and their unions by a short form of a longer name, where only one name is that long."""
    out = {}
    known = frozenset(name for _, name in by_name)
    for identity in by_name:
        longer = [o for o in by_name if o[0] == identity[0] and o != identity and _ends(identity[1], o[1], known)]
        if len(longer) == 1 and not identity[1].startswith(_TOO_GENERAL):
            out[identity] = longer[0]
    names = [i for i in by_name if i[0] in ("Company", "Union") and i not in out]
    for identity in names:
        root, name = identity
        core = name.removesuffix(_UNION) if root == "Union" else name
        longer = [
            other
            for other in names
            if other[0] == root
            and other != identity
            and _is_short(core, other[1].removesuffix(_UNION) if root == "Union" else other[1])
        ]
        if len(longer) == 1 and (root == "Company" or name.endswith(_UNION)):
            out[identity] = longer[0]
    return out


def _ends(short: str, long: str, names: frozenset[str]) -> bool:
    """Whether a longer name is the shorter one with its place, or the house that it belongs to, before it."""
    if len(short) < 4 or not long.endswith(short):
        return False
    before = long[: -len(short)]
    return before in names or bool(_HOUSE.search(before)) or bool(load_gazetteer().named(before))


def _is_short(short: str, long: str) -> bool:
    """Whether a company's name is the beginning of another, or stands in it without its place and legal form."""
    if not _MIN_SHORT <= len(short) < len(long) or "总" in short:
        return False
    rest = long.removeprefix(short)
    if rest != long:
        return rest in (
            "公司",
            "集团",
            "集团公司",
            "集团有限公司",
            "有限公司",
            "股份",
            "股份有限公司",
            "有限责任公司",
        ) or (without_legal_form(long) == short)
    core = without_legal_form(long)
    at = core.find(short[:2])
    return len(short) >= 4 and core != long and 0 < at <= 3 and _within(short, core)


def _within(short: str, long: str) -> bool:
    rest = iter(long)
    return all(c in rest for c in short)
