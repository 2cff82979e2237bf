"""What became of identifiers that are no longer in use."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from unigraph.model import ArticleFacts
from unigraph.resolution import Profile, Replaced

__all__ = ["follow", "successions"]

Redirects = Mapping[str, frozenset[str]]


def successions(
    before: Iterable[tuple[Profile, str]], facts_before: ArticleFacts, facts: ArticleFacts, ids: list[str]
) -> list[Replaced]:
    """What the things that an article spoke of are now that it was read again: those of the name, else of the place.

    ``before`` has its entities in their order.
    """
    named = {(e.cls, e.name): i for e, i in zip(facts.entities, ids, strict=True)}
    placed = [(m.begin, m.end, ids[m.entity]) for m in facts.mentions]
    out = []
    for number, (profile, thing) in enumerate(before):
        after = named.get((profile.cls, profile.name)) or _at(number, facts_before, placed, thing)
        if after and after != thing:
            out.append(Replaced(thing, after))
    return out


def _at(local: int, facts: ArticleFacts, placed: list[tuple[int, int, str]], thing: str) -> str:
    """A thing of the same sort, by its identifier's beginning, that is named where another was."""
    prefix = thing.split("-")[0]
    spans = [(m.begin, m.end) for m in facts.mentions if m.entity == local]
    found = (i for begin, end, i in placed for b, e in spans if begin < e and b < end and i.split("-")[0] == prefix)
    return next(found, "")


def follow(known: Redirects, replaced: Iterable[Replaced], holds: Callable[[str], bool]) -> dict[str, frozenset[str]]:
    """The redirects after some changes: from identifiers that are not in use to those that are, without detours.

    One that is in use again has no redirect any more, nor has one of which nothing is left.
    """
    steps: dict[str, set[str]] = {old: set(new) for old, new in known.items()}
    for one in replaced:
        steps.setdefault(one.before, set()).add(one.after)
    out = {}
    for old in steps:
        if not holds(old):
            ends = _ends(old, steps, holds)
            if ends:
                out[old] = frozenset(ends)
    return out


def _ends(old: str, steps: Mapping[str, set[str]], holds: Callable[[str], bool]) -> set[str]:
    """Where the steps from an identifier lead in the graph."""
    seen, frontier, ends = {old}, list(steps.get(old, ())), set()
    while frontier:
        one = frontier.pop()
        if one in seen:
            continue
        seen.add(one)
        if holds(one):
            ends.add(one)
        else:
            frontier.extend(steps.get(one, ()))
    return ends
