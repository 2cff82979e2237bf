"""Who signed with whom: parties named side by side, on both sides of 与, or meant by 双方."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import combinations

from unigraph.recognition.found import Found
from unigraph.relation.scene import Cue, RawClaim, Scene

__all__ = ["read_signings"]

_BODIES = ("Union", "Company", "Organization")
_SIDES = re.compile(r"^(?:分别|依次|先后|共同|代表)?(?:与|同|和|跟)$")
_BOTH = re.compile(r"双方|两会|两家|三方|两地|两校")


def read_signings(scene: Scene) -> Iterable[RawClaim]:
    """Claims of ``signedWith``, one direction each."""
    for cue in scene.cues.get("signedWith", ()):
        if scene.silent(cue.begin):
            continue
        pairs, how = _parties(scene, cue)
        for left, right in pairs:
            if left.name != right.name:
                yield RawClaim(left, "signedWith", right, "", f"signedWith-{how}", cue.begin, cue.end)


def _parties(scene: Scene, cue: Cue) -> tuple[list[tuple[Found, Found]], str]:
    start = scene.document.clause_start(cue.begin)
    end = scene.document.clause_end(cue.end)
    here = [u for u in scene.units if u.root in _BODIES and start <= u.begin and u.end <= cue.begin]
    after = [u for u in scene.units if u.root in _BODIES and cue.end <= u.begin and u.end <= end]
    for i, (a, b) in enumerate(zip(here, here[1:], strict=False)):
        if _SIDES.match(scene.text[a.end : b.begin].strip()):
            lefts = [u.item for u in here[: i + 1]]
            rights = [u.item for u in here[i + 1 :]]
            if len(lefts) == 1 or len(rights) == 1 or "分别" in scene.text[a.end : b.begin]:
                return [(x, y) for x in lefts for y in rights], "sides"
            return [(lefts[-1], rights[0])], "sides"
    if len(here) == 2:
        return [(here[0].item, here[1].item)], "pair"
    if len(here) == 1 and len(after) == 1 and re.search(r"与|同|和", scene.text[here[0].end : after[0].begin]):
        return [(here[0].item, after[0].item)], "pair"
    if _BOTH.search(scene.text, max(start - 40, 0), end):
        parties = _last_two(scene, cue.begin)
        if parties:
            return list(combinations(parties, 2)), "both"
    return [], ""


def _last_two(scene: Scene, position: int) -> list[Found]:
    """The two parties that 双方 means: the last bodies joined in one chain before it."""
    chains = [c for c in scene.chains if c.end <= position and c.units[0].root in _BODIES and 2 <= len(c.units) <= 3]
    return [u.item for u in chains[-1].units] if chains else []
