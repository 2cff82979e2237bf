"""The honours that a text names: where each stands, and what it is called.

A name ends in a head noun of ``ug:Award`` or stands in quotes before 称号; it reaches left to a verb or mark.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache

from unigraph.lexicons.words import any_of, first_of
from unigraph.ontology import Ontology
from unigraph.recognition.word_lists import WordList
from unigraph.relation.scene import Scene
from unigraph.scanning import Scan

__all__ = ["Honour", "Honours"]

_LONGEST = 34
_TITLE = r"(?:荣誉称号|称号|荣誉|奖项)"
_QUOTED = re.compile(rf"“([^“”，。；：\n]{{2,{_LONGEST}}})”(?P<title>[的等]?{_TITLE}|榜单|行列)?")
_AFTER = re.compile(
    rf"”?(?:（[^（）\n]{{1,14}}）)?等?{_TITLE}?(?:行列|之列|名单|桂冠|殊荣|奖杯|奖牌|奖章|证书|荣誉证书|牌匾|铜牌|匾牌|旗帜|奖旗|锦旗)?"
)
_QUOTES = re.compile(
    rf"(?:“[^“”，。；：\n]{{2,{_LONGEST}}}”[、和及与]?){{2,}}等?(?:多项|多个|一系列|诸多|[\d一二两三四五六七八九十]+[项个])?{_TITLE}"
)
"""“甲”“乙”“丙”等荣誉: quotes in a row, of which the word behind the last says what they are."""
_KIND = Scan(
    r"(?:优秀|先进|(?<!劳动)模范|示范|最美|最佳|十佳|十大|百佳|杰出|金牌|星级|文明|红旗|标杆|诚信|和谐|平安|爱心|明星|优胜|突出|时代|首席|质量信得过)(?:(?!的)[\u4e00-\u9fff]){2,8}?"
    r"(?=”?(?:等?(?:行列|之列|名单|桂冠|殊荣|荣誉称号|称号|荣誉)|[、，。；：\n”（])|$)"
)
"""Honours of no settled head noun: 优秀选手, 最美退役军人; they count where a cue speaks of them."""
_PRIZE = Scan(
    r"(?:(?![获颁得中评领设报发的了]奖|的)[\u4e00-\u9fff]){2,7}(?<![获颁得中评领设报发的了一二三各大等])奖(?![励金项者品状章牌杯台补惩学台])"
)
"""最受欢迎奖: whatever it is for; it counts where a cue speaks of it."""
_PODIUM = re.compile(r"(?P<ranks>冠[、]?亚(?:[、]?季)?)军|(?P<metals>金[、]?银(?:[、]?铜)?)(?P<prize>[奖牌])")
_TOP = re.compile(r"前(?P<count>[二两三四五六])名?(?=[，。；、\n]|$)")
"""What three take together: 甲、乙、丙分获冠亚季军, 包揽前三名."""
_ORDINAL = re.compile(r"第[一二三四五六1-6](?:名|位)?(?![\u4e00-\u9fff]*届)(?=[，。；：、\n和与是为由归]|$)")
_BYWORD = Scan(r"(?P<first>头名|榜首|首位(?=[，。；]))|(?P<champion>桂冠|魁首)")
_RANKS = {"first": "第一名", "champion": "冠军"}
"""Other words for ranks: 夺得头名, 摘得桂冠."""
_SERIES = Scan(r"第?(?P<numbers>[一二三四五六](?:[、和与]第?[一二三四五六])+)(?P<kind>等奖|[名位](?!额|单|于))")
"""一、二、三等奖; 第二、第三名."""
_RANGE = Scan(r"第?(?P<first>[一二三四五六七八九])(?:至|到|—+|-|～)第?(?P<last>[二三四五六七八九十])名")
"""二至八名, of which each has one."""
_SEXES = Scan(
    r"(?P<first>[男女])子?[、和](?P<last>[男女])子?(?P<part>[单双]打|[单双团]|[\u4e00-\u9fff]{0,4}组|子)?(?:项目)?的?"
    r"(?P<rank>第[一二三]名|[特一二三]等奖|[冠亚季]军|[金银铜][奖牌])"
)
"""男、女单打冠军."""
_PART = (
    r"(?:[\u4e00-\u9fffA-Za-z0-9]{1,10}组|(?:(?:男|女|混|青年|中年|老年|甲组|乙组)[子合女]?)*(?:单打|双打)"
    r"|(?:男|女|混)子?(?:单|双|团体?)|[\u4e00-\u9fff]{0,4}团体(?:总分)?|[男女]子(?!组)[\u4e00-\u9fff\d]{1,6}|拔河|跳绳|接力)"
)
"""What ranks are won in, as part of a contest."""
_GROUP = re.compile(
    rf"(?:^|(?<=[，。；：、\n |｜“]))(?P<group>{_PART})(?:项目|比赛|赛|方面|决赛)?[中里上]?(?=[：，的 |｜\n“]|$)"
    r"|(?:^|(?<=[，。；：、\n]))(?P<led>[\u4e00-\u9fffA-Za-z0-9]{1,10}组)[：，里中的]?"
    r"|(?P<whole>团体总分|个人全能|个人总分|团体赛|个人赛)"
)
_ALONE = re.compile(rf"(?P<group>{_PART})(?:项目|比赛|赛|成绩)?[：]?")
"""A line that names nothing else."""
_SHARED = Scan(
    rf"(?:(?P<parts>{_PART}(?:[、和与及]{_PART}){{1,9}})|(?P<short>(?:[\u4e00-\u9fff]{{2,5}}、){{1,9}}[\u4e00-\u9fff]{{2,5}}组))"
    r"(?:[两二三四五六七八九十\d]+[个项枚块座]|的|各?项目的?|等|分别的){0,4}"
    r"(?P<rank>(?:个人|团体)?(?:第[一二三]名|[特一二三]等奖|[冠亚季]军|[金银铜][奖牌]))"
)
"""男单、女单两项冠军: a rank won in several parts of a contest."""
_NUMERALS = "一二三四五六七八九十"
_PART_BEFORE = re.compile(rf"(?:^|(?<=[，。；：、\n ]))(?P<group>{_PART})(?:比赛|赛|项目)?\Z")
_LED = re.compile(r"^(?:拿下|荣获|获得|夺得|摘得|斩获|捧得|获|其中|最终)")
_AIMED = re.compile(r"”(?:培养|培育|项目|创建|计划|工程|活动|品牌|工作室|评选)")
"""What makes a quoted honour the aim of something: “浙江工匠”培养项目."""
_SCOPE = re.compile(r"全国|全省|全市|全区|全州|[省市县区州](?!总)|\d{4}年|“")
_LIST = re.compile(
    r"“|(?:\d+[个项名枚])?(?:[、和及与]|，和|以及|，以及|，还有|，另?一[是个项]是?|，二是)“?|\d+[个项名枚]，"
)
_COUNTED = re.compile(r"(?:\d+|[两二三四五六七八九十]+)[项个枚][^，。；\n]{0,12}[，：](?:一是|一个是|分别是|即)?")
_ROW = 40
"""How many characters a row of honours may take."""
_THINGS = frozenset({"奖杯", "奖章", "奖状", "奖牌", "勋章", "金牌", "银牌", "铜牌"})
"""Things that are handed over, which name no honour by themselves."""
_STRIP = "“”《》 、，"


@dataclass(frozen=True, slots=True)
class Honour:
    """An honour at a place; ``end`` lies behind 称号 and the closing quote, ``head`` where its head noun begins."""

    begin: int
    end: int
    name: str
    head: int


@lru_cache(maxsize=4)
def _heads(ontology: Ontology) -> WordList:
    return WordList(sorted(ontology.words("headNoun", "Award")))


@lru_cache(maxsize=1)
def _edge() -> re.Pattern[str]:
    verbs = any_of("honour_edge")
    return re.compile(
        rf"(?=[，。；：！？\n、（）《》【】|｜ —\d{first_of('honour_edge')}])(?:——|[，。；：！？\n、（）《》【】|｜]|(?<=[\u4e00-\u9fff▪）”]) +(?=[\u4e00-\u9fff▪“]|$)|\d+[个名位家]?(?:单位|职工|集体|同志|个人|班组|企业|人)|\d+[名位]|(?!和谐|和平|有突出|有功|名师|名匠|名优|为民|将才)(?:{verbs})(?<!共和)(?<!勇为)(?<!参与)(?<!一等)(?<!二等)(?<!三等))"
    )


@lru_cache(maxsize=1)
def _continued() -> re.Pattern[str]:
    return re.compile(any_of("honour_continued"))


class Honours:
    """All honours of one article, by place."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.text = scene.text
        self.items = tuple(self._found())
        self._begins = [h.begin for h in self.items]

    # ------------------------------------------------------------------ asking

    def within(self, begin: int, end: int) -> tuple[Honour, ...]:
        """Those whose name begins in a range."""
        return self.items[bisect_left(self._begins, begin) : bisect_left(self._begins, end)]

    def row_from(self, position: int, slack: int) -> tuple[Honour, ...]:
        """The honours listed from a position on, the first of them at most some characters away."""
        at = bisect_left(self._begins, position)
        out: list[Honour] = []
        for honour in self.items[at:]:
            gap = self.text[out[-1].end if out else position : honour.begin]
            if out and _joins(out[-1], honour):
                out.append(honour)
                continue
            if out and not _LIST.fullmatch(gap) and not (gap == "" and self.text[honour.begin] == "“"):
                break
            if not out and not _COUNTED.fullmatch(gap) and (len(gap) > slack or re.search(r"[，。；：、\n]", gap)):
                break
            out.append(honour)
        return tuple(out)

    def row_ending(self, honour: Honour) -> tuple[Honour, ...]:
        """The honours listed up to one: 冠亚季军, 二至八名, 男、女单打冠军."""
        rows = (self.row_from(h.begin, 0) for h in self.within(honour.begin - _ROW, honour.begin + 1))
        return next((row for row in rows if row and row[-1].end == honour.end), (honour,))

    def shared(self, honour: Honour) -> bool:
        """Whether several honours are named at one place: 前三名."""
        return any(h != honour and h.end == honour.end for h in self.within(honour.begin, honour.begin + 1))

    def ranked(self, position: int, rank: str) -> str:
        """A rank that a verb says (夺冠), with the part of the contest that it was won in."""
        return self._group(position) + rank

    # ------------------------------------------------------------------ finding

    def _found(self) -> list[Honour]:
        out: list[Honour] = []
        every = [
            *self._by_parts(),
            *self._by_sex(),
            *self._by_range(),
            *self._by_head(),
            *self._by_quote(),
            *self._by_rank(),
            *self._by_series(),
            *self._by_podium(),
        ]
        for honour in sorted(every, key=lambda h: (h.begin, -h.end)):
            if out and honour.begin < out[-1].end and not _together(out[-1], honour):
                continue
            out.append(honour)
        return out

    def _by_head(self) -> list[Honour]:
        best: dict[int, int] = {}
        for _, begin, end in _heads(self.scene.ontology).places(self.text):
            best[end] = min(begin, best.get(end, begin))
        for match in _KIND.finditer(self.text):
            if self.scene.people.within(match.start(), match.end()):
                continue  # 劳动模范甲、
            best.setdefault(match.end(), match.start())
        for match in _PRIZE.finditer(self.text):
            if not self.scene.people.within(match.start(), match.end()):
                best.setdefault(match.end(), match.end() - 2)
        found = (self._named(begin, end) for end, begin in best.items())
        return [h for h in found if h is not None]

    def _named(self, head: int, end: int) -> Honour | None:
        if (
            _AIMED.match(self.text, end)
            or _continued().match(self.text, end)
            or self._in_event(head)
            or self._amid_quote(head, end)
        ):
            return None
        if _PODIUM.match(self.text, max(0, end - 5), end) or any(
            _PODIUM.match(self.text, at, end) for at in range(max(0, head - 4), head)
        ):
            return None
        begin = self._begin(head)
        name = self._name(begin, end)
        title = _AFTER.match(self.text, end)
        if name in _THINGS and self.text[begin - 1 : begin] == "的":
            return None  # 第一名的奖杯
        return Honour(begin, title.end() if title else end, name, head) if len(name) > 1 else None

    def _amid_quote(self, head: int, end: int) -> bool:
        """Whether a head noun stands within quotes that go on behind it: “金牌调解员”."""
        opened = self.text.rfind("“", max(0, head - _LONGEST), head + 1)
        if opened < 0 or "”" in self.text[opened:head]:
            return False
        closed = self.text.find("”", end, end + _LONGEST)
        between = self.text[end:closed] if closed >= 0 else ""
        return (
            bool(between)
            and not re.search(r"[，。；：“\n、]", between)
            and not re.match(rf"{_TITLE}|获得者|（", between)
        )

    def _in_event(self, position: int) -> bool:
        """Whether a place lies within the name of an event (五一劳动奖表彰大会)."""
        mentions = self.scene.event_mentions
        at = bisect_right(self._mention_begins, position)
        return any(not m.bare and m.begin <= position < m.end for m, _ in mentions[max(0, at - 4) : at])

    @cached_property
    def _mention_begins(self) -> list[int]:
        return [m.begin for m, _ in self.scene.event_mentions]

    def _begin(self, head: int) -> int:
        floor = max(0, head - _LONGEST)
        bodies = self.scene.bodies.within(floor, head)
        stretch = _masked(self.text[floor:head])
        for body in bodies:
            stretch = stretch[: body.begin - floor] + "▪" * (body.end - body.begin) + stretch[body.end - floor :]
        edges = [m.end() for m in _edge().finditer(stretch)]
        begin = floor + (edges[-1] if edges else 0)
        for person in self.scene.people.within(begin, head):
            begin = max(begin, person.end)  # 甲一等奖: nobody's name is of an honour
        for body in bodies:
            if begin <= body.begin and _SCOPE.match(self.text, body.end):  # 甲公司全国劳模: the body is not of the name
                begin = body.end
        return begin

    def _name(self, begin: int, end: int) -> str:
        raw = re.sub(r"\s", "", self.scene.document.simple[begin:end])
        raw = (
            raw.strip(_STRIP)
            if raw.count("“") != raw.count("”") or (raw.startswith("“") and raw.endswith("”"))
            else raw
        )
        raw = re.sub(r"^(?:唯一)?(?:\d+|[一两三四五六七八九十]+)(?:[项个枚块次](?:项目|工种)?|张)", "", raw)
        group = self._group(begin) if len(raw) <= 3 and begin else ""
        return group + raw

    def _group(self, begin: int) -> str:
        """企事业机关组，甲摘得金奖: the group that a bare rank was won in."""
        floor = max(0, begin - 90)
        start = max(floor, *(self.text.rfind(mark, floor, begin) for mark in "。；\n"))
        groups = list(_GROUP.finditer(self.text, start, begin))
        if groups:
            return _LED.sub("", groups[-1]["group"] or groups[-1]["led"] or groups[-1]["whole"])
        line = self.text.rfind("\n", 0, begin)
        above = self.text[self.text.rfind("\n", 0, max(0, line)) + 1 : max(0, line)]
        alone = _ALONE.fullmatch(above.strip())
        return alone["group"] if alone else ""

    def _by_quote(self) -> list[Honour]:
        """“湖南邮政工匠”荣誉称号: quoted, with the word for an honour behind it."""
        return [
            Honour(
                m.start(),
                m.end(),
                re.sub(r"\s", "", self.scene.document.simple[m.start(1) : m.end(1)]),
                m.start(),
            )
            for m in _QUOTED.finditer(self.text)
            if m["title"]
        ] + [
            Honour(row.start() + m.start(), row.start() + m.end(), m.group(1), row.start() + m.start())
            for row in _QUOTES.finditer(self.text)
            for m in re.finditer("“([^”]*)”", row.group())
        ]

    def _by_series(self) -> list[Honour]:
        """All but the last of 一、二、三等奖, which is found by its head noun."""
        out = []
        for match in _SERIES.finditer(self.text):
            places = [match.start("numbers") + m.start() for m in re.finditer("[一二三四五六]", match["numbers"])]
            for at in places[:-1]:
                begin = at - (self.text[at - 1 : at] == "第")
                prefix = "第" if match["kind"] != "等奖" else self._group(begin)
                out.append(Honour(begin, at + 1, f"{prefix}{self.text[at]}{match['kind'].replace('位', '名')}", begin))
            if match["kind"] != "等奖":
                at = places[-1]
                out.append(Honour(at - (self.text[at - 1] == "第"), match.end(), f"第{self.text[at]}名", at))
        return out

    def _by_parts(self) -> list[Honour]:
        """Each of 男单、女单两项冠军 and of 钳工、电工组第一名."""
        out = []
        for match in _SHARED.finditer(self.text):
            unit = "组" if match["short"] else ""
            parts = list(re.finditer(r"[^、和与及]+", match["parts"] or match["short"]))
            begin = match.start("parts") if match["parts"] else match.start("short")
            for part in parts:
                at = max(begin + part.start(), self._begin(begin + part.end() - 1))
                name = self.text[at : begin + part.end()].removesuffix(unit) + unit
                end = match.end() if part is parts[-1] else begin + part.end()
                out.append(Honour(at, end, name + match["rank"], at))
        return out

    def _by_sex(self) -> list[Honour]:
        """Both of 男、女单打冠军."""
        out = []
        for match in _SEXES.finditer(self.text):
            tail = (match["part"] or "") + match["rank"]
            out.append(Honour(match.start(), match.end("first"), match["first"] + tail, match.start()))
            out.append(Honour(match.start("last"), match.end(), match["last"] + tail, match.start("last")))
        return out

    def _by_range(self) -> list[Honour]:
        """Each of 二至八名, at the one place that names them."""
        out = []
        for match in _RANGE.finditer(self.text):
            first, last = (_NUMERALS.index(match[name]) for name in ("first", "last"))
            part = _PART_BEFORE.search(self.text, max(0, match.start() - 12), match.start())
            begin = part.start() if part else match.start()
            group = part["group"] if part else self._group(begin)
            out += [Honour(begin, match.end(), f"{group}第{rank}名", begin) for rank in _NUMERALS[first : last + 1]]
        return out

    def _by_podium(self) -> list[Honour]:
        """Each of 冠亚季军, 金银铜奖 and 前三名, at the one place that names them."""
        out = []
        for match in _PODIUM.finditer(self.text):
            tail = "军" if match["ranks"] else match["prize"]
            places = [
                match.start() + m.start() for m in re.finditer("[冠亚季金银铜]", match["ranks"] or match["metals"])
            ]
            begin = self._begin(match.start())
            prefix = self._name(begin, match.start()) or self._group(match.start())
            out += [
                Honour(at, match.end() if at == places[-1] else at + 1, prefix + self.text[at] + tail, at)
                for at in places
            ]
        for match in _TOP.finditer(self.text):
            count = "一二三四五六".index(match["count"].replace("两", "二")) + 1
            group = self._group(match.start())
            out += self._top(match.start(), match.end(), count, group)
        return out

    def _top(self, begin: int, end: int, count: int, group: str) -> list[Honour]:
        return [Honour(begin, end, f"{group}第{rank}名", begin) for rank in "一二三四五六"[:count]]

    def _by_rank(self) -> list[Honour]:
        found = [
            Honour(m.start(), m.end(), self._group(m.start()) + m.group().rstrip("位名") + "名", m.start())
            for m in _ORDINAL.finditer(self.text)
        ]
        return found + [
            Honour(m.start(), m.end(), self._group(m.start()) + _RANKS[m.lastgroup or "first"], m.start())
            for m in _BYWORD.finditer(self.text)
        ]


def _together(left: Honour, right: Honour) -> bool:
    """Whether two honours are ranks of one 前三名."""
    same = (left.begin, left.end) == (right.begin, right.end) and left.name != right.name
    return same and left.name[:-3] == right.name[:-3] and left.name[-3:-2] == right.name[-3:-2] == "第"


def _joins(left: Honour, right: Honour) -> bool:
    """Whether two honours are of one word: 冠亚季军, 前三名."""
    return _together(left, right) or (left.end == right.begin and left.end - left.begin == 1)


def _masked(stretch: str) -> str:
    """The stretch with what stands in quotes blanked; an opened quote is itself the edge."""
    opened = stretch.rfind("“")
    if opened >= 0 and "”" not in stretch[opened:]:
        return "▪" * opened + "，" + stretch[opened + 1 :]
    return re.sub(r"“[^”]*”", lambda m: ("。" if m.group()[-2] in "。！？，" else "▪") * len(m.group()), stretch)
