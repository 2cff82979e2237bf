"""Where a text names an event: from the head noun leftwards to the verb, mark or person that bounds the name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from unigraph.lexicons.words import any_of, first_of, words
from unigraph.ontology import Ontology
from unigraph.recognition.document import Document, fold
from unigraph.recognition.event_mentions import EventMention
from unigraph.recognition.event_receptions import find_receptions
from unigraph.recognition.event_tails import TAILS, find_tails
from unigraph.recognition.found import Index
from unigraph.recognition.user_classes import own_verbs
from unigraph.recognition.word_lists import WordList

__all__ = ["find_event_mentions"]

_LEADING = re.compile(
    r"^(?:（[^（）]*）|[\u4e00-\u9fff]{1,3}社[\u4e00-\u9fff]{0,8}\d{1,2}月\d{1,2}日电|[\u4e00-\u9fff]{0,8}讯(?=[（\s\d\u4e00-\u9fff])|[\s、和与及暨■△▲●◆○▪·—-]|\d{1,2}月\d{1,2}日(?:[至-]\d{1,2}日)?|(?:19|20)\d{2}年\d{1,2}月\d{1,2}日|上午|下午|晚上?|近日|日前|昨日|昨天|今天|当天"
    r"|哪些|当日|一场|一次|一堂|一节|一期|一轮|一个|一项|一年一度|首场|首次|此次|本次|这次|这场|该|各项|系列|多场|一系列|为期.{1,3}天|随后|其间|会上|期间|同时|正式|隆重|年度的?|还有|以及|第一项|第二项|眼下|原来|这就是|即(?!墨)|[一二三四]是|一[件个场项]是)+"
)
_HELD = any_of("event_held", "event_moved")
_SET = any_of("event_held", "event_moved", "event_held_there")
_ADVERBS = r"(?:”|日前|近日|昨天|昨日|今天|今日|上午|下午|当天|\d{1,2}月\d{1,2}日|隆重|正式|圆满|顺利|如期|火热|成功|暨|分别|接连|也|还|就|同时|随后|随即|在此|在这里|同步|同日|同期|一道|一并|一起|一同|合并|当天|首次|再次|曾|曾经|已|再度|热闹|热烈|精彩|盛大|准时|正在|正|相继|陆续|一同){0,6}"
_FRAME_AFTER = re.compile(
    rf"(?:结果|名单|榜单)?{_ADVERBS}(?:{_HELD}|传来(?:消息|喜讯|捷报|佳音)|，(?:主办|承办|操办|组织|发起)(?:的是|方|单位|者)|(?:昨|今|前)[天日晚]|连日来|，?\d{{1,2}}月\d{{1,2}}日[^，。；的]|，(?:\d{{1,2}}月\d{{1,2}}日|[昨今]天|[昨今]日|近日|日前)(?:上午|下午|晚上?)?[在于][^，。；！？]{{1,30}}?{_SET}|开(?![展发始放设通])[\u4e00-\u9fff](?=[了啦！，。；\n])|的?(?:赛场|会场|主会场|举办地|地点|现场)(?:就|也)?[设定选放]|的(?:赛场|会场|主会场|举办地|地点|现场)(?![上中里])|定?[在于][^，。；！？]{{1,30}}?{_SET}|，?[^，。；！？\n]{{0,12}}由[^，。；！？]{{2,60}}?(?:主办|举办|承办|主持|举行|召开|组织|推出|发起|筹办|承担|联办|合办|办[到在]|开到))"
)
_FRAME_BEFORE = re.compile(
    r"(?:召开|举行|举办|开展|主办|承办|启动|组织|参加|出席|主持|推出|发起|开设|开了|办起|开起|参与|办了|迎来|举行了|召开了|举办了|开展了|搞|开|办|协办|支持|首届|操办|张罗|筹办|承接|牵头|准备|筹备|备下|带来|送出|送去|组成|策划|安排|送上|送来|献上|奉上|开出|摆开|摆下|搞起|开启|举起)(?:了|的|过|起)?(?:一场|一次|首场|首次|第一次|一期|一堂|一个|个|场|一轮)?$"
    r"|(?:开赛|开幕|落幕|闭幕|收官|启动|结束|开班|开锣|揭晓)的$"
    r"|(?:召开|举行|举办|开展|进行)的(?:就|便|也)?是$|(?:随后|接着|之后|接下来|然后)(?:的|便|就|又)?是$"  # 随后召开的是某座谈会
    r"|[”》\u4e00-\u9fff]为(?:活动|学习)?(?:主题|主线|主要内容|内容|核心|重点|载体|抓手|契机)的$"  # 以“安康杯”为主题的
    r"|(?:作|做|上|讲|来|过|聚|听)(?:了|过)(?:一?[场堂次节期个])?$|作$"
    r"|(?<![每任哪同另第])一[场期堂届](?:[^，。；！？\n]{0,10}的)?$"
)
_TRAVELLERS = re.compile(r"\d+[余多]?[名位人]")  # 20名劳模赴某地疗休养
_ROUND = re.compile(r"(?:(?:19|20)\d{2}年|届)[^，。；、]{2,24}(?:大赛|竞赛|比赛)[^，。；、的和与及]{2,12}\Z")
_COUNTED = re.compile(
    r"(?:^|[^第\d一二三四五六七八九十])(?:\d+|[两三四五六七八九十]+)[个项场]?\Z"
)  # 6个赛项 are several
_STRONG = re.compile(
    r"[“《]|(?:19|20)\d{2}(?:[—-](?:19|20)?\d{2})?年|第[一二三四五六七八九十百\d]+[届次期]|[一二三四五六七八九十百]+届|首届|周年"
)
_TOLD_OF = re.compile(r"(?:^|[，。；\n])(?:[这此本][次届]?)?(?:也|正|已经?|就)?是\Z")
_BARE = re.compile(
    r"^(?:\d{1,2}日的?|当[晚天日]的?|随后的?|接着的|此次|本次|这次|该|[本此这][届期场轮]|这一[届期场次轮项]?|当天的?|这项|该项|整个|当日|在|于|场|个|堂|次)?$"
)
_NEGATIVE = re.compile(
    r"(?:各类|各种|哪些|此前|往届|历届|每年|多次|定期|经常|广泛|不断|(?<!主)要|(?<![响供反适对])应(?!急|用|届|聘)|须|将|继续|深入|扎实|大力|积极|精心|组织好|开展好|如何|怎样|通过)[^，。；]{0,12}$"
)
_SITTINGS = frozenset(["会议", "座谈会", "大会", "工作会议", "全会", "职代会"])
_JOINT = re.compile(r"暨[^，。；：！？\n、]{2,30}(?:会|会议|仪式)\Z")
_JOINED = re.compile(r"(?<=仪式)暨|(?<=[开闭]幕式)暨|(?<=典礼)暨")
_MAX_JOINT = 40
_URGED_WORK = re.compile(r"(?:开展|组织|举办|筹办|办|搞|做)\Z")  # 开展好某活动 is work to do
_YEAR_LAST = re.compile(r"(?:19|20)\d{2}年?(?=”)")
_APART = re.compile(
    r"（[^（），。；：、\n]{0,12}(?:竞赛|大赛|比赛|赛区|赛项|赛点|组|站|片区|赛|专场|场|期|行业|产业|项目|工种|分会场|营|班|决赛)）"
)
"""What of a larger event this one is: …技能大赛（丝网产业竞赛）."""
_POINTS = re.compile(r"(?:这次|此次|本次|这场|这一?届)(?=[\u4e00-\u9fff]{0,4}\Z)")
"""Near a head noun, what points to an event that was named: 某会对这次大会."""
_LESSONS, _NUMBERED = (
    frozenset("课讲班周夜季"),
    re.compile(r"第[一二三四五六七八九十\d]+|首|最后一?|开班第一|首堂|头一"),
)
"""第一课 is a lesson of some course, and no event with a name."""
_WITHIN = re.compile(r"在(?:[^，。；]{0,8}的)?\Z")
_SUBJECT_MATTER = re.compile(
    r"的?(?:等工作)?(?:开展|组织|实施)?的?(?:情况|工作(?!会)|经验|做法|成效|机制|制度|方案|意义|水平|力度)"
)
"""文体活动的情况 is what one hears about."""
_OF_CONTEST = re.compile(
    r"[\u4e00-\u9fff]{2,8}?(?:项目|赛项|工种|组别?|赛区|分赛区|分论坛|专场)(?=比[完出]|开赛|开[打战]|举行|落幕|收官|圆满|正式|火热|激战|在[^，。；]{2,30}?(?:举行|开|落))"
)
"""What follows the name of a contest and is one part of it: …技能竞赛焊工项目."""
_SHOWN = ("活动", "大赛", "比赛", "赛", "会", "周", "月", "日", "展", "交流")
_GIVES = re.compile(
    r"[^，。；！？\n]{2,24}?(?:捐赠|捐款|捐助|赠送|援助|授牌|授旗|赠书)[^，。；！？\n]{0,4}(?:仪式|活动)"
)
_AT_IT = re.compile(
    "上|期间|现场|后|前|中|间隙|地点|一?开始|伊始|从[^，。；]{2,30}?(?:开始|说起|谈起|讲起|切入)|由[^，。；]{2,40}?主持"
)
_CHAIRED = re.compile(r"由[^，。；！？]{2,40}?(?:主持|主办|承办|举办)")
_URGED = re.compile(r"[要应须将]|继续|好$")
_MAX_NAME = 72
_FULL = 6  # characters of a name with a short modifier that says enough: 职工健步走活动
_BROUGHT = re.compile(rf"”{any_of('event_moved')}")  # 将“甲”大讲堂搬进某厂
_ASIDE = re.compile(r"[（(][^（）()]*[、，,][^（）()]*[）)]")
_PAIRS = {"“": "”", "《": "》", "（": "）", "‘": "’"}
_MANY = re.compile(r"各单位|各级|各地|各类|\A(?:此前|往届|历届|下[一届次]|上[一届次]|前[一二三四五六七八九])")
"""Before a head noun: any such event, or another than the one told of."""
_PAIRED = frozenset((*_PAIRS, *_PAIRS.values()))


@dataclass(frozen=True, slots=True)
class _Heads:
    """The head nouns and anaphors of an ontology's events."""

    words: WordList
    items: tuple[tuple[str, str], ...]
    nouns: frozenset[str]
    anaphors: frozenset[str]
    verbs: re.Pattern[str] | None


