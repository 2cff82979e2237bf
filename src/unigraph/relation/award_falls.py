"""Honours that fall to somebody, or that somebody wins, whatever the verb.

二等奖由甲、乙2名选手分享, 冠军归了丙厂, 优秀组织奖评给了丁工会; 甲以三分之差屈居亚军, 乙队抱走一等奖.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from unigraph.relation.award_rows import RECEIVERS, Grant, row_before, row_from
from unigraph.relation.honours import Honours
from unigraph.relation.parts import Unit
from unigraph.relation.scene import Scene

__all__ = ["read_falls", "read_wins"]

_FALLS = re.compile(
    r"(?:的?(?:称号|荣誉|殊荣|奖杯|桂冠|证书|奖牌))?(?:也|则|均|都|最终|最后|分别|依次|各|双双|毫无悬念地?|\d[名个项席]|[，])*"
    r"(?:(?P<by>由|被)|的?归属(?:是|为)|归了|归于|归属于?|归|属于|落入|落到|落在|[颁评授发送]给了?|颁发给了?|给了|授予了)(?:来自)?"
)
_COUNT = r"(?:等?(?:\d+|[两二三四五六七八九十]+)?[名位个支人家]?(?:选手|职工|同志|队伍|代表队|单位|老师|员工|队员|教师|人)?)?"
_TAKEN = re.compile(
    rf"{_COUNT}(?:分别|依次|共同|双双|成功|一举|并列|先后|各自?|捷足先登)*(?:获|得|摘|夺|捧|拿|分享|共享|瓜分|收|揽|包揽|斩|领走|赢|分|抱|摘走|取|荣|问鼎|折|占|争)"
)
"""What those do who are named after 由 or 被, and not those who give or announce."""
_NO_END = re.compile(rf"{_COUNT}(?:颁|宣布|宣读|推荐|评选|评定|提供|赞助|组织|承办|主办|推选|设立|捐)")
_PLANNED = re.compile(r"将|拟|有望|争取|力争|能否|可能|最高")


def read_falls(scene: Scene, honours: Honours) -> Iterable[Grant]:
    """All grants of an honour that is the subject of its clause."""
    for honour in honours.items:
        match = _FALLS.match(scene.text, honour.end)
        if match is None or scene.silent(honour.begin):
            continue
        start = scene.document.clause_start(honour.begin)
        if _PLANNED.search(scene.text[start : honour.begin]):
            continue
        row = tuple(_one_by_one(scene, match.end())) or row_from(
            scene, match.end(), scene.document.clause_end(match.end()), 1
        )
        if not row or _NO_END.match(scene.text, row[-1].end):
            continue
        if match["by"] and not (_TAKEN.match(scene.text, row[-1].end) or _TAKEN.match(scene.text, row[-1].item.end)):
            continue
        each = honours.shared(honour) or "分别" in match.group() or "依次" in match.group()
        held = honours.row_ending(honour) if each else (honour,)
        if held[-1] == honour:
            found = tuple(u.item for u in row)
            yield Grant(found, held, (), "falls", honour.begin, match.end(), len(held) > 1)


def _one_by_one(scene: Scene, position: int) -> Iterable[Unit]:
    """三等奖归了两个人，一位是甲，一位是乙: those told one by one, behind how many they are."""
    sentence = scene.document.sentences[scene.document.sentence_at(position)]
    if _SO_MANY.match(scene.text, position):
        for match in _ONE_IS.finditer(scene.text, position, sentence.end):
            units = scene.units_within(match.end(), scene.document.clause_end(match.end()))
            people = [u for u in units if u.root == "Person"]
            yield from people[-1:] or row_from(scene, match.end(), scene.document.clause_end(match.end()), 1)


_SO_MANY = re.compile(r"(?:[两二三四五]|\d)[名位个家][^，。；：\n]{0,6}[，：]")
_ONE_IS = re.compile(r"[，：；](?:其中)?(?:另|还有)?一[名位个家](?:则|便|就)?[是为]")
_WINS = re.compile(
    r"(?:（[^（）\n]{1,20}）)?(?:同志|队|代表队|选手)?(?:凭借?[^，。；]{2,14}|以[^，。；]{1,14}(?:分|秒|米|票|成绩|优势|比分|之差|之势))?"
    r"(?:[则还也又均都再]|最终|最后|分别|双双|一举|成功|并列|同时|此次|继续|首次|再次|率先|顺利|强势|技高一筹|脱颖而出|不负众望)*"
    r"(?:[荣勇喜独再强力连]?(?:[获夺摘捧揽斩膺折]|拿(?!手)|抱(?=走|回|得)|领(?=取|走|到|得|了|回)|取(?=得|走)|收(?=获|下|入)|居(?=第|首|亚|冠))(?:得|获|取|下|回|走|到|起|据|为|领|冠|入|杯|揽|有)?|屈居|并列|蝉联|卫冕|登上|站上|排名?|位居|位列|名列|问鼎|当选|当上)(?:了|过)?"
    r"(?:全[国省市县区场]|本[次届]|首届|[男女]子|[^，。；、“\n]{0,10}的)?(?:[\d一两二三四五六]+[个项枚块座])?[“【]?"
)
"""Between a winner and an honour: verbs of winning by the characters that they are made of."""


def read_wins(scene: Scene, honours: Honours) -> Iterable[Grant]:
    """All grants of an honour that a clause says its subject won, right before."""
    for honour in honours.items:
        if scene.silent(honour.begin) or honours.shared(honour) or scene.text.startswith("的", honour.end):
            continue
        start = scene.document.clause_start(honour.begin)
        if _PLANNED.search(scene.text[start : honour.begin]):
            continue
        units = [u for u in scene.units_within(start, honour.begin) if u.root in RECEIVERS and u.end <= honour.begin]
        if not units or not any(
            _WINS.fullmatch(scene.text, at, honour.begin) for at in {units[-1].end, units[-1].item.end}
        ):
            continue
        row = row_before(scene, units)
        if row and (len(row) == 1 or "分" not in scene.text[row[-1].item.end : honour.begin]):
            yield Grant(tuple(u.item for u in row), (honour,), (), "wins", honour.begin, honour.end)
