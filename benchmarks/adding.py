"""What adding to a large graph costs: `python benchmarks/adding.py [-n 100000] [--extract] [--folder FOLDER]`.

Makes a graph of so many generated articles, builds once more where nothing is new, adds one, one more, one that names
the federation of which half of all articles speak, and ten, and removes one, each in a process of its own, and prints the processor's seconds: until the process reads, reading, extracting,
resolving, writing, in all; the seconds by the clock, which the disk and other processes have a part in; and the most
memory in MB. Without `--extract` the facts of the large graph are those that the articles
were generated with, which spares the time of reading 100,000; what is added is extracted in any case. FOLDER is kept,
and taken up again when it is there.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from itertools import pairwise
from pathlib import Path
from typing import Any

from generated import SEED, Generated, articles
from generated_facts import facts_of

_BATCH = 500
_STAGES = ("Starting", "Reading", "Extracting", "Resolving", "Writing")
_TOP = "中华全国总工会"
_BEYOND = 10_000_000
"""The number of the first article that is added."""


def write(folder: Path, made: Iterator[Generated]) -> list[Path]:
    """The articles as files."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for one in made:
        paths.append(folder / f"{one.name}.txt")
        paths[-1].write_text(one.text, encoding="utf-8")
    return paths


def stand_in(folder: Path, count: int) -> None:
    """Keep what generated articles say in a folder's store, as a build that was not finished would have."""
    from unigraph._folder import working_in
    from unigraph.building import reading_digest
    from unigraph.ontology import load_ontology
    from unigraph.reading.formats import Document
    from unigraph.reading.metadata import Row
    from unigraph.reading.page import articles_of
    from unigraph.recognition.given import NO_LEXICON
    from unigraph.store import Recipe

    ontology = load_ontology()
    recipe = Recipe(reading_digest(ontology, NO_LEXICON), ontology, 0.5)
    with working_in(folder, told=print) as place:
        facts = []
        for one in articles(count):
            (article,) = articles_of(Document(one.text), row=Row(), name=one.published)
            facts.append(facts_of(one, article))
            if len(facts) == _BATCH or one.number == count - 1:
                place.store.keep(facts, recipe)
                facts = []


def child(began: float, arguments: list[str]) -> None:
    """Run `unigraph build` and print the processor's seconds by stage and in all, the clock's, and the most MB."""
    from unigraph import _folder, building
    from unigraph.cli import main
    from unigraph.store import Store

    marks: dict[str, float] = {}

    def marked(stage: str, work: Any) -> Any:
        def timed(*given: Any, **named: Any) -> Any:
            marks[stage] = time.process_time()
            return work(*given, **named)

        return timed

    steps = (building, "take_in"), (building, "_read"), (Store, "apply"), (_folder.Workplace, "write")
    for stage, (owner, name) in zip(_STAGES[1:], steps, strict=True):
        setattr(owner, name, marked(stage, getattr(owner, name)))
    with suppress(SystemExit):
        main(arguments)
    end = time.process_time()
    ends = [*(marks[stage] for stage in _STAGES[1:]), end]
    spent = [later - one for one, later in pairwise((0.0, *ends))]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print("\t".join(f"{x:.2f}" for x in (*spent, end, time.time() - began, memory)))


def measured(what: str, *arguments: str | Path) -> None:
    """Run a build in a process of its own and print a row."""
    command = [sys.executable, __file__, "--child", str(time.time()), "build", *map(str, arguments)]
    told = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()[-1]
    print(f"{what:<15}" + "".join(f"{float(x):>11.2f}" for x in told.split("\t")), flush=True)


def main() -> None:
    if sys.argv[1:2] == ["--child"]:
        child(float(sys.argv[2]), sys.argv[3:])
        return
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", "--number", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, help="where texts and graph are, or are to be")
    parser.add_argument("--extract", action="store_true", help="extract the facts of all articles")
    parser.add_argument("--explorer", action="store_true", help="write the explorer too")
    given = parser.parse_args()
    with ExitStack() as stack:
        folder = given.folder or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        texts, graph = folder / "texts", folder / "graph"
        print(f"{given.number:,} articles, seed {SEED}")
        print(" " * 15 + "".join(f"{s.lower():>11}" for s in (*_STAGES, "in all", "clock", "memory")), flush=True)
        explorer = () if given.explorer else ("--no-explorer",)
        if not graph.exists():
            write(texts, articles(given.number))
            if not given.extract:
                stand_in(graph, given.number)
            measured("build", texts, "-o", graph, *explorer)
        tried = folder / "tried"
        shutil.rmtree(tried, ignore_errors=True)
        shutil.copytree(graph, tried, copy_function=shutil.copy2)
        measured("nothing new", texts, "-o", tried, *explorer)
        new = write(folder / "new", articles(13, first=_BEYOND))
        of_all = next(path for path in new if _TOP in path.read_text(encoding="utf-8"))
        others = [path for path in new if path != of_all]
        measured("add one", others[0], "-o", tried, *explorer)
        measured("add one more", others[1], "-o", tried, *explorer)
        measured("add one of all", of_all, "-o", tried, *explorer)
        measured("add ten", *others[2:], "-o", tried, *explorer)
        measured("remove one", "--remove", new[0], "-o", tried, *explorer)


if __name__ == "__main__":
    main()
