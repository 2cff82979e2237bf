"""Honours without a verb of receiving: as titles before names, at the head of a list, as ranks behind a name.

劳动模范甲; 甲第一，乙第二; 前三名依次是甲、乙、丙; “乙”的名单上，甲…; 二等奖：甲、乙; 二等奖得主是甲.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from unigraph.lexicons import load_gazetteer
from unigraph.recognition.found import Found
from unigraph.relation.award_falls import read_falls, read_wins
from unigraph.relation.award_recalled import read_recalled
from unigraph.relation.award_rows import RECEIVERS, Grant, row_from
from unigraph.relation.award_tables import read_tables
from unigraph.relation.honours import Honour, Honours
from unigraph.relation.parts import Unit
from unigraph.relation.scene import Scene
from unigraph.scanning import Scan

__all__ = ["PROPOSED", "WON_ALL", "names_ranks", "read_lists"]

_WINNER = re.compile(r"的?(?:获得者|得主|获奖者|获得单位|获奖单位)?(?:代表)?、?")
_OF_RANK = re.compile(
    r"(?:19|20)\d{2}|全国|中国|国家|中央|[\u4e00-\u9fff]{2,8}(?:公司|集团)|[省市区县州自“]|[\u4e00-\u9fff]{2,6}[省市区县州“]|五一劳动|三八|劳动模范|大国工匠|[^\u4e00-\u9fff]"
)
_STANDING = re.compile(r"(?:最终|则|分别|以[^，。；]{2,14})?(?:排名|位居|位列|名列|排在|居|列|排|占据)?")
_ON_LIST = re.compile(r"(?:这一(?:荣誉|称号|殊荣|奖项)|的?(?:获奖|表彰)?(?:名单|榜单)(?:上|里|中)?)，")
_IS = re.compile(
    r"(?:同志)?(?:，(?:他|她))?(?:曾|也|还|既|都|同时|本身)*(?:是|系|为)(?:一[名位个]|全市首[位个]|我省|我市)?“?|（"
)
_HE_IS = Scan(
    r"(?<=[。，；\n])(?P<he>[他她](?:曾|也|还|既|都|同时|本身|不仅|不但)*是|(?:也|还|又|更)是|(?:这|那)(?:名|位))(?:一[名位个]|全市首[位个]|我省|我市)?“?"
)
_IS_ENDS = re.compile(r"(?:的?(?:获得者|得主|获奖者|获得单位|获奖单位))?(?:之一)?(?=[，。；、！）\n”]|\Z|，|和)")
_RANK = re.compile(r"(?:冠军|亚军|季军|第[一二三]名|[特一二三]等奖|[金银铜][奖牌])\Z")
_TITLE = re.compile(r"(?:先进|优秀|十佳|最美|模范)[\u4e00-\u9fff]{2}")
_OF_BODY = re.compile(r"(?:单位|之家|小家|奖状|先锋号|企业|集体|班组|示范点)\Z")
_OF_PERSON = re.compile(r"(?:劳动模范|劳模|先进工作者|先进个人|奖章|工匠|能手|状元|红旗手|积极分子|干部|工作者|员工)\Z")
_NO_TITLE = re.compile(
    r"(?:工作室|驿站|服务点|服务站)\Z|(?:公司|集团|厂)首席[\u4e00-\u9fff]{2,4}\Z|^(?:卫冕|上届|昔日)"
)
"""What is a place or a post, or was won at another time: 甲劳模创新工作室、乙; 某公司首席技师甲; 卫冕冠军甲."""
_DEFENDS = re.compile(r"(?:卫冕|上届|昔日)\Z")
_NO_LABEL = re.compile(r"[这那]|第[一二三四五六]位")
"""这十位标兵是甲; 第一位是甲: who is told of, and no name of an honour."""
_WON = re.compile(r"的?(?:获得者|得主|获奖者)")
_AS = re.compile(r"(?:作为|身为)(?:一[名位个])?“?\Z")
_AS_NAME = re.compile(r"(?:的?(?:获得者|得主|获奖者))?，")
_PROPOSES = re.compile(r"拟|推荐|公示|候选|申报|争创|争取|力争|冲击|有望")
_STANDS = re.compile(r"(?=[，、。；\n])")
WON_ALL = ("夺冠", "折桂", "夺魁", "登顶")
"""Cues that say what was won: the first place."""
_FIRST = Scan(
    r"(?P<kind>[\u4e00-\u9fff]{0,8}?)前(?P<count>[二两三四五六])名(?:获得者|选手)?(?:依次|分别|依次分别)?(?:是|为|：)"
)
PROPOSED = re.compile(r"拟|推荐|公示|候选|申报|争创|创建|争取|力争|冲击|有望")
_COUNT = r"(?:\d+|[一两二三四五六七八九十]+)[名个位家人队支项](?:单位|选手|职工|企业)?"
_HOLDS = re.compile(
    rf"(?:的?(?:获得者|得主|获奖者|获奖(?:单位|选手|个人|名单)|奖项)|的)?(?:（?(?:今年|此次|最终|一共|共)?(?:评出|产生|有|颁给|授予)?{_COUNT}）?)?"
    r"(?:获得|获奖|入选|上榜|胜出|获此殊荣)?(?:，?(?:他们|它们|这[\u4e00-\u9fff]{1,4})?(?:则|分别|依次)*[是为有]|，?分别有|：| {0,4}[|｜] {0,4}| {1,4}(?=[\u4e00-\u9fff])|\d*[名个位家队项支]?（(?=[\u4e00-\u9fff]))"
)
"""Between an honour and those who have it, where no verb says so: 二等奖有三位，分别是…"""
_WON_ELSE = re.compile(r"(?:则|均|都|最终|分别|双双|并列|位列|名列|分列|获|荣获|夺|摘|屈居|第[一二三四五六七八])")
_IN_TURN = re.compile(r"分别|依次")
_LABEL_NEXT = re.compile(r"(?:获得者|得主)?：")
"""After the next honour of a line of results: 冠军：甲 亚军：乙."""

_LEAD = re.compile(r"(?:【[^】]*】)?")
_NEAR = 30
_POST_NEXT = re.compile(r"的?(?:获得者|得主|获奖者)、[^，。；：、\n“”和与及]{2,24}")
"""乙获得者、某公司骑手甲: a post between, which is no unit's."""
_RIGHT_BEFORE = re.compile(r"(?:荣誉)?(?:称号)?(?:的?获得者|得主)?(?:代表)?")
_LONGEST_LIST = 30


