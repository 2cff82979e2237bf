"""What a graph says of an article, from memory or from Turtle, in the form that gold has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox

from unigraph.evaluation.annotation import PREDICATES, Annotation, Origin, Quote, Statement, Thing, kinds_of
from unigraph.evaluation.likeness import titles
from unigraph.evaluation.turtle import Turtle
from unigraph.graph import GraphData
from unigraph.model import Fact
from unigraph.ontology import UG, Ontology, local_name

__all__ = ["from_graph", "from_turtle"]

_DIRECT = frozenset(PREDICATES) - {"holdsPosition", "heldOn", "awarded", "conferred"}
_READ = sorted(_DIRECT | {"holdsPosition", "startDate", "endDate", "received", "conferred"})
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_TITLE = ox.NamedNode(UG + "title")
_DERIVED = ox.NamedNode("http://www.w3.org/ns/prov#wasDerivedFrom")


class _Triple(NamedTuple):
    """A fact by the identifiers of its ends, with its best evidence where that is known."""

    subject: str
    predicate: str
    object: str
    origin: Origin | None = None
    plain: bool = True


class _Post(NamedTuple):
    bodies: Sequence[str]
    titles: Sequence[str]


class _Reader:
    """Turns triples into statements, and sorts out those with an end that is no thing of the article."""

    def __init__(self, things: Mapping[str, Thing], posts: Mapping[str, _Post], honours: Mapping[str, str]) -> None:
        self.things = things
        self.posts = posts
        self.honours = honours
        self.statements: dict[Statement, bool] = {}
        self.stray: list[Statement] = []
        self.origins: dict[Statement, Origin] = {}
        self.candidates: dict[Statement, Origin] = {}

    def read(self, triples: Sequence[_Triple]) -> None:
        plain = [t for t in triples if t.plain]
        everything = _Context.of(triples)
        sure = _Context.of(plain)
        for triple in plain:
            for statement in self._statements(triple, sure):
                self._add(statement, triple.origin)
        for triple in triples:
            if not triple.plain and triple.origin:
                for statement in self._statements(triple, everything):
                    if statement not in self.statements:
                        self.candidates.setdefault(statement, triple.origin)

    def _add(self, statement: Statement, origin: Origin | None) -> None:
        if origin:
            self.origins.setdefault(statement, origin)
        if all(end in self.things for end in statement.ends()):
            self.statements[statement] = False
        else:
            self.stray.append(statement)

    def _statements(self, triple: _Triple, context: _Context) -> Iterable[Statement]:
        s, p, o = triple[:3]
        if p in _DIRECT:
            yield Statement(s, p, o)
            if p == "signedWith":
                yield Statement(o, p, s)
        elif p == "holdsPosition" and o in self.posts:
            post = self.posts[o]
            yield from (Statement(s, p, body, title) for body in post.bodies for title in post.titles)
        elif p == "startDate":
            end = context.ends.get(s, o)
            yield Statement(s, "heldOn", o if end == o else f"{o}/{end}")
        elif p == "received":
            yield Statement(None, "awarded", s, self.honours.get(o, ""))
        elif p == "conferred":
            yield from (Statement(s, p, r, self.honours.get(o, "")) for r in context.receivers.get(o, ()))

    def done(self, mentions: Mapping[str, tuple[Quote, ...]], text: str | None) -> Annotation:
        return Annotation(
            self.things, self.statements, tuple(self.stray), self.origins, self.candidates, mentions, text
        )


class _Context(NamedTuple):
    """The last days of events, and the receivers of honours."""

    ends: Mapping[str, str]
    receivers: Mapping[str, Sequence[str]]

    @classmethod
    def of(cls, triples: Iterable[_Triple]) -> _Context:
        ends: dict[str, str] = {}
        receivers = defaultdict(list)
        for s, p, o, *_ in triples:
            if p == "endDate":
                ends[s] = min(ends.get(s, o), o)
            elif p == "received":
                receivers[o].append(s)
        return cls(ends, receivers)


def from_graph(graph: GraphData) -> Annotation:
    """What a graph in memory says, as :func:`from_turtle` would read it from its Turtle."""
    named = any(e.mentions for e in graph.entities.values())
    things = {
        e.id: Thing(kinds, (e.name, *sorted(e.aliases)))
        for e in graph.entities.values()
        if (kinds := kinds_of([e.cls], graph.ontology)) and (e.mentions or not named)
    }
    posts = {i: _Post([post.body], titles(post.title)) for i, post in graph.posts.items()}
    reader = _Reader(things, posts, {i: award.name for i, award in graph.awards.items()})
    reader.read([_Triple(f.subject, f.predicate, f.object, _origin(graph, f), f.plain) for f in graph.facts])
    mentions = {
        i: tuple(_quote(graph, *occurrence) for occurrence in graph.entities[i].mentions)
        for i in things
        if graph.entities[i].mentions
    }
    return reader.done(mentions, "\n".join(a.text for a in graph.articles.values()))


def _sentence(graph: GraphData, article: str, sentence: int) -> tuple[str, int]:
    begin, end = graph.sentences[article][sentence]
    return graph.articles[article].text[begin:end], begin


def _quote(graph: GraphData, article: str, sentence: int, begin: int, end: int) -> Quote:
    words, first = _sentence(graph, article, sentence)
    return Quote(words, begin - first, end - first)


def _origin(graph: GraphData, fact: Fact) -> Origin | None:
    if not fact.evidence:
        return None
    best = fact.evidence[0]
    rules = tuple(sorted({e.rule for e in fact.evidence}))
    return Origin(_sentence(graph, best.article, best.sentence)[0], best.rule, best.confidence, rules)


def from_turtle(path: Path, ontology: Ontology) -> Annotation:
    """What any Turtle in our vocabulary says. Raises ``OSError`` or ``SyntaxError`` where it cannot be read."""
    turtle = Turtle.read(path)
    named = {s for s, _ in turtle.pairs("mentionedIn")}
    things = {
        node: Thing(kinds, (*turtle.labels(node)[:1], *turtle.aliases(node)))
        for node, found in sorted(turtle.classes().items())
        if (kinds := kinds_of(found, ontology)) and (node in named or not named)
    }
    bodies = turtle.by_subject("positionIn")
    held = {post for _, post in turtle.pairs("holdsPosition")}
    posts = {
        post: _Post(bodies[post], sorted({one for title in turtle.chinese(post, _TITLE) for one in titles(title)}))
        for post in held | set(bodies)
    }
    awards = {o for _, o in (*turtle.pairs("received"), *turtle.pairs("conferred"))}
    reader = _Reader(things, posts, {a: "".join(turtle.labels(a)[:1]) for a in awards})
    reader.read(_triples(turtle))
    return reader.done(_mentions(turtle), turtle.text())


def _triples(turtle: Turtle) -> list[_Triple]:
    """The plain triples, then those that only evidence of candidates states."""
    origins = _origins(turtle)
    plain = [(s, p, o) for p in _READ for s, o in turtle.pairs(p)]
    known = set(plain)
    candidates = sorted(t for t in origins if t not in known and t[1] in _READ and t[::-1] not in known)
    return [
        *(_Triple(*t, origins.get(t) or origins.get(_turned(t))) for t in plain),
        *(_Triple(*t, origins[t], plain=False) for t in candidates),
    ]


def _origins(turtle: Turtle) -> dict[tuple[str, str, str], Origin]:
    """The best evidence of each triple that has some."""
    s, p, o = (dict(turtle.pairs(ox.NamedNode(_RDF + x))) for x in ("subject", "predicate", "object"))
    rule, sure = dict(turtle.pairs("rule")), dict(turtle.pairs("confidence"))
    sentence, words = dict(turtle.pairs(_DERIVED)), dict(turtle.pairs("text"))
    out: dict[tuple[str, str, str], Origin] = {}
    rules: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
    for node in sorted(s.keys() & p.keys() & o.keys()):
        triple = (s[node], local_name(p[node].strip("<>")), o[node])
        found = Origin(words.get(sentence.get(node, ""), ""), rule.get(node, ""), _number(sure.get(node, "")))
        rules[triple].add(found.rule)
        if triple not in out or found.confidence > out[triple].confidence:
            out[triple] = found
    return {triple: origin._replace(rules=tuple(sorted(rules[triple]))) for triple, origin in out.items()}


def _mentions(turtle: Turtle) -> dict[str, tuple[Quote, ...]]:
    begin, end = dict(turtle.pairs("begin")), dict(turtle.pairs("end"))
    sentence, words = dict(turtle.pairs("inSentence")), dict(turtle.pairs("text"))
    out = defaultdict(list)
    for mention, thing in turtle.pairs("refersTo"):
        where = sentence.get(mention, "")
        offsets = [_number(x) for x in (begin.get(where, ""), begin.get(mention, ""), end.get(mention, ""))]
        if where in words:
            out[thing].append(Quote(words[where], *(int(x - offsets[0]) for x in offsets[1:])))
    return {thing: tuple(sorted(quotes)) for thing, quotes in out.items()}


def _turned(triple: tuple[str, str, str]) -> tuple[str, str, str]:
    return triple[::-1]


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
