"""The questions that a folder's graph leaves open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from unigraph._folder import working_in
from unigraph._output import STORE
from unigraph.decisions import read_decisions
from unigraph.errors import OutputError
from unigraph.explain import named
from unigraph.graph import GraphData
from unigraph.model import Occurrence
from unigraph.resolution import Doubt
from unigraph.reviewing.items import Item, Pair, items_of

__all__ = ["open_questions"]

_MOST = 500
"""Things whose identity is looked at."""


def open_questions(folder: Path, told: Callable[[str], None], about: str = "") -> tuple[GraphData, list[Item]]:
    """The graph of a folder's store, and what is open in it; ``about`` leaves only what concerns one thing.

    Raises :class:`~unigraph.errors.OutputError` where there is no store, :class:`~unigraph.errors.DecisionError` and,
    for a name that nothing has, :class:`~unigraph.errors.OptionError`.
    """
    if not (folder / STORE).is_file():
        raise OutputError(
            f"{folder}: no graph with its {STORE} there; make one with: unigraph build SOURCE -o {folder}"
        )
    with working_in(folder, told=told) as place:
        was = place.options
        graph = place.store.graph(was.ontology, base=was.base, threshold=was.threshold)
        pairs = filter(None, (_pair(graph, doubt) for doubt in place.store.doubts(was.ontology, _MOST)))
        items = items_of(graph, pairs, [n.decision for n in read_decisions(folder)])
    if not about:
        return graph, items
    wanted = set(named(graph, about))
    return graph, [item for item in items if wanted.intersection(thing for thing, _ in item.things)]


def _pair(graph: GraphData, doubt: Doubt) -> Pair | None:
    """The first places that name the two; nothing where an article has none of one."""
    places = [_place(graph, t, a) for t, a in zip(doubt.things, doubt.articles, strict=True)]
    one, other = places
    if one is None or other is None:
        return None
    return Pair(one, other, doubt.things, doubt.probability, doubt.together, doubt.reasons)


def _place(graph: GraphData, thing: str, article: str) -> Occurrence | None:
    return next((m for m in graph.entities[thing].mentions if m.article == article), None)
