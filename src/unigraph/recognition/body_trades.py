"""Companies without a legal form: a division and a utility (高县电信), a mark of its own and a trade (万川电气).

No head noun of a company ends such names by itself, since 电信 and 电气 are trades as well. So the left side must be a
division or a mark that no dictionary has, and the right side what follows a body.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from unigraph.lexicons.words import any_of, words
from unigraph.recognition.body_tokens import NUMERALS, is_unknown
from unigraph.recognition.divisions import DivisionHit, Named
from unigraph.recognition.segmentation import cut, frequency, tag
from unigraph.scanning import Scan

__all__ = ["find_titled", "find_trades", "find_utilities"]

_LEADS = "在到由和与及对为向从给等是赴进观访察问望研了往"
_BEGIN = rf"(?:(?<![\u4e00-\u9fff])|(?<=[{_LEADS}]))"
_NEXT = (
    r"(?=[，。、；：）”\s]|等(?:单位|企业|公司|地|处|多|\d|[两三四五六七八九十几])|的(?:职工|员工|代表|选手|负责|领导|一线|基层)|和|与|及|"
    r"工会|党委|党支部|职工|员工|代表|董事长|总经理|副总|负责人|有关|相关|有限|股份|集团|公司(?!法|制|化)|联合|共同|主办|承办|协办|举办|捐|"
    r"调研|慰问|参观|看望|考察|走访|送[清温]|生产车间|车间|厂区|生产线|总裁|副总裁|厂长|党总支|获|荣获|派|队|牵头|选手|$)"
)
_COUNTRY = Scan(rf"{_BEGIN}(?P<own>[\u4e00-\u9fff]{{2,4}}?)(?:中国|亚太|大中华区){_NEXT}")
_ROW = Scan(
    r"(?:(?<![\u4e00-\u9fff])|(?<=[在到由和与及对为向从给等是赴进访察问望研了往绕]))(?P<row>[\u4e00-\u9fffA-Za-z0-9]{2,10}(?:、[\u4e00-\u9fffA-Za-z0-9]{2,10}){1,80})"
    r"等(?:[^，。；、：\n]{0,8}(?:企业|公司)|[\d两三四五六七八九十多数]+家(?!单位|医院|学校))"
    r"|(?:(?<![\u4e00-\u9fff])|(?<=[在到由和与及对为向从给等是赴进访察问望研了往绕的]))(?P<few>[\u4e00-\u9fffA-Za-z0-9]{2,10}(?:、[\u4e00-\u9fffA-Za-z0-9]{2,10}){1,9})"
    r"(?:这)?[\d两三四五六七八九十]+家(?:企业|公司)"
)
"""Companies in a row: 天和药业、博川电子等企业."""
_OFFICERS = r"(?:党委(?:副?书记|委员|常委)|(?:副)?董事长|(?:副)?总经理|职工董事|总会计师|总工程师|总经济师|副总(?:经理|裁)|总裁)"
_LONGER = re.compile(r"[\u4e00-\u9fff]{0,4}(?:公司|集团)|工人|行业|系统|产业|工程|学院|项目")
_LEFT = frozenset("、，。；：！？）”（“ \n在到由和与及对为向从给等是赴进访慰问看望走问望察研往了")
_OWN_TAGS = frozenset(("ns", "nz", "nr", "nrt", "nt", "x"))
_NUMBERS = NUMERALS | frozenset("万亿建")
_COMMON, _COMMON_FIRM = 60, 300
"""How common a word may be that a company is called by; a commoner one where 公司 says that it is one."""


@lru_cache(maxsize=1)
def _utility() -> Scan:
    return Scan(rf"{any_of('utility')}{_NEXT}")


@lru_cache(maxsize=1)
def _trade() -> Scan:
    return Scan(rf"{_BEGIN}(?P<own>[\u4e00-\u9fff]{{2,4}}?)(?P<trade>{any_of('trade_alone')}){_NEXT}")


@lru_cache(maxsize=1)
def _firm() -> Scan:
    return Scan(rf"{_BEGIN}(?P<own>[\u4e00-\u9fff]{{2}}){any_of('trade_alone')}(?:公司|集团|集团公司)")


@lru_cache(maxsize=1)
def _titled() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of('trade_alone')}|安装|建设|建筑|交建|能建|路建|建安|检测|设计)(?={_OFFICERS})")


def find_titled(text: str, hits: Iterable[DivisionHit]) -> Iterable[tuple[int, int]]:
    """南溪安装 in 南溪安装党委书记、董事长: a place and a trade that have officers of a company, wherever they stand."""
    named: set[str] = set()
    for hit in hits:
        match = _titled().match(text, hit.end) if not hit.full else None
        if match is None or text[hit.begin - 1 : hit.begin] not in _LEFT | {"有", "是"}:
            continue
        name = text[hit.begin : match.end()]
        if name in named:
            continue
        named.add(name)
        for again in re.finditer(re.escape(name), text):
            if text[again.start() - 1 : again.start()] in _LEFT and not _LONGER.match(text, again.end()):
                yield again.span()


def _is_group(match: re.Match[str]) -> bool:
    """Whether a company has no mark, and is one of many: 当地物流公司."""
    return match["own"] in words("generic") | words("boundary") | words("trade_alone") | words("trade_end")


def find_utilities(text: str, place_to: Callable[[int], Named | None]) -> Iterable[tuple[Named, int, int]]:
    """高县电信, 市邮政: the branch of a national company at a division; the division, and where its word begins and ends."""
    for match in _utility().finditer(text):
        place = place_to(match.start())
        if place is not None and text[place.begin - 1 : place.begin] in _LEFT:
            yield place, match.start(), match.end()


def find_trades(text: str) -> Iterable[tuple[int, int]]:
    """万川电气, 博川电子, 蓝迪中国: companies by a mark of their own and a trade or country; and those in a row of such."""
    for match in _firm().finditer(text):
        common = tag(match["own"]) == "n" and frequency(match["own"]) <= _COMMON_FIRM and not _is_group(match)
        if common or _is_mark(match["own"]):
            yield match.start(), match.end()
    for match in (*_trade().finditer(text), *_COUNTRY.finditer(text)):
        mark = _mark_in(match["own"])
        if mark:
            yield match.start() + len(match["own"]) - len(mark), match.end()
    for row in _ROW.finditer(text):
        kind = "row" if row["row"] else "few"
        begin = row.start(kind)
        for name in row[kind].split("、"):
            if _in_row(name):
                yield begin, begin + len(name)
            begin += len(name) + 1


def _in_row(name: str) -> bool:
    """Whether a member of a row that ends in 等企业 is a name: it ends in a trade, or is no word of a dictionary."""
    tokens = cut(name)
    if any(t.text in words("generic") or t.text in words("boundary") or t.text in words("person_verb") for t in tokens):
        return False
    if len(name) > 3 and name.endswith((*words("trade_alone"), "集团", "公司", "厂")):
        house = name.endswith(("集团", "公司", "厂"))
        return len(tokens) > 1 and (house or tag(tokens[0].text)[:1] != "v")
    return (len(name) > 1 and (len(tokens) == 1 and tag(name) == "nz")) or (is_unknown(list(tokens)) and len(name) < 6)


def _mark_in(own: str) -> str:
    """A company's mark, with no verb of going before it (走访三澜, at the head of a clause); empty for ordinary words."""
    marks = (own[at:] for at in range(len(own) - 1) if at == 0 or own[at - 1] in _LEADS)
    return next((mark for mark in marks if _is_mark(mark)), "")


def _is_mark(own: str) -> bool:
    """Whether a string is no ordinary word, and so a company's mark."""
    tokens = cut(own)
    if len(own) == 2 == len(tokens) and own[0] in _NUMBERS:
        return own[1] not in words("generic") | words("boundary") and tag(own[1])[:1] in "nvjxz"  # 万澜, 三禾
    if any(t.text in words("generic") or t.text in words("boundary") for t in tokens):
        return False
    if len(tokens) == 1:
        return tag(own) in _OWN_TAGS and frequency(own) <= _COMMON
    if any(len(t.text) > 1 and tag(t.text) == "x" for t in tokens):
        return all(tag(t.text)[:1] not in "pcudrv" for t in tokens)
    return is_unknown(list(tokens)) and all(tag(t.text)[:1] not in "pcudr" for t in tokens)
