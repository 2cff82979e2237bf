"""Everything that a graph says of one thing, each fact with the sentences that say it."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from unigraph.errors import OptionError
from unigraph.graph import GraphData
from unigraph.lexicons.scripts import plain
from unigraph.model import Evidence, Fact, Span
from unigraph.outside import Identifier, outside
from unigraph.queries.printable import printable

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

__all__ = [
    "Explanation",
    "FactGroup",
    "HeldPost",
    "Known",
    "Proof",
    "Quote",
    "Statement",
    "explain",
    "find",
    "named",
    "near",
    "render",
]


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence: its words, the places of the cue and of both ends' names in it, and the article that holds it.

    ``text`` is empty where the graph was built without texts.
    """

    text: str
    article: str
    title: str
    published: str
    cue: Span | None = None
    names: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Proof:
    """One piece of evidence, with the further sentences that name an end which its own does not."""

    quote: Quote
    antecedents: tuple[Quote, ...]
    rule: str
    confidence: float
    as_of: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact, seen from the thing that is explained: the other end, by identifier and name.

    Without proofs it is background knowledge; without ``plain`` it waits for review.
    """

    other: str
    other_name: str
    proofs: tuple[Proof, ...]
    plain: bool = True


@dataclass(frozen=True, slots=True)
class FactGroup:
    """All statements of one predicate in one direction, under its name as seen from the thing."""

    predicate: str
    outgoing: bool
    labels: Mapping[str, str]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A title at a body, and the latest date that is said of it."""

    title: str
    body: str
    as_of: str


