"""Names, colours and shapes for the page, all of them the ontology's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from unigraph.ontology import Ontology

__all__ = ["Styles", "predicate_row"]

_COLOR = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}")
_POST = "Position"


def _labels(labels: Mapping[str, str], name: str) -> dict[str, str]:
    short = re.split(r"[#/]", name)[-1] or name
    return {
        "zh": labels.get("zh") or labels.get("en") or labels.get("") or short,
        "en": labels.get("en") or labels.get("zh") or labels.get("") or short,
    }


def predicate_row(ontology: Ontology, name: str) -> dict[str, Any]:
    """Both names of a predicate; ``role`` is ``date`` for a literal one and ``post`` where it leads to a position."""
    found = ontology.predicates.get(name)
    if found is None:
        return {"name": name, **_labels({}, name), "inv": _labels({}, name), "role": ""}
    post = any(ontology.is_a(r, _POST) for r in found.range)
    labels = _labels(found.labels, name)
    return {
        "name": name,
        **labels,
        "inv": {k: found.inverse_labels.get(k, v) for k, v in labels.items()},
        "role": "date" if found.literal else "post" if post else "",
    }


class Styles:
    """Numbers the classes that a graph uses, in the order in which they come.

    ``up`` of a row is the number of the class in the legend under which it stands: the nearest that has a colour of
    its own.
    """

    def __init__(self, ontology: Ontology) -> None:
        self._ontology = ontology
        self._numbers: dict[str, int] = {}

    def number(self, name: str) -> int:
        """The row of a class."""
        if name not in self._numbers:
            self._numbers[name] = len(self._numbers)
            self.number(self._styled(name))
        return self._numbers[name]

    def _styled(self, name: str) -> str:
        classes = self._ontology.classes
        return next((a for a in self._ontology.ancestors(name) if classes[a].color), name)

    def rows(self) -> list[dict[str, Any]]:
        """A row for each class that was numbered."""
        return [self._row(name) for name in self._numbers]

    def _row(self, name: str) -> dict[str, Any]:
        found = self._ontology.classes.get(name)
        color, shape = self._ontology.style(name)
        return {
            "name": name,
            **_labels(found.labels if found else {}, name),
            "color": color if _COLOR.fullmatch(color) else "#888888",
            "shape": shape,
            "up": self._numbers[self._styled(name)],
            "tip": dict(found.definitions) if found else {},
        }
