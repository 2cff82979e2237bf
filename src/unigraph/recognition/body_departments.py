"""Departments before a title: 云岭电子有限公司装配车间焊工, 南溪县第二中学教务处主任.

A department of a body is a part of somebody's title and no body of its own, unless the article names it elsewhere too,
where it acts. So a name that goes on from a body to a department is cut back to the body where a title follows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise

from unigraph.ontology import Ontology
from unigraph.recognition.bodies_joined import joined
from unigraph.recognition.document import Document
from unigraph.recognition.found import Found
from unigraph.recognition.titles import TitleHead, title_begin

__all__ = ["without_departments"]

_ROOM = r"(?:[\u4e00-\u9fff]{1,8}(?:车间|工段|科室|科|处|室|班组|班)|[\u4e00-\u9fff]{2,10}(?<!项目)(?<!俱乐)部)"
_OF_HOUSE: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (
        re.compile(r".{3,}(?:公司|集团|厂|矿|银行|分行)"),
        re.compile(rf"{_ROOM}|[\u4e00-\u9fff]{{1,8}}(?:厂|(?<!研究)(?<!研发)中心|队)"),
    ),
    (
        re.compile(r".{3,}(?:大学|学院|学校|中学|小学|[一二三四五六七八九十]中|幼儿园)"),
        re.compile(r"[\u4e00-\u9fff]{1,8}(?:处|科|教研室|教研组|教研部|年级组|办公室)"),
    ),
    (
        re.compile(r".{2,}(?:医院|卫生院|保健院)"),
        re.compile(r"[\u4e00-\u9fff]{1,8}(?:科|科室|病区|护理部|医务部|药剂部|处|门诊部|办公室)"),
    ),
    (
        re.compile(r".{3,}(?:研究院|研究所|设计院|科学院|勘察院)"),
        re.compile(rf"{_ROOM}|[\u4e00-\u9fff]{{2,8}}(?<!研究)(?<!服务)中心"),
    ),
    (
        re.compile(r".{3,}(?:出版社|日报社|报社|杂志社|电视台|报业集团)"),
        re.compile(r"[\u4e00-\u9fff]{1,8}(?:分社|编辑部|采访部|编辑室|记者部|中心)"),
    ),
    (
        re.compile(r".+(?<!派出)(?:局|厅|支队|看守所|管理处|总工会)"),
        re.compile(
            r"[\u4e00-\u9fff]{1,6}(?:处|科|室|部|办公室)|(?:[\u4e00-\u9fff]{0,8})[\u4e00-\u9fff]{2}(?:救援站|消防站|中队)"
        ),
    ),
)
"""Bodies by the end of their names, and the departments that such have."""
_CLASSES = ("Company", "School", "Hospital", "Institute", "Media", "GovernmentBody", "Organization", "TerritorialUnion")
_REACH, _GAP = 18, 4
_STAFF = re.compile(r"(?:(?![的在是为与和及由])[\u4e00-\u9fff\dA-Za-z]|“[^”\n]{1,8}”)*")
_UNIT = re.compile(r"车间|[班组队科室部站处线]")


def without_departments(
    document: Document, ontology: Ontology, bodies: Iterable[Found], heads: Mapping[int, TitleHead]
) -> tuple[Found, ...]:
    """The bodies, those cut back or left out that are departments of another and stand before titles only."""
    bodies = tuple(bodies)
    reader = _Departments(document, ontology, heads)
    before: dict[int, Found] = {b.begin: a for a, b in pairwise(sorted(bodies, key=lambda f: f.begin))}
    titled = {(b.begin, b.end) for b in bodies if reader.has_title(b)}
    counts = Counter(b.name for b in bodies)
    before_titles = Counter(b.name for b in bodies if (b.begin, b.end) in titled)
    only = {name for name, count in before_titles.items() if count == counts[name]}
    out: list[Found] = []
    changed = False
    for body in bodies:
        house = reader.house(body) if body.name in only else None
        stray = body.name in only and house is None and reader.is_stray(before.get(body.begin), body)
        changed = changed or house is not None or stray
        if not stray:
            out.append(house or body)
    return joined(out, ontology) if changed else bodies


class _Departments:
    """Answers what of one text's bodies are departments."""

    def __init__(self, document: Document, ontology: Ontology, heads: Mapping[int, TitleHead]) -> None:
        self.text = document.text
        self.simple = document.simple
        self.ontology = ontology
        self.heads = heads

    def has_title(self, body: Found) -> bool:
        """Whether a post follows, with no more than further departments before its head noun."""
        reach = range(body.end + 2, min(len(self.text), body.end + _REACH) + 1)
        for head in filter(None, map(self.heads.get, reach)):
            if not head.post or head.begin < body.end:
                continue
            between = self.text[body.end : head.begin]
            plain = not between or title_begin(self.text, body.end, head.begin) == body.end
            return _STAFF.fullmatch(between) is not None and (plain or _UNIT.search(between) is not None)
        return False

    def is_stray(self, house: Found | None, body: Found) -> bool:
        """Whether a body is but the last words of a department of the one right before: 某公司输电|运检中心."""
        if house is None or not 0 <= body.begin - house.end <= _GAP or body.name != self.simple[body.begin : body.end]:
            return False
        return self._is_department(self.simple[house.begin : body.end], house.end - house.begin)

    def _is_department(self, written: str, at: int) -> bool:
        return any(h.fullmatch(written, 0, at) and d.fullmatch(written, at) for h, d in _OF_HOUSE)

    def house(self, body: Found) -> Found | None:
        """The body that a department is of; ``None`` for what is none."""
        if not any(c in self.ontology.classes and self.ontology.is_a(body.cls, c) for c in _CLASSES):
            return None
        written = self.simple[body.begin : body.end]
        if not body.name.endswith(written[-4:]):
            return None
        for at in range(len(written) - 2, 3, -1):
            if self._is_department(written, at):
                return self._cut(body, written[at:], written[:at])
        return None

    def _cut(self, body: Found, department: str, house: str) -> Found:
        rest = len(department)
        classes = (c for end, c in _ENDS if house.endswith(end) and c in self.ontology.classes)
        aliases = tuple(a[:-rest] for a in body.aliases if a.endswith(department) and len(a) > rest + 2)
        cls = next(classes, body.cls)
        return body._replace(end=body.end - rest, cls=cls, name=body.name[:-rest], key="", aliases=aliases)


_ENDS = (
    (("公司", "集团", "厂", "矿", "银行", "分行"), "Company"),
    (("大学", "学院", "学校", "中学", "小学", "中", "幼儿园"), "School"),
    (("医院", "卫生院", "保健院"), "Hospital"),
    (("研究院", "研究所", "设计院", "科学院", "勘察院"), "Institute"),
    (("社", "台"), "Media"),
)
