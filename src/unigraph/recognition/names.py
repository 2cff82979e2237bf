"""Where a person's name ends, and whether it is one: surname and given name, weighed against ordinary words.

The text has no spaces, so 邓菲主持 could be 邓菲/主持 or 邓菲主/持. A reading is scored by the best way to cut the
clause into words with the name as one of them, against the best way without it (both by jieba's frequencies), and by
how the name recurs in the article.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import NamedTuple

from unigraph.lexicons import load_surnames
from unigraph.lexicons.words import words
from unigraph.recognition.name_scores import COMES, NO_NAME, WORD_FREQUENCY, blocked, name_score, two_surnames
from unigraph.recognition.segmentation import frequency, tag
from unigraph.recognition.word_scores import words_scores

__all__ = [
    "NameReading",
    "follows",
    "may_begin",
    "read_foreign",
    "read_name",
    "read_name_before",
    "read_recurring",
    "read_word_as_name",
]

_DOTTED = re.compile(r"[\u4e00-\u9fff]{1,7}(?:·[\u4e00-\u9fff]{1,8})+")
_HAN_RUN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003134f]*")
_HAN_TAIL = re.compile(r"[\u3400-\u9fff]*$")
_CLOSERS = frozenset("说称在为是与和及对向将也于就的、等")
_ODD_GIVEN = frozenset("在对是与及也都将此着")
_NO_FOREIGN = frozenset("的了是和与及等这那我们")
_WINDOW = 9
_TRANSLITERATED = re.compile(
    r"[阿艾安奥巴贝比彼波勃博伯布达戴丹德迪杜多恩尔法菲费弗佛福戈格古哈汉赫霍基吉加杰卡凯坎科克库拉莱兰劳勒雷里利列林隆卢鲁罗洛马迈曼梅米莫默姆穆娜纳内尼涅诺帕佩皮"
    r"普奇乔切萨塞桑沙舍史什斯苏索塔泰坦特提图托娃瓦万威韦维沃乌西希夏肖谢辛休雅亚扬耶伊尤约泽扎詹朱兹]{3,7}"
)
"""Characters that foreign names are written with, by their sound."""
_FOLLOWER, _SHORT_FOLLOWER, _MARK, _EDGE_LETTER = 4.0, 2.5, 2.5, 1.0
_VERB_BEGINS = 9.0
"""How much less well a name of three reads whose end begins a verb: 常杰荣获."""
_VERB_ENDS, _VERB_END = frozenset("说获致作任讲谈称率赴副两及并还又对向曾已则和"), 5.0
"""Verbs and the like that follow names and stand in few: 徐民致辞, 林枫作报告."""
_JOINS = ("及", "与", "、", "和")
_RECURS, _NEAR, _LOOKS = 4.0, 4000, 8
_DOTTED_SCORE, _MINORITY_SCORE, _COMMON_WORD = 9.0, 4.0, 300
_INSIDE = re.compile(r"[中里庭]|的[^，。；\n]{0,4}里")
_AT_HOME = re.compile(r"[，。、；]|看望|慰问|走访|时|开展|拜访|探望|送上|送去|和|与|及|$")
_GONE = re.compile(
    r"(?:走进|走到|来到|去到|赶到|前往|到|去|在|走访|入户|登门|拜访|慰问|看望|抵达|赴|至)了?[^，。；：！？\n]*$"
)
"""Words of going, before the one in whose home somebody is."""
_GIVEN_POST = re.compile(
    r"[任为](?:[^，。；：！？、\n]{0,14}?)(?:主席|书记|主任|部长|[局院校会厂]长|委员|常委|党组成员|经理|董事|代表)(?![一-鿿])"
)
_ELECTION = re.compile(
    r"选举|增选|补选|推选|选出|当选|任命|增补|聘请|聘任|同意|决定|为[^，。\n]{0,20}(?:主席|书记|主任|部长)，"
)
_TOWARDS = re.compile(
    r"向[\u4e00-\u9fff]{2,4}(?:同志|师傅|老师|等)?(?:学习|致敬|看齐|表示|表达|致以|赠送|颁发|献花|了解|讲述|汇报|反映|提出|发起|询问|介绍|请教|求助|送上|授予|道贺|祝贺|道别)"
)
"""向甲学习: 向 is a surname elsewhere."""
_COUNTED = re.compile(r"(?:[两二三四五六七八九十]{1,2}|\d{1,2})(?:位|名|人)")
"""甲、乙两位: a count of the people just named."""
_COUNTS = frozenset("一二两三四五六七八九十数几各全本该某")
_COMMONEST = 3000
"""A word that is more frequent is no name behind a title either: 工会主席代表."""


class NameReading(NamedTuple):
    """A name's range and how much better it reads as a name than as words: a log ratio, above 0 likely a name."""

    begin: int
    end: int
    score: float


