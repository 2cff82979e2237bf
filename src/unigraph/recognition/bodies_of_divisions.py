"""Bodies that are called by their division and what they are to it: 清远市人社局, 区妇联, 市委组织部, 省总.

The division is named or said by a level word (市); the organ stands right after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from unigraph.ontology import Ontology
from unigraph.recognition.body_forms import division_form, found_as, party_form, youth_form
from unigraph.recognition.body_offices import find_offices, find_parties
from unigraph.recognition.body_words import organs
from unigraph.recognition.divisions import Divisions
from unigraph.recognition.found import Found
from unigraph.scanning import Scan

__all__ = ["DivisionBodies"]

_COMMITTEE = re.compile(
    r"(?P<dept>组织部|宣传部|统战部|政法委|社会工作部|办公室|党校|编办|办)|(?!员|托|派|屈|婉|实|培|以)"
)
_SHORT_UNION = re.compile(
    r"总(?=党组|有关|一行|调研|宣教|组织|副?主席|常务|机关|领导|经审|女职|[一二三四]级|[，。、；：）]|与|和|及|的|在|将|向|把|为|对|联|于|到|由|发|举|组|开|启)"
)
_NO_SHORT_UNION = re.compile(
    r"总(?:体|量|数|计|面积|产|值|人|公司|部|经|监|医|裁|书|编|会|校|站|局|台|行|段|装|工|共|是|商|投|长|规|目|决|结|览|队|教|站|理|领|有|要|能|会)"
)
_NO_ORGAN_AFTER = re.compile(r"采购|补贴|主导|工作报告|广场|引导|性|路|街|站|大楼|投资|债|职能")
_FOUNDING = re.compile(r"筹备?委员?会|筹备组")
_NUMBERED_SCHOOL = Scan(r"第?(?P<number>[一二三四五六七八九十]{1,4})中(?:学)?(?![国央共间心小型层级外文部期旬等全])")


class DivisionBodies:
    """Finds the bodies of divisions in one text."""

    def __init__(self, text: str, ontology: Ontology, divisions: Divisions) -> None:
        self.text = text
        self.ontology = ontology
        self.divisions = divisions

    def by_organ(self) -> Iterable[Found]:
        """清远市人社局, 区妇联: an organ right after a division's name or a level word."""
        for begin, (end, (cls,)) in organs().longest_by_begin(self.text).items():
            if cls not in self.ontology.classes or self.text[begin:end] in ("委", "工会", "政府"):
                continue
            yield from self._organ(begin, end, cls)
        for match in re.finditer("政府", self.text):
            if not _NO_ORGAN_AFTER.match(self.text, match.end()):
                yield from self._organ(match.start(), match.end(), "GovernmentBody")

    def numbered_schools(self) -> Iterable[Found]:
        """新乡市二十二中: a middle school by its number."""
        for match in _NUMBERED_SCHOOL.finditer(self.text) if "School" in self.ontology.classes else ():
            place = self.divisions.place_to(match.start())
            if place is not None:
                name, number = place.name + match.group(), match["number"]
                yield Found(place.begin, match.end(), "School", name, "", (f"{place.name}第{number}中学",))

    def _organ(self, begin: int, end: int, cls: str) -> Iterable[Found]:
        place = self.divisions.place_to(begin)
        if place is not None and not _FOUNDING.match(self.text, end):
            yield found_as(place.begin, end, cls, division_form(place, self.text[begin:end]))

    def committees(self) -> Iterable[Found]:
        """市委, 区委, 镇党委, 市委组织部: a division's party committee and its departments."""
        for match in re.finditer("党委|委", self.text):
            place = self.divisions.place_to(match.start())
            after = _COMMITTEE.match(self.text, match.end())
            if place is None or after is None or not place.full:
                continue
            department = after["dept"] or ""
            if department in ("办公室", "办") and self.text[after.end() : after.end() + 1] in "事":
                department = ""
            end = match.end() + len(department)
            youth = next((w for w in ("共青团", "团") if self.text.endswith(w, 0, place.begin)), "")
            if (
                youth
                and not department
                and self.text[place.begin - len(youth) - 1 : place.begin - len(youth)] not in "集社"
            ):
                yield found_as(place.begin - len(youth), end, "Association", youth_form(place))
                continue
            begin = place.begin - 2 if self.text.endswith("中共", 0, place.begin) else place.begin
            yield found_as(begin, end, "PartyBody", division_form(place, match.group() + department))
        for match in re.finditer("中共|共青团", self.text):
            place = self.divisions.chain(match.end())
            if place is not None and self.text.startswith("委员会", place.end):
                party = match.group() == "中共"
                form = division_form(place, "委") if party else youth_form(place)
                yield found_as(match.start(), place.end + 3, "PartyBody" if party else "Association", form)

    def offices(self) -> Iterable[Found]:
        """市扶贫办, 县水产技术推广站, 民盟市委: offices that the head nouns do not read."""
        for place, begin, end, cls in find_offices(
            self.text, self.divisions.place_to, organs().longest_by_begin(self.text)
        ):
            cls = cls if cls in self.ontology.classes else "Organization"
            yield found_as(place.begin, end, cls, division_form(place, self.text[begin:end]))
        for begin, end, party, place in find_parties(self.text, self.divisions.place_from):
            yield found_as(begin, end, "Organization", party_form(party, place))

    def short_unions(self) -> Iterable[Found]:
        """省总, 市总, 区总 and 清远市总: a territorial federation by its short name."""
        for match in re.finditer("总(?!工会)", self.text):
            place = self.divisions.place_to(match.start())
            if place is None or not place.full:
                continue
            named = match.start() in self.divisions.ending
            if (
                (not _NO_SHORT_UNION.match(self.text, match.start()))
                if named
                else _SHORT_UNION.match(self.text, match.start())
            ):
                yield found_as(place.begin, match.end(), "TerritorialUnion", division_form(place, "总工会"))
