"""What an article says around a name: where, in whose company, and in which words that tell one person from another."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from unigraph.lexicons.callings import calling_before, calling_behind
from unigraph.model import ArticleFacts, Mention
from unigraph.ontology import Ontology
from unigraph.resolution._background import adcode
from unigraph.resolution._names import fold
from unigraph.resolution._regions import is_province, regions_of, thing_region
from unigraph.resolution._telling import short_company

__all__ = ["Surroundings", "base_name"]

_UNION_END = re.compile(r"(?:总?工会(?:委员会|联合会)?|联合工会)$")
_ORGAN = re.compile(r"(?<=总工会)(?:.{2,12})$")
_GENDER = re.compile(r"[（，](男|女)[，、）]")
_GENDER_BEFORE = re.compile(r"(女|男)[\u4e00-\u9fff]{0,4}\Z")
_BORN = re.compile(r"\A.{0,12}?((?:19|20)\d\d)年(?:\d{1,2}月)?(?:出)?生")
_AGE = re.compile(r"\A[，（(]?(?:现年|今年)?(\d\d)岁")
_PRONOUN = re.compile("[他她]")
_DEAD = re.compile(r"逝世|去世|病逝|辞世|因公殉职|牺牲|走了$")
_TRADE = re.compile(
    r"(律师|医生|护士长?|教师|老师|班主任|法官|检察官|记者|教练|裁判|演员|作家|志愿者|会计|农民|村民|学生|保管员|技师"
    r"|工程师|设计师|研究员|教授|[\u4e00-\u9fff]{1,2}(?:工|员|手|师傅|匠))\Z"
)
_OF_TWO = ("工", "员", "手")
"""Ends of trades whose last two characters tell them."""
_NO_TRADE = re.compile(r"(?:职工|员工|委员|人员|成员|学员|党员|会员|选手|能手|助手|对手|[男女]工|社工|官员|分工)\Z")
_RENAMED = re.compile(r"[，）\d\u4e00-\u9fff]{0,10}?(?:更名|改名|改称|易名)为[“《]?")
_MOVES = re.compile(
    r"调任|转任|升任|改任|拟任|拟提|拟推荐|此前|之前[在任是]|曾任|曾在|历任|长期在|原任|调到|调往|选任|出任|担任过|[先前]后在"
)
"""Words by which an article tells of another post of a person: before, or to come."""
_GOES_ON = re.compile(r"[。；]?\s*(?:[他她]|这位|此前|之前)")
_STOP = re.compile(r"[。；！？\n]")
_BODIES = ("Company", "Union", "Organization")
_FIRMS = ("Company", "Union")
_WHOLE = re.compile(r"(?:公司|厂|医院|学校|学院|大学|中学|小学|总工会)$")
_TOO_WIDE = ("Media",)
_VAGUE = 5
"""From so many callings on a word tells none: 劳模."""
_GAP = 9
_WORKS_FOR = re.compile(
    r"的?(?:职工|员工|工人|选手|代表|[\u4e00-\u9fff]{0,4}(?:工|员|手|师|医生|护士长?|教师|老师|法官))?"
)
_MOST = 16
"""Things of an article that a profile keeps at most."""


def base_name(name: str) -> str:
    """What a union belongs to, or its federation: the same for a company and its union.

    >>> base_name("云岭机电有限公司工会"), base_name("云岭市总工会女职工部"), base_name("云岭市总工会")
    ('云岭机电有限公司', '云岭市总工会', '云岭市总工会')
    """
    name = _ORGAN.sub("", name)
    stem = name if name.endswith("总工会") else _UNION_END.sub("", name)
    return stem if len(stem) > 1 else name


class Surroundings:
    """The surroundings of the entities of one article."""

    def __init__(self, facts: ArticleFacts, ontology: Ontology) -> None:
        self._facts = facts
        self._roots = [ontology.root(e.cls) or e.cls for e in facts.entities]
        self._begins: dict[int, list[int]] = {}
        self._ends: dict[int, list[int]] = {}
        for m in facts.mentions:
            self._begins.setdefault(m.entity, []).append(m.begin)
            self._ends.setdefault(m.entity, []).append(m.end)

    @cached_property
    def _article_regions(self) -> tuple[str, ...]:
        return regions_of(self._facts)

    @cached_property
    def _at(self) -> dict[int, frozenset[int]]:
        """The sentences that name each entity."""
        return {n: frozenset(self._sentence(b) for b in begins) for n, begins in self._begins.items()}

    def _sentence(self, offset: int) -> int:
        return bisect_right(self._starts, offset)

    @cached_property
    def _starts(self) -> list[int]:
        return [s.begin for s in self._facts.sentences]

    def regions(self, number: int, bodies: Sequence[int]) -> tuple[tuple[str, ...], bool]:
        """The regions of an entity: its own or its bodies', else the article's; and whether they are its own."""
        things = [self._facts.entities[n] for n in (number, *bodies)]
        own = dict.fromkeys(r for thing in things if (r := thing_region(thing)))
        if self._roots[number] == "Person":  # a name says nothing of a place
            own = dict.fromkeys(r for thing in things[1:] if (r := thing_region(thing)))
        narrow = [r for r in own if not is_province(r)]
        if narrow or own:
            return tuple(narrow or own), True
        return self._article_regions, False

    def token(self, number: int) -> str:
        """What a thing is compared by where an article speaks of it: its key, else what it belongs to.

        A company's short name says which one it is with its region only.
        """
        entity = self._facts.entities[number]
        base = fold(base_name(entity.name))
        if entity.key or self._roots[number] not in _FIRMS or _WHOLE.search(base):
            return entity.key or base
        return self._short(number, base) or base

    def _short(self, number: int, base: str) -> str:
        short, region = short_company(base), next(iter(self.regions(number, ())[0]), "")
        return f"{short} {region}" if short and region else ""

    def employers(self, number: int, bodies: Sequence[int]) -> tuple[str, ...]:
        """What a person works for: the bodies of posts, and the one that stands right before the name; short ones too."""
        found: dict[str, None] = {}
        for body in dict.fromkeys((*bodies, *self._before(number))):
            found[self.token(body)] = None
            entity = self._facts.entities[body]
            short = (
                "" if entity.key or self._roots[body] not in _FIRMS else self._short(body, fold(base_name(entity.name)))
            )
            found |= {short: None} if short else {}
        return tuple(found)

    def _before(self, number: int) -> list[int]:
        """The bodies whose name stands right before a person's, with a word for what the person is between: 某厂职工甲."""
        text = self._facts.article.text
        ends = {m.end: m.entity for m in self._bodies() if self._facts.entities[m.entity].cls not in _TOO_WIDE}
        found = []
        for begin in self._begins.get(number, ()):
            end = next((e for e in range(begin, begin - _GAP, -1) if e in ends), None)
            if end is not None and _WORKS_FOR.fullmatch(text, end, begin):
                found.append(ends[end])
        return found

    def company(self, number: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The bodies and people that the sentences of an entity name, and those that only its article does."""
        here = self._at.get(number, frozenset())
        near: list[str] = []
        far: list[str] = []
        for other, entity in enumerate(self._facts.entities):
            if other == number or other in self._facts.reporters or not self._tells(other):
                continue
            person = self._roots[other] == "Person"
            if person and entity.name == self._facts.entities[number].name:
                continue  # a namesake is no company
            role = "official" if other in self._officials else "person"
            token = f"{role} {fold(entity.name, person=True)}" if person else self.token(other)
            (near if here & self._at.get(other, frozenset()) else far).append(token)
        return tuple(dict.fromkeys(near))[:_MOST], tuple(dict.fromkeys(far))[:_MOST]

    @cached_property
    def _officials(self) -> frozenset[int]:
        """Those with a post at a territorial body, whom many articles of a region name."""
        posts = (c for c in self._facts.claims if c.predicate == "holdsPosition" and c.object is not None)
        return frozenset(
            c.subject for c in posts if c.object is not None and adcode(self._facts.entities[c.object].key)
        )

    def _tells(self, number: int) -> bool:
        entity = self._facts.entities[number]
        if self._roots[number] == "Person":
            return True
        if self._roots[number] == "Event":
            return bool(entity.key)
        whole = adcode(entity.key).endswith("00") or is_province(thing_region(entity))
        wide = entity.cls in _TOO_WIDE or whole or "全国" in entity.name
        return self._roots[number] in _BODIES and not wide

    def marks(self, number: int) -> tuple[str, ...]:
        """What is said of a person right before and behind the name."""
        found: dict[str, None] = {}
        for begin, end in zip(self._begins.get(number, ()), self._ends.get(number, ()), strict=True):
            found |= dict.fromkeys(self._marks_at(number, begin, end))
        return tuple(found)

    def _marks_at(self, number: int, begin: int, end: int) -> Iterator[str]:
        text = self._facts.article.text
        before, behind = text[max(0, begin - 6) : begin], text[end : end + 24]
        stretch = self._stretch(number, end)
        gender = _GENDER.match(behind) or _GENDER_BEFORE.search(before)
        if gender:
            yield f"gender {gender[1]}"
        if born := self._born(behind):
            yield f"born {born}"
        trade = _TRADE.search(before)
        if trade and not _NO_TRADE.search(before):
            yield f"trade {trade[1][-2:] if trade[1].endswith(_OF_TWO) else trade[1]}"  # 公司焊工, 的焊工
        callings = calling_before(before) or calling_behind(text, end)
        if len(callings) < _VAGUE:
            yield from (f"calling {kind}" for kind in sorted(callings))
        if self._moves(end, stretch):
            yield "moved by its article"
        if _DEAD.search(text, end, min(stretch, end + 20)):
            yield f"dead {self._facts.article.published}"
        pronoun = _PRONOUN.search(text, end, stretch)
        if pronoun:
            yield f"pronoun {pronoun[0]}"

    def _born(self, behind: str) -> str:
        """The year of birth that is told, or follows from an age."""
        born, age = _BORN.match(behind), _AGE.match(behind)
        year = self._facts.article.published[:4]
        return born[1] if born else str(int(year) - int(age[1])) if age and year else ""

    def told(self, number: int) -> tuple[int, ...]:
        """The bodies at which an article says that a person was before or will be: 甲此前任…, 甲…拟任…."""
        found: dict[int, None] = {}
        for end in self._ends.get(number, ()):
            stretch = self._stretch(number, end)
            if self._moves(end, stretch):
                found |= {m.entity: None for m in self._bodies() if end <= m.begin and m.end <= stretch}
        return tuple(n for n in found if self._facts.entities[n].cls not in _TOO_WIDE)

    def _moves(self, begin: int, end: int) -> bool:
        return _MOVES.search(self._facts.article.text, begin, end) is not None

    def _stretch(self, number: int, begin: int) -> int:
        """How far a text goes on about a person: to the stop, over a sentence that begins with 他, or to another."""
        text = self._facts.article.text
        stop = _STOP.search(text, begin)
        end = stop.start() if stop else len(text)
        if stop and _GOES_ON.match(text, end):
            further = _STOP.search(text, stop.end())
            end = further.start() if further else len(text)
        others = (m.begin for m in self._facts.mentions if begin <= m.begin < end and self._is_other(m.entity, number))
        return min(others, default=end)

    def _is_other(self, entity: int, number: int) -> bool:
        return entity != number and self._roots[entity] == "Person"

    def renamed(self, number: int) -> tuple[str, ...]:
        """The names that a body got or had by what the article says: 甲更名为乙."""
        if self._roots[number] not in _BODIES:
            return ()
        return tuple(dict.fromkeys(fold(self._facts.entities[n].name) for n in self._renamings.get(number, ())))

    @cached_property
    def _renamings(self) -> dict[int, list[int]]:
        out: dict[int, list[int]] = {}
        text = self._facts.article.text
        if not re.search("更名|改名|改称|易名", text):
            return out
        starts = {m.begin: m.entity for m in self._bodies()}
        for m in self._bodies():
            match = _RENAMED.match(text, m.end)
            between = match and any(m.end <= begin < match.end() for begin in starts)
            other = starts.get(match.end()) if match and not between else None
            if other is not None and other != m.entity and self._roots[other] == self._roots[m.entity]:
                out.setdefault(m.entity, []).append(other)
                out.setdefault(other, []).append(m.entity)
        return out

    def _bodies(self) -> list[Mention]:
        """The mentions of bodies."""
        return [m for m in self._facts.mentions if self._roots[m.entity] in _BODIES]
