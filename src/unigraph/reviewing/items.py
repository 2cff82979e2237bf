"""What is worth a person's look, the most useful first."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from unigraph.decisions import Anchor, Decision
from unigraph.graph import GraphData
from unigraph.model import Entity, Evidence, Fact, Occurrence, Span

__all__ = ["Item", "Pair", "Passage", "items_of"]

_DERIVED = frozenset({"conferred"})
"""Facts that follow from another, on which is decided instead."""
_MOST_MENTIONS = 255
"""Mentions from which on a thing matters no more for having more."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence to read: its words, its article's title and date, the cue and the names in it."""

    text: str
    title: str
    published: str
    cue: Span | None = None
    names: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two places that name one thing, or might: ``together`` says which the graph holds, ``probability`` how surely.

    ``reasons`` say what speaks for and against it, a line each.
    """

    one: Occurrence
    other: Occurrence
    things: tuple[str, str]
    probability: float
    together: bool
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One question: ``yes`` and ``no`` are the decisions that an answer makes.

    ``probability`` is that of yes, ``gain`` what an answer is expected to mend. ``things`` are the ends of the fact, or
    the two that may be one, by identifier, with the places that name them.
    """

    question: str
    yes: Decision
    no: Decision
    probability: float
    gain: float
    things: tuple[tuple[str, Anchor], ...]
    passages: tuple[Passage, ...]
    reasons: tuple[str, ...]


def items_of(graph: GraphData, pairs: Iterable[Pair], decided: Iterable[Decision]) -> list[Item]:
    """All questions that are open, the one with most to gain first; those that were answered are left out."""
    answered = {d.subject for d in decided}
    found = (*_Facts(graph).items(), *(_of_pair(graph, pair) for pair in pairs))
    open_ = (item for item in found if item.yes.subject not in answered)
    return sorted(open_, key=lambda item: (-item.gain, item.yes.subject))


class _Facts:
    def __init__(self, graph: GraphData) -> None:
        self.graph = graph

    def items(self) -> Iterator[Item]:
        for fact in self.graph.facts:
            item = None if fact.predicate in _DERIVED else self._item(fact)
            if item is not None:
                yield item

    def _item(self, fact: Fact) -> Item | None:
        """The question of a fact's best evidence; none where a person found it right, or an end is named nowhere."""
        evidence = fact.evidence[0]
        if any(e.confirmed for e in fact.evidence):
            return None
        other, value = self._object(fact)
        ends = [fact.subject] + ([other] if other else [])
        anchors = [anchor for end in ends if (anchor := self._anchor(end, evidence))]
        if len(anchors) < len(ends):
            return None
        told = anchors[1] if len(anchors) > 1 else None
        yes, no = (Decision(kind, anchors[0], fact.predicate, told, value) for kind in ("yes", "no"))
        sure = 1 - math.prod(1 - e.confidence for e in fact.evidence)
        return Item(
            question=self._question(fact, other, value),
            yes=yes,
            no=no,
            probability=evidence.confidence,
            gain=((1 - sure) if fact.plain else sure) * _reach(self.graph.entities[e] for e in ends),
            things=tuple(zip(ends, anchors, strict=True)),
            passages=tuple(self._passages(evidence, ends)),
            reasons=(f"rule {evidence.rule}, confidence {evidence.confidence:.2f}", *self._standing(fact)),
        )

    def _standing(self, fact: Fact) -> Iterator[str]:
        yield "in the graph" if fact.plain else f"below the threshold of {self.graph.threshold:g}, so not in the graph"
        if len(fact.evidence) > 1:
            yield f"said {len(fact.evidence)} times"

    def _object(self, fact: Fact) -> tuple[str, str]:
        """The thing at a fact's other end, and its title, honour or date; either may be empty."""
        if post := self.graph.posts.get(fact.object):
            return post.body, post.title
        if award := self.graph.awards.get(fact.object):
            return "", award.name
        return (fact.object, "") if fact.object in self.graph.entities else ("", fact.object)

    def _anchor(self, thing: str, evidence: Evidence) -> Anchor | None:
        """The place nearest to a cue that names a thing in its article."""
        entity = self.graph.entities.get(thing)
        found = [m for m in entity.mentions if m.article == evidence.article] if entity else []
        if not entity or not found:
            return None
        near = min(found, key=lambda m: (abs(m.begin - evidence.begin), m.begin))
        return Anchor(near.article, near.begin, near.end, entity.name)

    def _question(self, fact: Fact, other: str, value: str) -> str:
        term = self.graph.ontology.predicates.get(fact.predicate)
        label = (term.labels.get("zh") if term else "") or fact.predicate
        names = [self.graph.entities[fact.subject].name, label]
        return " ".join(filter(None, [*names, self.graph.entities[other].name if other else "", value]))

    def _passages(self, evidence: Evidence, ends: list[str]) -> Iterator[Passage]:
        mentions = {m for end in ends for m in self.graph.entities[end].mentions if m.article == evidence.article}
        for number in sorted({*evidence.antecedents, evidence.sentence}):
            cue = Span(evidence.begin, evidence.end) if number == evidence.sentence else None
            yield _passage(self.graph, evidence.article, number, mentions, cue)


def _passage(
    graph: GraphData, article: str, number: int, mentions: Iterable[Occurrence], cue: Span | None = None
) -> Passage:
    begin, end = graph.sentences[article][number]
    told = graph.articles[article]
    names = {Span(m.begin - begin, m.end - begin) for m in mentions if (m.article, m.sentence) == (article, number)}
    marked = Span(cue.begin - begin, cue.end - begin) if cue else None
    return Passage(told.text[begin:end], told.title, told.published, marked, tuple(sorted(names)))


def _of_pair(graph: GraphData, pair: Pair) -> Item:
    anchors = tuple(_anchor_of(graph, t, m) for t, m in zip(pair.things, (pair.one, pair.other), strict=True))
    yes, no = (Decision(kind, anchors[0], other=anchors[1]) for kind in ("merge", "split"))
    entities = {t: graph.entities[t] for t in pair.things}
    names = list(dict.fromkeys(e.name for e in entities.values()))
    doubt = 1 - pair.probability if pair.together else pair.probability
    return Item(
        question=f"{' = '.join(names) if len(names) > 1 else names[0]}：两处所指是同一个吗 one and the same?",
        yes=yes,
        no=no,
        probability=pair.probability,
        gain=doubt * _reach(entities.values()),
        things=tuple(zip(pair.things, anchors, strict=True)),
        passages=tuple(_passage(graph, m.article, m.sentence, [m]) for m in (pair.one, pair.other)),
        reasons=(*pair.reasons, "one in the graph" if pair.together else "two in the graph"),
    )


def _anchor_of(graph: GraphData, thing: str, place: Occurrence) -> Anchor:
    return Anchor(place.article, place.begin, place.end, graph.entities[thing].name)


def _reach(entities: Iterable[Entity]) -> float:
    """How much hangs on things: 1 for what is named nowhere, one more each time that mentions double, a quarter each."""
    mentions = sum(min(len(e.mentions), _MOST_MENTIONS) for e in entities)
    return 1 + math.log2(1 + mentions) / 4
