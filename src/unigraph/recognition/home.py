"""Signs of the place that an article is told from, where guests from elsewhere are named in full and the hosts are not.

Who comes (来) comes to where the article is told; a paper's name in the dateline and 建设美好新南溪 say where that is; a bare
市总工会 that acts with 北原市总工会 is another's.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from unigraph.lexicons import Division, load_division_marks, load_gazetteer
from unigraph.recognition.divisions import LEVEL_WORDS, DivisionHit
from unigraph.recognition.document import Document
from unigraph.scanning import Scan

__all__ = ["Signs", "marked_divisions", "signs_of_home"]

_VISIT = (
    r"(?:专题|实地|进行|就|围绕|深入)?(?:调研|考察|学习|交流|参观|参访|访问|走访|慰问|看望|指导|取经|开展|督导|督查|检查|授课|宣讲|座谈|"
    r"对接|观摩|研学|疗养|疗休养|送温暖|送清凉)"
)
_COMES = re.compile(r"(?:来|莅临|莅|抵|光临)$")
_STAYS = re.compile(rf"[\u4e00-\u9fff]{{0,8}}?{_VISIT}|[，。\s]|$")
_MARK = re.compile(rf"(?:来|莅|抵)(?P<mark>[\u4e00-\u9fff])(?={_VISIT}|[，。\s]|期间|$)")
_MARKED = re.compile(
    rf"(?:在|来|赴|入|抵|莅|到|访)(?P<mark>[\u4e00-\u9fff])"
    rf"(?={_VISIT}|隆重|圆满|正式|成功|联合|共同|举行|召开|举办|开幕|启动|落幕|闭幕|开赛|开班|揭牌|成立|签约|签署|签订|期间|[一二两三四五]天|[，。；、])"
)
_PAPER = re.compile(
    r"(?:日报|晚报|晨报|早报|都市报|商报|时报|工人报|劳动报|新闻网|在线|电视台|广播电视台|融媒体?(?:中心)?|发布|工会)"
    r"(?=讯|[^，。；：\n]{0,6}?(?:讯|消息|报道)|（?记者|\s*\d{1,2}月\d{1,2}日)"
)
_PAPER_NAME = re.compile(r"日报|晚报|新闻网|工人报")
_SOURCE = re.compile(r"(?:来源|稿源|据|转自)[：:]?\s*[《“]?$")
_PRAISED = re.compile(r"(?:新|美丽|大美|最美|幸福|平安|法治|和谐|文明|富美|魅力|活力|智慧|数字|实力)$")
_BARE = Scan(
    r"(?:^|(?<=[\s，。；：、“]))(?P<level>省|市|州|区|县)(?=委|人大|政府|政协|总工会|总[^体工部局])"
    r"[^。！？\n]{2,60}?(?:与|同|和|会同|携手|联合)(?=(?P<next>[\u4e00-\u9fff]))"
)
_TO_US = Scan(
    r"(?:来到?|前来|莅临|莅|抵达?|光临|到访)我(?P<level>省|市|州|区|县|旗)"
    r"|[到赴]我(?P<other>省|市|州|区|县|旗)(?=参观|考察|学习|取经|交流|参访|访问|对接|观摩)"
)
"""来我县参观: whoever comes is of another county."""
_BODY_AFTER = re.compile(r"总工会|委|人大|政协|人民政府|政府|总[，。、党]")
_VISITED, _PAPERED, _PRAISES, _AGAINST = 3.0, 2.0, 1.0, -3.0


@dataclass(frozen=True, slots=True)
class Signs:
    """How much speaks for or against each division as home, by code; whether the text tells of guests."""

    weights: Mapping[str, float]
    guests: bool

    def better(self, own: Division | None) -> Division | None:
        """The division that signs speak for clearly, if it is another than ``own``, or a part of it."""
        gazetteer = load_gazetteer()
        best = max(self.weights, key=lambda c: (self.weights[c], len(c.rstrip("0")), c), default="")
        division = gazetteer.get(best)
        if division is None or (own is not None and division in gazetteer.path(own.code)):
            return None
        lead = self.weights[best] - (self.weights.get(own.code, 0.0) if own else 0.0)
        return division if lead >= _PAPERED else None


def signs_of_home(document: Document, hits: Iterable[DivisionHit]) -> Signs:
    """All signs in a text. A division that several share a name with is none."""
    hits = tuple(hits)
    weights: dict[str, float] = defaultdict(float)
    visited = [*_where_guests_come(document, hits), *_by_mark(document, hits)]
    for code in visited:
        weights[code] += _VISITED
    for hit in hits:
        one = _one(hit)
        if one is not None:
            weights[one.code] += _told(document, hit, hits)
    for code in _acting_with_bare(document, hits):
        weights[code] += _AGAINST
    guests = list(_coming_to_us(document, hits))
    for code in guests:
        weights[code] += _AGAINST
    return Signs({c: w for c, w in weights.items() if w}, bool(visited or guests))


def _one(hit: DivisionHit) -> Division | None:
    """The division that a name means: the only one that is no town, else the only one."""
    wide = [d for d in hit.candidates if d.level != "town"]
    fitting = wide or list(hit.candidates)
    return fitting[0] if len(fitting) == 1 or (wide and fitting[0].level in ("province", "prefecture")) else None


def _where_guests_come(document: Document, hits: Iterable[DivisionHit]) -> Iterable[str]:
    """来南溪调研, 莅临南溪市总工会考察."""
    text = document.text
    for hit in hits:
        one = _one(hit)
        if one and _COMES.search(text, max(0, hit.begin - 2), hit.begin) and _STAYS.match(text, hit.end):
            yield one.code


def _by_mark(document: Document, hits: Iterable[DivisionHit]) -> Iterable[str]:
    """来溪调研: whose name holds the character, and who is named in the text; 来皖 by the mark of a province."""
    yield from (division.code for _, _, division in _marked(document, hits, _MARK))


def marked_divisions(document: Document, hits: Iterable[DivisionHit]) -> Iterable[tuple[int, int, Division]]:
    """在京举行, 来皖参访: divisions by one character, each with its place in the text."""
    return _marked(document, hits, _MARKED)


def _marked(
    document: Document, hits: Iterable[DivisionHit], pattern: re.Pattern[str]
) -> Iterable[tuple[int, int, Division]]:
    marks = tuple(pattern.finditer(document.text))
    counts = Counter(d for h in hits if marks and (d := _one(h)) is not None and d.level != "town")
    for match in marks:
        mark = match["mark"]
        fitting = [d for d in counts if mark in d.short]
        known = load_gazetteer().get(load_division_marks().get(mark, ""))
        division = max(fitting, key=lambda d: (counts[d], d.code)) if fitting else known
        if division is not None:
            yield *match.span("mark"), division


def _told(document: Document, hit: DivisionHit, hits: Iterable[DivisionHit]) -> float:
    """What the words around a name say: 南溪日报讯, 美丽南溪."""
    text = document.text
    paper = _PAPER.match(text, hit.end) and not _brand(hit, hits)
    if paper or (_PAPER_NAME.match(text, hit.end) and _SOURCE.search(text[: hit.begin][-6:])):
        return _PAPERED
    return _PRAISES if not hit.full and _PRAISED.search(text, max(0, hit.begin - 2), hit.begin) else 0.0


def _brand(hit: DivisionHit, hits: Iterable[DivisionHit]) -> bool:
    """Whether a paper only sounds like a county: 江海晚报 where the text names counties of another city in full."""
    one = _one(hit)
    if hit.full or one is None or one.level != "county":
        return False
    named = {d.code[:4] for h in hits if h.full for d in h.candidates if d.level == "county"}
    return bool(named) and one.code[:4] not in named


def _acting_with_bare(document: Document, hits: Iterable[DivisionHit]) -> Iterable[str]:
    """市总工会主席甲与北原市总工会主席乙: the bare 市 is not 北原."""
    starting = {h.begin: h for h in hits if h.full}
    for match in _BARE.finditer(document.text):
        hit = starting.get(match.start("next"))
        one = _one(hit) if hit and _BODY_AFTER.match(document.text, hit.end) else None
        if one and one.name.endswith(LEVEL_WORDS[match["level"]]):
            yield one.code


def _coming_to_us(document: Document, hits: tuple[DivisionHit, ...]) -> Iterable[str]:
    """甲市乙县总工会来我县考察: neither 乙县 nor 甲市, which its name begins with, is home."""
    full = [h for h in hits if h.full]
    codes: set[str] = set()
    for match in _TO_US.finditer(document.text):
        begin = document.sentences[document.sentence_at(match.start())].begin
        endings = LEVEL_WORDS[match["level"] or match["other"]]
        last: DivisionHit | None = None
        for hit in (h for h in full if begin <= h.begin < match.start()):
            one = _one(hit)
            if one is not None and one.name.endswith(endings):
                above = _one(last) if last is not None and last.end == hit.begin else None
                codes |= {d.code for d in (one, above) if d is not None}
            last = hit
    return sorted(codes)
