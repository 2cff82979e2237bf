"""Workplaces that the tale of a journey names, and that no verb of going has for its object.

Once a party is on its way, its tale names places because it was there: 上午甲，下午乙; 目的地换成甲; 甲的做法引起考察组的兴趣.
Who went there was said before. So these are read behind a stop or a party that has set out alone, and no further than
a few sentences on.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from unigraph.model import Span
from unigraph.relation.parts import Cue, Unit
from unigraph.relation.scene import Scene
from unigraph.relation.visit_words import Stop, team_word, under_way

__all__ = ["find_named"]

_REACH = 3
"""How many sentences behind a stop still tell of the same journey."""
_LED = re.compile(r"一行|率队|带队|率团|带着|分头|兵分|[组团队](?:成员)?[，先一到]")
_FIRST = (
    r"(?:行程[^，。；：\n]{0,8}[：，])?(?:[上下]午|中午|晚上|当天(?:[上下]午)?|当日|先是?|再|随后|接着|最后|又|第[一二三四五六][家站处个天]|"
    r"头一[家站处]|首站|末站|另一[家站处]|(?:\d{1,2}月)?\d{1,2}日(?:[上下]午)?)"
)
_BARE = re.compile(
    rf"(?:^|(?<=[，。；：！？\n])){_FIRST}，?(?:去|到|看|走|访|是|换成|轮到|则是|便是|就是)?了?的?(?:是)?\Z"
)
_COUNT_UP = re.compile(
    r"(?:一[站家处]接着?一[站家处]|一路[^，。；：\n]{0,8}|沿途[^，。；：\n]{0,6}|依次|先后|分别|[两二三四五六七八九十\d]+[家个处站][^，。；：\n]{0,8}|点位|行程|路线)(?:是|为)?：\Z"
)
_LEADS_TO = re.compile(
    r"(?:目的地|终点|地点|方向|目标|落点|点位)[^，。；：\n]{0,8}(?:是|换成|转到|转向|为|定在|选在|变成)\Z"
    r"|(?:轮到|脚步[^，。；\n]{0,6}(?:到|进|向|在)了?|[去到看走访]过的?(?:还)?(?:有|是)|此行[^，。；\n]{0,6}一[站家处]，?(?:是|在)?"
    r"|(?:调研|走访|慰问|行程)(?:就|便|都)?(?:安排|定|选|设|放)在了?|泡在|踏进|迈进|走了进|(?:车子?|车队|大巴|中巴)[^，。；\n]{0,4}(?:[开驶]进|驶入|开到|停[在到])了?|往)\Z"
)
_MARK = re.compile(r"[，。；、！？\n]|$")
_TOO = re.compile(
    r"(?:的?[^，。；：！？、\n]{1,6})?(?:也|都|同样)?(?:去了|去过|看了|走了|跑了|到了|没有?落下|没有?漏下|没有?错过|不例外)(?=[，。；\n])"
)
_MET = re.compile(
    r"的[^。；！？\n]{2,40}?(?:引起|吸引|打动|让|给|留给|赢得|受到|得到)(?:了|着)?(?P<who>[^，。；\n]{0,16}?)(?:的)?"
    r"(?:兴趣|关注|注意|好奇|点赞|称赞|赞叹|肯定|好评|眼前一亮|留下|停下|驻足|印象)"
)
_ROWS = re.compile(r"[、和与及]|以及")
_WORKS = frozenset(["Company", "School", "Hospital", "CulturalPalace", "Venue", "Sight", "Place"])
_HOUSE = re.compile(r"(?:驿站|之家|基地|中心|馆|园|学院|文化宫|工作室|服务站|大队|中队|养护站)\Z")


def find_named(scene: Scene, stops: Sequence[Stop]) -> Iterable[Stop]:
    """The further stops of journeys that ``stops``, or a party that sets out, tell of."""
    told = {scene.document.sentence_at(s.cue.begin) for s in stops}
    reached = {(t.begin, t.end) for s in stops for t in s.targets}
    last = -_REACH - 1
    for number, sentence in enumerate(scene.document.sentences):
        if sentence.begin < scene.document.title_end:
            continue
        if number in told or _sets_out(scene, sentence):
            last = number
        if number - last > _REACH:
            continue
        for row in _rows(scene, sentence, reached):
            if not scene.silent(row[0].begin) and _is_stop(scene, row, sentence):
                last = number
                cue = Cue(row[0].begin, row[-1].end, "到", "visited", False)
                yield Stop(cue, row, row[0].begin, "among")


def _sets_out(scene: Scene, sentence: Span) -> bool:
    begins = scene.once(_cue_begins)
    at = bisect_left(begins, sentence.begin)
    told = at < len(begins) and begins[at] < sentence.end
    return told and bool(_LED.search(scene.text, sentence.begin, sentence.end))


def _cue_begins(scene: Scene) -> list[int]:
    return [c.begin for c in scene.cues.get("visited", ()) if len(c.word) > 1]


def _rows(scene: Scene, sentence: Span, reached: set[tuple[int, int]]) -> Iterable[tuple[Unit, ...]]:
    """The workplaces of a sentence, those of one list together."""
    row: list[Unit] = []
    for unit in scene.units_within(sentence.begin, sentence.end):
        if row and not (_is_work(scene, unit) and _ROWS.fullmatch(scene.text, row[-1].end, unit.begin)):
            yield tuple(row)
            row = []
        if _is_work(scene, unit) and (unit.begin, unit.end) not in reached:
            row.append(unit)
    if row:
        yield tuple(row)


def _is_work(scene: Scene, unit: Unit) -> bool:
    is_a = scene.ontology.is_a
    return (
        unit.end == unit.item.end
        and not unit.item.key.startswith("pl-")
        and (any(is_a(unit.item.cls, c) for c in _WORKS if c in scene.ontology.classes) or _is_house(unit))
    )


def _is_house(unit: Unit) -> bool:
    return unit.root == "Organization" and bool(_HOUSE.search(unit.item.name))


def _is_stop(scene: Scene, row: tuple[Unit, ...], sentence: Span) -> bool:
    text, begin, end = scene.text, row[0].begin, row[-1].end
    start = scene.document.clause_start(begin)
    if _BARE.search(text, max(sentence.begin, start - 1), begin) and _MARK.match(text, end):
        return True
    if any(p.search(text, max(sentence.begin, begin - 24), begin) for p in (_LEADS_TO, _COUNT_UP)):
        return True
    if begin - start > 1:
        return False
    if _TOO.match(text, end):
        return True
    met = _MET.match(text, end)
    return met is not None and bool(team_word().search(met.group()) or under_way().search(met.group()))
