"""Who chaired, spoke at and attended an event."""

from __future__ import annotations

import re
from collections.abc import Iterable

from unigraph.lexicons.words import any_of
from unigraph.recognition.events import LocalEvent
from unigraph.relation.denied import absent, denied, interviewed, quoted_aside, reacts
from unigraph.relation.participation_cues import fielded, guests_before, invited, phrases, possessed
from unigraph.relation.parts import Chain, Cue, RawClaim, Unit
from unigraph.relation.scene import Scene
from unigraph.relation.stage import Stage

__all__ = ["read_participation"]

_PEOPLE = ("Person",)
_BODIES = ("Union", "Company", "Organization")
_ANYONE = ("Person", "Union", "Company", "Organization")
_REPORTING = frozenset(
    "指出 强调 表示 要求 说 介绍 汇报 希望 认为 谈到 呼吁 提到 通报 传达 解读 宣布 讲述 寄语 支持".split()
)
_SHARING = frozenset("分享 发言 作交流发言 介绍 作经验交流".split())
_GREETING = re.compile(r"^致")
_HE = re.compile(r"(?:随后|接着|最后|同时|会上|而)?[他她](?!们)[^，。；、\n]{0,10}\Z")
_OPENING = re.compile(
    r"，?[^，。；\n]{0,24}?(?:开幕|闭幕|开赛|开锣|开始|启动|开营|开班|开工|开拍|开跑|开馆|开业|成立|揭幕|发车|启程|出发|起航|开航|开行|起跑|上线|投用|启用|通车|揭牌)"
)
_LISTED = re.compile(
    r"等?，?(?:以及|和|还有|及)[^。；！？\n]{1,140}(?:等|代表|职工|群众|人员|领导|负责人|人|学生|家长|学员|选手|会员|家属|观众|干部)[^，。；、]{0,12}\Z"
)
_SPEAKS_FOR = re.compile(
    r"等?(?:[\d两二三四五六七八九十]+[余多]?[家个])?(?:单位|企业|公司|部门|学校)?的?(?:有关|相关|主要|分管)?"
    r"(?:负责人|负责同志|代表|领导|工会主席|主席|书记|校长|经理|厂长)[^，。；、的]{0,6}\Z"
)
_BRIEFING = frozenset("介绍 汇报 通报 发言 分享 作介绍".split())
_TOLD_OF = frozenset("介绍 汇报 通报 传达 解读 讲述 提到 谈到".split())  # 介绍情况的是甲
_AT_MEETING = re.compile(
    r"等?(?:\d*[余多]?[家个])?(?:单位|企业|公司|学校|工会|部门)?(?:的?(?:有关|相关|主要)?(?:负责人|负责同志|代表|领导|主席))?"
    r"(?:先后|分别|依次)?(?:[在于](?:会|大会|会议|座谈会|推进会|现场会|班|仪式|活动|论坛|会场)(?:现场|上|中))(?:先后|分别|依次|就[^，。；]{1,20})?(?:作了?|做了?|进行了?)?\Z"
)
_TOWARDS = re.compile(r"[^，。；、\n]{0,6}(?:对|向|就|围绕|从|用|以|为|把|将)[^，。；\n]{1,50}")  # 甲对来宾表示欢迎
_TO_MEETING = re.compile("到会|与会|莅会|参会|赴会")
_TALK = frozenset("说 表示 认为 谈到 提到 希望".split())
_NOMINAL = frozenset("宣讲 分享 介绍 发言 点评 汇报 讲解 主讲 授课 讲述 通报 解读 致辞 讲话".split())
_NOMINAL_AFTER = re.compile(r"[团员稿队组台室者]|会(?!上)|人(?!员)|活动|比赛|大赛|材料|环节|提纲")
_MODIFIERS = frozenset("参赛 参训 参展 参会 参演 与会 获奖".split())
_MODIFIED = re.compile(r"(?:选手|企业|单位|职工|员工|队|人员|代表|作品|项目|名额|者|条件|规则|资格|学员|嘉宾|领导)")
_LOOKERS_ON = re.compile(r"(?:学员|选手|参赛者|观众|市民|居民|村民|家长|队员|学生|同学|游客|读者|听众)\Z")
_COMPETES = frozenset(
    "参赛 角逐 同台竞技 同场竞技 对决 出战 上阵 披挂上阵 站上赛场 走上赛场 捉对厮杀 闯入决赛 晋级决赛 夺冠 执裁 执哨 派出 前来参赛 "
    "担任评委 担任裁判 担任裁判长 担纲评委 出任评委 评判 参赛单位 参赛队伍".split()
)
_INSIDE = frozenset("汇报 通报 发言".split())  # nobody does so to a reporter
_TEAMS = re.compile(
    r"等?(?:\d*[余多]?[家个支])?(?:单位|企业|公司|(?:基层)?工会(?:组织)?|部门|系统|学校|高校|院校|医院)?(?:的[^，。；的、]{0,10}|\d*[余多]?[支名位个]?)(?:代表队|队伍|球队|车队|选手|队员|运动员|歌手|代表|职工|员工|青年|会员|骨干|学员|劳模|工匠|家庭|女工|教职工|志愿者)[^，。；的、]{0,8}\Z"
)
_GOES_ON = re.compile(r"(?:并|还|同时|又|就|对|向|最后)")
_OFFICERS = re.compile(
    r"等?(?:单位|部门)?的?(?:有关|相关|主要)?(?:负责人|负责同志|领导)[，、和及以][^。；！？\n]{1,100}\Z"
)
_BY_PERSONS = frozenset("揭牌 颁奖 颁发 授旗 授牌 观看 按下 就座 就坐 宣布".split())
_SENDS = re.compile(r"等?[^，。；的、]{0,14}(?:派出?|选派|组织|组队|组成|率)[^，。；的、]{0,14}\Z")
_POST = 14
_TWO_POSTS = re.compile(
    r"(?:党组|常务)?副?(?:主席|书记|主任|部长|局长)、[\u4e00-\u9fff]{0,10}(?:主席|书记|主任|委员|部长|局长|会长)(?!们|等|代表|和|及)[\u4e00-\u9fff]{2,3}(?=[，、。出致讲])"
)
_ASIDE = 8  # characters between 由甲、乙 and what they do
_ROW = 80  # characters of a row of groups between officers and what they do
_TITLED = re.compile(
    r"(?:的?(?:原|时任)?(?:党组|党委|党工委|常务|专职|兼职|挂职|总)*(?:副?主席|副?书记|副?主任|副?部长|副?局长|副?会长|副?院长|副?校长|副?总经理|副?厅长|副?处长|副?巡视员|董事长|秘书长))"
    r"(?!单位|团|会议|们|代表|助理|等|、|和|及)[\u4e00-\u9fff]{2,3}"
)
"""Behind a body the title of somebody whose name was not made out: it is not the body that acts."""
_TEACHES = re.compile("授课|主讲|讲授|讲课|上课|辅导|讲座|一课|讲解")
_IN_CLASS = re.compile("课堂|教室|听课")
_TAKES_FLOOR = re.compile(
    r"等?(?:\d*[余多]?[家个])?(?:单位|企业|公司|部门|项目部)?的?(?:有关|相关|主要)?(?:负责人|负责同志|代表)(?:先后|分别|依次|也|还|接着|跟着|随后)*(?:上台|登台|走上[^，。；]{1,4}|起身|站起来)[^，。；]{0,4}，(?:先后|分别|依次)*"
)
"""甲、乙负责人跟着上台，作表态发言: those for whom somebody takes the floor, a clause before the talk."""
_THESE_MANY = re.compile(r"等?(?:\d+|[两二三四五六七八九十]+)[余多]?[家个](?![^，。；、]{0,8}的)")
"""甲、乙和丙3家单位发言: behind the last of a list, of how many it is."""
_LISTENS = re.compile(r"(?:听取|聆听|倾听|收听|认真听|仔细听|细听)了?[^，。；\n]{0,30}\Z")
_NOT_CHAIR = re.compile(r"^(?:人|(?:全面|日常|党委|行政|机关)?工作(?!会|座谈|部署|推进|例会)|制定|编写|研发|修订|参与)")
_OTHER_OBJECT = re.compile(
    r"^(?:了|过)?(?:工作(?![会座部推例交总])|革命|战争|高考|考试|劳动(?![竞和技模节])|建设|生产(?!竞)|农业|学习(?!会|班)|工会组织|社会|保险|医保|志愿|抢险|救援|过|共建|主办|承办|协办|筹备|筹办)"
)


