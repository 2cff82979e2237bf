"""A graph made by hand from an invented bulletin: six articles, every name made up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from unigraph.graph import GraphData
from unigraph.model import Article, Award, Entity, Evidence, Fact, Occurrence, Post, Span
from unigraph.ontology import Ontology, load_ontology

PAPER = "南溪工人报"


@dataclass(frozen=True)
class Named:
    """A thing as one passage names it."""

    id: str
    words: str


Part = str | Named


@dataclass
class Maker:
    """Collects articles, things and facts, and knows where each word stands."""

    entities: dict[str, Entity] = field(default_factory=dict)
    posts: dict[str, Post] = field(default_factory=dict)
    awards: dict[str, Award] = field(default_factory=dict)
    articles: dict[str, Article] = field(default_factory=dict)
    sentences: dict[str, tuple[Span, ...]] = field(default_factory=dict)
    reporters: dict[str, tuple[str, ...]] = field(default_factory=dict)
    facts: dict[tuple[str, str, str], list[Evidence]] = field(default_factory=dict)
    unsure: set[tuple[str, str, str]] = field(default_factory=set)

    def thing(self, cls: str, name: str, *aliases: str) -> str:
        """A thing's id; the same name gives the same thing."""
        known = next((e.id for e in self.entities.values() if e.name == name), None)
        if known:
            return known
        new = f"{cls[0].lower()}-{len(self.entities):03d}"
        self.entities[new] = Entity(new, cls, name, aliases)
        return new

    def say(self, thing: str, words: str = "") -> Named:
        """The thing as it is written in a sentence."""
        return Named(thing, words or self.entities[thing].name)

    def data(self, ontology: Ontology | None = None, background: Iterable[tuple[str, str, str]] = ()) -> GraphData:
        """All that was collected."""
        facts = [Fact(*key, tuple(e), plain=key not in self.unsure) for key, e in sorted(self.facts.items())]
        return GraphData(
            ontology or load_ontology(),
            articles=self.articles,
            sentences=self.sentences,
            reporters=self.reporters,
            entities=dict(sorted(self.entities.items())),
            posts=self.posts,
            awards=self.awards,
            facts=tuple(facts),
            background=tuple(background),
        )


class Story:
    """One article: first its sentences, then what they say."""

    def __init__(self, maker: Maker, title: str, published: str, source: str = "bulletin.txt") -> None:
        self.maker, self.title, self.published, self.source = maker, title, published, source
        self.text = title + "\n"
        self.spans: list[Span] = [Span(0, len(title))]
        self.named: list[tuple[str, int, int, int]] = []
        self.claims: list[tuple[str, str, str, str, int, float, bool]] = []
        self.by: list[str] = []

    def sentence(self, *parts: Part, paragraph: bool = False) -> Story:
        """Append a sentence; ``paragraph`` ends the one before it."""
        if paragraph:
            self.text += "\n"
        begin = len(self.text)
        for part in parts:
            if isinstance(part, Named):
                at = len(self.text)
                self.named.append((part.id, len(self.spans), at, at + len(part.words)))
            self.text += part.words if isinstance(part, Named) else part
        self.spans.append(Span(begin, len(self.text)))
        return self

    def fact(self, subject: str, predicate: str, obj: str, cue: str, sure: float = 0.94, plain: bool = True) -> Story:
        """What the last sentence says, by a cue in it."""
        self.claims.append((subject, predicate, obj, cue, len(self.spans) - 1, sure, plain))
        return self

    def post(self, person: str, title: str, body: str, sure: float = 0.97) -> Story:
        """A person's post; the title is its own cue."""
        new = f"post-{body}-{title}"
        self.maker.posts[new] = Post(new, title, body)
        return self.fact(person, "holdsPosition", new, title, sure)

    def award(self, name: str) -> str:
        """An honour's id."""
        new = f"aw-{name}"
        self.maker.awards[new] = Award(new, name)
        return new

    def done(self) -> Article:
        """Hand over to the maker what was collected."""
        article = Article(self.text, self.title, self.published, "stated", PAPER, "2", "", (self.source,))
        m = self.maker
        m.articles[article.id] = article
        m.sentences[article.id] = tuple(self.spans)
        m.reporters[article.id] = tuple(self.by)
        for thing, sentence, begin, end in self.named:
            e = m.entities[thing]
            found = (*e.mentions, Occurrence(article.id, sentence, begin, end))
            m.entities[thing] = Entity(e.id, e.cls, e.name, e.aliases, found, e.adcode)
        for subject, predicate, obj, cue, index, sure, plain in self.claims:
            span = self.spans[index]
            begin = self.text.index(cue, span.begin, span.end)
            here = {t for t, s, _, _ in self.named if s == index}
            ends = {subject, m.posts[obj].body if obj in m.posts else obj} & m.entities.keys()
            before = {max((s for t, s, _, _ in self.named if t == e and s < index), default=-1) for e in ends - here}
            key = (subject, predicate, obj)
            evidence = Evidence(
                article.id,
                index,
                begin,
                begin + len(cue),
                f"{predicate}-clause",
                sure,
                self.published,
                tuple(sorted(before - {-1})),
            )
            m.facts.setdefault(key, []).append(evidence)
            if not plain:
                m.unsure.add(key)
        return article


