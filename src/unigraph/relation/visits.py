"""Who visited what: delegations, those who lead and accompany them, and their stops.

The stops of one journey share their travellers: whoever is named at one of them, leads it or goes along has been at
all of them. A new journey begins where a stop has travellers that the last one did not have.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from unigraph.lexicons.words import words
from unigraph.recognition.found import Found
from unigraph.relation.scene import Chain, RawClaim, Scene, Unit
from unigraph.relation.visit_stops import Stop, any_of, find_stops, team_word
from unigraph.relation.visit_travellers import Travellers

__all__ = ["read_visits"]

_CARRY = 6
"""How many sentences on a stop without any subject may still belong to the journey."""


@dataclass
class _Journey:
    """The travellers by name, companions apart, and the stops with the names of those that each one states."""

    members: dict[str, Found] = field(default_factory=dict)
    companions: dict[str, Found] = field(default_factory=dict)
    stops: list[tuple[Stop, dict[str, str]]] = field(default_factory=list)

    def join(self, units: Iterable[Found]) -> None:
        for item in units:
            self.members.setdefault(item.name, item)


def read_visits(scene: Scene) -> Iterable[RawClaim]:
    """Claims of ``visited``; a delegation stands for the body that sent it."""
    journeys = _journeys(scene, Travellers(scene))
    for journey in journeys:
        yield from _claims(scene, journey)


def _journeys(scene: Scene, travellers: Travellers) -> list[_Journey]:
    journeys: list[_Journey] = []
    last = 0
    for stop in find_stops(scene):
        found = travellers.of(stop, journeys[-1].members if journeys else {}, stop.cue.begin - last)
        ...
    return journeys
