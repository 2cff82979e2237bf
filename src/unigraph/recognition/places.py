"""Places: divisions that the text uses as places, and venues in the frames 在…举行 and 走进…等地."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from unigraph.lexicons.words import any_of, words
from unigraph.ontology import Ontology
from unigraph.recognition.body_forms import division_key
from unigraph.recognition.body_tokens import is_unknown
from unigraph.recognition.divisions import Context, DivisionHit
from unigraph.recognition.document import Document
from unigraph.recognition.found import Found, Index, longest
from unigraph.recognition.home import marked_divisions
from unigraph.recognition.segmentation import cut, tag
from unigraph.scanning import Scan

__all__ = ["find_places"]

_HELD = any_of("event_held", "event_held_there")
_STRETCH = r"[^，。；：！？、\n“”（）在]"
_VENUE = re.compile(
    rf"(?:在|于)(?P<venue>{_STRETCH}{{3,40}}?)(?:内|里)?(?=(?:联合|共同|再次|首次|相继|先后|分别|陆续|隆重|顺利|正式)?(?:主办|承办|协办|{_HELD}|会见|会谈|座谈))"
)
_SITED = Scan(  # 会场就设在某处
    rf"(?:会址|会场|地点|赛场|举办地|场地|考场|赛点)(?:仍|还|同样|就|都|也)?(?:[设选放定落]?在|[设选定]于|是|为|：|安排在)(?P<venue>{_STRETCH}{{3,40}}?)(?=[，。；\n]|$)"
)
_HEARD = Scan(  # 国歌声在某处响起
    rf"(?:声|歌|旋律|号角)[^，。；在]{{0,4}}(?:在|从)(?P<venue>{_STRETCH}{{3,40}}?)(?:内|里|中|上空)?(?:久久|同时)?(?=响起|回荡|飘荡|唱响|回响|荡漾|奏响|传出|传来|飘出|飘来|此起彼伏)"
)
_BROUGHT = Scan(  # 把课堂搬进某处
    rf"(?:(?:办|开|搬|送|带|设|放|讲|移)(?:到了?|进了?|在)|亮相|落户|登陆|移师|转战|花落|相聚|齐聚|相约|集结于?|会聚|汇聚|云集)(?P<venue>{_STRETCH}{{3,40}}?)(?=[，。；\n]|$)"
)
_SCENE = Scan(  # 某处座无虚席，……
    rf"(?:^|(?<=[\n。])|(?<=[午晚日]，)|(?<=日[上下]午)|(?<=[近昨今]日)|(?<=[昨今]天))\s{{0,9}}(?:在)?(?P<venue>{_STRETCH}{{3,40}}?)(?:里|内|中)?(?={any_of('scene_set')})"
)
_ADVERB_LAST = re.compile(r"(?:隆重|正式|圆满|顺利|成功|盛大|热烈|热闹|火热|精彩|如期|集中|同步|联合|共同|举)\Z")
_TIME = re.compile(r"\d+(?:时|点|:\d|分)|上午|下午|[一二三四五六七八九十]点")
_INNER_VERB = re.compile(r"[里上中](?:一|得|不|也|都|又|就|各)")
_VILLAGE = re.compile(r"[\u4e00-\u9fff]{2,14}[市区县旗州镇乡](?:街道)?([\u4e00-\u9fff]{2,5}(?:村|社区))")
_PLACES = frozenset(["Place", "Venue", "Sight"])
_INNER = re.compile(
    r"[\u4e00-\u9fff\dA-Za-z#-]{0,16}(?:厅|室|堂|楼|层|馆|场|院|工地|现场|校区|园区|厂区|矿区|基地|车间|总部|原址|剧场|宾馆|中心|广场|公园|项目|项目部|站|书屋|驿站|之家)\Z"
)
_GO = (
    r"(?:(?:还|也|又|再|先|都)到了|走进|参观了?|前往|来到|走访了?|考察了?|游览了?|打卡|探访|先后到|先后走进|一行到|深入到?|赶赴|奔赴|到访|抵达|走入|走到|来到了|"
    r"出现在|去了|[去到]的是|转到|分赴|下到|[走去跑]了一趟|赶到|赶往|视察了?|"
    r"(?<=[也还又先再，。；！？\n])到了|调研了|检查了|察看了?|查看了?|"
    r"实地考察了?|参访了?|现场参观了?|先后参观了?|先后来到|先后前往|观摩了?|瞻仰了?|直奔|进驻|开进|搬进|办到了?|请到)"
)
_LIST = Scan(
    rf"{_GO}了?(?P<list>[^，。；：！？\n]{{2,80}}?)"
    r"(?=等(?:地|处|单位|企业|场所|点|多|[两三四五六七八九十\d]|[^，。、]{0,6}(?:地标|点|景区|基地|阵地))|[，。；\n]|$)"
)
_GREETED = Scan(  # 慰问某站和某厂的职工
    r"(?:看望慰问|走访慰问|慰问看望|慰问|看望|督导|检查|探访)了?(?![组团队品金活者])(?P<list>[^，。；：！？\n]{3,80}?)(?=等(?:地|处|单位|企业|[^，。、]{0,8}(?:职工|工人))|[，。；\n]|$)"
)
"""Here houses alone are places, since it is people whom one greets."""
_LISTED_BEFORE = Scan(
    r"(?:^|(?<=[，。；：！？\n ]))(?P<list>[^，。；：！？\n“”（）]{4,80}?)等[地处][^，。；\n]{0,6}?(?:迎来|留下|在|列入|排进|都|也)"
)
_LISTED_IN_FRONT = re.compile(  # 某馆、某站和某园，一行人逐一看过
    r"(?:^|(?<=[。；！？\n]))[ \u3000]*(?P<list>[^，。；：！？\n“”（）]{2,40}[、和][^，。；：！？\n“”（）]{2,80}?)"
    r"(?:等?(?:[一二两三四五六七八九十几多数\d]+多?余?[家个处][^，。；：！？、\n]{0,6}|地|处|单位|企业))?，[^，。；：！？\n]{0,24}?"
    r"(?:逐一|一一|依次|先后|分别|挨个|挨家|逐个|逐家|一[家处站个][一挨接]?[着]?一?[家处站个]|都|也)[^，。；：！？\n]{0,6}?"
    r"[看走到访去参考察]"
)
_IN_FRONT = Scan(  # 在某馆，一行人看了……
    r"(?:^|(?<=[。；！？\n]))[ \u3000]*(?:随后|接着|最后|当天|上午|下午|之后|其间|期间)?，?在(?P<list>[^，。；：！？\n（）在]{3,40}?)(?:内|里|现场)?，"
    r"(?=[^。；！？\n]{0,40}?(?:一行|[他她]们|[\u4e00-\u9fff](?:组|团|队|人员|领导)|慰问|询问|了解|察看|查看|看望|走访|参观))"
)
_CALLED_ON = re.compile(  # 到某站慰问
    r"(?:到|赴|去|至|对|在|前往|走进|奔赴|深入|莅临|抵达)(?P<list>[^，。；：！？\n“”（）在到的]{3,60}?)(?=等?(?:地|处|单位|企业)?(?:的|开展|进行|实地|现场|专题|集中|亲切|专程)?(?:一线|困难|坚守岗位的)?(?:职工|工人)?"
    r"(?:慰问|看望|走访|调研|考察|参观|检查|督导|视察|送清凉|送温暖|蹲点|宣讲|祭扫|瞻仰|观摩|研学|疗休养|疗养|义诊|志愿服务|巡查|检修|察看|查看|接受|取经))"
)
_NTH = r"(?:第[一二三四五六]站|首站|头一站|[下又另]一站|最后一站|末站)"
_STOP = Scan(
    rf"(?:{_NTH}，?(?:就|便)?(?:是|为|设在|选在|定在|来到|走进|到了?)了?|{_GO}(?=“[^“”\n]{{3,20}}”[，。；、]))“?(?P<name>[^，。；：！？、\n“”]{{3,24}})(?=”?[，。；、\n])"
)
_IS_STOP = Scan(
    rf"(?:^|(?<=[，。；！？\n]))(?P<name>[^，。；：！？、\n“”]{{3,24}}?)(?:则|就|便)?(?:是|为|成为)[^，。；\n]{{0,12}}?{_NTH}"
)
_BUSINESS = re.compile(
    r"(?:(?<=[市县区省])(?:邮政|电信|移动|联通|铁塔|烟草)|公司|集团|厂|店|酒店|宾馆|超市|商场|市场|农场|林场|牧场|茶场|渔场|养殖场|合作社|加油站|机务段|车辆段|工务段|电务段|供电段|客运段|车队|车间|银行|支行|分行|矿|事业部|营业部|网点)$"
)
_ACTING = re.compile(
    r"(?:敬老院|福利院|实践站|工作站|工作室|保健院|党校|电视台|项目部|指挥部|经理部|中心|驿站|学校|学院|分院|大学|中学|小学|幼儿园|医院|疗养院|馆|宫|所|总站|服务站|救助站|书屋|职工之家|大队|支队|中队)$"
)
_HALLS = re.compile(
    r"(?:体育|游泳|会展|会议|展览|展示|奥体|健身|文体|演艺|博览|滑雪|网球|水上运动|冰上运动|训练|接待|游客)(?:中心|馆)$"
)
"""Halls that are no bodies, though others that end so are."""
_APPOSITION = re.compile(
    r"(?:(?:国家级?|省级?|市级?|区级|县级|全国|全省|全市)?(?:(?:重点|重大|困难|民营|龙头|知名|骨干|试点|在建|民生)(?:建设)?(?:工程|项目|企业|单位)|[^、，和]{0,4}(?:试点|示范|联系|帮扶|挂点|共建|包联|结对)(?:单位|企业))(?=[^、和]{3}))?"
)
_FEWEST, _MOST = 4, 8  # characters of a place that no word of a place ends
_BARE_HALL = re.compile(
    r"会展中心|体育馆|体育场|体育中心|工业园区?|产业园区?|经济?开发区|高新区|人民广场|市民广场|文化广场|人民公园|火车站|汽车站|高铁站|客运站|污水处理厂|自来水厂"
)
_THEIR_WORKERS = re.compile(r"的[^的]{0,10}(?:职工|员工|工人|工作者|建设者|干部|劳动者|教师|队员)[^的]{0,4}$")
_AGAIN = re.compile(_GO)
_JOINED = re.compile(r"[和与及]|以及")
_NO_PLACE = re.compile(
    r"[的了着过被把将等]|^(?:会|活动|现场|这里|那里|此|其|该|我|他|她|大家|一线|基层|企业|职工|车间|班组|工地|群众|百姓|人(?!民广场|民公园|民剧|民会)|家|生活|社区|校园|课堂|镜头|新|各|全|多|[两三四五六七八九十]+(?:[家个处名位大级地省市区县方余多所座条项批支组路]|$)|\d)"
    r"|会上|期间|基础|方面|过程|指导|支持|[年月日下中上时前后]$|^(?:困难|女|离退休|一线|新就业|退休|老)?职工|职工(?=$|们|代表|群众|家|的|和|及|生活|情况|食堂|宿舍|书屋|之家$|队伍|岗)|企业$|工人(?!体育|文化|疗养|新?村|俱乐部)|同志(?!故居)|代表|家庭|人员|职责|活动$|会议$|(?<!项目)(?<!工程)(?<!施工)(?<!建设)现场$|一线$|岗位|慰问|调研|走访|考察$|参观|查看|看望|督导|座谈|学习|交流|参加|开展|举行|主席|书记|主任|党史|历史|情况|作品|演示|展示$|成果|时刻$|时期$|阶段$|关头$|之际$|陆续$|年内|背景|框架|契机|同时$|当口$|节点$|季节$|线上$|云端$|会场$|陆续$|先后$|分别$|联合$|共同$"
)
_MUSEUM = re.compile(
    r"(?![的了着在])[^的了着]{3,20}(?:纪念馆|博物馆|陈列馆|展览馆|展示馆|纪念园|纪念堂|史料馆|史馆|纪念碑|陵园|故居|旧址|遗址)"
)
"""Houses of memory, whose names may hold words that no other place has: 工人运动历史陈列馆."""
_PLAIN_PLACE = re.compile(
    r"(?:(?:在|于|的|址|有|到|赴|来|去|抵达|走进|前往|来到|考察|访问|走访|奔赴|进入|走遍|分赴|调研|到访|拜访|参访|出访|深入|辗转|转赴|游历|莅临|造访)[了过]?|[、和与及至])$"
)
_OUR_DIVISION = Scan(
    r"(?:来|到|赴|莅临|抵达|走进|访问)(?P<place>我(?P<level>[省市州盟区县旗]))(?=[，。；]|[^，。；：！？、\n]{0,10}?(?:调研|考察|走访|慰问|看望|参观|访问|交流|学习|检查|督导|督查|视察|指导|取经|对接|观摩))"
)
_RECEIVES = re.compile(
    r"(?:再次|近日|昨日|日前|今天|昨天|又|也)?(?:迎来|来了)了?(?:一[批群支]|[^，。；\n]{2,24}(?:团|组|队|客人|一行))"
)
"""A town that receives guests is a place."""
_PLACE_AFTER = re.compile(
    r"等地|等市|[两三四五六](?:地|市|省|县|区)|[、和与及，。；]|作客|做客|取经|拜访|考查|交流|督导|检查|视察|指导|看望|慰问|召开|举行|举办|开幕|落幕|启动|调研|考察|走访|学习|慰问|开展|参观|交流|访问|之行|站|$"
)


def find_places(
    document: Document,
    ontology: Ontology,
    hits: Iterable[DivisionHit],
    bodies: Index,
    people: Index,
    context: Context,
) -> tuple[Found, ...]:
    """Places that stand outside the names of bodies, or hold the name of a place and more."""
    hits = tuple(hits)
    divisions = Index([*_divisions(document, hits), *_ours(document, context)])
    found = [*divisions.items, *_without_divisions(_venues(document), divisions), *_listed(document, hits)]
    free = [f for f in found if (not _overlaps(f, bodies) or _holds(f, bodies, ontology)) and not _overlaps(f, people)]
    named = longest([*free, *_of_bodies(document, bodies)])
    rooms = [r for r in _rooms(document, bodies) if not _overlaps(r, people)]
    taken = Index(rooms)
    return tuple(sorted([*rooms, *(f for f in named if not _overlaps(f, taken))], key=lambda f: f.begin))


def _without_divisions(venues: Iterable[Found], divisions: Index) -> Iterable[Found]:
    """会场设在某市某区: what ends with a division is that division, and no venue."""
    for venue in venues:
        if divisions.ending_at(venue.end) is None and not (
            venue.cls == "Place" and divisions.within(venue.begin, venue.end)
        ):
            yield venue


def _holds(place: Found, bodies: Index, ontology: Ontology) -> bool:
    """Whether all bodies that a place's name touches are places, and shorter: 河口船闸项目现场."""
    touched = {bodies.covering(place.begin), bodies.covering(place.end - 1), *bodies.within(place.begin, place.end)}
    length = place.end - place.begin
    return place.cls != "Division" and all(
        b is None or (ontology.root(b.cls) == "Place" and b.end - b.begin < length and b.end <= place.end)
        for b in touched
    )


