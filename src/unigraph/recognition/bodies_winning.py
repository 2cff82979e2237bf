"""Teams, departments and branches by their place in news of prizes: what fills the slot of a winner is a body.

一等奖：机关代表队、动力车间; 城区供电所获得第一名; 冠军由机关一队摘得; 授予某公司织布车间“工人先锋号”. Elsewhere such
words are part of a title or no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from unigraph.ontology import Ontology
from unigraph.recognition.bodies_own import OwnBodies
from unigraph.recognition.divisions import Context
from unigraph.recognition.document import Document
from unigraph.recognition.found import Found, Index

__all__ = ["find_winners"]

_PRIZE = (
    r"(?:第[一二三四五六七八](?:名|位|(?=[，。；、\n]))|(?:特|一|二|三)等奖|[冠亚季殿]军|[金银铜][奖牌]|前[三六八]名|"
    r"(?:优秀|最佳)?组织奖|优胜奖|优秀奖|鼓励奖|(?:精神文明|体育道德风尚|道德风尚|团队|风采|人气|创意|表演|文明|风尚|协作|拼搏|团结)奖)"
)
_HONOUR = r"(?:先锋号|先进集体|先进班组|先进单位|先进工会|先进基层工会|职工之家|职工小家|示范岗|文明岗|文明号|标兵岗|优胜班组|优胜单位|示范单位|模范集体|优秀团队|优秀集体|红旗班组)"
_WINS = (
    r"(?:荣获|获得|夺得|夺取|夺下|摘得|摘取|摘下|斩获|捧得|捧走|捧回|勇夺|喜获|分获|分列|分夺|分摘|包揽|位列|名列|位居|拿下|赢得|收获|喜捧|问鼎|蝉联|获评|"
    r"获|被评为|被授予|荣膺)"
)
_ADVERBS = r"(?:则|最终|分别|依次|双双|共同|并列|均|都|也|又|还|一举|成功|率先|同时|各)*"
_WHAT = r"(?:了|得)?[^，。；：\n]{0,16}?"
_TAKES = re.compile(rf"{_ADVERBS}{_WINS}{_WHAT}(?:{_PRIZE}|{_HONOUR})")
_RANKED = re.compile(rf"(?:排名|位居|位列|名列|居|列|得|获)?{_PRIZE}(?=[，。；、\n]|$)")
_LABEL = re.compile(
    rf"(?:{_PRIZE}|{_HONOUR})[”】]?(?:获得者|得主|获得单位|获奖单位|单位)?(?:（[^（）\n]{{1,8}}）)?(?:：|分别是|分别为|依次是|是|为|[ ]*[|｜][ ]*|[ ]+|[ ]*\n)"
)
_AGENT = re.compile(rf"(?:{_PRIZE}|{_HONOUR})[”]?(?:称号)?{_ADVERBS}(?:由|被|归|花落|颁给|授予|属于|落入)")
_CONFERS = re.compile(r"(?:授予|命名|表彰了?|评选?出|认定)(?=[^，。；：\n“]{4})")
_CONFERRED = re.compile(
    rf"(?:等)?(?:\d+[个家支名][^，。；：、\n“]{{0,6}})?(?:为)?“?[^，。；：、\n]{{0,16}}?(?:{_HONOUR}|{_PRIZE})"
)
_HEAD = (
    r"(?:队|部|处|科|室|所|站|段|厂|公司|集团|支行|分行|银行|学院|系|中心|工会|车间|班组|小组|工段|工区|作业区|病区|社区|中学|小学|一中|二中|幼儿园|"
    r"店|矿|项目部|指挥部|俱乐部|联队|支部|局|办|[一二三四五六七八九十\d甲乙丙丁][班组]|运维班|检修班|维修班|操作班|调度班|[电焊钳车][工]班)"
)
_ITEM = re.compile(rf"[\u4e00-\u9fffA-Za-z\d&·（）#]{{1,24}}?{_HEAD}(?:（[\u4e00-\u9fff]{{1,6}}）)?\Z")
_MARK = re.compile(r"[、，和与及以 ]+|以及")
_LEAD = re.compile(
    r"(?:最终|最后|结果|其中|经过[^，]{2,12}|比赛中|会上|随后|本次比赛|本届比赛|来自|由|被|即|有|是|为|以及|分别|依次|和|与|及)+"
)
_TEAM = re.compile(r"(?:代表|联|[一二三四五六七八九十\d])?队\Z")
_OF_HOUSE = re.compile(
    r"(?:部|处|科|室|车间|班组|小组|工段|工区|作业区|病区|站|段|所|办|[一二三四五六七八九十\d甲乙丙丁][班组]|工班|维班|修班|作班|度班|支行|分会|分工会|学院|系|项目部|中心)\Z"
)
_NO_ITEM = re.compile(
    r"[的了是在把被获奖着并其该此各每您他她们这那什么]|全体|参赛|选手|职工代表|我|两支|三支|\d+支|多[个支家]|一[个支家]|等|单位|比赛|项目|名单|现场|荣誉|"
    r"^(?:代表队|参赛队|工会|公司|集团|中心|机关干部|班组|车间|分公司|小组|部门|领导班子)\Z|组织部|来自"
)
_HOUSES = ("Company", "School", "Hospital", "Institute")
_COMPANY = re.compile(r"(?:公司|集团|支行|分行|银行|厂|矿|店)\Z")
_REACH = 400
_LINES = 40


def find_winners(document: Document, ontology: Ontology, context: Context, bodies: Index) -> tuple[Found, ...]:
    """The bodies that only their place as winners shows."""
    if "Award" not in ontology.classes:
        return ()
    finder = _Finder(document, ontology, context, bodies)
    return tuple(found for begin, end in sorted(set(finder.slots())) if (found := finder.read(begin, end)) is not None)


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

    # ------------------------------------------------------------------ where winners stand

    def slots(self) -> Iterator[tuple[int, int]]:
        """The stretches that winners fill, one each."""
        for pattern in (_TAKES, _RANKED):
            for match in pattern.finditer(self.text):
                yield from self._row_before(match.start())
        for pattern in (_LABEL, _AGENT):
            for match in pattern.finditer(self.text):
                yield from self._row_after(match.end())
        for match in _CONFERS.finditer(self.text):
            yield from self._conferred(match.end())

    def _row_before(self, end: int) -> Iterator[tuple[int, int]]:
        """城区供电所、机关一队|获得第一名: the items of the clause that ends at a place."""
        start = self.document.clause_start(end)
        yield from self._items(start, end)

    def _row_after(self, begin: int) -> Iterator[tuple[int, int]]:
        """一等奖：|机关一队、动力车间: to the end of the sentence or line, or lines of an item each below a heading."""
        if self.text[begin - 1] == "\n":
            yield from self._lines(begin)
            return
        stop = re.compile(rf"[。；\n]|{_PRIZE}|{_WINS}|收入").search(self.text, begin, begin + _REACH)
        yield from self._items(begin, stop.start() if stop else min(len(self.text), begin + _REACH))

    def _lines(self, begin: int) -> Iterator[tuple[int, int]]:
        for _ in range(_LINES):
            end = self.text.find("\n", begin)
            end = end if end >= 0 else len(self.text)
            if end == begin or end - begin > 80 or "。" in self.text[begin:end]:
                return
            yield from self._items(begin, end)
            begin = end + 1
            if begin >= len(self.text):
                return

    def _conferred(self, begin: int) -> Iterator[tuple[int, int]]:
        """授予|某公司织布车间、某班组|等2个集体“工人先锋号”."""
        quote = re.compile(r"等?\d+[个家支]|“|[。；，\n]").search(self.text, begin, begin + _REACH)
        end = quote.start() if quote else begin
        if quote and _CONFERRED.match(self.text, end):
            yield from self._items(begin, end)

    def _items(self, begin: int, end: int) -> Iterator[tuple[int, int]]:
        at = begin
        for mark in [*_MARK.finditer(self.text, begin, end), None]:
            stop = mark.start() if mark else end
            while stop > at and self.text[stop - 1] in "等 ”":
                stop -= 1
            lead = _LEAD.match(self.text, at, stop)
            first = lead.end() if lead else at
            first += len(re.match(r"(?:\d{1,2}[.、．])?[“ ]*", self.text[first:stop]).group())  # type: ignore[union-attr]
            if stop - first > 2:
                yield first, stop
            at = mark.end() if mark else end

    # ------------------------------------------------------------------ what they are

    def read(self, begin: int, end: int) -> Found | None:
        """The body that fills a slot, if it looks like one and no other is named there."""
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