def names_ranks(text: str) -> bool:
    """Whether a text may tell of honours without naming one."""
    return _FIRST.search(text) is not None or any(word in text for word in WON_ALL)


def read_lists(scene: Scene, honours: Honours) -> Iterable[Grant]:
    """All grants that no cue says."""
    yield from _carried(scene, honours)
    yield from _ranked(scene, honours)
    yield from _on_lists(scene, honours)
    yield from _is(scene, honours)
    if PROPOSED.search(scene.text, 0, scene.document.title_end) is None:
        yield from read_falls(scene, honours)
        yield from read_wins(scene, honours)
        yield from _labelled(scene, honours)
        yield from read_tables(scene, honours)
        yield from read_recalled(scene, honours)


def _carried(scene: Scene, honours: Honours) -> Iterable[Grant]:
    """全国劳动模范甲: an honour that stands before a name as a title, or in a row after it (甲，…，全国劳动模范)."""
    for at, unit in enumerate(scene.units):
        if unit.root in RECEIVERS:
            found = [*_titles(scene, honours, unit), *_profile(scene, honours, unit)]
            kept = tuple(
                h
                for h in found
                if not (unit.root != "Person" and _OF_PERSON.search(h.name))
                and not honours.shared(h)
                and not (unit.root == "Person" and _OF_BODY.search(h.name) and not _WON.match(scene.text, h.end))
                and (_ranked_high(h) or _TITLE.match(h.name) or _RANK.search(h.name) or _WON.match(scene.text, h.end))
                and not (_proposed(scene.text, h) or _NO_TITLE.search(h.name))
                and not _DEFENDS.search(scene.text, max(0, h.begin - 2), h.begin)
            )
            if kept:
                yield Grant((unit.item,), kept, (), "title", kept[0].begin, kept[-1].end)
            shared = tuple(h for h in kept if _RIGHT_BEFORE.fullmatch(scene.text, h.end, unit.item.begin))
            if shared and (others := tuple(_bare_names_after(scene, at))):
                yield Grant(others, shared, (), "title", shared[0].begin, shared[-1].end)


def _bare_names_after(scene: Scene, at: int) -> Iterable[Found]:
    """全国劳动模范甲、乙、丙: the names that go on a list without titles of their own."""
    for last, unit in pairwise(scene.units[at : at + _LONGEST_LIST]):
        if unit.root != "Person" or scene.text[last.item.end : unit.item.begin] != "、":
            return
        yield unit.item


