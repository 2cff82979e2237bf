"""Bylines and credits: where an article says who wrote, pictured and edited it, and the people named there.

A byline is made of roles (全媒体记者, 通讯员, 责编, 摄 …) with names behind or before them, or of names in brackets
at a paragraph's end. Collective pen names (a place or trade with 工, 宣, 融媒 …) and bodies are nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from unigraph.lexicons import load_gazetteer, load_stopnames, load_surnames
from unigraph.lexicons.scripts import simplify
from unigraph.model import Span

__all__ = ["Byline", "byline_only", "credits_only", "find_bylines"]

_HAN = r"[\u3400-\u9fff\U00020000-\U0003ffff]"
_DOT = r"[·•・‧∙]"
_SPACE = r"[^\S\n]"
_SPACED = rf"(?<!{_HAN}){_HAN}{_SPACE}{{1,4}}{_HAN}(?!{_HAN})"
_NAME = rf"(?:{_HAN}{{1,8}}(?:{_DOT}{_HAN}{{1,8}})+|{_SPACED}|{_HAN}{{2,4}})"
_GAP = rf"(?:{_SPACE}|[、,，/／;；_&])+"
_NAMES = rf"{_NAME}(?:{_GAP}{_NAME})*"

_REPORTER = r"(?:(?:本报|本网|本刊|本台|全媒体|融媒体?|特约|特派|首席|见习|实习)*(?:记者|通讯员))"
_WRITER = (
    rf"(?:{_REPORTER}|摄影师|特约撰稿人?|撰稿人?|评论员|作者|撰文|文字|图文|文图|图片|摄影报道|摄影|摄像"
    r"|供稿人?|投稿人?|发布者|发布人|上传者|录入者?|供图|采写|整理|执笔|口述|播音|主播|朗读|制图|[图文][/／][图文])"
)
_EDITOR = (
    r"(?:(?:本版|值班|责任|执行|美术|网络|新媒体|图文|文字|视频)*(?:编辑|编委|总编辑?|编审|校对|审校|校核)"
    r"|责编|美编|主编|编校|组版|版式|审核|审签|审定|[初复终一二三]审|初核|总?监制|制作|策划|统筹|设计|签发|核发|排版)"
)
_ROLE = re.compile(rf"{_WRITER}|{_EDITOR}|[图文摄校](?={_SPACE}*[:：/／])")
_COLON = rf"{_SPACE}*[:：|｜丨/／]{_SPACE}*"
_LABELLED = re.compile(rf"(?<!{_HAN})(?:{_WRITER}|{_EDITOR}|[图文摄校]){_COLON}")
_SOURCE = re.compile(rf"(?:本文|信息|稿件|文章|消息)?来源{_COLON}")
_BRACKETS = re.compile(r"[（(\[［【]([^（()）\[\]［］【】\n]{2,90})[）)\]］】]")
_TELLING = re.compile(rf"记者|通讯员|{_EDITOR}{_COLON}|摄影?$|文图$|图文$|供图$")
_UNBOUND = re.compile(rf"(?:^|(?<=[讯电报端网号台站线\s—-])){_SPACE}*{_REPORTER}{_SPACE}*(?={_HAN})", re.MULTILINE)
_REPORTS = re.compile(rf"{_SPACE}*(?:摄影|综合|现场|图文|文)?(?:报道|报导)|{_SPACE}*(?:文|摄)(?!{_HAN})")
_PICTURED = re.compile(
    rf"(?<!{_HAN})({_NAME}){_SPACE}*[/／]?{_SPACE}*(?:摄影报道|摄影|摄|供图|(?<=[ 　/／])图)(?=[）)\]】]?{_SPACE}*$)",
    re.MULTILINE,
)
_PICTURES = re.compile(rf"(?:摄影|供图|摄)[（(]({_NAMES})[）)]")
_PICTURED_BY = re.compile(rf"(?<=\s)(?:摄影|摄|供图){_SPACE}+({_NAME}){_SPACE}*$", re.MULTILINE)
_SIGNED = re.compile(rf"^{_SPACE}*[□◎○●■◇◆※]{_SPACE}*({_NAMES}){_SPACE}*$", re.MULTILINE)
_NAMES_LINE = re.compile(rf"{_SPACE}*{_NAMES}{_SPACE}*")
_TOKEN = re.compile(_NAME)
_GAPS = re.compile(_GAP)
_WORDS = re.compile(rf"{_SPACED}|[^\s、,，/／:：|｜丨;；_&]+")
_BORDER = re.compile(r"[。！？!?…”’』」）)]")
_DATELINE_END = re.compile(r"(?:讯|电|消息)[ 　]*$")
_LINE = re.compile(
    r"[□◎○●■◇◆※][ 　]*[一-鿿]{2,4}(?:[ 　、]+[一-鿿]{2,4})*"
    r"|[^，。！？：；“”（(]{0,16}(?:记者|通讯员|特约撰稿)[ 　:：/／]*[一-鿿·]{2,12}(?:[ 　、_/／]+\S{2,12})*"
    r"(?:[ 　]*(?:文|摄影|文/图|图/文|报道|摄影报道|摄))?"
    r"|(?:文|图|撰文|整理|采写|作者|执笔|口述)[ 　]*[/／:：|｜丨][ 　]*\S.*"
)
_LONGEST_LINE = 70
_REACH = 60
"""Characters behind a role within which names are looked for."""

_NOBODY = re.compile(
    r"(?:工会?|宣|融媒体?|[市县区省州旗镇乡]总|[通编]讯社?|记者站?|编辑部?|本报|中心|集团|公司|宣传|新闻|媒体?|日报|晚报"
    r"|[一-鿿][台网报社团部室科局处办委院校司站队厂馆所会]|综合|转载|如图|时间|日期|次数|代章|待续|完毕?|草案|扩大|组图|图文|节选|全文"
    r"|记者|通讯员|作者|点击|点击[量数]|浏览|阅读|字号|打印|分享|收藏|发布|责编|图文|文图|文字|摄影|附后|视频|来源|单位|资料|网络|受访者?|主办方?|活动方|本人|家属|官方|供图|报道)$"
)
_COLLECTIVE_ENDS = frozenset("工宣总管团妇媒讯办委联组教卫建交邮铁矿网报台会")
"""Ends of collective pen names, where no surname begins them: 莞城管."""


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
    kinds = (_in_brackets, _labelled, _sources, _unbound, _pictured, _signed, _alone)
    found = sorted((b for kind in kinds for b in kind(folded)), key=lambda b: (b.begin, -b.end))
    out: list[Byline] = []
    for byline in found:
        if out and byline.begin < out[-1].end:
            out[-1] = _merged(out[-1], byline)
        else:
            out.append(byline)
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


def _merged(one: Byline, two: Byline) -> Byline:
    """Two readings of one place: all their names, of overlapping ones the first."""
    names: list[Span] = []
    for name in sorted({*one.names, *two.names}):
        if not names or name.begin >= names[-1].end:
            names.append(name)
    return Byline(one.begin, max(one.end, two.end), tuple(names))


# ---- where bylines stand


def _in_brackets(text: str) -> Iterator[Byline]:
    """（记者 甲 通讯员 乙） anywhere; names alone behind a dateline or at a paragraph's end."""
    for match in _BRACKETS.finditer(text):
        begin, end = match.span(1)
        if _TELLING.search(match[1]) or _ROLE.match(text, begin):
            yield Byline(*match.span(), tuple(_behind_roles(text, begin, end)))
            continue
        opens = bool(_DATELINE_END.search(text[max(0, match.start() - 8) : match.start()]))
        if opens or _closes(text, match):
            names = tuple(_people(text, begin, end, known=not opens))
            if names:
                yield Byline(*match.span(), names)


