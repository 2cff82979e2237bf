"""Stops that no verb of going tells: 下一站是甲, 甲迎来乙, 甲也在行程之中, and places in front, as in 在甲，一行….

Each function takes a cue of its kind and gives the stop, or ``None`` where the text around it says something else.
"""

from __future__ import annotations

import re
from functools import lru_cache

from unigraph.lexicons.words import any_of
from unigraph.model import Span
from unigraph.relation.parts import Chain, Cue, Unit
from unigraph.relation.scene import Scene
from unigraph.relation.visit_words import VISITED, Stop, free_list, reached_units, under_way

__all__ = ["brought", "came", "fronted", "gone", "here", "inside", "labelled", "received", "traced"]

_LABEL = re.compile(
    r"(?:，?(?:就|便|则)?(?:是|为|(?:设|选|定|安排|落|放)在|选择|选为|定为|来到|走进|到了?|：|，|——)){1,2}了?"
)
_LABELLED = re.compile(r"等?(?:地|处|单位|企业)?(?:工作室)?(?:则|正|就|便|也)?(?:是|为|成了?|成为|作为)")
_BEING = re.compile(r"(?:是|为|成了?|成为|作为)(?:[^，。；：\n]{0,8}的)?\Z")
"""甲是她的第一站，乙是第二站: the station is what stands before, not what the next clause begins with."""
_THIS_IS = re.compile(r"(?:这|这里|这儿|此处|此地|那里)(?:也|正|便|就)?(?:是|成为|成了|作为)")
_IS_NAMED = re.compile(r"[^，。；：\n]{0,12}?，?(?:就|正|便)?(?:是|叫)")
_SPREAD = re.compile(r"(?:先?[停落]在|[走踏迈]进|迈向|伸向|遍及|遍布|踏遍|走遍|到了?|包括|涵盖|覆盖|：)了?")
_LEFT_BEHIND = re.compile(
    r"留下了?|(?:在|列入|排进|纳入|写进|进入|安排进)了?(?=[^，。；]{0,10}?(?:行程|名单|日程|路线图|清单))"
)
_INSIDE = re.compile(
    rf"(?:[、和及与][^，。；：\n]{{2,16}})?(?:等?(?:地|处|单位|企业|公司|工会|站点|点位|[一二三四五六七八九十两\d多]+[家个处][^，。；\n]{{0,4}})?)?"
    rf"(?:的?(?:{any_of('plain_site')}|(?:[^，。；：！？、\n的了下会活]){{2,6}}?(?=[里内前]，|中心，|室，|馆，|厅，)(?:中心|室|馆|厅)?))?(?:[里内上中前]|现场|院内|厂区|时|期间)?，"
)
_PART = re.compile(rf"(?:的?(?:{any_of('plain_site')}))?")
_ALIVE = re.compile(r"[^，。；：！？、\n是有的了]{0,8}，")
"""甲车间里机器轰鸣，乙…: nothing that says what there is, and who comes next."""
_LOOKED_AT = re.compile(r"(?:一口气|一连|一共|一气|接连|先后|[先再后又还也去来]|第[一二三四五六]天，?|[上下]午，?|^)$")
_ALSO_IN = re.compile(r"[^，。；：！？\n]{0,6}?在")
_SAW = re.compile(
    r"(?:等[地处单位企业家]*)?(?:实地|现场|详细|仔细|深入|认真)*(?:了解|看到|得知|听取|询问|察看|查看|听说|看望|观看|体验|查阅|走访)[^，。；！？\n]{0,24}[时后]?，"
)
_HERE = re.compile(
    rf"了?(?:这里|这儿|此处|此地|那里|该(?:公司|企业|厂|单位|村|社区|项目|校|院|站|中心|工会|局|行)|(?:{any_of('visit_place_word')})(?=[，。、；和与]|一线|职工|[了查察看调慰]))"
)
_COMING = re.compile(r"了?(?:(?:远道|专程|前来|来访|到访|来|一批)[^，。；！？、\n]{0,12}?的)?")
_CAME = re.compile(r"(?:赶来|前来|上门|登门|专程来|特地来|特意来|到场|冒雨来|赶到现场|前往|到现场)$")
_ENDS = re.compile(
    r"(?:大家|他们|她们|(?:一线|全体|困难|高温下的|坚守的|在场的)?(?:职工|员工|工人|工友|农民工|建设者|劳动者)们?|[^，。；！？\n]{0,6}(?:情况|进展|进度))?(?:[，。；！？\n]|$)"
)
_ITS_WORKERS = re.compile(
    r"的?[^，。；！？\n]{0,8}?(?:职工|工人|员工|车间|工地|项目|门口|院里|里|内|热闹|格外|人头|一片|笑声)"
)
_HELD = re.compile(r"[^，。；：！？\n]{0,4}?(?:举办|举行|开展|召开|组织)")
_MOTION = frozenset("到来去赴")
_PURPOSE = re.compile(
    rf"等?(?:地|处|单位|企业|[一二三四五六七八九十两\d多]+(?:家[^，。；]{{0,4}}|地|市|省|县区?|区县?|个[市县区地镇村][^，。；]{{0,2}}))?，?(?:实地|现场|专题|集中|详细|深入|仔细|认真|分别|先后|一线|就[^，。；]{{2,24}}?|围绕[^，。；]{{2,24}}?)*"
    rf"(?:{any_of('visit_purpose')}|[转走看跑][了过一]|，就|时)"
)
_GONE_TO = re.compile(
    r"(?:了|过|的是)?(?:(?:[^，。；、\n]{2,10}(?:帮扶|结对|联系|挂点|包联|挂钩|包保|对接|援建|共建|驻扎|承建)的|[^，。；、\n]{2,12}(?:新城|园区|开发区|街道|镇|市|县|区)|对面|附近|不远处|邻近|位于[^，。；、\n]{2,10})的|[^，。；、\n]{0,6}(?:帮扶|结对|联系|挂点|包联|挂钩|包保|共建|试点|重点)(?:联系)?(?:企业|单位|点|村|社区)|隔壁|[^，。；：、\n]{2,10}(?:——|：))?"
)
_PART_OF_VERB = re.compile(
    r"[办开搬送做用达看收听接得等谈提感想讲问说遇碰拿受拉传带回签延拓覆扩增升降减多少遭买卖派分找认意划涉请引寄发投拨摆涨未本原将以失往从迎近直走]$"
)
"""办到, 迎来, 送去: verbs in which a word of going is but the end."""
_WAS_NEXT = re.compile(r"(?:则|也)?是(?:随后|接着|最后|先|后来|然后|当天|当天[上下]午|第[一二三四五]个|最先|最早)?$")
_FREE_BEFORE = re.compile(r"[，。；：\n先又再还也就都同起行组团队日午晨晚后们便则]$")
_IN_TURN = re.compile(
    r"(?:先后|依次|分别|接连|相继|逐一|陆续|亲自|冒雨|冒雪|驱车|一行|再次|多次|又|还|再|(?<![优率领事预原])先|次日|随后|接着)$"
)
_LOOKS = frozenset("看访进")
_NEAR = 24
_COUNTED_END = re.compile(
    r"等?(?:这?[两二三四五六七八九十\d]+[家个处站](?:企业|单位|公司|点位|地方|学校)?)?(?=[，。；！？\n]|$)"
)
_EACH_OF = re.compile("先后|分别|相继|陆续|依次|均|都|同时|一起|双双|接连|各自")
_LISTED_AS = re.compile(r"等(?:地|处|单位|企业|家|[一二三四五六七八九十两\d])")


