"""Bylines and credits: where an article says who wrote, pictured and edited it, and the people named there.

A byline is made of roles (全媒体记者, 通讯员, 责编, 摄 …) with names behind or before them, or of names in brackets at a
paragraph's end. Collective pen names (a place or trade with 工, 宣, 融媒 …) and bodies are nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from unigraph.lexicons import load_stopnames, load_surnames
from unigraph.lexicons.scripts import simplify
from unigraph.model import Span

__all__ = ["Byline", "byline_only", "credits_only", "find_bylines"]

_HAN = r"[\u3400-\u9fff\U00020000-\U0003ffff]"
_DOT = r"[·•・‧∙]"
_SPACE = r"[^\S\n]"
_NAME = rf"{_HAN}{{1,8}}(?:{_DOT}{_HAN}{{1,8}})+|{_HAN}{_SPACE}{{1,4}}{_HAN}(?!{_HAN})|{_HAN}{{2,4}}"
_SEPARATOR = rf"(?:{_SPACE}|[、,，/／;；_&]|和(?={_HAN}{{2,4}}(?:$|[\s)）、])))+"
_WRITERS = (
    r"(?:(?:本报|本网|本刊|本台|全媒体|融媒体?|特约|特派|首席|见习|实习|记者站)*(?:记者|通讯员|摄影师|撰稿人|撰稿|评论员)|"
    r"作者|撰文|文字|图文|图片|摄影|摄像|供稿|供图|文图|图(?:/|／)文|文(?:/|／)图|采写|整理|执笔|口述|播音|主播|朗读|制图|文|图|摄)"
)
_EDITORS = (
    r"(?:(?:本版|值班|责任|执行|美术|网络|新媒体|图文|文字|视频)*(?:编辑|编委|总编|总编辑|编审|校对|审校|校核)|责编|美编|主编|编校|组版|版式|"
    r"审核|审签|审定|[初复终一二三]审|初核|监制|总监制|制作|制图|策划|统筹|设计|签发|核发|排版|校)"
)
BYLINE_ROLE = rf"(?:{_WRITERS}|{_EDITORS})"
_COLON = rf"{_SPACE}*[:：|｜丨/／]{_SPACE}*"
_NAMES = rf"(?:{_NAME})(?:{_SEPARATOR}(?:{_NAME}))*"

_BRACKETS = re.compile(r"[（(\[［【]([^（()）\[\]［］【】\n]{2,90})[）)\]］】]")
_ROLE = re.compile(rf"(?:{_WRITERS}|{_EDITORS})")
_LABELLED = re.compile(rf"(?<!{_HAN})(?:{_WRITERS}|{_EDITORS}){_COLON}")
_SOURCE = re.compile(rf"(?:本文|信息|稿件|文章|消息)?来源{_COLON}")
_TOKEN = re.compile(_NAME)
_GAP = re.compile(_SEPARATOR)
_UNBOUND = re.compile(
    rf"(?:^|(?<=[讯电报端网号台站线\s])|(?<=[—-])){_SPACE}*(?:本报|本网|全媒体|融媒体?|特约|首席|见习|实习)*(?:记者|通讯员){_SPACE}*(?={_HAN})", re.M
)
_REPORTS = re.compile(rf"{_SPACE}*(?:摄影|综合|现场|图文|文)?(?:报道|报导|文|摄|摄影报道)")
_LONGEST_LINE = 70
_LINE = re.compile(
    r"[□◎○●■◇◆※][ 　]*[一-鿿]{2,4}(?:[ 　、]+[一-鿿]{2,4})*"
    r"|[^，。！？：；“”（(]{0,16}(?:记者|通讯员|特约撰稿)[ 　:：/／]*[一-鿿·]{2,12}(?:[ 　、_/／]+\S{2,12})*"
    r"(?:[ 　]*(?:文|摄影|文/图|图/文|报道|摄影报道|摄))?"
    r"|(?:文|图|撰文|整理|采写|作者|执笔|口述)[ 　]*[/／:：|｜丨][ 　]*\S.*"
)
_PICTURED = re.compile(rf"({_NAME}){_SPACE}*[/／]?{_SPACE}*(?:摄影报道|摄影|摄|供图|图)(?=[）)\]】]?{_SPACE}*$)", re.M)
_SIGNED = re.compile(rf"^{_SPACE}*[□◎○●■◇◆※]{_SPACE}*({_NAMES}){_SPACE}*$", re.M)
_NAMES_LINE = re.compile(rf"{_SPACE}*({_NAMES}){_SPACE}*")
_ENDING = re.compile(r"[。！？!?…”’』」）)\n]|^")

_COLLECTIVE = re.compile(
    r"(?:工会?|宣|融媒体?|[市县区省州旗镇乡]总|工宣|宣工|[通编]讯社?|记者站?|编辑部?|本报|[一-鿿][台网报社团部室科局处办委院校司站队厂馆所会]|中心|集团|公司"
    r"|宣传|新闻|媒体?|日报|晚报|综合|转载|如图|代章|待续|完毕?|草案|扩大|组图|图文|节选|全文|附后|视频|来源)$"
)
_CARELESS = frozenset("工宣总管团妇媒讯办委联组教卫建交邮铁矿网报台会")
"""Ends of collective pen names: 莞城管, 三水工, 珠工宣."""


@dataclass(frozen=True, slots=True)
class Byline:
    """A byline's range in the text and those of the people that it names, in order."""

    begin: int
    end: int
    names: tuple[Span, ...] = ()


