"""Which bearers of a name are one person: by bodies, papers and company kept, by region, words and time."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import lru_cache

from unigraph.lexicons import load_given_characters, load_surnames
from unigraph.lexicons.callings import calling_before
from unigraph.resolution._akin import alike, of_one_house
from unigraph.resolution._background import adcode
from unigraph.resolution._blocks import Member
from unigraph.resolution._clusters import Group
from unigraph.resolution._regions import is_province
from unigraph.resolution._weights import Signal, Weights

__all__ = ["People", "commonness"]

_COMMON = 60
"""Surnames that count as common."""
_WORKER = re.compile(r"(?:工|员|手|师傅|匠|护士长?|医生|教师|老师|技师|工程师|司机|保安|骑手|班长|组长|律师|法官)\Z")
_RANKS = (
    ("4", re.compile(r"\A(?:党[组委](?:书记、)?)?(?:主席|书记|院长|校长|董事长|总经理)\Z")),
    ("3", re.compile(r"副(?:主席|书记|院长|校长|董事长|总经理)\Z")),
    ("2", re.compile(r"(?:部长|主任|科长|处长|经理)\Z")),
)
_DAYS = 16
"""Days of posts from which on only the first and last are kept."""
_TOP = "4"
_UNRANKED = "1"
_WORKERS = "0"
_STRONG = ("body", "move told")
_PARTIAL = re.compile(r"原|兼职|挂职|委员|代表|常委|顾问|会员|理事|党组成员")


class People:
    """Judges persons."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self.threshold = weights.threshold("person")

    def facts(self, member: Member) -> dict[str, set[str]]:
        """Bodies, employers, papers, regions, company kept, marks and dated posts."""
        p = member.profile
        bodies = [member.link(body) for body, _ in p.posts]
        titles = [title for _, title in p.posts]
        found = {
            "name": {p.folded},
            "body": set(bodies),
            "employer": set(p.employers),
            "told": {member.link(body) for body in p.told},
            "paper": {p.publisher} - {""},
            "role": {"reporter" if p.reporter else "other"},
            "region" if p.placed else "around": set(p.regions if p.placed else p.regions[:3]),
            "near": set(p.near),
            "far": set(p.far),
            "standing": {_standing(title) for title in titles},
            "calling": {kind for title in titles for kind in calling_before(title)},
            "post": {
                f"{p.day}|{body}|{_rank(title)}"
                for body, title in zip(bodies, titles, strict=True)
                if not _PARTIAL.search(title) and p.day
            },
        }
        for mark in p.marks:
            topic, _, value = mark.partition(" ")
            found.setdefault(topic, set()).add(value)
        return found

    def signature(self, member: Member) -> Hashable:
        """The bodies of all posts, or the paper: what makes bearers of one name one by itself."""
        p = member.profile
        told = tuple(m for m in p.marks if m.startswith(("gender", "born", "pronoun", "dead")))
        if p.posts:
            bodies = frozenset(member.link(body) for body, _ in p.posts)
            return (p.folded, bodies, max(_rank(title) for _, title in p.posts), p.reporter, told)
        if p.publisher or p.employers:
            return (p.folded, p.publisher, p.employers, p.regions, p.reporter, told)
        return None

    def compact(self, group: Group) -> None:
        """Of the days of a rank at a body the first and the last tell all."""
        if len(group["post"]) > _DAYS:
            ends = (*_days(group, min).items(), *_days(group, max).items())
            group.facts["post"] = {f"{day}|{body}|{rank}" for (body, rank), day in ends}

    def prepare(self, groups: Sequence[Group]) -> None:
        """Nothing needs counting."""

    def tokens(self, group: Group) -> Iterable[str]:
        """Bodies, papers, company kept; never a region or its officials, which thousands share."""
        name = min(group["name"])
        shared = group["body"] | group["told"] | group["employer"] | group["near"] | group["far"] | group.stories
        yield from sorted(f"{name} {token}" for token in shared if _kind(token) != "official")
        yield from sorted(f"{name} paper {paper}" for paper in group["paper"])
        if "reporter" in group["role"]:
            yield from sorted(f"{name} reporter {region}" for region in _regions(group))
        else:
            yield from sorted(f"{name} {t} {r}" for r in _regions(group) for t in group["trade"])

    def signals(self, a: Group, b: Group) -> tuple[Signal, ...]:
        """All that speaks for and against, each kind of evidence once."""
        prior = self._weights.signal("person", "prior")
        found = [prior, self._weights.signal("person", "common name", times=commonness(min(a["name"])))]
        by_body = self._by_body(a, b)
        body = any(s.feature in _STRONG for s in by_body)
        found += by_body
        found += self._by_company(a, b, body)
        found += self._by_region(a, b, body)
        found += self._by_words(a, b, body)
        found += self._by_paper(a, b)
        if a.stories & b.stories:
            found.append(self._weights.signal("person", "story"))
        return tuple(found)

    def _by_body(self, a: Group, b: Group) -> list[Signal]:
        for topic in ("body", "employer"):
            same = a[topic] & b[topic]
            if same:
                return [self._weights.signal("person", topic, min(same))]
        moved = (a["told"] & b["body"]) | (a["body"] & b["told"])
        if moved:
            return [self._weights.signal("person", "move told", min(moved))]
        for one, other in ((a, b), (b, a)):
            if other["employer"]:
                continue
            for topic, feature in (("near", "body named beside"), ("far", "body in the article")):
                found = one["employer"] & other[topic]
                if found:
                    wide = all(adcode(body) for body in found)
                    feature = "federation in the article" if wide else feature
                    return [self._weights.signal("person", feature, min(found))]
            if short := alike(one["employer"], other["near"] | other["far"]):
                return [self._weights.signal("person", "body in the article", short)]
        if short := alike(a["employer"], b["employer"]):
            return [self._weights.signal("person", "employer alike", short)]
        house = of_one_house(a["employer"], b["employer"])
        if a["employer"] and b["employer"] and not house and not a["moved"] | b["moved"]:
            return [self._weights.signal("person", "rose" if _rose(a, b) or _rose(b, a) else "other body")]
        return []

    def _by_company(self, a: Group, b: Group, body: bool) -> list[Signal]:
        """The things and people that the articles of both speak of: the best of them, and one more."""
        own = a["employer"] | b["employer"]
        near = (a["near"] & b["near"]) - own
        any_ = ((a["near"] & b["far"]) | (a["far"] & b["near"]) | (a["far"] & b["far"])) - own - near
        ranked = [("beside", t) for t in sorted(near)] + [("in the article", t) for t in sorted(any_)]
        found: list[Signal] = []
        for kind in ("person", "thing", "official"):
            of_kind = [(where, t) for where, t in ranked if _kind(t) == kind]
            if of_kind:
                where, what = of_kind[0]
                times = (0.5 if body else 1.0) * (0.5 if found else 1.0)
                found.append(self._weights.signal("person", f"{kind} {where}", what, times=times))
            if kind == "person" and len(of_kind) > 1:
                found.append(self._weights.signal("person", "another person", of_kind[1][1], times=times))
        return found

    def _by_region(self, a: Group, b: Group, body: bool) -> list[Signal]:
        x, y = _regions(a), _regions(b)
        if not x or not y or "reporter" in a["role"] | b["role"]:
            return []
        if x & y:
            return [self._weights.signal("person", "region", min(x & y))]
        if body or (a["employer"] & b["employer"] and not (a["region"] and b["region"])):
            return []
        wide = any(p[:2] == q[:2] for p in x for q in y)
        exact = any(p[:2] == q[:2] and is_province(p) != is_province(q) for p in x for q in y)
        feature = "province" if exact else "other region" if wide else "other province"
        if not exact and not (a["region"] and b["region"]):
            feature += " around"
        return [self._weights.signal("person", feature, f"{min(x)} {min(y)}")]

    def _by_words(self, a: Group, b: Group, body: bool) -> list[Signal]:
        found: list[Signal] = []
        for topic in ("trade", "born", "won"):
            same = a[topic] & b[topic]
            if same:
                found.append(self._weights.signal("person", topic, min(same)))
        if a["calling"] and a["calling"] == b["calling"]:
            found.append(self._weights.signal("person", "one calling", min(a["calling"])))
        if a["pronoun"] and b["pronoun"] and not a["pronoun"] & b["pronoun"]:
            found.append(self._weights.signal("person", "other pronoun"))
        if _fell(a, b) or _fell(b, a):
            found.append(self._weights.signal("person", "lower later"))
        elif not body and a["calling"] and b["calling"] and not a["calling"] & b["calling"]:
            found.append(self._weights.signal("person", "other calling", f"{min(a['calling'])} {min(b['calling'])}"))
        elif not body and a["standing"] and b["standing"] and not a["standing"] & b["standing"]:
            found.append(self._weights.signal("person", "other standing"))
        return found

    def _by_paper(self, a: Group, b: Group) -> list[Signal]:
        same = a["paper"] & b["paper"]
        if same:
            return [self._weights.signal("person", "paper", min(same))]
        if a["role"] != b["role"] and not ({"reporter", "other"} <= a["role"] or {"reporter", "other"} <= b["role"]):
            return [self._weights.signal("person", "reporter and not")]
        if a["paper"] and b["paper"]:
            return [self._weights.signal("person", "other paper")]
        if a["role"] == b["role"] == {"reporter"} and _regions(a) & _regions(b):
            return [self._weights.signal("person", "reporters of a region", min(_regions(a) & _regions(b)))]
        return []

    def veto(self, a: Group, b: Group) -> str:
        """Two of one article; another gender or year of birth; posts that one person does not hold so."""
        small, large = sorted((a, b), key=lambda g: len(g.articles))
        if any(article in large.articles for article in small.articles):
            return "one article tells them apart"
        if a["gender"] and b["gender"] and not a["gender"] & b["gender"]:
            return "another gender"
        if a["born"] and b["born"] and not any(abs(int(x) - int(y)) <= 1 for x in a["born"] for y in b["born"]):
            return "another year of birth"
        if any(_outlived(x["dead"], y["post"]) for x, y in ((a, b), (b, a))):
            return "a post after a death"
        return "" if of_one_house(a["employer"], b["employer"]) else _clash(a, b)


