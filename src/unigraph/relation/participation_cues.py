"""Phrases of speaking and of taking part that are no single words: 作某某报告, 提出三点要求, 派出选手, 带来一场讲座."""

from __future__ import annotations

import re
from collections.abc import Iterable

from unigraph.relation.parts import Chain, Cue, Unit
from unigraph.relation.scene import Scene
from unigraph.scanning import Scan

__all__ = ["fielded", "guests_before", "invited", "phrases", "possessed"]

_TALK = r"(?:报告|发言|讲话|小结|总结|汇报|交流|部署|说明|辅导|讲座|点评|致辞|演讲|表态|解读|宣讲|述职|动员|经验介绍|经验分享)"
_SPOKEN = (
    # what is said to an audience; who gave such a talk may stand after it, too
    (
        "作报告",
        Scan(
            rf"(?<![工写操合协著制])作(?:了|的)?(?:题为)?(?:[^，。；：、\n作]|工作){{0,12}}?{_TALK}(?!会|人|团|稿)"
            r"|(?<![工写操合协著制])作(?:了|的)?(?:题为|以)?《[^》\n]{2,60}》|致[^，。；：、\n]{0,4}?(?:辞|词|谢)"
            r"|发表[^，。；：、\n]{0,12}?(?:讲话|演讲|宣言|致辞|致词|感言)|讲了话"
            r"|进行了?[^，。；：、\n]{0,10}?(?:讲解|授课|辅导|宣讲|解读|点评|演讲|专题讲座|总结讲话|交流发言|致辞|动员|汇报|说明|介绍(?=[，。；\n]))(?!会|活动|比赛|大赛)"
            r"|(?:上|讲)了?[^，。；：、\n]{0,14}?(?:第?一课|党课)(?!程)"
            r"|(?:作|做)了?(?:交流|分享|汇报|发言|介绍|示范|点评)(?=[，。；\n])"
            r"|[讲作上]了?一[场堂节次期](?![^，。；\n]{0,12}比赛)|讲的(?:是|题目)|登台(?=[^，。；\n]{0,6}(?:讲|说|谈|分享|发言|演讲|宣讲))"
            r"|讲了?(?:[一二两三四五六七八九十几]|\d)[^，。；：、\n]{0,2}(?:层|点|条|句|件|方面)|为(?:会议|大会|活动)定下?基调"
            r"|(?:讲给|说给|介绍给)[^，。；\n]{1,8}(?:听)?|告诉(?:大家|学员|在场|在座|现场|同学|年轻)"
            r"|带来了?[^，。；：\n]{0,40}?(?:讲座|党课|一课|宣讲|分享|演讲|授课)(?!会|活动)"
        ),
    ),
    # what is only known for speech by the person who stands before it
    (
        "指出",
        Scan(
            r"提(?:出|了)[^，。；：、\n]{0,8}?(?:要求|意见|建议|希望|期望)|代表[^，。；、\n]{1,20}?(?:感谢|祝贺|欢迎|道谢|问候|敬意|祝福|慰问(?![金品物组款])(?=[^，。；\n]{2})|道贺|致敬)"
            r"|(?:细细|娓娓|一一|缓缓|徐徐|逐一|逐项|依次)道来|(?:拿出|亮出|晒出|端出|捧出|摆出)了?(?:自己|各自|本单位|自家)?的?[^，。；\n]{0,8}?(?:经验|做法|招数|高招|成绩单|心得|账单)|(?:交流|谈|分享)学习(?:体会|心得)|交流研讨(?=[，。；\n])|(?:讲|说|交代|介绍)(?:得|个)?(?:清清楚楚|清楚|透彻|明明白白|明白|分明)(?=[，。；\n])"
            r"|充分肯定|给予[^，。；、\n]{0,10}?(?:肯定|评价)|高度评价|报告了|就[^，。；\n]{2,30}?(?:作|作出|做出|进行)了?[^，。；\n]{0,8}?(?:安排|部署|强调)|作了[^，。；、\n]{0,6}介绍"
        ),
    ),
    # what several tell each other at a meeting, one after the other
    (
        "交流",
        Scan(
            r"交流(?:了|各自)[^，。；：、\n]{0,14}?(?:经验|做法|体会|心得|感受|情况)"
            r"|谈(?:了|起)?[^，。；：\n]{0,14}?(?:体会|感受|感想|看法|想法|打算|收获|心得)"
        ),
    ),
)
_GIVEN_BY = Scan(
    r"(?:动员|报告|讲话|致辞|总结|辅导|讲座|授课|主讲|第一课|首课|(?:欢迎|开幕|闭幕|答谢|主持|祝酒|贺|开场)[词辞]|倡议书?|点评|发言|课程|党课"
    r"|贺信|(?:情况|经验|工作|做法)(?:介绍|通报|汇报|说明)|(?:(?:决定|通报|名单)(?=[^，。；\n]{0,6}由[^，。；\n]{2,60}(?:宣读|宣布|通报))))"
    r"(?!会|大会|活动)(?:[^，。；、由是]{0,6}|》)，?(?:由(?![^，。；\n]{2,60}?(?:主办|举办|承办|协办|组织|主持|召开))|是(?=[^，。；\n]{2,40}(?:致|作|做|讲|宣读|念|领读|发表)的))"
)
_SENT = Scan(
    r"(?:派出?|选派|选送)了?[^，。；：、的]{0,14}?(?:代表(?!大会|会)|选手|队员|队伍|代表队|职工|骨干|学员|人员)(?!的)"
)
_COME_FROM = re.compile(
    r"(?:他们|她们|选手|队员|学员|职工|嘉宾|人员|代表|队伍|青年|会员|劳模|骨干|干部|员工|歌手|师傅)[^，。；：、]{0,8}?，?(?:分别)?(?:来自|代表(?![，。；、：的们队团]|大会|参|出|发|作|等|和|及|共))(?:了|着)?"
    r"(?:[^，。；、：]{0,14}(?:：|登台|出战|参赛|出场)：?|[^，。；、]{0,8}各[^，。；、]{2,8}[、，](?:以及|还有)?)?"
)


