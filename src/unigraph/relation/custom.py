"""Predicates of a user's own ontology: a cue, its subject on one side and its object on the other."""

from __future__ import annotations

from collections.abc import Iterable

from unigraph.recognition.events import LocalEvent
from unigraph.recognition.found import Found
from unigraph.relation.scene import Cue, RawClaim, Scene

__all__ = ["BUILT_IN", "read_custom"]

BUILT_IN = frozenset(
    "chaired hosted coOrganized attended spokeAt visited signedWith holdsPosition heldAt received conferred".split()
)
"""Predicates that have rules of their own; every other predicate with cues is read by this module."""


def read_custom(scene: Scene) -> Iterable[RawClaim]:
    """Claims of every predicate that the ontology adds, each end of a class that domain and range allow."""
    for name, cues in sorted(scene.cues.items()):
        if name in BUILT_IN:
            continue
        for cue in cues:
            if not scene.silent(cue.begin):
                yield from _claims(scene, cue)


def _claims(scene: Scene, cue: Cue) -> Iterable[RawClaim]:
    predicate = scene.ontology.predicates[cue.predicate]
    subjects = _ends(scene, cue, predicate.subject_side, predicate.domain)
    objects = [o for o in _ends(scene, cue, predicate.object_side, predicate.range) if o not in subjects]
    for subject in subjects:
        for thing in objects:
            yield RawClaim(subject, cue.predicate, thing, "", "custom-sides", cue.begin, cue.end)


def _ends(scene: Scene, cue: Cue, side: str, classes: tuple[str, ...]) -> list[Found | LocalEvent]:
    """The chain of the allowed classes nearest to a cue on one side of it, within its sentence."""
    if side == "context":
        event = scene.event_at(cue.begin)
        return [event] if event is not None and scene.ontology.accepts(classes, event.cls) else []
    sentence = scene.document.sentences[scene.document.sentence_at(cue.begin)]
    fitting = [
        (c, [u.item for u in c.units if scene.ontology.accepts(classes, u.item.cls)])
        for c in scene.chains
        if (sentence.begin <= c.begin and c.end <= cue.begin if side == "before" else cue.end <= c.begin and c.end <= sentence.end)
    ]
    fitting = [(c, items) for c, items in fitting if items]
    if fitting:
        return list((fitting[-1] if side == "before" else fitting[0])[1])
    events = scene.events_within(*((sentence.begin, cue.begin) if side == "before" else (cue.end, sentence.end)))
    allowed = [e for e in events if scene.ontology.accepts(classes, e.cls)]
    return list(allowed[-1:] if side == "before" else allowed[:1])
