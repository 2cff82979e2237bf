"""Honours: who received what, and who gave it.

An honour stands after the cue (甲荣获乙), before it (乙花落甲, 乙由甲摘得), before a name as a title (劳动模范甲), or at
the head of a list (获得乙的名单：…).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from unigraph.lexicons.words import words
from unigraph.recognition.found import Found
from unigraph.relation.award_givers import GIVERS, Givers, given_by, giver_before, giver_by, giver_taking, giver_within
from unigraph.relation.award_lists import PROPOSED, WON_ALL, names_ranks, read_lists
from unigraph.relation.award_rows import RECEIVERS, Grant, row_before, row_from
from unigraph.relation.award_subjects import EARLIER, PRONOUN, REACH, Subjects
from unigraph.relation.honours import Honour, Honours
from unigraph.relation.parts import Cue, RawClaim, Unit
from unigraph.relation.scene import Scene

__all__ = ["read_awards"]

_GAP = re.compile(
    r"(?:了|过|的|到|得|为|其|本届|首届|第[一二三四五六七八九十\d]+届|(?:19|20)\d{2}(?:[-—至](?:20)?\d{2,4})?年?度?)*"
    r"(?:[\d两一二三四五六七八九十]+[项个枚块次面])?(?:[^，。；：、\n“”]{0,26}的)?“?"
    r"|(?:\d+|[两二三四五六七八九十]+)[项个枚][^，。；\n]{0,12}[，：](?:一是|一个是|分别是|即)?"
)
_PLANNED = re.compile(r"(?:将|将会|可|有望|力争)(?:对|被|依次|优先)?\Z")
_LIST_REACH = 4000
"""How many characters a list below a heading may take."""
_OPEN_QUOTE = re.compile(
    r"(?:为|了)?(?P<scope>[^，。；：“”\n]{0,8})“(?P<name>[^”，。；\n]{2,30})”(?!培养|项目|创建|评选|候选|活动|工作室|品牌|计划|工程|表彰|推荐)"
)
_LIST_END = re.compile(r"[^\n]*[。：]\n|[^\n]{60,}|[^\n]*(?:单位|名单|个人)：")
_NAME_BEHIND = re.compile(r"(?![等共均都也则并和与及同分双三两])[\u4e00-\u9fff]{2,3}(?=[、，。；])")
_NEXT_GRANT = re.compile(r"，(?=[^，。；]{0,6}(?:授予|颁发|命名))")
_TO_HONOUR = re.compile(r"(?:等|同志)*(?:\d+[个名位家]?[^，。；：、\n]{0,6})?[“为]*")
_PART_BEHIND = re.compile(r"[\u4e00-\u9fff]{2,10}(?:室|部|科|队|班|班组|车间|小组)(?=[，。；、“]|获|荣|被|成|等|和)")
_ASKS_BODIES = re.compile(r"单位|集体|班组|企业")
_EACH = re.compile(r"分别|依次|^.{0,4}分[获列夺摘]")
_SCOPE_BEFORE = re.compile(r"(?:了|过|为|得)?(?P<scope>[\u4e00-\u9fff]{2,14})“")
"""浙江省“最美工匠”: what the quoted name is of."""
_OTHERS = re.compile(r"的(?=[^，。；]{0,6}(?:企业|单位|选手|职工|个人|集体|代表|人员|同志|团队|班组|家庭|作品|消息))")
_WINNERS = re.compile(r"，?(?:的?(?:获得者|得主|获奖者|获奖单位|入选者)|其中)(?:分别|依次)?(?:是|为|有|：|包括)")
_HOW_MANY = re.compile(
    r"(?:称号|荣誉)?(?:的)?(?:\d+|[两二三四五六七八九十]+)余?[名人位](?![^，。；\n]{0,10}[是为有：])"
)
"""全国劳动模范3名: of how many it is told, not of whom."""
_CLEFT = re.compile(
    r"的?(?:先进)?(?:[^，。；：\n]{0,10}的)?(?:还|单位|个人|集体|人员|职工|会员|企业|名单|里|中|当中|劳动者|同志|选手|一线|\d+[名位个家])*，?(?:还|分别|依次)*"
    r"(?:是|有|为|包括|：)(?:[^，。；：\n]{0,12}?，?(?:分别|依次)是|[一二两三四五六七八九十\d]+余?[家个名位人][^，。；：\n]{0,8}[，：](?:[它他她]们|分别|依次|是|为)*)?"
)
_AMONG = re.compile(
    r"，?(?:便是|就是|也是|是)?(?:其一|其中之一|其中的一[个员])|，?(?:也|均|都)?(?:名列其中|位列其中|榜上有名|在列|上榜|入列|也在其中)"
)
_BEFORE = re.compile(
    r"(?:(?:的)?(?:殊荣|荣誉|称号|名单上|桂冠|奖杯|奖牌|证书|奖章))?，?(?:则|分别|也|被|还|最终|最后|今年|此次|这次|此前|同样|均|都|双双|一并|依次|由此|就|又|再次|再度)*"
)
_HEADING = re.compile(r"[^。\n]{0,40}：\n?")


def read_awards(scene: Scene) -> Iterable[RawClaim]:
    """Claims of ``received``, with the giver as object where the text names one."""
    honours = Honours(scene)
    if not honours.items and not names_ranks(scene.text):
        return
    givers = Givers(scene, honours)
    for grant in _grants(scene, honours):
        for receiver, honour in grant.pairs():
            giver = grant.givers or (() if _aside(scene, grant) else givers.of(honour, grant.begin))
            for one in tuple(g for g in giver if g.name != receiver.name) or (None,):
                rule = f"received-{grant.how}"
                yield RawClaim(receiver, "received", one, honour.name, rule, grant.begin, grant.end)


def _aside(scene: Scene, grant: Grant) -> bool:
    """Whether an honour is told of in passing, so that the article's giver need not be its giver."""
    start = max(scene.document.clause_start(grant.begin), grant.begin - 12)
    return grant.how == "title" or bool(EARLIER.search(scene.text, start, grant.end))


