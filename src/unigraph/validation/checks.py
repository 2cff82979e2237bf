"""Checks across triples that SHACL says badly or slowly: offsets against texts, facts against their evidence."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import TypeAlias

import pyoxigraph as ox

from unigraph.ontology import UG, Ontology, Predicate
from unigraph.validation.report import Problem
from unigraph.validation.view import DERIVED, OBJECT, PREDICATE, SUBJECT, TYPE, Node, View

__all__ = ["CHECKS", "notes", "run_checks"]

Check = Callable[[View], Iterator[Problem]]
_Triple: TypeAlias = tuple[str, str, Node]


def run_checks(view: View) -> Iterator[Problem]:
    """All faults that the checks find."""
    for check in CHECKS:
        yield from check(view)


def notes(view: View) -> Iterator[str]:
    """What could not be checked."""
    articles = view.of_class("Article")
    silent = sum(not view.all(a, "text") for a in articles)
    if silent:
        yield f"{silent} of {len(articles)} articles have no text: offsets were not checked against words there"


def sentences_slice(view: View) -> Iterator[Problem]:
    """A sentence's offsets slice its article's text to its own words."""
    for sentence in view.of_class("Sentence"):
        text, span = view.one(view.one(sentence, "inArticle"), "text"), view.span(sentence)
        if not text or not span:
            continue
        begin, end = span
        words = view.one(sentence, "text")
        wrong = ""
        if end > len(text):
            wrong = f"go past the article's end at {len(text)}"
        elif words and text[begin:end] != words:
            wrong = f"slice the article to “{text[begin:end][:20]}”, not to its words"
        if wrong:
            message = f"{view.name(sentence)}: its offsets {begin} to {end} {wrong}"
            yield Problem("sentence-slice", sentence, message)


def mentions_slice(view: View) -> Iterator[Problem]:
    """A mention lies in its sentence and holds words."""
    for mention in view.of_class("Mention"):
        sentence = view.one(mention, "inSentence")
        span, bounds = view.span(mention), view.span(sentence)
        if not span or not bounds:
            continue
        thing = view.name(view.one(mention, "refersTo"))
        if not _within(span, bounds):
            yield Problem(
                "mention-outside",
                mention,
                f"{thing} is mentioned at {span[0]} to {span[1]} ({_local(mention)}), "
                f"outside of its sentence {view.name(sentence)} at {bounds[0]} to {bounds[1]}",
            )
            continue
        text = view.one(view.one(sentence, "inArticle"), "text")
        words = text[span[0] : span[1]]
        if text and words != words.strip():
            yield Problem(
                "mention-words",
                mention,
                f"{thing} is mentioned at {span[0]} to {span[1]} ({_local(mention)}), which slices to “{words}”",
            )


def cues_slice(view: View) -> Iterator[Problem]:
    """The cue of a statement lies in its sentence."""
    for statement in _statements(view):
        sentence = view.one(statement, DERIVED)
        span, bounds = view.span(statement), view.span(sentence)
        if span and bounds and not _within(span, bounds):
            yield Problem(
                "cue-outside",
                statement,
                f"{view.name(statement)}: its cue at {span[0]} to {span[1]} lies outside of its sentence "
                f"{view.name(sentence)} at {bounds[0]} to {bounds[1]}",
            )


def ends_are_mentioned(view: View) -> Iterator[Problem]:
    """Both ends of an evidenced relation have a mention in its sentences; for a post, its body has."""
    places: dict[str, set[str]] = defaultdict(set)
    for mention, named in view.pairs("refersTo"):
        places[_iri(named)].add(view.one(mention, "inSentence"))
    awards = set(view.of_class("Award"))
    for statement in _statements(view):
        sentences = {_iri(s) for p in (DERIVED, "antecedent") for s in view.all(statement, p)}
        ends = {_iri(node) for p in (SUBJECT, OBJECT) for node in view.all(statement, p)} - awards - {""}
        for end in sorted(ends):
            thing = view.one(end, "positionIn") or end
            if not places[thing] & sentences:
                yield Problem(
                    "end-not-mentioned",
                    statement,
                    f"{view.name(statement)}: none of its sentences mentions {view.name(thing)}; "
                    "add a mention, or the sentence that names it as ug:antecedent",
                )


def relations_have_evidence(view: View) -> Iterator[Problem]:
    """A relation that is read from texts has evidence."""
    evidenced = _evidenced(view)
    for predicate in view.ontology.predicates.values():
        if not _read_from_texts(view.ontology, predicate):
            continue
        for subject, target in view.pairs(predicate.name):
            if (subject, predicate.iri, target) not in evidenced:
                yield Problem(
                    "no-evidence",
                    subject,
                    f"{view.name(subject)} {view.term(predicate.iri)} {_named(view, target)}: no evidence says so; "
                    "every relation that is read from a text needs a ug:Evidence",
                )


def evidence_has_its_fact(view: View) -> Iterator[Problem]:
    """What evidence states is in the graph as a plain triple."""
    for statement in view.of_class("Evidence"):
        for subject, predicate, target in _stated(view, statement):
            if not view.says(subject, predicate, target):
                yield Problem(
                    "fact-missing",
                    statement,
                    f"{view.name(statement)}: the evidence is there but not the fact itself as a plain triple; "
                    "an uncertain one should be a ug:Candidate",
                )


def candidates_are_no_facts(view: View) -> Iterator[Problem]:
    """What a candidate states is not in the graph, unless evidence states it too."""
    evidenced = _evidenced(view)
    for statement in view.of_class("Candidate"):
        for triple in _stated(view, statement):
            if view.says(*triple) and triple not in evidenced:
                yield Problem(
                    "candidate-stated",
                    statement,
                    f"{view.name(statement)}: is only a candidate 待核事实, yet stands in the graph as a fact",
                )


def symmetric_both_ways(view: View) -> Iterator[Problem]:
    """A symmetric relation is said in both directions."""
    for predicate in view.ontology.predicates.values():
        if predicate.symmetric:
            for subject, target in view.pairs(predicate.name):
                if not view.says(_iri(target), predicate.name, ox.NamedNode(subject)):
                    yield Problem(
                        "one-way",
                        subject,
                        f"{view.name(subject)} {view.term(predicate.iri)} {_named(view, target)} is said in one "
                        "direction only; it must be said in both",
                    )


def terms_are_known(view: View) -> Iterator[Problem]:
    """Predicates and classes in the namespaces of the ontology are defined there."""
    predicates = {p.iri for p in view.ontology.predicates.values()}
    classes = {c.iri for c in view.ontology.classes.values()}
    spaces = {UG} | {_namespace(iri) for iri in predicates | classes}
    for predicate in view.predicates:
        if predicate not in predicates and _namespace(predicate) in spaces:
            for subject, _ in view.pairs(predicate):
                yield _unknown(view, subject, "property", predicate, predicates)
    for subject, cls in view.pairs(TYPE):
        if _iri(cls) not in classes and _namespace(_iri(cls)) in spaces:
            yield _unknown(view, subject, "class", _iri(cls), classes)


CHECKS: tuple[Check, ...] = (
    sentences_slice,
    mentions_slice,
    cues_slice,
    ends_are_mentioned,
    relations_have_evidence,
    evidence_has_its_fact,
    candidates_are_no_facts,
    symmetric_both_ways,
    terms_are_known,
)


def _read_from_texts(ontology: Ontology, predicate: Predicate) -> bool:
    """Whether a predicate has words that signal it, or tells the date of an event."""
    dates = predicate.literal and any(ontology.root(c) == "Event" for c in predicate.domain)
    return dates or bool(predicate.cues or predicate.label_cues)


def _statements(view: View) -> Iterator[str]:
    yield from view.of_class("Evidence")
    yield from view.of_class("Candidate")


def _stated(view: View, statement: str) -> list[_Triple]:
    """The triple that a statement states, if it is whole."""
    targets = view.all(statement, OBJECT)[:1]
    return [(view.one(statement, SUBJECT), view.one(statement, PREDICATE), target) for target in targets]


def _evidenced(view: View) -> set[_Triple]:
    """All triples that evidence states; symmetric ones both ways."""
    symmetric = {p.iri for p in view.ontology.predicates.values() if p.symmetric}
    stated = {triple for e in view.of_class("Evidence") for triple in _stated(view, e)}
    turned = {(_iri(o), p, ox.NamedNode(s)) for s, p, o in stated if p in symmetric and _iri(o) and s}
    return stated | turned


def _unknown(view: View, subject: str, kind: str, iri: str, known: set[str]) -> Problem:
    names = {_local(k): k for k in sorted(known)}
    near = difflib.get_close_matches(_local(iri), names, n=1)
    hint = f"; did you mean {view.term(names[near[0]])}?" if near else ""
    return Problem(
        "unknown-term", subject, f"{view.name(subject)} has the {kind} {_local(iri)}, which the ontology lacks{hint}"
    )


def _within(span: tuple[int, int], bounds: tuple[int, int]) -> bool:
    return bounds[0] <= span[0] < span[1] <= bounds[1]


def _iri(node: Node | None) -> str:
    """The IRI of a node, empty for a literal."""
    return node.value if isinstance(node, ox.NamedNode | ox.BlankNode) else ""


def _named(view: View, node: Node) -> str:
    return view.name(_iri(node)) if _iri(node) else getattr(node, "value", str(node))


def _local(iri: str) -> str:
    return iri.replace("#", "/").rsplit("/", 1)[-1]


def _namespace(iri: str) -> str:
    return iri[: len(iri) - len(_local(iri))]
