"""unigraph: Chinese trade-union news in, a knowledge graph out, each fact with the sentence that says it.

>>> import unigraph as ug
>>> kg = ug.build_text("岚川市总工会召开座谈会\\n\\n3月5日，岚川市总工会召开座谈会。", published="2025-03-06")
>>> kg
KnowledgeGraph(articles=1, ...)

The names in ``__all__`` are public, everything else is private. They are imported at first use, so that
``import unigraph`` takes no time.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from unigraph.building import build, build_text
    from unigraph.errors import (
        GoldError,
        LexiconError,
        OntologyError,
        OptionError,
        OutputError,
        QueryError,
        SourceError,
        UnigraphError,
    )
    from unigraph.knowledge_graph import KnowledgeGraph, load
    from unigraph.ontology import Ontology, load_ontology

    __version__: str

__all__ = [
    "GoldError",
    "KnowledgeGraph",
    "LexiconError",
    "Ontology",
    "OntologyError",
    "OptionError",
    "OutputError",
    "QueryError",
    "SourceError",
    "UnigraphError",
    "__version__",
    "build",
    "build_text",
    "load",
    "load_ontology",
]

_HOMES = {
    "KnowledgeGraph": "knowledge_graph",
    "load": "knowledge_graph",
    "build": "building",
    "build_text": "building",
    "Ontology": "ontology",
    "load_ontology": "ontology",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if name == "__version__":
        from importlib.metadata import version

        value: Any = version("unigraph")
    else:
        value = getattr(import_module(f"unigraph.{_HOMES.get(name, 'errors')}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
