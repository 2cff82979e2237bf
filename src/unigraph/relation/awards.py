"""Honours: who received what, and who gave it.

An honour stands after the cue (甲荣获乙), before it (乙花落甲, 乙由甲摘得), before a name as a title (劳动模范甲), or at
the head of a list (获得乙的名单：…).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from unigraph.lexicons.words import words
from unigraph.recognition.found import Found
from unigraph.relation.award_givers import Givers
from unigraph.relation.honours import Honour, Honours
from unigraph.relation.scene import Chain, Cue, RawClaim, Scene, Unit

__all__ = ["read_awards"]

_RECEIVERS = ("Person", "Union", "Company", "Organization")
_GIVERS = ("Union", "Company", "Organization")
_PROPOSED = re.compile(r"拟|推荐|公示|候选|申报|争创|创建|争取|力争|冲击|有望")
_GAP = re.compile(
    r"(?:了|过|的|到|得)*(?:[\d两一二三四五六七八九十]+[项个枚块次面])?(?:[^，。；：、\n“”]{0,8}的)?"
    r"|(?:\d+|[两二三四五六七八九十]+)[项个枚][^，。；\n]{0,12}[，：](?:一是|一个是|分别是|即)?"
)
_PRONOUN = re.compile(r"[他她](?!们)")
_ELIDED = re.compile(r"(?:双双|还|也|均|都|并|先后|曾|又|一举|成功|同时|则|更|再次|连续|荣幸|此次|这次|今年|去年|当年|一路|最终|\d{4}年|[，、\s])*")
_SOME = re.compile(r"部分|一批|多[个名]|\d+[个名]|众多|各级|广大")
_CLEFT = re.compile(
    r"的?(?:先进)?(?:[^，。；：\n]{0,10}的)?(?:还|单位|个人|集体|人员|职工|会员|企业|名单|里|中|当中)*，?(?:还|分别|依次)*"
    r"(?:是|有|为|包括|：)(?:[^，。；：\n]{0,12}?，?(?:分别|依次)是)?"
)
_AMONG = re.compile(r"，?(?:便是|就是|也是|是)?(?:其一|其中之一|其中的一[个员])|，?(?:也|均|都)?(?:名列其中|位列其中|榜上有名|在列|上榜|入列|也在其中)")
_BEFORE = re.compile(r"(?:(?:的)?(?:殊荣|荣誉|称号|名单上|桂冠))?，?(?:则|分别|也|被|还|最终|同样|均|都|双双)*")
_HEADING = re.compile(r"[^。\n]{0,40}：\n?")
_WINNER = re.compile(r"的?(?:获得者|得主|获奖者)?、?")
_STANDS = re.compile(r"(?=[，、。；\n])")
_FIRST = re.compile(r"(?P<kind>[\u4e00-\u9fff]{0,8}?)前(?P<count>[二两三四五六])名(?:获得者|选手)?(?:依次|分别|依次分别)?(?:是|为|：)")


@dataclass(frozen=True, slots=True)
class _Grant:
    """Receivers and honours that one cue joins, with the giver that it names itself."""

    receivers: tuple[Found, ...]
    honours: tuple[Honour, ...]
    giver: Found | None
    how: str
    begin: int
    end: int


def read_awards(scene: Scene) -> Iterable[RawClaim]:
    """Claims of ``received``, with the giver as object where the text names one."""
    honours = Honours(scene)
    if not honours.items:
        return
    givers = Givers(scene, honours)
    for grant in _grants(scene, honours):
        for honour in grant.honours:
            giver = (grant.giver,) if grant.giver else givers.of(honour, grant.begin)
            for receiver in grant.receivers:
                for one in giver or (None,):
                    if one is None or one.name != receiver.name:
                        rule = f"received-{grant.how}"
                        yield RawClaim(receiver, "received", one, honour.name, rule, grant.begin, grant.end)


def _grants(scene: Scene, honours: Honours) -> Iterable[_Grant]:
    for cue in (*scene.cues.get("received", ()), *scene.cues.get("conferred", ())):
        if not scene.silent(cue.begin) and not _PROPOSED.search(scene.text, max(0, cue.begin - 6), cue.begin):
            grant = _Reader(scene, honours, cue).grant()
            if grant is not None and grant.receivers:
                yield grant
    yield from _carried(scene, honours)
    yield from _ranked(scene, honours)


class _Reader:
    """Reads one cue."""

    def __init__(self, scene: Scene, honours: Honours, cue: Cue) -> None:
        self.scene = scene
        self.text = scene.text
        self.honours = honours
        self.cue = cue
        sentence = scene.document.sentences[scene.document.sentence_at(cue.begin)]
        self.start = max(sentence.begin, self.text.rfind("；", sentence.begin, cue.begin) + 1)
        after = self.text.find("；", cue.end, sentence.end)
        self.end = after if after >= 0 else sentence.end
        self.gives = cue.predicate == "conferred"

    def grant(self) -> _Grant | None:
        return self._before() or (self._given() if self.gives else self._after())

    def _make(self, receivers: tuple[Found, ...], honours: Iterable[Honour], giver: Found | None, how: str) -> _Grant:
        kept = tuple(h for h in honours if not _PROPOSED.match(self.text, h.end))
        return _Grant(receivers, kept, giver, how, self.cue.begin, self.cue.end)

    def _items(self, chain: Chain | None) -> tuple[Found, ...]:
        """The units of a chain that lie in the cue's part of the sentence."""
        units = chain.units if chain else ()
        return tuple(u.item for u in units if u.root in _RECEIVERS and self.start <= u.begin and u.end <= self.end)

    # ------------------------------------------------------------------ 乙花落甲

    def _before(self) -> _Grant | None:
        """乙花落甲, 乙归甲, 乙授予甲, 乙由甲摘得: the honour ends where the cue or its 由 begins."""
        agent = self._agent()
        position = agent.begin - 1 if agent else self.cue.begin
        honour = self._honour_before(position)
        if honour is None:
            return None
        receivers = agent or self.scene.chain_from(self.cue.end, _RECEIVERS, 1)
        if receivers is None and self.gives:
            receivers = self._among()
        if receivers is None:
            return None
        return self._make(self._items(receivers), (honour,), None, "before")

    def _honour_before(self, position: int) -> Honour | None:
        found = [h for h in self.honours.within(self.start, position) if h.end <= position]
        return found[-1] if found and _BEFORE.fullmatch(self.text, found[-1].end, position) else None

    def _agent(self) -> Chain | None:
        """The receivers between 由 or 被 and the cue."""
        at = max(self.text.rfind("由", self.start, self.cue.begin), self.text.rfind("被", self.start, self.cue.begin))
        chain = self.scene.chain_from(at + 1, _RECEIVERS, 0) if at >= 0 else None
        return chain if chain and chain.begin == at + 1 and self.cue.begin - chain.end <= 4 and chain.end <= self.cue.begin else None

    def _among(self) -> Chain | None:
        """授予四十个班组，甲便是其一: one of a group that is named after it."""
        for chain in self.scene.chains:
            if chain.begin > self.end:
                break
            if chain.begin >= self.cue.end and chain.units[0].root in _RECEIVERS and _AMONG.match(self.text, chain.end):
                return chain
        return None

    # ------------------------------------------------------------------ 丙授予甲乙

    def _given(self) -> _Grant | None:
        """丙授予甲“乙”称号; 丙授予“乙”称号的有甲."""
        giver = self._giver()
        chain = self.scene.chain_from(self.cue.end, _RECEIVERS, 1)
        row = self.honours.row_from(chain.end if chain else self.cue.end, 16 if chain else 6)
        if not row:
            return None
        if chain is None and _PRONOUN.match(self.text, self.cue.end):
            person = self._person_before()
            return self._make(tuple(u.item for u in person.units), row, giver, "given") if person else None
        chain = chain or self._cleft(row[-1].end) or self._marked()
        return self._make(self._items(chain), row, giver, "given")

    def _marked(self) -> Chain | None:
        """向甲颁发乙, 为甲颁发乙."""
        chain = self.scene.chain_within(self.start, self.cue.begin, _RECEIVERS)
        return chain if chain and self.text[chain.begin - 1] in "向为给对" else None

    def _giver(self) -> Found | None:
        chain = self.scene.chain_before(self.cue.begin, _GIVERS, self.start)
        if chain is None or self.cue.begin - chain.end > 8 or self.text[chain.end : chain.end + 1] in "，的":
            return None
        return chain.units[0].item

    # ------------------------------------------------------------------ 甲荣获乙

    def _after(self) -> _Grant | None:
        row = self.honours.row_from(self.cue.end, 14)
        row = row if row and _GAP.fullmatch(self.text, self.cue.end, row[0].begin) else self._open_quote()
        if not row:
            return None
        chain = self._cleft(row[-1].end)
        if chain is not None:
            return self._make(self._items(chain), row, None, "cleft")
        heading = _HEADING.match(self.text, row[-1].end) if self.text.find("：", row[-1].end, self.end + 1) >= 0 else None
        if heading:
            return self._make(tuple(self._below(heading.end())), row, None, "list")
        chain = self._subject() or self._among()
        if chain is not None and chain.units[0].root == "Person" and chain.end < self.start:
            return self._make(tuple(u.item for u in chain.units[-1:]), row, None, "pronoun")
        return self._make(self._items(chain), row, self._passive(), "after") if chain else None

    def _open_quote(self) -> tuple[Honour, ...]:
        """获评“乙”: quoted, with no word for an honour behind it; only after a cue that speaks of nothing else."""
        if self.cue.word in words("award_weak"):
            return ()
        match = re.compile(r"(?:为|了)?(?P<scope>[^，。；：“”\n]{0,8})“(?P<name>[^”，。；\n]{2,30})”").match(self.text, self.cue.end)
        if match is None:
            return ()
        return (Honour(match.start("scope"), match.end(), match["scope"] + match["name"], match.start("name")),)

    def _cleft(self, position: int) -> Chain | None:
        match = _CLEFT.match(self.text, position, self.end)
        return self.scene.chain_from(match.end(), _RECEIVERS, 1) if match else None

    def _below(self, position: int) -> Iterable[Found]:
        """The persons, else the bodies, that a list below a heading names, up to the next heading or full sentence."""
        stop = re.compile(r"[^\n]*[。：]\n|[^\n]{60,}|[^\n]*(?:单位|名单|个人)：").search(self.text, position)
        end = stop.start() if stop else len(self.text)
        units = [u for u in self.scene.units_within(position, end) if u.root in _RECEIVERS]
        people = [u for u in units if u.root == "Person"]
        bodies = [u for u in units if u.root != "Person"]
        asks = re.search("单位|集体|班组|企业", self.text[self.cue.end : position])
        return [u.item for u in (bodies if asks else people or bodies)]

    def _subject(self) -> Chain | None:
        """The chain of the clause before the cue; that of the clauses before where the clause leaves its subject out."""
        start = max(self.start, self.scene.document.clause_start(self.cue.begin))
        chain = self._nearest(start)
        if chain is not None:
            gap = self.text[chain.end : self.cue.begin]
            return None if len(gap) > 24 or gap.startswith("的") or _SOME.search(gap) else chain
        gap = self.text[start : self.cue.begin]
        if _ELIDED.fullmatch(gap):
            return self._nearest(self.start)
        return self._person_before() if _PRONOUN.search(gap) else None

    def _nearest(self, floor: int) -> Chain | None:
        """The chain that ends nearest before the cue, so far as it does not begin before a place."""
        sentence = self.scene.document.sentences[self.scene.document.sentence_at(self.cue.begin)]
        chain = self.scene.chain_before(self.cue.begin, _RECEIVERS, sentence.begin)
        return chain if chain is not None and chain.end > floor else None

    def _person_before(self) -> Chain | None:
        """Who 他 is: the person named last before the cue, in its paragraph."""
        paragraph = self.text.rfind("\n", 0, self.cue.begin) + 1
        return self.scene.chain_within(paragraph, self.cue.begin, ("Person",))

    def _passive(self) -> Found | None:
        """被丙授予乙, 获丙颁发的乙."""
        chain = self.scene.chain_within(self.start, self.cue.begin, _GIVERS)
        if chain and self.text[chain.begin - 1] in "被获由经" and self.cue.begin - chain.end <= 2:
            return chain.units[0].item
        return None


