"""What a mention of a person says of who that is: bodies, calling, words, sex, age; and what cannot be one person's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from unigraph.lexicons.callings import calling_at, calling_before, calling_behind
from unigraph.recognition.found import Found
from unigraph.relation.parts import RawClaim
from unigraph.relation.scene import Scene

__all__ = ["Describer", "Description", "clash"]

_WHOLE = ("post-titled", "post-title-names-body", "post-stacked", "post-stated", "post-apposition")
"""Rules of posts whose body the article names with the post; of any other it may be guessed."""
_UNION = re.compile(r"(?:总工会|工会(?:委员会|联合会)?|联合工会)$")
_ORGAN = re.compile(r"(?:[省市区县州]委|委员会|党委|党组|政府|人大|常委会|政协)\Z")
"""Organs in which the heads of a federation sit as well: 市人大常委会副主任、市总工会主席."""
_FIRMS = ("Company", "Union")
_PARTIAL = re.compile(r"兼职|挂职|名誉|荣誉|特聘|义务")
"""What makes a post one beside another calling: 兼职副主席 is a welder as well."""
_DESCRIBED = re.compile(
    r"([\u4e00-\u9fff]{1,6}?(?:工|员|师|医生|护士长?|法官|律师|裁判|评委|选手|得主|冠军|状元|教师|老师|校长|院长|主任|经理|书记|主席|部长"
    r"|(?:公司|集团|医院|学院|学校|中学|小学|厂)的))\Z"
)
_SIZED = re.compile(r"[小老大]\Z")
_UNIT = r"(?:[\u4e00-\u9fff]{1,6}(?:科|室|部|车间|班组?|站|队|处|组|厂|工段|中心|所|院|系|矿|区|房))?"
_WORKS_AT = re.compile(_UNIT + r"的(?:[一两]?[名位])?[\u4e00-\u9fff]{0,5}\Z")
_EMPLOYED = re.compile(_UNIT + r"[\u4e00-\u9fff]{0,4}\Z")
_UNKNOWN = re.compile(
    r"[、，。；：“”和是自](?!\w*(?:工会|单位|该|本|这|那))([\u4e00-\u9fff]{2,8}(?:园|店|馆|厂|矿|校|院|科技|电子|机械|型材|超市|银行|集团|公司))的\Z"
)
"""An employer that stands before a name without being known as a body."""
_LEFT, _REACH = 10, 16
_SEX = re.compile(
    r"[（，](男|女)[，、）]|(女士)|(先生)|[^。！？；\n他她]{0,16}[，的]([他她])(?!们)|[^。！？；\n他她]{0,10}([他她])(?!们)"
)
_SEX_BEFORE = re.compile(r"[，。、的岁](?:[^，。的]{0,4}岁的)?([女男])[\u4e00-\u9fff]{0,4}\Z")
_MALE = frozenset("男他先")
_AGE = re.compile(r"[，（]?(?:男，|女，)?(?:今年|现年|当年)?(\d\d)岁")
_AGE_BEFORE = re.compile(r"(\d\d)岁的?[\u4e00-\u9fff]{0,4}\Z")
_YEARS = 2


@dataclass(frozen=True, slots=True)
class Description:
    """What is said of a person at one mention or at several: ``guessed`` are bodies that the article does not name there.

    ``callings`` is what the person may be by work; empty where nothing is said. ``partial`` where a post is one beside
    another calling.
    """

    bodies: frozenset[str] = frozenset()
    guessed: frozenset[str] = frozenset()
    callings: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    sex: str = ""
    age: int = 0
    partial: bool = False

    def __or__(self, other: Description) -> Description:
        """Both, said of one person."""
        return Description(
            self.bodies | other.bodies,
            self.guessed | other.guessed,
            self.callings | other.callings,
            self.words | other.words,
            self.sex or other.sex,
            self.age or other.age,
            self.partial or other.partial,
        )

    @property
    def tells(self) -> bool:
        """Whether it tells of a body or a calling at all."""
        return bool(self.bodies or self.guessed or self.callings)


def clash(a: Description, b: Description) -> str:
    """Why two descriptions cannot well be one person's; empty where they may."""
    if a.sex and b.sex and a.sex != b.sex:
        return "sex"
    if a.age and b.age and abs(a.age - b.age) > _YEARS:
        return "age"
    if a.callings and b.callings and not a.callings & b.callings and not (a.partial or b.partial):
        return "calling"
    officials = "official" in a.callings & b.callings
    seated = officials and any(map(_ORGAN.search, a.bodies | b.bodies))
    if a.bodies and b.bodies and not seated and not any(related(x, y) for x in a.bodies for y in b.bodies):
        return "body"
    return "federation" if _of_two_federations(a, b) else ""