def _of_bodies(document: Document, bodies: Index) -> Iterable[Found]:
    """走访市总工会工匠学院分院、甲: a place of a body, by the body's name and what goes on behind it."""
    for begin, end in _members(document):
        body = bodies.starting_at(begin)
        rest = document.text[body.end : end] if body is not None and body.end < end else ""
        if body is None or len(rest) < 3 or not rest.endswith(tuple(words("place_end"))) or _NO_PLACE.search(rest):
            continue
        if rest in words("plain_site"):
            continue  # who sees a company's workshop has been at the company
        if not bodies.within(body.end, end):
            yield Found(begin, end, _class_of(rest), body.name + document.simple[body.end : end])


def _class_of(name: str) -> str:
    """What the end of a place's name says it is."""
    if re.search(r"(?<!职工)(?:总工会|工会|工会委员会|工会联合会)$", name):
        return "Union"
    if _HALLS.search(name):
        return "Place"
    return "Company" if _BUSINESS.search(name) else "Organization" if _ACTING.search(name) else "Place"


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
        before = _PLAIN_PLACE.search(text, max(0, begin - 3), begin)
        if (
            not hit.full
            and not (before and _PLACE_AFTER.match(text, hit.end))
            and not _goes(text, begin)
            and not _RECEIVES.match(text, hit.end)
        ):
            continue
        place = _division(document, hit)
        yield place._replace(begin=begin) if begin < hit.begin else place
    for begin, end, division in marked_divisions(document, hits):
        yield Found(begin, end, "Division", division.name, division_key(division), (division.short,))


