"""Where winners stand in news of prizes, whatever fills the place: 一等奖：甲、乙; 甲获得第一名; 冠军由甲摘得."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from unigraph.recognition.document import Document
from unigraph.scanning import Scan

__all__ = ["LISTED_HEAD", "listed_slots", "winner_slots"]

_PRIZE = (
    r"(?:第[一二三四五六七八](?:名|位|(?=[，。；、\n]))|(?:特|一|二|三)等奖|[冠亚季殿]军|[金银铜][奖牌]|前[三六八]名|"
    r"(?:优秀|最佳)?组织奖|优胜奖|优秀奖|鼓励奖|(?:精神文明|体育道德风尚|道德风尚|团队|风采|人气|创意|表演|文明|风尚|协作|拼搏|团结)奖)"
)
_HONOUR = r"(?:先锋号|先进集体|先进班组|先进单位|先进工会|先进基层工会|职工之家|职工小家|示范岗|文明岗|文明号|标兵岗|优胜班组|优胜单位|示范单位|模范集体|优秀团队|优秀集体|红旗班组)"
_WINS = (
    r"(?:荣获|获得|夺得|夺取|夺下|摘得|摘取|摘下|斩获|捧得|捧走|捧回|勇夺|喜获|分获|分列|分夺|分摘|包揽|位列|名列|位居|拿下|赢得|收获|喜捧|问鼎|蝉联|获评|"
    r"获|被评为|被授予|荣膺)"
)
_ADVERBS = r"(?:则|最终|分别|依次|双双|共同|并列|均|都|也|又|还|一举|成功|率先|同时|各){0,6}"
_WHAT = r"(?:了|得)?[^，。；：\n]{0,16}?"
_TAKES = Scan(rf"{_ADVERBS}{_WINS}{_WHAT}(?:{_PRIZE}|{_HONOUR})")
_RANKED = Scan(rf"(?:排名|位居|位列|名列|居|列|得|获)?{_PRIZE}(?=[，。；、\n]|$)")
_LABEL = Scan(
    rf"(?:{_PRIZE}|{_HONOUR})[”】]?(?:获得者|得主|获得单位|获奖单位|单位)?(?:（[^（）\n]{{1,8}}）)?(?:：|分别是|分别为|依次是|是|为|[ ]*[|｜][ ]*|[ ]+|[ ]*\n)"
)
_AGENT = Scan(
    rf"(?:{_PRIZE}|{_HONOUR})[”]?(?:称号)?{_ADVERBS}(?:由|被|归于|归|花落|[颁评授发送]给|给|授予|属于|落入)了?"
)
_CONFERS = Scan(r"(?:授予|命名|表彰了?|评选?出|认定)(?=[^，。；：\n“]{4})")
_CONFERRED = re.compile(
    rf"(?:等)?(?:\d+[个家支名][^，。；：、\n“]{{0,6}})?(?:为)?“?[^，。；：、\n]{{0,16}}?(?:{_HONOUR}|{_PRIZE})"
)
_BY = Scan(
    r"(?<![自经])[由被](?P<who>[^，。；：\n“由被]{2,40}?)(?:\d[名位]选手)?(?:分别|共同|双双)?(?:获得|夺得|摘得|捧得|斩获|摘取|拿下|摘走|夺走|捧走|包揽|收入囊中|(?<![所被])获(?=[，。；]))"
)
"""二等奖1名，由甲获得: who won what was named before."""
_MARK = re.compile(r"[、，和与及以 ]+|以及")
_LEAD = re.compile(
    r"(?:最终|最后|结果|其中|经过[^，]{2,12}|比赛中|会上|随后|本次比赛|本届比赛|来自|由|被|即|有|是|为|以及|分别|依次|和|与|及)+"
)
LISTED_HEAD = (
    r"(?:队|部|处|科|室|所|站|段|厂|公司|集团|支行|分行|银行|学院|系|中心|工会|车间|班组|小组|工段|工区|作业区|病区|社区|中学|小学|一中|二中|幼儿园|"
    r"店|矿|项目部|指挥部|俱乐部|联队|支部|局|办|[一二三四五六七八九十\d甲乙丙丁][班组]|运维班|检修班|维修班|操作班|调度班|[电焊钳车][工]班)"
)
_ENDS_BODY = re.compile(rf"{LISTED_HEAD}\Z")
_PAIRS = frozenset("和与及以")
_REACH = 400
_LINES = 40


@lru_cache(maxsize=1)
def winner_slots(document: Document) -> tuple[tuple[int, int], ...]:
    """The stretches that winners fill, one each, in the order of the text."""
    return tuple(sorted({*_Slots(document).told(), *listed_slots(document)}))


@lru_cache(maxsize=1)
def listed_slots(document: Document) -> tuple[tuple[int, int], ...]:
    """Those of lists alone, which hold nothing but names."""
    return tuple(sorted(set(_Slots(document).listed())))


class _Slots:
    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.document = document

    def told(self) -> Iterator[tuple[int, int]]:
        """甲获得第一名; 授予甲“乙”."""
        for pattern in (_TAKES, _RANKED):
            for match in pattern.finditer(self.text):
                yield from self._row_before(match.start())
        for match in _BY.finditer(self.text):
            yield from self._items(match.start("who"), match.end("who"))
        for match in _CONFERS.finditer(self.text):
            yield from self._conferred(match.end())

    def listed(self) -> Iterator[tuple[int, int]]:
        """一等奖：甲; 一等奖由甲摘得."""
        for pattern in (_LABEL, _AGENT):
            for match in pattern.finditer(self.text):
                yield from self._row_after(match.end())

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
            if mark and mark.group()[0] in _PAIRS and not _ENDS_BODY.search(self.text[at : mark.start()]):
                continue  # 南和联队
            stop = mark.start() if mark else end
            while stop > at and self.text[stop - 1] in "等 ”":
                stop -= 1
            lead = _LEAD.match(self.text, at, stop)
            first = lead.end() if lead else at
            first += len(re.match(r"(?:\d{1,2}[.、．])?[“ ]*", self.text[first:stop]).group())  # type: ignore[union-attr]
            if stop - first > 1:
                yield first, stop
            at = mark.end() if mark else end