def labelled(scene: Scene, cue: Cue) -> Stop | None:
    """下一站是甲; 甲是此行的又一站."""
    after = scene.chain_from(cue.end, VISITED, 5)
    before = _BEING.search(scene.text, scene.document.clause_start(cue.begin), cue.begin)
    if after is not None and not before and _LABEL.fullmatch(scene.text, cue.end, after.begin):
        return Stop(cue, reached_units(scene, after), cue.begin, "label")
    start = scene.document.clause_start(cue.begin)
    if _THIS_IS.match(scene.text, start, cue.begin):
        spoken_of = _spoken_of(scene, start)
        return Stop(cue, spoken_of.units, start, "label") if spoken_of else None
    for unit in scene.units_within(start, cue.begin):
        is_stop = _LABELLED.match(scene.text, unit.item.end, cue.begin) if unit.root in VISITED else None
        if is_stop:
            return Stop(cue, free_list(scene, Chain((unit,)), start), unit.begin, "label", is_stop.end())
    return None


def _spoken_of(scene: Scene, position: int) -> Chain | None:
    """What 这 and 这里 mean: the place named last in the sentence, else the one that the sentence before begins with."""
    number = scene.document.sentence_at(position)
    sentence = scene.document.sentences[number]
    chain = scene.chain_within(sentence.begin, position, VISITED)
    if chain is not None or number == 0 or "\n" in scene.text[sentence.begin - 1 : sentence.begin]:
        return chain
    before = scene.document.sentences[number - 1]
    first = scene.chain_from(before.begin, VISITED, 6)
    named = _IS_NAMED.match(scene.text, first.end) if first else None
    return (scene.chain_from(named.end(), VISITED, 0) if named else None) or first


