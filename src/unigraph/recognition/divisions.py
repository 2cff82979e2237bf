"""Administrative divisions in a text, and what 市 and 区 mean at a place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from unigraph.lexicons import Division, load_gazetteer
from unigraph.lexicons.words import words
from unigraph.recognition.document import Document
from unigraph.recognition.segmentation import frequency, tag

__all__ = ["LEVEL_WORDS", "Context", "DivisionHit", "Divisions", "Named", "find_divisions"]

LEVEL_WORDS = {
    "省": ("省",),
    "自治区": ("自治区",),
    "市": ("市",),
    "州": ("自治州", "州"),
    "盟": ("盟",),
    "区": ("区",),
    "县": ("县", "自治县"),
    "旗": ("旗", "自治旗"),
    "镇": ("镇",),
    "乡": ("乡",),
    "街道": ("街道",),
    "师": ("师",),
    "兵团": ("兵团",),
}
"""The words by which a text speaks of its own division, and how that division's name may end."""

_LONGEST_FIRST = tuple(sorted(LEVEL_WORDS, key=len, reverse=True))
_PLACED_BY = frozenset("在到赴来由从至省疆区州市")
_AT_AN_EVENT = ("会上", "式上", "动上")  # 会上市总主席 is no 上市
_NO_LEVEL_BEFORE = frozenset("城超门上集社园校地矿灾战景辖小片厂库港牧林郊市各全两多几众县乡老教导律医技厨讲法")
_ZONE_BEFORE = re.compile(
    r"(?:经开|高新|开发|[产工]业园|示范|合作|保税|试验|管理|度假|自贸|功能|综保|风景|[科新]创|工业)$"
)
_EACH = re.compile(
    r"(?:各|[\d两三四五六七八九十]+个)(?:省|市|地|州|盟|县|区|旗|镇|乡|街道|级|[、（）和及])+$|[县市区旗](?:、[县市区旗])*）$"
)
_MARKED = re.compile(r"[，。；：！？、和与及]")
_LONGEST = 14


@dataclass(frozen=True, slots=True)
class DivisionHit:
    """A division named in the text; several where the name is shared. ``full`` where the name is not a short one."""

    begin: int
    end: int
    candidates: tuple[Division, ...]
    full: bool


class Named(NamedTuple):
    """A division as a place in the text names it: its name as used, and itself where it is certain."""

    begin: int
    end: int
    name: str
    division: Division | None
    full: bool


@dataclass(frozen=True)
class Context:
    """The divisions that an article speaks from, the narrowest first.

    ``names`` are the divisions' names by the word that a text uses of them: ``{"市": "清远市"}``; ``support`` says how
    much the article speaks of each division, by code. Where it tells of ``guests``, a paragraph that begins with their
    division still means its own by 市.
    """

    path: tuple[Division, ...]
    names: tuple[tuple[str, str], ...]
    divisions: Mapping[str, Division] = field(default_factory=dict, compare=False, repr=False)
    support: Mapping[str, float] = field(default_factory=dict, compare=False, repr=False)
    guests: bool = False

    def name(self, word: str) -> str:
        """The full name of the article's own 市, 区, 县 …; empty where unknown."""
        return next((name for known, name in reversed(self.names) if known == word), "")

    def best(self, candidates: Iterable[Division], under: Division | None = None) -> Division | None:
        """Which of some divisions of one name the article means; ``None`` where nothing tells."""
        gazetteer = load_gazetteer()
        fitting = [d for d in candidates if under is None or under in gazetteer.path(d.code)]
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        ranked = sorted(((self._backing(d), d.code, d) for d in fitting), key=lambda x: (-x[0], len(x[1]), x[1]))
        wide = ranked[0][2].level in ("province", "prefecture")
        return ranked[0][2] if ranked[0][0] > ranked[1][0] or wide else None

    def _backing(self, division: Division) -> float:
        """How much the article speaks of what a division lies in; 北京 is province and prefecture of 朝阳区."""
        above = load_gazetteer().path(division.code)[:-1]
        rank = {"province": 0.4, "prefecture": 0.3}.get(division.level, 0.0)
        steps = 2.0 if division.level == "county" and len(above) == 1 else 1.0
        return rank + steps * sum(self.support.get(d.code, 0.0) for d in above)


@lru_cache(maxsize=1)
def _automaton() -> tuple[AhoCorasick, list[tuple[str, bool]]]:
    gazetteer = load_gazetteer()
    names = dict.fromkeys(gazetteer.names(), False)
    names |= {name: True for name in gazetteer.former_names() if name not in names and len(name) > 2}
    items = sorted(names.items())
    return AhoCorasick([name for name, _ in items], matchkind=MatchKind.LeftmostLongest), items


@lru_cache(maxsize=100_000)
def _candidates(name: str, former: bool) -> tuple[tuple[Division, ...], bool]:
    gazetteer = load_gazetteer()
    if former:
        return gazetteer.former(name), True
    found = gazetteer.named(name)
    full = any(d.name == name for d in found) or (len(name) > 2 and name[-1] in "州县旗乡镇")
    return found, full


