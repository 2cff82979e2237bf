"""Who was there by all that the text says: officials whom the news of an event names, and of whom no rule says more.

News of a meeting or activity names officials because they took part. Whoever is named with a post in its narrative,
and neither wrote it nor is told of elsewhere in it, attended the event that the text speaks of there; and spoke, where
a verb of speech follows the name that would say little by itself (勉励, 讲起).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from unigraph.recognition.events import LocalEvent
from unigraph.relation.denied import absent, interviewed
from unigraph.relation.parts import RawClaim, Unit
from unigraph.relation.scene import Scene
from unigraph.relation.stage import Stage, speech

__all__ = ["read_presence"]

_PRESENT = frozenset(["chaired", "spokeAt", "attended"])
_REACH = 24  # characters between a name and what its bearer says
_BARRED = re.compile(
    r"[。；：！？“《]|听取?|接受|受到|得到|[给予]以|出席|到[会场]|莅临|参加|，(?![并还又也再对向就从])|的\Z"
)
_HONOUR = re.compile(
    r"(?:荣获|获得|获|授予|获评|评为|表彰)[^。；，\n]{0,24}(?:奖章|奖状|称号|先锋号|标兵|能手|模范|工匠)[^。；\n]*?(?:中|有|是|：)"
)
_NOUN_AFTER = re.compile(r"[会稿人者员信书栏台函册区词辞室师]|工程师|大会|工作|材料|环节|提纲")


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
        if event is None:
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
        if known and _honoured(scene, unit):
            continue
        if known and narrated and not absent(scene, unit.begin, unit.end) and not interviewed(scene, unit.end):
            yield unit


def _honoured(scene: Scene, unit: Unit) -> bool:
    """Whether a sentence tells who was honoured, before it names somebody: 荣获五一劳动奖章的43人中，有甲、乙."""
    sentence = scene.document.sentences[scene.document.sentence_at(unit.begin)]
    return _HONOUR.search(scene.text, sentence.begin, unit.begin) is not None


def _winners(scene: Scene, claims: Iterable[RawClaim]) -> Iterable[RawClaim]:
    """What says that a person won something, in the narrative."""
    for claim in claims:
        person = not isinstance(claim.subject, LocalEvent | None) and scene.ontology.root(claim.subject.cls) == "Person"
        if (
            claim.predicate == "received"
            and claim.rule != "received-title"
            and person
            and claim.begin >= scene.document.title_end
        ):
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
    ):
        return None
    between = scene.units_within(unit.end, verb.start())
    if any(u.root == "Person" for u in between) or _BARRED.search(scene.text, unit.end, verb.start()):
        return None
    return verb


def _event(scene: Scene, stage: Stage, unit: Unit, happened: set[int]) -> LocalEvent | None:
    """The event told of at a place; one of which the text says more than its name goes before."""
    event = stage.at(unit.begin)
    if event is None or id(event) in happened:
        return event
    before = [e for m, e in scene.outer_mentions if id(e) in happened and m.begin < unit.begin]
    return before[-1] if before else event
