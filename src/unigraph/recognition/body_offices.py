"""Offices of a division whose words no dictionary cuts right: 市扶贫办, 县水产技术推广站, 省政研室, 民盟市委.

The division stands at the left, a word that ends names of offices at the right, and after it what follows a body: a mark,
a title, a verb of acting. What lies between need not be known, if nothing in it bounds a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from unigraph.lexicons.words import words
from unigraph.recognition.divisions import Named
from unigraph.recognition.segmentation import cut, tag

__all__ = ["AFTER", "Office", "can_stand", "find_offices", "find_parties"]

Office = tuple[Named, int, int, str]
"""The division, where the office's own name begins and ends, and its class."""

_ENDS = {
    "Union": ("系统工会", "工会联合会", "联合工会"),
    "Association": ("协会", "学会", "联合会", "促进会", "商会", "研究会", "基金会", "促会", "联谊会", "总会", "协"),
    "School": ("小学", "中专", "体校", "学校", "幼儿园", "小"),
    "Media": ("总台", "电视台", "电台"),
    "Institute": ("研究院", "设计院", "计量院", "检测院", "科所", "科院", "研究所", "设计所", "检验所"),
    "PartyBody": tuple(
        f"{kind}党委" for kind in ("行业", "群体", "组织", "系统", "国资", "新兴领域", "律师", "物业", "非公")
    ),
    "Organization": ("中心", "文工团", "歌舞团", "支队", "大队", "总队", "救援队", "中队", "市场", "站"),
    "GovernmentBody": (
        *(
            "办公室",
            "办",
            "政研室",
            "研究室",
            "督查室",
            "处",
            "所",
            "局",
            "厅",
            "委",
            "调查队",
            "国调队",
            "执法队",
            "指挥部",
            "领导小组",
        ),
    ),
}
_CLASS = {end: cls for cls, ends in _ENDS.items() for end in ends}
_TITLE = (
    r"(?:党组|党委|党总支|党支部|常务|原|执行)?(?:书记|副书记|成员|主席|副主席|主任|副主任|局长|副局长|处长|副处长|站长|副站长|所长|副所长|队长|副队长|"
    r"院长|副院长|校长|副校长|园长|台长|会长|副会长|秘书长|理事长|支队长|大队长|政委|经理|调研员|教师|工程师)"
)
_ACTS = (
    r"联合|共同|主办|承办|协办|举办|组织职工|组织开展|组织党员|组织干部|开展|参加|出席|派[出员人]|负责|有关|相关|领导|工作人员|干部职工|全体|代表|"
    r"荣获|获得|获评|被[授评]|向|为|与|和|及|等|的|在|对|将|举行|召开|召集|率|组队|选派|支持|指导|介绍|宣读|通报|成立|揭牌|挂牌|宣告"
)
AFTER = rf"(?=[，。、；：）”\s]|{_TITLE}|{_ACTS}|$)"
"""What follows a body: a mark, a title, a verb of acting."""
_OFFICE = re.compile(rf"(?:{'|'.join(sorted(_CLASS, key=len, reverse=True))}){AFTER}")
_BOUND = frozenset("在到与由对为把被向从以将等的了着过是有于来赴往及其该各全两这那、也都就又还请让给")
_NO_OFFICE = re.compile(
    r"[党工团纪常市县区省州旗镇]委$|[区县市镇]办$|[车火]站$|^(?:地|该|本|我)|[一二三四五六七八九十几多两]个?[处所站]$|到处$|何处$|好处$|之处$|场所$|厕所$|主办$|承办$|协办$|举办$|兴办$|交办$|督办$|创办$|[开筹]办$|[大最较从]小$|都市局|总公司处"
)
_OF_COMMITTEE = re.compile(r"[办室会]$")
_DIVISIONS = ("省", "自治区", "市", "区", "县", "州", "旗", "镇", "乡", "街道", "盟")
_TOWNS = ("镇", "乡", "街道")
_DEPARTMENT = re.compile(
    r"(?:局|厅|公司|医院|学校|集团|大学|学院|中心|协会|总工会)[\u4e00-\u9fff]{0,8}(?:办|室|处|所|科|部|站|队|中心)$"
)
_HELD = re.compile(r"主席|书记|[部局处院校省市区县会]长|主任")
_LONGEST = 12
_MARK_BEFORE = re.compile(r"[^\u4e00-\u9fff](?=[\u4e00-\u9fff]*$)")
_PARTY = re.compile(r"(?P<party>民革|民盟|民建|民进|农工党|致公党|九三学社|台盟)")
_PARTY_BODY = re.compile(r"委员会|委会|委|工委|总支|基层委")


def find_offices(
    text: str, place_to: Callable[[int], Named | None], known: Mapping[int, tuple[int, tuple[str, ...]]]
) -> Iterable[Office]:
    """All offices that stand after the name of a division, or after the level word that means one.

    ``known`` are the organs that every division has, by where they begin: 市人社局职业能力建设处 is a part of one.
    """
    for match in _OFFICE.finditer(text):
        end = match.end()
        mark = _MARK_BEFORE.search(text, max(0, match.start() - _LONGEST), match.start())
        for begin in range(
            mark.end() if mark else max(0, match.start() - _LONGEST), match.start() + (len(match.group()) > 1)
        ):
            place = place_to(begin)
            if place is None or place.end != begin or not place.full or not place.name.endswith(_DIVISIONS):
                continue
            if _of_known(text, begin, end, known) or _DEPARTMENT.search(text, begin, end):
                continue
            if match.group() == "办" and place.name.endswith(_TOWNS):
                continue
            if _is_office(text[begin:end], match.group()):
                yield place, begin, end, _CLASS[match.group()]
                break


def _of_known(text: str, begin: int, end: int, known: Mapping[int, tuple[int, tuple[str, ...]]]) -> bool:
    """Whether an office is a part of an organ, or an organ itself."""
    organ = known.get(begin, (begin, ()))[0]
    return organ > begin and (text[begin:organ] != "委" or not _OF_COMMITTEE.search(text, begin, end))


def find_parties(text: str, place_at: Callable[[int], Named | None]) -> Iterable[tuple[int, int, str, Named]]:
    """民盟市委, 九三学社南溪市委员会: the committees of the other parties; begin, end, name of the party and the division."""
    for match in _PARTY.finditer(text):
        place = place_at(match.end())
        body = _PARTY_BODY.match(text, place.end) if place and place.full else None
        if place is not None and body is not None:
            yield match.start(), body.end(), match["party"], place


def _is_office(name: str, ending: str) -> bool:
    """Whether nothing in a name bounds it, and it is more than its last word."""
    if len(name) <= len(ending) or _NO_OFFICE.search(name):
        return len(ending) > 2 and name == ending
    if _HELD.search(name):
        return False
    tokens = cut(name)
    inner = tokens[:-1]
    if len(ending) > 1 and inner and inner[-1].end == len(name) - len(ending) and _is_deed(inner[-1].text):
        inner = inner[:-1]  # 焊接协会, 登记中心
    return all(can_stand(t.text) for t in inner) and tokens[0].text[0] not in "和、"


def _is_deed(word: str) -> bool:
    """Whether a verb may name what an office is for."""
    return len(word) > 1 and tag(word) == "v" and word not in words("boundary")


def can_stand(word: str) -> bool:
    """Whether a word can stand in an office's name."""
    if not all("\u4e00" <= c <= "\u9fff" for c in word):
        return False
    if len(word) == 1:
        return word not in _BOUND
    if word in words("name_verb"):
        return True
    return word not in words("boundary") and tag(word)[:1] not in "pcduryeok" and tag(word) != "v"
