"""What the rules of visits share: what a stop is, the words for those who travel, and how lists of stops go on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from unigraph.lexicons.words import words
from unigraph.relation.parts import Chain, Cue, Unit
from unigraph.relation.scene import Scene

__all__ = [
    "PREPOSITION",
    "VISITED",
    "Stop",
    "any_of",
    "free_list",
    "reached_units",
    "team_pattern",
    "team_word",
    "under_way",
]

VISITED = ("Place", "Union", "Company", "Organization")
PREPOSITION = re.compile(r"(?:到达?|赴|来|在|至|前往|深入|来到|走进|走到|抵达|莅临|奔赴|去)了?$")

_LISTED = re.compile(
    r"[”》]?等?(?:单位|企业)?(?:和|及|与|以及|、(?:[^，。；：！？、\n]{0,4}(?:工程|项目|企业|单位))?|、(?:[^，。；：！？\n]{1,24}[、和及与])?)[“《]?"
)
_CONTAINER = re.compile(r"的?[“《]?")
_LISTED_SPAN = 28
_FREE = re.compile(r"、|，还有|，|[、和及][^。；：\n]{1,40}?(?:[、和及]|，还有|以及)")
_NOT_REACHED = re.compile(
    r"(?:主办|举办的|组织的|召开的?|开展的|制作的|推荐|选送|(?:总?工会|公司|学校|医院|大学|学院|党委|政府|街道|园区)|的?(?:工作汇报|介绍|汇报|讲解|演出|领导|同志)"
    r"|“[^”\n]{2,20}(?:厅|室|馆|中心|基地|站|园|坊)”"
    r"|[^，。；、的和与及\n]{0,12}?(?:职工之家|驿站|工作室|中心|文化宫|基地|书屋|展厅|馆|母婴室|阵地|爱心屋|妈咪小屋|学校|分公司))"
)


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


def team_pattern() -> str:
    """The words for those who travel, and what is built of a verb of visiting and a word for a group: 督查专班."""
    return f"{any_of('visit_team')}|(?:{any_of('visit_team_verb')})(?:联合|专项|工作)?(?:{any_of('visit_team_group')})"


@lru_cache(maxsize=1)
def team_word() -> re.Pattern[str]:
    """慰问组, 代表团, 一行人: words for those who travel."""
    return re.compile(team_pattern())


@lru_cache(maxsize=1)
def under_way() -> re.Pattern[str]:
    """慰问组, 率队, 专程: words that tell that somebody travels."""
    return re.compile(f"{team_pattern()}|{any_of('visit_sets_out')}")


def reached_units(scene: Scene, chain: Chain) -> tuple[Unit, ...]:
    """A chain and those that go on with its list after names that were not recognised."""
    units = [*chain.units]
    while True:
        following = _next(scene, units[-1].end)
        if following is None:
            break
        if _CONTAINER.fullmatch(scene.text, units[-1].end, following.begin):
            units.pop()  # 安徽的亳州、黄山: the whole is not what was visited
        elif not _LISTED.fullmatch(scene.text, units[-1].end, following.begin):
            break
        units += following.units
    return tuple(u for u in units if u.root in VISITED and not _NOT_REACHED.match(scene.text, u.end))


def _next(scene: Scene, position: int) -> Chain | None:
    """The next chain of places and bodies, a few names on, whatever stands between."""
    for unit in scene.units_within(position, position + 2 * _LISTED_SPAN):
        if unit.begin - position > _LISTED_SPAN:
            break
        if unit.root in VISITED:
            return scene.chain_from(unit.begin, VISITED, 0)
    return None


def free_list(scene: Scene, chain: Chain, floor: int) -> tuple[Unit, ...]:
    """A chain with those before it that its list begins with."""
    units = [*chain.units]
    while True:
        before = scene.chain_within(floor, units[0].begin, VISITED)
        if before is None or not _FREE.fullmatch(scene.text, before.end, units[0].begin):
            break
        units = [*before.units, *units]
    return tuple(u for u in units if u.root in VISITED)
