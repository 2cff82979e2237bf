"""Titles: 党组书记, 一级调研员, 劳动关系部部长, each ended by a head noun of the ontology's ``ug:Position``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from unigraph.lexicons.words import words
from unigraph.ontology import Ontology
from unigraph.recognition.document import Document
from unigraph.recognition.segmentation import Token, cut, tag
from unigraph.recognition.word_lists import WordList

__all__ = ["TitleHead", "find_title_heads", "is_plain_title", "title_begin"]

_STOP_TAGS = frozenset("pcudryeoftkwx")
_TITLE_CHARACTERS = re.compile(r"[\u4e00-\u9fffA-Za-z0-9（）“”·\-—]")


_ORGAN = re.compile(
    r"(?:经审会|经审委|经审委员会|经费审查委员会|女职委|女工委|女职工委员会|女工委员会)(?:常务副|副)?\Z"
)
"""Organs whose names no dictionary has as words."""


_NO_TITLE_AFTER = ("台", "团", "制", "级", "证", "室", "助理", "岗", "会")
"""What makes a title a part of another word: 主席台, 处级, 院长室, 总工会."""
_NO_TRADE = re.compile(
    r"(?<=工)(?:[作会业艺厂地资序期时具种]|程[建项施现质技管公部设是竣开造监验指专学处局大队总院中进的完已、，。；）”])"
)
"""What makes a trade the beginning of other words: 管道工程, 包装工业; 程 may be a surname as well."""


_DEPARTMENT_HEAD = re.compile(r"[\u4e00-\u9fff]{2}部副?部?长")


class TitleHead(NamedTuple):
    """A head noun at its place: 主席 is a post, 司机 a role that is one at a body only, 职工 never one."""

    begin: int
    end: int
    role: bool
    post: bool


@lru_cache(maxsize=4)
def _heads(ontology: Ontology) -> WordList:
    posts = ontology.classes["Position"].head_nouns if "Position" in ontology.classes else ()
    return WordList(sorted({*words("role"), *words("no_post"), *posts}))


def find_title_heads(document: Document, ontology: Ontology) -> Mapping[int, TitleHead]:
    """The head nouns of titles by the place where they end, the longest at each place."""
    return _title_heads(document.text, ontology)


@lru_cache(maxsize=1)
def _title_heads(text: str, ontology: Ontology) -> Mapping[int, TitleHead]:
    heads = _heads(ontology)
    longest: dict[int, tuple[int, str]] = {}
    for index, begin, end in heads.places(text):
        longest[begin] = max(longest.get(begin, (0, "")), (end, heads.words[index]))
    out: dict[int, TitleHead] = {}
    reach = 0
    for begin, (end, word) in sorted(longest.items()):
        if begin < reach < end and reach in out:
            del out[reach]  # 副总 in 副总裁
        reach = max(reach, end)
        other = text.startswith(_NO_TITLE_AFTER, end) or _NO_TRADE.match(text, end)
        if end not in out and not other:
            no_post = word in words("no_post")
            out[end] = TitleHead(begin, end, no_post or word in words("role"), not no_post)
    return MappingProxyType(out)


def title_begin(text: str, floor: int, head: int) -> int:
    """How far left of its head noun a title can reach, with its body: to the last verb or function word."""
    organ = _ORGAN.search(text, max(floor, head - 12), head)
    begin = organ.start() if organ else head
    for token in reversed(cut(text[floor:begin])):
        if _stops(token):
            break
        begin = floor + token.begin
    while begin < head and not _TITLE_CHARACTERS.match(text[begin]):
        begin += 1
    return begin


def is_plain_title(title: str) -> bool:
    """Whether a title without a body written before it holds words only, and no name of something unknown."""
    if _DEPARTMENT_HEAD.fullmatch(title) or title in words("role"):
        return True  # 民管部长: short for what no dictionary has
    return not any(_names(t.text) for t in cut(title) if t.text not in words("title_word") and t.text not in "和与及")


def _names(word: str) -> bool:
    pos = tag(word)
    if len(word) == 1:
        return pos[:1] not in "mq"
    if pos == "nt":
        return word[-1] not in "部处科室办"
    return pos in ("ns", "nz") or (pos in ("nr", "nrt") and len(word) < 4)


def _stops(token: Token) -> bool:
    word = token.text
    if word in words("title_word"):
        return False
    if word in words("boundary") or word in words("before_name"):
        return True
    pos = tag(word)
    if pos[:1] == "v":
        return pos != "vn" and word not in words("name_verb")
    return pos[:1] in _STOP_TAGS and pos not in ("x", "nt") and word not in words("name_verb")
