"""Single characters that end the names of events no list can hold: 飞镖赛, 约谈会, 剪纸展, 托管班.

Each says what must stand neither before it nor behind it (协会, 会员), and counts only where events are held.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["TAILS", "find_tails"]


@dataclass(frozen=True, slots=True)
class _Tail:
    cls: str
    not_after: str
    not_before: str


TAILS = {
    "赛": _Tail(
        "Competition",
        "参开完备观办退弃以停逢到候复竞比决联预初主分全各月",
        "事场道区季制后前程点段艇车马跑出手过会队时况绩规果龙",
    ),
    "会": _Tail(
        "Meeting",
        "金工协学商机社事公委员过总代运国都教议博区际理大联研促合党组者大们就也都不才只均将体约领",
        "员议场长同见谈计费址标徽务晤籍所堂堵被让使有是在把不给就",
    ),
    "展": _Tail("Event", "发开进拓扩参施伸招舒会巡", "示开望现览出演销播板厅馆台会区品期位商"),
    "班": _Tail("Training", "上下值换当轮跟早晚夜白坐返包全跨本各加科领导", "子组长级主车次会"),
    "课": _Tail("Training", "上下功开授听备讲停补网新", "程堂题件间业本外时后前"),
    "营": _Tail("Training", "经运国民私公合联自专直", "业商养造运销地救收利"),
    "秀": _Tail("Event", "优新俊独", "美丽才气"),
    "跑": _Tail("Competition", "奔赛起开逃慢快长短领助陪", "步出来去到道者友团进上腿鞋动"),
    "季": _Tail("Event", "四春夏秋冬旺淡一二三两每换雨旱首本全单赛当雪花汛暑换过", "度节军后前风中里"),
    "周": _Tail("Event", "一二三四五六上下本每两首全圆庄西东", "年期末岁围边到密报刊会一二三四五六日天转率"),
    "礼": _Tail("Ceremony", "主敬行贺厚献送赠回失洗赔备有无周巡", "物品包仪堂金貌拜遇节服泉县"),
    "式": _Tail("Ceremony", "模方形正格公款样仪新老各一中西体程站浸散合包开分", "样的各化服管创教培服地"),
    "夜": _Tail("Event", "昨今当午深连每半黑日星彻熬除值", "里晚间校班色市以幕宵读跑"),
    "坊": _Tail("Training", "街牌酒油染磨书", "间市镇社村街"),
    "汇": _Tail("Event", "外词总收创结", "报总集款率聚编演入成"),
    "讲": _Tail("Event", "演主开宣听", "话解述座堂台坛课师稿授好清明到的"),
}
"""Only 赛, 会, 展 and the like; a name that they end is one where the text says that it was held."""

_ANY = re.compile("|".join(TAILS))


def find_tails(text: str, known: Iterable[int]) -> Iterable[tuple[int, int, str]]:
    """The characters that may end an event's name, where no head noun ends, with the class of the event."""
    ends = set(known)
    for match in _ANY.finditer(text):
        begin, end = match.span()
        tail = TAILS[match.group()]
        before, after = text[begin - 1 : begin], text[end : end + 1]
        if end in ends or not "\u4e00" <= before <= "\u9fff":
            continue
        if before not in tail.not_after and (not after or after not in tail.not_before):
            yield begin, end, tail.cls
