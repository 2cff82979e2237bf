"""Lines to blocks: broken lines are joined to paragraphs, and each paragraph gets a kind."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from unigraph.reading.lines import Line, columns, read_lines, wrap_width
from unigraph.reading.marks import SENTENCE_END, Kind, kind_of

__all__ = ["Block", "is_heading", "read_blocks"]

_SLACK = 4
_OPEN_FROM = 45
"""Characters from which a paragraph without a full stop inside is a sentence rather than a headline."""
_SAID_AGAIN = 0.4
"""Share of a line's pairs of characters that return in the next lines, where it is their headline."""
_CLOSERS = "”’』」）)》】］]〉>\"'"
_STARTERS = frozenset({Kind.LEAD, Kind.CAPTION, Kind.BRACKET, Kind.ITEM, Kind.BODY, Kind.ADVERT})
"""Kinds of paragraphs, which may run over several lines; all others are a line."""
_BY_CHANCE = frozenset({Kind.FURNITURE, Kind.META, Kind.BYLINE, Kind.CREDIT, Kind.TAIL})
"""Kinds told by words, which a line in the midst of a paragraph may hold too."""
_TRANSPARENT = frozenset({Kind.FURNITURE})
_HEADS = frozenset({Kind.LEAD, Kind.META, Kind.BYLINE})
_ENDED = re.compile(r"[。！？!?…][”’』」）)》】］\]〉>\"']*(?:[（(][^（()）。]{2,24}[）)])?$")
_UNIT = re.compile(r"[A-Za-z0-9.%]+|[“‘《（(【]*.[，。、；：！？”’》）)】…]*")


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
    width = wrap_width([line for line, kind in zip(lines, kinds, strict=True) if kind in _STARTERS])
    blocks: list[Block] = []
    run: list[Line] = []
    aside: list[Block] = []
    kind = Kind.BODY

    def flush() -> None:
        if run:
            blocks.extend(_blocks(run, kind, width))
        blocks.extend(aside)
        run.clear()
        aside.clear()

    for i, (line, found) in enumerate(zip(lines, kinds, strict=True)):
        follows = kinds[i + 1] if i + 1 < len(lines) else None
        if run and _continues(run, kind, line, found, width, follows, bool(aside)):
            run.append(line)
        elif found in _TRANSPARENT and run:
            aside.append(Block(found, line.text, line.gap, line.indent))
        else:
            flush()
            if found in _STARTERS:
                run.append(line)
                kind = found
            else:
                blocks.append(Block(found, line.text, line.gap, line.indent))
    flush()
    return blocks


def is_heading(text: str) -> bool:
    """Whether a paragraph could be a headline, deck or subhead: short, and no sentence."""
    last = text[-1]
    return (
        2 <= len(text) <= (60 if re.search(r"[ 　—|｜：:]", text) else 36)
        and last not in "。；，、：;,:"
        and not re.search(r"[。；;]", text)
        and text.count("，") + text.count(",") <= (2 if last == "—" else 1)
        and not (len(text) > 30 and text.count("、") > 2)
    )


