"""What is compared: the things of an article and what is said of them, from gold, from a graph or from Turtle."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import pyoxigraph as ox

from unigraph.errors import GoldError
from unigraph.evaluation.likeness import titles
from unigraph.graph import GraphData
from unigraph.model import Fact
from unigraph.ontology import ROOTS, UG, Ontology, local_name

__all__ = ["CORE", "PREDICATES", "Annotation", "Gold", "Statement", "Thing", "from_graph", "from_turtle", "read_gold"]

PREDICATES = (
    "chaired",
    "hosted",
    "visited",
    "signedWith",
    "coOrganized",
    "attended",
    "spokeAt",
    "holdsPosition",
    "heldAt",
    "heldOn",
    "awarded",
    "conferred",
)
CORE = PREDICATES[:4]
_DIRECT = frozenset(PREDICATES) - {"holdsPosition", "heldOn", "awarded", "conferred"}

_CHINESE = ("zh", "zh-cn", "zh-hans", "zh-hant", "zh-hk")
_RDFS_LABEL = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
_ALT_LABEL = ox.NamedNode("http://www.w3.org/2004/02/skos/core#altLabel")
_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


class Statement(NamedTuple):
    """``subject`` is ``None`` where an honour's giver is left out; ``title`` is one title of a post, or the honour.

    The object of ``heldOn`` is a date, that of the rest the identifier of a thing.
    """

    subject: str | None
    predicate: str
    object: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Thing:
    """``types`` are some of the six kinds; ``names`` has the label first, then the aliases."""

    types: tuple[str, ...]
    names: tuple[str, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Annotation:
    """Things by identifier, and statements with whether they are optional.

    ``stray`` statements have an end that no sentence names. ``origins`` give the sentence and the rule of a
    statement where they are known.
    """

    things: Mapping[str, Thing] = field(default_factory=dict)
    statements: Mapping[Statement, bool] = field(default_factory=dict)
    stray: tuple[Statement, ...] = ()
    origins: Mapping[Statement, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated article."""

    name: str
    text: str
    published: str
    annotation: Annotation


