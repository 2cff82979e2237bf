"""Persons: where a name reads well after what stands before it: a title, a body, a list, the edge of a clause.

How well it must read depends on what stands on its left: little after 主席, much at the head of a clause. A name that
was found once counts wherever it recurs.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from unigraph.lexicons.words import words
from unigraph.ontology import Ontology
from unigraph.reading.bylines import find_bylines
from unigraph.recognition.document import Document
from unigraph.recognition.entry_lists import entry_names, name_at_end
from unigraph.recognition.found import Found, Index
from unigraph.recognition.name_lists import listed_names, names_beside, names_in_rows
from unigraph.recognition.name_scores import name_score
from unigraph.recognition.names import (
    NameReading,
    follows,
    may_begin,
    read_foreign,
    read_name,
    read_name_before,
    read_recurring,
    read_word_as_name,
)
from unigraph.recognition.people_recurring import DOCTRINE, Recurrences
from unigraph.recognition.table_columns import column_cells
from unigraph.recognition.titles import TitleHead, find_title_heads
from unigraph.recognition.winner_slots import listed_slots, winner_slots
from unigraph.scanning import Scan

__all__ = ["STUDIO", "find_people", "find_reporters"]

_FLOORS = {
    "title": -4.0,
    "role": 0.8,
    "list": -3.0,
    "body": 2.0,
    "edge": 1.5,
    "of": 3.5,
    "unit": 1.0,
    "word": 3.5,
    "craft": 3.0,
    "honorific": 2.5,
    "deed": 4.0,
}
"""The least score of a name by what stands on its left, or on its right (an honorific)."""
_SHORT = 1.5
"""What a name of two characters must read better than one of three, but after titles and in lists."""
_ACTS = 3.0
"""How much less well a name must read before a verb of what people do: 当选, 表示."""
_SHORT_NEAR_BODY = 1.2
_FIRST_OF_MANY = re.compile(r"等(?:\d+|[两二三四五六七八九十]+)(?:余|多)?[名位人]")
_PAIR = 4.0
"""How well the name beside one must read to speak for it."""
_NEAR_BODY = 14
_WEAK_END = 2.0
"""A name behind a trade at a body needs no more than a mark or verb behind it that speaks better for its end."""
_WINNER = 6.0
"""How well the end of what stands in a winner's place must read as a name, a unit before it counted."""
_LONE = frozenset({"body", "craft", "edge", "of", "word"})

