"""Who signed with whom: parties on both sides of 与, meant by 双方 or 三市总工会, or named in the signing's name.

A collective contract is signed by a workplace and its union, whoever holds the pen.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

from unigraph.recognition.found import Found
from unigraph.relation.parts import Cue, RawClaim, Unit
from unigraph.relation.scene import Scene
from unigraph.relation.signing_sides import LISTED, SIDES, by_twos
from unigraph.relation.signing_workplaces import head_nouns, workplace_and_union
from unigraph.relation.visit_retinue import sent_before
from unigraph.relation.visit_words import team_word

__all__ = ["read_signings"]

_BODIES = ("Union", "Company", "Organization")
_SIGNERS = (*_BODIES, "Person")
_NEAR = re.compile(r"[^。；！？\n]{0,40}")
_CONTRACT = re.compile(r"集体合同|集体协议|工资协议|集体协商|专项合同|专项集体")
_BOTH = re.compile(r"双方|两会|两家|两地|两校|签约方|彼此")
_SEVERAL = re.compile(r"(?P<count>[两二三四五六七])(?P<level>[省市县区州地])(?P<body>总工会|工会)")
_MOST = 6
"""More parties than these do not sign with each other."""
_COUNTS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7}
_TWO_UNIONS = re.compile(r"两[地市省县区家会](?:级)?总?工会")
_ON_BEHALF = re.compile(r"代表$")
_PAIRED = re.compile(r"结对|对子|结成|牵手|签")
_TOGETHER = re.compile(
    r"(?:达成[^，。；]{0,10}?[并，])?(?:[、和][^，。；、]{2,16}(?:工会|公司|学校|医院|学院|局))?(?:等?[\d两三四五六七八九十]*[家方个]?(?:单位|工会)?)?(?:共同|联合|正式|现场|在[^，。；]{1,20}?)*"
)
_TO_COME = re.compile(r"将|草案|拟|审议")
_GROUP = re.compile(
    r"(?:[^，。；、\n]{0,6}?(?:主席|负责人|代表))?(?:与|同|和)(?:各|[\d三四五六七八九十]+家)[^，。；、\n]{0,6}?(?:公司|企业|单位|工会)(?:负责人|代表)?[^，。；\n]{0,8}"
)
_NOT_SIGNED = re.compile(r"未签|没有签|不签|推行|推动|督促|指导|要约")

_PLANNED = re.compile(
    r"(?:愿意?(?=[与同和])|期待|争取|有意|将|拟|计划|准备|打算|有望)(?!协议|合同|[^，。；]{0,12}?(?:协议|合同)$)"
)
_PARTIES_ARE = re.compile(
    r"[^，。；：\n]{0,4}?的(?:一?共)?有[两三四五六][方家]：|[^，。；：\n]{0,8}?(?:的|各|多|两|双|三|四|五|六)(?:[两三四五六]?[方家])?(?:单位)?，?(?:分别|依次)?(?:是|为|有|：)"
)
_HELD = re.compile(r"(?:等?[方家]?(?:在[^，。；]{1,20})?)?(?:共同|联合|正式)?(?:举行|举办|召开|开展)了?[^，。；]{0,12}")
_SIGNED_BY = re.compile(r"(?:等人?)?(?:作为|分别|共同|先后|依次|也)*(?:代表|签)[^，。；！？\n]{0,44}")
_EMPLOYER = re.compile(
    r"(?:与|同|和)(?:企业|公司|行政|学校|医院|单位|用人单位|资方|厂方|校方|院方)(?:方|行政|双方|负责人|代表)*(?![\u4e00-\u9fff]{0,2}工会)"
)

_PAPER = re.compile(r"协议|合同|备忘录|意向书|责任书|签约")
_LOOKS_ON = re.compile(
    r"[^，。；]{0,12}?(?:见证|牵线|指导|主持|搭桥|支持|协调|举行|举办|召开|要求|推动|督促|开展)|的(?!合作|战略|签约|协议)"
)
"""Behind those who bring others together, or call them."""

_REACH = 600
"""How many characters left and right of a cue its parties may stand."""
Pair = tuple[Found, Found]


def read_signings(scene: Scene) -> Iterable[RawClaim]:
    """Claims of ``signedWith``, one direction each."""
    for cue in scene.cues.get("signedWith", ()):
        start = scene.document.clause_start(cue.begin)
        if (
            scene.silent(cue.begin)
            or _PLANNED.search(scene.text, start, cue.begin)
            or _NOT_SIGNED.search(scene.text, max(0, cue.begin - 6), cue.begin)
        ):
            continue
        pairs, how = _parties(scene, cue)
        for pair in pairs:
            yield from _claim(pair, how, cue)
    for pair, cue in _in_event_names(scene):
        yield from _claim(pair, "named", cue)


def _claim(pair: Pair, how: str, cue: Cue) -> Iterable[RawClaim]:
    left, right = pair
    if left.name != right.name:
        yield RawClaim(left, "signedWith", right, "", f"signedWith-{how}", cue.begin, cue.end)


def _parties(scene: Scene, cue: Cue) -> tuple[list[Pair], str]:
    """The pairs that signed, and by which construction they were found; the surest first."""
    for how, find in (
        ("several", _several),
        ("behalf", _on_behalf),
        ("label", _labelled),
        ("sides", _two_sided),
        ("listed", _paired_list),
        ("row", _signers),
        ("contract", _with_employer),
        ("contract", _contract),
        ("both", _both),
        ("pair", _pair),
    ):
        pairs = find(scene, cue)
        if pairs:
            return pairs, how
    return [], ""


# ---------------------------------------------------------------------- who a unit signs for


def _body(scene: Scene, unit: Unit) -> Found | None:
    """The body itself, or that of a person who signs: a union of theirs first, else the last that was named."""
    if unit.root != "Person":
        return unit.item
    at = bisect_left(scene.stacks, unit.item.begin, key=lambda s: s.person.begin)
    posts = scene.stacks[at].posts if at < len(scene.stacks) and scene.stacks[at].person == unit.item else ()
    own = [p.body for p in posts if p.body is not None]
    unions = [b for b in own if scene.ontology.is_a(b.cls, "Union")]
    return next(iter((unions or own)[-1:]), None)


def _bodies(scene: Scene, units: Iterable[Unit]) -> list[Found]:
    return [b for b in (_body(scene, u) for u in units) if b is not None]


def _cross(lefts: list[Found], rights: list[Found]) -> list[Pair]:
    return [(x, y) for x in lefts for y in rights]


# ---------------------------------------------------------------------- constructions


def _in_event_names(scene: Scene) -> Iterable[tuple[Pair, Cue]]:
    """甲与乙战略合作签约仪式: two bodies joined within the name of an event that a cue is part of."""
    for mention, _ in scene.event_mentions:
        name = scene.text[mention.begin : mention.end]
        word = next((w for w in scene.ontology.predicates["signedWith"].cues if w in name), "")
        if not word:
            continue
        at = mention.begin + name.index(word)
        cue = Cue(at, at + len(word), word, "signedWith", False)
        inside = [b for b in scene.bodies.within(mention.begin, at) if scene.ontology.root(b.cls) in _BODIES]
        joints = [scene.text[a.end : b.begin] for a, b in pairwise(inside)]
        if joints and all(LISTED.fullmatch(j) or SIDES.fullmatch(j) for j in joints):
            yield from ((pair, cue) for pair in combinations(inside, 2))
        elif not inside and not scene.silent(mention.begin):
            yield from ((pair, cue) for pair in _holders(scene, mention.begin))


def _holders(scene: Scene, position: int) -> list[Pair]:
    """甲与乙举行签约仪式: the two sides right before the ceremony."""
    start = scene.document.clause_start(position)
    units = [u for u in scene.units_within(start, position) if u.root in _BODIES]
    if len(units) != 2 or not _HELD.fullmatch(scene.text, units[1].end, position):
        return []
    joined = SIDES.fullmatch(scene.text, units[0].end, units[1].begin)
    return [(units[0].item, units[1].item)] if joined else []


def _stretch(scene: Scene, cue: Cue) -> int:
    """Where the part of the sentence begins that a cue can speak of: after the last semicolon."""
    sentence = scene.document.sentences[scene.document.sentence_at(cue.begin)]
    floor = max(sentence.begin, cue.begin - _REACH)
    return max(floor, scene.text.rfind("；", floor, cue.begin) + 1)


def _two_sided(scene: Scene, cue: Cue) -> list[Pair]:
    """甲、乙分别与丙签约; 甲与乙、丙分别签订: all of one side with all of the other."""
    units = [u for u in scene.units_within(_stretch(scene, cue), cue.begin) if u.root in _SIGNERS]
    couples = by_twos(scene.text, units)
    if len(couples) > 1 and _NEAR.fullmatch(scene.text, units[-1].end, cue.begin):
        return [pair for one, other in couples for pair in _cross(_bodies(scene, [one]), _bodies(scene, [other]))]
    for at in range(len(units) - 1, 0, -1):
        match = SIDES.fullmatch(scene.text, units[at - 1].end, units[at].begin)
        if match is None:
            continue
        lefts = _run(scene, units[:at], -1)
        rights = _run(scene, units[at:], 1)
        if not _NEAR.fullmatch(scene.text, rights[-1].end, cue.begin):
            return []
        if match["mark"] in "和及" and len(lefts) > 1 and "分别" not in match.group():
            return list(combinations(_bodies(scene, [*lefts, *rights]), 2))
        return _cross(_bodies(scene, lefts), _bodies(scene, rights))
    return _with_subject(scene, cue, units) or _together(scene, cue, units)


def _together(scene: Scene, cue: Cue, units: list[Unit]) -> list[Pair]:
    """甲、乙、丙签署: a row of bodies right before the cue, each with each."""
    row = _run(scene, units, -1)
    if len(row) < 2 or len(row) > 8 or any(u.root == "Person" for u in row):
        return []
    gap = scene.text[row[-1].end : cue.begin]
    return list(combinations(_bodies(scene, row), 2)) if _TOGETHER.fullmatch(gap) else []


def _run(scene: Scene, units: list[Unit], step: int) -> list[Unit]:
    """The units at one end of a row that are joined as a list."""
    row = units[::step]
    out = row[:1]
    for unit in row[1:]:
        left, right = (unit, out[-1]) if step < 0 else (out[-1], unit)
        if not LISTED.fullmatch(scene.text, left.end, right.begin):
            break
        out.append(unit)
    return out[::step]


def _with_subject(scene: Scene, cue: Cue, units: list[Unit]) -> list[Pair]:
    """甲在会上与乙签约: 与 stands before the last body, the subject farther left."""
    if not units:
        return []
    group = _GROUP.fullmatch(scene.text, units[-1].end, cue.begin)
    if group:
        return _cross(_bodies(scene, units[-1:]), _listed_companies(scene, units[-1].begin))
    if scene.text[units[-1].begin - 1] not in "与同跟和":
        return []
    rights = [units[-1]]
    team = team_word().search(scene.text, max(0, rights[0].begin - 8), rights[0].begin - 1)
    if team is not None and team.end() == rights[0].begin - 1:
        return _cross(list(sent_before(scene, team.start())), _bodies(scene, rights))
    subject = scene.chain_before(rights[0].begin - 1, _SIGNERS, _stretch(scene, cue))
    if subject is None or not _NEAR.fullmatch(scene.text, rights[-1].end, cue.begin):
        return []
    return _cross(_bodies(scene, subject.units), _bodies(scene, rights))


def _listed_companies(scene: Scene, position: int) -> list[Found]:
    """各公司: the companies of the last list of three or more before a place."""
    floor = max(0, position - 2 * _REACH)
    chain = scene.chain_within(floor, position, ("Company",))
    while chain is not None and len(chain.units) < 3:
        chain = scene.chain_within(floor, chain.begin, ("Company",))
    return [u.item for u in chain.units] if chain else []


def _on_behalf(scene: Scene, cue: Cue) -> list[Pair]:
    """丙代表甲、丁代表乙签字: the two bodies on whose behalf it was signed."""
    sentence = scene.document.sentences[scene.document.sentence_at(cue.begin)]
    begin, end = max(sentence.begin, cue.begin - _REACH), min(sentence.end, cue.end + _REACH)
    units = [u for u in scene.units_within(begin, end) if u.root in _BODIES]
    meant = [u for u in units if _ON_BEHALF.search(scene.text, max(0, u.begin - 2), u.begin)]
    return [(meant[0].item, meant[1].item)] if len(meant) == 2 else []


def _labelled(scene: Scene, cue: Cue) -> list[Pair]:
    """签约双方为甲与乙; 签下协议的三方是甲、乙和丙: all that stand behind, each with each."""
    match = _PARTIES_ARE.match(scene.text, cue.end)
    if match is None:
        return []
    end = scene.document.clause_end(match.end())
    units = [u for u in scene.units_within(match.end(), end) if u.root in _BODIES]
    row = _run(scene, units, 1)
    near = bool(row) and row[0].begin - match.end() <= 2 and len(row) <= _MOST
    return list(combinations(_bodies(scene, row), 2)) if near else []


def _signers(scene: Scene, cue: Cue) -> list[Pair]:
    """甲会主席丙，乙行行长丁代表双方签字: the bodies of a row of people who sign, each with each."""
    chain = scene.chain_within(_stretch(scene, cue), cue.begin, ("Person",))
    if chain is None or not _SIGNED_BY.fullmatch(scene.text[chain.end : cue.end]):
        return []
    bodies = {b.name: b for b in _bodies(scene, chain.units)}
    return list(combinations(bodies.values(), 2)) if len(bodies) == len(chain.units) <= _MOST else []


def _with_employer(scene: Scene, cue: Cue) -> list[Pair]:
    """甲公司工会与企业签订工资协议: a union and the workplace that its name names."""
    for unit in reversed(scene.units_within(_stretch(scene, cue), cue.begin)):
        base = unit.item.name.removesuffix("委员会").removesuffix("工会")
        if unit.root == "Union" and base != unit.item.name and _EMPLOYER.match(scene.text, unit.end):
            noun = next((n for n in head_nouns(scene) if base.endswith(n)), "")
            if noun:
                cls = scene.ontology.words("headNoun")[noun]
                return [(unit.item, Found(unit.item.begin, unit.item.end - 2, cls, base))]
    return []


def _several(scene: Scene, cue: Cue) -> list[Pair]:
    """三市总工会签订: the unions of the three cities that were named before, 通州区 and not the 北京市 right before it."""
    match = _SEVERAL.search(scene.text, _stretch(scene, cue), cue.begin)
    if match is None:
        return []
    count = _COUNTS[match["count"]]
    names: dict[str, Found] = {}
    within = scene.units_within(max(0, match.start() - 2 * _REACH), match.start())
    before = [u for u, after in zip(within, [*within[1:], None], strict=False) if after is None or u.end < after.begin]
    if match["level"] == "地" and not _row_to(scene, before, match):
        return []
    for unit in reversed(before):
        if unit.item.key.startswith("pl-") and (match["level"] == "地" or unit.item.name.endswith(match["level"])):
            names.setdefault(unit.item.name, unit.item)
        if len(names) == count:
            break
    if len(names) < count:
        return []
    unions = [
        Found(match.start(), match.end(), "TerritorialUnion", name + "总工会", "u-" + place.key[3:])
        for name, place in reversed(names.items())
    ]
    return list(combinations(unions, 2))


def _row_to(scene: Scene, units: Sequence[Unit], match: re.Match[str]) -> bool:
    """Whether as many places as are counted stand in one row right before: 甲市、乙市、丙市三地总工会."""
    row = units[-_COUNTS[match["count"]] :]
    gaps = [scene.text[a.end : b.begin] for a, b in pairwise(row)]
    joined = bool(row) and row[-1].end == match.start() and all(LISTED.fullmatch(g) for g in gaps)
    return joined and all(u.item.key.startswith("pl-") for u in row)


def _both(scene: Scene, cue: Cue) -> list[Pair]:
    """双方签署: the two that were last named on both sides of 与."""
    start = _stretch(scene, cue)
    if not _BOTH.search(scene.text, start, scene.document.clause_end(cue.end)):
        return []
    unions_meant = _TWO_UNIONS.search(scene.text, start, cue.begin)
    earlier = scene.document.sentences[max(0, scene.document.sentence_at(cue.begin) - 6)].begin
    floor = max(earlier, cue.begin - 2 * _REACH)
    units = [u for u in scene.units_within(floor, cue.begin) if u.root in _BODIES]
    for right, left in zip(units[::-1], units[-2::-1], strict=False):
        if left.item.name != right.item.name and SIDES.fullmatch(scene.text, left.end, right.begin):
            return [(left.item, right.item)]
    if unions_meant:
        return _two_unions(scene, unions_meant.start() - 4, floor) or _only_two(scene)
    return _two_here(scene, cue)


def _two_here(scene: Scene, cue: Cue) -> list[Pair]:
    """甲一行到访乙，双方签订: the only two bodies of the sentence, those of its people among them."""
    sentence = scene.document.sentences[scene.document.sentence_at(cue.begin)]
    here = {b.name: b for b in _bodies(scene, scene.units_within(sentence.begin, cue.begin))}
    return [(here[a], here[b]) for a, b in [tuple(here)]] if len(here) == 2 else []


def _pair(scene: Scene, cue: Cue) -> list[Pair]:
    """甲牵手乙，签下协议; 协议上落款的是甲，另一家是乙: the only two bodies of the sentence, but for where it was and who saw it."""
    sentence = scene.document.sentences[scene.document.sentence_at(cue.begin)]
    if not _PAPER.search(scene.text, sentence.begin, sentence.end):
        return []
    here = {
        u.item.name: u.item
        for u in scene.units_within(sentence.begin, sentence.end)
        if u.root in _BODIES
        and u.item.cls != "Media"
        and not scene.text.endswith(("在", "于", "到", "由"), 0, u.begin)
        and not _LOOKS_ON.match(scene.text, u.end)
    }
    names = [n for n in here if not any(n != m and m.startswith(n) for m in here)]
    return [(here[names[0]], here[names[1]])] if len(names) == 2 else []


def _only_two(scene: Scene) -> list[Pair]:
    """两地工会: the only two unions of divisions that the article names."""
    posted = [p.body for s in scene.stacks for p in s.posts if p.body is not None]
    unions = {b.name: b for b in (*scene.bodies.items, *posted) if scene.ontology.is_a(b.cls, "TerritorialUnion")}
    return [(a, b) for a, b in [tuple(unions.values())]] if len(unions) == 2 else []


def _two_unions(scene: Scene, position: int, floor: int) -> list[Pair]:
    """两地工会: the two unions of the row of bodies before it that holds two."""
    chain = scene.chain_within(floor, position, _BODIES)
    while chain is not None:
        unions = [u.item for u in chain.units if u.root == "Union"]
        if len(unions) == 2:
            return [(unions[0], unions[1])]
        chain = scene.chain_within(floor, chain.begin, _BODIES)
    return []


def _paired_list(scene: Scene, cue: Cue) -> list[Pair]:
    """结对名单：甲和乙，丙和丁: pairs by the row, in the cue's sentence or the next two."""
    if not _PAIRED.search(scene.text, cue.begin, cue.end):
        return []
    number = scene.document.sentence_at(cue.begin)
    for sentence in scene.document.sentences[number : number + 3]:
        units = [u for u in scene.units_within(sentence.begin, sentence.end) if u.root in _BODIES]
        joined = [
            (a.item, b.item)
            for a, b in pairwise(units)
            if scene.text[a.end : b.begin] in ("和", "与", "同", "——", "－", "-", "—")
        ]
        if len(joined) > 1:
            return joined
    return []


def _contract(scene: Scene, cue: Cue) -> list[Pair]:
    """签订集体合同: the workplace that the article speaks of most, and its own union."""
    sentence = scene.document.sentences[scene.document.sentence_at(cue.begin)]
    here = scene.text[max(sentence.begin, cue.begin - _REACH) : min(sentence.end, cue.end + _REACH)]
    if not re.search("合同|协议", here) or _TO_COME.search(here):
        return []
    return (
        scene.once(workplace_and_union)
        if _CONTRACT.search(scene.text, max(0, cue.begin - 8 * _REACH), cue.end + _REACH)
        else []
    )
