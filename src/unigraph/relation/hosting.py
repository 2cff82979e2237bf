"""Who hosted and helped to organise an event."""

from __future__ import annotations

import re
from collections.abc import Iterable

from unigraph.recognition.event_mentions import EventMention
from unigraph.recognition.events import LocalEvent
from unigraph.recognition.found import Found
from unigraph.recognition.user_classes import is_own
from unigraph.relation.hosting_implied import plural_hosts, read_implied_hosts
from unigraph.relation.parts import Chain, Cue, RawClaim, Unit
from unigraph.relation.scene import Scene
from unigraph.scanning import Scan

__all__ = ["read_hosts"]

_BODIES = ("Union", "Company", "Organization")
_STRONG = re.compile(
    r"主办|承办|协办|支持|指导|联合|共同|合办|同办|联办|召集|发起|牵头|协助|配合|挑头|承头"
)  # these need no event in their clause
_GIVEN = re.compile(r"(?:在|得到|获得|受到|获)了?\Z")
_HELP = re.compile(r"(?:等?[^，。；的、]{0,6}的)?(?:关心|大力|鼎力|积极|精心|具体|有力|共同|联合|悉心)*")
_HOLDS = re.compile(r"(?:举办|开展|组织|举行|召开)的\Z")
_BY_PERSONS = frozenset(["开展", "组织开展", "开展了"])
_SAID = frozenset(f"hosted-{how}" for how in ("clause", "agent", "cleft", "label", "of", "several"))
_WEAK = frozenset(["组织"])
_ORGANS = {"audit": re.compile(r"经审|经费审查"), "women": re.compile(r"女职|女工")}
_UNIONS = re.compile(r"(?<!总)工会\Z")
_FOR_STAFF = re.compile(r"系统|干部|主席|财务|工作|财会|经审|女职工|会员|职工")
"""某市工会干部培训班 is for the staff of its unions, whoever holds it."""
_LEAD = re.compile(r"本报讯|（[^）]*）|\d{1,2}月\d{1,2}日(?:上午|下午)?|近日|日前|[，。]")
"""What stands before who acts and says nothing of it."""
_BARE_VERB = Scan(
    r"(?<![主承协举合联筹操公创兴督中开包经])(?:办|搞|(?<!打)开|摆|设)(?:了|起来?|上|出|成)?"
    r"(?=一[场次期个堂节轮届]|[^，。；：、的\n]{2,24}的，?(?:是|有|单位|还有)|“)"
    r"|(?:办|搞|组织|举办|张罗|操办|召集|发起)(?:的|起来的)(?=[，。；\n])"
    r"|(?:承担|负责|承接|揽下|挑起)了?[^，。；：\n]{0,16}?(?:组织|筹办|举办|主办|筹备)(?:工作|任务|事宜|的担子)"
)
_HERE = re.compile(r"(?:在|于)(?:此|这里|这儿|该处|此处|此间)[^，。；：！？\n]{0,6}\Z")
_AT = re.compile(r"[在于][\u4e00-\u9fff]{0,10}[“《]?\Z")
_INSIDE = re.compile(r"[”》]?[内里中]?(?:隆重|顺利|成功|如期|正式|共同|联合)?")
"""Between a house after 在 and the verb of holding."""
_COUNTED = re.compile(
    r"(?:由|，)[一二两三四五六七八九十\d]+[家个](?:单位|部门|工会|企业)?(?:联合|共同|携手)?(?P<verb>主办|合办|举办|联办|承办|协办)(?:：|，(?:分别|它们|即)(?:是|为)?)"
)
_ASKED = re.compile(r"(?:怎样|如何|怎么|能否|可否|是否|怎)(?:由[^，。；]{2,16})?[^，。；]{0,4}\Z")
"""培训班怎样联合举办 is a matter of talk."""
_DECIDED = re.compile(
    r"(?:会议|大会|全会|双方|会上|一致)[^，。；：\n]{0,6}(?:决定|商定|议定|约定|同意|建议)[，：]?由?[^，。；\n]{0,30}\Z"
)
"""What a meeting decided is still to be held."""
_ITS_MATTER = re.compile(
    r"(?:(?:规范|标准|数智|数字|品牌|阵地|队伍|品质|高质量)化?)*(?:建设|组建|建会|创建|改革|试点|发展|揭牌|挂牌|开放日)"
)
"""What is done to bodies of a kind, who do not hold the meeting on it: 某市楼宇工会建设推进会."""
_MADE = re.compile(r"(?<!总)工会\Z|站点?\Z|驿站\Z|阵地\Z|基地\Z|中心\Z|之家\Z|工作室\Z|学院\Z")
_TOGETHER = re.compile(r"等?(?:\d+家)?(?:单位|部门)?，(?:共同|联合|携手|联手|一起|合力|一道)")
"""甲联合乙，共同开展…: the clause goes on with what both do."""
_OF_SEVERAL = re.compile(r"(?:一?共)?有?[两二三四五六七八\d]+[家个](?:单位)?[，：]")
_ONE_IS = re.compile(r"[，：；](?:一|另一|还有一|再一|最后一)[家个](?:则|便|就|也)?(?:是|叫|为)")
_THEIR_PEOPLE = re.compile(r"等?的?(?:有关|相关|主要)?(?:代表|负责人|领导|职工|员工|嘉宾|人员)")
"""合作单位的代表 were there; that makes no label of those before."""
_PRAISED = re.compile(r"(?:优秀|最佳|先进|优胜|突出|十佳)\Z")
"""获评优秀组织单位 is an honour."""
_GOERS = re.compile(r"的[^，。；：、\n]{0,10}(?:团|队|队伍|人员|职工|代表|小组|选手)(?=[，。；、\n]|参加|前来|参赛)")
"""甲组织的疗休养团 are people, and no event."""
_NO_HOST = re.compile(r"第.{1,4}[届次]|^中国工会$")


