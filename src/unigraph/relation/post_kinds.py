"""Titles, and the kinds of bodies that have them: 校长 is of a school, 总经理 of a company."""

from __future__ import annotations

import re

__all__ = [
    "ANAPHOR",
    "COMMITTEE_POST",
    "CONGRESS",
    "DEPARTMENT",
    "EMPLOYER_POST",
    "GOVERNOR",
    "KINDS",
    "NAMED",
    "NOUNS",
    "NO_CHAIRS",
    "OF_DIVISION",
    "OF_LIST",
    "OF_ONE_KIND",
    "OF_ORGAN",
    "OF_UNION",
    "ORGAN_NAME",
    "OTHER_BODY",
    "SUB_ORGAN",
    "TERM",
    "TOWN_POST",
    "UNION_POST",
    "ZONE",
    "Kind",
    "class_of",
    "kind_of",
]

Kind = tuple[re.Pattern[str], tuple[str, ...], re.Pattern[str]]
KINDS: tuple[Kind, ...] = (
    (
        re.compile(
            r"^(?:党群|党建|党委|人力资源|生产|安全|技术|质量|市场|营销|纪检|综合管理|企业管理).{0,8}部副?(?:部长|主任|经理)$"
        ),
        ("Company", "School", "Hospital", "Institute"),
        re.compile(""),
    ),
    (re.compile(r"处副?处长$"), ("School", "GovernmentBody", "Company", "Institute"), re.compile("")),
    (re.compile(r"^(?:护理部|医务[部科处]|[内外妇儿]科|门诊).{0,4}副?主任$"), ("Hospital",), re.compile("")),
    (re.compile(r"校长"), ("School",), re.compile(r"校|大学|学院|[中小]学|[中小一二三四五六七八九十]中?$")),
    (
        re.compile(r"院长|护士长|主任医师"),
        ("Hospital", "School", "Judiciary", "Institute", "Company"),
        re.compile(r"院"),
    ),
    (re.compile(r"行长"), ("Company",), re.compile(r"行")),
    (re.compile(r"厂长"), ("Company",), re.compile(r"厂")),
    (re.compile(r"矿长"), ("Company",), re.compile(r"矿")),
    (re.compile(r"段长"), ("Company",), re.compile(r"段")),
    (re.compile(r"董事|总经理|经理|总裁|监事|总工程师|总会计师|总经济师|车间"), ("Company",), re.compile("")),
    (re.compile(r"局长"), ("GovernmentBody", "Company"), re.compile(r"局")),
    (re.compile(r"厅长"), ("GovernmentBody",), re.compile(r"厅")),
    (re.compile(r"检察长"), ("Judiciary",), re.compile(r"检察院")),
    (re.compile(r"法官|庭长"), ("Judiciary",), re.compile(r"法院")),
    (re.compile(r"会长|理事长"), ("Association",), re.compile(r"会")),
    (re.compile(r"馆长"), ("Organization",), re.compile(r"馆")),
    (
        re.compile(r"^(?:党委|纪委|党总支|党支部|工会(?!委员会)|团委)"),
        ("Company", "School", "Hospital", "Institute"),
        re.compile(""),
    ),
    (re.compile(r"^女工"), ("Union", "Company", "School", "Hospital"), re.compile("")),
    (
        re.compile(
            r"^(?:工会)?(?:委员会)?(?:委员|党组书记|党组成员|党组副书记|(?:专职|兼职|挂职|常务)?副?主席|.{2,14}部副?部长)$|(?:调研员|巡视员)$"
        ),
        ("Union",),
        re.compile(""),
    ),
)
"""Titles, the classes of bodies that have them, and what such bodies' names hold."""

