"""Honours without a verb of receiving: as titles before names, at the head of a list, as ranks behind a name.

劳动模范甲; 甲第一，乙第二; 前三名依次是甲、乙、丙; “乙”的名单上，甲…; 二等奖：甲、乙; 二等奖得主是甲.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from unigraph.relation.award_rows import RECEIVERS, Grant, row_from
from unigraph.relation.honours import Honour, Honours
from unigraph.relation.scene import Scene, Unit

__all__ = ["PROPOSED", "names_ranks", "read_lists"]

_WINNER = re.compile(r"的?(?:获得者|得主|获奖者)?、?")
_OF_RANK = re.compile(
    r"(?:19|20)\d{2}|全国|中央|[\u4e00-\u9fff]{2,8}(?:公司|集团)|[省市区县州自“]|[\u4e00-\u9fff]{2,6}[省市区县州“]|五一劳动|三八|劳动模范|大国工匠|[^\u4e00-\u9fff]"
)
_ON_LIST = re.compile(r"(?:这一(?:荣誉|称号|殊荣|奖项)|的?(?:获奖|表彰)?(?:名单|榜单)(?:上|里|中)?)，")
_STANDS = re.compile(r"(?=[，、。；\n])")
_FIRST = re.compile(
    r"(?P<kind>[\u4e00-\u9fff]{0,8}?)前(?P<count>[二两三四五六])名(?:获得者|选手)?(?:依次|分别|依次分别)?(?:是|为|：)"
)
PROPOSED = re.compile(r"拟|推荐|公示|候选|申报|争创|创建|争取|力争|冲击|有望")
_COUNT = r"(?:\d+|[一两二三四五六七八九十]+)[名个位家人队支项](?:单位|选手|职工|企业)?"
_HOLDS = re.compile(
    rf"(?:的?(?:获得者|得主|获奖者|获奖(?:单位|选手|个人|名单)|奖项)|的)?(?:（?共?有?{_COUNT}）?)?"
    r"(?:，?(?:则|分别|依次)*[是为]|，?分别有|：)\n?"
)
"""Between an honour and those who have it, where no verb says so: 二等奖有三位，分别是…"""


def names_ranks(text: str) -> bool:
    """Whether a text may tell of honours without naming one."""
    return _FIRST.search(text) is not None


def read_lists(scene: Scene, honours: Honours) -> Iterable[Grant]:
    """All grants that no cue says."""
    yield from _carried(scene, honours)
    yield from _ranked(scene, honours)
    yield from _on_lists(scene, honours)
    yield from _labelled(scene, honours)


def _carried(scene: Scene, honours: Honours) -> Iterable[Grant]:
    """全国劳动模范甲: an honour that stands before a name as a title, or in a row after it (甲，…，全国劳动模范)."""
    for unit in scene.units:
        if unit.root == "Person":
            found = [*_titles(scene, honours, unit), *_profile(scene, honours, unit)]
            kept = tuple(h for h in found if _OF_RANK.match(h.name) and not PROPOSED.match(scene.text, h.end))
            if kept:
                yield Grant((unit.item,), kept, None, "title", kept[0].begin, kept[-1].end)


def _titles(scene: Scene, honours: Honours, unit: Unit) -> list[Honour]:
    person = unit.item.begin
    before = [h for h in honours.within(max(0, unit.begin - 36), person) if unit.begin - 6 <= h.end <= person]
    return [h for h in before if _leads_to(scene, h, unit)]


def _leads_to(scene: Scene, honour: Honour, unit: Unit) -> bool:
    match = _WINNER.match(scene.text, honour.end)
    at = match.end() if match else honour.end
    return at in (unit.begin, unit.item.begin) or unit.begin <= honour.begin


def _profile(scene: Scene, honours: Honours, unit: Unit) -> list[Honour]:
    """甲，某职务，全国先进工作者，…: honours that fill a clause each, in the sentence that a name begins."""
    sentence = scene.document.sentences[scene.document.sentence_at(unit.begin)]
    lead = scene.text[sentence.begin : unit.begin] if unit.begin - sentence.begin < 20 else "…"
    if not re.fullmatch(r"(?:【[^】]*】)?", lead) or scene.text[unit.end : unit.end + 1] != "，":
        return []
    after = honours.within(unit.end, min(sentence.end, unit.end + 200))
    return [h for h in after if scene.text[h.begin - 1] in "，、“" and _STANDS.match(scene.text, h.end)]


def _ranked(scene: Scene, honours: Honours) -> Iterable[Grant]:
    """甲第一，乙第二: a rank that follows a name with nothing between; 前三名依次是甲、乙、丙."""
    for honour in honours.items:
        if scene.text[honour.begin] == "第":
            unit = next((u for u in scene.units_within(honour.begin - 40, honour.begin) if u.end == honour.begin), None)
            if unit is not None and unit.root in RECEIVERS:
                yield Grant((unit.item,), (honour,), None, "rank", honour.begin, honour.end)
    for match in _FIRST.finditer(scene.text):
        units = row_from(scene, match.end(), scene.document.clause_end(match.end()), 1)
        for rank, unit in zip("一二三四五六", units, strict=False):
            named = Honour(match.start(), match.end(), f"{match['kind']}第{rank}名", match.start())
            yield Grant((unit.item,), (named,), None, "rank", match.start(), match.end())


def _on_lists(scene: Scene, honours: Honours) -> Iterable[Grant]:
    """“乙”这一荣誉，甲…; “乙”的名单上，甲…: an honour in front, and who has it as the next subject."""
    for honour in honours.items:
        match = _ON_LIST.match(scene.text, honour.end)
        if match and not scene.silent(honour.begin):
            units = row_from(scene, match.end(), scene.document.clause_end(match.end()), 0)
            yield Grant(tuple(u.item for u in units), (honour,), None, "list", honour.begin, match.end())


def _labelled(scene: Scene, honours: Honours) -> Iterable[Grant]:
    """二等奖：甲、乙; 二等奖得主是甲; 二等奖有三位，分别是甲公司的甲，乙公司的乙、丙."""
    for honour in honours.items:
        match = _HOLDS.match(scene.text, honour.end)
        if match is None or scene.silent(honour.begin) or not _opens(scene.text, honour.begin):
            continue
        sentence = scene.document.sentences[scene.document.sentence_at(honour.begin)]
        end = max(sentence.end, scene.document.clause_end(match.end()))
        stop = scene.text.find("；", match.end(), end)
        units = row_from(scene, match.end(), stop if stop >= 0 else end, 1, commas=True)
        if units:
            yield Grant(tuple(u.item for u in units), (honour,), None, "labelled", honour.begin, match.end())


def _opens(text: str, begin: int) -> bool:
    """Whether an honour stands at the head of its clause."""
    return text[max(0, begin - 1) : begin] in ("", "，", "。", "；", "\n", " ", "：", "“", "、", "》", "）")