@lru_cache(maxsize=1)
def _followers() -> tuple[frozenset[str], dict[str, int]]:
    """The words that follow names, and the length of the longest by the character that it begins with."""
    found = words("name_follower")
    longest: dict[str, int] = {}
    for word in sorted(found, key=len):
        longest[word[0]] = len(word)
    return found, longest


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or "\U00020000" <= char <= "\U0003134f"


def follower_at(text: str, at: int) -> int:
    """The length of the longest word at a place that follows names; 0 where there is none."""
    found, longest = _followers()
    for length in range(longest.get(text[at : at + 1], 0), 0, -1):
        if text[at : at + length] in found:
            return length
    return 0


def follows(text: str, at: int) -> float:
    """How well the text at a place goes on after a name: a mark, a word that follows names, or any other."""
    here = text[at : at + 1]
    if not _is_han(here):
        return _EDGE_LETTER if here.isalnum() else _MARK
    if _COUNTED.match(text, at):
        return _FOLLOWER
    length = follower_at(text, at)
    return (0.0, _SHORT_FOLLOWER, _FOLLOWER)[min(length, 2)]


def _verb_follows(text: str, at: int) -> bool:
    """Whether a verb stands at a place, so that 和 before it joins nothing and ends a name: 郑和主持."""
    verbs = words("person_verb")
    if text[at : at + 2] in verbs or text[at : at + 3] in verbs or text[at : at + 4] in verbs:
        return True
    word = text[at : at + follower_at(text, at)]
    return word in ("作", "说", "讲") or (len(word) > 1 and word not in words("honorific") and tag(word)[:1] == "v")


def _elected(text: str, begin: int, at: int) -> bool:
    """Whether 为 or 任 at a place gives a post to who is named before it: 选举徐林为主席, 钟岳任副书记."""
    taken = _GIVEN_POST.match(text, at)
    return taken is not None and (text[at] == "任" or _ELECTION.search(text, max(0, begin - 60), begin) is not None)


# ------------------------------------------------------------------ readings


def read_word_as_name(text: str, begin: int) -> NameReading | None:
    """A name that is a word as well, between a title and a mark or verb: 校长许诺、…"""
    if text.startswith(("向", "和"), begin) and _joins(text, begin):
        return None
    for length in reversed(_lengths(text[begin : begin + 4])):
        name, end = text[begin : begin + length], begin + length
        whole = len(name) == length and _HAN_RUN.fullmatch(name) and not any(c in NO_NAME for c in name)
        whole = whole and COMES.search(name) is None
        if whole and frequency(name) < _COMMONEST and follows(text, end) in (_FOLLOWER, _MARK):
            return NameReading(begin, end, 0.0)
    return None


def read_recurring(text: str, begin: int) -> NameReading | None:
    """A name with a function word in it, between a title and a mark or verb there and wherever it recurs: 孙在旗, 赵满对."""
    name, end = text[begin : begin + 3], begin + 3
    if name[:1] not in load_surnames().single or _ODD_GIVEN.isdisjoint(name[1:]) or not _HAN_RUN.fullmatch(name):
        return None
    ends = [m.end() for m in re.finditer(name, text)]
    whole = len(ends) > 1 and all(follows(text, at) > _EDGE_LETTER for at in ends)
    return NameReading(begin, end, 0.0) if whole else None


def may_begin(text: str, at: int) -> bool:
    """Whether :func:`read_name` may find a name at a place at all: by the character there, or a dot behind it."""
    return text[at : at + 1] in _openings() or "·" in text[at + 1 : at + 8]


