"""Unions, companies, organisations and places by the head nouns that end their names.

A name is read from its head noun leftwards, word by word, to the first word that cannot stand in a name. A stretch of
general words only (基层工会) is a group and no name. 市总工会 and the like take the article's own division.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from unigraph.lexicons.words import first_of, words
from unigraph.ontology import Ontology
from unigraph.recognition.bodies_joined import joined
from unigraph.recognition.bodies_listed import find_listed
from unigraph.recognition.bodies_of_divisions import DivisionBodies
from unigraph.recognition.bodies_of_streets import find_streets
from unigraph.recognition.bodies_within import find_within
from unigraph.recognition.body_branches import find_branches
from unigraph.recognition.body_forms import (
    ALL_CHINA,
    Form,
    company_form,
    division_form,
    found_as,
    organ_class,
    own_form,
    sub_organ_form,
)
from unigraph.recognition.body_institutes import find_institutes
from unigraph.recognition.body_names import NameReader
from unigraph.recognition.body_signed import find_signed
from unigraph.recognition.body_trades import find_titled, find_trades, find_utilities
from unigraph.recognition.body_units import find_units
from unigraph.recognition.body_words import company_names, head_nouns, national_names, organs
from unigraph.recognition.divisions import LEVEL_WORDS, Context, DivisionHit, Divisions
from unigraph.recognition.document import Document
from unigraph.recognition.found import Found, Index, longest
from unigraph.recognition.rooms import rooms_of
from unigraph.recognition.segmentation import tag
from unigraph.scanning import Scan

__all__ = ["find_bodies"]

_SUB_ORGAN = re.compile(
    r"(?:第?[一二三四五六七八九十百\d]+届)?(?P<organ>经费审查委员会|经审委员会|经审会|经审委|女职工委员会|女职委|女工委员会|女职工委|女工委)"
)
_TITLE_AFTER = re.compile(r"副?主席|党组|常务副?主席|主任|副主任|经审|女职|机关|干部|有关|相关|负责")
_PARTY_TITLE = re.compile(r"(?:常务)?副?书记|委员|常委|成员|宣传|组织|办公|领导|统战|工作|部|班子|中心组|换届|、|副|原")
_SESSION = re.compile(r"第[一二三四五六七八九十\d]+次|[一二三四五六七八九十]+次|全体|全委")
_TERM = re.compile(r"新一[届屆]|上[届屆]|本[届屆]|首[届屆个家]|(?<=[校院司厂会])第[一二三四五六七八九十百\d]+[届屆]")
_GROUP = re.compile(
    r"[一二两三四五六七八九十百千万几\d]+[余多]?名$|[两三四五六七八九十全](?:省|市|地|国|级|镇|县|区|方|校|家)|\d+(?:家|个|所)|各|^[省市区县旗州盟镇乡街道]+$|基层$|(?:县市区|市县区|县区|区县|市县|乡镇|镇街|街镇|镇村)$|第[一二三四五六七八九十\d]+[期次批轮]$|所有|央企$|兄弟|直属$|下级$"
)
_PROVINCES = re.compile(r"[京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀黔贵滇藏陕甘青宁新港澳台喀粤莞穗深]{2,4}")
_KIND = re.compile(r"(?:数字|智慧|基层|互联网|职工|系统|新型|机关|青年)+$")
_MEMBERS = re.compile(r"工作者|积极分子|会员|干部|人")
_DELEGATES = re.compile(r"(?:会员)?代表大会|筹备?委员?会")
_TERM_BEFORE = re.compile(r"届|第|^.{2,9}[省市区县]$")
_CRAFT = re.compile(r"(?:劳模|劳动模范|工匠|人才|技能|大师|创新|职工|技术|首席|名师|各级|各类|示范性|高|和|与|（|）)*")
_NATIONAL_PARTS = re.compile(r"中共中央|党组$|书记处$|机关党委$")
_MEDIA = Scan(
    r"(?:(?<=\n)|^)[ ]{0,9}(?P<name>[\u4e00-\u9fff]{2,8}?)(?:（(?P<other>[\u4e00-\u9fff]{2,8})）)?(?:时刻新闻)?"
    r"(?:\d{1,2}月\d{1,2}日)?讯(?=[（ 　\d]|$)"
    r"|《(?P<journal>[\u4e00-\u9fff]{2,10})》(?P<office>杂志社|编辑部|报社|社)"
    r"|(?<=[（：｜|丨\n ])(?P<site>[\u4e00-\u9fff]{1,7}网)(?=[）\s，。·\d]|记者|$)"
    r"|(?<=[、，。；：（ 由和与及在到])(?P<press>(?!各|两|某|该|本)[\u4e00-\u9fff]{2,6}?(?:报业(?:传媒)?|广播电视|日报|出版)集团)(?!公司|有限|股份)"
)
_NO_MEDIA = re.compile(r"^本|^近|^日|互联网|官网|电网|路网|^网$|通$|简$|^据|^又|^另")
_FOR_STAFF = re.compile(
    r"(?:主席|干部|工作者|财务|系统)[^，。；\n]{0,6}?(?:培训|能力|业务|素质|履职|轮训|研修|知识|技能|队伍)"
)
"""Behind a union whose staff are taught, and which holds nothing by that: 南溪市工会干部培训班."""
_COUNTED = re.compile(r"[\d一二三四五六七八九十两多数余]+(?:处|家|个|所|座|名|位|支|类|级)$")
_SOME = re.compile(r"(?:\d+余?|[多几数两])(?:个|家|所|名|支)[\u4e00-\u9fff]*$")
"""盘龙市9个劳模创新工作室: so many, and none in particular."""
_FIRST = re.compile(r"第[一二三]家|首[家个批座]|唯一")
_YEAR = re.compile(r"\d{4}年")
_CENTRAL = re.compile(r"工作|任务|城区|思想|内容|环节|组(?!织)")
_TRADE = re.compile(
    r"[\u4e00-\u9fffA-Za-z—·-]{2,9}?(?:科技|电子|技术|网络|智能|生物|医药|制药|能源|汽车|光电|电器|电气|化工|钢铁|建工|环保|新材料|精密|食品|"
    r"服饰|纺织|物流|餐饮|机械|装备|重科|通信|信息|半导体|传媒|地铁|公交|燃气|水务|热力|港务|城投|交投|水泥|铝业|铜业|乳业|酒业|药业|茶业)"
    r"(?=[、，。；）]|等(?:企业|公司|单位|多家|\d|[一二三四五六七八九十两几]))"
)
_ZONE = re.compile(
    r"(?:国家级?)?(?:高新技术产业开发区|经济技术开发区|经济开发区|高新区|经开区|开发区|综合保税区|综保区|保税区)(?=.)"
)
_FIELD = re.compile(r"工作(?!委员会|者)|系统|组织|事业|改革")
_BEFORE_NAMES = frozenset("同与和跟对向由从为将把被让给及")
_TEAM = "代表队"
_NUMBERED = re.compile(r"[一二三四五六七八九十][\u4e00-\u9fff]?局$")
_LINE = "快递|快运|速递|速运|物流|外卖|出行|买菜|配送"


def find_bodies(
    document: Document, ontology: Ontology, context: Context, hits: Iterable[DivisionHit]
) -> tuple[Found, ...]:
    """All bodies that the text names, the longest reading of each place."""
    divisions = Divisions(document, context, hits)
    finder = _Finder(document, ontology, divisions)
    placed = DivisionBodies(document.text, ontology, divisions)
    streets = Index(longest(find_streets(document.text, ontology)))
    first = longest(
        [
            *streets.items,
            *(f for f in finder.by_head() if f.cls != "Division" or not streets.touching(f.begin, f.end)),
            *placed.by_organ(),
            *finder.national(),
            *finder.companies(),
            *finder.media(),
            *placed.numbered_schools(),
            *placed.committees(),
            *placed.offices(),
            *placed.short_unions(),
            *find_signed(document.text, divisions),
        ]
    )
    first = _without_word_before(first)
    first = longest([*first, *find_institutes(document.text, ontology, divisions, first)])
    first = longest([*first, *find_units(document.text, ontology, first)])
    listed = find_listed(document, divisions, first)
    fuller = {(f.begin, f.end) for f in listed}
    first = tuple(f for f in first if (f.begin, f.end) not in fuller)
    bodies = longest([*listed, *finder.sub_organs(first), *first])
    bodies = find_within(document, ontology, divisions, bodies)
    return joined(longest([*rooms_of(bodies, document.text, ontology), *bodies]), ontology)


def _without_word_before(bodies: Iterable[Found]) -> tuple[Found, ...]:
    """同甲学院 is 甲学院 and a word before it, where the article names that elsewhere."""
    bodies = tuple(bodies)
    known = {b.name: b for b in bodies}
    return tuple(
        known[b.name[1:]]._replace(begin=b.begin + 1, end=b.end)
        if b.name[0] in _BEFORE_NAMES and b.name[1:] in known
        else b
        for b in bodies
    )


@lru_cache(maxsize=1)
def _brands() -> Scan:
    """Brands alone in a list (中通、韵达), or with their line of business (京东物流)."""
    names = "|".join(sorted(words("brand"), key=lambda w: (-len(w), w)))
    return Scan(
        rf"(?=[{first_of('brand')}])(?:(?<![\u4e00-\u9fff])(?:{names})(?P<line>{_LINE})?(?![\u4e00-\u9fff](?<![的等和与及]))|(?:{names})(?P<line2>{_LINE}))"
    )


_HOLDS_PERSON = re.compile(r"工会(?:党组)?(?:常务)?副?(?:主席|书记)[\u4e00-\u9fff]{2,4}[和与及同]")
"""甲市总工会主席乙和医院: a title and a name before a conjunction belong to no body's name."""


