"""What is decided for a block: people's decisions first, then evidence, as wholes; and why."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from unigraph.extraction import extract
from unigraph.model import Article
from unigraph.ontology import load_ontology
from unigraph.resolution import Decision, Member, Profile, decide


def _person(
    article: str, body: str = "", *, local: int = 0, title: str = "主席", day: str = "2024-01-01", **said: object
) -> Member:
    posts = ((1, title),) if body else ()
    profile = Profile(
        "Person", "Person", "何静", "何静", posts=posts, employers=(body,) if body else (), home=article, day=day
    )
    return Member(article, local, replace(profile, **said), lambda _: f"u-{body}")  # type: ignore[arg-type]


def _event(article: str, name: str, day: str = "2024-05-01", **said: object) -> Member:
    profile = Profile("Event", "Event", name, name, dates=(day,) if day else (), home=article, day=day)
    return Member(article, 0, replace(profile, **said), lambda _: "u-host")  # type: ignore[arg-type]


def _sizes(decision: Decision) -> list[int]:
    return sorted(len(cluster.members) for cluster in decision.clusters)


def test_what_people_made_one_is_one_against_all_evidence() -> None:
    block = [_person("甲", "云岭县总工会"), _person("乙", "东河县总工会")]
    assert _sizes(decide(block)) == [1, 1]
    joined = [m._replace(together=("d1",)) for m in block]
    (cluster,) = decide(joined).clusters
    assert cluster.members == (0, 1)
    assert cluster.joins[0].signals[0].feature == "decided by people"


def test_what_people_parted_is_two_though_one_body_speaks_for_it() -> None:
    block = [_person("甲", "云岭县总工会"), _person("乙", "云岭县总工会")]
    assert _sizes(decide(block)) == [2]
    parted = [block[0]._replace(apart=(("d1", 0),)), block[1]._replace(apart=(("d1", 1),))]
    decision = decide(parted)
    assert _sizes(decision) == [1, 1]
    assert [kept.veto for kept in decision.kept] == ["people decided"]


def test_what_people_parted_is_joined_by_no_third() -> None:
    block = [
        _person("甲", "云岭县总工会")._replace(apart=(("d1", 0),)),
        _person("乙", "云岭县总工会"),
        _person("丙", "云岭县总工会")._replace(apart=(("d1", 1),), together=("d2",)),
        _person("丁", "云岭县总工会")._replace(together=("d2",)),
    ]
    home = {n: i for i, c in enumerate(decide(block).clusters) for n in c.members}
    assert home[0] != home[2] == home[3]


def test_a_key_joins_nothing_that_people_parted() -> None:
    one = Profile("Union", "Union", "云岭县总工会", "云岭县总工会", key="u-990122")
    block = [Member(a, 0, one, lambda _: "", apart=(("d1", side),)) for a, side in (("甲", 0), ("乙", 1))]
    assert _sizes(decide(block)) == [1, 1]


def test_a_reprint_speaks_of_the_same_people_and_events() -> None:
    block = [_person("甲"), _person("乙")]
    assert _sizes(decide(block)) == [1, 1]
    assert _sizes(decide([block[0], block[1]._replace(story="甲")])) == [2]
    talks = [_event("甲", "职工夜校开班仪式", ""), _event("乙", "云岭职工夜校开班仪式", "")]
    assert _sizes(decide(talks)) == [1, 1]
    assert _sizes(decide([talks[0], talks[1]._replace(story="甲")])) == [2]


def test_two_of_one_article_stay_two_in_a_reprint() -> None:
    both = [_person("甲", "云岭县总工会"), _person("甲", "东河县总工会", local=1)]
    again = [m._replace(article="乙", story="甲") for m in both]
    clusters = [c.members for c in decide([*both, *again]).clusters]
    assert clusters == [(0, 2), (1, 3)]


def test_gender_birth_and_death_tell_people_of_one_body_apart() -> None:
    body = "云岭县总工会"
    for said in (("gender 女", "gender 男"), ("born 1970", "born 1981"), ("dead 2024-01-01", "trade 会计")):
        block = [
            _person("甲", body, marks=(said[0],)),
            _person("乙", body, day="2025-01-01", marks=(said[1],)),
        ]
        decision = decide(block)
        assert _sizes(decision) == [1, 1]
        assert decision.kept[0].veto


def test_who_heads_a_body_is_not_its_deputy_later() -> None:
    body = "云岭县总工会"
    up = [_person("甲", body, title="副主席"), _person("乙", body, day="2025-01-01")]
    down = [_person("甲", body), _person("乙", body, title="副主席", day="2025-01-01")]
    assert (_sizes(decide(up)), _sizes(decide(down))) == ([2], [1, 1])


def test_a_told_move_ties_two_bodies() -> None:
    block = [_person("甲", "云岭县总工会"), _person("乙", "东河县总工会", day="2025-01-01")]
    moved = replace(block[1].profile, told=(2,))
    links = {1: "u-东河县总工会", 2: "u-云岭县总工会"}
    (cluster,) = decide([block[0], Member("乙", 0, moved, links.__getitem__)]).clusters
    features = {signal.feature: signal.weight for signal in cluster.joins[0].signals}
    assert features["move told"] > 0
    assert 0.5 < cluster.probability < 1


def test_sessions_and_years_tell_events_apart() -> None:
    for a, b in (("第二届职工歌手大赛", "第三届职工歌手大赛"), ("2023年职工歌手大赛", "2024年职工歌手大赛")):
        assert _sizes(decide([_event("甲", a), _event("乙", b)])) == [1, 1]
    same = [_event(a, "第二届职工歌手大赛", regions=("990100",), placed=True) for a in "甲乙"]
    assert _sizes(decide(same)) == [2]


def test_a_company_of_one_name_in_two_regions_is_two_and_without_a_region_neither() -> None:
    def firm(article: str, *regions: str) -> Member:
        return Member(article, 0, Profile("Company", "Company", "松涛机电", "松涛机电", regions=regions), lambda _: "")

    assert _sizes(decide([firm("甲", "990100"), firm("乙", "990100")])) == [2]
    assert _sizes(decide([firm("甲", "990100"), firm("乙", "980100")])) == [1, 1]
    assert _sizes(decide([firm("甲", "990100"), firm("乙")])) == [2]
    assert _sizes(decide([firm("甲", "990100"), firm("乙", "980100"), firm("丙")])) == [1, 1, 1]


def test_a_paper_or_a_national_body_is_one_wherever_it_is_named() -> None:
    for cls, name in (("Media", "松涛工人报"), ("Organization", "全国松涛协会")):
        block = [
            Member(a, 0, Profile(cls, "Organization", name, name, regions=(region,)), lambda _: "")
            for a, region in (("甲", "990100"), ("乙", "980100"))
        ]
        assert _sizes(decide(block)) == [2]


def test_a_renamed_company_is_one_and_so_is_a_short_form_of_its_region() -> None:
    def firm(article: str, name: str, *renamed: str) -> Member:
        profile = Profile("Company", "Company", name, name, regions=("330600",), placed=True, renamed=renamed)
        return Member(article, 0, profile, lambda _: "")

    old, new = "绍兴松涛化工有限公司", "绍兴松涛新材料股份有限公司"
    told = [firm("乙", old, new), firm("乙", new, old)._replace(local=1)]
    block = [firm("甲", old), *told, firm("丙", new)]
    assert _sizes(decide(block)) == [4]
    assert _sizes(decide([block[0], block[3]])) == [1, 1]
    assert _sizes(decide([firm("甲", "绍兴松涛机电有限公司"), firm("乙", "松涛机电")])) == [2]


def test_a_division_of_old_is_what_became_of_it() -> None:
    facts = [
        extract(Article(f"送清凉\n8月2日，{name}主席何静慰问职工。", "送清凉", "2024-08-03", "given"), load_ontology())
        for name in ("海门市总工会", "南通市海门区总工会")
    ]
    keys = {e.key for one in facts for e in one.entities if e.cls == "TerritorialUnion"}
    assert keys == {"u-320614"}


_MEMBERS = st.lists(
    st.builds(
        lambda article, body, title, day, marks, near, side: _person(
            f"文{article}",
            body,
            title=title,
            day=f"202{day}-01-01",
            marks=marks,
            near=near,
            local=side,
        ),
        st.integers(0, 5),
        st.sampled_from(["", "甲县总工会", "乙县总工会", "丙厂"]),
        st.sampled_from(["主席", "副主席", "焊工"]),
        st.integers(0, 5),
        st.sampled_from([(), ("gender 女",), ("trade 律师",)]),
        st.sampled_from([(), ("丙厂",), ("person 丁一",)]),
        st.integers(0, 1),
    ),
    min_size=1,
    max_size=12,
    unique_by=lambda m: (m.article, m.local),
)


@settings(deadline=None)
@given(_MEMBERS)
def test_every_member_is_in_one_cluster_and_no_two_of_an_article_are_one(block: list[Member]) -> None:
    decision = decide(block)
    assert sorted(n for c in decision.clusters for n in c.members) == list(range(len(block)))
    for cluster in decision.clusters:
        articles = [block[n].article for n in cluster.members]
        assert len(set(articles)) == len(articles)
        assert 0.0 <= cluster.probability <= 1.0
    assert decide(block) == decision
