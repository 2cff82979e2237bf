"""Institutions of a body, which bear its name before their own: 南溪劳动学院产业工人队伍研究中心, 住建部人事司.

The body stands at the left and a head noun at the right, and after it what follows a body. What lies between need not
be known, if nothing in it bounds a name: head nouns read from the right stop at words (队伍, 改革) that names of such
institutions are full of.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache

from unigraph.lexicons.words import words
from unigraph.ontology import Ontology
from unigraph.recognition.body_offices import AFTER, can_stand
from unigraph.recognition.body_words import head_nouns
from unigraph.recognition.divisions import Divisions
from unigraph.recognition.found import Found
from unigraph.recognition.segmentation import Token, cut, tag

__all__ = ["find_institutes"]

_AFTER = re.compile(AFTER)
_SOLID = re.compile(r"[\u4e00-\u9fff\dA-Za-z]*")
_NOT_HEADS = (
    "Event",
    "Person",
    "TerritorialUnion",
    "UnionOrgan",
    "Company",
    "PartyBody",
    "Congress",
    "Association",
    "Media",
    "Hospital",
)
_BUREAU = re.compile(r"[\u4e00-\u9fff]{2,8}?司(?=[，。、；：）]|和|与|及|主办|承办|协办|联合|指导|共同)")
_MINISTRY = re.compile(r"(?:部|委员会|总局|委)$")
_OFFICE = re.compile(
    r"(?P<name>(?:港澳|外事|台湾|侨务|法制|参事|口岸|扶贫|金融|国有资产|新闻|驻[\u4e00-\u9fff]{2})(?:事务)?办公室)"
)
_TEAM = re.compile(r"[\u4e00-\u9fff]{0,6}?(?:工作组|工作队|办事处|联络处|联络办|指挥部|专班|办)")
_GOVERNMENT = re.compile(r"(?:人民)?政府$")
_ROOMS = re.compile(r"(?:室|部|处|科|组|厅|堂|楼|层|会|委员会|项目)$")
_KEPT_ROOMS = re.compile(r"(?:实验室|工作室|项目部|指挥部|研究室|工作组)$")
_THEMES = ("队伍", "工作", "文化")
"""Words that bound other names."""
_OFFICER = re.compile(r"[\u4e00-\u9fff]{2,}(?:师|长|员|主任|经理|书记|主席)$")
"""Who works at a body, and so ends its name: 总工程师."""
_LONGEST = 18
_UNION = "工会"


@lru_cache(maxsize=4)
def _apart(ontology: Ontology) -> frozenset[str]:
    """The classes whose head nouns end no institution's name."""
    return frozenset(cls for cls in ontology.classes if any(ontology.is_a(cls, c) for c in _NOT_HEADS))


def find_institutes(text: str, ontology: Ontology, divisions: Divisions, bodies: Iterable[Found]) -> Iterable[Found]:
    """All institutions that stand right behind the name of the body that they belong to."""
    bodies = tuple(bodies)
    apart = _apart(ontology)
    found = head_nouns(ontology).longest_by_end(text).items()
    heads = [(begin, end, cls) for end, (begin, (cls,)) in found if cls not in apart]
    ends = [end for _, end, _ in heads]
    begins = sorted(b.begin for b in bodies)
    for body in bodies:
        if ontology.root(body.cls) == "Place":
            continue
        of_union = ontology.root(body.cls) == "Union"
        yield from _offices(text, ontology, body)
        yield from _posted(text, ontology, divisions, body)
        solid = _SOLID.match(text, body.end, body.end + _LONGEST)
        limit = solid.end() if solid else body.end
        for begin, end, cls in heads[bisect_right(ends, body.end) : bisect_right(ends, limit)]:
            if of_union and ontology.root(cls) == "Union":
                continue
            inner = _inner(text, body.end, begin, end)
            union = _UNION if text.startswith(_UNION, end) else ""
            end += len(union)
            if inner is None or not _AFTER.match(text, end) or _crossed(begins, divisions, body.end, begin):
                continue
            rest, cls = text[body.end : end], "Union" if union else cls
            yield Found(body.begin, end, cls, body.name + rest, "", tuple(a + rest for a in body.aliases))
            break


def _offices(text: str, ontology: Ontology, body: Found) -> Iterable[Found]:
    """湖南省人民政府港澳办公室, 住房和城乡建设部人事司."""
    form = _OFFICE if _GOVERNMENT.search(body.name) else _BUREAU if _MINISTRY.search(body.name) else None
    match = form.match(text, body.end) if form and ontology.is_a(body.cls, "GovernmentBody") else None
    if match:
        name = match.group()
        yield Found(body.begin, match.end(), body.cls, body.name + name, "", tuple(a + name for a in body.aliases))


def _posted(text: str, ontology: Ontology, divisions: Divisions, body: Found) -> Iterable[Found]:
    """中华全国总工会驻江苏蹲点工作组: a team of a body at a division."""
    hit = divisions.starting.get(body.end + 1) if text[body.end : body.end + 1] == "驻" else None
    match = _TEAM.match(text, hit.end) if hit else None
    if match:
        cls = "Union" if ontology.is_a(body.cls, "Union") else "Organization"
        rest = text[body.end : match.end()]
        yield Found(body.begin, match.end(), cls, body.name + rest, "", tuple(a + rest for a in body.aliases))


def _inner(text: str, begin: int, head: int, end: int) -> str | None:
    """What stands between a body and a head noun, where it may be a part of a name; ``None`` where it may not."""
    inner = text[begin:head]
    if len(inner) < 2 or (_ROOMS.search(text, begin, end) and not _KEPT_ROOMS.search(text, begin, end)):
        return None
    tokens = cut(inner)
    return inner if _is_theme(tokens) else None


def _is_theme(tokens: Sequence[Token]) -> bool:
    """Whether words may say what an institution is for: none bounds a name, and no verb acts at their head."""
    first, rest = tokens[0].text, tokens[1:]
    if len(first) < 2 or first in words("body_acts") or not can_stand(first) or _OFFICER.match(first):
        return False
    if any(t.text in words("event_boundary") for t in tokens):
        return False
    return all(can_stand(t.text) or _is_deed(t.text) or t.text in _THEMES for t in rest)


def _is_deed(word: str) -> bool:
    return len(word) > 1 and tag(word) == "v" and word not in words("boundary")


def _crossed(begins: list[int], divisions: Divisions, begin: int, head: int) -> bool:
    """Whether another body or a division begins between a body and a head noun."""
    at = bisect_left(begins, begin)
    if at < len(begins) and begins[at] < head:
        return True
    return any(i in divisions.starting and divisions.starting[i].full for i in range(begin, head))
