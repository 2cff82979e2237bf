"""Who visited what: delegations, those who lead and accompany them, and their stops.

The stops of one journey share their travellers: whoever is named at one of them, leads it or goes along has been at
all of them. A new journey begins where a stop has travellers that the last one did not have.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from unigraph.recognition.found import Found
from unigraph.relation.denied import long_ago
from unigraph.relation.parts import RawClaim, Unit
from unigraph.relation.scene import Scene
from unigraph.relation.visit_retinue import Retinue
from unigraph.relation.visit_scene import places_on_the_way
from unigraph.relation.visit_stops import find_stops
from unigraph.relation.visit_travellers import Party, Travellers
from unigraph.relation.visit_words import Stop

__all__ = ["read_visits"]

_PLANNED = re.compile(
    r"(?:[还将需]要|将|拟|计划|打算|准备|原定|本想|即将)(?:再|还|又|接着|继续|随后)?$|(?:没有?|未|未能|没能|来不及|无法|不再|顾不上)再?$"
    r"|(?:将于|拟于|计划于|定于|将在(?:近|下|明|今后)|下周|下月|明天|明日|明年|近期将|今后将)[^，。；：！？\n]{0,12}$"
)
"""A stop that is still to come, or was not made, is no visit."""
_WILL = re.compile(
    r"(?:将(?![军领士近要])|拟(?!定)|计划(?!生育|单列)|打算)(?:于|在|分别|先后|陆续|继续|还|赴|到|前往|走访|参观|出席|拜访|考察|访问)"
)
_DONE = re.compile(r"[了过；]|已|当天|昨[日天]|随后")
_ROOM = re.compile(r"会议室|报告厅|礼堂|会堂|会场|多功能厅|演播厅|贵宾厅|宴会厅")
"""Where one meets, and pays no visit."""
_PARTS = re.compile(
    r"兵分[两二三四五六七八多]路|分头|分(?:成|为)?[两二三四五六七八]?[路组队]|[两二三四五六七八][路组队](?:人马|分别|同时)"
)
_ALL = re.compile(
    r"一行人|[两三四五六七八九十]人(?:又|再|一[同起]|合)|一行(?:\d+|[两三四五六七八九十]+)余?人|全体|会合|汇合"
)
_CARRY = 6
"""How many sentences on a stop without any subject may still belong to the journey."""


_JUST_BEFORE = 160
"""How many characters before the first stop the leader of a party may be named."""
_CROWD = 100
"""More travellers than these are no party."""


@dataclass
class _Journey:
    """The travellers by name, companions apart, and the stops with those that each one states."""

    members: dict[str, Found] = field(default_factory=dict)
    companions: dict[str, Found] = field(default_factory=dict)
    stops: list[tuple[Stop, Party]] = field(default_factory=list)
    start: int = -1

    def join(self, items: Iterable[Found]) -> None:
        """Add travellers, the first to come the leader."""
        for item in items:
            if len(self.members) < _CROWD:
                self.members.setdefault(item.name, item)

    @property
    def begin(self) -> int:
        """Where the text begins to tell of it."""
        if not self.stops:
            return self.start
        stop = self.stops[0][0]
        return min(stop.cue.begin, stop.targets[0].begin)


def read_visits(scene: Scene) -> Iterable[RawClaim]:
    """Claims of ``visited``; a delegation stands for the body that sent it."""
    found = tuple(find_stops(scene))
    stops = _past(scene, found)
    travellers = Travellers(scene, stops)
    retinue = Retinue(travellers)
    journeys = _journeys(scene, stops, retinue) or _begun(retinue)
    begins = [scene.document.sentence_at(j.begin) for j in journeys]
    for position, items in (*retinue.leaders(), *retinue.members()):
        journey = _around(scene, journeys, begins, position)
        if journey is not None:
            journey.join(items)
    for position, (person,) in retinue.speakers():
        journey = _around(scene, journeys, begins, position)
        if journey is not None and _of_the_party(scene, journey, person, position, travellers):
            journey.join((person,))
    for position, items in retinue.companions():
        journey = _around(scene, journeys, begins, position)
        if journey is not None and len(journey.companions) < _CROWD and not _of_others(scene, journey, position):
            journey.companions |= {i.name: i for i in items if i.name not in journey.members}
    _go_on(scene, journeys, [s for s in found if s not in stops])
    for journey in journeys:
        hosts = _hosts(journey, travellers)
        for stop, party in journey.stops:
            yield from _claims(journey, hosts, stop, party, travellers)


def _begun(retinue: Retinue) -> list[_Journey]:
    """The journey of which the text tells no stop by a verb of going: the first people who set out, else bodies."""
    is_a = retinue.scene.ontology.is_a
    told = [(at, party.items) for at, party in retinue.travellers.announced()]
    led = [(at, items) for at, items in told if any(is_a(i.cls, "Person") for i in items)]
    set_out = led or [*_by_headline(retinue.travellers), *told]
    journey = _Journey(start=min((at for at, _ in set_out), default=-1))
    for _, items in set_out[:1]:
        journey.join(items)
    return [journey] if journey.members else []


def _by_headline(travellers: Travellers) -> Iterable[tuple[int, tuple[Found, ...]]]:
    """The first people of a text with a union post, where the headline says that it tells of a visit."""
    scene = travellers.scene
    cues = (c for c in scene.cues.get("visited", ()) if c.begin < scene.document.title_end and len(c.word) > 1)
    if not any(cues):
        return
    for chain in scene.chains:
        if chain.begin >= scene.document.title_end and chain.units[0].root == "Person":
            sent = travellers.sent_by(chain.units[0], False)
            if sent and not scene.silent(chain.begin):
                yield chain.begin, (*(u.item for u in chain.units), *sent)
            return


def _go_on(scene: Scene, journeys: list[_Journey], not_made: Iterable[Stop]) -> None:
    """Add to each journey the places that the text tells of without a verb of going, up to where the next begins.

    None of them is a stop that was not made.
    """
    reached = {(t.begin, t.end) for j in journeys for s, _ in j.stops for t in s.targets}
    reached |= {(t.begin, t.end) for s in not_made for t in s.targets}
    begins = [_sentence_before(scene, j.begin) for j in journeys]
    for journey, begin, end in zip(journeys, begins, [*begins[1:], len(scene.text)], strict=False):
        party = frozenset((*journey.members, *journey.companions))
        for stop in places_on_the_way(scene, begin, end, party, reached):
            reached |= {(t.begin, t.end) for t in stop.targets}
            journey.stops.append((stop, Party((), "carried")))


def _sentence_before(scene: Scene, position: int) -> int:
    """Where the sentence before that of a position begins, or its own at the head of a paragraph."""
    at = scene.document.sentence_at(position)
    own, before = scene.document.sentences[at].begin, scene.document.sentences[max(0, at - 1)].begin
    return own if "\n" in scene.text[before:own] else before


def _of_others(scene: Scene, journey: _Journey, position: int) -> bool:
    """次日，乙先到…，丙陪同: whether companions stand in a later paragraph, behind people who are not of the journey."""
    begin = scene.text.rfind("\n", 0, position) + 1
    if any(begin <= stop.cue.begin for stop, _ in journey.stops):
        return False
    units = [u for u in scene.units_within(begin, position) if u.root == "Person"]
    told = {u.item.name for u in units}
    along = set(journey.members) | set(journey.companions)
    sentence = scene.document.sentences[scene.document.sentence_at(position)].begin
    return any(u.end < sentence for u in units) and told.isdisjoint(along)


def _of_the_party(scene: Scene, journey: _Journey, person: Found, position: int, travellers: Travellers) -> bool:
    """Whether a person who speaks or acts right after a stop does so for a party of which nobody is named."""
    if any(scene.ontology.is_a(i.cls, "Person") for i in journey.members.values()):
        return False
    paragraph = scene.text.rfind("\n", 0, position)
    told = any(paragraph < stop.cue.begin < position for stop, _ in journey.stops)
    return told and any(b.name in journey.members for b in travellers.bodies_of(person.name))


def _past(scene: Scene, stops: tuple[Stop, ...]) -> tuple[Stop, ...]:
    """The stops that have been made: neither still to come, nor told again of a place that is."""
    coming = {
        (t.begin, t.end)
        for s in stops
        if any(_PLANNED.search(scene.text, max(0, at - 18), at) for at in {s.cue.begin, s.pivot})
        or _goes_on_with_plan(scene, s)
        for t in s.targets
    }
    return tuple(
        s for s in stops if not all((t.begin, t.end) in coming for t in s.targets) and not long_ago(scene, s.cue.begin)
    )


def _goes_on_with_plan(scene: Scene, stop: Stop) -> bool:
    """代表团将走访甲，参观乙: whether the clauses before, of the same subject, tell of what is still to be done."""
    sentence = scene.document.sentences[scene.document.sentence_at(stop.cue.begin)]
    planned = [m.end() for m in _WILL.finditer(scene.text, sentence.begin, stop.cue.begin)]
    if not planned or scene.text.startswith("了", stop.cue.end):
        return False
    between = [u for u in scene.units_within(planned[-1], stop.cue.begin) if u.root == "Person"]
    return not between and not _DONE.search(scene.text, planned[-1], stop.cue.begin)


def _journeys(scene: Scene, stops: Iterable[Stop], retinue: Retinue) -> list[_Journey]:
    travellers = retinue.travellers
    journeys: list[_Journey] = []
    introduced = sorted((*retinue.leaders(), *retinue.delegations()), key=lambda x: x[0])
    introduced = introduced or list(retinue.groups()) or list(retinue.members())
    announced = tuple(travellers.announced())
    for stop in stops:
        party = travellers.of(stop)
        if party is None:
            continue
        journey = _journey_of(scene, journeys, stop, party, travellers)
        if journey is None:
            items = party.items or _introduced(introduced, stop, party) or _organisers(scene, stop, party)
            items = items or _announced(announced, stop) or _going_on(travellers, stop)
            if not items:
                continue
            journey = _Journey()
            journey.join(items)
            if journeys and not party.team and _parted(scene, journeys[-1].begin, stop):
                journey.join(i for i in journeys[-1].members.values() if not scene.ontology.is_a(i.cls, "Person"))
            journeys.append(journey)
        journey.join(party.items)
        journey.join(_set_out_with(scene, announced, stop, party))
        journey.stops.append((stop, party))
    return journeys


def _parted(scene: Scene, begin: int, stop: Stop) -> bool:
    """兵分两路：甲到丙，乙则去了丁: both ways are gone for the body that both are from."""
    paragraph = scene.text.rfind("\n", 0, begin) + 1
    same = "\n" not in scene.text[begin : max(begin, stop.pivot)].strip()
    return same and bool(_PARTS.search(scene.text, paragraph, stop.cue.begin))


def _journey_of(
    scene: Scene, journeys: list[_Journey], stop: Stop, party: Party, travellers: Travellers
) -> _Journey | None:
    """The journey that a stop goes on with; ``None`` where it begins a new one."""
    if not journeys:
        return None
    last = journeys[-1]
    if party.items:
        return last if _same_party(scene, last, party, travellers) else None
    last = _whole_again(scene, journeys, stop) or last
    sentences = scene.document.sentence_at(stop.cue.begin) - scene.document.sentence_at(last.stops[-1][0].cue.begin)
    return last if party.team or sentences <= _CARRY or _told_on(scene, last, stop) else None


def _whole_again(scene: Scene, journeys: list[_Journey], stop: Stop) -> _Journey | None:
    """兵分两路…，乙走进丙。次日，一行三人到丁: the journey before the ways parted, where all of them go on."""
    parted = _PARTS.search(scene.text, max(0, journeys[-1].begin - _JUST_BEFORE), journeys[-1].begin)
    sentence = scene.document.sentences[scene.document.sentence_at(stop.cue.begin)]
    if parted is None or not _ALL.search(scene.text, sentence.begin, stop.cue.begin):
        return None
    return next((j for j in reversed(journeys) if j.begin < parted.start()), None)


def _told_on(scene: Scene, last: _Journey, stop: Stop) -> bool:
    """Whether the first person named behind a stop, in its sentence or the next, is of the journey."""
    at = scene.document.sentence_at(stop.cue.begin)
    end = scene.document.sentences[min(at + 1, len(scene.document.sentences) - 1)].end
    units = scene.units_within(stop.targets[-1].end, end)
    first = next((u.item.name for u in units if u.root == "Person"), "")
    return first in last.members


def _same_party(scene: Scene, last: _Journey, party: Party, travellers: Travellers) -> bool:
    """Whether the named travellers stand for those of the journey: its leader does, its delegation does."""
    people = [i.name for i in party.items if scene.ontology.is_a(i.cls, "Person")]
    leaders = [name for name, item in last.members.items() if scene.ontology.is_a(item.cls, "Person")]
    if people and leaders:
        return leaders[0] in people or (party.team and any(p in last.members or p in last.companions for p in people))
    sent = {b.name for name in last.members for b in travellers.bodies_of(name)}
    return (party.team or not leaders) and any(i.name in last.members or i.name in sent for i in party.items)


def _introduced(introduced: list[tuple[int, tuple[Found, ...]]], stop: Stop, party: Party) -> tuple[Found, ...]:
    """Who 慰问组 means at the first stop: the delegation spoken of last before it, else the next.

    Where no such word stands, whoever was said to lead one shortly before.
    """
    at = bisect_left(introduced, stop.cue.begin, key=lambda x: x[0])
    if party.team:
        return introduced[max(at - 1, 0)][1] if introduced else ()
    return introduced[at - 1][1] if at and stop.cue.begin - introduced[at - 1][0] < _JUST_BEFORE else ()


def _announced(announced: tuple[tuple[int, Party], ...], stop: Stop) -> tuple[Found, ...]:
    """Who set out before the first stop, in a sentence that names no stop; else nobody."""
    at = bisect_left(announced, stop.cue.begin, key=lambda x: x[0])
    return announced[at - 1][1].items if at else ()


def _set_out_with(
    scene: Scene, announced: tuple[tuple[int, Party], ...], stop: Stop, party: Party
) -> tuple[Found, ...]:
    """甲、乙来到职工中间。在丙，甲一行…: those who set out with the leader of a party, a few sentences before."""
    people = {i.name for i in party.items if scene.ontology.is_a(i.cls, "Person")}
    at = bisect_left(announced, stop.cue.begin, key=lambda x: x[0])
    before = announced[at - 1] if at and party.team and people else None
    if before is None or stop.cue.begin - before[0] > 2 * _JUST_BEFORE:
        return ()
    return before[1].items if any(i.name in people for i in before[1].items) else ()


def _going_on(travellers: Travellers, stop: Stop) -> tuple[Found, ...]:
    """Those who go on behind a stop that is told without its subject."""
    party = travellers.goes_on(stop) or travellers.protagonist(stop)
    return party.items if party else ()


def _organisers(scene: Scene, stop: Stop, party: Party) -> tuple[Found, ...]:
    """Who 女职工们 are at a stop of an activity: the body that organised it, a few sentences before."""
    if not party.team:
        return ()
    floor = scene.document.sentences[max(0, scene.document.sentence_at(stop.cue.begin) - 3)].begin
    cues = [c for c in scene.cues.get("hosted", ()) if floor <= c.begin < stop.cue.begin]
    for cue in reversed(cues):
        chain, _ = scene.subjects(cue, ("Union", "Company", "Organization"))
        if chain is not None:
            return tuple(u.item for u in chain.units)
    return ()


def _around(scene: Scene, journeys: list[_Journey], begins: list[int], position: int) -> _Journey | None:
    """The journey that the text tells of at a position: the last that has begun, else the first."""
    at = bisect_right(begins, scene.document.sentence_at(position))
    return journeys[max(at - 1, 0)] if journeys else None


def _claims(
    journey: _Journey, hosts: frozenset[str], stop: Stop, party: Party, travellers: Travellers
) -> Iterable[RawClaim]:
    stated = {i.name for i in party.items}
    for name, item in (journey.members | journey.companions).items():
        how = party.how if name in stated else "companion" if name in journey.companions else "carried"
        if name in hosts and name not in stated:
            continue
        for target in stop.targets:
            own = any(b.name == target.item.name for b in travellers.bodies_of(name))
            if (
                name != target.item.name
                and not own
                and not _ROOM.search(target.item.name)
                and not _at_home(item, target, name in journey.companions, travellers)
            ):
                yield RawClaim(item, "visited", target.item, "", f"visited-{how}", stop.cue.begin, stop.cue.end)


def _at_home(item: Found, target: Unit, companion: bool, travellers: Travellers) -> bool:
    """A body is not a visitor where it sits; nor is a host who goes along."""
    house = not target.item.key.startswith("pl-") and target.root != "Place"
    own = travellers.bodies_of(item.name) if companion or house else ()
    if companion and not own and target.item.key.startswith("pl-"):
        return True  # who goes along through a city, and of whom no body is known, is of that city
    return any(b.name.startswith(target.item.name) for b in (own or (item,)))


def _hosts(journey: _Journey, travellers: Travellers) -> frozenset[str]:
    """Companions who receive the party at a company that is one of its stops: they did not go on with it."""
    companies = {t.item.name for stop, _ in journey.stops for t in stop.targets if t.root == "Company"}
    return frozenset(
        name
        for name in journey.companions
        if any(b.name.startswith(c) for b in travellers.bodies_of(name)[:1] for c in companies)
    )
