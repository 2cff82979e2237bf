"""Surnames, companies, organs, national bodies, and words that are no names."""

from __future__ import annotations

from unigraph.lexicons import (
    load_companies,
    load_national_bodies,
    load_organs,
    load_stopnames,
    load_surnames,
)
from unigraph.ontology import load_ontology


def test_surnames_by_kind() -> None:
    surnames = load_surnames()
    assert {"王", "邓", "傅", "萧", "劳", "冼"} <= surnames.single
    assert {"欧阳", "司徒", "上官"} <= surnames.compound
    assert {"扎西", "买买提"} <= surnames.minority
    assert len(surnames.single) > 480 and len(surnames.compound) >= 80
    assert surnames.rank["王"] < surnames.rank["邓"] < surnames.rank["冼"]
    assert surnames.rank.keys() == surnames.single


def test_stopnames_hold_words_of_the_genre_and_no_names() -> None:
    stop = load_stopnames()
    assert {
        "高质量",
        "马克思",
        "高技能",
        "金牌",
        "安全",
        "温暖",
        "方案",
        "时代",
        "文明",
        "常委会",
        "应邀",
        "金点子",
    } <= stop
    assert not {"李建国", "王芳", "魏国", "江源"} & stop
    assert all(2 <= len(word) <= 5 for word in stop)


def test_companies_have_full_names_where_known() -> None:
    companies = load_companies()
    assert companies["工商银行"] == "中国工商银行股份有限公司"
    assert companies["国家电网"] == "国家电网有限公司"
    assert companies["比亚迪"] == "比亚迪股份有限公司"
    assert companies["贵州茅台"] == ""


def test_companies_hold_no_ordinary_words() -> None:
    companies = load_companies()
    assert not {"太阳能", "机器人", "新天地", "上海环境", "北京文化", "上海机场", "工行", "中行"} & companies.keys()
    assert all(len(short) >= 2 and short.strip() == short for short in companies)


def test_organs_pair_short_and_full_names() -> None:
    organs = {organ.short: organ for organ in load_organs()}
    assert organs["人社局"].full == "人力资源和社会保障局"
    assert organs["市监局"].full == "市场监督管理局"
    assert organs["人大常委会"].full == "人民代表大会常务委员会"
    assert organs["政协"].full == "中国人民政治协商会议…委员会"
    assert (organs["经审会"].full, organs["经审会"].cls) == ("经费审查委员会", "UnionOrgan")
    assert len(organs) == len(load_organs())


def test_national_bodies_have_one_name_each() -> None:
    bodies = {body.short: body for body in load_national_bodies()}
    assert bodies["全总"].full == bodies["全国总工会"].full == "中华全国总工会"
    assert bodies["人社部"].full == "人力资源和社会保障部"
    assert bodies["中国科协"].full == "中国科学技术协会"
    assert len(bodies) == len(load_national_bodies())
    assert sum(1 for name in {b.full for b in bodies.values() if b.cls == "IndustryUnion"}) == 10


def test_every_class_is_one_of_the_ontology() -> None:
    classes = load_ontology().classes
    assert {organ.cls for organ in (*load_organs(), *load_national_bodies())} <= classes.keys()