def received(scene: Scene, cue: Cue) -> Stop | None:
    """甲迎来乙: those who come stand behind the cue."""
    before = scene.chain_within(scene.document.clause_start(cue.begin), cue.begin, VISITED)
    if before is None or cue.begin - before.end > 12:
        return None
    listed = _LISTED_AS.match(scene.text, before.units[-1].item.end) or _EACH_OF.search(
        scene.text, before.end, cue.begin
    )
    units = free_list(scene, before, scene.document.clause_start(cue.begin)) if listed else before.units[-1:]
    coming = _COMING.match(scene.text, cue.end)
    return Stop(cue, units, before.begin, "receives", coming.end() if coming else cue.end)


def came(scene: Scene, cue: Cue) -> Stop | None:
    """甲的职工心里热乎乎的。乙赶来慰问: the workplace of which the sentence before told."""
    came_there = _CAME.search(scene.text, max(0, cue.begin - 6), cue.begin)
    if came_there is None or not _ENDS.match(scene.text, cue.end):
        return None
    number = scene.document.sentence_at(cue.begin)
    floor = scene.document.sentences[max(0, number - 1)].begin
    if number and "\n" in scene.text[floor + 1 : cue.begin]:
        floor = scene.document.sentences[number].begin
    chain = _held_at(scene, cue) or scene.chain_within(floor, cue.begin, VISITED)
    if chain is not None and _HELD.match(scene.text, chain.end):
        return Stop(cue, chain.units, came_there.start(), "after")
    if chain is None or not _ITS_WORKERS.match(scene.text, chain.end):
        return None
    return Stop(cue, chain.units, came_there.start(), "after")


def _held_at(scene: Scene, cue: Cue) -> Chain | None:
    """甲在乙举办活动，丙前来慰问: where the clause before says that something is held."""
    start = scene.document.clause_start(cue.begin)
    if start < 2:
        return None
    before = scene.document.clause_start(start - 1)
    for unit in scene.units_within(before, start):
        at = unit.root in VISITED and scene.text.endswith("在", 0, unit.begin)
        if at and _HELD.match(scene.text, unit.end):
            return Chain((unit,))
    return None


def traced(scene: Scene, cue: Cue) -> Stop | None:
    """甲、乙都留下了丙的足迹; 丙的足迹遍及甲、乙."""
    after = scene.chain_from(cue.end, VISITED, 6)
    if after is not None and _SPREAD.fullmatch(scene.text, cue.end, after.begin):
        return Stop(cue, reached_units(scene, after), cue.begin, "after")
    sentence = _sentence(scene, cue)
    left = _LEFT_BEHIND.search(scene.text, max(sentence.begin, cue.begin - 24), cue.end)
    chain = scene.chain_within(sentence.begin, left.start(), VISITED) if left else None
    if left is None or left.end() > cue.begin or chain is None or left.start() - chain.end > 8:
        return None
    how = "list" if left.group().startswith("留下") else "among"
    return Stop(cue, free_list(scene, chain, sentence.begin), chain.begin, how, left.end())