def _closes(text: str, match: re.Match[str]) -> bool:
    """Whether a bracket is a paragraph, or ends one behind a full stop."""
    before = text[max(0, match.start() - 8) : match.start()].rstrip(" 　")
    after = text[match.end() : match.end() + 8].lstrip(" 　")
    return after[:1] in ("", "\n") and (before[-1:] in ("", "\n") or bool(_BORDER.match(before[-1])))


def _labelled(text: str) -> Iterator[Byline]:
    """作者：甲 乙, 责编：丙, 摄影（丁）."""
    for match in _LABELLED.finditer(text):
        at = match.end() + (text[match.end() : match.end() + 1] == "\n")  # the names may stand on the next line
        names, end = _run(text, at, _limit(text, at))
        if names:
            yield Byline(match.start(), end, names)
    for match in _PICTURES.finditer(text):
        yield Byline(*match.span(), tuple(_people(text, *match.span(1))))


def _sources(text: str) -> Iterator[Byline]:
    """来源：某报 甲 乙."""
    for match in _SOURCE.finditer(text):
        words = list(_WORDS.finditer(text, match.end(), _limit(text, match.end())))
        people = tuple(Span(*w.span()) for w in words[1:] if re.fullmatch(_NAME, w[0]) and _is_person(w[0], known=True))
        if people:
            yield Byline(match.start(), people[-1].end, people)


