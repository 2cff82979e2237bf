"""Museums and halls of a house that guests are shown, by their short names: 参观了校史馆、生物标本馆.

A row of such names shares its house, which the first of them names (某大学校史馆和教职工活动中心), or which the guests
came to. A name that tells whose it is stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from unigraph.ontology import Ontology
from unigraph.recognition.bodies_own import OwnBodies
from unigraph.recognition.body_offices import can_stand
from unigraph.recognition.document import Document
from unigraph.recognition.found import Found, Index
from unigraph.recognition.name_rows import row_members
from unigraph.recognition.rooms import room_class
from unigraph.recognition.segmentation import cut, tag
from unigraph.scanning import Scan

__all__ = ["find_facilities"]

_INSTITUTION = r"(?:馆|中心|之家|书屋|驿站|学院|工作室|研究院|小站)"
_WHOLE = re.compile(rf".*{_INSTITUTION}")
_FACILITY = re.compile(rf"(?P<name>[\u4e00-\u9fff]{{0,10}}?(?:{_INSTITUTION}|室|厅|场|基地|长廊|走廊|食堂|文化墙|园))")
_ANAPHOR = re.compile(r"[我该本](?:校|院|馆|所)|学校|学院|医院")
_ROW = r"(?P<row>[\u4e00-\u9fff、“”]{3,80}?)"
_SEEN = Scan(
    rf"(?:参观|观摩|察看|查看|视察|游览|参访|(?<=[还也又先，])(?:一同|一起|一道)?走进了)了?{_ROW}(?=[，。；！？\n]|等[地处场校]?|$)"
)
_WENT = Scan(
    rf"(?<![达直感受看])(?:到|来到|前往|走进|去){_ROW}(?:等地|等处|等场所|等)?(?:进行)?(?:参观|考察|观摩|参访)"
)
_GONE = re.compile(r"(?:到|来到|赴|走进|前往|访问|参访|走访|抵达|来访)$")
_HOUSES = ("School", "Hospital", "Institute")
_OWN_NAMES = ("ns", "nr", "nt", "nrt", "x")
_REACH = 600


def find_facilities(document: Document, ontology: Ontology, bodies: Index, own: OwnBodies) -> tuple[Found, ...]:
    """The halls in rows of what guests were shown, with the name of their house before their own."""
    finder = _Finder(document, ontology, bodies, own)
    rows = (m.span("row") for scan in (_SEEN, _WENT) for m in scan.finditer(document.text))
    return tuple(found for begin, end in rows for found in finder.row(begin, end))


class _Finder:
    def __init__(self, document: Document, ontology: Ontology, bodies: Index, own: OwnBodies) -> None:
        self.text = document.text
        self.ontology = ontology
        self.bodies = bodies
        self.own = own

    def row(self, begin: int, end: int) -> Iterable[Found]:
        """The members of one row that are a house's; none where its house is open."""
        items = [(b, e) for b, e in row_members(self.text, begin, end) if e - b > 1]
        if not items:
            return
        first = self._named_house(*items[0])
        house, rest = (first[0], first[1]) if first else (None, begin)
        plain = [(b, e) for b, e in items if self._is_plain(b, e)]
        house = house or (self._gone_to(begin) if plain else None)
        if house is None:
            return
        if first and first[1] > items[0][0] and _FACILITY.fullmatch(self.text, rest, items[0][1]):
            yield self._of(house, items[0][0], items[0][1], rest)
        for at, stop in plain:
            if at != items[0][0] or not first:
                yield self._of(house, at, stop, at)

    def _named_house(self, begin: int, end: int) -> tuple[Found, int] | None:
        """The house that the first of a row begins with, and where its own name begins."""
        anaphor = _ANAPHOR.match(self.text, begin, end)
        if anaphor:
            house = self.own.home(tuple(c for c in _HOUSES if c in self.ontology.classes), begin)
            return (house, anaphor.end()) if house and anaphor.end() < end else None
        body = self.bodies.starting_at(begin)
        if body is None or self.ontology.root(body.cls) not in ("Organization", "Company", "Place"):
            return None
        if body.end < end:
            return body, body.end
        known = (b for b in self.bodies.items if b.name != body.name and body.name.startswith(b.name))
        house = max((b for b in known if self._is_house(b)), key=lambda b: len(b.name), default=None)
        return (house, end) if house else None

    def _is_house(self, body: Found) -> bool:
        return any(self.ontology.is_a(body.cls, c) for c in (*_HOUSES, "Company") if c in self.ontology.classes)

    def _is_plain(self, begin: int, end: int) -> bool:
        """Whether a member of a row has no name that tells whose it is."""
        if not _FACILITY.fullmatch(self.text, begin, end):
            return False
        body = self.bodies.covering(begin)
        if body is not None and (body.begin, body.end, body.name) != (begin, end, self.text[begin:end]):
            return False
        return all(can_stand(t.text) and tag(t.text) not in _OWN_NAMES for t in cut(self.text[begin:end]))

    def _gone_to(self, at: int) -> Found | None:
        """The school or hospital that the guests came to."""
        for body in reversed(self.bodies.within(max(0, at - _REACH), at)):
            houses = (c for c in _HOUSES if c in self.ontology.classes)
            if any(self.ontology.is_a(body.cls, c) for c in houses) and _GONE.search(
                self.text, max(0, body.begin - 3), body.begin
            ):
                return body
        return None

    def _of(self, house: Found, begin: int, end: int, rest: int) -> Found:
        name = self.text[rest:end]
        known = self.bodies.starting_at(begin)
        whole = _WHOLE.fullmatch(name) is not None
        cls = known.cls if known and known.end == end else "Organization" if whole else room_class(self.ontology)
        return Found(begin, end, cls, house.name + name, "", tuple(a + name for a in house.aliases))