def read_name(text: str, begin: int) -> NameReading | None:
    """The best name that begins at a place, or ``None``."""
    if not may_begin(text, begin):
        return None
    dotted = _DOTTED.match(text, begin, begin + 24) if text.find("·", begin, begin + 8) > 0 else None
    if dotted:
        return _dotted(text, begin, dotted.end())
    if text[begin : begin + 1] not in _openings():
        return None
    run = _HAN_RUN.match(text, begin, begin + _WINDOW)
    window = run.group() if run else ""
    if window[:2] in load_surnames().minority or window[:3] in load_surnames().minority:
        return _minority(text, begin)
    if window[:1] in "向和" and _joins(text, begin):
        return None
    lengths = [n for n in _lengths(window) if n <= len(window) and name_score(window[:n]) > -math.inf]
    if not lengths:
        return None
    return max((_reading(text, begin, n, window) for n in lengths), key=lambda r: (r.score, r.end))


def _joins(text: str, begin: int) -> bool:
    """Whether 向 or 和 at a place is no surname: 向甲学习, 向辛勤工作的人, 书记和赵静副院长, 委员和历任领导."""
    two, three = text[begin + 1 : begin + 3], text[begin : begin + 3]
    if text[begin] == "向":
        return bool(_TOWARDS.match(text, begin)) or (frequency(two) > WORD_FREQUENCY and tag(two)[:1] in "ad")
    if text.count(three) > 1:
        return False
    named = read_name(text, begin + 1)
    return (named is not None and named.score > 0) or (frequency(two) > 0 and not tag(two).startswith("nr"))


@lru_cache(maxsize=1)
def _openings() -> frozenset[str]:
    """The characters that a name can begin with."""
    surnames = load_surnames()
    return surnames.single | {name[0] for name in surnames.compound | surnames.minority}


def _lengths(window: str) -> tuple[int, ...]:
    surnames = load_surnames()
    if window[:2] in surnames.compound:
        return (4, 3)
    if window[:1] not in surnames.single:
        return ()
    return (4, 3, 2) if two_surnames(window) else (3, 2)


def _reading(text: str, begin: int, length: int, window: str) -> NameReading:
    end = begin + length
    next_to = _FOLLOWER if _is_home(text, begin, end) else follows(text, end)
    plain = words_scores(window)
    score = name_score(window[:length]) + plain[length] + next_to - plain[0] + _recurrence(text, begin, length)
    last = window[length - 1]
    long = length == 3 or (length == 4 and window[:2] in load_surnames().compound)
    joined = last == "和" and (_verb_follows(text, end) or text[end : end + 1] in _JOINS)
    verb = long and last in _VERB_ENDS and not joined
    begun = long and (_verb_follows(text, end - 1) or _elected(text, begin, end - 1))  # 常杰荣获: 荣 is of the verb
    joins = _verb_follows(text, end + 1) or text[end + 1 : end + 2] in _JOINS
    cut = length == 2 and window[2:3] == "和" and joins  # 郑广和主持, 郑广和及乙: 和 joins nothing
    begun = begun or (length > 2 and _is_home(text, begin, end - 1))
    return NameReading(begin, end, score - (_VERB_BEGINS if begun else _VERB_END * (verb or cut)))


def _is_home(text: str, begin: int, at: int) -> bool:
    """Whether a 家 behind a name is where somebody lives, and no character of the name: 走进困难职工何静家，."""
    return text[at : at + 1] == "家" and bool(
        _INSIDE.match(text, at + 1) or (_AT_HOME.match(text, at + 1) and _GONE.search(text, max(0, begin - 16), begin))
    )


def _dotted(text: str, begin: int, end: int) -> NameReading | None:
    first = text[begin : text.index("·", begin)]
    end = _dotted_end(text, begin, end)
    whole = text[begin:end]
    quoted = text.rfind("“", max(0, begin - 6), begin) > text.rfind("”", max(0, begin - 6), begin)
    if quoted or first[0] in words("before_name") or any(c in _NO_FOREIGN for c in whole):
        return None
    pairs = (first[i : i + 2] for i in range(len(first) - 1))
    if any(frequency(pair) > _COMMON_WORD and tag(pair)[:2] not in ("nr", "ns", "nz") for pair in pairs):
        return None
    return NameReading(begin, end, _DOTTED_SCORE)


