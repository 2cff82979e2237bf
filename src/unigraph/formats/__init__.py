"""The graph in formats that other programs read; the same bytes for the same graph."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from unigraph._output import replace_files
from unigraph.errors import OptionError
from unigraph.formats._network import gexf, graphml, to_networkx
from unigraph.formats._rdf import jsonld, nquads, ntriples, rdfxml, trig
from unigraph.formats._tables import tables
from unigraph.graph import GraphData

__all__ = ["FORMATS", "Format", "export", "to_networkx"]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: what its files end in (nothing where it is a folder of files), what it is for, and its writer.

    ``render`` takes the graph and whether texts are wanted, and gives the files' bytes by name.
    """

    suffix: str
    description: str
    render: Callable[[GraphData, bool], Mapping[str, bytes]]


def _single(suffix: str, description: str, write: Callable[[GraphData, bool], bytes]) -> Format:
    return Format(suffix, description, lambda graph, texts: {f"graph{suffix}": write(graph, texts)})


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "csv": Format("", "a folder of tables for spreadsheets and pandas", tables),
        "gexf": _single(".gexf", "a network for Gephi", gexf),
        "graphml": _single(".graphml", "a network for networkx, igraph, Cytoscape and yEd", graphml),
        "jsonld": _single(".jsonld", "RDF as JSON", jsonld),
        "nquads": _single(".nq", "RDF a line, with each article's evidence in a graph of its own", nquads),
        "ntriples": _single(".nt", "RDF a line", ntriples),
        "rdfxml": _single(".rdf", "RDF as XML", rdfxml),
        "trig": _single(".trig", "RDF with prefixes, with each article's evidence in a graph of its own", trig),
    }
)


def export(graph: GraphData, format: str, target: Path, *, texts: bool = True) -> tuple[Path, ...]:
    """Write the graph in a format, and name the files written.

    ``target`` is a file, or a folder where the format is one of several files; in a folder that exists a single file
    is called ``graph`` with the format's suffix. Without ``texts`` the words of articles and sentences are left out.
    Raises :class:`~unigraph.errors.OptionError` for an unknown format, :class:`~unigraph.errors.OutputError` where
    nothing can be written.
    """
    if format not in FORMATS:
        raise OptionError(f"unknown format {format!r}: choose one of {', '.join(FORMATS)}")
    chosen = FORMATS[format]
    rendered = chosen.render(graph, texts)
    within = not chosen.suffix or target.is_dir()
    files: dict[Path, str | bytes | None] = {
        target / name if within else target: data for name, data in rendered.items()
    }
    replace_files(files)
    return tuple(files)
