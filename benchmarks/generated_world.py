"""The world that generated articles tell of: who is who, where, and when, and what an article is to tell."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from unigraph.lexicons.divisions import Division, load_gazetteer

__all__ = ["Draft", "Official", "Scene", "World"]

_TERM = 5
_CHAIRS = ("党组书记、主席", "主席", "党组书记、常务副主席")
_DEPUTIES = ("副主席", "党组成员、副主席", "二级调研员")
_NAMESAKES = 0.03
_COMMON = ("王伟", "张敏", "李娜", "刘洋", "陈静")
"""Names that so large a share of people have."""
_STACKED = 0.4
"""The share of chairs with a second post."""
_SECOND_TITLE = "副主任"
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰飞鹏宇航晨曦雪梅若溪思源远舟映景安立春晓云文博建国志"
_TRADE_NAMES = (
    "云岭 海棠 青屿 白鹭 晨曜 启澜 恒砚 瑞禾 沐川 博垚 星棹 远澍 锦岚 泓盛 骏屹 嘉禾 凌霄 旭峦 宏砺 鼎淳".split()
)
_TRADES = "电子 纺织 建筑 物流 食品 机械 化工 医药 家具 新材料 汽车零部件 印刷 包装 光电".split()
_FORMS = ("有限公司", "有限公司", "有限公司", "股份有限公司", "集团有限公司")


@dataclass
class Draft:
    """An article while it is written: its lines, and the facts that they tell, in the gold's form."""

    lines: list[str] = field(default_factory=list)
    entities: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)
    relations: list[dict[str, Any]] = field(default_factory=list)

    def thing(self, kind: str, name: str, *aliases: str, **more: Any) -> str:
        """An entity's number in the annotation; made where it is not there."""
        made = {"id": f"e{len(self.entities) + 1}", "type": kind, "name": name, "aliases": list(aliases), **more}
        return str(self.entities.setdefault((kind, name), made)["id"])

    def fact(self, subject: str | None, predicate: str, target: str, **more: Any) -> None:
        """A relation, once."""
        made = {"subject": subject, "predicate": predicate, "object": target, **more}
        if made not in self.relations:
            self.relations.append(made)


@dataclass(frozen=True)
class Official:
    """A person with a title at a union, and, where it is named, one at a second body."""

    name: str
    title: str
    union: str
    second: str = ""

    def told(self, union: str) -> str:
        """As the news names one, with the union's full or short name."""
        stacked = f"{self.second}{_SECOND_TITLE}、" if self.second else ""
        return f"{stacked}{union}{self.title}{self.name}"

    def enter(self, draft: Draft) -> str:
        """The person in the annotation, with the post."""
        person = draft.thing("Person", self.name)
        draft.fact(person, "holdsPosition", draft.thing("Union", self.union), title=self.title)
        if self.second:
            draft.fact(person, "holdsPosition", draft.thing("Organization", self.second), title=_SECOND_TITLE)
        return person


class World:
    """Who is who, where, and when; a function of the seed."""

    def __init__(self, seed: int) -> None:
        self.seed = seed

    def chance(self, *what: object) -> random.Random:
        """A source of chance for one purpose, the same each time."""
        return random.Random(" ".join(map(str, (self.seed, *what))))

    @cached_property
    def divisions(self) -> list[Division]:
        """Cities and counties of whose name there is one."""
        gazetteer = load_gazetteer()
        named = {name: gazetteer.named(name) for name in gazetteer.names(("prefecture", "county"))}
        alone = {codes[0].code: codes[0] for name, codes in named.items() if len(codes) == 1 and codes[0].name == name}
        return [d for _, d in sorted(alone.items()) if d.name[-1] in "市县" and len(d.name) <= 4]

    def person(self, chance: random.Random) -> str:
        """A name."""
        if chance.random() < _NAMESAKES:
            return chance.choice(_COMMON)
        given = "".join(chance.sample(_GIVEN, chance.choice((1, 2, 2, 2))))
        return chance.choice(_SURNAMES) + given

    def official(self, home: Division, rank: int, year: int) -> Official:
        """Who holds a post in a year: the chair is rank 0, deputies follow."""
        begin = self.chance("term", home.code, rank).randrange(_TERM)
        chance = self.chance("official", home.code, rank, (year + begin) // _TERM)
        title = chance.choice(_DEPUTIES if rank else _CHAIRS)
        second = f"{home.name}人大常委会" if rank == 0 and chance.random() < _STACKED else ""
        return Official(self.person(chance), title, f"{home.name}总工会", second)

    def company(self, home: Division, number: int) -> str:
        """The full name of one of a division's companies."""
        chance = self.chance("company", home.code, number)
        place = home.name[:-1] if len(home.name) > 2 else home.name
        return place + chance.choice(_TRADE_NAMES) + chance.choice(_TRADES) + chance.choice(_FORMS)

    def manager(self, home: Division, number: int, year: int) -> str:
        """Who runs a company in a year."""
        return self.person(self.chance("manager", home.code, number, year // _TERM))

    def reporter(self, home: Division, number: int) -> str:
        """One of those who write about a division."""
        return self.person(self.chance("reporter", home.code[:4], number))


@dataclass(frozen=True)
class Scene:
    """What an article is to tell of: a place, a day, and chance."""

    world: World
    home: Division
    day: date
    chance: random.Random
    draft: Draft = field(default_factory=Draft)

    @property
    def union(self) -> str:
        """The union of the place."""
        return f"{self.home.name}总工会"

    @property
    def said_day(self) -> str:
        """The day as news gives it."""
        return f"{self.day.month}月{self.day.day}日"

    def pick(self, *wordings: str) -> str:
        """One of several ways to say a thing."""
        return self.chance.choice(wordings)

    def official(self, rank: int) -> Official:
        """As :meth:`World.official`, here and now."""
        return self.world.official(self.home, rank, self.day.year)

    def companies(self, count: int) -> list[tuple[str, str]]:
        """Companies of the place with who runs them."""
        found: dict[str, str] = {}
        for number in self.chance.sample(range(12), count + 2):
            found[self.world.company(self.home, number)] = self.world.manager(self.home, number, self.day.year)
        return list(found.items())[:count]