_AFTER_TITLE = re.compile(r"(?:（[^（）\n]{1,8}）)? ?")
_CLEFT = re.compile(r"(?:者|人|的)?(?:[，：]|分别|一职)?(?:是|为|由|：)[ ]?|的")
_EDGE = re.compile(r"(?:[，。；：！？\n“（》”）、【】 ]|(?<=\d)[.．])(?=[\u4e00-\u9fff])")
_OF = re.compile("的(?=[\u4e00-\u9fff])")
_AT_SOMEBODY = re.compile(
    r"(?:在|来到|走进|走访|到|进|去)(?=[\u4e00-\u9fff]{2,3}(?:等人|同志|师傅|老师)?的?(?:家[中里，。门看了慰]|带领|指导|帮助|陪同|影响|主持下|倡议|推动下|感召|鼓励|心目|眼里|看来|面前|身上|身边|手中))"
)
"""Before whose home somebody comes to, or by whose help something is done."""
_QUOTED_NAME = re.compile(
    r"(?:同志|师傅|老师|大姐|大哥|阿姨|书记|劳模|班|小组|团队|精神|式|工作|法|创新|名师|大师|先进|服务|调解|技能|[，。；、：！？])"
)
"""What follows a name right behind an opening quote, if the quotes hold more than the name: “何静工作室”, no “齐鲁工匠”."""
_QUOTE_CLOSES = 12
_UNIT = re.compile(
    r"(?:公司|集团|工会|[医法学]院|大学|[中小]学|学校|幼儿园|社区|街道|[村镇乡县市区省厂站所局院校队班组店行矿段科室部处]|车间|机关|酒店|银行|超市|合作社|中心|称号|荣誉|奖章|[等金银铜]奖|第[一二三]名|[冠亚季]军|模范|工匠)的$"
)
"""Before 的, what people are from: 某社区的甲."""
_CRAFT = re.compile(r"[\u4e00-\u9fff]{2}[员工师匠手](?=[\u4e00-\u9fff])")
_HONOURED = "(?:等同志)?(?:全国|国家|[省市县区]级)"
"""What follows a name after 授予: 授予甲全国五一劳动奖章."""
_TAKES = r"(?:同志)?[任为](?:[^，。；：！？\n]{0,14})(?:主席|书记|主任|部长|[局院校会厂]长|委员|常委|党组成员|经理|董事|代表)"
"""What follows a name where posts are told: 甲任主席，乙为副主席."""
_LIST_MARK = re.compile(r"、|/|以及|和|与|及| {1,4}")
_GENDER = re.compile(r"（(?:[男女]|[^（）\n]{1,16})）")
_BRACKET_BEFORE = re.compile(r"（[^（）\n]{1,16}）\Z")
_SPACED = Scan(r"([\u4e00-\u9fff]) {1,4}([\u4e00-\u9fff])")
_NAME_COLUMN = re.compile(
    r"姓 {0,4}名|[获得]奖者|获奖人(?:员)?(?:姓名)?|参赛选手|选手(?:姓名)?|教师姓名|职工姓名|推荐人选"
)
_DOTTED_CELL = re.compile(r"[\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,6})+")
STUDIO = re.compile(
    r"(?:省级|市级|国家级|全国)?(?:劳模|劳动模范|技能大师|大师|工匠|名师|名匠|首席技师|首席|技师|班组长|党员|专家|和工匠|工匠人才)*(?:创新|技能|技术|人才)*工作室"
)
"""What stands behind the name of whom a studio is named after."""
_DEEDS = Scan(
    r"夺冠|夺魁|折桂|摘金|荣获|获评|(?:说|表示|坦言|感慨|介绍说?|回忆(?:说|道)?|感叹)[，：]|告诉(?:记者|笔者)|激动地说|笑着说|高兴地说"
)
_CELL_AFTER = re.compile(r" *[|｜]|（[^（）\n]{0,16}(?:公司|局|院|中心|校|工会|集团|厂|部|队|所|站|处)）")
_BOTH = 2
_GOODS = re.compile(
    r"(?:(?:、|，|和|及|以及)[\u4e00-\u9fff]{1,8}){0,12}等[^，。；、\n]{0,6}"
    r"(?:物品|用品|药品|饮料|饮品|水果|食品|物资|慰问品|防暑品|生活品|礼品|药物|凉茶)"
)
"""绿茶、罗汉果等防暑物品: what is brought, though it sounds like names."""


def find_reporters(document: Document) -> tuple[Found, ...]:
    """The people named in bylines and in the credits at the end."""
    out = []
    for byline in find_bylines(document.article.text):
        for begin, end in byline.names:
            out.append(Found(begin, end, "Journalist", "".join(document.simple[begin:end].split())))
    return tuple(out)


def find_people(document: Document, ontology: Ontology, bodies: Index, reporters: Iterable[Found]) -> tuple[Found, ...]:
    """All persons but reporters, each at every place that names them."""
    finder = _Finder(document, ontology, bodies, reporters)
    return Recurrences(document, bodies, finder.taken).everywhere(finder.all_names())


@lru_cache(maxsize=4)
def _patterns(ontology: Ontology) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    won = ontology.predicates["received"].cues if "received" in ontology.predicates else ()
    verbs = words("person_verb") | {cue for cue in won if len(cue) > 1}
    honorifics = sorted(words("honorific"), key=lambda w: (-len(w), w))
    before = sorted(words("before_name"), key=lambda w: (-len(w), w))
    return (
        re.compile(f"(?:{'|'.join(honorifics)})(?!创新|工作室)"),
        re.compile(f"(?:{'|'.join(before)})(?=[\u4e00-\u9fff])"),
        re.compile("|".join((*sorted(verbs), r"作(?=[，。；])", _HONOURED, _TAKES))),
    )