def bulletin() -> GraphData:
    """Six articles, about a hundred things and a hundred and thirty facts."""
    m = Maker()
    city = m.thing("TerritorialUnion", "南溪市总工会", "南溪市总")
    _plenum(m, city)
    _forum(m, city)
    _visit(m, city)
    _contest(m, city)
    _tree(m)
    _relief(m, city)
    province = m.thing("TerritorialUnion", "云岭省总工会")
    return m.data(background=[(city, "partOf", province)])


def _plenum(m: Maker, city: str) -> None:
    s = Story(m, "南溪市总工会七届三次全委会召开", "2025-03-12")
    lin, gao, npc = (
        m.thing("Official", "林秋禾"),
        m.thing("Official", "高远洲"),
        m.thing("Congress", "南溪市人大常委会"),
    )
    event = m.thing("Plenum", "南溪市总工会第七届委员会第三次全体会议", "南溪市总工会七届三次全委会")
    reporter = m.thing("Journalist", "许望舒")
    s.by.append(reporter)
    s.sentence("本报讯（记者", m.say(reporter), "）", paragraph=True)
    s.sentence("3月10日，", m.say(event), "在", m.say(m.thing("CulturalPalace", "南溪市工人文化宫")), "召开。")
    s.fact(city, "hosted", event, "召开").fact(event, "startDate", "2025-03-10", "3月10日", 0.98)
    s.fact(event, "heldAt", m.thing("CulturalPalace", "南溪市工人文化宫"), "在", 0.9)
    s.sentence(
        m.say(npc),
        "副主任，",
        m.say(city, "市总工会"),
        "党组书记、主席",
        m.say(lin),
        "主持会议并讲话，",
        m.say(city, "市总工会"),
        "党组成员、副主席",
        m.say(gao),
        "作工作报告。",
    )
    s.post(lin, "副主任", npc).post(lin, "党组书记", city).post(lin, "主席", city).post(gao, "党组成员", city)
    s.post(gao, "副主席", city).fact(lin, "chaired", event, "主持").fact(lin, "spokeAt", event, "讲话")
    s.fact(gao, "spokeAt", event, "作工作报告")
    people = ["沈亦安", "罗望津", "顾明渠", "温如岚", "白鹭洲", "叶知秋"]
    districts = [
        "南溪市江北区总工会",
        "南溪市河西区总工会",
        "南溪市临港区总工会",
        "青石县总工会",
        "云溪县总工会",
        "南溪市教育工会",
    ]
    parts: list[Part] = []
    for person, body in zip(people, districts, strict=True):
        parts += [
            "、" if parts else "",
            m.say(m.thing("TerritorialUnion", body)),
            "主席",
            m.say(m.thing("Official", person)),
        ]
    s.sentence(*parts, "参加会议。", paragraph=True)
    for person, body in zip(people, districts, strict=True):
        s.post(m.thing("Official", person), "主席", m.thing("TerritorialUnion", body), 0.95)
        s.fact(m.thing("Official", person), "attended", event, "参加", 0.91)
    guests = [
        f"南溪市{n}工会"
        for n in (
            "金融",
            "交通运输",
            "卫生健康",
            "财贸轻纺",
            "能源化学",
            "邮政",
            "机关",
            "农林水利",
            "民航",
            "文化旅游",
        )
    ]
    s.sentence(*[part for x in guests for part in ("、", m.say(m.thing("IndustryUnion", x)))][1:], "负责人列席。")
    for guest in guests:
        s.fact(m.thing("IndustryUnion", guest), "attended", event, "列席", 0.83)
    s.sentence("会议强调，要聚焦主责主业，推动各项工作取得新成效。", paragraph=True)
    s.done()


