"""Words around a title that say at which body it is, or whether somebody still has it."""

from __future__ import annotations

import re

from unigraph.recognition.segmentation import cut, tag

__all__ = [
    "ACTING_PLACE",
    "COMPANY_WORD",
    "DIVISION_COMMITTEE",
    "FORMER",
    "LAST_TERM",
    "LEVEL",
    "LEVELS",
    "NEW",
    "OFFICES",
    "OWN_HEAD",
    "PARTY_ORGAN",
    "PLACE",
    "TERM_OF_UNION",
    "TOWN",
    "abuts_name",
]

OWN_HEAD = re.compile(r"(?:[省市区县镇乡州盟旗院校局厅]长|委员会)$")
FORMER = re.compile(
    r"^(?:(?:原任|原|前任|前|曾任|时任|上一?[任届])(?!台|线)|老(?=(?:常务副|副)?(?:主席|书记|局长|厂长|院长|校长|矿长|部长|主任|会长|经理)$))"
)
LAST_TERM = re.compile(r"上一?[任届](?=工会)")
"""What a body says whose posts ended: 公司上一届工会主席."""
TERM_OF_UNION = re.compile(r"(?:新一[任届]|上一?[任届]|首届|第[一二三四五六七八九十]{1,3}届)(?=工会)")
"""What a title says between a body and its union: 某医院新一任工会主席."""
NEW = re.compile(
    r"^(?:新当选|新任|新一任|现任|该(?![会校院厂矿行局公集企])|其|本届|新一届|首届|首任|首位|第[一二三四五六七八九十]+任|第[一二三四五六七八九十\d]+届|[一二两三四五六七八九十\d]{1,3}(?:[名位]|(?:多|余|几)?年))+(?:的)?"
)
LEVELS = frozenset("省市区县州盟旗镇乡")
LEVEL = re.compile(r"[省市区县州盟旗镇]")
OFFICES = ("室", "机关")
"""What the names of offices of a division's bodies end in, whose unions are their own: 市人大常委会办公室."""
PLACE = re.compile(r"[\u4e00-\u9fff]{2,7}?(?P<level>[省市区县州盟旗镇])")
PARTY_ORGAN = re.compile(r"(?:直属机关党委|机关党委|党委|党组|党总支|党支部|纪委|团委|书记处|主席团)$")
DIVISION_COMMITTEE = re.compile(r"(?:省|自治区|市|州|盟|区|县|旗|镇|乡|街道|地|师)(?:党委|委)$")
TOWN = re.compile(r"[\u4e00-\u9fff]{2}(?:街道|[镇乡])(?=$|党委|党工委|办事处|工委|人大|政府|人民政府)")
"""A street or town in the name of one of its bodies, whose federation 总工会 is right after it."""
ACTING_PLACE = re.compile(r"(?:街道|[镇乡村]|社区|园区|开发区|高新区|中心|[馆宫站])$")
"""Places that have posts of their own, as bodies do."""
COMPANY_WORD = re.compile(
    r"^(?:(?:公司|集团|总公司)(?=党|纪|副|总|董|工会|监)|[校院厂矿局行](?=党委|党总支|党支部|纪委|团委|工会))"
)

_BEFORE = 12
"""How many characters before a title are looked at."""
_NOUNS = ("n", "nz", "nt", "ns", "j", "vn")
_NO_NAME = re.compile(r"[人者员方]\Z|代表|嘉宾|同志|仪式|会议|活动|大会|领导")
"""Nouns before a title that name no body: 主持人工会主席甲."""


def abuts_name(text: str, begin: int) -> bool:
    """某某速递工会副主席: whether the words right before a title are those of a body that was not recognised."""
    before = text[max(0, begin - _BEFORE) : begin]
    last = cut(before)[-1].text if before and "\u4e00" <= before[-1] <= "\u9fff" else ""
    return len(last) > 1 and tag(last)[:2] in _NOUNS and not _NO_NAME.search(last)
