"""When an event was held: the date that stands nearest to where the text names it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from unigraph.recognition.dates import DateHit
from unigraph.recognition.event_names import EventMention
from unigraph.recognition.events import LocalEvent
from unigraph.relation.scene import RawClaim, Scene

__all__ = ["read_dates"]

_VAGUE = re.compile(r"近日|日前|近期|不久前|前不久|连日来|近来")
_LABELLED = re.compile(r"(?:会期|日期|时间)(?:是|为|定在|：)?\Z")
_PAST = re.compile(
    r"近年|以来|此前|以往|曾|累计|往年|去年|多年|历年|先后|连续|一直|自(?:19|20)\d{2}|(?:看望|推荐|选派)[^，。；]{0,12}(?:参加|参与)|有[^，。；]{2,24}(?:举办|组织|开展)的\Z"
)  # what is told in passing has no day of the article's
_DATELINE = re.compile(r"(?:\s|上午|下午)*(?:讯|电|报道|消息|前夕|之前|以前|以来)")


def read_dates(scene: Scene) -> Iterable[RawClaim]:
    """Claims of ``startDate`` and ``endDate``. A ceremony without a date of its own has that of the event it opens."""
    days = tuple(d for d in scene.dates if len(d.start) == 10 and not _DATELINE.match(scene.text, d.end))
    found = {id(e): _date_of(scene, e, days) for e in scene.events}
    for event in scene.events:
        hit, rule = found[id(event)]
        if hit is None and event.parent is not None:
            hit, rule = found[id(event.parent)][0], "date-of-whole"
        if hit is not None and not (event.parent is not None and hit.finish):
            yield from _claims(event, hit, rule)


def _claims(event: LocalEvent, hit: DateHit, rule: str) -> Iterable[RawClaim]:
    rule += "-inferred" if hit.inferred else ""
    yield RawClaim(event, "startDate", None, hit.start, rule, hit.begin, hit.end)
    if hit.finish:
        yield RawClaim(event, "endDate", None, hit.finish, rule, hit.begin, hit.end)


def _date_of(scene: Scene, event: LocalEvent, days: tuple[DateHit, ...]) -> tuple[DateHit | None, str]:
    vague = False
    mentions = scene.mentions_of(event)
    for mention in mentions:
        if mention.begin < scene.document.title_end:
            continue
        sentence = scene.document.sentences[scene.document.sentence_at(mention.begin)]
        inside = [
            d for d in days if sentence.begin <= d.begin < sentence.end and not mention.begin <= d.begin < mention.end
        ]
        before = [d for d in inside if d.end <= mention.begin]
        if before:
            return before[-1], "date-before"
        limit = scene.document.clause_end(mention.end) + 1
        after = [
            d
            for d in inside
            if mention.end <= d.begin and (d.begin <= limit or _LABELLED.search(scene.text, mention.end, d.begin))
        ]
        if after:
            return after[0], "date-after"
        vague = vague or bool(_VAGUE.search(scene.text, sentence.begin, mention.begin + 60))
    if vague:
        return None, ""
    return _sole(scene, mentions, days), "date-sole"


def _sole(scene: Scene, mentions: list[EventMention], days: tuple[DateHit, ...]) -> DateHit | None:
    """The article's only day, where it stands before the event is first named in the body."""
    body = [d for d in days if d.begin >= scene.document.title_end]
    if len({(d.start, d.finish) for d in body}) != 1:
        return None
    first = next((m.begin for m in mentions if m.begin >= scene.document.title_end), None)
    if first is None or body[0].begin >= first:
        return None
    sentence = scene.document.sentences[scene.document.sentence_at(first)]
    return None if _PAST.search(scene.text, sentence.begin, first) else body[0]
