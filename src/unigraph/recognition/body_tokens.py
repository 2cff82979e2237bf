"""The words of a stretch as names need them, and which of them tell a thing from others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import pairwise

from unigraph.lexicons.words import words
from unigraph.ontology import Ontology
from unigraph.recognition.segmentation import Token, tag
from unigraph.recognition.user_classes import is_own

__all__ = ["NUMERALS", "is_distinctive", "is_unknown", "split_words", "stop_words"]

NUMERALS = frozenset("一二三四五六七八九十百千两零〇几多")
_PLAIN_TAGS = frozenset("advmqpurftc")
_LEVEL_WITH = re.compile(r"[省市区县州旗镇乡](?=委$|政府$|政协$|人大$|直)")
_LEVELS = frozenset("省市区县州旗")
_LEVEL_FIRST = _LEVELS | frozenset("镇乡")
_ENDED = ("工会", "公司", "集团", "委员会", "协会", "学院", "大学", "医院", "银行", "政府", "妇联", "局")
_ZONES = ("经济技术开发区", "经开区", "高新区", "综保区", "自贸区")


@lru_cache(maxsize=4)
def stop_words(ontology: Ontology) -> frozenset[str]:
    """Words that cannot stand in a name: the ontology's cues, but for nouns, and the words that bound names."""
    cues = {c for p in ontology.predicates.values() for c in p.cues if len(c) > 1 and tag(c)[:1] != "n"}
    own = {c for p in ontology.predicates.values() if is_own(p.name) for c in p.cues}
    return (frozenset(cues) | words("boundary")) - words("name_verb") - words("soft_boundary") | own


def split_words(tokens: list[Token], heads: list[tuple[int, int, str]]) -> list[Token]:
    """The words, cut and joined where names need it.

    工会主席 and the like are cut after the head noun that they begin with, 甲局和县乙局 in two, 市委 and 县直机关 after
    their level word; 经开区 is one word.
    """
    cuts = {at: end for head, end, _ in heads for at in range(head, end - 1)}
    whole = {end: head for head, end, _ in heads}
    out: list[Token] = []
    for token in _with_zones(tokens):
        end = token.begin + 1 if token.text == "和县" and out else cuts.get(token.begin, token.end)
        union = token.text == "总和" and bool(out) and out[-1].text[-1] in _LEVELS  # 南溪市总和乡镇工会
        if end >= token.end and (union or (token.text[0] in _LEVEL_FIRST and _after_level(token, whole))):
            end = token.begin + 1
        if end < token.end:
            at = end - token.begin
            out += [Token(token.text[:at], token.begin, end), Token(token.text[at:], end, token.end)]
        elif token.text[0] in "和与及" and len(token.text) == 2 and out and out[-1].text.endswith(_ENDED):
            out += [
                Token(token.text[0], token.begin, token.begin + 1),
                Token(token.text[1], token.begin + 1, token.end),
            ]  # 南溪县总工会和悦声公司
        elif out and out[-1].text == "中" and whole.get(token.end) == out[-1].begin:
            out[-1] = Token("中" + token.text, out[-1].begin, token.end)  # 南溪初级中学校工会
        else:
            out.append(token)
    return out


def _after_level(token: Token, whole: Mapping[int, int]) -> bool:
    """Whether a word is a level word with a head noun or the like behind it: 市图书馆, 县直."""
    if token.text[0] in _LEVELS and not token.text.endswith("工会") and whole.get(token.end) == token.begin + 1:
        return True
    return _LEVEL_WITH.match(token.text) is not None


def _with_zones(tokens: list[Token]) -> Iterable[Token]:
    """The words, with the single characters of 经开区 joined."""
    text = "".join([t.text for t in tokens])
    return _joined_zones(tokens) if any(zone in text for zone in _ZONES) else tokens


def _joined_zones(tokens: list[Token]) -> Iterable[Token]:
    at = 0
    while at < len(tokens):
        ahead = "".join(t.text for t in tokens[at : at + 5])
        zone = next((z for z in _ZONES if ahead.startswith(z)), "") if len(tokens[at].text) < 3 else ""
        end = tokens[at].begin + len(zone)
        last = next((i for i in range(at, min(at + 5, len(tokens))) if zone and tokens[i].end == end), at)
        yield Token(zone, tokens[at].begin, end) if last > at else tokens[at]
        at = last + 1


def is_distinctive(word: str) -> bool:
    """Whether a word by itself tells a thing from others: unknown, a proper name, or rare."""
    if word in words("generic") or word in words("boundary"):
        return False
    if word in words("brand"):
        return True
    pos = tag(word)
    if pos == "x" and not word.strip("·-—.（）“”"):
        return False
    if pos in ("ns", "nz", "nt", "nr", "nrt", "x", "j"):
        return not word.isdigit() and (word.isalnum() or len(word) > 1)
    return len(word) == 1 and pos[:1] not in _PLAIN_TAGS and "\u4e00" <= word <= "\u9fff" and word not in NUMERALS


def is_unknown(words_before: list[Token]) -> bool:
    """Whether two single characters stand side by side: a string that no dictionary has, and so a name."""
    texts = [t.text for t in words_before]
    single = [len(t) == 1 and "\u4e00" <= t <= "\u9fff" and t not in NUMERALS for t in texts]
    return any(a and b for a, b in pairwise(single))