def _clash(a: Group, b: Group) -> str:
    """Heads of two bodies at one time, or posts at two bodies in turns: A, B, A."""
    first, last = (_days(a, min), _days(b, min)), (_days(a, max), _days(b, max))
    if not first[0] or not first[1] or {body for body, _ in first[0]} & {body for body, _ in first[1]}:
        return ""
    (a0, b0), (a1, b1) = (min(d.values()) for d in first), (max(d.values()) for d in last)
    if a0 < b0 < a1 or b0 < a0 < b1:
        return "posts at two bodies in turns"
    heads = {day for (_, rank), day in (*first[0].items(), *last[0].items()) if rank == _TOP}
    others = {day for (_, rank), day in (*first[1].items(), *last[1].items()) if rank == _TOP}
    return "head of two bodies on one day" if heads & others else ""


def _outlived(dead: set[str], posts: set[str]) -> bool:
    return bool(dead) and any(post.split("|")[0] > max(dead) for post in posts)


def _fell(a: Group, b: Group) -> bool:
    """Whether one is lower than the other was before, at the same body or as a worker: the news tells of no such fall."""
    first, last = _days(a, min), _days(b, max)
    return any(
        before < after and rank > lower and _UNRANKED not in (rank, lower) and (body == where or lower == _WORKERS)
        for (body, rank), before in first.items()
        for (where, lower), after in last.items()
    )


