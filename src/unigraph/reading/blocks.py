"""Lines to blocks: broken lines are joined to paragraphs, and each paragraph gets a kind."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from unigraph.reading.lines import Line, columns, read_lines, wrap_width
from unigraph.reading.marks import Kind, kind_of
from unigraph.reading.rows import is_row

__all__ = ["Block", "is_heading", "read_blocks"]

_SLACK = 4
"""Columns by which a line of a wrapped paragraph may be short."""
_SENTENCE_FROM = 45
"""Characters from which text without a full stop is a sentence rather than a headline."""
_LONGEST_HEADLINE, _LONGEST_IN_PARTS = 36, 60
_SAID_AGAIN = 0.4
"""Share of a line's pairs of characters that return in the next lines, where it is their headline."""

_STARTERS = frozenset({Kind.LEAD, Kind.CAPTION, Kind.BRACKET, Kind.ITEM, Kind.BODY, Kind.ADVERT})
"""Kinds of paragraphs, which may run over several lines; all others are a line."""
_PROSE = frozenset({Kind.BODY, Kind.LEAD})
_BY_CHANCE = frozenset({Kind.FURNITURE, Kind.META, Kind.BYLINE, Kind.CREDIT, Kind.TAIL})
"""Kinds told by words, which a line in the midst of a paragraph may hold too."""
_HEADS = frozenset({Kind.LEAD, Kind.META, Kind.BYLINE})

_HEADS_OF_PAGES = frozenset({Kind.BODY, Kind.META, Kind.FURNITURE, Kind.MASTHEAD})
_RUNNING = {Kind.BODY: Kind.FURNITURE, Kind.META: Kind.MASTHEAD}
"""What a line that returns at each page's head is, by what it looks like."""

