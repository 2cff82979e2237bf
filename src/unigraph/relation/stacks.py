"""Posts: the stack of titles before a name, as in 市人大常委会副主任，市总工会党组书记、主席邓某.

A title takes the body to its left; a bare title that of the title before it; a new body resets it. A stack without a
body takes that of the person before in the same list, else the article's own body of the kind that the title asks for.
Names in a row share what stands before the first: 副主席甲、乙.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from unigraph.lexicons.words import words
from unigraph.recognition.bodies_own import OwnBodies
from unigraph.recognition.document import Document
from unigraph.recognition.found import Found, Index
from unigraph.recognition.segmentation import cut, tag
from unigraph.recognition.titles import TitleHead, title_begin
from unigraph.relation.post_at import At
from unigraph.relation.post_bodies import PostBodies

__all__ = ["Piece", "Post", "Stack", "StackReader"]

_SEPARATORS = ("以及", "、", "，", "兼", "和", "暨", "及", "并")
_STAFF = ("工人", "职工", "员工", "教师", "医护人员", "护士", "环卫工")
"""Words that a comma ends: 看望某公司工人，局长甲同往."""
_MARKS = re.compile(r"[、，。；：！？\n|]|兼(?!职)")
_BRACKETED = re.compile(r"^(?:（[^（）\n]{1,16}）)+")
_BEFORE_NAME = re.compile(r"(?:（[^（）\n]{1,8}）|[ ：的])\Z")
_LISTED = re.compile(
    r"(?:（[^（）\n]{1,14}）)?(?:同志|教授|先生|女士|研究员)?(?:等)?(?:(?:主持了?(?:会议|座谈会?|交流会|活动|仪式)?)?，|[、；]|和|及|与|[、，]?以及|，还有|，和|、和)"
)
_OF = re.compile(r"(?:（[^（）\n]{1,16}）)?的(?:[一两]?[名位个])?\Z")
"""Between a body and a title at it: 某公司的一名焊工."""
_OF_TITLE = re.compile(r"^(?:（[^（）\n]{1,16}）)?的(?:[一两]?[名位个])?")
_ROW = re.compile(r"(?:（[^（）\n]{1,14}）)?(?:同志|先生|女士)?(?:、|和|及|与|以及| {1,4})")
_SHAREABLE = re.compile(r"副|书记处书记|委员|常委|成员|代表|理事$|监事|董事$|[^政]员$|教授|工程师|师$|工$|干事|顾问")
_UNCLEAN = re.compile(r"[，。；：！？、\n]|的|有关|相关|各|等|[是为在与由]|[省市县区州]总(?![工经会局])")
_DEPARTMENT = re.compile(
    r"[\u4e00-\u9fff]{2,18}(?:部|办|处|科|室|中心|站|所|厅|车间|工段|班|班组|(?<!党)组|队|社|厂)(?:常务副|副)?(?:[一二三四]级)?\Z|[\u4e00-\u9fff]{2,10}(?:事务|关系|责任|资源)[\u4e00-\u9fff]{0,4}\Z"
)
_GROUP = re.compile(r"(?:机关)?(?:纪检监察组|纪检组|监察组)(?P<title>副?组长)")
_THIS = re.compile(r"该(?:会|集团|公司|医院|学校|学院|企业|[院校厂矿行局])")
"""What an article calls a body that it has named: 该会副理事长."""
_TRADE = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]{2,14}")
_NO_TRADE = frozenset("pcudryeokwx")
_TO_WORKERS = re.compile(
    "帮助|关爱|关心|救助|援助|资助|补助|赔付|赔偿|照顾|护送|安置|培养|招聘|招募|录用|辞退|解雇|开除|派出|访问|迎接|送别|奖励"
)
"""What bodies do to workers, before their trade and name: 某公司帮助焊工甲."""
_DELEGATE = re.compile(r"(?:人大|人民代表大会|[一二三四五六七八九十]大|代表大会)\Z")
_MEMBER = frozenset({"会员", "个人会员", "资深会员"})
_SOCIETIES = ("协会", "学会", "研究会")
"""Bodies whose members 会员 are by a post; those of a union are everybody."""
_APPOINTS = re.compile(r"(?:当选为?|担任|出任|兼任|现任|就任|任|成为)\Z")
_RANK = re.compile(r"（[^（）\n]{1,10}）\Z")
_ENDED = re.compile(r"(?:原|前|曾任|曾担任|曾是|卸任|退休的?|离任的?|时任|不再担任|免去)\Z")
"""What stands before a stack of posts that ended: 原市总工会主席甲."""
_PLANNED = re.compile(r"(?:拟任|拟任命为?|拟提名为?|拟推荐为?|提名为?|候选|竞聘|竞选|应聘|预备|推荐为?)\Z")
"""What stands before posts that nobody holds as yet."""
_OF_UNKNOWN = re.compile(r"[\u4e00-\u9fff]{4,}(?:党委|党组|党总支|纪委|工会|行政)")
_MAX_TITLE, _MAX_REACH, _MAX_GAP = 22, 60, 24


@dataclass(frozen=True, slots=True)
class Post:
    """A title at a body, as one stack says it; ``body`` is ``None`` where none could be found."""

    body: Found | None
    title: str
    begin: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Stack:
    """The titles of one mention of a person: where those before the name begin, what they are, and at which body last.

    ``lost`` where it has titles, but none whose body could be told.
    """

    person: Found
    begin: int
    posts: tuple[Post, ...]
    body: Found | None = None
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """One title of a stack: its range and the body that stands right before it, if any; ``post`` where it is one.

    ``craft`` where it is one at an employer only, whose name stands before the title to its left: 某公司副经理、高级技师.
    """

    begin: int
    end: int
    body: Found | None
    post: bool
    craft: bool = False

    @property
    def start(self) -> int:
        """Where the piece begins, with its body."""
        return self.body.begin if self.body else self.begin


class StackReader:
    """Reads the stacks of one article."""

    def __init__(
        self, document: Document, bodies: Index, people: Index, heads: Mapping[int, TitleHead], own: OwnBodies
    ) -> None:
        self.document = document
        self.text = document.text
        self.bodies = bodies
        self.people = people
        self.heads = heads
        self.at = PostBodies(document, bodies, own)

    def all(self) -> Iterator[Stack]:
        """A stack for each mention of a person; its posts are empty where nothing is said."""
        previous: Stack | None = None
        for person in self.people.items:
            stack = self.read(person, previous)
            bare = not stack.posts and not stack.lost
            if bare and previous is not None and self._follows(previous, person.begin, _ROW):
                stack = replace(stack, posts=tuple(_shared(previous.posts)), body=previous.body)
            yield stack
            previous = stack if stack.posts or stack.lost else None

    def read(self, person: Found, previous: Stack | None) -> Stack:
        """The stack before one name."""
        bracket = _BEFORE_NAME.search(self.text, max(0, person.begin - 10), person.begin)
        pieces = list(self.pieces(bracket.start() if bracket else person.begin))
        if not pieces or (bracket and bracket.group() == "的" and not pieces[0].post):
            return Stack(person, person.begin, ())
        begin = min(p.start for p in pieces)
        listed = previous is not None and self._follows(previous, begin, _LISTED)
        if listed and previous is not None and previous.lost:
            pieces = list(_from_first_body(pieces))
        posts, body = self.posts(pieces, previous.body if previous is not None and listed else None)
        return Stack(person, begin, tuple(posts), body, not posts)

    def _follows(self, previous: Stack, begin: int, pattern: re.Pattern[str]) -> bool:
        end = previous.person.end
        return begin - end < _MAX_GAP and pattern.fullmatch(self.text, end, begin) is not None

    # ------------------------------------------------------------------ pieces, right to left

    def pieces(self, end: int) -> Iterator[Piece]:
        """The titles that end at a place, and those joined to them on the left, the last first."""
        while end > 0:
            piece = self.piece(end)
            if piece is None:
                return
            yield piece
            end = piece.start
            mark = next((m for m in _SEPARATORS if self.text.endswith(m, 0, end)), None)
            if mark is None:
                return
            end -= len(mark)
            if mark == "，" and (self._appointed(end) or self.text.endswith(_STAFF, 0, end)):
                return
            bracket = _RANK.search(self.text, max(0, end - 12), end)
            end = bracket.start() if bracket else end

    def _appointed(self, end: int) -> bool:
        """Whether the title that ends at a place is what someone became: 甲当选主席，…"""
        head = self.heads.get(end)
        begin = title_begin(self.text, self._floor(end), head.begin) if head else end
        return _APPOINTS.search(self.text, max(0, begin - 4), begin) is not None

    def piece(self, end: int) -> Piece | None:
        """The title that ends at a place."""
        head = self.heads.get(end)
        if head is None:
            return None
        floor = self._floor(end)
        start = self._past_and(floor, title_begin(self.text, floor, head.begin))
        if self.text.startswith("代表", head.begin) and self.text.endswith("党的", floor, start):
            start -= len("党的")
        this = _THIS.search(self.text, max(floor, start - 3), end)
        start = min(start, this.start()) if this else start
        body = self._body_before(start, head.begin, end) or self._body_past(floor, head)
        if this and body is not None and body.begin == this.start():
            body = self.at.known.meant(body, self.text[body.end : end])
        if body is not None and self.text[body.begin - 1 : body.begin] == "驻":
            return self._stationed(body, end)
        begin = self._after(body, end) if body else start
        if body is not None and not self._clean(begin, end):
            body, begin = None, start
        if body is None and self.people.ending_at(start) is not None:
            return None  # 甲副书记，院长乙: the title of the name before it
        delegate = self.text[head.begin : end] == "代表" and _DELEGATE.search(self.text[start : head.begin]) is not None
        if head.role and body is None and not delegate:
            return Piece(start, end, None, False, head.post and self._clean(start, end))
        member = body is not None and self.text[begin:end] in _MEMBER and body.name.endswith(_SOCIETIES)
        return Piece(begin, end, body, (head.post or delegate or member) and self._clean(begin, end))

    def _stationed(self, host: Found, end: int) -> Piece:
        """市纪委监委驻市总工会纪检监察组组长: a post of who sent the holder, in a group that is a body of its own."""
        at = host.begin - 1
        sender = self.bodies.ending_at(at) or (self.bodies.ending_at(at - 1) if self.text[at - 1] == "派" else None)
        group = _GROUP.fullmatch(self.text, host.end, end)
        if sender is None:
            return Piece(at, end, None, False)
        if group is None:
            return Piece(at, end, sender, self._clean(at, end))
        begin = group.start("title")
        name = sender.name + self.text[sender.end : begin]
        return Piece(begin, end, Found(sender.begin, begin, "PartyBody", name), True)

    def _floor(self, end: int) -> int:
        """How far left a title that ends at a place may reach: to the last mark or person."""
        floor = max(0, end - _MAX_REACH)
        for match in _MARKS.finditer(self.text, floor, end):
            if not self.bodies.covering(match.start()):
                floor = match.end()
        for person in self.people.within(floor, end):
            floor = max(floor, person.end)
        return floor

    def _body_before(self, start: int, head: int, end: int) -> Found | None:
        """The last body that ends between the reach of a title and its head noun."""
        near = self.bodies.within(max(0, start - 40), end)
        inside = [b for b in near if start <= b.end <= head or b.end == head + 2 < end]  # 某镇党委|委员
        if not inside:
            return self._body_of(start)
        body = inside[-1]
        opened = self.text.rfind("（", start, body.begin) if self.text[body.end : body.end + 1] == "）" else -1
        return (self.bodies.ending_at(opened) if opened >= 0 else None) or body

    def _body_of(self, start: int) -> Found | None:
        """某公司的一名焊工: the body before 的."""
        match = _OF.search(self.text, max(0, start - 22), start)
        return self.bodies.ending_at(match.start()) if match else None

    def _past_and(self, floor: int, start: int) -> int:
        """Where a title that holds 和 begins, where it fills all from the last mark: 宣传教育和网络工作部部长."""
        joined = start - 1
        if (
            joined <= floor
            or floor == 0
            or self.text[joined] not in "和与及"
            or self.text[floor - 1] not in "、，。；：\n"
        ):
            return start
        taken = joined in self.heads or self.bodies.ending_at(joined) or self.people.ending_at(joined)
        return start if taken or title_begin(self.text, floor, joined) != floor else floor

    def _body_past(self, floor: int, noun: TitleHead) -> Found | None:
        """省总工会劳动和经济工作部部长, 某局环卫扫路车司机: the body that ends within reach of a title with a department or trade."""
        head = noun.begin
        inside = [b for b in self.bodies.within(max(0, floor - 40), head) if floor < b.end <= head]
        between = self.text[inside[-1].end : head] if inside else ""
        if not between or (noun.role and _to_worker(between)):
            return None
        if not (_DEPARTMENT.match(between) or (noun.role and _is_trade(between))):
            return None
        heads = (e for e in range(inside[-1].end + 1, head) if e in self.heads)
        return inside[-1] if all(self.text.endswith("助理", 0, e) for e in heads) else None

    def _after(self, body: Found, end: int) -> int:
        """Where the title after a body begins, past another name of the body in brackets.

        校 in 校长助理 is of the title, too.
        """
        if body.end - body.begin == 1 and self.text.startswith("长", body.end):
            return body.begin
        after = _OF_TITLE.match(self.text[body.end : end]) or _BRACKETED.match(self.text[body.end : end])
        return body.end + (after.end() if after else 0)

    def _clean(self, begin: int, end: int) -> bool:
        title = self.text[begin:end].removeprefix("党的")
        return 0 < len(title) <= _MAX_TITLE and not _UNCLEAN.search(title)

    # ------------------------------------------------------------------ bodies

    def posts(
        self, pieces: list[Piece], inherited: Found | None, stated: bool = False
    ) -> tuple[list[Post], Found | None]:
        """The posts of a stack, left to right, and the body of the last one.

        ``inherited`` is the body of the person before in the same list, or, where a clause states the posts, the one that
        it says them to be at.
        """
        body: Found | None = None
        out: list[Post] = []
        ended = False
        for piece in reversed(pieces):
            written = piece.body
            if written is not None:
                body = written = self.at.aligned(written, body)
            employed = out[-1].body if out else inherited
            if _PLANNED.search(self.text, max(0, piece.start - 6), piece.start):
                break
            if not piece.post and not (piece.craft and employed is not None and self.at.employs(employed, stated)):
                continue
            title = "".join(self.text[piece.begin : piece.end].split())
            marked = _ENDED.search(self.text, max(0, piece.start - 6), piece.start) is not None
            ended = marked or (ended and written is None)
            ended = ended or title.startswith("原")
            title = "原" + title if ended and not title.startswith("原") else title
            found = self.at.resolve(At(body, inherited, title, piece.begin, piece.body is not None))
            if found is None and body is None and inherited is None and _OF_UNKNOWN.match(title):
                break  # 某某安装党委委员、工会主席: what follows is at a body that was not recognised, too
            if found is not None:
                body = found.stays or found.body
                how = found.rule or ("titled" if piece.body is not None else "stacked")
                out.append(Post(found.body, self._written(piece, found.title), piece.begin, piece.end, how))
        return out, body

    def _written(self, piece: Piece, title: str) -> str:
        """A title as the article writes it, but for the script: the folded one where it is none of its words."""
        own = "".join(self.document.simple[piece.begin : piece.end].split())
        folded = "".join(self.text[piece.begin : piece.end].split())
        at = folded.find(title)
        return own[at : at + len(title)] if at >= 0 and len(own) == len(folded) else title


def _to_worker(stretch: str) -> bool:
    """Whether a stretch begins with what a body does to workers: 表彰焊接工段|焊工."""
    return _TO_WORKERS.match(stretch) is not None or cut(stretch)[0].text in words("before_name")


def _is_trade(stretch: str) -> bool:
    """Whether what stands between a body and the head noun of a title belongs to it: 环卫扫路车|司机, no verb of meeting."""
    if not _TRADE.fullmatch(stretch):
        return False
    return not any(
        t.text in words("boundary") or t.text in words("before_name") or tag(t.text)[:1] in _NO_TRADE
        for t in cut(stretch)
    )


def _from_first_body(pieces: list[Piece]) -> Iterator[Piece]:
    """The pieces without those left of the first body, where it is unknown which body the list is at."""
    first = next((i for i in range(len(pieces) - 1, -1, -1) if pieces[i].body is not None), -1)
    yield from pieces[: first + 1]


def _shared(posts: Iterable[Post]) -> Iterator[Post]:
    """What names in a row share: 副主席 and 委员, of which there are several, and no 主席."""
    for post in posts:
        if _SHAREABLE.search(post.title):
            yield replace(post, rule="shared-title")
