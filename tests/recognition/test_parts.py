"""Bodies and places by short names: organs in lists, offices, rooms, faculties, numbered companies."""

from __future__ import annotations

import pytest

from tests.recognition.naming import names_of, places_of

_CITY = "深圳市总工会召开座谈会"


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("由市人社局、住建局、教育局主办。", ("深圳市人社局", "深圳市住建局", "深圳市教育局")),
        ("市人社局局长何静、教育局副局长王平出席。", ("深圳市教育局",)),
        ("市科协、妇联和残联协办。", ("深圳市科协", "深圳市妇联", "深圳市残联")),
        ("市财政局、税务局工会参加比赛。", ("深圳市税务局工会",)),
    ],
)
def test_organs_in_a_list_share_the_division_of_the_first(sentence: str, names: tuple[str, ...]) -> None:
    assert set(names) <= names_of(_CITY, sentence)


def test_an_organ_after_another_divisions_is_no_organ_of_the_first() -> None:
    assert "深圳市教育局" not in names_of(_CITY, "市人社局、东莞市教育局协办。")


def test_the_womens_committee_after_an_industry_union_is_no_organ_of_the_division() -> None:
    assert "深圳市女职委" not in names_of(_CITY, "深圳市教育工会副主席何静、女职委主任王平出席。")


@pytest.mark.parametrize("organ", ["人社局", "税务局", "妇联", "融媒体中心"])
def test_an_organ_without_its_division_is_that_of_the_article(organ: str) -> None:
    assert f"龙门县{organ}" in names_of(
        "龙门县总工会举办运动会", "县总工会主席何静和县委常委王平出席。", f"{organ}参加比赛。"
    )


def test_an_organ_in_an_article_of_no_division_is_nobody_in_particular() -> None:
    assert "税务局" not in {n[-3:] for n in names_of("云岭电子有限公司召开职代会", "税务局、银行到厂服务。")}


@pytest.mark.parametrize(
    "office",
    [
        *(
            "扶贫办",
            "防汛办",
            "接待办",
            "政研室",
            "党史和地方志研究室",
            "不动产登记中心",
            "水产技术推广站",
            "公路事业发展中心",
        ),
        *("焊接协会", "老促会", "农科所", "公共就业和人才服务中心", "退役军人服务中心", "图书馆"),
    ],
)
@pytest.mark.parametrize("frame", ["活动由市{}承办。", "市{}主任何静到会。", "市{}组织职工参加活动。"])
def test_offices_of_a_division(office: str, frame: str) -> None:
    assert f"深圳市{office}" in names_of(_CITY, frame.format(office))


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("市卫生局办公室主任何静到会。", "深圳市卫生局办公室"),
        ("全市各处都开展了活动。", "深圳市各处"),
        ("活动由市总工会主办，区里承办。", "深圳市总工会主办"),
        ("市委常委何静出席。", "深圳市委常委"),
    ],
)
def test_departments_and_verbs_are_no_offices(sentence: str, name: str) -> None:
    assert name not in names_of(_CITY, sentence)


@pytest.mark.parametrize(
    ("phrase", "name"), [("民盟市委", "民盟深圳市委"), ("九三学社深圳市委员会", "九三学社深圳市委")]
)
def test_committees_of_the_other_parties(phrase: str, name: str) -> None:
    assert name in names_of(_CITY, f"{phrase}参加协商。")


