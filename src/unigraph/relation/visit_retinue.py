"""Those who lead a party, those of whom it consists, and those who go along, wherever the article names them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property, lru_cache

from unigraph.recognition.found import Found
from unigraph.relation.scene import Scene
from unigraph.relation.visit_travellers import Travellers
from unigraph.relation.visit_words import ALONG_BEFORE, ALONG_GAP, LEADS, VISITING, apart, team_pattern
from unigraph.scanning import Scan

__all__ = ["Retinue", "sent_before"]

_VISITORS = ("Person", "Union", "Company", "Organization")
_PEOPLE = ("Person",)
_BODIES = ("Union", "Company", "Organization")
_ROW = 300
"""How far before its last name a row of names may begin."""
_RECEIVED = re.compile(r"(?:接待|迎接|欢迎|会见|迎候|陪同|陪伴|作陪)了?[^，。；：！？\n]{0,8}$")
"""接待一行人的有甲: who is named then belongs to the house."""
_MEETING = re.compile(r"座谈|会谈|交流会|交流活动|研讨|洽谈|调研会|汇报会|会议")
"""Who takes part in one need not go anywhere."""
_PARTY_BY = re.compile(r"[组团队](?:一行)?[^，。；：\n]{0,4}由$")
_AS_HEAD = re.compile(r"[为任担]+(?:代表团)?(?:团长|组长|领队|领队人)")
_HEADS_TEAM = re.compile(r"(?:[团组]|(?<=[，。；（]))(?:团长|组长|领队)(?:、|，)?")
_LED_BY = Scan(
    r"(?:(?:率队|带队|率团|带头|领头)[^，。；：！？\n]{0,14}的|(?:团长|领队|组长)(?:一职)?(?:的|由|是|为)?),?，?(?:还)?(?:是|为|由|：)?"
)
_ALONG_AFTER = Scan(
    rf"(?:(?:陪同|随同|陪着|陪伴|陪在|跟随|跟着|陪)[^，。；：！？\n]{{1,16}}?的(?:人员|同志|领导)?(?:[两三四五几]位)?，?(?:还|主要|同时|也|分别)*(?:有|是|为|包括|：)"
    rf"|[跟同与和陪随][他她](?:们)?一[道同起块][^，。；：\n]{{0,6}}的(?:人|同志)?，?(?:还|也)?(?:有|是|：)|(?:(?:陪同|随行|随同|同行|同往|同去|同来|同到|跟随|作陪)(?:前[往来去]|参加|{VISITING})*|(?:一[同道起并]|共同|同时)?(?:参加|参与|出席)了?(?:上述|此次|本次|这次)?{VISITING}+"
    rf"|(?:一[同道起并]|共同|一块儿?)(?:前[往来去]|去|{VISITING})+)(?:活动)?(?:的|者|人员|[省市县区镇校厂]?里?[、]?领导)*，?(?:还|主要|同时|也|分别)*(?:有|是|为|包括|：)：?)"
)
_JOINED = re.compile(r"(?:参加|参与)了?(?:活动|上述活动|相关活动)?(?=[。；\n]|$)")
"""Who took part, told right after a stop, went along."""
_SAYS = re.compile(
    r"[^，。；：！？、\n]{0,8}?(?:指出|强调|表示|叮嘱|勉励|嘱咐|询问|说|希望|要求|送上|送去|致以|转达|了解|鼓励|嘱托|问候|肯定)"
)
_WITH_THEM = re.compile(r"(?:随行|同行|陪同|随同|一同来|同来|一起来|一道来)的\Z")
_BREATH = 60
_BELONGS = re.compile(
    r"[^，。；！？\n]{0,12}?(?:介绍|汇报|讲解|主持|致辞|宣布|出席|参加|的|是|说|表示|签|坦言|感慨|感谢|激动)"
)
"""Behind those who are at home where a party comes."""

_OF_A_DIVISION = re.compile(
    r"(?:我(?P<own>[省市州区县])|(?:^|(?<=[，。；：！？、\s由与]))(?P<name>[\u4e00-\u9fff]{2,7}[省市州区县]))(?P<union>工会)"
    r"(?=(?:干部|工作者)?(?:代表团|考察团|交流团|访问团|参访团|考察组|学习团))"
)
"""我省工会代表团: the unions of a division travel for its federation."""


@lru_cache(maxsize=1)
def _delegation() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?![与和同对在向到赴为是被迎接待等来引给让请吸])[^，。；：！？、\n]){{0,18}}?(?:{team_pattern()})"
    )


@lru_cache(maxsize=1)
def _consists() -> Scan:
    return Scan(
        rf"(?:(?:{team_pattern()})(?<=[组团队行人])(?<!客人))[的，]?(?:(?:成员|名单|当中|中|里|上|主要)*(?:由|有|包括|来自|是)|成员：)"
        r"|(?:(?<=[，。；\n（])|^)(?:团员|成员|组员|队员|同去的|一道的|同去者)(?:当中|中|里)?(?:还)?(?:有|包括|为|是|：)"
        r"|(?<=[，；（、])(?:成员|组员|团员|队员|组长|团长|队长|领队)(?=[\u4e00-\u9fff]{2,4}[，、；）。])"
    )


_CONSISTS = re.compile(
    r"[组团队行人成同一](?:[的，]?(?:成员|名单|当中|中|里|上|主要)*(?:由|有|包括|来自|是)|员(?:当中|中|里)?还?(?:有|包括|为|是|：)|去[的者]|道的)"
)
"""What any match of :func:`_consists` holds, and most texts have nowhere."""


class Retinue:
    """Answers who is with the travellers of one article, by place."""

    def __init__(self, travellers: Travellers) -> None:
        self.travellers = travellers
        self.scene = travellers.scene

    def leaders(self) -> Iterable[tuple[int, tuple[Found, ...]]]:
        """Those who lead a party, by place, with the body that they stand for."""
        scene = self.scene
        for chain in scene.chains:
            leads = LEADS.match(scene.text, chain.end) if chain.units[0].root == "Person" else None
            if leads and not apart(scene, chain, leads.end()) and not scene.silent(chain.begin):
                sent = _PARTY_BY.search(scene.text, max(0, chain.begin - 8), chain.begin)
                body = self._delegation(chain.begin) if sent else ()
                people = tuple(u.item for u in chain.units)
                yield chain.begin, (*people, *(body or self.travellers.sent_by(chain.units[0], True)))
        for unit in scene.units:
            if unit.root == "Person" and _HEADS_TEAM.search(scene.text, max(0, unit.begin - 9), unit.item.begin):
                yield unit.begin, (unit.item, *(self._delegation(unit.begin) or self.travellers.sent_by(unit, True)))
        for chain in scene.chains:
            if chain.units[0].root == "Person" and _AS_HEAD.match(scene.text, chain.end):
                yield chain.begin, (*(u.item for u in chain.units), *self.travellers.sent_by(chain.units[0], True))
        for match in _LED_BY.finditer(scene.text):
            found = scene.chain_from(match.end(), _PEOPLE, 2)
            if found is not None and not scene.silent(match.start()):
                people = tuple(u.item for u in found.units)
                yield (
                    match.start(),
                    (*people, *(self._delegation(match.start()) or self.travellers.sent_by(found.units[0], True))),
                )

    def _delegation(self, position: int) -> tuple[Found, ...]:
        """The body of the delegation that the text spoke of last before a place."""
        before = [items for at, items in self._delegations if at < position]
        return before[-1] if before else ()

    @cached_property
    def _delegations(self) -> tuple[tuple[int, tuple[Found, ...]], ...]:
        return tuple(self.delegations())

    def delegations(self) -> Iterable[tuple[int, tuple[Found, ...]]]:
        """Bodies named with their delegation (甲考察团), by place."""
        for unit in self.scene.units:
            if unit.root in _BODIES and _delegation().match(self.scene.text, unit.item.end):
                yield unit.begin, (unit.item,)
        for match in _OF_A_DIVISION.finditer(self.scene.text):
            name = self.scene.context.name(match["own"]) if match["own"] else match["name"]
            if name:
                begin = match.start("own") if match["own"] else match.start("name")
                yield match.start(), (Found(begin, match.end("union"), "TerritorialUnion", name + "总工会"),)

    def groups(self) -> Iterable[tuple[int, tuple[Found, ...]]]:
        """甲一行: people named with their party, who may be guests or hosts, by place."""
        for chain in self.scene.chains:
            last = chain.units[-1]
            if last.root == "Person" and "一行" in self.scene.text[last.item.end : last.end]:
                yield last.begin, (*(u.item for u in chain.units), *self.travellers.sent_by(chain.units[0], True))

    def members(self) -> Iterable[tuple[int, tuple[Found, ...]]]:
        """慰问组成员有甲、乙: those of whom a party consists, by place."""
        for match in _consists().finditer(self.scene.text) if _CONSISTS.search(self.scene.text) else ():
            chain = self.scene.chain_from(match.end(), _VISITORS, 1)
            if chain is not None and not _RECEIVED.search(self.scene.text, max(0, match.start() - 12), match.start()):
                yield match.start(), tuple(u.item for u in chain.units)

    def companions(self) -> Iterable[tuple[int, tuple[Found, ...]]]:
        """Those who go along, by place."""
        scene = self.scene
        for match in _ALONG_AFTER.finditer(scene.text):
            sentence = scene.document.sentences[scene.document.sentence_at(match.start())]
            end = min(sentence.end, match.end() + 2 * _ROW)
            items = tuple(u.item for u in scene.units_within(match.end(), end) if u.root in _VISITORS)
            if items and not scene.silent(match.start()):
                yield match.start(), items
        for match in (*ALONG_BEFORE.finditer(scene.text), *self._joined()):
            start = scene.document.clause_start(match.start())
            chain = scene.chain_within(start - 90, match.start(), _PEOPLE)
            if chain is None or scene.silent(match.start()):
                continue
            if chain.end >= start and ALONG_GAP.fullmatch(scene.text, chain.end, match.start()):
                yield match.start(), tuple(u.item for u in chain.units)

        for chain in scene.chains:
            if chain.units[0].root == "Person" and _WITH_THEM.search(scene.text, max(0, chain.begin - 8), chain.begin):
                yield chain.begin, tuple(u.item for u in chain.units)

    def _joined(self) -> Iterable[re.Match[str]]:
        """甲、乙参加 right after a sentence that tells of a stop."""
        sentence_at = self.scene.document.sentence_at
        told = {sentence_at(s.cue.begin) for s in self.travellers.stops}
        for match in _JOINED.finditer(self.scene.text):
            at = sentence_at(match.start())
            near = (at, at - 1) if not self._opens_paragraph(match.start()) else (at, at - 1, at - 2, at - 3, at - 4)
            begin = self.scene.document.sentences[at].begin
            met = _MEETING.search(self.scene.text, begin, match.start())
            if any(n in told for n in near) and not met and not self.scene.mentions_within(begin, match.start()):
                yield match

    def _opens_paragraph(self, position: int) -> bool:
        """Whether the sentence that holds a position is the only one of its paragraph, a line of names."""
        begin = self.scene.document.sentences[self.scene.document.sentence_at(position)].begin
        rest = self.scene.text[position : position + 40].split("\n")[0].strip()
        return "\n" in self.scene.text[max(0, begin - 2) : begin] and len(rest) < 16

    def speakers(self) -> Iterable[tuple[int, tuple[Found, ...]]]:
        """Those who say something, ask or bring something on the way, or with whom a clause begins, by place."""
        for chain in self.scene.chains:
            if chain.units[0].root != "Person":
                continue
            opens = chain.begin in self._heads or chain.begin == self.scene.document.clause_start(chain.begin)
            acts = opens and self._just_arrived(chain.begin) and not _BELONGS.match(self.scene.text, chain.end)
            if acts or _SAYS.match(self.scene.text, chain.end):
                yield chain.begin, (chain.units[0].item,)

    def _just_arrived(self, position: int) -> bool:
        """Whether a stop was told of in the same breath."""
        at = bisect_left(self.travellers.cue_begins, position) - 1
        return at >= 0 and position - self.travellers.cue_begins[at] <= _BREATH

    @cached_property
    def _heads(self) -> frozenset[int]:
        return frozenset(s.begin for s in self.scene.document.sentences)


def sent_before(scene: Scene, position: int) -> tuple[Found, ...]:
    """The body whose delegation the text spoke of last before a position; empty where it spoke of none."""
    retinue = Retinue(Travellers(scene, ()))
    found = [(at, i) for at, items in (*retinue.leaders(), *retinue.delegations()) for i in items if at < position]
    bodies = [(at, i) for at, i in found if scene.ontology.root(i.cls) in _BODIES]
    return (max(bodies, key=lambda x: x[0])[1],) if bodies else ()
