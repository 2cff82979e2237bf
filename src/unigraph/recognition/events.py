"""Events: meetings, ceremonies, competitions, courses and activities that a text speaks of as particular ones.

The names of one article are joined: a plenum by term and session, a name and its shorter form, a word like 会议 with
the event spoken of last. An opening or award ceremony is an event of its own, part of the event that it opens.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from unigraph.ontology import Ontology
from unigraph.recognition.document import Document
from unigraph.recognition.event_meetings import find_meetings, find_unveilings
from unigraph.recognition.event_mentions import EventMention
from unigraph.recognition.event_names import find_event_mentions
from unigraph.recognition.events_given import with_given
from unigraph.recognition.found import Found, Index
from unigraph.recognition.given import Given
from unigraph.recognition.likeness import are_like, core, is_subsequence
from unigraph.recognition.ordinals import ordinals, session_key, years

__all__ = ["LocalEvent", "find_events"]

_PART = (
    r"(?:启动|开幕|闭幕|开班|颁奖|结业|开营|开赛|开学|结营|闭营|开训|结训|收官|开街|开播|开讲)(?:仪式|典礼|式)"
    r"|预备会议?|启动会|启动大会"
)
_PART_OF = re.compile(rf"(?:暨.{{0,12}})?(?:{_PART}|首场.{{0,6}}活动)$|(?:{_PART})暨.{{2,40}}$")
_BARE_PART = re.compile(rf"^(?:{_PART})$")
_APART = re.compile(r"(?:启动|颁奖|结业|结营|结训|收官)[^动颁结收]{0,3}\Z")  # what an event is not over with, or not at
_CONGRESS = re.compile(r"代表大会|职代会|教代会|工代会|代会|届.{1,3}次会议")
_LOCATIVE = frozenset("会上 会场 会前 会后 会中 会间 会议期间".split())
_TALKS = frozenset("座谈会 会谈 会商会 磋商会 座谈".split())
_OWNER = re.compile(r"^[^“《]{2,16}?(?:总工会|工会|公司|集团|学院|大学|医院|[省市区县旗州镇乡])(?![之家])")
_LIKE, _LIKE_HEADLINE = 0.72, 0.55
_BESIDE_THEME = 2  # characters of a name that say nothing beside its theme: 省赛, 活动
_NEAR = 20  # characters between an event's name and the ceremony that opens it
_POINTING = re.compile(r"^(?:此次|本次|这次|该项|该|[本此这][届期场轮]|这一[届期场次轮项]|当天|系列)")
_TOO_GENERAL = frozenset(
    "活动 行动 培训 大会 会议 比赛 竞赛 会上 座谈 会场 会前 会后 仪式 仪式上 论坛 赛事 会中 会间 会议期间 全会 决赛 典礼".split()
)


_AFTERWARDS = re.compile(r"颁奖|表彰|总结")


@dataclass(slots=True, eq=False)
class LocalEvent:
    """An event of one article, with all its mentions in the order of the text. ``parent`` is the event it is part of.

    The name of one that is ``given`` is the user's, and stays. One that is ``provisional`` is an event only if a rule
    says so.
    """

    cls: str
    name: str
    head: str
    mentions: list[EventMention] = field(default_factory=list)
    key: str = ""
    parent: LocalEvent | None = None
    given: bool = False
    provisional: bool = False

    @property
    def apart(self) -> bool:
        """Whether it launches or rewards an event, so that its day, place and people are not those of the whole."""
        return self.parent is not None and bool(_APART.search(self.name))

    @property
    def afterwards(self) -> bool:
        """Whether it rewards those of an event, elsewhere perhaps and by others."""
        return _AFTERWARDS.search(self.name) is not None


def find_events(
    document: Document, ontology: Ontology, bodies: Index, people: Index, mute: Index, given: Given
) -> list[LocalEvent]:
    """The events of an article. ``mute`` are stretches of exhortation, where only named events count."""
    joiner = _Joiner(ontology, document.title_end)
    read = find_event_mentions(document, ontology, bodies, people, mute)
    met = find_meetings(document, bodies, mute) if "Meeting" in ontology.classes else ()
    unveiled = find_unveilings(document, bodies, read) if "Ceremony" in ontology.classes else ()
    told = sorted((*_with_meetings(read, met), *unveiled), key=lambda m: (m.begin, -m.end))
    for mention in with_given(document, told, given):
        joiner.add(mention)
    return joiner.finish()


def _with_meetings(read: Iterable[EventMention], met: Iterable[EventMention]) -> tuple[EventMention, ...]:
    """Mentions with those of meetings without a name, which say more than a bare word at their place."""
    meetings = {m.begin: m for m in met}
    spans = Index(Found(m.begin, m.end, "", "") for m in meetings.values())
    out: list[EventMention] = []
    for mention in read:
        if not mention.bare and spans.within(mention.begin, mention.end):
            for found in spans.within(mention.begin, mention.end):
                meetings.pop(found.begin, None)  # it is part of a name
        elif mention.bare and spans.touching(mention.begin, mention.end):
            continue
        out.append(mention)
    return tuple(sorted([*out, *meetings.values()], key=lambda m: (m.begin, -m.end)))


class _Joiner:
    """Joins the mentions of one article, met in the order of the text, into events."""

    def __init__(self, ontology: Ontology, title_end: int) -> None:
        self.ontology = ontology
        self.title_end = title_end
        self.nouns = ontology.words("headNoun", "Event")
        self.events: list[LocalEvent] = []
        self.recent: list[LocalEvent] = []
        self.pending: list[EventMention] = []

    def add(self, mention: EventMention) -> None:
        """Join one mention to its event, or begin one."""
        event: LocalEvent | None
        if not mention.bare:
            event = self._part_of_bare(mention) or self._named(mention)
        elif _BARE_PART.match(mention.head):
            event = self._part(mention)
        else:
            event = self._antecedent(mention.head)
        if event is None:
            self.pending.append(mention)
            return
        event.mentions.append(mention)
        if event in self.recent:
            self.recent.remove(event)
        self.recent.append(event)

    def finish(self) -> list[LocalEvent]:
        """All events; words that came before any event fit a later one, or are an event by themselves."""
        for mention in self.pending:
            later = next((e for e in self.events if self._may_mean(mention, e)), None)
            known = mention.head in self.nouns or mention.head in ("会商会", "磋商会")
            if later is None and mention.held and known and mention.head not in _TOO_GENERAL:
                later = LocalEvent(mention.cls, "", mention.head)
                self.events.append(later)
            if later is not None:
                later.mentions.append(mention)
        if not self.events:
            self.events += self._provisional()
        for event in self.events:
            event.mentions.sort(key=lambda m: m.begin)
        return self.events

    def _provisional(self) -> list[LocalEvent]:
        """双方举行座谈, where the article has no other event: one only if it turns out that two unions met."""
        found = [m for m in self.pending if m.head == "座谈" and m.begin >= self.title_end]
        return [LocalEvent("Meeting", "", "座谈", found, provisional=True)] if found else []

    def _may_mean(self, mention: EventMention, event: LocalEvent) -> bool:
        """Whether a word that came before any event, such as 职代会 in a headline, means an event named later."""
        same_head = event.head.endswith(mention.head) or mention.head in event.head
        same_head = same_head or (not event.name and {event.head, mention.head} <= _TALKS)
        narrow = mention.cls not in ("Event", "Meeting", "Ceremony") and self.ontology.is_a(event.cls, mention.cls)
        return same_head or narrow

    # ------------------------------------------------------------------ named

    def _given(self, mention: EventMention) -> LocalEvent:
        event = next((e for e in self.events if e.given and e.name == mention.name), None)
        if event is None:
            event = LocalEvent(mention.cls, mention.name, mention.head, key=session_key(mention.name), given=True)
            self.events.append(event)
        return event

    def _named(self, mention: EventMention) -> LocalEvent:
        if mention.given:
            return self._given(mention)
        event = next((e for e in self.events if _same(e, mention, self._likeness)), None)
        if event is None:
            event = self._headlined(mention)
        if event is None:
            event = LocalEvent(mention.cls, mention.name, mention.head, key=session_key(mention.name))
            event.parent = self._inner(mention)
            self.events.append(event)
        elif not event.given and _better(mention.name, event.name):
            event.name, event.cls, event.head = mention.name, mention.cls, mention.head
        return event

    def _headlined(self, mention: EventMention) -> LocalEvent | None:
        """The headline's event of the same kind, where the text names its first one in other words."""
        if mention.begin < self.title_end or _PART_OF.search(mention.name):
            return None
        for event in filter(self._in_headline, self.events):
            counted = ordinals(event.name) == ordinals(mention.name) and years(event.name) <= years(mention.name)
            plain = not re.search(r"[“《]", event.name) and (counted or not (ordinals(event.name) or years(event.name)))
            if not plain:
                continue
            if event.head[-2:] == mention.head[-2:] or _abridged(event, mention):
                return event
        return None

    def _likeness(self, event: LocalEvent, mention: EventMention) -> float:
        """How alike two names must be: a headline's may differ more from the text's."""
        return _LIKE_HEADLINE if self._in_headline(event) and mention.begin >= self.title_end else _LIKE

    def _in_headline(self, event: LocalEvent) -> bool:
        """Whether only the headline has named an event so far; words like 大会 in the text name nothing."""
        return bool(event.mentions) and all(m.end <= self.title_end for m in event.mentions if not m.bare)

    def _inner(self, mention: EventMention) -> LocalEvent | None:
        """The event whose opening, closing or launch a ceremony is, named by the ceremony's own name."""
        match = _PART_OF.search(mention.name)
        if match is None or match.start() < 4:
            return None
        name = mention.name[: match.start()]
        bare = name.rstrip("”》")
        head = max((n for n in self.nouns if bare.endswith(n)), key=len, default="")
        if not head or bare == head:
            return None
        inner = EventMention(mention.begin, mention.begin + len(name), self.nouns[head], name, False, head)
        event = self._named(inner)
        event.mentions.append(inner)
        return event

    # ------------------------------------------------------------------ bare

    def _part_of_bare(self, mention: EventMention) -> LocalEvent | None:
        """培训班开班仪式, 大赛开幕式: the ceremony of the event that its first word speaks of."""
        match = _PART_OF.search(mention.name)
        whole = _POINTING.sub("", mention.name[: match.start()]) if match and not mention.given else ""
        if match is None or (whole not in self.nouns and whole not in _TOO_GENERAL):
            return None
        event = self._antecedent(whole)
        if event is None or not event.name or event.parent is not None:
            return None
        head = mention.name[match.start() :]
        known = next((e for e in self.events if e.parent is event and _is_part(e, head)), None)
        if known is None:
            known = LocalEvent(mention.cls, event.name + head, mention.head, parent=event)
            self.events.append(known)
        return known

    def _part(self, mention: EventMention) -> LocalEvent | None:
        """开幕式 alone: the opening of the event spoken of last."""
        known = next((e for e in reversed(self.recent) if _is_part(e, mention.head)), None)
        whole = next((e for e in reversed(self.recent) if e.parent is None and not _PART_OF.search(e.name)), None)
        if known is not None and not self._just_named(whole, known, mention):
            return known
        if whole is None or not whole.name:
            return None
        event = LocalEvent(mention.cls, whole.name + mention.head, mention.head, parent=whole)
        self.events.append(event)
        return event

    @staticmethod
    def _just_named(whole: LocalEvent | None, known: LocalEvent, mention: EventMention) -> bool:
        """大赛在某地举行启动仪式: the ceremony is that of the event named just before, not one met earlier."""
        if whole is None or not whole.name or known.parent is whole or not whole.mentions:
            return False
        last = whole.mentions[-1]
        return not last.bare and known.mentions[-1].end < last.begin and 0 <= mention.begin - last.end <= _NEAR

    def _antecedent(self, word: str) -> LocalEvent | None:
        """The event that a bare word speaks of: the last one whose head or class fits."""
        word = _POINTING.sub("", word) or word
        if word in _LOCATIVE and self.recent:
            return self.recent[-1]
        by_head = [e for e in self.recent if e.head.endswith(word) or word in e.head]
        if not by_head and word in _TALKS:
            by_head = [e for e in self.recent if e.head in _TALKS]
        if by_head:
            return by_head[-1]
        classes = self.ontology.classes
        fitting = [e for e in self.recent if any(word in classes[c].anaphors for c in self.ontology.ancestors(e.cls))]
        return fitting[-1] if fitting else None


