"""Who chaired, spoke at and attended an event."""

from __future__ import annotations

import re
from collections.abc import Iterable

from unigraph.relation.scene import Chain, Cue, RawClaim, Scene

__all__ = ["read_participation"]

_PEOPLE = ("Person",)
_ANYONE = ("Person", "Union", "Company", "Organization")
_REPORTING = frozenset("指出 强调 表示 要求 说 介绍 汇报 希望 认为 谈到 提到 通报 传达 解读 宣布 讲述 寄语 支持".split())
_SHARING = frozenset("分享 发言 作交流发言 介绍 作经验交流".split())
_NOT_CHAIR = re.compile(r"^(?:人|召开|制定|编写|研发|修订|参与)")
_OTHER_OBJECT = re.compile(r"^(?:了|过)?(?:工作|革命|战争|高考|考试|劳动|建设|生产|农业|学习(?!会|班)|工会组织|社会|保险|医保|志愿|抢险|救援|过)")


def read_participation(scene: Scene) -> Iterable[RawClaim]:
    """Claims of ``chaired``, ``spokeAt`` and ``attended``."""
    for predicate in ("chaired", "spokeAt", "attended"):
        for cue in scene.cues.get(predicate, ()):
            yield from _claims(scene, cue)


def _claims(scene: Scene, cue: Cue) -> Iterable[RawClaim]:
    if _excluded(scene, cue):
        return
    event = scene.event_at(cue.begin)
    if event is None:
        return
    chain, how = scene.subjects(cue, _ANYONE if cue.predicate != "chaired" else _PEOPLE)
    if chain is not None and chain.units[0].root != "Person" and not _acts(scene, cue, chain, how):
        chain, how = scene.subjects(cue, _PEOPLE)
    if chain is None or not _plausible(scene, cue, chain, how):
        return
    units = chain.units
    if cue.predicate == "attended":
        units = scene.along(chain, forward=how in ("cleft", "label"))
    for unit in units:
        if unit.root == "Place":
            continue
        if cue.predicate == "spokeAt" and cue.word in _REPORTING and unit.root != "Person":
            continue
        yield RawClaim(unit.item, cue.predicate, event, "", f"{cue.predicate}-{how}", cue.begin, cue.end)


def _excluded(scene: Scene, cue: Cue) -> bool:
    if scene.silent(cue.begin) or cue.begin < scene.document.title_end:
        return True
    after = scene.text[cue.end : cue.end + 6]
    if cue.predicate == "chaired":
        return bool(_NOT_CHAIR.match(after))
    return cue.predicate == "attended" and bool(_OTHER_OBJECT.match(after))


def _acts(scene: Scene, cue: Cue, chain: Chain, how: str) -> bool:
    """Whether a chain of bodies does what the cue says, and does not merely stand before it."""
    if how in ("cleft", "label", "agent"):
        return True
    gap = scene.text[chain.end : cue.begin]
    if how == "sentence":
        return gap.startswith("分别") and len(gap) < 60 and cue.word in _SHARING
    return len(gap) <= 10 and "的" not in gap and "，" not in gap


def _plausible(scene: Scene, cue: Cue, chain: Chain, how: str) -> bool:
    if how == "sentence":
        gap = scene.text[chain.end : cue.begin]
        if len(gap) > 60:
            return False
    if cue.word in _REPORTING:
        return how in ("clause", "agent") and cue.begin - chain.end <= 12
    return True