_ENDED = re.compile(r"[。！？!?…][”’』」）)》】］\]〉>\"']*(?:[（(][^（()）。]{2,24}[）)])?$")
_UNIT = re.compile(r"[A-Za-z0-9.%]+|[“‘《（(【]*.[，。、；：！？”’》）)】…]*")
_CLAUSES = re.compile(r"[。；;]|[，,].*[，,]")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a line by itself: its kind, its text, the empty lines before it, and its indent in columns."""

    kind: Kind
    text: str
    gap: int
    indent: int = 0


def read_blocks(text: str) -> list[Block]:
    """The blocks of a cleaned text."""
    lines = read_lines(text)
    kinds = _kinds(lines)
    width = wrap_width(
        [line for line, kind in zip(lines, kinds, strict=True) if kind in _STARTERS and not is_row(line.text)]
    )
    blocks: list[Block] = []
    run: list[Line] = []
    aside: list[Block] = []  # what stands between two parts of a paragraph
    kind = Kind.BODY
    for i, (line, found) in enumerate(zip(lines, kinds, strict=True)):
        following = (lines[i + 1], kinds[i + 1]) if i + 1 < len(lines) else None
        if run and _continues(run, kind, line, found, width, following, torn=bool(aside)):
            run.append(line)
        elif run and (found is Kind.FURNITURE or (found is Kind.CAPTION and kind in _PROSE and _torn(run, following))):
            aside.append(Block(found, line.text, line.gap, line.indent))
        else:
            blocks += _blocks(run, kind, width)
            blocks += aside
            run, aside = [], []
            if found in _STARTERS:
                run, kind = [line], found
            else:
                blocks.append(Block(found, line.text, line.gap, line.indent))
    return blocks + _blocks(run, kind, width) + aside


_BARS = 2
"""A line with so many bars is a row of a table."""


def is_heading(text: str) -> bool:
    """Whether a paragraph could be a headline, deck or subhead: short, and no sentence."""
    longest = _LONGEST_IN_PARTS if re.search(r"[ 　—|｜：:]", text) else _LONGEST_HEADLINE
    return (
        2 <= len(text) <= longest
        and text[-1] not in "。；，、：;,:"
        and not re.search(r"[。；;]", text)
        and text.count("，") + text.count(",") <= (2 if text[-1] == "—" else 1)
        and not (len(text) > 30 and text.count("、") > 2)
        and len(re.findall(r"[|｜]", text)) < _BARS
    )


def _kinds(lines: Sequence[Line]) -> list[Kind]:
    """Each line's kind; a line that returns beside page numbers and the like is a running head."""
    kinds = [kind_of(line.text) for line in lines]
    places: dict[str, list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        if kinds[i] in _HEADS_OF_PAGES and is_heading(line.text):
            places[re.sub(r"\d+|\s", "", line.text)].append(i)
    for key, found in places.items():
        if len(found) > 1 and len(key) > 1 and all(_beside_furniture(kinds, i) for i in found):
            for i in found:
                kinds[i] = _RUNNING.get(kinds[i], kinds[i])
    return kinds


def _beside_furniture(kinds: Sequence[Kind], i: int) -> bool:
    return any(kinds[j] in (Kind.FURNITURE, Kind.MASTHEAD) for j in (i - 1, i + 1) if 0 <= j < len(kinds))


def _continues(
    run: Sequence[Line],
    kind: Kind,
    line: Line,
    found: Kind,
    width: int,
    following: tuple[Line, Kind] | None,
    *,
    torn: bool,
) -> bool:
    """Whether a line goes on with the paragraph before it; ``torn`` where something else lies between."""
    before = run[-1]
    if is_row(line.text) and (is_row(before.text) or before.text[-1] in "：:"):
        return False
    ended = bool(_ENDED.search(before.text))
    full = bool(width) and before.indent + before.width >= width - _SLACK
    if ended or _bare(run):
        full = full and _fills(before, line, width)
    ended = ended or (before.text[-1] in "）)" and not full)
    hanging = full and not line.gap and line.indent <= before.indent
    if found is not Kind.BODY:
        by_chance = found in _BY_CHANCE and not _bare(run) and _runs_on(line, width)
        return hanging and not ended and (found is kind is Kind.CAPTION or by_chance)
    if line.indent > before.indent + 1 and not line.gap and width:
        return False
    if hanging:
        return not (ended and is_heading(line.text) and not _ENDED.search(line.text) and _stops(line, following, width))
    if ended or kind in (Kind.CAPTION, Kind.ADVERT) or (following is not None and following[1] in _HEADS):
        return False
    return _open(run, torn=torn) and not (line.gap and width and not full and not torn)


def _fills(line: Line, following: Line, width: int) -> bool:
    """Whether what begins the next line, a number or a character with its marks, had no room in this one."""
    unit = _UNIT.match(following.text)
    return line.indent + line.width + (columns(unit.group()) if unit else 2) > width


def _stops(line: Line, following: tuple[Line, Kind] | None, width: int) -> bool:
    """Whether a line is the last of its paragraph, as far as it shows."""
    if following is None or following[1] is not Kind.BODY or following[0].gap > 0:
        return True
    return not _fills(line, following[0], width)


def _runs_on(line: Line, width: int) -> bool:
    """Whether a line looks like one of a paragraph's: as wide as they are, or with a full stop at its end."""
    return line.width >= width - _SLACK or bool(_ENDED.search(line.text))


def _bare(run: Sequence[Line]) -> bool:
    """Whether a paragraph has no mark so far, as headlines have none."""
    return not any(re.search(r"[，。；：、,;:]", line.text) for line in run[:3])


def _open(run: Sequence[Line], *, torn: bool) -> bool:
    """Whether a paragraph stops in mid-sentence."""
    text = "".join(line.text for line in run[-3:])
    if text[-1] in "：:；;。！？!?…”’』」）)】]":
        return False
    told = len(text) >= _SENTENCE_FROM and re.search(r"[，。；：,;:]", text) is not None  # 甲  乙  丙: no sentence
    sentence = told or bool(_CLAUSES.search(text)) or (torn and "，" in text)
    return sentence or (text[-1] in "，,、“（《" and len(text) >= 6)


def _torn(run: Sequence[Line], following: tuple[Line, Kind] | None) -> bool:
    """Whether a paragraph stops in mid-sentence before a picture's caption, and goes on behind it."""
    text = "".join(line.text for line in run[-3:])
    goes_on = following is not None and following[1] is Kind.BODY and bool(_ENDED.search(following[0].text))
    return not _ENDED.search(text) and (
        _open(run, torn=False) or (goes_on and len(text) >= 20 and _open(run, torn=True))
    )


def _blocks(run: Sequence[Line], kind: Kind, width: int) -> list[Block]:
    """A paragraph's block; two where its first line is a headline that happens to fill the line."""
    if not run:
        return []
    if width and len(run) > 2 and kind is Kind.BODY and run[0].indent == run[1].indent and _repeated(run):
        return [_block(run[:1], kind), _block(run[1:], kind)]
    return [_block(run, kind)]


def _repeated(run: Sequence[Line]) -> bool:
    """Whether a first line without marks says what the next lines say again, as a headline does."""
    first = run[0].text
    following = "".join(line.text for line in run[1:5])
    pairs = [first[i : i + 2] for i in range(len(first) - 1)]
    again = sum(pair in following for pair in pairs)
    return _bare(run[:1]) and not re.search(r"\d日", first) and again >= _SAID_AGAIN * len(pairs)


def _block(run: Sequence[Line], kind: Kind) -> Block:
    text = _joined([line.text for line in run])
    if kind in (Kind.BODY, Kind.BRACKET) and is_heading(text):
        kind = Kind.HEADING
    return Block(kind, text, run[0].gap, run[0].indent)


def _joined(lines: Sequence[str]) -> str:
    """Broken lines as one: words of letters are kept apart, Chinese is not."""
    out = [lines[0]]
    for before, line in pairwise(lines):
        apart = before[-1].isascii() and line[0].isascii() and before[-1].isalpha() and line[0].isalnum()
        out += [" "] * apart + [line]
    return "".join(out)