EMPLOYER_POST = re.compile(
    r"^(?:党委|纪委|党总支|党支部|党群|党建|人力资源|生产|安全|技术|质量|市场|营销|护理部|医务|副?总|董事|监事|常务副总|副经理|经理)"
)
"""Posts that the employer has and its union has not."""
OF_ONE_KIND = ("School", "Hospital", "Judiciary", "Association")
"""Classes of bodies with titles that no other body has: 院长, 校长, 检察长."""
NO_CHAIRS = ("Company", "School", "Hospital", "GovernmentBody", "PartyBody", "Judiciary")
"""Bodies without a 主席 or 会长 of their own."""

NAMED = re.compile(
    r"^(?P<body>(?P<place>[省市区县州盟旗]|[\u4e00-\u9fff]{2,7}?[省市区县州盟旗])[\u4e00-\u9fff]{2,18}?(?:中心|局|研究院|研究所|协会|学会|商会|联合会"
    r"|促进会|基金会|大学|学院|医院|公司|集团|银行|学校|中学|小学|幼儿园|法院|检察院|委员会|指挥部|办公室|管委会|联社|支队|大队|总队|[图文博美][书化物术]馆|[作服][业务]站))"
    r"(?P<title>(?:党委|党组|党总支|党支部|纪委|工会)?(?:常务副|副|执行|名誉)?(?:书记|主任|局长|院长|所长|会长|理事长|秘书长|行长|校长|园长|馆长"
    r"|站长|总裁|董事长|总经理|经理|主席|队长|总队长|支队长|大队长|组长|政委|指挥长))$"
)
"""A title with the name of a body before it that begins with a division and was not recognised."""
NOUNS = (
    (re.compile(r"公司|集团|企业|厂|矿|行"), ("Company",)),
    (re.compile(r"会"), ("Union", "Association", "Organization")),
    (re.compile(r"医院"), ("Hospital",)),
    (re.compile(r"校|学院"), ("School",)),
    (re.compile(r"院"), ("Hospital", "School", "Institute", "Company")),
    (re.compile(r"局"), ("GovernmentBody", "Company")),
)
_CLASS_BY_END = (
    (re.compile(r"公司|集团|厂|矿|局$"), "Company"),
    (re.compile(r"大学|学院|学校|中学|小学|校$"), "School"),
    (re.compile(r"医院|卫生院"), "Hospital"),
    (re.compile(r"工会$"), "Union"),
)

OTHER_BODY = re.compile(
    r"[省市区县镇乡州盟旗]|街道|公司|集团|大学|师大|医院|管委会|协会|商会|合作社|事务所|(?:宣讲|考察|访问|交流|参访)团|总会(?!计)|立法会|联合会|学会|总工会|政协|人大|法院|检察院|[局厅](?!长)|矿区|大会|代表团|[\u4e00-\u9fff]{2}(?:学院|研究院|分院)"
    r"|^(?![该本我])[\u4e00-\u9fff]{2,8}工会(?=副?理事)"
    r"|[\u4e00-\u9fff]{5,}(?<!服务)(?<!帮扶)(?<!维权)(?:中心|学校|研究所|俱乐部)"
)
"""What a bare title does not hold: a body that was not recognised, from which it must not be moved to another."""
TERM = re.compile(
    r"^(?:工会)?(?:第?[一二三四五六七八九十]{1,3}届|首届|新一届)(?:工会)?(?:委员会|常委会|常务委员会|执行委员会|执委会|理事会)"
    r"(?=(?:常务)?副?主席|委员|常委|执委|常务委员|执行委员|(?:常务)?副?理事)"
    r"|(?:^|(?<=^公司)|(?<=^集团)|(?<=^学校)|(?<=^医院)|(?<=^[校院厂矿局行]))(?:第[一二三四五六七八九十]{1,3}|首|新一)届(?=工会|经审|经费|女职)"
)
ZONE = re.compile(
    r"(?P<name>.{2,}(?:开发区|高新区|新区|园区|示范区|保税区|度假区|林区|矿区|农场|牧场))(?:党工委|工委|党委|管委会|管理委员会)$"
)
"""A zone in the name of one of its bodies, which has a federation of its own."""
OF_DIVISION = re.compile(r"(?:党)?委(?:员会)?$|人大|人民代表大会|政协|人民政府|政府$")
"""What follows a division's name in those of its bodies, to which 总工会 belongs that stands after them."""
OF_LIST = re.compile(r"^党组|(?:调研员|巡视员|主任科员|一级科员)$|^(?!女工|组织|宣传|统战).{2,14}部副?部长$")
"""Posts, ranks and departments that every body has: after its chiefs in a list they are its own."""
ORGAN_NAME = re.compile(r"(?:经费审查委员会|女职工委员会)$")
OF_ORGAN = re.compile(r"(?:常务副|副)?主任|(?:常务|专职)?委员|主任委员")
OF_UNION = re.compile(
    r"工会(?!主席|副主席|委员|工作)[\u4e00-\u9fff]{0,10}?(?:办公室|部|科|处|室)(?:常务副|副)?(?:主任|部长|科长|处长|干事)$"
)
"""Posts of a union's office, after others of the same union in a list."""

