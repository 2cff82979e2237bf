"""Graphs of any size, for tests of size and benchmarks: an invented province with its unions, people and events.

The same arguments give the same graph. Every event has an article of its own, whose sentences are made by templates;
a few things are named everywhere, most of them seldom, as in a newspaper.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from unigraph.graph import GraphData
from unigraph.model import Article, Award, Entity, Evidence, Fact, Occurrence, Post, Span
from unigraph.ontology import load_ontology

__all__ = ["large"]

PAPERS = ("云岭工人报", "松江劳动报", "海州职工周刊")
_FIRST = date(2023, 1, 3)
_DAYS = 1180
_PLACE = "云松海江青白石龙凤平安永长新东西南北临望河湖山川岭原州阳阴泉溪谷金银玉林梅兰竹菊桥渡"
_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗"
_GIVEN = "秋禾清让远洲栋梁明志建国晓芳海燕文博思源丽华俊杰雨桐子涵立群向阳春生长庚照野行己晓舟既白问雪重山江雪采薇"
_TRADES = (
    "建筑",
    "纺织",
    "汽车",
    "电子",
    "物流",
    "能源",
    "食品",
    "医药",
    "环保",
    "快递",
    "旅游",
    "港口",
    "林业",
    "渔业",
)
_BODIES = (
    "人力资源和社会保障局",
    "教育局",
    "住房和城乡建设局",
    "应急管理局",
    "卫生健康局",
    "交通运输局",
    "发展和改革局",
)
_TITLES = ("主席", "副主席", "党组成员", "常务副主席", "局长", "副局长", "主任", "工会主席", "总经理", "二级调研员")
_AWARDS = ("五一劳动奖章", "五一劳动奖状", "工人先锋号", "优秀工会工作者", "技术能手", "模范职工之家")
_EVENTS = (
    ("Meeting", "第{n}次{t}行业集体协商会议"),
    ("Competition", "第{n}届{t}行业职工技能竞赛"),
    ("Training", "第{n}期{t}行业工会干部培训班"),
    ("Ceremony", "第{n}批{t}行业先进表彰大会"),
    ("SigningCeremony", "第{n}轮{t}行业集体合同签约仪式"),
    ("Event", "“{t}暖心行”第{n}场职工服务活动"),
    ("Plenum", "{t}工会联合会{n}届二次全委会"),
    ("Event", "{t}行业职工书画展第{n}回"),
)
_TALK = (
    "会议强调，要把职工的急难愁盼放在心上，把服务送到车间、班组和工地。",
    "活动现场设置了法律咨询、健康义诊、岗位推介等展台，吸引了众多职工前来参与。",
    "与会人员围绕工资集体协商、劳动保护和技能提升展开了热烈讨论，提出意见建议三十余条。",
    "据介绍，今年以来当地工会已帮扶困难职工两千余人次，发放慰问金一百余万元。",
    "大家纷纷表示，将以此次活动为契机，进一步提高服务水平，当好职工的“娘家人”。",
)
_LOCAL = (
    ("TerritorialUnion", 0.01),
    ("Official", 0.33),
    ("Person", 0.13),
    ("Company", 0.11),
    ("IndustryUnion", 0.06),
    ("GovernmentBody", 0.03),
    ("School", 0.03),
    ("Hospital", 0.02),
    ("Association", 0.02),
    ("Venue", 0.04),
    ("Sight", 0.01),
)
"""Which part of all things each class is, apart from events (a fifth), divisions and honours."""


@dataclass
class _City:
    """A place with those who act there, the best known first."""

    name: str
    division: str
    union: str
    pools: dict[str, list[str]] = field(default_factory=dict)
    unused: dict[str, list[str]] = field(default_factory=dict)


class _World:
    def __init__(self, things: int, seed: int) -> None:
        self.chance = random.Random(seed)
        self.entities: dict[str, tuple[str, str, tuple[str, ...]]] = {}
        self.mentions: dict[str, list[Occurrence]] = {}
        self.posts: dict[str, Post] = {}
        self.awards: dict[str, Award] = {}
        self.articles: dict[str, Article] = {}
        self.sentences: dict[str, tuple[Span, ...]] = {}
        self.reporters: dict[str, tuple[str, ...]] = {}
        self.facts: dict[tuple[str, str, str], list[Evidence]] = {}
        self.background: list[tuple[str, str, str]] = []
        self.held: dict[str, tuple[str, str]] = {}
        self.names: set[str] = set()
        self.events = max(1, things // 5)
        self.writers = [self.add("Journalist", self.person()) for _ in range(max(2, things // 400))]
        self.cities = self._cities(things)
        self.heads = [1 / (1 + n) for n in range(len(self.cities))]

    def add(self, cls: str, name: str, *aliases: str) -> str:
        identifier = f"{cls[:2].lower()}-{len(self.entities):06d}"
        self.entities[identifier] = (cls, name, aliases)
        self.mentions[identifier] = []
        return identifier

    def fresh(self, make: str, letters: str, count: int) -> str:
        """A name that nothing else has; longer where short ones are used up."""
        for attempt in range(1000):
            name = make.format("".join(self.chance.choices(letters, k=count + attempt // 40)))
            if name not in self.names:
                self.names.add(name)
                return name
        raise ValueError("no names are left")

    def person(self) -> str:
        return self.fresh(self.chance.choice(_SURNAMES) + "{}", _GIVEN, 2)

    def _cities(self, things: int) -> list[_City]:
        province = self.add("Division", "云岭省")
        top = self.add("TerritorialUnion", "云岭省总工会", "省总工会", "省总")
        cities = []
        for number in range(max(1, round((things / 40) ** 0.5))):
            name = self.fresh("{}" + ("市" if number % 3 else "县"), _PLACE, 2)
            union = self.add("TerritorialUnion", f"{name}总工会", f"{name}总")
            city = _City(name, self.add("Division", name), union)
            self.background += [(city.division, "locatedIn", province), (union, "partOf", top)]
            cities.append(city)
        self.awards = {f"aw-{i:03d}": Award(f"aw-{i:03d}", name) for i, name in enumerate(self._honours(cities))}
        left = things - len(self.entities) - len(self.awards) - self.events
        for cls, share in _LOCAL:
            for _ in range(round(left * share / sum(part for _, part in _LOCAL))):
                self._settle(self.chance.choices(cities, [1 / (1 + n) ** 0.6 for n in range(len(cities))])[0], cls)
        for city in cities:
            city.unused = {cls: list(reversed(pool)) for cls, pool in city.pools.items()}
            self._appoint(city)
        return cities

    def _honours(self, cities: Sequence[_City]) -> list[str]:
        return [f"{c.name}{award}" for c in cities[: 1 + len(cities) // 2] for award in _AWARDS]

    def _settle(self, city: _City, cls: str) -> None:
        trade = self.chance.choice(_TRADES)
        words = {
            "TerritorialUnion": city.name + "{}镇总工会",
            "Company": "{}" + trade + "股份有限公司",
            "IndustryUnion": city.name + "{}" + trade + "工会联合会",
            "GovernmentBody": city.name + "{}" + self.chance.choice(_BODIES),
            "School": city.name + "{}职业技术学校",
            "Hospital": city.name + "{}人民医院",
            "Association": city.name + "{}" + trade + "协会",
            "Venue": city.name + "{}职工文化广场",
            "Sight": "{}山风景区",
        }
        name = self.fresh(words[cls], _PLACE, 2) if cls in words else self.person()
        city.pools.setdefault(cls, []).append(self.add(cls, name))

    def _appoint(self, city: _City) -> None:
        """Every official holds a post; heads of the city's union come first."""
        for rank, official in enumerate(city.pools.get("Official", [])):
            body = city.union if rank < 6 else self.some(city, "GovernmentBody", "IndustryUnion", "Company", "School")
            self.held[official] = body, _TITLES[rank] if rank < 4 else self.chance.choice(_TITLES)

    def some(self, city: _City, *classes: str) -> str:
        """One of these classes in a city: one that was not named yet, or one of the best known."""
        cls = self.chance.choice([c for c in classes if city.pools.get(c)] or [""])
        if not cls:
            return city.union
        unused = city.unused.get(cls)
        if unused and self.chance.random() < 0.3:
            return unused.pop()
        pool = city.pools[cls]
        return pool[min(int(len(pool) * self.chance.random() ** 3), len(pool) - 1)]

    def honour(self, city: _City) -> str:
        """One of the city's, else one that all may receive."""
        own = self.cities.index(city) * len(_AWARDS)
        return f"aw-{(own if own < len(self.awards) else 0) + self.chance.randrange(len(_AWARDS)):03d}"

    def event(self, number: int) -> tuple[str, str]:
        cls, words = _EVENTS[number % len(_EVENTS)]
        return cls, words.format(n=1 + number // len(_EVENTS), t=self.chance.choice(_TRADES))


class _Story:
    """An article while it is written."""

    def __init__(self, world: _World, title: str) -> None:
        self.world, self.text = world, title + "\n"
        self.spans = [Span(0, len(title))]
        self.named: list[tuple[str, int, int, int]] = []
        self.claims: list[tuple[str, str, str, int, int, int, float]] = []

    def say(self, *parts: str) -> None:
        """A sentence of words and things, which are told by their identifiers."""
        begin = len(self.text)
        for part in parts:
            entity = self.world.entities.get(part)
            words = entity[1] if entity else part
            if entity:
                self.named.append((part, len(self.spans), len(self.text), len(self.text) + len(words)))
            self.text += words
        self.spans.append(Span(begin, len(self.text)))

    def claim(self, subject: str, predicate: str, obj: str, cue: str) -> None:
        """What the last sentence says."""
        at = self.text.rfind(cue, self.spans[-1].begin)
        sure = round(0.55 + 0.44 * self.world.chance.random() ** 0.4, 2)
        self.claims.append((subject, predicate, obj, len(self.spans) - 1, at, at + len(cue), sure))

    def post(self, official: str) -> tuple[str, ...]:
        """An official's title and name, as they stand in a sentence."""
        body, title = self.world.held[official]
        return (body, title, official)

    def holds(self, official: str) -> None:
        body, title = self.world.held[official]
        post = f"po-{body}-{_TITLES.index(title)}"
        self.world.posts[post] = Post(post, title, body)
        self.claim(official, "holdsPosition", post, title)

    def done(self, day: str, number: int) -> None:
        world = self.world
        page = str(1 + number % 8)
        source = f"{day[:4]}/{day}.txt"
        article = Article(self.text, self.text.split("\n")[0], day, "given", PAPERS[number % 3], page, "", (source,))
        key = article.id
        world.articles[key], world.sentences[key] = article, tuple(self.spans)
        world.reporters[key] = (world.writers[number % len(world.writers)],)
        for thing, sentence, begin, end in self.named:
            world.mentions[thing].append(Occurrence(key, sentence, begin, end))
        for s, p, o, sentence, begin, end, sure in self.claims:
            evidence = Evidence(key, sentence, begin, end, f"frame.{p}", sure, day, (1,) if sentence > 2 else ())
            world.facts.setdefault((s, p, o), []).append(evidence)


def _report(world: _World, number: int, facts: int) -> None:
    """An event of its own with an article that states about so many facts."""
    chance = world.chance
    city = chance.choices(world.cities, world.heads)[0]
    day = _FIRST + timedelta(days=chance.randrange(_DAYS))
    cls, words = world.event(number)
    event = world.add(cls, city.name + words)
    story = _Story(world, f"{city.name}{words}举行")
    host, place = city.union, world.some(city, "Venue", "Venue", "Sight")
    helper = world.some(city, "GovernmentBody", "Association", "Company")
    story.say(f"{day.month}月{day.day}日，由", host, "主办、", helper, "承办的", event, "在", place, "举行。")
    story.claim(host, "hosted", event, "主办")
    story.claim(helper, "coOrganized", event, "承办")
    story.claim(event, "heldAt", place, "在")
    story.claim(event, "startDate", day.isoformat(), f"{day.month}月{day.day}日")
    chair = world.some(city, "Official")
    if chair in world.held:
        story.say(*story.post(chair), "主持会议并讲话。")
        story.claim(chair, "chaired", event, "主持")
        story.claim(chair, "spokeAt", event, "讲话")
        story.holds(chair)
    story.say(chance.choice(_TALK) + "\n")
    while len(story.claims) < facts:
        _crowd(world, story, city if chance.random() < 0.9 else chance.choice(world.cities), event, cls)
        if chance.random() < 0.5:
            story.say(chance.choice(_TALK) + "\n")
    story.done(day.isoformat(), number)


def _crowd(world: _World, story: _Story, city: _City, event: str, cls: str) -> None:
    """One more sentence on who was there, what they received, where they went, with whom they signed."""
    kind = world.chance.random()
    if kind < 0.4:
        guests = [g for g in dict.fromkeys(world.some(city, "Official") for _ in range(3)) if g in world.held]
        story.say(*[word for g in guests for word in ("、", *story.post(g))][1:], "出席活动。")
        for guest in guests:
            story.claim(guest, "attended", event, "出席")
            story.holds(guest)
    elif kind < 0.75:
        teams = list(
            dict.fromkeys(world.some(city, "Company", "IndustryUnion", "School", "Hospital") for _ in range(4))
        )
        story.say(*[word for t in teams for word in ("、", t)][1:], "组队参加。")
        for team in teams:
            story.claim(team, "attended", event, "参加")
    elif kind < 0.87:
        people = list(dict.fromkeys(world.some(city, "Person", "TerritorialUnion") for _ in range(3)))
        award = world.honour(city)
        story.say(*[word for p in people for word in ("、", p)][1:], f"获{world.awards[award].name}。")
        for person in people:
            story.claim(person, "received", award, "获")
    elif kind < 0.95 or cls != "SigningCeremony":
        guide, stop = world.some(city, "Official", "Person"), world.some(city, "Company", "Venue", "School")
        story.say(guide, "一行走访", stop, "，与一线职工座谈。")
        story.claim(guide, "visited", stop, "走访")
    else:
        one, other = world.some(city, "Company"), world.some(city, "IndustryUnion")
        story.say(one, "与", other, "现场签约。")
        story.claim(one, "signedWith", other, "签约")


@cache
def large(things: int = 20_000, facts: int = 100_000, seed: int = 1) -> GraphData:
    """A graph of about so many things and facts, with the articles that state them."""
    world = _World(things, seed)
    for number in range(world.events):
        _report(world, number, round((facts - len(world.facts)) / (world.events - number) * 1.02))
    entities = {i: Entity(i, c, n, a, tuple(world.mentions[i])) for i, (c, n, a) in world.entities.items()}
    told = (Fact(*k, tuple(sorted(e, key=lambda e: -e.confidence))) for k, e in sorted(world.facts.items()))
    return GraphData(
        load_ontology(),
        articles=dict(sorted(world.articles.items())),
        sentences=dict(sorted(world.sentences.items())),
        reporters=dict(sorted(world.reporters.items())),
        entities=dict(sorted(entities.items())),
        posts=dict(sorted(world.posts.items())),
        awards=world.awards,
        facts=tuple(told),
        background=tuple(sorted(world.background)),
    )