def _kinds(lines: Sequence[Line]) -> list[Kind]:
    """Each line's kind; a line that returns beside page numbers and the like is a running head."""
    kinds = [kind_of(line.text) for line in lines]
    where: dict[str, list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        if kinds[i] in (Kind.BODY, Kind.FURNITURE, Kind.MASTHEAD) and len(line.text) <= 40 and is_heading(line.text):
            where[re.sub(r"\d+|\s", "", line.text)].append(i)
    for key, places in where.items():
        if len(places) > 1 and len(key) > 1 and all(_beside(kinds, i) for i in places):
            for i in places:
                kinds[i] = Kind.FURNITURE if kinds[i] is Kind.BODY else kinds[i]
    return kinds


def _beside(kinds: Sequence[Kind], i: int) -> bool:
    near = {kinds[j] for j in (i - 1, i + 1) if 0 <= j < len(kinds)}
    return bool(near & {Kind.FURNITURE, Kind.MASTHEAD})


def _continues(run: Sequence[Line], kind: Kind, line: Line, found: Kind, width: int, follows: Kind | None, torn: bool) -> bool:
    """Whether a line goes on with the paragraph before it; ``torn`` where a page's end lies between."""
    before = run[-1]
    full = bool(width) and before.indent + before.width >= width - _SLACK
    if full and _bare(run):
        full = before.indent + before.width + _unit(line.text) > width
    text = before.text
    ended = bool(_ENDED.search(text)) or (text[-1] in "）)" and not full)
    hanging = full and not line.gap and line.indent <= before.indent
    if found is not Kind.BODY:
        by_chance = found in _BY_CHANCE and not _bare(run) and _runs_on(line, width)
        return hanging and not ended and (found is kind is Kind.CAPTION or by_chance)
    if line.indent > before.indent + 1 and not line.gap and width:
        return False
    if hanging:
        return not (ended and _short_heading(line, width))
    if ended or kind is Kind.CAPTION or kind is Kind.ADVERT or follows in _HEADS:
        return False
    return _open(run, torn) and not (line.gap and width and not full and not torn)


def _runs_on(line: Line, width: int) -> bool:
    """Whether a line looks like one of a paragraph's: as wide as they are, or with a full stop at its end."""
    return line.width >= width - _SLACK or bool(_ENDED.search(line.text))


def _unit(text: str) -> int:
    """The columns of what can't be broken at a line's head: a number, or a character with its marks."""
    match = _UNIT.match(text)
    return columns(match.group()) if match else 2


def _short_heading(line: Line, width: int) -> bool:
    return line.indent + line.width < width - _SLACK and is_heading(line.text) and line.text[-1] not in SENTENCE_END + _CLOSERS


def _bare(run: Sequence[Line]) -> bool:
    """Whether a paragraph has no mark so far, as headlines have none."""
    return not re.search(r"[，。；：、,;:]", "".join(line.text for line in run))


def _open(run: Sequence[Line], torn: bool) -> bool:
    """Whether a paragraph stops in mid-sentence."""
    text = "".join(line.text for line in run[-3:])
    last = text[-1]
    if last in "：:；;" or last in SENTENCE_END or last in "”’』」）)】]":
        return False
    return bool(re.search(r"[。；;]|[，,].*[，,]", text)) or (torn and "，" in text) or len(text) >= _OPEN_FROM or (last in "，,、“（《" and len(text) >= 10)


def _blocks(run: Sequence[Line], kind: Kind, width: int) -> list[Block]:
    """A paragraph's block; two where its first line is a headline that happens to fill the line."""
    if width and len(run) > 2 and kind is Kind.BODY and run[0].indent == run[1].indent and _repeated(run):
        return [_block(run[:1], kind), _block(run[1:], kind)]
    return [_block(run, kind)]


def _repeated(run: Sequence[Line]) -> bool:
    """Whether a first line without marks says what the next lines say again, as a headline does."""
    first = run[0].text
    following = "".join(line.text for line in run[1:5])
    pairs = [first[i : i + 2] for i in range(len(first) - 1)]
    return _bare(run[:1]) and not re.search(r"\d日", first) and sum(pair in following for pair in pairs) >= _SAID_AGAIN * len(pairs)


def _block(run: Sequence[Line], kind: Kind) -> Block:
    text = join([line.text for line in run])
    if kind in (Kind.BODY, Kind.BRACKET) and is_heading(text):
        kind = Kind.HEADING
    return Block(kind, text, run[0].gap, run[0].indent)


def join(lines: Sequence[str]) -> str:
    """Broken lines as one: words of letters are kept apart, Chinese is not."""
    out = lines[0]
    for line in lines[1:]:
        apart = out[-1].isascii() and line[0].isascii() and out[-1].isalpha() and line[0].isalnum()
        out += f" {line}" if apart else line
    return out
