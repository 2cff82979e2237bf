"""Where an event was held: 在 a place 举行, 走进 a place, a place that 迎来 the event, 会址设在 a place."""

from __future__ import annotations

import re
from collections.abc import Iterable

from unigraph.lexicons import load_gazetteer
from unigraph.lexicons.words import any_of
from unigraph.model import Span
from unigraph.recognition.body_forms import division_key
from unigraph.recognition.events import LocalEvent
from unigraph.recognition.found import Found
from unigraph.relation.parts import RawClaim, Unit
from unigraph.relation.scene import Scene

__all__ = ["read_places"]

_WHERE = ("Place", "Organization", "Company", "Union")
_HELD = any_of("event_held", "event_held_there")
_IN = re.compile(
    r"[在于](?:[^，。；：、“”\n在于]{1,12}的|[一二三四五六七八九十]+师|[\u4e00-\u9fff]{2,12}[省市区县旗州镇乡])?\Z"
)
_HELD_AFTER = re.compile(rf"[^，。；：、]{{0,14}}?(?:{_HELD}|会见|会谈|座谈)")
_SCENE = re.compile(
    rf"(?:的?(?:{any_of('plain_site')}|工地|现场|门前|广场))?[里内中上前]?(?:，?(?:\d{{1,2}}月\d{{1,2}}日|昨天|今天|昨日|今日|当[天日晚]|[上下]午|早上|晚上?))*"
    rf"(?:{any_of('scene_set')}|(?:[旗银焊彩鼓琴书墨茶花龙战][\u4e00-\u9fff]|[\u4e00-\u9fff]{{2}})(?:飞舞|飘扬|飘飘|招展|鲜红|涌动|云集|沸腾|激荡|飘香|通明|喧天|欢腾|鼎沸|满堂|如潮|如织|非凡|悠扬|嘹亮|高亢|四溅|阵阵|闪烁|闪闪))"
)
_RECEIVES = re.compile(r"[^，。；：、]{0,12}?(?:迎来|成了|举办|承办)")
_COMES = re.compile(r"(?:来到|齐聚|走进|汇聚|相聚|聚集在|聚在|请到|集结)了?$")
_JOINS = re.compile(
    r"[^，。；]{0,6}，?(?:一起|共同|一同|在)?(?:参加|出席|参与|角逐|比拼|争夺|同台|切磋|亮相|见证|观看|展开)"
)
_STARTS = re.compile(r"[从自由]\Z")
_SETS_OFF = re.compile(r"(?:鸣枪|鸣笛|正式|同时|一齐)?(?:出发|起跑|开跑|启程|发车|起步|起航)")
_SET_THERE = re.compile(r"(?:选在|放在|设在|安排在|定在)\Z")
_MOVED = re.compile(
    r"(?:亮相|落户|登陆|唱响|响彻|办到|开到|搬进|搬到|开进|办在|开在|设在|定在|放在|办进|落地|移师|花落|挪到|挪进|搬至|转战|移至|转至|放到|搬上|安排在|选址|选在|送进|开赛于|移到|设到|走到|走入|开往)了?$"
)
_HEADS = re.compile(
    r"(?:\s|[^，。；\n]{0,12}讯|（[^）]*）|(?:19|20)\d{2}年|\d{1,2}月\d{1,2}日|[上下]午|[清早傍]?[晨晚上]的?|[昨今当][天日]的?|[近日]日|，|走进|来到|在)*"
)  # what may stand before a place that sets the scene
_INSIDE = re.compile(r"(?:的?[\u4e00-\u9fff]{1,8}?)?[里内中上][^，。；：、\n]{0,14}，|，")
_HEARD = re.compile(r"(?:声|歌|旋律|号角)[^，。；在]{0,4}(?:在|从)\Z")
_RINGS = re.compile(
    r"(?:内|里|中|上空)?(?:久久|同时)?(?:响起|回荡|飘荡|唱响|回响|荡漾|奏响|传出|传来|飘出|飘来|此起彼伏)"
)
_STAGE = re.compile("课堂|讲台|舞台|赛场|会场|考场|擂台|展台|讲堂")  # 把课堂搬进某地，讲座开讲
_GOES = re.compile(r"(?:走进|来到|深入|赴|前往|到)了?$")
_OPENS = re.compile(
    r"[^，。；：、]{0,4}，?(?:(?!调研|慰问|考察|参观|走访|看望)[^，。；：、]){0,14}?(?:联合|共同|组织|集中)?(?:开展|举行|举办|召开|组织|启动|送上|奉上|献上|摆开|办起|上了一|讲了一|带来一)"
)
_SITE = re.compile(
    r"(?:会址|会场|地点|赛场|主会场|举办地|赛区|现场|场地|考场|会点|赛点|主场)(?:仍|还|同样|就|都|也)?(?:是|在|为|于|：|[设选放定落]在|[设选放定]于|[设放搬]到|安排在)?(?:[\u4e00-\u9fff]{2,12}[省市区县旗州镇乡]|[我本该])?$"
)
_ORGANISES = re.compile(r"(?:共同|联合)?(?:主办|承办|协办|举办|组织|支持|[、和与])")
_HERE = re.compile(
    rf"在(?:这里|这儿|此地|此间|此|该校|该厂|该公司|该院|该村)[^，。；]{{0,8}}?(?:{_HELD}|参加|角逐|比拼|会见|会谈|座谈|见面|相聚)"
    r"|(?:[设放搬选定安开办落]|安排)[在到]了?(?:这里|这儿|此地|此处)(?=[，。；\n])"
)

