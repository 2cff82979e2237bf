"""Units out of what recognition found: persons with their titles, bodies and places that stand by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable

from unigraph.ontology import Ontology
from unigraph.recognition.document import Document
from unigraph.recognition.events import LocalEvent
from unigraph.recognition.found import Found, Index
from unigraph.recognition.people import STUDIO
from unigraph.relation.parts import Unit
from unigraph.relation.posts import Stack

__all__ = ["make_units", "name_spans"]

_AFTER_BODY = re.compile(
    r"(?:的)?(?:(?:有关|相关|主要|班子|党政|分管)*(?:负责人|负责同志|领导班子成员|领导|代表团|代表队|代表|工作人员|干部职工|机关干部|全体干部|同志(?=[们参出到列、，])|机关职工|"
    r"班子成员|职工代表|团队|考察团|交流团|考察组|调研组|慰问组|工作组|一行|等)){1,3}(?:\d+余?(?:人|名))?"
)
_AFTER_PERSON = re.compile(
    r"(?:（[^（）\n]{1,14}）)?(?:同志|教授|研究员|院士|老师|先生|女士|副?(?:主席|书记|院长|校长|主任|部长|会长|局长|厅长|县长|市长|区长|董事长|总经理|理事长))?"
    r"(?:一行|等人|等|夫妇|分别|两人|二人)*(?:\d+余?人)?"
)

_HONOUR_BEHIND = re.compile(r"”(?:[、和]“[^”\n]{2,20}”)*等?(?:荣誉称号|称号|荣誉|奖牌|牌匾|证书)")


def make_units(
    document: Document,
    ontology: Ontology,
    items: Iterable[Found],
    stacks: Iterable[Stack],
    events: Iterable[LocalEvent],
) -> tuple[Unit, ...]:
    """All units in the order of the text. A body inside titles or inside an event's name is none."""
    text = document.text
    people = []
    for stack in stacks:
        if STUDIO.match(text, stack.person.end):
            continue  # whom a studio is named after does nothing by that
        match = _AFTER_PERSON.match(text, stack.person.end)
        end = match.end() if match else stack.person.end
        people.append(Unit(stack.begin, end, stack.person, "Person"))
    hidden = Index(Found(b, e, "", "") for b, e in _spans(people, events))
    out = list(people)
    for item in items:
        if hidden.covering(item.begin) is not None or _is_honour(text, item):
            continue
        match = _AFTER_BODY.match(text, item.end)
        out.append(Unit(item.begin, match.end() if match else item.end, item, ontology.root(item.cls) or item.cls))
    return tuple(sorted(out, key=lambda u: (u.begin, u.end)))


def _is_honour(text: str, item: Found) -> bool:
    """“先进工会女职工委员会”荣誉称号: a name in quotes that is an honour, and no body that acts."""
    return text[item.begin - 1 : item.begin] == "“" and _HONOUR_BEHIND.match(text, item.end) is not None


def name_spans(units: Iterable[Unit], bodies: Index, events: Iterable[LocalEvent]) -> Index:
    """Where names and titles stand: titles before persons, bodies, and the names of events."""
    spans = [(u.begin, u.item.begin) for u in units if u.root == "Person" and u.begin < u.item.begin]
    spans += [(b.begin, b.end) for b in bodies.items]
    spans += [(m.begin, m.end) for e in events for m in e.mentions if not m.bare]
    return Index(Found(b, e, "", "") for b, e in _merged(spans))


def _spans(people: list[Unit], events: Iterable[LocalEvent]) -> list[tuple[int, int]]:
    spans = [(u.begin, u.end) for u in people]
    spans += [(m.begin, m.end) for e in events for m in e.mentions if not m.bare]
    return _merged(spans)


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for begin, end in sorted(spans):
        if out and begin < out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((begin, end))
    return out