def _ranked_high(honour: Honour) -> bool:
    """Whether an honour says who gave it, so that it can stand as a title: 浙江工匠, and no 优秀员工."""
    named = load_gazetteer().named
    return _OF_RANK.match(honour.name) is not None or any(named(honour.name[:n]) for n in (2, 3))


def _proposed(text: str, honour: Honour) -> bool:
    return (
        PROPOSED.match(text, honour.end) is not None
        or _PROPOSES.search(text, max(0, honour.begin - 8), honour.begin) is not None
    )


def _is(scene: Scene, honours: Honours) -> Iterable[Grant]:
    """甲是全国劳动模范; 甲（全国劳动模范）; 甲是一等奖得主之一; 作为全国劳动模范，甲…"""
    for unit in scene.units:
        if unit.root not in RECEIVERS or scene.silent(unit.begin):
            continue
        match = _IS.match(scene.text, unit.item.end)
        row = honours.row_from(match.end(), 4) if match else ()
        if match and row and _told_of(scene.text, unit, match, row):
            yield Grant((unit.item,), row, (), "title", row[0].begin, row[-1].end)
    for match in _HE_IS.finditer(scene.text):
        row = honours.row_from(match.end(), 4)
        person = _person_before(scene, match.start("he")) if row and not scene.silent(match.start()) else None
        if person and _told_of(scene.text, person, match, row):
            yield Grant((person.item,), row, (), "title", row[0].begin, row[-1].end)
    for honour in honours.items:
        ahead = _AS_NAME.match(scene.text, honour.end)
        if ahead and _AS.search(scene.text, max(0, honour.begin - 6), honour.begin):
            near = scene.units_within(ahead.end(), ahead.end() + 40)
            units = [u for u in near if u.begin == ahead.end()]
            if units and units[0].root in RECEIVERS:
                yield Grant((units[0].item,), (honour,), (), "title", honour.begin, honour.end)


def _person_before(scene: Scene, at: int) -> Unit | None:
    """Who 他 is: the person named last in the paragraph."""
    paragraph = scene.text.rfind("\n", 0, at) + 1
    chain = scene.chain_within(paragraph, at, ("Person",))
    return chain.units[-1] if chain else None


def _told_of(text: str, unit: Unit, match: re.Match[str], row: tuple[Honour, ...]) -> bool:
    """Whether honours behind 是 or in brackets are those of the one before."""
    if not _IS_ENDS.match(text, row[-1].end) or _proposed(text, row[0]):
        return False
    if match.group() == "（" and text.startswith("）", row[-1].end):
        return True
    if unit.root != "Person":
        return _OF_BODY.search(row[-1].name) is not None and _ranked_high(row[0])
    won = _ranked_high(row[0]) or _RANK.search(row[0].name) or _WON.match(text, row[-1].end)
    return bool(won)


def _titles(scene: Scene, honours: Honours, unit: Unit) -> list[Honour]:
    person = unit.item.begin
    before = [h for h in honours.within(max(0, unit.begin - 60), person) if unit.begin - _NEAR <= h.end <= person]
    return [h for h in before if _leads_to(scene, h, unit)]


def _leads_to(scene: Scene, honour: Honour, unit: Unit) -> bool:
    match = _WINNER.match(scene.text, honour.end)
    at = match.end() if match else honour.end
    if at in (unit.begin, unit.item.begin) or unit.begin <= honour.begin:
        return True
    return (
        _WON.match(scene.text, honour.end) is not None
        and _POST_NEXT.fullmatch(scene.text, honour.end, unit.begin) is not None
    )


def _profile(scene: Scene, honours: Honours, unit: Unit) -> list[Honour]:
    """甲，某职务，全国先进工作者，…: honours that fill a clause each, in the sentence that a name begins."""
    sentence = scene.document.sentences[scene.document.sentence_at(unit.begin)]
    lead = scene.text[sentence.begin : unit.begin] if unit.begin - sentence.begin < 20 else "…"
    if not _LEAD.fullmatch(lead) or scene.text[unit.end : unit.end + 1] != "，":
        return []
    after = honours.within(unit.end, min(sentence.end, unit.end + 200))
    return [h for h in after if scene.text[h.begin - 1] in "，、“" and _STANDS.match(scene.text, h.end)]


