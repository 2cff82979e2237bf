"""Write what follows from the ontology: ``ontology/shapes.ttl`` and ``docs/ontology.md``."""

from __future__ import annotations

from pathlib import Path

from unigraph.ontology import load_ontology
from unigraph.ontology_docs import document
from unigraph.validation import shapes

ROOT = Path(__file__).parents[1]


def main() -> None:
    ontology = load_ontology()
    (ROOT / "ontology" / "shapes.ttl").write_text(shapes(ontology), encoding="utf-8")
    (ROOT / "docs" / "ontology.md").write_text(document(ontology), encoding="utf-8")


if __name__ == "__main__":
    main()
