"""Talks between two unions: when one visits the other, the meeting is theirs, and both took part in it.

News of an exchange seldom names its meeting: 代表团同某省总工会座谈, and then 座谈会上. Who met whom stands in the visit and
in the posts of those who spoke. A federation that calls on one below it inspects; that makes no talks of equals.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from unigraph.recognition.events import LocalEvent
from unigraph.recognition.found import Found
from unigraph.relation.parties import delegations
from unigraph.relation.parts import RawClaim
from unigraph.relation.scene import Scene

__all__ = ["SIDE", "confirmed", "is_talk", "read_talks", "visited_at"]

SIDE = "attended-side"
"""The rule of those who met at talks."""
_TALK = re.compile(
    r"(?:两地|两省|两市|两区|两县|双方|两会|两岸|工会|工会工作|工作|业务|友好|学习|经验|学习考察|考察|座谈|交流|访问)*"
    r"(?:座谈会|座谈|交流会|座谈交流会|交流座谈会|会谈|会见|见面会)"
)
_LEVEL = re.compile(r"(省|市|州|区|县|旗|街道|镇|乡)总?工会\Z")
_LEVELS = {"省": 1, "市": 2, "州": 2, "区": 3, "县": 3, "旗": 3, "街道": 4, "镇": 4, "乡": 4}
_TOGETHER = re.compile(r"[^，。；\n]{0,12}(?:座谈|交流|会谈)")
_AT_TALK = frozenset(["chaired", "spokeAt", "attended"])


def is_talk(event: LocalEvent) -> bool:
    """Whether an event is a talk that its own name says nothing more of."""
    return not event.given and bool(_TALK.fullmatch(event.name or event.head))


def read_talks(scene: Scene, claims: Sequence[RawClaim]) -> Iterable[RawClaim]:
    """``attended`` for the two unions that met; nothing where the article does not tell of two."""
    talks = [e for e in scene.events if e.parent is None and is_talk(e) and not _called(claims, e)]
    if not talks:
        return
    sides = _named_together(scene) or _met(scene, claims, talks)
    for event in talks:
        at = event.mentions[0]
        for side in sides:
            yield RawClaim(side, "attended", event, "", SIDE, at.begin, at.end)


def _called(claims: Sequence[RawClaim], event: LocalEvent) -> bool:
    """Whether one body is said to have called a meeting, in an article in which nobody visits another."""
    hosts = {
        c.subject.name for c in claims if c.predicate == "hosted" and c.object is event and isinstance(c.subject, Found)
    }
    return len(hosts) == 1 and not any(c.predicate == "visited" for c in claims)


def visited_at(scene: Scene, claims: Sequence[RawClaim], event: LocalEvent) -> tuple[str, ...]:
    """Who called on whom where talks without a name were held: the union that came, and the one body it came to."""
    guest = next(iter(_guests(scene, claims)), None)
    at = event.mentions[0].begin
    visited = [c.object for c in claims if c.predicate == "visited" and c.begin < at]
    hosts = {v.name for v in visited if isinstance(v, Found) and scene.ontology.root(v.cls) != "Place"}
    return (guest.name, *hosts) if guest and len(hosts) == 1 and guest.name not in hosts else ()


def confirmed(claims: Sequence[RawClaim]) -> list[RawClaim]:
    """The claims without those on talks of which it is not known between whom they were."""
    known = {id(c.object) for c in claims if c.rule == SIDE}
    ends = ((c, e) for c in claims for e in (c.subject, c.object))
    vain = {id(c) for c, e in ends if isinstance(e, LocalEvent) and e.provisional and id(e) not in known}
    return [c for c in claims if id(c) not in vain]


def _named_together(scene: Scene) -> tuple[Found, ...]:
    """甲市总工会与乙市总工会座谈 in headline or lead: the two unions that it names, and no third."""
    first = scene.text.find("\n", scene.document.title_end + 2)
    for chain in scene.chains:
        if chain.begin > max(first, scene.document.title_end):
            break
        pair = [u.item for u in chain.units]
        unions = all(u.root == "Union" for u in chain.units)
        if len(pair) == 2 and unions and _equals(*pair) and _TOGETHER.match(scene.text, chain.end):
            return tuple(pair)
    return ()


def _met(scene: Scene, claims: Sequence[RawClaim], talks: Sequence[LocalEvent]) -> tuple[Found, ...]:
    """The union that travelled, and that of those who received it."""
    if _at_workplace(scene, claims):
        return ()
    guests = (*_guests(scene, claims), *(b for b in delegations(scene) if scene.ontology.root(b.cls) == "Union"))
    guest = next(iter(guests), None) or next(iter(_others(scene, claims, talks)), None)
    host = next((u for u in _others(scene, claims, talks) if guest and _equals(guest, u)), None)
    host = host or next((u for u in _beside(scene, talks) if guest and _equals(guest, u)), None)
    return (guest, host) if guest and host and not _stands_above(guest, host) else ()


def _stands_above(guest: Found, host: Found) -> bool:
    """Whether the federation of a province or city calls on that of a district or town, by their names."""
    levels = [m.group(1) for u in (guest, host) if (m := _LEVEL.search(u.name))]
    return len(levels) == 2 and _LEVELS[levels[0]] < _LEVELS[levels[1]]


def _beside(scene: Scene, talks: Sequence[LocalEvent]) -> Iterable[Found]:
    """The unions named in the sentence that names the talks, or in the one before: 同某市总工会互相学习."""
    for event in talks:
        index = scene.document.sentence_at(event.mentions[0].begin)
        sentences = scene.document.sentences
        near = scene.bodies.within(sentences[max(0, index - 1)].begin, sentences[index].end)
        yield from (b for b in near if scene.ontology.root(b.cls) == "Union")


def _at_workplace(scene: Scene, claims: Iterable[RawClaim]) -> bool:
    """Whether the way led to a firm and to no union: the talks are held with its workers."""
    visited = [c.object for c in claims if c.predicate == "visited" and isinstance(c.object, Found)]
    roots = {scene.ontology.root(v.cls) for v in visited}
    return "Company" in roots and "Union" not in roots


def _guests(scene: Scene, claims: Iterable[RawClaim]) -> Iterable[Found]:
    """The unions that travelled, by themselves or by their officers."""
    for claim in claims:
        if claim.predicate == "visited":
            yield from _union_of(scene, claim.subject)


def _others(scene: Scene, claims: Sequence[RawClaim], talks: Sequence[LocalEvent]) -> Iterable[Found]:
    """The unions of those who acted at the talks, then those that were visited."""
    ids = {id(e) for e in talks}
    for claim in claims:
        if claim.predicate in _AT_TALK and id(claim.object) in ids:
            yield from _union_of(scene, claim.subject)
    for claim in claims:
        if claim.predicate == "visited":
            yield from _union_of(scene, claim.object)


def _union_of(scene: Scene, thing: Found | LocalEvent | None) -> Iterable[Found]:
    """A union itself, or that at which a person holds a post."""
    if not isinstance(thing, Found):
        return
    if scene.ontology.root(thing.cls) == "Union":
        yield thing
    yield from scene.unions_of.get(thing.name, ())


def _equals(one: Found, other: Found) -> bool:
    """Whether two unions are two, and neither stands above the other."""
    stems = [re.sub(r"(?:总工会|工会(?:委员会|联合会)?)\Z", "", u.name) for u in (one, other)]
    if (
        one.name in other.name
        or other.name in one.name
        or stems[0].startswith(stems[1])
        or stems[1].startswith(stems[0])
    ):
        return False
    codes = [k.removeprefix("u-") for k in (one.key, other.key) if re.fullmatch(r"u-\d{6}", k)]
    if len(codes) < 2:
        return "中华全国总工会" not in (one.name, other.name)
    short, long = sorted((re.sub(r"(?:00)+\Z", "", c) for c in codes), key=len)
    return not long.startswith(short)
