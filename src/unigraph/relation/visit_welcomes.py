"""Visits told by those who received them: 甲对乙一行来访表示欢迎; 甲会见了来访的乙."""

from __future__ import annotations

import re
from collections.abc import Iterable

from unigraph.recognition.found import Found
from unigraph.relation.parts import Chain, Cue, Unit
from unigraph.relation.scene import Scene
from unigraph.relation.visit_words import Stop

__all__ = ["find_hosts", "find_welcomes"]

_GUESTS = ("Person", "Union", "Company", "Organization")
_BODIES = ("Union", "Company", "Organization")
_TOWARDS = re.compile(r"[^，。；：！？\n]{0,6}?(?:代表[^，。；！？\n]{2,24}?)?，?(?:首先|先)?(?:对|向)")
_WELCOMED = re.compile(
    r"(?:考察团|考察组|交流团|代表团|调研组|学习组|访问团|客人)?(?:一行|各位|同志|等)*(?:[^，。；！？\n]{0,6}人)?的?"
    r"(?:来访|到访|到来|造访|莅临|前来|来[校厂院司区市县省]|远道而来)[^，。；！？\n]{0,20}?(?:欢迎|感谢)"
)
_RECEPTION = frozenset(["接待", "迎接"])
_WAS = re.compile(
    r"(?:他们|她们|客人们?|来宾|[^，。；：\n]{0,4}[组团队]|考察团一行|一行人?)?(?:一行)?(?:\d+人)?的，?(?:还|正|就)?(?:是|有)"
)
_RECEIVES = re.compile(
    r"[^，。；：！？\n]{0,16}?(?:会见|接见|接待)了?(?:前来[^，。；！？\n]{0,12}的|来访的|到访的|来[^，。；！？\n]{1,10}的)(?:[^，。；！？\n、]{0,4}?来自)?"
)


def find_welcomes(scene: Scene) -> Iterable[Stop]:
    """The stops at the bodies of those who welcome somebody, or meet who has come."""
    for chain in scene.chains:
        if chain.units[0].root != "Person" or scene.silent(chain.begin):
            continue
        guests = _welcomed(scene, chain) or _received(scene, chain)
        host = _house_of(scene, chain.units[0].item) if guests else None
        if guests is not None and host is not None:
            house = Unit(chain.begin, chain.end, host, scene.ontology.root(host.cls) or host.cls)
            cue = Cue(chain.end, guests.begin, "来访", "visited", False)
            yield Stop(cue, (house,), chain.begin, "receives", guests.begin)


def find_hosts(scene: Scene, stops: Iterable[Stop]) -> Iterable[Stop]:
    """接待甲一行的，是某公司董事长乙: the house of whoever received somebody, where no stop says where that was."""
    told = {scene.document.sentence_at(s.cue.begin) for s in stops if s.cue.word not in _RECEPTION}
    for cue in scene.cues.get("visited", ()):
        at = scene.document.sentence_at(cue.begin)
        if cue.word not in _RECEPTION or scene.silent(cue.begin) or {at, at - 1} & told:
            continue
        guests = scene.chain_from(cue.end, _GUESTS, 1)
        behind = _WAS.match(scene.text, guests.end if guests else cue.end)
        hosts = scene.chain_from(behind.end(), ("Person",), 1) if behind else None
        house = _house_of(scene, hosts.units[0].item) if hosts else None
        if hosts is not None and house is not None:
            place = Unit(hosts.begin, hosts.end, house, scene.ontology.root(house.cls) or house.cls)
            yield Stop(cue, (place,), cue.begin, "receives" if guests else "among", cue.end)


def _welcomed(scene: Scene, chain: Chain) -> Chain | None:
    towards = _TOWARDS.match(scene.text, chain.end)
    guests = scene.chain_from(towards.end(), _GUESTS, 0) if towards else None
    return guests if guests and _WELCOMED.match(scene.text, guests.units[-1].item.end) else None


def _received(scene: Scene, chain: Chain) -> Chain | None:
    receives = _RECEIVES.match(scene.text, chain.end)
    return scene.chain_from(receives.end(), _GUESTS, 0) if receives else None


def _house_of(scene: Scene, person: Found) -> Found | None:
    """Where a host receives: the union at which he holds a post, else the first body."""
    stacks = [s for s in scene.stacks if s.person.name == person.name]
    own = [p.body for s in stacks for p in s.posts if p.body is not None and not p.title.startswith("原")]
    unions = [b for b in own if scene.ontology.root(b.cls) == "Union"]
    return next(iter((*unions, *(b for b in own if scene.ontology.root(b.cls) in _BODIES))), None)
