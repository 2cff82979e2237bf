"""Which bodies and places of a block are one: by key, by name and region, by a name that is another's short form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence

from unigraph.resolution._blocks import Member, is_firm, short_names
from unigraph.resolution._clusters import Group
from unigraph.resolution._names import fold
from unigraph.resolution._profiles import Profile
from unigraph.resolution._regions import is_province, name_region
from unigraph.resolution._surroundings import base_name
from unigraph.resolution._telling import is_national, short_company
from unigraph.resolution._weights import Signal, Weights

__all__ = ["Bodies", "body_facts"]

_RELATIVE = re.compile(
    r"(?:省|市|区|县|州|盟|旗|镇|乡|街道)(?:总工会|工会|委|人大|政协|人民政府|政府|\w{2,}[局委办会院厅部宫])"
)
_WHOLE_FORM = re.compile(r"(?:公司|集团)(?:工会(?:委员会)?)?\Z")
_LONG = 6
"""Characters of a company's name, without form and place, that no other company has by chance."""
_BY_ALIAS = ("Company", "Organization")


class Bodies:
    """Judges bodies and places."""

    def __init__(self, weights: Weights, block: Sequence[Member]) -> None:
        self._weights = weights
        keys: dict[str, set[str]] = {}
        for member in block:
            if member.profile.key:
                keys.setdefault(member.profile.folded, set()).add(member.profile.key)
        self._ambiguous = frozenset(name for name, found in keys.items() if len(found) > 1)
        self.threshold = weights.threshold("body")
        self._placed: Counter[tuple[str, str]] = Counter()
        self._named: Counter[tuple[str, str]] = Counter()
        self._owners: dict[tuple[str, str], set[str]] = {}
        self._facts: dict[int, dict[str, set[str]]] = {}
        self._signatures: dict[int, Hashable] = {}

    def facts(self, member: Member) -> dict[str, set[str]]:
        """Kind, names, key, region and all that may be its short form."""
        p = member.profile
        found = self._facts.get(id(p))  # tens of thousands of members share a profile, and the block keeps it
        if found is None:
            found = self._facts[id(p)] = body_facts(p)
        return found

    def signature(self, member: Member) -> Hashable:
        """The key; else name and region."""
        p = member.profile
        if id(p) not in self._signatures:
            unknown = _RELATIVE.match(p.folded) or (p.folded in self._ambiguous and not p.regions)
            self._signatures[id(p)] = None if unknown and not p.key else _signature(p)
        return self._signatures[id(p)]

    def compact(self, group: Group) -> None:
        """Nothing grows."""

    def prepare(self, groups: Sequence[Group]) -> None:
        """Count the regions in which a name is borne, and whose other name it is."""
        places: dict[tuple[str, str], set[str]] = {}
        keys: dict[tuple[str, str], set[str]] = {}
        for group in groups:
            for root in group["root"]:
                for name in group["name"]:
                    places.setdefault((root, name), set()).update(_regions(group))
                    keys.setdefault((root, name), set()).update(group["key"])
                for alias in group["alias"]:
                    self._owners.setdefault((root, alias), set()).update(group["name"])
        self._placed = Counter({name: len(found) for name, found in places.items()})
        self._named = Counter({name: len(found) for name, found in keys.items()})

    def tokens(self, group: Group) -> Iterable[str]:
        """Names, short forms and what a body was or is renamed to, of one kind each."""
        for root in sorted(group["root"]):
            names = group["name"] | group["renamed"]
            names |= group["alias"] if root in _BY_ALIAS else set()
            yield from (f"{root} {name}" for name in sorted(names))
            yield from (f"{root} short {name}" for name in sorted(group["short"]))

    def signals(self, a: Group, b: Group) -> tuple[Signal, ...]:
        """The name first, then where the two are."""
        named = self._by_name(a, b)
        found = [self._weights.signal("body", "prior"), named]
        if a.stories & b.stories and named.feature == "name":
            found.append(self._weights.signal("body", "story"))
        if named.feature != "renamed":
            found.append(self._by_region(a, b))
        return tuple(found)

    def _by_name(self, a: Group, b: Group) -> Signal:
        same = a["name"] & b["name"]
        if same:
            name = min(same)
            own = name_region(name) or bool(a["national"] & b["national"])
            return self._weights.signal("body", "name that tells its place" if own else "name", name)
        if a["renamed"] & b["name"] or b["renamed"] & a["name"]:
            return self._weights.signal("body", "renamed", min(a["renamed"] & b["name"] or b["renamed"] & a["name"]))
        for one, other in ((a, b), (b, a)):
            alias = one["alias"] & other["name"]
            if alias and all(self._is_owned(root, min(alias)) for root in one["root"]):
                return self._weights.signal("body", "other name", min(alias))
        return self._weights.signal("body", "short form", min(a["short"] & b["short"], default=""))

    def _is_owned(self, root: str, alias: str) -> bool:
        """Whether a name is the other name of exactly one, which is itself nobody's."""
        owners = self._owners[root, alias]
        return len(owners) == 1 and not any((root, owner) in self._owners for owner in owners)

    def _by_region(self, a: Group, b: Group) -> Signal:
        x, y = _regions(a), _regions(b)
        if x & y:
            return self._weights.signal("body", "region", min(x & y))
        if x and y:
            within = any(p[:2] == q[:2] and (is_province(p) or is_province(q)) for p in x for q in y)
            far = "other region, long name" if _long(a, b) else "other region"
            return self._weights.signal("body", "province" if within else far, f"{min(x)} {min(y)}")
        alone = all(self._placed[root, name] <= 1 for g in (a, b) for root in g["root"] for name in g["name"])
        several = "no region, long name in several" if _long(a, b) else "no region, name in several"
        return self._weights.signal("body", "no region" if alone else several)

    def veto(self, a: Group, b: Group) -> str:
        """Two keys; a name that only its article explains; two kinds."""
        if a["key"] and b["key"] and not a["key"] & b["key"]:
            return "two keys"
        if a["root"] != b["root"]:
            return "two kinds"
        several = any(self._named[root, name] > 1 for root in a["root"] for name in a["name"] & b["name"])
        relative = a["relative"] or b["relative"]
        if (several or relative) and not (a["key"] and b["key"]) and not a.articles & b.articles:
            return "a name that only its article explains" if relative else "a name that keys tell apart"
        if not a["name"] & b["name"] and a.articles & b.articles and not _renamed(a, b):
            return "one article tells them apart"
        return ""