def _forum(m: Maker, city: str) -> None:
    s = Story(m, "南溪市职工创新成果交流会举行 五年落地项目逾千个", "2025-03-13")
    event = m.thing("Meeting", "南溪市职工创新成果交流会")
    school = m.thing("School", "南溪职业技术大学")
    reporters = [m.thing("Journalist", "许望舒"), m.thing("Journalist", "邵一苇")]
    s.by += reporters
    s.sentence("本报讯（记者", m.say(reporters[0]), " 通讯员", m.say(reporters[1]), "）", paragraph=True)
    s.sentence("3月11日，", m.say(event), "在", m.say(school), "举行。")
    s.fact(event, "startDate", "2025-03-11", "3月11日", 0.98).fact(event, "heldAt", school, "在")
    bodies = [
        m.thing("GovernmentBody", f"南溪市{n}局")
        for n in ("科学技术", "工业和信息化", "人力资源和社会保障", "市场监督管理")
    ]
    listed: list[Part] = [part for b in bodies for part in ("、", m.say(b))]
    s.sentence(
        "活动由",
        m.say(city),
        *listed,
        "共同主办，",
        m.say(m.thing("CulturalPalace", "南溪市工人文化宫"), "市工人文化宫"),
        "、",
        m.say(m.thing("Association", "南溪市质量协会")),
        "协办。",
        paragraph=True,
    )
    for body in (city, *bodies):
        s.fact(body, "hosted", event, "主办", 0.96)
    for name in ("南溪市工人文化宫", "南溪市质量协会"):
        s.fact(m.thing("CulturalPalace", name), "coOrganized", event, "协办")
    signing = m.thing("SigningCeremony", "南溪市总工会与南溪职业技术大学签约仪式")
    s.sentence("会上，", m.say(city), "与", m.say(school), "举行", m.say(signing, "签约仪式"), "。", paragraph=True)
    s.fact(city, "signedWith", school, "签约", 0.93).fact(city, "hosted", signing, "举行", 0.9)
    s.fact(school, "hosted", signing, "举行", 0.9)
    firms = [
        "比翼汽车股份有限公司",
        "中国远航海洋运输装备制造（集团）股份有限公司南溪分公司",
        "南溪晨星精密仪器有限公司",
        "蓝湾生物医药有限公司",
    ]
    parts: list[Part] = [part for f in firms for part in ("、", m.say(m.thing("Company", f)))][1:]
    s.sentence(*parts, "分别分享了经验。")
    for firm in firms:
        s.fact(m.thing("Company", firm), "spokeAt", event, "分享", 0.92)
    gold = s.award("南溪市职工创新成果金奖")
    winners = ["祁连山", "柳依南", "范思齐"]
    parts = [part for w in winners for part in ("、", m.say(m.thing("Person", w)))][1:]
    s.sentence(m.say(city), "为", *parts, "颁发南溪市职工创新成果金奖。", paragraph=True)
    s.fact(city, "conferred", gold, "颁发", 0.9)
    for winner in winners:
        s.fact(m.thing("Person", winner), "received", gold, "颁发", 0.9)
        s.fact(m.thing("Person", winner), "attended", event, "颁发", 0.55, plain=False)
    s.done()


def _visit(m: Maker, city: str) -> None:
    s = Story(m, "镜湖洋务工会到访南溪 携手深化职工交流", "2025-03-14")
    guest = m.thing("Union", "镜湖洋务工会")
    event = m.thing("Event", "镜湖洋务工会成立80周年活动")
    qiu, jiang = m.thing("Official", "丘耀川"), m.thing("Official", "蒋清让")
    s.by.append(m.thing("Journalist", "黄细雨"))
    s.sentence("本报讯（记者", m.say(m.thing("Journalist", "黄细雨")), "）", paragraph=True)
    s.sentence("3月9日晚，", m.say(guest), "在", m.say(m.thing("Division", "南溪市")), "举办", m.say(event), "。")
    s.fact(guest, "hosted", event, "举办").fact(event, "startDate", "2025-03-09", "3月9日", 0.98)
    s.fact(event, "heldAt", m.thing("Division", "南溪市"), "在", 0.92)
    s.sentence(m.say(city), "常务副主席", m.say(jiang), "出席，", m.say(guest), "主席", m.say(qiu), "致辞。")
    s.post(jiang, "常务副主席", city).post(qiu, "主席", guest).fact(jiang, "attended", event, "出席", 0.95)
    s.fact(qiu, "spokeAt", event, "致辞", 0.95).fact(city, "coOrganized", event, "出席", 0.4, plain=False)
    sights = ["祖祠", "南风窑", "西岭国家地质公园", "清和园", "岭南水乡", "南溪市先进制造业展厅"]
    parts: list[Part] = [part for p in sights for part in ("、", m.say(m.thing("Sight", p)))][1:]
    s.sentence("交流团先后走进", *parts, "。", paragraph=True)
    for sight in sights:
        s.fact(guest, "visited", m.thing("Sight", sight), "走进", 0.9)
    s.done()


