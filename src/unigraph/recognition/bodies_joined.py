"""One name for each body of an article: short and long forms of one name are the same body, and share all its names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from unigraph.lexicons import load_gazetteer
from unigraph.lexicons.words import words
from unigraph.ontology import Ontology
from unigraph.recognition.body_forms import without_legal_form
from unigraph.recognition.found import Found
from unigraph.recognition.segmentation import cut

__all__ = ["joined"]

_Identity = tuple[str, str]  # root and name
_Bodies = dict[_Identity, Found]

_HOUSE = re.compile(
    r"大学|公司|(?:集团|银行|保险|人寿|财险|移动|电信|联通|邮政|烟草|电网|石化|石油)$|^[\u4e00-\u9fff]{1,3}[省市县区]$"
)
_TOO_GENERAL = ("工人文化宫", "人民医院", "总工会", "职工服务中心", "省分公司", "市分公司")
_LEGAL_FORMS = ("公司", "集团", "集团公司", "有限公司", "集团有限公司", "股份", "股份有限公司", "有限责任公司")
_MIN_SHORT = 2
_MIN_END = 4
_MIN_ABBREVIATION = 5
_MAX_INITIALS = 5
_SHORT_FORMS = ("集团公司", "公司", "集团")
_UNION = "工会"
_NUMBERED_SCHOOL = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{2,4}?)[省市县区]?第?(?P<number>[一二三四五六七八九十]{1,3})(?:中|中学|高级中学)"
)


def joined(bodies: Iterable[Found], ontology: Ontology) -> tuple[Found, ...]:
    """The same mentions, each with the one name, class and key of its body, and all the body's aliases."""
    bodies = tuple(bodies)
    by_name: _Bodies = {}
    for body in bodies:
        identity = (ontology.root(body.cls), body.name)
        known = by_name.get(identity)
        by_name[identity] = body if known is None else _merged(known, body)
    chief = _chiefs(by_name)
    chief = {identity: _with_house(own, chief) for identity, own in chief.items()}
    out = []
    for body in bodies:
        own = chief[ontology.root(body.cls), body.name]
        out.append(Found(body.begin, body.end, own.cls, own.name, own.key, own.aliases, body.given))
    return tuple(out)


def _with_house(union: Found, chief: _Bodies) -> Found:
    """南溪市分行工会 is the union of 云岭银行南溪市分行, where 南溪市分行 is that."""
    base = union.name.removesuffix(_UNION)
    houses = {c.name for root in ("Company", "Organization") if (c := chief.get((root, base))) and c.name != base}
    if base == union.name:
        return union
    if not houses:
        companies = [name for root, name in chief if root == "Company"]
        houses = {longer for _, longer in _by_initials((base,), companies)}
        if len(houses) != 1:
            return union
        house = houses.pop()
    elif len(houses) != 1 or not (house := houses.pop()).endswith(base):
        return union
    return union._replace(name=house + _UNION, key="", aliases=tuple(dict.fromkeys((*union.aliases, union.name))))


def _merged(chief: Found, other: Found) -> Found:
    names = dict.fromkeys((*chief.aliases, other.name, *other.aliases))
    aliases = tuple(n for n in names if n != chief.name)
    return chief._replace(key=chief.key or other.key, aliases=aliases)


def _chiefs(by_name: _Bodies) -> _Bodies:
    """For each name the body whose name it shall bear."""
    parent = {identity: identity for identity in by_name}

    def top(identity: _Identity) -> _Identity:
        while parent[identity] != identity:
            identity = parent[identity]
        return identity

    aliases: dict[_Identity, list[_Identity]] = {}
    for identity, body in by_name.items():
        for name in body.aliases:
            aliases.setdefault((identity[0], name), []).append(identity)
    for identity in by_name:
        owners = {top(o) for o in aliases.get(identity, ())} - {top(identity)}
        if len(owners) == 1:
            parent[top(identity)] = owners.pop()
    shorts = _short_forms(by_name)
    for identity, longer in shorts.items():
        if top(identity) != top(longer):
            parent[top(identity)] = top(longer)
    chiefs: _Bodies = {}
    for identity, body in by_name.items():
        head = top(identity)
        chiefs[head] = _merged(chiefs.get(head, by_name[head]), body) if identity != head else chiefs.get(head, body)
    return {identity: chiefs[top(identity)] for identity in by_name}


def _short_forms(by_name: _Bodies) -> dict[_Identity, _Identity]:
    """Names that are the short form of one longer name, and of one only."""
    found: dict[_Identity, set[_Identity]] = {}
    for identity in by_name:
        for short in (*_endings(identity, by_name), *_openings(identity, by_name)):
            if short != identity:
                found.setdefault(short, set()).add(identity)
    for short, longer in (*_numbers(by_name), *_abbreviations(by_name), *_initials(by_name)):
        found.setdefault(short, set()).add(longer)
    return {short: longer.pop() for short, longer in found.items() if len(longer) == 1}


def _numbers(by_name: _Bodies) -> Iterable[tuple[_Identity, _Identity]]:
    """南溪二中 and 南溪市第二中学: the short and the long name of one school."""
    known: dict[tuple[str, str, str], list[_Identity]] = {}
    for identity in by_name:
        match = _NUMBERED_SCHOOL.fullmatch(identity[1])
        if match is not None:
            known.setdefault((identity[0], match["place"], match["number"]), []).append(identity)
    for names in known.values():
        *shorter, longest = sorted(names, key=lambda i: (len(i[1]), i[1]))
        yield from ((short, longest) for short in shorter)


