"""What a person answers, in words, and the decisions that it makes."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from unigraph.decisions import Anchor, Decision
from unigraph.errors import OptionError
from unigraph.explain import find
from unigraph.graph import GraphData
from unigraph.reviewing.items import Item

__all__ = ["COMMANDS", "Answer", "answer"]

COMMANDS: Mapping[str, str] = {
    "y": "yes, it is so",
    "n": "no, it is not so",
    "s": "skip, ask another time",
    "u": "undo the last answer",
    "w": "why: what speaks for it",
    "merge": "merge [1|2] NAME: the first (or second) thing and another are one",
    "split": "split [1|2]: the thing here is not the one that other articles call so",
    "rename": "rename [1|2] NAME: it is called otherwise",
    "retype": "retype [1|2] CLASS: it is of another class, such as School",
    "q": "quit; what was decided stays",
}
"""The commands. What follows y or n is taken as the reason."""

_WORDS = {"yes": "y", "no": "n", "skip": "s", "undo": "u", "why": "w", "quit": "q", "m": "merge", "r": "rename"}
_KINDS = ("merge", "split", "rename", "retype")


@dataclass(frozen=True, slots=True)
class Answer:
    """A command, and the decision that it makes if it makes one, without who and when."""

    command: str
    decision: Decision | None = None


def answer(line: str, item: Item, graph: GraphData) -> Answer:
    """Read an answer to a question. Raises :class:`~unigraph.errors.OptionError` that says what can be written."""
    word, _, rest = line.strip().partition(" ")
    command = _WORDS.get(word.lower(), word.lower())
    if command not in COMMANDS:
        near = difflib.get_close_matches(command, [*COMMANDS, *_WORDS], n=1)
        hint = f"did you mean {near[0]}?" if near else f"write one of {', '.join(COMMANDS)}"
        raise OptionError(f"{word or 'nothing'}: {hint}")
    if command in ("y", "n"):
        chosen = item.yes if command == "y" else item.no
        return Answer(command, replace(chosen, why=rest.strip()))
    return Answer(command, _on_thing(command, rest.split(), item, graph) if command in _KINDS else None)


def _on_thing(kind: str, words: Sequence[str], item: Item, graph: GraphData) -> Decision:
    numbered = bool(words) and words[0] in ("1", "2")
    number = int(words[0]) - 1 if numbered else 0
    value = " ".join(words[1:] if numbered else words)
    if number >= len(item.things):
        raise OptionError(f"{kind} 2: there is one thing here")
    identifier, here = item.things[number]
    if kind == "split":
        return Decision(kind, here, other=_elsewhere(graph, identifier, here))
    if not value:
        raise OptionError(COMMANDS[kind])
    if kind == "merge":
        return Decision(kind, here, other=_named(graph, value, identifier))
    if kind == "retype" and value not in graph.ontology.classes:
        near = difflib.get_close_matches(value, graph.ontology.classes, n=3) or sorted(graph.ontology.classes)
        raise OptionError(f"no class {value}; try {', '.join(near)}")
    return Decision(kind, here, value=value)


def _elsewhere(graph: GraphData, thing: str, here: Anchor) -> Anchor:
    """The first place in another article that names a thing."""
    place = next((m for m in graph.entities[thing].mentions if m.article != here.article), None)
    if place is None:
        raise OptionError("split: no other article names it, so there is nothing to split from")
    return Anchor(place.article, place.begin, place.end, graph.entities[thing].name)


def _named(graph: GraphData, name: str, but: str) -> Anchor:
    found = [i for i in find(graph, name) if i in graph.entities and i != but and graph.entities[i].mentions]
    if len(found) != 1:
        several = ", ".join(found)
        raise OptionError(
            f"merge {name}: several are called so; write one of {several}"
            if found
            else f"merge: nothing is called {name}"
        )
    place = graph.entities[found[0]].mentions[0]
    return Anchor(place.article, place.begin, place.end, graph.entities[found[0]].name)
