"""Where bodies' names end in roundabout news, whose they are, and which meetings two bodies held: one read, one left alone."""

from __future__ import annotations

import pytest

from tests.recognition.naming import bodies_of, names_of
from unigraph.extraction import extract
from unigraph.model import Article
from unigraph.ontology import load_ontology


def _events(*lines: str) -> set[str]:
    ontology = load_ontology()
    facts = extract(Article("\n".join(lines), lines[0]), ontology)
    return {e.name for e in facts.entities if ontology.root(e.cls) == "Event"}


def test_a_province_is_no_autonomous_region() -> None:
    names = names_of("湖北省总工会到博州调研", "新疆维吾尔自治区博州总工会主席到场，受省总工会委托，一行到访。")
    assert "湖北省总工会" in names
    assert "新疆维吾尔自治区总工会" not in names


@pytest.mark.parametrize("text", ["随着市总工会副主席挥动令旗，车队出发。", "他同时被县总工会评为工匠。"])
def test_no_division_is_called_by_a_word_that_joins(text: str) -> None:
    assert not any(n.startswith(("随着", "同时")) for n in names_of("送考", text))


def test_a_division_that_no_list_has_still_gives_its_name() -> None:
    assert "浏川市总工会" in names_of("送考", "浏川市总工会主办。市总工会副主席到场。")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("云岭省总工会与北京、深圳、山西等3省市总工会签约", {"北京市总工会", "深圳市总工会", "山西省总工会"}),
        ("汕头、梅州两市总工会经审会参加", {"汕头市总工会经费审查委员会", "梅州市总工会经费审查委员会"}),
    ],
)
def test_several_levels_and_organs_shared_in_a_list(text: str, names: set[str]) -> None:
    assert names <= names_of("消息", text)


def test_all_cities_are_none_in_particular() -> None:
    assert not names_of("消息", "各省市总工会都派人到场")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("慰问组到青石岭养护站慰问", "青石岭养护站"),
        ("经南平师范学院教授评审，结果揭晓", "南平师范学院"),
        ("——记永丰农场工会的一天", "永丰农场工会"),
        ("到云电陈斌劳模（工匠）创新工作室参观", "云电陈斌劳模（工匠）创新工作室"),
        ("清远市矿业开发有限责任公司总工程师赵大看重联盟的作用", "清远市矿业开发有限责任公司"),
        ("清远市清城区总工会和悦川公司工会到场", "悦川公司工会"),
        ("湖南攀达新型材料有限公司的一线成了看点", "湖南攀达新型材料有限公司"),
        ("县城里，法库县社会事务服务与行政执法中心工会成立", "法库县社会事务服务与行政执法中心工会"),
    ],
)
def test_where_names_begin_and_end(text: str, name: str) -> None:
    assert name in names_of("消息一则", text)


@pytest.mark.parametrize(
    "text",
    [
        "清远9个劳模创新工作室获授牌",
        "同行相见话工会",
        "（劳模）创新工作室揭牌",
        "法库县企业与服务中心的同志到场",
    ],
)
def test_groups_and_kinds_are_no_names(text: str) -> None:
    assert not {n for n in names_of("消息一则", text) if "工作室" in n or "与" in n or n == "话工会"}


def test_titles_that_tell_unions_of_hong_kong_and_taiwan() -> None:
    names = names_of("工會嘉年華", "主禮嘉賓有鞋業工會理事長王大文、製衣工會副理事長李小笑。")
    assert {"鞋业工会", "制衣工会"} <= names
    assert not names_of("工會嘉年華", "各工會理事長、該工會理事長到場。")


def test_who_signs_and_what_it_calls_its_own() -> None:
    names = names_of("同行来访", "来源：云达科技工会", "客人走进公司制造中心，公司工会主席致辞。")
    assert {"云达科技工会", "云达科技制造中心"} <= names
    assert not names_of("同行来访", "来源：校工会 2020-01-02")
    assert "南江外语大学" in names_of("来我院调研", "一行四人来我校调研。", "来源 | 南江外语大学工会")


