"""Posts: stacks of titles before names, lists that share, bodies that titles name, and clauses that state them."""

from __future__ import annotations

import pytest

from .saying import facts_of, said

COUNTY = "德清县总工会"
LEAD = f"{COUNTY}召开全委会议。"


def posts_of(body: str, title: str = "岚川新闻") -> set[tuple[str, str, str]]:
    """Person, body and title of each post that a text tells of."""
    facts = facts_of(body, title)
    names = [e.name for e in facts.entities]
    return {
        (names[c.subject], names[c.object], c.value)
        for c in facts.claims
        if c.predicate == "holdsPosition" and c.object is not None
    }


def test_a_stack_joins_titles_and_bodies() -> None:
    found = posts_of("德清县人大常委会副主任，县总工会党组书记、主席周岚讲话。")
    assert found == {
        ("周岚", "德清县人大常委会", "副主任"),
        ("周岚", COUNTY, "党组书记"),
        ("周岚", COUNTY, "主席"),
    }


def test_a_list_shares_body_and_title_but_not_the_chair() -> None:
    found = posts_of(f"{COUNTY}主席周岚、副主席陆安平、沈若水，二级调研员许雅到会。")
    assert found == {
        ("周岚", COUNTY, "主席"),
        ("陆安平", COUNTY, "副主席"),
        ("沈若水", COUNTY, "副主席"),
        ("许雅", COUNTY, "二级调研员"),
    }


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("德清县委常委、组织部部长周岚出席。", ("周岚", "德清县委组织部", "部长")),
        ("德清县委常委、宣传部长周岚出席。", ("周岚", "德清县委宣传部", "部长")),
        ("德清县委常委、副县长周岚出席。", ("周岚", "德清县人民政府", "副县长")),
        (f"{COUNTY}主席许雅、经审会主任周岚出席。", ("周岚", f"{COUNTY}经费审查委员会", "主任")),
        (f"{COUNTY}劳动和经济工作部部长周岚出席。", ("周岚", COUNTY, "劳动和经济工作部部长")),
        ("湖州师范学院党委副书记周岚出席。", ("周岚", "湖州师范学院", "党委副书记")),
        ("中国工会十八大代表周岚出席。", ("周岚", "中国工会第十八次全国代表大会", "代表")),
        ("浙江天禾食品有限公司班车司机周岚发言。", ("周岚", "浙江天禾食品有限公司", "班车司机")),
        ("浙江天禾食品有限公司副总经理兼研发总监周岚发言。", ("周岚", "浙江天禾食品有限公司", "研发总监")),
    ],
)
def test_the_body_of_a_title(text: str, post: tuple[str, str, str]) -> None:
    assert post in posts_of(text)


def test_a_bare_title_is_at_the_articles_own_body_of_its_kind() -> None:
    found = posts_of("浙江天禾食品有限公司举行职代会，德清县总工会派员到会。\n董事长周岚讲话。")
    assert found == {("周岚", "浙江天禾食品有限公司", "董事长")}


def test_the_union_post_is_at_the_union_where_that_is_named() -> None:
    alone = posts_of("浙江天禾食品有限公司党委副书记、工会主席周岚讲话。")
    assert ("周岚", "浙江天禾食品有限公司", "工会主席") in alone
    named = posts_of("浙江天禾食品有限公司党委副书记、工会主席周岚讲话。浙江天禾食品有限公司工会举办讲座。")
    assert ("周岚", "浙江天禾食品有限公司工会", "主席") in named


def test_a_bare_title_after_an_unknown_body_goes_nowhere() -> None:
    found = posts_of(f"{LEAD}天外天执行主席周岚，常务副主席陆安平到会。")
    assert not any(name == "陆安平" for name, _, _ in found)


@pytest.mark.parametrize(
    "sentence",
    [
        "周岚当选主席。",
        "周岚担任主席。",
        "主席由周岚担任。",
        "主席一职由周岚担任。",
        "新一届主席是周岚。",
    ],
)
def test_clauses_that_state_a_post(sentence: str) -> None:
    assert posts_of(LEAD + sentence) == {("周岚", COUNTY, "主席")}


def test_names_and_titles_are_matched_one_by_one() -> None:
    found = posts_of(f"{LEAD}主席、副主席分别由周岚、陆安平担任。")
    assert found == {("周岚", COUNTY, "主席"), ("陆安平", COUNTY, "副主席")}
    found = posts_of(f"{LEAD}周岚、陆安平分别当选为主席、副主席。")
    assert found == {("周岚", COUNTY, "主席"), ("陆安平", COUNTY, "副主席")}