def _ours(document: Document, context: Context) -> Iterable[Found]:
    """来我市考察: the article's own division, where guests come to it."""
    for match in _OUR_DIVISION.finditer(document.text):
        division = context.divisions.get(match["level"])
        if division is not None:
            yield Found(*match.span("place"), "Division", division.name, division_key(division), (division.short,))


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
    for begin, end, cls in _frames(document.text):
        end = begin + len(_ADVERB_LAST.sub("", document.text[begin:end]))
        part = document.text[begin:end]
        village = _VILLAGE.fullmatch(part)
        begin = begin + village.start(1) if village else begin
        if len(part) > 1 and not _NO_PLACE.search(part) and not _trails_off(part):
            yield Found(begin, end, cls, document.simple[begin:end].strip())


def _trails_off(part: str) -> bool:
    """Whether a stretch ends in words that say how or how often, or in a verb: 企业里一项项, 赛场上得到, 上午8时30分."""
    if part.endswith(tuple(words("place_end"))):
        return False
    last = cut(part)[-1].text
    return (
        bool(_TIME.search(part))
        or (tag(last)[:1] in "vdmrpcu" and tag(last) not in ("vn", "mq"))
        or bool(_INNER_VERB.search(part))
    )


@lru_cache(maxsize=1)
def _frames(text: str) -> tuple[tuple[int, int, str], ...]:
    """The stretches that stand where venues do, with their class; of weak frames those alone that end like a place."""
    strong = [(*m.span("venue"), "Venue") for m in _VENUE.finditer(text)]
    ends, known = tuple(words("place_end")), {span[:2] for span in strong}
    weak = (m for pattern in (_SITED, _BROUGHT, _SCENE, _HEARD) for m in pattern.finditer(text))
    spans = (m.span("venue") for m in weak if m["venue"].endswith(ends))
    return (*strong, *((*span, "Venue" if span in known else "Place") for span in spans))