def read_participation(scene: Scene, stage: Stage) -> Iterable[RawClaim]:
    """Claims of ``chaired``, ``spokeAt`` and ``attended``."""
    for predicate in ("chaired", "spokeAt", "attended"):
        for cue in scene.cues.get(predicate, ()):
            yield from _claims(scene, stage, cue)
    for cue in phrases(scene):
        yield from _claims(scene, stage, cue)
    for unit in fielded(scene):
        event = stage.at(unit.begin)
        told = unit.begin > scene.document.title_end and not scene.silent(unit.begin)
        told = told and not absent(scene, unit.begin, unit.end)
        if event and told and scene.ontology.is_a(event.cls, "Competition"):
            yield RawClaim(unit.item, "attended", event, "", "attended-team", unit.begin, unit.end)
    for unit in invited(scene):
        event = stage.at(unit.begin)
        if event and not scene.silent(unit.begin) and not absent(scene, unit.begin, unit.end):
            yield RawClaim(unit.item, "attended", event, "", "attended-invited", unit.begin, unit.end)
    for unit, begin, end in possessed(scene):
        event = stage.at(begin, spoken=True)
        if event and unit.root != "Place" and begin > scene.document.title_end and not scene.silent(begin):
            event = _part_of(scene, Cue(begin, end, "作报告", "spokeAt", False), event)
            yield RawClaim(unit.item, "spokeAt", event, "", "spokeAt-possessed", begin, end)