_CAPITALS = dict(  # by the character that news writes for them
    pair.split("：")
    for pair in "京：北京市 津：天津市 沪：上海市 渝：重庆市 穗：广州市 蓉：成都市 甬：宁波市 邕：南宁市 榕：福州市 杭：杭州市 深：深圳市 筑：贵阳市 昆：昆明市 莞：东莞市 宁：南京市 汉：武汉市 并：太原市 港：香港特别行政区 澳：澳门特别行政区".split()
)
_SHORT = re.compile(rf"[在于](?P<place>[我本][省市区县州旗]|[\u4e00-\u9fff])(?:联合|共同|再次|首次)?{_HELD}")


def read_places(scene: Scene) -> Iterable[RawClaim]:
    """Claims of ``heldAt``; a ceremony without a place of its own was where the event is that it opens."""
    claims = list(_stated(scene))
    exact = {id(c.subject) for c in claims}
    claims += [c for c in _in_short(scene) if id(c.subject) not in exact]
    yield from claims
    placed = {id(c.subject) for c in claims}
    for event in scene.events:
        if event.parent is not None and id(event) not in placed and not event.afterwards:
            for claim in claims:
                if claim.subject is event.parent:
                    yield RawClaim(event, "heldAt", claim.object, "", "heldAt-of-whole", claim.begin, claim.end)


def _stated(scene: Scene) -> Iterable[RawClaim]:
    for unit in scene.units:
        if unit.root in _WHERE and not scene.silent(unit.begin) and not _holds_room(scene, unit):
            found = _event_of(scene, unit)
            if found is not None:
                event, rule, begin, end = found
                yield RawClaim(event, "heldAt", unit.item, "", rule, begin, end)
    yield from _here(scene)


def _holds_room(scene: Scene, unit: Unit) -> bool:
    """Whether a body is part of the name of a hall or room of its own: 某医院 in 在某医院一楼会议室举行."""
    return unit.root != "Place" and any(
        u.begin <= unit.begin and u.end > unit.end
        for u in scene.units_within(max(0, unit.begin - 40), unit.end + 40)
        if u.root == "Place"
    )


def _event_of(scene: Scene, unit: Unit) -> tuple[LocalEvent, str, int, int] | None:
    text, begin, end = scene.text, unit.begin, unit.end
    start, stop = scene.document.clause_start(begin), scene.document.clause_end(end)
    before = text[max(start, begin - 10) : begin]
    if _IN.search(text, max(start, begin - 16), begin) and _HELD_AFTER.match(text, end):
        event = _near(scene, start, begin, end, stop)
        return (event, "heldAt-in", begin - 1, begin) if event else None
    if begin - 1 == start and text[start] == "在" and text[end : end + 1] == "，":
        event = _told_next(scene, end + 1)
        return (event, "heldAt-opens", start, begin) if event else None
    if _SITE.search(before) and not before.endswith("现场"):
        event = scene.event_at(begin) or next(iter(scene.events), None)
        return (event, "heldAt-site", begin - 2, begin) if event else None
    if _MOVED.search(before) or (_COMES.search(before) and scene.events_within(start, begin - 2)):
        event = (
            _outer(scene, start, begin)
            or (_outer(scene, _sentence(scene, begin).begin, begin) if _MOVED.search(before) else None)
            or (_told_next(scene, stop + 1) if _STAGE.search(text, start, begin) else None)
        )
        return (event, "heldAt-moves", begin - 2, begin) if event else None
    if _SET_THERE.search(before) and (event := next(iter(scene.events_within(end, stop)), None)):
        return (event, "heldAt-moves", begin - 2, begin)
    if _STARTS.search(before) and _SETS_OFF.match(text, end):
        event = _outer(scene, start, begin)
        return (event, "heldAt-in", begin - 1, begin) if event else None
    if _GOES.search(before) and (opened := _OPENS.match(text, end)):
        event = next(iter(scene.events_within(opened.end(), scene.document.clause_end(opened.end()))), None)
        return (event, "heldAt-goes", begin - 1, begin) if event else None
    if _COMES.search(before) and _JOINS.match(text, end):
        event = next(iter(scene.events_within(end, scene.document.clause_end(min(stop + 1, len(text) - 1)))), None)
        return (event, "heldAt-gathers", begin - 2, begin) if event else None
    if _HEADS.fullmatch(text, _sentence(scene, begin).begin, begin) and (
        _SCENE.match(text, end) or (_INSIDE.match(text, end) and not scene.begins_unit(end))
    ):
        roofed = unit.root == "Place" or text[end : end + 1] in ("里", "内", "中")
        roofed = roofed or (unit.root != "Union" and bool(_SCENE.match(text, end)))
        at = min(stop, scene.document.clause_end(end))
        event = (_told_next(scene, at + 1) or _rest(scene, at + 1)) if roofed else None
        return (event, "heldAt-scene", begin, end) if event else None
    if _HEARD.search(before) and _RINGS.match(text, end):
        event = _outer(scene, start, begin) or _rest(scene, end)
        return (event, "heldAt-scene", begin, end) if event else None
    receives = _RECEIVES.match(text, end) if begin == start or text[begin - 1] in "，。\n" else None
    if receives and (receives.group().endswith("迎来") or unit.root == "Place"):
        event = next(iter(scene.events_within(receives.end(), stop + 40)), None)
        return (event, "heldAt-receives", receives.end() - 2, receives.end()) if event else None
    return None