@pytest.mark.parametrize(
    ("headline", "sentence", "name"),
    [
        ("云岭电子有限公司召开职代会", "会议在公司三楼会议室召开。", "云岭电子有限公司三楼会议室"),
        ("云岭电子有限公司召开职代会", "会议在办公楼1038会议室召开。", "云岭电子有限公司办公楼1038会议室"),
        ("云岭大学召开教代会", "大会在图书馆学术报告厅举行。", "云岭大学图书馆学术报告厅"),
        ("云岭大学召开教代会", "大会在我校南校区体育馆举行。", "云岭大学南校区体育馆"),
        ("深圳市总工会召开座谈会", "座谈会在市总工会三楼会议室举行。", "深圳市总工会三楼会议室"),
        ("深圳市总工会召开座谈会", "座谈会在市委党校报告厅举行。", "深圳市委党校报告厅"),
        ("深圳市总工会召开座谈会", "座谈会在市委迎宾馆举行。", "深圳市委迎宾馆"),
    ],
)
def test_a_room_bears_the_name_of_its_house(headline: str, sentence: str, name: str) -> None:
    assert name in names_of(headline, f"{headline}。", sentence, root="Place")


def test_a_room_in_an_article_of_no_house_has_its_own_name() -> None:
    assert names_of("工匠讲座受欢迎", "讲座在三楼会议室举行。", root="Place") <= {"三楼会议室"}


@pytest.mark.parametrize(
    ("headline", "sentence", "name"),
    [
        ("云岭大学召开教代会", "医学院代表团发言。", "云岭大学医学院"),
        ("云岭大学召开教代会", "材料科学与工程学院获得第一名。", "云岭大学材料科学与工程学院"),
        ("云岭大学召开教代会", "机关分工会、后勤分工会参加比赛。", "云岭大学后勤分工会"),
        ("云岭建设集团召开职代会", "三公司经理何静发言。", "云岭建设集团三公司"),
        ("云岭建设集团召开职代会", "二分公司、五分公司参赛。", "云岭建设集团五分公司"),
    ],
)
def test_parts_of_the_articles_own_house(headline: str, sentence: str, name: str) -> None:
    assert name in names_of(headline, f"{headline}。", sentence)


@pytest.mark.parametrize("sentence", ["该学院参加活动。", "这三公司参加活动。", "二级学院参加活动。"])
def test_other_schools_and_counted_companies_are_no_parts(sentence: str) -> None:
    assert not {n for n in names_of("云岭大学召开教代会", sentence) if n.startswith("云岭大学") and n != "云岭大学"}


@pytest.mark.parametrize("name", ["供电段和龙岩车务段", "供电段和顺昌车务段"])
def test_and_before_a_place_is_no_part_of_a_place(name: str) -> None:
    assert name.split("和")[1] in names_of("鹰潭车务段开展活动", f"福州{name}参赛。")


@pytest.mark.parametrize(
    "name", ["国际运输工人联合会", "世界教师组织联合会", "海螺型材科技股份有限公司", "三山经开区管委会"]
)
def test_names_of_common_words(name: str) -> None:
    assert name in names_of(_CITY, f"{name}派人到会。")


@pytest.mark.parametrize("phrase", ["国际联合会议", "各股份有限公司", "民营科技有限公司"])
def test_common_words_are_no_names(phrase: str) -> None:
    assert not {n for n in names_of(_CITY, f"{phrase}也有。") if n in phrase}


def test_a_venue_holds_the_name_of_a_place_and_more() -> None:
    assert "引水工程青河口船闸项目现场" in places_of(_CITY, "启动仪式在引水工程青河口船闸项目现场举行。")


def test_halls_in_a_list_share_the_division_of_the_first() -> None:
    assert "深圳市会展中心" in places_of(_CITY, "近日，深圳市地下管廊建设工地、供电局什字和会展中心等地迎来了慰问组。")


@pytest.mark.parametrize(
    "name",
    [
        "国网河北电力",
        "大唐鸡西热电",
        "顺丰雷州营业点",
        "中国人保财险邢台市分公司",
        "比亚迪",
        "国家税务总局深圳市税务局",
    ],
)
def test_branches_of_well_known_companies_and_bodies(name: str) -> None:
    assert name in names_of(_CITY, f"随后，{name}职工参加活动。")


def test_a_company_and_a_place_that_names_no_branch_are_two_things() -> None:
    assert "国网河北" not in names_of(_CITY, "国网河北之行结束。")