def _claims(scene: Scene, stage: Stage, cue: Cue) -> Iterable[RawClaim]:
    if _excluded(scene, cue):
        return
    event = stage.at(cue.begin, spoken=cue.predicate == "spokeAt" and cue.word != "宣布")
    if event is None:
        return
    cue = _opens(scene, cue)
    if cue.word == "夺冠" and not scene.ontology.is_a(event.cls, "Competition"):
        return
    chain, how = _who(scene, cue)
    if chain is None or not _plausible(scene, cue, chain, how) or _told_to_reporters(scene, cue, chain, event):
        return
    event = _part_of(scene, cue, _meeting_of(scene, cue, event))
    listed = cue.predicate == "attended" or _THESE_MANY.match(scene.text, chain.units[-1].item.end)
    units = scene.along(chain, forward=how in ("cleft", "label")) if listed else chain.units
    if how == "clause" and absent(scene, units[-1].begin, units[-1].end):
        return  # 甲、乙将陆续登台: what is said behind the last of a row holds of all
    for unit in units:
        acts = unit.root == "Person" or (
            unit.root != "Place" and _may_act(scene, cue, chain) and not _of_the_next(scene, unit)
        )
        if acts and not absent(scene, unit.begin, unit.end):
            yield RawClaim(unit.item, cue.predicate, event, "", f"{cue.predicate}-{how}", cue.begin, cue.end)


def _of_the_next(scene: Scene, unit: Unit) -> bool:
    """某街道党工委宣传委员甲: whether a body is but that at which the person right behind it holds a post."""
    if _TWO_POSTS.match(scene.text, unit.item.end):
        return True
    near = (u for u in scene.units_within(unit.end, unit.end + _POST) if u.root == "Person")
    behind = next(near, None)
    return behind is not None and not re.search(r"[，、；。和与及等]", scene.text[unit.end : behind.begin])


def _meeting_of(scene: Scene, cue: Cue, event: LocalEvent) -> LocalEvent:
    """到会 after a ceremony held within a meeting, and not its opening, speaks of the meeting."""
    apart = event.parent is None and scene.ontology.is_a(event.cls, "Ceremony")
    if not apart or not _TO_MEETING.match(cue.word):
        return event
    at = scene.mentions_within(scene.document.title_end, cue.begin)
    meetings = (e for m, e in reversed(at) if not m.bare and not scene.ontology.is_a(e.cls, "Ceremony"))
    return next((e for e in meetings if re.search(r"会议?\Z|活动\Z", e.name)), event)


