"""Honours: who received what, and who gave it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from unigraph.ontology import Ontology
from unigraph.recognition.found import Found
from unigraph.relation.scene import Chain, Cue, RawClaim, Scene

__all__ = ["read_awards"]

_RECEIVERS = ("Person", "Union", "Company", "Organization")
_GIVERS = ("Union", "Company", "Organization")
_LEFT_EDGE = re.compile(r"[，。；：！？\n、（]|(?:荣获|获得|获评|获|授予|评为|命名为|被|为|是|的|了|成为|跻身|摘得|夺得|捧回|斩获|颁发|入选|当选)")
_PROPOSED = re.compile(r"拟|推荐|公示|候选|申报|争创|创建")
_WINNER = re.compile(r"^(?:荣誉)?(?:称号)?(?:的)?(?:获得者|获奖者)?")
_MAX_HONOUR = 30


@lru_cache(maxsize=4)
def _heads(ontology: Ontology) -> tuple[AhoCorasick, list[str]]:
    items = sorted(ontology.words("headNoun", "Award"))
    return AhoCorasick(items, matchkind=MatchKind.Standard), items


def read_awards(scene: Scene) -> Iterable[RawClaim]:
    """Claims of ``received`` (with the giver as object, where the text names one)."""
    honours = _honours(scene)
    for cue in scene.cues.get("received", ()):
        if scene.silent(cue.begin) or _PROPOSED.search(scene.text[max(0, cue.begin - 6) : cue.begin]):
            continue
        yield from _received(scene, cue, honours)
    yield from _carried(scene, honours)


def _honours(scene: Scene) -> list[tuple[int, int, str]]:
    """The honours that a text names, by place, the longest at each end."""
    automaton, _ = _heads(scene.ontology)
    best: dict[int, int] = {}
    for _, begin, end in automaton.find_matches_as_indexes(scene.text, overlapping=True):
        best[end] = min(begin, best.get(end, begin))
    out: list[tuple[int, int, str]] = []
    for end, head in sorted(best.items()):
        begin = _begin(scene.text, head)
        if out and out[-1][0] <= begin < out[-1][1]:
            out.pop()
        name = re.sub(r"\s", "", scene.document.article.text[begin:end]).strip("“”《》")
        out.append((begin, end, name))
    return out


def _begin(text: str, head: int) -> int:
    opened = text.rfind("“", max(0, head - _MAX_HONOUR), head)
    if opened >= 0 and "”" not in text[opened:head]:
        return opened + 1
    floor = max(0, head - _MAX_HONOUR)
    edges = [m.end() for m in _LEFT_EDGE.finditer(text, floor, head)]
    return edges[-1] if edges else floor


def _received(scene: Scene, cue: Cue, honours: list[tuple[int, int, str]]) -> Iterable[RawClaim]:
    end = scene.document.clause_end(cue.end)
    named = [h for h in honours if cue.end <= h[0] + 2 and h[1] <= end + 2 and h[0] - cue.end <= 24]
    if not named:
        return
    chain, how = scene.subjects(cue, _RECEIVERS)
    if chain is None or how == "sentence" and cue.begin - chain.end > 40:
        return
    giver = _giver(scene, cue)
    for unit in chain.units:
        for _, _, name in named[:3]:
            yield RawClaim(unit.item, "received", giver, name, f"received-{how}", cue.begin, cue.end)


def _giver(scene: Scene, cue: Cue) -> Found | None:
    """由甲授予, 被甲评为: the body between the marker and the cue."""
    start = scene.document.clause_start(cue.begin)
    for unit in scene.units:
        if unit.root in _GIVERS and start <= unit.begin and unit.end <= cue.begin + 1:
            if scene.text[max(0, unit.begin - 1) : unit.begin] in ("被", "由", "获"):
                return unit.item
    return None


def _carried(scene: Scene, honours: list[tuple[int, int, str]]) -> Iterable[RawClaim]:
    """全国劳动模范甲: an honour that stands before a name as a title."""
    for begin, end, name in honours:
        match = _WINNER.match(scene.text, end)
        at = match.end() if match else end
        unit: Chain | None = scene.chain_from(at, ("Person",), 0)
        person = scene.people.starting_at(at)
        if unit is None and person is None:
            continue
        if scene.silent(begin) or len(name) < 4:
            continue
        targets = unit.units if unit else ()
        items = [u.item for u in targets] or ([person] if person else [])
        for item in items[: None if re.search(r"等", scene.text[at : at + 60]) else len(items)]:
            yield RawClaim(item, "received", None, name, "received-as-title", begin, end)