@lru_cache(maxsize=4)
def _heads(ontology: Ontology) -> _Heads:
    nouns = {fold(w): c for w, c in ontology.words("headNoun", "Event").items()}
    anaphors = {fold(w): c for w, c in ontology.words("anaphor", "Event").items()}
    items = tuple(sorted({**anaphors, **nouns}.items()))
    found = WordList(word for word, _ in items)
    return _Heads(found, items, frozenset(nouns), frozenset(anaphors), own_verbs(ontology))


@lru_cache(maxsize=1)
def _boundary() -> re.Pattern[str]:
    return re.compile(
        rf"(?=[，。；：！？\s”的在作对让也开向获办搞暨同与和由把将被了使为是{first_of('event_boundary')}])"
        + r"(?:[，。；：！？\n\t\u3000]|(?<![A-Za-z]) (?![A-Za-z])|(?<=[A-Za-z]) (?=[A-Za-z])|(?<!党)的(?!一流)|"
        + any_of("event_boundary")
        + r"(?!暨)|(?<=会)[同与和](?=(?:19|20)\d{2}年|第)|开(?=第.{1,3}[次届])|(?<=[开闭]幕式)暨|在(?![京沪穗宁莞渝津蓉粤港](?:单位|高校|企业|院校|央企))|(?<![工写操合协创制])作$|(?<![公召])开(?=$|全委|全会|职代|教代|座谈|代表大会|大会|会)|(?<![面方导志取定])向(?![阳上])|获(?!奖|得者)|(?<![\u4e3b\u534e承协举合联筹操公创兴督中市县区省委党厅政院局校企侨外])办(?=[“《])|搞(?=[“《])|(?<![反针绝相面])对(?=[这此本]次?)|也?让(?=[^，。；]{0,8}第)|作(?=[“《])|[由把将被了使为是]|(?<=[。！？])”)"
    )


