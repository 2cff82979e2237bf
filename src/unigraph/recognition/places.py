"""Places: divisions that the text uses as places, and venues in the frames 在…举行 and 走进…等地."""

from __future__ import annotations

import re
from collections.abc import Iterable

from unigraph.recognition.divisions import DivisionHit
from unigraph.recognition.document import Document
from unigraph.recognition.found import Found, Index, longest

__all__ = ["find_places"]

_HELD = r"(?:召开|举行|举办|开幕|启动|开班|开赛|开锣|落幕|闭幕|收官|开讲|开营|进行|上演|揭牌|开展|隆重|正式|圆满|顺利|成功|拉开)"
_VENUE = re.compile(rf"在(?P<venue>[^，。；：！？、\n“”]{{3,28}}?)(?:内|里)?(?=(?:隆重|正式|圆满|顺利|成功|联合|共同)?{_HELD})")
_LIST = re.compile(r"(?:走进|参观了?|前往|来到|走访了?|考察了?|到)(?P<list>[^，。；：！？\n]{2,80}?)等(?:地|处|单位|企业|场所|[^，。、]{0,6}(?:地标|景点|景区|基地|阵地))")
_PLAIN_PLACE = re.compile(r"(?:在|于|到|赴|来|抵达|走进|前往|来到|考察|访问)$")


def find_places(document: Document, hits: Iterable[DivisionHit], bodies: Index, people: Index) -> tuple[Found, ...]:
    """Places that stand outside the names of bodies."""
    found = [*_divisions(document, hits), *_venues(document), *_listed(document)]
    free = [f for f in found if not _overlaps(f, bodies) and not _overlaps(f, people)]
    return longest(free)


def _overlaps(item: Found, index: Index) -> bool:
    return index.covering(item.begin) is not None or index.covering(item.end - 1) is not None or bool(index.within(item.begin, item.end))


def _divisions(document: Document, hits: Iterable[DivisionHit]) -> Iterable[Found]:
    for hit in hits:
        if not hit.full and not _PLAIN_PLACE.search(document.text[max(0, hit.begin - 2) : hit.begin]):
            continue
        if len(hit.candidates) == 1:
            division = hit.candidates[0]
            yield Found(hit.begin, hit.end, "Division", division.name, f"pl-{division.code}", (division.short,))
        else:
            tops = {d for d in hit.candidates if d.level in ("province", "prefecture")}
            if len(tops) == 1:
                division = next(iter(tops))
                yield Found(hit.begin, hit.end, "Division", division.name, f"pl-{division.code}", (division.short,))
            else:
                yield Found(hit.begin, hit.end, "Division", document.text[hit.begin : hit.end])


def _venues(document: Document) -> Iterable[Found]:
    for match in _VENUE.finditer(document.text):
        begin, end = match.span("venue")
        name = document.article.text[begin:end]
        if not re.search(r"的|了|会上|期间|基础|方面|过程|年|月|日|指导|支持|下$|中$|上$", name):
            yield Found(begin, end, "Venue", name.strip())


def _listed(document: Document) -> Iterable[Found]:
    for match in _LIST.finditer(document.text):
        at = match.start("list")
        for part in re.split(r"([、和及])", match["list"]):
            if len(part) > 1 and not re.search(r"[的了]|职工|企业$|工人", part):
                yield Found(at, at + len(part), "Place", document.article.text[at : at + len(part)])
            at += len(part)
