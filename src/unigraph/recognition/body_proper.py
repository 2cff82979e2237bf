"""Whether words before a head noun make a name: a division, a distinctive word, a legal form, a head that few share.

What is left is a stretch of general words, which means a group or any such body.
"""

from __future__ import annotations

import re

from unigraph.lexicons.words import words
from unigraph.recognition.body_tokens import is_distinctive, is_unknown
from unigraph.recognition.divisions import LEVEL_WORDS, Divisions
from unigraph.recognition.segmentation import Token, tag

__all__ = ["STRONG_HEAD", "WORLD", "WORLD_HEAD", "NameJudge"]

STRONG_HEAD = re.compile(r"公司|大学|学院|医院|集团$|银行|学校|中学|小学|研究院|研究所|矿$|厂$")
_WORKS = re.compile(r"[^，。；：！？、\n]*(?:公司|集团|厂|医院|银行|学校|学院|大学|矿)")
_LONG_HEAD = re.compile(r"集团|有限(?:责任)?公司|股份公司|业$|局$|工作室$|旧址|故居|遗址|纪念碑|纪念馆|协会|代表队")
_UNION_OF = re.compile(r"(?:公司|集团|大学|学院|学校|医院|银行)工会$")
_REGISTERED = re.compile(r"(?:股份|责任)?有限(?:责任)?公司$|股份公司$")
_WORKER = re.compile(
    r"(?:(?:常务)?副?主任|[班组队工段]长|职工|工人|员工|一线|技师|高级|[焊电钳车铣]工|维修|操作|党支部|书记|技术|首席)"
)
"""Who works in a workshop: the name before him is of his company."""
_PLAIN_NOUNS = ("n", "nz", "s", "b", "j")
WORLD = re.compile(r"国际|世界|亚洲|亚太|亚非|泛非|非洲|欧洲|拉美|拉丁美洲|阿拉伯|全球|东盟|北美")
WORLD_HEAD = re.compile(r"联合会|联盟|总会|组织|大会|联合总会")


class NameJudge:
    """Judges the stretches before head nouns in one text, given as words from the first to the head."""

    def __init__(self, text: str, divisions: Divisions) -> None:
        self.text = text
        self.divisions = divisions

    def proper(self, tokens: list[Token], first: int, head: int, end: int) -> bool:
        """Whether a stretch is a name, and no kind of body or group."""
        modifiers = [t for t in tokens[first:] if t.end <= head]
        if not modifiers:
            return tag(tokens[first].text) in ("nt", "nz") and len(tokens[first].text) > 3
        if modifiers[0].text in words("anaphoric_body"):
            rest = [t.text for t in modifiers[1:] if len(t.text) > 1 and t.text not in words("anaphoric_body")]
            return any(map(is_distinctive, rest))
        if self.named(tokens, first, head) or any(is_distinctive(t.text) for t in modifiers) or is_unknown(modifiers):
            return True
        if WORLD.match(self.text, tokens[first].begin) and WORLD_HEAD.search(self.text, head, end):
            return head - tokens[first].begin >= 4
        if self._registered(modifiers, head, end):
            return True
        if any(t.text in words("generic") for t in modifiers):
            return False
        if self.text.startswith("代表队", head):
            return True
        if all(t.text in words("name_verb") or t.text in words("anaphoric_body") for t in modifiers):
            return False
        longer = _LONG_HEAD.search(self.text, head, end) or _UNION_OF.search(self.text, tokens[first].begin, head + 2)
        return bool(longer) and head - tokens[first].begin >= 4

    def named(self, tokens: list[Token], first: int, head: int) -> bool:
        """Whether a division or level word stands before the head."""
        if any(self._division_within(t.begin, head) for t in tokens[first:] if t.begin < head):
            return True
        return tokens[first].text in LEVEL_WORDS and tokens[first].end <= head

    def firm(self, tokens: list[Token], first: int, head: int, end: int) -> bool:
        """Whether a name is a particular workplace's, whoever follows: 云岭电子有限公司职工."""
        modifiers = [t for t in tokens[first:] if t.end <= head]
        strong = STRONG_HEAD.search(self.text, head, end) or _UNION_OF.search(self.text, tokens[first].begin, end)
        land = end - head > len("工会") and any(tag(t.text) == "ns" for t in modifiers)  # 蒙古工会联合会
        return bool(strong or land) and (any(is_distinctive(t.text) for t in modifiers) or is_unknown(modifiers))

    def part_of_works(self, begin: int, end: int) -> bool:
        """Whether a name is a company's with some workshop of it behind: 云岭电子有限公司生产车间."""
        works = _WORKS.match(self.text, begin, end)
        shop = self.text[works.end() : end] if works else ""
        return shop in words("plain_site") or (shop.endswith("车间") and _WORKER.match(self.text, end) is not None)

    def _registered(self, modifiers: list[Token], head: int, end: int) -> bool:
        """Whether a name of common words has a legal form, as only a registered company has: 海螺型材科技股份有限公司."""
        legal = _REGISTERED.search(self.text, max(0, head - 6), end)
        named = [t for t in modifiers if t.end <= legal.start()] if legal else []
        return (
            bool(named)
            and len("".join(t.text for t in named)) >= 3
            and tag(named[0].text) in _PLAIN_NOUNS
            and named[0].text not in words("generic")
        )

    def _division_within(self, begin: int, head: int) -> bool:
        hit = self.divisions.starting.get(begin)
        return hit is not None and hit.end <= head
