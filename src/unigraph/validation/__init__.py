"""Whether a graph is what the ontology and the rules of evidence ask for."""

from __future__ import annotations

from pathlib import Path

from unigraph.graph import GraphData
from unigraph.ontology import Ontology, load_ontology
from unigraph.queries import load_store
from unigraph.validation.checks import notes, run_checks
from unigraph.validation.report import Problem, Report
from unigraph.validation.shapes import shapes
from unigraph.validation.view import View

__all__ = ["Problem", "Report", "shapes", "validate"]


def validate(source: Path | str | bytes | GraphData, ontology: Ontology | None = None) -> Report:
    """Check a graph, given as data, as Turtle, or by its file or folder.

    The shapes of the ontology (ours, or that of the data) are checked by pyshacl, offsets and evidence by our own
    code. Raises :class:`~unigraph.errors.OutputError` where there is no graph or it is no RDF.
    """
    from unigraph.validation.shacl import run_shapes

    if isinstance(source, GraphData):
        from unigraph.rdf import to_turtle

        ontology = ontology or source.ontology
        source = to_turtle(source)
    ontology = ontology or load_ontology()
    store = load_store(source)
    view = View(store, ontology)
    problems = {*run_checks(view), *run_shapes(store, shapes(ontology), view)}
    return Report(tuple(sorted(problems)), tuple(notes(view)))
