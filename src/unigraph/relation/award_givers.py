"""Who gave the honours of an article: the body whose decision, notice or ceremony of praise it reports."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from unigraph.recognition.found import Found
from unigraph.relation.honours import Honour, Honours
from unigraph.relation.scene import Scene

__all__ = ["GIVERS", "Givers", "given_by", "giver_before", "giver_by", "giver_taking", "giver_within"]

GIVERS = ("Union", "Company", "Organization")
_DECIDES = re.compile(
    r"(?:(?:日前|近日|今年|当天|还|也|已|正式|联合|共同|党组|近期|此前|最近)*(?:的?(?:公布|发布|印发|下发|作出|通报)[^，。；\n]{0,12}(?:表彰|命名|创建|评选)[^，。；\n]{0,10}(?:名单|决定|通报|结果|通知)"
    r"|的?(?:表彰|创建|评选|命名)[^，。；\n]{0,6}(?:决定|通报|名单|结果)"
    r"|(?:下发|印发|发布)(?:文件|通知|通报|决定)，"
    r"|(?:评出|授予|颁发|评选|命名|认定|组织|开展)的?(?:[“\u4e00-\u9fff]{2,16}(?:里|中)|评选)"
    r"|的决定，|的?(?:年度)?(?:总结)?表彰(?:大会|会|仪式)?(?:上|中)?"
    r"|(?:印发|下发|发布|作出|发出|公布)?了?《?关于(?:表彰|授予|命名|通报表扬|公布|评选|认定)"
    r"|(?:研究|联合|共同|经研究|经评审)*(?:作出|做出)?(?:决定|评审|评选|审定)[：，]?(?:对|[将把]|授予|命名|表彰|表扬|通报)"
    r"|对[^，。；\n]{2,20}(?:进行|予以|给予)了?(?:通报)?(?:表彰|表扬)"
    r"|[^，。；\n]{0,8}(?:召开|举行)[^，。；\n]{0,30}，(?:授予|表彰|命名)"
    r"|(?:召开|举行|举办)[^，。；\n]{0,40}表彰|(?:联合)?(?:表彰|命名|授予)))"
)
_ANNOUNCES = re.compile(
    r"(?!的)[^。；，：\n“]{0,18}(?:，(?:向社会|向全社会|向全国|联合|共同|正式|隆重|集中)[^。；，\n“]{0,6})?(?:公布|发布|揭晓|推出|通报|印发|下发|公开|评出|选树|评选产生)了?"
    r"[^。；，\n]{0,44}(?:名单|榜单|决定|结果|通报|人选|荣誉)"
)
"""丙在会上公布了新一年的表彰名单, 丙发布“乙”榜单."""
_RECEIVES = re.compile(r"[为向给对把将]\Z")
_NO_GIVER = re.compile(r"(?:借助|通过|依托|登录|在|从|向|为|给|对|把|将|到|于|获|获得|荣获|授予|表彰|命名)了?\Z")
"""Before a body that is an object, or a receiver itself."""
_DECIDED_BY = re.compile(r"(?:决定|通报|名单|表彰|称号|奖项|荣誉|殊荣)(?:由|是由|系由)$")
_PRAISED_BY = re.compile(r"[获受被经由到得]$")
_BY_BODY = re.compile(r"(?:的)?(?:通报)?(?:评选|评审|评定|研究|审定|颁发|认定|表彰|表扬|授予|命名|嘉奖|授给)")


_TO = re.compile(r"(?:授予了?|[颁授发送奖]给了?)\Z")
_RANK = re.compile(r"(?:冠军|亚军|季军|第[一二三四五六七八九十]名|[特一二三]等奖|[金银铜][奖牌])\Z")
_GIVES = re.compile(r"(?:联合|共同)?(?:表彰|命名|授予)")
"""What a body does to honours that it names there, and to no ranks of a contest."""
_REACH = 8
_DECIDED = re.compile(r"(?:研究|作出|做出|经研究|经评审|经审定)*(?:决定|审定|评审|批准|通过)，")
_GIVEN = re.compile(r"(?:联合|共同)?(?:授予|颁发|表彰|命名|评选|评定|认定|评出|颁授)?的?“?")
_GIVEN_TO = re.compile(r"(?:授予|颁给|颁发给|表彰了?|命名)(?!单位)")
_LATEST = 8
"""How many of the givers before an honour are weighed."""


def giver_before(scene: Scene, at: int, start: int) -> tuple[Found, ...]:
    """丙授予甲乙, 丙作出决定，授予甲乙: the bodies before what gives."""
    chain = scene.chain_before(at, GIVERS, start)
    if chain is None or at - chain.end > _REACH:
        return ()
    if scene.text[chain.end : chain.end + 1] in ("，", "的") and not _DECIDED.fullmatch(scene.text, chain.end, at):
        return ()
    return () if _is_given_to(scene, chain.begin, start) else tuple(u.item for u in chain.units)


def _is_given_to(scene: Scene, begin: int, start: int) -> bool:
    """授予甲丙奖，授予乙丁奖: whether a verb of giving stands before a body in its own clause, and no body before that."""
    clause = max(start, scene.document.clause_start(begin))
    given = _GIVEN_TO.search(scene.text, clause, begin)
    return given is not None and not any(u.root in GIVERS for u in scene.units_within(clause, given.start()))


def giver_by(scene: Scene, at: int, start: int) -> tuple[Found, ...]:
    """被丙授予乙, 获丙颁发的乙: the bodies right before what gives, behind 被."""
    chain = scene.chain_within(start, at, GIVERS)
    by = (
        chain is not None
        and scene.text[chain.begin - 1 : chain.begin] in ("被", "获", "由", "经")
        and at - chain.end <= 2
    )
    return tuple(u.item for u in chain.units) if chain is not None and by else ()


def giver_taking(scene: Scene, honour: int, start: int) -> tuple[Found, ...]:
    """丙把乙颁给甲: the bodies before 把 or 将."""
    at = honour - 1 - (scene.text[honour - 1 : honour] == "“")
    if scene.text[at : at + 1] not in ("把", "将"):
        return ()
    return tuple(g for g in giver_before(scene, at, start) if not _is_given(scene, at, start))


def _is_given(scene: Scene, at: int, start: int) -> bool:
    """Whether who stands before a place has just been given something: 将乙授予甲等20个单位，将丁授予…"""
    chain = scene.chain_before(at, GIVERS, start)
    return chain is not None and _TO.search(scene.text, max(0, chain.begin - 4), chain.begin) is not None


def giver_within(scene: Scene, begin: int, honour: int) -> tuple[Found, ...]:
    """拿到丙颁发的乙: the bodies between what wins and the honour."""
    chain = scene.chain_within(begin, honour, GIVERS)
    given = chain is not None and _GIVEN.fullmatch(scene.text, chain.end, honour)
    return tuple(u.item for u in chain.units) if chain is not None and given else ()


def given_by(text: str, at: int) -> int | None:
    """Where 丙授予的乙 goes on behind 授予的, if a place behind 丙 goes on so."""
    match = _GIVEN.match(text, at)
    given = match.group().rstrip("“") if match else ""
    return at + len(given) if given.endswith("的") else None


class Givers:
    """The givers that an article names, with where they are named."""

    def __init__(self, scene: Scene, honours: Honours) -> None:
        self.scene = scene
        self.found = tuple(self._find())
        self._places = [at for at, _ in self.found]

    def of(self, honour: Honour, position: int) -> tuple[Found, ...]:
        """The givers of an honour that a text speaks of at a position; empty where none is clear."""
        if not self.found:
            return ()
        at = bisect_right(self._places, position)
        near = self.found[max(0, at - _LATEST) : max(at, 1)]
        if _RANK.search(honour.name):
            near = tuple(one for one in near if not self._gives_there(one))
        rows = [row for _, row in near]
        fitting = [row for row in rows if len(row) == 1 or not _scoped(row)]
        mixed = [b for row in rows for b in row if _scoped(row)]
        own = [b for b in mixed if _in_scope(b, honour)]
        return (own[-1],) if own else fitting[-1] if fitting else ()

    def _gives_there(self, one: tuple[int, tuple[Found, ...]]) -> bool:
        """Whether a giver is one by what it is said to give right behind its name."""
        return _GIVES.match(self.scene.text, one[1][-1].end) is not None

    def _find(self) -> Iterable[tuple[int, tuple[Found, ...]]]:
        text = self.scene.text
        for chain in self.scene.chains:
            if chain.units[0].root not in GIVERS or self.scene.silent(chain.begin):
                continue
            before = text[max(0, chain.begin - 6) : chain.begin]
            decides = (_DECIDES.match(text, chain.end) and not _RECEIVES.search(before)) or (
                _ANNOUNCES.match(text, chain.end) and not _NO_GIVER.search(before)
            )
            if (
                decides
                or _DECIDED_BY.search(before)
                or (_PRAISED_BY.search(before) and _BY_BODY.match(text, chain.end))
            ):
                yield chain.begin, tuple(u.item for u in chain.units)


def _scoped(row: tuple[Found, ...]) -> bool:
    """Whether the givers of a row are of several levels, so that each honour has one of them."""
    levels = {_level(b.name)[-1:] for b in row}
    return len(levels) > 1 and "" not in levels


def _level(name: str) -> str:
    """The last division that a name begins with: 万州区 of 重庆市万州区总工会."""
    match = re.match(
        r"(?:[\u4e00-\u9fff]*[省市区州])?(?P<own>[\u4e00-\u9fff]{2,7}?[省市县区州旗])(?=总工会|人民政府|委|工会)", name
    )
    return match["own"] if match else ""


def _in_scope(body: Found, honour: Honour) -> bool:
    level = _level(body.name)
    return bool(level) and (level[:2] in honour.name or level[-1] + "级" in honour.name)
