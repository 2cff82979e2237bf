"""Persons of a text: after titles, in lists, at the head of a clause; and what is nobody."""

from __future__ import annotations

import pytest

from unigraph.ontology import load_ontology

from ..relation.saying import facts_of

UNION = "德清县总工会"


def people_of(body: str, title: str = "岚川新闻") -> set[str]:
    ontology = load_ontology()
    return {e.name for e in facts_of(body, title).entities if ontology.root(e.cls) == "Person"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"{UNION}主席周岚、副主席陆安平、沈若水到会。", {"周岚", "陆安平", "沈若水"}),
        (f"到会的有{UNION}副主席陆安平（女）、沈若水，以及许雅。", {"陆安平", "沈若水", "许雅"}),
        (f"{UNION}主席王   莹、副主席李 强出席。", {"王莹", "李强"}),
        ("主持会议的是常务副主席白兴，报告由赵群作。", {"白兴", "赵群"}),
        ("会上，周京尼首先通报情况。", {"周京尼"}),
        ("快递员梁耀光说，路口要慢。", {"梁耀光"}),
        ("药店店员解冬当选副主席。", {"解冬"}),
        ("全国劳模、浙江省劳模朱雪山种粮三十年。", {"朱雪山"}),
        (f"{UNION}主席许诺、副主席施展出席。", {"许诺", "施展"}),
        ("代表们听念国善同志作报告。", {"念国善"}),
        ("古丽娜尔·艾合买提副主席与阿里·买买提主席出席。", {"古丽娜尔·艾合买提", "阿里·买买提"}),
    ],
)
def test_persons_are_found_by_what_stands_beside_them(text: str, names: set[str]) -> None:
    assert people_of(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "职工的归属感、幸福感、获得感越来越强，劳模工匠进校园活动开展。",
        "代表们在主席台就座，职工文化节开幕。",
        "“同心聚力·技领山城”职工技能大赛开赛。",
        "学习贯彻习近平新时代中国特色社会主义思想。",
        "企业与职工方首席代表协商，会长一职空缺。",
        "景德镇陶瓷工人参赛，龙舟赛开赛。",
    ],
)
def test_general_words_groups_and_doctrines_are_nobody(text: str) -> None:
    assert people_of(text) == set()


def test_a_surname_with_a_title_is_the_one_bearer_of_it() -> None:
    body = "德清县人民医院院长艾文远到会。艾院长说，医院要办好。"
    facts = facts_of(body)
    number = next(i for i, e in enumerate(facts.entities) if e.name == "艾文远")
    begins = [m.begin for m in facts.mentions if m.entity == number]
    assert facts.article.text.index("艾院长") in begins


def test_a_name_inside_a_body_is_no_person() -> None:
    assert "李建安" not in people_of("德清县李建安慈善基金会向德清县总工会捐款。")


def test_each_occurrence_is_a_mention_that_slices_to_the_name() -> None:
    facts = facts_of(f"{UNION}主席周岚讲话。周岚要求抓好落实。")
    number = next(i for i, e in enumerate(facts.entities) if e.name == "周岚")
    spans = [facts.article.text[m.begin : m.end] for m in facts.mentions if m.entity == number]
    assert spans == ["周岚", "周岚"]


