"""What an article says of each of its entities, kept small beside it: all that an entity's own lines are made of.

So that a thing which thousands of articles name is told anew without reading what these say of others.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from unigraph.model import Article, ArticleFacts, Claim, Evidence
from unigraph.ontology import Ontology
from unigraph.resolution import DATES, Resolved, is_sure, occurrences, states_year

__all__ = ["Saying", "read_saying", "resolved", "said_year", "sayings"]

_BOTH_ENDS = ("received", "holdsPosition")
"""Predicates that say something of their object's own: an honour that it gave, a post that it has."""
_STATED = "stated"


class Saying(NamedTuple):
    """The sentences that name an entity, by number, and the claims about it, as rows.

    A row is subject, predicate, object and value of a claim, whether it is sure, and whether it states its year.
    """

    sentences: list[int]
    claims: list[list[Any]]


def sayings(facts: ArticleFacts, ontology: Ontology, threshold: float) -> Iterator[tuple[str, bool]]:
    """For each entity of an article a :class:`Saying`, as JSON, and whether it is open.

    It is where other articles may change what this one comes to: by a surer claim, or by the giver of an honour.
    """
    of_entity = [Saying([], []) for _ in facts.entities]
    is_open = [False] * len(facts.entities)
    for entity, place in occurrences(facts):
        of_entity[entity].sentences.append(place.sentence)
    symmetric = {p.name for p in ontology.predicates.values() if p.symmetric}
    for claim in facts.claims:
        sure = is_sure(claim.evidence, threshold)
        stated = claim.predicate in DATES and states_year(facts, claim)
        row = [claim.subject, claim.predicate, claim.object, claim.value, int(sure), int(stated)]
        both = claim.predicate in _BOTH_ENDS or claim.predicate in symmetric
        for end in {claim.subject, claim.object} if both and claim.object is not None else {claim.subject}:
            of_entity[end].claims.append(row)
            is_open[end] |= not sure or (claim.predicate == "received" and claim.object is None)
    for one, other in zip(of_entity, is_open, strict=True):
        told = [sorted(set(one.sentences)), one.claims]
        yield json.dumps(told, ensure_ascii=False, separators=(",", ":")), other


def read_saying(text: str) -> Saying:
    """A saying of :func:`sayings`."""
    return Saying(*json.loads(text))


def resolved(article: str, claims: Iterable[list[Any]], thing: Callable[[int], str]) -> Resolved:
    """Claims of sayings as those of an article that says nothing else; ``thing`` is what an entity's number stands for.

    Sure ones have confidence 1, others 0.
    """
    numbers: dict[int, int] = {}
    made = []
    for subject, predicate, target, value, sure, stated in claims:
        ends = [numbers.setdefault(n, len(numbers)) if n is not None else None for n in (subject, target)]
        evidence = Evidence(article, 0, 0, 0, _STATED if stated else "", float(sure))
        made.append(Claim(ends[0] or 0, predicate, ends[1], value, evidence))
    facts = ArticleFacts(Article("", known_id=article), (), (), (), tuple(made))
    return Resolved(facts, [thing(n) for n in numbers])


def said_year(_: ArticleFacts, claim: Claim) -> bool:
    """Whether a claim of :func:`resolved` states its year."""
    return claim.evidence.rule == _STATED
