"""Who was there by all that the text says: officials whom the news of an event names, and of whom no rule says more.

News of a meeting or activity names officials because they took part. Whoever is named with a post in its narrative,
and neither wrote it nor is told of elsewhere in it, attended the event that the text speaks of there.
"""

from __future__ import annotations

from collections.abc import Iterable

from unigraph.recognition.events import LocalEvent
from unigraph.relation.scene import RawClaim, Scene, Unit

__all__ = ["read_presence"]

_TOLD = frozenset(["chaired", "spokeAt", "attended"])


def read_presence(scene: Scene, claims: Iterable[RawClaim]) -> Iterable[RawClaim]:
    """Claims of ``attended`` for persons with a post of whom ``claims`` do not say what they did at an event."""
    claims = tuple(claims)
    told = {c.subject.name for c in claims if c.predicate in _TOLD and not isinstance(c.subject, LocalEvent | None)}
    seen = told | {r.name for r in scene.reporters}
    happened = {id(end) for c in claims for end in (c.subject, c.object) if isinstance(end, LocalEvent)}
    for unit in _officials(scene):
        if unit.item.name not in seen:
            event = _event(scene, unit, happened)
            if event is not None:
                seen.add(unit.item.name)
                yield RawClaim(unit.item, "attended", event, "", "attended-named", unit.begin, unit.item.end)


def _officials(scene: Scene) -> Iterable[Unit]:
    """Persons at their places in the narrative, of those who hold a post somewhere in the article."""
    holders = {
        s.person.name for s in scene.stacks if any(p.body is not None and not p.title.startswith("原") for p in s.posts)
    }
    for unit in scene.units:
        narrated = unit.begin >= scene.document.title_end and not scene.silent(unit.begin)
        if unit.root == "Person" and unit.item.name in holders and narrated:
            yield unit


def _event(scene: Scene, unit: Unit, happened: set[int]) -> LocalEvent | None:
    """The event told of at a place; one of which the text says more than its name goes before."""
    event = scene.event_at(unit.begin)
    if event is None or id(event) in happened:
        return event
    before = [e for m, e in scene.outer_mentions if id(e) in happened and m.begin < unit.begin]
    return before[-1] if before else event
