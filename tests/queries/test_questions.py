"""The named questions: what they answer, that two engines answer alike, and what they refuse."""

from __future__ import annotations

import re
import time

import pyoxigraph as ox
import pytest
import rdflib

from unigraph._resources import resource
from unigraph.errors import QueryError
from unigraph.queries import Question, Table, ask, bind, load_store, parse_question, questions, run
from unigraph.queries.table import Value

QUESTIONS = {q.name: q for q in questions()}
REQUIRED = {
    "article": "签约",
    "event": "论坛",
    "organization": "南溪市总工会",
    "other": "罗明",
    "person": "何静",
    "word": "南溪",
}
OPTIONAL = {
    "on": "2026-05",
    "place": "白石银行",
    "receiver": "罗明",
    "since": "2026-03-01",
    "until": "2026",
    "visitor": "何小静",
}


def values(question: Question, optional: bool) -> dict[str, str]:
    known = REQUIRED | OPTIONAL
    return {p.name: known[p.name] for p in question.parameters if p.required or (optional and p.name in known)}


def columns(table: Table, *names: str) -> list[tuple[Value, ...]]:
    places = [table.columns.index(n) for n in names]
    return [tuple(row[p] for p in places) for row in table.rows]


@pytest.fixture(scope="session")
def second_engine(turtle: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=turtle, format="turtle")


@pytest.mark.parametrize("optional", [False, True], ids=["required", "all"])
@pytest.mark.parametrize("name", QUESTIONS)
def test_two_engines_give_the_same_rows(
    name: str, optional: bool, store: ox.Store, second_engine: rdflib.Graph
) -> None:
    question = QUESTIONS[name]
    given = values(question, optional)
    ours = [[t and getattr(t, "value", "") for t in row] for row in ask(store, name, given).terms]
    theirs = [[t if t is None else str(t) for t in row] for row in second_engine.query(bind(question, given))]  # type: ignore[union-attr]
    assert ours == theirs


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_answers_something(name: str, store: ox.Store) -> None:
    assert len(ask(store, name, values(QUESTIONS[name], optional=False)))


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_every_question_is_told_in_two_languages_and_ordered(question: Question) -> None:
    assert set(question.titles) == {"zh", "en"}
    assert all(set(p.descriptions) == {"zh", "en"} for p in question.parameters)
    assert "ORDER BY" in question.sparql
    assert not re.search(r"NOT\s+EXISTS", question.sparql)
    # `$x` and `?x` are one variable to other engines
    assert not set(re.findall(r"\$(\w+)", question.sparql)) & set(re.findall(r"\?(\w+)", question.sparql))
    assert {p.name for p in question.parameters} == set(re.findall(r"\$(\w+)", question.sparql))


def test_there_are_many_questions() -> None:
    assert len(QUESTIONS) >= 15
    assert list(QUESTIONS) == sorted(p.stem for p in resource("ontology/queries").glob("*.rq"))


@pytest.fixture(scope="session")
def large(turtle: str) -> ox.Store:
    """Three hundred times the sample, 190,000 triples, each with identifiers and names of its own."""
    head, body = turtle.split("\n\n", 1)
    return load_store("\n\n".join([head, *(_copy(body, n) for n in range(300))]))


def _copy(body: str, number: int) -> str:
    def numbered(found: re.Match[str]) -> str:
        return f"id:{found[1]}-{number}" if found[1] else f'"{found[2]}{number}"'

    return re.sub(r'id:([a-z]+-[\w-]+)|"(何静|罗明|南溪市总工会)"', numbered, body)


@pytest.mark.parametrize("name", QUESTIONS)
def test_no_question_takes_the_square_of_the_graph(name: str, large: ox.Store) -> None:
    people = {"person": "何静7", "other": "罗明7", "organization": "南溪市总工会7"}
    given = {p: people.get(p, value) for p, value in values(QUESTIONS[name], optional=False).items()}
    begin = time.process_time()
    assert len(ask(large, name, given))
    assert time.process_time() - begin < 3  # a tenth of a second is usual, quadratic ones take minutes


def test_who_chaired(store: ox.Store) -> None:
    expected: list[tuple[Value, ...]] = [("何静", "南溪市总工会与白石银行签约仪式", "2026-03-01")]
    table = ask(store, "who-chaired", {})
    assert columns(table, "chairName", "happeningName", "date") == expected
    assert columns(table, "chair") == [("https://w3id.org/unigraph/id/p-hejing",)]


