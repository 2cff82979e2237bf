"""Honours that fall to somebody, whatever the verb: 二等奖由甲、乙2名选手分享, 冠军花落丙厂, 优秀组织奖评给了丁工会."""

from __future__ import annotations

import re
from collections.abc import Iterable

from unigraph.relation.award_rows import Grant, row_from
from unigraph.relation.honours import Honours
from unigraph.relation.scene import Scene

__all__ = ["read_falls"]

_FALLS = re.compile(
    r"(?:的?(?:称号|荣誉|殊荣|奖杯|桂冠|证书|奖牌))?(?:也|则|均|都|最终|最后|分别|依次|各|双双|毫无悬念地?|\d[名个项席]|[，])*"
    r"(?:(?P<by>由|被)|归了|归于|归属于?|归|花落|属于|落入|落到|落在|[颁评授发送]给了?|颁发给了?|给了|授予了)(?:来自)?"
)
_COUNT = r"(?:等?(?:\d+|[两二三四五六七八九十]+)?[名位个支人家]?(?:选手|职工|同志|队伍|代表队|单位|老师|员工|队员|教师|人)?)?"
_TAKEN = re.compile(
    rf"{_COUNT}(?:分别|依次|共同|双双|成功|一举|并列|先后|各自?|捷足先登)*(?:获|得|摘|夺|捧|拿|分享|共享|瓜分|收|揽|包揽|斩|领走|赢|分|抱|摘走|取|荣|问鼎|折|占|争)"
)
"""What those do who are named after 由 or 被, and not those who give or announce."""
_NO_END = re.compile(rf"{_COUNT}(?:颁|宣布|宣读|推荐|评选|评定|提供|赞助|组织|承办|主办|推选|设立|捐)")
_PLANNED = re.compile(r"将|拟|有望|争取|力争|能否|可能|最高|设立?\Z")


def read_falls(scene: Scene, honours: Honours) -> Iterable[Grant]:
    """All grants of an honour that is the subject of its clause."""
    for honour in honours.items:
        match = _FALLS.match(scene.text, honour.end)
        if match is None or scene.silent(honour.begin):
            continue
        start = scene.document.clause_start(honour.begin)
        if _PLANNED.search(scene.text[start : honour.begin]):
            continue
        row = row_from(scene, match.end(), scene.document.clause_end(match.end()), 1)
        if not row or _NO_END.match(scene.text, row[-1].end):
            continue
        if match["by"] and not (_TAKEN.match(scene.text, row[-1].end) or _TAKEN.match(scene.text, row[-1].item.end)):
            continue
        each = honours.shared(honour) or "分别" in match.group() or "依次" in match.group()
        held = honours.row_ending(honour) if each else (honour,)
        if held[-1] == honour:
            found = tuple(u.item for u in row)
            yield Grant(found, held, (), "falls", honour.begin, match.end(), len(held) > 1)
