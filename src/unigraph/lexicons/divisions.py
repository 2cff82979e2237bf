"""The administrative divisions of China, from province to town and street, by code and by name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from unigraph._resources import PACKAGE

__all__ = ["LEVELS", "Division", "Gazetteer", "load_gazetteer", "short_name"]

LEVELS = ("province", "prefecture", "county", "town")
_LEVEL_OF_LENGTH = dict(zip((2, 4, 6, 9), LEVELS, strict=True))

_PEOPLES = (
    "各族|蒙古族?|回族|藏族|维吾尔族?|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族?|傣族|黎族|"
    "傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族?|土族|达斡尔族?|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|"
    "锡伯族?|阿昌族|普米族|塔吉克族?|怒族|鄂温克族?|德昂族|保安族|裕固族|鄂伦春族?|独龙族|门巴族|珞巴族|俄罗斯族|塔塔尔族?"
)
_SUFFIX = re.compile(r"(.{2,}?)(?:特别行政区|自治区|省|地区|盟|县|市|特区|新区|区|旗|街道|民族乡|镇|乡|苏木)$")
_PEOPLED = re.compile(rf"(.{{2,}}?)(?:{_PEOPLES})+(?:自治[区州县旗]|民族[乡镇]|苏木|[区乡镇])$")
_BANNER_KEPT = re.compile(r"^..?旗$|[左右前后中]旗$|白旗$|蓝旗$|黄旗$|联合旗$")
_OWN_SHORT = {  # names that are a people's alone, and districts of mines and woods: 井陉矿区 is not 井陉县
    "神农架林区": "神农架",
    "东乡族自治县": "东乡",
    "鄂温克族自治旗": "鄂温克",
    "鄂伦春自治旗": "鄂伦春",
    "井陉矿区": "井陉矿区",
    "峰峰矿区": "峰峰",
    "鹰手营子矿区": "鹰手营子",
    "白云鄂博矿区": "白云鄂博",
}
_POPULAR = {
    "内蒙古自治区": ("内蒙",),
    "锡林郭勒盟": ("锡盟",),
    "阿拉善盟": ("阿盟",),
    "巴音郭楞蒙古自治州": ("巴州",),
    "博尔塔拉蒙古自治州": ("博州",),
    "克孜勒苏柯尔克孜自治州": ("克州",),
    "西双版纳傣族自治州": ("版纳州",),
    "莫力达瓦达斡尔族自治旗": ("莫旗",),
    "前郭尔罗斯蒙古族自治县": ("前郭县",),
    "杜尔伯特蒙古族自治县": ("杜蒙县",),
    "阜新蒙古族自治县": ("阜蒙县",),
    "喀喇沁左翼蒙古族自治县": ("喀左县",),
    "塔什库尔干塔吉克自治县": ("塔县",),
    "察布查尔锡伯自治县": ("察县",),
    "和布克赛尔蒙古自治县": ("和丰县",),
    "香港特别行政区": ("香港特区",),
    "澳门特别行政区": ("澳门特区",),
}
_MIN_TOWN = 3


@lru_cache(maxsize=4_000)
def short_name(name: str) -> str:
    """The name without the word for its level and without its peoples: 清远 of 清远市, 澜沧 of 澜沧拉祜族自治县.

    A name that would keep one character alone stays whole: 夏县.
    """
    if name in _OWN_SHORT:
        return _OWN_SHORT[name]
    if _BANNER_KEPT.search(name):
        return name
    stem = _stem(name)
    if stem is not None:
        return stem
    match = _SUFFIX.match(name)
    return match[1] if match else name


def _stem(name: str) -> str | None:
    """The name before its peoples, or ``None`` where it has none: 阿坝 of 阿坝藏族羌族自治州."""
    match = _PEOPLED.match(name) if "自治" in name or "族" in name else None
    return match[1] if match else None


def _variants(name: str) -> tuple[str, ...]:
    """Other full-like forms that news use: 阿坝州, 澜沧县, 内蒙."""
    stem = _OWN_SHORT.get(name) or _stem(name)
    level = name[-1] if stem and name[-1] in "州县旗乡镇" else ""
    made = (stem + level,) if stem and level and stem + level != name else ()
    return (*made, *_POPULAR.get(name, ()))


@dataclass(frozen=True, slots=True)
class Division:
    """A division: six digits of code to counties, nine for towns and streets.

    ``level`` is one of :data:`LEVELS`; ``parent`` the code of the division above, empty for provinces.
    """

    code: str
    name: str
    level: str
    parent: str

    @property
    def short(self) -> str:
        """The name without the word for its level: 清远 of 清远市."""
        return short_name(self.name)


def _level(code: str) -> str:
    """The level that a code says by its significant digits; a county's may end in 0, a prefecture's never in 00."""
    digits = 9 if len(code) == 9 else 2 if code.endswith("0000") else 4 if code.endswith("00") else 6
    return _LEVEL_OF_LENGTH[digits]


class Gazetteer:
    """All divisions, by code and by every form of their names. Plain data: it can be pickled and sent to workers."""

    def __init__(self, names: dict[str, str], weak: frozenset[str], former: dict[str, tuple[str, ...]]) -> None:
        """``names`` are names by code, in the order of codes; ``weak`` forms too ordinary to be looked for."""
        self._names = names
        self._weak = weak
        self._former = former
        self._index: dict[str, tuple[str, ...]] = {}
        for code, name in names.items():
            for form in _forms(code, name):
                self._index[form] = (*self._index.get(form, ()), code)
        self._divisions: dict[str, Division] = {}
        self._paths: dict[str, tuple[Division, ...]] = {}

    def get(self, code: str) -> Division | None:
        """The division of a code of six or nine digits."""
        name = self._names.get(code)
        if name is None:
            return None
        if code not in self._divisions:
            self._divisions[code] = Division(code, name, _level(code), self._parent(code))
        return self._divisions[code]

    def _parent(self, code: str) -> str:
        above = (code[:6],) if len(code) == 9 else (code[:4] + "00", code[:2] + "0000")
        return next((c for c in above if c != code and c in self._names), "")

    def named(self, name: str) -> tuple[Division, ...]:
        """All divisions of a full name, short name (but of towns) or common variant, wider ones first, then by code."""
        codes = self._index.get(name)
        if codes is None:
            return ()
        found = [d for d in map(self.get, codes) if d is not None]
        return tuple(sorted(found, key=lambda d: (LEVELS.index(d.level), d.code)))

    def path(self, code: str) -> tuple[Division, ...]:
        """The division and those above it, from the province down; empty for an unknown code."""
        if code not in self._paths:
            division = self.get(code)
            if division is None:
                return ()
            self._paths[code] = (*self.path(division.parent), division)
        return self._paths[code]

    def names(self, levels: Iterable[str] = LEVELS) -> tuple[str, ...]:
        """The forms to look for in a text, sorted: full names, short names to the county, common variants.

        Ordinary words (和平, 郊区) and towns' names of two characters are left out; :meth:`named` knows them.
        """
        wanted = frozenset(levels)
        return tuple(
            sorted(
                form
                for form, codes in self._index.items()
                if form not in self._weak
                and any(_level(c) in wanted and (len(c) == 6 or len(form) >= _MIN_TOWN) for c in codes)
            )
        )

    def former(self, name: str) -> tuple[Division, ...]:
        """What became of a division of old: 郫都区 for 郫县, 哈密市 for 哈密地区; empty for a name never borne."""
        return tuple(d for d in map(self.get, self._former.get(name, ())) if d is not None)

    def former_names(self) -> tuple[str, ...]:
        """Full names of divisions of old that no division bears today, sorted."""
        return tuple(sorted(name for name in self._former if name not in self._index))


def _forms(code: str, name: str) -> tuple[str, ...]:
    if len(code) == 9:
        return (name, *_variants(name)) if "族" in name else (name,)
    return tuple(dict.fromkeys((name, short_name(name), *_variants(name))))


def _rows(file: str) -> list[list[str]]:
    lines = (PACKAGE / "lexicons" / file).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines]


@lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    """The divisions that travel with the package; read once."""
    names = dict(_rows("divisions.tsv"))
    weak = frozenset(form for (form,) in _rows("weak_divisions.tsv"))
    former: dict[str, tuple[str, ...]] = {}
    for name, code, _year in _rows("former_divisions.tsv"):
        former[name] = (*former.get(name, ()), code)
    return Gazetteer(names, weak, former)
