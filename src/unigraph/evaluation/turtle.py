"""Any graph in our vocabulary, read from its Turtle."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pyoxigraph as ox

from unigraph.ontology import UG, local_name

__all__ = ["Turtle"]

_CHINESE = ("zh", "zh-cn", "zh-hans", "zh-hant", "zh-hk")
_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_LABELS = (
    ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label"),
    ox.NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel"),
)
_ALT_LABEL = ox.NamedNode("http://www.w3.org/2004/02/skos/core#altLabel")


class Turtle:
    """Nodes are named as N-Triples writes them, literals by their value."""

    def __init__(self, store: ox.Store) -> None:
        self.store = store
        self.nodes = {_name(q.subject): q.subject for q in store}

    @classmethod
    def read(cls, path: Path) -> Turtle:
        """Raises ``OSError`` or ``SyntaxError`` where it cannot be read."""
        store = ox.Store()
        store.load(path=str(path), format=ox.RdfFormat.TURTLE, base_iri="https://example.invalid/")
        return cls(store)

    def pairs(self, predicate: str | ox.NamedNode) -> list[tuple[str, str]]:
        node = ox.NamedNode(UG + predicate) if isinstance(predicate, str) else predicate
        found = self.store.quads_for_pattern(None, node, None)
        return sorted((_name(q.subject), _name(q.object)) for q in found)

    def by_subject(self, predicate: str | ox.NamedNode) -> defaultdict[str, list[str]]:
        out = defaultdict(list)
        for s, o in self.pairs(predicate):
            out[s].append(o)
        return out

    def chinese(self, node: str, predicate: ox.NamedNode) -> list[str]:
        """Literals in Chinese or without a language, in the order of language and value."""
        subject = self.nodes.get(node)
        found = [q.object for q in self.store.quads_for_pattern(subject, predicate, None)] if subject else []
        literals = [(x.language or "", x.value) for x in found if isinstance(x, ox.Literal)]
        return [value for language, value in sorted(literals) if (language or "zh").lower() in _CHINESE]

    def classes(self) -> defaultdict[str, list[str]]:
        """The local names of the classes of each node."""
        out = defaultdict(list)
        for node, found in self.pairs(_TYPE):
            out[node].append(local_name(found.strip("<>")))
        return out

    def labels(self, node: str) -> list[str]:
        """The names of a node in Chinese, the full one first."""
        return [name for label in _LABELS for name in self.chinese(node, label)]

    def aliases(self, node: str) -> list[str]:
        """All other names of a node in Chinese."""
        return self.chinese(node, _ALT_LABEL)

    def text(self) -> str | None:
        """The texts of the articles, or ``None`` where the graph keeps none."""
        words = dict(self.pairs("text"))
        articles = [s for s, cls in self.pairs(_TYPE) if cls == f"<{UG}Article>" and s in words]
        return "\n".join(words[a] for a in articles) if articles else None


def _name(term: object) -> str:
    return term.value if isinstance(term, ox.Literal) else str(term)
