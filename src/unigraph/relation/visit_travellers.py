"""Who travels: the subject of a stop, named, meant or told a sentence before or after."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from unigraph.lexicons.words import words
from unigraph.recognition.found import Found
from unigraph.relation.parts import Chain, Unit
from unigraph.relation.scene import Scene
from unigraph.relation.visit_words import ALONG_BEFORE, ALONG_GAP, LEADS, Stop, apart, goods, light, team_word

__all__ = ["Party", "Travellers"]

_VISITORS = ("Person", "Union", "Company", "Organization")
_PEOPLE = ("Person",)
_TOLD = 60
"""How far behind a place in front of its sentence those who travel may stand."""
_ROW = 300
"""How far before its last name a row of names may begin."""
_BODIES = ("Union", "Company", "Organization")
_UNDER = re.compile(r"的?(?:带领|率领)下")
_WITH = re.compile(r"^[，]?(?:一同|一起)?(?:和|与|同|偕|携|率领?|带领|带着|领着|会同|代表|及|、)(?:部分|有关|相关)?$")
_HOST = re.compile(r"(?:职工|员工|工人|师傅|农民工|劳模|店长|站长|班长|小哥|司机|环卫工|讲解员)$")
"""Who is met at a place is no visitor."""
_PLACED = re.compile(r"[在到赴去]$")
_SIGNS = re.compile("签署|签约|签订|签下|签字|揭牌|举行|举办|召开")
_SHOWS = re.compile(r"[^，。；！？\n]{0,12}?(?:介绍|汇报|讲解|告诉|讲述|说)")
_PRONOUN = re.compile(r"[他她](?:们|带|和|同)|一行")
_ACTS = re.compile(
    r"(?![^，。；！？\n]{0,6}(?:表示|指出|强调|说|介绍|认为|主持|致辞|讲话|宣布|汇报|感慨|告诉|坦言|回忆|获得|荣获|当选|工作|是))"
)
_CARRYING = re.compile(
    r"(?:等|一行|[和与带][^，。；：\n]{2,10})*(?:，?(?:带着|带上|携|冒|顶|怀|满载|推着|拎着|提着|驱车|不顾|一早|早早)[^。；：！？\n]{0,30}，)?[^，。；：\n]{0,6}"
)
_SETS_OUT = re.compile(
    r"(?:一行|等)?，?(?:分别|亲自|专程|前往|赴|到|在|带队|率队|率团|带领|率领?|组织|开展|进行|深入|分头|兵分[两三四五六七八]路|就|冒雨|"
    r"[\u4e00-\u9fff“”]{0,8}?(?:市|县|区|企业|基层|一线|职工|人员|负责人|部室|干部|组|团|队|家|单位|处))*"
    r"(?:开展|进行|启动)?了?[\u4e00-\u9fff“”\d]{0,14}?"
)
_MEETS = re.compile(r"[^，。；！？\n]{0,6}?(?:握手|交谈|交流|座谈|谈心|合影|拉起?家常|聊|会谈|话家常|攀谈)")
_ON_THE_WAY = re.compile(
    r"[^，。；！？\n]{0,4}?(?:边走边|边看边|逐一|仔细|详细|认真|实地|现场|察看|查看|询问|走到|握着|与|同|向|听取|了解)"
)
_RUNS_ON = re.compile(r"等?[^，。；：！？、\n]{0,12}(?:邀请|安排|主办|承办|举办|举行|召开|介绍)")
"""What stands behind those at whose place or meeting it was."""
_GREETINGS = ("慰问", "送清凉", "送温暖", "走访", "调研", "考察", "送福", "送祝福")
_EVENT_MOVES = frozenset(("走进", "走入", "来到", "开进", "走近", "深入", "办到", "送到", "送进"))
_MOVING = ("活动", "演出", "巡演", "行动", "专场", "课堂", "招聘会", "宣讲", "服务", "巡讲")
_ORGAN = re.compile(r"(?:书记处|党组|党委|常委会|委员会|工委|委)$")
_GUESTS = re.compile(
    r"[^，。；：！？\n]{0,16}(?:客人|来宾|访客|朋友|身影|娘家人”?|人|[研察访问学流]者)(?:：|——|，(?:他们|她们)(?:是|来自)|，(?:其中|带队的|领头的)?(?:有|是))"
)
_ONE_IS = re.compile(
    r"[，：；](?:(?:一|另一|其中一|还有一|头一|后一|第[一二三])[位个拨批队家路]|[上下]午|晚上|先|后)(?:来的|到的)?(?:则|便|就)?(?:是|叫|为)"
)
"""How guests are told one by one: 一位是甲，一位是乙."""
_WELCOME = re.compile("娘家人|客人|亲人|贵客|访客|来客|朋友|身影|慰问的人|送清凉的人")
_CARRIES = re.compile(
    r"[^，。；：\n]{0,6}?(?:带着|带来|拎着|提着|捧着|带队|领着|走到|走进|握着|冒着|顶着|来到|赶来|看望|慰问)"
)
_COMES_FROM = re.compile(r"来自")
_SENT_BY = re.compile(r"来自(?=[^，。；：！？\n]{2,40}$)")


@dataclass(frozen=True, slots=True)
class Party:
    """The travellers of a stop, and how they were found; ``team`` where a word like 慰问组 means those before."""

    items: tuple[Found, ...]
    how: str
    team: bool = False


class Travellers:
    """Answers who goes where in one article."""

    def __init__(self, scene: Scene, stops: Iterable[Stop]) -> None:
        self.scene = scene
        self.stops = tuple(stops)
        self.targets = {id(u) for s in self.stops for u in s.targets}
        self.cue_begins = sorted(s.cue.begin for s in self.stops)
        self._target_names = frozenset(u.item.name for s in self.stops for u in s.targets)
        self._bodies: dict[str, dict[str, Found]] = {}
        for stack in scene.stacks:
            own = self._bodies.setdefault(stack.person.name, {})
            for post in stack.posts:
                if post.body is not None and not post.title.startswith("原"):
                    own.setdefault(post.body.name, post.body)

    def bodies_of(self, person: str) -> tuple[Found, ...]:
        """The bodies at which a person holds a post, in the order of the text."""
        return tuple(self._bodies.get(person, {}).values())

    # ------------------------------------------------------------------ the subject of a stop

    def of(self, stop: Stop) -> Party | None:
        """Those whom the text names as the subject of a stop, or that it means those before; else ``None``."""
        if stop.how == "receives":
            return self._arriving(stop)
        if stop.how == "fronted":
            return self._turned(stop) or self._then_at(stop)
        if stop.how == "among":
            return Party((), "carried", True)
        return self._turned(stop) or self._named(stop) or self._meant(stop)

    def _then_at(self, stop: Stop) -> Party | None:
        """先到甲，…; 甲上午在乙，下午在丙: those of the stop that was told of before."""
        here = self.scene.document.clause_start(stop.pivot)
        before = self.scene.document.clause_start(max(0, here - 1))
        told = stop.cue.word in ("到", "去") or (stop.cue.word == "在" and self._stops_between(before, stop.cue.begin))
        return Party((), "carried") if told else None

    def _turned(self, stop: Stop) -> Party | None:
        """The subject behind the place: 在甲，乙…"""
        if stop.behind >= 0:
            chain = self.scene.chain_from(stop.behind, _VISITORS, 8)
            if chain is not None and _PLACED.search(self.scene.text, chain.begin - 1, chain.begin):
                chain = None
            if chain is not None and (self._met(chain) or self._signs(chain)):
                return None
            shown = chain is not None and self._shows(chain)
            chain = None if shown else chain
            if chain is not None and light().fullmatch(self.scene.text[stop.behind : chain.begin]):
                return self._party(chain, stop, "fronted")
            sentence = self.scene.document.sentences[self.scene.document.sentence_at(stop.behind)]
            found = team_word().search(self.scene.text, stop.behind, min(sentence.end, stop.behind + _TOLD))
            if found or _PRONOUN.search(self.scene.text, sentence.begin, stop.pivot):
                return Party((), "carried", found is not None)
            leader = self._leader_within(stop.behind, min(sentence.end, stop.behind + 2 * _TOLD))
            return Party((leader,), "carried", True) if leader else Party((), "carried") if shown else None
        return None

    def _arriving(self, stop: Stop) -> Party | None:
        sentence = self.scene.document.sentences[self.scene.document.sentence_at(stop.cue.begin)]
        chain = self.scene.chain_from(stop.behind, _VISITORS, 4)
        came = _COMES_FROM.search(self.scene.text, stop.behind, min(sentence.end, stop.behind + 40))
        listed = _GUESTS.match(self.scene.text, stop.behind)
        if listed:
            chain = self.scene.chain_from(listed.end(), _VISITORS, 2) or chain
        one_by_one = self._one_by_one(stop.behind, sentence.end)
        if one_by_one is not None:
            return self._party(one_by_one, stop, "received")
        if came:
            chain = self.scene.chain_from(came.end(), _VISITORS, 2) or chain
            return self._party(chain, stop, "received") if chain else None
        if chain is None:
            clause = self.scene.text[stop.behind : self.scene.document.clause_end(stop.behind)]
            guests = _WELCOME.search(clause)
            next_ones = self.goes_on(stop) or self._begin_next(stop) if guests else None
            return next_ones or (Party((), "carried", True) if guests or team_word().search(clause) else None)
        posted = self.scene.chain_from(chain.end, _PEOPLE, 2) if chain.units[0].root != "Person" else None
        chain = posted or chain  # 甲报社驻乙记者站站长丙
        team = team_word().search(self.scene.text, chain.begin, min(sentence.end, chain.end + 6))
        guest = bool(team) or stop.cue.word in words("visit_arrives")
        return self._party(chain, stop, "received") if guest or chain.units[0].root == "Person" else None

    def _one_by_one(self, begin: int, end: int) -> Chain | None:
        """来了客人，一位是甲，一位是乙: all of them, as one chain."""
        told = (self.scene.chain_from(m.end(), _PEOPLE, 0) for m in _ONE_IS.finditer(self.scene.text, begin, end))
        units = tuple(u for c in told if c is not None for u in c.units)
        return Chain(units) if len(units) > 1 else None

    def _led(self, stop: Stop) -> Chain | None:
        """在甲带领下，一行人走访乙: whoever leads a party is at its stop."""
        sentence = self.scene.document.sentences[self.scene.document.sentence_at(stop.cue.begin)]
        for match in _UNDER.finditer(self.scene.text, sentence.begin, stop.cue.begin):
            chain = self.scene.chain_ending(match.start(), ("Person",))
            if chain is not None:
                return chain
        return None

    def _named(self, stop: Stop) -> Party | None:
        scene = self.scene
        led = self._led(stop)
        if led is not None:
            return self._party(led, stop, "led")
        chain, how = scene.subjects(stop.cue, _VISITORS)
        if chain is not None and how in ("cleft", "agent") and not self._visited(chain):
            return self._party(chain, stop, how)
        if scene.text.startswith("的", stop.cue.end) and stop.how == "before":
            chain = scene.chain_from(stop.cue.end + 1, _VISITORS, 2)
            if chain is not None:
                return self._party(chain, stop, "relative")
        start = scene.document.clause_start(stop.pivot)
        sent = _SENT_BY.search(scene.text, start, stop.pivot) if stop.cue.word in words("visit_brings") else None
        sender = scene.chain_from(sent.end(), _BODIES, 0) if sent else None
        if sender is not None and sender.end <= stop.pivot:
            return self._party(sender, stop, "clause")
        held = self._event_goes(stop, start)
        if held is not None:
            return held
        chain = self._chain_before(stop.pivot, start - _ROW)
        if chain is None or chain.end <= start:
            return None
        if "陪同" in scene.text[chain.end : stop.pivot]:
            return Party((), "carried", True)  # 甲陪同考察组走访: the subject is the party that was named before
        return self._party(chain, stop, "clause")

    def _event_goes(self, stop: Stop, start: int) -> Party | None:
        """甲“送清凉”慰问活动走进乙: the body whose visiting it is."""
        scene = self.scene
        for mention, _ in scene.mentions_within(start, stop.pivot):
            named = scene.text[mention.begin : mention.end]
            moving = stop.cue.word in _EVENT_MOVES and named.endswith(_MOVING)
            if mention.end == stop.pivot and (moving or any(w in named for w in _GREETINGS)):
                bodies = scene.bodies.within(max(0, mention.begin - 40), mention.end)
                own = [b for b in bodies if b.begin >= start and scene.ontology.root(b.cls) in _BODIES]
                return Party((own[-1],), "event", True) if own else None
        return None

    def _chain_before(self, position: int, floor: int) -> Chain | None:
        """The nearest chain before a position that may act: nothing that is itself visited."""
        chain = self.scene.chain_before(position, _VISITORS, floor)
        while chain is not None and self._visited(chain):
            chain = self.scene.chain_before(chain.begin, _VISITORS, floor)
        return chain

    def _subject_before(self, position: int, floor: int) -> Chain | None:
        """The nearest chain that an earlier clause of the sentence begins with; people may stand within it."""
        chain = self._chain_before(position, floor)
        while chain is not None:
            start = self.scene.document.clause_start(chain.begin)
            if chain.units[0].root == "Person":
                along = ALONG_GAP.match(self.scene.text, chain.end)
                joins = along and ALONG_BEFORE.match(self.scene.text, along.end())
                if not joins and not self._stops_between(start, chain.begin):
                    return chain  # and nobody who was visited there
            elif light().fullmatch(self.scene.text[start : chain.begin]) and not _RUNS_ON.match(
                self.scene.text, chain.end
            ):
                return chain
            chain = self._chain_before(chain.begin, floor)
        return chain

    def _stops_between(self, begin: int, end: int) -> bool:
        at = bisect_left(self.cue_begins, begin)
        return at < len(self.cue_begins) and self.cue_begins[at] < end

    def _visited(self, chain: Chain) -> bool:
        return any(id(u) in self.targets or self._seen(u) for u in chain.units)

    def _seen(self, unit: Unit) -> bool:
        """Whether a workplace was visited elsewhere in the article; a union may be host here and guest there."""
        return unit.root in ("Company", "Organization") and unit.item.name in self._target_names

    def _meant(self, stop: Stop) -> Party | None:
        scene = self.scene
        start = scene.document.clause_start(stop.pivot)
        before = scene.text[max(start, stop.pivot - _ROW) : stop.pivot]
        if team_word().search(before):
            return Party((), "carried", True)
        if not light().fullmatch(before) and not (stop.cue.word in words("visit_brings") and goods().fullmatch(before)):
            return None
        sentence = scene.document.sentences[scene.document.sentence_at(stop.pivot)]
        chain = self._subject_before(start, max(sentence.begin, start - 90))
        if chain is not None:
            return self._party(chain, stop, "sentence")
        if team_word().search(scene.text, max(sentence.begin, start - _ROW), start):
            return Party((), "carried", True)
        return self._behind(stop) or Party((), "carried")

    def _behind(self, stop: Stop) -> Party | None:
        """走进甲，乙同职工谈心: people who begin the clause after the stop."""
        end = self.scene.document.clause_end(stop.targets[-1].end)
        chain = self.scene.chain_from(end + 1, _PEOPLE, 1) if self.scene.text[end : end + 1] == "，" else None
        return self._party(chain, stop, "fronted") if chain and not self._met(chain) else None

    def announced(self) -> Iterable[tuple[int, Party]]:
        """Who set out, where the sentence names no stop: 甲开展慰问活动。首站来到乙; by place."""
        reached = {s.cue.begin for s in self.stops}
        for cue in self.scene.cues.get("visited", ()):
            if len(cue.word) < 2 or cue.begin in reached or self.scene.silent(cue.begin):
                continue
            start = self.scene.document.clause_start(cue.begin)
            chain = self._chain_before(cue.begin, start - _ROW)
            if chain is None or self._visited(chain) or apart(self.scene, chain, cue.begin):
                continue
            near = chain.end > start and _SETS_OUT.fullmatch(self.scene.text, chain.end, cue.begin)
            if near or (chain.units[0].root == "Person" and _CARRYING.fullmatch(self.scene.text, chain.end, cue.begin)):
                yield cue.begin, self._party(chain, Stop(cue, (), cue.begin, "after"), "carried")

    def protagonist(self, stop: Stop) -> Party | None:
        """甲把时间留给了企业。乙公司，他走到了: the person with whom one of the sentences right before began."""
        at = self.scene.document.sentence_at(stop.pivot)
        for number in range(at, max(-1, at - 4), -1):
            sentence = self.scene.document.sentences[number]
            chain = self._first_acting(sentence.begin, min(sentence.end, stop.pivot))
            if chain is not None:
                return self._party(chain, stop, "carried")
        return None

    def _first_acting(self, begin: int, end: int) -> Chain | None:
        """The people with whom a stretch begins, but for words of time; nobody who only speaks there."""
        for unit in self.scene.units_within(begin, end):
            chain = self.scene.chain_from(unit.begin, _PEOPLE, 0)
            if chain is not None:
                acts = _ACTS.match(self.scene.text, chain.end) and not self._met(chain)
                opens = chain.begin in (begin, self.scene.document.clause_start(chain.begin))
                return chain if acts and opens else None
        return None

    def goes_on(self, stop: Stop) -> Party | None:
        """第一站是甲。乙一行边走边看: those with whom the next sentence begins."""
        at = self.scene.document.sentence_at(stop.targets[-1].begin) + 1
        if at >= len(self.scene.document.sentences):
            return None
        following = self.scene.document.sentences[at]
        chain = self.scene.chain_from(following.begin, _VISITORS, 12)
        if chain is None or chain.begin >= following.end or "\n" in self.scene.text[stop.cue.begin : chain.begin]:
            return None
        led = self._is_led(list(chain.units)) or bool(_ON_THE_WAY.match(self.scene.text, chain.end))
        return self._party(chain, stop, "sentence") if led and not self._met(chain) else None

    def _begin_next(self, stop: Stop) -> Party | None:
        """来了“娘家人”。甲带着慰问品…: the people with whom the next sentence begins."""
        at = self.scene.document.sentence_at(stop.cue.begin) + 1
        if at >= len(self.scene.document.sentences):
            return None
        chain = self.scene.chain_from(self.scene.document.sentences[at].begin, _PEOPLE, 1)
        acts = chain is not None and _CARRIES.match(self.scene.text, chain.end)
        return self._party(chain, stop, "sentence") if chain is not None and acts and not self._met(chain) else None

    def _met(self, chain: Chain) -> bool:
        """Whether the text calls people by what they work as: 职工甲."""
        person = chain.units[0].item
        return bool(_HOST.search(self.scene.text, max(0, person.begin - 4), person.begin))

    def _shows(self, chain: Chain) -> bool:
        """在甲，厂长乙介绍…: who explains a place and leads no party belongs there."""
        shows = _SHOWS.match(self.scene.text, chain.end)
        return bool(shows) and chain.units[0].root == "Person" and chain.units[0].item.name not in self._leaders

    def _leader_within(self, begin: int, end: int) -> Found | None:
        """The first in a range of those who lead a party somewhere in the article."""
        units = self.scene.units_within(begin, end)
        return next((u.item for u in units if u.root == "Person" and u.item.name in self._leaders), None)

    @cached_property
    def _leaders(self) -> frozenset[str]:
        """The names of those who lead a party: 甲一行, 甲率队."""
        rows = (c for c in self.scene.chains if c.units[0].root == "Person" and self._is_led(list(c.units)))
        return frozenset(u.item.name for c in rows for u in c.units)

    def _signs(self, chain: Chain) -> bool:
        """在甲，乙同丙签署协议: where something is signed or held, nobody is said to have gone."""
        end = self.scene.document.clause_end(chain.end)
        return bool(_SIGNS.search(self.scene.text, chain.end, end))

    def _party(self, chain: Chain, stop: Stop, how: str) -> Party:
        units = self._without_met(chain)
        before = self.scene.chain_before(chain.begin, _VISITORS, chain.begin - 40)
        if before is not None and _WITH.match(self.scene.text[before.end : chain.begin]):
            units = [*before.units, *units]
        items = [u.item for u in units if u.root in _VISITORS]
        led = self._is_led(units)
        items += self.sent_by(units[0], led) + (self._union_among(units[1:]) if led else [])
        team = led or any(team_word().search(self.scene.text, u.item.end, u.end) for u in units)
        first_named = units[0].root == "Person" and all(u.root != "Person" for u in units[1:])
        return Party(tuple(items), how, team or (how == "sentence" and first_named))

    def _without_met(self, chain: Chain) -> list[Unit]:
        """甲同乙握手: who is met stands behind 同, and is no visitor."""
        units = list(chain.units)
        if _MEETS.match(self.scene.text, chain.end):
            for at in range(len(units) - 1, 0, -1):
                if self.scene.text[units[at - 1].end : units[at - 1].end + 1] in ("同", "与", "和", "跟"):
                    return units[:at]
        return units

    def _is_led(self, units: list[Unit]) -> bool:
        after = self.scene.text[units[-1].end : units[-1].end + 12]
        return bool(LEADS.match(after)) or "一行" in self.scene.text[units[-1].item.end : units[-1].end]

    def sent_by(self, unit: Unit, led: bool) -> list[Found]:
        """The body that a leading person stands for: a union of theirs, else the first body where they lead a party."""
        bodies = self.bodies_of(unit.item.name) if unit.root == "Person" else ()
        own = [b for b in bodies if not _ORGAN.search(b.name)]
        unions = [b for b in own if self.scene.ontology.is_a(b.cls, "Union")]
        return (unions or (own or self._whole_of(bodies) if led else []))[:1]

    def _union_among(self, units: Iterable[Unit]) -> list[Found]:
        """政协副主席甲、总工会主席乙等一行: the union that goes along with another body, by whoever heads it."""
        bodies = (b for u in units if u.root == "Person" for b in self.bodies_of(u.item.name))
        return [b for b in bodies if self.scene.ontology.is_a(b.cls, "Union") and not _ORGAN.search(b.name)][:1]

    def _whole_of(self, organs: Iterable[Found]) -> list[Found]:
        """The union whose organ somebody heads, where the article names it."""
        names = [o.name for o in organs]
        return [u for u in self._unions.values() if any(n.startswith(u.name) and n != u.name for n in names)]

    @cached_property
    def _unions(self) -> dict[str, Found]:
        """The article's unions by name, where each is named first."""
        is_union = self.scene.ontology.is_a
        return {b.name: b for b in reversed(self.scene.bodies.items) if is_union(b.cls, "Union")}
