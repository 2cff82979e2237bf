"""What is one across articles, and what is not."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.resolution.building import Telling, forum, signing
from unigraph.extraction import extract
from unigraph.graph import GraphData
from unigraph.model import Article, ArticleFacts, Entity
from unigraph.ontology import load_ontology
from unigraph.resolution import resolve


def _resolve(*facts: ArticleFacts) -> GraphData:
    return resolve(facts, load_ontology())


def _named(graph: GraphData, name: str) -> list[Entity]:
    return [e for e in graph.entities.values() if e.name == name]


def _holder(text: str, person: str, body: str, title: str, *, confidence: float = 0.9) -> ArticleFacts:
    t = Telling(text, "2026-01-01")
    p, b = t.thing("Official", person), t.thing("TerritorialUnion", body)
    return t.say(p, "holdsPosition", b, title, title, confidence).facts()


def _things(text: str, *things: tuple[str, str, tuple[str, ...], str]) -> ArticleFacts:
    t = Telling(text)
    for cls, name, aliases, key in things:
        t.thing(cls, name, aliases=aliases, key=key)
    return t.facts()


def test_a_key_makes_one_whatever_the_names() -> None:
    graph = _resolve(
        _things("一\n云岭县总工会。", ("Union", "云岭县总工会", (), "u-990122")),
        _things("二\n南溪市云岭县总工会。", ("TerritorialUnion", "南溪市云岭县总工会", (), "u-990122")),
    )
    (union,) = graph.entities.values()
    assert union.id == "u-990122"
    assert union.cls == "TerritorialUnion"
    assert (union.name, union.aliases) == ("南溪市云岭县总工会", ("云岭县总工会",))
    assert {m.article for m in union.mentions} == set(graph.articles)


@pytest.mark.parametrize("cls", ["Union", "Company", "School", "Venue"])
def test_bodies_and_places_are_one_by_class_and_folded_name(cls: str) -> None:
    graph = _resolve(
        _things("一\n松涛（南溪）社。", (cls, "松涛（南溪）社", (), "")),
        _things("二\n松涛(南溪) 社。", (cls, "松涛(南溪) 社", (), "")),
    )
    assert len(graph.entities) == 1


def test_one_name_in_two_kinds_stays_two() -> None:
    graph = _resolve(
        _things("一\n松涛。", ("Company", "松涛", (), "")), _things("二\n松涛。", ("Place", "松涛", (), ""))
    )
    assert {e.id[:2] for e in graph.entities.values()} == {"c-", "pl"}


def test_one_name_with_two_keys_stays_two_and_who_has_no_key_joins_neither() -> None:
    graph = _resolve(
        _things("一\n新桥区。", ("Division", "新桥区", (), "pl-990102")),
        _things("二\n新桥区。", ("Division", "新桥区", (), "pl-980102")),
        _things("三\n新桥区。", ("Division", "新桥区", (), "")),
        _things("四\n新桥区。", ("Division", "新桥区", (), "")),
    )
    assert len(_named(graph, "新桥区")) == 4
    assert all(len({m.article for m in e.mentions}) == 1 for e in graph.entities.values())


def test_a_keyless_bearer_of_a_name_with_one_key_joins_it() -> None:
    graph = _resolve(
        _things("一\n新桥区。", ("Division", "新桥区", (), "pl-990102")),
        _things("二\n新桥区。", ("Place", "新桥区", (), "")),
    )
    assert list(graph.entities) == ["pl-990102"]


def test_a_short_name_of_exactly_one_company_is_that_company() -> None:
    graph = _resolve(
        _things("一\n松涛机械股份有限公司。", ("Company", "松涛机械股份有限公司", ("松涛机械",), "")),
        *(_things(f"{n}\n松涛机械。", ("Company", "松涛机械", (), "")) for n in "二三四"),
    )
    (company,) = graph.entities.values()
    assert (company.name, company.aliases) == ("松涛机械股份有限公司", ("松涛机械",))


@pytest.mark.parametrize(
    "articles",
    [
        pytest.param(
            [
                [("Company", "松涛机械股份有限公司", ("松涛",), "")],
                [("Company", "松涛酒业股份有限公司", ("松涛",), "")],
                [("Company", "松涛", (), "")],
            ],
            id="an alias of two",
        ),
        pytest.param(
            [
                [("Company", "松涛机械股份有限公司", ("松涛",), ""), ("Company", "松涛", (), "")],
            ],
            id="told apart in one article",
        ),
        pytest.param(
            [[("Venue", "松涛文化中心", ("松涛",), "")], [("Venue", "松涛", (), "")]],
            id="places",
        ),
        pytest.param(
            [[("Company", "松涛机械股份有限公司", ("松涛",), "")], [("Organization", "松涛", (), "")]],
            id="another kind",
        ),
    ],
)
def test_aliases_join_nothing_else(articles: Sequence[Sequence[tuple[str, str, tuple[str, ...], str]]]) -> None:
    texts = (f"{i}\n{'，'.join(x[1] for x in things)}。" for i, things in enumerate(articles))
    graph = _resolve(*(_things(text, *things) for text, things in zip(texts, articles, strict=True)))
    assert len(graph.entities) == sum(map(len, articles))


def test_aliases_make_no_chains() -> None:
    graph = _resolve(
        _things("一\n松涛机械股份有限公司。", ("Company", "松涛机械股份有限公司", ("松涛机械",), "")),
        _things("二\n松涛机械。", ("Company", "松涛机械", ("松涛",), "")),
        _things("三\n松涛。", ("Company", "松涛", (), "")),
    )
    assert len(graph.entities) == 2
    assert len(_named(graph, "松涛")) == 1


def test_a_person_with_posts_at_one_body_is_one() -> None:
    graph = _resolve(
        _holder("一\n云岭县总工会主席何静。", "何静", "云岭县总工会", "主席"),
        _holder("二\n云岭县总工会党组书记何静。", "何静", "云岭县总工会", "党组书记"),
    )
    assert len(_named(graph, "何静")) == 1
    assert len(graph.posts) == 2


def test_namesakes_at_two_bodies_are_two() -> None:
    graph = _resolve(
        _holder("一\n云岭县总工会主席何静。", "何静", "云岭县总工会", "主席"),
        _holder("二\n东河县总工会主席何静。", "何静", "东河县总工会", "主席"),
    )
    assert len({e.id for e in _named(graph, "何静")}) == 2


def test_one_post_held_by_two_names_is_one_post_and_two_persons() -> None:
    graph = _resolve(
        _holder("一\n云岭县总工会主席何静。", "何静", "云岭县总工会", "主席"),
        _holder("二\n云岭县总工会主席罗明。", "罗明", "云岭县总工会", "主席"),
    )
    assert len(graph.posts) == 1
    assert {f.subject for f in graph.facts} == {e.id for n in ("何静", "罗明") for e in _named(graph, n)}


def test_a_post_that_is_not_sure_makes_no_one_of_two() -> None:
    graph = _resolve(
        _holder("一\n云岭县总工会主席何静。", "何静", "云岭县总工会", "主席"),
        _holder("二\n云岭县总工会主席何静来。", "何静", "云岭县总工会", "主席", confidence=0.2),
    )
    assert len(_named(graph, "何静")) == 2


def test_a_person_without_a_post_stays_with_the_article() -> None:
    graph = _resolve(
        _holder("一\n云岭县总工会主席何静。", "何静", "云岭县总工会", "主席"),
        _things("二\n何静到场。", ("Person", "何静", (), "")),
        _things("三\n何静讲课。", ("Person", "何静", (), "")),
    )
    assert len(_named(graph, "何静")) == 3


def _report(text: str, publisher: str) -> ArticleFacts:
    t = Telling(text, "2026-01-01", publisher=publisher)
    t.reporter("宋雨")
    return t.facts()


def test_reporters_of_one_publisher_are_one_and_of_two_are_two() -> None:
    graph = _resolve(_report("一\n宋雨", "南溪晚报"), _report("二\n宋雨", "南溪晚报"), _report("三\n宋雨", "东河日报"))
    by_articles = sorted(len({m.article for m in e.mentions}) for e in _named(graph, "宋雨"))
    assert by_articles == [1, 2]
    assert _report("四\n宋雨", "").reporters == (0,)
    assert len(_resolve(_report("四\n宋雨", ""), _report("五\n宋雨", "")).entities) == 2


def test_two_persons_of_one_article_are_joined_by_no_third() -> None:
    t = Telling("一\n云岭县总工会主席何静与东河县总工会主席何静。", "2026-01-01")
    first, second = t.thing("Person", "何静"), t.thing("Person", "何静")
    bodies = [t.thing("Union", name) for name in ("云岭县总工会", "东河县总工会")]
    t.say(first, "holdsPosition", bodies[0], "主席", "主席").say(second, "holdsPosition", bodies[1], "主席", "主席")
    both = Telling("二\n何静兼任云岭县总工会、东河县总工会主席。", "2026-01-02")
    person = both.thing("Person", "何静")
    for name in ("云岭县总工会", "东河县总工会"):
        both.say(person, "holdsPosition", both.thing("Union", name), "主席", "主席")
    graph = _resolve(t.facts(), both.facts())
    assert len(_named(graph, "何静")) == 3
    assert len(set(graph.entities)) == 5


def _meeting(text: str, host: str, date: str, *, name: str = "职工论坛") -> ArticleFacts:
    t = Telling(text, "2026-01-01")
    event = t.thing("Meeting", name)
    if host:
        t.say(t.thing("TerritorialUnion", host), "hosted", event, "办")
    if date:
        t.say(event, "startDate", None, "日", date)
    return t.facts()


def test_events_are_one_by_name_host_and_date() -> None:
    host = "云岭县总工会"
    graph = _resolve(
        _meeting(f"一\n日，{host}办职工论坛。", host, "2026-01-01"),
        _meeting(f"二\n日，{host}举办职工论坛。", host, "2026-01-01"),
    )
    assert len(_named(graph, "职工论坛")) == 1


@pytest.mark.parametrize(
    ("host", "date"),
    [("东河县总工会", "2026-01-01"), ("云岭县总工会", "2026-01-02"), ("云岭县总工会", ""), ("", "2026-01-01")],
)
def test_events_that_differ_in_host_or_date_are_two(host: str, date: str) -> None:
    graph = _resolve(
        _meeting("一\n日，云岭县总工会办职工论坛。", "云岭县总工会", "2026-01-01"),
        _meeting(f"二\n日，{host}办职工论坛。", host, date),
    )
    assert len({e.id for e in _named(graph, "职工论坛")}) == 2


def test_an_event_named_twice_in_one_article_is_one_unless_dates_differ() -> None:
    t = Telling("一\n3日和5日，职工论坛。")
    first, second = t.thing("Event", "职工论坛"), t.thing("Meeting", "职工论坛")
    assert len(_resolve(t.facts()).entities) == 1
    t.say(first, "startDate", None, "3日", "2026-01-03").say(second, "startDate", None, "5日", "2026-01-05")
    assert len(set(_resolve(t.facts()).entities)) == 2


def test_classes_that_disagree_meet_in_what_they_agree_on() -> None:
    def classes(*found: str) -> str:
        articles = [_things(f"{i}\n松涛。", (cls, "松涛", (), "o-songtao")) for i, cls in enumerate(found)]
        return _resolve(*articles).entities["o-songtao"].cls

    assert classes("Organization", "School") == "School"
    assert classes("School", "Hospital") == "Organization"
    assert classes("Union", "Company") == "Organization"
    assert classes("Place", "School", "School") == "School"
    assert classes("https://example.org/Court", "https://example.org/Court") == "https://example.org/Court"


def test_both_articles_of_the_sample_share_what_is_one() -> None:
    graph = _resolve(signing(), forum())
    for name in ("何静", "宋雨", "白石银行", "南溪市总工会"):
        (thing,) = _named(graph, name)
        assert {m.article for m in thing.mentions} == set(graph.articles)


def test_a_name_that_only_its_article_explains_joins_nothing() -> None:
    ontology = load_ontology()
    facts = [
        extract(
            Article(f"全委会召开\n{day}日，县教育局局长{name}主持会议。", "全委会召开", f"2025-06-{day}", "given"),
            ontology,
        )
        for day, name in (("11", "周岚"), ("12", "陆安平"))
    ]
    graph = resolve(facts, ontology)
    assert [e.name for e in graph.entities.values()].count("县教育局") == 2


def _bearers_in(*texts: str, name: str = "何静") -> int:
    """How many people of a name a few articles of one city speak of."""
    ontology = load_ontology()
    dated = ((f"2025-06-1{n}", text) for n, text in enumerate(texts))
    facts = [extract(Article(f"要闻{day}\n{text}", f"要闻{day}", day, "given"), ontology) for day, text in dated]
    return len({e.id for e in _named(resolve(facts, ontology), name)})


def test_another_calling_tells_two_apart_where_all_around_is_alike() -> None:
    official = "6月9日，绍兴市总工会副主席何静走访职工。绍兴市总工会主席沈若兰陪同。"
    nurse = "6月9日，绍兴市总工会主席沈若兰看望护士。护士何静说，夜班不累。"
    again = "6月9日，绍兴市总工会副主席何静看望护士。绍兴市总工会主席沈若兰陪同。"
    assert _bearers_in(official, nurse) == 2
    assert _bearers_in(official, again) == 1


def test_an_employer_may_be_told_without_its_county() -> None:
    first = "6月9日，诸暨双昌机械有限公司焊工何静在绍兴市获奖。绍兴市总工会主席沈若兰颁奖。"
    assert _bearers_in(first, "6月9日，双昌机械有限公司焊工何静受绍兴市总工会邀请讲课。沈若兰旁听。") == 1
    assert _bearers_in(first, "6月9日，望江医院护士何静受绍兴市总工会邀请讲课。沈若兰旁听。") == 2


def test_a_firm_that_is_renamed_on_a_day_stays_one() -> None:
    def bodies(*texts: str) -> int:
        ontology = load_ontology()
        facts = [extract(Article(f"要闻{t[:4]}\n{t}", f"要闻{t[:4]}", "2025-06-10", "given"), ontology) for t in texts]
        return len({e.id for e in resolve(facts, ontology).entities.values() if e.cls == "Company"})

    renamed = "绍兴松涛电子有限公司6月9日正式更名为绍兴望江科技有限公司，员工都很高兴。"
    assert bodies(renamed, "绍兴望江科技有限公司6月10日召开职工大会。") == 1
    beside = "绍兴松涛电子有限公司与绍兴云溪机械有限公司6月9日签约，后者更名为绍兴望江科技有限公司。"
    assert bodies(beside, "绍兴松涛电子有限公司6月10日召开职工大会。") > 1
