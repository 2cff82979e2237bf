"""Whether two articles are one text in two printings: pure functions of their words.

A *body* is what an article says without headline, dateline, byline and credits, folded in script, width and marks, as
clauses in order. Its *sketch* is a bottom-k MinHash (Broder, On the resemblance and containment of documents, 1997)
whose shingles are runs of neighbouring clauses. Shingles of a few characters, in bands of several rows, fail on news:
short bands hold all articles of one template, long ones lose a reprint whose end was cut. A run of clauses is rare by
itself, and with the figures of the article's opening in its key it does not hold next year's telling either; so each
minimum is a band by itself.

The judge wants one text: all figures in the same order, no name changed, typos apart; one may end sooner.
"""

from __future__ import annotations

import datetime
import hashlib
import math
import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from unigraph.lexicons import load_given_characters, load_surnames
from unigraph.lexicons.scripts import simplify
from unigraph.model import Span
from unigraph.reading.bylines import byline_only, credits_only, find_bylines
from unigraph.recognition.segmentation import frequency, tag

__all__ = ["Body", "body", "digest", "is_reprint", "near_in_time", "sketch"]

_KEYS = 12
"""Minima of a sketch: of two texts of which one ends at its half, with typos, three are shared on average."""
_LEAST = 60
"""Characters of a body below which it may be anybody's: a caption, a notice."""
_LEAST_ALIKE = 100
"""Characters that two bodies share at least if they are not the same."""
_KEPT = 0.5
"""The share of the longer body that the shorter one has at least."""
_A_TYPO = 40
"""Characters that bodies share for each one in which they differ."""
_EDIT = 2
"""Characters that a slip of the pen drops or adds at once."""
_DEICTIC = 8
"""Characters that 我 or 本 may stand for."""
_COMMON_FAMILIES = 100
"""Surnames behind which any other character is another name's, by rank."""
_LONGEST_WORD = 4
_RARE_WORD = 100
"""How often jieba's corpus has a word that is hardly one."""
_GIVEN = math.log(5e-5)
"""How common a character is in given names, behind any surname, for another to be another name's."""
_OPENING = 50
"""Characters of a body in which figures are its opening's."""
_DAYS = 60
"""Days after which the same words are another event's: a notice that comes every year."""
_SHINGLE = 20
"""Characters of a run of clauses, at least; two clauses if they are longer."""
_STRETCH = 400
"""Characters of a stretch that is compared one by one; a longer one that differs was written anew."""
_MOST_CLAUSES = 600
_MOST = 20_000
"""Characters of a body that are looked at; what comes behind counts as cut."""
_HEADLINE = 80
_HEADLINES = 3

_MARKS = re.compile(r"[。！？；，：…,;!?:\n]+")
_ENDS = re.compile(r"[。；;]")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_FOLDED = re.compile(r"[^\w.%]+|(?<!\d)\.|\.(?!\d)|_")
_RELATIVE_DAYS = re.compile(r"昨日|昨天|今日|今天|日前|近日|当日")
_DATELINE = re.compile(
    r"\s*(?:【[^】\n]{0,20}】)?\s*(?:[^，。；,\n]{0,24}?(?:(?<![通资音审简喜])讯|(?:[报社]|\d日)电|(?:讯|电|消息)(?=[\s:：—\-]))"
    r"[\s:：—\-]*|据[^，。\n]{2,16}(?:报道|消息|电)[，,])?"
)
_CAPTION = re.compile(
    r"\s*(?:[▲△▼◆]|图为|图[：:]|资料图|原标题|来源[：:]|转自|发布(?:日期|时间)|作者[：:]|时间[：:]|浏览|阅读)"
)
_FIGURE = re.compile(r"\d+(?:\.\d+)?%?")
_NUMERALS = re.compile(r"[\d.%〇零一二三四五六七八九十百千万亿两]")
_STYLE = str.maketrans("帐它作象份地得和订粘", "账他做像分的的与定黏")
"""Characters that each paper's style sets in its own way."""
_TELLING = frozenset("东西南北中上下左右前后内外省市县区乡镇村街州旗盟男女老少正副大小春夏秋冬甲乙丙丁未不非原首")
"""Characters of which one for another, or one more, is another thing."""


