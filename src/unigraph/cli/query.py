"""``unigraph query``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from unigraph.cli._shared import FOLDER, console, emit

if TYPE_CHECKING:
    import pyoxigraph as ox

    from unigraph.queries import Question, Table


@click.command(no_args_is_help=True)
@click.argument("graph", type=FOLDER, metavar="DIR|FILE", required=False)
@click.argument("query", metavar="QUERY", required=False)
@click.option("--list", "listed", is_flag=True, help="List the named questions, with their parameters.")
@click.option("--set", "settings", multiple=True, metavar="NAME=VALUE", help="A parameter of the question.")
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
def command(graph: Path | None, query: str | None, listed: bool, settings: tuple[str, ...], form: str) -> None:
    """Ask a graph.

    QUERY is SPARQL, a file that ends with .rq, or the name of a question that comes with unigraph. Common prefixes
    (ug, rdf, rdfs, xsd, skos, prov) need no declaration.

    \b
    unigraph query --list
    unigraph query out who-chaired
    unigraph query out who-chaired --set person=周岚
    unigraph query out 'SELECT ?name { ?u a ug:Union ; rdfs:label ?name }'
    unigraph query out mine.rq --format csv > answer.csv
    """
    if listed:
        from unigraph.queries import questions

        emit("\n".join(map(_describe, questions())))
        return
    if graph is None or query is None:
        raise click.UsageError("name a graph and a query, or --list", click.get_current_context())
    from unigraph.queries import load_store

    table = _answer(load_store(graph), query, _parameters(settings))
    _write(table, form, graph)


def _answer(store: ox.Store, query: str, parameters: dict[str, str]) -> Table:
    from unigraph.errors import QueryError
    from unigraph.queries import ask, questions, run

    if query.endswith(".rq"):
        try:
            text = Path(query).read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise QueryError(f"{query}: cannot read the query ({error}); check the path") from error
        return run(store, text, parameters=parameters)
    if query in {q.name for q in questions()} or not set(query) & set(" {\n\t"):
        return ask(store, query, parameters)
    return run(store, query, parameters=parameters)


def _parameters(settings: tuple[str, ...]) -> dict[str, str]:
    from unigraph.errors import OptionError

    wrong = next((s for s in settings if "=" not in s), None)
    if wrong is not None:
        raise OptionError(f"--set {wrong}: write NAME=VALUE, such as --set person=周岚")
    return dict(s.split("=", 1) for s in settings)


def _write(table: Table, form: str, graph: Path) -> None:
    from unigraph.queries import show, to_csv, to_json

    if form == "table":
        from unigraph._saving import stored_ontology

        show(table, console(), stored_ontology(graph))
    else:
        click.echo((to_csv if form == "csv" else to_json)(table), nl=False)


def _describe(question: Question) -> str:
    lines = [question.name, *(f"    {title}" for title in question.titles.values())]
    for parameter in question.parameters:
        need = "needed" if parameter.required else f"default {parameter.default}" if parameter.default else "optional"
        said = "; ".join(parameter.descriptions.values())
        lines.append(f"    --set {parameter.name}=…  {said} ({need})")
    return "\n".join(lines)
