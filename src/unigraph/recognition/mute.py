"""Stretches that state no facts: what a meeting pointed out, what somebody hopes, what is planned."""

from __future__ import annotations

import re

from unigraph.recognition.document import Document
from unigraph.recognition.found import Found, Index

__all__ = ["find_mute"]

_EXHORTS = re.compile(
    r"(?:会议|大会|全会|座谈会|仪式|活动|论坛|会上)?(?:还|并|最后|同时|一致)?(?:指出|要求|强调|认为|提出|号召|希望|寄望|勉励|呼吁|倡议|嘱托|叮嘱)[，：，]?"
)
_MEETING_EXHORTS = re.compile(r"(?:^|(?<=\n))(?:会议|大会|全会|座谈会)(?:还|并|最后|同时|一致)?(?:指出|要求|强调|认为|提出|号召|希望)")
_PLANS = re.compile(r"(?:今后|下一步|接下来|未来|下阶段|往后)[^。！？\n]*|(?:^|(?<=[，。；\n]))[^，。；\n]{0,30}?(?:表示|提出)，?将[^。！？\n]*")
_QUOTED = re.compile(r"“[^”\n]{24,}”")


def find_mute(document: Document) -> Index:
    """The stretches in which a named thing is spoken of, but nothing is said to have happened."""
    spans: list[tuple[int, int]] = []
    text = document.text
    for paragraph in document.paragraphs:
        match = _MEETING_EXHORTS.match(text, paragraph.begin)
        if match:
            spans.append((match.end(), paragraph.end))
    for sentence in document.sentences:
        match = _EXHORTS.search(text, sentence.begin, sentence.end)
        if match:
            spans.append((match.end(), sentence.end))
    spans += [m.span() for m in _PLANS.finditer(text)]
    spans += [m.span() for m in _QUOTED.finditer(text)]
    return Index(Found(b, e, "mute", "") for b, e in _merged(spans))


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for begin, end in sorted(spans):
        if out and begin <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((begin, end))
    return out