def read_gold(path: Path) -> Gold:
    """Read one annotated article. Raises :class:`~unigraph.errors.GoldError` where it is not in the gold format."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        annotation = _from_document(document)
        return Gold(path.stem, document.get("text", ""), document.get("published", ""), annotation)
    except OSError as error:
        raise GoldError(f"{path}: cannot read it ({error.strerror}); check the path") from error
    except KeyError as error:
        raise GoldError(f"{path}: no gold annotation: {error} is missing or names no entity") from error
    except (ValueError, TypeError, AttributeError) as error:
        raise GoldError(f"{path}: no gold annotation: {' '.join(str(error).split())}") from error


def _from_document(document: Mapping[str, Any]) -> Annotation:
    things = {
        e["id"]: Thing((e["type"], *e.get("also", [])), (e["name"], *e.get("aliases", [])), e.get("optional", False))
        for e in document["entities"]
    }
    statements: dict[Statement, bool] = {}
    for relation in document["relations"]:
        subject, predicate, obj = relation["subject"], relation["predicate"], relation["object"]
        title, optional = relation.get("title", ""), relation.get("optional", False)
        if predicate == "holdsPosition":
            for one in titles(title):
                statements.setdefault(Statement(subject, predicate, obj, one), optional)
        elif predicate == "awarded":
            statements[Statement(None, predicate, obj, title)] = optional
            if subject is not None:  # an event as the giver may be said or not
                arguable = optional or "Event" in things[subject].types
                statements[Statement(subject, "conferred", obj, title)] = arguable
        else:
            statements[Statement(subject, predicate, obj)] = optional
    return Annotation(things, statements)


class _Collector:
    """Sorts statements into those whose ends are things of the article, and the stray ones."""

    def __init__(self, things: Mapping[str, Thing]) -> None:
        self.things = things
        self.statements: dict[Statement, bool] = {}
        self.stray: list[Statement] = []
        self.origins: dict[Statement, tuple[str, str]] = {}

    def add(self, statement: Statement, *ends: str, origin: tuple[str, str] | None = None) -> None:
        if origin:
            self.origins.setdefault(statement, origin)
        if all(end in self.things for end in ends):
            self.statements[statement] = False
        else:
            self.stray.append(statement)

    def done(self) -> Annotation:
        return Annotation(self.things, self.statements, tuple(self.stray), self.origins)


def _kinds(classes: Iterable[str], ontology: Ontology) -> tuple[str, ...]:
    kinds = {root for c in classes for root in ROOTS if ontology.is_a(c, root)}
    if kinds & {"Union", "Company"}:
        kinds.discard("Organization")
    return tuple(sorted(kinds))


def from_graph(graph: GraphData) -> Annotation:
    """What a graph in memory says, as :func:`from_turtle` would read it from its Turtle."""
    named = any(e.mentions for e in graph.entities.values())
    things = {
        e.id: Thing(kinds, (e.name, *sorted(e.aliases)))
        for e in graph.entities.values()
        if (kinds := _kinds([e.cls], graph.ontology)) and (e.mentions or not named)
    }
    collector = _Collector(things)
    plain = [f for f in graph.facts if f.plain]
    ends = {
        f.subject: f.object for f in sorted(plain, key=lambda f: f.object, reverse=True) if f.predicate == "endDate"
    }
    givers = defaultdict(list)
    for fact in plain:
        if fact.predicate == "conferred":
            givers[fact.object].append(fact)
    for fact in plain:
        _add_fact(collector, graph, fact, ends, givers)
    return collector.done()


def _add_fact(
    collector: _Collector, graph: GraphData, fact: Fact, ends: Mapping[str, str], givers: Mapping[str, list[Fact]]
) -> None:
    s, p, o = fact.subject, fact.predicate, fact.object
    origin = _origin(graph, fact)
    if p in _DIRECT:
        collector.add(Statement(s, p, o), s, o, origin=origin)
        if p == "signedWith":
            collector.add(Statement(o, p, s), o, s, origin=origin)
    elif p == "holdsPosition":
        post = graph.posts[o]
        for title in titles(post.title):
            collector.add(Statement(s, p, post.body, title), s, post.body, origin=origin)
    elif p == "startDate":
        end = ends.get(s, o)
        collector.add(Statement(s, "heldOn", o if end == o else f"{o}/{end}"), s, origin=origin)
    elif p == "received":
        honour = graph.awards[o].name
        collector.add(Statement(None, "awarded", s, honour), s, origin=origin)
        for giver in givers.get(o, []):
            statement = Statement(giver.subject, "conferred", s, honour)
            collector.add(statement, giver.subject, s, origin=_origin(graph, giver))


def _origin(graph: GraphData, fact: Fact) -> tuple[str, str] | None:
    if not fact.evidence:
        return None
    best = fact.evidence[0]
    begin, end = graph.sentences[best.article][best.sentence]
    return graph.articles[best.article].text[begin:end], best.rule


def from_turtle(path: Path, ontology: Ontology) -> Annotation:
    """What any Turtle in our vocabulary says. Raises ``OSError`` or ``SyntaxError`` where it cannot be read."""
    store = ox.Store()
    store.load(path=str(path), format=ox.RdfFormat.TURTLE, base_iri="https://example.invalid/")
    reader = _TurtleReader(store)
    named = {s for s, _ in reader.pairs("mentionedIn")}
    classes = defaultdict(list)
    for quad in store.quads_for_pattern(None, _TYPE, None):
        if isinstance(quad.object, ox.NamedNode):
            classes[_name(quad.subject)].append(local_name(quad.object.value))
    things = {
        node: Thing(kinds, (*reader.chinese(node, _RDFS_LABEL)[:1], *reader.chinese(node, _ALT_LABEL)))
        for node, found in sorted(classes.items())
        if (kinds := _kinds(found, ontology)) and (node in named or not named)
    }
    collector = _Collector(things)
    for predicate in sorted(_DIRECT):
        for s, o in reader.pairs(predicate):
            collector.add(Statement(s, predicate, o), s, o)
    bodies = reader.by_subject("positionIn")
    for person, post in reader.pairs("holdsPosition"):
        held = {one for title in reader.chinese(post, ox.NamedNode(UG + "title")) for one in titles(title)}
        for body in bodies[post]:
            for title in sorted(held):
                collector.add(Statement(person, "holdsPosition", body, title), person, body)
    ends = reader.by_subject("endDate")
    for event, start in reader.pairs("startDate"):
        end = min(ends[event], default=start)
        collector.add(Statement(event, "heldOn", start if end == start else f"{start}/{end}"), event)
    givers = defaultdict(list)
    for giver, award in reader.pairs("conferred"):
        givers[award].append(giver)
    for receiver, award in reader.pairs("received"):
        honour = "".join(reader.chinese(award, _RDFS_LABEL)[:1])
        collector.add(Statement(None, "awarded", receiver, honour), receiver)
        for giver in givers[award]:
            collector.add(Statement(giver, "conferred", receiver, honour), giver, receiver)
    return collector.done()


class _TurtleReader:
    """Nodes are named as N-Triples writes them, literals by their value."""

    def __init__(self, store: ox.Store) -> None:
        self.store = store
        self.nodes = {_name(q.subject): q.subject for q in store}

    def pairs(self, predicate: str) -> list[tuple[str, str]]:
        found = self.store.quads_for_pattern(None, ox.NamedNode(UG + predicate), None)
        return sorted((_name(q.subject), _name(q.object)) for q in found)

    def by_subject(self, predicate: str) -> defaultdict[str, list[str]]:
        out = defaultdict(list)
        for s, o in self.pairs(predicate):
            out[s].append(o)
        return out

    def chinese(self, node: str, predicate: ox.NamedNode) -> list[str]:
        """Literals in Chinese or without a language, in the order of language and value."""
        subject = self.nodes.get(node)
        found = [q.object for q in self.store.quads_for_pattern(subject, predicate, None)] if subject else []
        literals = [(x.language or "", x.value) for x in found if isinstance(x, ox.Literal)]
        return [value for language, value in sorted(literals) if (language or "zh").lower() in _CHINESE]


def _name(term: object) -> str:
    return term.value if isinstance(term, ox.Literal) else str(term)
