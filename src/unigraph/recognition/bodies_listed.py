"""Bodies whose names are cut short in a list: 静安、闵行等区总工会, 平城区和阳高县总工会, 市委组织部、宣传部."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from unigraph.lexicons import Division
from unigraph.recognition.body_forms import division_form, organ_class, sub_organ_form
from unigraph.recognition.body_words import organs
from unigraph.recognition.divisions import LEVEL_WORDS, DivisionHit, Divisions, Named
from unigraph.recognition.document import Document
from unigraph.recognition.found import Found, Index, longest
from unigraph.scanning import Scan

__all__ = ["find_listed"]

_MARK_BEFORE = re.compile(r"(?:、|和|与|及|以及)$")
_COUNT_BEFORE = re.compile(r"(?:等|两|三|四|五|六|七|八|九|十|\d+)*(?:个|家)?$")
_SHARED = Scan(
    r"(?P<level>省区市|省（区、市）|省市|市县区|县市区|市区|县市|市县|区县|县区|旗县|旗区|省|市|区|县|州|旗|镇|街道)的?"
    r"(?P<organ>(?:总工会|工会)(?P<sub>经费审查委员会|经审会|经审委|女职工委员会|女职委)?|分公司|供电公司|人社局|教育局|人民政府|人大常委会|政协)"
    r"|(?P<cities>城)市(?:总)?工会"
)
_ZONE = re.compile(r"(?:经济技术开发区|经济开发区|经开区|高新区|开发区|新区|工业园区)$")
_HOLDER = (
    r"(?:(?:党组|党委|党工委)?(?:成员|委员|副?书记)、)?(?:党组|党委)?(?:常务)?副?"
    r"(?:局长|主任|主席|书记|部长|理事长|会长|秘书长|院长|检察长|[大支总]队长|台长|社长|[省市区县州镇乡]长|[一二三四]级(?:调研员|巡视员))"
    r"[\u4e00-\u9fff·]{2,4}?"
)
_NEXT = re.compile(rf"(?:、|和|与|及|以及|{_HOLDER}(?:[、，；]|和|与|及|以及))")
_OF_COMMITTEE = ("组织部", "宣传部", "统战部", "政法委", "社会工作部", "办公室", "网信办", "编办", "党校", "老干部局")
_NOT_SHARED = frozenset(
    "委 党委 党工委 工委 机关党委 直属机关党委 工会 政府办 办公室 党校 干校 技校 职校 团委 派出所 办事处 居委会 村委会 社区居委会 分局 "
    "人民政府 政府 管委会 文化宫 青少年宫 工人俱乐部 职工活动中心 科学院 党史馆".split()
)
_SHARED_BY_COMMITTEES = frozenset("人民政府 政府 办事处 管委会".split())
_UNION = "工会"
_TITLE_AFTER = re.compile(r"副?主席|主任|干部")
_RUNS_ON = re.compile(r"[路街站]|大楼|大院|广场|宿舍|小区|系统|幼儿园|直属|下属|所属|们")
_BARE = (
    "GovernmentBody",
    "PartyBody",
    "Congress",
    "Judiciary",
    "Association",
    "Media",
    "Hospital",
    "Company",
    "Organization",
    "Venue",
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LEADS = frozenset("在到由和与及向为对是给从请")
_BARE_NEXT = re.compile(
    r"[，。、；：）”\s]|等(?:单位|部门|\d|[多几两三四五六七八九十])|副?[局主部院检理会秘台社队][长任察事席书]|党组|党委|和|与|及|联合|共同|主办|承办|协办|举办|组织|"
    r"举行|隆重|正式|开[幕赛展]|慰问|看望|走访|调研|送[去来上清温]|参加|出席|派|代表|负责|有关|相关|领导|工作人员|干部职工|的|获|荣获|开展|工会|常务|纪检|机关"
)
_DEPARTMENTS = (*_OF_COMMITTEE, "部", "办公室")
_ENOUGH = 2
_COMMITTEES = ("委", "党委", "工委", "党工委", "政府", *_OF_COMMITTEE)


def find_listed(document: Document, divisions: Divisions, bodies: Iterable[Found]) -> tuple[Found, ...]:
    """The bodies that share their head with a body of a list, or their division."""
    finder = _Listed(document, divisions)
    bodies = tuple(bodies)
    listed = (*finder.shared_level(), *(f for b in bodies for f in (*finder.before(b), *finder.after(b))))
    return (*listed, *finder.bare((*bodies, *listed)))


def _is_named(taken: Index, begin: int, end: int, organ: str) -> bool:
    """Whether a body with more of a name than the organ's lies there."""
    same = taken.starting_at(begin)
    bare = same is not None and same.end == end and same.name == organ
    return not bare and taken.touching(begin, end)


