"""Folders that graphs are built in, in this process, with each article read once however often it is built."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from unigraph import building
from unigraph._folder import working_in
from unigraph.building import Build, Options, build_sources, run
from unigraph.extraction import extract
from unigraph.model import Article, ArticleFacts
from unigraph.ontology import Ontology, load_ontology
from unigraph.rdf import to_turtle
from unigraph.recognition.given import Lexicon

GOLD = Path(__file__).parent.parent / "gold" / "train"


@cache
def gold_texts() -> tuple[tuple[str, str], ...]:
    """Names with a date, and texts, of annotated articles."""
    documents = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLD.glob("*.json"))]
    return tuple((f"{d['id']}-{d['published']}.txt", d["text"]) for d in documents)


def build(
    folder: Path,
    sources: Iterable[Path] = (),
    *,
    ontology: Ontology | None = None,
    fresh: bool = False,
    texts: bool = True,
    **options: Any,
) -> Build:
    """Add sources to a folder's graph, and write it."""
    with working_in(folder, fresh=fresh, told=lambda line: None) as place:
        made = run(list(sources), ontology or load_ontology(), Options(**options), store=place.store)
        place.write(texts=texts, explorer=False)
    return made


def in_memory(
    sources: Iterable[Path], *, ontology: Ontology | None = None, texts: bool = True, **options: Any
) -> bytes:
    """The bytes of the graph of some sources as the Python API writes it, which has all of it at once."""
    data, _ = build_sources(list(sources), ontology or load_ontology(), Options(**options))
    return to_turtle(data, texts=texts).encode()


def graph(folder: Path) -> bytes:
    """The bytes of a folder's graph."""
    return (folder / "graph.ttl").read_bytes()


def redirects(folder: Path) -> dict[str, set[str]]:
    """What became of former identifiers."""
    path = folder / "redirects.ttl"
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    told = [line.removesuffix(" .").split(" dcterms:isReplacedBy ") for line in lines if line.startswith("id:")]
    return {old: set(new.split(", ")) for old, new in told}


_known: dict[tuple[Article, str, str], ArticleFacts] = {}


def remember_extraction(monkeypatch: pytest.MonkeyPatch, *, doubtful: bool) -> None:
    """Read no article twice that is the same in all that its facts depend on.

    Where it is ``doubtful``, some claims are less sure than they were read, and some honours have no giver: what an
    article comes to then depends on what others say of the same things.
    """

    def read(article: Article, ontology: Ontology, lexicon: Lexicon) -> ArticleFacts:
        key = (article, ontology.version, lexicon.version)
        if key not in _known:
            _known[key] = extract(article, ontology, lexicon)
        return _doubted(_known[key]) if doubtful else _known[key]

    monkeypatch.setattr(building, "extract", read)


def _doubted(facts: ArticleFacts) -> ArticleFacts:
    claims = []
    for number, claim in enumerate(facts.claims):
        chance = zlib.crc32(f"{facts.article.id} {number}".encode())
        if chance % 3 == 0:
            claim = replace(claim, evidence=replace(claim.evidence, confidence=0.3))
        if chance % 5 == 0 and claim.predicate == "received":
            claim = replace(claim, object=None)
        claims.append(claim)
    return replace(facts, claims=tuple(claims))
