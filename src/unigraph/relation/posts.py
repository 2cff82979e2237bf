"""Posts: the stack of titles before a name, as in 市人大常委会副主任，市总工会党组书记、主席邓某.

A title takes the body to its left; a bare title that of the title before it; a new body resets it. A stack without a
body takes that of the person before in the same list, else the article's own body of the kind that the title asks for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from unigraph.lexicons.words import words
from unigraph.recognition.bodies_own import OwnBodies
from unigraph.recognition.document import Document
from unigraph.recognition.found import Found, Index

__all__ = ["Post", "Stack", "read_stacks"]

_SEPARATOR = re.compile(r"[、，,和兼]|以及|同时")
_TITLE_CHARS = re.compile(r"[\u4e00-\u9fffA-Za-z0-9（）“”·\-—]")
_SKIP = re.compile(r"(?:新当选的|新任|新一任|时任|现任|的|：|是|为|，|当选)$")
_FORMER = re.compile(r"^(?:原|前任|前|曾任|时任)")
_STOP_LEFT = re.compile(r"[。；！？\n：]")
_NOISE = re.compile(
    r"^(?:.*?(?:由|是|有|为|请|与|同|跟|向|对|和|及|以及|，|、|的|在|到|随|当天|上午|下午|会上|随后|参加|出席|陪同|邀请|代表|特邀|新|还有|包括|来自|聘请|主持人|分别|担任))+"
)
_PARTY = re.compile(r"^(?:党委|党总支|党支部|党组|纪委|团委|直属机关党委|机关党委|党工委|工委)")
_UNION_POST = re.compile(r"^工会(?:委员会)?(?=(?:党组)?(?:常务)?副?主席|委员|女工|经审|负责人|干事)")
_MARKS = re.compile(r"[、，。；：！？\n]")
_MAX_TITLE = 22


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
    """The titles before one mention of a person: where they begin, and what they are."""

    person: Found
    begin: int
    posts: tuple[Post, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """One title of a stack: its range, its text, and the body that stands right before it, if any."""

    begin: int
    end: int
    title: str
    body: Found | None


def read_stacks(
    document: Document, bodies: Index, people: Index, heads: dict[int, tuple[int, bool]], own: OwnBodies
) -> tuple[Stack, ...]:
    """The stacks of all mentions of persons, in the order of the text."""
    reader = _Reader(document, bodies, people, heads, own)
    out: list[Stack] = []
    previous: Stack | None = None
    for person in people.items:
        stack = reader.read(person, previous)
        out.append(stack)
        if stack.posts or (previous and reader.continues(previous, person)):
            previous = stack if stack.posts else Stack(person, stack.begin, previous.posts if previous else ())
            if not stack.posts and previous.posts:
                out[-1] = Stack(person, stack.begin, tuple(_shared(previous.posts)))
    return tuple(out)


def _shared(posts: Iterable[Post]) -> Iterable[Post]:
    return (Post(p.body, p.title, p.begin, p.end, "shared-title") for p in posts)


class _Reader:
    def __init__(
        self, document: Document, bodies: Index, people: Index, heads: dict[int, tuple[int, bool]], own: OwnBodies
    ) -> None:
        self.document = document
        self.text = document.text
        self.bodies = bodies
        self.people = people
        self.heads = heads
        self.own = own

    def continues(self, previous: Stack, person: Found) -> bool:
        """Whether a name without titles shares those of the name before it: 副主席甲、乙."""
        return self.text[previous.person.end : person.begin] == "、" and bool(previous.posts)

    def read(self, person: Found, previous: Stack | None) -> Stack:
        pieces = list(self._pieces(person.begin))
        if not pieces:
            return Stack(person, person.begin, ())
        begin = min(p.body.begin if p.body else p.begin for p in pieces)
        return Stack(person, begin, tuple(self._posts(pieces, person, previous)))

    # ------------------------------------------------------------------ pieces, right to left

    def _pieces(self, end: int) -> Iterable[_Piece]:
        while end > 0:
            if self.text[end - 1] == " ":
                end -= 1
            piece = self._piece(end)
            if piece is None:
                return
            yield piece
            end = piece.body.begin if piece.body else piece.begin
            mark = next((m for m in ("以及", "、", "，", "兼", "和") if self.text.endswith(m, 0, end)), None)
            if mark is None:
                return
            end -= len(mark)
            if end in self.heads or self.bodies.ending_at(end):
                continue
            return

    def _piece(self, end: int) -> _Piece | None:
        head = self.heads.get(end)
        if head is None:
            return None
        begin, role = head
        floor = self._floor(end)
        body = self._body_before(floor, end)
        if body is not None:
            title = self.text[body.end : end]
            if _clean(title):
                return None if role and len(title) < 3 else _Piece(body.end, end, title, body)
        start = self._title_start(floor, begin)
        return None if role else _Piece(start, end, self.text[start:end], None)

    def _floor(self, end: int) -> int:
        """How far left a title that ends at a place may reach: to the last mark or person."""
        floor = max(0, end - 60)
        for match in _MARKS.finditer(self.text, floor, end):
            floor = match.end()
        for person in self.people.within(floor, end):
            floor = max(floor, person.end)
        return floor

    def _body_before(self, floor: int, end: int) -> Found | None:
        """The last body between a floor and the end of a title, near enough to be the one that the title is at."""
        inside = [b for b in self.bodies.within(max(0, floor - 40), end) if floor < b.end < end]
        return inside[-1] if inside and end - inside[-1].end <= _MAX_TITLE else None

    def _title_start(self, floor: int, head: int) -> int:
        """Where a title without a body begins, left of its head noun: 常务副, 党委, 办公室."""
        stretch = self.text[floor:head]
        noise = _NOISE.match(stretch)
        start = floor + (noise.end() if noise else 0)
        while start < head and not _TITLE_CHARS.match(self.text[start]):
            start += 1
        return start if head - start <= 12 else head - _prefix_length(self.text, head)

    # ------------------------------------------------------------------ bodies

    def _posts(self, pieces: list[_Piece], person: Found, previous: Stack | None) -> Iterable[Post]:
        resolved: list[tuple[_Piece, Found | None, str]] = []
        body: Found | None = None
        for piece in reversed(pieces):  # left to right
            if piece.body is not None:
                body = piece.body
                resolved.append((piece, body, "titled"))
            else:
                resolved.append((piece, body, "stacked"))
        for piece, at, rule in resolved:
            yield from self._post(piece, at, rule, person, previous)

    def _post(self, piece: _Piece, body: Found | None, rule: str, person: Found, previous: Stack | None) -> Iterable[Post]:
        title = _FORMER.sub("原", piece.title) if _FORMER.match(piece.title) else piece.title
        if piece.body is None:
            of_title = self.own.for_title(title, piece.begin, body)
            if of_title is not None:
                body, title, rule = of_title[0], of_title[1], "title-names-body"
            elif body is None and previous is not None and self._same_list(previous, piece.begin) and previous.posts[0].body:
                body, rule = previous.posts[-1].body, "list-shares-body"
            elif body is None:
                body, rule = self.own.principal(title, piece.begin), "own-body"
        body, title = self.own.split_union(body, title)
        if title and title not in words("role"):
            yield Post(body, title, piece.begin, piece.end, rule)

    def _same_list(self, previous: Stack, begin: int) -> bool:
        gap = self.text[previous.person.end : begin]
        return len(gap) <= 3 and not _STOP_LEFT.search(gap)


def _clean(title: str) -> bool:
    return 0 < len(title) <= _MAX_TITLE and not re.search(r"[，。；：！？、\n]|的|有关|相关|各|等", title)


def _prefix_length(text: str, head: int) -> int:
    match = re.search(r"(?:党委|党组|党总支|党支部|纪委|常务|专职|兼职|挂职|副|总|原|办公室|执行|名誉|荣誉|首席|高级|[一二三四]级)*$", text[max(0, head - 10) : head])
    return len(match.group()) if match else 0