def _rooms(document: Document, bodies: Index) -> Iterable[Found]:
    """Halls and rooms of bodies, where venues stand: 在某医院一楼会议室举行. The body stays one as well."""
    for begin, end, _ in _frames(document.text):
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


def _listed(document: Document, hits: tuple[DivisionHit, ...]) -> Iterable[Found]:
    """Places in a row after 走进 or 参观: 走进甲馆、乙村和丙等地; or in a label: 第一站是甲."""
    starting = {h.begin: h for h in hits if h.full}
    for match in _lists(document.text):
        parts = list(_parts(match["list"], match.start("list")))
        for begin, end in parts:
            named = _APPOSITION.match(document.text, begin, end)
            begin = named.end() if named else begin
            name, hit = document.simple[begin:end], starting.get(parts[0][0])
            if hit and begin > parts[0][0] and _BARE_HALL.fullmatch(document.text, begin, end):
                yield Found(begin, end, "Place", document.simple[hit.begin : hit.end] + name)
            elif _placelike(document.text[begin:end], len(parts) > 1) and (
                match.re is not _GREETED.pattern or _housed(name)
            ):
                yield Found(begin, end, _class_of(name), name)
    for match in (*_STOP.finditer(document.text), *_IS_STOP.finditer(document.text)):
        begin, end = match.span("name")
        if _placelike(document.text[begin:end], True):
            yield Found(begin, end, _class_of(match["name"]), document.simple[begin:end])


