"""The entities of one article: mentions of one thing joined, events named by their hosts, claims numbered."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from unigraph.lexicons.words import words
from unigraph.model import ArticleFacts, Claim, Evidence, LocalEntity, Mention
from unigraph.recognition.events import LocalEvent
from unigraph.recognition.found import Found
from unigraph.relation.confidence import confidence
from unigraph.relation.namesakes import bearers
from unigraph.relation.parties import parties
from unigraph.relation.parts import RawClaim
from unigraph.relation.scene import Scene
from unigraph.relation.talks import SIDE, is_talk, visited_at

__all__ = ["Table"]

_QUOTED = re.compile(r"[“《]")
_UNSPOKEN = re.compile(r"[\W_]")
_COUNTED = re.compile(r"第?[一二三四五六七八九十百\d]+届")
_TERM = re.compile(r"第[一二三四五六七八九十百\d]+届")
_DIVISION_WORD = re.compile(r"^(?:全)?(省|市|区|县|州|镇)(?=[^委总政人])")


_IMPLY_ATTENDANCE = frozenset(["chaired", "spokeAt", "hosted", "coOrganized"])
_PLACED_NAME = re.compile(
    r"(?:(?:19|20)\d{2}(?:—\d{4})?年(?:度|第.季度)?)?(?:首届|第.{1,3}届)?(?:全国|中国|[\u4e00-\u9fff]{2,8}[省市区县州镇])"
)
_OF_TWO = re.compile(
    r"^[^，]{0,4}$|座谈|会谈|会商|磋商|对接|协商|签约|签订|签署|签字|联席|友谊|共建|结对|交流|揭牌|拜会|合作|协议|捐赠"
)
"""Meetings that both sides hold, so that their names say more than the kind alone."""
_PROPER = re.compile(r"[“《\d]|第.{1,3}[届次期]|首[届次]|周年")
_CAMPAIGN = re.compile(r"^“[^”]{1,12}”(?:系列|专项|主题|关爱|帮扶)*(?:行动|工程|计划)季?$")
"""What unions work at for years, and no event by itself."""
_KIND_ALONE = 8  # characters of an event's name that may say its kind alone
_TALK_ALONE = re.compile(r"(?:经验|调研|工作|考察|学习|互学|交流|座谈|业务)+会")
_MET = re.compile("座谈|会谈|会商|磋商")
_OF_SOME_DIVISION = re.compile(r"([省市县区州盟旗])(?=总工会|委|政协|人大|人民政府|政府)")
_THEME = re.compile(r"“([^”，。！？\s]{2,14})”")
_KINDS = frozenset("座谈 会谈 会商 磋商".split())
_LONG = 18  # characters of an event's name that says enough without its hosts


class Table:
    """Numbers the entities of a scene and turns raw claims into claims."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._number: dict[tuple[str, str], int] = {}
        self._items: dict[int, int] = {}
        self._entities: list[LocalEntity] = []
        self._mentions: set[tuple[int, int, int]] = set()
        self._hosts: dict[int, list[str]] = {}
        self._host_keys: dict[int, str] = {}
        self._sides: dict[int, list[str]] = {}
        self._claims: list[RawClaim] = []
        self._events: dict[int, int] = {}
        self._bearers: Mapping[int, int] = {}
        self._article = scene.document.article.id  # a hash of the whole text
        self._places: dict[int, list[int]] = {}

    def facts(self, claims: list[RawClaim], posts: list[RawClaim]) -> ArticleFacts:
        """The article's facts. Places are kept where a claim needs them; everything else that is named is kept."""
        scene = self.scene
        self._claims = claims
        self._bearers = bearers(scene, posts)
        for claim in claims:
            if (
                claim.predicate == "hosted"
                and isinstance(claim.object, LocalEvent)
                and isinstance(claim.subject, Found)
            ):
                hosts = self._hosts.setdefault(id(claim.object), [])
                if claim.subject.name not in hosts:
                    hosts.append(claim.subject.name)
                self._host_keys.setdefault(id(claim.object), claim.subject.key)
            elif claim.rule == SIDE and isinstance(claim.subject, Found):
                self._sides.setdefault(id(claim.object), []).append(claim.subject.name)
        # what the user gives comes first: its class is that of all mentions of the thing
        claims = [c for c in claims if not (self._placeless(c.subject) or self._placeless(c.object))]
        posts = [c for c in posts if not self._placeless(c.object)]
        for item in sorted((*scene.bodies.items, *scene.people.items), key=lambda f: not f.given):
            if item.given or (self._root(item.cls) != "Place" and not self._placeless(item)):
                self._found(item)
        reporters = tuple(sorted({self._found(r) for r in scene.reporters}))
        spoken_of = {id(end) for c in claims if c.predicate != "startDate" for end in (c.subject, c.object)}
        told_of = spoken_of | {id(c.subject) for c in claims}
        for event in scene.events:
            named = event.name and (id(event) in told_of or self._particular(event))
            if id(event) in spoken_of or named or self._met(event):
                self._event(event)
        claims = [c for c in claims if self._stands(c)]
        ends = [(raw, self._end(raw.subject), self._end(raw.object)) for raw in (*claims, *posts)]
        self._locate()
        numbered = [c for c in (self._claim(*end) for end in ends) if c is not None]
        kept = self._deduplicated(numbered)
        return ArticleFacts(
            article=scene.document.article,
            sentences=scene.document.sentences,
            entities=tuple(self._entities),
            mentions=tuple(Mention(number, begin, end) for begin, end, number in sorted(self._mentions)),
            claims=tuple(kept),
            reporters=reporters,
        )

    # ------------------------------------------------------------------ entities

    def _root(self, cls: str) -> str:
        return self.scene.ontology.root(cls) or cls

    def _placeless(self, thing: Found | LocalEvent | None) -> bool:
        """Whether a body is that of some city or county, and nothing tells of which: one 市总工会 would be all of them."""
        if not isinstance(thing, Found) or thing.given or thing.key:
            return False
        match = _OF_SOME_DIVISION.match(thing.name)
        return match is not None and not self.scene.context.name(match.group(1))

    def _found(self, item: Found) -> int:
        number = self._items.get(id(item))  # claims share the scene's items, which outlive this table
        if number is None:
            root = self._root(item.cls)
            bearer = self._bearers.get(item.begin, 0) if root == "Person" else 0
            number = self._entity(root, item.cls, item.name, item.aliases, item.key, bearer)
            self._mentions.add((item.begin, item.end, number))
            self._items[id(item)] = number
        return number

    def _entity(self, root: str, cls: str, name: str, aliases: tuple[str, ...], key: str, bearer: int = 0) -> int:
        """The number of a thing by its key or its name; a name met again brings its further aliases with it.

        ``bearer`` tells people of one name apart.
        """
        folded = _folded(name) + "\0" * bearer
        number = self._known(root, folded, key)
        if number is None:
            number = len(self._entities)
            self._entities.append(LocalEntity(cls, name, tuple(a for a in aliases if a != name), key))
        else:
            known = self._entities[number]
            more = tuple(a for a in dict.fromkeys(aliases) if a != known.name and a not in known.aliases)
            if more or (key and not known.key):
                self._entities[number] = replace(known, aliases=known.aliases + more, key=known.key or key)
        for identity in {(root, key or folded), (root, folded)}:
            self._number.setdefault(identity, number)
        return number

    def _known(self, root: str, folded: str, key: str) -> int | None:
        if key and (root, key) in self._number:
            return self._number[root, key]
        number = self._number.get((root, folded))
        apart = number is not None and key and self._entities[number].key not in ("", key)
        return None if apart else number

    def _event(self, event: LocalEvent) -> int:
        known = self._events.get(id(event))
        if known is not None:
            return known
        name = self.event_name(event)
        number = self._entity("Event", event.cls, name, (), self._event_key(event))
        for mention in event.mentions:
            self._mentions.add((mention.begin, mention.end, number))
        self._events[id(event)] = number
        return number

    def event_name(self, event: LocalEvent) -> str:
        """The event's own name; that of its host before it where the name alone says too little."""
        if event.given:
            return event.name
        if id(event) in self._sides:
            return self._talk_name(event)
        name = self._spelled_out(event) or self._by_theme(event) or event.head
        if not event.name and name != event.head:
            return name
        context = self.scene.context
        match = _DIVISION_WORD.match(name)
        own = context.name(match.group(1)) if match else ""
        if match and own:
            return own + name[match.end() :]
        hosts = self._hosts.get(id(event), []) or self._bodies_of_unnamed(event)
        plain_talk = _TALK_ALONE.fullmatch(event.name) and not hosts
        if plain_talk or (not event.name and len(hosts) < 2 and _MET.search(event.head)):
            hosts = parties(self.scene, event)
        hosts = [h for h in hosts if not name.startswith(h)]
        if len(hosts) > 1 and (_QUOTED.search(name) or len(name) > _LONG or not _OF_TWO.search(name)):
            return name  # a full name needs no row of hosts before it
        if (
            not hosts
            or self._begins_named(event, name)
            or (_QUOTED.search(name) and not _COUNTED.match(name) and not _common(name))
        ):
            return name
        return "与".join(hosts[:2]) + name if len(hosts) <= 2 else hosts[0] + name

    def _by_theme(self, event: LocalEvent) -> str:
        """“甲工匠”颁奖典礼: what is in quotes in the headline names an event that the text calls by its kind alone."""
        themes = _THEME.findall(self.scene.document.simple[: self.scene.document.title_end])
        if event.name or len(themes) != 1 or event.head in _KINDS or themes[0] in words("event_common"):
            return ""
        return f"“{themes[0]}”{event.head}" if not event.head.startswith(themes[0]) else ""

    def _met(self, event: LocalEvent) -> bool:
        """Whether two bodies are known to have met, though no more is said of their meeting."""
        return not event.name and bool(_MET.search(event.head)) and len(parties(self.scene, event)) > 1

    def _particular(self, event: LocalEvent) -> bool:
        """Whether a name alone tells of one event, of which nothing else is said: 技能活动, 趣味比赛, “暖冬”行动 do not."""
        headlined = any(m.begin < self.scene.document.title_end for m in event.mentions)
        return (
            event.given
            or headlined
            or (event.cls != "Event" and len(event.name) > _KIND_ALONE)
            or bool(_PROPER.search(event.name) and not _CAMPAIGN.search(event.name))
            or self._begins_named(event, event.name)
        )

    def _talk_name(self, event: LocalEvent) -> str:
        """甲与乙座谈会; the same for all words by which an article speaks of the talks between the two."""
        talks = next(e for e in self.scene.events if id(e) in self._sides)
        kind = talks.name or talks.head
        return "与".join(self._sides[id(event)]) + (kind + "会" if kind.endswith("座谈") else kind)

    def _stands(self, claim: RawClaim) -> bool:
        """Whether a claim's event is one of the article's entities: one without a name needs more than a date."""
        return (
            not isinstance(claim.subject, LocalEvent) or bool(claim.subject.name) or id(claim.subject) in self._events
        )

    def _spelled_out(self, event: LocalEvent) -> str:
        """The name with 市总工会 or 我校 at its head put by the body's full name."""
        mention = next((m for m in event.mentions if m.name == event.name and not m.bare), None)
        body = self.scene.bodies.starting_at(mention.begin) if mention else None
        written = self.scene.document.simple[body.begin : body.end] if body else ""
        if mention is None or body is None or body.end >= mention.end or not event.name.startswith(written):
            return event.name
        if _TERM.search(written) and not _TERM.search(body.name):
            return event.name  # 甲医院第二届工会第一次会员代表大会: the term tells the congress, not the union
        return body.name + event.name[body.end - body.begin :]

    def _bodies_of_unnamed(self, event: LocalEvent) -> list[str]:
        """Whose an event without a name and a host is: that of the bodies in the headline, or of who called on whom."""
        if event.name and not is_talk(event):
            return []
        titled = [] if event.name else self._title_bodies()
        if len(titled) == 2 or not is_talk(event):
            return titled
        return list(visited_at(self.scene, self._claims, event)) or titled

    def _title_bodies(self) -> list[str]:
        """The bodies that the headline names, two at most: a meeting without a name is theirs."""
        names = [b.name for b in self.scene.bodies.within(0, self.scene.document.title_end)]
        return list(dict.fromkeys(names))[:2]

    def _begins_named(self, event: LocalEvent, name: str) -> bool:
        mention = next((m for m in event.mentions if m.name == event.name and not m.bare), None)
        if mention is None:
            return False
        inside = tuple(self.scene.bodies.within(mention.begin, mention.end))
        return bool(inside) or bool(_PLACED_NAME.match(name))

    def _event_key(self, event: LocalEvent) -> str:
        """``e-441800-committee-8-2`` for a plenum of a territorial federation; empty for anything else."""
        union = self._host_keys.get(id(event), "")
        return f"e-{union.removeprefix('u-')}-{event.key}" if event.key and union.startswith("u-") else ""

    # ------------------------------------------------------------------ claims

    def _end(self, thing: Found | LocalEvent | None) -> int | None:
        if thing is None:
            return None
        return self._event(thing) if isinstance(thing, LocalEvent) else self._found(thing)

    def _claim(self, raw: RawClaim, subject: int | None, thing: int | None) -> Claim | None:
        if subject is None or subject == thing or not self._allowed(raw.predicate, subject, thing):
            return None
        document = self.scene.document
        sentence = document.sentence_at(raw.begin)
        evidence = Evidence(
            article=self._article,
            sentence=sentence,
            begin=raw.begin,
            end=raw.end,
            rule=raw.rule,
            confidence=confidence(raw.rule),
            as_of=document.article.published,
            antecedents=self._antecedents(sentence, [x for x in (subject, thing) if x is not None]),
        )
        return Claim(subject, raw.predicate, thing, raw.value, evidence)

    def _allowed(self, predicate: str, subject: int, thing: int | None) -> bool:
        """Whether domain and range let the ends stand there; a post's body is in the range of ``positionIn``."""
        ontology = self.scene.ontology
        known = ontology.predicates.get(predicate)
        if known is None or not ontology.accepts(known.domain, self._entities[subject].cls):
            return False
        post = ontology.predicates.get("positionIn")
        asked = post.range if predicate == "holdsPosition" and post else known.range
        return thing is None or predicate == "received" or ontology.accepts(asked, self._entities[thing].cls)

    def _antecedents(self, sentence: int, ends: list[int]) -> tuple[int, ...]:
        """For each end that the cue's sentence does not name, the nearest sentence before that does, else after."""
        out = set()
        for end in ends:
            places = self._places.get(end, [])
            at = bisect_left(places, sentence)
            if places and places[at : at + 1] != [sentence]:
                out.add(places[max(0, at - 1)])
        return tuple(sorted(out))

    def _locate(self) -> None:
        """Note in which sentences each entity is named, in their order."""
        places: dict[int, set[int]] = {}
        for begin, _, entity in self._mentions:
            places.setdefault(entity, set()).add(self.scene.document.sentence_at(begin))
        self._places = {entity: sorted(found) for entity, found in places.items()}

    def _deduplicated(self, claims: Iterable[Claim]) -> list[Claim]:
        """One claim for each statement, place and rule; attendance is left out where chairing, speaking or hosting implies it."""
        claims = list(claims)
        active = {(c.subject, c.object) for c in claims if c.predicate in _IMPLY_ATTENDANCE}
        seen: set[tuple[object, ...]] = set()
        out = []
        for claim in claims:
            if claim.predicate == "attended" and (claim.subject, claim.object) in active:
                continue
            identity = (claim.subject, claim.predicate, claim.object, claim.value, claim.evidence.begin)
            if identity not in seen:
                seen.add(identity)
                out.append(claim)
        return out


def _common(name: str) -> bool:
    """“送清凉”活动: every union has one, so that the theme alone says too little."""
    match = re.match("“([^”]+)”", name)
    return bool(match) and match[1] in words("event_common")  # type: ignore[index]


@lru_cache(maxsize=20_000)
def _folded(name: str) -> str:
    return _UNSPOKEN.sub("", unicodedata.normalize("NFKC", name)).lower()
