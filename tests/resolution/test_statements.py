"""Claims to facts."""

from __future__ import annotations

from dataclasses import replace

from tests.resolution.building import Telling, forum, signing
from unigraph.graph import GraphData
from unigraph.model import Article, ArticleFacts, Claim, Entity, Evidence, Span
from unigraph.ontology import load_ontology
from unigraph.resolution import division_tree, resolve


def _resolve(*facts: ArticleFacts, threshold: float = 0.5) -> GraphData:
    return resolve(facts, load_ontology(), threshold=threshold)


def test_what_is_sure_is_plain_and_the_rest_is_candidate() -> None:
    graph = _resolve(signing())
    unsure = [f for f in graph.facts if not f.plain]
    assert [(f.predicate, f.confidence) for f in unsure] == [("attended", 0.3)]
    assert all(f.plain for f in _resolve(signing(), threshold=0.3).facts)
    assert not any(f.plain for f in _resolve(signing(), threshold=1.0).facts if f.confidence < 1)


def test_signing_is_held_once() -> None:
    there = Telling("一\n松涛社与柏林社签约。")
    a, b = there.thing("Company", "松涛社"), there.thing("Company", "柏林社")
    there.say(a, "signedWith", b, "签约")
    back = Telling("二\n柏林社与松涛社签约。")
    c, d = back.thing("Company", "柏林社"), back.thing("Company", "松涛社")
    back.say(c, "signedWith", d, "签约")
    (fact,) = _resolve(there.facts(), back.facts()).facts
    assert fact.subject < fact.object
    assert len(fact.evidence) == 2


def test_posts_are_of_title_and_body() -> None:
    graph = _resolve(signing(), forum())
    (post,) = graph.posts.values()
    (fact,) = [f for f in graph.facts if f.predicate == "holdsPosition"]
    assert (post.title, post.body, fact.object) == ("主席", "u-990100", post.id)
    assert [e.confidence for e in fact.evidence] == [1.0, 0.98]
    assert [e.as_of for e in fact.evidence] == ["2026-03-02", "2026-04-20"]


def _honour(text: str, *claims: tuple[str, str]) -> ArticleFacts:
    """Claims of receiver and giver, the latter may be empty."""
    t = Telling(text)
    known: dict[str, int] = {}
    for receiver, giver in claims:
        for name in filter(None, (receiver, giver)):
            if name not in known:
                known[name] = t.thing("TerritorialUnion" if "工会" in name else "Company", name)
        t.say(known[receiver], "received", known.get(giver), "奖", "劳动奖状")
    return t.facts()


def test_one_award_is_shared_by_its_receivers_and_known_by_its_giver() -> None:
    graph = _resolve(
        _honour("一\n南溪市总工会奖松涛社、柏林社。", ("松涛社", "南溪市总工会"), ("柏林社", "南溪市总工会"))
    )
    assert len(graph.awards) == 1
    assert sorted(f.predicate for f in graph.facts) == ["conferred", "received", "received"]
    two = _resolve(_honour("一\n甲总工会、乙总工会奖松涛社、柏林社。", ("松涛社", "甲总工会"), ("柏林社", "乙总工会")))
    assert len(two.awards) == 2


def test_an_award_without_giver_joins_that_of_the_only_giver_known() -> None:
    graph = _resolve(
        _honour("一\n松涛社获奖。", ("松涛社", "")), _honour("二\n南溪市总工会奖松涛社。", ("松涛社", "南溪市总工会"))
    )
    (award,) = graph.awards
    received = next(f for f in graph.facts if f.predicate == "received")
    conferred = next(f for f in graph.facts if f.predicate == "conferred")
    assert received.object == conferred.object == award
    assert (len(received.evidence), len(conferred.evidence)) == (2, 1)
    assert [f.predicate for f in _resolve(_honour("一\n松涛社获奖。", ("松涛社", ""))).facts] == ["received"]


def test_dates_that_are_none_and_facts_of_a_thing_with_itself_are_left_out() -> None:
    t = Telling("一\n松涛社30日签约仪式。")
    a, event = t.thing("Company", "松涛社"), t.thing("Event", "签约仪式")
    t.say(event, "startDate", None, "30日", "2026-02-30").say(event, "endDate", None, "30日", "30日")
    t.say(a, "signedWith", a, "签约").say(a, "visited", a, "签约")
    assert _resolve(t.facts()).facts == ()


