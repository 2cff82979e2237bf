"""Hosts that no verb names: of the headline, of both sides by 两地工会, and of a launch and what it launches."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from unigraph.recognition.events import LocalEvent
from unigraph.recognition.found import Found
from unigraph.relation.scene import Cue, RawClaim, Scene, Unit

__all__ = ["plural_hosts", "read_implied_hosts"]

_BODIES = ("Union", "Company", "Organization")
_COUNT = {"两": 2, "二": 2, "双": 2, "三": 3, "四": 4}
_PLURAL = re.compile(
    r"(?P<number>[两二三四])(?:地|市|县|区|省|州|家|级)?(?P<unions>总?工会)|(?P<sides>[双三四])方|(?P<places>[两三四])地"
)
_BESIDE = re.compile(r"(?:双方|将|正式|再次|还|又|也|已|首次|共同|联合|携手|合作|联手|一起|一道|于?今年|当天|当日|在[^，。；]{2,20})*")
_ACTS = re.compile(
    r"(?:：|开展|举办|举行|组织|启动|召开|推出|把|将|用|为|以|在|让|多措并举|[“《]|搭|送|办|开|牵|携手|联合|积极|走进|深入)"
)


def plural_hosts(scene: Scene, cue: Cue) -> tuple[Found, ...]:
    """两地总工会联合举办, 双方共同主办: as many bodies as are counted, if no more were named before."""
    start = scene.document.clause_start(cue.begin)
    for match in _PLURAL.finditer(scene.text, start, cue.begin):
        if _BESIDE.fullmatch(scene.text, match.end(), cue.begin):
            number = _COUNT[match["number"] or match["sides"] or match["places"]]
            unions = match["sides"] is None
            known = _named_before(scene, match.start(), unions)
            return known if len(known) == number else ()
    return ()


def _named_before(scene: Scene, position: int, unions: bool) -> tuple[Found, ...]:
    """The bodies that a text named up to a position, each once; of unions those of divisions alone."""
    found: dict[str, Found] = {}
    for body in scene.bodies.within(0, position):
        root = scene.ontology.root(body.cls)
        if root in _BODIES and body.cls != "Media" and (not unions or body.name.endswith("总工会")):
            found.setdefault(body.name, body)
    return tuple(found.values())


def read_implied_hosts(scene: Scene, claims: Sequence[RawClaim]) -> Iterable[RawClaim]:
    """Claims of ``hosted`` that rest on others, or on the lack of them."""
    shared = list(_shared(scene, claims))
    yield from shared
    hosted = {id(c.object) for c in (*claims, *shared) if c.predicate == "hosted"}
    yield from _headlined(scene, hosted)


def _shared(scene: Scene, claims: Sequence[RawClaim]) -> Iterable[RawClaim]:
    """Who hosts an activity hosts its launch, and the other way round, where only one of the two has hosts."""
    by_event: dict[int, list[RawClaim]] = {}
    for claim in claims:
        by_event.setdefault(id(claim.object), []).append(claim)
    for event in scene.events:
        if event.parent is not None and event.apart:
            for source, target in ((event, event.parent), (event.parent, event)):
                if id(target) not in by_event:
                    for claim in by_event.get(id(source), ()):
                        rule = f"{claim.predicate}-of-whole"
                        yield RawClaim(claim.subject, claim.predicate, target, "", rule, claim.begin, claim.end)


def _headlined(scene: Scene, hosted: set[int]) -> Iterable[RawClaim]:
    """市总工会：某活动启动: a body that acts in the headline hosts the event of headline and lead, if nobody else does."""
    unit = _first_unit(scene)
    event = _main_event(scene)
    if unit is None or event is None or any(id(e) in hosted for e in (event, event.parent)):
        return
    yield RawClaim(unit.item, "hosted", event, "", "hosted-headline", unit.begin, unit.end)


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
