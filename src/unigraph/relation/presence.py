"""Who was there by all that the text says: officials whom the news of an event names, and of whom no rule says more.

News of a meeting or activity names officials because they took part. Whoever is named with a post in its narrative,
and neither wrote it nor is told of elsewhere in it, attended the event that the text speaks of there; and spoke, where
a verb of speech follows the name that would say little by itself (勉励, 讲起).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from unigraph.recognition.events import LocalEvent
from unigraph.recognition.found import Found
from unigraph.relation.denied import absent, interviewed, long_ago, quoted_aside, reacts
from unigraph.relation.parts import RawClaim, Unit
from unigraph.relation.scene import Scene
from unigraph.relation.stage import Stage, speech

__all__ = ["read_presence"]

_PRESENT = frozenset(["chaired", "spokeAt", "attended"])
_REACH = 24  # characters between a name and what its bearer says
_BARRED = re.compile(
    r"[。；：！？“《]|听取?|接受|受到|得到|[给予]以|出席|到[会场]|莅临|参加|，(?![并还又也再对向就从])|的\Z"
)
_ROSTER = re.compile(
    r"(?:最美[\u4e00-\u9fff]{2,4}”?|工匠”?|劳模|获奖者|获得者|入选者|当选者|模范|标兵|能手|状元|(?:人|名|位)?(?:入选|上榜|当选|获奖))"
    r"(?:，?他们|，?名单|，?分别|，?依次)*(?:是|为|有|如下)?："
    r"|(?:荣获|获得|获评|获授|被授予|被评为|当选|入选|入围|上榜|受表彰|受到表彰)[^，。；：\n]{0,36}(?:人|名|位|集体|单位|个人|职工)[当之]?中，?(?:有|包括|既有|分别)"
    r"|(?:当选|入选|上榜|获奖|获评|受表彰)的(?:还|也|分别)?(?:有|是|为)"
    r"|(?:\d+|[两三四五六七八九十]+)[名位个](?:[\u4e00-\u9fff]{0,4}“[^”\n]{2,12}”|[^，。；：、\n]{0,8}(?:最美|工匠|劳模|标兵|模范|先进|获奖|能手)[^，。；：、\n]{0,6}?)[里中当之]+，?(?:有|包括|既有)"
)
"""What announces those who were chosen or honoured."""
_CHOSEN_AFTER = re.compile(
    r"当选|出任|担任(?!主持|评委|裁判|主讲)|选为|推选|接任|连任|续任|(?<![主责信])任(?:新一届)?[^，。；]{0,16}(?:主席|主任|委员|会长|组长)|获得|获评|荣获|被评为|被授予|榜上有名|捧回|摘得|委托|受到?表彰|获表彰"
)
_CHOSEN_BEFORE = re.compile(
    r"选举(?!大会|会议|现场|结果)|选的是|选出|推选|推举|增补|补选|当选|进入[^，。；]{0,12}委员|授予|获得者是|得主是|委托"
)
"""What is told of those whom a meeting elected or honoured."""
_MATTER = re.compile(
    r"(?:同志|等人|等)?的?(?:先进|感人|模范|光荣|典型)*(?:事迹|故事|工作法|先进经验|讲话精神|重要讲话|批示)"
)
"""通报了甲的先进事迹: of whom one speaks, who need not be there."""
_PLACED = re.compile(r"冠军|亚军|季军|第[一二三四五六七八九十\d]+|前[三六八]|[并排]列")
"""Places at a contest, which teams take by playing; a prize may be sent to a body."""
_RECEIVES = re.compile(
    r"[^，。；\n]{0,6}?(?:会见|接见|会晤|宴请)了?(?:他们|她们|客人|来宾|[^，。；\n]{0,16}?(?:[团组]|一行))"
)
"""甲会见了他们: a meeting of its own, and none of the talks that others held."""
_NOUN_AFTER = re.compile(r"[会稿人者员信书栏台函册区词辞室师]|工程师|大会|工作|材料|环节|提纲")


_ACCOMPANIES = re.compile(r"[^，。；：\n]{0,40}?(?:全程|一路|一同|沿途)*(?:陪同|随行)(?=[。；，\n])")
"""与会人员参观某地，甲陪同: along on a walk, whether or not at the meeting."""
_MET_AT = re.compile("会见|会晤|会谈|接见|晚宴|宴请")


def read_presence(scene: Scene, stage: Stage, claims: Iterable[RawClaim]) -> Iterable[RawClaim]:
    """Claims of ``attended`` and ``spokeAt`` for persons with a post of whom ``claims`` do not say so."""
    claims = tuple(claims)
    happened = {id(end) for c in claims for end in (c.subject, c.object) if isinstance(end, LocalEvent)}
    present, active = _named(claims, _PRESENT), _named(claims, _PRESENT - {"attended"})
    reporters = {r.name for r in scene.reporters}
    for claim in _winners(scene, claims):
        event = stage.at(claim.begin)
        if event is not None and scene.ontology.is_a(event.cls, "Competition"):
            yield RawClaim(claim.subject, "attended", event, "", "attended-winner", claim.begin, claim.end)
    for unit in _officials(scene):
        name = unit.item.name
        verb = None if name in active else _says(scene, unit)
        if name in reporters or (name in present and verb is None):
            continue
        event = _event(scene, stage, unit, happened)
        row = _row_end(scene, unit)
        met = _RECEIVES.match(scene.text, next((u.end for u in scene.units_within(row, row + 60)), unit.end))
        if met and event is not None and not _MET_AT.search(event.name):
            continue
        if event is not None and _ACCOMPANIES.match(scene.text, row) and scene.ontology.is_a(event.cls, "Meeting"):
            continue
        if event is None or (
            quoted_aside(scene, unit.begin, unit.end) and not scene.ontology.is_a(event.cls, "Meeting")
        ):
            continue
        present.add(name)
        if verb is None:
            yield RawClaim(unit.item, "attended", event, "", "attended-named", unit.begin, unit.item.end)
        else:
            active.add(name)
            if scene.ontology.is_a(event.cls, "Competition"):
                event = scene.opening_of(event, verb.start())
            yield RawClaim(unit.item, "spokeAt", event, "", "spokeAt-named", verb.start(), verb.end())


def _named(claims: Iterable[RawClaim], predicates: frozenset[str]) -> set[str]:
    return {
        c.subject.name for c in claims if c.predicate in predicates and not isinstance(c.subject, LocalEvent | None)
    }


def _officials(scene: Scene) -> Iterable[Unit]:
    """Persons at their places in the narrative, of those who hold a post somewhere in the article."""
    for unit in scene.units:
        narrated = unit.begin >= scene.document.title_end and not scene.silent(unit.begin)
        known = unit.root == "Person" and unit.item.name in scene.holders
        if (
            known
            and narrated
            and not (_on_roster(scene, unit) or _chosen(scene, unit) or _MATTER.match(scene.text, unit.item.end))
            and not absent(scene, unit.begin, unit.end)
            and not _row_absent(scene, unit)
            and not interviewed(scene, unit.end)
            and not long_ago(scene, unit.begin)
        ):
            yield unit


def _on_roster(scene: Scene, unit: Unit) -> bool:
    """这8位工匠是：甲、乙、丙: who was chosen, which says of nobody that they were there."""
    sentence = scene.document.sentences[scene.document.sentence_at(unit.begin)]
    return bool(_ROSTER.search(scene.text, sentence.begin, unit.begin))


def _chosen(scene: Scene, unit: Unit) -> bool:
    """甲当选主席, 选举乙为副主席: whom a meeting elected, or who was honoured there, which says of nobody that they came."""
    begin, end = scene.document.clause_start(unit.begin), scene.document.clause_end(unit.item.end)
    return bool(
        _CHOSEN_AFTER.search(scene.text, unit.item.end, end)
        or _CHOSEN_BEFORE.search(scene.text, begin, unit.item.begin)
    )


def _winners(scene: Scene, claims: Iterable[RawClaim]) -> Iterable[RawClaim]:
    """What says that a person won something, or a team a place, in the narrative."""
    for claim in claims:
        root = scene.ontology.root(claim.subject.cls) if isinstance(claim.subject, Found) else "Place"
        told = claim.predicate == "received" and claim.rule != "received-title"
        played = root == "Person" or (root != "Place" and bool(_PLACED.search(claim.value)))
        if told and played and claim.begin >= scene.document.title_end:
            yield claim


def _says(scene: Scene, unit: Unit) -> re.Match[str] | None:
    """The verb of speech that follows a name, with nobody else between."""
    sentence = scene.document.sentences[scene.document.sentence_at(unit.begin)]
    verb = speech().search(scene.text, unit.end, min(sentence.end, unit.end + _REACH))
    if (
        verb is None
        or _NOUN_AFTER.match(scene.text, verb.end())
        or scene.silent(verb.start())
        or interviewed(scene, verb.start())
        or reacts(scene, unit.end)
    ):
        return None
    between = scene.units_within(unit.end, verb.start())
    if any(u.root == "Person" for u in between) or _BARRED.search(scene.text, unit.end, verb.start()):
        return None
    return verb


def _row_end(scene: Scene, unit: Unit) -> int:
    """Where the last of a row of persons stands, whose clause tells of all: 甲，乙来到开幕式现场."""
    chain = scene.chain_of(unit)
    sentence = scene.document.sentences[scene.document.sentence_at(unit.begin)]
    return chain.units[-1].begin if chain and chain.end <= sentence.end else unit.begin


def _row_absent(scene: Scene, unit: Unit) -> bool:
    """甲、乙没能参加: what is said behind the last of a row holds of all."""
    chain = scene.chain_of(unit)
    return chain is not None and absent(scene, chain.units[-1].begin, chain.units[-1].end)


def _event(scene: Scene, stage: Stage, unit: Unit, happened: set[int]) -> LocalEvent | None:
    """The event told of at a place; one of which the text says more than its name goes before."""
    event = stage.at(_row_end(scene, unit))
    if event is None or id(event) in happened:
        return event
    before = [e for m, e in scene.outer_mentions if id(e) in happened and m.begin < unit.begin]
    return before[-1] if before else event
