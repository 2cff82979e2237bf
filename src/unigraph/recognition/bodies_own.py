"""The article's own bodies: what 公司, 该校 and 院工会 mean, and which body of a kind the article speaks of most."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import accumulate

from unigraph.ontology import Ontology
from unigraph.recognition.body_forms import Form, sub_organ_form
from unigraph.recognition.body_offices import can_stand
from unigraph.recognition.body_signed import is_signed
from unigraph.recognition.divisions import Context
from unigraph.recognition.document import Document
from unigraph.recognition.found import Found, Index, longest
from unigraph.recognition.guests import guests_of, reached_by_us
from unigraph.recognition.rooms import BARE_ROOM, FLOOR, ROOM, room_class
from unigraph.recognition.segmentation import cut
from unigraph.scanning import Scan

__all__ = ["OwnBodies", "find_anaphoric_bodies"]

_HALL = (
    rf"(?:{ROOM}|(?:[\u4e00-\u9fff]{{1,6}}楼)?{FLOOR}{{0,2}}[\u4e00-\u9fff]{{0,8}}?(?:校区|院区|厂区)?"
    r"(?:会议室|报告厅|礼堂|会议厅|体育馆|图书馆|校史馆|展厅|活动室|会堂|职工之家"
    r"|(?:制造|智造|研发|技术|数据|指挥|调度|监控|控制|体育|展示|展览|培训|实训|康养|健身)中心|实验室|陈列馆|陈列室|荣誉室|荣誉厅|文化长廊|文化馆|展馆|厂史馆|院史馆))"
)
_CAMPUS = r"[\u4e00-\u9fff]{1,4}(?:校区|院区|厂区)"
_TERM = r"(?:第[一二三四五六七八九十]{1,3}|首|新一|本|上一?)届"
_ORGANS = "经费审查委员会|经审会|经审委员会|女职工委员会|女工委员会|(?:经审委|女职委|女工委)(?!员)"
_OF_TERM = Scan(
    rf"(?<![\u4e00-\u9fff（“])(?:(?:选举|推选|表决)?(?:产生|选出)了?)?(?P<union>{_TERM}工会(?P<organ>{_ORGANS}|(?=委员会)))"
)
"""新一届工会女职工委员会: an organ of the union of the house, at the head of a clause."""
_ANAPHORA = Scan(
    r"(?:(?P<det>我|本|该|全|这家|这所|此)(?P<noun>集团公司|集团|公司|企业|学校|学院|医院|中心|协会|商会|银行|校|院|厂|矿|局|行|会|处|段|所)"
    r"|(?P<bare>集团公司|总公司|分公司|公司|集团|学校|医院|学院|协会|商会|采油厂|电厂|工厂|总段|矿|厂|院|校))"
    rf"(?:(?P<term>{_TERM})?(?P<union>工会(?:委员会)?)(?P<organ>{_ORGANS})?|(?P<hall>{_HALL}|{_CAMPUS}))?"
)
_FACULTY = Scan(
    r"(?P<det>我|本|该)校(?P<faculty>[\u4e00-\u9fff]{2,12}?学院)(?P<union>分?工会)?"
    r"(?=[，。、；）]|党委|党总支|党支部|副?院长|副?书记|副?主席|副?教授|教师|讲师|学生|师生)"
)
_ROOM_AT = Scan(
    rf"(?:(?<=[在于到进])|(?<![\u4e00-\u9fff]))(?P<room>{BARE_ROOM})(?![\u4e00-\u9fff]?(?:管理|建设|项目|工程|馆长|主任))"
)
_PUBLIC = frozenset(("体育馆", "图书馆", "田径场", "体育场", "运动场"))
_WORKPLACES = ("Company", "School", "Hospital", "Institute")
_HOUSES = ("School", "Hospital", "Company", "Institute", "GovernmentBody", "PartyBody")
_CLASSES: dict[str, tuple[str, ...]] = {
    "校": ("School",),
    "学校": ("School",),
    "学院": ("School",),
    "院": ("Hospital", "School", "Institute"),
    "医院": ("Hospital",),
    "厂": ("Company",),
    "工厂": ("Company",),
    "矿": ("Company",),
    "公司": ("Company",),
    "集团": ("Company",),
    "集团公司": ("Company",),
    "企业": ("Company",),
    "行": ("Company",),
    "银行": ("Company",),
    "局": ("GovernmentBody", "Company"),
    "协会": ("Association",),
    "商会": ("Association",),
    "中心": ("Organization",),
    "会": ("Union", "Association"),
    "总公司": ("Company",),
    "分公司": ("Company",),
    "处": ("Company",),
    "段": ("Company",),
    "总段": ("Company", "Organization"),
    "所": ("Institute",),
    "采油厂": ("Company",),
    "电厂": ("Company",),
}
_ENDS = {
    "院": "院",
    "采油厂": "采油厂",
    "电厂": "电厂",
    "矿": "矿",
    "分公司": "分公司",
    "厂": "厂",
    "学院": "学院",
    "医院": "医院",
    "总段": "总段",
}
_LEADS = frozenset("在到去向对为由是和与及同的请从给赴往进访临问察观来抵，。；：！？、（“\n \t")
_PARTY_OR_TITLE = re.compile(r"党|纪委|团委|领导|办|长|方")
_VISITED_THERE = re.compile(
    r"，?(?:调研|考察|走访|慰问|指导|检查|参观|交流|看望|督导|督查|视察|访问|开展|学习|进行|座谈|实地|就|洽谈|对接|授课|讲学|宣讲|送|取经|传经|观摩|参访|访学|做客|作客|来访)"
)
"""What somebody comes to a school or works for: 来校调研."""
_UNION = "工会"
_OF_SCHOOL = re.compile(r"(?P<school>[\u4e00-\u9fff]{2,12}?(?:大学|学院))(?:新闻网|新闻中心|校报|融媒体中心|官网)")
_NEWS_SERVICE = re.compile("新闻网|新闻中心|校报|融媒体中心|官网")
_ROOM_OF = re.compile(
    r"(?P<house>[\u4e00-\u9fff]{3,16}?(?:公司|医院|大学|厂|煤矿))"
    r"(?:[\u4e00-\u9fff\d]{0,6})(?:俱乐部|大厅|楼|厅|会议室|活动室|堂|食堂|书屋|职工之家|院区|厂区|校区|体育馆|展馆)"
)
_SITE = re.compile(r"（[\u4e00-\u9fff]{2,4}）$")
_LOOK_BACK = 50
_SPOKEN_OF = 2
_TELLS = 4
"""How much more than a mention it counts that the headline begins with a school or its union: schools tell their own news."""


class OwnBodies:
    """Answers which body of the article a bare word or title means."""

    def __init__(self, document: Document, ontology: Ontology, context: Context, bodies: Index) -> None:
        self.document = document
        self.ontology = ontology
        self.context = context
        self.bodies = bodies
        self._items = tuple(sorted((*bodies.items, *self._implied(bodies.items)), key=lambda b: (b.end, b.begin)))
        quoted = document.text.startswith
        self._counts = Counter(b.name for b in self._items if not quoted("“", b.begin - 1))
        first = self._items[0] if self._items else None
        opens = first is not None and first.begin == 0 and first.end <= document.title_end
        self._opening = first.name.removesuffix(_UNION) if first is not None and opens else ""
        self.guests = guests_of(document, bodies)
        self._reached = reached_by_us(document, bodies)
        self._begun = frozenset(name[:end] for name in self._reached for end in range(len(name) + 1))
        self._remaining: dict[tuple[str, ...], frozenset[str]] = {}
        self._staying: dict[tuple[str, ...], list[Found]] = {}
        self._firsts: dict[tuple[tuple[str, ...], str], Found | None] = {}
        self._fitting: dict[tuple[str, ...], tuple[list[Found], list[Found], list[int]]] = {}

    def _implied(self, bodies: Iterable[Found]) -> Iterable[Found]:
        """The school, company or hospital that only its union's name names."""
        nouns = self.ontology.words("headNoun")
        known = {b.name: b for b in bodies}
        for body in bodies:
            service = _OF_SCHOOL.match(body.name) if self.ontology.is_a(body.cls, "Media") else None
            if service and service["school"] not in known and "School" in self.ontology.classes:
                school = service["school"]
                yield Found(body.begin, body.begin + len(school), "School", school)
            yield from self._house_of_room(body, known, nouns)
            base = body.name.removesuffix(_UNION)
            if base == body.name or not self.ontology.is_a(body.cls, "Union"):
                continue
            bare = _SITE.sub("", base)
            if base in known:
                if self.ontology.is_a(known[base].cls, "School"):
                    yield known[base]._replace(begin=body.begin, end=body.end)
                continue
            cls = next((nouns[bare[at:]] for at in range(len(bare)) if bare[at:] in nouns), "")
            if not cls and body.cls == "Union" and len(base) > 2 and is_signed(self.document.text, body):
                cls = "Company"  # 来源：南溪科技工会
            if cls and body.end - body.begin > 4 and self.ontology.root(cls) in ("Organization", "Company"):
                aliases = tuple(a.removesuffix(_UNION) for a in body.aliases if a.endswith(_UNION))
                yield Found(body.begin, body.end - 2, cls, base, "", aliases)

    def _house_of_room(self, body: Found, known: Mapping[str, Found], nouns: Mapping[str, str]) -> Iterable[Found]:
        """The hospital or company that only the name of one of its rooms names: 南溪肿瘤医院门诊大厅."""
        room = _ROOM_OF.fullmatch(body.name)
        if room is None or room["house"] in known or not body.name.startswith(room["house"][:2]):
            return
        house, end = room["house"], body.begin + len(room["house"])
        cls = next((nouns[house[at:]] for at in range(len(house)) if house[at:] in nouns), "")
        if cls and self.document.simple[body.begin : end] == house:
            yield Found(body.begin, end, cls, house)

    def best(self, classes: tuple[str, ...], at: int) -> Found | None:
        """The body of a class that the article speaks of most, the nearest before a place among equals."""
        fitting, best, ends = self._of(classes)
        before = bisect_right(ends, at)
        return best[before - 1] if before else best[-1] if fitting else None

    def home(self, classes: tuple[str, ...], at: int) -> Found | None:
        """The body that 我校 means: the best of those that neither came to us nor were gone to; ``None`` where it is open."""
        if not self.guests and not self._reached:
            return self.best(classes, at)
        best = self.best(classes, at)
        if best is None or not self.is_elsewhere(best):
            return best
        if classes not in self._staying:
            self._staying[classes] = self._chief_of_staying(classes)
        chief = self._staying[classes]
        return chief[bisect_right(chief, at, key=lambda b: b.end) - 1] if chief else None

    def _chief_of_staying(self, classes: tuple[str, ...]) -> list[Found]:
        """All mentions of the best body that is not elsewhere; none where several are equal."""
        staying = [b for b in self._of(classes)[0] if not self.is_elsewhere(b)]
        weights = {b.name: self._weight(b) for b in reversed(staying)}
        ranked = sorted(weights, key=lambda n: -weights[n])
        whole = [name for name in ranked if all(other.startswith(name) for other in ranked)]
        ranked = whole or ranked  # a school and its faculties
        if not ranked or (len(ranked) > 1 and weights[ranked[0]] == weights[ranked[1]]):
            return []
        return [b for b in staying if b.name == ranked[0]]

    def speaks(self, body: Found) -> bool:
        """Whether an article is a body's own news: its union or its news service signs, or it alone of its kind is no guest."""
        if is_signed(self.document.text, body) or _NEWS_SERVICE.match(self.document.text, body.end):
            return True
        classes = tuple(c for c in ("School", "Hospital") if self._is_any(body, (c,)))
        if not self.guests or not classes:
            return False
        if classes not in self._remaining:
            self._remaining[classes] = frozenset(b.name for b in self._of(classes)[0] if not self.is_elsewhere(b))
        staying = self._remaining[classes]
        return bool(staying) and all(name.startswith(body.name) for name in staying)

    def is_guest(self, body: Found) -> bool:
        """Whether a body, or the one that it is a part of, came to the house whose news this is."""
        base = body.name.removesuffix(_UNION)
        parts = self.ontology.is_a(body.cls, "School")
        return base in self.guests or (parts and any(base[:end] in self.guests for end in range(len(base))))

    def is_elsewhere(self, body: Found) -> bool:
        """Whether a body is a guest's, or one that our people went to."""
        return self.is_guest(body) or body.name.removesuffix(_UNION) in self._begun

    def nearest(self, classes: tuple[str, ...], at: int, part: str = "") -> Found | None:
        """The body of a class named last before a place, with a word in its name."""
        fitting, _, ends = self._of(classes)
        before = bisect_right(ends, at)
        return next((b for b in fitting[max(0, before - _LOOK_BACK) : before][::-1] if part in b.name), None)

    def ending(self, classes: tuple[str, ...], at: int, end: str) -> Found | None:
        """The body of a class named last before a place, whose name ends in a word."""
        fitting, _, ends = self._of(classes)
        before = bisect_right(ends, at)
        return next((b for b in fitting[max(0, before - _LOOK_BACK) : before][::-1] if b.name.endswith(end)), None)

    def first(self, classes: tuple[str, ...], part: str) -> Found | None:
        """The body of a class that the article names first, with a word in its name."""
        key = classes, part
        if key not in self._firsts:
            self._firsts[key] = next((b for b in self._of(classes)[0] if part in b.name), None)
        return self._firsts[key]

    def count(self, name: str) -> int:
        """How often the article names a body in full."""
        return self._counts[name]

    def _of(self, classes: tuple[str, ...]) -> tuple[list[Found], list[Found], list[int]]:
        """All mentions of bodies of some classes, the best up to each of them, and where each ends."""
        if classes not in self._fitting:
            fitting = [b for b in self._items if self._is_any(b, classes)]
            best = list(accumulate(fitting, self._better))
            self._fitting[classes] = fitting, best, [b.end for b in fitting]
        return self._fitting[classes]

    def _better(self, one: Found, later: Found) -> Found:
        return later if self._weight(later) >= self._weight(one) else one

    def _is_any(self, body: Found, classes: tuple[str, ...]) -> bool:
        """Whether a body is of one of some classes; a union only where unions are asked for."""
        if "Union" not in classes and self.ontology.is_a(body.cls, "Union"):
            return False
        return any(self.ontology.is_a(body.cls, c) for c in classes)

    def _weight(self, body: Found) -> int:
        if self.document.text.startswith("“", body.begin - 1):
            return 0  # what is founded or named: “南溪工匠学院”揭牌
        heads = body.name == self._opening and self.ontology.is_a(body.cls, "School")
        return self._counts[body.name] + 2 * (body.begin < max(self.document.title_end, 1)) + _TELLS * heads