# ---------------------------------------------------------------------- without a cue


def _carried(scene: Scene, honours: Honours) -> Iterable[_Grant]:
    """全国劳动模范甲: an honour that stands before a name as a title, or in a row after it (甲，…，全国劳动模范)."""
    for unit in scene.units:
        if unit.root == "Person":
            found = [*_titles(scene, honours, unit), *_profile(scene, honours, unit)]
            kept = tuple(h for h in found if len(h.name) > 3 and not _PROPOSED.match(scene.text, h.end))
            if kept:
                yield _Grant((unit.item,), kept, None, "title", kept[0].begin, kept[-1].end)


def _titles(scene: Scene, honours: Honours, unit: Unit) -> list[Honour]:
    person = unit.item.begin
    before = [h for h in honours.within(max(0, unit.begin - 36), person) if unit.begin - 6 <= h.end <= person]
    return [h for h in before if _leads_to(scene, h, unit)]


def _leads_to(scene: Scene, honour: Honour, unit: Unit) -> bool:
    match = _WINNER.match(scene.text, honour.end)
    at = match.end() if match else honour.end
    return at in (unit.begin, unit.item.begin) or unit.begin <= honour.begin


def _profile(scene: Scene, honours: Honours, unit: Unit) -> list[Honour]:
    """甲，某职务，全国先进工作者，…: honours that fill a clause each, in the sentence that a name begins."""
    sentence = scene.document.sentences[scene.document.sentence_at(unit.begin)]
    lead = scene.text[sentence.begin : unit.begin]
    if not re.fullmatch(r"(?:【[^】]*】)?", lead) or scene.text[unit.end : unit.end + 1] != "，":
        return []
    after = honours.within(unit.end, sentence.end)
    return [h for h in after if scene.text[h.begin - 1] in "，、“" and _STANDS.match(scene.text, h.end)]


def _ranked(scene: Scene, honours: Honours) -> Iterable[_Grant]:
    """甲第一，乙第二: a rank that follows a name with nothing between; 前三名依次是甲、乙、丙."""
    for honour in honours.items:
        if scene.text[honour.begin] == "第":
            unit = next((u for u in scene.units_within(honour.begin - 40, honour.begin) if u.end == honour.begin), None)
            if unit is not None and unit.root in _RECEIVERS:
                yield _Grant((unit.item,), (honour,), None, "rank", honour.begin, honour.end)
    for match in _FIRST.finditer(scene.text):
        chain = scene.chain_from(match.end(), _RECEIVERS, 1)
        for rank, unit in zip("一二三四五六", chain.units if chain else (), strict=False):
            named = Honour(match.start(), match.end(), f"{match['kind']}第{rank}名", match.start())
            yield _Grant((unit.item,), (named,), None, "rank", match.start(), match.end())
