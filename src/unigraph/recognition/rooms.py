"""Rooms and halls that have no name of their own, and bear that of their house: 公司三楼会议室, 县委党校报告厅."""

from __future__ import annotations

import re
from collections.abc import Iterable

from unigraph.ontology import Ontology
from unigraph.recognition.found import Found

__all__ = ["BARE_ROOM", "FLOOR", "ROOM", "room_class", "rooms_of"]

_NUMBER = r"[\dA-Za-z一二三四五六七八九十-]{1,7}"
FLOOR = rf"(?:第?{_NUMBER}号?(?:教?学?楼|层|座|栋|厅))"
"""A floor or numbered house."""
_BUILDING = (
    r"(?:机关|总部|本部|指挥部|图书馆|体育馆|食堂|大院|党校|院内|校内|厂内|(?:[东西南北中新老主]|(?![在于到])[\u4e00-\u9fff]{2,4})(?:校区|院区|厂区|园区)|"
    r"(?:办公|病房|急诊|教学|综合|实验|行政|信息|档案|科技|科研|科教|门诊|住院|外科|内科|医技|生产|调度|培训|服务|图书|机关|业务|指挥|文体|政务|会议|主|新|老|党政){0,2}"
    r"(?:大楼|楼|中心|大厦))"
)
_KIND = (
    rf"(?:第{_NUMBER}|{_NUMBER}号?|多功能|多媒体|学术|视频|电视电话|电视|电话|党员|职工|员工|大型|阶梯|大|小|中|主|综合|党建|贵宾|常委|"
    r"党组|党委|圆桌|国际|交流|中心|会议|文体|室内|塑胶|灯光|教工)"
)
_END = (
    r"(?:会议室|会议厅|会议中心|报告厅|报告大厅|礼堂|多功能厅|大厅|展厅|展示厅|演播厅|演播室|活动室|活动中心|会堂|田径场|体育场|运动场|操场|体育馆|"
    r"图书馆|校史馆|篮球场|篮球馆|羽毛球馆|乒乓球室|足球场|培训中心|培训室|培训教室|实训基地|训练基地|职工之家|职工小家|职工书屋|接待室|会客室|"
    r"教室|食堂|餐厅|剧场|影剧院|广场|门诊大厅|党员活动室|荣誉室|陈列室|展览室|培训基地|演艺厅|音乐厅|宴会厅|大讲堂)"
)
ROOM = rf"(?:{_BUILDING}){{0,2}}{FLOOR}{{0,2}}(?:{_BUILDING})?{FLOOR}?{_KIND}{{0,3}}{_END}"
"""A room or hall, after the name of the house that it is in."""
BARE_ROOM = (
    rf"(?:(?:{_BUILDING}){{1,2}}{FLOOR}{{0,2}}{_KIND}{{0,3}}{_END}|{FLOOR}{{1,2}}{_KIND}{{0,3}}{_END}|"
    r"(?:学术报告厅|大礼堂|礼堂|报告厅|多功能厅|多功能报告厅|阶梯教室|田径场|操场|运动场|体育馆|图书馆|校史馆))"
)
"""A room or hall that tells by itself that it lies in a house of the article's."""
_ROOM = re.compile(ROOM)


def room_class(ontology: Ontology) -> str:
    """The class of rooms: a venue, unless an ontology knows none."""
    return "Venue" if "Venue" in ontology.classes else "Place"


def rooms_of(bodies: Iterable[Found], text: str, ontology: Ontology) -> Iterable[Found]:
    """县委党校报告厅, 甲公司三楼会议室: a room right after the name of the body that it belongs to."""
    cls = room_class(ontology)
    for body in bodies:
        match = _ROOM.match(text, body.end)
        if match and ontology.root(body.cls) != "Place":
            room = match.group()
            yield Found(body.begin, match.end(), cls, body.name + room, "", tuple(a + room for a in body.aliases))
