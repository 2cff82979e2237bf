"""Which body a title is at.

It is the body written before the title, the one that the title names itself (市长, 组织部部长, 经审会主任), that of the
list, or the article's own body of the kind that the title asks for.
"""

from __future__ import annotations

import re
from dataclasses import replace

from unigraph.lexicons import load_gazetteer
from unigraph.recognition.bodies_own import OwnBodies
from unigraph.recognition.body_forms import Form, division_form, sub_organ_form
from unigraph.recognition.divisions import Named
from unigraph.recognition.document import Document
from unigraph.recognition.found import Found, Index
from unigraph.recognition.titles import is_plain_title
from unigraph.relation.known_bodies import KnownBodies
from unigraph.relation.post_at import At, Resolved
from unigraph.relation.post_kinds import (
    ANAPHOR,
    COMMITTEE_POST,
    CONGRESS,
    DEPARTMENT,
    EMPLOYER_POST,
    GOVERNOR,
    NAMED,
    NO_CHAIRS,
    NOUNS,
    OF_DIVISION,
    OF_LIST,
    OF_ONE_KIND,
    OF_ORGAN,
    OF_UNION,
    ORGAN_NAME,
    OTHER_BODY,
    SUB_ORGAN,
    TERM,
    TOWN_POST,
    UNION_POST,
    ZONE,
    Kind,
    class_of,
    kind_of,
)
from unigraph.relation.post_words import (
    ACTING_PLACE,
    COMPANY_WORD,
    DIVISION_COMMITTEE,
    FORMER,
    LAST_TERM,
    LEVEL,
    LEVELS,
    NEW,
    OFFICES,
    OWN_HEAD,
    PARTY_ORGAN,
    PLACE,
    TERM_OF_UNION,
    TOWN,
    abuts_name,
)
from unigraph.relation.short_names import ShortNames

__all__ = ["PostBodies"]

_ANY = re.compile("")


