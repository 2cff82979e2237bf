"""Teams and departments that win an honour of their own: 南溪玻璃有限公司综采二队何大山班组, 南溪县医院急诊科.

Elsewhere a department of a body is a part of somebody's title; where groups are honoured it is who won. So it counts
only near the name of an honour for groups, and where a mark or a verb of receiving follows it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from unigraph.ontology import Ontology
from unigraph.recognition.body_offices import can_stand
from unigraph.recognition.found import Found
from unigraph.recognition.segmentation import Token, cut, tag
from unigraph.scanning import Scan

__all__ = ["find_units"]

_WON = (
    r"荣获|荣膺|荣登|荣列|喜获|获[得评奖颁授批]?|被|摘得|夺得|斩获|捧[回得]|跻身|入选|成为|上榜|当选|[“《]|光荣|双双|分[获别]|一举|均|也|便|同时|再次|首次|"
    r"位列|名列|位居|创建|通过|授予|命名|榜上有名|脱颖而出"
)
_UNIT = re.compile(
    r"(?P<name>(?:(?![和与及的在向对为由被是有了从到])[\u4e00-\u9fff\dA-Za-z—-]){0,18}?"
    r"(?:车间|班组|工班|轮班|乙班|班|小组|组|科室|科|部|室|岗位|岗|车队|分队|中队|大队|支队|队|窗口|大厅|营业厅|中心|团队|项目部|分部|工段|工区|作业区|"
    r"生产线|机组|变电站|站|营业部|网点|支局|投递部|班线|护理单元|病区|教研室|热线|专班|所))"
    rf"(?=[、；。，\n（）”]|和|与|及|等|{_WON}|$)"
)
_HONOUR = Scan(
    r"先锋号|标兵岗|文明岗|示范岗|文明号|巾帼建功|职工小家|职工之家|(?:先进|优秀|模范|标杆|学习型|创新型|五型|金牌|星级)(?:班组|集体|单位|团队|科室|车间|小组)|"
    r"劳动奖|安康杯|示范点|创新工作室|三八红旗|五四红旗"
)
_GONE = re.compile(r"(?:走访|走进|来到|参观|慰问|看望|考察|调研|前往|深入|视察|观摩|奔赴|赶赴)[^，。；：！？\n]*$")
_NEAR = 400
_SHORTEST = 2
_LINE = 60
"""How long a line of a list may be."""


def find_units(text: str, ontology: Ontology, bodies: Iterable[Found]) -> Iterable[Found]:
    """All teams that stand right behind the name of their body, near the name of an honour for groups."""
    honours = [m.start() for m in _HONOUR.finditer(text)]
    if not honours:
        return
    for body in bodies:
        if ontology.root(body.cls) not in ("Company", "Organization") or not _honoured(text, honours, body):
            continue
        if _GONE.search(text, max(0, body.begin - 60), body.begin):
            continue  # who sees a company's workshop has been at the company
        match = _UNIT.match(text, body.end)
        if match is None or len(match["name"]) < _SHORTEST or not _is_team(cut(match["name"])):
            continue
        name = match["name"]
        yield Found(
            body.begin, match.end(), "Organization", body.name + name, "", tuple(a + name for a in body.aliases)
        )


def _honoured(text: str, honours: list[int], body: Found) -> bool:
    """Whether an honour for groups stands in the sentence, or in one of the lines above that a list has as its head."""
    begin = max(text.rfind("。", 0, body.begin), text.rfind("\n", 0, body.begin))
    ends = [at for at in (text.find("。", body.end), text.find("\n", body.end)) if at >= 0]
    end = min(ends, default=len(text))
    if _any_between(honours, begin, end):
        return True
    return end - begin < _LINE and _any_between(honours, body.begin - _NEAR, body.begin)


def _any_between(places: list[int], begin: int, end: int) -> bool:
    at = bisect_right(places, begin)
    return at < len(places) and places[at] < end


def _is_team(tokens: Sequence[Token]) -> bool:
    """Whether no word bounds a name. A name of a person, or a verb that says what a team does, may stand in it."""
    return all(len(t.text) == 1 or not t.text.isalpha() or can_stand(t.text) or tag(t.text) == "v" for t in tokens)
