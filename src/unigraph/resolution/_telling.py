"""What tells names apart that are nearly one: sessions, years and cores of events, short names of companies."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from unigraph.lexicons import load_companies, load_gazetteer, load_national_bodies
from unigraph.lexicons.words import words
from unigraph.recognition.ordinals import ordinals, years

__all__ = [
    "core",
    "differs",
    "is_national",
    "kind_of",
    "likeness",
    "session",
    "short_company",
    "unplaced_company",
    "without_place",
]

_YEAR = re.compile(r"(?:19|20)\d{2}(?:年度?|[—-](?=\d))?")
_COUNT = re.compile(r"第?(?:[0-9]+|[零一二三四五六七八九十百]+)(?:届|次|期|周年)|首[届次]")
_FORM = re.compile(r"(?:集团|控股|股份|有限|责任|总)*(?:公司|集团|厂)(?:股份)?$")
_LEAST = 3
"""Characters that tell a company without the county before them."""
_WIDE = ("province", "prefecture")
_NATION = ("全国", "中国", "中华", "国家", "国务院", "中央", "中共中央", "最高人民")
_STAGE = re.compile(r"(?:开幕|闭幕|启动|颁奖|签约|揭牌|挂牌|发布|动员|总结)(?:式|仪式|会|大会)?$")
_KINDS = (("赛", "赛武竞"), ("会", "会议坛"), ("式", "式礼"), ("课", "班课座训"), ("动", "动周月日节"))
_TERRITORY = re.compile(
    r"\A[\u4e00-\u9fff]{2,8}?(?:自治区|特别行政区|自治州|省|市|州|盟|县|区|旗)(?=[\u4e00-\u9fff0-9“])"
)


def _is_known_company(name: str) -> bool:
    """Whether a name is that of a well-known or listed company, of which there is one."""
    known = load_companies()
    return name in known or name in _full_names()


def is_national(name: str, cls: str) -> bool:
    """Whether there is one body of a name in the whole country: a paper, a well-known company or brand, 国家…, 中国…."""
    return (
        cls == "Media"
        or name.startswith(_NATION)
        or name in words("brand")
        or _is_known_company(name)
        or name in _national_bodies()
    )


@lru_cache(maxsize=1)
def _national_bodies() -> frozenset[str]:
    return frozenset(name for body in load_national_bodies() for name in (body.short, body.full))


@lru_cache(maxsize=1)
def _full_names() -> frozenset[str]:
    return frozenset(filter(None, load_companies().values()))


@lru_cache(maxsize=1 << 14)
def without_place(name: str) -> str:
    """A name without the divisions that it begins with.

    >>> without_place("江城市云岭区职工运动会"), without_place("绍兴东方集团")
    ('职工运动会', '东方集团')
    """
    gazetteer = load_gazetteer()
    for end in range(min(len(name) - 2, 8), 1, -1):
        if name[:end].endswith(("职工", "工会")) or _FORM.fullmatch(name[end:]):
            continue
        if any(len(d.code) == 6 for d in gazetteer.named(name[:end])):
            return without_place(name[end:])
    found = _TERRITORY.match(name)
    return name[found.end() :] if found and len(name) - found.end() > 2 else name


@lru_cache(maxsize=1 << 14)
def core(name: str) -> str:
    """An event's name without its places, years and counts: what recurs."""
    return without_place(_COUNT.sub("", _YEAR.sub("", without_place(name))))


def session(name: str) -> str:
    """The counts that a name holds, and its years where it holds no count; empty where one name may recur."""
    counts = ",".join(map(str, sorted(ordinals(name))))
    return counts or ",".join(sorted(years(name)))


def kind_of(name: str) -> str:
    """What an event is by the end of its name: a contest, a meeting, a ceremony, a course, an action."""
    last = name[-1:]
    return next((kind for kind, ends in _KINDS if last in ends), last)


@lru_cache(maxsize=1 << 14)
def likeness(a: str, b: str) -> float:
    """From 0 to 1: how like the cores of two events' names are; 1 where one holds the other whole and is no word of kind."""
    x, y = core(a), core(b)
    if x == y:
        return 1.0
    short, long_ = sorted((x, y), key=len)
    if len(short) >= 4 and (long_.endswith(short) or long_.startswith(short)):
        return 0.9
    return SequenceMatcher(None, x, y, autojunk=False).ratio()


@lru_cache(maxsize=1 << 14)
def differs(a: str, b: str) -> bool:
    """Whether two names of events cannot be of one: another count, another year, another stage."""
    for told in (ordinals, years):
        x, y = told(a), told(b)
        if x and y and not x & y:
            return True
    return bool(_STAGE.search(a)) != bool(_STAGE.search(b))


@lru_cache(maxsize=1 << 14)
def short_company(name: str) -> str:
    """What is left of a company's name without place and legal form; empty where that is too little.

    >>> short_company("绍兴东方集团有限公司"), short_company("东方集团"), short_company("江苏石城软件有限公司")
    ('东方', '东方', '石城软件')
    """
    stem = _FORM.sub("", name)
    gazetteer = load_gazetteer()
    for end in range(min(len(stem) - 2, 8), 1, -1):
        if any(d.level in _WIDE or d.name == stem[:end] for d in gazetteer.named(stem[:end])):
            return stem[end:]
    return stem if len(stem) > 1 else ""


@lru_cache(maxsize=1 << 14)
def unplaced_company(name: str, regions: tuple[str, ...]) -> str:
    """A company's short name without the county of its region that it begins with; empty where there is none.

    >>> unplaced_company("龙南松涛电子有限公司", ("360700",)), unplaced_company("龙南松涛电子有限公司", ("330600",))
    ('松涛电子', '')
    """
    stem = short_company(name)
    at = {code[:4] for code in regions}
    for end in range(min(len(stem) - _LEAST, 4), 1, -1):
        if any(len(d.code) == 6 and d.code[:4] in at for d in load_gazetteer().named(stem[:end])):
            return stem[end:]
    return ""
