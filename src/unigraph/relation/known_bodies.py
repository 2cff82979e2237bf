"""The bodies that an article names, to be asked for by name or by kind.

Of several of a kind it is the nearest before a place, or the one that the article speaks of most.
"""

from __future__ import annotations

import re
from collections import Counter

from unigraph.recognition.bodies_own import OwnBodies
from unigraph.recognition.body_forms import Form
from unigraph.recognition.document import Document
from unigraph.recognition.found import Found, Index

__all__ = ["KnownBodies"]

_NEAR = 300
_SOCIETY = re.compile(r"会$")


class KnownBodies:
    """Answers which body of an article is meant by a name or a kind."""

    def __init__(self, document: Document, bodies: Index, own: OwnBodies) -> None:
        self.document = document
        self.bodies = bodies
        self.own = own
        self.ontology = own.ontology
        self.by_name: dict[str, Found] = {}
        self._weight: Counter[str] = Counter()
        for body in bodies.items:
            self.by_name.setdefault(body.name, body)
            self._weight[body.name] += 3 if body.begin < document.title_end else 1
        self._main: dict[tuple[tuple[str, ...], str], Found | None] = {}
        self.federations: dict[str, Found] = {}
        for body in sorted(self.by_name.values(), key=self._importance):
            if body.name.endswith("总工会"):
                self.federations |= {body.name[:2]: body, "": body}

    def found(self, begin: int, end: int, cls: str, form: Form) -> Found:
        """The body of a name, as it stands at a place: the one that is known, else a new one."""
        known = self.by_name.get(form.name)
        if known is not None:
            return known._replace(begin=begin, end=end)
        return Found(
            begin, end, cls if cls in self.ontology.classes else "Organization", form.name, form.key, form.aliases
        )

    def last(self, classes: tuple[str, ...], name: re.Pattern[str], at: int) -> Found | None:
        """The body of a kind that was named last before a place; of several in one sentence the one that matters most."""
        near = [b for b in self.bodies.within(max(0, at - 500), at) if self.fits(b, classes, name)]
        if not near:
            return None
        begin = max(self.document.text.rfind(mark, 0, near[-1].begin) for mark in "。！？\n")
        return max((b for b in near if b.begin > begin), key=lambda b: self._weight[b.name])

    def meant(self, this: Found, title: str) -> Found:
        """What 该会 means before a title: the association where that is 副会长, though a federation was named last."""
        if not title.endswith(("会长", "理事长")) or not this.name.endswith("总工会"):
            return this
        society = self.last(("Association",), _SOCIETY, this.begin)
        return society._replace(begin=this.begin, end=this.end) if society is not None else this

    def fits(self, body: Found, classes: tuple[str, ...], name: re.Pattern[str]) -> bool:
        """Whether a body is of a kind: of the classes, and of a name that the pattern finds; a union only where asked for."""
        if not name.search(body.name) or ("Union" not in classes and self.ontology.is_a(body.cls, "Union")):
            return False
        return self.is_any(body, classes)

    def is_any(self, body: Found, classes: tuple[str, ...]) -> bool:
        """Whether a body is of one of the classes."""
        return any(self.ontology.is_a(body.cls, c) for c in classes)

    def near(self, classes: tuple[str, ...], name: re.Pattern[str], at: int) -> Found | None:
        """The nearest body of a kind to the left in the sentence, else the one that the article speaks of most."""
        floor = max(0, at - _NEAR)
        begin = max(floor, self.document.text.rfind("\n", floor, at) + 1)
        for body in reversed(self.bodies.within(begin, at)):
            if self.fits(body, classes, name):
                return body
        key = (classes, name.pattern)
        if key not in self._main:
            fitting = (b for b in self.by_name.values() if self.fits(b, classes, name))
            self._main[key] = max(fitting, key=self._importance, default=None)
        main = self._main[key]
        if main is not None and (main.begin < at or self._weight[main.name] > 1):
            return main
        implied = self.own.best(classes, at)  # the hospital that only its union's name names
        return implied if implied is not None and implied.begin < at and self.fits(implied, classes, name) else None

    def _importance(self, body: Found) -> tuple[int, int]:
        return self._weight[body.name], -body.begin
