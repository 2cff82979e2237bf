"""Parts of the article's own house that it calls by their short names: 医学院, 三公司, 后勤分工会."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from unigraph.lexicons.words import words
from unigraph.ontology import Ontology
from unigraph.recognition.body_offices import can_stand
from unigraph.recognition.divisions import Divisions
from unigraph.recognition.document import Document
from unigraph.recognition.found import Found, Index
from unigraph.recognition.guests import guests_of
from unigraph.recognition.segmentation import cut, tag

__all__ = ["find_within"]

_BEGIN = r"(?:(?<![\u4e00-\u9fff])|(?<=[在到由和与及对为向从给]))"
_NEXT = (
    r"(?=[，。、；：）”\s]|党委|党总支|党支部|(?:学术)?报告厅|[\d一二三四五六七八九十]+[楼层号]|会议室|分工会|工会|代表|教师|教授|副教授|讲师|院长|副院长|团委|学生|师生|教职工|职工|队|与|和|及|等|"
    r"慰问|看望|开展|调研|检查|走访|送[清温]|获|荣获|承办|主办|协办|举办|组织|参|选送|夺|以|的|在|经理|副经理|书记|副书记|总经理|员工|班组|$)"
)
_AFTER_UNION = _NEXT[:-1] + r"|主席|副主席|委员|负责|选手|荣|夺|分[获别]|摘|[ |｜\n])"
_FACULTY = re.compile(
    rf"{_BEGIN}(?P<name>[\u4e00-\u9fff]{{1,14}}?(?:学院|学部)|附属(?:小学|中学|医院|幼儿园|学校)|后勤集团){_NEXT}"
)
_FACULTY_UNION = re.compile(
    rf"{_BEGIN}(?P<name>[\u4e00-\u9fff]{{1,14}}?(?:学院|学部)(?:分?工会))(?!干部|会员|工作){_AFTER_UNION}"
)
_NUMBERED = re.compile(
    rf"{_BEGIN}(?P<name>第?[一二三四五六七八九十]{{1,3}}(?:工程|建筑|安装)?(?:分公司|公司|分局|工程处|工区|项目部|分厂|作业区|采油厂|采气厂)){_NEXT}"
)
_SITE = re.compile(
    rf"{_BEGIN}(?P<name>第?[一二三四五六七八九十]{{1,3}}(?:工程|建筑|安装)?(?:分公司|公司|分局|工程处)[\u4e00-\u9fff\d]{{2,14}}?(?:项目部|项目经理部)){_NEXT}"
)
_BRANCH = re.compile(rf"{_BEGIN}(?P<name>[\u4e00-\u9fff]{{2,14}}?分工会){_NEXT}")
_PLAIN = re.compile(
    r"^(?:该|我|本|各|两|二级|其他|独立|全|所在|所属|下属|优秀|先进|年度|模范|工匠|劳模|职业|技师|来自|兄弟|友好)|大学|部门|[和与及](?:学院|学部)"
)
_UNIVERSITY = re.compile(r"(?:大学|学院|高等专科学校)$")
_HOUSE = re.compile(r"集团|公司$|局$|厂$|油田$")
_OWN_NAMES = ("ns", "nr", "nt", "nrt")
_SHORTENED = ("Company", "School", "Hospital", "Institute")
_SHORTEST = 4
_UNION = "工会"
_COMMON_ENDS = frozenset(
    "有限公司 集团公司 股份有限公司 有限责任公司 分公司 集团有限公司 科技有限公司 市分公司 省分公司 科技公司 附属医院 职业学院 技师学院 股份公司".split()
)
_CLEARLY = 2  # how many times as often as any other house the article names its own


def find_within(
    document: Document, ontology: Ontology, divisions: Divisions, bodies: tuple[Found, ...]
) -> tuple[Found, ...]:
    """The bodies, with the parts of the article's own university or company added or given their full names."""
    text, lead = document.text, _lead_end(document)
    index = Index(bodies)
    guests = guests_of(document, index)
    hosts = tuple(b for b in bodies if b.name.removesuffix(_UNION) not in guests)
    university = _own_house(hosts, ontology, "School", _UNIVERSITY, lead, len(hosts) < len(bodies))
    company = _own_house(bodies, ontology, "Company", _HOUSE, lead)
    found: list[Found] = []
    if university:
        faculties = _parts(text, divisions, university, _FACULTY, "School")
        found += [f for f in faculties if not _among_others(text, f, university, index)]
        found += _parts(text, divisions, university, _FACULTY_UNION, "Union")
    if company:
        found += _parts(text, divisions, company, _NUMBERED, "Company")
        found += _sites(text, company)
    house = university or company
    if house:
        found += _parts(text, divisions, house, _BRANCH, "Union")
    found += _short(text, bodies, ontology, lead)
    fitting = [f for f in found if f.cls in ontology.classes and _is_free(f, index)]
    ends = {(f.begin, f.end) for f in fitting}
    return (*fitting, *(b for b in bodies if (b.begin, b.end) not in ends))


