"""Who hosted and helped to organise an event, where it was held, and when."""

from __future__ import annotations

import re
from collections.abc import Iterable

from unigraph.recognition.dates import DateHit
from unigraph.recognition.event_names import EventMention
from unigraph.recognition.events import LocalEvent
from unigraph.recognition.found import Found
from unigraph.relation.scene import Chain, Cue, RawClaim, Scene

__all__ = ["read_dates", "read_hosts", "read_places"]

_BODIES = ("Union", "Company", "Organization")
_WHERE = ("Place", "Organization", "Company", "Union")
_HELD = r"(?:召开|举行|举办|开幕|启动|开班|开赛|开锣|落幕|闭幕|收官|开讲|开营|进行|上演|举起|拉开|开始|开展|揭牌|圆满|正式|隆重|成功|顺利|开|办)"
_HELD_AFTER = re.compile(rf"(?:[^，。；：、]{{0,14}}?){_HELD}")
_NO_HOST = re.compile(r"第.{1,4}[届次]|^中国工会$")
_IN = re.compile(r"[在于]")


def read_hosts(scene: Scene) -> Iterable[RawClaim]:
    """Claims of ``hosted`` and ``coOrganized``: by cue, by label, and by whose own meeting it is."""
    for predicate in ("hosted", "coOrganized"):
        for cue in scene.cues.get(predicate, ()):
            yield from _by_cue(scene, cue)
    yield from _own_meetings(scene)


def _by_cue(scene: Scene, cue: Cue) -> Iterable[RawClaim]:
    event = _hosted_event(scene, cue)
    if event is None or (scene.silent(cue.begin) and not _named(event)):
        return
    chain, how = scene.subjects(cue, _BODIES)
    if chain is None or (how == "sentence" and not _topic(scene, cue, chain)):
        return
    if cue.word in ("支持",) and how != "agent" and chain.end != cue.begin:
        return
    for unit in chain.units:
        if unit.item.cls != "Media" or cue.label:
            yield RawClaim(unit.item, cue.predicate, event, "", f"{cue.predicate}-{how}", cue.begin, cue.end)


def _hosted_event(scene: Scene, cue: Cue) -> LocalEvent | None:
    """The event that a cue of hosting speaks of: after it in its clause, else before it there, else the last one."""
    end = scene.document.clause_end(cue.end)
    after = scene.events_within(cue.end, end)
    if after:
        return after[0]
    begin = scene.document.clause_start(cue.begin)
    before = scene.events_within(begin, cue.begin)
    if before:
        return before[-1]
    if cue.label or cue.word in ("主办", "承办", "协办", "联合主办", "共同主办", "联合协办", "联合承办", "支持", "指导下", "共同承办", "联合举办", "共同举办", "具体承办"):
        sentence = scene.document.sentences[scene.document.sentence_at(cue.begin)]
        ahead = scene.events_within(cue.end, sentence.end)
        return ahead[0] if ahead and cue.word == "指导下" else scene.event_at(cue.begin)
    return None


def _named(event: LocalEvent) -> bool:
    return bool(re.search(r"[“《]|第.{1,4}[届次]|(?:19|20)\d{2}", event.name))


def _topic(scene: Scene, cue: Cue, chain: Chain) -> bool:
    """Whether a chain of an earlier clause is still the subject: it stands at the sentence's head."""
    sentence = scene.document.sentences[scene.document.sentence_at(cue.begin)]
    lead = scene.text[sentence.begin : chain.begin]
    return len(re.sub(r"本报讯|（[^）]*）|\d{1,2}月\d{1,2}日(?:上午|下午)?|近日|日前|[，。]", "", lead)) <= 6


def _own_meetings(scene: Scene) -> Iterable[RawClaim]:
    """清远市总工会第八届委员会第二次全体会议: the bodies that begin an event's name host it."""
    for event in scene.events:
        for mention in event.mentions:
            bodies = [] if mention.bare else _beginning(scene, mention)
            for body in bodies:
                yield RawClaim(body, "hosted", event, "", "hosted-own-event", mention.begin, mention.end)
            if bodies:
                break


