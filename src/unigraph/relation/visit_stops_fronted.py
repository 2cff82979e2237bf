"""Stops that stand in front of those who went there: 甲、乙，调研组一家一家看过; and those named as the first or the next.

No cue of the ontology tells of these: the places stand at the head of the sentence, or behind 第一家看的是, and the verb
of going, if there is one, has them as its object only by sense. Each is read from the places onwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from unigraph.relation.parts import Chain, Cue, Unit
from unigraph.relation.scene import Scene
from unigraph.relation.visit_words import VISITED, Stop, reached_units, team_word, under_way

__all__ = ["find_fronted"]

_TIME = r"(?:上午|下午|当天|当日|随后|最后|接着|其间|期间|之后|一路上|一天下来|两天里|[一两三四五]天(?:里|来|下来)?|这一天|此行|(?:\d{1,2}月)?\d{1,2}日(?:[上下]午)?|[，、：]|从|无论是?|不管是)*"
_OPENS = re.compile(_TIME)
_HEADS = re.compile(r"(?:^|(?<=[；。！？\n]))[ \u3000]*")
_MORE = re.compile(
    r"等?(?:的?[^，。；：！？、\n]{0,8}[、和及与](?:[^，。；：！？、的\n]{2,24}[、和及与]){0,3}|，?(?:再|又|一直|直|最后)?到(?:了|过)?|——|→|，)"
)
"""What may stand between two places in front, others that were not recognised among it."""
_AND_ALSO = re.compile(
    r"(?:、[^，。；：！？、\n]{2,24}){0,3}，(?:还有|以及|再加上|加上|也有|连同)(?:[^，。；：！？、的\n]{0,6}(?:企业|单位|工程|项目|工会|点位))?"
)
"""What stands before the last place of such a list."""
_NO_PLACE_ITSELF = re.compile(r"总?工会|公司|集团|学校|医院|党委|政府")
_DAY = r"(?:\d{1,2}月)?\d{1,2}日(?:[上下]午)?"
_THESE = re.compile(r"[这那](?:几|[两三四五六七八九十])?[些处家个站](?:地方|单位|企业|点位|站点)?\Z")
_SITE = re.compile(
    r"的?(?:[^，。；：！？、\n的]{0,4}(?:展厅|展馆|厂房|仓库|田间|大棚|工地|车间|生产线|流水线|施工现场|项目现场|作业现场|门口|操场|食堂|厂区|站台|病房|柜台|收费亭))(?:上|旁|前|边|外|里|内|中)?，"
)
_HANDS = re.compile(
    r"(?:一行)?[^，。；！？\n]{0,4}(?:[把将向给为同与和]|逐一)[^，。；！？\n]{0,20}?(?:递|送[上到去给]|握手|交谈|拉家常|聊|问候|叮嘱|询问|慰问|拜年|发放|交到|打招呼|致以)"
)
"""How somebody meets workers, which nobody does who works there: 把清凉递到工人手上."""
_EXPLAINS = re.compile(
    r"的|[^，。；！？\n]{0,10}?(?:介绍|告诉|汇报|讲解|讲述|表示|说|负责|正|工作|忙|坦言|感慨|获|接过|收到|领到|捧|演示|操作|主持|宣布|致辞|讲话|签|揭牌|启动)"
)
"""What those do who belong to a place, or who hold a ceremony there."""
_BRACKET = re.compile(r"（[^（）\n]{1,12}）")
"""Another name of a place, behind it."""
_COUNTED = (
    r"(?:[、和及与][^，。；：！？、\n]{2,24}){0,3}(?:的[^，。；：！？\n]{1,20})?等?(?:[一二两三四五六七八九十几多数\d]+多?余?[家个处座所地](?:[^，。；：！？、\n]{0,6}?(?:企业|单位|工会|公司|社区|村|地|点位|点|站|场所))?|地|处|单位|企业|公司)?(?:……|——|[，：])?"
    rf"(?:(?:{_DAY}(?:这一?天)?|这一?天|当天|当日|两天里|一天里|一上午|一下午)，)?(?:[这那](?:几|[两三四五六七八九十])?[些处家个站](?:地方|单位|企业|点位|站点)?，?)?"
    r"(?:每[家到一]?[一个]?[处家站点]，)?"
)
_EACH = (
    r"(?:也|都|还|又|均|全|则|便|就|先后|分别|依次|逐一|一一|逐个|逐家|逐户|逐处|挨个|挨家|挨着|轮流|各|处处|随后|接着|最后|实地|现场|当天|当日|上午|下午|特意|专门|一路|一连|一口气|"
    r"一[家处站个户][一挨接连]?[着]?一?[家处站个户]地?|轮番|陆续|相继|亲自|仔细|细细|认真|详细|了?一遍遍|去|来|前往|到现场){0,8}"
)
_WENT = (
    r"(?:看望慰问|走访慰问|走访|参观|考察|调研|慰问|察看|查看|看望|探访|拜访|观摩|检查|视察|督导|走到|看到|去到|跑到|走遍|跑遍|看遍|转|看|走|去|到|访|跑)"
    r"(?:[了过到完遍去来]|过去|过来|下来|一?[个]?遍|一[圈趟番]|半天|一天|得[^，。；]{1,6}|个够|个透|[两三四五六七八九十\d]+多?[家个处站](?:企业|单位|地方|点位?)?)*"
    r"(?:[这那以]?(?:几|上|[两三四五六七八九十])?[些处家个站]?(?:地方|单位|企业|点位|站点|去处|现场))?"
)
_TAIL = re.compile(rf"{_COUNTED}(?P<who>[^，。；：！？\n]{{0,40}}?)(?P<each>{_EACH}){_WENT}(?=[，。；！？\n]|$)")
_STEPS = re.compile(
    rf"{_COUNTED}(?P<who>[^，。；：！？\n]{{0,30}}?)(?P<each>一路|边)(?:走|看|听|问)[^，。；\n]{{0,4}}(?=[，。；！？\n]|$)"
)
_IS_ONE = re.compile(
    r"(?:也|都|正|就|便|则|均|自然)*(?:是|成为|成了|被列为|被选为|作为|列为)(?P<who>[^，。；：！？\n]{0,16}?)(?:要|所|先|最先|最后|最早|当天|此行|首先|接着)*"
    r"(?:看|走|去|到|访|跑|走访|参观|调研|考察|慰问|走进|来到|看望|观摩|抵达)(?:到|过)?的[^，。；：！？\n]{0,4}?(?:第?[一二三四五六七八九十两几\d]+)?(?:家|站|处|个|座|地方|企业|单位|点位|点|去处|地)[^，。；：！？\n]{0,4}(?=[，。；！？\n]|$)"
    r"|[^，。；：！？\n]{0,6}(?:在|列入|进入|排进|纳入)[^，。；：！？\n]{0,10}(?:行程|日程|路线图?|清单)[之里上中]*(?=[，。；！？\n]|$)"
)
_NEXT = re.compile(
    r"(?:(?:^|(?<=[，。；：！？\n]))[ \u3000]*(?:当天|当日|这天|上午|下午|此行|调研组|慰问组|一行人?|他们|考察团)?(?:的)?)"
    r"(?:(?:第[一二三四五六七八九]|首|头一?|最[先后]一?|下一?|另一?|又一?|再下一?|[两三四]?)(?:家|处|个(?:点位?|地方|单位|企业|村|社区)|站|点)(?:企业|单位)?|(?:[看走去到访待听]得最[久细多长]的)|[看走去到访]的第[一二三四五六](?:家|处|站|个点?)|最先|最早|首先|先|接着|随后|最后|后来|接下来|然后|紧接着|再往后|再接着)"
    r"(?:[看去走到访跑]|走访|参观|慰问|调研|考察|来到|走进|看望)?到?的?，?(?:就|便|则|还|仍|正|要[去看到])*(?:是|为|：|选在|设在|定在|落在|放在|轮到|轮到了)"
)
_LEAVES = re.compile(
    r"(?:^|(?<=[，。；：！？\n]))[ \u3000]*(?:刚|一|随后|[^，。；：！？\n]{1,10}?)?(?P<verb>离开|走出|走完|看完|告别|出了|访完|结束了?(?:对|在)?|辞别|作别|从)"
)
_LEFT = re.compile(
    r"(?:的?[^，。；：！？\n]{0,8}?)(?P<out>出来|离开|走出|出发)?(?:后|之后|的[走调慰考参][^，。；]{1,3})?，"
)
_ROUTE = re.compile(
    r"(?:带领|率领|[领带率])(?:的|着)?(?:一|另一|第[一二三四])?[路队组支](?:人马|人|小分队)?(?:则|便|就|先)?(?:到|去|奔着?|直奔|赶到|走进|来到|赴|往|前往|奔赴|深入)了?"
)
_NO_STOP = re.compile(r"从|结束")
_END = re.compile(r"[”》]?(?:等[^，。；：！？\n]{0,6})?(?=[，。；！？\n]|$)")


def find_fronted(scene: Scene) -> Iterable[Stop]:
    """The stops that stand in front, or are named by their number."""
    for match in _HEADS.finditer(scene.text):
        if not scene.silent(match.end()):
            yield from _topics(scene, match.end())
    for chain in scene.chains:
        within = scene.text[chain.begin - 1 : chain.begin] == "，"
        if within and chain.units[0].root in VISITED and not scene.silent(chain.begin):
            yield from _topics(scene, chain.begin)
    for match in _NEXT.finditer(scene.text):
        yield from _numbered(scene, match)
    for match in _LEAVES.finditer(scene.text):
        yield from _left(scene, match)
    for match in _ROUTE.finditer(scene.text):
        yield from _by_route(scene, match)


def _by_route(scene: Scene, match: re.Match[str]) -> Iterable[Stop]:
    """甲领的一路到了丙，乙带的一队直奔丁: each behind the one who led the way."""
    chain = scene.chain_from(match.end(), VISITED, 0)
    leader = scene.chain_ending(match.start(), ("Person",))
    if chain is not None and leader is not None and not scene.silent(match.start()):
        yield Stop(_cue(match.start(), match.end(), "到"), reached_units(scene, chain), match.start(), "after")


def _cue(begin: int, end: int, word: str) -> Cue:
    return Cue(begin, end, word, "visited", False)


def _topics(scene: Scene, head: int) -> Iterable[Stop]:
    """甲、乙、丙，调研组一家一家看过: all places with which a sentence begins, where each of them was gone to."""
    opening = _OPENS.match(scene.text, head)
    begin = opening.end() if opening else head
    chain = scene.chain_from(begin, VISITED, 0)
    if chain is None:
        return
    yield from _at_site(scene, chain)
    units = _in_front(scene, chain)
    end = _past_bracket(scene, units[-1].item.end)
    for pattern in (_TAIL, _STEPS, _IS_ONE):
        tail = pattern.match(scene.text, end)
        if tail is None:
            continue
        who = scene.text[tail.start("who") : tail.end("who")] if "who" in tail.re.groupindex and tail["who"] else ""
        each = tail["each"] if "each" in tail.re.groupindex else "都"
        behind = tail.start("who") if who else tail.end()
        if (
            who
            and pattern is not _IS_ONE
            and scene.text[behind - 1] not in "，：…"
            and not _THESE.search(scene.text, end, behind)
        ):
            return  # 某市某区副区长甲一行赶来: these places are a part of what follows
        if _acts(scene, who, behind, behind + len(who)) if who else bool(each):
            yield Stop(_cue(tail.start(), tail.end(), "看"), _reached(scene, units), begin, "list", behind)
        return


def _at_site(scene: Scene, chain: Chain) -> Iterable[Stop]:
    """甲的工地上，乙把药品递到工人手上: who hands out or speaks with workers at their place has gone there."""
    site = _SITE.match(scene.text, chain.units[-1].item.end)
    people = scene.chain_from(site.end(), ("Person",), 0) if site else None
    at_work = people is not None and (
        _HANDS.match(scene.text, people.end) or not _EXPLAINS.match(scene.text, people.end)
    )
    if site is not None and people is not None and at_work:
        yield Stop(_cue(site.start(), site.end(), "上"), chain.units[-1:], chain.begin, "fronted", people.begin)


def _in_front(scene: Scene, chain: Chain) -> list[Unit]:
    """A chain and the places that go on its list, each after a mark or 到."""
    units = list(chain.units)
    while True:
        end = _past_bracket(scene, units[-1].item.end)
        gaps = (pattern.match(scene.text, end) for pattern in (_MORE, _AND_ALSO))
        chains = (scene.chain_from(gap.end(), VISITED, 0) for gap in gaps if gap is not None)
        following = next((c for c in chains if c is not None), None)
        if following is None:
            return units
        units += following.units


def _past_bracket(scene: Scene, end: int) -> int:
    bracket = _BRACKET.match(scene.text, end)
    return bracket.end() if bracket else end


def _reached(scene: Scene, units: Iterable[Unit]) -> tuple[Unit, ...]:
    """Without a place whose name goes on as that of a body which was not recognised."""
    return tuple(u for u in units if u.root in VISITED and not _NO_PLACE_ITSELF.match(scene.text, u.item.end))


def _acts(scene: Scene, who: str, begin: int, end: int) -> bool:
    """Whether what stands before the verb are those who travel."""
    if team_word().search(who) or under_way().search(who) or re.match(r"[他她]们?", who):
        return True
    return any(u.root == "Person" or "一行" in scene.text[u.item.end : u.end] for u in scene.units_within(begin, end))


def _numbered(scene: Scene, match: re.Match[str]) -> Iterable[Stop]:
    """第一家看的是甲; 接下来是乙."""
    chain = scene.chain_from(match.end(), VISITED, 1)
    if chain is None or scene.silent(match.start()):
        return
    units = reached_units(scene, chain)
    if units and _END.match(scene.text, units[-1].end):
        yield Stop(_cue(match.start(), match.end(), "站"), units, match.start(), "label")


def _left(scene: Scene, match: re.Match[str]) -> Iterable[Stop]:
    """离开甲，一行人又…: who leaves a workplace has been there."""
    chain = scene.chain_from(match.end(), VISITED, 0)
    if chain is None or scene.silent(match.start()) or any(u.item.key.startswith("pl-") for u in chain.units):
        return
    left = _LEFT.match(scene.text, chain.units[-1].item.end)
    if left is None or (_NO_STOP.match(match["verb"]) and not (left["out"] or match["verb"] != "从")):
        return
    yield Stop(
        _cue(match.start("verb"), match.end("verb"), "离开"), chain.units, match.start("verb"), "after", left.end()
    )