class Body(NamedTuple):
    """The folded clauses of an article."""

    clauses: tuple[str, ...]

    @property
    def text(self) -> str:
        """The clauses joined."""
        return "".join(self.clauses)


def body(text: str) -> Body:
    """The body of an article whose first lines are its headlines; it may be empty.

    >>> body("南溪市总工会开会\\n本报讯（记者 甲乙）3月5日，南溪市总工会開會。").clauses
    ('3月5日', '南溪市总工会开会')
    """
    paragraphs = list(_paragraphs(text[:_MOST]))
    if paragraphs:
        paragraphs[0] = paragraphs[0][_opening_end(paragraphs[0]) :]
    wide = unicodedata.normalize("NFKC", simplify("\n".join(paragraphs))).lower()
    plain = _RELATIVE_DAYS.sub("", _THOUSANDS.sub("", wide)).translate(_STYLE)
    return Body(tuple(c for part in _MARKS.split(plain) if (c := _FOLDED.sub("", part)))[:_MOST_CLAUSES])


def sketch(one: Body) -> tuple[int, ...]:
    """At most twelve keys, 63 bits each, sorted: articles that share none are not compared. None for short bodies."""
    words = one.text
    if len(words) < _LEAST:
        return ()
    opening = ",".join(m[0] for m in _FIGURE.finditer(words) if m.start() < _OPENING)
    return tuple(sorted({_hash(f"{opening}\n{run}") for run in _runs(one.clauses)})[:_KEYS])


def digest(one: Body) -> int:
    """63 bits that equal bodies have in common."""
    return _hash("\n".join(one.clauses))


def is_reprint(one: Body, two: Body) -> bool:
    """Whether two bodies are one text; the order does not matter.

    They have all figures in common, differ in no name, and otherwise in typos; either may end sooner.
    """
    if len(one.text) < _LEAST or len(two.text) < _LEAST:
        return False
    if one == two:
        return True
    if one > two:  # so that the order does not matter to the alignment either
        one, two = two, one
    if not _same_figures(one.text, two.text):
        return False
    shared = typos = 0
    changes: set[tuple[str, str]] = set()
    for a, b in _differences(one.clauses, two.clauses):
        if a == b:
            shared += len(a)
            continue
        edits = list(_edits(a, b))
        if None in edits or not changes.isdisjoint(e for e in edits if e and all(e)):
            return False
        changes.update(e for e in edits if e)
        typos += sum(max(len(x), len(y)) if len(x) <= _EDIT >= len(y) else 1 for x, y in filter(None, edits))
        shared += min(len(a), len(b))
    longer = max(len(one.text), len(two.text))
    return shared >= max(_LEAST_ALIKE, _KEPT * longer) and typos * _A_TYPO <= shared


def near_in_time(one: str, two: str) -> bool:
    """Whether two dates of publication, days or months, are of one piece of news; unknown ones may be."""
    if not one or not two:
        return True
    try:
        days = [datetime.date.fromisoformat(d if len(d) == 10 else f"{d}-15") for d in (one, two)]
    except ValueError:  # no date of the calendar
        return one == two
    return abs((days[0] - days[1]).days) <= _DAYS


# ---------------------------------------------------------------------- bodies


def _paragraphs(text: str) -> Iterator[str]:
    """The lines of an article without headlines, captions, bylines and credits."""
    cut = list(text)
    for byline in find_bylines(text):
        cut[byline.begin : byline.end] = [c if c == "\n" else " " for c in text[byline.begin : byline.end]]
    begin = 0
    headlines = 0
    for written, line in zip(text.split("\n"), "".join(cut).split("\n"), strict=True):
        begin += 1
        if not line.strip() or _CAPTION.match(line) or byline_only(written) or credits_only(written):
            continue
        if 0 <= headlines < _HEADLINES and len(line) <= _HEADLINE and not _ENDS.search(line):
            headlines += 1
            continue
        headlines = _HEADLINES
        yield line


def _opening_end(paragraph: str) -> int:
    found = _DATELINE.match(paragraph)
    return found.end() if found else 0