def _contest(m: Maker, city: str) -> None:
    s = Story(m, "全市建筑行业职工技能竞赛收官", "2025-03-15")
    event = m.thing("Competition", "2025年南溪市建筑行业职工技能竞赛")
    host, build = m.thing("GovernmentBody", "南溪市住房和城乡建设局"), m.thing("Company", "南溪建工集团有限公司")
    s.sentence(
        "3月12日，由",
        m.say(city),
        "、",
        m.say(host),
        "主办，",
        m.say(build),
        "承办的",
        m.say(event),
        "落下帷幕。",
        paragraph=True,
    )
    s.fact(city, "hosted", event, "主办").fact(host, "hosted", event, "主办").fact(build, "coOrganized", event, "承办")
    s.fact(event, "startDate", "2025-03-12", "3月12日")
    teams = [
        "青石县建设工会",
        "江北区建筑业工会联合会",
        "临港区总工会建设分会",
        "南溪市政工程公司工会",
        "云溪县建筑公司工会",
    ]
    s.sentence(*[part for x in teams for part in ("、", m.say(m.thing("IndustryUnion", x)))][1:], "组队参加。")
    for team in teams:
        s.fact(m.thing("IndustryUnion", team), "attended", event, "参加", 0.89)
    best = s.award("南溪市五一劳动奖章")
    names = ["石敢当", "钟离岸", "诸葛青", "牧野舟"]
    s.sentence(
        *[part for x in names for part in ("、", m.say(m.thing("Person", x)))][1:],
        "获南溪市五一劳动奖章。",
        paragraph=True,
    )
    for name in names:
        s.fact(m.thing("Person", name), "received", best, "获", 0.9)
    s.done()


def _tree(m: Maker) -> None:
    s = Story(m, "青石县总工会主题党日为家乡添绿", "2025-03-15")
    county = m.thing("TerritorialUnion", "青石县总工会")
    event = m.thing("Event", "“我为家乡种棵树”主题党日活动")
    place, person = m.thing("Division", "青石县石桥镇"), m.thing("Official", "黄栋梁")
    s.sentence("3月13日，", m.say(county), "在", m.say(place), "开展", m.say(event), "。", paragraph=True)
    s.fact(county, "hosted", event, "开展").fact(event, "heldAt", place, "在").fact(
        event, "startDate", "2025-03-13", "3月13日"
    )
    s.sentence(m.say(m.thing("Congress", "青石县人大常委会")), "副主任", m.say(person), "等参加活动。")
    s.post(person, "副主任", m.thing("Congress", "青石县人大常委会")).fact(person, "attended", event, "参加")
    s.done()


def _relief(m: Maker, city: str) -> None:
    s = Story(m, "南溪市总工会走访慰问一线职工", "2025-04-02")
    gao = m.thing("Official", "高远洲")
    s.sentence("近日，", m.say(city), "副主席", m.say(gao), "一行走访慰问一线职工。", paragraph=True)
    s.post(gao, "副主席", city, 0.96)
    stops = [
        "南溪地铁运营有限公司",
        "南溪市第一人民医院",
        "临港物流园",
        "江北快递驿站",
        "比翼汽车股份有限公司",
        "南溪市环境卫生管理处",
    ]
    kinds = ["Company", "Hospital", "Venue", "Organization", "Company", "Organization"]
    places = [m.thing(k, n) for k, n in zip(kinds, stops, strict=True)]
    s.sentence("他们先后来到", *[part for p in places for part in ("、", m.say(p))][1:], "，送去慰问品。")
    for place in places:
        s.fact(gao, "visited", place, "来到", 0.9).fact(city, "visited", place, "来到", 0.86)
    guides = ["方既白", "卫长庚", "江照野", "周行己", "唐晓舟"]
    titles = ["工会主席", "院长", "主任", "站长", "总经理"]
    parts: list[Part] = []
    for name, title, place in zip(guides, titles, places, strict=False):
        parts += ["、" if parts else "", m.say(place), title, m.say(m.thing("Official", name))]
    s.sentence(*parts, "陪同。", paragraph=True)
    for name, title, place in zip(guides, titles, places, strict=False):
        s.post(m.thing("Official", name), title, place, 0.9)
    talk = m.thing("Meeting", "一线职工座谈会")
    speakers = ["路遥知", "马可心", "苏幕遮", "梅问雪", "郑重山", "韩江雪", "殷采薇", "于归舟", "陶令闻", "万里晴"]
    s.sentence("慰问中召开", m.say(talk), "，由", m.say(gao), "主持。", paragraph=True)
    s.fact(city, "hosted", talk, "召开", 0.84).fact(gao, "chaired", talk, "主持", 0.92)
    s.fact(talk, "startDate", "2025-03", "慰问中", 0.5)
    s.sentence(*[part for x in speakers for part in ("、", m.say(m.thing("Person", x)))][1:], "等先后发言。")
    for speaker in speakers:
        s.fact(m.thing("Person", speaker), "spokeAt", talk, "发言", 0.88)
    s.sentence("慰问品由", m.say(m.thing("Company", "南溪供销商贸有限公司")), "支持。")
    s.done()