@pytest.mark.parametrize(
    "text",
    [
        "周岚，女，汉族，1970年5月生，现任德清县总工会副主席。",
        "讲师是周岚（德清县总工会副主席）。",
        "周岚是德清县总工会副主席。",
    ],
)
def test_posts_beside_a_name(text: str) -> None:
    assert ("周岚", COUNTY, "副主席") in posts_of(text)


@pytest.mark.parametrize(
    "text",
    [
        f"{COUNTY}原副主席周岚受邀参加。",
        f"原{COUNTY}副主席周岚受邀参加。",
        f"曾任{COUNTY}副主席的周岚受邀参加。",
        f"周岚曾任{COUNTY}副主席。",
        f"会上宣布，周岚同志致辞。周岚不再担任{COUNTY}副主席。",
    ],
)
def test_a_post_that_ended_says_so(text: str) -> None:
    assert posts_of(text) == {("周岚", COUNTY, "原副主席")}


@pytest.mark.parametrize("text", ["德清县总工会职工周岚说。", "德清县劳模周岚说。", "记者周岚报道。"])
def test_roles_are_no_posts(text: str) -> None:
    assert posts_of(text) == set()


def test_titles_keep_the_articles_own_script() -> None:
    assert {title for _, _, title in posts_of("德清縣總工會副主席、經審會主任周嵐出席。")} >= {"副主席"}
    assert {title for _, _, title in posts_of("德清縣總工會常務副主席周嵐出席。")} == {"常務副主席"}


def test_streets_have_posts_and_a_federation() -> None:
    found = posts_of("云岚街道组织宣传科科长、总工会副主席周岚，云岚街道党政办主任陆安平到场。", "云岚街道举办活动")
    assert ("周岚", "云岚街道总工会", "副主席") in found
    assert ("陆安平", "云岚街道", "党政办主任") in found


def test_members_of_societies_hold_a_post_and_those_of_unions_none() -> None:
    assert ("周岚", "浙江省音乐家协会", "会员") in posts_of("浙江省音乐家协会会员周岚点评。")
    assert not posts_of(f"{COUNTY}会员周岚点评。")


def test_a_company_post_after_that_at_its_union_is_at_the_company() -> None:
    found = posts_of("海棠纺织有限公司工会主席、纪委书记周岚出席。")
    assert ("周岚", "海棠纺织有限公司", "纪委书记") in found


def test_a_school_that_is_unknown_lends_its_posts_to_nobody() -> None:
    text = "南溪大学工会常务副主席周岚，国际教育学院常务副院长陆安平到会。"
    assert {name for name, _, _ in posts_of(text)} == {"周岚"}


@pytest.mark.parametrize(
    ("text", "post"),
    [
        (f"周岚，{COUNTY}主席，在会上介绍经验。", ("周岚", COUNTY, "主席")),
        (f"周岚——{COUNTY}副主席", ("周岚", COUNTY, "副主席")),
        (f"周岚目前担任{COUNTY}主席。", ("周岚", COUNTY, "主席")),
        (f"周岚于2021年3月出任{COUNTY}主席。", ("周岚", COUNTY, "主席")),
        (f"作为{COUNTY}主席，周岚多次走访企业。", ("周岚", COUNTY, "主席")),
        (f"大会选举周岚同志为{COUNTY}主席。", ("周岚", COUNTY, "主席")),
        (f"说这话的周岚，是{COUNTY}主席。", ("周岚", COUNTY, "主席")),
        (f"今年起，周岚接过{COUNTY}主席一职。", ("周岚", COUNTY, "主席")),
        (f"{COUNTY}的副主席周岚到场。", ("周岚", COUNTY, "副主席")),
        (f"{COUNTY}四届委员会委员周岚投下一票。", ("周岚", COUNTY, "委员")),
        (f"{COUNTY}聘请周岚担任法律援助律师。", ("周岚", COUNTY, "法律援助律师")),
        ("云岭电子有限公司召开职代会，周岚董事长到会。", ("周岚", "云岭电子有限公司", "董事长")),
        ("周岚是云岭电子有限公司的一名焊工。", ("周岚", "云岭电子有限公司", "焊工")),
        ("周岚在云岭电子有限公司任总工程师。", ("周岚", "云岭电子有限公司", "总工程师")),
        ("焊工周岚来自云岭电子有限公司。", ("周岚", "云岭电子有限公司", "焊工")),
        ("周岚来自云岭电子有限公司，是一名焊工。", ("周岚", "云岭电子有限公司", "焊工")),
        ("云岭电子有限公司副经理、高级技师周岚发言。", ("周岚", "云岭电子有限公司", "高级技师")),
        ("湖州师范学院的周岚副教授授课。", ("周岚", "湖州师范学院", "副教授")),
        ("德清县公共就业和人才服务中心主任周岚出席。", ("周岚", "德清县公共就业和人才服务中心", "主任")),
    ],
)
def test_more_ways_to_tell_a_post(text: str, post: tuple[str, str, str]) -> None:
    assert post in posts_of(LEAD + text)


