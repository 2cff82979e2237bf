"""Stretches that state no facts: what a meeting pointed out, what somebody hopes, what is planned."""

from __future__ import annotations

import re

from unigraph.recognition.document import Document
from unigraph.recognition.found import Found, Index
from unigraph.recognition.genre import is_other_genre
from unigraph.scanning import Scan

__all__ = ["find_mute"]

_EXHORTS = Scan(
    r"(?:会议|大会|全会|座谈会|仪式|活动|论坛|会上)?(?:还|并|最后|同时|一致)?(?:指出|要求|强调|认为|提出|号召|希望|寄望|勉励|呼吁|倡议|嘱托|叮嘱)[，：，]?"
)
_STATED = re.compile(  # words of exhortation in clauses that say what was done
    r"(?:按照|根据|遵照|依照|对照|按|落实)[^，。；：\n]{0,24}?要求"
    r"|提(?:出|了)[^，。；：\n]{0,12}?(?:要求|意见|建议|希望|期望)(?=[，；。])"
    r"|(?:发出|宣读|发布|响应)[^，。；：\n]{0,12}?(?:倡议|号召)|(?:的|新|工作|具体|明确)要求"
)
_MEETING_EXHORTS = re.compile(
    r"(?:^|(?<=\n))(?:会议|大会|全会|座谈会)(?:还|并|最后|同时|一致)?(?:指出|要求|强调|认为|提出|号召|希望)"
)
_PLANS = Scan(
    r"(?:^|(?<=[，。；\n]))下一?[届次][^，。；！？\n]{0,16}将[^。！？\n]*|(?:今后|下一步|(?<![，。；：\n])接下来(?!的)|接下来(?!的)(?=[^。！？\n]{0,30}?(?:将|要|会|计划|继续|进一步|力争|努力|加大|推动|围绕|按照|聚焦|深化|持续|不断))|未来|下阶段|(?<!再)往后)[^。！？\n]*|(?:^|(?<=[，。；\n]))[^，。；\n]{0,30}?(?:表示|提出)(?P<plan>，?将[^。！？\n]*)"
)
_DEPUTIES = Scan(r"(?:出席|参加)[^，。；\n]{1,30}?(?:代表大会|大会)(?:的|正式|的正式)?代表(?!团|队|们|大会|会)")
"""Who is elected to go to a congress to come: nothing happened there yet."""
_STUDIED = Scan(r"(?:传达|学习)了?[^，。；\n]{0,60}?(?:精神|重要讲话|重要指示)")
_GOES_ON = re.compile(  # the tale of what was done goes on after the semicolon
    r"；(?=(?:随后|接着|紧接着|之后|然后|而后|又|再|最后|当[天日晚]|次日|[上下]午|\d+日|来到|走进|前往|在[^，；。]{2,12}，)[^；]*)"
)
_QUOTED = re.compile(r"“[^”\n]*”?")  # a match in any case, so that a row of open quotes is passed over once
_QUOTED_LENGTH = 26
_MARK = re.compile(r"[，。；！？]")  # without marks it is a name


def find_mute(document: Document) -> Index:
    """The stretches in which a named thing is spoken of, but nothing is said to have happened."""
    if is_other_genre(document):
        return Index((Found(0, len(document.text), "mute", ""),))
    spans: list[tuple[int, int]] = []
    text = document.text
    for paragraph in document.paragraphs:
        match = _MEETING_EXHORTS.match(text, paragraph.begin)
        if match:
            spans.append((match.end(), paragraph.end))
    exhorting = {document.sentence_at(at) for m in _EXHORTS.finditer(text) for at in (m.start(), m.end() - 1)}
    for sentence in (document.sentences[i] for i in sorted(exhorting)):
        stated = [m.span() for m in _STATED.finditer(text, sentence.begin, sentence.end)]
        for match in _EXHORTS.pattern.finditer(text, sentence.begin, sentence.end):
            if not any(begin < match.end() and match.start() < end for begin, end in stated):
                goes_on = _GOES_ON.search(text, match.end(), sentence.end)
                spans.append((match.end(), goes_on.start() if goes_on else sentence.end))
                break
    spans += [m.span("plan" if m["plan"] else 0) for m in _PLANS.finditer(text)]  # who says so does speak
    spans += [(m.start() + 1, m.end()) for m in _DEPUTIES.finditer(text)]
    spans += [(m.start() + 1, m.end()) for m in _STUDIED.finditer(text)]  # who passes it on does speak
    spans += [m.span() for m in _QUOTED.finditer(text) if _is_said(m.group())]
    return Index(Found(b, e, "mute", "") for b, e in _merged(spans))


def _is_said(quotation: str) -> bool:
    """Whether a quotation is closed, long, and no name."""
    return quotation[-1] == "”" and len(quotation) >= _QUOTED_LENGTH and _MARK.search(quotation) is not None


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for begin, end in sorted(spans):
        if out and begin <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((begin, end))
    return out