@dataclass(frozen=True, slots=True)
class Known:
    """What another collection says of the thing: the property's IRI and labels, the value, and where it is from.

    ``source`` is the name of the data set and ``issued`` its date; both are empty where the ontology names none.
    """

    predicate: str
    labels: Mapping[str, str]
    value: str
    source: Mapping[str, str]
    issued: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the graph says of a thing. ``articles`` are the titles and dates of those that name it.

    ``reprints`` says how many of these print again what another of them says.
    """

    id: str
    name: str
    cls: str
    class_labels: Mapping[str, str]
    aliases: tuple[str, ...]
    posts: tuple[HeldPost, ...]
    groups: tuple[FactGroup, ...]
    articles: tuple[tuple[str, str], ...]
    identifiers: tuple[Known, ...] = ()
    reprints: int = 0


def find(graph: GraphData, name: str) -> tuple[str, ...]:
    """The things of a full name; else those of an alias, an identifier (with or without base), or a pinyin.

    Several things may have one name. Width, case, script and spaces do not matter.
    """
    wanted = _fold(name)
    if not wanted:
        return ()
    names = {i: tuple(map(_fold, _names(graph, i))) for i in _ids(graph)}
    ways: tuple[Callable[[str], bool], ...] = (
        lambda i: names[i][0] == wanted,
        lambda i: wanted in names[i],
        lambda i: wanted in (_fold(i), _fold(graph.base + i)),
        lambda i: wanted.isascii() and any(_sound(n, _is_person(graph, i)) == wanted for n in _names(graph, i)),
    )
    found = (tuple(filter(way, names)) for way in ways)
    return next((f for f in found if f), ())


def named(graph: GraphData, name: str) -> tuple[str, ...]:
    """As :func:`find`; raises :class:`~unigraph.errors.OptionError` with names like it where there is none."""
    found = find(graph, name)
    if not found:
        like = near(graph, name)
        hint = f"did you mean {' or '.join(like)}?" if like else "list all with: unigraph query GRAPH most-connected"
        raise OptionError(f"nothing in the graph is called {name!r}; {hint}")
    return found


def near(graph: GraphData, name: str, limit: int = 5) -> tuple[str, ...]:
    """Names like one that nothing has: of the same sound (何婧 for 何静), longer, shorter, or of like letters."""
    wanted = _fold(name)
    if not wanted:
        return ()
    candidates = {(n, _is_person(graph, i)) for i in _ids(graph) for n in _names(graph, i)}
    scored = {n: _likeness(wanted, n, person) for n, person in candidates}
    return tuple(sorted((n for n in scored if scored[n] >= 0.5), key=lambda n: (-scored[n], len(n), n))[:limit])


def explain(graph: GraphData, entity_id: str) -> Explanation:
    """All that the graph says of a thing, a post or an honour. Raises ``KeyError`` for an unknown identifier."""
    if entity_id not in graph.entities and entity_id not in graph.posts and entity_id not in graph.awards:
        raise KeyError(entity_id)
    entity = graph.entities.get(entity_id)
    cls = entity.cls if entity else "Position" if entity_id in graph.posts else "Award"
    term = graph.ontology.classes.get(cls)
    held = {i for i, post in graph.posts.items() if post.body == entity_id}
    facts = [f for f in graph.facts if entity_id in (f.subject, f.object) or f.object in held]
    articles = {m.article for m in entity.mentions} if entity else {e.article for f in facts for e in f.evidence}
    listed = sorted((graph.articles[a].published, graph.articles[a].title) for a in articles)
    return Explanation(
        id=entity_id,
        name=_names(graph, entity_id)[0],
        cls=cls,
        class_labels=term.labels if term else {},
        aliases=entity.aliases if entity else (),
        posts=tuple(_held(graph, f) for f in facts if f.subject == entity_id and f.object in graph.posts and f.plain),
        groups=tuple(_groups(graph, entity_id, facts)),
        articles=tuple((title, date) for date, title in listed),
        identifiers=tuple(_known(one) for one in outside(entity, graph.ontology)) if entity else (),
        reprints=len(articles) - len(graph.stories(articles)),
    )


def render(explanation: Explanation, console: Console) -> None:
    """Write an explanation to a terminal: the cue and the names of both ends stand out in each sentence."""
    for line in _lines(explanation):
        console.print(line)


def _ids(graph: GraphData) -> Iterator[str]:
    yield from graph.entities
    yield from graph.posts
    yield from graph.awards


def _names(graph: GraphData, identifier: str) -> tuple[str, ...]:
    """The full name first; a date is its own name."""
    if entity := graph.entities.get(identifier):
        return (entity.name, *entity.aliases)
    if post := graph.posts.get(identifier):
        return (f"{_names(graph, post.body)[0]}{post.title}",)
    award = graph.awards.get(identifier)
    return (award.name if award else identifier,)


def _fold(text: str) -> str:
    return plain("".join(unicodedata.normalize("NFKC", text).casefold().split()))


def _is_person(graph: GraphData, identifier: str) -> bool:
    entity = graph.entities.get(identifier)
    return entity is not None and graph.ontology.is_a(entity.cls, "Person")


def _sound(name: str, person: bool) -> str:
    """The pinyin in one word: hejing for 何静; empty where there is no Chinese."""
    from unigraph.resolution import pinyin

    return _fold(pinyin(name, person=person))


def _likeness(wanted: str, name: str, person: bool) -> float:
    """From 0 to 1; what is spelt in letters is compared with the pinyin."""
    folded = _fold(name)
    if wanted.isascii() and not folded.isascii():
        folded = _sound(name, person)
    elif len(wanted) == len(folded) and _sound(wanted, person) == _sound(name, person) != "":
        return 0.95
    if not set(wanted) & set(folded):
        return 0.0
    if wanted in folded or folded in wanted:
        return 0.7 + 0.3 * min(len(wanted), len(folded)) / max(len(wanted), len(folded))
    return difflib.SequenceMatcher(None, wanted, folded, autojunk=False).ratio()


def _held(graph: GraphData, fact: Fact) -> HeldPost:
    post = graph.posts[fact.object]
    dates = [e.as_of for e in fact.evidence if e.as_of]
    return HeldPost(post.title, _names(graph, post.body)[0], max(dates, default=""))


def _known(one: Identifier) -> Known:
    given = next((g for g in one.source.gives if g.iri == one.predicate), None) if one.source else None
    return Known(
        predicate=one.predicate,
        labels=given.labels if given else {},
        value=one.value,
        source=one.source.labels if one.source else {},
        issued=one.source.issued if one.source else "",
    )


def _groups(graph: GraphData, thing: str, facts: list[Fact]) -> Iterator[FactGroup]:
    """Outgoing before incoming, each in the order of the ontology's names."""
    grouped: dict[tuple[bool, str], list[Statement]] = {}
    for predicate, outgoing, statement in _statements(graph, thing, facts):
        grouped.setdefault((not outgoing, predicate), []).append(statement)
    for (incoming, predicate), statements in sorted(grouped.items()):
        term = graph.ontology.predicates.get(predicate)
        labels = {} if term is None else term.inverse_labels if incoming else term.labels
        yield FactGroup(predicate, not incoming, labels, tuple(statements))


def _statements(graph: GraphData, thing: str, facts: list[Fact]) -> Iterator[tuple[str, bool, Statement]]:
    """Predicate, direction, statement: facts with evidence, background knowledge, and the articles of a reporter."""
    symmetric = {name for name, p in graph.ontology.predicates.items() if p.symmetric}
    for fact in facts:
        outgoing = fact.subject == thing
        yield fact.predicate, outgoing or fact.predicate in symmetric, _statement(graph, fact, outgoing)
    for subject, predicate, obj in graph.background:
        if thing in (subject, obj):
            other = obj if subject == thing else subject
            yield predicate, subject == thing, Statement(other, _names(graph, other)[0], ())
    for article, writers in graph.reporters.items():
        if thing in writers:
            yield "reportedBy", False, Statement(article, graph.articles[article].title, ())


