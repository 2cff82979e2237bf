"""Places: divisions that the text uses as places, and venues in the frames 在…举行 and 走进…等地."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from unigraph.lexicons.words import any_of, words
from unigraph.recognition.body_forms import division_key
from unigraph.recognition.divisions import DivisionHit
from unigraph.recognition.document import Document
from unigraph.recognition.found import Found, Index, longest
from unigraph.recognition.home import marked_divisions
from unigraph.recognition.segmentation import tag

__all__ = ["find_places"]

_HELD = any_of("event_held", "event_held_there")
_STRETCH = r"[^，。；：！？、\n“”（）在]"
_VENUE = re.compile(
    rf"(?:在|于)(?P<venue>{_STRETCH}{{3,40}}?)(?:内|里)?(?=(?:联合|共同|再次|首次)?(?:{_HELD}|会见|会谈|座谈))"
)
_SITED = re.compile(  # 会场就设在某处
    rf"(?:会址|会场|地点|赛场|举办地|场地|考场|赛点)(?:仍|还|同样|就|都|也)?(?:[设选放定落]?在|[设选定]于|是|为|：|安排在)(?P<venue>{_STRETCH}{{3,40}}?)(?=[，。；\n]|$)"
)
_BROUGHT = re.compile(  # 把课堂搬进某处
    rf"(?:办|开|搬|送|带|设|放|讲|移)(?:到了?|进了?|在)(?P<venue>{_STRETCH}{{3,40}}?)(?=[，。；\n]|$)"
)
_SCENE = re.compile(  # 某处座无虚席，……
    rf"(?:^|(?<=[\n。])|(?<=[午晚日]，)|(?<=日[上下]午)|(?<=[近昨今]日)|(?<=[昨今]天))\s*(?:在)?(?P<venue>{_STRETCH}{{3,40}}?)(?:里|内|中)?(?={any_of('scene_set')})"
)
_VILLAGE = re.compile(r"[\u4e00-\u9fff]{2,14}[市区县旗州镇乡](?:街道)?([\u4e00-\u9fff]{2,5}(?:村|社区))")
_PLACES = frozenset(["Place", "Venue", "Sight"])
_INNER = re.compile(
    r"[\u4e00-\u9fff\dA-Za-z#-]{0,16}(?:厅|室|堂|楼|层|馆|场|院|工地|现场|校区|园区|厂区|矿区|基地|车间|总部|原址|剧场|宾馆|中心|广场|公园|项目|项目部|站|书屋|驿站|之家)\Z"
)
_GO = (
    r"(?:走进|参观了?|前往|来到|走访了?|考察了?|游览了?|打卡|探访|先后到|先后走进|一行到|深入到?|赶赴|奔赴|到访|抵达|走入|走到|来到了|"
    r"实地考察了?|参访了?|现场参观了?|先后参观了?|先后来到|先后前往|观摩了?|瞻仰了?|直奔|进驻|开进|搬进|办到了?|请到)"
)
_LIST = re.compile(
    rf"{_GO}了?(?P<list>[^，。；：！？\n“”（）]{{2,80}}?)"
    r"(?=等(?:地|处|单位|企业|场所|点|多|[两三四五六七八九十\d]|[^，。、]{0,6}(?:地标|点|景区|基地|阵地))|[，。；\n]|$)"
)
_LISTED_BEFORE = re.compile(
    r"(?:^|(?<=[，。；：！？\n ]))(?P<list>[^，。；：！？\n“”（）]{4,80}?)等[地处][^，。；\n]{0,6}?(?:迎来|留下|在|列入|排进|都|也)"
)
_APPOSITION = re.compile(
    r"(?:(?:国家级?|省级?|市级?|区级|县级|全国|全省|全市)?(?:重点|重大|困难|民营|龙头|知名|骨干|试点|在建|民生)(?:建设)?(?:工程|项目|企业|单位)(?=[^、和]{3}))?"
)
_AGAIN = re.compile(_GO)
_JOINED = re.compile(r"[和与及]|以及")
_NO_PLACE = re.compile(
    r"[的了着过被把将]|^(?:会|活动|现场|这里|那里|此|其|该|我|他|她|大家|一线|基层|企业|职工|车间|班组|工地|群众|百姓|人(?!民广场|民公园|民剧|民会)|家|生活|社区|校园|课堂|镜头|新|各|全|多|两|三|四|五|六|七|八|九|十|\d)"
    r"|会上|期间|基础|方面|过程|指导|支持|[年月日下中上时前后]$|职工|企业$|工人|同志|代表|家庭|人员|职责|活动$|会议$|(?<!项目)(?<!工程)(?<!施工)(?<!建设)现场$|一线$|岗位|慰问|调研|座谈|学习|交流|参加|开展|举行|主席|书记|主任|党史|历史|情况|作品|演示|展示$|成果|时刻$|时期$|阶段$|关头$|之际$|陆续$|年内|背景|框架|契机|同时$|当口$|节点$|季节$|线上$|云端$|会场$|陆续$|先后$|分别$|联合$|共同$"
)
_PLAIN_PLACE = re.compile(
    r"(?:在|于|的|址|有|到|赴|来|抵达|走进|前往|来到|考察|访问|走访|奔赴|进入|走遍|[、和与及至])$"
)
_PLACE_AFTER = re.compile(
    r"等地|等市|两地|三地|[、和与及，。；]|召开|举行|举办|开幕|落幕|启动|调研|考察|走访|学习|慰问|开展|参观|交流|访问|之行|站|$"
)


def find_places(document: Document, hits: Iterable[DivisionHit], bodies: Index, people: Index) -> tuple[Found, ...]:
    """Places that stand outside the names of bodies."""
    divisions = tuple(_divisions(document, hits))
    ends = {d.end for d in divisions}  # 会场设在某市某区: a division, and no venue
    found = [
        *divisions,
        *(
            v
            for v in _venues(document)
            if v.end not in ends and not (v.cls == "Place" and Index(divisions).within(v.begin, v.end))
        ),
        *_listed(document),
    ]
    free = longest([f for f in found if not _overlaps(f, bodies) and not _overlaps(f, people)])
    rooms = [r for r in _rooms(document, bodies) if not _overlaps(r, people)]
    taken = Index(rooms)
    return tuple(sorted([*rooms, *(f for f in free if not _overlaps(f, taken))], key=lambda f: f.begin))


def _overlaps(item: Found, index: Index) -> bool:
    inside = index.covering(item.begin) is not None or index.covering(item.end - 1) is not None
    return inside or bool(index.within(item.begin, item.end))


def _divisions(document: Document, hits: Iterable[DivisionHit]) -> Iterable[Found]:
    """Divisions by full names, and by short ones where the text goes there or counts them up."""
    text = document.text
    hits = tuple(hits)
    ends = {h.end: h.begin for h in hits if not h.full}
    for hit in hits:
        begin = ends.get(hit.begin, hit.begin)  # 在河北唐山: the city, named with its province
        before = _PLAIN_PLACE.search(text, max(0, begin - 2), begin)
        if not hit.full and not (before and _PLACE_AFTER.match(text, hit.end)) and not _goes(text, begin):
            continue
        place = _division(document, hit)
        yield replace(place, begin=begin) if begin < hit.begin else place
    for begin, end, division in marked_divisions(document, hits):
        yield Found(begin, end, "Division", division.name, division_key(division), (division.short,))


def _goes(text: str, begin: int) -> bool:
    return text[max(0, begin - 2) : begin].endswith(("在", "到", "赴", "抵达", "走进", "前往", "来到", "访问"))


def _division(document: Document, hit: DivisionHit) -> Found:
    one = hit.candidates[0] if len(hit.candidates) == 1 else None
    if one is None:
        tops = {d for d in hit.candidates if d.level in ("province", "prefecture")}
        one = next(iter(tops)) if len(tops) == 1 else None
    written = document.text[hit.begin : hit.end]
    if one is None:
        return Found(hit.begin, hit.end, "Division", written)
    aliases = tuple(dict.fromkeys(a for a in (one.short, written) if a != one.name))
    return Found(hit.begin, hit.end, "Division", one.name, division_key(one), aliases)


def _venues(document: Document) -> Iterable[Found]:
    """What stands between 在 and 举行, after 会场设在, or before 座无虚席."""
    strong = {m.span("venue") for m in _VENUE.finditer(document.text)}
    for begin, end in _frames(document):
        cls = "Venue" if (begin, end) in strong else "Place"
        part = document.text[begin:end]
        village = _VILLAGE.fullmatch(part)
        begin = begin + village.start(1) if village else begin
        if not _NO_PLACE.search(part):
            yield Found(begin, end, cls, document.simple[begin:end].strip())


def _frames(document: Document) -> Iterable[tuple[int, int]]:
    """The stretches that stand where venues do; after weak frames those alone that end like a place."""
    for match in _VENUE.finditer(document.text):
        yield match.span("venue")
    for pattern in (_SITED, _BROUGHT, _SCENE):
        for match in pattern.finditer(document.text):
            if match["venue"].endswith(tuple(words("place_end"))):
                yield match.span("venue")


def _rooms(document: Document, bodies: Index) -> Iterable[Found]:
    """Halls and rooms of bodies, where venues stand: 在某医院一楼会议室举行. The body stays one as well."""
    for begin, end in _frames(document):
        inside = bodies.within(begin, end)
        written = document.simple[begin:end]
        last = inside[-1] if inside else None
        if last is None or (last.end == end and (last.begin == begin or last.cls not in _PLACES)):
            continue
        rest = document.text[last.end : end] or document.text[begin : last.begin]
        if _NO_PLACE.search(rest) or not (last.end == end or _INNER.fullmatch(rest)):
            continue
        name = _spelled_out(inside[0], written) if inside[0].begin == begin else written
        yield Found(begin, end, "Venue", name, "", (written,) if name != written else ())


def _spelled_out(body: Found, written: str) -> str:
    """我校安宁校区, 市委礼堂 with the body or the division by its name."""
    short, rest = written[: body.end - body.begin], written[body.end - body.begin :]
    if re.match(r"[我本该]|(?:学校|公司|集团|医院|学院)\Z", short):
        return body.name + rest
    head, found, _ = body.name.removeprefix("中共").partition(short[0])
    return head + found + written[1:] if short[0] in "省市区县州镇乡旗" and found else written


def _listed(document: Document) -> Iterable[Found]:
    """Places in a row after 走进 or 参观: 走进甲馆、乙村和丙等地."""
    for match in (*_LIST.finditer(document.text), *_LISTED_BEFORE.finditer(document.text)):
        parts = list(_parts(match["list"], match.start("list")))
        for begin, end in parts:
            begin = _APPOSITION.match(document.text, begin, end).end()  # type: ignore[union-attr]  # it may be empty
            if _placelike(document.text[begin:end], len(parts) > 1):
                yield Found(begin, end, "Place", document.simple[begin:end])


def _parts(stretch: str, begin: int) -> Iterable[tuple[int, int]]:
    """The members of a list; 和 parts two names only where both are longer than one character."""
    for item in stretch.split("、"):
        at = 0
        for mark in _JOINED.finditer(item):
            if mark.start() - at > 1 and len(item) - mark.end() > 1:
                yield begin + at, begin + mark.start()
                at = mark.end()
        if len(item) - at > 1:
            yield begin + at, begin + len(item)
        begin += len(item) + 1


def _placelike(part: str, several: bool) -> bool:
    """Whether a stretch names a place: it ends like one, or stands in a list and is no ordinary word."""
    if _NO_PLACE.search(part) or _AGAIN.match(part) or part in words("generic"):
        return False
    if part.endswith(tuple(words("place_end"))):
        return several or (tag(part) not in ("n", "v", "s") and len(part) > 2)
    return several and tag(part) in ("x", "nz", "ns") and len(part) > 1
