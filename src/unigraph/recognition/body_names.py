"""Where a body's name begins: from its head noun leftwards, word by word, to what cannot stand in a name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from unigraph.lexicons.words import words
from unigraph.ontology import Ontology
from unigraph.recognition.body_forms import organ_class
from unigraph.recognition.body_proper import STRONG_HEAD, WORLD, WORLD_HEAD, NameJudge
from unigraph.recognition.body_tasks import is_presided, name_across
from unigraph.recognition.body_tokens import NUMERALS, is_distinctive, is_unknown, split_words, stop_words
from unigraph.recognition.body_words import national_names, organs
from unigraph.recognition.divisions import LEVEL_WORDS, Divisions
from unigraph.recognition.document import Document
from unigraph.recognition.segmentation import Token, cut, tag

__all__ = ["NameReader"]

_STRETCH = re.compile(r"[^\s，。；：！？、|｜丨《》【】■△▲●◆★…]{1,400}")
_STOP_TAGS = frozenset("pcduryeoftk")
_DATE = re.compile(r"(?:\d{2,4}[-—至]?\d{0,4}年)?(?:度)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:上午|下午)?")
_COUNTED = re.compile(
    r"[\d一二三四五六七八九十百千两]+(?:多|余)?(?:个|家|所|名|位|支|项|座|间|级|大|余名|多名|余家|多家)"
)
_REGION = re.compile(r"[东西南北中前后](?:方|部)|东[南北]|西[南北]|长江|中南")
_EPITHETS = frozenset("新大小老好")
_ORGANISED = re.compile(r"工会|妇联|团委|党委|协会|社区|村$")
_NUMBER_FIRST = re.compile(r"（[\d〔〕号年]{1,8}）")
_IN_NAME = re.compile(r"^(?:集团|控股|股份|中国|国际|有限|[A-Za-z0-9]+|.{0,4}公司)$")
_CRAFTS = frozenset("工匠 劳模 大师 技师 职工 劳动模范 技能 技能人才 劳模工匠 技能大师".split())
_WORKSHOP = re.compile(r"(?:技能|人才|职工|劳模|工匠|大师)*(?:创新)?工作室")
_BRACKETS = {"）": "（", "”": "“", "’": "‘"}
_KEPT_BEFORE_DIVISION = re.compile(
    r"(?:[A-Za-z0-9）”]|公司|集团|大学|学院|银行|移动|联通|电信|石油|石化|总工会|电力|华能|邮政|邮储|铁塔|证券|人寿|财险|保险|速运|快递|物流|石油|烟草|燃气|航空|能源|银行|中铁|中交|中建|工会|局)$"
)
_WHOLE_BEFORE_DIVISION = frozenset(("中共", "中国", "国家", "国网", "中铁", "华能", "大唐", "全国", "移动", "中石油"))
_LEVEL_WORDS = tuple(LEVEL_WORDS)
_BETWEEN = frozenset("-—·驻")
_ACTED = re.compile(r"(?:工会|局|厅|委|委员会|公司|集团|协会|妇联|政府)$")
_WORKPLACE = re.compile(r"(?:公司|厂|电站|电厂|矿|项目部|酒店|商场|超市|中心|店)(?:工会)?$")
_BRANCH = re.compile(r"(?:分公司|支公司|项目部|经理部)(?:工会)?$")
_SHORTEST_FIRM = 3
_TOWNS = ("镇", "乡", "街道")
_TOWN_NAME = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=[在到由和与及对为向从给等是赴进]))(?P<name>[\u4e00-\u9fff]{2,3})$"
)
_QUOTED_LENGTH = 4
_TELLS = frozenset("记话学访忆")
_MAX_WORDS = 14


class NameReader:
    """Reads the names that end in head nouns in one document."""

    def __init__(self, document: Document, ontology: Ontology, divisions: Divisions) -> None:
        self.text = document.text
        self.divisions = divisions
        self.judge = NameJudge(self.text, divisions)
        self.stops = stop_words(ontology)
        self.organs = organs().longest_by_begin(self.text)
        national = national_names().longest_by_end(self.text)
        self.anchors = {begin for begin, _ in national.values()}
        self.houses = {end for end, (_, (full, _)) in national.items() if not full.endswith("总工会")}
        self.anchors |= {hit.begin for hit in divisions.hits if hit.full}

    def names(self, heads: list[tuple[int, int, str]]) -> Iterable[tuple[int, int, int, str]]:
        """The names that end in the given heads: where each begins, its head begins and ends, and its class."""
        at = 0
        for stretch in _STRETCH.finditer(self.text):
            first = at
            while at < len(heads) and heads[at][1] <= stretch.end():
                at += 1
            inside = [h for h in heads[first:at] if h[0] >= stretch.start()]
            if inside:
                yield from self._in_stretch(cut(stretch.group(), stretch.start()), inside)

    def starts_clean(self, begin: int) -> bool:
        """Whether no word runs on into a place from the left."""
        pair = self.text[begin - 1 : begin + 1]
        return tag(pair) == "x" or not pair.strip() or pair[0] in "，。、"

    def ends_clean(self, end: int) -> bool:
        """Whether no word runs on from a place to the right."""
        return tag(self.text[end - 1 : end + 1]) == "x" or len(self.text) <= end or self.text[end] in "和与及、"

    def _in_stretch(
        self, tokens: list[Token], heads: list[tuple[int, int, str]]
    ) -> Iterable[tuple[int, int, int, str]]:
        tokens = split_words(tokens, heads)
        ends = [t.end for t in tokens]
        for head, end, cls in heads:
            last = bisect_left(ends, end)
            if last == len(ends) or ends[last] != end:
                continue
            begin = self._begin(tokens, last, head, end, cls)
            if begin is not None:
                yield begin, head, end, cls

    def _begin(self, tokens: list[Token], last: int, head: int, end: int, cls: str) -> int | None:
        first = self._trim(tokens, self._walk(tokens, last, head, end), head, end)
        first = self._after_own(tokens, first, head, cls)
        begin = tokens[first].begin
        if (
            begin > head
            or (end - head == 1 and self.text[head - 1 : end] in words("no_head"))
            or self.judge.part_of_works(begin, end)
        ):
            return None
        if not self.judge.proper(tokens, first, head, end):
            if is_presided(self.text, tokens, first, head, end):
                return begin
            return self._quoted(tokens, last, head, end)
        following = tokens[last + 1].text if last + 1 < len(tokens) else ""
        if following in words("follower") and not (
            self.judge.named(tokens, first, head)
            or self.judge.firm(tokens, first, head, end)
            or (following == "组织" and not _ORGANISED.search(self.text, head, end))
        ):
            return None
        return begin

    def _after_own(self, tokens: list[Token], first: int, head: int, cls: str) -> int:
        """Without 公司 or 我校 before a site that has a name of its own: 公司南溪大桥工地."""
        rest = [t for t in tokens[first + 1 :] if t.end <= head]
        site = cls == "Venue" and tokens[first].text in words("anaphoric_body") and tokens[first].end < head
        named = is_unknown(rest) or any(t.begin in self.divisions.starting or "桥" in t.text for t in rest)
        return first + 1 if site and named else first

    def _quoted(self, tokens: list[Token], last: int, head: int, end: int) -> int | None:
        """Where a name of general words begins that quotation marks enclose, and no verb opens: “车间工匠创新联盟”."""
        if self.text[end : end + 1] != "”" or end - head < 2 or self.text.startswith("工会", head):
            return None
        for i in range(last, max(0, last - _MAX_WORDS), -1):
            if tokens[i - 1].text == "“":
                long = head - tokens[i].begin >= _QUOTED_LENGTH
                return tokens[i].begin if long and tag(tokens[i].text)[:1] not in _STOP_TAGS | {"v"} else None
            if tokens[i - 1].text in ("”", "的"):
                return None
        return None

    # ------------------------------------------------------------------ leftwards

    def _walk(self, tokens: list[Token], last: int, head: int, end: int) -> int:
        """The index of the first word of the name that ends with a word."""
        first = last
        while first > 0 and tokens[first].begin > head:
            first -= 1
        steps = 0
        while first > 0 and steps < _MAX_WORDS:
            opening = self._bracket(tokens, first - 1)
            if opening is not None:
                first = opening
            elif self._stops(tokens, first - 1):
                further = self._beyond(tokens, first - 1, head, end)
                further = (
                    name_across(self.text, self.divisions, tokens, first - 1, head) if further is None else further
                )
                if further is None:
                    break
                first = further
            else:
                first -= 1
            steps += 1
        return first

    def _bracket(self, tokens: list[Token], at: int) -> int | None:
        """Where a bracket or quotation that closes at a word opens; ``None`` where it does not close there."""
        opener = _BRACKETS.get(tokens[at].text)
        if opener is None:
            return None
        for i in range(at - 1, max(-1, at - 14), -1):
            if tokens[i].text == opener:
                inner = self.text[tokens[i].end : tokens[at].begin]
                named = _IN_NAME.search(inner) or tokens[i].end in self.divisions.starting
                workshop = inner in _CRAFTS and _WORKSHOP.match(self.text, tokens[at].end)
                return i if opener != "（" or named or workshop else None
        return None

    def _stops(self, tokens: list[Token], at: int) -> bool:
        """Whether a word cannot stand in a name."""
        word = tokens[at]
        text = word.text
        if word.end in self.divisions.ending or text in LEVEL_WORDS or word.begin in self.divisions.starting:
            return False
        if text == "驻" and word.begin in self.divisions.ending and word.end in self.divisions.starting:
            return False
        if text == "联合" and self._joins(word):
            return True
        if text == "组织" and _ACTED.search(self.text, max(0, word.begin - 3), word.begin):
            return True  # 市总工会组织职工志愿服务队
        if text in words("soft_boundary"):
            return not self._begins_name(tokens, at) and not (at and tokens[at - 1].text[-1] in NUMERALS)
        if text in self.stops or self._stops_within(text):
            return not (text in ("办", "委") and tokens[at + 1].text == "工会")
        if text == "委" and at and tokens[at - 1].text in LEVEL_WORDS:
            return False  # 市委迎宾馆
        pos = tag(text)
        if len(text) == 1:
            return self._single_stops(tokens, at, pos)
        if text in words("name_verb"):
            return tokens[at + 1].begin in self.anchors and text not in words("trade_end")
        if pos[:1] == "v":
            return pos != "vn"
        return pos[:1] in _STOP_TAGS and pos != "nt" and not _REGION.fullmatch(text)

    def _joins(self, word: Token) -> bool:
        """Whether 联合 is a verb between two bodies: 市总工会联合市快递行业工会联合会."""
        further = word.end in self.divisions.starting or self.text[word.end : word.end + 1] in LEVEL_WORDS
        further = further or self.organs.get(word.end, (0, ("Union",)))[1] not in (("Union",), ("TerritorialUnion",))
        return further and bool(_ACTED.search(self.text, max(0, word.begin - 3), word.begin))

    def _single_stops(self, tokens: list[Token], at: int, pos: str) -> bool:
        """A verb of one character stops a name, but not within a string of single, unknown characters."""
        text = tokens[at].text
        if not "\u4e00" <= text <= "\u9fff":
            dashes = text == "—" and "—" in (tokens[at + 1].text, tokens[at - 1].text if at else "")
            return dashes or (not text.isalnum() and text not in "·-—")
        if pos[:1] not in "vpcudry" or len(tokens[at + 1].text) == 1:
            return False
        before = tokens[at - 1].text if at else ""
        return (
            len(before) != 1
            or not "\u4e00" <= before <= "\u9fff"
            or before in self.stops
            or tag(before)[:1] in "vpcudr"
        )

    def _begins_name(self, tokens: list[Token], at: int) -> bool:
        """Whether 中 begins a name, as in 中昊公司 after a mark, a stop or a division, and does not end 活动中."""
        following = tokens[at + 1].text
        if tokens[at].text == "经" and tokens[at + 1].begin in self.divisions.starting:
            return False  # 经南溪师范学院教授评审
        if len(following) > 2 and tag(following) not in ("nt", "nz", "x"):
            return False
        return at == 0 or tokens[at].begin in self.divisions.ending or tokens[at - 1].text in self.stops

    def _beyond(self, tokens: list[Token], at: int, head: int, end: int) -> int | None:
        """A verb within the name of a company or school that goes back to a division: 重庆长安跨越车辆有限公司."""
        if not STRONG_HEAD.search(self.text[max(0, head - 4) : end]):
            return None
        if tokens[at].text in words("name_character"):
            return at if self._spells(tokens, at) else None
        if tokens[at].text in self.stops or self._stops_within(tokens[at].text):
            return None
        if self._marks(tokens, at):
            return at - 1
        if len(tokens[at].text) < 2 or not tag(tokens[at].text).startswith("v"):
            return None
        if self._recurs(tokens[at].begin, end) and (at == 0 or self._stops(tokens, at - 1)):
            return at
        for i in range(at - 1, max(-1, at - 4), -1):
            if tokens[i].begin in self.divisions.starting:
                return i
            if self._stops(tokens, i):
                return None
        return None

    def _marks(self, tokens: list[Token], at: int) -> bool:
        """Whether two verbs of a character each are a mark behind a place: 南溪攀达新型材料有限公司."""
        pair = [tokens[at - 1].text, tokens[at].text] if at > 1 else []
        single = bool(pair) and all(len(t) == 1 and t not in self.stops and tag(t)[:1] in "vnag" for t in pair)
        return single and tokens[at - 2].end in self.divisions.ending

    def _stops_within(self, word: str) -> bool:
        """Whether a word is a verb of going with another before it, as dictionaries hold them: 专程前往."""
        return len(word) > 3 and word[-2:] in self.stops and word[:-2] in self.stops

    def _spells(self, tokens: list[Token], at: int) -> bool:
        """Whether a function word is but a character of a name: 、再强公司, 南溪星星洁宝有限公司, 新得仪器有限公司."""
        if at == 0 or self._stops(tokens, at - 1):
            return len(tokens[at + 1].text) == 1
        if len(tokens[at - 1].text) == 1 and "\u4e00" <= tokens[at - 1].text <= "\u9fff":
            placed = at > 1 and tokens[at - 2].begin in self.divisions.starting
            return at == 1 or len(tokens[at - 2].text) == 1 or placed or self._stops(tokens, at - 2)
        if len(tokens[at + 1].text) > 1:
            return False
        for i in range(at - 1, max(-1, at - 4), -1):
            if tokens[i].begin in self.divisions.starting or tokens[i].text in ("集团", "公司"):
                return True
            if self._stops(tokens, i):
                return False
        return False

    # ------------------------------------------------------------------ rightwards

    def _trim(self, tokens: list[Token], first: int, head: int, end: int) -> int:
        """Drop dates, numbers, general words and what stands before a division at the left end."""
        first = self._from_division(tokens, first, head, end)
        numbered = _NUMBER_FIRST.match(self.text, tokens[first].begin)
        first = self._after(tokens, first, numbered.end() if numbered else 0, head)
        dated = _DATE.match(self.text, tokens[first].begin)
        first = self._after(tokens, first, dated.end() if dated else 0, head)
        if tokens[first].begin not in self.divisions.starting:
            counted = _COUNTED.match(self.text, tokens[first].begin)
            first = self._after(tokens, first, counted.end() if counted else 0, head)
        last = len(tokens) - 1
        while first < last and tokens[first].begin < head and tokens[first].text in "—-·":
            first += 1
        if first < last and tokens[first].text in _TELLS and self._tells(tokens, first, head):
            first += 1
        while first < last and tokens[first].begin < head and tokens[first].begin not in self.divisions.starting:
            text = tokens[first].text
            if WORLD.fullmatch(text) and WORLD_HEAD.search(self.text, head, end):
                break
            if text not in words("generic") or (text in NUMERALS and not self._counts(tokens, first + 1)):
                break
            if text in _EPITHETS and tokens[first + 1].begin < head and tokens[first + 1].text not in words("generic"):
                break
            first += 1
        return first

    def _tells(self, tokens: list[Token], at: int, head: int) -> bool:
        """Whether a verb of headlines stands before a name, or right before its head: 记南溪农场工会, 相见话工会."""
        following = tokens[at + 1].begin
        return following == head or following in self.divisions.starting

    def _counts(self, tokens: list[Token], following: int) -> bool:
        """Whether a numeral before a word counts things (七家工厂), and is no part of a name (六公司)."""
        text = tokens[following].text
        return text in words("generic") or tag(text)[:1] in "qm"

    def _after(self, tokens: list[Token], first: int, position: int, head: int) -> int:
        while (
            position <= head
            and first + 1 < len(tokens)
            and tokens[first].begin < position
            and tokens[first].end <= position
        ):
            first += 1
        return first

    def _from_division(self, tokens: list[Token], first: int, head: int, end: int) -> int:
        """A name begins with its division, unless a group or a company stands before it."""
        for i in range(first, len(tokens)):
            if tokens[i].begin >= head:
                break
            if (
                i > first
                and self._starts_division(tokens[i].begin, head, end)
                and not self._kept(tokens, first, i)
                and not self._firm_before(tokens, first, i, end)
            ):
                return i
            if i > first and tokens[i].begin in self.anchors and tokens[i].begin not in self.divisions.starting:
                return i
        return first

    def _starts_division(self, begin: int, head: int, end: int) -> bool:
        hit = self.divisions.starting.get(begin)
        if hit is not None and hit.end <= head:
            return hit.full
        if not self.text.startswith(_LEVEL_WORDS, begin):
            return False
        word = next(w for w in _LEVEL_WORDS if self.text.startswith(w, begin))
        if not organ_class(self.text[begin + len(word) : end]):
            return False
        if begin + len(word) in self.divisions.ending or (word in _TOWNS and self._spelt(begin)):
            return False  # 安定镇工会
        return self.divisions.level(begin + len(word)) is not None

    def _spelt(self, at: int) -> bool:
        """Whether a town's own name, which no list has, stands before its level word: 大窝镇工会."""
        name = _TOWN_NAME.search(self.text, max(0, at - 4), at)
        return name is not None and is_unknown(list(cut(name["name"])))

    def _kept(self, tokens: list[Token], first: int, at: int) -> bool:
        """Whether what stands left of a division belongs to the name."""
        before = self.text[tokens[first].begin : tokens[at].begin]
        if tokens[at].begin in self.houses:
            return True  # 国家税务总局甲市税务局
        if before in _WHOLE_BEFORE_DIVISION or _KEPT_BEFORE_DIVISION.search(before):
            return True
        if before[-1:] in _BETWEEN and tokens[at].begin - 1 in self.divisions.ending:
            return True  # 甲区-乙县协作指挥部, 甲区驻乙县工作组
        hit = self.divisions.ending.get(tokens[at].begin)
        if hit is not None:
            return hit.full or tokens[at].begin in self.divisions.starting
        return len(before) > 1 and tag(before) == "x" and self._recurs(tokens[first].begin, tokens[at].end)

    def _firm_before(self, tokens: list[Token], first: int, at: int, end: int) -> bool:
        """Whether a division stands within a company's name: 川能投高县电力公司, 天和传媒南溪县分公司."""
        named = tokens[first:at]
        before = self.text[named[0].begin : tokens[at].begin]
        own = any(is_distinctive(t.text) for t in named) or is_unknown(named)
        if not own or len(before) < _SHORTEST_FIRM or not _WORKPLACE.search(self.text, tokens[at].begin, end):
            return False
        trade = before.endswith(tuple(words("trade_end") | words("trade")))
        return trade or bool(_BRANCH.search(self.text, tokens[at].begin, end))

    def _recurs(self, begin: int, end: int) -> bool:
        """Whether a stretch stands a second time near by."""
        near = self.text[max(0, begin - 2000) : end + 2000]
        return near.count(self.text[begin:end]) > 1