_WINS = Scan(
    r"(?:夺得|摘得|摘取|捧得|捧回|斩获|拿下|赢得|荣获|获得|荣膺|获|列|居|分列|分获)了?[^，。；：\n]{0,16}?(?:冠军|亚军|季军|桂冠|第[一二三]名?|前三甲?|[一二三]等奖|[金银铜]奖|[二三]位)"
    r"|夺冠|问鼎|折桂|摘金|夺魁|屈居|拔得头筹|技压群雄|脱颖而出"
)
_BOOTH = Scan(
    r"(?:设(?:立|置)?|摆(?:放|设)?|开设|搭起|架起)了?[^，。；\n]{0,14}?(?:咨询台|服务台|展台|展位|摊位|服务点|咨询点|咨询处|服务区|宣传台)"
    r"|(?:发放|派发|分发)了?[^，。；\n]{0,8}(?:宣传|资料|手册|折页|传单)|义诊|摆摊|现场(?:为|向)[^，。；\n]{2,10}(?:提供|解答|讲解|答疑|咨询|办理)"
)
_SEEN = re.compile(
    r"(?:主席台|前排|台下|观众席|席间|现场|会场|到场[^，。；\n]{0,6}名单|参会[^，。；\n]{0,4}名单)[上里中]?(?:就座的|落座的)?(?:坐着|坐有|有|是)(?=[\u4e00-\u9fff])"
)
"""主席台上坐着甲、乙, 参会名单上有丙局: who was there stands behind."""
_CAME = Scan(r"(?:来到|走进|赶到|赶来|前来|来)(?=[^，。；、\n]{0,8}的(?:还|也)?(?:有|是|包括))")
_INVITED = re.compile(r"(?:邀请|特邀|请来|请到|邀来)了?(?:到)?\Z")
_FIELDED = re.compile(
    r"(?:等?\d*余?[家个支]?(?:单位|企业|公司|部门)?)?的?[^，。；：的、\n]{0,6}?(?:代表队|参赛队|队伍|球队|选手|队员|运动员|歌手)(?!的?(?:管理|建设|培训|素质))"
)
_ANNOUNCED = re.compile(r"(?:同志)?宣布的[^，。；的\n]{0,10}?(?:决定|任免|任命)")
_OF = re.compile(
    r"(?:同志|教授|老师)?(?:所?作的?|[^，。；：、\n]{0,4}代表[^，。；、\n]{1,24}?所?作的?|的|关于[^。；\n]{2,60}?的|所?作)(?:题为[^。；\n]{2,40}?的)?[^，。；：、的\n]{0,10}?"
    r"(?:工作报告|审查报告|经审报告|财务报告|专题报告|主题报告|情况报告|辅导报告|情况汇报|工作汇报|汇报|情况介绍|情况通报|授课|讲座|讲课|讲解|讲述|一堂课|发言|致辞|演讲|宣讲|开场白|党课)(?!精神|稿|材料|会|团|人|中指出)"
)
_TELLS = re.compile(
    r"(?:同志|教授|老师)?(?:先|则|还|也|接着|随后)?(?P<verb>讲)(?![话课授解述究演堂座师坛台好稿])(?!政治|诚信|规矩|奉献|文明|卫生|团结)"
)
_TOPIC = re.compile(
    r"(?:同志)?(?:先|则|还|也|接着|随后|重点|主要|着重)*(?P<verb>谈|讲|聊|说|介绍)(?:了|起|的)?(?=[^，。；：、\n“]{2,24}[，。；、\n])"
)
_IN_TURN = re.compile(r"(?:介绍|发言|交流|分享|汇报|座谈|登台|上台|宣讲)[^，。；：\n]{0,12}[：，]")
"""What announces that several will speak, each on a matter of their own: 会上三家作介绍：甲谈组建，乙谈维权."""
_HEARD = re.compile(r"(?:听取|听|聆听|收听)(?:并审议|、审议|和审议|并讨论)?(?:通过)?了?(?:来自|由)?\Z")


