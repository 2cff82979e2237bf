"""Who received an honour, where they stand before the cue: the subject of its clause (甲荣获乙) or of the clauses before.

A clause may leave its subject out (甲…，曾获乙), as may a sentence that goes on about whom the one before spoke of; or it
may say 他 or 二人 of those named last.
"""

from __future__ import annotations

import re

from unigraph.relation.award_rows import RECEIVERS, row_before
from unigraph.relation.parts import Cue, Unit
from unigraph.relation.scene import Scene

__all__ = ["EARLIER", "PRONOUN", "REACH", "Subjects"]

_THOSE = re.compile(
    r"(?:给|予)?(?:他们|她们|这|以上|上述)?(?P<n>[2-9]|[二两三四五六七八九])(?:人|[名位](?:选手|职工|同志|员工|教师|老师)?(?![\u4e00-\u9fff]{2,4}[、“]))"
)
PRONOUN = re.compile(r"[他她](?!们)")
EARLIER = re.compile(r"此前|曾|历年|先后|连续|往年")
_ELIDED = re.compile(
    r"(?:双双|还|也|均|都|并|先后|曾|又|一举|成功|同时|则|更|再次|连续|荣幸|此次|这次|今年|去年|当年|一路|最终|此前|\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|[今去前]年\d{0,2}月?|\d{1,2}月|同年|次年|翌年|随后|后来|期间|因此|[，、\s])*"
)
_TIMED = re.compile(r"\d{4}年|[今去前同次]年|[他她](?!们)|随后|此后|后来")
"""How a sentence begins that goes on about whom the one before spoke of."""
_BACK = 3
REACH = 500
"""How many characters left and right of a cue its receivers may stand."""
_SOME = re.compile(r"(?!等)[^，]*部分|一批|多[个名]|\d+[个名]|众多|各级|广大")
_WORK = re.compile(
    r"(?:的|选送的|报送的|推送的|推荐的|创作的|申报的|表演的|演唱的|完成的|撰写的|制作的|自主研发的|研发的|带来的|演绎的)[^，。；“《]{0,10}(?:“[^”\n]*”|《[^》\n]*》|作品|成果|案例|项目|节目|论文|提案|课题)[^，。；、\n]{0,10}"
)
"""What a receiver made, which won for them: 甲的作品《暖》获…"""
_PART = re.compile(
    r"的?(?:[^，。；]{0,8}的)?[^，。；的]{0,12}(?:工作室|班组|车间|团队|家庭|科室|小组|班|项目部|分会)(?:被|均|也|同时|还)*"
)
"""What a receiver leads, which is the one that won: 甲领衔的创新工作室获…"""
_COUNT = re.compile(r"(?P<n>\d{1,2}|[两二三四五六七八九十])[名位个家支]")


def _counts(gap: str, row: tuple[Unit, ...]) -> bool:
    """Whether a count behind a row is of those named in it: 甲和乙2名同志, and not 某公司12名职工."""
    match = _COUNT.match(gap)
    return match is not None and (
        row[-1].root == "Person" or match["n"] in (str(len(row)), "零一两三四五六七八九"[len(row) : len(row) + 1])
    )


class Subjects:
    """Looks before one cue, as far as its part of the sentence begins and, where that names nobody, further."""

    def __init__(self, scene: Scene, cue: Cue, start: int) -> None:
        self.scene = scene
        self.text = scene.text
        self.cue = cue
        self.start = start

    def row_to(self, position: int, floor: int) -> tuple[Unit, ...]:
        """The nearest receivers before a position that are no object of a preposition, with those listed before them."""
        chain = self.scene.chain_before(position, RECEIVERS, max(0, floor - 400))
        if chain is None or chain.end <= floor:
            return ()
        return row_before(self.scene, self.scene.units_within(self.start, chain.end))

    def told(self) -> tuple[Unit, ...]:
        """The row of the clause before the cue; that of the clauses before where the clause leaves its subject out."""
        start = max(self.start, self.scene.document.clause_start(self.cue.begin))
        row = self.row_to(self.cue.begin, start)
        if row:
            gap = self.text[row[-1].end : self.cue.begin]
            some = self.text[row[-1].end - 1] != "等" and not _counts(gap, row) and _SOME.match(gap)
            if _WORK.fullmatch(gap) or gap == "的名字":
                return row
            return () if len(gap) > 24 or gap.startswith("的") or some or _PART.fullmatch(gap) else row
        gap = self.text[start : self.cue.begin]
        if _ELIDED.fullmatch(gap):
            return self._elided() or self._carried()
        return self.person_before() if PRONOUN.search(gap) else ()

    def _elided(self) -> tuple[Unit, ...]:
        """Who the clauses before speak of: 甲，…，某公司技师，曾获乙 is of the person; 曾获乙 at the head of a sentence too."""
        row = self.row_to(self.cue.begin, self.start)
        first = next(iter(self.scene.units_within(self.start, self.cue.begin)), None)
        if first is not None and first.root == "Person" and row and row[0].root != "Person":
            return (first,)
        if not row and EARLIER.search(self.text, self.start, self.cue.begin):
            return self.person_before()
        return row

    def _carried(self) -> tuple[Unit, ...]:
        """荣获… at the head of a sentence: who or what a sentence before begins with, in the same paragraph."""
        at = self.scene.document.sentence_at(self.cue.begin)
        if (
            not _ELIDED.fullmatch(self.text, self.start, self.cue.begin)
            or self.text[self.start - 1 : self.start] == "；"
        ):
            return ()
        for back in range(1, min(at, _BACK) + 1):
            before = self.scene.document.sentences[at - back]
            if "\n" in self.text[before.end - 1 : self.start]:
                return ()
            first = next(iter(self.scene.units_within(before.begin, min(before.end, before.begin + 40))), None)
            if first is not None and first.begin - before.begin <= 1 and first.root in RECEIVERS:
                return (first,)
            if not _TIMED.match(self.text, before.begin):
                return ()
        return ()

    def those_before(self) -> tuple[Unit, ...]:
        """授予二人: as many as were named last, in the paragraph."""
        match = _THOSE.match(self.text, self.cue.end)
        if match is None:
            return ()
        count = (
            int(match["n"]) if match["n"].isdigit() else "零一二三四五六七八九十".find(match["n"].replace("两", "二"))
        )
        paragraph = self.text.rfind("\n", 0, self.cue.begin) + 1
        people = [u for u in self.scene.units_within(paragraph, self.cue.begin) if u.root == "Person"]
        last = {u.item.name: u for u in people[-count:]}
        return tuple(last.values()) if len(last) == count else ()

    def person_before(self) -> tuple[Unit, ...]:
        """Who 他 is: the person named last before the cue, in its paragraph."""
        floor = max(0, self.cue.begin - REACH)
        paragraph = max(floor, self.text.rfind("\n", floor, self.cue.begin) + 1)
        chain = self.scene.chain_within(paragraph, self.cue.begin, ("Person",))
        return chain.units[-1:] if chain else ()