def test_a_year_is_inferred_where_no_sentence_of_the_date_says_it() -> None:
    def inferred(text: str, cue: str, antecedents: tuple[int, ...] = ()) -> bool:
        t = Telling(text, "2026-03-02")
        event = t.thing("Event", "论坛")
        return bool(
            _resolve(t.say(event, "startDate", None, cue, "2026-03-01", antecedents=antecedents).facts()).inferred_years
        )

    assert inferred("论坛\n3月1日办论坛。", "3月1日")
    assert not inferred("论坛\n２０２６年3月1日办论坛。", "3月1日")
    assert not inferred("论坛\n二〇二六年3月1日办论坛。", "3月1日")
    assert inferred("论坛\n2026年计划已定。3月1日办论坛。", "3月1日")
    assert not inferred("论坛\n2026年计划已定。3月1日办论坛。", "3月1日", (1,))


def test_evidence_is_ranked_cleaned_and_counted_once() -> None:
    article = Article("松涛社访柏林社。", "松涛社访柏林社。", "2026-03-02", "given")
    t = Telling(article.text)
    things = (t.thing("Company", "松涛社"), t.thing("Company", "柏林社"))

    def claim(begin: int, confidence: float, rule: str = "visit") -> Claim:
        evidence = Evidence("elsewhere", 0, begin, begin + 1, rule, confidence, antecedents=(0,))
        return Claim(*things[:1], "visited", things[1], "", evidence)

    claims = (claim(3, 0.4), claim(3, 0.7), claim(4, 1.2), claim(3, 0.81239, "other"), claim(2, 0.7))
    (fact,) = _resolve(ArticleFacts(article, (Span(0, 8),), tuple(t.entities), (), claims)).facts
    assert [(e.begin, e.confidence, e.rule) for e in fact.evidence] == [
        (4, 1.0, "visit"),
        (3, 0.8124, "other"),
        (2, 0.7, "visit"),
        (3, 0.7, "visit"),
    ]
    assert {(e.article, e.as_of, e.antecedents) for e in fact.evidence} == {(article.id, "2026-03-02", ())}


def test_mentions_know_their_sentence() -> None:
    graph = _resolve(signing())
    for entity in graph.entities.values():
        for m in entity.mentions:
            span = graph.sentences[m.article][m.sentence]
            assert span.begin <= m.begin < m.end <= span.end


def test_codes_give_background_only_between_what_is_there() -> None:
    graph = _resolve(signing(), forum())
    assert graph.background == (("pl-990121", "locatedIn", "pl-990100"), ("u-990121", "partOf", "u-990100"))
    assert _resolve(forum()).background == graph.background[1:]
    assert {e.adcode for e in graph.entities.values()} == {"", "990100", "990121"}


def test_the_tree_of_divisions_takes_the_nearest_above() -> None:
    ids = ("pl-990000", "pl-990100", "pl-990121", "pl-990121003", "pl-980101", "u-100000", "u-980000", "u-980101")
    things = {i: Entity(i, "Place", i) for i in ids}
    assert {s: o for s, _, o in division_tree(things)} == {
        "pl-990100": "pl-990000",
        "pl-990121": "pl-990100",
        "pl-990121003": "pl-990121",
        "u-980000": "u-100000",
        "u-980101": "u-980000",
    }


def test_background_of_ones_own_needs_both_ends_and_yields_to_facts() -> None:
    facts = signing()
    t = replace(facts, claims=(*facts.claims, replace(facts.claims[0], predicate="locatedIn", subject=2, object=6)))
    plain = resolve([t], load_ontology(), background=lambda _: [])
    hall = next(f for f in plain.facts if f.predicate == "locatedIn")

    def known(_: object) -> list[tuple[str, str, str]]:
        return [
            (hall.subject, "locatedIn", hall.object),
            ("u-990100", "locatedIn", "nowhere"),
            ("u-990100", "locatedIn", "pl-990100"),
        ]

    assert resolve([t], load_ontology(), background=known).background == (("u-990100", "locatedIn", "pl-990100"),)
