"""The article's own bodies: what 公司, 该校 and 院 mean, which body a bare 市长 or 校长 speaks of."""

from __future__ import annotations

import re
from collections import Counter

from unigraph.ontology import Ontology
from unigraph.recognition.divisions import Context
from unigraph.recognition.document import Document
from unigraph.recognition.found import Found, Index

__all__ = ["OwnBodies", "find_anaphoric_bodies"]

_GOVERNOR = re.compile(r"^(?P<former>原)?(?P<rank>常务副|副)?(?P<level>省|市|区|县|州|盟|旗|镇|乡)长$")
_PARTY_DEPARTMENT = re.compile(r"^(?P<department>组织部|宣传部|统战部|政法委|社会工作部|编办)(?P<title>.*(?:部长|书记|主任|副部长))$")
_HEAD_OF = (
    (re.compile(r"校长|教务|学校"), ("School",)),
    (re.compile(r"院长|院党"), ("Hospital", "School", "Judiciary", "Institute")),
    (re.compile(r"厂长|矿长|董事|总经理|副总经理|经理|段长|总裁|监事|总工程师|总会计师|车间|厂党"), ("Company",)),
    (re.compile(r"行长"), ("Company",)),
    (re.compile(r"局长|厅长"), ("GovernmentBody", "Company")),
    (re.compile(r"会长|理事长"), ("Association",)),
    (re.compile(r"馆长"), ("CulturalPalace",)),
)
_UNION_TITLE = re.compile(r"^(?:党组书记|党组成员|党组副书记|常务副主席|副主席|主席|经审会主任|女职委主任|经审主任|.*调研员|.*巡视员|兼职副主席|挂职副主席|专职副主席|权益保障部部长|组织部部长|宣教部部长|.*部部长|办公室主任|.*部副部长)$")
_UNION_AT_BODY = re.compile(r"^工会(?:委员会)?(?P<title>.+)$")
_PARTY_OF_BODY = re.compile(r"(?:党委|党组|党工委|党总支|党支部)$")

_ANAPHORA = re.compile(
    r"(?:(?P<det>我|本|该|全|这家|这所)(?P<noun>校|院|厂|矿|局|公司|行|集团|中心|协会|会|企业|学校|医院|处|段)"
    r"|(?P<bare>公司|集团|学校|医院|学院|协会|商会|总公司|分公司|采油厂|电厂|矿|厂|院|校))"
    r"(?P<union>工会(?:委员会)?)?"
)
_CLASSES = {
    "校": ("School",), "学校": ("School",), "学院": ("School",), "院": ("Hospital", "School", "Institute"), "医院": ("Hospital",),
    "厂": ("Company",), "矿": ("Company",), "公司": ("Company",), "集团": ("Company",), "企业": ("Company",), "行": ("Company",),
    "局": ("GovernmentBody", "Company"), "协会": ("Association",), "商会": ("Association",), "中心": ("Organization",),
    "会": ("Union", "Association"), "总公司": ("Company",), "分公司": ("Company",), "处": ("Company",), "段": ("Company",),
    "采油厂": ("Company",), "电厂": ("Company",),
}


class OwnBodies:
    """Answers which body of the article a bare word or title means."""

    def __init__(self, document: Document, ontology: Ontology, context: Context, bodies: Index) -> None:
        self.document = document
        self.ontology = ontology
        self.context = context
        self.bodies = bodies
        self._counts = Counter(b.name for b in bodies.items)
        self._unions = {b.name: b for b in bodies.items if ontology.is_a(b.cls, "Union")}

    def for_title(self, title: str, at: int, left: Found | None) -> tuple[Found, str] | None:
        """The body that a title names by itself: 市长 the city's government, 组织部部长 that of the committee before."""
        governor = _GOVERNOR.match(title)
        if governor:
            level = governor["level"]
            own = self.context.name(level)
            if own:
                name = f"{own}人民政府"
                return Found(at, at + len(title), "GovernmentBody", name), title
        department = _PARTY_DEPARTMENT.match(title)
        if department and left is not None and left.name.endswith("委"):
            begin = at
            name = left.name + department["department"]
            return Found(begin, begin + len(department["department"]), "PartyBody", name), department["title"]
        return None

    def principal(self, title: str, at: int) -> Found | None:
        """The article's body of the kind that a title asks for; ``None`` where it asks for none or there is none."""
        for pattern, classes in _HEAD_OF:
            if pattern.search(title):
                return self.best(classes, at)
        if _UNION_TITLE.match(title):
            return self.best(("Union",), at)
        if re.match(r"党|纪委|团委|工会", title):
            return self.best(("Company", "School", "Hospital"), at)
        return None

    def best(self, classes: tuple[str, ...], at: int) -> Found | None:
        """The body of a class that the article speaks of most, the nearest before a place among equals."""
        fitting = [b for b in self.bodies.items if any(self.ontology.is_a(b.cls, c) for c in classes)]
        if "Union" not in classes:
            fitting = [b for b in fitting if not self.ontology.is_a(b.cls, "Union")]
        before = [b for b in fitting if b.end <= at] or fitting
        return max(before, key=lambda b: (self._weight(b), b.begin), default=None)

    def _weight(self, body: Found) -> int:
        return self._counts[body.name] + 2 * (body.begin < max(self.document.title_end, 1))

    def split_union(self, body: Found | None, title: str) -> tuple[Found | None, str]:
        """工会主席 at a company is the union's chair where the article speaks of that union as a body."""
        if body is None or self.ontology.is_a(body.cls, "Union"):
            return body, title
        match = _UNION_AT_BODY.match(title)
        if match and body.name + "工会" in self._unions:
            return self._unions[body.name + "工会"], match["title"]
        return body, title


def find_anaphoric_bodies(document: Document, ontology: Ontology, bodies: Index) -> tuple[Found, ...]:
    """公司, 该校, 我院 as mentions of the body meant, and 校工会 as its union; only where one is clear."""
    own = OwnBodies(document, ontology, Context((), ()), bodies)
    out = []
    for match in _ANAPHORA.finditer(document.text):
        if bodies.covering(match.start()) or bodies.covering(match.end() - 1) or not _stands_alone(document.text, match):
            continue
        noun = match["noun"] or match["bare"]
        classes = tuple(c for c in _CLASSES.get(noun, ()) if c in ontology.classes)
        target = own.best(classes, match.start()) if classes else None
        if target is None:
            continue
        if match["union"]:
            out.append(Found(match.start(), match.end(), "Union", target.name + "工会"))
        else:
            out.append(Found(match.start(), match.end(), target.cls, target.name, target.key))
    return tuple(out)


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """A bare 院 or 公司 counts at the head of a stretch only, or before a title or union."""
    before = text[match.start() - 1 : match.start()]
    if match["det"]:
        return not ("\u4e00" <= before <= "\u9fff") or before in "在到向对为由是和与及同的请从"
    single = len(match["bare"]) == 1
    after = text[match.end() : match.end() + 6]
    if single:
        return bool(match["union"]) or bool(re.match(r"党|纪委|团委|长", after)) and not ("\u4e00" <= before <= "\u9fff" and before not in "由是和与及，有")
    return not ("\u4e00" <= before <= "\u9fff") or before in "在到向对为由是和与及同的请从"
