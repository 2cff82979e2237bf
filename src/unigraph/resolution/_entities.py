"""What a thing is called and what class it is, from all that articles say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from unigraph.model import ArticleFacts, Entity, Occurrence
from unigraph.ontology import Ontology
from unigraph.resolution._background import adcode
from unigraph.resolution._facts import Resolved, sentence_at
from unigraph.resolution._names import fold, in_simplified, print_fold
from unigraph.resolution._profiles import Profile

__all__ = ["agreeing_class", "described", "full_name", "occurrences", "with_mentions"]


def full_name(members: Sequence[Profile]) -> str:
    """The name of one thing: one that is no other's alias, the most frequent, then the longest.

    Written in both scripts it counts as one name, and the simplified one is taken, however often each is written.
    A name that people gave it, if they agree, wins.
    """
    distinct, times = _counted(members)
    if given := _agreed(n.decided.renamed for n in distinct):
        return given
    aliases = {f for n in distinct for a in n.aliases if (f := _folded(n, a)) != n.folded}
    full = [n for n in distinct if n.folded not in aliases] or distinct
    simplified = {n.folded for n in full if _is_simplified(n)}
    counts = _tally((n.folded, times[id(n)]) for n in full)
    spelt = _tally((n.name, times[id(n)]) for n in full)
    names = {n.name: n.folded for n in full if _is_simplified(n) or n.folded not in simplified}
    return min(names, key=lambda name: (-counts[names[name]], -spelt[name], -len(name), name))


def _counted(members: Sequence[Profile]) -> tuple[list[Profile], Mapping[int, int]]:
    """The members, each object once, for equal profiles mostly are one; and how often each is there, by ``id``."""
    return list({id(n): n for n in members}.values()), Counter(map(id, members))


def _tally(said: Iterable[tuple[str, int]]) -> Counter[str]:
    out = Counter[str]()
    for what, times in said:
        out[what] += times
    return out


def _agreed(given: Iterable[str]) -> str:
    """What people gave a thing; empty where they gave nothing, or two things."""
    distinct = set(given) - {""}
    return distinct.pop() if len(distinct) == 1 else ""


def _folded(one: Profile, name: str) -> str:
    return fold(name, person=one.root == "Person")


def _is_simplified(one: Profile) -> bool:
    return in_simplified(one.name, person=one.root == "Person") == one.name


def agreeing_class(counts: Mapping[str, int], ontology: Ontology) -> str:
    """The narrowest class that says no more than all agree on, by how often each is said.

    A thing that is an organisation here and a school there is a school; a school here and a hospital there is an
    organisation. Where nothing is common, the most frequent, then the first by name.
    """
    above = {c: ontology.ancestors(c) or (c,) for c in counts}
    leaves = [c for c in above if not any(c != d and c in above[d] for d in above)]
    common = set(above[leaves[0]]).intersection(*(above[c] for c in leaves)) if leaves else set()
    if common:
        return min(common, key=lambda c: (-len(ontology.ancestors(c)), c))
    return min(counts, key=lambda c: (-counts[c], c))


def described(members: Sequence[Profile], identifier: str, name: str, ontology: Ontology) -> Entity:
    """The entity that some profiles are, without its mentions."""
    distinct, times = _counted(members)
    said = _tally((n.cls, times[id(n)]) for n in distinct)
    cls = _agreed(n.decided.retyped for n in distinct) or agreeing_class(said, ontology)
    key = next((n.key for n in distinct if n.key), "")
    return Entity(identifier, cls, name, _aliases(distinct, name), adcode=adcode(key))


def with_mentions(entities: Mapping[str, Entity], articles: Iterable[Resolved]) -> dict[str, Entity]:
    """The entities by identifier, sorted, with all places that name them."""
    found: dict[str, set[Occurrence]] = {}
    for one in articles:
        for entity, place in occurrences(one.facts):
            found.setdefault(one.ids[entity], set()).add(place)
    return {
        i: Entity(i, e.cls, e.name, e.aliases, tuple(sorted(found.get(i, ()))), e.adcode)
        for i, e in sorted(entities.items())
    }


def occurrences(facts: ArticleFacts) -> Iterator[tuple[int, Occurrence]]:
    """The entities that an article names, by number, each with its place."""
    begins = [s.begin for s in facts.sentences]
    article = facts.article.id
    for m in facts.mentions:
        yield m.entity, Occurrence(article, sentence_at(begins, m.begin), m.begin, m.end)


def _aliases(members: Sequence[Profile], name: str) -> tuple[str, ...]:
    """All other names, one of each that differ only in print; both scripts are two names, for search to find."""
    found: dict[str, str] = {}
    for other in sorted({x for n in members for x in (n.name, *n.aliases)}):
        found.setdefault(print_fold(other), other)
    found.pop(print_fold(name), None)
    return tuple(sorted(found.values()))