def _unbound(text: str) -> Iterator[Byline]:
    """记者甲 乙报道, 本报记者 甲 通讯员 乙 without brackets: names end where the report begins."""
    for match in _UNBOUND.finditer(text):
        names, end = _run(text, match.end(), _limit(text, match.end()), known=True)
        report = _REPORTS.match(text, end)
        if report and len(names) > 1 and load_gazetteer().named(text[names[-1].begin : names[-1].end]):
            names = names[:-1]  # 记者甲 北京报道
        head = text[max(0, match.start() - 30) : match.start()].rpartition("\n")[2]
        alone = text[end : end + 1] in ("", "\n", " ", "　", "\t") and not re.search(r"[，。,；：“”、]", head)
        if names and (report or alone):
            yield Byline(match.start(), report.end() if report else end, names)


def _pictured(text: str) -> Iterator[Byline]:
    """甲 摄, 摄影 甲 at a line's end."""
    if "摄" not in text and "图" not in text:
        return
    for match in (*_PICTURED.finditer(text), *_PICTURED_BY.finditer(text)):
        if _is_person(match[1]):
            yield Byline(*match.span(), (Span(*match.span(1)),))


def _signed(text: str) -> Iterator[Byline]:
    """□甲 on a line of its own."""
    for match in _SIGNED.finditer(text):
        names = tuple(_people(text, *match.span(1), known=True))
        if names:
            yield Byline(*match.span(), names)


def _alone(text: str) -> Iterator[Byline]:
    """The author's name on a line of its own below the headline."""
    at = 0
    for number, line in enumerate(text.split("\n", 5)[:5]):
        if number and len(line) <= 12 and _NAMES_LINE.fullmatch(line):
            names = tuple(_people(text, at, at + len(line), known=True))
            if names and len(names) == len(_WORDS.findall(line)):
                yield Byline(at, at + len(line), names)
                return
        at += len(line) + 1


# ---- names


def _limit(text: str, at: int) -> int:
    """Where a role's names end at the latest: at the next role or source, or the line's end."""
    end = text.find("\n", at, at + _REACH)
    end = min(at + _REACH, len(text)) if end < 0 else end
    others = (m.start() for p in (_LABELLED, _SOURCE) if (m := p.search(text, at, end)))
    return min(others, default=end)


def _behind_roles(text: str, begin: int, end: int) -> Iterator[Span]:
    """The people of a bracket: those behind each role, and those before the first one."""
    at = begin
    for role in _ROLE.finditer(text, begin, end):
        yield from _people(text, at, role.start(), known=at == begin)
        at = role.end()
    yield from _people(text, at, end)


def _people(text: str, begin: int, end: int, *, known: bool = False) -> Iterator[Span]:
    """The people of a range that holds names, and perhaps bodies; ``known`` asks for a known surname."""
    for word in _WORDS.finditer(text, begin, end):
        if re.fullmatch(_NAME, word[0]) and _is_person(word[0], known=known):
            yield Span(*word.span())


def _run(text: str, begin: int, end: int, *, known: bool = False) -> tuple[tuple[Span, ...], int]:
    """Names from a place on, separated by spaces and marks, and where they end."""
    names: list[Span] = []
    at = stop = begin
    while token := _TOKEN.match(text, at, end):
        stop = _without_report(text, *token.span())
        word = text[at:stop]
        if stop < end and stop == token.end() and re.match(_HAN, text[stop]) and not _REPORTS.match(text, stop):
            return tuple(names), at  # a word that goes on: no name
        role = _ROLE.fullmatch(word)
        if not role and _is_person(word, known=known):
            names.append(Span(at, stop))
        gap = _GAPS.match(text, stop, end)
        if stop < token.end() or not gap:
            break
        at = gap.end()
        if following := _ROLE.match(text, at, end):
            at = following.end() + len(text[following.end() : end]) - len(text[following.end() : end].lstrip(" 　:："))
    return tuple(names), stop


def _without_report(text: str, begin: int, end: int) -> int:
    """The end of a name that is followed by 报道, 摄影 or the like without a space."""
    for at in range(begin + 2, end):
        if re.match(r"报道|报导|摄影|综合报道|文图|摄$", text[at : end + 2]):
            return at
    return end


def _is_person(word: str, *, known: bool = False) -> bool:
    """Whether a word in a byline is a person's name, given that it has the shape of one."""
    name = re.sub(r"\s", "", word)
    if re.search(_DOT, name):
        return True
    surnames = load_surnames()
    surname = name[0] in surnames.single or name[:2] in surnames.compound
    if _NOBODY.search(name) or name in load_stopnames() or (known and not surname):
        return False
    return surname or len(name) == 2 or name[-1] not in _COLLECTIVE_ENDS
