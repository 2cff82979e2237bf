"""When an event was held: the date that stands nearest to where the text names it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from unigraph.recognition.dates import DateHit
from unigraph.recognition.event_mentions import EventMention
from unigraph.recognition.events import LocalEvent
from unigraph.relation.parts import RawClaim
from unigraph.relation.scene import Scene

__all__ = ["read_dates"]

_VAGUE = re.compile(r"近日|日前|近期|不久前|前不久|连日来|近来")
_LABELLED = re.compile(r"(?:会期|日期|时间)(?:是|为|定在|：)?\Z")
_PAST = re.compile(
    r"近年|以来|此前|以往|曾|累计|往年|去年|多年|历年|先后|连续|一直|自(?:19|20)\d{2}|(?:看望|推荐|选派)[^，。；]{0,12}(?:参加|参与)|有[^，。；]{2,24}(?:举办|组织|开展)的\Z"
)  # what is told in passing has no day of the article's
_NEAR = 110  # characters from the article's only day to an event that is not its main one
_FIRST = re.compile(r"(?:开幕|开班|开赛|开营|开学|开训|启动)[仪典式礼]*\Z")
_LAST = re.compile(r"(?:闭幕|结业|结营|闭营|结训|收官)[仪典式礼]*\Z")
_BEGAN = re.compile("开幕|揭幕|开赛|开班|启动|拉开|开课|打响|开营|开训|开锣|启幕|开打")
_OPENED = re.compile("开幕|开赛|开班|开始|启动|拉开|开课|开展|打响|开营|开训|开锣|启幕|举行")
_CLOSED = re.compile(r"(?:上午|下午|晚|晚上)?[^，。；]{0,6}?(?:闭幕|落幕|结束|收官|结业|收兵|闭营|谢幕|结营|结训)")
_LASTS = re.compile(r"(?:持续|延续|一直|进行|比|办|开|展出?)[^，。；]{0,6}?[到至]\Z")
_TALK = re.compile(r"(?:座谈|交流|会谈|洽谈|恳谈|见面|汇报|调研)会\Z|座谈\Z|会谈\Z")
_DATELINE = re.compile(r"(?:\s|上午|下午)*(?:讯|电|报道|消息|前夕|之前|以前|以来)")


def read_dates(scene: Scene) -> Iterable[RawClaim]:
    """Claims of ``startDate`` and ``endDate``. A ceremony without a date of its own has that of the event it opens."""
    days = tuple(d for d in scene.dates if len(d.start) == 10 and not _DATELINE.match(scene.text, d.end))
    found = {id(e): _date_of(scene, e, days) for e in scene.events}
    for event in scene.events:
        hit, rule = found[id(event)]
        if hit is None and event.parent is not None:
            hit, rule = found[id(event.parent)][0], "date-of-whole"
        hit = _day_of_part(event, hit) if hit is not None and event.parent is not None else hit
        if hit is not None and rule in ("date-sole", "date-of-whole") and _other_end(scene, event, hit):
            continue
        if hit is not None:
            yield from _claims(event, hit, rule)


def _day_of_part(event: LocalEvent, hit: DateHit) -> DateHit | None:
    """The day of an opening or closing, of the span of the whole."""
    if not hit.finish:
        return hit
    if _FIRST.search(event.name):
        return replace(hit, finish="")
    return replace(hit, start=hit.finish, finish="") if _LAST.search(event.name) else None


def _other_end(scene: Scene, event: LocalEvent, hit: DateHit) -> bool:
    """Whether a day not its own is said to be that of the beginning, and the event is the closing."""
    clause = scene.text[hit.end : scene.document.clause_end(hit.end)]
    return bool(_LAST.search(event.name)) and bool(_BEGAN.search(clause)) and not _CLOSED.search(clause)


def _claims(event: LocalEvent, hit: DateHit, rule: str) -> Iterable[RawClaim]:
    rule += "-inferred" if hit.inferred else ""
    yield RawClaim(event, "startDate", None, hit.start, rule, hit.begin, hit.end)
    if hit.finish:
        yield RawClaim(event, "endDate", None, hit.finish, rule, hit.begin, hit.end)


def _date_of(scene: Scene, event: LocalEvent, days: tuple[DateHit, ...]) -> tuple[DateHit | None, str]:
    vague = False
    mentions = scene.mentions_of(event)
    for mention in mentions:
        if mention.begin < scene.document.title_end or scene.silent(mention.begin):
            continue
        sentence = scene.document.sentences[scene.document.sentence_at(mention.begin)]
        inside = [
            d for d in days if sentence.begin <= d.begin < sentence.end and not mention.begin <= d.begin < mention.end
        ]
        before = [d for d in inside if d.end <= mention.begin]
        if before:
            return _until(scene, before[-1], inside), "date-before"
        limit = scene.document.clause_end(mention.end) + 1
        after = [
            d
            for d in inside
            if mention.end <= d.begin and (d.begin <= limit or _LABELLED.search(scene.text, mention.end, d.begin))
        ]
        if after:
            return _until(scene, after[0], inside), "date-after"
        vague = vague or bool(_VAGUE.search(scene.text, sentence.begin, mention.begin + 60))
    if vague:
        return None, ""
    return _sole(scene, event, mentions, days), "date-sole"


def _until(scene: Scene, first: DateHit, days: list[DateHit]) -> DateHit:
    """8日开幕，10日闭幕; 8日开赛，一直比到10日: the day that an event ended on, with the one that it began on."""
    last = next((d for d in days if d.begin > first.end), None)
    if last is None or first.finish or last.finish or last.start <= first.start:
        return first
    opened = _OPENED.search(scene.text, first.end, last.begin)
    closed = _CLOSED.match(scene.text, last.end) or _LASTS.search(scene.text, first.end, last.begin)
    return replace(first, finish=last.start) if opened and closed else first


def _is_short(scene: Scene, event: LocalEvent) -> bool:
    """Whether an event takes hours and no days: a talk or a ceremony, held on one of the days of a journey."""
    return scene.ontology.is_a(event.cls, "Ceremony") or _TALK.search(event.name or event.head) is not None


def _is_of_its_ceremony(scene: Scene, event: LocalEvent, day: DateHit) -> bool:
    """Whether a day stands with the launch or the awards of an event, so that it is not that of the whole."""
    sentence = scene.document.sentences[scene.document.sentence_at(day.begin)]
    named = scene.events_within(sentence.begin, sentence.end)
    return event not in named and any(e.parent is event and e.apart for e in named)


def _sole(scene: Scene, event: LocalEvent, mentions: list[EventMention], days: tuple[DateHit, ...]) -> DateHit | None:
    """The article's only day, where it stands before the event is first named in the body."""
    body = [d for d in days if d.begin >= scene.document.title_end]
    if len({(d.start, d.finish) for d in body}) != 1:
        return None
    first = next((m.begin for m in mentions if m.begin >= scene.document.title_end), None)
    if first is None or body[0].begin >= first or (body[0].finish and _is_short(scene, event)):
        return None
    if _is_of_its_ceremony(scene, event, body[0]):
        return None
    told = [m.begin for m, e in scene.event_mentions if m.begin >= body[0].end]
    main = bool(told) and first == told[0]
    if not (main or event.parent or not event.name or first - body[0].end <= _NEAR or len(mentions) > 1):
        return None
    sentence = scene.document.sentences[scene.document.sentence_at(first)]
    return None if _PAST.search(scene.text, sentence.begin, first) else body[0]