def _long(a: Group, b: Group) -> bool:
    """Whether the two bear one name that is too long to be borne by chance, and have no place of their own."""
    same = a["name"] & b["name"] if not (a["region"] and b["region"]) else set()
    return any(len(short_company(base_name(name))) >= _LONG for name in same if _WHOLE_FORM.search(name))


def _renamed(a: Group, b: Group) -> bool:
    return bool(a["renamed"] & b["name"] or b["renamed"] & a["name"])


def _regions(group: Group) -> set[str]:
    return group["region"] or group["around"]


def body_facts(p: Profile) -> dict[str, set[str]]:
    """What a body says, by topic."""
    found = {
        "root": {p.root},
        "name": {p.folded},
        "alias": {fold(a) for a in p.aliases} - {p.folded},
        "renamed": set(p.renamed),
        "region" if p.placed else "around": set(p.regions if p.placed else p.regions[:3]),
    }
    if p.key:
        found["key"] = {p.key}
    if is_national(p.name, p.cls):
        found["national"] = {p.folded}
    if _RELATIVE.match(p.folded):
        found["relative"] = {p.folded}
    if is_firm(p):
        found["short"] = short_names(p)
    return found


def _signature(p: Profile) -> Hashable:
    if p.key:
        return (p.key, p.root, p.folded, p.aliases)
    return (p.root, p.folded, p.aliases, p.renamed, p.placed, p.regions)
