"""One person of a graph who is to be forgotten: who it is, what tells him or her from others, and what goes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from unigraph.decisions import Decision
from unigraph.errors import ForgetError
from unigraph.forgetting.masking import fold_name
from unigraph.forgetting.records import Forgotten, Record
from unigraph.forgetting.verdicts import marks_of, names_of
from unigraph.graph import GraphData
from unigraph.lexicons.scripts import traditionalize
from unigraph.model import ArticleFacts, Entity
from unigraph.resolution import fold
from unigraph.store import Store

__all__ = ["Plan", "find_person", "plan"]

_T = TypeVar("_T")


@dataclass(frozen=True)
class Plan:
    """What forgetting somebody comes to.

    ``masked`` are characters of the articles' texts; ``left`` are titles of articles in which the name is written but
    nobody of it was found, so that they stay as they are; ``others`` tell of other bearers of the name, who stay.
    """

    name: str
    forgotten: Forgotten
    articles: int
    facts: int
    decisions: int
    masked: int
    left: tuple[str, ...]
    others: tuple[str, ...]


def find_person(graph: GraphData, wanted: str) -> str:
    """The identifier of a person, by itself or by a name that nobody else bears.

    Raises :class:`~unigraph.errors.ForgetError`; for a name of several with a line for each of them.
    """
    if wanted in graph.entities:
        entity = graph.entities[wanted]
        if not graph.ontology.is_a(entity.cls, "Person"):
            raise ForgetError(f"{wanted}: {entity.name} is no person, and only people can be forgotten")
        return wanted
    found = _bearers(graph, frozenset([fold_name(wanted)]))
    if not found:
        raise ForgetError(f"{wanted}: nobody in the graph is called so; list all with: unigraph query DIR posts")
    if len(found) > 1:
        lines = (_told(graph, i) for i in found)
        raise ForgetError(
            "\n".join([f"{wanted}: {len(found)} people bear this name; name one by the identifier:", *lines])
        )
    return found[0]


def plan(graph: GraphData, store: Store, person: str, known: Forgotten, decisions: Sequence[Decision]) -> Plan:
    """What forgetting a person of the store's graph would come to; nothing is written."""
    file = _File(graph, store, person, known)
    forgotten = known.adding(file.records())
    masks = store.masks(forgotten, graph.ontology)
    return Plan(
        name=graph.entities[person].name,
        forgotten=forgotten,
        articles=len(masks),
        facts=sum(person in (f.subject, f.object) for f in graph.facts),
        decisions=sum(_is_on(d, file.names, file.articles) for d in decisions),
        masked=sum(mask.size for mask in masks.values()),
        left=tuple(
            sorted(
                graph.articles[i].title or i
                for i in store.writing(_spellings(file.names))
                if i not in masks and i not in file.others
            )
        ),
        others=tuple(_told(graph, i) for i in file.namesakes),
    )


class _File:
    """All that a graph knows of a person which tells him or her from others of the name."""

    def __init__(self, graph: GraphData, store: Store, person: str, known: Forgotten) -> None:
        self._graph = graph
        self._store = store
        self._known = known
        self._numbers = store.numbers(graph.ontology, person)
        self._facts = {a: facts for a in self._numbers if (facts := store.facts(a)) is not None}
        self.names = _folded(graph.entities[person]).union(*self._each(names_of, self._numbers, self._facts))
        self.namesakes = [i for i in _bearers(graph, self.names) if i != person]
        self._things = list(self._holding(person))
        self.others = {m.article for i in self.namesakes for m in graph.entities[i].mentions}
        self.articles = {*self._numbers, *(m.article for thing in self._things for m in thing.mentions)}

    def records(self) -> Iterator[Record]:
        """The lines by which later builds know him or her."""
        record = self._known.record
        yield from (record("name", n, length=len(n)) for n in self.names)
        for sealed in self._sealed(self.articles):
            yield record("article", sealed)
            yield from (record("speaks", n, sealed) for n in self.names)
        marks = list(self._each(marks_of, self._numbers, self._facts))
        bodies = {b for m in marks for b in m.bodies}
        for name in self.names:
            yield from (record("body", name, b) for b in bodies)
            yield from (record("region", name, r) for r in {r for m in marks for r in m.regions})
        for thing in self._things:
            yield from (record("thing", fold(n)) for n in (thing.name, *thing.aliases) if self._holds(n))
        for namesake in self.namesakes:
            yield from self._other(namesake, bodies)

    def _other(self, namesake: str, bodies: set[str]) -> Iterator[Record]:
        """The lines by which another bearer of a name is kept."""
        record = self._known.record
        numbers = self._store.numbers(self._graph.ontology, namesake)
        facts = {a: found for a in numbers if (found := self._store.facts(a)) is not None}
        theirs = {b for m in self._each(marks_of, numbers, facts) for b in m.bodies} - bodies
        for name in self.names & _folded(self._graph.entities[namesake]).union(*self._each(names_of, numbers, facts)):
            yield record("namesake", name)
            yield from (record("other", name, sealed) for sealed in self._sealed(numbers))
            yield from (record("other-body", name, b) for b in theirs)

    def _holding(self, person: str) -> Iterator[Entity]:
        """The things that are called after the person: all of that name, but if others bear it those that he or she
        is named beside."""
        home = self._numbers.keys()
        for entity in self._graph.entities.values():
            if entity.id == person or self._graph.ontology.is_a(entity.cls, "Person"):
                continue
            if any(map(self._holds, (entity.name, *entity.aliases))):
                beside = any(m.article in home for m in entity.mentions)
                if beside or not self.namesakes:
                    yield entity

    def _holds(self, name: str) -> bool:
        folded = fold_name(name)
        return any(n in folded for n in self.names)

    def _sealed(self, articles: Iterable[str]) -> Iterator[str]:
        return (s for a in sorted(articles) for s in self._store.originals(a, self._known))

    @staticmethod
    def _each(
        of: Callable[[ArticleFacts, int], _T], numbers: Mapping[str, Sequence[int]], facts: Mapping[str, ArticleFacts]
    ) -> Iterator[_T]:
        return (of(facts[a], n) for a in sorted(facts) for n in numbers[a])


def _bearers(graph: GraphData, names: frozenset[str]) -> list[str]:
    people = (e for e in graph.entities.values() if graph.ontology.is_a(e.cls, "Person"))
    return [e.id for e in people if not names.isdisjoint(_folded(e))]


def _folded(entity: Entity) -> frozenset[str]:
    folded = map(fold_name, (entity.name, *entity.aliases))
    return frozenset(n for n in folded if len(n) > 1)


def _told(graph: GraphData, person: str) -> str:
    """A bearer of a name, for people to tell from the others: identifier, posts, articles."""
    held = (f.object for f in graph.facts if f.subject == person and f.predicate == "holdsPosition" and f.plain)
    posts = [graph.entities[graph.posts[p].body].name + graph.posts[p].title for p in held]
    articles = dict.fromkeys(m.article for m in graph.entities[person].mentions)
    titles = [f"《{graph.articles[a].title or a}》" for a in articles]
    return f"{person}: {'、'.join(posts) or 'no post'}; {''.join(titles) or 'no article'}"


def _is_on(decision: Decision, names: frozenset[str], articles: set[str]) -> bool:
    anchors = (a for a in (decision.thing, decision.other) if a)
    return any(a.article in articles and fold_name(a.name) in names for a in anchors)


def _spellings(names: Iterable[str]) -> list[str]:
    return sorted({s for n in names for s in (n, traditionalize(n))})