class PostBodies:
    """Answers at which body a title is, for one article."""

    def __init__(self, document: Document, bodies: Index, own: OwnBodies) -> None:
        self.document = document
        self.own = own
        self.ontology = own.ontology
        self.known = KnownBodies(document, bodies, own)
        self.short = ShortNames(bodies.items)

    def resolve(self, at: At) -> Resolved | None:
        """The body and bare title; ``None`` where no body can be told."""
        former = FORMER.match(at.title)
        bare = TERM.sub("", NEW.sub("", at.title[former.end() :] if former else at.title))
        found = self._resolve(replace(at, title=bare) if bare != at.title else at)
        if found is None or not found.title:
            return None
        if self.ontology.root(found.body.cls) == "Place" and ACTING_PLACE.search(found.body.name):
            found = replace(found, body=found.body._replace(cls="Organization", key=""))
        body = at.body if at.attached else None
        ended = former or (body and LAST_TERM.search(self.document.text, body.begin, body.end))
        return replace(found, title="原" + found.title) if ended else found

    def _resolve(self, at: At) -> Resolved | None:
        for rule in (
            self._governor,
            self._department,
            self._congress,
            self._sub_organ,
            self._of_town,
            self._named,
            self._shortened,
        ):
            found = rule(at)
            if found is not None:
                return found
        if at.attached and at.body is not None:
            return self._at(at.body, at.title)
        if at.title.startswith("总工会"):
            return self._territorial(at)
        governor = GOVERNOR.match(at.title)
        if governor and governor["place"] and at.body is None:
            return None  # 甲市长 of a division that is not known
        if at.body is None and abuts_name(self.document.text, at.begin):
            return None
        if at.body is None and ANAPHOR.match(at.title):
            return self._absent(at)
        if OTHER_BODY.search(OWN_HEAD.sub("", at.title)) or not is_plain_title(at.title):
            return None
        if at.body is None:
            return self._absent(at)
        return self._at(self._employer(at.body, at.title), at.title)

    def _employer(self, body: Found, title: str) -> Found:
        """甲公司工会主席、纪委书记乙: the second post is at 甲公司, not at its union."""
        own_union = self.ontology.is_a(body.cls, "Union") and EMPLOYER_POST.search(title)
        kind = kind_of(title) if own_union else None
        return (self._inherited(body, title, kind) or body) if kind else body

    def _territorial(self, at: At) -> Resolved | None:
        """总工会主席 after 县人大副主任: the federation of the same division."""
        left = at.body or at.inherited
        town = TOWN.search(left.name) if left else None
        if left is not None and town is not None:
            name = left.name[: town.end()] + "总工会"
            union = self.known.by_name.get(name) or Found(left.begin, left.end, "TerritorialUnion", name)
            union = union._replace(begin=left.begin, end=left.end)
            return Resolved(union, at.title.removeprefix("总工会"), "own-body", left) if at.title != "总工会" else None
        title = at.title.removeprefix("总工会")
        place = PLACE.match(left.name) if left else None
        if left is not None and place is not None and title and OF_DIVISION.match(left.name, place.end()):
            union = self.known.found(left.begin, left.end, "TerritorialUnion", Form(place.group() + "总工会", ()))
            return Resolved(union, title, "own-body")
        zone = ZONE.match(left.name) if left else None
        if left is not None and zone is not None and title:
            union = self.known.found(left.begin, left.end, "TerritorialUnion", Form(zone["name"] + "总工会", ()))
            return Resolved(union, title, "own-body")
        best = self.known.federations.get(left.name[:2] if left else "") or self.known.federations.get("")
        return Resolved(best, title, "own-body") if best and title else None

    def aligned(self, body: Found, left: Found | None) -> Found:
        """The 省总工会 after 浙江省人大 in one stack is that of 浙江, whatever the article's own province."""
        level = LEVEL.match(self.document.text, body.begin)
        place = PLACE.match(left.name) if left is not None else None
        if level is None or place is None or place["level"] != level.group() or body.name.startswith(place.group()):
            return body
        if left is None or self.document.text[left.begin : left.begin + 1] == level.group():
            return body
        name = place.group() + self.document.text[level.end() : body.end]
        known = self.known.by_name.get(name)
        return known._replace(begin=body.begin, end=body.end) if known else Found(body.begin, body.end, body.cls, name)

    def employs(self, body: Found, stated: bool) -> bool:
        """Whether a body has posts such as 焊工: an employer does, any body where a clause says so."""
        acting = self.ontology.root(body.cls) == "Place" and ACTING_PLACE.search(body.name) is not None
        return (
            stated
            or acting
            or body.cls == "Organization"
            or self.known.is_any(body, ("Company", "School", "Hospital", "Institute"))
        )

    # ------------------------------------------------------------------ titles that name their body

    def _governor(self, at: At) -> Resolved | None:
        """市长, 副县长, 武汉市副市长: posts of the division's government."""
        match = GOVERNOR.match(at.title)
        if match is None or at.attached:
            return None
        left = PLACE.match(at.body.name) if at.body is not None and "政府" in at.title else None
        written = left.group() if left is not None and left["level"] == match["level"] else match["place"]
        place = self._division(written, match["level"], at.begin)
        if place is None:
            return None
        form = division_form(place, "政府")
        title = match["title"].removeprefix("自治区")
        return Resolved(
            self.known.found(at.begin, at.begin + len(at.title), "GovernmentBody", form), title, "title-names-body"
        )

    def _division(self, written: str, level: str, at: int) -> Named | None:
        context = self.own.context
        if written:
            names = (written[i:] for i in range(len(written) - 1))
            name = next((n for n in names if n[-1] in LEVELS and load_gazetteer().named(n)), "")
            division = context.best(load_gazetteer().named(name)) if name else None
            return Named(at, at + len(written), name, division, True) if name else None
        name = context.name(level)
        return Named(at, at + 1, name, context.divisions.get(level), True) if name else None

    def _department(self, at: At) -> Resolved | None:
        """组织部部长 after 市委: a department of a party committee is a body of its own."""
        match = DEPARTMENT.match(at.title)
        body = at.body
        if match is None or body is None or not DIVISION_COMMITTEE.search(body.name):
            return None
        department = match["department"] + ("部" if match["department"] in ("组织", "宣传", "统战") else "")
        title = match["title"]
        end = at.begin + len(at.title) - len(title)
        begin = body.begin if at.attached else at.begin
        aliases = tuple(a + department for a in body.aliases)
        organ = self.known.by_name.get(body.name + department) or Found(
            begin, end, "PartyBody", body.name + department, "", aliases
        )
        return Resolved(organ._replace(begin=begin, end=max(end, begin + 1)), title, "title-names-body", body)

    def _congress(self, at: At) -> Resolved | None:
        """中国工会十八大代表: a delegate holds a post at the congress."""
        match = CONGRESS.match(at.title)
        union = at.body is not None and at.body.name == "中国工会"
        if match is None or not (match["national"] or union):
            return None
        host = "中国工会" if union or match["national"] == "中国工会" else "中国共产党"
        name = f"{host}第{match['number']}次全国代表大会"
        begin = at.body.begin if at.body is not None and union else at.begin
        end = at.begin + len(at.title) - 2
        short = f"{host}{match['number']}大" if host == "中国工会" else f"党的{match['number']}大"
        return Resolved(Found(begin, end, "Congress", name, "", (short,)), "代表", "title-names-body")

    def _of_town(self, at: At) -> Resolved | None:
        """天河街道党政办主任: a street whose departments have no name of their own."""
        match = TOWN_POST.match(at.title) if not at.attached else None
        if match is None:
            return None
        town = self.known.found(at.begin, at.begin + match.end(), "Organization", Form(match["town"], ()))
        return Resolved(town, at.title[match.end() :], "titled")

    def _named(self, at: At) -> Resolved | None:
        """省公共就业和人才服务中心主任: a body of a division that only its post tells of."""
        match = NAMED.match(at.title) if not at.attached else None
        if match is None:
            return None
        place = match["place"]
        division = self._division("" if len(place) == 1 else place, place[-1], at.begin)
        if division is None or (len(place) > 1 and division.name != place):
            return None
        name = division.name + match["body"][len(place) :]
        found = self.known.found(at.begin, at.begin + match.end("body"), class_of(name), Form(name, ()))
        return Resolved(found, match["title"], "title-names-body")

    def _shortened(self, at: At) -> Resolved | None:
        """通信段科长 where the article names 齐州通信段: a body by the end of its name."""
        found = self.short.before(at.title) if not at.attached else None
        rest = at.title[found[1] :] if found is not None else ""
        if found is None or not is_plain_title(rest):
            return None
        body = found[0]._replace(begin=at.begin, end=at.begin + found[1])
        return replace(self._at(body, rest), rule="own-body", stays=body)

    def _sub_organ(self, at: At) -> Resolved | None:
        """经审会主任, 女职委主任: organs of a union that act on their own."""
        match = SUB_ORGAN.match(re.sub(r"^(?:校|院|公司|集团)?(?:工会)?", "", at.title))
        if match is None:
            return None
        union = self._union_of(at.body or at.inherited) or self.known.near(("Union",), _ANY, at.begin)
        union = union or self.known.federations.get("")  # 女职委主任甲 at the head of the text
        if union is None:
            return None
        form = sub_organ_form(Form(union.name, union.aliases), match["organ"])
        end = at.begin + len(at.title) - len(match["title"])
        begin = union.begin if at.attached and union.end == at.begin else at.begin
        return Resolved(
            self.known.found(begin, end, "UnionOrgan", form), match["title"], "title-names-body", at.body or union
        )

    def _union_of(self, body: Found | None) -> Found | None:
        if body is None or self.ontology.is_a(body.cls, "Union"):
            return self._above_organ(body, "") if body else None
        return self.known.by_name.get(body.name + "工会")

    # ------------------------------------------------------------------ the body before

    def _at(self, body: Found, title: str) -> Resolved:
        """A title at a body that is known: party organs give way to what they are of, union posts to the union."""
        if TERM_OF_UNION.search(body.name):
            name = TERM_OF_UNION.sub("", body.name)
            known = self.known.by_name.get(name) or body._replace(name=name, aliases=(), key="")
            body = known._replace(begin=body.begin, end=body.end)
        base, organ = self._without_organ(body)
        if organ:
            return Resolved(base, organ + title, "", base)
        title = COMPANY_WORD.sub("", title)
        if self.ontology.is_a(body.cls, "Union"):
            committee = COMMITTEE_POST.match(title)
            title = title.removeprefix("工会") if OF_UNION.match(title) else title
            return Resolved(body, committee["title"] if committee else title)
        post = UNION_POST.match(title)
        place = PLACE.match(body.name) if post and not body.name.endswith(OFFICES) else None
        if post and place is not None and OF_DIVISION.match(body.name, place.end()):  # 市人大副主任、工会主席
            federation = self.known.found(body.begin, body.end, "TerritorialUnion", Form(place.group() + "总工会", ()))
            return Resolved(federation, post["title"], "", body)
        town = TOWN.search(body.name) if post else None
        if post and town is not None and town.end() < len(body.name):  # 沙河镇党委副书记、工会主席
            name = body.name[: town.end()]
            union = self.known.by_name.get(name + "总工会") or self.known.by_name.get(name + "工会")
            union = union or Found(body.begin, body.end, "Union", name + "工会")
            return Resolved(union._replace(begin=body.begin, end=body.end), post["title"], "", body)
        union = self.known.by_name.get(body.name + "工会")
        if post and union is not None:
            return Resolved(union, post["title"], "", body)
        return Resolved(body, title)

    def _without_organ(self, body: Found) -> tuple[Found, str]:
        """河南大学党委 as 河南大学 and 党委; a division's own committee stays whole."""
        match = PARTY_ORGAN.search(body.name)
        if match is None or match.start() == 0 or DIVISION_COMMITTEE.search(body.name):
            return body, ""
        name, organ = body.name[: match.start()], match.group()
        known = self.known.by_name.get(name)
        if known is not None:
            return known._replace(begin=body.begin, end=max(body.end - len(organ), body.begin + 1)), organ
        cls = class_of(name)
        aliases = tuple(a[: -len(organ)] for a in body.aliases if a.endswith(organ) and len(a) > len(organ))
        return Found(body.begin, body.end - len(organ), cls, name, "", aliases), organ

    # ------------------------------------------------------------------ no body written

    def _absent(self, at: At) -> Resolved | None:
        anaphor = ANAPHOR.match(at.title)
        if anaphor:
            return self._anaphor(at, anaphor)
        kind = kind_of(at.title)
        if at.inherited is not None:
            listed = self._inherited(at.inherited, at.title, kind)
            if listed is not None:
                return replace(self._at(listed, at.title), rule="list-shares-body")
        body = self.known.near(kind[1], kind[2], at.begin) if kind else None
        if body is not None and self.own.is_guest(body):
            body = None  # of the house, or of its guests
        body = body or (at.inherited if kind is None or kind[1][0] not in OF_ONE_KIND else None)
        return replace(self._at(body, at.title), rule="own-body", stays=body) if body is not None else None

    def _inherited(self, body: Found, title: str, kind: Kind | None) -> Found | None:
        """The body of the person before, or the one whose union that is, where it may have such a title."""
        body = self._above_organ(body, title)
        if OF_UNION.match(title) and self.ontology.is_a(body.cls, "Union"):
            return body
        loose = kind is not None and kind[1][0] in ("Union", "Association") and not self.known.is_any(body, NO_CHAIRS)
        if kind is None or loose or OF_LIST.search(title) or self.known.fits(body, kind[1], kind[2]):
            return body
        of_union = self.ontology.is_a(body.cls, "Union") and self.document.text.endswith("工会", body.begin, body.end)
        if "Union" in kind[1] or not of_union or body.name[-3] == "总":
            return None
        name = body.name[:-2]
        base = self.known.by_name.get(name) or self.known.by_name.get(
            self.document.simple[body.begin : body.end - 2] + "公司"
        )
        base = base or Found(body.begin, body.end - 2, class_of(name), name)
        return base._replace(begin=body.begin, end=body.end - 2) if kind[2].search(name) else None

    def _above_organ(self, body: Found, title: str) -> Found:
        """经审会主任甲，宣传教育部部长乙: departments are of the union, whose organ has a 主任 and members only."""
        organ = ORGAN_NAME.search(body.name) if body.cls == "UnionOrgan" else None
        if organ is None or OF_ORGAN.fullmatch(title):
            return body
        name = body.name[: organ.start()]
        union = self.known.by_name.get(name) or Found(body.begin, body.end, "Union", name)
        return union._replace(begin=body.begin, end=body.end)

    def _of_house(self, classes: tuple[str, ...], name: re.Pattern[str], at: int) -> Found | None:
        """The body that 我校 means, where guests or those whom we went to are no answer."""
        body = self.known.near(classes, name, at)
        return body if body is None or not self.own.is_elsewhere(body) else self.own.home(classes, at)

    def _anaphor(self, at: At, match: re.Match[str]) -> Resolved | None:
        """公司党委书记, 该校校长: the article's own body of that kind."""
        noun = match["noun"]
        classes = next(classes for pattern, classes in NOUNS if pattern.search(noun))
        if match["det"] == "该":
            body = self.known.last(classes, re.compile(noun[-1]), at.begin)
        else:
            body = self._of_house(classes, re.compile(noun[-1]), at.begin)
        if body is None:
            return None
        found = self._at(body, at.title[match.end() :])
        return replace(found, rule="own-body", stays=found.stays or body)
