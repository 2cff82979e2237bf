"""What recognition finds in a text, for the tests of bodies, divisions and places."""

from __future__ import annotations

from unigraph.model import Article
from unigraph.ontology import Ontology, load_ontology
from unigraph.recognition.bodies import find_bodies
from unigraph.recognition.bodies_own import find_anaphoric_bodies
from unigraph.recognition.context import context_of
from unigraph.recognition.divisions import Context, DivisionHit, find_divisions
from unigraph.recognition.document import Document
from unigraph.recognition.found import Found, Index, longest
from unigraph.recognition.places import find_places


def document_of(*lines: str) -> Document:
    """An article of a headline and paragraphs."""
    return Document.of(Article("\n".join(lines), lines[0]))


def divisions_of(*lines: str) -> tuple[tuple[DivisionHit, ...], Context]:
    """The divisions that a text names, and the place that it speaks from."""
    document = document_of(*lines)
    hits = find_divisions(document)
    return hits, context_of(document, hits)


def bodies_of(*lines: str, ontology: Ontology | None = None) -> tuple[Found, ...]:
    """All mentions of bodies, by names and by words like 公司."""
    document = document_of(*lines)
    hits = find_divisions(document)
    ontology = ontology or load_ontology()
    named = find_bodies(document, ontology, context_of(document, hits), hits)
    return longest([*named, *find_anaphoric_bodies(document, ontology, Index(named))])


def names_of(*lines: str, root: str = "") -> set[str]:
    """The names of the bodies of a kind, or of all."""
    ontology = load_ontology()
    return {b.name for b in bodies_of(*lines) if not root or ontology.root(b.cls) == root}


def places_of(*lines: str) -> set[str]:
    """The names of the places that stand outside bodies' names."""
    document = document_of(*lines)
    hits = find_divisions(document)
    return {
        p.name
        for p in find_places(document, load_ontology(), hits, Index(bodies_of(*lines)), Index(()), Context((), ()))
    }
