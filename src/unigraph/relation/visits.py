"""Who visited what: 走访, 参观, 慰问 and the like, with delegations, companions and several places."""

from __future__ import annotations

import re
from collections.abc import Iterable

from unigraph.relation.scene import Chain, Cue, RawClaim, Scene

__all__ = ["read_visits"]

_VISITORS = ("Person", "Union", "Company", "Organization")
_VISITED = ("Place", "Union", "Company", "Organization")
_TO = re.compile(r"(?:到|赴|来|在|深入|前往|来到|走进)$")
_PLAIN = frozenset("到 在 赴 指导 检查 深入 一行到 一行来 一行在".split())
_DOES = re.compile(r"(?:[^，。；、]{0,16}?)(?:走访|参观|考察|调研|慰问|看望|视察|督导|检查|走访慰问|访问|学习考察|参访|送温暖|送清凉)")


def read_visits(scene: Scene) -> Iterable[RawClaim]:
    """Claims of ``visited``; a delegation stands for the body that sent it."""
    visitors: tuple[Chain, ...] = ()
    for cue in scene.cues.get("visited", ()):
        if scene.silent(cue.begin) or cue.begin < scene.document.title_end:
            continue
        targets = _targets(scene, cue)
        if not targets:
            continue
        chain, how = scene.subjects(cue, _VISITORS)
        chain = chain if chain and not any(u in targets.units for u in chain.units) else None
        if chain is not None and how in ("clause", "agent", "cleft", "sentence"):
            visitors = (chain,)
        elif not visitors or scene.document.sentence_at(cue.begin) - scene.document.sentence_at(visitors[0].begin) > 6:
            continue
        else:
            how = "carried"
        for visitor in visitors:
            for unit in visitor.units:
                for target in targets.units:
                    if target.root in _VISITED and target.item.name != unit.item.name:
                        yield RawClaim(unit.item, "visited", target.item, "", f"visited-{how}", cue.begin, cue.end)


def _targets(scene: Scene, cue: Cue) -> Chain | None:
    """What a cue of visiting reaches: the chain after it, or that between 到 and it."""
    after = scene.chain_from(cue.end, _VISITED, 6)
    if after is not None and "。" not in scene.text[cue.end : after.begin]:
        if cue.word in _PLAIN and not _DOES.match(scene.text, after.end):
            return None
        return after
    if cue.word in _PLAIN:
        return None
    start = scene.document.clause_start(cue.begin)
    before = [c for c in scene.chains if start <= c.begin and c.end <= cue.begin and c.units[0].root in _VISITED]
    for chain in reversed(before):
        if _TO.search(scene.text[max(0, chain.begin - 2) : chain.begin]):
            return chain
    return None
