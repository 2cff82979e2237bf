"""Honours that were named before those who have them: “乙”揭晓，甲入选; …“乙”榜单。他们是：甲；丙; 甲等3名先进个人受到表彰."""

from __future__ import annotations

import re
from collections.abc import Iterable

from unigraph.relation.award_rows import RECEIVERS, Grant, row_before, row_from
from unigraph.relation.honours import Honour, Honours
from unigraph.relation.parts import Unit
from unigraph.relation.scene import Scene
from unigraph.scanning import Scan

__all__ = ["read_recalled"]

_THAT = r"(?:此|该|这一|这个|这项|上述)(?:项)?(?:殊荣|荣誉称号|荣誉|称号|奖项|大奖)"
_CHOSEN = re.compile(
    rf"(?:成功|光荣|双双|一同|榜上|均|都|也|同时|最终)*(?:入选|上榜|当选|登榜|入列|在列|入围榜单|榜上有名|名列其中|位列其中|身列其中|位列榜单|荣登榜单|获?{_THAT}|(?:荣获|获得|摘得|获评|获){_THAT}|脱颖而出|受到?(?:通报|隆重|大会)?(?:表彰|表扬|嘉奖))"
    r"(?=[，。；：！\n]|$)"
)
_PRAISED = Scan(
    r"(?:受到?了?|获得?了?|得到了?|接受了?)(?:通报|隆重|大会|会议)?(?:表彰|表扬|嘉奖)|(?:登台|上台|现场)领奖"
    r"|进行了?(?:隆重|集中|通报)?(?:表彰|表扬)|(?:予以|给予)了?(?:通报)?(?:表彰|表扬|嘉奖)|(?:颁奖|授牌|授匾)(?!活动|仪式|典礼|环节|大会|嘉宾|词|晚会|现场)"
)
_NOT = re.compile(r"未|没|遗憾|将|有望|落选|能否|如何|可以|才能|希望|争取")
_TOLD = re.compile(
    r"榜单|名单|揭晓|公布|发布|评选|颁奖|表彰|命名|授予|选树|称号|获得者|评出|推选|评定|认定|当选|入选|上榜|荣誉|出炉"
)
_THEY = re.compile(
    r"(?:他们|她们|其中|获奖(?:者|职工|单位|选手)?(?:名单)?|当选者|入选者|这\d+[名位人家个][^，。：；\n]{0,8}|\d+[名位]获奖者)"
    r"(?:来自各行各业|来自不同[^，。：；\n]{1,6}|都?来自[^，。：；\n]{2,10}一线)?(?:，)?(?:他们)?(?:分别|依次)*(?:[是为有]|包括)?[：]?"
)
_WHO = re.compile(
    r"，?(?:他们|她们|名单|获奖者|当选者)?(?:分别|依次)+(?:[是为]|有)：?|，?(?:他们|她们)[是为]：?|[：]|，(?:名单如下|他们是)：?"
)
_COUNTED = re.compile(r"(?:等|同志)*(?:\d+[个名位家]?[^，。；：、\n“”]{0,6})?[“]?")
_LIST_BELOW = re.compile(r"[，。]?(?:获奖|表彰|受表彰)?(?:具体)?(?:名单|他们|她们)(?:如下|[是为]|分别[是为])+：?")
_SOON = re.compile(r"[^，。；：\n]{0,8}")
_ALSO = re.compile(r"另有?[^，。；\n]{0,8}(?:集体|单位|班组)[^，。；\n]{0,4}，?(?:是|为)")
_BACK = 2
"""How many sentences an honour may be named before those who have it."""


def read_recalled(scene: Scene, honours: Honours) -> Iterable[Grant]:
    """All grants whose honour was named earlier."""
    for match in _CHOSEN.finditer(scene.text):
        yield from _chosen(scene, honours, match)
    for match in _PRAISED.finditer(scene.text):
        yield from _praised(scene, honours, match)
    yield from _they(scene, honours)


def _chosen(scene: Scene, honours: Honours, match: re.Match[str]) -> Iterable[Grant]:
    """首批“乙”揭晓，甲等10人入选; “乙”称号，10人获此殊荣，他们是甲、丙."""
    start = scene.document.clause_start(match.start())
    if scene.silent(match.start()) or _NOT.search(scene.text, start, match.start()):
        return
    if honours.within(start, match.start()):
        return
    honour = _recalled(scene, honours, start)
    if honour is None:
        return
    units = row_before(scene, scene.units_within(start, match.start()))
    if units and not re.fullmatch(r"[^，。；]{0,16}", scene.text[units[-1].end : match.start()]):
        units = ()
    who = None if units else _WHO.match(scene.text, match.end())
    if who:
        units = _listed(scene, who.end())
    if units:
        yield Grant(tuple(u.item for u in units), (honour,), (), "recalled", match.start(), match.end())