def find_bylines(text: str) -> tuple[Byline, ...]:
    """All bylines and credits of an article's text, in order, none overlapping another.

    >>> text = "本报讯(全媒体记者周岚 通讯员南溪工)3月5日,南溪市总工会召开座谈会。(韩竹)"
    >>> [[text[n.begin:n.end] for n in b.names] for b in find_bylines(text)]
    [['周岚'], ['韩竹']]
    """
    folded = simplify(text)
    found = sorted(
        (b for find in (_in_brackets, _labelled, _unbound, _pictured, _signed, _alone) for b in find(folded)),
        key=lambda b: (b.begin, -b.end),
    )
    out: list[Byline] = []
    for byline in found:
        if not out or byline.begin >= out[-1].end:
            out.append(byline)
        elif byline.end > out[-1].end or set(byline.names) - set(out[-1].names):
            out[-1] = _joined(out[-1], byline)
    return tuple(out)


def byline_only(line: str) -> bool:
    """Whether a line is a byline and nothing else: 本报记者 甲 通讯员 乙, □丙, 文/丁."""
    folded = simplify(line)
    return len(folded) <= _LONGEST_LINE and not re.search(r"[。！？]", folded) and bool(_LINE.fullmatch(folded))


def credits_only(line: str) -> bool:
    """Whether a line holds nothing but roles with their names: 文：甲　图：乙　初审：丙."""
    folded = simplify(line).strip(" 　()（）[]【】")
    if len(folded) > _LONGEST_LINE or re.search(r"[。！？]", folded):
        return False
    labels = [*_LABELLED.finditer(folded), *_SOURCE.finditer(folded)]
    return any(m.start() == 0 for m in labels) and len(folded) <= 40 * len(labels)


def _joined(one: Byline, two: Byline) -> Byline:
    names = sorted({*one.names, *two.names})
    kept: list[Span] = []
    for name in names:
        if not kept or name.begin >= kept[-1].end:
            kept.append(name)
    return Byline(one.begin, max(one.end, two.end), tuple(kept))


def _in_brackets(text: str) -> Iterator[Byline]:
    """（记者 甲 通讯员 乙） anywhere; names alone where a report begins or a paragraph ends."""
    for match in _BRACKETS.finditer(text):
        begin, end = match.span(1)
        if _ROLE.match(text, begin) or re.search(rf"记者|通讯员|{_EDITORS}{_COLON}|摄影?$|文图$", match[1]):
            names = tuple(_after_roles(text, begin, end))
            if names or re.search("记者|通讯员|编辑|责编", match[1]):
                yield Byline(*match.span(), names)
        elif _closes(text, match) or _opens(text, match):
            names = tuple(_signers(text, begin, end, known=not _opens(text, match)))
            if names:
                yield Byline(*match.span(), names)


