"""Claims of articles to facts of the graph, with posts, awards, and all their evidence."""

from __future__ import annotations

import datetime
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from unigraph.model import ArticleFacts, Award, Claim, Evidence, Fact, Post
from unigraph.ontology import Ontology
from unigraph.resolution._articles import date_key
from unigraph.resolution._identifiers import award_id, post_id
from unigraph.resolution._names import fold, preferred

__all__ = [
    "DATES",
    "Resolved",
    "Statements",
    "evidence_order",
    "is_date",
    "is_sure",
    "sentence_at",
    "state",
    "states_year",
]

DATES = ("startDate", "endDate")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?\Z")
_CHINESE_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_DECIMALS = 4

_Triple = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Resolved:
    """What an article says, with the identifiers in the graph of its entities, in their order."""

    facts: ArticleFacts
    ids: Sequence[str]


@dataclass
class Statements:
    """What the claims come to."""

    posts: dict[str, Post] = field(default_factory=dict)
    awards: dict[str, Award] = field(default_factory=dict)
    facts: tuple[Fact, ...] = ()
    inferred_years: frozenset[str] = frozenset()


def is_date(text: str) -> bool:
    """Whether a text is a day or month of the calendar, as ``YYYY-MM-DD`` or ``YYYY-MM``."""
    if not _DATE.match(text):
        return False
    try:
        datetime.date.fromisoformat(text if len(text) == 10 else text + "-01")
    except ValueError:
        return False
    return True


def sentence_at(begins: Sequence[int], offset: int) -> int:
    """The index of the sentence that an offset lies in, by the sentences' begins."""
    return max(bisect_right(begins, offset) - 1, 0)


def evidence_order(evidence: Evidence, published: str) -> tuple[float, str, str, int, int, str]:
    """The best first, then the earliest; ``published`` is the date of its article."""
    return (-evidence.confidence, date_key(published), evidence.article, evidence.begin, evidence.end, evidence.rule)


def is_sure(evidence: Evidence, threshold: float) -> bool:
    """Whether a claim is sure enough to be a plain triple, or was confirmed."""
    return evidence.confirmed or _rounded(evidence.confidence) >= threshold


def states_year(one: ArticleFacts, claim: Claim) -> bool:
    """Whether the sentences of a date say its year; else it was worked out from the date of publication."""
    numbers = (claim.evidence.sentence, *claim.evidence.antecedents)
    spans = [one.sentences[i] for i in numbers if i < len(one.sentences)]
    words = " ".join(one.article.text[s.begin : s.end] for s in spans)
    return claim.value[:4] in unicodedata.normalize("NFKC", words).translate(_CHINESE_DIGITS)


_StatesYear = Callable[[ArticleFacts, Claim], bool]


def state(
    articles: Sequence[Resolved], ontology: Ontology, threshold: float, year: _StatesYear = states_year
) -> Statements:
    """All facts of some articles. ``year`` tells whether the year of a claim of a date is stated."""
    return _Stater(articles, ontology, threshold, year).state()


