"""What stands where in an article, made ready for the rules: units, chains of units, events, and who acts.

A unit is a person with the titles before the name, or a body or place. A chain is a row of units joined by 、 or 和.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar, cast

from unigraph.lexicons.words import any_of
from unigraph.ontology import Ontology
from unigraph.recognition.dates import DateHit
from unigraph.recognition.divisions import Context
from unigraph.recognition.document import Document
from unigraph.recognition.event_mentions import EventMention
from unigraph.recognition.events import LocalEvent
from unigraph.recognition.found import Found, Index
from unigraph.relation.acting import after_cleft, after_label, given_to, links
from unigraph.relation.parts import Chain, Cue, Unit
from unigraph.relation.posts import Stack

__all__ = ["Scene"]

T = TypeVar("T")

_JOIN = re.compile(
    rf"^(?:等|(?:{any_of('plain_site')})(?=[、和及]))?(?:[、，；]|和|与|及|以及|、以及|，以及|，还有|，[\u4e00-\u9fff]{1, 4}有|，和|同|暨|携手|联合|会同|连同|联手|，|：)$"
)
_LOOSE_JOIN = re.compile(r"(?:、|，|和|以及|及)[^的是由在，。；：！？\n]{1,20}$")
_LOOSE_PAIR = re.compile(r"(?:与|和|同)[\u4e00-\u9fff]{1,6}$")
_UNKNOWN_ITEM = re.compile(r"[^，。；：！？、的和在由\n]{2,26}、")
_LIST_GAP = re.compile(
    r"(?:[、和及][^，。；：！？、的是由在\n]{2,10}){0,3}[\u4e00-\u9fff]{0,12}(?:、|，|和|以及|及|，以及)[\u4e00-\u9fff]{0,4}$"
)
_SEEN = re.compile(r"(?:看望|慰问|走访|探望|拜访|会见|拜会|接见)了?\Z")
_NAMED_BY = re.compile(r"[是有为]$")
_OBJECT_MARK = re.compile(
    r"(?:在|于|从|向|对|为|给|被|把|将|到|赴|至|受|应|经|以|按|据|自|依托|围绕|根据|来到|走进|前往|随|替|代表(?:[新上][一]届|本届|全[体市省县区]|我[市省县区])?|带领|率领|率|请|邀请|请来|邀|请到|特邀|约请|战胜|击败|力克|险胜|完胜|大胜|淘汰|不敌|负于|惜败|对阵|迎战|挑落)$"
)


@dataclass
class Scene:
    """One article, with everything that recognition found in it."""

    document: Document
    ontology: Ontology
    context: Context
    bodies: Index
    people: Index
    reporters: tuple[Found, ...]
    events: list[LocalEvent]
    dates: tuple[DateHit, ...]
    mute: Index
    units: tuple[Unit, ...]
    cues: dict[str, tuple[Cue, ...]]
    stacks: tuple[Stack, ...] = ()
    names: Index = field(default_factory=lambda: Index(()))

    @cached_property
    def text(self) -> str:
        """The folded text."""
        return self.document.text

    def once(self, work: Callable[[Scene], T]) -> T:
        """What a rule works out for the whole article, worked out the first time that it is asked for."""
        if work not in self._worked:
            self._worked[work] = work(self)
        return cast("T", self._worked[work])

    @cached_property
    def _worked(self) -> dict[Callable[[Scene], object], object]:
        return {}

    # ------------------------------------------------------------------ chains

    @cached_property
    def chains(self) -> tuple[Chain, ...]:
        """All maximal rows of units of one kind (persons, or bodies and places)."""
        out: list[list[Unit]] = []
        for unit in self.units:
            if out and self._joins(out[-1][-1], unit):
                out[-1].append(unit)
            else:
                out.append([unit])
        return tuple(part for c in out for part in self._parted(Chain(tuple(c))))

    def _parted(self, chain: Chain) -> Iterable[Chain]:
        """主持会议的是甲，乙、丙先后讲话: a chain named by 是 or 有 ends where the next ones begin to act."""
        before = self.text[max(0, chain.begin - 2) : chain.begin]
        named = _NAMED_BY.search(before)
        commas = [
            i
            for i, (a, b) in enumerate(zip(chain.units, chain.units[1:], strict=False))
            if "，" in self.text[a.end : b.begin]
        ]
        if not named or not commas or not re.match(r"[^，。；！？\n、等]", self.text[chain.end : chain.end + 1]):
            return (chain,)
        at = (commas[-1] if named.group() == "有" else commas[0]) + 1
        return Chain(chain.units[:at]), Chain(chain.units[at:])

    def _joins(self, left: Unit, right: Unit) -> bool:
        if (left.root == "Person") != (right.root == "Person"):
            return False
        gap = self.text[left.end : right.begin].strip()
        if gap == "；" and self._cue_within(right.end, right.end + 1):
            return False  # 主办单位为甲、乙；丙承办
        if not gap and left.item.name.endswith("委") and right.item.name.endswith("人民政府"):
            return True  # 市委市政府
        if gap == "，" and left.root == "Person" and _SEEN.search(self.text, max(0, left.begin - 4), left.begin):
            return False  # 甲看望劳模乙，丙到某地
        if not _JOIN.match(gap):
            loose = _LOOSE_JOIN if left.root == "Person" else _LOOSE_PAIR
            return bool(loose.match(gap)) and not self._cue_within(left.end, right.begin)
        return gap != "，" or left.root == "Person" or self._listed(right)

    @cached_property
    def _cue_begins(self) -> list[int]:
        return sorted(c.begin for cues in self.cues.values() for c in cues if len(c.word) > 1)

    def _cue_within(self, begin: int, end: int) -> bool:
        at = bisect_left(self._cue_begins, begin)
        return at < len(self._cue_begins) and self._cue_begins[at] < end

    def along(self, chain: Chain, forward: bool) -> tuple[Unit, ...]:
        """The units of a chain and of those that go on its list, other kinds too: 甲，市总工会和人社局领导，乙."""
        at = bisect_left(self._chain_begins, chain.begin)
        sentence = self.document.sentences[self.document.sentence_at(chain.begin)]
        units = list(chain.units)
        step = 1 if forward else -1
        while 0 <= at + step < len(self.chains):
            here, there = self.chains[at], self.chains[at + step]
            left, right = (here, there) if forward else (there, here)
            if left.begin < sentence.begin or right.end > sentence.end or not self._goes_on(left, right):
                break
            listed = self.text[right.end - 1 : right.end] == "等"
            if forward and not listed and re.match(r"[^，。；、！？\n等和及]", self.text[right.end : right.end + 1]):
                break  # the next ones begin to act themselves
            units = [*units, *there.units] if forward else [*there.units, *units]
            at += step
        return tuple(units)

    def _goes_on(self, left: Chain, right: Chain) -> bool:
        gap = self.text[left.end : right.begin]
        return bool(_LIST_GAP.match(gap)) and not self._cue_within(left.end, right.begin)

    def _listed(self, unit: Unit) -> bool:
        """Whether a body after a comma goes on a list: another list mark follows it."""
        return bool(re.match(r"[、和及与]", self.text[unit.end : unit.end + 1]))

    @cached_property
    def _chain_begins(self) -> list[int]:
        return [c.begin for c in self.chains]

    def chain_before(self, position: int, roots: Sequence[str], floor: int) -> Chain | None:
        """The nearest chain of the given kinds that ends at or before a position and begins at a floor or later."""
        at = bisect_right(self._chain_begins, position) - 1
        while at >= 0 and self.chains[at].begin >= floor:
            chain = self.chains[at]
            if chain.end <= position and chain.units[0].root in roots and not self._is_object(chain):
                return chain
            at -= 1
        return None

    def chain_within(self, begin: int, end: int, roots: Sequence[str]) -> Chain | None:
        """The last chain of the given kinds that lies in a range, whatever stands before it."""
        at = bisect_right(self._chain_begins, end) - 1
        while at >= 0 and self.chains[at].begin >= begin:
            chain = self.chains[at]
            if chain.end <= end and chain.units[0].root in roots:
                return chain
            at -= 1
        return None

    def chain_from(self, position: int, roots: Sequence[str], slack: int = 2) -> Chain | None:
        """The chain that begins at a position, or a few characters on."""
        at = bisect_right(self._chain_begins, position - 1)
        if at < len(self.chains):
            chain = self.chains[at]
            if chain.begin - position <= slack and chain.units[0].root in roots:
                return chain
        return None

    def chain_of(self, unit: Unit) -> Chain | None:
        """The chain that a unit is part of."""
        at = bisect_right(self._chain_begins, unit.begin) - 1
        return self.chains[at] if at >= 0 and unit in self.chains[at].units else None

    def _is_object(self, chain: Chain) -> bool:
        return bool(_OBJECT_MARK.search(self.text[max(0, chain.begin - 6) : chain.begin]))

    def chain_ending(self, position: int, roots: Sequence[str]) -> Chain | None:
        """The chain that ends right at a position, whatever stands before it."""
        at = bisect_right(self._chain_begins, position) - 1
        chain = self.chains[at] if at >= 0 else None
        return chain if chain and chain.end == position and chain.units[0].root in roots else None

    # ------------------------------------------------------------------ who acts

    def subjects(self, cue: Cue, roots: Sequence[str]) -> tuple[Chain | None, str]:
        """The chain that does what a cue says, and by which construction it was found."""
        chain = self._labelled(cue, roots) if cue.label else self._cleft(cue, roots)
        if chain:
            return chain, "label" if cue.label else "cleft"
        start = self.document.clause_start(cue.begin)
        agent = self._agent(cue, roots)
        if agent:
            return agent, "agent"
        if "由" in self.text[start : cue.begin]:
            return None, ""  # somebody does it, but nobody that is known by name
        chain = self.chain_before(cue.begin, roots, start - 1)
        if chain and chain.end <= cue.begin and chain.end > start:
            return chain, "clause"
        sentence = self.document.sentences[self.document.sentence_at(cue.begin)]
        chain = self.chain_before(cue.begin, roots, sentence.begin)
        if chain:  # titles may begin before the comma that begins the clause
            return chain, "clause" if chain.end > start else "sentence"
        return None, ""

    def _labelled(self, cue: Cue, roots: Sequence[str]) -> Chain | None:
        """主办单位是甲 and 主办单位：甲; else 甲是承办单位."""
        before = self.chain_before(cue.begin, roots, self.document.clause_start(cue.begin))
        if before and links(self.text, before.end, cue.begin):
            return before
        return self.chain_from(after_label(self.text, cue.end), roots, 1)

    def _cleft(self, cue: Cue, roots: Sequence[str]) -> Chain | None:
        """主持会议的是甲, 到会的还有：甲、乙: the subject stands after the cue."""
        at = after_cleft(self.text, cue.end)
        return None if at is None else self._listed_from(at, roots)

    def _listed_from(self, at: int, roots: Sequence[str]) -> Chain | None:
        """The chain that begins at a place, or behind the first items of its list, where those are not known by name."""
        chain = self.chain_from(at, roots, 3)
        for _ in range(3):
            item = None if chain else _UNKNOWN_ITEM.match(self.text, at)
            if item is None:
                break
            at = item.end()
            chain = self.chain_from(at, roots, 3)
        return chain

    def _agent(self, cue: Cue, roots: Sequence[str]) -> Chain | None:
        """由甲主持, 由甲、乙共同主办: the subject stands between 由 and the cue."""
        start = self.document.sentences[self.document.sentence_at(cue.begin)].begin
        at = given_to(self.text, start, cue)
        if at < 0 or cue.begin - at > 160:
            return None
        chain = self.chain_from(at, roots, 1)
        while chain and chain.end <= cue.begin:
            gap = self.text[chain.end : cue.begin]
            nearer = self.chain_within(chain.end, cue.begin, roots)
            if re.match(r"(?:联合|共同|携手|合作)?[在于](?![^，。；]*[，。；])", gap):
                return chain  # 由甲、乙在某地举行
            if nearer is None and len(gap) <= 8 and not re.search(r"[。；是]", gap):
                return chain
            following = self.chain_from(chain.end + 1, roots, 16)
            if following is None or following.begin <= chain.begin:
                return None
            chain = following
        return None

    # ------------------------------------------------------------------ events

    @cached_property
    def event_mentions(self) -> tuple[tuple[EventMention, LocalEvent], ...]:
        """All mentions of events in the order of the text; 启动仪式 after a name speaks of the launch alone."""
        launched = {(id(e.parent), m.begin) for e in self.events if e.apart for m in e.mentions if not m.bare}
        told = ((m, e) for e in self.events for m in e.mentions if (id(e), m.begin) not in launched)
        return tuple(sorted(told, key=lambda x: (x[0].begin, -x[0].end)))

    def mentions_of(self, event: LocalEvent) -> list[EventMention]:
        """The places that tell of an event itself, in the order of the text."""
        return [m for m, e in self.event_mentions if e is event]

    @cached_property
    def _mention_begins(self) -> list[int]:
        return [m.begin for m, _ in self.event_mentions]

    def mentions_within(self, begin: int, end: int) -> tuple[tuple[EventMention, LocalEvent], ...]:
        """The mentions of events that begin in a range, the outer before the inner."""
        return self.event_mentions[bisect_left(self._mention_begins, begin) : bisect_left(self._mention_begins, end)]

    def events_within(self, begin: int, end: int) -> list[LocalEvent]:
        """The events mentioned in a range, the outer before the inner."""
        return list(dict.fromkeys(e for _, e in self.mentions_within(begin, end)))

    def event_at(self, position: int) -> LocalEvent | None:
        """The event that a cue at a position speaks of."""
        begin, end = self.document.clause_start(position), self.document.clause_end(position)
        here = self.events_within(begin, end)
        if here:
            return here[0]
        before = self._last_before(position)
        if before:
            return self.ceremony(before, position)
        sentence = self.document.sentences[self.document.sentence_at(position)]
        after = self.events_within(position, sentence.end)
        return after[0] if after else None

    def _last_before(self, position: int) -> LocalEvent | None:
        """The event named last before a position, as a whole and not by a part of its name."""
        at = bisect_left(self._outer_begins, position) - 1
        while at >= 0 and self.outer_mentions[at][0].end > position:
            at -= 1
        return self.outer_mentions[at][1] if at >= 0 else None

    @cached_property
    def outer_mentions(self) -> list[tuple[EventMention, LocalEvent]]:
        """The mentions that stand in no longer one, in the order of the text."""
        out: list[tuple[EventMention, LocalEvent]] = []
        for mention, event in self.event_mentions:
            if not out or out[-1][0].begin != mention.begin or out[-1][0].end == mention.end:
                out.append((mention, event))
        return out

    @cached_property
    def _outer_begins(self) -> list[int]:
        return [m.begin for m, _ in self.outer_mentions]

    def ceremony(self, event: LocalEvent, position: int) -> LocalEvent:
        """The opening of an event, where the paragraph tells of it: who speaks and sits there is at the opening."""
        start = self.text.rfind("\n", 0, position) + 1
        parts = [e for m, e in self.mentions_within(start, position) if e.parent is event and m.end <= position]
        return parts[-1] if parts else event

    @cached_property
    def _part_mentions(self) -> dict[int, list[tuple[EventMention, LocalEvent]]]:
        out: dict[int, list[tuple[EventMention, LocalEvent]]] = {}
        for mention, event in self.event_mentions:
            if event.parent is not None:
                out.setdefault(id(event.parent), []).append((mention, event))
        return out

    def opening_of(self, event: LocalEvent, position: int) -> LocalEvent:
        """The ceremony that is part of an event, the last named before a position, else the first: addresses are given there."""
        parts = self._part_mentions.get(id(event), ())
        before = [e for m, e in parts if m.end <= position]
        return before[-1] if before else parts[0][1] if parts else event

    # ------------------------------------------------------------------ helpers

    @cached_property
    def _unit_begins(self) -> list[int]:
        return [u.begin for u in self.units]

    def units_within(self, begin: int, end: int) -> tuple[Unit, ...]:
        """The units that lie wholly in a range."""
        first, last = bisect_left(self._unit_begins, begin), bisect_left(self._unit_begins, end)
        return tuple(u for u in self.units[first:last] if u.end <= end)

    def begins_unit(self, position: int) -> bool:
        """Whether a unit begins at a position."""
        at = bisect_left(self._unit_begins, position)
        return at < len(self._unit_begins) and self._unit_begins[at] == position

    @cached_property
    def holders(self) -> frozenset[str]:
        """The names of persons who hold a post at a body, somewhere in the article."""
        held = (s for s in self.stacks if any(p.body is not None and not p.title.startswith("原") for p in s.posts))
        return frozenset(s.person.name for s in held)

    @cached_property
    def unions_of(self) -> Mapping[str, tuple[Found, ...]]:
        """The unions at which a person holds or held a post, by the person's name, each named once."""
        found: dict[str, dict[str, Found]] = {}
        for stack in self.stacks:
            for body in (p.body for p in stack.posts if p.body is not None):
                if self.ontology.root(body.cls) == "Union":
                    found.setdefault(stack.person.name, {}).setdefault(body.name, body)
        return {person: tuple(unions.values()) for person, unions in found.items()}

    def silent(self, position: int) -> bool:
        """Whether a position lies in reported exhortation or a plan."""
        return self.mute.covering(position) is not None

    def named(self, position: int) -> bool:
        """Whether a position lies in a name or title."""
        return self.names.covering(position) is not None

    def organs(self) -> Iterable[Unit]:
        """Units that are bodies."""
        return (u for u in self.units if u.root in ("Union", "Company", "Organization"))