def _closes(text: str, match: re.Match[str]) -> bool:
    """Whether a bracket ends a paragraph after a full stop, or is one."""
    after = text[match.end() : match.end() + 8].lstrip(" 　")
    before = text[max(0, match.start() - 8) : match.start()].rstrip(" 　")
    return (not after or after[0] == "\n") and (not before or bool(_ENDING.match(before[-1])))


def _opens(text: str, match: re.Match[str]) -> bool:
    """Whether a bracket stands behind a dateline: 本报讯（甲）."""
    before = text[max(0, match.start() - 24) : match.start()].rpartition("\n")[2].rstrip(" 　")
    return before.endswith(("讯", "电", "消息"))


def _after_roles(text: str, begin: int, end: int) -> Iterator[Span]:
    """The people of a bracket: each run of names behind a role, or before 文图 and 摄影."""
    roles = list(_ROLE.finditer(text, begin, end))
    edges = [*(r.start() for r in roles[1:]), end]
    if roles and roles[0].start() > begin and roles[0].group() in ("摄", "摄影", "文图", "图文", "供图"):
        yield from _people(text, begin, roles[0].start(), known=True)
    for role, edge in zip(roles, edges, strict=True):
        yield from _people(text, role.end(), edge)


def _signers(text: str, begin: int, end: int, *, known: bool) -> Iterator[Span]:
    """The people of a signature without roles: 甲 乙, or a body and 甲."""
    words = [m.span() for m in re.finditer(r"[^\s、,，/_]+", text[begin:end])]
    for at, (b, e) in enumerate(words):
        word = text[begin + b : begin + e]
        if re.fullmatch(_NAME, word) and _is_person(word) and (not known or _surname(word)):
            yield Span(begin + b, begin + e)
        elif at and not re.fullmatch(_NAME, word):
            return


def _labelled(text: str) -> Iterator[Byline]:
    """作者：甲 乙, 责编：丙; and people behind 来源：某报."""
    for match in _LABELLED.finditer(text):
        limit = _line_end(text, match.end())
        other = _LABELLED.search(text, match.end(), limit) or _SOURCE.search(text, match.end(), limit)
        limit = other.start() if other else limit
        names, end = _run(text, match.end(), limit)
        if names or _short_line(text, match.start()):
            yield Byline(match.start(), max(end, match.end()), names)
    for match in _SOURCE.finditer(text):
        limit = _line_end(text, match.end())
        other = _LABELLED.search(text, match.end(), limit)
        words = [m.span() for m in re.finditer(r"\S+", text[match.end() : other.start() if other else limit])]
        people = [
            Span(match.end() + b, match.end() + e)
            for b, e in words[1:]
            if re.fullmatch(_NAME, text[match.end() + b : match.end() + e]) and _person_at(text, match.end() + b, match.end() + e)
        ]
        if people:
            yield Byline(match.start(), people[-1].end, tuple(people))


def _unbound(text: str) -> Iterator[Byline]:
    """记者甲 乙报道, 本报记者 甲 通讯员 乙 without brackets: names end where the report begins."""
    at = 0
    while match := _UNBOUND.search(text, at):
        names, end = _run(text, match.end(), _line_end(text, match.end()))
        at = match.end()
        report = _REPORTS.match(text, end)
        spaced = names and (report or end == len(text) or text[end] in "\n 　\t、") and _first_word(text, match.start())
        if names and (report or spaced):
            at = report.end() if report else end
            yield Byline(match.start(), at, names)


def _first_word(text: str, at: int) -> bool:
    """Whether a place is at a line's head, but for a name of a paper and a dateline."""
    before = text[max(0, at - 30) : at].rpartition("\n")[2]
    return not re.search(r"[，。,；：“”、]", before)


def _pictured(text: str) -> Iterator[Byline]:
    """甲 摄 at a line's end."""
    for match in _PICTURED.finditer(text):
        name = match.span(1)
        before = text[: name[0]].rpartition("\n")[2]
        if before and re.search(rf"{_HAN}$", before):
            continue  # no border before the name
        if _person_at(text, *name):
            yield Byline(name[0], match.end(), (Span(*name),))