def find_anaphoric_bodies(document: Document, ontology: Ontology, bodies: Index) -> tuple[Found, ...]:
    """公司, 该校, 我院 as mentions of the body meant, 校工会 as its union, 公司三楼会议室 as its hall."""
    finder = _Anaphora(document, ontology, bodies)
    read = (
        *map(finder.read, _ANAPHORA.finditer(document.text)),
        *map(finder.faculty, _FACULTY.finditer(document.text)),
        *map(finder.of_term, _OF_TERM.finditer(document.text)),
        *map(finder.room, _ROOM_AT.finditer(document.text)),
    )
    return longest(f for f in read if f is not None)


class _Anaphora:
    """Resolves the words by which one article speaks again of its bodies."""

    def __init__(self, document: Document, ontology: Ontology, bodies: Index) -> None:
        self.text = document.text
        self.ontology = ontology
        self.bodies = bodies
        self.own = OwnBodies(document, ontology, Context((), ()), bodies)
        self.unions = {
            n: b for b in reversed(bodies.items) if ontology.is_a(b.cls, "Union") for n in (b.name, *b.aliases)
        }
        self.lead_end = document.paragraphs[min(2, len(document.paragraphs) - 1)].end if document.paragraphs else 0

    def read(self, match: re.Match[str]) -> Found | None:
        """The body, union or hall that one match means; ``None`` where it means none."""
        begin, end = match.span()
        if self.bodies.covering(begin) or not self._stands_alone(match):
            return None
        noun = match["noun"] or match["bare"]
        target = self._target(noun, match["det"] or "", begin)
        if target is None or not self._in_view(target, begin):
            return None
        if match["union"]:
            return None if self.bodies.covering(end - 1) else self._union(match, target)
        if match["hall"]:
            name = target.name + match["hall"]
            aliases = tuple(a + match["hall"] for a in target.aliases)
            return Found(begin, end, room_class(self.ontology), name, "", aliases)
        return None if self.bodies.covering(end - 1) else target._replace(begin=begin, end=end)

    def room(self, match: re.Match[str]) -> Found | None:
        """在三楼会议室: a room of the house that the article is about."""
        begin, end = match.span("room")
        target = self.own.home(tuple(c for c in _HOUSES if c in self.ontology.classes), begin)
        if target is None or self._crossed(begin, end) or not self._in_view(target, begin):
            return None
        if match["room"] in _PUBLIC and target.cls in ("GovernmentBody", "PartyBody"):
            return None  # the town's, and no office's
        if self.text.startswith("机关", begin) and self.own.count(target.name) < _SPOKEN_OF:
            return None
        aliases = tuple(a + match["room"] for a in target.aliases)
        return Found(begin, end, room_class(self.ontology), target.name + match["room"], "", aliases)

    def faculty(self, match: re.Match[str]) -> Found | None:
        """该校化学与材料学院, 我校护理学院分工会: a faculty of the school meant, or its union."""
        begin, end = match.span()
        target = self._target("校", match["det"], begin)
        if target is None or self._crossed(begin, end) or not self._in_view(target, begin):
            return None
        if not all(can_stand(t.text) or t.text in ("和", "与") for t in cut(match["faculty"])):
            return None
        cls = "Union" if match["union"] else "School"
        name = match["faculty"] + (match["union"] or "")
        return Found(begin, end, cls, target.name + name, "", tuple(a + name for a in target.aliases))

    def of_term(self, match: re.Match[str]) -> Found | None:
        """新一届工会女职工委员会 is that of the one house whose union the article is about."""
        begin, end = match.span("union")
        house = self.own.best(tuple(c for c in _WORKPLACES if c in self.ontology.classes), begin)
        if house is None or house.begin > self.lead_end or self._crossed(begin, end):
            return None
        return self._union(match, house)._replace(begin=begin, end=end)

    def _crossed(self, begin: int, end: int) -> bool:
        """Whether a body lies across a stretch, and not within it."""
        return self.bodies.touching(begin, end) and not (
            self.bodies.within(begin + 1, end) and self.bodies.covering(begin) is None
        )

    def _target(self, noun: str, det: str, at: int) -> Found | None:
        classes = tuple(c for c in _CLASSES.get(noun, ()) if c in self.ontology.classes)
        if not classes:
            return None
        ending = _ENDS.get(noun, "")
        if det in ("该", "这家", "这所", "此"):
            named = self.own.ending(classes, at, noun) if noun in _ENDS else None
            return named or self.own.nearest(classes, at)
        best = self.own.home(classes, at)
        if best is None:
            return None
        if ending and best is not None and ending not in best.name:
            named = self.own.nearest(classes, at, ending) or self.own.first(classes, ending)
            return named if named is not None or len(noun) > 2 else best
        return best

    def _in_view(self, target: Found, at: int) -> bool:
        """Whether the article still speaks of a body: it is named twice, in the lead, or in the same paragraph."""
        if self.own.count(target.name) > 1 or target.begin < self.lead_end or self.own.speaks(target):
            return True
        return target.begin < at and self.text.find("\n", target.begin, min(at, target.begin + 2000)) < 0

    def _union(self, match: re.Match[str], target: Found) -> Found:
        begin, end = match.span()
        known = self.unions.get(target.name + _UNION)
        form = (
            Form(known.name, known.aliases, known.key)
            if known
            else Form(target.name + _UNION, tuple(a + _UNION for a in target.aliases))
        )
        if match["organ"]:
            form = sub_organ_form(form, match["organ"])
            return Found(begin, end, "UnionOrgan", form.name, form.key, form.aliases)
        return Found(begin, end, known.cls if known else "Union", form.name, form.key, form.aliases)

    def _stands_alone(self, match: re.Match[str]) -> bool:
        """A bare 院 or 公司 counts at the head of a stretch only, or before a title, union or hall."""
        before = self.text[match.start() - 1 : match.start()]
        free = not "\u4e00" <= before <= "\u9fff" or before in _LEADS or (before == "了" and bool(match["hall"]))
        if match["term"] and before in "生出立举了":
            return True  # 选举产生公司第一届工会委员会
        if match["det"]:
            free = free or before == "有"  # 到会的有该院工会主席甲
            return free if match["det"] != "全" else free and not match["hall"]
        if len(match["bare"]) > 1:
            return free
        if match["union"]:
            return free or (before == "有" and self.text[match.start() - 2 : match.start() - 1] in "的还，")
        if before in "来到赴" and _VISITED_THERE.match(self.text, match.end()):
            return True
        return free and bool(match["hall"] or _PARTY_OR_TITLE.match(self.text, match.end()))