def _part_of(scene: Scene, cue: Cue, event: LocalEvent) -> LocalEvent:
    """The opening of an event, where what the cue says is done there; who competes does so at the contest itself."""
    whole = event.parent or event
    if cue.predicate == "spokeAt" and "报告" in scene.text[cue.begin : cue.end] and _meets(scene, whole):
        return whole  # reports are given to the congress
    if cue.word in _COMPETES and scene.ontology.is_a(whole.cls, "Competition"):
        return whole
    if scene.ontology.is_a(whole.cls, "Training") and (_taught(scene, cue) or _IN_CLASS.search(cue.word)):
        return whole
    opens = (cue.predicate == "attended" and cue.word == "宣布") or _GREETING.match(scene.text[cue.begin : cue.end])
    if opens or (cue.predicate in ("spokeAt", "attended") and not scene.ontology.is_a(event.cls, "Meeting")):
        return scene.opening_of(event, cue.begin)
    return event


def _taught(scene: Scene, cue: Cue) -> bool:
    """Whether a cue tells of a lesson, which is given to the course and not at its opening."""
    return cue.predicate == "spokeAt" and bool(
        _TEACHES.search(scene.text, cue.begin, min(scene.document.clause_end(cue.begin), cue.end + 12))
    )


def _meets(scene: Scene, event: LocalEvent) -> bool:
    return scene.ontology.is_a(event.cls, "Meeting")


def _told_to_reporters(scene: Scene, cue: Cue, chain: Chain, event: LocalEvent) -> bool:
    """Whether it is said in an interview, or by a winner or visitor without a post where nobody takes the floor."""
    if cue.predicate != "spokeAt":
        return False
    if interviewed(scene, cue.begin) or (cue.word in _TALK and reacts(scene, chain.end)):
        return True
    before = scene.text[max(0, chain.begin - 6) : chain.units[0].item.begin]
    if cue.word in _TALK and _LOOKERS_ON.search(before):
        return True
    if (
        cue.word in _TALK
        and not scene.ontology.is_a(event.cls, "Meeting")
        and quoted_aside(scene, chain.begin, cue.end)
    ):
        return True
    if cue.word not in _TALK or any(scene.ontology.is_a(event.cls, c) for c in ("Meeting", "Ceremony")):
        return False
    if scene.ontology.is_a(event.cls, "Competition"):
        return not any(u.item.name in scene.holders for u in chain.units)
    return bool(re.search(rf"{any_of('no_post')}\Z", before))


def _who(scene: Scene, cue: Cue) -> tuple[Chain | None, str]:
    """The chain that chairs, speaks or attends, and by which construction it was found."""
    chain, how = scene.subjects(cue, _ANYONE if cue.predicate != "chaired" else _PEOPLE)
    if cue.predicate == "chaired" and scene.text.startswith("下", cue.end):  # 在甲的主持下
        chain = scene.chain_within(scene.document.clause_start(cue.begin), cue.begin, _PEOPLE)
        return chain, "clause"
    speaker = _pronoun(scene, cue) if cue.predicate == "spokeAt" else None
    if cue.predicate == "spokeAt" and chain is None:
        speaker = speaker or guests_before(scene, cue)
    chain, how = (speaker, "clause") if speaker else (chain, how)
    if chain is None or chain.end < scene.document.clause_start(cue.begin):
        teams = _teams(scene, cue)
        chain, how = (teams, "clause") if teams else (chain, how)
    if chain is not None and chain.units[0].root != "Person" and not _acts(scene, cue, chain, how):
        chain, how = scene.subjects(cue, _PEOPLE)
    return chain, how


def _pronoun(scene: Scene, cue: Cue) -> Chain | None:
    """他说, 她在讲话中表示: the one person whom the paragraph named last."""
    clause = scene.document.clause_start(cue.begin)
    if not _HE.match(scene.text[clause : cue.begin]):
        return None
    paragraph = scene.text.rfind("\n", 0, clause) + 1
    chain = scene.chain_within(paragraph, clause, _PEOPLE)
    told = "讲话" in scene.text[clause : cue.end] or bool(scene.mentions_within(paragraph, clause))  # not to a reporter
    return chain if told and chain and len(chain.units) == 1 else None


def _teams(scene: Scene, cue: Cue) -> Chain | None:
    """来自甲、乙的代表队参加比赛: the bodies whose teams compete."""
    if cue.predicate != "attended":
        return None
    chain = scene.chain_within(scene.document.clause_start(cue.begin), cue.begin, _BODIES)
    return chain if chain and _TEAMS.match(scene.text[chain.units[-1].item.end : cue.begin]) else None


