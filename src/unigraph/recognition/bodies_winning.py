"""Teams, departments and branches by their place in news of prizes: what fills the slot of a winner is a body.

一等奖：机关代表队、动力车间; 城区供电所获得第一名; 冠军由机关一队摘得; 授予某公司织布车间“工人先锋号”. Elsewhere such
words are part of a title or no name.
"""

from __future__ import annotations

import re

from unigraph.ontology import Ontology
from unigraph.recognition.bodies_own import OwnBodies
from unigraph.recognition.divisions import Context
from unigraph.recognition.document import Document
from unigraph.recognition.found import Found, Index
from unigraph.recognition.winner_slots import LISTED_HEAD, winner_slots

__all__ = ["find_winners"]

_TRADE = r"(?:电信|移动|联通|烟草|邮政|石化|石油|供电|电力|铁塔|广电|农商行|农行|工行|建行|中行|人寿|人保|公交|地铁|高速|燃气|水务|热力|港务|城投|交投)"
_ITEM = re.compile(rf"[\u4e00-\u9fffA-Za-z\d&·（）#]{{1,24}}?{LISTED_HEAD}\Z|[\u4e00-\u9fff]{{2,4}}{_TRADE}\Z")
_BRACKET = re.compile(r"（[^（）\n]{1,20}）\Z")
_TEAM = re.compile(r"(?:代表|联|[一二三四五六七八九十\d])?队\Z")
_OF_HOUSE = re.compile(
    r"(?:部|处|科|室|车间|班组|小组|工段|工区|作业区|病区|站|段|所|办|[一二三四五六七八九十\d甲乙丙丁][班组]|工班|维班|修班|作班|度班|支行|分会|分工会|学院|系|项目部|中心|学院工会|处工会|部工会|系工会|科工会)\Z"
)
_NO_ITEM = re.compile(
    r"[的了是在把被获奖着并其该此各每您他她们这那什么]|全体|参赛|选手|职工代表|我|两支|三支|\d+支|多[个支家]|一[个支家]|等|单位|比赛|项目|名单|现场|荣誉|"
    r"^[从向给对与同以]|^(?:\d+|[一二两三四五六七八九十百]+)[个家支名]|^(?:代表队|参赛队|工会|公司|集团|中心|机关干部|班组|车间|分公司|小组|部门|领导班子)\Z|组织部|来自"
)
_HOUSES = ("Company", "School", "Hospital", "Institute")
_COMPANY = re.compile(rf"(?:公司|集团|支行|分行|银行|厂|矿|店|{_TRADE})\Z")


def find_winners(document: Document, ontology: Ontology, context: Context, bodies: Index) -> tuple[Found, ...]:
    """The bodies that only their place as winners shows."""
    if "Award" not in ontology.classes:
        return ()
    finder = _Finder(document, ontology, context, bodies)
    return tuple(found for begin, end in winner_slots(document) if (found := finder.read(begin, end)) is not None)


class _Finder:
    def __init__(self, document: Document, ontology: Ontology, context: Context, bodies: Index) -> None:
        self.text = document.text
        self.simple = document.simple
        self.document = document
        self.bodies = bodies
        self.own = OwnBodies(document, ontology, context, bodies)
        self.houses = tuple(c for c in _HOUSES if c in ontology.classes)
        lead = document.paragraphs[min(1, len(document.paragraphs) - 1)].end if document.paragraphs else 0
        self.lead = max(lead, document.title_end)

    def read(self, begin: int, end: int) -> Found | None:
        """The body that fills a slot, if it looks like one and no other is named there."""
        bracket = _BRACKET.search(self.text[begin:end])
        end = begin + bracket.start() if bracket else end
        item = self.text[begin:end]
        head = self.bodies.starting_at(begin)
        if _ITEM.fullmatch(item) is None or (head is not None and head.end >= end):
            return None
        name = "".join(self.simple[begin:end].split())
        if head is not None:  # 某公司织布车间
            rest = self.text[head.end : end]
            if self.bodies.within(head.end, end) or _NO_ITEM.search(rest) or rest == "代表队":
                return None
            return Found(begin, end, _class(name), head.name + self.simple[head.end : end])
        if _NO_ITEM.search(item) or self.bodies.touching(begin, end):
            return None
        house = None if _TEAM.search(item) or not _OF_HOUSE.search(item) else self.own.best(self.houses, begin)
        if house is None or house.begin > self.lead or item.startswith(house.name[:2]):
            return Found(begin, end, _class(name), name)
        return Found(begin, end, _class(name), house.name + name, "", (name,))


def _class(name: str) -> str:
    return "Union" if name.endswith("工会") else "Company" if _COMPANY.search(name) else "Organization"
