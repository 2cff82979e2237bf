"""Why a thing of a graph is one, by the store that stands beside it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from unigraph._output import STORE, graph_path
from unigraph.errors import OutputError
from unigraph.graph import GraphData
from unigraph.resolution import Registry, reasons
from unigraph.store.records import text_of
from unigraph.store.schema import connect

__all__ = ["identity_of"]


def identity_of(graph: Path, data: GraphData, thing: str) -> tuple[str, ...]:
    """The reasons, a line each; none without a store, or for a thing that one article alone names."""
    path = graph_path(graph).with_name(STORE)
    if (
        not path.is_file()
        or len({m.article for m in data.entities[thing].mentions} if thing in data.entities else ()) < 2
    ):
        return ()
    try:
        with closing(connect(path)) as db:
            registry = Registry(db, data.ontology, lambda article: text_of(db, article))
            verdict = registry.verdict(thing)
    except OutputError:  # of another version, or damaged: the graph alone is told
        return ()
    titles = {i: a.title for i, a in data.articles.items()}
    return tuple(reasons(verdict, lambda article: titles.get(article, article))) if verdict else ()
