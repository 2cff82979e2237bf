"""The stops of visits: which cue of the text reaches which places and bodies, and where its subject would stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from unigraph.lexicons.words import words
from unigraph.relation.scene import Chain, Cue, Scene, Unit

__all__ = ["VISITED", "Stop", "any_of", "find_stops"]

VISITED = ("Place", "Union", "Company", "Organization")

_PREPOSITION = re.compile(r"(?:到达?|赴|来|在|至|前往|深入|来到|走进|走到|抵达|莅临|奔赴|去)了?$")
_GOING = re.compile(r"(?:到|赴|来|前往|深入|来到|走进|抵达|莅临|奔赴)了?$")
_BETWEEN = re.compile(r"(?!的.?\Z)[了过的]?[^，。；：！？、\n]{0,9}")
_LABEL = re.compile(r"(?:，?(?:就|便|则)?(?:是|为|设在|选在|定在|来到|走进|到了?|：|，|——)){1,2}了?")
_LISTED = re.compile(r"[”》]?等?(?:单位|企业)?(?:和|及|与|以及|、(?:[^，。；：！？\n]{1,24}[、和及与])?)[“《]?")
_CONTAINER = re.compile(r"的?[“《]?")
_LISTED_SPAN = 28
_FREE = re.compile(r"、|，还有|，|[、和及][^。；：\n]{1,40}?(?:[、和及]|，还有|以及)")
_NOT_REACHED = re.compile(
    r"(?:主办|举办的|组织的|召开的?|开展的|制作的|推荐|选送|(?:总?工会|公司|学校|医院|大学|学院|党委|政府|街道|园区)|的?(?:工作汇报|介绍|汇报|讲解|演出|领导|同志)"
    r"|“[^”\n]{2,20}(?:厅|室|馆|中心|基地|站|园|坊)”"
    r"|[^，。；、的和与及\n]{0,12}?(?:职工之家|驿站|工作室|中心|文化宫|基地|书屋|展厅|馆|母婴室|阵地|爱心屋|妈咪小屋|学校|分公司))"
)
_OTHER_PURPOSE = re.compile(
    r"[^，。；！？\n]{0,6}，?(?:参加|出席|领奖|就医|务工|打工|任职|工作的|报到|求学|举行的?|召开的?)"
)
_DISTRIBUTED = re.compile(
    r"^等?[^，。；：！？、\n]{0,8}?，?[^，。；：！？、\n]{0,10}?(?:[也都还]|一一|逐一|逐家|挨家|依次|一[家处站个]一?[家处站个]地?)+"
    r"(?:留下了?|有了?|[走看访进]|参[访观]|慰问|到访|走访)"
)
_SPREAD = re.compile(r"(?:遍及|遍布|踏遍|走遍|到了?)了?")
_LEFT_BEHIND = re.compile(r"留下了?")
_WITH_THEM = re.compile(r"[^，。；\n]{0,14}?(?:陪同|[支指协带组配见][持导助领织合证]下)")
_LAST = re.compile(r"[了过去]*(?:一遍|个遍|一圈)?(?=[，。；]|$)")
_INSIDE = re.compile(r"(?:[、和及与][^，。；：\n]{2,16})?(?:[里内上中]|现场|院内|厂区)?，")


@dataclass(frozen=True, slots=True)
class Stop:
    """What one cue reaches. The subject stands before ``pivot``, or after ``behind`` where the cue turns it round."""

    cue: Cue
    targets: tuple[Unit, ...]
    pivot: int
    how: str
    behind: int = -1


@lru_cache(maxsize=16)
def any_of(kind: str) -> str:
    """A pattern for the words of a kind, longer ones first."""
    return "|".join(sorted(map(re.escape, words(kind)), key=lambda w: (-len(w), w)))


@lru_cache(maxsize=1)
def _noun_after() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of('visit_noun')})")


@lru_cache(maxsize=1)
def team_word() -> re.Pattern[str]:
    """慰问组, 代表团, 一行人: words for those who travel."""
    return re.compile(any_of("visit_team"))


def find_stops(scene: Scene) -> Iterable[Stop]:
    """The stops in the order of their cues; what somebody pointed out or plans is none."""
    for cue in scene.cues.get("visited", ()):
        if not scene.silent(cue.begin):
            stop = _stop(scene, cue)
            if stop is not None and stop.targets:
                yield stop


def _stop(scene: Scene, cue: Cue) -> Stop | None:
    if cue.label:
        return _labelled(scene, cue)
    if cue.word in words("visit_receives"):
        return _received(scene, cue)
    if cue.word in words("visit_traces"):
        return _traced(scene, cue)
    if cue.word in words("visit_inside"):
        return _inside(scene, cue)
    if len(cue.word) == 1:
        return _gone(scene, cue) or _fronted(scene, cue)
    return _reached(scene, cue) or _reached_before(scene, cue) or _listed_before(scene, cue)


def _reached(scene: Scene, cue: Cue) -> Stop | None:
    """走进甲、乙: the chain after the cue."""
    if _noun_after().match(scene.text, cue.end):
        return None
    chain = scene.chain_from(cue.end, VISITED, 10)
    if chain is None or not _BETWEEN.fullmatch(scene.text, cue.end, chain.begin):
        return None
    purpose = _OTHER_PURPOSE.match(scene.text, chain.end)
    if purpose and ("，" not in purpose.group() or cue.word in words("visit_motion")):
        return None
    return Stop(cue, _targets(scene, chain), cue.begin, "after")


def _targets(scene: Scene, chain: Chain) -> tuple[Unit, ...]:
    """A chain and those that go on with its list after names that were not recognised."""
    units = [*chain.units]
    while True:
        following = scene.chain_from(units[-1].end, VISITED, _LISTED_SPAN)
        if following is None:
            break
        if _CONTAINER.fullmatch(scene.text, units[-1].end, following.begin):
            units.pop()  # 安徽的亳州、黄山: the whole is not what was visited
        elif not _LISTED.fullmatch(scene.text, units[-1].end, following.begin):
            break
        units += following.units
    return tuple(u for u in units if u.root in VISITED and not _NOT_REACHED.match(scene.text, u.end))


def _reached_before(scene: Scene, cue: Cue) -> Stop | None:
    """到甲调研, 在甲走访, 把甲、乙走访了一遍: the chain between a preposition and the cue, in one clause."""
    start = scene.document.clause_start(cue.begin)
    chain = scene.chain_within(start, cue.begin, VISITED)
    while chain is not None:
        before = scene.text[max(start, chain.begin - 3) : chain.begin]
        near = cue.begin - chain.end <= 30 and scene.text[cue.begin - 1] != "的"
        if near and _preposition(scene, cue).search(before) and not _WITH_THEM.match(scene.text, chain.end):
            if _OTHER_PURPOSE.match(scene.text, chain.end):
                return None
            return Stop(cue, _targets(scene, chain), _before_preposition(chain, before), "before")
        if before.endswith(("把", "将", "对")) and cue.begin - chain.end <= 16:
            return Stop(cue, _targets(scene, chain), chain.begin - 1, "before")
        chain = scene.chain_within(start, chain.begin, VISITED)
    return _reached_in_clause_before(scene, cue, start)


def _reached_in_clause_before(scene: Scene, cue: Cue, start: int) -> Stop | None:
    """到甲，就乙开展调研: the chain that ends the clause before."""
    if start < 1 or scene.text[start - 1] != "，" or _noun_after().match(scene.text, cue.end):
        return None
    chain = scene.chain_within(max(0, start - 60), start - 1, VISITED)
    if chain is None or chain.end != start - 1:
        return None
    before = scene.text[max(0, chain.begin - 3) : chain.begin]
    if not _GOING.search(before):
        return None
    return Stop(cue, _targets(scene, chain), _before_preposition(chain, before), "before")


def _preposition(scene: Scene, cue: Cue) -> re.Pattern[str]:
    """What must stand before the place: 到甲开展慰问活动 has been there, 在甲召开调研座谈会 need not."""
    noun = _noun_after().match(scene.text, cue.end)
    return _GOING if noun and noun.group() not in ("活动", "行动", "工作") else _PREPOSITION


def _before_preposition(chain: Chain, before: str) -> int:
    match = _PREPOSITION.search(before)
    return chain.begin - (len(before) - match.start() if match else 0)


def _listed_before(scene: Scene, cue: Cue) -> Stop | None:
    """甲、乙，慰问组一家一家地走访: a list that stands free at the head of the sentence, then each of it."""
    sentence = scene.document.sentences[scene.document.sentence_at(cue.begin)]
    chain = scene.chain_within(max(sentence.begin, cue.begin - 60), cue.begin, VISITED)
    if chain is None or _PREPOSITION.search(scene.text[max(0, chain.begin - 3) : chain.begin]):
        return None
    if not _DISTRIBUTED.match(scene.text[chain.end : cue.end]) or not _LAST.match(scene.text, cue.end):
        return None
    head = scene.document.clause_start(chain.begin)
    return Stop(cue, _free_list(scene, chain, sentence.begin), head, "list", chain.end)


def _free_list(scene: Scene, chain: Chain, floor: int) -> tuple[Unit, ...]:
    """A chain with those before it that its list begins with."""
    units = [*chain.units]
    while True:
        before = scene.chain_within(floor, units[0].begin, VISITED)
        if before is None or not _FREE.fullmatch(scene.text, before.end, units[0].begin):
            break
        units = [*before.units, *units]
    return tuple(u for u in units if u.root in VISITED)


def _labelled(scene: Scene, cue: Cue) -> Stop | None:
    """下一站是甲; 甲是此行的又一站."""
    after = scene.chain_from(cue.end, VISITED, 5)
    if after is not None and _LABEL.fullmatch(scene.text, cue.end, after.begin):
        return Stop(cue, _targets(scene, after), cue.begin, "label")
    before = scene.chain_within(scene.document.clause_start(cue.begin), cue.begin, VISITED)
    if before is not None and re.match(r"^(?:工作室)?则?(?:是|为|成了?)", scene.text[before.end : cue.begin]):
        return Stop(cue, before.units, before.begin, "label")
    return None


def _received(scene: Scene, cue: Cue) -> Stop | None:
    """甲迎来乙: those who come stand behind the cue."""
    before = scene.chain_within(scene.document.clause_start(cue.begin), cue.begin, VISITED)
    if before is None or cue.begin - before.end > 12:
        return None
    return Stop(cue, before.units[-1:], before.begin, "receives", cue.end)


def _traced(scene: Scene, cue: Cue) -> Stop | None:
    """甲、乙都留下了丙的足迹; 丙的足迹遍及甲、乙."""
    after = scene.chain_from(cue.end, VISITED, 6)
    if after is not None and _SPREAD.fullmatch(scene.text, cue.end, after.begin):
        return Stop(cue, _targets(scene, after), cue.begin, "after")
    sentence = scene.document.sentences[scene.document.sentence_at(cue.begin)]
    left = _LEFT_BEHIND.search(scene.text, max(sentence.begin, cue.begin - 24), cue.begin)
    chain = scene.chain_within(sentence.begin, left.start(), VISITED) if left else None
    if left is None or chain is None or left.start() - chain.end > 8:
        return None
    return Stop(cue, _free_list(scene, chain, sentence.begin), chain.begin, "list", left.end())


def _gone(scene: Scene, cue: Cue) -> Stop | None:
    """代表团赴甲、乙; 到甲开展送温暖活动: a word of one character, with those who travel before or such an event behind."""
    chain = scene.chain_from(cue.end, VISITED, 1) if cue.word != "在" else None
    start = scene.document.clause_start(cue.begin)
    if chain is None or chain.begin > cue.end:
        return None
    if not team_word().search(scene.text, max(start, cue.begin - 24), cue.begin) and not _visiting_event(
        scene, chain.end
    ):
        return None
    return Stop(cue, _targets(scene, chain), cue.begin, "after")


def _visiting_event(scene: Scene, position: int) -> bool:
    """Whether the clause goes on with an event that is named by a word for visiting."""
    end = scene.document.clause_end(position)
    named = [w for w in scene.ontology.predicates["visited"].cues if len(w) > 1]
    return any(w in e.name for e in scene.events_within(position, end) for w in named)


def _inside(scene: Scene, cue: Cue) -> Stop | None:
    """甲里，一行了解…: a place at the head of a clause, without a preposition."""
    chain = scene.chain_within(scene.document.clause_start(cue.begin), cue.begin, VISITED)
    if chain is None or chain.end != cue.begin or scene.text[cue.end : cue.end + 1] != "，":
        return None
    return Stop(cue, chain.units, chain.begin, "fronted", cue.end + 1)


def _fronted(scene: Scene, cue: Cue) -> Stop | None:
    """在甲，一行边看边问: a place at the head of a clause, then those who travel."""
    start = scene.document.clause_start(cue.begin)
    if cue.begin - start > 6:
        return None
    chain = scene.chain_from(cue.end, VISITED, 2)
    match = _INSIDE.match(scene.text, chain.end) if chain else None
    if chain is None or match is None:
        return None
    return Stop(cue, _targets(scene, chain), cue.begin, "fronted", match.end())
