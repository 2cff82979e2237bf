"""The ontology as a page to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from unigraph.ontology import ROOTS, UG, DataSet, Given, Ontology, OntologyClass, Predicate

__all__ = ["document"]

_INTRO = """\
# The ontology

Generated from `ontology/unigraph.ttl`: change that, then run `python scripts/generate.py`.

`ug:` is `https://w3id.org/unigraph/ontology#`. A class or predicate works by the Chinese words that it declares: take \
one out and the facts that it signals go with it; add one and they come. An ontology of your own that `owl:imports` \
this one adds classes and predicates in the same way, without a line of code.
"""


_OUTSIDE = """\
No article says these. A division's code decides its item of Wikidata: where the item has the division's name too, the \
place is `owl:sameAs` the item and takes its coordinates; where it has another name (the article speaks of a division \
by its name of old, or the item has one), the item is only a `skos:closeMatch`. A company has a stock code where its \
name is exactly a listed short name, or the full name that goes with one; a group is not its listed company.

A graph says of each data set that it draws on which properties it gives, where it is from and of which date it is:

```sparql
SELECT ?thing ?property ?value ?source ?issued WHERE {
  ?data a ug:DataSet ; ug:gives ?property ; dcterms:source ?source ; dcterms:issued ?issued .
  ?thing ?property ?value .
}
```
"""
_PREFIXES = {
    UG: "ug:",
    "http://www.w3.org/2002/07/owl#": "owl:",
    "http://www.w3.org/2004/02/skos/core#": "skos:",
    "http://schema.org/": "schema:",
}


def document(ontology: Ontology) -> str:
    """The ontology as Markdown: a table of classes with head nouns, and of predicates with cues."""
    things = [c for c in _tree(ontology) if ontology.root(c.name)]
    others = [c for c in _tree(ontology) if not ontology.root(c.name)]
    told = [p for p in ontology.predicates.values() if p.cues or p.label_cues]
    silent = [p for p in ontology.predicates.values() if not (p.cues or p.label_cues)]
    parts = (
        _INTRO,
        "## What a graph is about\n",
        "A narrower class stands under its wider one; a thing carries all of them.\n",
        _classes(ontology, things),
        "## Posts, honours, and where facts come from\n",
        _classes(ontology, others),
        "## What the news says\n",
        "The subject stands before the cue and the object after it, unless the table says otherwise; *context* means "
        "that the object is what the text speaks of there.\n",
        _predicates(ontology, told),
        "## Dates, background and provenance\n",
        "These have no cues of their own.\n",
        _predicates(ontology, silent),
        "## What is known from outside\n",
        _OUTSIDE,
        _given(ontology),
        _data_sets(ontology),
        "## The words\n",
        *(_class_words(c) for c in (*things, *others) if c.head_nouns or c.anaphors),
        *(_predicate_words(p) for p in told),
    )
    return "\n".join(parts)


def _tree(ontology: Ontology) -> Iterator[OntologyClass]:
    """The six kinds first, each class before those below it."""

    def below(name: str) -> Iterator[OntologyClass]:
        yield ontology.classes[name]
        for child in sorted(n for n, c in ontology.classes.items() if c.parents[:1] == (name,) and n not in ROOTS):
            yield from below(child)

    tops = [n for n, c in ontology.classes.items() if n in ROOTS or not c.parents]
    for name in sorted(tops, key=lambda n: (ROOTS.index(n) if n in ROOTS else len(ROOTS), n)):
        yield from below(name)


def _classes(ontology: Ontology, classes: Iterable[OntologyClass]) -> str:
    rows = (
        (
            f"`{cls.name}`",
            *_both(cls),
            ", ".join(f"`{p}`" for p in cls.parents) or "–",
            str(len(cls.head_nouns) or "–"),
        )
        for cls in classes
    )
    return _table(("class", "名称 name", "meaning", "below", "head nouns"), rows)


def _predicates(ontology: Ontology, predicates: Iterable[Predicate]) -> str:
    rows = (
        (
            f"`{p.name}`" + (" ↔" if p.symmetric else ""),
            *_both(p),
            _ends(p.domain),
            "literal" if p.literal else _ends(p.range),
            f"{p.subject_side}, {p.object_side}" if p.cues else "–",
        )
        for p in sorted(predicates, key=lambda p: p.name)
    )
    return _table(("predicate", "名称 name", "meaning", "subject", "object", "sides"), rows)


def _given(ontology: Ontology) -> str:
    rows = ((f"`{_short(p.iri)}`", *_both(p)) for one in ontology.data_sets for p in one.gives)
    return _table(("property", "名称 name", "meaning"), rows)


def _data_sets(ontology: Ontology) -> str:
    rows = (
        (
            f"`{_short(one.iri)}`",
            *_both(one),
            ", ".join(f"`{_short(p.iri)}`" for p in one.gives),
            " ".join(f"<{s}>" for s in one.sources),
            one.issued,
            " ".join(f"<{x}>" for x in one.licenses),
        )
        for one in ontology.data_sets
    )
    return _table(("data set", "名称 name", "meaning", "gives", "source", "as of", "licence"), rows)


def _short(iri: str) -> str:
    return next((prefix + iri[len(space) :] for space, prefix in _PREFIXES.items() if iri.startswith(space)), iri)


def _both(term: OntologyClass | Predicate | Given | DataSet) -> tuple[str, str]:
    labels, meanings = term.labels, term.definitions
    return (
        " ".join(labels[lang] for lang in ("zh", "en") if lang in labels),
        " ".join(meanings[lang] for lang in ("zh", "en") if lang in meanings),
    )


def _ends(names: tuple[str, ...]) -> str:
    return " or ".join(f"`{n}`" for n in names) or "any"


def _class_words(cls: OntologyClass) -> str:
    lines = [f"**`{cls.name}`** {cls.labels.get('zh', '')}"]
    lines += [f"- head nouns: {_words(cls.head_nouns)}"] if cls.head_nouns else []
    lines += [f"- spoken of again as: {_words(cls.anaphors)}"] if cls.anaphors else []
    return "\n".join(lines) + "\n"


def _predicate_words(predicate: Predicate) -> str:
    lines = [f"**`{predicate.name}`** {predicate.labels.get('zh', '')}"]
    lines += [f"- cues: {_words(predicate.cues)}"] if predicate.cues else []
    lines += [f"- labels before a list: {_words(predicate.label_cues)}"] if predicate.label_cues else []
    return "\n".join(lines) + "\n"


def _words(words: tuple[str, ...]) -> str:
    return "、".join(words)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |" for line in lines) + "\n"
