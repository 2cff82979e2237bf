"""Bodies that no head noun of the lists ends, and those that stand within or behind another's name."""

from __future__ import annotations

import pytest

from tests.recognition.naming import names_of
from unigraph.recognition.names import read_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("劳模到四川川能投高县电力公司参观", "四川川能投高县电力公司"),
        ("赣江水务兴国县供水公司工会主席李强到会", "赣江水务兴国县供水公司工会"),
        ("协议由楚天传媒秭归县分公司签署", "楚天传媒秭归县分公司"),
        ("川南劳动学院产业工人队伍研究中心副主任欧阳明到会", "川南劳动学院产业工人队伍研究中心"),
        ("湖南省人民政府港澳办公室副主任邱明到会", "湖南省人民政府港澳办公室"),
        ("大赛由住房和城乡建设部人事司主办", "住房和城乡建设部人事司"),
        ("中华全国总工会驻江苏蹲点工作组组长王强到会", "中华全国总工会驻江苏蹲点工作组"),
        ("高县联通与高县总工会签订协议", "高县联通"),
        ("珙县邮政、筠连县移动的基层职工", "筠连县移动"),
        ("博川电子牵头成立联盟", "博川电子"),
        ("卓亚电子工会主席孙强到会", "卓亚电子工会"),
        ("蓝迪中国工会主席蒋文到会", "蓝迪中国工会"),
        ("走访东山重工、远航集团等企业", "远航集团"),
        ("参观微光软件公司", "微光软件公司"),
        ("河南御都旅游服务有限公司参展", "河南御都旅游服务有限公司"),
        ("四川龙源玻璃有限公司生产一班获“工人先锋号”称号", "四川龙源玻璃有限公司生产一班"),
        ("高县人民医院重症医学科荣获“巾帼文明岗”", "高县人民医院重症医学科"),
        ("安定镇工会、青堆镇总工会到会", "安定镇工会"),
        ("大窝镇工会、青堆镇总工会到会", "大窝镇工会"),
        ("河内市劳动者联合会主席到访", "河内市劳动者联合会"),
        ("《星火》杂志社副社长牛宏到会", "《星火》杂志社"),
        ("杭州市石油和化工行业工会联合会成立", "杭州市石油和化工行业工会联合会"),
        ("高县胜天初级中学校工会主席罗勇到会", "高县胜天初级中学校工会"),
        ("共青团高县委员会协办", "共青团高县委"),
    ],
)
def test_a_body_is_named_in_full(text: str, name: str) -> None:
    assert name in names_of("职工活动", text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("高县总工会联合高县电力公司开展比武", "高县总工会联合高县电力公司"),
        ("高县总工会到高县电力公司走访", "高县总工会到高县电力公司"),
        ("高县总工会组织职工志愿服务队上门", "高县总工会组织职工志愿服务队"),
        ("线上线下结合，提供岗位", "线上线下"),
        ("高新科技和服务项目亮相", "高新科技"),
        ("当地物流公司、大型建筑公司参加", "大型建筑公司"),
        ("慰问组走访四川龙源玻璃有限公司生产一班，谈“工人先锋号”创建", "四川龙源玻璃有限公司生产一班"),
        ("四川龙源玻璃有限公司生产一班班长何静到会", "四川龙源玻璃有限公司生产一班"),
        ("高县各镇区总工会主席到会", "区总工会"),
        ("各县（市、区）总工会到会", "区总工会"),
        ("全总级建档立卡困难职工", "中华全国总工会"),
        ("高县第一家示范性职工之家揭牌", "高县第一家示范性职工之家"),
    ],
)
def test_what_only_reads_like_a_body_is_none(text: str, name: str) -> None:
    assert name not in names_of("职工活动", text)


def test_a_faculty_bears_the_name_of_the_university_of_the_first_paragraph() -> None:
    names = names_of(
        "歌手大赛落幕", "川南师范大学工会举办大赛。", "计算机与软件学院工会获奖，继续教育学院院长何静到会。"
    )
    assert {"川南师范大学计算机与软件学院工会", "川南师范大学继续教育学院"} <= names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("走进困难职工李芬家，送上慰问金", "李芬"),
        ("在困难职工李芬家中", "李芬"),
        ("来到劳模王建国家，嘘寒问暖", "王建国"),
        ("总工会主席陈立家讲话", "陈立家"),
    ],
)
def test_a_home_is_no_part_of_a_name(text: str, name: str) -> None:
    reading = read_name(text, text.index(name))
    assert reading is not None
    assert text[reading.begin : reading.end] == name
