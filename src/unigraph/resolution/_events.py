"""Which events of a block are one: by key, by name with date, host, session and region."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

from unigraph.resolution._blocks import Member
from unigraph.resolution._clusters import Group
from unigraph.resolution._regions import is_province
from unigraph.resolution._telling import core, differs, likeness, session
from unigraph.resolution._weights import Signal, Weights

__all__ = ["Events"]

_LIKE = 0.6
_COMMON_CORE = 5
"""Characters that a name's core must have to tell of one event: 签约仪式 does not."""


class Events:
    """Judges events."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self.threshold = weights.threshold("event")

    def facts(self, member: Member) -> dict[str, set[str]]:
        """Names, days, hosts, regions, company and key."""
        p = member.profile
        found = {
            "name": {p.folded},
            "day": set(p.dates),
            "host": {member.link(host) for host in p.hosts},
            "region" if p.placed else "around": set(p.regions if p.placed else p.regions[:3]),
            "near": set(p.near) | set(p.far),
            "session": {session(p.folded)} - {""},
        }
        if p.key:
            found["key"] = {p.key}
        return found

    def signature(self, member: Member) -> Hashable:
        """The key; else name, first host and days, where all are known."""
        p = member.profile
        if p.key:
            return p.key
        return (p.folded, member.link(p.hosts[0]), p.dates) if p.hosts and p.dates else None

    def compact(self, group: Group) -> None:
        """Nothing grows."""

    def prepare(self, groups: Sequence[Group]) -> None:
        """Nothing needs counting."""

    def tokens(self, group: Group) -> Iterable[str]:
        """Names, cores with sessions, days, stories."""
        yield from sorted(f"name {name}" for name in group["name"])
        yield from sorted(f"core {core(name)} {session(name)}" for name in group["name"] if session(name))
        yield from sorted(f"day {day} {r}" for day in group["day"] for r in _regions(group) or {""})
        yield from sorted(f"story {story}" for story in group.stories)

    def signals(self, a: Group, b: Group) -> tuple[Signal, ...]:
        """Name, days, hosts, region, session, company."""
        signal = self._weights.signal
        found = [signal("event", "prior")]
        like = max(likeness(x, y) for x in sorted(a["name"])[:4] for y in sorted(b["name"])[:4])
        same = a["name"] & b["name"]
        found.append(
            signal("event", "name", min(same))
            if same
            else signal("event", "like name", f"{like:.2f}", times=round((like - _LIKE) / (1 - _LIKE), 2))
        )
        short = max((len(core(name)) for name in a["name"] | b["name"]), default=0) < _COMMON_CORE
        found += [signal("event", "common name")] if short else []
        found += self._by_day(a, b, bool(same))
        if a["host"] & b["host"]:
            found.append(signal("event", "host", min(a["host"] & b["host"])))
        elif a["host"] and b["host"]:
            found.append(signal("event", "other host"))
        found += self._by_region(a, b)
        if a["session"] & b["session"]:
            found.append(signal("event", "session", min(a["session"] & b["session"])))
        company = (a["near"] & b["near"]) - a["host"] - b["host"]
        found += [signal("event", "company", min(company))] if company else []
        found += [signal("event", "story")] if a.stories & b.stories else []
        return tuple(found)

    def _by_day(self, a: Group, b: Group, same: bool) -> list[Signal]:
        if not a["day"] or not b["day"]:
            return [self._weights.signal("event", "no day")]
        both = a["day"] & b["day"]
        if both:
            return [self._weights.signal("event", "day", min(both))]
        return [self._weights.signal("event", "other day, session" if a["session"] & b["session"] else "other day")]

    def _by_region(self, a: Group, b: Group) -> list[Signal]:
        x, y = _regions(a), _regions(b)
        if not x or not y:
            return []
        if x & y:
            return [self._weights.signal("event", "region", min(x & y))]
        if any(p[:2] == q[:2] and is_province(p) != is_province(q) for p in x for q in y):
            return []
        return [self._weights.signal("event", "other region", f"{min(x)} {min(y)}")]

    def veto(self, a: Group, b: Group) -> str:
        """Two keys; another count, year or stage; two events of one article whose names or days differ."""
        if a["key"] and b["key"] and not a["key"] & b["key"]:
            return "two keys"
        if any(differs(x, y) for x in sorted(a["name"])[:6] for y in sorted(b["name"])[:6]):
            return "another count, year or stage"
        small, large = sorted((a, b), key=lambda g: len(g.articles))
        if any(article in large.articles for article in small.articles):
            if not a["name"] & b["name"]:
                return "one article tells them apart"
            if a["day"] and b["day"] and not a["day"] & b["day"]:
                return "one article tells two days"
        return ""


def _regions(group: Group) -> set[str]:
    return group["region"] or group["around"]
