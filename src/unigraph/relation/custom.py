"""Predicates of a user's own ontology: a cue, its subject on one side and its object on the other.

Where the object's side names nothing that fits, as in 此案由甲法院审理, the other side is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from unigraph.recognition.events import LocalEvent
from unigraph.recognition.found import Found
from unigraph.relation.parts import Cue, RawClaim, Unit
from unigraph.relation.scene import Scene

__all__ = ["BUILT_IN", "read_custom"]

BUILT_IN = frozenset(
    "chaired hosted coOrganized attended spokeAt visited signedWith holdsPosition heldAt received conferred".split()
)
"""Predicates that have rules of their own; every other predicate with cues is read by this module."""

_REACH = 300
"""How many characters left and right of a cue its ends may stand."""
_LISTED = re.compile(r"等?(?:[、，]?(?:和|与|及|以及)|、)")
_OTHER_SIDE = {"before": "after", "after": "before"}

_Thing = Found | LocalEvent


def read_custom(scene: Scene) -> Iterable[RawClaim]:
    """Claims of every predicate that the ontology adds, each end of a class that domain and range allow."""
    for name, cues in sorted(scene.cues.items()):
        if name not in BUILT_IN:
            for cue in cues:
                if not scene.silent(cue.begin):
                    yield from _claims(scene, cue)


def _claims(scene: Scene, cue: Cue) -> Iterable[RawClaim]:
    predicate = scene.ontology.predicates[cue.predicate]
    side = _OTHER_SIDE.get(predicate.subject_side, predicate.subject_side) if cue.label else predicate.subject_side
    subjects = _ends(scene, cue, side, predicate.domain)
    objects = _ends(scene, cue, predicate.object_side, predicate.range, subjects)
    if not objects and predicate.object_side in _OTHER_SIDE:
        objects = _ends(scene, cue, _OTHER_SIDE[predicate.object_side], predicate.range, subjects)
    for subject in subjects:
        for thing in objects:
            yield RawClaim(subject, cue.predicate, thing, "", "custom-sides", cue.begin, cue.end)


def _ends(scene: Scene, cue: Cue, side: str, classes: tuple[str, ...], taken: Sequence[_Thing] = ()) -> list[_Thing]:
    """The nearest things of the allowed classes on one side of a cue in its sentence: a list, else an event."""
    if side == "context":
        event = scene.event_at(cue.begin)
        return (
            [event] if event is not None and scene.ontology.accepts(classes, event.cls) and event not in taken else []
        )
    sentence = scene.document.sentences[scene.document.sentence_at(cue.begin)]
    before = side == "before"
    begin = max(sentence.begin, cue.begin - _REACH) if before else cue.end
    end = cue.begin if before else min(sentence.end, cue.end + _REACH)
    units = [
        u for u in scene.units_within(begin, end) if u.item not in taken and scene.ontology.accepts(classes, u.item.cls)
    ]
    row: list[_Thing] = [
        u.item for u in (_row(scene, units[::-1], True)[::-1] if before else _row(scene, units, False))
    ]
    if row:
        return row
    events = [e for e in scene.events_within(begin, end) if e not in taken and scene.ontology.accepts(classes, e.cls)]
    return [events[-1 if before else 0]] if events else []


def _row(scene: Scene, units: list[Unit], backwards: bool) -> list[Unit]:
    """The first of some units with those that are joined to it as a list."""
    row = units[:1]
    for unit in units[1:]:
        left, right = (unit, row[-1]) if backwards else (row[-1], unit)
        if not _LISTED.fullmatch(scene.text, left.end, right.begin):
            break
        row.append(unit)
    return row