def _may_act(scene: Scene, cue: Cue, chain: Chain) -> bool:
    """Persons report, point out and hand over prizes; of a body its 有关负责人 may brief a meeting for it."""
    if cue.word in _BY_PERSONS or _titled(scene, cue, chain):
        return False
    if cue.predicate != "spokeAt" or cue.word not in _REPORTING:
        return True
    sentence = scene.document.sentences[scene.document.sentence_at(cue.begin)]
    between = scene.text[chain.units[-1].item.end : cue.begin]
    given = scene.text[chain.begin - 1 : chain.begin] == "由" and len(between) <= _ASIDE
    if cue.word in _BRIEFING and (given or _AT_MEETING.match(between)):
        return True
    speaks = cue.word in _BRIEFING and bool(_SPEAKS_FOR.match(between))
    inside = cue.word in _INSIDE or bool(scene.events_within(sentence.begin, cue.begin))  # else to a reporter
    return speaks and inside


def _titled(scene: Scene, cue: Cue, chain: Chain) -> bool:
    """Whether the last body of a chain is the one at which somebody without a known name holds a post."""
    return bool(_TITLED.match(scene.text, chain.units[-1].item.end)) and chain.units[-1].root != "Person"


def _opens(scene: Scene, cue: Cue) -> Cue:
    """宣布运动会开幕: who opens an event by a word is there and gives no talk."""
    if cue.word == "宣布" and _OPENING.match(scene.text, cue.end):
        return cue._replace(predicate="attended")
    return cue


def _excluded(scene: Scene, cue: Cue) -> bool:
    if scene.silent(cue.begin) or cue.begin < scene.document.title_end or denied(scene, cue.begin):
        return True
    after = scene.text[cue.end : cue.end + 6]
    if cue.predicate == "chaired":
        return bool(_NOT_CHAIR.match(after))
    if cue.word in _NOMINAL and _NOMINAL_AFTER.match(after):
        return True
    if cue.word in _MODIFIERS and _MODIFIED.match(after):
        return True
    if cue.predicate == "spokeAt" and _LISTENS.search(scene.text, scene.document.clause_start(cue.begin), cue.begin):
        return True
    return cue.predicate == "attended" and bool(_OTHER_OBJECT.match(after))


def _acts(scene: Scene, cue: Cue, chain: Chain, how: str) -> bool:
    """Whether a chain of bodies does what the cue says, and does not merely stand before it."""
    if cue.word == "夺冠":
        return False  # who wins is a person, or said to take part elsewhere
    if how in ("cleft", "label", "agent"):
        return True
    gap = scene.text[chain.end : cue.begin]
    spoken_for = scene.text[chain.units[-1].item.end : cue.begin]
    if how == "sentence" and cue.predicate == "spokeAt" and _TAKES_FLOOR.fullmatch(spoken_for):
        return True
    if how == "sentence":
        shares = gap.startswith("分别") and len(gap) < 60 and cue.word in _SHARING
        return shares or (cue.predicate == "attended" and bool(_OFFICERS.match(spoken_for)))
    if cue.predicate == "attended" and (_SENDS.match(gap) or _TEAMS.match(gap)):
        return True
    if cue.predicate == "attended" and spoken_for != gap and len(gap) <= _ROW and _LISTED.match(gap):
        return True  # 甲局、乙局负责人以及百余名学生参加
    if cue.word in _BRIEFING and (_SPEAKS_FOR.match(spoken_for) or _AT_MEETING.match(spoken_for)):
        return True
    return len(gap) <= 10 and "的" not in gap and "，" not in gap


def _plausible(scene: Scene, cue: Cue, chain: Chain, how: str) -> bool:
    if how == "sentence":
        gap = scene.text[chain.end : cue.begin]
        if len(gap) > 60 and not (cue.predicate == "attended" and len(gap) <= 160 and _LISTED.match(gap)):
            return False
    if (
        cue.word in _REPORTING
        and how == "sentence"
        and _GOES_ON.match(scene.text, scene.document.clause_start(cue.begin))
    ):
        return cue.begin - chain.end <= 30
    if how == "cleft" and cue.word in _TOLD_OF:
        return True
    if cue.word in _REPORTING:
        near = cue.begin - chain.end <= 12 or bool(_TOWARDS.fullmatch(scene.text, chain.end, cue.begin))
        return how in ("clause", "agent") and near
    return True