def _signed(text: str) -> Iterator[Byline]:
    """□甲 on a line of its own."""
    for match in _SIGNED.finditer(text):
        names = tuple(_people(text, *match.span(1), known=True))
        if names:
            yield Byline(*match.span(), names)


def _alone(text: str) -> Iterator[Byline]:
    """The author's name on a line of its own below the headline."""
    lines = text.split("\n", 6)[:6]
    at = len(lines[0]) + 1
    for line in lines[1:]:
        if line and len(line) <= 12 and _names_alone(line):
            names = tuple(_people(text, at, at + len(line), known=True))
            if names:
                yield Byline(at, at + len(line), names)
            return
        if len(line) > 60:
            return
        at += len(line) + 1


def _names_alone(line: str) -> bool:
    """Whether a line holds nothing but names of people."""
    return bool(_NAMES_LINE.fullmatch(line)) and all(_surname(n) and _is_person(n) for n in _words(line, 0, len(line)))


def _run(text: str, begin: int, end: int) -> tuple[tuple[Span, ...], int]:
    """Names from a place on, separated by spaces and marks, and where they end."""
    names: list[Span] = []
    at, stop = begin, begin
    while token := _TOKEN.match(text, at, end):
        b, e = _trimmed(text, *token.span())
        if e < token.end() and not _REPORTS.match(text, e) and not _ROLE.match(text, e):
            break
        if e == token.end() and e < end and re.match(_HAN, text[e]) and not _REPORTS.match(text, e):
            break  # a word that goes on: no name
        if _person_at(text, b, e):
            names.append(Span(b, e))
        stop = e
        gap = _GAP.match(text, e, end)
        if e < token.end() or not gap:
            break
        at = gap.end()
    return tuple(names), stop


def _trimmed(text: str, begin: int, end: int) -> tuple[int, int]:
    """A token without the 报道, 文 or 摄 that it swallowed."""
    for length in range(2, end - begin):
        report = re.match(r"报道|报导|摄影|摄$|文图|综合报道", text[begin + length : end + 2])
        if report:
            return begin, begin + length
    return begin, end


def _people(text: str, begin: int, end: int, *, known: bool = False) -> Iterator[Span]:
    """The names of people in a range that holds names alone; ``known`` asks for a known surname."""
    at = begin
    for gap in [*re.finditer(_SEPARATOR + r"|[:：|｜丨]", text[begin:end]), None]:
        stop = begin + gap.start() if gap else end
        word = text[at:stop]
        if re.fullmatch(_NAME, word) and _is_person(word) and (not known or _surname(word)):
            yield Span(at, stop)
        at = begin + gap.end() if gap else end
    for match in re.finditer(rf"(?<!{_HAN}){_HAN}{_SPACE}{{1,4}}{_HAN}(?!{_HAN})", text[begin:end]):
        if _person_at(text, begin + match.start(), begin + match.end()):
            yield Span(begin + match.start(), begin + match.end())


def _words(text: str, begin: int, end: int) -> Iterator[str]:
    at = begin
    while token := _TOKEN.match(text, at, end):
        yield token.group()
        gap = _GAP.match(text, token.end(), end)
        if not gap:
            return
        at = gap.end()


def _person_at(text: str, begin: int, end: int) -> bool:
    return _is_person(text[begin:end])


def _is_person(word: str) -> bool:
    """Whether a word in a byline is a person's name, given that it has the shape of one."""
    name = re.sub(r"\s", "", word)
    if re.search(_DOT, name):
        return True
    if len(name) < 2 or _COLLECTIVE.search(name) or name in load_stopnames():
        return False
    return _surname(name) or len(name) == 2 or (len(name) == 4 and name[-1] not in _CARELESS)


def _surname(word: str) -> bool:
    surnames = load_surnames()
    return word[0] in surnames.single or word[:2] in surnames.compound or bool(re.search(_DOT, word))


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _short_line(text: str, at: int) -> bool:
    begin = text.rfind("\n", 0, at) + 1
    return _line_end(text, at) - begin <= 80