@lru_cache(maxsize=1)
def _continued() -> re.Pattern[str]:
    return re.compile(any_of("event_continued"))


def find_event_mentions(
    document: Document, ontology: Ontology, bodies: Index, people: Index, mute: Index
) -> tuple[EventMention, ...]:
    """All mentions of events in the order of the text, none inside another. In mute stretches only named ones count."""
    heads = _heads(ontology)
    receptions = find_receptions(document, ontology, bodies, people)
    candidates = tuple(_candidates(document, heads, bodies, people, mute))
    return _outermost([*candidates, *_joint_ceremonies(document, heads, people, candidates), *receptions])


def _candidates(document: Document, heads: _Heads, bodies: Index, people: Index, mute: Index) -> Iterable[EventMention]:
    text = document.text
    for begin, end, cls in _head_spans(text, heads):
        head = text[begin:end]
        tail = head in TAILS
        if tail and (bodies.ending_at(end) is not None or people.covering(begin) is not None):
            continue
        year = _YEAR_LAST.match(text, end)
        end = year.end() if year else end
        apart = _APART.match(text, end)
        end = apart.end() if apart else end
        if (
            text[end : end + 1] == "”"
            and (opened := text.rfind("“", max(0, begin - _MAX_NAME), begin)) >= 0
            and "”" not in text[opened:end]
        ):
            quoted = _quoted(document, opened, begin, end, cls, people, mute)
            if quoted:
                yield quoted
            continue
        start = _left(text, begin, people)
        if heads.verbs:  # 审理甲公司欠薪案: a verb of a user's ontology is no part of the name
            start = max([start, *(m.end() for m in heads.verbs.finditer(text, start, begin))])
        if not tail and _BARE.match(text[start:begin]):
            urged = start == begin and _NEGATIVE.search(text[max(0, begin - 14) : begin])
            held = not urged and bool(
                text[start:begin]
                or _FRAME_BEFORE.search(text[max(0, start - 14) : start])
                or _FRAME_AFTER.match(text, end)
                or _AT_IT.match(text, end)
            )
            if head in heads.anaphors or len(head) > 2 or held:
                yield EventMention(start, end, cls, "", True, head, held)
        elif (tail or head in heads.nouns) and _accepts(text, start, begin, end, head, bodies, mute):
            head = text[max(start, end - 3) : end] if tail else head
            part = _OF_CONTEST.match(text, end) if _STRONG.search(text, start, begin) else None
            end = part.end() if part else end
            start, name = _themed(document, start, end)
            yield EventMention(start, end, cls, name, False, head)
        elif head in heads.anaphors and not _within_word(text, begin):
            yield EventMention(begin, end, cls, "", True, head)


