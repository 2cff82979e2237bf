"""The page on which one asks in SPARQL, and what it completes."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from unigraph._resources import PACKAGE
from unigraph._saving import stored_ontology
from unigraph.ontology import UG
from unigraph.queries import PREFIXES, questions

__all__ = ["asset", "page", "vocabulary"]

_ASSETS = PACKAGE / "serving" / "assets"
_TYPES = {"console.js": "text/javascript", "console.css": "text/css", "review.js": "text/javascript"}


def page(name: str = "console") -> str:
    """The HTML of the console, or of another of our pages."""
    return _read(f"{name}.html")


def asset(name: str) -> tuple[str, str] | None:
    """A file of the console with its media type; ``None`` for any other name."""
    return (_read(name), _TYPES[name]) if name in _TYPES else None


def vocabulary(graph: Path) -> dict[str, Any]:
    """Questions with their SPARQL and parameters; names to complete, each with its Chinese label; prefixes."""
    ontology = stored_ontology(graph)
    names = {_short(c.iri): c.labels.get("zh", "") for c in ontology.classes.values()}
    names |= {_short(p.iri): p.labels.get("zh", "") for p in ontology.predicates.values()}
    return {
        "questions": [
            {
                "name": q.name,
                **q.titles,
                "sparql": q.sparql,
                "parameters": [
                    {"name": p.name, "required": p.required, "default": p.default, "kind": p.kind, **p.descriptions}
                    for p in q.parameters
                ],
            }
            for q in questions()
        ],
        "names": [{"name": name, "zh": zh} for name, zh in sorted(names.items())],
        "prefixes": dict(PREFIXES),
    }


def _short(iri: str) -> str:
    return "ug:" + iri.removeprefix(UG) if iri.startswith(UG) else f"<{iri}>"


@cache
def _read(name: str) -> str:
    return (_ASSETS / name).read_text(encoding="utf-8")
