"""What stands in a graph's folder, and how it is read back.

``graph.ttl`` is the graph, ``explorer.html`` the page to look at it with, ``ontology.ttl`` an ontology of one's own
that it was built with, so that all commands find it, ``redirects.ttl`` what became of former identifiers. What people
decided and the store stand beside them (:mod:`unigraph.decisions`, :mod:`unigraph.store`).
"""

from __future__ import annotations

from pathlib import Path

from unigraph._output import EXPLORER, GRAPH, Data, graph_path
from unigraph.errors import OutputError
from unigraph.graph import GraphData
from unigraph.ontology import Ontology, load_ontology, own_turtle

__all__ = [
    "ONTOLOGY",
    "REDIRECTS",
    "explorer_page",
    "graph_files",
    "read_graph",
    "stored_ontology",
]

ONTOLOGY = "ontology.ttl"
REDIRECTS = "redirects.ttl"


def graph_files(graph: GraphData, folder: Path, *, texts: bool, explorer: bool) -> dict[Path, Data]:
    """The files of a graph's folder with what is in them."""
    from unigraph.rdf import to_turtle

    return {
        folder / GRAPH: to_turtle(graph, texts=texts),
        folder / EXPLORER: explorer_page(graph, texts=texts) if explorer else None,
        folder / ONTOLOGY: own_turtle(graph.ontology) or None,
    }


def explorer_page(graph: GraphData, *, texts: bool) -> str:
    """The page to look at a graph with."""
    from unigraph.explorer import render

    return render(graph, texts=texts)


def stored_ontology(path: str | Path) -> Ontology:
    """The ontology that a graph was built with: the one in its folder, else ours."""
    stored = graph_path(path).with_name(ONTOLOGY)
    return load_ontology(stored if stored.is_file() else None)


def read_graph(path: str | Path, ontology: Ontology | None = None) -> GraphData:
    """A graph from its folder or file. Raises :class:`~unigraph.errors.OutputError` where there is none to read."""
    from unigraph.rdf import from_turtle

    source = graph_path(path)
    try:
        return from_turtle(source.read_bytes(), ontology or stored_ontology(source))
    except OSError as error:
        raise OutputError(f"{source}: cannot read the graph ({error.strerror})") from error
    except OutputError as error:
        raise OutputError(f"{source}: {error}") from error