def _quoted(
    document: Document, opened: int, begin: int, end: int, cls: str, people: Index, mute: Index
) -> EventMention | None:
    """“工会送温暖行动”: a name in quotes that ends in a head noun, with what stands before the quotes."""
    text = document.text
    brought = _BROUGHT.match(text, end) and text[max(0, opened - 1) : opened] in ("将", "把")
    urged = not brought and _NEGATIVE.search(text[max(0, opened - 14) : opened])
    if begin - opened < 3 or mute.covering(opened) is not None or urged:
        return None
    start = min(opened, _left(text, opened, people))
    before = text[max(0, start - 14) : start]
    if not (_FRAME_BEFORE.search(before) or _FRAME_AFTER.match(text, end)):
        return None
    name = _ASIDE.sub("", document.simple[start : end + 1])
    return EventMention(start, end + 1, cls, name, False, text[begin:end])


def _within_word(text: str, begin: int) -> bool:
    """Whether a head that no name was found for goes on a word to its left: 工会会议, 体育活动."""
    return "\u4e00" <= text[begin - 1 : begin] <= "\u9fff" and text[begin - 1] not in "持加席在开办了的次届本该此这到动"


def _joint_ceremonies(
    document: Document, heads: _Heads, people: Index, found: tuple[EventMention, ...]
) -> Iterable[EventMention]:
    """竞赛启动仪式暨宣讲活动: a ceremony and what was held with it are one event, whose name the text gives in full."""
    text = document.text
    joints = [m for m in found if not m.bare and _JOINED.match(text, m.end)]
    spans = _head_spans(text, heads) if joints else []
    for first in joints:
        near = (s for s in spans if first.end + 1 < s[0] and s[1] <= first.end + _MAX_JOINT)
        fitting = [
            s for s in near if _names_kind(text[s[0] : s[1]], heads) and _left(text, s[0], people) <= first.end + 1
        ]
        if fitting:
            begin, end, cls = max(fitting, key=lambda s: s[1])
            end += text[end : end + 1] == "”" and "“" in text[first.end : end]
            name = _ASIDE.sub("", document.simple[first.begin : end])
            yield EventMention(first.begin, end, cls, name, False, text[begin:end])


