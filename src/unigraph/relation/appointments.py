"""Posts that a clause states: 甲当选主席, 主席由甲担任, 副主席是甲、乙, 甲，60岁，某公司副总裁, 甲不再担任副主席."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from unigraph.ontology import Ontology
from unigraph.recognition.found import Found, Index
from unigraph.relation.post_at import At
from unigraph.relation.stacks import Piece, Post, StackReader
from unigraph.scanning import Scan

__all__ = ["read_appointments"]

_TIME = r"(?:于|自|从)?(?:今年|去年|前年|当年|近日|日前|(?:19|20)\d{2}年|\d{1,2}月)(?:\d{1,2}月)?(?:\d{1,2}日)?(?:起|开始|以来|至今)?，?"
_ADVERBS = (
    r"(?:（[^（）\n]{1,14}）)?(?:同志)?"
    rf"(?:同时|也|还|现|则|又|被|再次|全票|并|均|都|分别|本身|将|仍|当天|随后|新近|一致|获|成功|高票|目前|如今|先后|刚刚|刚|新|正式|已|已经"
    rf"|一直|一度|(?:\\d{{1,2}}|[两二三四五六七八九十]+)[名位](?:同志)?|等(?:\\d{{1,3}}|[两二三四五六七八九十]+)(?:名同志|位同志|名|位|人)|现在|从此|后来|之后|最终|顺利|光荣|经选举|{_TIME}|在[^，。；、\n]{{2,14}}[上中])*"
)
_CAUSE = r"(?:因[^，。；、\n]{2,14}，?)?"
_ENDS = re.compile(
    _ADVERBS
    + _CAUSE
    + _ADVERBS
    + r"(?:不再担任|不再兼任|不再任|卸任|卸下|离任|辞去|请辞|辞任|曾任|曾担任|曾兼任|曾是|曾当过|担任过|当过|历任|退任)(?:其|了)?"
)
_CLEFT = re.compile(
    r"(?:一职|职务|职位|人选)?(?:，?(?:则|仍)?(?P<by>分别由|由)|的?(?:，)?(?:分别|则|仍)?(?:是|为|：)(?:分别)?|者(?:分别)?(?:是|为)"
    r"|，?(?:则|也|均)?(?:选|推|定|推选|推举|公推|选举|选出|推出|聘请?)(?:出来)?的(?:则|也)?(?:是|为)"
    r"|(?:这?一职|的?(?:担子|重任|职责|接力棒|重担))?，?(?:则|也)?(?:落到了?|落在了?|落给了?|交给了?|交到了?|花落|传给了?|移交给了?|归了?(?=[\u4e00-\u9fff]{2,4}[，。；])))"
)
_TAKEN = re.compile(
    r"(?:二人|两人|等)?(?:同志)?(?:分别|共同|继续|一并|同时)?(?:担任|出任|兼任|接任|接替|接棒|继任|当选|任(?![务何]))"
)
_ROW = re.compile(r"(?:（[^（）\n]{1,16}）)?(?:、|和|及|与|以及)")
_PRONOUN = Scan(r"(?<![\u4e00-\u9fff])[他她]")
_PRONOUN_REACH = 200
_REPLACES = ("接替", "代替", "接棒")
"""Before whom somebody follows in a post: 甲接替乙担任主席."""
_ROW_STEP = 26
_TITLED_STEP = 50
"""How far a name may stand from 由, with the titles before it: 主席由市政府副市长甲兼任."""
_STRETCH = re.compile(r"[^，。；：！？）\n]*")
_BIO = re.compile(
    r"，(?:(?:男|女|[\u4e00-\u9fff]{1,3}族|\d{2}岁|\d{4}年(?:\d{1,2}月)?(?:出)?生|中共党员)[，、])*(?:现任|时任|系)?"
)
_AFTER_BIO = re.compile(r"(?:岁|生|族|党员|[男女])[，、]")
_REMOVED = re.compile(r"(?:同志)?的?")
_OFFICE = re.compile(r"(?:的?职务|一职|职)(?:的?(?:请求|申请|报告|决定|议案))?|[两三数多]职")
_TITLE_AFTER = re.compile(
    r"(?:副?教授|副?研究员|主治医师|医生|医师|律师|工程师)|(?:常务副|副)?(?:党组|党委)?(?:书记|主席|主任|部长|院长|校长|局长|会长|秘书长|总经理|董事长)"
)
_TITLED_ROW = re.compile(rf"(?:{_TITLE_AFTER.pattern})[、和]")
_SLACK = 4
"""How many characters may stand between 担任 and the post: 新一届, 了其."""
_ORGANS = ("党委", "党组", "党总支", "党支部", "纪委", "工会")
_OPENING = re.compile(r" {1,8}|（|——|，")
_STANDS = re.compile(r"[，。；\n）]|\Z")
_IN_POST = re.compile(r"(?:已经?|至今|以来|期间|的?时候|时|后|多年|\d{1,2}年)")
"""What may stand between a post that is held and the next mark: 担任主席已经十年."""
_AS = re.compile(r"(?:作为|身为|身兼|兼任|现任|担任|身任)(?:新任)?\Z")
_AS_NAME = re.compile(r"(?:一职)?的?，")
_NAMES_TO = re.compile(r"(?:聘请|聘任|任命|选举|推选|补选|增补|特聘|选聘|邀请|免去)(?:了)?\Z")
_RULES = re.compile(
    r"(?:研究|会议|党组|党委|全体会议|全委会)*(?:决定|同意)?，?(?:聘请|聘任|任命|选举|推选|补选|增补|特聘|选聘|免去)"
)
_FROM = re.compile(r"，?(?:则|都|就|均)?来自")
_IS_THEN = re.compile(r"，(?:现?是|担任|现任|当|做)(?:一?[名位个])?")
_WORKS_AT = re.compile(r"(?:担任|出任|兼任|任职|就任|任|当|做)(?:一名|了)?")

_ALSO = re.compile(
    r"[，、](?:同时|并且|并|而且|且|又|还|也|现|仍|后来|后|今年|目前|如今|一?直)*(?:是|任|担任|兼任|兼|出任|当选为?|现任|受聘为|被聘为|被选为)(?:一?[名位])?"
)
"""How a clause goes on with a further post of the same person."""
_NOW = re.compile(r"(?:职务)?[，、](?:后|如今|目前|现在|现)+(?:是|任|为|担任|兼任|出任)?(?:一?[名位])?")
"""How a clause on a former post goes on with one that is held: 甲曾任某厂厂长，现任某公司工会主席."""
_BY_STANDING = re.compile(r"(?:[^，。；：！？\n]{0,6})以(?P<post>[^，。；：！？\n以]{4,40}?)的?(?:双重)?身份")
_WORKS_IN = re.compile(_ADVERBS + "在")


@lru_cache(maxsize=4)
def _becomes(ontology: Ontology) -> re.Pattern[str]:
    predicate = ontology.predicates.get("holdsPosition")
    cues = "|".join((*(predicate.cues if predicate else ()), "是", "系", "为", "接过", "身兼"))
    years = r"(?:当|干|做)(?:了|过)(?:[\d一二两三四五六七八九十几]+(?:多|余)?年)?(?:的)?"
    return re.compile(
        rf"(?:，?(?:今年|现年)?\d{{2}}岁(?=，))?(?:，(?=是|系|现|担任|时任|也是|同时|如今|目前|现在))?{_ADVERBS}(?:{cues}|{years})"
    )


def read_appointments(reader: StackReader) -> Iterator[tuple[Found, Post]]:
    """Persons and their posts, each from a clause that states them."""
    told: tuple[int, Found | None] = (0, None)
    organs = Index(b for b in reader.bodies.items if b.cls == "UnionOrgan")
    for person in reader.people.items:
        earlier = None if reader.document.between(told[0], told[0]).end < person.begin else told[1]
        earlier = _organ_before(reader, organs, told[0], person) or earlier
        for named, post in _stated(reader, person, person.end, earlier):
            told = post.end, post.body
            yield named, post
        yield from _beside(reader, person)
        yield from _at_work(reader, person)
        yield from _comes_from(reader, person)
        yield from _as_whom(reader, person)
        yield from _after(reader, person)
    for match in _PRONOUN.finditer(reader.text):
        meant = _meant(reader, match.start())
        if meant is not None:
            yield from _stated(reader, meant, match.end(), None)
    for end in sorted(reader.heads):
        yield from _cleft(reader, end)
        yield from _as(reader, end)


# ------------------------------------------------------------------ the name before the post


def _organ_before(reader: StackReader, organs: Index, floor: int, person: Found) -> Found | None:
    """女职工委员会经协商产生，甲任主任: the organ of which an earlier clause of the sentence tells."""
    begin = max(floor, *(reader.text.rfind(mark, max(0, person.begin - 80), person.begin) for mark in "。！？\n"))
    before = organs.within(begin, person.begin)
    return before[-1] if before and reader.people.within(before[-1].end, person.begin) == () else None


def _meant(reader: StackReader, at: int) -> Found | None:
    """Who 他 is: the one person that the paragraph has named before, or, at its head, the paragraph before."""
    begin = reader.text.rfind("\n", 0, at) + 1
    named = reader.people.within(max(begin, at - _PRONOUN_REACH), at)
    if not named:
        before = reader.text.rfind("\n", 0, max(begin - 2, 0)) + 1
        named = reader.people.within(max(before, at - _PRONOUN_REACH), at)
    return named[-1] if len({p.name for p in named}) == 1 else None


def _stated(reader: StackReader, person: Found, at: int, earlier: Found | None) -> Iterator[tuple[Found, Post]]:
    """甲、乙当选副主席; 甲是某大学教授、某所所长; 甲不再担任副主席; 免去甲副主席职务; 他当选主席.

    ``at`` is where the name, or the pronoun that stands for it, ends; ``earlier`` the body of what the sentence has
    stated before: 甲为某工会主席，乙为副主席.
    """
    ended = _ENDS.match(reader.text, at) or _removed(reader, person)
    match = ended or _becomes(reader.at.ontology).match(reader.text, at)
    if match is None:
        return
    pieces = _pieces_from(reader, match.end())
    row = _row_before(reader, person) if at == person.end else [person]
    if reader.text.endswith(_REPLACES, 0, person.begin):
        row = [p for p in (reader.people.ending_at(person.begin - len(_REPLACES[0])),) if p is not None]
    if not row:
        return
    if at != person.end and not any(p.body for p in pieces):
        return
    if "分别" in match.group() and len(pieces) == len(row) > 1:
        yield from _respectively(reader, pieces, row[::-1])
        return
    read, body = reader.posts(pieces, _namer(reader, row[-1]) or earlier, True)
    posts = [replace(p, rule="former" if ended else "stated") for p in read]
    if ended:
        posts = [replace(p, title="原" + p.title.removeprefix("原")) for p in posts]
        posts += _further(reader, posts[-1].end, body, _NOW) if posts else ()
    elif posts:
        posts += _further(reader, posts[-1].end, body, _ALSO)
    yield from ((named, post) for named in row for post in posts)


def _further(reader: StackReader, end: int, body: Found | None, opening: re.Pattern[str]) -> Iterator[Post]:
    """The posts of the clauses that go on: 甲是某公司焊工，同时兼任某工会副主席."""
    while (match := opening.match(reader.text, end)) is not None:
        read, body = reader.posts(_pieces_from(reader, match.end()), body, True)
        if not read:
            return
        yield from (replace(p, rule="stated") for p in read)
        end = read[-1].end


def _namer(reader: StackReader, person: Found) -> Found | None:
    """甲工会聘请乙担任法律顾问: the body that names somebody to a post."""
    match = _NAMES_TO.search(reader.text, max(0, person.begin - 4), person.begin)
    if match is not None and reader.bodies.ending_at(match.start()) is None:
        return _ruler(reader, match.start())
    if match is None and reader.text[person.begin - 1 : person.begin] == "的":  # 某公司的甲当了十年焊工
        return reader.bodies.ending_at(person.begin - 1)
    return reader.bodies.ending_at(match.start()) if match else None


def _ruler(reader: StackReader, at: int) -> Found | None:
    """某工会任命甲为办公室主任，免去乙…职务: the body that begins the sentence and names people to posts."""
    begin = max(reader.text.rfind(mark, max(0, at - 120), at) for mark in "。！？\n") + 1
    first = next(iter(reader.bodies.within(begin, at)), None)
    return first if first is not None and _RULES.match(reader.text, first.end) else None


def _removed(reader: StackReader, person: Found) -> re.Match[str] | None:
    return _REMOVED.match(reader.text, person.end) if reader.text.endswith("免去", 0, person.begin) else None


def _pieces_from(reader: StackReader, begin: int) -> list[Piece]:
    """The titles of the stack that fills the stretch from a place to the next mark, bracket or person."""
    stretch = _STRETCH.match(reader.text, begin, begin + 80)
    limit = stretch.end() if stretch else begin
    following = reader.people.within(begin, limit)
    if following:
        limit = len(reader.text[begin : following[0].begin].rstrip("、和及与")) + begin
    end = next((e for e in range(limit, begin + 1, -1) if e in reader.heads), 0)
    if not end or (end != limit and not _goes_on(reader.text, end, limit)):
        return []
    pieces = [p for p in reader.pieces(end) if p.start >= begin]
    return pieces if pieces and pieces[-1].start - begin <= _SLACK else []


def _goes_on(text: str, end: int, limit: int) -> bool:
    return _OFFICE.fullmatch(text, end, limit) is not None or _IN_POST.match(text, end, limit) is not None


def _row_before(reader: StackReader, person: Found) -> list[Found]:
    """A person with those named right before in the same row: 甲、乙 in 甲、乙担任副主席."""
    row = [person]
    while True:
        before = next(reversed(reader.people.within(max(0, row[-1].begin - _ROW_STEP), row[-1].begin)), None)
        if before is None or not _ROW.fullmatch(reader.text, before.end, row[-1].begin):
            return row
        row.append(before)


def _beside(reader: StackReader, person: Found) -> Iterator[tuple[Found, Post]]:
    """甲，60岁，某公司副总裁; 甲（某公司副总裁）; 甲 某大学教授 in a roster."""
    bio = _BIO.match(reader.text, person.end)
    known = bio is not None and (_AFTER_BIO.search(bio.group()) or bio.group().endswith(("现任", "时任", "系")))
    match = bio if known else _OPENING.match(reader.text, person.end)
    if match is None or (match.group() == "，" and not _lone(reader, person, match.end())):
        return
    if known or reader.bodies.starting_at(match.end()) is not None:
        posts = reader.posts(_pieces_from(reader, match.end()), None)[0]
        yield from ((person, replace(post, rule="apposition")) for post in posts)


def _lone(reader: StackReader, person: Found, begin: int) -> bool:
    """Whether a name that opens a clause stands before a clause that holds a stack and no name: 甲，某工会主席，…"""
    stretch = _STRETCH.match(reader.text, begin, begin + 60)
    end = stretch.end() if stretch else begin
    opens = reader.text[person.begin - 1 : person.begin] in ("", "。", "；", "\n", "，", "：")
    closed = reader.text[end : end + 1] in ("；", "。", "\n")
    alone = not reader.people.within(begin, end) and (closed or reader.people.starting_at(end + 1) is None)
    return opens and alone and end in reader.heads and _STANDS.match(reader.text, end) is not None


def _after(reader: StackReader, person: Found) -> Iterator[tuple[Found, Post]]:
    """校党委甲副书记: a name between the body and the title."""
    match = _TITLE_AFTER.match(reader.text, person.end)
    if match is None or match.end() not in reader.heads or reader.people.starting_at(match.end()) is not None:
        return
    organ = next((o for o in _ORGANS if reader.text.endswith(o, 0, person.begin)), "")
    of = reader.text[person.begin - 1 : person.begin] == "的"
    body = reader.bodies.ending_at(person.begin - of) or reader.bodies.ending_at(person.begin - len(organ))
    body = body or _of_row(reader, person)
    if body is not None or _alone(reader, person):
        organ = organ if body is None or body.end < person.begin else ""
        found = reader.at.resolve(At(body, None, organ + match.group(), person.end, body is not None))
        if found is not None:
            yield person, Post(found.body, found.title, person.end, match.end(), "title-after-name")


def _of_row(reader: StackReader, person: Found) -> Found | None:
    """某工会甲副主席、乙部长: the body before the first of two names with titles behind them."""
    first = next(reversed(reader.people.within(max(0, person.begin - _ROW_STEP), person.begin)), None)
    if first is None or not _TITLED_ROW.fullmatch(reader.text, first.end, person.begin):
        return None
    return reader.bodies.ending_at(first.begin) or _of_row(reader, first)


def _alone(reader: StackReader, person: Found) -> bool:
    """Whether a name stands at the edge of its clause, so that the title behind it is all that is said of it."""
    return reader.text[person.begin - 1 : person.begin] in ("", "，", "。", "；", "：", "、", "\n")


def _at_work(reader: StackReader, person: Found) -> Iterator[tuple[Found, Post]]:
    """甲在某公司任工会主席."""
    start = _WORKS_IN.match(reader.text, person.end)
    body = reader.bodies.starting_at(start.end()) if start else None
    verb = _WORKS_AT.match(reader.text, body.end) if body else None
    if body is not None and verb is not None:
        posts = reader.posts(_pieces_from(reader, verb.end()), body, True)[0]
        yield from ((person, replace(post, rule="stated")) for post in posts)


def _comes_from(reader: StackReader, person: Found) -> Iterator[tuple[Found, Post]]:
    """焊工甲来自某公司; 甲来自某公司，是一名焊工."""
    start = _FROM.match(reader.text, person.end)
    body = reader.bodies.starting_at(start.end()) if start else None
    if body is None or not _STANDS.match(reader.text, body.end):
        return
    trade = reader.piece(person.begin)
    if trade is not None and trade.body is None and trade.craft:
        title = reader.text[trade.begin : trade.end]
        yield person, Post(body, title, trade.begin, trade.end, "stated")
    then = _IS_THEN.match(reader.text, body.end)
    posts = reader.posts(_pieces_from(reader, then.end()), body, True)[0] if then else []
    yield from ((person, replace(post, rule="stated")) for post in posts)


def _as_whom(reader: StackReader, person: Found) -> Iterator[tuple[Found, Post]]:
    """甲以某公司工会主席的身份上台."""
    match = _BY_STANDING.match(reader.text, person.end)
    if match is not None and match.end("post") in reader.heads:
        pieces = [p for p in reader.pieces(match.end("post")) if p.start >= match.start("post")]
        yield from ((person, replace(post, rule="stated")) for post in reader.posts(pieces, None)[0])


# ------------------------------------------------------------------ the post before the name


def _as(reader: StackReader, end: int) -> Iterator[tuple[Found, Post]]:
    """作为某工会主席，甲…"""
    match = _AS_NAME.match(reader.text, end)
    person = reader.people.starting_at(match.end()) if match else None
    pieces = list(reader.pieces(end)) if person is not None else []
    if person is None or not pieces:
        return
    first = pieces[-1].start
    if _AS.search(reader.text, max(0, first - 5), first):
        posts = reader.posts(pieces, None)[0]
        yield from ((person, replace(post, rule="stated")) for post in posts)


def _cleft(reader: StackReader, end: int) -> Iterator[tuple[Found, Post]]:
    """主席由甲担任; 副主席是甲、乙; 主席、副主席分别由甲、乙担任."""
    match = _CLEFT.match(reader.text, end)
    first = _named_from(reader, match.end()) if match else None
    if match is None or first is None:
        return
    row = _row_from(reader, first)
    if match["by"] and not _TAKEN.match(reader.text, row[-1].end):
        return
    pieces = list(reader.pieces(end))
    if len(pieces) == len(row) > 1:
        yield from _respectively(reader, pieces, row)
    elif len(row) == 1 or len(pieces) == 1:
        posts = [replace(p, rule="cleft") for p in reader.posts(pieces, None)[0]]
        yield from ((person, post) for person in row for post in posts)


def _named_from(reader: StackReader, begin: int) -> Found | None:
    """The person whose name, or whose titles before the name, begin at a place."""
    following = next(iter(reader.people.within(begin, begin + _TITLED_STEP)), None)
    if following is None or following.begin == begin:
        return following
    pieces = list(reader.pieces(following.begin))
    return following if pieces and min(p.start for p in pieces) == begin else None


def _respectively(reader: StackReader, pieces: list[Piece], row: list[Found]) -> Iterator[tuple[Found, Post]]:
    posts = {p.begin: p for p in reader.posts(pieces, None)[0]}
    for piece, person in zip(reversed(pieces), row, strict=True):
        if piece.begin in posts:
            yield person, replace(posts[piece.begin], rule="cleft")


def _row_from(reader: StackReader, first: Found) -> list[Found]:
    """A person with those named right after in the same row."""
    row = [first]
    while True:
        mark = _ROW.match(reader.text, row[-1].end)
        following = reader.people.starting_at(mark.end()) if mark else None
        if following is None:
            return row
        row.append(following)