GOVERNOR = re.compile(
    r"^(?:人民?政府|政府)?(?P<place>[\u4e00-\u9fff]*?)(?P<title>(?:常务副|副|代)?(?P<level>省|市|区|县|州|盟|旗|镇|乡|自治区(?=常务副?主席|副?主席))(?:长|常务副主席|副主席|主席))$"
)
DEPARTMENT = re.compile(
    r"^(?:县委|市委|区委|省委|州委|委)?(?P<department>组织部|宣传部|统战部|政法委|社会工作部|社工部|办公室|办|编办|党校|组织|宣传|统战|政法委员会)"
    r"(?P<title>(?:常务副|副)?(?:部长|书记|主任|校长|秘书长))$"
)
SUB_ORGAN = re.compile(
    r"^(?P<organ>经费审查委员会|经审委员会|经审会|经审委|女职工委员会|女工委员会|女职委|女工委|女职工委)(?P<title>(?:常务副|副)?(?:主任|委员)|主任委员)$"
)
CONGRESS = re.compile(
    r"^(?:(?P<national>中国工会|党的?|中共|中国共产党)?(?:第)?(?P<number>[一二三四五六七八九十]{1,3})(?:大|次全国代表大会))代表$"
)
UNION_POST = re.compile(
    r"^工会(?:委员会)?(?P<title>(?:党组)?(?:常务|专职|兼职|挂职)?副?主席|党组书记|党组成员|.*委员|干事|.*部部长|女工主任)$"
)
COMMITTEE_POST = re.compile(
    r"^(?:第?[一二三四五六七八九十]{1,3}届)?(?:工会)?(?:委员会|(?=委员$))(?P<title>(?:常务)?副?主席|委员|(?:常务|执行)委员|常委|执委|秘书长)$"
)
TOWN_POST = re.compile(
    r"(?P<town>[\u4e00-\u9fff]{2,6}街道)(?=[\u4e00-\u9fff]{0,12}(?:科|办|办公室|中心|站|所)(?:常务副|副)?(?:科长|主任|站长|所长|负责人|科员)$)"
)
ANAPHOR = re.compile(
    r"^(?:(?P<det>该|本|我|全)(?=[\u4e00-\u9fff]))?(?P<noun>(?<=[该本我])会|集团公司|总公司|分公司|公司|集团|医院|学校|学院|企业|院|校|厂|矿|行|局)(?=党|纪委|工会|团委|副|董事|总经理|理事|领导|原|秘书|助理|会长|[校院厂矿行局]长)"
)


def kind_of(title: str) -> Kind | None:
    """The kind of body that a title asks for; ``None`` where any may have it."""
    return next((kind for kind in KINDS if kind[0].search(title)), None)


def class_of(name: str) -> str:
    """The class of a body by the end of its name."""
    return next((cls for pattern, cls in _CLASS_BY_END if pattern.search(name)), "Organization")
