"""A team is the body that it plays for: 某银行代表队 is the bank's, while 教育系统代表队 and 某县代表队 stay what they are."""

from __future__ import annotations

from collections.abc import Iterable

from unigraph.ontology import Ontology
from unigraph.recognition.found import Found

__all__ = ["without_teams"]

_TEAM = "代表队"
_ROOTS = ("Union", "Company", "Organization")
_SHORTEST = 4
"""Characters that a name has at least that says more than a kind: 内科, 机关 and 俱乐部 play for nobody else."""


def without_teams(bodies: Iterable[Found], ontology: Ontology) -> tuple[Found, ...]:
    """The same bodies, each team whose name goes on a body's whole name as that body."""
    return tuple(_of_house(body, ontology) if body.name.endswith(_TEAM) else body for body in bodies)


def _of_house(team: Found, ontology: Ontology) -> Found:
    house = team.name.removesuffix(_TEAM)
    nouns = ontology.words("headNoun")
    head = next((house[at:] for at in range(1, len(house)) if house[at:] in nouns), "")
    if not head or len(house) < _SHORTEST or ontology.root(nouns[head]) not in _ROOTS:
        return team
    return Found(team.begin, team.end - len(_TEAM), nouns[head], house)
