"""Meetings that no noun names: 举行了座谈, 与某工会座谈交流, 座谈中, 在某地会谈."""

from __future__ import annotations

import re
from collections.abc import Iterable

from unigraph.recognition.document import Document
from unigraph.recognition.event_mentions import EventMention
from unigraph.recognition.found import Index
from unigraph.scanning import Scan

__all__ = ["find_meetings", "find_unveilings"]

_TALK = r"(?P<kind>座谈交流|交流座谈|座谈|会谈|会商|磋商)(?![会室纪])"
_HELD = Scan(rf"(?:举行|进行|开展|召开|组织|展开|作)(?:了|过)?(?:一次|一场|友好|深入|工作|亲切|专题|交流)*{_TALK}")
_WITH = re.compile(
    rf"(?:与|和|同|跟)[^，。；：！？\n]{{2,50}}?(?:进行|开展|举行|展开|一起|共同)?了?(?:友好|深入|亲切)*{_TALK}(?:[^，。；：！？\n]{{0,4}})(?=[，。；\n]|$)"
)
_DURING = Scan(
    rf"(?:^|(?<=[，。；\n\s]))(?:在)?(?:调研|考察|工作|专题)?{_TALK}(?:交流)?(?:中|时|期间|过程中|结束后|环节|现场|间隙|伊始|开始|由[^，。；\n]{{2,30}}?主持)"
)
_UNVEILED = re.compile(
    r"(?:[^，。；：、\n的]{0,6}?(?:正式|隆重|今日|昨日|顺利|\d{1,2}月\d{1,2}日(?:上午|下午)?))?"
    r"(?P<act>揭牌启用|揭牌成立|挂牌成立|揭牌运营|揭牌|挂牌|启用|开馆|开园|奠基|竣工|落成|揭幕|投用)(?=了?[，。；！\n]|仪式[上，。])"
)
_CEREMONIAL = re.compile(r"仪式|剪彩|揭幕|(?:到场|共同|一起|一同|一道|为[^，。；\n]{1,20})揭牌|主持(?:活动|揭牌)")
_IN_ROOM = Scan(
    rf"[在于到进][^，。；：！？\n]{{0,20}}?(?:会议室|会客室|接待室|会议厅|活动室|办公室|报告厅|展厅|职工之家)(?:里|内|中)?，?"
    rf"(?:一起|共同|一同|随即|便|就|亲切|深入|坐下来?|围坐在一起|坐在一起|面对面)*{_TALK}(?=[，。；\n]|交流|了|时)"
)
_FORMAL = {"会谈": "会谈", "会商": "会商会", "磋商": "磋商会"}


def find_meetings(document: Document, bodies: Index, mute: Index) -> Iterable[EventMention]:
    """The places that say that some bodies met, as mentions of a meeting without a name."""
    seen: set[int] = set()
    for pattern in (_HELD, _WITH, _DURING, _IN_ROOM):
        for match in pattern.finditer(document.text):
            begin, end = match.span("kind")
            if pattern is _WITH and not bodies.within(match.start(), begin):
                continue  # 与职工座谈 is part of a visit
            if begin not in seen and mute.covering(begin) is None:
                seen.add(begin)
                head = _FORMAL.get(match["kind"], "座谈会")
                yield EventMention(begin, end, "Meeting", "", True, head, True)


def find_unveilings(document: Document, bodies: Index, read: Iterable[EventMention]) -> Iterable[EventMention]:
    """某工人文化宫正式揭牌启用: the ceremony that a lead tells of by its verb alone, in an article that tells of one."""
    if not _CEREMONIAL.search(document.text, document.title_end):
        return
    lead = [s for s in document.sentences if s.begin >= document.title_end][:2]
    if not lead or any(not m.bare and m.begin < lead[-1].end for m in read):
        return
    for sentence in lead:
        for body in bodies.within(sentence.begin, sentence.end):
            match = _UNVEILED.match(document.text, body.end, sentence.end)
            if match:
                name = f"{body.name}{match['act'].removesuffix('成立')}仪式"
                yield EventMention(
                    match.start("act"), match.end("act"), "Ceremony", name, False, f"{match['act'][:2]}仪式"
                )
                return