@lru_cache(maxsize=1)
def _lists(text: str) -> tuple[re.Match[str], ...]:
    """All lists of places, behind a verb of going or in front of one."""
    patterns = (_LIST, _LISTED_BEFORE, _LISTED_IN_FRONT, _IN_FRONT, _CALLED_ON, _GREETED)
    return tuple(m for pattern in patterns for m in pattern.finditer(text))


def _members(document: Document) -> Iterable[tuple[int, int]]:
    """The members of all lists of places."""
    for match in _lists(document.text):
        yield from _parts(match["list"], match.start("list"))


def _parts(stretch: str, begin: int) -> Iterable[tuple[int, int]]:
    """The members of a list; 和 parts two names only where both are longer than one character."""
    for item in stretch.split("、"):
        at = 0
        for mark in _JOINED.finditer(item):
            if mark.start() - at > 1 and len(item) - mark.end() > 1:
                yield begin + at, begin + mark.start()
                at = mark.end()
        end = item.find("的", at) if _THEIR_WORKERS.search(item, at) else len(item)
        if end - at > 1:
            yield begin + at, begin + end
        begin += len(item) + 1


def _placelike(part: str, several: bool) -> bool:
    """Whether a stretch names a place: it ends like one, or stands in a list and is no ordinary word."""
    barred = _NO_PLACE.search(part) and not _MUSEUM.fullmatch(part)
    if barred or _AGAIN.search(part) or part in words("generic"):
        return False
    if part.endswith(tuple(words("plain_site"))) and len(part) < 8 and not several:
        return False
    if _of_its_kind(part):
        return False
    if part.endswith(tuple(words("place_end"))):
        return (
            several or _of_its_own(part) or (_particular(part) and tag(part) not in ("n", "v", "s") and len(part) > 2)
        )
    if several:
        return tag(part) in ("x", "nz", "ns") and len(part) > 1 and (tag(part) != "x" or _particular(part))
    tokens = cut(part)
    if not _FEWEST <= len(part) <= _MOST or re.search(r"[^\u4e00-\u9fff]|一行|[团队组员]$|^[团队组]", part):
        return False
    return is_unknown(tokens) and all(tag(t.text)[:1] not in "vpcdu" for t in tokens)