def test_the_house_that_a_room_names() -> None:
    names = names_of("表彰", "5月20日，清江肿瘤医院门诊大厅成了舞台。", "院工会主席致辞。")
    assert "清江肿瘤医院工会" in names
    assert "工会" not in names_of("表彰", "5月20日，门诊大厅成了舞台。", "院工会主席致辞。")


def test_companies_by_the_first_characters_of_their_words() -> None:
    text = "六安城市建设投资有限公司召开大会。城投公司工会选出新班子。"
    assert names_of("大会", text, root="Union") == {"六安城市建设投资有限公司工会"}
    assert "交投公司" in names_of("大会", "六安城市建设投资有限公司召开大会。交投公司到会。")


def test_companies_by_a_place_and_a_trade_that_have_officers() -> None:
    assert "四川安装" in names_of("送清凉", "四川安装夏季活动启动。到场的有四川安装党委书记、董事长徐大进。")
    assert not names_of("送清凉", "四川安装工人不足，到场的有人。")


def test_few_companies_in_a_row() -> None:
    assert {"锦澜纺织", "甬川铸造"} <= names_of("签约", "支行已与锦澜纺织、甬川铸造两家企业签约。")
    assert not names_of("签约", "支行已与大型、小型两家企业签约。")


def test_a_river_name_is_no_level_word() -> None:
    assert "永州邮政" in names_of("走访", "一行来到永州邮政，走访慰问。")


def test_a_college_in_a_row_of_others_is_no_faculty() -> None:
    names = names_of("华澜理工大学工会联谊", "华澜理工大学工会办会，广东商学院、恺农业工程学院等高校来人。")
    assert not any(n.startswith("华澜理工大学恺") for n in names)


def test_talks_that_no_name_is_given_for_are_of_both_sides() -> None:
    told = ("南溪大学工会到北原大学工会交流", "4月2日，南溪大学工会主席何静一行走访北原大学工会。")
    assert "南溪大学工会与北原大学工会交流会" in _events(
        *told, "交流会开始，何静介绍了情况。北原大学工会主席李明发言。"
    )
    assert not _events("南溪大学工会通知", "今后各单位的交流会开得更勤一些才好。")


def test_a_date_behind_a_name_and_what_was_held_next() -> None:
    assert "2015年中牟县工会干部培训班" in _events(
        "培训", "为期4天的2015年中牟县工会干部培训班，12月23日在省干校开班。"
    )
    assert "铁路工会重点工作座谈会" in _events(
        "调研", "何静一行来调研。随后召开的是铁路工会重点工作座谈会，何静主持会议。"
    )


def test_workshops_are_organisations() -> None:
    body = next(b for b in bodies_of("慰问", "慰问组走进青岭机修车间慰问。") if b.name == "青岭机修车间")
    assert load_ontology().root(body.cls) == "Organization"


def test_faculties_of_the_school_meant() -> None:
    told = "北原大学工会主席何静一行到访，同来的有该校数学与统计学院党委书记李明、机电学院工会干部。"
    assert "北原大学数学与统计学院" in names_of("同行来访", told)
    assert not any("新学院" in n for n in names_of("同行来访", "北原大学工会主席何静说，该校的新学院多。"))


def test_a_clause_before_a_congress_is_none_of_its_name() -> None:
    events = _events("清远市总工会会议", "3月5日，清远市总工会第八次代表大会开幕。全国总工会对这次大会十分重视。")
    assert not any("对" in name for name in events)
    assert "清远市总工会第八次代表大会" in events


def test_spaces_beside_foreign_letters_bound_no_name() -> None:
    assert "“贺国庆”缤 Fun 嘉年华" in _events("嘉年华", "南平市总工会在广场举办“贺国庆”缤 Fun 嘉年华。")
    assert "第三届职工歌手大赛" in "".join(_events("歌手大赛", "南平市总工会 第三届职工歌手大赛开赛。"))
