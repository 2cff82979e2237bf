"""Measure how often each rule is right on annotated articles, and write the table of confidences.

    python scripts/calibrate.py [GOLD_FOLDER]

A rule's confidence is the share of its statements that gold has or allows, drawn towards the prior as if it had been
seen ``WEIGHT`` times more: a rule that was met twice and was right twice is not certain.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from unigraph.evaluation.annotation import Gold, read_gold
from unigraph.evaluation.graphs import from_graph
from unigraph.evaluation.matching import compare
from unigraph.extraction import extract
from unigraph.ontology import load_ontology
from unigraph.reading import read_text
from unigraph.relation.confidence import PRIOR
from unigraph.resolution import resolve

ROOT = Path(__file__).parent.parent
TABLE = ROOT / "src" / "unigraph" / "lexicons" / "confidence.tsv"
WEIGHT = 4


def tally(gold: Gold, seen: Counter[str], wrong: Counter[str]) -> None:
    """Count an article's statements by the rule that made them, and those that gold has not."""
    ontology = load_ontology()
    facts = [extract(a, ontology) for a in read_text(gold.text, published=gold.published)]
    predicted = from_graph(resolve(facts, ontology, threshold=0.0))
    for origin in predicted.origins.values():
        seen[origin.rule] += 1
    for difference in compare(gold, predicted).differences:
        if difference.kind in ("extra", "stray") and difference.rule:
            wrong[difference.rule] += 1


def main() -> None:
    """Write the table."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "tests" / "gold" / "train"
    seen: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for path in sorted(folder.glob("*.json")):
        tally(read_gold(path), seen, wrong)
    rows = [
        f"{rule}\t{(count - wrong[rule] + WEIGHT * PRIOR) / (count + WEIGHT):.2f}\t{count}"
        for rule, count in sorted(seen.items())
    ]
    TABLE.write_text("\n".join(rows) + "\n", encoding="utf-8")
    print("\n".join(rows))


if __name__ == "__main__":
    main()