def _particular(part: str) -> bool:
    """Whether a name holds more than common words: 建设工地 is any, 滨江大桥工地 is one."""
    if _of_its_own(part):
        return True
    common = ("n", "v", "vn", "b", "d", "a", "an", "s", "f", "m", "l")
    return tag(part) not in (*common, "x") or any(tag(t.text) not in common or len(t.text) == 1 for t in cut(part)[:-1])


def _of_its_own(part: str) -> bool:
    """Whether a house is named by more than what houses of its kind are for: 城北供热站, 白果煤矿, and no 快递驿站."""
    house = next((w for w in sorted(words("place_house"), key=len, reverse=True) if part.endswith(w)), "")
    before = part.removesuffix(house) if house else ""
    return len(before) > 1 and any(len(t.text) > 1 and t.text not in words("place_common") for t in cut(before))


def _of_its_kind(part: str) -> bool:
    """Whether a house is called by nothing but what it is for: 爱国主义教育基地, 重点工程工地, 快递驿站."""
    if _BARE_HALL.fullmatch(part):
        return False
    if part in words("place_house"):
        return True
    plain = words("place_common") | words("place_house") | words("place_end") | words("plain_site")
    tokens = [t.text for t in cut(part)]
    return len(tokens) > 1 and tokens[0] not in words("place_end") and all(t in plain for t in tokens)


def _housed(name: str) -> bool:
    """Whether a name ends like a house or a business."""
    return name.endswith(tuple(words("place_end"))) or bool(_BUSINESS.search(name))