# ---------------------------------------------------------------------- likeness


def _is_part(event: LocalEvent, head: str) -> bool:
    """Whether a word like 开幕式 is the head of an event's name, or names half of it: 运动会开幕暨竞赛启动仪式."""
    return event.head == head or event.name.endswith(head) or f"{head[:2]}暨" in event.name or f"{head}暨" in event.name


def _same(event: LocalEvent, mention: EventMention, likeness: Callable[[LocalEvent, EventMention], float]) -> bool:
    """Whether a mention names an event already met."""
    if not _comparable(event, mention):
        return False
    key = session_key(mention.name)
    if event.key and key:
        return key == event.key
    x, y = ordinals(event.name), ordinals(mention.name)
    if x and y and x != y:
        return False
    if x and x == y and _counted_only(mention) and event.head.endswith(mention.head):
        return True
    if _other_themes(_themes(event.name), _themes(mention.name)):
        return False
    if years(event.name) and years(mention.name) and not years(event.name) & years(mention.name):
        return False
    if bool(_PART_OF.search(event.name)) != bool(_PART_OF.search(mention.name)):
        return False
    if _of_one_theme(event, mention):
        return True
    if x and x == y and len(x) > 1 and _CONGRESS.search(event.name) and _CONGRESS.search(mention.name):
        return True
    if _joint(event.name, mention.name) or _by_theme(event.name, mention.name) or _by_theme(mention.name, event.name):
        return True
    short, long = sorted((core(event.name), core(mention.name)), key=len)
    if short and short in long:
        return True
    if _CONGRESS.search(event.name) and _CONGRESS.search(mention.name) and is_subsequence(short, long):
        return True
    if not event.name or event.head[-2:] != mention.head[-2:]:
        return False
    if len(short) >= 4 and is_subsequence(short[: -len(mention.head)] or short, long):
        return True
    return are_like(short, long, likeness(event, mention))