def find_divisions(document: Document) -> tuple[DivisionHit, ...]:
    """All names of divisions in a text, longest first; short names only those of counties and above."""
    automaton, items = _automaton()
    text = document.text
    out = []
    for index, begin, end in automaton.find_matches_as_indexes(text):
        candidates, full = _candidates(*items[index])
        town = end - begin == 3 and all(d.level == "town" for d in candidates)
        wider = _candidates(text[begin + 1 : end], False)[0] if town and text[begin] in "新大" else ()
        if wider and wider[0].level != "town":
            begin, candidates, full = begin + 1, wider, False  # 建设新清河: the city, and no 新清镇
        if _is_and(text, begin, end) or _ends_verb(text, begin):
            hidden = automaton.find_matches_as_indexes(text[begin + 1 : begin + _LONGEST])
            first = next(((i, e) for i, b, e in hidden if b == 0), None)
            if first is None:
                continue
            begin, end = begin + 1, begin + 1 + first[1]
            candidates, full = _candidates(*items[first[0]])
        if town and _is_kind(text, begin, end):
            continue
        if candidates and (full or not _crosses(text, begin, end)):
            out.append(DivisionHit(begin, end, candidates, full))
    return tuple(out)


def _is_kind(text: str, begin: int, end: int) -> bool:
    """Whether the name of a town is the end of a word and what towns are called: 部分乡镇 are some, and no 分乡镇."""
    word = text[begin - 1 : begin + 1] if begin else ""
    return text[begin + 1 : end] in words("generic") and frequency(word) > 0


def _is_and(text: str, begin: int, end: int) -> bool:
    """Whether a name that begins with 和 is 和 and another word: 主席甲和县总工会主席乙, 供电段和龙岩车务段."""
    if (
        text[begin] != "和"
        or text[begin - 1 : begin] in _PLACED_BY
        or not "\u4e00" <= text[begin - 1 : begin] <= "\u9fff"
    ):
        return False
    return text[begin:end] == "和县" or (end - begin == 2 and _named_from(text, begin + 1))


def _ends_verb(text: str, begin: int) -> bool:
    """Whether the first character of a name ends a verb before another name: 莅临西平县 is not 临西."""
    verb = text[begin - 1 : begin + 1] if begin else ""
    return frequency(verb) > 0 and tag(verb).startswith("v") and _named_from(text, begin + 1)


def _named_from(text: str, begin: int) -> bool:
    """Whether a name of a division begins at a place."""
    gazetteer = load_gazetteer()
    return any(gazetteer.named(text[begin : begin + length]) for length in (2, 3, 4))


def _crosses(text: str, begin: int, end: int) -> bool:
    """Whether a short name is a part of another word: 佛山 in 千佛山, 南通 in 南通过."""
    wider = text[begin - 1 : end] if begin else ""
    if wider and frequency(wider) > 0 and tag(wider)[:1] == "n":
        return True
    pair = text[end - 1 : end + 1]
    if pair in words("boundary") and frequency(pair) > 300:
        return True
    return len(pair) > 1 and frequency(pair) > max(2000, 20 * frequency(text[begin:end]))