def _names_kind(word: str, heads: _Heads) -> bool:
    """Whether a word ends the names of events, and is none that only points to one."""
    return word in heads.nouns or word not in heads.anaphors


def _outermost(found: Iterable[EventMention]) -> tuple[EventMention, ...]:
    """Mentions that lie in no other one; of two that overlap the longer."""
    out: list[EventMention] = []
    for item in sorted(found, key=lambda m: (m.begin, -m.end)):
        if out and item.begin < out[-1].end:
            if item.end - item.begin > out[-1].end - out[-1].begin:
                out[-1] = item
            continue
        out.append(item)
    return tuple(out)


def _head_spans(text: str, heads: _Heads) -> list[tuple[int, int, str]]:
    """Head nouns by place, the longest at each end; those that go on to another word (会议室, 活动中心) are none."""
    best: dict[int, tuple[bool, int, str]] = {}
    for index, begin, end in heads.words.places(text):
        word, cls = heads.items[index]
        found = (word not in heads.nouns, begin, cls)  # a head noun before a mere anaphor, then the longer one
        best[end] = min(found, best.get(end, found))
    spans = [(begin, end, cls) for end, (_, begin, cls) in sorted(best.items()) if not _continued().match(text, end)]
    ends = {end for _, end, _ in spans}
    spans = [s for s in spans if not (text[s[0] : s[1]] not in heads.nouns and (s[0] + 1 in ends))]
    within = {at for begin, end, _ in spans for at in range(begin, end)}
    tails = (t for t in find_tails(text, best) if t[0] not in within and not _continued().match(text, t[1]))
    return sorted([*spans, *tails])


def _left(text: str, head: int, people: Index) -> int:
    """Where the name that ends in a head noun begins."""
    floor = max(0, head - _MAX_NAME)
    masked = _mask(text[floor:head])
    start = floor
    for match in _boundary().finditer(masked):
        if match.group() == "向" and _GIVES.match(text, floor + match.end()):
            continue  # who gives begins the name of a giving
        if match.group() == "展示" and text.startswith(_SHOWN, floor + match.end()):
            continue  # 成果展示活动
        start = floor + match.end()
    for person in people.within(start, head):
        if masked[person.begin - floor] != "▪":
            start = max(start, person.end)
    listed = masked.rfind("、", start - floor)
    if listed >= 0 and not _coordinates(text, floor + listed, start, head):
        start = floor + listed + 1
    points = _POINTS.search(text, start, head)
    start = points.start() if points else start
    leading = _LEADING.match(text[start:head])
    return start + leading.end() if leading else start


def _coordinates(text: str, mark: int, start: int, head: int) -> bool:
    """Whether a list mark stands within a name: 第一次区、街主席联席会, 某院职代会暨某院职工大会、工会会员大会."""
    if _JOINT.search(text, max(start, mark - 48), mark):
        return True
    if _ROUND.search(text, start, mark):
        return True  # 2024年某大赛甲工种、乙工种赛项
    before = text[max(start, mark - 8) : mark]
    return bool(re.search(r"(?:19|20)\d{2}年|第.{1,3}[次届]", before)) and head - mark <= 12


