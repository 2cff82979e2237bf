"""Names that stand in lists by their layout: line below line, behind a label, in the columns of a table, in a row."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator

from unigraph.recognition.found import Found
from unigraph.recognition.name_scores import name_score
from unigraph.recognition.names import NameReading, read_name, read_word_as_name
from unigraph.recognition.table_columns import column_cells
from unigraph.scanning import Scan

__all__ = ["listed_names", "names_beside", "names_in_rows"]

_COLUMN = re.compile(r"姓 {0,4}名|[获得]奖者|获奖人(?:员)?(?:姓名)?|参赛选手|选手(?:姓名)?|教师姓名|职工姓名|推荐人选")
_LABEL = Scan(
    r"(?:演唱|表演|演出|领唱|朗诵|领诵|伴奏|编导|编舞|作词|作曲|词曲|导演|指挥|主持|主讲|领队|教练|队员|队长|组长|组员|成员|联系人|评委|裁判长?"
    r"|获[奖得][者人]|选手|第[一二三四五六七八九十\d]{1,2}名|[一二三特]等奖|[冠亚季]军|[金银铜]奖|优[秀胜]奖|名单(?:如下)?|执笔|口述|讲述|发言|负责人|申报人|人选)"
    r"[者人]?(?:（[^（）\n]{1,8}）)?： ?(?=[\u4e00-\u9fff])"
)
"""What stands before the names of those who perform, compete or win."""
_LINE = re.compile(
    r"^(?P<number>(?:\d{1,3}|[一二三四五六七八九十]{1,3})[.．、 ]|（\d{1,3}）)? {0,4}(?P<name>[\u4e00-\u9fff](?: {0,4}[\u4e00-\u9fff]){1,3})(?P<after>[ \t（，：|]|$)",
    re.MULTILINE,
)
"""A line that begins with what may be a name: 1.甲, 甲（某公司）, 甲 某公司."""
_FEWEST, _LIKELY, _SHARE = 3, -38.0, 0.6
_DOTTED = re.compile(r"[\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,6})+")
_ENDS = frozenset(" 、，。；（\n/|\t")
_BESIDE = re.compile(r"[ \t：]{0,3}")
_BETWEEN = re.compile(r"(?:（[^（）\n]{1,8}）)?[、，；。 \n]{1,3}|(?:（[^（）\n]{1,8}）)?[、，]?(?:和|以及|及|与)")
_ROW = re.compile(
    r"[\u4e00-\u9fff·]{2,11}(?:(?:、|[ ]{1,4})[\u4e00-\u9fff·]{2,11}){2,}|[\u4e00-\u9fff]{2,11}(?:，[\u4e00-\u9fff]{2,4}(?=[，。\n])){4,}"
)
"""Three parts or more between the marks of a list, or five and more short ones between commas."""
_MARKED = re.compile(
    r"(?<![\u4e00-\u9fff·])[\u4e00-\u9fff·]++(?:(?:、|，|[ ]{1,4})[\u4e00-\u9fff·]++){2,}+.?", re.DOTALL
)
"""A stretch in which a row may lie, with the character behind it: a row is looked for in nothing else."""


def listed_names(text: str) -> Iterator[NameReading]:
    """The names that the layout of a text tells."""
    for begin, cell in column_cells(text, _COLUMN):
        if name_score(cell) > -math.inf or _DOTTED.fullmatch(cell):
            yield NameReading(begin, begin + len(cell), 0.0)
    for match in _LABEL.finditer(text):
        reading = read_name(text, match.end())
        if reading is not None and text[reading.end : reading.end + 1] in ("", *_ENDS):
            yield reading
    yield from _lines(text)


def names_beside(text: str, bodies: Iterable[Found]) -> Iterator[NameReading]:
    """The names in a list of three or more bodies with one each: 某公司甲、某医院乙、某大学丙."""
    row: list[tuple[Found, NameReading]] = []
    for body in bodies:
        mark = _BESIDE.match(text, body.end)
        reading = read_name(text, mark.end() if mark else body.end)
        if reading is None or text[reading.end : reading.end + 1] not in ("", *_ENDS):
            continue
        if row and not _BETWEEN.fullmatch(text, row[-1][1].end, body.begin):
            yield from _beside_bodies(row)
            row = []
        row.append((body, reading))
    yield from _beside_bodies(row)


def _beside_bodies(row: list[tuple[Found, NameReading]]) -> Iterator[NameReading]:
    if len(row) >= _FEWEST:
        yield from (reading for _, reading in row)


def _lines(text: str) -> Iterator[NameReading]:
    """The names at the heads of three or more lines of one make, most of which read well as names."""
    row: list[re.Match[str]] = []
    for match in _LINE.finditer(text):
        if row and not _goes_on(text, row[-1], match):
            yield from _of_row(row)
            row = []
        row.append(match)
    yield from _of_row(row)


def _goes_on(text: str, one: re.Match[str], two: re.Match[str]) -> bool:
    """Whether two lines follow one another and are made alike."""
    next_line = text.count("\n", one.end(), two.start()) <= 1 + (one["after"] == "")
    return next_line and bool(one["number"]) == bool(two["number"]) and one["after"] == two["after"]


def _of_row(row: list[re.Match[str]]) -> Iterator[NameReading]:
    scores = [name_score("".join(m["name"].split())) for m in row]
    good = sum(score > _LIKELY for score in scores)
    if len(row) >= _FEWEST and good >= _SHARE * len(row):
        for match, score in zip(row, scores, strict=True):
            if score > -math.inf:
                yield NameReading(*match.span("name"), 0.0)


def names_in_rows(text: str) -> Iterator[NameReading]:
    """Three or more names in a row, each whole between list marks; the outer parts are left to other rules."""
    for match in (m for stretch in _MARKED.finditer(text) for m in _ROW.finditer(text, *stretch.span())):
        parts = [(m.start() + match.start(), m.group()) for m in re.finditer(r"[^、， ]+", match.group())]
        inner = parts[1:-1]
        if _are_names([part for _, part in inner]) and _bounded(parts[0][1], parts[-1][1]):
            yield from (NameReading(b, b + len(part), 0.0) for b, part in inner)


def _bounded(first: str, last: str) -> bool:
    """Whether the outer parts of a row may end and begin with names as well: 主席甲、乙、丙出席, not 工期紧、任务重、…"""
    ends = any(name_score(first[-n:]) > -math.inf for n in (2, 3, 4))
    return ends and any(name_score(last[:n]) > -math.inf for n in (2, 3, 4))


def _are_names(parts: list[str]) -> bool:
    """Whether the inner parts of a row are names; one among three or more may be a word as well: 周密."""
    odd = [part for part in parts if name_score(part) <= -40]
    if len(odd) == 1 and len(parts) > 2:
        reading = read_word_as_name(odd[0], 0)
        return reading is not None and reading.end == len(odd[0])
    return not odd