def _grants(scene: Scene, honours: Honours) -> Iterable[Grant]:
    for cue in (*scene.cues.get("received", ()), *scene.cues.get("conferred", ())):
        if scene.text.endswith("关于", 0, cue.begin):
            continue  # the name of a decision
        if scene.text.startswith("者", cue.end) or _PLANNED.search(scene.text, max(0, cue.begin - 4), cue.begin):
            continue  # 获得者; 将被授予
        if not scene.silent(cue.begin) and not PROPOSED.search(scene.text, max(0, cue.begin - 6), cue.begin):
            yield from (grant for grant in _Reader(scene, honours, cue).grants() if grant.receivers)
    yield from read_lists(scene, honours)


def _items(units: Iterable[Unit]) -> tuple[Found, ...]:
    return tuple(u.item for u in units)


class _Reader:
    """Reads one cue, within its part of the sentence."""

    def __init__(self, scene: Scene, honours: Honours, cue: Cue) -> None:
        self.scene = scene
        self.text = scene.text
        self.honours = honours
        self.cue = cue
        sentence = scene.document.sentences[scene.document.sentence_at(cue.begin)]
        floor = max(sentence.begin, cue.begin - REACH)
        self.start = max(floor, self.text.rfind("；", floor, cue.begin) + 1)
        if cue.begin < scene.document.title_end:
            self.start = max(self.start, self.text.rfind(" ", floor, cue.begin) + 1)
        end = min(sentence.end, cue.end + REACH)
        after = self.text.find("；", cue.end, end)
        self.end = after if after >= 0 else end
        self.gives = cue.predicate == "conferred"
        self.subjects = Subjects(scene, cue, self.start)

    def grants(self) -> list[Grant]:
        """All that the cue says."""
        several = self._by_turns() if self.gives else []
        one = None if several else self.grant()
        return several or ([one] if one is not None else [])

    def _by_turns(self) -> list[Grant]:
        """表彰了甲等5个先进集体、乙等10名先进个人: each honour right behind those who have it."""
        out, at = [], self.cue.end
        for honour in self.honours.within(self.cue.end, self.end):
            receivers = self._between(honour.begin, at)
            if not receivers or receivers[0].begin - at > 3:
                break
            out.append(self._make(receivers, (honour,), self._passive() or self._giver(), "given"))
            at = honour.end
        return out if len(out) > 1 else []

    def grant(self) -> Grant | None:
        """What the cue says, by the first construction that fits."""
        if self.cue.word in words("award_taken"):
            return self._before() if self._agent()[1] else self._taken()
        return self._before() or (self._given() if self.gives else self._after())

    def _make(
        self, units: Iterable[Unit], honours: Iterable[Honour], givers: tuple[Found, ...], how: str, each: bool = False
    ) -> Grant:
        kept = tuple(
            h for h in honours if not PROPOSED.match(self.text, h.end) and not _HOW_MANY.match(self.text, h.end)
        )
        whole = tuple(u.item for u in units if u.root == "Person" or not _PART_BEHIND.match(self.text, u.end))
        told = self.text[max(0, self.cue.begin - 4) : self.cue.end]
        each = each or bool(_EACH.search(told)) or (len(kept) > 1 and kept[0].begin == kept[1].begin)
        return Grant(whole, kept, givers, how, self.cue.begin, self.cue.end, each)

    # ------------------------------------------------------------------ rows of receivers

    def _row_from(self, position: int, slack: int) -> tuple[Unit, ...]:
        return row_from(self.scene, position, self.end, slack)

    # ------------------------------------------------------------------ 乙花落甲

    def _before(self) -> Grant | None:
        """乙花落甲, 乙归甲, 乙授予甲, 乙由甲摘得: the honour ends where the cue or its 由 begins."""
        position, agent = self._agent()
        found = [h for h in self.honours.within(self.start, position) if h.end <= position]
        if not found or not _BEFORE.fullmatch(self.text, found[-1].end, position):
            return None
        if self.gives and self.text[found[-1].end] == "，":
            return None  # …“乙”，授予丙…: another grant
        if self.gives and agent:
            return self._by_giver(found[-1], _items(agent))
        receivers = agent or self._row_from(self.cue.end, 1) or (self._among() if self.gives else ())
        if not receivers and self.text[found[-1].begin - 1] in "把将":
            receivers = self.subjects.row_to(found[-1].begin - 1, self.start)
        each = _EACH.search(self.text[found[-1].end : self.cue.end]) is not None or self.honours.shared(found[-1])
        row = self._row_ending(found) if each else found[-1:]
        return (
            self._make(receivers, row, giver_taking(self.scene, found[-1].begin, self.start), "before", each)
            if receivers
            else None
        )

    def _by_giver(self, honour: Honour, givers: tuple[Found, ...]) -> Grant | None:
        """乙由丙授予甲; 乙由丙颁发，获得者有甲."""
        match = _WINNERS.match(self.text, self.cue.end)
        receivers = self._row_from(match.end() if match else self.cue.end, 1)
        return self._make(receivers, (honour,), givers, "before") if receivers else None

    def _row_ending(self, found: Sequence[Honour]) -> tuple[Honour, ...]:
        """The honours listed up to the last one: 冠亚季军分别由甲、乙、丙获得."""
        rows = (self.honours.row_from(h.begin, 0) for h in found)
        return next((row for row in rows if row and row[-1] == found[-1]), (found[-1],))

    def _agent(self) -> tuple[int, tuple[Unit, ...]]:
        """Where 由 or 被 stands, and the receivers between it and the cue; else where the cue stands."""
        at = max(self.text.rfind(mark, self.start, self.cue.begin) for mark in "由被")
        units = self._row_from(at + 1, 0) if at >= 0 else ()
        if units and units[-1].end <= self.cue.begin <= units[-1].end + 4:
            return at, units
        return self.cue.begin, ()

    def _among(self) -> tuple[Unit, ...]:
        """授予四十个班组，甲便是其一: one of a group that is named after it."""
        units = self.scene.units_within(self.cue.end, self.end)
        return tuple(u for u in units if u.root in RECEIVERS and _AMONG.match(self.text, u.end))[:1]

    def _taken(self) -> Grant | None:
        """甲…，乙、丙悉数入囊: honours of the clause, taken by the subject of the sentence."""
        start = self.scene.document.clause_start(self.cue.begin)
        row = self.honours.within(start, self.cue.begin)
        receivers = self.subjects.row_to(row[0].begin, self.start) if row else ()
        return self._make(receivers, row, (), "taken") if receivers else None

    # ------------------------------------------------------------------ 丙授予甲乙

    def _given(self) -> Grant | None:
        """丙授予甲“乙”称号; 丙授予“乙”称号的有甲; 丙向甲颁发乙."""
        passive = self._passive()
        end = _NEXT_GRANT.search(self.text, self.cue.end, self.end)
        row = self.honours.within(self.cue.end, end.start() if end else self.end)
        if not row:
            return None
        receivers = self._between(row[-1].begin)
        if receivers:
            return self._make(receivers, row[-1:], self._giver(), "given")
        if passive:
            row = self.honours.row_from(self.cue.end, 6)
            return (
                self._make(self.subjects.row_to(passive[0].begin - 1, self.start), row, passive, "after")
                if row
                else None
            )
        row = self.honours.row_from(self.cue.end, 6)
        receivers = (self._cleft(row[-1].end) or self._marked()) if row else ()
        if not receivers and PRONOUN.match(self.text, self.cue.end):
            receivers = self.subjects.person_before()
        receivers = receivers or self.subjects.those_before()
        heading = _HEADING.match(self.text, row[-1].end) if row and not receivers else None
        if heading:
            receivers = tuple(self._below(heading.end()))
        return self._make(receivers, row, self._giver(), "given") if row and receivers else None

    def _between(self, position: int, start: int = 0) -> tuple[Unit, ...]:
        """The row of receivers between the cue and the honour."""
        units = [u for u in self.scene.units_within(start or self.cue.end, position) if u.root in RECEIVERS]
        if not units or not _TO_HONOUR.fullmatch(self.text, units[-1].end, position):
            return ()
        return row_before(self.scene, units)

    def _passive(self) -> tuple[Found, ...]:
        return giver_by(self.scene, self.cue.begin, self.start)

    def _inner(self, honour: Honour) -> tuple[Found, ...]:
        return giver_within(self.scene, self.cue.end, honour.begin)

    def _giver(self) -> tuple[Found, ...]:
        marked = self._marked()
        return giver_before(self.scene, marked[0].begin - 1 if marked else self.cue.begin, self.start)

    def _marked(self) -> tuple[Unit, ...]:
        chain = self.scene.chain_within(self.start, self.cue.begin, RECEIVERS)
        return chain.units if chain and self.text[chain.begin - 1] in "向为给对" else ()

    # ------------------------------------------------------------------ 甲荣获乙

    def _after(self) -> Grant | None:
        if self.cue.word in WON_ALL:
            champion = Honour(self.cue.begin, self.cue.end, self.honours.ranked(self.cue.begin, "冠军"), self.cue.begin)
            return self._make(self.subjects.told(), (champion,), (), "after")
        row = self.honours.row_from(self._behind_giver(), 30)
        row = self._scoped(row) or self._open_quote()
        if not row:
            return None
        named = self._cleft(row[-1].end)
        if named:
            return self._make(named, row, self._inner(row[0]), "cleft")
        if self.text[row[-1].end : row[-1].end + 1] == "的":  # 荣获乙的甲
            named = self._row_from(row[-1].end + 1, 0)
            if named:
                return self._make(named, row, self._passive(), "attributive")
        heading = _HEADING.match(self.text, row[-1].end)
        if heading:
            return self._make(self._below(heading.end()), row, (), "list")
        if _OTHERS.match(self.text, row[-1].end):
            return None  # 走访荣获乙的企业
        named = self._object()
        if named:
            return self._make(named, row, giver_before(self.scene, named[0].begin - 1, self.start), "given")
        receivers = self.subjects.told() or self._among()
        return self._make(receivers, row, self._passive() or self._inner(row[0]), "after") if receivers else None

    def _behind_giver(self) -> int:
        """获得丙、丁共同授予的乙: where the honour is looked for, behind those who gave it."""
        chain = self.scene.chain_from(self.cue.end, GIVERS, 2)
        given = given_by(self.text, chain.end) if chain else None
        return given if given is not None else self.cue.end

    def _scoped(self, row: tuple[Honour, ...]) -> tuple[Honour, ...]:
        """The honours of a row that the cue leads to, the first of them with what stands before its quote."""
        if not row or _GAP.fullmatch(self.text, self.cue.end, row[0].begin):
            return row
        scope = _SCOPE_BEFORE.fullmatch(self.text, self.cue.end, row[0].begin)
        if scope is None and self.text[row[0].begin] == "“":
            scope = _SCOPE_BEFORE.fullmatch(self.text, self.cue.end, row[0].begin + 1)
        return (replace(row[0], name=f"{scope['scope']}“{row[0].name}”"), *row[1:]) if scope else ()

    def _object(self) -> tuple[Unit, ...]:
        """丙把甲命名为乙: the row between 把 or 将 and the cue."""
        start = max(self.start, self.scene.document.clause_start(self.cue.begin))
        at = max(self.text.rfind(mark, start, self.cue.begin) for mark in "把将")
        units = self._row_from(at + 1, 0) if at >= 0 else ()
        gap = self.text[units[-1].end : self.cue.begin] if units else ""
        return units if units and units[-1].end <= self.cue.begin and len(gap) <= 8 and "，" not in gap else ()

    def _open_quote(self) -> tuple[Honour, ...]:
        """获评“乙”: quoted, with no word for an honour behind it; only after a cue that speaks of nothing else."""
        match = _OPEN_QUOTE.match(self.text, self.cue.end) if self.cue.word not in words("award_weak") else None
        if match is None:
            return ()
        return (Honour(match.start("scope"), match.end(), match["scope"] + match["name"], match.start("name")),)

    def _cleft(self, position: int) -> tuple[Unit, ...]:
        match = _CLEFT.match(self.text, position, self.end)
        if match is None:
            return ()
        colon = "：" in self.text[match.end() - 1 : match.end() + 1]
        units = row_from(self.scene, match.end(), self.end, 1, commas=colon)
        return () if units and _NAME_BEHIND.match(self.text, units[-1].end) else units

    def _below(self, position: int) -> list[Unit]:
        """The persons, else the bodies, of a list below a heading, up to the next heading or full sentence."""
        stop = _LIST_END.search(self.text, position, position + _LIST_REACH)
        end = stop.start() if stop else position + _LIST_REACH
        end = min([end, *(h.begin for h in self.honours.within(position, end) if self._heads_line(h))])
        units = [u for u in self.scene.units_within(position, end) if u.root in RECEIVERS]
        people = [u for u in units if u.root == "Person"]
        heads = [
            u
            for u in units
            if u.root != "Person" and "（" not in self.text[self.text.rfind("\n", 0, u.begin) + 1 : u.begin]
        ]
        return heads if _ASKS_BODIES.search(self.text, self.cue.end, position) else people or heads

    def _heads_line(self, honour: Honour) -> bool:
        """二、优秀工会工作者: whether an honour is the heading of another list."""
        begin = self.text.rfind("\n", 0, honour.begin) + 1
        return honour.begin - begin <= 6 and self.scene.people.ending_at(honour.begin) is None
