"""Whether a headline begins an article of its own: what speaks for it and against it, weighed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from unigraph.lexicons.scripts import simplify
from unigraph.reading.blocks import Block
from unigraph.reading.marks import Kind, is_enumerated, plain

__all__ = ["Evidence", "Habits", "habits_of", "is_notice", "weigh"]

_WEIGHTS = {
    "listed": 5.0,  # in the table of contents
    "lead": 4.0,  # text with a dateline or byline
    "about": 4.0,  # a line of date, source or author
    "closed": 3.0,  # the article before is signed
    "label": 4.0,  # the label of a section
    "number": 2.0,  # a number on a line of its own, where those number articles
    "chapter": -3.0,  # and where they number chapters
    "page": 4.0,  # a masthead
    "brief": 4.0,  # the article before is a brief
    "sidebar": -6.0,  # the label of a box
    "two parts": 0.5,  # a headline of two parts
    "decks": 1.0,  # more lines than one
    "length": 0.3,  # for each character above twelve
    "news day": 2.0,  # the text tells what happened on a day
    "body": 1.0,  # a body or division is named
    "notice": 5.0,  # a notice, by its last word
    "gap": 2.5,  # set off by more than paragraphs are
    "no gap": -2.0,  # where other headlines are
    "others lead": -1.0,  # where other articles have bylines
    "enumerated": -4.0,  # 一、
    "speech": -4.0,  # 某某指出
    "quoted": -4.0,  # “某某”, a subhead in somebody's words
    "named before": -4.0,  # an annex that the text has named
    "list": -4.0,  # a line of a list
    "short": -1.0,  # the article before has hardly begun
}
_BIAS = -0.7

_NEWS_DAY = re.compile(r"(?<![\d年])\d{1,2}月\d{1,2}日|近日|日前|昨[日天晚]|连日来")
_TWO_PARTS = re.compile(r"\S{4,}[ 　]+\S{4,}")
_NOTICE = re.compile(r"(?:公告|公示|启事|通知|通告|声明|讣告|倡议书|公开信)$")
_SPEECH = re.compile(r"(?:指出|强调|表示|要求|说|认为|介绍)$|[:：]$")
_QUOTED = re.compile(r"[“\"「『][^“”\"「」『』]+[”\"」』]")
_BODY = re.compile(r"工会|总工|职工|劳模|集团|公司|市|县|区|省|厂|校|院|局|矿")
_HEADLINES = frozenset({Kind.HEADING, Kind.META, Kind.BYLINE})
_PROSE = frozenset({Kind.BODY, Kind.LEAD})
_SHORT = 60
_HEADLINE = 12
"""Characters that headlines have and subheads have not."""


@dataclass
class Evidence:
    """What stands between the last text and the headline at hand."""

    closed: bool = False
    label: bool = False
    number: bool = False
    page: bool = False
    sidebar: bool = False


@dataclass(frozen=True, slots=True)
class Habits:
    """How a page sets its articles.

    The usual gap of paragraphs in empty lines; whether headlines have a greater one; whether articles have bylines at
    their head; whether paragraphs behind 【】 are articles; and whether numbers on lines of their own count articles,
    whose headlines are longer than those of chapters.
    """

    paragraph_gap: int
    headlines_apart: bool
    leads: bool
    bracket_briefs: bool
    numbered: bool


def habits_of(blocks: Sequence[Block]) -> Habits:
    """The habits of a page."""
    pairs = list(pairwise(blocks))
    gaps = Counter(b.gap for a, b in pairs if a.kind in _PROSE and b.kind is Kind.BODY)
    usual = gaps.most_common(1)[0][0] if gaps else 0
    apart = sum(b.gap > usual for a, b in pairs if b.kind is Kind.HEADING and a.kind is not Kind.HEADING)
    leads = sum(a.kind in _HEADLINES and b.kind is Kind.LEAD for a, b in pairs)
    titles = [b.text.partition("】")[0] for b in blocks if b.kind is Kind.BRACKET]
    distinct = len(titles) > 1 and len(set(titles)) == len(titles)
    briefs = distinct and sum(len(t) > 6 for t in titles) > len(titles) / 2
    lengths = [len(plain(b.text)) for a, b in pairs if a.kind is Kind.NUMBER and b.kind is Kind.HEADING]
    numbered = sum(lengths) >= _HEADLINE * len(lengths)
    return Habits(usual, apart >= 2, leads >= 2, briefs, numbered)


def is_notice(headline: str) -> bool:
    """Whether a headline is that of a notice, by its last word."""
    return bool(_NOTICE.search(simplify(headline)))


def weigh(
    heads: Sequence[Block],
    body: Block,
    evidence: Evidence,
    habits: Habits,
    *,
    listed: bool,
    about: bool,
    in_list: bool,
    brief: bool,
    size: int,
    before: Sequence[str],
) -> float:
    """The sum of the weights of what holds; above 0 an article begins.

    ``heads`` are the headline's lines, ``body`` the text below; ``size`` is the number of characters of the article
    before, ``before`` its last paragraphs.
    """
    text = plain(heads[0].text)
    whole = simplify(" ".join(h.text for h in heads))
    lead = body.kind is Kind.LEAD
    apart = heads[0].gap > habits.paragraph_gap
    signs: dict[str, float] = {
        "listed": listed,
        "lead": lead,
        "about": about,
        "closed": evidence.closed,
        "label": evidence.label,
        "number": evidence.number and habits.numbered,
        "chapter": evidence.number and not habits.numbered,
        "page": evidence.page,
        "brief": brief,
        "sidebar": evidence.sidebar,
        "two parts": any(_TWO_PARTS.search(h.text) for h in heads),
        "decks": len(heads) > 1,
        "length": min(len(plain(whole)), 2 * _HEADLINE) - _HEADLINE,
        "news day": bool(_NEWS_DAY.search(simplify(body.text[:100]))),
        "body": bool(_BODY.search(whole)),
        "notice": is_notice(heads[-1].text),
        "gap": apart,
        "no gap": habits.headlines_apart and not apart,
        "others lead": habits.leads and not lead and not about,
        "enumerated": is_enumerated(heads[0].text),
        "speech": bool(_SPEECH.search(whole)),
        "quoted": bool(_QUOTED.fullmatch(text)),
        "named before": len(text) > 5 and any(text in paragraph for paragraph in before),
        "list": in_list,
        "short": size < _SHORT,
    }
    return _BIAS + sum(_WEIGHTS[name] * value for name, value in signs.items())