def _statement(graph: GraphData, fact: Fact, outgoing: bool) -> Statement:
    ends = (fact.subject, fact.object)
    other = fact.object if outgoing else fact.subject
    name = _names(graph, other)[0]
    if not outgoing and fact.object in graph.posts:
        name = f"{name}（{graph.posts[fact.object].title}）"
    named = {graph.posts[e].body if e in graph.posts else e for e in ends}
    return Statement(other, name, tuple(_proof(graph, named, e) for e in fact.evidence), fact.plain)


def _proof(graph: GraphData, ends: set[str], evidence: Evidence) -> Proof:
    cue = Span(evidence.begin, evidence.end)
    return Proof(
        quote=_quote(graph, evidence.article, evidence.sentence, ends, cue),
        antecedents=tuple(_quote(graph, evidence.article, i, ends) for i in evidence.antecedents),
        rule=evidence.rule,
        confidence=evidence.confidence,
        as_of=evidence.as_of,
    )


def _quote(graph: GraphData, article_id: str, sentence: int, ends: set[str], cue: Span | None = None) -> Quote:
    article = graph.articles[article_id]
    begin, end = graph.sentences[article_id][sentence]
    text = article.text[begin:end]
    mentions = (m for e in ends if e in graph.entities for m in graph.entities[e].mentions)
    names = {
        Span(m.begin - begin, m.end - begin) for m in mentions if (m.article, m.sentence) == (article_id, sentence)
    }
    return Quote(
        text=text,
        article=article_id,
        title=article.title,
        published=article.published,
        cue=Span(cue.begin - begin, cue.end - begin) if cue and text else None,
        names=tuple(sorted(names)) if text else (),
    )


def _lines(explanation: Explanation) -> Iterator[RenderableType]:
    from rich.text import Text

    head = Text(printable(explanation.name), style="bold")
    head.append(f"  {_both(explanation.class_labels) or explanation.cls}  ", style="not bold cyan")
    head.append(explanation.id, style="not bold dim")
    yield head
    if explanation.aliases:
        yield _indented(Text(f"又名 also: {printable('、'.join(explanation.aliases))}"), 2)
    for one in explanation.identifiers:
        yield _indented(_identifier_line(one), 2)
    for post in explanation.posts:
        known = f"  (截至 as of {post.as_of})" if post.as_of else ""
        yield _indented(Text(printable(f"{post.body}{post.title}{known}")), 2)
    for group in explanation.groups:
        yield Text(f"\n{_both(group.labels) or group.predicate}", style="bold cyan")
        for statement in group.statements:
            yield from _statement_lines(statement)
    if explanation.articles:
        many = "s" if len(explanation.articles) > 1 else ""
        again = f", {explanation.reprints} of them 转载 reprinted" if explanation.reprints else ""
        yield Text(f"\n见于 in {len(explanation.articles)} article{many}{again}", style="bold cyan")
        for title, date in explanation.articles:
            yield _indented(Text(printable(f"{date or '日期不详'}  {title}")), 2)


def _identifier_line(known: Known) -> Text:
    from rich.text import Text

    line = Text(printable(f"{_both(known.labels) or known.predicate}: {known.value}"))
    if known.issued:
        line.append(printable(f"  {_both(known.source)}, {known.issued}"), style="dim")
    return line


def _statement_lines(statement: Statement) -> Iterator[RenderableType]:
    from rich.text import Text

    name = Text(printable(statement.other_name), style="bold")
    if statement.other != statement.other_name:
        name.append(f"  {statement.other}", style="not bold dim")
    if not statement.plain:
        name.append("  待核 for review", style="not bold yellow")
    yield _indented(name, 2)
    for proof in statement.proofs:
        for quote in (*proof.antecedents, proof.quote):
            if quote.text:
                yield _indented(_marked(quote), 4)
        date = proof.as_of or proof.quote.published or "日期不详"
        source = f"{date} 《{proof.quote.title}》 rule {proof.rule}, confidence {proof.confidence:.2f}"
        yield _indented(Text(printable(source), style="dim"), 4)


def _indented(text: Text, columns: int) -> RenderableType:
    """Wrapped lines stand under the first."""
    from rich.padding import Padding

    return Padding(text, (0, 0, 0, columns), expand=False)


def _marked(quote: Quote) -> Text:
    from rich.text import Text

    text = Text(printable(quote.text))
    for begin, end in quote.names:
        text.stylize("bold green", begin, end)
    if quote.cue:
        text.stylize("bold red underline", quote.cue.begin, quote.cue.end)
    return text


def _both(labels: Mapping[str, str]) -> str:
    return " ".join(labels[lang] for lang in ("zh", "en") if lang in labels)