class _Finder:
    """Finds bodies in one document."""

    def __init__(self, document: Document, ontology: Ontology, divisions: Divisions) -> None:
        self.document = document
        self.text = document.text
        self.ontology = ontology
        self.divisions = divisions
        self.reader = NameReader(document, ontology, divisions)
        self.within = {at for hit in divisions.hits if hit.full for at in range(hit.begin + 1, hit.end)}

    # ------------------------------------------------------------------ by head noun

    def by_head(self) -> Iterable[Found]:
        heads = [
            (begin, end, cls) for end, (begin, (cls,)) in head_nouns(self.ontology).longest_by_end(self.text).items()
        ]
        senders = {
            end for _, end, cls in heads if self.ontology.is_a(cls, "Union") or self.ontology.is_a(cls, "Company")
        }
        own = organs().longest_by_begin(self.text).values()
        senders |= {end for end, (cls,) in own if cls == "GovernmentBody"}
        trades = dict(find_trades(self.text))
        for begin, head, end, cls in self.reader.names(heads):
            if self.text[trades.get(begin, end) : end] in words("plain_site"):
                continue  # 天和服饰生产车间: who sees it has been at the company
            if self.text[head:end] == _TEAM and head in senders:
                continue  # 天和公司代表队: the company's team stands for the company
            if end in self.within:
                continue  # 商城 in 商城县
            if self.text[end : end + 1] == "长" and self.text.endswith(self.text[head:end], begin, head):
                continue  # 交警支队支队长: the head is that of the title
            if (
                self._group(begin, head, end)
                or self._title(begin, head, end, cls)
                or self._praise(begin, head, end, cls)
                or self.text[begin:end] in words("no_name")
                or _HOLDS_PERSON.search(self.text, begin, head)
            ):
                continue
            organ = self.text[head:end]
            if _SUB_ORGAN.fullmatch(organ) and self.text.endswith("工会", begin, head):
                union = self._own(begin, head, "Union")
                yield found_as(begin, end, cls, sub_organ_form(Form(union.name, union.aliases), organ))
            else:
                yield self._own(begin, self._with_site(end), cls)

    def _with_site(self, end: int) -> int:
        """Where a name ends that a place in brackets goes on: 中国石油大学（北京）."""
        hit = self.divisions.starting.get(end + 1) if self.text[end : end + 1] == "（" else None
        return hit.end + 1 if hit and self.text[hit.end : hit.end + 1] == "）" else end

    def _own(self, begin: int, end: int, cls: str) -> Found:
        if _NUMBERED.search(self.text[begin:end]):
            cls = "Company"
        folded = _TERM.sub("", "".join(self.text[begin:end].split()))
        surface = _TERM.sub("", "".join(self.document.simple[begin:end].split()))
        place = self.divisions.chain(begin) or self.divisions.level_at(begin, end)
        if place is None or place.end >= end:
            home = self._zone_home(folded)
            form = own_form(home + surface, home + folded, None, "")
            return found_as(begin, end, cls, form)
        rest = self.text[place.end : end]
        federated = place.division is not None and place.division.level != "town" and not place.name.endswith("地区")
        if rest == "工会" and federated:
            return found_as(begin, end, "TerritorialUnion", division_form(place, "总工会"))  # 枣庄工会干部
        organ = organ_class(rest)
        if organ and place.full:
            return found_as(begin, end, organ, division_form(place, rest))
        return found_as(begin, end, cls, own_form(surface, folded, place, self.text[begin : place.end]))

    def _zone_home(self, name: str) -> str:
        """The city or county that 高新区总工会 belongs to, by its short name; empty for what is no zone's."""
        path = self.divisions.context.path if _ZONE.match(name) else ()
        return next((d.short for d in path if d.level in ("prefecture", "county") and d.short not in name), "")

    def _group(self, begin: int, head: int, end: int) -> bool:
        """南通工会, 全省各级工会: all unions of a place, and none in particular."""
        if self.text[head:end] not in ("工会", "总工会", "行业工会", "基层工会", "分工会"):
            return False
        modifier = self.text[begin:head]
        if self.text[head:end] == "基层工会" or modifier.endswith("中国"):
            return True
        if modifier != _KIND.sub("", modifier) and _MEMBERS.match(self.text, end):
            return True
        if (
            self.text[head:end] == "工会"
            and _FIELD.match(self.text, end)
            and modifier.endswith(("省", "市", "区", "县", "州", "镇", "乡", "街道", "兵团"))
        ):
            return True
        if _GROUP.search(modifier) or _PROVINCES.fullmatch(modifier):
            return True
        if _DELEGATES.match(self.text, end) and _TERM_BEFORE.search(modifier):
            return True
        within = "\u4e00" <= self.text[begin - 1 : begin] <= "\u9fff"  # at the head of a clause the course is its own
        placed = begin in self.divisions.starting or modifier in LEVEL_WORDS
        staff = within and placed and _FOR_STAFF.match(self.text, end)
        if self.text[head:end] != "工会" or (_TITLE_AFTER.match(self.text, end) and not staff):
            return False
        modifier = _KIND.sub("", modifier)
        at = begin + len(modifier)
        if not modifier or modifier in ("中国", "全国", "我国") or modifier.endswith("特色社会主义"):
            return True
        hit = self.divisions.ending.get(at)
        level = self.divisions.level_at(begin, end)
        if hit is None and (level is None or level.end != at):
            return False
        return not modifier.endswith(("镇", "乡", "街道", "开发区", "地区", "兵团"))

    def _praise(self, begin: int, head: int, end: int, cls: str) -> bool:
        """先进分工会 and 劳模工作室 are kinds of bodies; 政府 without a division is nobody in particular."""
        word, modifier = self.text[head:end], self.text[begin:head]
        if word == "政府":
            return self.divisions.chain(begin) is None and self.divisions.level_at(begin, end) is None
        if word.endswith("工作室") and _CRAFT.fullmatch(modifier):
            return True
        if _COUNTED.search(modifier) or _YEAR.search(modifier) or _FIRST.search(modifier):
            return True
        if _SOME.search(modifier) and "“" not in modifier:
            return True
        if (word == "中心" and _CENTRAL.match(self.text, end)) or (
            _SUB_ORGAN.match(word) and modifier.endswith("组织")
        ):
            return True
        if self.ontology.is_a(cls, "School") and len(modifier) > 3:
            return False  # 南湾示范幼儿园
        return modifier.endswith(("先进", "优秀", "模范", "示范", "达标", "星级", "最美", "大型", "内部", "辖区"))

    def _title(self, begin: int, head: int, end: int, cls: str) -> bool:
        """学校党委书记 is a title at the school; a session of a committee is an event."""
        word = self.text[head:end]
        if cls == "PartyBody" and word.endswith(("党委", "党组", "党总支", "党支部", "纪委")):
            return bool(_PARTY_TITLE.match(self.text, end))
        return "委员会" in word and "工会" in self.text[begin:head] and "届" in self.text[begin:head]

    # ------------------------------------------------------------------ bodies by their whole names

    def national(self) -> Iterable[Found]:
        for end, (begin, (full, cls)) in national_names().longest_by_end(self.text).items():
            if (
                cls in self.ontology.classes
                and not _NATIONAL_PARTS.search(full)
                and self.text[end : end + 1] != "级"
                and (end - begin > 4 or (self.reader.starts_clean(begin) and self.reader.ends_clean(end)))
            ):
                surface = self.text[begin:end]
                key = ALL_CHINA if full == "中华全国总工会" else ""
                yield found_as(begin, end, cls, Form(full, (surface,), key))

    def companies(self) -> Iterable[Found]:
        for begin, (end, _) in company_names().longest_by_begin(self.text).items():
            named = self.text[begin:end] not in words("no_name")
            if named and self.reader.starts_clean(begin) and self.reader.ends_clean(end):
                yield self._employer(begin, end, company_form(self.text[begin:end]))
        for begin, end in find_branches(self.text, self.divisions):
            if self.reader.starts_clean(begin):
                yield found_as(begin, end, "Company", Form(self.text[begin:end]))
        for place, begin, end in find_utilities(self.text, self.divisions.place_to):
            yield self._employer(place.begin, end, division_form(place, self.text[begin:end]))
        for begin, end in (*find_trades(self.text), *find_titled(self.text, self.divisions.hits)):
            yield self._employer(begin, end, Form(self.text[begin:end]))
        for hit in self.divisions.hits:
            trade = _TRADE.match(self.text, hit.end)
            if trade and not hit.full and self.text[hit.begin - 1 : hit.begin] in "、，。；：（和与在到进访由为 \n":
                yield found_as(hit.begin, trade.end(), "Company", Form(self.text[hit.begin : trade.end()]))
        for match in _brands().finditer(self.text):
            if (
                match["line"]
                or match["line2"]
                or "、" in self.text[match.start() - 1 : match.start()] + self.text[match.end() : match.end() + 1]
            ):
                yield found_as(match.start(), match.end(), "Company", Form(match.group()))

    def _employer(self, begin: int, end: int, form: Form) -> Found:
        """A company that no head noun ends, or the union of it: 蓝迪中国工会."""
        if not self.text.startswith("工会", end):
            return found_as(begin, end, "Company", form)
        form = Form(form.name + "工会", tuple(a + "工会" for a in form.aliases))
        return found_as(begin, end + len("工会"), "Union", form)

    def media(self) -> Iterable[Found]:
        """中工网讯, 荆楚网（湖北日报网）讯: who reports, at the head of a text."""
        if "Media" not in self.ontology.classes:
            return
        for match in _MEDIA.finditer(self.text):
            if match["journal"]:
                short = match["journal"] + match["office"]
                yield Found(match.start(), match.end(), "Media", match.group(), "", (short,))
                continue
            kind = next(k for k in ("name", "site", "press") if match[k])
            name, begin = match[kind], match.start(kind)
            if begin in self.divisions.starting and self.divisions.starting[begin].end - begin == len(name):
                continue
            if tag(name) in ("n", "v") or _NO_MEDIA.search(name):
                continue
            yield Found(
                begin,
                match.end("other") + 1 if match["other"] else begin + len(name),
                "Media",
                name,
                "",
                (match["other"],) if match["other"] else (),
            )

    def sub_organs(self, bodies: Iterable[Found]) -> Iterable[Found]:
        """清远市总工会 + 第八届经费审查委员会: an organ of a union right after its name."""
        for body in bodies:
            match = _SUB_ORGAN.match(self.text, body.end)
            if match and self.ontology.is_a(body.cls, "Union") and not _SESSION.match(self.text, match.end()):
                form = sub_organ_form(Form(body.name, body.aliases), match["organ"])
                yield found_as(body.begin, match.end(), "UnionOrgan", form)
