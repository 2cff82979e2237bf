"""The names of bodies: the full one, by which other names the same body is known, and its key.

A body of a division (清远市人社局) is named by the division's own name and the organ; a body with a name of its own as
the text writes it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from unigraph.lexicons import Division, load_companies, load_division_organs, load_gazetteer, load_organs
from unigraph.recognition.divisions import LEVEL_WORDS, Named
from unigraph.recognition.found import Found

__all__ = [
    "ALL_CHINA",
    "Form",
    "company_form",
    "division_form",
    "division_key",
    "found_as",
    "organ_class",
    "organ_names",
    "own_form",
    "party_form",
    "sub_organ_form",
    "without_legal_form",
    "youth_form",
]

ALL_CHINA = "u-100000"
"""The key of 中华全国总工会: 100000 is the code that the national tables give the whole country."""

_UNION = "总工会"
_COMMITTEE = re.compile(r"^(?:党委|委)$")
_DEPARTMENT = re.compile(r"^(?:党委|委)(?P<rest>组织部|宣传部|统战部|政法委|社会工作部|办公室|办|党校|编办|党建办)$")
_TERM = re.compile(r"第[一二三四五六七八九十百\d]+届|[一二三四五六七八九十]+届")
_GOVERNMENT = re.compile(r"^政府")
_LEGAL = re.compile(r"(?:（集团）|集团)?(?:控股|投资控股)?(?:（集团）)?(?:股份)?有限(?:责任)?公司$")
_VILLAGE = ("村", "社区")
_SUB_ORGANS = {
    "经审会": "经费审查委员会",
    "经审委": "经费审查委员会",
    "经审委员会": "经费审查委员会",
    "女职委": "女职工委员会",
    "女工委": "女职工委员会",
    "女职工委": "女职工委员会",
    "女工委员会": "女职工委员会",
    "常委会": "常务委员会",
    "工委": "工作委员会",
}


class Form:
    """What a body is called: its name, other names of it, and its key where the name decides it."""

    __slots__ = ("aliases", "key", "name")

    def __init__(self, name: str, aliases: tuple[str, ...] = (), key: str = "") -> None:
        self.name = name
        self.aliases = tuple(dict.fromkeys(a for a in aliases if a and a != name))
        self.key = key


@lru_cache(maxsize=1)
def _organs() -> dict[str, tuple[str, str]]:
    """Organs by short or full name: their full name and class."""
    out: dict[str, tuple[str, str]] = {}
    for organ in load_organs():
        out.setdefault(organ.short, (organ.full, organ.cls))
        if "…" not in organ.full:
            out.setdefault(organ.full, (organ.full, organ.cls))
    for name, cls in load_division_organs().items():
        out.setdefault(name, ("", cls))
    return out


def organ_class(name: str) -> str:
    """The class of an organ that every division may have, by its name without the division; empty for no organ."""
    found = _organs().get(_TERM.sub("", name))
    return found[1] if found else ""


def organ_names() -> tuple[str, ...]:
    """The names of all organs, sorted."""
    return tuple(sorted(_organs()))


def division_form(place: Named, rest: str) -> Form:
    """A division's own body: ``rest`` is the organ's name after the division's."""
    rest = _TERM.sub("", rest)
    organ = _GOVERNMENT.sub("人民政府", rest)
    heads = _division_names(place)
    if not place.full and organ != _UNION:
        heads = [place.name, *(h for h in heads if h != place.name)]
    tails = _organ_names(organ, rest)
    forms = [h + t for h in heads for t in tails if not h.endswith("街道") or not t.startswith("街道")]
    forms += _party_names(heads, organ)
    if organ == _UNION:
        forms += [h + "总" for h in heads if h[-1] in "省市县区州"][:1]
    return Form(heads[0] + organ, tuple(forms), _union_key(place, organ))


def own_form(surface: str, folded: str, place: Named | None, text_place: str) -> Form:
    """A body with a name of its own. ``text_place`` is the written part of the name that ``place`` stands for."""
    name = surface
    aliases = [folded] if folded != surface else []
    if place is not None:
        rest = folded[len(text_place) :]
        if text_place in LEVEL_WORDS or text_place[1:] in LEVEL_WORDS:
            name = place.name + rest
        heads = _division_names(place)
        if place.full and not rest.endswith(("公司", "厂", "集团")):  # a registered name has one form
            aliases += [h + rest for h in heads]
        if place.full and len(rest) > 2 and rest.endswith(_VILLAGE):
            aliases.append(rest)
    return Form(name, tuple(aliases))


def company_form(name: str) -> Form:
    """A well-known company by a short name, with its full name as an alias."""
    full = load_companies().get(name, "")
    return Form(name, (full,) if full else ())


def sub_organ_form(union: Form, organ: str) -> Form:
    """A union's own organ: 清远市总工会 and 经审会."""
    full = _SUB_ORGANS.get(organ, organ)
    names = (union.name, *union.aliases)
    shorts = [s for s, f in _SUB_ORGANS.items() if f == full and s.endswith(("会", "委"))]
    return Form(union.name + full, tuple(n + t for n in names for t in (full, organ, *shorts[:2])))


def youth_form(place: Named) -> Form:
    """A division's committee of the youth league: 团市委."""
    heads = _division_names(place)
    names = [f"共青团{h}{t}" for t in ("委", "委员会") for h in heads]
    return Form(names[0], tuple(names + [f"团{h}委" for h in heads]))


def party_form(party: str, place: Named) -> Form:
    """A division's committee of one of the other parties: 民盟清远市委."""
    names = [f"{party}{head}{tail}" for tail in ("委", "委员会", "委会") for head in _division_names(place)]
    return Form(names[0], tuple(names))


def without_legal_form(name: str) -> str:
    """A company's name without 股份有限公司 and the like."""
    return _LEGAL.sub("", name)


def _division_names(place: Named) -> list[str]:
    """A division's name as used, official, and with that of the division above it."""
    division = place.division
    used = place.name
    if division is None:
        return [used]
    if not place.full:
        used = division.name
    parent = load_gazetteer().get(division.parent)
    names = [used, division.name]
    if parent is not None:
        names += [parent.name + used, parent.name + division.name]
        if division.level == "town":
            names += [a + used for a in _division_names(Named(0, 0, parent.name, parent, True))[1:]]
    if not place.full:
        names.append(place.name)
    return list(dict.fromkeys(names))


def _organ_names(organ: str, rest: str) -> list[str]:
    full = _organs().get(rest, ("", ""))[0]
    out = [organ, rest]
    if full and "…" not in full:
        out.append(full)
    if organ == "人民政府":
        out.append("政府")
    return list(dict.fromkeys(out))


def _party_names(heads: list[str], organ: str) -> list[str]:
    if _COMMITTEE.match(organ):
        return [f"中共{h}{organ}" for h in heads] + [f"中共{h}委员会" for h in heads] + [h + "委" for h in heads]
    if _DEPARTMENT.match(organ):
        return [f"中共{h}{organ}" for h in heads]
    return []


def _union_key(place: Named, organ: str) -> str:
    return f"u-{place.division.code}" if organ == _UNION and place.division is not None else ""


def division_key(division: Division) -> str:
    """The key of a division as a place."""
    return f"pl-{division.code}"


def found_as(begin: int, end: int, cls: str, form: Form) -> Found:
    """A stretch of text that names a body of a class, by its names."""
    return Found(begin, end, cls, form.name, form.key, form.aliases)
