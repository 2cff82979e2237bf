"""Hosts that no verb names: of the headline, of both sides by 两地工会, and of a launch and what it launches."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from unigraph.recognition.events import LocalEvent
from unigraph.recognition.found import Found
from unigraph.relation.parts import Cue, RawClaim, Unit
from unigraph.relation.scene import Scene

__all__ = ["plural_hosts", "read_implied_hosts"]

_BODIES = ("Union", "Company", "Organization")
_COUNT = {"两": 2, "二": 2, "双": 2, "三": 3, "四": 4}
_PLURAL = re.compile(
    r"(?P<number>[两二三四])(?:地|市|县|区|省|州|家|级)?(?P<unions>总?工会)|(?P<sides>[双三四])方|(?P<places>[两三四])地|由?(?P<houses>[两三四])(?:家|个)(?:单位|公司|企业|部门)?"
)
_SOME = re.compile(r"[几多各]家(?:单位)?|[几各多]方")
_IN_HOUSE = re.compile(r"[在到](?:这里|这儿|此地|此处|此(?=举|召|开|进))")
_BESIDE = re.compile(
    r"(?:双方|将|正式|再次|还|又|也|已|首次|共同|联合|携手|合作|联手|一起|一道|于?今年|当天|当日|在[^，。；]{2,20})*"
)
_ACTS = re.compile(
    r"(?:：|开展|举办|举行|组织|启动|召开|推出|把|将|用|为|以|在|让|多措并举|[“《]|搭|送|办|开|牵|携手|联合|积极|走进|深入)"
)

_TOGETHER_WITH = frozenset(["同", "与", "和", "暨", "及", "、"])
"""What joins two meetings that are held as one: 甲职代会同2025年工作会一道召开."""
_LEAD = re.compile(
    r"(?:本报讯|本网讯|讯)?(?:\s|（[^）]*）|(?:19|20)\d{2}年|\d{1,2}月\d{1,2}日(?:[至—-]\d{1,2}日)?|上午|下午|晚上?|近日|日前|连日来|近期|昨日|昨天|今天|今日|当天|当日|，|为[^，。；]{2,40}，)*"
)
_OTHERS = re.compile(
    r"参加|参与|出席|参赛|观摩|应邀|受邀|获|荣|夺|由|响应|按照|根据|学习|见证|助力|备战|赴|推荐|选派|[的]"
)
_NO_SUBJECT = re.compile(r"[的、和与里内]|(?:机关|干部|职工|女职工|主席|书记|领导|负责)|[^，。；]{0,6}(?:是|迎来)")


def plural_hosts(scene: Scene, cue: Cue) -> tuple[Found, ...]:
    """两地总工会联合举办, 双方共同主办: as many bodies as are counted, if no more were named before."""
    start = scene.document.clause_start(cue.begin)
    for match in _PLURAL.finditer(scene.text, start, cue.begin):
        if _BESIDE.fullmatch(scene.text, match.end(), cue.begin):
            number = _COUNT[match["number"] or match["sides"] or match["places"] or match["houses"]]
            unions = match["sides"] is None and match["houses"] is None
            known = _named_before(scene, match.start(), unions)
            if match["houses"]:
                known = _distinct(
                    scene, scene.document.sentences[scene.document.sentence_at(start)].begin, start, False
                )
            return known if len(known) == number else ()
    sentence = scene.document.sentences[scene.document.sentence_at(cue.begin)]
    for match in _SOME.finditer(scene.text, start, cue.begin):
        if _BESIDE.fullmatch(scene.text, match.end(), cue.begin):
            return _distinct(scene, sentence.begin, match.start(), False)
    return ()


def _named_before(scene: Scene, position: int, unions: bool) -> tuple[Found, ...]:
    """The bodies that a text named up to a position, each once; of unions those of divisions alone."""
    return _distinct(scene, 0, position, unions)


def _distinct(scene: Scene, begin: int, end: int, unions: bool) -> tuple[Found, ...]:
    found: dict[str, Found] = {}
    for body in scene.bodies.within(begin, end):
        root = scene.ontology.root(body.cls)
        if root in _BODIES and body.cls != "Media" and (not unions or body.name.endswith("总工会")):
            found.setdefault(body.name, body)
    return tuple(found.values())


def read_implied_hosts(scene: Scene, claims: Sequence[RawClaim]) -> Iterable[RawClaim]:
    """Claims of ``hosted`` that rest on others, or on the lack of them."""
    shared = list(_shared(scene, claims))
    yield from shared
    hosted = {id(c.object) for c in (*claims, *shared) if c.predicate == "hosted"}
    for claim in _headlined(scene, hosted):
        hosted.add(id(claim.object))
        yield claim
    for claim in _led(scene, hosted):
        hosted.add(id(claim.object))
        yield claim
    yield from _sessions(scene, hosted)


def _sessions(scene: Scene, hosted: set[int]) -> Iterable[RawClaim]:
    """第七次代表大会在某地召开: a congress or session that nobody is said to have called is of the article's own body."""
    for event in scene.events:
        kind = next((c for c in ("Plenum", "UnionCongress") if scene.ontology.is_a(event.cls, c)), "")
        if not kind or not event.name or id(event) in hosted or scene.ontology.is_a(event.cls, "Ceremony"):
            continue
        roots = ("Union",) if kind == "Plenum" else _BODIES
        first = min(m.begin for m in event.mentions)
        sentence = scene.document.sentences[scene.document.sentence_at(first)]
        units = [u for u in scene.units_within(0, sentence.end) if u.root in roots and u.item.cls != "Media"]
        if units and scene.document.sentence_at(first) <= 2 and not scene.silent(first):
            host = units[0]
            yield RawClaim(host.item, "hosted", event, "", "hosted-session", first, first + 1)