def _beginning(scene: Scene, mention: EventMention) -> list[Found]:
    """The bodies at the head of an event's name: one, or several joined by 与 and 、."""
    out: list[Found] = []
    at = mention.begin
    for body in scene.bodies.within(mention.begin, mention.end):
        if scene.text[at : body.begin] not in ("", "与", "和", "、", "及") or (out and at == body.begin):
            break
        if scene.ontology.root(body.cls) not in _BODIES or _NO_HOST.search(body.name):
            break
        if scene.text[body.begin : body.end].endswith("工会") and re.match(r"第.{1,4}次|会员", scene.text[body.end : body.end + 6]):
            break
        out.append(body)
        at = body.end
    return out


def read_places(scene: Scene) -> Iterable[RawClaim]:
    """Claims of ``heldAt``: 在 a place 举行, 走进 a place, a place that 迎来 the event."""
    for unit in scene.units:
        if unit.root not in _WHERE or scene.silent(unit.begin):
            continue
        before = scene.text[max(0, unit.begin - 2) : unit.begin]
        if _IN.search(before[-1:]):
            match = _HELD_AFTER.match(scene.text, unit.end)
            event = _placed_event(scene, unit.begin, unit.end) if match else None
            if event is not None:
                yield RawClaim(event, "heldAt", unit.item, "", "heldAt-in", unit.begin - 1, unit.begin)
        elif scene.text.startswith("迎来", unit.end):
            event = next(iter(scene.events_within(unit.end, scene.document.clause_end(unit.end))), None)
            if event is not None:
                yield RawClaim(event, "heldAt", unit.item, "", "heldAt-receives", unit.end, unit.end + 2)


def _placed_event(scene: Scene, begin: int, end: int) -> LocalEvent | None:
    clause = scene.document.clause_start(begin), scene.document.clause_end(end)
    after = scene.events_within(end, clause[1])
    if after:
        return after[0]
    before = scene.events_within(clause[0], begin)
    return before[-1] if before else scene.event_at(begin)


def read_dates(scene: Scene) -> Iterable[RawClaim]:
    """Claims of ``startDate`` and ``endDate``: for each event the date that stands nearest before it."""
    for event in scene.events:
        hit = _date_of(scene, event)
        if hit is None:
            continue
        yield RawClaim(event, "startDate", None, hit.start, "date-near" + ("-inferred" if hit.inferred else ""), hit.begin, hit.end)
        if hit.finish:
            yield RawClaim(event, "endDate", None, hit.finish, "date-near" + ("-inferred" if hit.inferred else ""), hit.begin, hit.end)


def _date_of(scene: Scene, event: LocalEvent) -> DateHit | None:
    for mention in event.mentions:
        if mention.begin < scene.document.title_end:
            continue
        sentence = scene.document.sentences[scene.document.sentence_at(mention.begin)]
        inside = [d for d in scene.dates if sentence.begin <= d.begin < sentence.end]
        inside = [d for d in inside if not (mention.begin <= d.begin < mention.end) and len(d.start) == 10]
        before = [d for d in inside if d.end <= mention.begin]
        if before:
            return before[-1]
        after = [d for d in inside if d.begin >= mention.end and d.begin <= scene.document.clause_end(mention.end) + 1]
        if after:
            return after[0]
        if not mention.bare:
            return _dateline(scene, sentence.begin) if _first_body_sentence(scene, mention.begin) else None
    return None


def _first_body_sentence(scene: Scene, position: int) -> bool:
    body = [p for p in scene.document.paragraphs if p.begin >= scene.document.title_end]
    return bool(body) and position < body[min(1, len(body) - 1)].end


def _dateline(scene: Scene, position: int) -> DateHit | None:
    before = [d for d in scene.dates if scene.document.title_end <= d.begin < position and len(d.start) == 10]
    return before[-1] if before else None


