"""Names that were masked because somebody is to be forgotten: read as some name, and left out of what was read.

Rules know people by how their names read, so each masked name is read as another of its length. All around it is then
read as it was with the name itself; nothing is said of a person whose name is masked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from unigraph.model import Article, ArticleFacts, Claim, LocalEntity, Mention
from unigraph.ontology import Ontology

__all__ = ["MASK", "Reading", "read_as", "without_masked"]

MASK = "█"
"""Stands for each character of a masked name; no text of the genre has it otherwise."""
_RUN = re.compile(f"{MASK}+")
_SURNAMES = "姜邵俞姚彭贾"
"""Read as nothing but surnames, and the same in both scripts."""
_GIVEN = "欣怡"


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as it is to be read, and what stands for a masked name of each length."""

    article: Article
    names: Mapping[int, str]


def read_as(article: Article) -> Reading:
    """An article with a name for each that is masked; its identifier and offsets are kept."""
    surname = next((s for s in _SURNAMES if s not in article.text), _SURNAMES[0])
    lengths = {len(m[0]) for m in _RUN.finditer(f"{article.text}\n{article.title}")}
    names = {n: _name(surname, n) for n in sorted(lengths)}

    def named(text: str) -> str:
        return _RUN.sub(lambda m: names[len(m[0])], text)

    return Reading(
        replace(article, text=named(article.text), title=named(article.title), known_id=article.id),
        names,
    )


def _name(surname: str, length: int) -> str:
    return "上官" + _GIVEN if length == 4 else (surname + _GIVEN * length)[:length]


def without_masked(facts: ArticleFacts, reading: Reading, article: Article, ontology: Ontology) -> ArticleFacts:
    """What was read of an article in some reading, as its facts: without masked people, and with masked names.

    What is left of the name of another thing does not tell two of them apart, so each stays with its article; an event
    is told apart by host and date.
    """
    long = sorted((n for n in reading.names.values() if len(n) > 1), key=len, reverse=True)
    pattern = re.compile("|".join(long) or r"(?!)")

    def masked(text: str) -> str:
        return pattern.sub(lambda m: MASK * len(m[0]), text)

    entities = [_masked(e, tuple(map(masked, (e.name, *e.aliases)))) for e in facts.entities]
    surnames = {n for n in reading.names.values() if len(n) == 1}
    left = [
        n
        for n, e in enumerate(entities)
        if not (ontology.is_a(e.cls, "Person") and (MASK in e.name or e.name[:1] in surnames))
    ]
    number = {old: new for new, old in enumerate(left)}
    return replace(
        facts,
        article=article,
        entities=tuple(_apart(entities[n], article.id, ontology) for n in left),
        mentions=tuple(Mention(number[m.entity], m.begin, m.end) for m in facts.mentions if m.entity in number),
        claims=tuple(
            _renumbered(replace(c, value=masked(c.value)), number)
            for c in facts.claims
            if {c.subject, c.object} <= {*left, None}
        ),
        reporters=tuple(number[r] for r in facts.reporters if r in number),
    )


def _masked(entity: LocalEntity, names: tuple[str, ...]) -> LocalEntity:
    return replace(entity, name=names[0], aliases=tuple(dict.fromkeys(names[1:])))


def _apart(entity: LocalEntity, article: str, ontology: Ontology) -> LocalEntity:
    if MASK not in entity.name or entity.key or ontology.is_a(entity.cls, "Event"):
        return entity
    return replace(entity, key=f"masked {entity.name} {article}")


def _renumbered(claim: Claim, number: Mapping[int, int]) -> Claim:
    target = None if claim.object is None else number[claim.object]
    return replace(claim, subject=number[claim.subject], object=target)