class _Stater:
    def __init__(self, articles: Sequence[Resolved], ontology: Ontology, threshold: float, year: _StatesYear) -> None:
        self.articles = articles
        self.threshold = threshold
        self.states_year = year
        self.symmetric = {p.name for p in ontology.predicates.values() if p.symmetric}
        self.out = Statements()
        self.evidence: dict[_Triple, dict[tuple[str, int, int, str], Evidence]] = {}
        self.givers = self._givers()
        self.dated: dict[str, set[bool]] = {}

    def state(self) -> Statements:
        published: dict[str, str] = {}
        for one in self.articles:
            article = one.facts.article.id
            published[article] = one.facts.article.published
            for claim in one.facts.claims:
                evidence = _evidence(claim.evidence, article, published[article])
                for triple in self._triples(one.ids, claim):
                    self._add(triple, evidence)
                if claim.predicate in DATES and is_sure(evidence, self.threshold):
                    event = one.ids[claim.subject]
                    self.dated.setdefault(event, set()).add(self.states_year(one.facts, claim))
        facts = (_fact(t, found.values(), published, self.threshold) for t, found in self.evidence.items())
        self.out.facts = tuple(sorted(facts, key=lambda f: (f.subject, f.predicate, f.object)))
        self.out.inferred_years = frozenset(e for e, stated in self.dated.items() if True not in stated)
        return self.out

    def _givers(self) -> dict[tuple[str, str], set[str]]:
        """The givers of an honour to a receiver, so that a claim that names none joins one that does."""
        out: dict[tuple[str, str], set[str]] = {}
        for one in self.articles:
            for claim in one.facts.claims:
                given = claim.predicate == "received" and is_sure(claim.evidence, self.threshold)
                if given and claim.object is not None:
                    key = (one.ids[claim.subject], fold(claim.value))
                    out.setdefault(key, set()).add(one.ids[claim.object])
        return out

    def _triples(self, ids: Sequence[str], claim: Claim) -> Iterable[_Triple]:
        subject = ids[claim.subject]
        target = "" if claim.object is None else ids[claim.object]
        if claim.predicate in DATES:
            return [(subject, claim.predicate, claim.value)] if is_date(claim.value) else []
        if claim.predicate == "received":
            return self._award(subject, target, claim.value) if claim.value else []
        if claim.predicate == "holdsPosition":
            return [(subject, claim.predicate, self._post(claim.value, target))] if target and claim.value else []
        if not target or target == subject:
            return []
        ends = sorted((subject, target)) if claim.predicate in self.symmetric else (subject, target)
        return [(ends[0], claim.predicate, ends[1])]

    def _post(self, title: str, body: str) -> str:
        identifier = post_id(title, body)
        known = self.out.posts.get(identifier)
        self.out.posts[identifier] = Post(identifier, preferred(title, known.title) if known else title, body)
        return identifier

    def _award(self, receiver: str, giver: str, name: str) -> Iterable[_Triple]:
        named = bool(giver)
        if not named:
            known_givers = self.givers.get((receiver, fold(name)), set())
            giver = next(iter(known_givers)) if len(known_givers) == 1 else ""
        identifier = award_id(name, giver)
        known = self.out.awards.get(identifier)
        self.out.awards[identifier] = Award(identifier, preferred(name, known.name) if known else name)
        yield receiver, "received", identifier
        if named and giver != receiver:
            yield giver, "conferred", identifier

    def _add(self, triple: _Triple, evidence: Evidence) -> None:
        found = self.evidence.setdefault(triple, {})
        key = (evidence.article, evidence.begin, evidence.end, evidence.rule)
        known = found.get(key)
        if known is None or _preference(evidence) < _preference(known):
            found[key] = evidence


def _preference(evidence: Evidence) -> tuple[float, int, str, int, tuple[int, ...]]:
    return (-evidence.confidence, len(evidence.antecedents), evidence.as_of, evidence.sentence, evidence.antecedents)


def _evidence(evidence: Evidence, article: str, published: str) -> Evidence:
    confidence = _rounded(evidence.confidence)
    antecedents = tuple(sorted(set(evidence.antecedents) - {evidence.sentence}))
    as_of = evidence.as_of or published
    if (article, confidence, antecedents, as_of) == (
        evidence.article,
        evidence.confidence,
        evidence.antecedents,
        evidence.as_of,
    ):
        return evidence
    return replace(evidence, article=article, confidence=confidence, antecedents=antecedents, as_of=as_of)


def _rounded(confidence: float) -> float:
    return round(min(max(confidence, 0.0), 1.0), _DECIMALS)


def _fact(triple: _Triple, evidence: Iterable[Evidence], published: Mapping[str, str], threshold: float) -> Fact:
    ranked = tuple(sorted(evidence, key=lambda e: evidence_order(e, published[e.article])))
    return Fact(*triple, ranked, plain=any(is_sure(e, threshold) for e in ranked))
