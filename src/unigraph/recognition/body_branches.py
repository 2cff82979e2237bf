"""Branches of well-known companies: 国网河北电力, 中国人保财险邢台市分公司, 顺丰雷州营业点; and longer names of one: 司尔特肥业."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from unigraph.lexicons.words import words
from unigraph.recognition.body_words import Matcher, company_names
from unigraph.recognition.divisions import Divisions

__all__ = ["find_branches"]

_NEXT = r"(?=[，。、；：）”\s]|党委|工会|董事长|总经理|副总|经理|负责人|职工|员工|代表|承办|主办|协办|举办|组织|参|与|和|及|等|的|荣?获|以|在|主席|书记|一线|快递|骑手|司机|$)"
_UNIT = re.compile(
    r"(?:电力|热电|火电|发电|能源|新能源|水电|核电|石化|建设|燃气|环境|水务|物流|快递|速运|航空|销售|石油|烟草|邮政|通信|物业|置业|汽车|铁塔)?"
    r"(?:集团)?(?:分公司|支公司|子公司|公司|分局|支局|营业部|营业点|营业厅|营业所|网点|站点|站|仓|转运中心|分拨中心|集散中心|配送中心|配送站|项目部|支行|分行|工厂|"
    rf"基地|电厂|厂|店|门店)?{_NEXT}"
)
_LONGER = re.compile(
    rf"(?:[肥矿煤林农牧渔种茶酒药乳纸铝铜钢盐糖锂钛置物实]业|新能源|电力|水务|环境|物业|置业|重工|电气|化工|汽车){_NEXT}"
)


@lru_cache(maxsize=1)
def _brands() -> Matcher:
    """The brands that a branch's name may begin with."""
    return Matcher({brand: (brand,) for brand in words("brand")})


def find_branches(text: str, divisions: Divisions) -> Iterable[tuple[int, int]]:
    """Where the names of branches begin and end: a company, a division and a unit; or a company and its trade."""
    companies = company_names().longest_by_begin(text)
    for begin, (end, _) in companies.items():
        longer = _LONGER.match(text, end)
        if longer:
            yield begin, longer.end()
    for begin, (end, _) in {**_brands().longest_by_begin(text), **companies}.items():
        hit = divisions.starting.get(end)
        unit = _UNIT.match(text, hit.end) if hit else None
        if hit and unit and unit.group():
            yield begin, unit.end()