def _days(group: Group, choose: Callable[[str, str], str]) -> dict[tuple[str, str], str]:
    """The first or last day of each rank at each body."""
    out: dict[tuple[str, str], str] = {}
    for post in group["post"]:
        day, body, rank = post.split("|")
        out[body, rank] = choose(out.get((body, rank), day), day)
    return out


def _rose(a: Group, b: Group) -> bool:
    """Whether all posts of one are at federations that lie above those of the other, and later."""
    x, y = a["post"], b["post"]
    if not x or not y or max(post.split("|")[0] for post in x) >= min(post.split("|")[0] for post in y):
        return False
    codes = [{adcode(post.split("|")[1]) for post in posts} for posts in (x, y)]
    return all(
        low and high and low != high and low.startswith(high.rstrip("0")) for low in codes[0] for high in codes[1]
    )


def _rank(title: str) -> str:
    """How high a post is: 4 for who heads a body, 0 for who works there; 1 where the title does not say."""
    if _standing(title) == "worker":
        return _WORKERS
    return next((rank for rank, pattern in _RANKS if pattern.search(title)), _UNRANKED)


def _standing(title: str) -> str:
    return "worker" if _WORKER.search(title) else "official"


def _kind(token: str) -> str:
    return next((kind for kind in ("person", "official") if token.startswith(kind + " ")), "thing")


def _regions(group: Group) -> set[str]:
    return group["region"] or group["around"]


@lru_cache(maxsize=1 << 12)
def commonness(name: str) -> float:
    """From 0 to 1: how many bear a name, by rank of its surname and frequency of its other characters; fixed tables."""
    surname = load_surnames().rank.get(name[:1], 999)
    given = [load_given_characters().get(c, -12.0) for c in name[1:]]
    if not given:
        return 1.0
    rare = sum(given) + (0.0 if surname < _COMMON else -2.0 if surname < 4 * _COMMON else -4.0)
    return round(min(max((rare + 16.0) / 11.0, 0.0), 1.0), 2)
