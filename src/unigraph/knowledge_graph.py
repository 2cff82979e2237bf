"""The graph in Python: DataFrames, SPARQL, networkx, rdflib, and a page to look at it with."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from unigraph._frames import (
    article_rows,
    class_counts,
    entity_rows,
    fact_rows,
    predicate_counts,
    summary_html,
)
from unigraph._output import GRAPH, STORE, check_folder, is_store, replace_files
from unigraph._saving import graph_files, read_graph
from unigraph.errors import OptionError, OutputError
from unigraph.graph import GraphData
from unigraph.ontology import Ontology, load_ontology

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    import pyoxigraph as ox
    import rdflib

    from unigraph.explorer.view import View

__all__ = ["KnowledgeGraph", "load"]

_ENTITY_COLUMNS = ("id", "label", "class", "class_label", "aliases", "mentions", "articles")
_FACT_COLUMNS = (
    "subject",
    "subject_label",
    "predicate",
    "predicate_label",
    "object",
    "object_label",
    "date",
    "confidence",
    "sentence",
    "article",
    "article_id",
    "rule",
    "evidence",
)
_ARTICLE_COLUMNS = ("id", "title", "published", "basis", "publisher", "reporters", "source", "reprint_of", "characters")
_OTHER_CLASSES = {"Position": ("id", "label", "body", "body_label"), "Award": ("id", "label")}


class KnowledgeGraph:
    """A graph that :func:`unigraph.build`, :func:`unigraph.build_text` or :func:`unigraph.load` made. It never changes.

    >>> import unigraph as ug
    >>> kg = ug.build_text("岚川市总工会召开座谈会\\n\\n3月5日，岚川市总工会召开座谈会。", published="2025-03-06")
    >>> kg.entities("Union").columns.tolist()
    ['id', 'label', 'class', 'class_label', 'aliases', 'mentions', 'articles']
    """

    def __init__(self, data: GraphData) -> None:
        self._data = data

    def __repr__(self) -> str:
        things, facts = sum(class_counts(self._data).values()), sum(predicate_counts(self._data).values())
        return f"KnowledgeGraph(articles={len(self._data.articles)}, entities={things}, facts={facts})"

    def _repr_html_(self) -> str:
        """A summary and the explorer, for a notebook. The page runs in a sandbox of its own."""
        from unigraph.explorer import render
        from unigraph.explorer.view import View

        return summary_html(self._data) + View(render(self._data))._repr_html_()

    @property
    def articles(self) -> pd.DataFrame:
        """One row an article: id, title, published, basis of the date, publisher, reporters, source, the identifier
        of the article that it reprints (empty where it is no reprint), characters."""
        return _frame(article_rows(self._data), _ARTICLE_COLUMNS)

    def entities(self, cls: str | None = None, *, background: bool = False) -> pd.DataFrame:
        """Things of a class, narrower classes with it; of all six kinds where none is named.

        Columns: id, label, class, class_label, aliases (joined by 、), mentions, articles (how many,
        reprints not counted again). ``Position`` and
        ``Award`` give posts (with their body) and honours. ``background`` adds things that no sentence names.
        Raises :class:`~unigraph.errors.OptionError` for a class that the ontology has not.
        """
        if cls is not None:
            _check_name(cls, "class", self._data.ontology.classes)
        return _frame(entity_rows(self._data, cls, background), _OTHER_CLASSES.get(cls or "", _ENTITY_COLUMNS))

    def facts(self, predicate: str | None = None, *, candidates: bool = False) -> pd.DataFrame:
        """Facts of a predicate, or all, a row each, with the best evidence.

        Columns: subject, predicate, object, each with its label; date (``YYYY-MM-DD`` or ``YYYY-MM``) that it speaks
        of; confidence from 0 to 1; sentence, article (title), article_id and rule of its best evidence; evidence, how
        often it is said. ``candidates`` adds what is too unsure to be in the graph, and a column ``plain``.
        ``signedWith`` stands once. Dates of events are ``startDate`` and ``endDate``, honours ``received`` and
        ``conferred``. Raises :class:`~unigraph.errors.OptionError` for a predicate that the ontology has not.
        """
        if predicate is not None:
            _check_name(predicate, "predicate", self._data.ontology.predicates)
        columns = (*_FACT_COLUMNS, "plain") if candidates else _FACT_COLUMNS
        return _frame(fact_rows(self._data, predicate, candidates), columns)

    def query(self, sparql: str, **parameters: str) -> pd.DataFrame:
        """Ask in SPARQL 1.1, or by the name of a question (``unigraph query --list`` shows them).

        Common prefixes (ug, rdf, rdfs, xsd, skos, prov …) are known. ``parameters`` are those of the question.
        Raises :class:`~unigraph.errors.QueryError` where it cannot be answered.

        >>> import unigraph as ug
        >>> kg = ug.build_text("岚川市总工会召开座谈会\\n\\n3月5日，岚川市总工会召开座谈会。", published="2025-03-06")
        >>> kg.query("SELECT (COUNT(*) AS ?n) WHERE { ?a a ug:Article }")["n"].tolist()
        [1]
        """
        from unigraph.queries import ask, questions, run

        named = sparql in {q.name for q in questions()}
        table = ask(self._store, sparql, parameters) if named else run(self._store, sparql, parameters=parameters)
        rows = ({c: _plain(v) for c, v in zip(table.columns, row, strict=True)} for row in table.rows)
        return _frame(rows, table.columns)

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """Things and honours as nodes, facts as edges with predicate, label, confidence, weight, first and last date.

        A post is an edge from its holder to the body, with its ``title``; ``startDate`` and ``endDate`` are attributes
        of events.
        """
        from unigraph.formats import to_networkx

        return to_networkx(self._data)

    def to_rdflib(self) -> rdflib.Graph:
        """All triples, as :meth:`to_turtle` writes them."""
        from unigraph.rdf import to_rdflib

        return to_rdflib(self._data)

    def to_turtle(self, *, texts: bool = True) -> str:
        """The graph as Turtle, the same bytes for the same graph. ``texts=False`` leaves the articles' words out."""
        from unigraph.rdf import to_turtle

        return to_turtle(self._data, texts=texts)

    def explore(
        self,
        *,
        around: str | Sequence[str] = (),
        steps: int = 2,
        since: str = "",
        until: str = "",
        top: int | None = None,
        title: str = "",
        lang: str = "zh",
        texts: Literal["whole", "quoted", "none"] = "whole",
        height: int = 640,
    ) -> View:
        """The explorer: in a notebook in place, elsewhere in the browser.

        ``around`` (names), ``steps``, ``since``, ``until`` (a year, month or day) and ``top`` (how many things) choose a
        part of the graph; ``texts`` embeds the articles, the sentences alone that are evidence, or none; ``height`` is
        that of the frame in pixels. What is returned can be saved: ``kg.explore(top=50).save("page.html")``.
        Raises :class:`~unigraph.errors.OptionError` for a name that nothing has, or a wrong date.
        """
        from unigraph.explorer import MOST, chosen, render
        from unigraph.explorer.view import View, in_notebook

        names = [around] if isinstance(around, str) else around
        part = chosen(self._data, around=names, steps=steps, since=since, until=until, top=top or MOST)
        view = View(render(part, title=title, texts=texts, lang=lang), height=height)
        if not in_notebook():
            view.open()
        return view

    def save(self, folder: str | Path, *, texts: bool = True, explorer: bool = False) -> Path:
        """Write ``graph.ttl`` into a folder and tell its path; with ``explorer``, ``explorer.html`` too.

        An ontology of one's own is written beside it. A graph that stands there is replaced, and its explorer, which
        would no longer be true, taken away. Raises
        :class:`~unigraph.errors.OutputError` where the folder holds other files or cannot be written.

        >>> import tempfile, unigraph as ug
        >>> kg = ug.build_text("岚川市总工会召开座谈会\\n\\n3月5日，岚川市总工会召开座谈会。", published="2025-03-06")
        >>> folder = tempfile.mkdtemp()
        >>> kg.save(folder).name
        'graph.ttl'
        >>> ug.load(folder)
        KnowledgeGraph(articles=1, ...)
        """
        target = Path(folder)
        check_folder(target)
        if is_store(target / STORE):
            raise OutputError(f"{folder}: holds a graph that is built there; save this one to another folder")
        replace_files(graph_files(self._data, target, texts=texts, explorer=explorer))
        return target / GRAPH

    @cached_property
    def _store(self) -> ox.Store:
        from unigraph.queries import load_store

        return load_store(self.to_turtle().encode("utf-8"))


def load(path: str | Path, *, ontology: str | Path | Ontology | None = None) -> KnowledgeGraph:
    """Read a graph from its folder or its file.

    The ontology is the one that it was built with, where this lies beside it. Raises
    :class:`~unigraph.errors.OutputError` where there is no graph, or it is damaged.
    """
    if ontology is not None and not isinstance(ontology, Ontology):
        ontology = load_ontology(ontology)
    return KnowledgeGraph(read_graph(path, ontology))


def _frame(rows: Iterable[dict[str, Any]] | Iterator[dict[str, Any]], columns: Sequence[str]) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame(list(rows), columns=list(columns))


def _plain(value: Any) -> Any:
    return float(value) if isinstance(value, Decimal) else value


def _check_name(name: str, kind: str, known: Iterable[str]) -> None:
    names = sorted(known)
    if name not in names:
        near = difflib.get_close_matches(name, names, n=3) or names
        raise OptionError(f"no {kind} {name!r} in the ontology; try {', '.join(near)}")
