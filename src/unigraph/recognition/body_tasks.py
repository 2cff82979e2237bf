"""Names whose words are all common ones, and what tells that they are names nevertheless.

A division's organ may have two tasks (南溪县社会事务服务与行政执法中心); a title that unions of Hong Kong, Macau and Taiwan
alone have (鞋业工会理事长) is one of a particular union.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from unigraph.lexicons.words import words
from unigraph.recognition.divisions import LEVEL_WORDS, Divisions
from unigraph.recognition.segmentation import Token, tag

__all__ = ["is_presided", "name_across"]

_AND = frozenset("与和及")
_ORGAN = re.compile(r"(?:服务|保障|执法|指导|管理|促进|发展)?(?:中心|局|委员会|大队|支队|总队|处)")
_ORGANS = ("中心", "局", "委员会", "大队", "支队", "总队", "处")
_BODY_END = re.compile(r"(?<![社农乡城])[局厅委会部院队办所站校村镇司处]$|工会|公司|集团|政府|中心")
_WHO = frozenset("企业 领导 单位 部门 机关 社区 乡镇 街道 群众 人员 代表 工会 协会 学校 医院 党委 团委 妇联".split())
_TASK_WORDS = 7
_OWN_NAMES = ("ns", "nr", "nt", "nz", "nrt")
_PRESIDES = re.compile(r"(?:永远|名誉|荣誉|候任|常务|副)*(?:理事长|监事长|总干事|常务理事)")
_NO_TRADE = frozenset("mqrpcud")


def name_across(text: str, divisions: Divisions, tokens: Sequence[Token], at: int, head: int) -> int | None:
    """Where a name begins that goes on to the left of 与: at the division whose organ has two tasks."""
    organ = _ORGAN.match(text, head) or (text.startswith("工会", head) and text.endswith(_ORGANS, 0, head))
    if tokens[at].text not in _AND or not organ:
        return None
    right = [t for t in tokens[at + 1 :] if t.begin < head]
    if not right or not all(map(_is_task, right)):
        return None
    for i in range(at - 1, max(-1, at - _TASK_WORDS), -1):
        if tokens[i].end in divisions.ending or tokens[i].text in LEVEL_WORDS:
            place = divisions.place_to(tokens[i].end) if i < at - 1 else None
            begin = place.begin if place is not None and place.full else -1
            return next((j for j in range(i, -1, -1) if tokens[j].begin == begin), None)
        if not _is_task(tokens[i]) or _BODY_END.search(tokens[i].text):
            return None
    return None


def _is_task(token: Token) -> bool:
    """Whether a word says what an organ is for."""
    word = token.text
    plain = len(word) > 1 and tag(word)[:1] in "nvbj" and tag(word) not in _OWN_NAMES
    return plain and word not in words("boundary") and word not in words("role") and word not in _WHO


def is_presided(text: str, tokens: Sequence[Token], first: int, head: int, end: int) -> bool:
    """Whether a title that unions of Hong Kong, Macau and Taiwan alone have says that a trade's union is one."""
    if not text.endswith(("工会", "总会"), head, end) or not _PRESIDES.match(text, end):
        return False
    modifiers = [t.text for t in tokens[first:] if t.end <= head]
    plain = words("generic") | words("anaphoric_body") | words("name_verb")
    return head - tokens[first].begin > 1 and not any(m in plain or tag(m)[:1] in _NO_TRADE for m in modifiers)