def gone(scene: Scene, cue: Cue) -> Stop | None:
    """代表团赴甲、乙; 到甲开展送温暖活动: a word of one character, with those who travel before or such an event behind."""
    start = scene.document.clause_start(cue.begin)
    if cue.word in _MOTION and _HERE.match(scene.text, cue.end):
        return here(scene, cue)
    if cue.word == "在":
        led = under_way().search(scene.text, start, cue.begin)
        return (here(scene, cue) if led else None) or _met_there(scene, cue)
    if cue.word in _MOTION and _PART_OF_VERB.search(scene.text, max(0, cue.begin - 1), cue.begin):
        return None
    been = _went_there(scene, cue)
    if been is not None:
        return been
    gone_to = _GONE_TO.match(scene.text, cue.end)
    chain = scene.chain_from(gone_to.end(), VISITED, 1) if gone_to else None
    if gone_to is None or chain is None or chain.begin > gone_to.end():
        return None
    reached = reached_units(scene, chain)
    if not reached:
        return None
    ends = {chain.end, *(u.end for u in reached[-1:])}
    if cue.word in _MOTION and any(_PURPOSE.match(scene.text, end) for end in ends):
        return Stop(cue, reached, cue.begin, "after")
    opens = cue.word in _LOOKS or cue.begin - start < 3
    floor = max(_sentence(scene, cue).begin if opens else start, cue.begin - _NEAR)
    moved = cue.word in _MOTION and (
        (gone_to.group() and _ends_subject(scene, cue.begin))
        or _IN_TURN.search(scene.text, floor, cue.begin)
        or _visiting_event(scene, chain.end)
    )
    moved = moved or (
        cue.word == "看" and bool(_LOOKED_AT.search(scene.text, start, cue.begin)) and _ends(scene, reached)
    )
    if not moved and not under_way().search(scene.text, floor, cue.begin):
        return None
    return Stop(cue, reached_units(scene, chain), cue.begin, "after")


def _met_there(scene: Scene, cue: Cue) -> Stop | None:
    """甲在乙同职工交谈: who speaks with workers at their place has gone there."""
    chain = scene.chain_from(cue.end, VISITED, 0)
    if chain is None or not any(p.match(scene.text, chain.end) for p in (_THEN_AT, _does_there(), _meets())):
        return None
    start = scene.document.clause_start(cue.begin)
    people = scene.chain_within(start - _NEAR, cue.begin, ("Person",))
    led = people is not None and people.end > start
    return Stop(cue, reached_units(scene, chain), cue.begin, "after") if led else None


@lru_cache(maxsize=1)
def _does_there() -> re.Pattern[str]:
    """在甲车间里，握着工人的手…: what one does who has come to see a workplace."""
    return re.compile(
        rf"的?(?:{any_of('plain_site')}|展厅|生产线)[里内中上旁前]?，[^，。；！？\n]{{0,4}}"
        r"(?:握|问|询|看|听|蹲下|俯身|察|边走|驻足|细|拉着|端详|摸|向|同|与|和|给|为|把|将)"
    )


_THEN_AT = re.compile(r"，(?:[上下]午|中午|晚上|傍晚|随后|接着|次日|第二天|又)，?[在到去]")
"""上午在甲，下午在乙."""


@lru_cache(maxsize=1)
def _meets() -> re.Pattern[str]:
    return re.compile(
        rf"(?:的?(?:{any_of('plain_site')}))?[里内中]?，?[^，。；！？\n]{{0,4}}(?:同|与|和|跟|向|给|为)(?![^，。；\n]{{0,30}}(?:报告|授课|宣讲|颁|签|举行|召开|座谈会|培训|会见|揭牌))"
        r"[^，。；！？\n]{0,14}?(?:职工|工人|员工|师傅|建设者|劳动者|小哥|司机|工友|骑手)[^，。；！？\n]{0,12}?(?:面对面|交谈|攀谈|聊|拉起?家常|握手|谈心|嘘寒问暖|合影|送上|送去|递|问候|致以|拜年|交流|了解)"
    )


def _ends(scene: Scene, reached: tuple[Unit, ...]) -> bool:
    """Whether a clause ends with the places it reaches: 再看甲, and not 再看甲怎样做."""
    return bool(reached) and _COUNTED_END.match(scene.text, reached[-1].end) is not None


def _went_there(scene: Scene, cue: Cue) -> Stop | None:
    """甲是随后去的: the place in front, and when it was gone to."""
    was = (
        _WAS_NEXT.search(scene.text, max(0, cue.begin - 8), cue.begin) if scene.text.startswith("的", cue.end) else None
    )
    chain = scene.chain_ending(was.start(), VISITED) if was else None
    return Stop(cue, chain.units, chain.begin, "label") if chain else None


