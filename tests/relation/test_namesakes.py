"""Two people of one name in one article."""

from __future__ import annotations

import pytest

from tests.relation.saying import facts_of
from unigraph.model import ArticleFacts


def _people(facts: ArticleFacts, name: str) -> list[set[tuple[str, str]]]:
    """For each bearer of a name the posts, by body and title."""
    return [
        {
            (facts.entities[c.object].name, c.value)
            for c in facts.claims
            if c.subject == n and c.predicate == "holdsPosition" and c.object is not None
        }
        for n, e in enumerate(facts.entities)
        if e.name == name
    ]


def test_who_reports_is_not_who_is_spoken_of() -> None:
    facts = facts_of("岚川工人报讯（记者 何静）6月19日，岚川市总工会副主席何静走访慰问职工。")
    assert len(_people(facts, "何静")) == 2
    (reporter,) = facts.reporters
    posts = [c.subject for c in facts.claims if c.predicate == "holdsPosition"]
    assert reporter not in posts


def test_who_signs_a_page_of_their_own_is_one() -> None:
    facts = facts_of("6月19日，岚川市总工会副主席何静走访慰问职工。\n（何静 罗明）")
    assert len(_people(facts, "何静")) == 1


def test_a_second_whole_post_at_an_unrelated_body_is_anothers() -> None:
    facts = facts_of(
        "6月19日，岚川市总工会主席何静带队到松涛机电有限公司调研。松涛机电有限公司工会主席何静介绍情况。何静说，职工满意。"
    )
    first, second = _people(facts, "何静")
    assert {title for _, title in first | second} == {"主席"}
    assert first.isdisjoint(second)


@pytest.mark.parametrize(
    "text",
    [
        "6月19日，岚川市总工会主席何静到松涛机电有限公司调研。何静此前任松涛机电有限公司工会主席何静说很高兴。",
        "6月19日，岚川市总工会主席何静走访慰问职工。市总工会主席何静说，要把好事办好。",
        "6月19日，岚川市总工会党组书记何静主持会议。岚川市总工会主席何静讲话。",
    ],
)
def test_a_post_told_again_or_of_before_is_the_same_persons(text: str) -> None:
    assert len(_people(facts_of(text), "何静")) == 1


def test_a_worker_and_an_official_of_one_name_are_two() -> None:
    facts = facts_of("6月19日，岚川市总工会主席何静为获奖者颁奖。电焊工何静获得一等奖。")
    assert len(_people(facts, "何静")) == 2


def test_where_the_article_says_so_any_description_tells_them_apart() -> None:
    facts = facts_of("6月19日，岚川市总工会主席何静开球，女裁判何静吹哨。两人同名，大家笑了。")
    assert len(_people(facts, "何静")) == 2
    assert len(_people(facts_of("6月19日，同名歌曲唱响，岚川市总工会主席何静开球。何静说很好。"), "何静")) == 1