def read_hosts(scene: Scene) -> Iterable[RawClaim]:
    """Claims of ``hosted`` and ``coOrganized``: by cue, by label, and by whose own meeting it is."""
    cues = (*_within_none(scene), *scene.cues.get("coOrganized", ()), *_bare_verbs(scene), *_counted(scene))
    claims = [claim for cue in cues for claim in _by_cue(scene, cue)]
    claims += _opened(scene)
    claims += _own_unless_said(scene, claims)
    yield from claims
    yield from read_implied_hosts(scene, claims)


def _within_none(scene: Scene) -> Iterable[Cue]:
    """The cues of hosting that are no part of one of helping: 举办 in 协助举办."""
    helping = {c.end: c.begin for c in scene.cues.get("coOrganized", ())}
    return (c for c in scene.cues.get("hosted", ()) if helping.get(c.end, c.begin) >= c.begin)


def _bare_verbs(scene: Scene) -> Iterable[Cue]:
    """办讲座的是甲, 甲把一场比赛办得热闹, 活动是甲搞的, 甲承担了大赛的组织工作: verbs that are no cues by themselves."""
    for match in _BARE_VERB.finditer(scene.text):
        if not scene.named(match.start()) and not scene.mentions_within(match.start(), match.start() + 1):
            yield Cue(match.start(), match.end(), "主办", "hosted", False)


def _counted(scene: Scene) -> Iterable[Cue]:
    """由三家合办：甲、乙、丙: the hosts stand behind their number."""
    for match in _COUNTED.finditer(scene.text):
        if not scene.named(match.start()):
            helps = match["verb"] in ("承办", "协办")
            yield Cue(match.start("verb"), match.end(), "主办", "coOrganized" if helps else "hosted", True)


def _opened(scene: Scene) -> Iterable[RawClaim]:
    """甲开职代会: the bare verb 开 between a body and the name of an event."""
    for mention, event in scene.event_mentions:
        verb = mention.begin - 1
        chain = scene.chain_ending(verb, _BODIES) if scene.text[verb : verb + 1] == "开" else None
        for unit in chain.units if chain else ():
            yield RawClaim(unit.item, "hosted", event, "", "hosted-clause", verb, verb + 1)