def _minority(text: str, begin: int) -> NameReading | None:
    """扎西, 洛桑久美, 江巴吉才: openings of the lexicon, and on to the next mark or word that follows names."""
    known = load_surnames().minority
    end = begin
    while end - begin < 6 and (size := next((n for n in (4, 3, 2) if text[end : end + n] in known), 0)):
        end += size
    for at in range(end, begin + 8):
        if not _HAN_RUN.fullmatch(text, begin, at) or blocked(text[begin:at]):
            break
        if follower_at(text, at) > 1 or text[at : at + 1] in _CLOSERS or not _is_han(text[at : at + 1]):
            return NameReading(begin, at, _MINORITY_SCORE)
    return NameReading(begin, end, _MINORITY_SCORE) if end - begin > 3 else None


def read_foreign(text: str, begin: int) -> NameReading | None:
    """A name without a known surname that fills the place from a title to a mark or verb: 多托."""
    if text.startswith(("向", "和"), begin) and _joins(text, begin):
        return None
    sounds = _TRANSLITERATED.match(text, begin)
    if sounds is not None and (follower_at(text, sounds.end()) or not _is_han(text[sounds.end() : sounds.end() + 1])):
        return None if blocked(sounds.group()) else NameReading(begin, sounds.end(), 0.0)
    for end in range(begin + 2, begin + 5):
        name = text[begin:end]
        if not name or not _HAN_RUN.fullmatch(text, begin, end) or blocked(name) or name[0] in _COUNTS:
            return None
        if follower_at(text, end) > 1 or not _is_han(text[end : end + 1]):
            pairs = [name[i : i + 2] for i in range(len(name) - 1)]
            plain = all(frequency(pair) == 0 or tag(pair)[:2] == "nr" for pair in pairs)
            return NameReading(begin, end, 0.0) if plain and follower_at(name, 0) == 0 else None
    return None


def _dotted_end(text: str, begin: int, end: int) -> int:
    """Where a name with dots ends: before a verb that follows names, or before words that are none of it."""
    last = text.rfind("·", begin, end) + 1
    for at in range(last + 1, end):
        length = follower_at(text, at)
        if length > 1 and follower_at(text, at + 1) >= length:
            continue  # 买买提出席: not 提出
        if length > 1 or (length and (at + 1 == end or frequency(text[at + 1 : at + 3]) > 0)):
            return at
    return end


def read_name_before(text: str, end: int) -> NameReading | None:
    """The best name that ends at a place, such as 常凯 before 教授."""
    openings = _openings()
    if openings.isdisjoint(text[max(0, end - 4) : max(0, end - 1)]):
        return None
    surnames = load_surnames()
    readings = []
    for length in (4, 3, 2):
        begin = end - length
        if begin < 0 or text[begin] not in openings:
            continue
        name = text[begin:end]
        size = 2 if name[:2] in surnames.compound and length > 2 else 1
        if length - size not in (1, 2) or not _HAN_RUN.fullmatch(name) or name_score(name) == -math.inf:
            continue
        if name[-1] in "任为" and _elected(text, begin, end - 1):
            continue  # 许雅为常委
        run = _HAN_TAIL.search(text, max(0, begin - 4), begin)
        before = run.group() if run else ""
        plain, rest = words_scores(before + name)[0], words_scores(before)[0]
        score = name_score(name) + rest - plain + _recurrence(text, begin, length)
        readings.append(NameReading(begin, end, score + _MARK - _VERB_END * (name[-1] in _VERB_ENDS)))
    return max(readings, key=lambda r: r.score, default=None)


def _recurrence(text: str, begin: int, length: int) -> float:
    """A bonus where the name stands elsewhere nearby, and not as a part of a longer or shorter name."""
    if length not in (2, 3):
        return 0.0
    floor, ceiling = max(0, begin - _NEAR), begin + _NEAR
    short = text[begin : begin + 2]
    two = text.count(short, floor, ceiling)
    if two < 2:
        return 0.0
    three = text.count(text[begin : begin + 3], floor, ceiling)
    if length == 3:
        return _RECURS if three == two else 0.0
    return _RECURS if three < two and _ends_elsewhere(text, short, begin, floor, ceiling) else 0.0


def _ends_elsewhere(text: str, name: str, begin: int, floor: int, ceiling: int) -> bool:
    """Whether a name of two characters stands before a mark, or a word that follows names, at another place."""
    at = text.find(name, floor, ceiling)
    for _ in range(_LOOKS):
        if at < 0:
            return False
        if at != begin and follows(text, at + 2) > _EDGE_LETTER:
            return True
        at = text.find(name, at + 2, ceiling)
    return False