def possessed(scene: Scene) -> Iterable[tuple[Unit, int, int]]:
    """甲的授课赢得掌声; 听取了甲、乙两局的汇报: units by whom a talk was given, and where the talk stands."""
    for chain in scene.chains:
        talk = _OF.match(scene.text, chain.units[-1].end) or _OF.match(scene.text, chain.units[-1].item.end)
        talk = talk or _ANNOUNCED.match(scene.text, chain.end)
        if talk is None:
            continue
        heard = bool(_HEARD.search(scene.text, max(0, chain.begin - 14), chain.begin))
        person = chain.units[0].root == "Person"
        if heard or (person and not re.search(r"[，：]", talk.group())):
            yield from ((unit, talk.start(), talk.end()) for unit in chain.units if person or heard)


def fielded(scene: Scene) -> Iterable[Unit]:
    """甲、乙两家公司的选手过关斩将: the bodies that a contest's players play for."""
    for chain in scene.chains:
        if chain.units[0].root not in ("Person", "Place") and _FIELDED.match(scene.text, chain.units[-1].item.end):
            yield from chain.units


def invited(scene: Scene) -> Iterable[Unit]:
    """还请来了骑手代表甲: the persons whom an event had as guests."""
    for chain in scene.chains:
        before = scene.text[max(0, chain.begin - 8) : chain.begin]
        narrated = chain.begin > scene.document.title_end
        if narrated and chain.units[0].root == "Person" and _INVITED.search(before):
            yield from chain.units


def guests_before(scene: Scene, cue: Cue) -> Chain | None:
    """邀请甲、乙两位教授授课: the persons asked to speak, earlier in the sentence."""
    start = scene.document.sentences[scene.document.sentence_at(cue.begin)].begin
    chain = scene.chain_within(start, cue.begin, ("Person",))
    return chain if chain and _INVITED.search(scene.text, max(start, chain.begin - 8), chain.begin) else None


def _topics(scene: Scene) -> Iterable[Cue]:
    """三人发言：甲谈组建，乙谈维权: each who stands before what they talked about, in a sentence that announces it."""
    for sentence in scene.document.sentences:
        announced = _IN_TURN.search(scene.text, sentence.begin, sentence.end)
        for unit in scene.units_within(announced.end(), sentence.end) if announced else ():
            topic = _TOPIC.match(scene.text, unit.end) if unit.root != "Place" else None
            if topic:
                yield Cue(topic.start("verb"), topic.end("verb"), "谈", "spokeAt", False)


def phrases(scene: Scene) -> Iterable[Cue]:
    """The phrases of a text that are cues of ``spokeAt`` or ``attended``."""
    for word, pattern in _SPOKEN:
        for match in pattern.finditer(scene.text):
            if not scene.named(match.start()):
                yield Cue(match.start(), match.end(), word, "spokeAt", False)
    for unit in scene.units:
        told = _TELLS.match(scene.text, unit.end) if unit.root == "Person" else None
        if told:
            yield Cue(told.start("verb"), told.end(), "讲", "spokeAt", False)
    yield from _topics(scene)
    for match in _GIVEN_BY.finditer(scene.text):
        if not scene.named(match.start()):
            yield Cue(match.start(), match.end(), "报告由", "spokeAt", True)
    for word, pattern in (("夺冠", _WINS), ("设点", _BOOTH), ("前来", _CAME)):
        for match in pattern.finditer(scene.text):
            if not scene.named(match.start()):
                yield Cue(match.start(), match.end(), word, "attended", False)
    for match in _SEEN.finditer(scene.text):
        if not scene.named(match.start()):
            yield Cue(match.start(), match.end(), "在场", "attended", True)
    for match in _SENT.finditer(scene.text):
        yield Cue(match.start(), match.end(), "派出", "attended", False)
    for match in _COME_FROM.finditer(scene.text):
        yield Cue(match.start(), match.end(), "来自", "attended", True)