def _sentence(scene: Scene, position: int) -> Span:
    return scene.document.sentences[scene.document.sentence_at(position)]


def _told_next(scene: Scene, begin: int) -> LocalEvent | None:
    """在某地，大赛拉开帷幕: the event that the next clause says took place."""
    stop = scene.document.clause_end(begin)
    for mention, event in scene.mentions_within(begin, stop):
        held = re.search(rf"{_HELD}|迎来|由[^，。；]{{2,60}}主持", scene.text[mention.end : stop]) or re.search(
            _HELD, scene.text[begin : mention.begin]
        )
        if held:
            return event
    return None


def _rest(scene: Scene, begin: int) -> LocalEvent | None:
    """The event that one of the next clauses of a sentence says took place."""
    stop = _sentence(scene, begin).end
    while (begin := scene.document.clause_end(begin) + 1) < stop:
        if (event := _told_next(scene, begin)) is not None:
            return event
    return None


def _outer(scene: Scene, start: int, begin: int) -> LocalEvent | None:
    """The event named last before a place, as a whole and not by a part of its name."""
    outer: tuple[int, LocalEvent] | None = None
    for mention, event in scene.mentions_within(start, begin):
        if outer is None or mention.begin >= outer[0]:
            outer = (mention.end, event)
    return outer[1] if outer else None


def _near(scene: Scene, start: int, begin: int, end: int, stop: int) -> LocalEvent | None:
    """The event of a clause that names its place: after the place, before it, else the one spoken of."""
    after = scene.events_within(end, stop)
    if after:
        return after[0]
    before = scene.events_within(start, begin)
    return before[-1] if before else scene.event_at(begin)


def _here(scene: Scene) -> Iterable[RawClaim]:
    """在这里举行: the place or house that the sentence, or the one before, named last."""
    for match in _HERE.finditer(scene.text):
        if scene.silent(match.start()):
            continue
        index = scene.document.sentence_at(match.start())
        floor = scene.document.sentences[max(0, index - 1)].begin
        clause = scene.document.clause_start(match.start())
        places = [
            u
            for u in scene.units
            if floor <= u.begin
            and u.end <= clause
            and (_is_site(scene, u) or (match.group()[0] != "在" and u.root in _WHERE and _opens(scene, u)))
            and not _ORGANISES.match(scene.text, u.end)
            and not _holds_room(scene, u)
        ]
        event = _near(scene, clause, match.start(), match.end(), match.end())
        if places and event is not None:
            place = next((u for u in places if _SCENE.match(scene.text, u.end)), places[-1])
            yield RawClaim(event, "heldAt", place.item, "", "heldAt-here", match.start(), match.start() + 1)


def _is_site(scene: Scene, unit: Unit) -> bool:
    return (
        unit.root == "Place"
        or unit.item.cls in ("School", "CulturalPalace")
        or bool(_SCENE.match(scene.text, unit.end))
    )


def _opens(scene: Scene, unit: Unit) -> bool:
    """Whether a sentence begins with a house, but for words of time."""
    return _HEADS.fullmatch(scene.text, _sentence(scene, unit.begin).begin, unit.begin) is not None


def _in_short(scene: Scene) -> Iterable[RawClaim]:
    """在京召开, 在我市举行: a division by one character, or as the article's own."""
    for match in _SHORT.finditer(scene.text):
        place = None if scene.silent(match.start()) else _short_place(scene, match)
        event = _near(scene, scene.document.clause_start(match.start()), match.start(), match.end(), match.end())
        if place is not None and event is not None:
            yield RawClaim(event, "heldAt", place, "", "heldAt-short", match.start(), match.start() + 1)


def _short_place(scene: Scene, match: re.Match[str]) -> Found | None:
    word = match["place"]
    gazetteer = load_gazetteer()
    if word[0] in "我本":
        name = scene.context.name(word[1:])
    else:
        own = next((d.name for d in reversed(scene.context.path) if word in d.short), "")
        name = _CAPITALS.get(word) or own
    division = next((d for d in gazetteer.named(name) if d.name == name), None) if name else None
    if division is None:
        return None
    begin, end = match.span("place")
    return Found(begin, end, "Division", division.name, division_key(division), (division.short,))