def _comparable(event: LocalEvent, mention: EventMention) -> bool:
    """Whether it is worth a closer look if two names are of one event; of most pairs in a long article it is not."""
    if event.head[-2:] == mention.head[-2:] or (_is_marked(event.name) and _is_marked(mention.name)):
        return True
    if event.key or event.name.startswith("“") or mention.name.startswith("“"):
        return True
    one, other = core(event.name), core(mention.name)
    return one in other or other in one


@lru_cache(maxsize=4096)
def _is_marked(name: str) -> bool:
    """Whether a name has more to know it by than its words: a count, a theme in quotes, a congress."""
    return bool(ordinals(name) or _themes(name) or _CONGRESS.search(name))


def _abridged(event: LocalEvent, mention: EventMention) -> bool:
    """Whether a headline's name is made of characters of a longer one, in their order: 直播赛 for 直播带货技能比赛."""
    short = core(_OWNER.sub("", event.name))
    theme = short.removesuffix(event.head) if len(event.head) > 1 and event.head != short else short[:-1]
    ends = {part.strip("”》")[-1:] for part in mention.name.split("暨")}  # 技能竞赛 for 甲技能竞赛暨乙活动
    same_end = short[-1:] in ends or event.head in ("活动", "行动")
    long = core(mention.name)
    return same_end and len(theme) >= 2 and len(long) > len(short) and is_subsequence(theme, long)


