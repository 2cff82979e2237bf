"""What the Turtle says, and that it says it in the same way to all readers."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pyoxigraph as ox
import pytest
import rdflib

from tests.resolution.building import forum, signing
from unigraph.graph import GraphData
from unigraph.ontology import UG, load_ontology
from unigraph.rdf import PREFIXES, make_header, quads, read_header, to_rdflib, to_turtle, triples
from unigraph.resolution import resolve

Plain = tuple[str, ...]


@pytest.fixture(scope="module")
def graph() -> GraphData:
    return resolve([signing(), forum()], load_ontology())


def of_oxigraph(found: Iterable[ox.Triple | ox.Quad]) -> list[Plain]:
    """Triples as plain texts: subject, predicate, object, language, datatype."""
    out: list[Plain] = []
    for t in found:
        o = t.object
        language, datatype = (o.language or "", o.datatype.value) if isinstance(o, ox.Literal) else ("", "")
        assert isinstance(t.subject, ox.NamedNode)
        assert isinstance(o, ox.NamedNode | ox.Literal)
        out.append((t.subject.value, t.predicate.value, o.value, language, "" if language else datatype))
    return out


def of_rdflib(found: rdflib.Graph) -> set[Plain]:
    """As above."""
    out: set[Plain] = set()
    for s, p, o in found:
        language, datatype = "", ""
        if isinstance(o, rdflib.Literal):
            language = o.language or ""
            datatype = "" if language else str(o.datatype or rdflib.XSD.string)
        out.add((str(s), str(p), str(o), language, datatype))
    return out


def _ask(graph: GraphData, variables: str, pattern: str) -> set[tuple[str, ...]]:
    """The answers of a SELECT, nodes by identifier, our terms by local name."""
    store = ox.Store()
    store.bulk_extend(ox.Quad(t.subject, t.predicate, t.object) for t in triples(graph))
    prefixes = {**PREFIXES, "id": graph.base}
    answers = store.query(f"SELECT {variables} {{ {pattern} }}", prefixes=prefixes)
    assert isinstance(answers, ox.QuerySolutions)

    def short(term: object) -> str:
        return str(getattr(term, "value", term)).removeprefix(graph.base).removeprefix(UG)

    return {tuple(map(short, row)) for row in answers}


def test_rdflib_and_pyoxigraph_read_the_same_triples(graph: GraphData) -> None:
    turtle = to_turtle(graph)
    expected = of_oxigraph(triples(graph))
    assert len(set(expected)) == len(expected)
    assert of_oxigraph(ox.parse(turtle, format=ox.RdfFormat.TURTLE)) == expected
    assert of_rdflib(rdflib.Graph().parse(data=turtle, format="turtle")) == set(expected)
    assert of_rdflib(to_rdflib(graph)) == set(expected)
    assert of_oxigraph(quads(graph)) == expected


def test_classes_come_first_and_each_subject_stands_once(graph: GraphData) -> None:
    subjects = re.findall(r"^(id:\S+) (\S+)", to_turtle(graph), re.MULTILINE)
    assert len({s for s, _ in subjects}) == len(subjects)
    assert {p for _, p in subjects} == {"a"}


def test_the_first_line_says_what_made_it(graph: GraphData) -> None:
    turtle = to_turtle(graph)
    header = read_header(turtle)
    assert turtle.startswith("# unigraph graph ")
    assert header == read_header(turtle.encode()) == make_header(graph.ontology, graph.base, 0.5)
    assert header is not None
    assert (header.ontology, header.base) == (graph.ontology.version, graph.base)
    assert read_header("@prefix ug: <x> .") is None
    assert read_header("# unigraph graph version=1 ontology=2 base=x threshold=1.2.3\n") is None


def test_nobody_needs_inference(graph: GraphData) -> None:
    assert _ask(graph, "?c", "id:u-990100 a ?c") == {("TerritorialUnion",), ("Union",), ("Organization",)}
    assert _ask(graph, "?x (LANG(?x) AS ?l)", "id:u-990100 rdfs:label ?x") == {("南溪市总工会", "zh")}
    assert _ask(graph, "?x (LANG(?x) AS ?l)", "id:u-990100 skos:altLabel ?x") == {
        ("南溪市总", "zh"),
        ("nan xi shi zong gong hui", "zh-latn"),
    }
    assert _ask(graph, "?x ?code", "?x ug:adcode ?code") >= {("u-990100", "990100"), ("pl-990121", "990121")}


def test_plain_triples_posts_awards_and_dates(graph: GraphData) -> None:
    assert len(_ask(graph, "?p", "?p ug:chaired ?e")) == 1
    post = "?p ug:holdsPosition ?post . ?post a ug:Position ; ug:title ?t ; ug:positionIn ?b ; rdfs:label ?l"
    assert _ask(graph, "?t ?b ?l", post) == {("主席", "u-990100", "南溪市总工会主席")}
    award = "?r ug:received ?a . ?g ug:conferred ?a . ?a a ug:Award ; rdfs:label ?l"
    assert _ask(graph, "?g ?l", award) == {("u-990100", "南溪五一劳动奖状")}
    dates = _ask(graph, "?d (DATATYPE(?d) AS ?t)", "?e ug:startDate ?d")
    assert {(d, t.rpartition("#")[2]) for d, t in dates} == {("2026-03-01", "date"), ("2026-04", "gYearMonth")}
    assert len(_ask(graph, "?e", "?e ug:inferredYear true")) == 1


def test_signing_is_written_both_ways_with_evidence_of_one(graph: GraphData) -> None:
    pairs = _ask(graph, "?a ?b", "?a ug:signedWith ?b")
    assert len(pairs) == 2
    assert {(b, a) for a, b in pairs} == pairs
    assert len(_ask(graph, "?e", "?e a ug:Evidence ; rdf:predicate ug:signedWith")) == 1


def test_candidates_are_no_plain_triples_and_no_statements(graph: GraphData) -> None:
    candidate = "?c a ug:Candidate ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o"
    assert len(_ask(graph, "?c", candidate)) == 1
    assert not _ask(graph, "?c", f"{candidate} . ?s ?p ?o")
    assert not _ask(graph, "?c", "?c a ug:Candidate, rdf:Statement")
    assert not _ask(graph, "?c", "?c a ug:Candidate, ug:Evidence")


def test_every_fact_has_evidence_with_all_that_belongs_to_it(graph: GraphData) -> None:
    whole = (
        "?e a rdf:Statement, ug:Evidence ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ;"
        " ug:confidence ?c ; ug:rule ?r ; ug:asOf ?d ; prov:wasDerivedFrom ?n ; ug:begin ?b ; ug:end ?f ."
        " ?n a ug:Sentence ; ug:inArticle ?a ."
    )
    evidence = _ask(graph, "?e", whole)
    assert evidence == _ask(graph, "?e", "?e a ug:Evidence")
    assert len(evidence) == sum(len(f.evidence) for f in graph.facts if f.plain)
    assert len(_ask(graph, "?e", "?e a ug:Evidence ; ug:antecedent ?n")) == 1
    confidences = {(t[2], t[4]) for t in of_oxigraph(triples(graph)) if t[1] == UG + "confidence"}
    assert {c for c, _ in confidences} == {"0.3", "0.8", "0.85", "0.9", "0.95", "0.97", "0.98", "1.0"}
    assert {t for _, t in confidences} == {str(rdflib.XSD.decimal)}


def test_offsets_slice_to_the_words(graph: GraphData) -> None:
    place = "?s ug:inArticle ?a . ?a ug:text ?text . "
    sentence = "?s a ug:Sentence ; ug:text ?t ; ug:begin ?b ; ug:end ?e"
    sentences = _ask(graph, "?t ?text ?b ?e", place + sentence)
    assert sentences
    assert all(words == text[int(begin) : int(end)] for words, text, begin, end in sentences)
    mention = "?m a ug:Mention ; ug:refersTo id:u-990100 ; ug:inSentence ?s ; ug:begin ?b ; ug:end ?e"
    mentions = _ask(graph, "?text ?b ?e", place + mention)
    assert {text[int(begin) : int(end)] for text, begin, end in mentions} == {"南溪市总工会", "双方"}


def test_a_word_for_two_things_is_two_mentions(graph: GraphData) -> None:
    shared = _ask(graph, "?m ?x", "?m a ug:Mention ; ug:refersTo ?x ; ug:begin 58 ; ug:end 60")
    assert len({m for m, _ in shared}) == len(shared) == 2
    assert all(m.endswith("-" + x) for m, x in shared)


def test_articles_say_where_they_are_from(graph: GraphData) -> None:
    article = (
        "?a a ug:Article ; ug:published ?d ; ug:publishedBasis ?b ; ug:publisher ?p ; ug:source ?s ; rdfs:label ?l ;"
        " ug:reportedBy ?r . ?r a ug:Journalist"
    )
    found = _ask(graph, "?d ?b ?p ?s ?l", article)
    assert ("2026-03-02", "given", "南溪晚报", "pages/one.txt", "南溪市总工会与白石银行签约") in found
    assert len(found) == 2


def test_without_texts_no_word_of_an_article_is_left(graph: GraphData) -> None:
    turtle = to_turtle(graph, texts=False)
    assert "ug:text" not in turtle
    assert "双方签署协议" not in turtle
    assert "ug:begin" in turtle