class _Listed:
    def __init__(self, document: Document, divisions: Divisions) -> None:
        self.text = document.text
        self.divisions = divisions
        below = next((p.end for p in document.paragraphs if p.begin >= document.title_end), document.title_end)
        self.headline = document.text[: max(document.title_end, 1)]
        self.lead = document.text[: max(below, 1)]
        self.organs = organs().longest_by_begin(document.text)

    def shared_level(self) -> Iterable[Found]:
        """静安、闵行等区总工会: short names of divisions before the level word that they share."""
        for match in _SHARED.finditer(self.text):
            count = _COUNT_BEFORE.search(self.text, max(0, match.start() - 4), match.start())
            at = count.start() if count else match.start()
            if at == match.start():
                continue
            level, organ = match["level"] or "市", match["organ"] or "总工会"
            sub = match["sub"] or ""
            organ = "总工会" if organ.startswith("工会") else organ.removesuffix(sub) if sub else organ
            endings = tuple(e for c in level for e in LEVEL_WORDS.get(c, ())) if level != "街道" else LEVEL_WORDS[level]
            hit = self.divisions.ending.get(at)
            while hit is not None:
                fitting = [d for d in hit.candidates if d.name.endswith(endings)]
                if not fitting:
                    break
                own = self.divisions.context.best(fitting)
                name = own.name if own else self.text[hit.begin : hit.end] + (level if len(level) == 1 else "")
                place = Named(hit.begin, hit.end, name, own, True)
                form = division_form(place, organ)
                cls = organ_class(organ) or "Company"
                if sub:
                    form, cls = sub_organ_form(form, sub), "UnionOrgan"
                yield Found(
                    hit.begin, match.end() if hit.end == at else hit.end, cls, form.name, form.key, form.aliases
                )
                hit = self._hit_before(hit.begin)

    def _hit_before(self, begin: int) -> DivisionHit | None:
        mark = _MARK_BEFORE.search(self.text, max(0, begin - 2), begin)
        return self.divisions.ending.get(mark.start()) if mark else None

    def _zone_before(self, begin: int) -> Named | None:
        """大同经开区 before a list mark: a zone that no list of divisions has, by the city that it lies in."""
        mark = _MARK_BEFORE.search(self.text, max(0, begin - 2), begin)
        zone = _ZONE.search(self.text, max(0, mark.start() - 10), mark.start()) if mark else None
        if zone is None or zone.start() not in self.divisions.ending:
            return None
        city = self.divisions.ending[zone.start()]
        return Named(city.begin, zone.end(), self.text[city.begin : zone.end()], None, True)

    def before(self, body: Found) -> Iterable[Found]:
        """平城区和阳高县总工会: full names of divisions before one that has its organ."""
        place = self.divisions.chain(body.begin)
        if place is None or not place.full or not organ_class(self.text[place.end : body.end]):
            return
        organ = self.text[place.end : body.end]
        begin = body.begin
        while True:
            hit = self._hit_before(begin)
            full = hit is not None and hit.full
            other = self.divisions.chain_to(hit.end) if hit and full else self._zone_before(begin)
            if other is None:
                return
            form = division_form(other, organ)
            yield Found(other.begin, other.end, body.cls, form.name, form.key, form.aliases)
            begin = other.begin

    def after(self, body: Found) -> Iterable[Found]:
        """镇党委、政府 and 市人社局、教育局: organs that share the division named before, titles and holders between."""
        place = self.divisions.chain(body.begin) or self._level(body)
        if place is None or not place.full:
            return
        named = self.text[place.end : body.end]
        if not organ_class(named) and not named.endswith(_COMMITTEES):
            return
        of_committee, end = "委" in named, body.end
        while (mark := _NEXT.match(self.text, end)) is not None:
            begin = mark.end()
            end, _ = self.organs.get(begin, (0, ()))
            organ = self.text[begin:end]
            if not self._shared(organ, named, end):
                return
            rest = "委" + organ if organ in _OF_COMMITTEE and of_committee else organ
            if self._has_union(end):
                end, rest = end + len(_UNION), rest + _UNION
            form = division_form(place, rest)
            cls = "Union" if rest.endswith(_UNION) else organ_class(rest) or "Organization"
            yield Found(begin, end, cls, form.name, form.key, form.aliases)

    def bare(self, bodies: Iterable[Found]) -> Iterable[Found]:
        """人社局 by itself, where the text speaks of one division's organs: that division's."""
        taken = Index(longest(bodies))
        home = self._home(taken.items)
        if home is None:
            return
        for begin, (end, (cls,)) in self.organs.items():
            organ = self.text[begin:end]
            if organ in _NOT_SHARED | _SHARED_BY_COMMITTEES or cls not in _BARE or organ.endswith(_DEPARTMENTS):
                continue
            if _is_named(taken, begin, end, organ) or _RUNS_ON.match(self.text, end) or not self._alone(begin, end):
                continue
            union = self._has_union(end)
            rest = organ + _UNION if union else organ
            form = division_form(home, rest)
            yield Found(
                begin, end + len(rest) - len(organ), "Union" if union else cls, form.name, form.key, form.aliases
            )

    def _alone(self, begin: int, end: int) -> bool:
        """Whether an organ stands between marks, prepositions, titles and verbs, and is no part of a longer word."""
        before, after = self.text[begin - 1 : begin], self.text[end:]
        return (not _HAN.match(before) or before in _LEADS) and bool(_BARE_NEXT.match(self.text, end) or not after)

    def _home(self, bodies: Iterable[Found]) -> Named | None:
        """The division that most organs in the text are of, if it is the article's own."""
        places = [p for b in bodies if (p := self._place_of(b)) is not None and p.division is not None]
        counts = Counter(p.name for p in places)
        name, count = max(counts.items(), key=lambda x: (x[1], x[0]), default=("", 0))
        own = self.divisions.context.path
        enough = 1 if own and own[0].level == "county" and self.headline.startswith(own[0].short) else _ENOUGH
        if count < enough or not own or own[0].level == "province" or not self._tells_of(own[0]):
            return None
        return next((p for p in places if p.name == name and p.division == own[0]), None)

    def _tells_of(self, own: Division) -> bool:
        """Whether the headline names a division; a county may be named in the lead, since its officials go no further."""
        return own.short in (self.lead if own.level == "county" else self.headline)

    def _place_of(self, body: Found) -> Named | None:
        """The division of an organ of one."""
        place = self.divisions.chain(body.begin) or self._level(body)
        return place if place is not None and place.full and organ_class(self.text[place.end : body.end]) else None

    def _shared(self, organ: str, named: str, end: int) -> bool:
        """Whether an organ in a list is one of the division named before, and no body of its own."""
        if not organ or organ_class(organ) == "UnionOrgan" or _RUNS_ON.match(self.text, end):
            return False
        if organ in _OF_COMMITTEE:
            return "委" in named or organ not in ("组织部", "宣传部", "办公室", "党校")
        if organ in _SHARED_BY_COMMITTEES:
            return named.endswith(_COMMITTEES)
        return organ not in _NOT_SHARED and (organ == "总工会" or not organ.endswith(_UNION))

    def _has_union(self, end: int) -> bool:
        """Whether an organ's own union is named, and no title at it."""
        return self.text.startswith(_UNION, end) and not _TITLE_AFTER.match(self.text, end + len(_UNION))

    def _level(self, body: Found) -> Named | None:
        for length in (1, 2, 3):
            place = self.divisions.level(body.begin + length)
            if place is not None and place.begin == body.begin and place.end < body.end:
                return place
        return None
