"""Rows of people, each with whatever says where they work: 后勤甲、工学院乙和机关丙; 某厂班长甲，某所副所长、警长乙.

What stands between one name and the next need be no body or title that is known; it must be no deed and no honour.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from unigraph.relation.parts import Unit
from unigraph.relation.scene import Scene

__all__ = ["people_from", "people_to"]

_DEED = re.compile(
    r"获|荣|授予|授给|颁|夺|摘|捧|斩|分列|位列|名列|评为|评选|等奖|第[一二三四五六七八九十]名|[冠亚季]军|[金银铜][奖牌]|称号|主持|出席|参加|讲话|致辞|带领|走访|慰问"
    r"|表示|介绍|分别|依次|由|被|把|将|向|为了|对|以[^，]{0,6}分"
)
_AFTER = r"(?:（[^（）\n]{1,40}）)?(?:同志|等)?"
_LISTED = re.compile(rf"{_AFTER}(?:、|和|与|及|以及|，以及|，和|还有)(?P<of>[^，。；：\n]{{0,60}})")
_COMMA = re.compile(rf"{_AFTER}[，；](?:和|以及)?(?P<of>[^，。；：\n]{{2,60}})")
_FIRST = re.compile(r"：?(?:来自)?(?P<of>[^，。；：\n]{0,60})")
_PIECE = re.compile(r"[长员师手记席任干理士工授委人匠]\Z")
"""How a post ends that stands before another in one entry: 副所长、警长甲."""
_OF = re.compile(
    r"(?:公司|集团|车间|中心|支行|分行|学院|俱乐部|社区|街道|[部处科室队站所局厂院校段矿店班组会系村镇岗线][一二三四五六七八九十]?|[长员师手记席任干理士工授委人匠兵]|[一二]级)的?”?\Z"
)
_TEAM_OF = re.compile(r"(?:班组|班|小组|团队|[\u4e00-\u9fff]{0,8}工作室)(?!长)")
"""What bears somebody's name: “甲班组”."""
_SHORT = 6
"""A unit of so many characters needs no head: 信电甲, 动科乙."""


def people_from(scene: Scene, begin: int, end: int, commas: bool) -> tuple[Unit, ...]:
    """The people of the row that begins at a place; ``commas`` where these may part its entries."""
    people = [u for u in scene.units_within(begin, end) if u.root == "Person"]
    people = [u for u in people if not _TEAM_OF.match(scene.text, u.item.end)]
    if not people or not _is_first(scene.text, begin, people[0]):
        return ()
    return tuple(_run(scene.text, people, commas))


def people_to(scene: Scene, begin: int, last: Unit) -> tuple[Unit, ...]:
    """The people of the row that one ends, none of them before a place."""
    people = [u for u in scene.units_within(begin, last.item.end) if u.root == "Person" and u.begin < last.begin]
    row = [last]
    for unit in reversed(people):
        if not _beside(scene.text, unit, row[0], commas=False):
            break
        row.insert(0, unit)
    return tuple(row)


def _run(text: str, people: Sequence[Unit], commas: bool) -> list[Unit]:
    row = [people[0]]
    for unit in people[1:]:
        if not _beside(text, row[-1], unit, commas):
            break
        row.append(unit)
    return row


def _is_first(text: str, begin: int, unit: Unit) -> bool:
    gap = _FIRST.fullmatch(text, begin, unit.item.begin)
    return gap is not None and _is_unit(gap["of"])


def _beside(text: str, left: Unit, right: Unit, commas: bool) -> bool:
    """Whether two people stand in one row."""
    gap = _LISTED.fullmatch(text, left.item.end, right.item.begin)
    if gap is None and commas:
        gap = _COMMA.fullmatch(text, left.item.end, right.item.begin)
    return gap is not None and _is_unit(gap["of"])


def _is_unit(before: str) -> bool:
    """Whether what stands before a name says no more than where the person works, and as what."""
    *pieces, own = before.split("、")
    if _DEED.search(before) or not all(_PIECE.search(piece) for piece in pieces):
        return False
    return len(own) <= _SHORT or _OF.search(own) is not None