def _ends_subject(scene: Scene, position: int) -> bool:
    """Whether 去了 begins to act: after a name, a mark or a word of time, and is no part of 办到了."""
    return bool(_FREE_BEFORE.search(scene.text, max(0, position - 1), position)) or (
        scene.chain_ending(position, (*VISITED, "Person")) is not None
    )


def here(scene: Scene, cue: Cue) -> Stop | None:
    """一行先到这里: the place that was spoken of."""
    match = _HERE.match(scene.text, cue.end)
    chain = _spoken_of(scene, scene.document.clause_start(cue.begin)) if match else None
    return Stop(cue, chain.units, cue.begin, "after") if chain else None


def _sentence(scene: Scene, cue: Cue) -> Span:
    return scene.document.sentences[scene.document.sentence_at(cue.begin)]


def _visiting_event(scene: Scene, position: int) -> bool:
    """Whether the clause goes on with an event that is named by a word for visiting."""
    end = scene.document.clause_end(position)
    named = [w for w in scene.ontology.predicates["visited"].cues if len(w) > 1]
    return any(w in e.name for e in scene.events_within(position, end) for w in named)


def inside(scene: Scene, cue: Cue) -> Stop | None:
    """甲里，一行了解…: a place at the head of a clause, without a preposition."""
    chain = scene.chain_within(scene.document.clause_start(cue.begin), cue.begin, VISITED)
    if (
        chain is None
        or not _PART.fullmatch(scene.text, chain.end, cue.begin)
        or chain.begin - scene.document.clause_start(cue.begin) > 3
    ):
        return None
    sounds = _ALIVE.match(scene.text, cue.end)
    return Stop(cue, chain.units, chain.begin, "fronted", sounds.end()) if sounds else None


def brought(scene: Scene, cue: Cue) -> Stop | None:
    """把清凉送到甲、乙职工手中; 向甲、乙职工送去慰问品."""
    start = scene.document.clause_start(cue.begin)
    end = scene.document.clause_end(cue.end)
    floor = max(_sentence(scene, cue).begin, start - 2 * _NEAR)
    gift = _gift().search(scene.text, floor, min(end, cue.end + 2 * _NEAR))
    if gift is None or _GIVES_BACK.search(scene.text, start, end):
        return None
    after = scene.chain_from(cue.end, VISITED, 1)
    if after is not None and cue.word[-1] in "到至进往抵入去来":
        begin = _HANDED.search(scene.text, start, cue.begin)
        return Stop(cue, reached_units(scene, after), begin.start() if begin else cue.begin, "after")
    before = scene.chain_within(start, cue.begin, VISITED)
    to = _TO_THEM.search(scene.text, start, before.begin) if before else None
    if before is None or to is None or cue.begin - before.end > 2 * _NEAR:
        return None
    return Stop(cue, reached_units(scene, before), to.start(), "before")


@lru_cache(maxsize=1)
def _gift() -> re.Pattern[str]:
    return re.compile(any_of("visit_gift"))


_GIVES_BACK = re.compile(r"锦旗|感谢信|奖牌|荣誉|证书|喜报|奖金")
"""What is given to those who helped or won."""
_TO_THEM = re.compile(r"[向为给对](?:(?:在|坚守在?|奋战在|工作在|战斗在|来自)于?)?$")
_HANDED = re.compile(r"[把将]")


def fronted(scene: Scene, cue: Cue) -> Stop | None:
    """在甲，一行边看边问: a place at the head of a clause, then those who travel."""
    start = scene.document.clause_start(cue.begin)
    if cue.begin - start > 6:
        return None
    chain = scene.chain_from(cue.end, VISITED, 2)
    match = (_INSIDE.match(scene.text, chain.end) or _SAW.match(scene.text, chain.end)) if chain else None
    if chain is None or match is None:
        return None
    return Stop(cue, reached_units(scene, chain), cue.begin, "fronted", _behind_places(scene, match.end()))


def _behind_places(scene: Scene, position: int) -> int:
    """上午在甲，下午在乙，一行人…: where the last of such places ends."""
    while True:
        also = _ALSO_IN.match(scene.text, position)
        chain = scene.chain_from(also.end(), VISITED, 1) if also else None
        match = _INSIDE.match(scene.text, chain.end) if chain else None
        if match is None:
            return position
        position = match.end()
