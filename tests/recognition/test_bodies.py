"""Unions, companies and organisations: where names begin and end, full names, aliases, keys, and what is no body."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.recognition.naming import bodies_of, names_of
from unigraph.ontology import load_ontology


def _one(name: str, *lines: str) -> tuple[str, tuple[str, ...]]:
    """Key and aliases of the body of a name."""
    body = next(b for b in bodies_of(*lines) if b.name == name)
    return body.key, body.aliases


# ---------------------------------------------------------------------- bodies of divisions


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("市科技创新局", "深圳市科技创新局"),
        ("市人大常委会", "深圳市人大常委会"),
        ("市政府", "深圳市人民政府"),
        ("市委", "深圳市委"),
        ("市委组织部", "深圳市委组织部"),
        ("省总", "广东省总工会"),
        ("省总工会", "广东省总工会"),
        ("我市总工会", "深圳市总工会"),
        ("团市委", "共青团深圳市委"),
        ("全总", "中华全国总工会"),
        ("市第三人民医院", "深圳市第三人民医院"),
    ],
)
def test_short_names_take_the_division_of_the_article(phrase: str, name: str) -> None:
    assert name in names_of("深圳市总工会走访企业", f"近日，{phrase}有关负责人到会。")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("静安、闵行等区总工会到会", {"静安区总工会", "闵行区总工会"}),
        ("广州、珠海、中山三市的总工会承办", {"广州市总工会", "珠海市总工会", "中山市总工会"}),
        ("平城区和阳高县总工会获奖", {"平城区总工会", "阳高县总工会"}),
        ("清远市委组织部、宣传部到会", {"清远市委组织部", "清远市委宣传部"}),
        ("清远市委、市政府、市政协到会", {"清远市委", "清远市人民政府", "清远市政协"}),
        ("牛塘镇党委、政府高度重视", {"牛塘镇党委", "牛塘镇人民政府"}),
        ("麦子店街道工委、办事处主办", {"麦子店街道工委", "麦子店街道办事处"}),
        ("太原市总工会、市人社局、阳曲县人社局到会", {"太原市总工会", "太原市人社局", "阳曲县人社局"}),
    ],
)
def test_lists_that_share_a_head_or_a_division(text: str, names: set[str]) -> None:
    assert names_of("消息一则", text) == names


def test_keys_and_aliases_hold_without_the_article() -> None:
    key, aliases = _one("清远市总工会", "清远市总工会开会")
    assert key == "u-441800"
    assert "清远市总" in aliases
    assert "市总工会" not in aliases
    assert _one("中华全国总工会", "全国总工会发文")[0] == "u-100000"
    assert "清远市人民代表大会常务委员会" in _one("清远市人大常委会", "清远市人大常委会开会")[1]
    assert "中共清远市委员会" in _one("清远市委", "清远市委开会")[1]
    assert "清远市人力资源和社会保障局" in _one("清远市人社局", "清远市人社局开会")[1]


@pytest.mark.parametrize(
    "text", ["北京市昌平区总工会开会，昌平区总工会主席到会", "广东省湛江市廉江市总工会，廉江市总工会"]
)
def test_one_union_by_two_names_is_one(text: str) -> None:
    assert len(names_of(text)) == 1


def test_organs_of_a_union_stand_by_themselves() -> None:
    found = names_of("清远市总工会第八届经费审查委员会由五人组成，清远市总工会女职委开展活动")
    assert {"清远市总工会经费审查委员会", "清远市总工会女职工委员会"} <= found


# ---------------------------------------------------------------------- names of their own


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("代表团走进中铁云岭建设有限公司参观", "中铁云岭建设有限公司"),
        ("由桐川机械（集团）股份有限公司承办", "桐川机械（集团）股份有限公司"),
        ("近日，2025年云峰化工集团工会开会", "云峰化工集团工会"),
        ("来自重庆长安跨越车辆有限公司的代表", "重庆长安跨越车辆有限公司"),
        ("参加活动的有中昊实业有限责任公司", "中昊实业有限责任公司"),
        ("走访了施维德公司和其他企业", "施维德公司"),
        ("他是中国石油大学（北京）教授", "中国石油大学（北京）"),
        ("前往“云才”学院学习", "“云才”学院"),
        ("在新乡市二十二中开会", "新乡市二十二中"),
        ("市长到云川市七里沟采油厂调研", "云川市七里沟采油厂"),
        ("（记者 李强）清远市总工会开会", "清远市总工会"),
        ("江工网讯（记者 李强）今天开会", "江工网"),
        ("陆文强劳模创新工作室揭牌", "陆文强劳模创新工作室"),
        ("慰问美团、饿了么的骑手", "饿了么"),
    ],
)
def test_names_are_read_whole_and_no_further(text: str, name: str) -> None:
    assert name in names_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "各级工会要行动起来",
        "全省各级工会积极响应",
        "9所高校工会参加",
        "沪滇工会签约",
        "清远工会工作再上台阶",
        "学习云南工会的经验",
        "两级工会联动",
        "中国工会的道路",
        "公司方和职工方达成一致",
        "先进职工之家",
        "党和政府的关怀",
        "顾全大局，开新局",
        "劳模创新工作室建设",
        "拖欠劳动报酬",
        "平鲁区三处煤矿",
    ],
)
def test_groups_and_words_are_no_bodies(text: str) -> None:
    assert names_of(text) == set()


def test_party_posts_at_a_school_are_no_party_body() -> None:
    assert names_of("云山大学党委书记李强到会") == {"云山大学"}
    assert "清远市委" in names_of("清远市委书记李强到会")


def test_long_and_short_forms_are_one_body() -> None:
    lines = (
        "桐川市海兴电力科技股份有限公司工会成立",
        "海兴电力科技股份有限公司主办，桐川市海兴电力科技股份有限公司承办。",
    )
    assert names_of(*lines, root="Company") == {"桐川市海兴电力科技股份有限公司"}
    assert names_of("云峰集团公司开会", "云峰集团工会到会", root="Company") == {"云峰集团公司"}


# ---------------------------------------------------------------------- the article's own bodies


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("该校工会主席到会。", "云山大学工会"),
        ("我校举办比赛。", "云山大学"),
        ("会议在学校三楼报告厅举行。", "云山大学三楼报告厅"),
        ("校工会女职委到会。", "云山大学工会女职工委员会"),
    ],
)
def test_words_for_the_own_school(text: str, name: str) -> None:
    assert name in {b.name for b in bodies_of("云山大学召开教代会", "近日，云山大学开会。" + text)}


def test_a_school_known_by_its_union_alone() -> None:
    found = bodies_of("云山学院工会换届", "选举在我校举行。")
    assert "云山学院" in {b.name for b in found}


def test_offsets_slice_to_the_words() -> None:
    text = "清远市总工会和市委、市政府"
    assert {text[b.begin : b.end] for b in bodies_of(text)} == {"清远市总工会", "市委", "市政府"}


# ---------------------------------------------------------------------- ontology and limits


def test_classes_of_a_users_ontology_are_found(tmp_path: Path) -> None:
    extension = tmp_path / "courts.ttl"
    extension.write_text(
        "@prefix ug: <https://w3id.org/unigraph/ontology#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        "<https://example.org/courts> a owl:Ontology ; owl:imports <https://w3id.org/unigraph/ontology> .\n"
        "<https://example.org/courts#Temple> a owl:Class ; rdfs:subClassOf ug:Organization ;\n"
        '    rdfs:label "道观"@zh ; ug:headNoun "道观"@zh .\n',
        encoding="utf-8",
    )
    found = bodies_of("代表团走进清远市云山道观参观", ontology=load_ontology(extension))
    assert [(b.cls, b.name) for b in found] == [("https://example.org/courts#Temple", "清远市云山道观")]


@pytest.mark.parametrize(
    "text", ["清远市总工会、" * 8_000, "云峰公司工会" * 10_000, "市总工会和" * 12_000, "（" * 50_000]
)
def test_hostile_texts_are_read_in_linear_time(text: str) -> None:
    begin = time.perf_counter()
    bodies_of(text)
    assert time.perf_counter() - begin < 20


# ---------------------------------------------------------------------- names with unusual characters


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("选手来自云峰公司、再强公司、德远公司。", "再强公司"),
        ("前往浙江星河便洁宝有限公司、南岭药业有限公司。", "浙江星河便洁宝有限公司"),
        ("三水区-郁南县协作指挥部参与签约。", "三水区-郁南县协作指挥部"),
        ("三水区驻郁南县帮扶指挥部参与签约。", "三水区驻郁南县帮扶指挥部"),
        ("“车间工匠创新联盟”正式启动。", "车间工匠创新联盟"),
        ("清远市总工会联合市快递行业工会联合会筹备协商。", "清远市快递行业工会联合会"),
        ("大家参观云山示范幼儿园。", "云山示范幼儿园"),
        ("合作单位——南溪——北溪纺织有限公司到场。", "北溪纺织有限公司"),
        ("主讲人：周岚——北溪纺织有限公司焊工。", "北溪纺织有限公司"),
        ("南溪—云岭输电有限公司到场。", "南溪—云岭输电有限公司"),
    ],
)
def test_names_keep_what_looks_like_a_bound(text: str, name: str) -> None:
    assert name in names_of("清远市总工会开会", text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("会后海峰公司代表讲话。", "后海峰公司"),
        ("工匠创新联盟正式启动。", "工匠创新联盟"),
        ("全市示范幼儿园受到表彰。", "全市示范幼儿园"),
    ],
)
def test_general_words_and_bounds_stay_outside(text: str, name: str) -> None:
    assert name not in names_of("清远市总工会开会", text)


def test_a_company_by_a_shorter_end_of_its_name_is_the_same() -> None:
    text = "甲川煤业南溪古岭煤电有限公司开会，古岭煤电公司总经理讲话。"
    assert "古岭煤电公司" not in names_of("公司开会", text)


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("全总和教育部派人到会。", {"中华全国总工会", "教育部"}),  # 总和 is a word
        ("铁道部、卫生部、文化部的代表发言。", {"铁道部", "卫生部", "文化部"}),
    ],
)
def test_national_bodies_beside_a_conjunction_and_of_old(sentence: str, names: set[str]) -> None:
    assert names <= {b.name for b in bodies_of("会议消息", sentence)}


def test_the_union_of_a_zone_bears_the_name_of_its_city() -> None:
    names = {
        b.name for b in bodies_of("德清县总工会召开会议", "德清县总工会召开会议，高新区总工会、康乾街道总工会到会。")
    }
    assert "德清高新区总工会" in names


@pytest.mark.parametrize("hall", ["影剧厅", "多功能厅", "宴会厅"])
def test_a_hall_is_no_government_body(hall: str) -> None:
    found = bodies_of("德清县总工会召开会议", f"会议在德清县工人文化宫{hall}召开。")
    assert not any(b.cls == "GovernmentBody" for b in found)
