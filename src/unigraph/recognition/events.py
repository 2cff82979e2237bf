"""Events: meetings, ceremonies, competitions, courses and activities that a text speaks of as particular ones.

A name is read from its head noun leftwards to the verb, mark or person that bounds it. Names of one article are then
joined: a plenum by term and session, a name and its shorter form, a word like 会议 with the event spoken of last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from unigraph.ontology import Ontology
from unigraph.recognition.document import Document
from unigraph.recognition.found import Found, Index
from unigraph.recognition.ordinals import ordinals, session_key
from unigraph.recognition.segmentation import cut

__all__ = ["EventMention", "LocalEvent", "find_events"]

_VERBS = (
    "召开 举行 举办 开展 主办 承办 协办 启动 组织 参加 出席 主持 参与 迎来 走进 开起 开了 办起 举行了 召开了 举办了 开展了 启动了 "
    "来到 观摩 列席 推出 发起 开设 筹办 参加了 出席了 荣获 获得 夺得 见证 组建 报名 走上 走到 搬进 送到 学习 传达 传达学习 贯彻 "
    "落实 部署 审议 听取 宣布 介绍 期间 以来 联合 联手 携手 包括 围绕 接连 连续 陆续 同步 精心 继续 深入 广泛 积极 扎实 大力 "
    "现场 当场 办了 办 开 开好 办好 打造 成为 作为 例如 提供 帮助 支持 获 由 在 把 将 被 对 向 到 给 让 从 于 是 有 为了 通过 以 并 就 也 都"
).split()
_BOUNDARY = re.compile(
    r"[，。；：！？\n]|(?<!党)的(?!(?:一流|时代))|" + "|".join(sorted((v for v in _VERBS if len(v) > 1), key=len, reverse=True))
    + r"|(?<![\u4e00-\u9fff](?=[在]))[在由把将被给](?=[\u4e00-\u9fff“《0-9])"
)
_LEADING = re.compile(
    r"^(?:[\s、和与及暨]|\d{1,2}月\d{1,2}日(?:至\d{1,2}日)?|(?:19|20)\d{2}年\d{1,2}月\d{1,2}日|上午|下午|晚上?|近日|日前|昨日|昨天|今天|当天|当日|一场|一次|一年一度|首场|首次|了|此次|本次|这次|该|各项|系列|多场|为期.{1,3}天|随后|其间|会上|期间|同时|全面|正式|隆重|年度的?)+"
)
_FRAME_AFTER = re.compile(
    r"(?:”|在[^，。；]{1,24}|于[^，。；]{1,14}|日前|近日|今天|昨日|今日|上午|下午|圆满|隆重|正式|顺利|如期|圆满|火热|成功|\d{1,2}月\d{1,2}日)*"
    r"(?:召开|举行|举办|开幕|启动|开班|开赛|开锣|落幕|闭幕|收官|收兵|拉开|启幕|上演|开讲|开营|开始|举行了|走进|落下|结束|圆满|把|请来|将)"
)
_FRAME_BEFORE = re.compile(r"(?:召开|举行|举办|开展|主办|承办|启动|组织|参加|出席|主持|推出|发起|开设|开了|办起|开起|参与|办了|迎来|举行了|召开了|举办了|开展了)(?:了|的|过)?(?:一场|一次|首场|首次|第一次)?$")
_STRONG = re.compile(r"[“《]|(?:19|20)\d{2}(?:[—-](?:19|20)?\d{2})?年|第[一二三四五六七八九十百\d]+[届次期]|[一二三四五六七八九十百]+届|首届|周年|[“”]")
_BARE = re.compile(r"^(?:此次|本次|这次|该|这场|本届|此届|当天的?|这一|这项|该项|整个|当日)?$")
_WEAK = frozenset("活动 行动 培训 演出 宣讲 比赛 竞赛 展览 研修 疗休养 联谊 比武 游园 慰问演出 专题培训 业务培训 讲座 沙龙 巡演 大比武 技能竞赛 送清凉 交流活动 慰问活动 考察活动 调研活动 培训活动 主题活动 论坛 党课 年会 例会 决赛 初赛 复赛 工作会议 工作会 大会 会议 集市 仪式 宣讲活动 竞赛活动 评选活动 征文活动 技术比武 座谈会 职代会 教代会 培训班 代表大会 职工代表大会 会员代表大会 全会 学习班 运动会 文化节".split())
_CEREMONY_OF = re.compile(r"(?:暨.{0,12})?(?:启动仪式|开幕式|闭幕式|开班仪式|开班式|启动式|颁奖仪式|颁奖典礼|结业仪式|开营仪式|开赛仪式|预备会议?|首场.{0,6}活动)$")
_NEGATIVE = re.compile(r"(?:各类|各种|每年|多次|定期|经常|广泛|不断|要|应|须|将|继续|深入|扎实|大力|积极|精心|组织好|开展好)[^，。；]{0,12}$")
_MAX_NAME = 64


@dataclass(frozen=True, slots=True)
class EventMention:
    """A place that speaks of an event; ``bare`` where it is only a word like 会议 or 此次大赛."""

    begin: int
    end: int
    cls: str
    name: str
    bare: bool
    head: str


@dataclass(slots=True)
class LocalEvent:
    """An event of one article, with all its mentions in the order of the text. ``parent`` is the event it is part of."""

    cls: str
    name: str
    head: str
    mentions: list[EventMention] = field(default_factory=list)
    key: str = ""
    parent: int | None = None


@lru_cache(maxsize=4)
def _heads(ontology: Ontology) -> tuple[AhoCorasick, list[tuple[str, str]]]:
    nouns = {**ontology.words("anaphor", "Event"), **ontology.words("headNoun", "Event")}
    items = sorted(nouns.items())
    return AhoCorasick([w for w, _ in items], matchkind=MatchKind.Standard), items


def find_events(document: Document, ontology: Ontology, bodies: Index, people: Index, mute: Index) -> list[LocalEvent]:
    """The events of an article. ``mute`` are stretches of exhortation, where only named events count."""
    mentions = list(_mentions(document, ontology, bodies, people, mute))
    return _joined(mentions, ontology)


# ---------------------------------------------------------------------- mentions


def _mentions(document: Document, ontology: Ontology, bodies: Index, people: Index, mute: Index) -> Iterable[EventMention]:
    text = document.text
    taken = 0
    for begin, end, cls in _head_spans(text, ontology):
        if end <= taken:
            continue
        start = _left(text, begin, people)
        raw = text[start:begin]
        head = text[begin:end]
        if _BARE.match(raw):
            if head in ontology.words("anaphor", "Event"):
                yield EventMention(start, end, cls, "", True, head)
                taken = end
            continue
        if _accepts(text, start, begin, end, head, bodies, mute):
            name = "".join(document.article.text[start:end].split("\n"))
            yield EventMention(start, end, cls, name.strip(), False, head)
            taken = end
        elif head in ontology.words("anaphor", "Event") and len(raw) == 0:
            yield EventMention(begin, end, cls, "", True, head)
            taken = end


def _head_spans(text: str, ontology: Ontology) -> list[tuple[int, int, str]]:
    """Head nouns by place, the longest at each end, none inside a longer one; 会议室 and 活动中心 are none."""
    automaton, items = _heads(ontology)
    best: dict[int, tuple[int, str]] = {}
    for index, begin, end in automaton.find_matches_as_indexes(text, overlapping=True):
        if end not in best or begin < best[end][0]:
            best[end] = (begin, items[index][1])
    spans = []
    for end, (begin, cls) in sorted(best.items()):
        after = text[end : end + 2]
        if _continues(text, begin, end, after):
            continue
        spans.append((begin, end, cls))
    return [s for s in spans if not any(o is not s and o[0] <= s[0] and s[1] < o[1] for o in spans if o[1] > s[1] and o[0] <= s[0])]


_CONTINUED = re.compile(r"室|员|中心|厅|场|人员|基地|方案|经费|资金|制度|机制|成员|工作|主题|日|服务|要求|站|楼|宫|课|材料|名|代表团|组织|通知|计划|委员|精神|成绩|章程|办法|规则|选手|项目|作品|奖|书|用|的通知|类|费|量|期间的|能力|学校|机构|内容|师|对象|体系")


def _continues(text: str, begin: int, end: int, after: str) -> bool:
    match = _CONTINUED.match(text, end)
    if match is None:
        return False
    if match.group() == "精神":
        return False
    tokens = cut(text[begin : end + 3])
    return any(t.end == end - begin for t in tokens) or True


def _left(text: str, head: int, people: Index) -> int:
    """Where the name that ends in a head noun begins."""
    floor = max(0, head - _MAX_NAME)
    start = floor
    masked = _mask_quotes(text, floor, head)
    for match in _BOUNDARY.finditer(masked):
        start = floor + match.end()
    for person in people.within(start, head):
        start = max(start, person.end)
    listed = masked.rfind("、", start - floor)
    if listed >= 0:
        start = floor + listed + 1
    leading = _LEADING.match(text[start:head])
    return start + leading.end() if leading else start


def _mask_quotes(text: str, begin: int, end: int) -> str:
    """The stretch with what stands in quotes and brackets blanked, so that no boundary is found there."""
    out, closers = [], []
    pairs = {"“": "”", "《": "》", "（": "）", "‘": "’"}
    stretch = text[begin:end]
    for c in stretch:
        if c in pairs and pairs[c] in stretch:
            closers.append(pairs[c])
            out.append("▪")
        elif closers and c == closers[-1]:
            closers.pop()
            out.append("▪")
        else:
            out.append("▪" if closers and c != "\n" else c)
    return "".join(out)


def _accepts(text: str, start: int, begin: int, end: int, head: str, bodies: Index, mute: Index) -> bool:
    modifier = text[start:begin]
    if len(modifier.strip("“”《》 ")) < 2 or end - start > _MAX_NAME:
        return False
    strong = bool(_STRONG.search(modifier))
    named = any(b.begin < begin for b in bodies.within(start, end)) or bool(bodies.covering(start))
    before, after = text[max(0, start - 14) : start], text[end : end + 40]
    framed = bool(_FRAME_BEFORE.search(before) or _FRAME_AFTER.match(after))
    if mute.covering(start) is not None:
        return strong and framed
    if head in _WEAK:
        return (strong and (framed or named or "“" in modifier)) or (named and framed) or (framed and not _NEGATIVE.search(before))
    return strong or named or framed


# ---------------------------------------------------------------------- events


def _joined(mentions: list[EventMention], ontology: Ontology) -> list[LocalEvent]:
    events: list[LocalEvent] = []
    pending: list[EventMention] = []
    for mention in mentions:
        if mention.bare:
            target = _antecedent(mention, events, ontology)
            if target is None:
                pending.append(mention)
            else:
                target.mentions.append(mention)
            continue
        target = next((e for e in events if _same(e, mention)), None)
        if target is None:
            target = LocalEvent(mention.cls, mention.name, mention.head, key=session_key(mention.name))
            events.append(target)
            _add_inner(events, target, mention, ontology)
        target.mentions.append(mention)
        if _better(mention.name, target.name):
            target.name, target.cls, target.head = mention.name, mention.cls, mention.head
    _place_pending(pending, events, ontology)
    for event in events:
        event.mentions.sort(key=lambda m: m.begin)
    return events


def _add_inner(events: list[LocalEvent], outer: LocalEvent, mention: EventMention, ontology: Ontology) -> None:
    """The event whose opening, closing or launch a ceremony is: a competition and its 开幕式 are two."""
    match = _CEREMONY_OF.search(mention.name)
    if match is None or match.start() < 4:
        return
    name = mention.name[: match.start()]
    nouns = ontology.words("headNoun", "Event")
    head = max((n for n in nouns if name.endswith(n)), key=len, default="")
    if not head or name == head:
        return
    inner = EventMention(mention.begin, mention.begin + len(name), nouns[head], name, False, head)
    target = next((e for e in events if e is not outer and _same(e, inner)), None)
    if target is None:
        target = LocalEvent(inner.cls, name, head, key=session_key(name))
        events.append(target)
    target.mentions.append(inner)
    outer.parent = events.index(target)


def _core(name: str) -> str:
    return re.sub(r"[\W_]", "", name)


def _same(event: LocalEvent, mention: EventMention) -> bool:
    """Whether a mention names an event already met."""
    if event.key and mention.name and session_key(mention.name) == event.key:
        return True
    a, b = _core(event.name), _core(mention.name)
    x, y = ordinals(event.name), ordinals(mention.name)
    if x and y and x != y:
        return False
    if bool(_CEREMONY_OF.search(event.name)) != bool(_CEREMONY_OF.search(mention.name)):
        return False
    short, long = sorted((a, b), key=len)
    if short in long:
        return True
    same_head = event.head[-2:] == mention.head[-2:]
    if same_head and _subsequence(short[: -len(mention.head)] or short, long) and len(short) >= 4:
        return True
    return same_head and SequenceMatcher(None, a, b, autojunk=False).ratio() >= 0.72


def _subsequence(short: str, long: str) -> bool:
    rest = iter(long)
    return all(c in rest for c in short)


def _better(new: str, old: str) -> bool:
    if len(new) > _MAX_NAME:
        return False
    return len(_core(new)) > len(_core(old)) and ("“" in new or "“" not in old)


def _antecedent(mention: EventMention, events: list[LocalEvent], ontology: Ontology) -> LocalEvent | None:
    """The event that a bare word speaks of: the last one whose head or class fits, else the last one."""
    word = mention.head
    fitting = [e for e in events if e.head.endswith(word) or word in e.head]
    if not fitting:
        fitting = [
            e for e in events
            if any(word in ontology.classes[c].anaphors for c in ontology.ancestors(e.cls))
        ]
    return fitting[-1] if fitting else None


def _place_pending(pending: list[EventMention], events: list[LocalEvent], ontology: Ontology) -> None:
    """Bare words before any event: a later event that fits, or an event of their own, named by its host later."""
    for mention in pending:
        fitting = [e for e in events if e.head.endswith(mention.head) or mention.head in e.head]
        if fitting:
            fitting[0].mentions.append(mention)
        elif mention.head in ontology.words("headNoun", "Event") and mention.head not in ("活动", "行动", "培训", "大会", "会议", "比赛", "竞赛"):
            event = LocalEvent(mention.cls, "", mention.head)
            event.mentions.append(mention)
            events.append(event)
