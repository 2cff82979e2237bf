"""What a build says at its end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from unigraph._frames import class_counts, predicate_counts, term_label
from unigraph._output import EXPLORER, GRAPH
from unigraph.building import Build, describe_clash
from unigraph.cli._shared import shell
from unigraph.graph import GraphData

__all__ = ["notices", "summary"]

_QUESTIONS = {
    "holdsPosition": "posts",
    "chaired": "who-chaired",
    "hosted": "hosts",
    "visited": "who-was-visited",
    "signedWith": "who-signed",
    "received": "awards",
    "spokeAt": "speakers",
    "heldAt": "places-of-events",
}
"""A question worth asking where there are many facts of a predicate."""


def summary(made: Build, folder: Path, *, explorer: bool) -> str:
    """Counts, what was skipped and why, where things are, and three things to try."""
    graph = made.graph
    return "\n".join(
        [
            _counted(len(graph.articles), "article") + _reprints(graph) + _span(graph),
            f"sources: {_sources(made)}",
            *_table("entities", class_counts(graph), graph),
            *_table("facts", predicate_counts(graph), graph),
            *_lines("Skipped", (f"{f.source}: {f.reason}" for f in made.faults)),
            *_lines("Not UTF-8", sorted(f"{source}: {encoding}" for source, encoding in made.encodings)),
            *_lines("Dates that differ", map(describe_clash, made.clashes)),
            *_lines("Decisions that are not followed", made.undecided),
            *_lines("Left out, because they are forgotten", [f"people in {made.masked} articles"] * bool(made.masked)),
            *_lines("In use again, no longer redirected", made.revived),
            *_lines("All articles were read again", [made.reread] * bool(made.reread)),
            "",
            f"Graph     {folder / GRAPH}",
            *(_explorer(graph, folder) if explorer else []),
            "",
            "Try next:",
            *(f"  {line}" for line in _next(graph, folder)),
        ]
    )


def notices(made: Build) -> Iterator[str]:
    """What is said of a build even if it is to be quiet: what was skipped, and what is not as one would think."""
    yield from (f"skipped {f.source}: {f.reason}" for f in made.faults)
    yield from map(describe_clash, made.clashes)
    yield from made.undecided
    yield from (f"{i}: in use again, so it is no longer redirected" for i in made.revived)
    if made.reread:
        yield f"all articles were read again, as {made.reread}"


def _sources(made: Build) -> str:
    counts = {"read": made.read, "unchanged": made.unchanged, "removed": made.removed}
    return ", ".join(f"{n} {what}" for what, n in counts.items() if n)


def _explorer(graph: GraphData, folder: Path) -> Iterator[str]:
    from unigraph.explorer import MOST

    yield f"Explorer  {folder / EXPLORER}"
    left = len(graph.entities) + len(graph.awards) - MOST
    if left > 0:
        yield f"          It holds the {MOST:,} most important things and leaves out {left:,}; what stands around one of"
        yield f"          them shows {shell('unigraph', 'explore', folder, '--around')} NAME"


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


def _reprints(graph: GraphData) -> str:
    number = len(graph.reprints)
    return f" ({_counted(number, 'reprint')} of others)" if number else ""


def _span(graph: GraphData) -> str:
    dates = sorted({a.published for a in graph.articles.values() if a.published})
    return {0: "", 1: f", {dates[0]}" if dates else ""}.get(len(dates), f", {dates[0]} to {dates[-1]}" if dates else "")


def _table(title: str, counts: Mapping[str, int], graph: GraphData) -> Iterator[str]:
    yield f"{sum(counts.values())} {title}"
    width = max((len(name) for name in counts), default=0)
    for name, count in counts.items():
        yield f"  {count:>5}  {name:<{width}}  {term_label(graph, name)}"


def _lines(title: str, lines: Iterable[str]) -> list[str]:
    found = [" ".join(line.split()) for line in lines]
    return ["", f"{title}:", *(f"  {line}" for line in found)] if found else []


def _next(graph: GraphData, folder: Path) -> list[str]:
    """Three commands that do something with this graph."""
    person = _most_connected(graph, "Person") or _most_connected(graph, "")
    first = shell("unigraph", "explain", folder, person) if person else "unigraph build --help"
    question = next((_QUESTIONS[p] for p in predicate_counts(graph) if p in _QUESTIONS), "articles")
    return [first, shell("unigraph", "query", folder, question), shell("unigraph", "explore", folder)]


def _most_connected(graph: GraphData, root: str) -> str:
    degrees = Counter(end for f in graph.facts if f.plain for end in (f.subject, f.object) if end in graph.entities)
    found = [i for i in degrees if not root or graph.ontology.is_a(graph.entities[i].cls, root)]
    best = min(found, key=lambda i: (-degrees[i], i), default="")
    return graph.entities[best].name if best else ""
