"""What the rules of visits share: what a stop is, the words for those who travel, and how lists of stops go on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from unigraph.lexicons.words import any_of
from unigraph.relation.parts import Chain, Cue, Unit
from unigraph.relation.scene import Scene

__all__ = [
    "PREPOSITION",
    "VISITED",
    "Stop",
    "apart",
    "free_list",
    "goods",
    "light",
    "reached_units",
    "team_pattern",
    "team_word",
    "under_way",
]

VISITED = ("Place", "Union", "Company", "Organization")
PREPOSITION = re.compile(r"(?:到达?|赴|来|在|至|前往|深入|来到|走进|走到|抵达|莅临|奔赴|去)了?$")

_LISTED = re.compile(
    r"(?:[^，。；：！？、\n的和与及]{2,14}(?:展|园|馆|中心|站|基地|室|厅)(?=[、和与及]))?"
    r"(?:，(?:另|还有)?一[家处个座站](?:则|就|便)?(?:是|为|叫)|[”》]?等?(?:单位|企业)?(?:和|及|与|以及|、(?:[^，。；：！？、\n]{0,4}(?:工程|项目|企业|单位))?|、(?:[^，。；：！？\n]{1,24}[、和及与])?)[“《]?)"
)
_CONTAINER = re.compile(
    r"的?[“《]?|(?:[\u4e00-\u9fff]{0,4}(?:校区|厂区|院区|园区|本部|总部|分部))?的(?:[\u4e00-\u9fff]{1,4}级)?[“《]?"
)
_LISTED_SPAN = 28
_FREE = re.compile(r"、|，还有|，|[、和及][^。；：\n]{1,40}?(?:[、和及]|，还有|以及)")
_ACTS = (
    "调研|考察|走访|参观|慰问|看望|检查|指导|督导|督查|视察|察看|查看|开展|举办|举行|进行|了解|观摩|交流|学习|出席|参加|推进|推动|探访|就|围绕|"
    "为|对|看|访|调查|实地|现场|专题|，|感受|体验|验收|评估|送|座谈|听取|询问|进|到|来|考核|建设"
)
"""What begins to act behind a place, and is no part of its name."""
_NOT_REACHED = re.compile(
    r"(?:主办|举办的|组织的|召开的?|开展的|制作的|推荐|选送|(?:总?工会(?!工作|建设|组织)|公司|学校|医院|大学|学院|党委|政府|街道|园区)|的?(?:工作汇报|介绍|汇报|讲解|演出|领导|同志)"
    r"|“[^”\n]{2,20}(?:厅|室|馆|中心|基地|站|园|坊)”"
    rf"|(?:(?!{_ACTS})[^，。；、的和与及\n]){{0,12}}?(?:职工之家|驿站|工作室|中心|文化宫|基地|书屋|展厅|展(?=[、和与及，。])|馆|母婴室|阵地|爱心屋|妈咪小屋|学校|分公司))"
)
_FROM = re.compile(r"(?:住在?|家住|来自|家在|老家(?:在|是)?|远在|生于|祖籍|原籍)\Z")
_NATIVES = re.compile(
    r"籍|的?(?:困难|退休|离退休|一线|在档|建档|特困|患病|单亲)+(?:职工|劳模|工人|农民工|教师|党员|群众)"
)
_HOME_OF = re.compile(
    r"(?![^，。；\n]{0,14}家(?:企业|单位|公司))[^，。；：！？、\n]{2,14}?家(?:[中里]|走访|看望|慰问|入户|(?=[，。；]))"
)
_PROJECT = re.compile(
    r"(?![^，。；：！？、\n]{0,14}(?:走访|调研|考察|参观|慰问|看望))[^，。；：！？、的\n]{2,24}?(?:项目|工程|标段|工地)(?:部|现场)?(?=[，。；、])"
)
"""What a division is but the beginning of the name of: 某市东部新城三期建设项目."""
LEADS = re.compile(
    r"[^，。；：！？\n]{0,8}?(?:带队|率队|率团|组团|领队|带团|领着|此行"
    r"|(?:率领?|带领|带着|领着)[^，。；：！？\n]{0,16}?(?:[组团队](?!建|伍|织)|一行|班子|人员|负责人|干部|部门|机关|同志|成员|委员))"
)
_APART = re.compile(r"(?:分别|分头|分路|各自|各)(?:带队|率队|带领|率领|带着?)")
VISITING = r"(?:走访|调研|考察|慰问|参观|访问|看望|走访慰问|检查|督导|视察|交流|学习|观摩)"
ALONG_BEFORE = re.compile(
    rf"陪同|陪伴|引导下|随行|同行(?!业)|随同|作陪|相陪|相伴|陪着|陪在|跟着(?=一[同道起]|去|走|看|[，。；]|前往|他|她|调研|走访|慰问)|都在场|一[同道起]去|一[同道起](?:也)?(?:前[往来]|来到|到|赴|参与|参加|{VISITING})"
    rf"|(?:参加|参与)了?(?:上述|此次|本次|这次|相关)?{VISITING}+(?:活动)?(?!座谈|组|团|会|培训|班)"
)
ALONG_GAP = re.compile(
    r"(?:等?\d+[余多]?[名位人][^，。；\n]{0,8}?)?(?:等?[省市县区旗镇州校厂、两级]{1,6}(?:有关|相关)?(?:领导|部门|负责人|负责同志)(?:同志)?)?的?(?:(?:等|及|和|以及|与|、|，)[^，。；！？\n]{0,14}?)?(?:还|全程|一路|分别|也|都|则|均|共同|参加|全都|始终)*"
)


@dataclass(frozen=True, slots=True)
class Stop:
    """What one cue reaches. The subject stands before ``pivot``, or after ``behind`` where the cue turns it round."""

    cue: Cue
    targets: tuple[Unit, ...]
    pivot: int
    how: str
    behind: int = -1


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


@lru_cache(maxsize=1)
def light() -> re.Pattern[str]:
    """What may stand before a verb whose subject is left out."""
    return re.compile(
        rf"(?:{any_of('visit_light')}|\d+[多余]?(?:公里|里路|分钟|个?小时)|\d{{1,2}}月\d{{1,2}}日|\d{{1,2}}日|于?(?:\d{{1,2}}月)?\d{{1,2}}日(?:至|到|—|-)(?:\d{{1,2}}月)?\d{{1,2}}日|[一二三四五六七八九十两几]+天|第[一二三四五六]天|[一两整半]个?(?:上午|下午|多?小时|半天|整天|白天)|用?[一二三四五六七八九十两几半]+天时间|他|她|[，。；：、“”\s])*"
    )


@lru_cache(maxsize=1)
def goods() -> re.Pattern[str]:
    """What is brought, and nobody who brings it: 清凉送到甲."""
    return re.compile(
        rf"(?:{any_of('visit_light')}|{any_of('visit_gift')}|一份份|一箱箱|一件件|一批批|一袋袋|品|[，、“”])*"
    )


def apart(scene: Scene, chain: Chain, end: int) -> bool:
    """甲、乙分别带队: whether each of several people has a party, whose stops the text tells by itself."""
    return len(chain.units) > 1 and _APART.search(scene.text, chain.units[-1].item.end, end) is not None


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
    return tuple(
        u for u in units if u.root in VISITED and not _NOT_REACHED.match(scene.text, u.end) and not _of_people(scene, u)
    )


def _of_people(scene: Scene, unit: Unit) -> bool:
    """Whether a division only tells whence people are, or where somebody's home is: 看望住在甲县的劳模, 到甲镇职工乙家走访."""
    if not unit.item.key.startswith("pl-") and unit.item.cls != "Division":
        return False
    text = scene.text
    if _FROM.search(text, max(0, unit.begin - 5), unit.begin) or _NATIVES.match(text, unit.end):
        return True
    return _HOME_OF.match(text, unit.end) is not None or _PROJECT.match(text, unit.end) is not None


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