@pytest.mark.parametrize("name", ["何静", "何小静", "p-hejing", " 何静 "])
def test_a_person_is_known_by_name_alias_and_identifier(name: str, store: ox.Store) -> None:
    assert {row[0] for row in columns(ask(store, "person", {"person": name}), "thingName")} == {"何静"}


def test_identifiers_say_their_source_and_date(store: ox.Store) -> None:
    table = ask(store, "identifiers", {"name": "南溪市总"})
    expected: list[tuple[Value, ...]] = [
        ("南溪市总工会", "990100", "2026-09", "https://github.com/nbsetsail/real-china-division")
    ]
    assert columns(table, "thingName", "value", "issued", "source") == expected
    assert len(ask(store, "identifiers", {})) == 2


def test_who_signed_tells_a_pair_once_from_either_side(store: ox.Store) -> None:
    for body in ("", "南溪市总", "白石农商银行"):
        table = ask(store, "who-signed", {"organization": body})
        assert columns(table, "unionName", "partnerName", "date") == [("南溪市总工会", "白石银行", "2026-03-02")]
    assert not len(ask(store, "who-signed", {"organization": "东河县总工会"}))


def test_posts_are_as_of_a_date(store: ox.Store) -> None:
    table = ask(store, "posts", {})
    expected: list[tuple[Value, ...]] = [
        ("何静", "主席", "南溪市总工会", "2026-03-02"),
        ("罗明", "副主席", "南溪市总工会", "2026-03-02"),
    ]
    assert sorted(columns(table, "holderName", "title", "bodyName", "asOf"), key=str) == expected
    assert not len(ask(store, "posts", {"on": "2026-02"}))
    assert columns(ask(store, "former-posts", {}), "holderName", "title") == [("周岚", "原主席")]


def test_visits(store: ox.Store) -> None:
    table = ask(store, "who-was-visited", {"visitor": "何静"})
    assert columns(table, "visitedName", "date") == [("东河县总工会", "2026-05-07"), ("白石银行", "2026-05-07")]


def test_co_organisers_are_counted(store: ox.Store) -> None:
    table = ask(store, "co-organisers", {})
    assert columns(table, "bodyName", "events") == [("南溪市教育局", 2), ("白石银行", 1)]
    assert len(ask(store, "co-organisers", {"limit": "1"})) == 1


def test_shared_events(store: ox.Store) -> None:
    table = ask(store, "shared-events", {"person": "何静", "other": "罗明"})
    expected: list[tuple[Value, ...]] = [
        ("南溪市总工会与白石银行签约仪式", "chaired", "spokeAt"),
        ("东河县总工会职工论坛", "attended", "attended"),
    ]
    assert columns(table, "happeningName", "firstRole", "secondRole") == expected


def test_facts_of_an_article_come_with_their_sentences(store: ox.Store) -> None:
    table = ask(store, "article-facts", {"article": "何静走访白石银行"})
    expected: list[tuple[Value, ...]] = [
        ("白石银行", "5月6日，何静走访白石银行，看望一线职工。"),
        ("东河县总工会", "随后她来到东河县总工会，或许还去了南溪会堂。"),
    ]
    assert columns(table, "objectName", "sentence") == expected


def test_the_least_certain_come_first_and_candidates_apart(store: ox.Store) -> None:
    table = ask(store, "by-confidence", {"below": "0.8"})
    confidences = [float(str(row[0])) for row in columns(table, "best")]
    assert confidences == [0.7, 0.75, 0.8]
    assert columns(ask(store, "candidates", {}), "objectName") == [("南溪会堂",)]


def test_an_honour_has_its_giver(store: ox.Store) -> None:
    table = ask(store, "awards", {})
    assert columns(table, "winnerName", "awardName", "giverName") == [("罗明", "东河工匠", "东河县总工会职工论坛")]


def test_events_below_a_body(store: ox.Store) -> None:
    table = ask(store, "member-events", {"organization": "南溪市总工会"})
    assert columns(table, "memberName", "happeningName") == [("东河县总工会", "东河县总工会职工论坛")]


def test_reporters(store: ox.Store) -> None:
    table = ask(store, "reporters", {})
    assert columns(table, "writerName", "articles", "first", "last") == [("宋雨", 2, "2026-03-02", "2026-04-20")]