def _by_cue(scene: Scene, cue: Cue) -> Iterable[RawClaim]:
    event = None if cue.label and _THEIR_PEOPLE.match(scene.text, cue.end) else _hosted_event(scene, cue)
    if (
        event is None
        or _PRAISED.search(scene.text, max(0, cue.begin - 2), cue.begin)
        or _GOERS.match(scene.text, cue.end)
        or (scene.silent(cue.begin) and not _named(event))
        or _ASKED.search(scene.text, max(0, cue.begin - 30), cue.begin)
        or _DECIDED.search(scene.text, max(0, cue.begin - 48), cue.begin)
    ):
        return
    if several := plural_hosts(scene, cue):
        for body in several:
            yield RawClaim(body, cue.predicate, event, "", f"{cue.predicate}-several", cue.begin, cue.end)
        return
    if each := _one_by_one(scene, cue):
        yield from (
            RawClaim(u.item, cue.predicate, event, "", f"{cue.predicate}-label", cue.begin, cue.end) for u in each
        )
        return
    chain, how = scene.subjects(cue, _BODIES)
    adjacent = scene.chain_ending(cue.begin, _BODIES)
    if adjacent is not None and scene.text[cue.end : cue.end + 1] == "的":
        chain, how = adjacent, "of"
    if cue.word in ("指导下", "支持"):
        helper = scene.chain_within(scene.document.clause_start(cue.begin) - 1, cue.begin, _BODIES)
        chain, how = (helper, "of") if helper and _helps(scene, cue, helper) else (chain, how)
    if chain is None and cue.predicate == "hosted" and cue.word in _BY_PERSONS:
        yield from _by_person(scene, cue, event)
    if chain is None or (how == "sentence" and not (_topic(scene, cue, chain) and _free(scene, cue, chain))):
        return
    if how in ("clause", "sentence") and _where_it_is_held(scene, cue, chain):
        return
    if cue.word in ("支持", "指导") and how not in ("agent", "of") and chain.end != cue.begin:
        return
    units = chain.units
    if how in ("cleft", "label"):
        units = scene.along(chain, forward=how != "clause")
    for unit in units:
        if unit.root not in _BODIES:
            continue
        if unit.item.cls != "Media" or cue.label or cue.predicate == "coOrganized" or len(units) > 1:
            yield RawClaim(unit.item, cue.predicate, event, "", f"{cue.predicate}-{how}", cue.begin, cue.end)


def _one_by_one(scene: Scene, cue: Cue) -> list[Unit]:
    """主办方有两家，一家是甲，一家是乙: the hosts told one after the other; fewer than two are none."""
    if not cue.label or not _OF_SEVERAL.match(scene.text, cue.end):
        return []
    sentence = scene.document.sentences[scene.document.sentence_at(cue.begin)]
    chains = (scene.chain_from(m.end(), _BODIES, 0) for m in _ONE_IS.finditer(scene.text, cue.end, sentence.end))
    units = [u for c in chains if c is not None for u in c.units if u.root in _BODIES]
    return units if len(units) > 1 else []


def _where_it_is_held(scene: Scene, cue: Cue, chain: Chain) -> bool:
    """Whether a body is the house of an event and not its host: 甲酒店迎来客人，团拜会在这里举行; 在丙片区“甲驿站”举行."""
    if _HERE.search(scene.text, chain.end, cue.begin):
        return True
    clause = scene.document.clause_start(chain.begin)
    house = _AT.search(scene.text, clause, chain.begin)
    return house is not None and _INSIDE.fullmatch(scene.text, chain.end, cue.begin) is not None


