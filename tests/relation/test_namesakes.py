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


@pytest.mark.parametrize(
    "text",
    [
        "6月19日，岚川市总工会副主席何静到岚川市医院看望职工。护士何静说，夜班不累。",
        "6月19日，岚川市总工会副主席何静到医院看望职工。岚川市人民医院的何静护士长介绍情况。",
        "6月19日，岚川市人民医院急诊科的何静参加比赛。松涛机电有限公司装配车间的何静也参加比赛。",
        "6月19日，司机何静，男，获得表彰。何静，女，也获得表彰。护士何静，女，上台。",
        "6月19日，张师傅和两位何静同台。教师何静唱歌，教师赵兰和邮递员何静跳舞。",
        "6月19日，岚川市总工会副主席何静到松涛机电有限公司调研。劳模何静说，工友们都好。",
        "6月19日，岚川市总工会主席何静讲话。云溪县总工会主席何静发言。",
        "6月19日，岚川市总工会主席何静讲话。会后，望江机械的何静发言。",
        "6月19日，岚川市中学的何静发言。松涛机电有限公司焊工何静随后发言。",
    ],
)
def test_what_no_one_person_is_tells_two_apart(text: str) -> None:
    assert len(_people(facts_of(text), "何静")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "6月19日，岚川市总工会兼职副主席何静到松涛机电有限公司调研。焊工何静说，工友们都好。",
        "6月19日，全国劳模、松涛机电有限公司焊工何静走上讲台。班长何静说，职工代表何静也说，技师何静还说。",
        "6月19日，岚川市中学校长何静发言。教师何静同时担任班主任。何静老师说，孩子们都好。",
        "6月19日，岚川市人民医院院长何静讲话。何静医生曾在急诊科工作。",
        "6月19日，岚川市委常委何静讲话。何静当选岚川市总工会第三届委员会主席。",
        "6月19日，岚川市总工会当选主席何静讲话。市委副书记何静主持。何静教授授课。",
        "6月19日，松涛机电有限公司副经理、高级技师何静受到表彰。2008年，何静担任望江供电公司车间主任。",
        "6月19日，劳模何静讲课。松涛机电有限公司的何静说，很高兴。焊工何静笑了。",
        "6月19日，何静走访职工。何静主席团成员都到场，何静说，职工满意。",
    ],
)
def test_one_person_in_several_words_is_one(text: str) -> None:
    assert len(_people(facts_of(text), "何静")) == 1


def test_a_reporter_that_is_told_of_is_one() -> None:
    assert len(_people(facts_of("6月19日，本报记者何静调任岚川市总工会宣传部部长。何静说，很高兴。"), "何静")) == 1


def test_a_bare_name_is_of_the_bearer_whose_sex_fits() -> None:
    text = "6月19日，司机何静，男，讲话。岚川市医院护士何静，女，讲话。何静说，他开车三十年了。"
    facts = facts_of(text)
    numbers = [m.entity for m in facts.mentions if facts.entities[m.entity].name == "何静"]
    assert len(set(numbers)) == 2 and numbers[0] == numbers[2] != numbers[1]
