"""Rows of those who receive an honour: 甲、乙公司的丙和丁, of whom bodies before 的 merely say where a person works."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from unigraph.recognition.found import Found
from unigraph.relation.award_people import people_from, people_to
from unigraph.relation.honours import Honour
from unigraph.relation.parts import Unit
from unigraph.relation.scene import Scene

__all__ = ["RECEIVERS", "Grant", "holders", "joined", "row_before", "row_from"]

RECEIVERS = ("Person", "Union", "Company", "Organization")
_JOINED = re.compile(
    r"(?:（[^（）\n]{1,60}）)?(?:等[^，。；：、\n]{0,8})?(?:[、和与及暨]|，?以及|，和|，还有)?(?:来自)?"
)
_FROM = re.compile(
    r"(?:[、和与及]|，和|以及)(?![^，。；、]{0,12}[获奖])[\u4e00-\u9fff]{2,14}(?:的|职工|员工|选手|教师|工人)"
)
"""Between two persons: the second's unit, which is no body known."""
_FROM_PLACE = re.compile(r"(?:[、和与及]|以及)(?:来自)?[\u4e00-\u9fff]{2,8}[省市县区旗州镇乡]的")
"""Between two bodies: 甲县的甲公司、乙县的乙公司."""
_BRACKET = 60
_BACK = 400
_SPACED = re.compile(r" {1,4}")
_UNKNOWN = re.compile(r"(?:、[\u4e00-\u9fff\dA-Za-z]{2,10}){1,4}(?:、|和|以及|及)")
"""Members of a row that were not recognised: 甲公司、机关四队、乙公司."""
_FROM_NEXT = re.compile(r"，[\u4e00-\u9fff]{2,14}的")
_OF = re.compile(r"(?![、和与及])[\u4e00-\u9fff]{1,12}(?<![、和与及等])")
"""Between a body and a person of it: 的, 的一线."""
_STUDIO = re.compile(
    r"的?名字命名|(?:同志)?(?:劳模|劳动模范|技能|大师|工匠|职工|示范性|创新|人才|名师|首席|技师|和){1,6}工作室"
)
_GOES_ON = re.compile(r"[、，；。\n（]|和|以及")


@dataclass(frozen=True, slots=True)
class Grant:
    """Receivers and honours that one construction joins, with the givers that it names itself.

    ``each`` where they are told one by one: 甲、乙分获冠军和亚军.
    """

    receivers: tuple[Found, ...]
    honours: tuple[Honour, ...]
    givers: tuple[Found, ...]
    how: str
    begin: int
    end: int
    each: bool = False

    def pairs(self) -> Iterable[tuple[Found, Honour]]:
        """Who received what; nothing where it cannot be told."""
        if not self.each or len(self.honours) == 1:
            return [(receiver, honour) for honour in self.honours for receiver in self.receivers]
        return zip(self.receivers, self.honours, strict=True) if len(self.receivers) == len(self.honours) else ()


def joined(text: str, left: Unit, right: Unit) -> bool:
    """Whether two units stand in one row, or the right one is a person of the left body."""
    if _JOINED.fullmatch(text, left.end, right.begin) or _belongs(text, left, right):
        return True
    if left.root == right.root and _SPACED.fullmatch(text, left.end, right.begin):
        return True
    if _UNKNOWN.fullmatch(text, left.end, right.begin):
        return True
    between = _FROM if right.root == "Person" else _FROM_PLACE
    return between.fullmatch(text, left.end, right.begin) is not None


def holders(text: str, units: list[Unit]) -> tuple[Unit, ...]:
    """A row without the bodies that merely say where the person right behind them works."""
    pairs = zip(units, [*units[1:], None], strict=False)
    return tuple(u for u, after in pairs if after is None or u.root == "Person" or not _works_at(text, u, after))


def row_from(scene: Scene, position: int, end: int, slack: int, commas: bool = False) -> tuple[Unit, ...]:
    """The receivers listed from a position on: of 甲公司乙 the person. ``commas`` where these may join them as well."""
    within = scene.units_within(position, end)
    units = [u for u in within if u.root in RECEIVERS and not _in_brackets(scene.text, u)]
    units = [u for u in units if not leads_studio(scene.text, u)]
    out: list[Unit] = []
    for index, unit in enumerate(units):
        after = units[index + 1] if index + 1 < len(units) else None
        if not _continues(scene.text, out, unit, after, position, slack, commas):
            break
        out.append(unit)
    people = people_from(scene, position, end, commas) if slack else ()
    return _fuller(holders(scene.text, out), tuple(u for u in people if not leads_studio(scene.text, u)))


def _fuller(row: tuple[Unit, ...], people: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """A row, or the people of it where these are more than the row could join."""
    more = len(people) > len([u for u in row if u.root == "Person"])
    return people if more and set(people) >= {u for u in row if u.root == "Person"} else row


def row_before(scene: Scene, units: Iterable[Unit]) -> tuple[Unit, ...]:
    """The receivers of the row that the last of some units ends."""
    out: list[Unit] = []
    for unit in reversed([u for u in units if u.root in RECEIVERS and not leads_studio(scene.text, u)]):
        if out and not joined(scene.text, unit, out[-1]):
            break
        out.append(unit)
    row = holders(scene.text, out[::-1])
    people = people_to(scene, max(0, row[-1].begin - _BACK), row[-1]) if row and row[-1].root == "Person" else ()
    return _fuller(row, tuple(u for u in people if not leads_studio(scene.text, u)))


def _continues(
    text: str, out: list[Unit], unit: Unit, after: Unit | None, position: int, slack: int, commas: bool
) -> bool:
    if not out:
        return unit.begin - position <= slack or text[position : unit.begin] == "来自"
    if joined(text, out[-1], unit):
        return True
    if not commas:
        return False
    if unit.root == "Person" and _FROM_NEXT.fullmatch(text, out[-1].end, unit.begin):
        return True
    if text[out[-1].end : unit.begin] != "，":
        return False
    return _GOES_ON.match(text, unit.end) is not None or (
        after is not None and unit.root != "Person" and after.root == "Person" and _works_at(text, unit, after)
    )


def _belongs(text: str, left: Unit, right: Unit) -> bool:
    of_body = left.root != "Person" and right.root == "Person"
    return of_body and _OF.fullmatch(text, left.end, right.begin) is not None


def _works_at(text: str, body: Unit, after: Unit) -> bool:
    return body.item.end == after.begin or _belongs(text, body, after)


def leads_studio(text: str, unit: Unit) -> bool:
    """甲劳模创新工作室, 以甲名字命名: the name is the studio's."""
    return unit.root == "Person" and _STUDIO.match(text, unit.item.end) is not None


def _in_brackets(text: str, unit: Unit) -> bool:
    """甲（乙公司）: what stands in brackets behind a receiver."""
    floor = max(0, unit.begin - _BRACKET)
    line = max(floor, text.rfind("\n", floor, unit.begin) + 1)
    opened = text.rfind("（", line, unit.begin)
    return opened >= 0 and "）" not in text[opened : unit.begin] and text.find("）", unit.end, unit.end + _BRACKET) >= 0
