"""Who met at a meeting without a name: the bodies, or the persons, that the text has on its two sides."""

from __future__ import annotations

import re
from collections.abc import Iterable

from unigraph.recognition.events import LocalEvent
from unigraph.recognition.found import Found
from unigraph.relation.scene import Scene

__all__ = ["delegations", "parties"]

_BODIES = ("Union", "Company", "Organization")
_TEAM = re.compile(r"[^，。；、的\n]{0,8}?(?:代表团|考察团|交流团|访问团|参访团|学习团|调研组|考察组|一行)")
_TEAM_WITH = re.compile(r"(?:代表团|考察团|交流团|访问团|参访团|学习团|考察组|一行)[^，。；、\n]{0,12}?[与同和跟]")
_ABOVE = re.compile(r"委员会\Z|人大|政协|党|政府")


def parties(scene: Scene, event: LocalEvent) -> list[str]:
    """The names of two bodies, or of one, in the order of the text: of the sentence, else of all before it."""
    first = min((m.begin for m in event.mentions), default=0)
    sentence = scene.document.sentences[scene.document.sentence_at(first)]
    if event.head == "会谈" and len(people := _people(scene, first)) == 2:
        return people
    near = _named(scene, sentence.begin, sentence.end)
    guest = _delegates(scene, scene.document.clause_start(first), first)
    if guest or len(near) < 2:
        titled = _named(scene, 0, scene.document.title_end)
        near = (
            _apart([*guest, *near, *titled]) if near and (guest or titled) else titled or _named(scene, 0, sentence.end)
        )
    return near[:2]


def delegations(scene: Scene) -> Iterable[Found]:
    """The bodies that the text names as those of travellers: 甲总工会考察团."""
    for body in scene.bodies.items:
        if _may_meet(scene, body) and _TEAM.match(scene.text, body.end):
            yield body


def _delegates(scene: Scene, begin: int, end: int) -> list[str]:
    """代表团一行同某工会座谈: the body whose delegation met, where the clause has no more than that word for it."""
    team = _TEAM_WITH.search(scene.text, begin, end)
    if team is None or scene.bodies.ending_at(team.start()) is not None:
        return []
    return [next((b.name for b in delegations(scene)), "")] if any(delegations(scene)) else []


def _people(scene: Scene, position: int) -> list[str]:
    """Two persons of a clause with 与 between them."""
    begin, end = scene.document.clause_start(position), scene.document.clause_end(position)
    units = [u for u in scene.units_within(begin, end) if u.root == "Person"]
    if len(units) != 2:
        return []
    between = scene.text[units[0].end : units[1].begin]
    if not re.fullmatch("[与和同跟]", between):
        return []
    return [units[0].item.name, scene.document.simple[units[1].begin : units[1].item.end]]


def _named(scene: Scene, begin: int, end: int) -> list[str]:
    """The bodies of a stretch that may meet, unions first where two of them are there."""
    found = [b for b in scene.bodies.within(begin, end) if _may_meet(scene, b)]
    unions = _names(b for b in found if scene.ontology.root(b.cls) == "Union")
    return unions if len(unions) > 1 else _names(found)


def _may_meet(scene: Scene, body: Found) -> bool:
    return scene.ontology.root(body.cls) in _BODIES and body.cls != "Media" and not _ABOVE.search(body.name)


def _names(found: Iterable[Found]) -> list[str]:
    return _apart(b.name for b in found)


def _apart(names: Iterable[str]) -> list[str]:
    """Names in their order, each once, without organs of a body that is named too."""
    out: list[str] = []
    for name in dict.fromkeys(names):
        within = next((i for i, known in enumerate(out) if known.startswith(name)), None)
        if within is not None:
            out[within] = name
        elif not any(name.startswith(known) for known in out):
            out.append(name)
    return list(dict.fromkeys(out))
