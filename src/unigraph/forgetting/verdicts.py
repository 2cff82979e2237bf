"""Whom an article speaks of: somebody who is forgotten, another bearer of the name, or one who cannot be told apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from unigraph.forgetting.masking import Mask, find_names, fold_name, spelt
from unigraph.forgetting.records import Forgotten
from unigraph.lexicons import load_gazetteer
from unigraph.lexicons.scripts import simplify
from unigraph.model import ArticleFacts, Span
from unigraph.ontology import Ontology
from unigraph.resolution import fold

__all__ = ["Marks", "marks_of", "mask_of", "names_of", "people_of", "regions"]

_DIVISION = re.compile(r"[\u4e00-\u9fff]{1,7}?(?:自治区|自治州|自治县|[省市州盟县区旗])")
_LONGEST_KIND = 3
"""Characters of a division's kind, such as 自治州, behind its name."""
_WIDE = re.compile(r"(?:省|自治区)\Z")


@dataclass(frozen=True, slots=True)
class Marks:
    """What an article says of a person that tells him or her from others of the name."""

    bodies: frozenset[str]
    regions: frozenset[str]


def people_of(facts: ArticleFacts, ontology: Ontology) -> list[int]:
    """The entities of an article that are people."""
    return [n for n, e in enumerate(facts.entities) if ontology.is_a(e.cls, "Person")]


def names_of(facts: ArticleFacts, number: int) -> frozenset[str]:
    """What an article calls a thing, as names are compared; single characters are no names."""
    entity = facts.entities[number]
    folded = (fold_name(n) for n in (entity.name, *entity.aliases))
    return frozenset(n for n in folded if len(n) > 1)


def marks_of(facts: ArticleFacts, number: int) -> Marks:
    """The bodies at which a person holds posts and the paper that a reporter writes for, with their divisions."""
    held = (c.object for c in facts.claims if c.subject == number and c.predicate == "holdsPosition")
    bodies = {fold(facts.entities[body].name) for body in held if body is not None}
    if number in facts.reporters and facts.article.publisher:
        bodies.add(fold(facts.article.publisher))
    return Marks(frozenset(bodies), frozenset(r for b in bodies for r in regions(b)))


def regions(body: str) -> frozenset[str]:
    """The divisions that a body's name begins with; a province only where it names no narrower one.

    >>> sorted(regions("广东省岚川市总工会")), sorted(regions("青禾食品"))
    (['岚川市'], [])
    """
    found, at = [], 0
    while match := _DIVISION.match(body, at):
        found.append(match[0])
        at = match.end()
    return frozenset([f for f in found if not _WIDE.search(f)] or found)


def mask_of(facts: ArticleFacts, forgotten: Forgotten, ontology: Ontology, sealed: Sequence[str]) -> Mask | None:
    """What is to be masked of an article; ``None`` where it speaks of nobody who is forgotten.

    ``sealed`` are the article's sealed identifiers: its own, and those of the texts that it was before it was masked.
    """
    people = people_of(facts, ontology)
    spoken_of = {n: of_one for n in people if (of_one := _forgotten(facts, n, forgotten, sealed))}
    names = set().union(*spoken_of.values())
    for n, entity in enumerate(facts.entities):
        if n not in people and any(forgotten.knows("thing", fold(x)) for x in (entity.name, *entity.aliases)):
            names |= _within(entity.name, forgotten)
    if any(forgotten.knows("article", s) for s in sealed):
        names |= {
            hit.name
            for hit in find_names(
                facts.article.text,
                forgotten.lengths,
                lambda name: any(forgotten.knows("speaks", name, s) for s in sealed),
            )
        }
    if not names:
        return None
    own = [Span(m.begin, m.end) for m in facts.mentions if m.entity in spoken_of]
    others = [Span(m.begin, m.end) for m in facts.mentions if m.entity in people and m.entity not in spoken_of]
    mask = Mask(_spans(facts.article.text, frozenset(names), own, others), frozenset(names))
    return mask if mask.of(facts.article) != facts.article else None


def _forgotten(facts: ArticleFacts, number: int, forgotten: Forgotten, sealed: Sequence[str]) -> frozenset[str]:
    """The names of a person of an article, if it is somebody who is forgotten."""
    names = frozenset(n for n in names_of(facts, number) if forgotten.knows("name", n))
    return names if any(_is_meant(name, marks_of(facts, number), forgotten, sealed) for name in names) else frozenset()


def _is_meant(name: str, marks: Marks, forgotten: Forgotten, sealed: Sequence[str]) -> bool:
    """Whether a bearer of a forgotten name is the one who is forgotten: by article, by body, by region.

    One whom nothing tells from the other is taken to be meant.
    """
    here = any(forgotten.knows("speaks", name, s) for s in sealed)
    if here != any(forgotten.knows("other", name, s) for s in sealed):
        return here
    for body in sorted(marks.bodies):
        if forgotten.knows("body", name, body):
            return True
    if any(forgotten.knows("other-body", name, body) for body in marks.bodies):
        return False
    return not marks.bodies or any(forgotten.knows("region", name, r) for r in marks.regions)


def _within(name: str, forgotten: Forgotten) -> set[str]:
    return {h.name for h in find_names(name, forgotten.lengths, lambda n: forgotten.knows("name", n))}


def _spans(text: str, names: frozenset[str], own: Sequence[Span], others: Sequence[Span]) -> tuple[Span, ...]:
    """Where names stand, but where another person is named, or a division that begins so (高明 in 高明区).

    Of a mention that holds no whole name the characters that are of one (何 in 何主席).
    """
    hits = (Span(h.begin, h.end) for h in find_names(text, {len(n) for n in names}, names.__contains__))
    found = {s for s in hits if not _begins_division(text, s)}
    found.update(spelt(text, names))
    kept = {s for s in found if _touches(s, own) or not _touches(s, others)}
    characters = frozenset("".join(names))
    for begin, end in own:
        if not any(b < end and begin < e for b, e in kept):
            kept.update(Span(i, i + 1) for i in range(begin, end) if fold_name(text[i]) in characters)
    return _joined(kept)


def _begins_division(text: str, span: Span) -> bool:
    gazetteer = load_gazetteer()
    longer = (simplify(text[span.begin : end]) for end in range(span.end + 1, span.end + _LONGEST_KIND + 1))
    return any(d.name == name for name in longer for d in gazetteer.named(name))


def _touches(span: Span, others: Sequence[Span]) -> bool:
    return any(begin < span.end and span.begin < end for begin, end in others)


def _joined(spans: set[Span]) -> tuple[Span, ...]:
    """Spans that overlap as one, in order."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.begin < out[-1].end:
            out[-1] = Span(out[-1].begin, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)