class Divisions:
    """The divisions of one article by place: which one begins, ends or leads up to a place, and what 市 means there."""

    def __init__(self, document: Document, context: Context, hits: Iterable[DivisionHit]) -> None:
        self.text = document.text
        self.document = document
        self.context = context
        self.hits = tuple(hits)
        self.starting = {h.begin: h for h in self.hits}
        self.ending = {h.end: h for h in self.hits}
        self._begins = [h.begin for h in self.hits]
        self._leads = [h for h in self.hits if h.full]
        self._lead_begins = [h.begin for h in self._leads]
        self._chains: dict[int, Named | None] = {}
        self._levels: dict[int, Named | None] = {}

    def chain(self, begin: int) -> Named | None:
        """The division that begins at a place, with those named right before it: 北京市昌平区 is one name."""
        if begin not in self.starting:
            return None
        if begin not in self._chains:  # many readers ask for one place
            self._chains[begin] = self._chain(begin)
        return self._chains[begin]

    def _chain(self, begin: int) -> Named:
        hit = self.starting[begin]
        division = self.context.best(hit.candidates)
        last = hit
        while last.end in self.starting:
            following = self.starting[last.end]
            inner = self.context.best(following.candidates, division)
            if inner is None or inner == division:
                break
            last, division = following, inner
        return Named(begin, last.end, self.text[last.begin : last.end], division, last.full)

    def chain_to(self, end: int) -> Named | None:
        """The chain of divisions that ends at a place."""
        hit = self.ending.get(end)
        if hit is None:
            return None
        best = self.chain(hit.begin)
        begin = hit.begin
        while begin in self.ending and end - begin < _LONGEST:
            begin = self.ending[begin].begin
            found = self.chain(begin)
            if found is None or found.end != end:
                break
            best = found
        return best

    def level(self, end: int) -> Named | None:
        """The article's own division as a level word that ends at a place speaks of it: 市, 我市, 区."""
        if not self.text.endswith(_LONGEST_FIRST, 0, end):
            return None
        if end not in self._levels:
            self._levels[end] = self._level(end)
        return self._levels[end]

    def _level(self, end: int) -> Named | None:
        word = next(w for w in _LONGEST_FIRST if self.text.endswith(w, 0, end))
        begin = end - len(word)
        if self._inside_name(begin, end):
            return None
        before = self.text[begin - 1 : begin]
        if _EACH.search(self.text, max(0, begin - 8), begin):
            return None
        if word == "区" and _ZONE_BEFORE.search(self.text, max(0, begin - 2), begin):
            return None
        if begin in self.ending and not self.ending[begin].full:
            return self._joined(begin, end, word)
        if (
            before
            and (
                before in "各全两"
                or (before in _NO_LEVEL_BEFORE and len(word) == 1 and self.text[begin - 2 : begin] not in _AT_AN_EVENT)
            )
            and not (before == "市" and begin - 1 in self.ending)
        ):
            return None
        name, division = self._own(word, begin)
        own = before in ("我", "本") or (
            bool(name) and before == name[0] and not "\u4e00" <= self.text[begin - 2 : begin - 1] <= "\u9fff"
        )
        return Named(begin - bool(before and own), end, name or word, division if name else None, True)

    def level_at(self, begin: int, end: int) -> Named | None:
        """A level word that a name begins with: 市 in 市接待办."""
        for length in (1, 2, 3):
            place = self.level(begin + length)
            if place is not None and place.begin == begin and place.end < end:
                return place
        return None

    def place_to(self, end: int) -> Named | None:
        """The division whose name, or level word, ends at a place; short names only where a level is said."""
        place = self.chain_to(end)
        if place is None or not place.full:
            place = self.level(end) or place
        return place

    def place_from(self, begin: int) -> Named | None:
        """The division, or level word, that begins at a place."""
        place = self.chain(begin)
        return place if place is not None and place.full else self.level_at(begin, begin + 4)

    def _inside_name(self, begin: int, end: int) -> bool:
        """Whether a level word is a part of a division's name: 州 in 杭州市, and in 永州."""
        at = bisect_right(self._begins, begin) - 1
        if at < 0 or self.hits[at].begin >= begin:
            return False
        hit = self.hits[at]
        return hit.end > end or (hit.end == end and not hit.full)

    def _joined(self, begin: int, end: int, word: str) -> Named | None:
        """阿坝州 where only 阿坝 is known, or 太和省 where 太和 is no part of the name."""
        hit = self.ending[begin]
        fitting = [d for d in hit.candidates if d.name.endswith(LEVEL_WORDS[word])]
        if fitting:
            return Named(hit.begin, end, self.text[hit.begin : end], self.context.best(fitting), True)
        name, division = self._own(word, begin)
        return Named(begin, end, name, division, True) if name else None

    def _own(self, word: str, at: int) -> tuple[str, Division | None]:
        """What a level word means at a place: the city that the paragraph begins with, else the article's own."""
        own = self.context.divisions.get(word)
        name = self.context.name(word)
        if self.text[at - 1 : at] in ("我", "本") and name:
            return name, own
        beside = self._beside(at)
        fitting = [d for d in beside.candidates if d.name.endswith(LEVEL_WORDS[word])] if beside and beside.full else []
        if beside and fitting:
            return self.text[beside.begin : beside.end], self.context.best(fitting)
        paragraph = self._sentence(at) if self.context.guests else self._paragraph(at)
        first = bisect_right(self._lead_begins, paragraph - 1)
        if first < len(self._leads):
            lead = self._leads[first]
            fitting = [d for d in lead.candidates if d.name.endswith(LEVEL_WORDS[word])]
            opens = lead.begin - paragraph <= 12 and lead.end <= at and own not in lead.candidates
            if fitting and opens and own is not None and not self._mentioned(own, paragraph, at):
                return self.text[lead.begin : lead.end], self.context.best(fitting)
        return name, own

    def _beside(self, at: int) -> DivisionHit | None:
        """The division right before a list mark, or of the body right before it: 太原市总工会、市人社局."""
        if self.text[at - 1 : at] not in ("，", "、"):
            return None
        hit = self.ending.get(at - 1)
        if hit is not None or self.text[at - 1] == "，":
            return hit
        before = bisect_right(self._lead_begins, at - 1) - 1
        lead = self._leads[before] if before >= 0 else None
        if lead is None or at - lead.end > 12 or _MARKED.search(self.text, lead.end, at - 1):
            return None
        return lead

    def _paragraph(self, at: int) -> int:
        """Where the paragraph of a place begins, or the last thousand characters before it."""
        floor = max(0, at - 1000)
        return max(floor, self.text.rfind("\n", floor, at) + 1)

    def _sentence(self, at: int) -> int:
        """Where the sentence of a place begins."""
        return self.document.sentences[self.document.sentence_at(at)].begin

    def _mentioned(self, division: Division, begin: int, end: int) -> bool:
        return self.text.find(division.short, begin, end) >= 0
