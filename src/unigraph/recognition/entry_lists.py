"""Names at the ends of the entries of a list, whatever stands before them: 羽毛球俱乐部甲、后勤乙、两器焊接线长丙.

What a person is of need be no body or title that is known: that three entries side by side end in what reads well as a
name tells more than either.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from unigraph.recognition.names import NameReading, read_name_before

__all__ = ["entry_names", "name_at_end"]


class _Mark(NamedTuple):
    """What sets entries apart, and what ends their list; ``pieces`` where an entry may hold the mark (所长、警长甲)."""

    between: re.Pattern[str]
    segment: re.Pattern[str]
    pieces: bool


_MARKS = (
    _Mark(
        re.compile("、|(?<=[\u4e00-\u9fff])(?:以及|和|与)(?=[\u4e00-\u9fff]{3})"),
        re.compile("[^，；。：！？\n“”]+"),
        True,
    ),
    _Mark(re.compile("，"), re.compile("[^；。：！？\n]+"), False),
    _Mark(re.compile("；"), re.compile("[^。：！？\n]+"), False),
    _Mark(re.compile("\n+"), re.compile(r"(?:^[^，；。：！？\n]{2,40}(?:\n+|\Z)){3,}", re.MULTILINE), False),
)
_TAIL = re.compile(
    r"(?:（[^（）\n]{1,20}）|同志|等(?:\d+|[两二三四五六七八九十]+)?余?[名人位]?[\u4e00-\u9fff]{0,6}|[ \t])*\Z"
)
_FEWEST, _SHARE = 3, 0.6
_GOOD, _LEAST = 2.0, -3.0
"""How well a name reads that speaks for a list, and one that the others speak for."""
_PIECES = 2
"""How many parts without a name may stand between two with one, where an entry may hold the mark."""
_LONGEST = 60
_OF_UNIT = re.compile(
    r"(?:公司|集团|车间|中心|支行|分行|学院|俱乐部|社区|街道|[部处科室队站所局厂院校段矿店班组会系村镇][一二三四五六七八九十]?|[员工长师手匠兵士])的?\Z"
)
_BONUS = 4.0
"""How much better a name reads right behind a unit or a trade."""


def entry_names(text: str) -> Iterator[NameReading]:
    """The names at the ends of three or more entries of one list."""
    for mark in _MARKS:
        marks = [m.span() for m in mark.between.finditer(text)]
        last = 0
        for segment in mark.segment.finditer(text) if len(marks) >= _FEWEST - 1 else ():
            begin, end = segment.span()
            first = last
            while first < len(marks) and marks[first][0] < begin:
                first += 1
            last = first
            while last < len(marks) and marks[last][0] < end:
                last += 1
            if last - first >= _FEWEST - 1:
                yield from _of_segment(text, mark, _parts(marks[first:last], begin, end))


def _of_segment(text: str, mark: _Mark, parts: Iterable[tuple[int, int]]) -> Iterator[NameReading]:
    return _broken(text, parts) if mark.pieces else _unbroken(text, list(parts))


def _unbroken(text: str, parts: Sequence[tuple[int, int]]) -> Iterator[NameReading]:
    """The names of entries side by side. Of the fewest that tell the last is read first: without it the others say nothing."""
    at = 0
    while at + _FEWEST <= len(parts):
        run: list[NameReading] = []
        end = at + _FEWEST
        while len(run) < _FEWEST and (reading := _at_end(text, *parts[end - 1 - len(run)])) is not None:
            run.append(reading)
        if len(run) < _FEWEST:
            at = end - len(run)
            continue
        run.reverse()
        while end < len(parts) and (reading := _at_end(text, *parts[end])) is not None:
            run.append(reading)
            end += 1
        at = end + 1
        yield from _of_run(run)


def _broken(text: str, parts: Iterable[tuple[int, int]]) -> Iterator[NameReading]:
    """The names of entries that may stand apart: a part of an entry's own (所长 in 所长、警长甲) may lie between."""
    run: list[NameReading] = []
    missing = 0
    for first, last in parts:
        reading = _at_end(text, first, last)
        if reading is not None:
            run.append(reading)
            missing = 0
            continue
        missing += 1
        if missing > _PIECES:
            yield from _of_run(run)
            run = []
    yield from _of_run(run)


def _parts(marks: Iterable[tuple[int, int]], begin: int, end: int) -> Iterator[tuple[int, int]]:
    at = begin
    for left, right in marks:
        yield at, left
        at = right
    yield at, end


def _at_end(text: str, begin: int, end: int) -> NameReading | None:
    """The name that an entry ends in, before brackets and counts."""
    reading = name_at_end(text, begin, end)
    return reading if reading is not None and reading.score > _LEAST else None


def name_at_end(text: str, begin: int, end: int) -> NameReading | None:
    """The best reading of the end of a stretch as a name, the better for a unit or trade that stands before it."""
    if end - begin > _LONGEST:
        return None
    tail = _TAIL.search(text[begin:end])
    stop = begin + tail.start() if tail else end
    open_end = text[stop : stop + 1] == "“"  # 甲获“乙”
    reading = read_name_before(text, stop) if stop - begin > 1 and not open_end else None
    if reading is None or reading.begin < begin:
        return None
    bonus = _BONUS if _OF_UNIT.search(text, max(begin, reading.begin - 3), reading.begin) else 0.0
    return NameReading(reading.begin, reading.end, reading.score + bonus)


def _of_run(run: list[NameReading]) -> Iterator[NameReading]:
    good = sum(reading.score > _GOOD for reading in run)
    if len(run) >= _FEWEST and good >= _SHARE * len(run):
        yield from (NameReading(reading.begin, reading.end, 0.0) for reading in run)
