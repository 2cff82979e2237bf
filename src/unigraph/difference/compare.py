"""Two graphs compared, thing by thing and fact by fact."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from unigraph._frames import label, term_label
from unigraph.difference.articles import Revision, revisions
from unigraph.difference.matching import Matching, match
from unigraph.graph import GraphData
from unigraph.model import Evidence, Fact

__all__ = ["Change", "Difference", "Kind", "Statement", "compare"]

Kind = Literal["added", "gone", "changed", "merged", "split"]


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to a thing. ``before`` and ``after`` are identifiers with names; ``notes`` say what differs."""

    kind: Kind
    cls: str
    before: tuple[tuple[str, str], ...]
    after: tuple[tuple[str, str], ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact that came, went or changed: in words, with a sentence that says it and the title of its article.

    ``sentence`` is empty where the graph has no texts, and for background knowledge.
    """

    kind: Kind
    subject: str
    predicate: str
    object: str
    subject_label: str
    predicate_label: str
    object_label: str
    sentence: str = ""
    article: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Difference:
    """All that differs: ``articles`` (kind, title) that came and went, ``things`` and ``facts``. False where nothing does."""

    articles: tuple[tuple[Kind, str, str], ...]
    things: tuple[Change, ...]
    facts: tuple[Statement, ...]

    def __bool__(self) -> bool:
        return bool(self.articles or self.things or self.facts)

    @cached_property
    def counts(self) -> Mapping[str, Mapping[str, int]]:
        """How many of each kind, for articles, things and facts."""
        out: dict[str, dict[str, int]] = {"articles": {}, "things": {}, "facts": {}}
        kinds = (
            ("articles", [kind for kind, _, _ in self.articles]),
            ("things", [c.kind for c in self.things]),
            ("facts", [s.kind for s in self.facts]),
        )
        for name, found in kinds:
            for kind in found:
                out[name][kind] = out[name].get(kind, 0) + 1
        return out


def compare(old: GraphData, new: GraphData) -> Difference:
    """What is in the new graph and not in the old one, and the other way round.

    A thing whose identifier changed is the same where the same words of the same articles name it. Facts are compared
    with the identifiers that their ends have now, so that a renamed thing does not change all that is said of it.
    """
    revised = revisions(old, new)
    matching = match(old, new, revised)
    return Difference(
        tuple(_articles(old, new, revised)),
        tuple(sorted(_things(old, new, matching), key=lambda c: (c.kind, c.cls, c.before, c.after))),
        tuple(sorted(_facts(old, new, matching, revised), key=lambda s: (s.kind, s.predicate, s.subject, s.object))),
    )


def _articles(old: GraphData, new: GraphData, revised: Mapping[str, Revision]) -> Iterator[tuple[Kind, str, str]]:
    here = {r.article for r in revised.values()}
    for identifier in sorted(new.articles.keys() - here):
        yield "added", identifier, new.articles[identifier].title
    for identifier in sorted(i for i, r in revised.items() if r.article != i):
        yield "changed", identifier, new.articles[revised[identifier].article].title
    for identifier in sorted(old.articles.keys() - revised.keys()):
        yield "gone", identifier, old.articles[identifier].title


def _things(old: GraphData, new: GraphData, matching: Matching) -> Iterator[Change]:
    for identifier, entity in old.entities.items():
        after = matching.children(identifier)
        if not matching.successors.get(identifier):
            yield Change("gone", entity.cls, _named(old, identifier), ())
        elif len(after) > 1:
            yield Change("split", entity.cls, _named(old, identifier), _named(new, *after))
    for identifier, entity in new.entities.items():
        before = matching.parents(identifier)
        if not matching.predecessors.get(identifier):
            yield Change("added", entity.cls, (), _named(new, identifier))
        elif len(before) > 1:
            yield Change("merged", entity.cls, _named(old, *before), _named(new, identifier))
        elif before and matching.children(before[0]) == [identifier]:
            notes = tuple(_differs(old, before[0], new, identifier))
            if notes:
                yield Change("changed", entity.cls, _named(old, before[0]), _named(new, identifier), notes)


def _named(graph: GraphData, *identifiers: str) -> tuple[tuple[str, str], ...]:
    return tuple((i, graph.entities[i].name) for i in identifiers)


def _differs(old: GraphData, before: str, new: GraphData, after: str) -> Iterator[str]:
    a, b = old.entities[before], new.entities[after]
    if a.id != b.id:
        yield f"identifier {a.id} → {b.id}"
    if a.name != b.name:
        yield f"name {a.name} → {b.name}"
    if a.cls != b.cls:
        yield f"class {a.cls} → {b.cls}"
    for sign, names in (("+", set(b.aliases) - set(a.aliases)), ("−", set(a.aliases) - set(b.aliases))):
        if names:
            yield f"{sign} {'、'.join(sorted(names))}"


Triple = tuple[str, str, str]


def _facts(old: GraphData, new: GraphData, matching: Matching, revised: Mapping[str, Revision]) -> Iterator[Statement]:
    before = {_now(old, fact, matching): fact for fact in _all(old)}
    after = {_as_is(new, fact): fact for fact in _all(new)}
    for triple in after.keys() - before.keys():
        yield _statement("added", new, after[triple])
    for triple in before.keys() - after.keys():
        yield _statement("gone", old, before[triple])
    for triple in before.keys() & after.keys():
        notes = tuple(_revised(before[triple], after[triple], revised))
        if notes:
            yield _statement("changed", new, after[triple], notes)


def _all(graph: GraphData) -> Iterator[Fact]:
    yield from graph.facts
    yield from (Fact(s, p, o, ()) for s, p, o in graph.background)


def _as_is(graph: GraphData, fact: Fact) -> Triple:
    return _key(graph, fact, lambda identifier: identifier)


def _now(graph: GraphData, fact: Fact, matching: Matching) -> Triple:
    return _key(graph, fact, matching.new)


def _key(graph: GraphData, fact: Fact, renamed: Callable[[str], str]) -> Triple:
    """A fact by what it says: a post by title and body, an honour by its name, all things by their new identifier."""
    post, award = graph.posts.get(fact.object), graph.awards.get(fact.object)
    target = award.name if award else renamed(fact.object)
    if post:
        target = f"{post.title} {renamed(post.body)}"
    ends = renamed(fact.subject), target
    predicate = graph.ontology.predicates.get(fact.predicate)
    if predicate and predicate.symmetric:
        ends = min(ends), max(ends)
    return ends[0], fact.predicate, ends[1]


def _revised(a: Fact, b: Fact, revised: Mapping[str, Revision]) -> Iterator[str]:
    if a.plain != b.plain:
        yield "candidate → fact" if b.plain else "fact → candidate"
    if round(a.confidence, 3) != round(b.confidence, 3):
        yield f"confidence {a.confidence:.2f} → {b.confidence:.2f}"
    old, new = ({_place(e, revised) for e in a.evidence}, {(e.article, e.begin, e.end) for e in b.evidence})
    came, went = len(new - old), len(old - new)
    if came or went:
        yield " ".join([f"+{came}"] * bool(came) + [f"−{went}"] * bool(went)) + " evidence"


def _place(evidence: Evidence, revised: Mapping[str, Revision]) -> tuple[str, int, int]:
    """Where the cue stands now."""
    revision = revised.get(evidence.article)
    if revision is None:
        return evidence.article, evidence.begin, evidence.end
    return revision.article, *revision.moved(evidence.begin, evidence.end)


def _statement(kind: Kind, graph: GraphData, fact: Fact, notes: tuple[str, ...] = ()) -> Statement:
    best = fact.evidence[0] if fact.evidence else None
    article = graph.articles.get(best.article) if best else None
    span = graph.sentences.get(best.article, ())[best.sentence : best.sentence + 1] if best else ()
    return Statement(
        kind,
        fact.subject,
        fact.predicate,
        fact.object,
        label(graph, fact.subject),
        term_label(graph.ontology, fact.predicate),
        label(graph, fact.object),
        " ".join(article.text[span[0].begin : span[0].end].split()) if article and span else "",
        article.title if article else "",
        notes,
    )
