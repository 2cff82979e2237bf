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
from unigraph.recognition.bodies_within import find_within
from unigraph.recognition.body_branches import find_branches
from unigraph.recognition.body_forms import (
    ALL_CHINA,
    Form,
    company_form,
    division_form,
    organ_class,
    own_form,
    party_form,
    sub_organ_form,
    youth_form,
)
from unigraph.recognition.body_institutes import find_institutes
from unigraph.recognition.body_names import NameReader
from unigraph.recognition.body_offices import find_offices, find_parties
from unigraph.recognition.body_trades import find_trades, find_utilities
from unigraph.recognition.body_units import find_units
from unigraph.recognition.body_words import company_names, head_nouns, national_names, organs
from unigraph.recognition.divisions import LEVEL_WORDS, Context, DivisionHit, Divisions, Named
from unigraph.recognition.document import Document
from unigraph.recognition.found import Found, longest
from unigraph.recognition.rooms import rooms_of
from unigraph.recognition.segmentation import tag

__all__ = ["find_bodies"]

_COMMITTEE = re.compile(
    r"(?P<dept>组织部|宣传部|统战部|政法委|社会工作部|办公室|党校|编办|办)|(?!员|托|派|屈|婉|实|培|以)"
)
_SHORT_UNION = re.compile(
    r"总(?=党组|有关|一行|调研|宣教|组织|副?主席|常务|机关|领导|经审|女职|[一二三四]级|[，。、；：）]|与|和|及|的|在|将|向|把|为|对|联|于|到|由|发|举|组|开|启)"
)
_NO_SHORT_UNION = re.compile(
    r"总(?:体|量|数|计|面积|产|值|人|公司|部|经|监|医|裁|书|编|会|校|站|局|台|行|段|装|工|共|是|商|投|长|规|目|决|结|览|队|教|站|理|领|有|要|能|会)"
)
_SUB_ORGAN = re.compile(
    r"(?:第?[一二三四五六七八九十百\d]+届)?(?P<organ>经费审查委员会|经审委员会|经审会|经审委|女职工委员会|女职委|女工委员会|女职工委|女工委)"
)
_TITLE_AFTER = re.compile(r"副?主席|党组|常务副?主席|主任|副主任|经审|女职|机关|干部|有关|相关|负责")
_PARTY_TITLE = re.compile(r"(?:常务)?副?书记|委员|常委|成员|宣传|组织|办公|领导|统战|工作|部|班子|中心组|换届|、|副|原")
_SESSION = re.compile(r"第[一二三四五六七八九十\d]+次|[一二三四五六七八九十]+次|全体|全委")
_NO_ORGAN_AFTER = re.compile(r"采购|补贴|主导|工作报告|广场|引导|性|路|街|站|大楼|投资|债|职能")
_TERM = re.compile(r"新一[届屆]|上[届屆]|本[届屆]|首[届屆个家]|(?<=[校院司厂会])第[一二三四五六七八九十百\d]+[届屆]")
_GROUP = re.compile(
    r"[两三四五六七八九十全](?:省|市|地|国|级|镇|县|区|方|校|家)|\d+(?:家|个|所)|各|^[省市区县旗州盟镇乡街道]+$|基层$|所有|央企$|兄弟|直属$|下级$"
)
_PROVINCES = re.compile(r"[京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀黔贵滇藏陕甘青宁新港澳台喀粤莞穗深]{2,4}")
_KIND = re.compile(r"(?:数字|智慧|基层|互联网|职工|系统|新型|机关|青年)+$")
_MEMBERS = re.compile(r"工作者|积极分子|会员|干部|人")
_DELEGATES = re.compile(r"(?:会员)?代表大会|筹备?委员?会")
_TERM_BEFORE = re.compile(r"届|第|^.{2,9}[省市区县]$")
_CRAFT = re.compile(r"(?:劳模|劳动模范|工匠|人才|技能|大师|创新|职工|技术|首席|名师|各级|各类|示范性|和|与)*")
_FOUNDING = re.compile(r"筹备?委员?会|筹备组")
_NATIONAL_PARTS = re.compile(r"中共中央|党组$|书记处$|机关党委$")
_MEDIA = re.compile(
    r"(?:(?<=\n)|^)[ ]*(?P<name>[\u4e00-\u9fff]{2,8}?)(?:（(?P<other>[\u4e00-\u9fff]{2,8})）)?(?:时刻新闻)?"
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
_NUMBERED_SCHOOL = re.compile(
    r"第?(?P<number>[一二三四五六七八九十]{1,4})中(?:学)?(?![国央共间心小型层级外文部期旬等全])"
)
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
_NUMBERED = re.compile(r"[一二三四五六七八九十][\u4e00-\u9fff]?局$")
_LINE = "快递|快运|速递|速运|物流|外卖|出行|买菜|配送"


def find_bodies(
    document: Document, ontology: Ontology, context: Context, hits: Iterable[DivisionHit]
) -> tuple[Found, ...]:
    """All bodies that the text names, the longest reading of each place."""
    finder = _Finder(document, ontology, Divisions(document, context, hits))
    first = longest(
        [
            *finder.by_head(),
            *finder.by_organ(),
            *finder.national(),
            *finder.companies(),
            *finder.media(),
            *finder.numbered_schools(),
            *finder.committees(),
            *finder.offices(),
            *finder.short_unions(),
        ]
    )
    first = longest([*first, *find_institutes(document.text, ontology, finder.divisions, first)])
    first = longest([*first, *find_units(document.text, ontology, first)])
    listed = find_listed(document, finder.divisions, first)
    bodies = longest([*listed, *finder.sub_organs(first), *first])
    bodies = find_within(document, ontology, finder.divisions, bodies)
    return joined(longest([*rooms_of(bodies, document.text, ontology), *bodies]), ontology)


@lru_cache(maxsize=1)
def _brands() -> re.Pattern[str]:
    """Brands alone in a list (中通、韵达), or with their line of business (京东物流)."""
    names = "|".join(sorted(words("brand"), key=lambda w: (-len(w), w)))
    return re.compile(
        rf"(?=[{first_of('brand')}])(?:(?<![\u4e00-\u9fff])(?:{names})(?P<line>{_LINE})?(?![\u4e00-\u9fff](?<![的等和与及]))|(?:{names})(?P<line2>{_LINE}))"
    )


class _Finder:
    """Finds bodies in one document."""

    def __init__(self, document: Document, ontology: Ontology, divisions: Divisions) -> None:
        self.document = document
        self.text = document.text
        self.ontology = ontology
        self.divisions = divisions
        self.reader = NameReader(document, ontology, divisions)

    def _found(self, begin: int, end: int, cls: str, form: Form) -> Found:
        return Found(begin, end, cls, form.name, form.key, form.aliases)

    # ------------------------------------------------------------------ by head noun

    def by_head(self) -> Iterable[Found]:
        heads = [
            (begin, end, cls) for end, (begin, (cls,)) in head_nouns(self.ontology).longest_by_end(self.text).items()
        ]
        for begin, head, end, cls in self.reader.names(heads):
            if self.text[end : end + 1] == "长" and self.text.endswith(self.text[head:end], begin, head):
                continue  # 交警支队支队长: the head is that of the title
            if (
                self._group(begin, head, end)
                or self._title(begin, head, end, cls)
                or self._praise(begin, head, end, cls)
                or self.text[begin:end] in words("no_name")
            ):
                continue
            organ = self.text[head:end]
            if _SUB_ORGAN.fullmatch(organ) and self.text.endswith("工会", begin, head):
                union = self._own(begin, head, "Union")
                yield self._found(begin, end, cls, sub_organ_form(Form(union.name, union.aliases), organ))
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
        place = self.divisions.chain(begin) or self._level_at(begin, end)
        if place is None or place.end >= end:
            home = self._zone_home(folded)
            form = own_form(home + surface, home + folded, None, "")
            return self._found(begin, end, cls, form)
        rest = self.text[place.end : end]
        federated = place.division is not None and place.division.level != "town" and not place.name.endswith("地区")
        if rest == "工会" and federated:
            return self._found(begin, end, "TerritorialUnion", division_form(place, "总工会"))  # 枣庄工会干部
        organ = organ_class(rest)
        if organ and place.full:
            return self._found(begin, end, organ, division_form(place, rest))
        return self._found(begin, end, cls, own_form(surface, folded, place, self.text[begin : place.end]))

    def _zone_home(self, name: str) -> str:
        """The city or county that 高新区总工会 belongs to, by its short name; empty for what is no zone's."""
        path = self.divisions.context.path if _ZONE.match(name) else ()
        return next((d.short for d in path if d.level in ("prefecture", "county") and d.short not in name), "")

    def _level_at(self, begin: int, end: int) -> Named | None:
        """A level word that a name begins with: 市 in 市接待办."""
        for length in (1, 2, 3):
            place = self.divisions.level(begin + length)
            if place is not None and place.begin == begin and place.end < end:
                return place
        return None

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
        level = self._level_at(begin, end)
        if hit is None and (level is None or level.end != at):
            return False
        return not modifier.endswith(("镇", "乡", "街道", "开发区", "地区", "兵团"))

    def _praise(self, begin: int, head: int, end: int, cls: str) -> bool:
        """先进分工会 and 劳模工作室 are kinds of bodies; 政府 without a division is nobody in particular."""
        word, modifier = self.text[head:end], self.text[begin:head]
        if word == "政府":
            return self.divisions.chain(begin) is None and self._level_at(begin, end) is None
        if word.endswith("工作室") and _CRAFT.fullmatch(modifier):
            return True
        if _COUNTED.search(modifier) or _YEAR.search(modifier) or _FIRST.search(modifier):
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

    # ------------------------------------------------------------------ bodies of divisions

    def by_organ(self) -> Iterable[Found]:
        """清远市人社局, 区妇联: an organ right after a division's name or a level word."""
        for begin, (end, (cls,)) in organs().longest_by_begin(self.text).items():
            if cls not in self.ontology.classes or self.text[begin:end] in ("委", "工会", "政府"):
                continue
            yield from self._organ(begin, end, cls)
        for match in re.finditer("政府", self.text):
            if not _NO_ORGAN_AFTER.match(self.text, match.end()):
                yield from self._organ(match.start(), match.end(), "GovernmentBody")

    def numbered_schools(self) -> Iterable[Found]:
        """新乡市二十二中: a middle school by its number."""
        for match in _NUMBERED_SCHOOL.finditer(self.text) if "School" in self.ontology.classes else ():
            place = self._place_to(match.start())
            if place is not None:
                name, number = place.name + match.group(), match["number"]
                yield Found(place.begin, match.end(), "School", name, "", (f"{place.name}第{number}中学",))

    def _organ(self, begin: int, end: int, cls: str) -> Iterable[Found]:
        place = self._place_to(begin)
        if place is not None and not _FOUNDING.match(self.text, end):
            yield self._found(place.begin, end, cls, division_form(place, self.text[begin:end]))

    def _place_to(self, end: int) -> Named | None:
        """The division whose name, or level word, ends at a place; short names only where a level is said."""
        place = self.divisions.chain_to(end)
        if place is None or not place.full:
            place = self.divisions.level(end) or place
        return place

    def committees(self) -> Iterable[Found]:
        """市委, 区委, 镇党委, 市委组织部: a division's party committee and its departments."""
        for match in re.finditer("党委|委", self.text):
            place = self._place_to(match.start())
            after = _COMMITTEE.match(self.text, match.end())
            if place is None or after is None or not place.full:
                continue
            department = after["dept"] or ""
            if department in ("办公室", "办") and self.text[after.end() : after.end() + 1] in "事":
                department = ""
            end = match.end() + len(department)
            youth = next((w for w in ("共青团", "团") if self.text.endswith(w, 0, place.begin)), "")
            if (
                youth
                and not department
                and self.text[place.begin - len(youth) - 1 : place.begin - len(youth)] not in "集社"
            ):
                yield self._found(place.begin - len(youth), end, "Association", youth_form(place))
                continue
            begin = place.begin - 2 if self.text.endswith("中共", 0, place.begin) else place.begin
            yield self._found(begin, end, "PartyBody", division_form(place, match.group() + department))
        for match in re.finditer("中共|共青团", self.text):
            place = self.divisions.chain(match.end())
            if place is not None and self.text.startswith("委员会", place.end):
                party = match.group() == "中共"
                form = division_form(place, "委") if party else youth_form(place)
                yield self._found(match.start(), place.end + 3, "PartyBody" if party else "Association", form)

    def offices(self) -> Iterable[Found]:
        """市扶贫办, 县水产技术推广站, 民盟市委: offices that the head nouns do not read."""
        for place, begin, end, cls in find_offices(self.text, self._place_to, organs().longest_by_begin(self.text)):
            cls = cls if cls in self.ontology.classes else "Organization"
            yield self._found(place.begin, end, cls, division_form(place, self.text[begin:end]))
        for begin, end, party, place in find_parties(self.text, self._place_from):
            yield self._found(begin, end, "Organization", party_form(party, place))

    def _place_from(self, begin: int) -> Named | None:
        """The division, or level word, that begins at a place."""
        place = self.divisions.chain(begin)
        return place if place is not None and place.full else self._level_at(begin, begin + 4)

    def short_unions(self) -> Iterable[Found]:
        """省总, 市总, 区总 and 清远市总: a territorial federation by its short name."""
        for match in re.finditer("总(?!工会)", self.text):
            place = self._place_to(match.start())
            if place is None or not place.full:
                continue
            named = match.start() in self.divisions.ending
            if (
                (not _NO_SHORT_UNION.match(self.text, match.start()))
                if named
                else _SHORT_UNION.match(self.text, match.start())
            ):
                yield self._found(place.begin, match.end(), "TerritorialUnion", division_form(place, "总工会"))

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
                yield self._found(begin, end, cls, Form(full, (surface,), key))

    def companies(self) -> Iterable[Found]:
        for begin, (end, _) in company_names().longest_by_begin(self.text).items():
            named = self.text[begin:end] not in words("no_name")
            if named and self.reader.starts_clean(begin) and self.reader.ends_clean(end):
                yield self._employer(begin, end, company_form(self.text[begin:end]))
        for begin, end in find_branches(self.text, self.divisions):
            if self.reader.starts_clean(begin):
                yield self._found(begin, end, "Company", Form(self.text[begin:end]))
        for place, begin, end in find_utilities(self.text, self._place_to):
            yield self._employer(place.begin, end, division_form(place, self.text[begin:end]))
        for begin, end in find_trades(self.text):
            yield self._employer(begin, end, Form(self.text[begin:end]))
        for hit in self.divisions.hits:
            trade = _TRADE.match(self.text, hit.end)
            if trade and not hit.full and self.text[hit.begin - 1 : hit.begin] in "、，。；：（和与在到进访由为 \n":
                yield self._found(hit.begin, trade.end(), "Company", Form(self.text[hit.begin : trade.end()]))
        for match in _brands().finditer(self.text):
            if (
                match["line"]
                or match["line2"]
                or "、" in self.text[match.start() - 1 : match.start()] + self.text[match.end() : match.end() + 1]
            ):
                yield self._found(match.start(), match.end(), "Company", Form(match.group()))

    def _employer(self, begin: int, end: int, form: Form) -> Found:
        """A company that no head noun ends, or the union of it: 蓝迪中国工会."""
        if not self.text.startswith("工会", end):
            return self._found(begin, end, "Company", form)
        form = Form(form.name + "工会", tuple(a + "工会" for a in form.aliases))
        return self._found(begin, end + len("工会"), "Union", form)

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
                yield self._found(body.begin, match.end(), "UnionOrgan", form)