def _ranked(scene: Scene, honours: Honours) -> Iterable[Grant]:
    """甲第一，乙第二; 甲一等奖，乙二等奖: a rank that follows a name with nothing between; 前三名依次是甲、乙、丙."""
    for honour in honours.items:
        bare = scene.text[honour.begin] == "第"
        if bare or (_RANK.search(honour.name) and _STANDS.match(scene.text, honour.end)):
            near = scene.units_within(honour.begin - 40, honour.begin)
            unit = next((u for u in near if _STANDING.fullmatch(scene.text, u.end, honour.begin)), None)
            if unit is not None and unit.root in RECEIVERS:
                yield Grant((unit.item,), (honour,), (), "rank", honour.begin, honour.end)
    for match in _FIRST.finditer(scene.text):
        units = row_from(scene, match.end(), scene.document.clause_end(match.end()), 1)
        for rank, unit in zip("一二三四五六", units, strict=False):
            named = Honour(match.start(), match.end(), f"{match['kind']}第{rank}名", match.start())
            yield Grant((unit.item,), (named,), (), "rank", match.start(), match.end())


def _on_lists(scene: Scene, honours: Honours) -> Iterable[Grant]:
    """“乙”这一荣誉，甲…; “乙”的名单上，甲…: an honour in front, and who has it as the next subject."""
    for honour in honours.items:
        match = _ON_LIST.match(scene.text, honour.end)
        if match and not scene.silent(honour.begin):
            units = row_from(scene, match.end(), scene.document.clause_end(match.end()), 0)
            yield Grant(tuple(u.item for u in units), (honour,), (), "list", honour.begin, match.end())


def _labelled(scene: Scene, honours: Honours) -> Iterable[Grant]:
    """二等奖：甲、乙; 二等奖得主是甲; 二等奖有三位，分别是甲公司的甲，乙公司的乙、丙."""
    for honour in honours.items:
        match = _HOLDS.match(scene.text, honour.end)
        if match is None or scene.silent(honour.begin) or not _opens(scene.text, honour):
            continue
        if _NO_LABEL.match(scene.text, honour.begin):
            continue
        sentence = scene.document.sentences[scene.document.sentence_at(honour.begin)]
        end = max(sentence.end, scene.document.clause_end(match.end()))
        stop = scene.text.find("；", match.end(), end)
        if stop >= 0 and not honours.within(stop, end):
            stop = -1  # the entries of one list
        following = honours.within(match.end(), stop if stop >= 0 else end)
        stop = next((h.begin for h in following if _LABEL_NEXT.match(scene.text, h.end)), stop)
        near = scene.units_within(honour.begin - 20, match.end() + 12)
        near = near if _ranked_high(honour) or "：" in match.group() else ()
        at = next((u.begin for u in near if u.item.begin == match.end()), match.end())  # 劳动模范：甲 is one unit
        units = tuple(u for u in row_from(scene, at, end, 1, commas=True) if stop < 0 or u.begin < stop)
        units = (*_before_next(scene.text, units), *_entries(scene, honours, units, end))
        if not units:
            continue
        each = _IN_TURN.search(match.group()) is not None or honours.shared(honour)
        row = honours.row_ending(honour) if each else (honour,)
        if row[-1] == honour:
            found = tuple(u.item for u in units)
            yield Grant(found, row, (), "labelled", honour.begin, match.end(), len(row) > 1)


def _before_next(text: str, units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The units before the last comma where those behind it won something else: …是甲队，乙队、丙队并列第三."""
    if len(units) < 2 or not _WON_ELSE.match(text, units[-1].end):
        return units
    comma = text.rfind("，", units[0].end, units[-1].begin)
    return tuple(u for u in units if comma < 0 or u.begin < comma)


def _entries(scene: Scene, honours: Honours, units: tuple[Unit, ...], end: int) -> Iterable[Unit]:
    """甲，某公司技师；乙，某局职工；…: the persons that the entries after the first begin with."""
    at = scene.text.find("；", units[-1].end, end) if units and units[-1].root == "Person" else -1
    while at >= 0:
        stop = scene.text.find("；", at + 1, end)
        entry = [u for u in scene.units_within(at + 1, stop if stop >= 0 else end) if u.root == "Person"]
        if not entry or entry[0].begin > at + 2 or honours.within(at + 1, stop if stop >= 0 else end):
            return
        yield entry[0]
        at = stop


def _opens(text: str, honour: Honour) -> bool:
    """Whether an honour stands at the head of its clause, or is the rank of a contest: 本次大赛的冠军是甲."""
    begin = honour.begin
    if re.search(r"\d[名个位家]\Z", text[max(0, begin - 3) : begin]):
        return True
    if text[begin - 1 : begin] == "的" and _RANK.search(honour.name):
        return True
    return text[max(0, begin - 1) : begin] in ("", "，", "。", "；", "\n", " ", "：", "“", "、", "》", "）")