@pytest.mark.parametrize(
    "text",
    [
        "德清县总工会慰问焊工周岚。",
        "周岚是浙江人，来自云岭电子有限公司。",
        "云岭电子有限公司的选手周岚获得冠军。",
        "德清县总工会副主席、焊工周岚的事迹传开了。",
    ],
)
def test_a_trade_is_no_post_where_nothing_says_so(text: str) -> None:
    assert not {p for p in posts_of(text) if p[2] in ("焊工", "选手")}


def test_two_posts_for_two_people() -> None:
    found = posts_of(f"周岚、陆安平分别当选{COUNTY}主席和副主席。")
    assert found == {("周岚", COUNTY, "主席"), ("陆安平", COUNTY, "副主席")}


def test_a_row_of_the_elected_goes_on_over_brackets() -> None:
    body = "德清县总工会全体会议选举周岚为德清县总工会主席，李洪、唐志城（兼）、龙爱民（女）当选副主席。"
    holders = {s for s, p, _ in said(body, "holdsPosition")}
    assert {"周岚", "李洪", "唐志城", "龙爱民"} <= holders


def test_the_head_of_a_department_in_a_list_is_at_the_body_of_the_list() -> None:
    body = "锦州市总工会常务副主席周岚、副主席韩竹、民管部长许澄出席会议。"
    assert ("许澄", "holdsPosition", "锦州市总工会") in said(body, "holdsPosition")


def test_a_department_is_a_part_of_the_title() -> None:
    found = posts_of(
        "云岭电子有限公司装配一车间三班班长何大山、德清县第二中学教务处主任陆景明、德清县总工会宣教部部长林海到场。"
    )
    assert found == {
        ("何大山", "云岭电子有限公司", "装配一车间三班班长"),
        ("陆景明", "德清县第二中学", "教务处主任"),
        ("林海", COUNTY, "宣教部部长"),
    }


def test_a_faculty_is_a_body() -> None:
    assert posts_of("浙江大学教育学院院长陆景明到场。") == {("陆景明", "浙江大学教育学院", "院长")}


def test_a_union_that_is_founded() -> None:
    found = posts_of(
        "云岭电子有限公司召开会员大会，选举产生公司第一届工会委员会。陈丽当选工会主席，副主席选的是张贵书；"
        "女职工委员会经协商产生，何萍任主任。",
        title="云岭电子有限公司成立工会",
    )
    union = "云岭电子有限公司工会"
    assert {("陈丽", union, "主席"), ("张贵书", union, "副主席")} <= found


def test_no_guess_against_what_is_stated() -> None:
    found = posts_of("德清县摄影家协会副主席何小卫、德清县总工会主席陆景明出席。何小卫副主席宣读名单。")
    assert {p for p in found if p[0] == "何小卫"} == {("何小卫", "德清县摄影家协会", "副主席")}


def test_the_union_of_a_branch() -> None:
    found = posts_of("农业银行德清县分行主办展览。县分行行长何大山、县分行工会主席陆景明出席。")
    assert ("何大山", "农业银行德清县分行", "行长") in {(p, b.replace("中国", ""), t) for p, b, t in found}


def test_whoever_comes_to_our_county_is_of_another() -> None:
    found = posts_of(
        "3月3日，德清县总工会主席何大山来到我县。县总工会主席陆景明陪同。客人看了安吉县劳动公园，对安吉县的工作评价很高。",
        title="德清县总工会来我县考察",
    )
    assert ("陆景明", "安吉县总工会", "主席") in found