def _shared(scene: Scene, claims: Sequence[RawClaim]) -> Iterable[RawClaim]:
    """Who hosts an activity hosts its launch, and the other way round, where only one of the two has hosts."""
    by_event: dict[int, list[RawClaim]] = {}
    for claim in claims:
        by_event.setdefault(id(claim.object), []).append(claim)
    for event in scene.events:
        if event.parent is not None and event.apart and not event.afterwards:
            for source, target in ((event, event.parent), (event.parent, event)):
                if id(target) not in by_event:
                    for claim in by_event.get(id(source), ()):
                        rule = f"{claim.predicate}-of-whole"
                        yield RawClaim(claim.subject, claim.predicate, target, "", rule, claim.begin, claim.end)
    for (one, event), (other, beside) in pairwise(scene.outer_mentions):
        gap = scene.text[one.end : other.begin]
        if gap in _TOGETHER_WITH and not (one.bare or other.bare) and id(beside) not in by_event:
            for claim in by_event.get(id(event), ()):
                yield RawClaim(
                    claim.subject, claim.predicate, beside, "", f"{claim.predicate}-of-whole", claim.begin, claim.end
                )


def _headlined(scene: Scene, hosted: set[int]) -> Iterable[RawClaim]:
    """市总工会：某活动启动: a body that acts in the headline hosts the event of headline and lead, if nobody else does."""
    unit = _first_unit(scene)
    event = _main_event(scene)
    if unit is None or event is None or any(id(e) in hosted for e in (event, event.parent)):
        return
    yield RawClaim(unit.item, "hosted", event, "", "hosted-headline", unit.begin, unit.end)


def _led(scene: Scene, hosted: set[int]) -> Iterable[RawClaim]:
    """近日，市总工会走进某社区，为居民送上一场“甲”活动: the body that a sentence begins with, and the event it names."""
    for sentence in scene.document.sentences:
        unit = next(iter(scene.units_within(sentence.begin, sentence.end)), None)
        if unit is None or unit.begin < scene.document.title_end or unit.root not in _BODIES:
            continue
        named = [(m, e) for m, e in scene.mentions_within(unit.end, sentence.end) if not m.bare]
        if unit.item.cls == "Media" or not named or scene.silent(unit.begin) or scene.silent(named[0][0].begin):
            continue
        mention, event = named[0]
        chain = scene.chain_from(unit.begin, _BODIES, 0)
        acts = chain.end if chain and chain.end <= mention.begin else unit.end
        lead, between = scene.text[sentence.begin : unit.begin], scene.text[acts : mention.begin]
        if _IN_HOUSE.search(scene.text, mention.end, sentence.end):
            continue  # 甲公司格外热闹，大赛把赛场设在这里
        if id(event) in hosted or not _LEAD.fullmatch(lead) or _OTHERS.search(between) or _NO_SUBJECT.match(between):
            continue
        for host in chain.units if chain else (unit,):
            unveiled = event.name.startswith(host.item.name) and not mention.name.startswith(scene.text[mention.begin])
            if host.root in _BODIES and host.end <= mention.begin and not unveiled:
                yield RawClaim(host.item, "hosted", event, "", "hosted-led", host.begin, host.end)


def _first_unit(scene: Scene) -> Unit | None:
    """The body that begins the headline and acts there."""
    unit = next(iter(scene.units_within(0, scene.document.title_end)), None)
    if unit is None or unit.begin > 1 or unit.root not in _BODIES or unit.item.cls == "Media":
        return None
    return unit if _ACTS.match(scene.text, unit.end) else None


def _main_event(scene: Scene) -> LocalEvent | None:
    """The event that the headline names, else the first sentence of the text."""
    document = scene.document
    lead = next((s.end for s in document.sentences if s.begin >= document.title_end), 0)
    named = [e for m, e in scene.outer_mentions if m.begin < lead and not m.bare and not scene.silent(m.begin)]
    return named[0] if named else None