def _counted_only(mention: EventMention) -> bool:
    """首届大赛, 第三届运动会: a term and a head noun, and nothing else."""
    return bool(re.fullmatch(r"(?:第?[一二三四五六七八九十百\d]+|首)[届次期]", mention.name.removesuffix(mention.head)))


@lru_cache(maxsize=4096)
def _themes(name: str) -> tuple[str, ...]:
    """What a name has in quotes, without marks."""
    return tuple(t for q in re.findall(r"“([^”]+)”", name) if len(t := core(q)) > 1)


def _other_themes(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether two names have themes in quotes that are not each other's: “送清凉”活动 is no “送温暖”活动."""
    return bool(some and others) and not any(_alike(a, b) for a in some for b in others)


def _alike(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return is_subsequence(short, long) or are_like(short, long, _LIKE)


def _joint(one: str, other: str) -> bool:
    """“甲”宣传活动 and “甲”宣传活动暨乙揭牌仪式, with or without the host before it: the same theme in quotes."""
    if ("暨" in one) == ("暨" in other):
        return False
    joint, single = (one, other) if "暨" in one else (other, one)
    parts = [p for p in joint.split("暨") if _themes(p)]
    theme = _themes(single)
    return bool(theme) and any(
        theme == _themes(p) and is_subsequence(core(p[p.index("“") :]), core(single[single.index("“") :]))
        for p in parts
    )


def _by_theme(short: str, long: str) -> bool:
    """“甲乙丙”活动 for 甲乙丙——某工会推介暨融合行动: a theme and a general word for what begins with the theme."""
    match = re.fullmatch(r"“([^”]+)”(?:主题|系列)*(?:活动|行动)", short)
    theme = core(match[1]) if match else ""
    return len(theme) >= 6 and core(long).startswith(theme)


def _of_one_theme(event: LocalEvent, mention: EventMention) -> bool:
    """“南溪杯”省赛 for “南溪杯”某省第六届职业技能大赛: one theme in quotes, and hardly a word beside it."""
    themes = _themes(event.name)
    if event.cls != mention.cls or len(themes) != 1 or themes != _themes(mention.name):
        return False
    return min(len(core(n)) for n in (event.name, mention.name)) <= len(themes[0]) + _BESIDE_THEME


def _better(new: str, old: str) -> bool:
    return len(core(new)) > len(core(old)) and ("“" in new or "“" not in old)
