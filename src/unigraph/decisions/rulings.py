"""What decisions come to, article by article: which claims hold whatever their confidence, and who is who."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from unigraph.decisions.model import Anchor, Decision
from unigraph.decisions.table import DECISIONS, Numbered
from unigraph.model import ArticleFacts, Claim, LocalEntity
from unigraph.ontology import Ontology

__all__ = ["NO_RULING", "Mark", "Ruling", "Rulings", "at_odds", "decided", "locate", "rule"]

_SYMMETRIC = "signedWith"

Member = tuple[str, int]
"""An entity of an article: the article's identifier and the entity's number."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What was decided on an entity of an article.

    Entities that share a token of ``together`` are one; two that share one of ``apart`` on different sides are not.
    """

    together: tuple[str, ...] = ()
    apart: tuple[tuple[str, int], ...] = ()
    renamed: str = ""
    retyped: str = ""


@dataclass(frozen=True)
class Ruling:
    """All that was decided on one article: claims by number, confirmed or rejected, and entities by number."""

    claims: Mapping[int, bool] = field(default_factory=dict)
    marks: Mapping[int, Mark] = field(default_factory=dict)


NO_RULING = Ruling()


class Naming(NamedTuple):
    """A name or class that a decision gives: its line, what it gives, the entity, and the value."""

    line: int
    kind: str
    member: Member
    value: str


@dataclass(frozen=True)
class Rulings:
    """The rulings by article, and what of the decisions does not apply or contradicts another, a line each.

    ``naming`` are the decisions that give a thing a name or a class: they must agree for all that turns out to be it.
    """

    of_article: Mapping[str, Ruling]
    faults: tuple[str, ...]
    naming: tuple[Naming, ...] = ()


def decided(facts: ArticleFacts, ruling: Ruling) -> ArticleFacts:
    """What an article says after people had their say: rejected claims are gone, confirmed ones marked as such."""
    if not ruling.claims:
        return facts
    claims = (
        replace(c, evidence=replace(c.evidence, confirmed=True)) if ruling.claims.get(n) else c
        for n, c in enumerate(facts.claims)
        if ruling.claims.get(n, True)
    )
    return replace(facts, claims=tuple(claims))


def locate(facts: ArticleFacts, anchor: Anchor) -> int | None:
    """The entity that an article names at a place, or close to it, or else by the name; ``None`` where none is."""
    spans = [
        (min(m.end, anchor.end) - max(m.begin, anchor.begin), m.entity)
        for m in facts.mentions
        if m.begin < anchor.end and anchor.begin < m.end
    ]
    if spans:
        best = max(overlap for overlap, _ in spans)
        found = [entity for overlap, entity in spans if overlap == best]
        return next((e for e in found if facts.entities[e].name == anchor.name), min(found))
    return next((n for n, e in enumerate(facts.entities) if anchor.name in (e.name, *e.aliases)), None)


def rule(decisions: Sequence[Numbered], facts_of: Callable[[str], ArticleFacts | None], ontology: Ontology) -> Rulings:
    """What some decisions come to. ``facts_of`` gives what an article says, ``None`` for one that is not there.

    Of decisions that contradict each other none is followed.
    """
    return _Ruler(facts_of, ontology).rule(decisions)


def at_odds(naming: Iterable[Naming], thing: Callable[[Member], str]) -> Iterator[str]:
    """What is to be told of names and classes that disagree; ``thing`` tells which thing of the graph an entity is."""
    first: dict[tuple[str, str], Naming] = {}
    for one in naming:
        known = first.setdefault((one.kind, thing(one.member)), one)
        if known.value != one.value:
            yield f"{DECISIONS}, line {one.line}: contradicts line {known.line}; neither is followed: take one out"


@dataclass(frozen=True, slots=True)
class _Located:
    """A decision whose ends were found."""

    line: int
    decision: Decision
    thing: Member
    other: Member | None


class _Ruler:
    def __init__(self, facts_of: Callable[[str], ArticleFacts | None], ontology: Ontology) -> None:
        self._facts_of = facts_of
        self._ontology = ontology
        self._known: dict[str, ArticleFacts | None] = {}
        self._claims: dict[str, dict[int, bool]] = {}
        self._marks: dict[Member, Mark] = {}
        self._faults: list[tuple[int, str]] = []
        self._naming: list[Naming] = []

    def rule(self, decisions: Sequence[Numbered]) -> Rulings:
        located = [one for d in decisions if (one := self._located(d)) is not None]
        for one in self._agreeing(located):
            {"yes": self._fact, "no": self._fact, "merge": self._same, "split": self._same}.get(
                one.decision.kind, self._named
            )(one)
        of_article: dict[str, Ruling] = {a: Ruling(claims) for a, claims in self._claims.items()}
        for (article, local), mark in sorted(self._marks.items()):
            ruling = of_article.get(article, NO_RULING)
            of_article[article] = Ruling(ruling.claims, {**ruling.marks, local: mark})
        return Rulings(of_article, tuple(text for _, text in sorted(self._faults)), tuple(self._naming))

    def _fault(self, line: int, text: str) -> None:
        self._faults.append((line, f"{DECISIONS}, line {line}: {text}"))

    def _facts(self, article: str) -> ArticleFacts | None:
        if article not in self._known:
            self._known[article] = self._facts_of(article)
        return self._known[article]

    def _member(self, anchor: Anchor) -> Member | str:
        """The entity at an anchor, or why there is none."""
        facts = self._facts(anchor.article)
        if facts is None:
            return f"does not apply: no article {anchor.article} is in the graph"
        local = locate(facts, anchor)
        return f"does not apply: nothing is named at {anchor} any more" if local is None else (anchor.article, local)

    def _located(self, numbered: Numbered) -> _Located | None:
        decision = numbered.decision
        ends = [self._member(a) for a in (decision.thing, decision.other) if a is not None]
        why = next((e for e in ends if isinstance(e, str)), "") or self._misfit(decision, ends)
        if why:
            self._fault(numbered.line, why)
            return None
        members = [e for e in ends if not isinstance(e, str)]
        return _Located(numbered.line, decision, members[0], members[1] if len(members) > 1 else None)

    def _misfit(self, decision: Decision, ends: Sequence[Member | str]) -> str:
        """Why a decision cannot be followed though its ends were found."""
        entities = [self._entity(e) for e in ends if not isinstance(e, str)]
        roots = {_level(self._ontology.root(e.cls)) for e in entities}
        if decision.kind == "retype":
            if decision.value not in self._ontology.classes:
                return f"does not apply: the ontology has no class {decision.value}"
            roots.add(_level(self._ontology.root(decision.value)))
        if decision.kind in ("merge", "retype") and len(roots) > 1:
            return "does not apply: people, events and other things do not change into each other"
        if decision.kind in ("merge", "split") and len(set(ends)) < 2:
            return "" if decision.kind == "merge" else "does not apply: the article has one entity there, not two"
        return ""

    def _entity(self, member: Member) -> LocalEntity:
        facts = self._facts(member[0])
        assert facts is not None
        return facts.entities[member[1]]

    def _agreeing(self, located: Iterable[_Located]) -> Iterator[_Located]:
        """The decisions but for those that contradict each other, which are named."""
        first: dict[tuple[object, ...], _Located] = {}
        at_odds: set[int] = set()
        listed = list(located)
        for one in listed:
            known = first.setdefault(_subject(one), one)
            if _verdict(known) != _verdict(one):
                at_odds |= {known.line, one.line}
                self._fault(one.line, f"contradicts line {known.line}; neither is followed: take one out")
        yield from self._without_cycles([one for one in listed if one.line not in at_odds])

    def _without_cycles(self, listed: Sequence[_Located]) -> Iterator[_Located]:
        """Leave out a split of things that merges make one, and the merge that does."""
        parent: dict[Member, Member] = {}

        def find(member: Member) -> Member:
            while parent.get(member, member) != member:
                member = parent[member]
            return member

        splits = [one for one in listed if one.decision.kind == "split" and one.other]
        dropped: set[int] = set()
        for one in (o for o in listed if o.decision.kind == "merge" and o.other):
            assert one.other is not None
            ends = {find(one.thing), find(one.other)}
            broken = next(
                (s for s in splits if s.other and s.line not in dropped and {find(s.thing), find(s.other)} == ends),
                None,
            )
            if broken and len(ends) == 2:
                self._fault(one.line, f"contradicts line {broken.line}; neither is followed: take one out")
                dropped |= {one.line, broken.line}
                continue
            parent[max(ends)] = min(ends)
        yield from (one for one in listed if one.line not in dropped)

    def _fact(self, one: _Located) -> None:
        article = one.thing[0]
        facts = self._facts(article)
        assert facts is not None
        found = [n for n, c in enumerate(facts.claims) if _is_claim(c, one)]
        if not found and one.decision.kind == "yes":
            self._fault(one.line, "does not apply: the text is no longer read so, and a fact without its words is none")
        self._claims.setdefault(article, {}).update(dict.fromkeys(found, one.decision.kind == "yes"))

    def _same(self, one: _Located) -> None:
        if one.other is None:
            return
        token = "|".join(sorted((str(one.decision.thing), str(one.decision.other))))
        for side, member in enumerate((one.thing, one.other)):
            mark = self._marks.get(member, Mark())
            if one.decision.kind == "merge":
                mark = replace(mark, together=tuple(sorted({*mark.together, token})))
            else:
                mark = replace(mark, apart=tuple(sorted({*mark.apart, (token, side)})))
            self._marks[member] = mark

    def _named(self, one: _Located) -> None:
        mark = self._marks.get(one.thing, Mark())
        value = one.decision.value
        self._naming.append(Naming(one.line, one.decision.kind, one.thing, value))
        renamed = one.decision.kind == "rename"
        self._marks[one.thing] = replace(mark, renamed=value) if renamed else replace(mark, retyped=value)


def _level(root: str) -> str:
    """Kinds between which things may move: people, events, and all others."""
    return root if root in ("Person", "Event") else ""


def _subject(one: _Located) -> tuple[object, ...]:
    """What a decision is on: no two verdicts on it can hold."""
    decision = one.decision
    if decision.kind in ("merge", "split"):
        return ("same", *sorted(m for m in (one.thing, one.other) if m))
    if decision.kind in ("yes", "no"):
        return ("fact", one.thing, decision.predicate, one.other, decision.value)
    return (decision.kind, one.thing)


def _verdict(one: _Located) -> str:
    return one.decision.value if one.decision.kind in ("rename", "retype") else one.decision.kind


def _is_claim(claim: Claim, one: _Located) -> bool:
    """Whether a claim is the fact that a decision is on."""
    if claim.predicate != one.decision.predicate or claim.value != one.decision.value:
        return False
    ends = (claim.subject, claim.object)
    wanted = (one.thing[1], one.other[1] if one.other and one.other[0] == one.thing[0] else None)
    return ends == wanted or (claim.predicate == _SYMMETRIC and ends == wanted[::-1])
