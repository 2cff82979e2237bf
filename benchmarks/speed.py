"""How fast texts become facts, a graph, Turtle and a page: `python benchmarks/speed.py [FOLDER]`.

FOLDER holds gold annotations (`.json`, their texts are read) or texts (`.txt`). Processor time of one core, each step
once on texts that were not seen before, after a first text that loads lexicons and modules.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from unigraph.explorer import render
from unigraph.extraction import extract
from unigraph.model import Article
from unigraph.ontology import load_ontology
from unigraph.rdf import from_turtle, to_turtle
from unigraph.reading import read_text
from unigraph.resolution import resolve

T = TypeVar("T")
GOLD = Path(__file__).parent.parent / "tests" / "gold" / "train"


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Texts with their dates, if these are known."""
    for path in sorted(folder.iterdir()):
        if path.suffix == ".json":
            document = json.loads(path.read_text(encoding="utf-8"))
            yield document["text"], document.get("published", "")
        elif path.suffix == ".txt":
            yield path.read_text(encoding="utf-8"), ""


def measured(name: str, characters: int, work: Callable[[], T]) -> T:
    """Do it, print how fast it was, and give what it gave."""
    begin = time.process_time()
    result = work()
    spent = max(time.process_time() - begin, 1e-9)
    print(f"{name:<10}{spent:9.3f} s{characters / spent:14,.0f} characters/s")
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=GOLD)
    (first_text, first_date), *pages = texts(parser.parse_args().folder)
    size = sum(len(text) for text, _ in pages)
    ontology = load_ontology()
    first = resolve([extract(a, ontology) for a in read_text(first_text, published=first_date)], ontology)
    from_turtle(to_turtle(first), ontology)
    render(first)
    print(f"{len(pages)} texts, {size:,} characters")

    def read() -> list[Article]:
        return [a for text, date in pages for a in read_text(text, published=date)]

    articles = measured("read", size, read)
    facts = measured("extract", size, lambda: [extract(a, ontology) for a in articles])
    graph = measured("resolve", size, lambda: resolve(facts, ontology))
    turtle = measured("write", size, lambda: to_turtle(graph))
    measured("load", size, lambda: from_turtle(turtle, ontology))
    measured("explorer", size, lambda: render(graph))


if __name__ == "__main__":
    main()
