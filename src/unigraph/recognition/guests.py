"""Bodies that 我校 and 校工会 cannot mean: those that came to us, and those that we went to.

Who is visited tells the news and names itself 我校; the guests are named in full. A text whose 我校 would else be the body
it names most would take guests for hosts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from unigraph.recognition.document import Document
from unigraph.recognition.found import Found, Index
from unigraph.scanning import Scan

__all__ = ["guests_of", "reached_by_us"]

_HOUSE = r"(?:集团公司|集团|公司|企业|学校|学院|医院|中心|协会|银行|校|院|厂|矿|局|行|会|处|段|所|馆)"
_DOES = (
    r"(?:开展|进行|实地|专题|就|考察|调研|参观|交流|学习|访问|走访|指导|取经|座谈|慰问|看望|检查|督导|洽谈|对接|观摩|"
    r"参访|讲学|授课|宣讲|作客|做客|传经|送|联谊)"
)
_TO_US = Scan(
    rf"(?:来到?|前来|莅临?|抵达?|到访?|访问|走访|走进|赴|光临|参访|拜访)[我本]{_HOUSE}"
    rf"|(?:来|莅|抵)(?:[校院司厂矿局行所馆段]|公司|集团|学校|医院)(?={_DOES}|[，。；！？）\s]|$)"
    r"|(?:来访|到访|莅临指导)(?=\s|$)"
)
_RECEIVES = re.compile(
    r"陪同|邀请?|[特应]邀|聘请|请来|欢迎|迎来|迎接|接待|会见|接见|举办|召开|组织|开展(?=[^，。；]{0,20}，)"
)
"""Who stands before it is the house, that receives those behind it."""
_WELCOMED = Scan(
    r"(?:迎来|迎接|欢迎|接待|会见|接见)了?(?:到访的|来访的|远道而来的|前来[^，。；！？\n]{0,12}的|来自)?"
    r"|[对向](?=[^，。；！？\n]{2,40}(?:到来|来访|莅临|到访|一行[^，。；！？\n]{0,12}欢迎))"
)
_LABEL = re.compile(r"[：:｜|]")
_NO_SUBJECT = re.compile(r"(?:在|由|应|受|与|同|跟|和我[校院司厂局行]|经|邀请?|从)$")
_WE_GO = Scan(
    rf"(?:(?<![\u4e00-\u9fff])(?:[我本]{_HOUSE}|[校院]工会|(?:公司|集团|学校|学院|医院)(?:党委|纪委|工会|领导))"
    r"[^。；！？\n]{0,60}?)"
    r"(?:(?<![\u4e00-\u9fff]回)赴|前往|来到|走进|走访|访问|拜访|奔赴|到(?![来位场]))"
)
_GOES = re.compile(r"[^，。；：！？\n]{0,14}?(?:赴|前往|走进|到(?!访|来)|走访|访问|拜访|考察)")
_PART = re.compile(
    r"[\u4e00-\u9fffA-Za-z\d]{1,10}?(?:部|车间|班组|项目|基地|现场|工地|一线|宿舍|食堂|分公司|站|矿区|厂区|校区|院区)"
)
"""公司领导到某公司项目部: a part of their own house."""
_UNION = "工会"
_NEAR = 8


def guests_of(document: Document, bodies: Index) -> frozenset[str]:
    """The names of the bodies that came to the house whose news this is; those of their unions without 工会."""
    text = document.text
    found = {_base(b) for match in _TO_US.finditer(text) for b in _coming(document, bodies, match.start())}
    if not _speaks_of_us(text):
        return frozenset(found)
    for match in _WELCOMED.finditer(text):
        body = next(iter(bodies.within(match.end(), match.end() + 40)), None)
        if body is not None and body.begin - match.end() <= 1:
            found.add(_base(body))
    first = next(iter(bodies.within(0, document.title_end)), None)
    if first is not None and _GOES.match(text, first.end, document.title_end) and not _came(document, first):
        found.discard(_base(first))  # 甲工会赴乙考察 is told by 甲
    return frozenset(found)


def reached_by_us(document: Document, bodies: Index) -> frozenset[str]:
    """The names of the bodies that 校工会 or our people went to."""
    found: set[str] = set()
    for match in _WE_GO.finditer(document.text):
        near = bodies.within(match.end(), match.end() + 40)
        if (
            near
            and near[0].begin - match.end() <= _NEAR
            and "，" not in document.text[match.end() : near[0].begin]
            and not _PART.match(document.text, near[0].end)
        ):
            found.add(_base(near[0]))
    return frozenset(found)


def _base(body: Found) -> str:
    return body.name.removesuffix(_UNION)


def _speaks_of_us(text: str) -> bool:
    return re.search(rf"[我本]{_HOUSE}|[校院]工会|来[校院]", text) is not None


def _came(document: Document, first: Found) -> bool:
    """Whether the headline says of the body that it begins with that it came to us."""
    return any(first.end <= m.start() < document.title_end for m in _TO_US.finditer(document.text))


def _coming(document: Document, bodies: Index, at: int) -> Iterable[Found]:
    """甲大学工会一行 before 来我校, in its sentence; nobody who stands before a label's colon or who receives them."""
    text = document.text
    begin = document.sentences[document.sentence_at(at)].begin
    begin = max(begin, text.rfind("\n", 0, at) + 1)
    for mark in (_LABEL, _RECEIVES):
        marks = list(mark.finditer(text, begin, at))
        if marks:
            begin = marks[-1].end()
    for body in bodies.within(begin, at):
        if not _NO_SUBJECT.search(text, max(begin, body.begin - 3), body.begin):
            yield body