def _lead_end(document: Document) -> int:
    """Where the first paragraph below the headline ends."""
    below = [p for p in document.paragraphs if p.begin >= document.title_end]
    return below[0].end if below else len(document.text)


def _short(text: str, bodies: tuple[Found, ...], ontology: Ontology, lead: int) -> Iterable[Found]:
    """油田公司 where the headline or lead names 海东油田公司: the end of a name of which there is but one."""
    ends: dict[str, dict[str, Found]] = {}
    for body in bodies:
        if body.begin < lead and any(ontology.is_a(body.cls, c) for c in _SHORTENED if c in ontology.classes):
            for token in cut(body.name)[1:]:
                end = body.name[token.begin :]
                if len(end) >= _SHORTEST and end not in _COMMON_ENDS and not end.startswith(("（", "）")):
                    ends.setdefault(end, {})[body.name] = body
    single = {end: next(iter(named.values())) for end, named in ends.items() if len(named) == 1}
    single = {end: body for end, body in single.items() if text.count(end) > text.count(body.name)}  # else within it
    if not single:
        return
    names = "|".join(map(re.escape, sorted(single, key=lambda e: (-len(e), e))))
    for match in re.finditer(rf"{_BEGIN}(?P<name>{names}){_NEXT}", text):
        yield single[match["name"]]._replace(begin=match.start("name"), end=match.end("name"))


def _own_house(
    bodies: Iterable[Found], ontology: Ontology, cls: str, form: re.Pattern[str], lead: int, alone: bool = False
) -> Found | None:
    """The university or company that the headline or lead names, and the article far oftener than any other.

    ``alone`` where those that came as guests are left out, so that one mention anywhere will do.
    """
    known = (*bodies, *_employers(bodies, ontology, cls))
    own = [b for b in known if cls in ontology.classes and ontology.is_a(b.cls, cls) and form.search(b.name)]
    own = [b for b in own if not all(_is_plain(t.text) and t.text not in words("brand") for t in cut(b.name))]
    counts = Counter(b.name for b in own if len(b.name) > 3)
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _CLEARLY * ranked[1][1]):
        return None
    chief = next(b for b in own if b.name == ranked[0][0])
    return chief if alone or chief.begin < lead or ranked[0][1] > 1 else None


def _employers(bodies: Iterable[Found], ontology: Ontology, cls: str) -> Iterable[Found]:
    """The schools and companies that are named by their unions alone."""
    for body in bodies:
        if ontology.is_a(body.cls, "Union") and body.name.endswith(_UNION):
            names = (a.removesuffix(_UNION) for a in body.aliases if a.endswith(_UNION))
            yield Found(body.begin, body.end - 2, cls, body.name.removesuffix(_UNION), "", tuple(names))


def _parts(text: str, divisions: Divisions, house: Found, form: re.Pattern[str], cls: str) -> Iterable[Found]:
    for match in form.finditer(text):
        begin, end = match.span("name")
        name = match["name"]
        if _PLAIN.search(name) or name == house.name or begin in divisions.starting:
            continue
        if all(_is_plain(t.text) for t in cut(name)):
            yield Found(begin, end, cls, house.name + name, "", tuple(a + name for a in house.aliases))


def _among_others(text: str, part: Found, house: Found, index: Index) -> bool:
    """Whether a college stands in a row of others' and is none of the house: 北原商学院、南溪农业工程学院."""
    before = index.ending_at(part.begin - 1) if text.startswith("、", part.begin - 1) else None
    return before is not None and bool(_UNIVERSITY.search(before.name)) and not before.name.startswith(house.name)


def _sites(text: str, house: Found) -> Iterable[Found]:
    """四公司玉河项目部: a building site of a numbered part of the house."""
    for match in _SITE.finditer(text):
        name = match["name"]
        yield Found(*match.span("name"), "Organization", house.name + name, "", tuple(a + name for a in house.aliases))


def _is_plain(word: str) -> bool:
    """Whether a word names a subject or number, and is no name by itself."""
    return (
        word in ("和", "与", "系", "继续") or (tag(word) not in _OWN_NAMES and can_stand(word)) or word.endswith("学院")
    )


def _is_free(part: Found, index: Index) -> bool:
    """Whether no other body lies across a part; one of the same stretch gives way."""
    same = index.starting_at(part.begin)
    if not index.touching(part.begin, part.end) or (same is not None and same.end == part.end):
        return True
    last = index.ending_at(part.end)  # 软件学院工会 in 计算机与软件学院工会
    return last is not None and last.begin > part.begin and index.within(part.begin, part.end) == (last,)