def _runs(clauses: tuple[str, ...]) -> Iterator[str]:
    """From each clause on, two or as many as make a shingle; of less than that the whole."""
    for begin in range(max(len(clauses) - 1, 1)):
        run = "\n".join(clauses[begin : begin + 2])
        for clause in clauses[begin + 2 :]:
            if len(run) >= _SHINGLE:
                break
            run += f"\n{clause}"
        yield run


def _hash(text: str) -> int:
    digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


# ---------------------------------------------------------------------- the judge


def _same_figures(one: str, two: str) -> bool:
    """Whether the figures of one text are the first of the other's."""
    return all(a[0] == b[0] for a, b in zip(_FIGURE.finditer(one), _FIGURE.finditer(two), strict=False))


def _differences(one: tuple[str, ...], two: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Both texts in stretches that are equal or differ, but for what one of them has more at its end."""
    for kind, i, i_end, j, j_end in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        a, b = "".join(one[i:i_end]), "".join(two[j:j_end])
        at_end = i_end == len(one) and j_end == len(two)
        if at_end and (a.startswith(b) or b.startswith(a)):
            yield min(a, b), min(a, b)
            return
        if at_end and kind == "replace" and i_end - i != j_end - j:
            more = abs((i_end - i) - (j_end - j))
            a, b = ("".join(one[i : i_end - more]), b) if i_end - i > j_end - j else (a, "".join(two[j : j_end - more]))
        yield a, b


def _edits(one: str, two: str) -> Iterator[tuple[str, str] | None]:
    """What a slip of the pen made of one stretch to give the other; ``None`` for what is none."""
    if max(len(one), len(two)) > _STRETCH:
        yield None
        return
    for kind, i, i_end, j, j_end in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if kind != "equal":
            edit = one[i:i_end], two[j:j_end]
            slip = _is_small(*edit) and _is_slip(one, Span(i, i_end), two, Span(j, j_end))
            yield edit if slip or _is_deictic(*edit) else None


def _is_slip(one: str, here: Span, two: str, there: Span) -> bool:
    """Whether a small change makes no other thing or person of what is spoken of: nothing telling is in it and no name,
    or else it makes a word here that is none there: 困难, where the other text has 困男."""
    changed = one[here.begin : here.end] + two[there.begin : there.end]
    family = _family(one, here, changed), _family(two, there, changed)
    if family == (None, None) and _TELLING.isdisjoint(changed):
        return True
    return _in_word(one, here, family[0]) != _in_word(two, there, family[1])


def _is_small(one: str, two: str) -> bool:
    return not _NUMERALS.search(one + two) and max(len(one), len(two)) <= _EDIT and min(len(one), len(two)) < _EDIT


def _is_deictic(one: str, two: str) -> bool:
    """我市 for 南溪市, by another paper."""
    short, other = sorted((one, two), key=len)
    return short in ("我", "本", "该") and len(other) <= _DEICTIC and not _NUMERALS.search(other)


def _in_word(text: str, span: Span, family: int | None) -> bool:
    """Whether what stands at a place makes a word with what is beside it; no given name: one that begins behind the
    family name there."""
    for start in range(max(0, span.begin - _LONGEST_WORD + 1), (span.begin if family is None else family) + 1):
        for stop in range(max(span.end, start + 2), min(len(text), start + _LONGEST_WORD) + 1):
            beside = start < span.begin < stop or span.begin < span.end < stop
            if beside and frequency(text[start:stop]) > _RARE_WORD and not tag(text[start:stop]).startswith("nr"):
                return True
    return False


def _family(text: str, span: Span, changed: str) -> int | None:
    """Where a family name stands whose bearer may be another by a change: 王伟, 王明; 王小明, 王明; 王伟, 汪伟."""
    surnames, given = load_surnames(), load_given_characters()
    if len(changed) == 2 and span.end - span.begin == 1 and surnames.single.issuperset(changed):
        return span.begin - 1
    likely = all(given.get(c, -math.inf) > _GIVEN for c in changed)
    for at in range(max(0, span.begin - 2), span.begin):
        family = text[at]
        if (
            family in surnames.rank
            and family not in surnames.rare
            and (likely or surnames.rank[family] < _COMMON_FAMILIES)
        ):
            return at
    return None
