"""Where somebody is named who does what a cue says, other than right before it: the words between the two."""

from __future__ import annotations

import re

from unigraph.relation.parts import Cue

__all__ = ["after_cleft", "after_label", "given_to", "links"]

_CLEFT = re.compile(
    r"的[^，。；：\n]{0,6}?(?:\d+|[一二两三四五六七八九十]+)[位名人个]?(?:同志|劳模|嘉宾|代表)?，?(?:都|均|分别)(?:是|为|来自)[^，。；：\n]{2,20}：|(?:队伍|代表队|球队|选手|队员|运动员)[^，。；：！？\n、]{0,4}?来自|(?:[^，。；：！？\n、]{0,4}，|[^，。；：！？\n、]{0,8}(?:单位|家)，?)(?:它们)?(?:分别|依次)(?:是|为)|[^，。；：！？\n、]{0,10}?(?:共有|一共有?|共|总共|有)(?:\d+|[一二两三四五六七八九十]+)[家个支](?:单位|企业|公司|部门|工会|代表队|队伍)?(?:：|，(?:它们|他们)?(?:分别|依次|即|就)*(?:是|为|来自)：?)|[^，。；：！？\n、]{0,14}?(?:的|的?(?:领导|嘉宾|人员|同志|职工代表|代表|专家|老师|学员|劳模|工匠|选手|企业|部门)|者|人|方|单位)，?(?:同时|一?共|总共|还|也|又|仍|便|就|都|主要|则|分别|依次|正|[州市省区县]里)*(?:是|既?有|为|包括|换成|：)(?:来自)?"
    r"(?:(?:共|一共|共计|总共)?(?:有|计)?(?:\d+|[一二两三四五六七八九十]+)[家个位名](?:单位|企业|公司|部门|工会|领导|嘉宾|学校|医院)?(?:[，：]|，?(?:它们|他们)?(?:分别|依次)?(?:是|为)))?"
)
_GUESTS = re.compile(  # 主礼的嘉宾共8位。他们是：; 出席的嘉宾中，来自某市总工会的有
    r"[^，。；：！？\n、]{0,14}?的?(?:嘉宾|领导|来宾|代表|专家|人员)"
    r"(?:[^，。；：\n]{0,6}[。，](?:他们|她们|其中|名单)?(?:分别)?(?:是|有|包括)：?|[里当]?中，(?:来自[^，。；\n]{2,20}?的)?(?:有|包括))"
)
_LABEL = re.compile(
    r"(?:[一总共]*有|[一总]?共|多?达|足有)?(?:\d+|[一二两三四五六七八九十]+)?[家个]?(?:单位)?，?(?:它们)?(?:分别|依次|还|正|也|仍|都|则)?(?:是|为|有|：|包括)?"
)
_IS = re.compile(
    r"(?:则|均|都|同|也|还|正|就|分别|共同|一起)?(?:是|为|作为|担任|充当|当|做|任)了?(?:[^，。；：\n]{0,40}的)?[^，。；：\n的]{0,4}"
)
_GIVEN_TO = re.compile(
    r"由|(?:交|委托|邀请|(?<!邀)请|派)给?(?=[\u4e00-\u9fff]{2,40}?(?:承办|协办|执行|主持|主讲|授课))"
)


def after_cleft(text: str, cue_end: int) -> int | None:
    """Where the subject begins after 主持会议的是, 到会的还有：."""
    match = _GUESTS.match(text, cue_end) or _CLEFT.match(text, cue_end, min(len(text), cue_end + 36))
    return None if match is None or "\n" in match.group() else match.end()


def after_label(text: str, cue_end: int) -> int:
    """Where the subject begins after 主办单位是, 主办单位：."""
    match = _LABEL.match(text, cue_end)
    return match.end() if match else cue_end


def links(text: str, begin: int, end: int) -> bool:
    """Whether the words between two places say that one is the other: 甲 同为 承办单位."""
    return bool(_IS.fullmatch(text, begin, end))


def given_to(text: str, begin: int, cue: Cue) -> int:
    """Where the agent begins, after the last 由 or 交给 before a cue; -1 where there is none."""
    given = [m.end() for m in _GIVEN_TO.finditer(text, begin, cue.end) if m.end() <= cue.begin]
    return given[-1] if given else -1