def _praised(scene: Scene, honours: Honours, match: re.Match[str]) -> Iterable[Grant]:
    """甲等3名先进个人、丙等2个先进集体受到表彰: each honour right behind those who have it."""
    start = scene.document.sentences[scene.document.sentence_at(match.start())].begin
    if scene.silent(match.start()):
        return
    at = scene.document.clause_start(match.start())
    found = honours.within(at, match.start())
    below = _LIST_BELOW.match(scene.text, match.end()) if found else None
    if below and _SOON.fullmatch(scene.text, found[-1].end, match.start()):
        listed = tuple(u.item for u in _listed(scene, below.end()))
        yield Grant(listed, found[-1:], (), "recalled", match.start(), below.end())
        return
    for honour in found:
        units = row_before(scene, [u for u in scene.units_within(start, honour.begin) if u.root in RECEIVERS])
        if units and _COUNTED.fullmatch(scene.text, units[-1].end, honour.begin):
            yield Grant(tuple(u.item for u in units), (honour,), (), "recalled", match.start(), match.end())


def _they(scene: Scene, honours: Honours) -> Iterable[Grant]:
    """…“乙”榜单。他们分别是：甲，某公司技师；丙，…"""
    for sentence in scene.document.sentences:
        match = _THEY.match(scene.text, sentence.begin)
        if match is None or match.end() - match.start() < 3 or scene.silent(sentence.begin):
            continue
        if not scene.text.startswith(("是", "为", "有", "括", "："), match.end() - 1):
            continue
        honour = None if honours.within(match.end(), sentence.end) else _recalled(scene, honours, sentence.begin)
        units = _listed(scene, match.end()) if honour else ()
        if honour and units:
            extra = _ALSO.match(scene.text, sentence.end)
            more = row_from(scene, extra.end(), scene.document.clause_end(extra.end()), 1) if extra else ()
            found = tuple(u.item for u in (*units, *more))
            yield Grant(found, (honour,), (), "recalled", match.start(), match.end())


def _listed(scene: Scene, at: int) -> tuple[Unit, ...]:
    """A row joined by 、 and commas; entries set apart by ； each by the person, else the body, at its head."""
    sentence = scene.document.sentences[scene.document.sentence_at(at)]
    if "；" not in scene.text[at : sentence.end]:
        return row_from(scene, at, sentence.end, 2, commas=True)
    out, begin = [], at
    while begin < sentence.end:
        stop = scene.text.find("；", begin, sentence.end)
        stop = stop if stop >= 0 else sentence.end
        head = [u for u in scene.units_within(begin, stop) if u.root in RECEIVERS]
        people = [u for u in head if u.root == "Person"]
        out += people[:1] or head[:1]
        begin = stop + 1
    people = [u for u in out if u.root == "Person"]
    return tuple(people if len(people) > 1 else out)


def _recalled(scene: Scene, honours: Honours, at: int) -> Honour | None:
    """The one honour that the text announces before a place: in its sentence, else in one of those before it."""
    return _told_before(scene, honours, at) or _headline(scene, honours)


def _headline(scene: Scene, honours: Honours) -> Honour | None:
    """The one honour that the headline announces: 首批“乙”揭晓."""
    end = scene.document.title_end
    found = honours.within(0, end)
    return found[0] if len({h.name for h in found}) == 1 and _TOLD.search(scene.text, 0, end) else None


def _told_before(scene: Scene, honours: Honours, at: int) -> Honour | None:
    index = scene.document.sentence_at(at)
    paragraph = scene.text.rfind("\n", 0, max(0, at - 1)) + 1
    for back in range(_BACK + 1):
        if index < back:
            return None
        sentence = scene.document.sentences[index - back]
        end = min(sentence.end, at)
        found = honours.within(sentence.begin, end)
        if found:
            names = {h.name for h in found if _announced(scene, h, sentence.begin, end)}
            return found[-1] if len(names) == 1 and found[-1].name in names else None
        if sentence.begin <= paragraph and back:
            return None
    return None


def _announced(scene: Scene, honour: Honour, begin: int, end: int) -> bool:
    near = scene.text[max(begin, honour.begin - 24) : min(end, honour.end + 24)]
    return _TOLD.search(near) is not None