@lru_cache(maxsize=4)
def _honours(ontology: Ontology) -> AhoCorasick:
    """The head nouns of honours, which stand before names as titles do: 中国好人甲."""
    return AhoCorasick(sorted(ontology.words("headNoun", "Award")), matchkind=MatchKind.LeftmostLongest)


class _Finder:
    def __init__(self, document: Document, ontology: Ontology, bodies: Index, reporters: Iterable[Found]) -> None:
        self.document = document
        self.ontology = ontology
        self.text = document.text
        self.bodies = bodies
        self.taken = Index(reporters)
        self.heads = find_title_heads(document, ontology)
        self.honorific, self.before, self.acts = _patterns(ontology)
        self.single = words("before_name")

    def all_names(self) -> dict[tuple[int, int], str]:
        """Ranges of names that stand by themselves or in a list with one that does."""
        found: dict[tuple[int, int], str] = {}
        queue = [
            *self.after_titles(),
            *self.alone(),
            *self.before_honorifics(),
            *self.rows(),
            *self.spaced(),
            *self.columns(),
            *self.listed(),
            *self.before_verbs(),
            *self.winners(),
        ]
        while queue:
            reading = queue.pop()
            place = (reading.begin, reading.end)
            if place not in found:
                found[place] = "".join(self.text[reading.begin : reading.end].split())
                queue.extend(self.beside(reading))
        return found

    def _accepted(self, reading: NameReading | None, left: str) -> Iterator[NameReading]:
        if reading is None or self.bodies.covering(reading.begin) or self.taken.covering(reading.begin):
            return
        short = _SHORT_NEAR_BODY if left == "body" else _SHORT
        floor = _FLOORS[left] + short * (reading.end - reading.begin == 2 and left in _LONE)
        if reading.score < floor - _ACTS * (left in _LONE):
            return
        if left in _LONE and self._supported(reading.end):
            floor -= _ACTS
        if reading.score < floor or DOCTRINE.match(self.text, reading.end) or self._ends_in_title(reading):
            return
        if left in _LONE and (_GOODS.match(self.text, reading.end) or self.text[reading.begin] == "暨"):
            return  # 暨 joins two names of one event far more often than it is a surname
        yield reading

    def _ends_in_title(self, reading: NameReading) -> bool:
        """Whether the end of a reading is the beginning of a title: 主席和副主席."""
        begins = {self.heads[end].begin for end in range(reading.end + 1, reading.end + 4) if end in self.heads}
        return reading.end in begins and self.text[reading.end - 1] == "副" and reading.end - reading.begin == 2

    def _supported(self, end: int) -> bool:
        """Whether what follows a name speaks for one: a verb of what people do, a count, another name that reads well."""
        if self.acts.match(self.text, end) or _FIRST_OF_MANY.match(self.text, end):
            return True
        mark = _LIST_MARK.match(self.text, end)
        following = read_name(self.text, mark.end()) if mark else None
        return following is not None and following.score >= _PAIR

    # ------------------------------------------------------------------ what stands before

    def after_titles(self) -> Iterator[NameReading]:
        """主席甲, 主席（兼）甲, 担任主席的是甲."""
        for end, head in self.heads.items():
            left = "role" if head.role else "title"
            skip = _AFTER_TITLE.match(self.text, end)
            at = skip.end() if skip else end
            reading = None if head.role else read_recurring(self.text, at)
            here = list(self._accepted(reading or read_name(self.text, at), left))
            if not here and head.role and head.post and self._titled(head):
                trade = read_name(self.text, at)
                sure = trade is not None and follows(self.text, trade.end) > _WEAK_END
                here = list(self._accepted(trade, "title")) if sure else []
            if not here and not head.role and self._titled(head):
                unusual = read_foreign(self.text, at) or read_word_as_name(self.text, at)
                here = list(self._accepted(unusual, left))
            cleft = None if here else _CLEFT.match(self.text, end)
            yield from here or self._accepted(read_name(self.text, cleft.end()) if cleft else None, "role")

    def _titled(self, head: TitleHead, steps: int = 4) -> bool:
        """Whether a body stands close before a title, or before the titles that it is joined to by 、."""
        for at in range(head.begin, max(0, head.begin - _NEAR_BODY), -1):
            if self.bodies.ending_at(at) or self.bodies.covering(at - 1):
                return True
            if self.text[at - 1] in "、，":
                left = (self.heads[e] for e in range(at - 1, at - 6, -1) if e in self.heads)  # 主席甲、副主席
                return steps > 0 and any(self._titled(head, steps - 1) for head in left)
            if not ("\u4e00" <= self.text[at - 1] <= "\u9fff"):
                return False
        return False

    def alone(self) -> Iterator[NameReading]:
        """Names after a body, at the edge of a clause, or after a word such as 由 and 请."""
        places = {body.end: "body" for body in self.bodies.items}
        places |= {m.end(): "craft" for m in _CRAFT.finditer(self.text) if not self._inside_title(m.end())}
        places |= {end: "role" for _, _, end in _honours(self.ontology).find_matches_as_indexes(self.text)}
        places |= {0: "edge"} | {m.end(): "edge" for m in _EDGE.finditer(self.text)}
        places = {m.end(): "word" for m in self.before.finditer(self.text)} | places
        places |= {m.end(): "word" for m in _AT_SOMEBODY.finditer(self.text)}
        places |= {m.end(): "的" for m in _OF.finditer(self.text)}
        for at, left in places.items():
            if may_begin(self.text, at) and not self.bodies.covering(at):
                left = self._of(at) if left == "的" else left
                yield from (r for r in self._accepted(read_name(self.text, at), left) if not self._of_motto(r))

    def _of_motto(self, reading: NameReading) -> bool:
        """Whether a reading is the beginning of what short quotes name: “华康杯”, “齐鲁工匠”."""
        if self.text[reading.begin - 1 : reading.begin] != "“":
            return False
        rest = self.text[reading.end : reading.begin + _QUOTE_CLOSES].partition("”")
        if not rest[1]:
            return False
        return self.text[reading.end - 1] == "杯" if not rest[0] else _QUOTED_NAME.match(rest[0]) is None

    def _of(self, at: int) -> str:
        """What 的 before a name belongs to: a body or what people are from, or anything else."""
        unit = self.bodies.ending_at(at - 1) or _UNIT.search(self.text, max(0, at - 8), at)
        return "unit" if unit else "of"

    def _inside_title(self, at: int) -> bool:
        return any(self.heads[end].begin < at for end in range(at + 1, at + 5) if end in self.heads)

    def before_honorifics(self) -> Iterator[NameReading]:
        """甲同志, 甲教授, 甲副书记."""
        for match in self.honorific.finditer(self.text):
            yield from self._accepted(read_name_before(self.text, match.start()), "honorific")

    def rows(self) -> Iterator[NameReading]:
        """Three or more names in a row, each whole between list marks."""
        for reading in names_in_rows(self.text):
            if not self.bodies.covering(reading.begin) and not self.taken.covering(reading.begin):
                yield reading

    def winners(self) -> Iterator[NameReading]:
        """一等奖：甲、乙、丙; 优秀奖 | 甲 | 某公司: what fills the place of a winner, beside others that could be names."""
        slots = [self._slot(begin, end) for begin, end in listed_slots(self.document)]
        for before, here, after in zip([None, *slots], slots, [*slots[1:], None], strict=False):
            if here is None or self._known(here):
                continue
            listed = sum(s is not None and _side_by_side(self.text, s, here) for s in (before, after))
            if listed == _BOTH or _CELL_AFTER.match(self.text, here.end):
                yield here
        for begin, end in winner_slots(self.document):
            ends = [m.start() for m in re.finditer("[和与及]", self.text[begin:end])]
            for stop in (*(begin + at for at in ends), end):
                last = name_at_end(self.text, begin, stop)
                if last is not None and last.score > _WINNER:
                    yield from self._accepted(last, "list")

    def _slot(self, begin: int, end: int) -> NameReading | None:
        """What fills a slot up to a bracket, if it could be a name."""
        bracket = self.text.find("（", begin, end)
        end = bracket if bracket > begin else end
        could = 1 < end - begin < 5 and name_score(self.text[begin:end]) > -math.inf
        return NameReading(begin, end, 0.0) if could else None

    def _known(self, reading: NameReading) -> bool:
        begin = reading.begin
        return self.bodies.touching(begin, reading.end) or self.taken.covering(begin) is not None

    def spaced(self) -> Iterator[NameReading]:
        """王   莹: a name of two characters set wide."""
        for match in _SPACED.finditer(self.text):
            alone = self._opens(match.start()) and follows(self.text, match.end()) > 1
            if alone and not self.taken.covering(match.start()) and name_score(match[1] + match[2]) > -40:
                yield NameReading(match.start(), match.end(), 0.0)

    def listed(self) -> Iterator[NameReading]:
        """Names that the layout tells, of tables, labels and lines, and of lists with one at the end of each entry."""
        for reading in (
            *listed_names(self.text),
            *names_beside(self.text, self.bodies.items),
            *entry_names(self.text),
        ):
            yield from self._accepted(reading, "list")

    def before_verbs(self) -> Iterator[NameReading]:
        """Names before what people alone do, whatever stands before them: 男子组甲夺冠."""
        for match in _DEEDS.finditer(self.text):
            yield from self._accepted(read_name_before(self.text, match.start()), "deed")

    def columns(self) -> Iterator[NameReading]:
        """The names of a table, below a head that says 姓名."""
        for begin, cell in column_cells(self.text, _NAME_COLUMN):
            if name_score(cell) > -math.inf or _DOTTED_CELL.fullmatch(cell):
                reading = NameReading(begin, begin + len(cell), 0.0)
                yield from self._accepted(reading, "list")

    def beside(self, reading: NameReading) -> Iterator[NameReading]:
        """Names joined to a known one by 、 or 和, to its right or left."""
        gender = _GENDER.match(self.text, reading.end)
        mark = _LIST_MARK.match(self.text, gender.end() if gender else reading.end)
        if mark:
            here = list(self._accepted(read_name(self.text, mark.end()), "list"))
            yield from here or self._accepted(self._word_in_list(mark), "list")
        if self.text[reading.begin - 1 : reading.begin] in ("、", "/"):
            bracket = _BRACKET_BEFORE.search(self.text, max(0, reading.begin - 20), reading.begin - 1)
            before = read_name_before(self.text, bracket.start() if bracket else reading.begin - 1)
            if before and self._opens(before.begin):
                yield from self._accepted(before, "list")

    def _word_in_list(self, mark: re.Match[str]) -> NameReading | None:
        """A name that is a word as well, whole between the marks of a list: 甲、周密、乙."""
        word = read_word_as_name(self.text, mark.end()) if mark.group() == "、" else None
        closed = word is not None and self.text[word.end : word.end + 1] == "、"
        following = read_name(self.text, word.end + 1) if word is not None and closed else None
        return word if following is not None and following.score >= _PAIR else None

    def _opens(self, begin: int) -> bool:
        """Whether what stands before a place is no part of a name: a mark, a title, a word such as 由."""
        before = self.text[begin - 1 : begin]
        return not ("\u4e00" <= before <= "\u9fff") or begin in self.heads or before in self.single


def _side_by_side(text: str, one: NameReading, other: NameReading) -> bool:
    """Whether two slots are joined by one mark."""
    left, right = min(one.end, other.end), max(one.begin, other.begin)
    return 0 <= right - left < 3
