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
from unigraph.reviewing.items import Item, items_of

__all__ = ["open_questions"]


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
        items = items_of(graph, (), [n.decision for n in read_decisions(folder)])
    if not about:
        return graph, items
    wanted = set(named(graph, about))
    return graph, [item for item in items if wanted.intersection(thing for thing, _ in item.things)]
