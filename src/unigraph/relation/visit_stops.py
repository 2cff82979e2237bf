"""The stops of visits: which cue of the text reaches which places and bodies, and where its subject would stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from unigraph.lexicons.words import any_of, words
from unigraph.relation.parts import Chain, Cue
from unigraph.relation.scene import Scene
from unigraph.relation.visit_named import find_named
from unigraph.relation.visit_stops_fronted import find_fronted
from unigraph.relation.visit_stops_told import brought, came, fronted, gone, here, inside, labelled, received, traced
from unigraph.relation.visit_welcomes import find_hosts, find_welcomes
from unigraph.relation.visit_words import PREPOSITION, VISITED, Stop, free_list, reached_units, under_way

__all__ = ["find_stops"]

_PEOPLE = ("Person",)
_BODIES = ("Union", "Company", "Organization")
_GOING = re.compile(r"(?:到|赴|来|前往|深入|来到|走进|抵达|莅临|奔赴)了?$")
_BETWEEN = re.compile(r"(?!的.?\Z)[了过的]?[^，。；：！？、\n ]{0,9}")
_UNRECOGNISED = re.compile(
    r"(?!了解|学习|推进|开展|感受|体验|贯彻|实施)了?(?:[^，。；：！？、和及与\n的]{2,14}[、和及与])+(?:以及)?"
)
_OWNER = re.compile(
    r"(?:他们?|她们?|其|(?<=[到赴在来进至])了?[^，。；：]{0,10}?)?(?:所在|所属|工作|任职|就职|供职|承建|挂点|联系|挂点联系|位于[^，。；]{1,8}|坐落在[^，。；]{1,8})的?$"
)
_OTHER_PURPOSE = re.compile(
    r"[^，。；！？\n]{0,6}，?(?:参加|出席|领奖|就医|务工|打工|任职|工作的|报到|求学|举行的?|召开的?)"
)
_COUNTED = re.compile(
    r"[了的]?(?:以下|下列|这|共)?(?:\d+|[两二三四五六七八九十几多数]+)?余?(?:[家个处]|些)?[^，。；：！？、\n]{0,10}(?:：|——|，(?:分别|它们)?(?:是|为|包括|有)|，一[家处个座站](?:是|为|叫)|(?:分别|依次)?(?:是|为|包括|有)(?!关))"
)
_WHERE_OTHERS_WORK = re.compile(
    r"[^，。；：！？\n]{2,24}(?:所在|工作|任职|就职|供职|创办|就业|担任[^，。；]{2,6})的(?:单位|企业|公司)?"
)
_DISTRIBUTED = re.compile(
    r"^等?[^，。；：！？、\n]{0,8}?，?(?:[^，。；：！？、\n]{2,10}，)?[^，。；：！？、\n]{0,10}?(?:[也都还]|一一|逐一|逐家|逐个|挨家|挨个|依次|一[家处站个]接?一?[家处站个]地?|实地|现场)+"
    r"(?:留下了?|有了?|[走看访进]|一路[走看]|参[访观]|慰问|到访|走访)"
    r"|^等?[^，。；：！？、\n]{0,6}，[两三四五六七八九十\d]+[个家处][^，。；\n]{0,4}?(?:一路|依次|逐一|挨个|都)?[看走跑访]"
    r"|^(?:……|…|，)[^。；\n]{2,40}(?:走|跑|看|访|去)(?:了|过)?[两三四五六七八九十\d]+[家个处]"
)
_AT_THE_TIME = frozenset(("活动", "行动", "工作", "时", "期间", "中", "后", "之后", "间隙", "结束"))
"""在甲调研时 has been there as 到甲调研 has; 在甲召开调研座谈会 need not."""
_NAME_GOES_ON = re.compile(r"[^，。；：！？、\n的]{2,16}[、和及与]")
_LIST_REACH = 40
_WITH_THEM = re.compile(r"[^，。；\n]{0,14}?(?:陪同|[支指协带组配见][持导助领织合证]下)")
_REGARDS = re.compile(r"的?(?:这次|此次|本次|这趟)|[^，。；\n]{0,8}(?:看作|当作|视为|看成|表示|感到)")
"""把甲这次来访看作…: it is 甲 that came."""
_LAST = re.compile(r"[了过去]*(?:下来|过来|一遍|个遍|一圈)?(?=[，。；]|$)")


@lru_cache(maxsize=1)
def _noun_after() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of('visit_noun')})")


def find_stops(scene: Scene) -> Iterable[Stop]:
    """The stops in the order of their cues; what somebody pointed out or plans is none."""
    stops = [*_by_cue(scene), *find_fronted(scene), *find_welcomes(scene)]
    return sorted((*stops, *find_hosts(scene, stops), *find_named(scene, stops)), key=lambda s: s.cue.begin)


def _by_cue(scene: Scene) -> Iterable[Stop]:
    for cue in scene.cues.get("visited", ()):
        if not scene.silent(cue.begin):
            stop = _stop(scene, cue)
            if stop is not None and stop.targets:
                yield from _where(scene, cue, stop)
                yield stop


def _where(scene: Scene, cue: Cue, stop: Stop) -> Iterable[Stop]:
    """在甲察看了乙: the body at which it was seen, before what was seen there."""
    chain = scene.chain_ending(cue.begin, _BODIES) if stop.how == "after" and len(cue.word) > 1 else None
    if chain is None:
        return
    before = scene.text[max(0, chain.begin - 3) : chain.begin]
    if PREPOSITION.search(before):
        yield Stop(cue, chain.units, _before_preposition(chain.begin, before), "before")


def _stop(scene: Scene, cue: Cue) -> Stop | None:
    if cue.label:
        return labelled(scene, cue)
    if cue.word in words("visit_receives"):
        return received(scene, cue)
    if cue.word in words("visit_traces"):
        return traced(scene, cue)
    if cue.word in words("visit_brings"):
        return brought(scene, cue)
    if cue.word in words("visit_inside"):
        return inside(scene, cue)
    if len(cue.word) == 1:
        return gone(scene, cue) or fronted(scene, cue) or (_looked(scene, cue) if cue.word in "看访" else None)
    ways = (here, _reached, _reached_before, _listed_before, came)
    return next((stop for way in ways if (stop := way(scene, cue)) is not None), None)


def _looked(scene: Scene, cue: Cue) -> Stop | None:
    """调研组看了三家企业，分别是甲、乙; 甲、乙，一行人挨个看."""
    start = scene.document.clause_start(cue.begin)
    told = _told_behind(scene, cue) or _listed_behind(scene, cue)
    if told is not None and (
        under_way().search(scene.text, start, cue.begin) or scene.chain_ending(cue.begin, _PEOPLE)
    ):
        return Stop(cue, reached_units(scene, told), cue.begin, "after")
    return _listed_before(scene, cue)


def _reached(scene: Scene, cue: Cue) -> Stop | None:
    """走进甲、乙: the chain after the cue."""
    chain = scene.chain_from(cue.end, VISITED, 10)
    if _noun_after().match(scene.text, cue.end) and (chain is None or chain.begin > cue.end):
        return None  # 走访中 is no visit, 走访中车集团 is
    if chain is None or not _BETWEEN.fullmatch(scene.text, cue.end, chain.begin):
        chain = _told_behind(scene, cue) or _listed_behind(scene, cue)
    if chain is None:
        return None
    purpose = _OTHER_PURPOSE.match(scene.text, chain.end)
    if purpose and ("，" not in purpose.group() or cue.word in words("visit_motion")):
        return None
    return Stop(cue, reached_units(scene, chain), cue.begin, "after")


def _told_behind(scene: Scene, cue: Cue) -> Chain | None:
    """走访了三家企业：甲、乙; 来到劳模丙所在的甲: the chain after what tells how many, or whose it is."""
    told = _COUNTED.match(scene.text, cue.end) or _WHERE_OTHERS_WORK.match(scene.text, cue.end)
    return scene.chain_from(told.end(), VISITED, 2) if told else None


def _listed_behind(scene: Scene, cue: Cue) -> Chain | None:
    """前往交警大队、环卫所和甲: the first that was recognised of a list, behind others that were not."""
    end = min(scene.document.clause_end(cue.end), cue.end + 40)
    for unit in scene.units_within(cue.end, end):
        if unit.root in VISITED:
            listed = _UNRECOGNISED.fullmatch(scene.text, cue.end, unit.begin)
            if listed is None and _NAME_GOES_ON.match(scene.text, unit.end):
                continue  # the place that the name of a stop begins with
            return scene.chain_from(unit.begin, VISITED, 0) if listed else None
    return None


def _reached_before(scene: Scene, cue: Cue) -> Stop | None:
    """到甲调研, 在甲走访, 把甲、乙走访了一遍: the chain between a preposition and the cue, in one clause."""
    if cue.word in words("visit_arrives"):
        return None  # 对甲来访表示欢迎
    start = scene.document.clause_start(cue.begin)
    chain = scene.chain_within(start, cue.begin, VISITED)
    while chain is not None:
        before, begin = _without_owner(scene.text, max(start, chain.begin - 16), chain.begin)
        near = cue.begin - chain.end <= 30 and scene.text[cue.begin - 1] != "的"
        if near and _preposition(scene, cue).search(before) and not _WITH_THEM.match(scene.text, chain.end):
            if _OTHER_PURPOSE.match(scene.text, chain.end):
                return None
            return Stop(cue, reached_units(scene, chain), _before_preposition(begin, before), "before")
        apart = _REGARDS.match(scene.text, chain.end) or _REGARDS.match(scene.text, cue.end)
        if before.endswith(("把", "将", "对")) and cue.begin - chain.end <= 16 and not apart:
            return Stop(cue, reached_units(scene, chain), chain.begin - 1, "before")
        chain = scene.chain_within(start, chain.begin, VISITED)
    return _reached_in_clause_before(scene, cue, start)


def _without_owner(text: str, floor: int, begin: int) -> tuple[str, int]:
    """What stands before a name and 他所在的, and where that ends: the preposition of 到他所在的甲调研."""
    owner = _OWNER.search(text, floor, begin)
    begin = owner.start() if owner else begin
    return text[max(floor, begin - 3) : begin], begin


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
    return Stop(cue, reached_units(scene, chain), _before_preposition(chain.begin, before), "before")


def _preposition(scene: Scene, cue: Cue) -> re.Pattern[str]:
    """What must stand before the place: 到甲开展慰问活动 has been there, 在甲召开调研座谈会 need not."""
    noun = _noun_after().match(scene.text, cue.end)
    return _GOING if noun and noun.group() not in _AT_THE_TIME else PREPOSITION


def _before_preposition(begin: int, before: str) -> int:
    match = PREPOSITION.search(before)
    return begin - (len(before) - match.start() if match else 0)


def _listed_before(scene: Scene, cue: Cue) -> Stop | None:
    """甲、乙，慰问组一家一家地走访: a list that stands free at the head of the sentence, then each of it."""
    sentence = scene.document.sentences[scene.document.sentence_at(cue.begin)]
    chain = scene.chain_within(sentence.begin, cue.begin, VISITED)
    if (
        chain is None
        or cue.begin - chain.end > _LIST_REACH
        or PREPOSITION.search(scene.text[max(0, chain.begin - 3) : chain.begin])
    ):
        return None
    if not _DISTRIBUTED.match(scene.text[chain.end : cue.end]) or not _LAST.match(scene.text, cue.end):
        return None
    head = scene.document.clause_start(chain.begin)
    return Stop(cue, free_list(scene, chain, sentence.begin), head, "list", chain.end)
