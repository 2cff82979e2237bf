"""Honours in lists and tables: an honour alone in its line with winners below it, or a winner and an honour a row."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from unigraph.model import Span
from unigraph.relation.award_rows import RECEIVERS, Grant
from unigraph.relation.honours import Honour, Honours
from unigraph.relation.parts import Unit
from unigraph.relation.scene import Scene

__all__ = ["read_tables"]

_NUMBER = r"(?:(?:[一二三四五六七八九十]{1,3}|\d{1,3}|（[一二三四五六七八九十\d]{1,3}）)[、.．，]? ?)?"
_HEAD = re.compile(rf"\s*(?:附件\d?[：]?)?{_NUMBER}\s*(?:20\d{{2}}年度?)?\s*[【“]?")
_HEAD_ENDS = re.compile(
    r"[】”]?(?:称号|荣誉|获奖|获得者|获奖者|得主|名单|单位|个人|集体|名录|人选|公布|如下)*\s*(?:[（【][^（）【】\n]{1,14}[）】])?[：]?\s*\n+"
)
_CELL_BEGINS = re.compile(rf"(?:^|[|｜\t ]){_NUMBER}[“【]?\Z")
_CELL_ENDS = re.compile(r"[”】]?(?:获得者|得主)?(?=[|｜\t \n]|$)")
_LABELS = re.compile(
    r"(?:[\s|｜（）、]|序号|编号|姓名|单位|名称|所在|工作|部门|职务|职称|性别|民族|工种|选手|获奖|奖项|荣誉|等级|备注|排名|不分|先后|名单|如下|为序|姓氏|笔画|按|以|[：]|共?\d+[名个人家])+"
)
"""A line of names of columns or of remarks."""
_SUBHEAD = re.compile(r"(?:（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十\d]{1,3}[、.．])[^，。；\n]{2,16}")
_OPENS_ROW = re.compile(rf"\s*{_NUMBER}[“·▪●★-]?\s*")
_SPACES = re.compile(r"[ \t]+")
_SIGNED = re.compile(r"\s*\n\s*(?:19|20)\d{2}年\d{1,2}月")
"""The date below the body that signs a notice."""
_LINE = 80
"""How long a line of a table of winners may be."""
_MANY = 3


def read_tables(scene: Scene, honours: Honours) -> Iterable[Grant]:
    """All grants of lists below an honour, and of rows that hold one."""
    for honour in honours.items:
        begin = scene.text.rfind("\n", 0, honour.begin) + 1
        tail = _HEAD_ENDS.match(scene.text, honour.end)
        if tail is None or _HEAD.fullmatch(scene.text, begin, honour.begin) is None:
            continue
        winners = _below(scene, honours, tail.end())
        if winners:
            yield Grant(tuple(u.item for u in winners), (honour,), (), "list", honour.begin, tail.end())
    yield from _rows(scene, honours)


# ------------------------------------------------------------------ below a heading


def _below(scene: Scene, honours: Honours, at: int) -> list[Unit]:
    """The winners of each line, up to another honour or to what is no row."""
    out: list[Unit] = []
    while at < len(scene.text):
        end = scene.text.find("\n", at)
        end = end if end >= 0 else len(scene.text)
        line = scene.text[at:end].strip()
        if honours.within(at, end):
            break
        if line and not _skipped(scene, line, at, end):
            winners = _winners(scene, line, at, end)
            if not winners:
                break
            out += winners
        at = end + 1
    return out


def _skipped(scene: Scene, line: str, at: int, end: int) -> bool:
    """Whether a line names columns, or the kind of winners that follow."""
    if _LABELS.fullmatch(line):
        return True
    return _SUBHEAD.fullmatch(line) is not None and not _receivers(scene, at, end)


def _winners(scene: Scene, line: str, at: int, end: int) -> list[Unit]:
    """The persons of a line, else its bodies if it lists several, else the body that it begins with."""
    units = _receivers(scene, at, end)
    if not units or len(line) > _LINE or _SIGNED.match(scene.text, end):
        return []
    stop = line.find("。")
    if stop >= 0 and (stop < len(line) - 1 or not _begins(scene, at, units[0])):
        return []
    people = [u for u in units if u.root == "Person"]
    if people:
        return people
    return units if "、" in line or _spaced(scene.text, units) else units[:1]


def _receivers(scene: Scene, at: int, end: int) -> list[Unit]:
    return [u for u in scene.units_within(at, end) if u.root in RECEIVERS]


def _begins(scene: Scene, at: int, unit: Unit) -> bool:
    match = _OPENS_ROW.match(scene.text, at)
    return match is not None and unit.begin <= match.end()


def _spaced(text: str, units: list[Unit]) -> bool:
    """Whether a line is a row of bodies set apart by spaces."""
    gaps = (text[a.end : b.begin] for a, b in pairwise(units))
    return len(units) >= _MANY and all(_SPACES.fullmatch(gap) for gap in gaps)


# ------------------------------------------------------------------ an honour in each row


def _rows(scene: Scene, honours: Honours) -> Iterable[Grant]:
    """1 | 甲 | 某公司 | 一等奖: the person of the row; a body only in a table that names no persons."""
    found = [(h, _receivers(scene, row.begin, row.end)) for h in honours.items if (row := _row_of(scene, honours, h))]
    persons = any(u.root == "Person" for _, units in found for u in units)
    for honour, units in found:
        people = [u for u in units if u.root == "Person"]
        winners = people if persons else units[:1]
        if winners:
            yield Grant(tuple(u.item for u in winners), (honour,), (), "list", honour.begin, honour.end)


def _row_of(scene: Scene, honours: Honours, honour: Honour) -> Span | None:
    """The line that an honour is one cell of."""
    text = scene.text
    begin = text.rfind("\n", 0, honour.begin) + 1
    end = text.find("\n", honour.end)
    end = end if end >= 0 else len(text)
    line = text[begin:end]
    barred = any(bar in line for bar in "|｜\t")
    if len(line) > _LINE or re.search(r"[，。；]", line) or (begin < scene.document.title_end and not barred):
        return None
    cell = _CELL_BEGINS.search(text[begin : honour.begin]) and _CELL_ENDS.match(text, honour.end)
    alone = len(honours.within(begin, end)) == 1
    return Span(begin, end) if cell and alone and (barred or " " in line.strip()) else None
