"""The options of a graph that its store remembers, so that a later build need not name them again."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

from unigraph.graph import DEFAULT_BASE, DEFAULT_THRESHOLD
from unigraph.ontology import Ontology, load_ontology, own_turtle, parse_ontology
from unigraph.recognition.given import NO_LEXICON, GivenName, Lexicon

__all__ = ["Remembered"]


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a graph is built with."""

    ontology: Ontology
    lexicon: Lexicon = NO_LEXICON
    base: str = DEFAULT_BASE
    threshold: float = DEFAULT_THRESHOLD

    @classmethod
    def of(cls, setting: Callable[[str], str], where: str) -> Remembered:
        """From the settings of a store, which are empty where there is none; ``where`` is what errors call it."""
        own, listed = setting("ontology"), setting("lexicon")
        return cls(
            parse_ontology(own.encode(), f"{where}: its ontology") if own else load_ontology(),
            Lexicon.of(GivenName(*row) for row in json.loads(listed)) if listed else NO_LEXICON,
            setting("base") or DEFAULT_BASE,
            float(setting("threshold") or DEFAULT_THRESHOLD),
        )

    def settings(self) -> dict[str, str]:
        """As a store keeps them."""
        names = [(n.name, n.cls, n.full) for n in self.lexicon.names]
        listed = json.dumps(names, ensure_ascii=False) if names else ""
        return {
            "ontology": own_turtle(self.ontology),
            "lexicon": listed,
            "base": self.base,
            "threshold": repr(self.threshold),
        }