def _by_person(scene: Scene, cue: Cue, event: LocalEvent) -> Iterable[RawClaim]:
    """市总工会主席何静率队开展“送清凉”活动: the union that the person leads hosts it."""
    chain, how = scene.subjects(cue, ("Person",))
    if chain is None or how not in ("clause", "sentence") or chain.units[0].root != "Person":
        return
    if how == "sentence" and not _topic(scene, cue, chain):
        return
    person = chain.units[0].item.name
    held = [p for s in scene.stacks if s.person.name == person for p in s.posts]
    host = next((p.body for p in held if p.body is not None and scene.ontology.root(p.body.cls) == "Union"), None)
    if host is not None:
        yield RawClaim(host, "hosted", event, "", "hosted-person", cue.begin, cue.end)


def _hosted_event(scene: Scene, cue: Cue) -> LocalEvent | None:
    """The event that a cue of hosting speaks of: after it in its clause, else before it there, else the last one."""
    end = scene.document.clause_end(cue.end)
    after = scene.events_within(cue.end, end)
    if after and not (cue.word in _WEAK and re.search(r"参加|参与|前来|赴", scene.text[cue.end : end])):
        return after[0]
    begin = scene.document.clause_start(cue.begin)
    if cue.word in _WEAK and "由" not in scene.text[begin : cue.begin]:
        return None  # 比赛由甲组织 speaks of the event before it
    before = scene.events_within(begin, cue.begin)
    if before:
        return before[-1]
    if cue.label or _STRONG.search(cue.word):
        sentence = scene.document.sentences[scene.document.sentence_at(cue.begin)]
        ahead = scene.events_within(cue.end, sentence.end)
        return (
            ahead[0] if ahead and (cue.word == "指导下" or _leads_to(scene, cue, sentence.end)) else _whole(scene, cue)
        )
    if "由" in scene.text[begin : cue.begin]:  # 一场签约仪式，6月3日由甲和乙在某地举行
        earlier = scene.events_within(scene.document.sentences[scene.document.sentence_at(cue.begin)].begin, begin)
        return earlier[-1] if earlier else _taken_up(scene, cue, begin)
    return None


def _taken_up(scene: Scene, cue: Cue, begin: int) -> LocalEvent | None:
    """比武由甲、乙搭台: the event spoken of last, whose kind the clause begins with."""
    last = _whole(scene, cue)
    return last if last is not None and len(last.head) > 1 and scene.text.startswith(last.head[-2:], begin) else None


def _helps(scene: Scene, cue: Cue, helper: Chain) -> bool:
    """在甲的指导下, 得到乙的大力支持: the helper stands between the two."""
    given = _GIVEN.search(scene.text[max(0, helper.begin - 4) : helper.begin])
    return bool(given and _HELP.fullmatch(scene.text[helper.end : cue.begin]))


def _leads_to(scene: Scene, cue: Cue, end: int) -> bool:
    """由甲牵头，联合乙举办的活动: an event after 的 is what all the cues before it in the sentence speak of."""
    mention = scene.mentions_within(cue.end, end)[0][0]
    stretch = scene.text[cue.end : mention.begin]
    return stretch.endswith("的") and len(stretch) <= 60 and bool(_STRONG.search(stretch) or _HOLDS.search(stretch))


def _whole(scene: Scene, cue: Cue) -> LocalEvent | None:
    """The event spoken of last; of a ceremony that opens an event that event, unless the sentence names the ceremony."""
    event = scene.event_at(cue.begin)
    if event is None or event.parent is None:
        return event
    sentence = scene.document.sentences[scene.document.sentence_at(cue.begin)]
    return event if event in scene.events_within(sentence.begin, sentence.end) else event.parent


def _named(event: LocalEvent) -> bool:
    return bool(re.search(r"[“《]|第.{1,4}[届次]|(?:19|20)\d{2}", event.name))


