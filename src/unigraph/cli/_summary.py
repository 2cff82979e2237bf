"""What a build says at its end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from unigraph._frames import term_label
from unigraph._output import EXPLORER, GRAPH
from unigraph.building import Build, describe_clash
from unigraph.cli._shared import shell
from unigraph.ontology import Ontology
from unigraph.store import Counts

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


def summary(made: Build, counts: Counts, ontology: Ontology, folder: Path, *, explorer: bool) -> str:
    """Counts, what was skipped and why, where things are, and three things to try."""
    return "\n".join(
        [
            _counted(counts.articles, "article") + _reprints(counts.reprints) + _span(counts.dates),
            f"sources: {_sources(made)}",
            *_table("entities", counts.classes, ontology),
            *_table("facts", counts.predicates, ontology),
            *_lines("Skipped", (f"{f.source}: {f.reason}" for f in made.faults)),
            *_lines("Not UTF-8", sorted(f"{source}: {encoding}" for source, encoding in made.encodings)),
            *_lines("Dates that differ", map(describe_clash, made.clashes)),
            *_lines("Decisions that are not followed", made.undecided),
            *_lines("Left out, because they are forgotten", [f"people in {made.masked} articles"] * bool(made.masked)),
            *_lines("In use again, no longer redirected", made.revived),
            *_lines("All articles were read again", [made.reread] * bool(made.reread)),
            "",
            f"Graph     {folder / GRAPH}",
            *(_explorer(counts, folder) if explorer else []),
            "",
            "Try next:",
            *(f"  {line}" for line in _next(counts, ontology, folder)),
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


def _explorer(counts: Counts, folder: Path) -> Iterator[str]:
    from unigraph.explorer import MOST

    yield f"Explorer  {folder / EXPLORER}"
    left = counts.things - MOST
    if left > 0:
        yield f"          It holds the {MOST:,} most important things and leaves out {left:,}; what stands around one of"
        yield f"          them shows {shell('unigraph', 'explore', folder, '--around')} NAME"


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


def _reprints(number: int) -> str:
    return f" ({_counted(number, 'reprint')} of others)" if number else ""


def _span(dates: tuple[str, ...]) -> str:
    return "".join(f", {' to '.join(dict.fromkeys(dates))}" for _ in dates[:1])


def _table(title: str, counts: Mapping[str, int], ontology: Ontology) -> Iterator[str]:
    yield f"{sum(counts.values())} {title}"
    width = max((len(name) for name in counts), default=0)
    for name, count in counts.items():
        yield f"  {count:>5}  {name:<{width}}  {term_label(ontology, name)}"


def _lines(title: str, lines: Iterable[str]) -> list[str]:
    found = [" ".join(line.split()) for line in lines]
    return ["", f"{title}:", *(f"  {line}" for line in found)] if found else []


def _next(counts: Counts, ontology: Ontology, folder: Path) -> list[str]:
    """Three commands that do something with this graph."""
    people = [most for cls, most in counts.most.items() if ontology.is_a(cls, "Person")]
    most = min(people or counts.most.values(), key=lambda x: (-x[0], x[1]), default=None)
    first = shell("unigraph", "explain", folder, most[1]) if most else "unigraph build --help"
    question = next((_QUESTIONS[p] for p in counts.predicates if p in _QUESTIONS), "articles")
    return [first, shell("unigraph", "query", folder, question), shell("unigraph", "explore", folder)]
