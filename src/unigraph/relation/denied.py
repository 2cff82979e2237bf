"""What somebody did not do, only planned, did at another time, or said to a reporter: no part in the event at hand."""

from __future__ import annotations

import re
from bisect import bisect_right

from unigraph.relation.scene import Scene

__all__ = ["absent", "denied", "interviewed", "long_ago", "quoted_aside", "reacts"]

_ABSENT = re.compile(
    r"\A(?:同志|教授|老师|先生|女士)?(?:因[^，。；\n]{1,14}?)?，?(?:均|都|也|则|还|原)?"
    r"(?:未(?!来)|没有?(?!想)|无法|不能|缺席|请假|曾|拟|计划|预计|将(?![^，。；\n]{1,20}(?:作为|送|交|授|讲|带|递|颁|发|赠|放|挂))|将(?:作(?!为)|讲(?!台)|开讲|主讲|授课)|即将)"
    r"|\A[^。；！？\n]{0,40}?(?:作出|作了|做出)[^，。；\n]{0,8}(?:批示|指示)|\A[^，。；\n]{0,20}?(?:(?:发来|寄来)(?!的)|致信|致电|发了?贺)[^，。；\n]{0,8}(?=[，。；]|\Z)"
    r"|\A(?:同志)?已[^，。；\n]{0,14}(?:调任|退休|离任|调离|去世|逝世)"
    r"|\A[^，。；：\n]{0,24}?将(?:围绕|于|就|从|出席|参加|分别|陆续|带来|依次)"
)
_ASKED = re.compile(r"(?:将|拟|计划|准备|打算)[^，。；\n]{0,6}(?:邀请|请)(?:了|到)?\Z")
_ENTRUSTED = re.compile(r"受\Z")
_BY_OTHERS = re.compile(r"(?:同志)?(?:的)?(?:委托|嘱托|指派|委派)")
"""受甲委托，乙出席: who sends somebody is not there."""
_DENIED = re.compile(
    r"(?:没有?|未|未能|没能|不曾|未曾|无法|不能|不便|来不及|顾不上|无缘|婉拒)(?:亲自|专程|再|现场|前来)?\Z"
)
_INTERVIEWED = re.compile(r"采访|受访|专访|(?:告诉|对|向|跟|同)(?:本报|本网)?记者")


_YEAR_TOLD = re.compile(
    r"(?:^|(?<=[，。；\n]))[^，。；\n]{0,6}?(?P<year>(?:19|20)\d{2})年[初底末间]?[，。]", re.MULTILINE
)
_RECENT = 1  # years before an article that may still be its news

_QUOTE_ENDS = re.compile(r"[。！？，…]”\Z")
_IN_ROOM = re.compile(r"会上|会场|现场|仪式上|席间|发言|讲话|致辞|台上|座谈|大家|学员|在座|在场")


def quoted_aside(scene: Scene, begin: int, position: int) -> bool:
    """“……”甲说: a quotation before its speaker, who says nothing of a room, is one to a reporter."""
    before = scene.text[max(0, begin - 2) : begin]
    if not _QUOTE_ENDS.search(before):
        return False
    clause = scene.document.clause_end(position)
    return not _IN_ROOM.search(scene.text, begin, clause) and not scene.mentions_within(begin, clause)


def absent(scene: Scene, begin: int, end: int) -> bool:
    """Whether what stands behind somebody, or before, says that he was not there, or not yet, or at another time."""
    clause = scene.document.clause_start(begin)
    behind = scene.text[end : scene.document.clause_end(end)]
    sends = _ENTRUSTED.search(scene.text, clause, begin) and _BY_OTHERS.match(behind)
    return bool(sends or _ABSENT.match(behind)) or bool(_ASKED.search(scene.text, clause, begin))


def denied(scene: Scene, position: int) -> bool:
    """没有到会, 未能参加: whether what begins at a position is said not to have been done."""
    return _DENIED.search(scene.text, max(0, position - 8), position) is not None


_REACTS = re.compile(
    r"[^。；！？\n]{0,24}?[说示慨言道][：，]“?(?:听完|听了|听过|看完|看了|参加完|通过(?:这|此|今天)|这次|此次|今天的?(?:活动|培训|课|讲座|报告|比赛)|没想到|很?(?:开心|荣幸|幸运)|收获)"
)


def reacts(scene: Scene, end: int) -> bool:
    """学员甲说：“听完报告…”: who tells what it was like to be there was in the audience."""
    return _REACTS.match(scene.text, end) is not None


def interviewed(scene: Scene, position: int) -> bool:
    """Whether what is said at a position is said to a reporter."""
    clause = scene.document.clause_start(position)
    return bool(_INTERVIEWED.search(scene.text, clause, min(scene.document.clause_end(position), position + 8)))


def long_ago(scene: Scene, position: int) -> bool:
    """Whether the paragraph tells at a position of a year long past: 时间回到1987年。这一年，甲走进某厂."""
    published = scene.document.article.published[:4]
    paragraph = scene.text.rfind("\n", 0, position) + 1
    told = scene.once(_years_told)
    at = bisect_right(told, position, key=lambda m: m.end()) - 1
    within = at >= 0 and told[at].start() >= paragraph
    return within and published.isdigit() and int(told[at]["year"]) < int(published) - _RECENT


def _years_told(scene: Scene) -> list[re.Match[str]]:
    return list(_YEAR_TOLD.finditer(scene.text))