def _topic(scene: Scene, cue: Cue, chain: Chain) -> bool:
    """Whether a chain of an earlier clause is still the subject: a clause begins with it, and it acts there."""
    sentence = scene.document.sentences[scene.document.sentence_at(cue.begin)]
    lead = scene.text[sentence.begin : chain.begin]
    if len(_LEAD.sub("", lead)) <= 6:
        return True
    if _TOGETHER.match(scene.text, chain.end):
        return True
    after = scene.text[chain.end : chain.end + 1]
    return len(_LEAD.sub("", lead[lead.rfind("，") + 1 :])) <= 2 and "，" in lead and after not in "的、，和与，是在里"


def _free(scene: Scene, cue: Cue, chain: Chain) -> bool:
    """Whether no cue of another part in the event stands nearer to a chain: 甲主办，某协会承办."""
    others = (c for name in ("hosted", "coOrganized") for c in scene.cues.get(name, ()) if name != cue.predicate)
    return not any(chain.end <= c.begin < cue.begin for c in others)


def _own_meetings(scene: Scene) -> Iterable[RawClaim]:
    """清远市总工会第八届委员会第二次全体会议: the bodies that begin an event's name host it."""
    for event in scene.events:
        for mention in event.mentions:
            bodies = [] if mention.bare or is_own(event.cls) else _beginning(scene, mention)
            for body in bodies:
                host = _organ(scene, event, body) or _federation(scene, body)
                if host is body and _is_its_matter(scene, body):
                    continue
                yield RawClaim(host, "hosted", event, "", "hosted-own-event", mention.begin, mention.end)
            if bodies:
                break


def _is_its_matter(scene: Scene, body: Found) -> bool:
    """Whether a name goes on with what concerns a body, or with its staff, whoever holds the meeting."""
    if _UNIONS.search(body.name) and _FOR_STAFF.match(scene.text, body.end):
        return True
    return bool(_MADE.search(body.name) and _ITS_MATTER.match(scene.text, body.end))


def _own_unless_said(scene: Scene, claims: Iterable[RawClaim]) -> Iterable[RawClaim]:
    """The own meetings of bodies; of an activity of which the text says who hosts it, none but theirs."""
    said = {id(c.object) for c in claims if c.predicate == "hosted" and c.rule in _SAID}
    for claim in _own_meetings(scene):
        meeting = isinstance(claim.object, LocalEvent) and scene.ontology.is_a(claim.object.cls, "Meeting")
        if meeting or id(claim.object) not in said:
            yield claim


def _organ(scene: Scene, event: LocalEvent, body: Found) -> Found | None:
    """The union's audit or women's committee, where the session is that committee's and the article names it."""
    pattern = _ORGANS.get(event.key.split("-")[0])
    if pattern is None:
        return None
    organs = (b for b in scene.bodies.items if scene.ontology.is_a(b.cls, "UnionOrgan") and pattern.search(b.name))
    return next((b for b in organs if b.name.startswith(body.name[:4])), None)


def _federation(scene: Scene, body: Found) -> Found:
    """The federation that the article names, where an event's name has only the unions of its division: 某县工会培训班."""
    full = re.sub(r"(?<!总)工会\Z", "总工会", body.name)
    return next((b for b in scene.bodies.items if b.name == full), body)


def _beginning(scene: Scene, mention: EventMention) -> list[Found]:
    """The bodies at the head of an event's name: one, or several joined by 与 and 、."""
    before = (
        scene.bodies.ending_at(mention.begin - 1) if scene.text[mention.begin - 1 : mention.begin] == "的" else None
    )
    if before is not None and scene.ontology.root(before.cls) in _BODIES:
        return [before]
    out: list[Found] = []
    at = mention.begin
    for body in scene.bodies.within(mention.begin, mention.end):
        if scene.text[at : body.begin] not in ("", "与", "和", "、", "及") or (out and at == body.begin):
            break
        whole = body.end == mention.end  # some meetings end like associations: “甲”联谊会
        whole = whole or scene.text[body.end] == "（"  # what brackets go on with is another body: 全总（某地）中心
        if scene.ontology.root(body.cls) not in _BODIES or _NO_HOST.search(body.name) or whole:
            break
        out.append(body)
        at = body.end
    return out