def _abbreviations(by_name: _Bodies) -> Iterable[tuple[_Identity, _Identity]]:
    """省总干校 and 省总工会干部学校: a name of which each word of a longer one has left a part, in their order."""
    alike: dict[tuple[str, str, str], list[_Identity]] = {}
    for identity in by_name:
        if len(identity[1]) >= _MIN_ABBREVIATION:
            alike.setdefault((identity[0], identity[1][:2], identity[1][-1]), []).append(identity)
    for group in alike.values():
        for short in group:
            if not by_name[short].key and not short[1].endswith(_LEGAL_FORMS[3:]):  # whose names say all
                yield from ((short, longer) for longer in group if _abbreviates(short[1], longer[1]))


def _initials(by_name: _Bodies) -> Iterable[tuple[_Identity, _Identity]]:
    """南投公司 and 云岭市南溪投资建设有限公司: the first characters of the words of a registered company's name."""
    for root, tail in (("Company", ""), ("Union", _UNION)):
        names = [name for kind, name in by_name if kind == root and name.endswith(tail)]
        for short, longer in _by_initials(*[[n.removesuffix(tail) for n in names]] * 2):
            yield (root, short + tail), (root, longer + tail)


def _by_initials(shorts: Iterable[str], companies: Iterable[str]) -> Iterable[tuple[str, str]]:
    """Short names of companies with the registered names that they may stand for."""
    registered = [(name, own) for name in companies if (own := _own_words(name))]
    for short in shorts if registered else ():
        form = next((f for f in _SHORT_FORMS if short.endswith(f)), "")
        core = short.removesuffix(form)
        if form and _MIN_SHORT <= len(core) <= _MAX_INITIALS:
            yield from ((short, name) for name, own in registered if _begin_words(core, own))


def _own_words(company: str) -> tuple[str, ...]:
    """The words of a registered company's name behind its place; none where it has no legal form."""
    core = without_legal_form(company)
    if core == company:
        return ()
    gazetteer = load_gazetteer()
    place = next((at for at in (6, 5, 4, 3, 2) if gazetteer.named(core[:at])), 0)
    return tuple(t.text for t in cut(core[place:]))


def _begin_words(core: str, own: tuple[str, ...]) -> bool:
    """Whether a short name takes the beginnings of words in their order, of the first and of all others but one."""
    at, left_out = 0, 0
    for index, word in enumerate(own):
        taken = 0
        while at < len(core) and word[taken : taken + 1] == core[at]:
            at, taken = at + 1, taken + 1
        if not taken and index == 0:
            return False
        left_out += not taken
    return at == len(core) and left_out < _MIN_SHORT and len(own) > 1


def _abbreviates(short: str, longer: str) -> bool:
    """Whether a name holds a part of each word of a longer one, the last character of both the same."""
    if len(short) >= len(longer):
        return False
    words = [t.text for t in cut(longer) if t.text not in ("和", "与", "及")]
    at = 0
    for word in words:
        first = at
        for c in word:
            if short[at : at + 1] == c:
                at += 1
        if at == first:
            return False
    return at == len(short)


def _endings(identity: _Identity, by_name: _Bodies) -> Iterable[_Identity]:
    """A longer name without its place, or the house that it belongs to: 大凌河医院, 数学学院."""
    root, name = identity
    for at in range(1, len(name) - 2):
        short = (root, name[at:])
        if len(name) - at < _MIN_END and name[:at] not in words("brand"):
            continue
        if short in by_name and not short[1].startswith(_TOO_GENERAL) and _leads(name[:at], by_name):
            yield short


def _leads(before: str, by_name: _Bodies) -> bool:
    """Whether what stands before a short name is a place, or a body by itself."""
    known = any((root, before) in by_name for root in ("Organization", "Company", "Union"))
    return known or before in words("brand") or bool(_HOUSE.search(before)) or bool(load_gazetteer().named(before))


def _openings(identity: _Identity, by_name: _Bodies) -> Iterable[_Identity]:
    """A company's name without its legal form or place (海兴电力), and the union of the company so named."""
    root, name = identity
    if root not in ("Company", "Union"):
        return
    tail = _UNION if root == "Union" and name.endswith(_UNION) else ""
    if root == "Union" and not tail:
        return
    company = name.removesuffix(tail)
    core = without_legal_form(company)
    cores = {core, *(company.removesuffix(form) for form in _LEGAL_FORMS)}
    if core != company:
        cores |= {core[at:] for at in (2, 3) if len(core) - at >= _MIN_END}
        ends = {core[at:] for at in range(len(core) - _MIN_END + 1) if at != 1}
        cores |= {end + form for end in ends for form in ("公司", "有限公司")}  # 甲集团南溪煤电有限公司: 南溪煤电公司
    brands = {c[:2] + c[-2:] for c in cores if c != core or core != company}
    for short in (*cores, *brands):
        if len(short) >= _MIN_SHORT and short != company and (root, short + tail) in by_name:
            yield root, short + tail
