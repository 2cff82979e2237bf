"""Articles and what is extracted from them, written by hand; every name in them is invented."""

from __future__ import annotations

import re

from unigraph.model import Article, ArticleFacts, Claim, Evidence, LocalEntity, Mention, Span


class Telling:
    """One article: name its things, say its claims, then take :meth:`facts`."""

    def __init__(
        self,
        text: str,
        published: str = "",
        *,
        publisher: str = "",
        basis: str = "given",
        sources: tuple[str, ...] = (),
    ) -> None:
        title = text.partition("\n")[0]
        self.article = Article(
            text, title, published, basis if published else "", publisher, sources=sources or (f"{title}.txt",)
        )
        self.sentences = tuple(Span(*m.span()) for m in re.finditer(r"[^\n。]+。?", text))
        self.entities: list[LocalEntity] = []
        self.mentions: list[Mention] = []
        self.claims: list[Claim] = []
        self.reporters: list[int] = []

    def thing(self, cls: str, name: str, *words: str, aliases: tuple[str, ...] = (), key: str = "") -> int:
        """An entity, mentioned wherever its name or another word for it stands."""
        number = len(self.entities)
        self.entities.append(LocalEntity(cls, name, aliases, key))
        for word in (name, *words):
            found = re.finditer(re.escape(word), self.article.text)
            self.mentions.extend(Mention(number, *m.span()) for m in found)
        return number

    def reporter(self, name: str) -> int:
        """A person who wrote the article."""
        self.reporters.append(self.thing("Journalist", name))
        return self.reporters[-1]

    def say(
        self,
        subject: int,
        predicate: str,
        target: int | None,
        cue: str,
        value: str = "",
        confidence: float = 0.9,
        antecedents: tuple[int, ...] = (),
    ) -> Telling:
        """A claim whose cue is the first occurrence of a word."""
        begin = self.article.text.index(cue)
        sentence = max(i for i, s in enumerate(self.sentences) if s.begin <= begin)
        evidence = Evidence(
            self.article.id, sentence, begin, begin + len(cue), "by-hand", confidence, antecedents=antecedents
        )
        self.claims.append(Claim(subject, predicate, target, value, evidence))
        return self

    def facts(self) -> ArticleFacts:
        """All that was said."""
        return ArticleFacts(
            self.article,
            self.sentences,
            tuple(self.entities),
            tuple(self.mentions),
            tuple(self.claims),
            tuple(self.reporters),
        )


def signing() -> ArticleFacts:
    """A signing between a union and a bank, with a chair, posts, a date without a year, and an award."""
    t = Telling(
        "南溪市总工会与白石银行签约\n"
        "3月1日，南溪市总工会与白石银行在南溪会堂举行签约仪式。南溪市总工会主席何静主持仪式。\n"
        "双方签署协议。白石银行获“南溪五一劳动奖状”。林雾或到会。（记者 宋雨）",
        "2026-03-02",
        publisher="南溪晚报",
        sources=("pages/one.txt",),
    )
    union = t.thing("TerritorialUnion", "南溪市总工会", "双方", aliases=("南溪市总",), key="u-990100")
    bank = t.thing("Company", "白石银行", "双方")
    hall = t.thing("Venue", "南溪会堂")
    event = t.thing("SigningCeremony", "南溪市总工会与白石银行签约仪式", "签约仪式", "仪式")
    chair = t.thing("Official", "何静")
    guest = t.thing("Person", "林雾")
    t.thing("Division", "南溪市", key="pl-990100")
    t.reporter("宋雨")
    t.say(union, "hosted", event, "举行", confidence=0.95).say(bank, "hosted", event, "举行", confidence=0.8)
    t.say(event, "heldAt", hall, "在").say(event, "startDate", None, "3月1日", "2026-03-01", 0.97)
    t.say(chair, "chaired", event, "主持").say(chair, "holdsPosition", union, "主席", "主席", 1.0)
    t.say(bank, "signedWith", union, "签署", antecedents=(1,))
    t.say(bank, "received", union, "获", "南溪五一劳动奖状", 0.85)
    t.say(guest, "attended", event, "或到会", confidence=0.3, antecedents=(1,))
    return t.facts()


def forum() -> ArticleFacts:
    """A forum of a county's union, later, with the same chair and the same reporter."""
    t = Telling(
        "东河县总工会办论坛\n"
        "2026年4月，东河县总工会主办职工论坛，白石银行协办。南溪市总工会主席何静出席论坛。（记者 宋雨）",
        "2026-04-20",
        publisher="南溪晚报",
        basis="stated",
        sources=("pages/two.txt",),
    )
    county = t.thing("TerritorialUnion", "东河县总工会", key="u-990121")
    city = t.thing("TerritorialUnion", "南溪市总工会", key="u-990100")
    bank = t.thing("Company", "白石银行", aliases=("白石农商行",))
    event = t.thing("Meeting", "东河县总工会职工论坛", "职工论坛", "论坛")
    guest = t.thing("Person", "何静")
    t.thing("Division", "东河县", key="pl-990121")
    t.reporter("宋雨")
    t.say(county, "hosted", event, "主办").say(bank, "coOrganized", event, "协办")
    t.say(event, "startDate", None, "2026年4月", "2026-04")
    t.say(guest, "attended", event, "出席").say(guest, "holdsPosition", city, "主席", "主席", 0.98)
    return t.facts()
