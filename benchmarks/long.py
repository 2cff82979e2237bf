"""How time grows with the length of one article: `python benchmarks/long.py [FOLDER]`.

FOLDER is as for `speed.py`. Its texts, one after the other, make articles of each size: as they are, and without a full
stop or line end; then come short strings said over and over. Processor time of one core, the best of three runs. The
last column is to stay about the same down each table.
"""

from __future__ import annotations

import argparse
import time
from itertools import cycle
from pathlib import Path

from speed import GOLD, texts

from unigraph.extraction import extract
from unigraph.model import Article
from unigraph.ontology import Ontology, load_ontology

SIZES = (10_000, 20_000, 40_000, 80_000, 160_000)
REPEATED = ("南溪市总工会、", "周岚、", "召开第二次会议，", "周岚走访云峰公司，", "（")
_RUNS = 3
_NO_STOPS = str.maketrans(dict.fromkeys("。！？；\n", "，"))


def joined(parts: list[str], size: int) -> str:
    """Texts after one another, as long as asked for."""
    out, length = [], 0
    for part in cycle(parts):
        out.append(part.strip())
        length += len(out[-1]) + 1
        if length > size:
            return "\n".join(out)[:size]
    raise ValueError("no texts")


def measured(text: str, ontology: Ontology) -> float:
    """Seconds of the processor."""
    article = Article(text, title=text.partition("\n")[0][:40], published="2024-05-06", basis="given")
    best = float("inf")
    for _ in range(_RUNS):
        begin = time.process_time()
        extract(article, ontology)
        best = min(best, time.process_time() - begin)
    return max(best, 1e-9)


def table(name: str, made: dict[int, str], ontology: Ontology) -> None:
    """One line for each size."""
    print(name)
    for size, text in made.items():
        spent = measured(text, ontology)
        print(f"{size:>9,}{spent:9.3f} s{size / spent:12,.0f} characters/s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=GOLD)
    parts = [text for text, _ in texts(parser.parse_args().folder)]
    ontology = load_ontology()
    measured(joined(parts, SIZES[0]), ontology)
    table("articles joined", {size: joined(parts, size) for size in SIZES}, ontology)
    table("without a full stop", {size: joined(parts, size).translate(_NO_STOPS) for size in SIZES}, ontology)
    for string in REPEATED:
        table(string, {size: (string * size)[:size] for size in SIZES[:-2]}, ontology)


if __name__ == "__main__":
    main()