def _of_two_federations(a: Description, b: Description) -> bool:
    """Whether two are officials of two federations, though one be above the other: of 市总工会 here, of 区总工会 there."""
    official = "official" in a.callings & b.callings and not (a.partial or b.partial)
    codes = [{body for body in x.bodies if body.startswith("u-")} for x in (a, b)]
    return official and all(codes) and not codes[0] & codes[1]


def related(a: str, b: str) -> bool:
    """Whether one body is within the other: by code of division, or by name."""
    if a.startswith("u-") and b.startswith("u-"):
        x, y = (code[2:].rstrip("0") for code in (a, b))
        return x.startswith(y) or y.startswith(x)
    return a in b or b in a


class Describer:
    """Reads what the mentions of one article say."""

    def __init__(self, scene: Scene, posts: Iterable[RawClaim]) -> None:
        self._scene = scene
        self._text = scene.text
        self._posts: dict[int, list[RawClaim]] = {}
        for post in posts:
            if isinstance(post.subject, Found) and isinstance(post.object, Found):
                self._posts.setdefault(post.subject.begin, []).append(post)

    def describe(self, mention: Found) -> Description:
        """What is said right before and behind one mention."""
        text, begin, end = self._text, mention.begin, mention.end
        posts = self._posts.get(begin, [])
        whole = {_stem(p.object) for p in posts if isinstance(p.object, Found) and p.rule in _WHOLE}
        guessed = {_stem(p.object) for p in posts if isinstance(p.object, Found) and p.rule not in _WHOLE}
        before = text[max(0, begin - _LEFT) : begin]
        callings = frozenset(c for p in posts for c in _calling_of(p))
        callings = callings or calling_before(before) | calling_behind(text, end)
        word = _DESCRIBED.search(before)
        words = {word[1][-3:]} if word else set()
        words |= {sized[0]} if (sized := _SIZED.search(before)) else set()
        employer = self._employer(begin)
        unknown = None if employer else _UNKNOWN.search(before)
        whole |= {unknown[1]} if unknown else set()
        callings |= calling_at(employer.cls) if employer and not callings else frozenset()
        return Description(
            frozenset(whole | ({_stem(employer)} if employer else set())),
            frozenset(guessed),
            callings,
            frozenset(words),
            self._sex(begin, end),
            self._age(begin, end),
            any(_PARTIAL.search(p.value) for p in posts),
        )

    def _employer(self, begin: int) -> Found | None:
        """The body of which a mention is: 某医院急诊科的甲, 某公司焊工甲."""
        body = next((b for e in range(begin, begin - _REACH, -1) if (b := self._scene.bodies.ending_at(e))), None)
        if body is None or self._scene.ontology.root(body.cls) == "Place":
            return None
        gap = self._text[body.end : begin]
        employed = _EMPLOYED.match(gap) and calling_before(gap)
        return body if gap and (_WORKS_AT.match(gap) or employed) else None

    def _sex(self, begin: int, end: int) -> str:
        """The sex that is told: 甲，女，; 甲女士; a pronoun that goes on about the one named, before anybody else is."""
        text = self._text
        before = _SEX_BEFORE.search(text, max(0, begin - _LEFT), begin)
        if before:
            return "男" if before[1] in _MALE else "女"
        after = min((p.begin for p in self._scene.people.within(end, end + 24)), default=end + 24)
        found = _SEX.match(text, end, after)
        sign = next((g for g in found.groups() if g), "") if found else ""
        return "" if not sign else "男" if sign[0] in _MALE else "女"

    def _age(self, begin: int, end: int) -> int:
        found = _AGE.match(self._text, end) or _AGE_BEFORE.search(self._text, max(0, begin - _LEFT), begin)
        return int(found[1]) if found else 0


def _calling_of(post: RawClaim) -> frozenset[str]:
    """What a post says of the calling: an office at a federation makes an official, one at a firm does not."""
    body = post.object if isinstance(post.object, Found) else None
    if body is not None and body.cls == "TerritorialUnion":
        return calling_before(post.value) - {"office"}
    return calling_before(post.value) - ({"official"} if body is not None and body.cls in _FIRMS else set())


def _stem(body: Found) -> str:
    return body.key or _UNION.sub("", body.name) or body.name