def test_time_grows_with_the_length_of_a_list_only() -> None:
    names = "、".join(f"王{chr(0x5000 + i)}{chr(0x6000 + i)}" for i in range(3000))
    assert len(people_of(f"{UNION}委员{names}。")) > 2000


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "云岭大酒店的沈若水凭一曲登台，南湾社区的袁芳、街道机关的陈露和北桥社区的许雅随后。",
            {"沈若水", "袁芳", "陈露", "许雅"},
        ),
        ("选手来自云岭电子有限公司的高鹏获得好评。", {"高鹏"}),
        (f"{UNION}主席松云丽、副主席纳黎明到会。", {"松云丽", "纳黎明"}),
        (f"{UNION}领导黄岚、成林、吕明峰参加。", {"黄岚", "成林", "吕明峰"}),
        ("云岭电子有限公司常杰荣获表彰。", {"常杰"}),
        ("蔡能文、孙立军、曾庆田、余泽之四位工人领到慰问品。", {"蔡能文", "孙立军", "曾庆田", "余泽之"}),
        ("县领导李春明、陈强、李文斌、周密、王宝富到场。", {"李春明", "陈强", "李文斌", "周密", "王宝富"}),
    ],
)
def test_people_by_what_they_are_from_and_in_rows(text: str, names: set[str]) -> None:
    assert people_of(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "云岭电子有限公司的高质量发展和管理水平受到关注。",
        "工期紧、任务重、要求严，大家不松劲。",
        f"{UNION}副主席、总工会副主席到会。",
    ],
)
def test_what_stands_where_names_do_is_nobody(text: str) -> None:
    assert people_of(text) == set()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("姓名 | 单位\n周岚 | 岚川棉纺厂\n高嵩 | 岚川中学\n李多 | 岚川医院", {"周岚", "高嵩", "李多"}),
        ("姓名\t单位\n周岚\t岚川棉纺厂\n高嵩\t岚川中学", {"周岚", "高嵩"}),
        ("获奖名单如下。\n1.周岚\n2.管虎成\n3.佟为民\n4.纪连", {"周岚", "管虎成", "佟为民", "纪连"}),
        ("获奖名单如下。\n周岚（岚川棉纺厂）\n管虎成（岚川中学）\n纪连（岚川医院）", {"周岚", "管虎成", "纪连"}),
        ("合唱《工会之歌》，领唱：周岚", {"周岚"}),
        ("男子组陆安平夺冠。", {"陆安平"}),
        ("慰问组来到困难职工陆安平家，问寒问暖。", {"陆安平"}),
        ("向陆安平学习！", {"陆安平"}),
        ("革命先驱陆安平曾在德清领导工运。", {"陆安平"}),
        ("岚川大学教授欧阳岚作专题讲座。", {"欧阳岚"}),
        ("世界工会联合会主席什马科夫、副主席周岚出席。", {"什马科夫", "周岚"}),
    ],
)
def test_persons_are_found_by_layout_and_deeds(text: str, names: set[str]) -> None:
    assert people_of(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "货车司机王师傅捧着热茶笑了。",
        "地下管道工程建得如何，包装工业怎样发展。",
        "时间\n地点\n主题\n活动时间：全天",
        "项目 | 数量\n安全帽 | 三十\n高温费 | 全部",
    ],
)
def test_trades_in_words_and_cells_of_other_columns_are_nobody(text: str) -> None:
    assert not people_of(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("名单如下：跑团俱乐部陆安平、后勤许雅文、气排球队何思源。", {"陆安平", "许雅文", "何思源"}),
        ("他们是：两器焊接线长陆安平，泰山低压客户服务班许雅文，现场工艺岗何思源。", {"陆安平", "许雅文", "何思源"}),
        ("参赛者：\n装配线陆安平\n后勤许雅文\n电声组何思源", {"陆安平", "许雅文", "何思源"}),
    ],
)
def test_names_end_the_entries_of_a_list(text: str, names: set[str]) -> None:
    assert people_of(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "活动内容有：弘扬劳模精神、加强队伍建设、共同成长、法律宣传。",
        "职工参加了“齐鲁最美职工”评选和“华康杯”比赛。",
        "马克思主义学院教师、图书馆职工、机关干部参加。",
    ],
)
def test_other_lists_and_mottos_name_nobody(text: str) -> None:
    assert people_of(text) == set()


def test_goods_that_sound_like_names_are_nobody() -> None:
    assert people_of("慰问组来到工地，绿茶、王老吉、绿豆、罗汉果等防暑降温物品送到工人手里。") == set()
    assert "王老六" in people_of("德清县总工会主席王老六、副主席罗汉生等到工地慰问。")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"{UNION}副主席黄庆和及陆安平到会。", {"黄庆和", "陆安平"}),
        (f"{UNION}副主席黄庆和与陆安平到会。", {"黄庆和", "陆安平"}),
        (f"{UNION}副主席黄庆和陆安平到会。", {"黄庆", "陆安平"}),
        (f"{UNION}副主席黄庆及陆安平到会。", {"黄庆", "陆安平"}),
        (f"{UNION}副主席孙在旗讲话。随后，孙在旗颁奖。", {"孙在旗"}),
        (f"{UNION}副主席赵满对讲话。赵满对走进车间。", {"赵满对"}),
        (f"{UNION}副主席赵满对职工说，赵满对职工很好。", {"赵满"}),
        (f"{UNION}副主席孙在会上讲话。随后，孙在会场颁奖。", set()),
        (f"{UNION}副主席马与民营企业座谈，马与民营企业签约。", set()),
        ("德清县人民医院党委书记和赵静副院长到场。", {"赵静"}),
        (f"{UNION}主席和玉林到场。", {"和玉林"}),
        (f"{UNION}主席向优秀职工致辞。", set()),
        (f"{UNION}主席向辛民讲话。", {"向辛民"}),
        ("云岭电子有限公司焊工念初讲话。", {"念初"}),
        ("云岭电子有限公司焊工安全培训班开班。", set()),
        ("云岭煤业有限公司的师傅周岚发言。", {"周岚"}),
    ],
)
def test_function_words_and_what_joins_in_names_and_beside_them(text: str, names: set[str]) -> None:
    assert people_of(text) == names
