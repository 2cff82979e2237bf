"""Places where a party is, once the text tells of its journey: 在甲，困难职工等着他们; 先到甲，再到乙; 甲的工地上，工人正忙。何静赶到.

No verb of visiting stands there: that somebody is on the way was said before. So a place counts by where it stands, at
the head of a sentence or behind 在, 到 or 去 with nothing but its parts behind it, and by who is told of around it: one
of the party, or 慰问组, in the sentence or in the next one. Where a meeting is held or something is signed, nobody is said
to go anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from unigraph.lexicons.words import any_of
from unigraph.relation.parts import Chain, Cue, Unit
from unigraph.relation.scene import Scene
from unigraph.relation.visit_words import VISITED, Stop, reached_units, team_word

__all__ = ["places_on_the_way"]

_TOWARDS = re.compile(
    r"(?:^|(?<=[，。；：！？、\n先再又还也就都后便则天午晨晚上夜日才正刚直]))"
    r"(?:在|到|去|赴|往|进|来到|去到|赶到|转到|走到|回到|停在|直奔|奔向|赶往|转往|转向|拐进|走向|走入)了?\Z"
    r"|(?:目的地|终点|落脚点|点位)[^，。；：\n]{0,6}(?:是|为|选在|定在)\Z|(?:选择|选定|锁定|挑选)了\Z|见面的地[方点]，?(?:是|在)(?:[^，。；、\n]{0,6}所在的)?\Z"
)
_ACTOR = re.compile(r"(?:在|到|去|赴|往|来到|赶到|转到|走到)了?\Z")
"""Behind somebody of the party it may stand as it is: 慰问组到甲."""
_MEETING = re.compile(
    r"举行|召开|座谈会|会议|签约|签署|签订|揭牌|启动|开幕|开班|培训|论坛|主持|致辞|授课|宣讲|比赛|大赛|颁奖|报告会|出席|参加|任职|工作过|退休|毕业|当选|出生"
)
_UNDER = re.compile(r"[^，。；\n]{0,12}?(?:领导|支持|指导|关怀|帮助|配合|陪同|带领|组织|引导|安排|努力|介绍)下?")
_PRONOUN = re.compile(r"[他她](?:们|又|还|也|同|和|与|向|把|问|看|对|仔|详|一|走|来|到|握|叮|在|边|先)|大家")
_SITE = re.compile(r"等?的?[^，。；：！？、\n]{0,10}[里内上中前旁]，")
_AHEAD = 4  # sentences from that of a place on in which the party may be told of


@lru_cache(maxsize=1)
def _ends() -> re.Pattern[str]:
    """What may stand behind a place before its clause ends: its own parts, or how many more there are."""
    return re.compile(
        rf"等?(?:[两二三四五六七八九十几多\d]+[家个处站地](?:[^，。；：！？、\n的]{{0,6}})?|地|处|单位|企业)?"
        rf"(?:的?(?:[^，。；：！？、\n的]{{0,6}}?(?:{any_of('plain_site')}|工地|现场|门前|门口|项目部)))?[里内上中前旁]?(?=[，。；！？\n])"
    )


def places_on_the_way(
    scene: Scene, begin: int, end: int, party: Collection[str], reached: Collection[tuple[int, int]]
) -> Iterable[Stop]:
    """The stops that a stretch tells of by place alone, for a party whose members are known by name."""
    for unit in scene.units_within(begin, end):
        if unit.root not in VISITED or (unit.begin, unit.end) in reached or scene.silent(unit.begin):
            continue
        if unit.item.name in party or not _is_place_to_be(scene, unit):
            continue
        pivot = _framed(scene, unit, party)
        if pivot >= 0 and _told_of(scene, unit, party):
            chain = scene.chain_of(unit) or Chain((unit,))
            row = reached_units(scene, Chain((unit, *_behind(chain, unit))))
            units = tuple(u for u in row if u.item.name not in party)
            if units and _ends().match(scene.text, units[-1].item.end):
                yield Stop(Cue(pivot, unit.begin, "在", "visited", False), units, pivot, "among")


def _behind(chain: Chain, unit: Unit) -> tuple[Unit, ...]:
    return tuple(u for u in chain.units if u.begin > unit.begin)


def _is_place_to_be(scene: Scene, unit: Unit) -> bool:
    """Whether one can stand in it: no division as such, no officer's body, nothing with 负责人 behind it."""
    plain = scene.text[unit.item.end : unit.end] in ("", "等")
    return plain and not unit.item.key.startswith("pl-") and unit.item.cls not in ("Division", "Media")


def _framed(scene: Scene, unit: Unit, party: Collection[str]) -> int:
    """Where the frame of a place begins, behind 在 or 到, or at the head of its sentence; -1 where there is none."""
    text, start = scene.text, scene.document.clause_start(unit.begin)
    if _UNDER.match(text, unit.end):
        return -1
    towards = _TOWARDS.search(text, max(start, unit.begin - 6), unit.begin)
    if towards:
        return towards.start()
    goes = _ACTOR.search(text, max(start, unit.begin - 4), unit.begin)
    if goes and any(u.item.name in party for u in scene.units_within(start, goes.start())[-1:]):
        return goes.start()
    sentence = scene.document.sentences[scene.document.sentence_at(unit.begin)]
    row = reached_units(scene, scene.chain_of(unit) or Chain((unit,)))
    opens = bool(row) and row[0] is unit and unit.begin - sentence.begin <= 1
    return unit.begin if opens and _SITE.match(text, row[-1].item.end) else -1


def _told_of(scene: Scene, unit: Unit, party: Collection[str]) -> bool:
    """Whether the sentence, or one of the next ones of its paragraph, tells of the party, and of no meeting."""
    at = scene.document.sentence_at(unit.begin)
    first = scene.document.sentences[at]
    if _MEETING.search(scene.text, first.begin, first.end):
        return False
    for sentence in scene.document.sentences[at : at + _AHEAD]:
        if "\n" in scene.text[unit.end : sentence.begin]:
            return False
        begin = max(sentence.begin, unit.end) if sentence is not first else sentence.begin
        people = [u for u in scene.units_within(begin, sentence.end) if u.root == "Person"]
        if any(u.item.name in party for u in people):
            return True
        if team_word().search(scene.text, begin, sentence.end) or _PRONOUN.search(scene.text, begin, sentence.end):
            return not people or sentence is not first
        if people:
            return False
    return False
