"""Who met at a meeting without a name: the bodies, or the persons, that the text has on its two sides."""

from __future__ import annotations

import re
from collections.abc import Iterable

from unigraph.recognition.events import LocalEvent
from unigraph.recognition.found import Found
from unigraph.relation.scene import Scene

__all__ = ["parties"]

_BODIES = ("Union", "Company", "Organization")
_ABOVE = re.compile(r"委员会\Z|人大|政协|党|政府")


def parties(scene: Scene, event: LocalEvent) -> list[str]:
    """The names of two bodies, or of one, in the order of the text: of the sentence, else of all before it."""
    first = min((m.begin for m in event.mentions), default=0)
    sentence = scene.document.sentences[scene.document.sentence_at(first)]
    if event.head == "会谈" and len(people := _people(scene, first)) == 2:
        return people
    near = _named(scene, sentence.begin, sentence.end)
    if len(near) < 2:
        near = _named(scene, 0, scene.document.title_end) or _named(scene, 0, sentence.end)
    return near[:2]


def _people(scene: Scene, position: int) -> list[str]:
    """Two persons of a clause with 与 between them."""
    begin, end = scene.document.clause_start(position), scene.document.clause_end(position)
    units = [u for u in scene.units_within(begin, end) if u.root == "Person"]
    between = scene.text[units[0].end : units[1].begin] if len(units) == 2 else ""
    return [u.item.name for u in units] if re.fullmatch("[与和同跟]", between) else []


def _named(scene: Scene, begin: int, end: int) -> list[str]:
    """The bodies of a stretch that may meet, unions first where two of them are there."""
    found = [b for b in scene.bodies.within(begin, end) if _may_meet(scene, b)]
    unions = _names(b for b in found if scene.ontology.root(b.cls) == "Union")
    return unions if len(unions) > 1 else _names(found)


def _may_meet(scene: Scene, body: Found) -> bool:
    return scene.ontology.root(body.cls) in _BODIES and body.cls != "Media" and not _ABOVE.search(body.name)


def _names(found: Iterable[Found]) -> list[str]:
    return list(dict.fromkeys(b.name for b in found))
