"""What single lines of a page are, by the words and marks that every paper, site and bulletin uses for them."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from unigraph.lexicons.scripts import simplify
from unigraph.reading.bylines import byline_only, credits_only

__all__ = ["BULLET", "ENUMERATOR", "Kind", "is_dateline", "is_enumerated", "is_label", "kind_of", "plain"]


class Kind(StrEnum):
    """The kinds of lines and paragraphs."""

    BODY = "body"
    LEAD = "lead"  # a paragraph that begins with a dateline or byline: 本报讯（记者 甲）
    HEADING = "heading"
    ITEM = "item"  # a paragraph behind a bullet
    BRACKET = "bracket"  # a paragraph behind its headline in 【】
    CAPTION = "caption"
    SIDEBAR = "sidebar"  # the label of a box: 新闻链接
    META = "meta"  # date, source, author, between headline and text
    BYLINE = "byline"  # a line of its own
    CREDIT = "credit"  # 责编：甲
    SIGNATURE = "signature"  # （甲）
    DATE = "date"  # a day and nothing else
    JUMP = "jump"  # （下转第4版）
    NUMBER = "number"  # 01, before an article
    CONTENTS = "contents"  # the label of a table of contents
    MASTHEAD = "masthead"  # the paper's name, date and number
    FURNITURE = "furniture"  # page numbers, navigation, imprint
    TAIL = "tail"  # what begins the end of a page: 上一篇, 往期推荐
    ADVERT = "advert"  # of no article, may run over lines


_HAN_DIGIT = "〇零○一二三四五六七八九"
_FRAGMENTS = {
    "{DAY}": r"(?:(?:19|20)\d\d\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?|"
    rf"[{_HAN_DIGIT}]{{4}}年[十{_HAN_DIGIT}]{{1,2}}月[十{_HAN_DIGIT}]{{1,3}}日)",
    "{TIME}": r"(?:[ 　T]*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)",
}
"""What patterns of ``marks.tsv`` name in braces."""

BULLET = re.compile(r"[△▲▽▼◆◇●○■□★☆※◎▶►▷➤✦❖▪◼•·⊙☞][ 　]*(?=\S)")
ENUMERATOR = re.compile(
    r"(?:[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|第[一二三四五六七八九十]{1,3}[，、,章节条部]"
    r"|[（(]?\d{1,2}(?:[)）、．]|\.(?!\d))|[①-⑳])[ 　]*"
)
_SPACES = re.compile(r"[ \t\u3000\xa0]+")
_DATELINE = re.compile(
    r"[【\[（(]?本[报网刊台社站][^，。、；！？“”（(】\])）]{0,14}[讯电][】\])）]?"
    r"|(?:[^，。、；：！？“”]{1,24}?(?:讯|电|消息)|讯)(?=[ 　（(]|记者|通讯员)"
)
_LEAD = re.compile(
    r"[^，。；！？“”（(]{0,20}[（(【\[][^（()）【】]{0,16}(?:记者|通讯员)[^（()）【】]{1,60}[）)】\]]\S"
    r"|[^，。；！？“”（(]{0,16}(?:记者|通讯员)[^，。；：！？]{2,24}(?:报道|报导)"
    r"|[^，。；！？“”（(]{2,12}(?:客户端|网|报)[ 　]+记者"
)
_CAPTION = re.compile(
    r"(?:[△▲▼◆●■★▶►◀][ 　]*)?"
    r"(?:图为|图[①-⑳一二三四五六七八九十\d]{1,3}[:：为]|[上下左右题]图[:：为，]?|图片说明|[（(](?:图|上图|下图)[^）)]*[)）]$)"
)
_PICTURED = re.compile(
    r"(?:摄(?:影(?:报道)?)?|供图|图[/／:：]\S{1,12}|(?:资料|视频)(?:图片?|照片|截图)"
    r"|(?:摄影?|供图)[ 　:：/／][ 　]*[一-鿿]{2,4}(?:[ 　、][一-鿿]{2,4}){0,3}|[（(][^（()）]{2,12}(?:摄影?|供图)[)）])$"
)
_BRACKET = re.compile(r"【[^【】]{4,40}】[ 　]*(?=\S{10})")
_LABEL_WORDS = re.compile(
    r"(?:简讯|短讯|快讯|要讯|动态|速递|快递|短波|传真|要闻|来风|采风|风采|视点|聚焦|广角|集锦|集萃|撷英|荟萃|博览"
    r"|扫描|瞭望|回音|之窗|天地|园地|播报|速览|速读|综合|新闻|经验|专栏|人物|通讯|特写|副刊|头条|资讯|信息|论坛"
    r"|一线|基层|交流|点击|点滴|拾零|纵览|看台|视线|视窗|之声|热线|书画|摄影|时评|评论|公告栏|公示栏|通知公告)$"
)


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[Kind, re.Pattern[str], int], ...]:
    """The rows of ``marks.tsv``: a kind, the longest line of it in characters, and what such a line looks like."""
    out = []
    for row in Path(__file__).with_name("marks.tsv").read_text(encoding="utf-8").splitlines():
        kind, longest, pattern = row.split("\t")
        for name, fragment in _FRAGMENTS.items():
            pattern = pattern.replace(name, fragment)
        out.append((Kind(kind), re.compile(pattern), int(longest)))
    return tuple(out)


def plain(text: str) -> str:
    """A line without spaces, brackets and ornaments around it."""
    return _SPACES.sub("", text).strip("【】[]［］《》<>〈〉—-–·•◆◇●○■□★☆▲△※◎|｜丨:：")


def is_label(text: str) -> bool:
    """Whether a short line names a section: 简　　讯, 工会动态, 【基层短波】."""
    word = simplify(plain(text))
    spaced = bool(re.fullmatch(r"\S(?:[ 　]+\S)+", text.strip("【】[]—-·")))
    return 2 <= len(word) <= 8 and (spaced or bool(_LABEL_WORDS.search(word)))


def is_dateline(text: str) -> bool:
    """Whether a paragraph begins with a dateline: 本报讯, 南溪日报3月5日讯."""
    return bool(_DATELINE.match(simplify(text)))


def is_enumerated(text: str) -> bool:
    """Whether a line begins with a number of a list: 一、 （二） 3. ④"""
    return bool(ENUMERATOR.match(text))


def kind_of(text: str) -> Kind:
    """What a line is, taken by itself. A paragraph may still turn out to be a heading."""
    text = simplify(text)
    for kind, pattern, longest in _patterns():
        if len(text) <= longest and pattern.fullmatch(text):
            return kind
    if BULLET.match(text) and not byline_only(text) and not _CAPTION.match(text) and not _PICTURED.search(text):
        return Kind.ITEM
    if _DATELINE.match(text):
        return Kind.LEAD
    if credits_only(text):
        return Kind.CREDIT
    if byline_only(text):
        return Kind.BYLINE
    if _CAPTION.match(text) or (len(text) <= 120 and _PICTURED.search(text)):
        return Kind.CAPTION
    if _LEAD.match(text):
        return Kind.LEAD
    return Kind.BRACKET if _BRACKET.match(text) else Kind.BODY
