"""What an article says, as text that a database keeps."""

from __future__ import annotations

import json
from dataclasses import astuple
from typing import Any

from unigraph.decisions import NO_RULING, Mark, Ruling
from unigraph.model import Article, ArticleFacts, Claim, Evidence, LocalEntity, Mention, Span

__all__ = ["read_facts", "read_ruling", "write_facts", "write_ruling"]


def write_facts(facts: ArticleFacts) -> str:
    """All but the article itself, as JSON; equal facts give equal text."""
    parts = [
        facts.sentences,
        [[e.cls, e.name, e.aliases, e.key] for e in facts.entities],
        [[m.entity, m.begin, m.end] for m in facts.mentions],
        [[c.subject, c.predicate, c.object, c.value, *_evidence(c.evidence)] for c in facts.claims],
        facts.reporters,
    ]
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":"))


def read_facts(article: Article, text: str) -> ArticleFacts:
    """The facts of an article that :func:`write_facts` wrote."""
    sentences, entities, mentions, claims, reporters = json.loads(text)
    identifier = article.id
    return ArticleFacts(
        article,
        tuple(Span(begin, end) for begin, end in sentences),
        tuple(LocalEntity(cls, name, tuple(aliases), key) for cls, name, aliases, key in entities),
        tuple(Mention(*m) for m in mentions),
        tuple(_claim(identifier, *c) for c in claims),
        tuple(reporters),
    )


def _evidence(one: Evidence) -> tuple[Any, ...]:
    return one.sentence, one.begin, one.end, one.rule, one.confidence, one.as_of, one.antecedents


def _claim(article: str, subject: int, predicate: str, target: int | None, value: str, *evidence: Any) -> Claim:
    sentence, begin, end, rule, confidence, as_of, antecedents = evidence
    proof = Evidence(article, sentence, begin, end, rule, confidence, as_of, tuple(antecedents))
    return Claim(subject, predicate, target, value, proof)


def write_ruling(ruling: Ruling) -> str:
    """A ruling as JSON; empty where nothing was decided."""
    if ruling == NO_RULING:
        return ""
    marks = [(n, astuple(mark)) for n, mark in sorted(ruling.marks.items())]
    return json.dumps([sorted(ruling.claims.items()), marks], ensure_ascii=False, separators=(",", ":"))


def read_ruling(text: str) -> Ruling:
    """The ruling that :func:`write_ruling` wrote."""
    if not text:
        return NO_RULING
    claims, marks = json.loads(text)
    return Ruling(dict(claims), {n: _mark(*mark) for n, mark in marks})


def _mark(together: list[str], apart: list[tuple[str, int]], renamed: str, retyped: str) -> Mark:
    return Mark(tuple(together), tuple((token, side) for token, side in apart), renamed, retyped)
