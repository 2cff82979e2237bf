"""Receptions, which are events named by who received whom: 甲会见某工会代表团."""

from __future__ import annotations

import re
from collections.abc import Iterable

from unigraph.ontology import Ontology
from unigraph.recognition.document import Document
from unigraph.recognition.event_mentions import EventMention
from unigraph.recognition.found import Index

__all__ = ["find_receptions"]

_RECEIVES = re.compile(r"会见了?(?!时|后|中|室)")
_GUESTS = re.compile(r"[\u4e00-\u9fff·]{2,28}?(?:代表团|交流团|考察团|访问团)")
_TITLED = 24  # characters of a guest's titles and name
_GROUP = re.compile(
    r"[^，。；：、]{0,6}来自[^，。；：、]{2,20}(?:工作者|代表|劳模|客人|成员|职工|人士|一行|嘉宾|来宾|团)"
)
_RECEIVED = re.compile(
    r"(?P<guests>[^，。；：！？\n的]{2,20}?)(?:一行)?(?:在[^，。；]{1,12})?受到了?(?P<host>[^，。；！？\n]{2,50}?)的?(?:亲切)?(?P<met>会见)"
)


def find_receptions(document: Document, ontology: Ontology, bodies: Index, people: Index) -> Iterable[EventMention]:
    """甲会见某工会代表团: a reception is an event, named by who received whom."""
    text = document.text
    cls = "Meeting" if "Meeting" in ontology.classes else "Event"
    for match in _RECEIVES.finditer(text):
        host = next(iter(reversed(people.within(document.clause_start(match.start()), match.start()))), None)
        guests = _guests(document, bodies, people, match.end())
        if host is not None and guests and match.start() - host.end <= 16:
            yield EventMention(match.start(), match.end(), cls, f"{host.name}会见{guests}", False, "会见")
    for match in _RECEIVED.finditer(text) if "会见" in text else ():  # 代表团在某地受到甲的会见
        inside = people.within(match.start("host"), match.end("host"))
        if inside and text[inside[-1].end : match.end("host")] == "":
            name = f"{inside[-1].name}会见{match['guests']}"
            yield EventMention(match.start("met"), match.end("met"), cls, name, False, "会见")


def _guests(document: Document, bodies: Index, people: Index, begin: int) -> str:
    """Whom somebody received: a delegation, a person with 一行, a body, else a group that the clause ends with."""
    text, end = document.text, document.clause_end(begin)
    group = _GUESTS.match(text, begin)
    if group:
        return re.sub(r"\s", "", document.simple[begin : group.end()])
    person = next(iter(people.within(begin, min(end, begin + 36))), None)
    if person is not None:
        titled = document.simple[begin : person.end]
        guest = titled if len(titled) <= _TITLED and "工" in titled else person.name
        return guest + ("一行" if text.startswith("一行", person.end) else "")
    body = next(iter(bodies.within(begin, end)), None)
    if body is not None and body.begin - begin <= 12:
        return document.simple[begin : body.end]
    rest = document.simple[begin:end]
    return rest if _GROUP.fullmatch(rest) else ""
