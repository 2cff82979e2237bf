"""Bodies whose names are cut short in a list: 静安、闵行等区总工会, 平城区和阳高县总工会, 市委组织部、宣传部."""

from __future__ import annotations

import re
from collections.abc import Iterable

from unigraph.recognition.body_forms import division_form, organ_class
from unigraph.recognition.divisions import LEVEL_WORDS, DivisionHit, Divisions, Named
from unigraph.recognition.document import Document
from unigraph.recognition.found import Found

__all__ = ["find_listed"]

_MARK_BEFORE = re.compile(r"(?:、|和|与|及|以及)$")
_COUNT_BEFORE = re.compile(r"(?:等|两|三|四|五|六|七|八|九|十|\d+)*(?:个|家)?$")
_SHARED = re.compile(
    r"(?P<level>省|市|区|县|州|旗|镇|街道)的?(?P<organ>总工会|分公司|供电公司|人社局|教育局|人民政府|人大常委会|政协)"
    r"|(?P<cities>城)市(?:总)?工会"
)
_ZONE = re.compile(r"(?:经济技术开发区|经济开发区|经开区|高新区|开发区|新区|工业园区)$")
_AFTER = re.compile(
    r"(?:、|和|与|及)(?P<organ>组织部|宣传部|统战部|政法委|社会工作部|人民政府|政府|人大常委会|人大|政协|办事处|管委会|纪委监委|纪委)"
    r"(?!部长|书记|主任|干部)"
)
_OF_COMMITTEE = ("组织部", "宣传部", "统战部", "政法委", "社会工作部", "办公室")
_COMMITTEES = ("委", "党委", "工委", "党工委", "政府", *_OF_COMMITTEE)


def find_listed(document: Document, divisions: Divisions, bodies: Iterable[Found]) -> tuple[Found, ...]:
    """The bodies that share their head with a body of a list, or their division."""
    finder = _Listed(document, divisions)
    bodies = tuple(bodies)
    return (*finder.shared_level(), *(f for b in bodies for f in (*finder.before(b), *finder.after(b))))


class _Listed:
    def __init__(self, document: Document, divisions: Divisions) -> None:
        self.text = document.text
        self.divisions = divisions

    def shared_level(self) -> Iterable[Found]:
        """静安、闵行等区总工会: short names of divisions before the level word that they share."""
        for match in _SHARED.finditer(self.text):
            count = _COUNT_BEFORE.search(self.text, max(0, match.start() - 4), match.start())
            at = count.start() if count else match.start()
            if at == match.start():
                continue
            level, organ = match["level"] or "市", match["organ"] or "总工会"
            endings = LEVEL_WORDS[level]
            hit = self.divisions.ending.get(at)
            while hit is not None:
                fitting = [d for d in hit.candidates if d.name.endswith(endings)]
                if not fitting:
                    break
                own = self.divisions.context.best(fitting)
                name = own.name if own else self.text[hit.begin : hit.end] + level
                place = Named(hit.begin, hit.end, name, own, True)
                form = division_form(place, organ)
                cls = organ_class(organ) or "Company"
                yield Found(
                    hit.begin, match.end() if hit.end == at else hit.end, cls, form.name, form.key, form.aliases
                )
                hit = self._hit_before(hit.begin)

    def _hit_before(self, begin: int) -> DivisionHit | None:
        mark = _MARK_BEFORE.search(self.text, max(0, begin - 2), begin)
        return self.divisions.ending.get(mark.start()) if mark else None

    def _zone_before(self, begin: int) -> Named | None:
        """大同经开区 before a list mark: a zone that no list of divisions has, by the city that it lies in."""
        mark = _MARK_BEFORE.search(self.text, max(0, begin - 2), begin)
        zone = _ZONE.search(self.text, max(0, mark.start() - 10), mark.start()) if mark else None
        if zone is None or zone.start() not in self.divisions.ending:
            return None
        city = self.divisions.ending[zone.start()]
        return Named(city.begin, zone.end(), self.text[city.begin : zone.end()], None, True)

    def before(self, body: Found) -> Iterable[Found]:
        """平城区和阳高县总工会: full names of divisions before one that has its organ."""
        place = self.divisions.chain(body.begin)
        if place is None or not place.full or not organ_class(self.text[place.end : body.end]):
            return
        organ = self.text[place.end : body.end]
        begin = body.begin
        while True:
            hit = self._hit_before(begin)
            full = hit is not None and hit.full
            other = self.divisions.chain_to(hit.end) if hit and full else self._zone_before(begin)
            if other is None:
                return
            form = division_form(other, organ)
            yield Found(other.begin, other.end, body.cls, form.name, form.key, form.aliases)
            begin = other.begin

    def after(self, body: Found) -> Iterable[Found]:
        """镇党委、政府 and 市委组织部、宣传部: organs that share the division named before."""
        place = self.divisions.chain(body.begin) or self._level(body)
        if place is None or not self.text[place.end : body.end].endswith(_COMMITTEES):
            return
        of_committee = "委" in self.text[place.end : body.end]
        end = body.end
        while True:
            match = _AFTER.match(self.text, end)
            if match is None:
                return
            organ = match["organ"]
            rest = "委" + organ if organ in _OF_COMMITTEE and of_committee else organ
            form = division_form(place, rest)
            yield Found(
                match.start("organ"),
                match.end(),
                organ_class(rest) or "Organization",
                form.name,
                form.key,
                form.aliases,
            )
            end = match.end()

    def _level(self, body: Found) -> Named | None:
        for length in (1, 2, 3):
            place = self.divisions.level(body.begin + length)
            if place is not None and place.begin == body.begin and place.end < body.end:
                return place
        return None