@pytest.mark.parametrize(
    ("since", "until", "months"),
    [
        ("", "", ["2026-03", "2026-04"]),
        ("2026-03-02", "", ["2026-04"]),
        ("2026-04-15", "", ["2026-04"]),  # an event in April may be on any of its days
        ("2026-05", "", []),
        ("", "2026-03", ["2026-03"]),
        ("", "2026-04-02", ["2026-03", "2026-04"]),
        ("2027", "", []),
        ("", "2025", []),
    ],
)
def test_months_without_days_are_compared_as_far_as_they_go(
    since: str, until: str, months: list[str], store: ox.Store
) -> None:
    table = ask(store, "events-by-month", {"since": since, "until": until})
    assert [row[0] for row in table.rows] == months


@pytest.mark.parametrize(
    ("name", "parameters", "message"),
    [
        ("who-chair", {}, "no question is named 'who-chair'; did you mean who-chaired"),
        ("zzzz", {}, "unigraph query --list"),
        ("who-chaired", {"persn": "何静"}, "no parameter 'persn'; it takes person, event, since, until"),
        ("rules", {"person": "何静"}, "no parameter 'person'; it takes none"),
        ("shared-events", {"person": "何静"}, "needs other: add --set other=…"),
        ("shared-events", {"person": "何静", "other": ""}, "needs other"),
        ("co-organisers", {"limit": "1; DROP"}, "limit must be a whole number"),
        ("co-organisers", {"limit": "-1"}, "limit must be a whole number"),
        ("by-confidence", {"below": "2"}, "below must be a number from 0 to 1"),
        ("timeline", {"since": "3月"}, "since must be a year, month or day"),
        ("timeline", {"since": "2026-13"}, "since must be a year, month or day"),
    ],
)
def test_what_does_not_fit_is_refused_in_one_line(
    name: str, parameters: dict[str, str], message: str, store: ox.Store
) -> None:
    with pytest.raises(QueryError, match=re.escape(message)) as error:
        ask(store, name, parameters)
    assert "\n" not in str(error.value)


HOSTILE = [
    '何静" || true || "',
    "\\",
    '\\"',
    '"""',
    "'",
    "a\nb\r\t\b\f\0",
    "} SELECT * { ?s ?p ?o",
    "\\u0022",
    "$other ?person # x",
    "<http://a>",
    "\u2028﻿",
]


@pytest.mark.parametrize("value", HOSTILE)
def test_a_value_stays_a_value(value: str, store: ox.Store) -> None:
    table = run(store, "SELECT ($x AS ?y) {}", parameters={"x": value})
    assert table.rows == ((value.strip(),),)
    assert not len(ask(store, "person", {"person": value}))


def test_a_lone_surrogate_is_refused(store: ox.Store) -> None:
    with pytest.raises(QueryError):
        ask(store, "person", {"person": "\ud800"})


def test_parameters_are_not_put_into_strings_comments_and_names(store: ox.Store) -> None:
    sparql = """
        # $x stays
        PREFIX ex: <http://example.org/$x>
        SELECT ("$x" AS ?a) ('$x' AS ?b) ('''$x "' ''' AS ?c) ($x AS ?d) (ex: AS ?e) {}
    """
    table = run(store, sparql, parameters={"x": "1"})
    assert table.rows == (("$x", "$x", "$x \"' ", "1", "http://example.org/$x"),)


def test_a_query_of_ones_own_may_have_a_head(store: ox.Store) -> None:
    sparql = "# parameter n: default 2 integer\nSELECT ?s { ?s a ug:Union } ORDER BY ?s LIMIT $n"
    assert len(run(store, sparql)) == 2
    assert len(run(store, sparql, parameters={"n": "1"})) == 1
    with pytest.raises(QueryError, match="it takes n"):
        run(store, sparql, parameters={"m": "1"})


def test_without_a_value_a_name_is_a_variable(store: ox.Store) -> None:
    assert len(run(store, "SELECT $s { $s a ug:Union }")) == 2
    with pytest.raises(QueryError, match=r"it takes none \(write one as \$name\)"):
        run(store, "SELECT ?s { ?s a ug:Union }", parameters={"s": "x"})


def test_a_broken_head_is_refused() -> None:
    with pytest.raises(QueryError, match="write required, optional or default VALUE"):
        parse_question("mine", "# parameter n: perhaps\nASK {}")
    with pytest.raises(QueryError, match="text, integer, number, date"):
        parse_question("mine", "# parameter n: optional colour\nASK {}")