def _mask(stretch: str) -> str:
    """A stretch with what stands in quotes and brackets blanked, so that no boundary is found there."""
    if _PAIRED.isdisjoint(stretch):
        return stretch
    out = []
    closers: list[str] = []
    if "”" in stretch and ("“" not in stretch or stretch.index("”") < stretch.index("“")):
        cut = stretch.index("”") + 1
        out.append("，" * cut)
        stretch = stretch[cut:]
    for at, c in enumerate(stretch):
        if c in _PAIRS and _PAIRS[c] in stretch[at:]:
            closers.append(_PAIRS[c])
            out.append("▪")
        elif c in _PAIRS and not closers:
            out.append("，")
        elif closers and c == closers[-1]:
            closers.pop()
            out.append("▪")
        else:
            out.append("▪" if closers and c != "\n" else c)
    return "".join(out)


def _themed(document: Document, start: int, end: int) -> tuple[int, str]:
    """The name as written; 以“甲”为题举行演讲会 lends its theme to the name."""
    name = _ASIDE.sub("", re.sub(r"\s*\n\s*", "", document.simple[start:end])).strip()
    theme = re.search(
        r"以(“[^”\n]{2,40}”)为(?:主)?题[^，。；“”]{0,8}[，]?[^，。；“”]{0,20}$",
        document.text[max(0, start - 80) : start],
    )
    if theme and "“" not in name:
        return start, theme.group(1) + name
    return start, name


def _is_told(modifier: str, before: str) -> bool:
    """Whether a name of few words is that of one event all the same: it has a theme, or 这是第三届大赛 tells of it."""
    return "“" in modifier or bool(_TOLD_OF.search(before))


def _accepts(text: str, start: int, begin: int, end: int, head: str, bodies: Index, mute: Index) -> bool:
    """Whether a name is that of a particular event: it has a term, year or title, a body, or stands where events are held."""
    modifier = text[start:begin]
    strong = bool(_STRONG.search(modifier))
    named = any(b.begin < begin for b in bodies.within(start, end)) or bodies.covering(start) is not None
    if _MANY.search(modifier):
        return False
    if _COUNTED.search(modifier) or _TRAVELLERS.search(modifier):
        return False
    if head in _LESSONS and _NUMBERED.fullmatch(modifier):
        return False
    if not strong and not named and _SUBJECT_MATTER.match(text, end):
        return False
    if modifier.startswith("好") and _URGED_WORK.search(text[max(0, start - 4) : start]):
        return False
    if len(modifier.strip("“”《》 ")) < 2:
        return False
    before, after = text[max(0, start - 14) : start], text[end : end + 44]
    framed = bool(_FRAME_BEFORE.search(before) or _FRAME_AFTER.match(after))
    framed = (
        framed
        or bool(_OF_CONTEST.match(text, end))
        or bool(len(head) + len(modifier) > 5 and _WITHIN.search(before) and re.match("上|期间", after))
    )
    if mute.covering(start) is not None:
        return strong and bool(_FRAME_BEFORE.search(before)) and not _URGED.search(before)
    if re.match(r"\S{0,3}$", modifier) and not strong and not named:
        full = head not in TAILS and head not in words("event_weak") and len(modifier) + len(head) >= _FULL
        full = full and not re.search("[及和与]", modifier)
        return (
            bool(_FRAME_BEFORE.search(before) or _CHAIRED.match(after))
            or (framed and full)
            or (before.endswith(("把", "把一场", "将")) and framed)
        )
    if head in TAILS or head in words("event_weak"):
        opened = head in _SITTINGS and bodies.starting_at(start) is not None
        return (
            (strong and (framed or named or _is_told(modifier, before) or head.endswith("代表大会")))
            or opened
            or (framed and not _NEGATIVE.search(before))
        )
    return strong or named or framed
