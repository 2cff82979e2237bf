"""Unions, companies, organisations and places by the head nouns that end their names.

A name is read from its head noun leftwards, word by word, to the first word that cannot stand in a name. A stretch of
general words only (基层工会) is a group and no name. 市总工会 and the like take the article's own division.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from unigraph.lexicons import load_national_bodies, load_organs
from unigraph.lexicons.words import words
from unigraph.ontology import Ontology
from unigraph.recognition.divisions import LEVEL_WORDS, Context, DivisionHit
from unigraph.recognition.document import Document
from unigraph.recognition.found import Found, longest
from unigraph.recognition.segmentation import Token, cut, tag

__all__ = ["find_bodies"]

_STRETCH = re.compile(r"[^\s，。；：！？、|｜《》【】■△▲●◆★…]+")
_SHORT_UNION = re.compile(r"(?<![\u4e00-\u9fff])?([省市区县州盟旗镇]|街道)总(?=党组|副?主席|常务|机关|[，。、；：）与和及的将在向把为对联于到由])")
_LEVEL = re.compile("|".join(sorted(LEVEL_WORDS, key=len, reverse=True)))
_PARTY_HEAD = re.compile(r"(.*?(?:省|市|区|县|州|盟|旗|镇|乡|街道))(委)(组织部|宣传部|统战部|政法委|办公室|办|党校|社会工作部|编办|书记|副书记|常委|委员)?$")
_COMMITTEE = re.compile(r"委(?=书记|副书记|常委|常务|委员|、|，|。|）|和|与|及|的|向|在|将|、|有关|领导|主要|决定|召开|社会|机关|直|组织|宣传|统战|政法)")
_STOP_TAGS = ("p", "c", "d", "u", "r", "y", "e", "o", "f", "t", "k")
_MAX_WORDS = 14


def find_bodies(document: Document, ontology: Ontology, context: Context, hits: Iterable[DivisionHit]) -> tuple[Found, ...]:
    """All bodies that the text names, the longest reading of each place."""
    finder = _Finder(document, ontology, context, hits)
    found = [*finder.by_head(), *finder.national(), *finder.short_unions(), *finder.committees()]
    return longest(found)


@lru_cache(maxsize=4)
def _heads(ontology: Ontology) -> tuple[AhoCorasick, list[tuple[str, str]]]:
    apart = ("Event", "Position", "Award", "Person")
    nouns = {
        word: cls
        for word, cls in ontology.words("headNoun").items()
        if not any(ontology.is_a(cls, root) for root in apart)
    }
    for organ in load_organs():
        if organ.cls in ontology.classes and len(organ.short) > 1:
            nouns.setdefault(organ.short, organ.cls)
            nouns.setdefault(organ.full, organ.cls)
    items = sorted(nouns.items())
    return AhoCorasick([word for word, _ in items], matchkind=MatchKind.Standard), items


@lru_cache(maxsize=1)
def _national() -> tuple[AhoCorasick, list[tuple[str, str, str]]]:
    names: dict[str, tuple[str, str]] = {}
    for body in load_national_bodies():
        for name in (body.full, body.short):
            if len(name) > 1:
                names.setdefault(name, (body.full, body.cls))
    items = [(name, full, cls) for name, (full, cls) in sorted(names.items())]
    return AhoCorasick([name for name, _, _ in items], matchkind=MatchKind.LeftmostLongest), items


class _Finder:
    """Finds bodies in one document."""

    def __init__(self, document: Document, ontology: Ontology, context: Context, hits: Iterable[DivisionHit]) -> None:
        self.document = document
        self.text = document.text
        self.ontology = ontology
        self.context = context
        hits = tuple(hits)
        self.division_at = {h.end: h for h in hits}
        self.division_from = {h.begin: h for h in hits}
        self.cues = frozenset(
            cue for p in ontology.predicates.values() for cue in p.cues if len(cue) > 1
        ) - words("name_verb")

    # ------------------------------------------------------------------ by head noun

    def by_head(self) -> Iterable[Found]:
        automaton, items = _heads(self.ontology)
        ends: dict[int, tuple[int, str]] = {}
        for index, begin, end in automaton.find_matches_as_indexes(self.text, overlapping=True):
            if end not in ends or begin < ends[end][0]:
                ends[end] = (begin, items[index][1])
        for stretch in _STRETCH.finditer(self.text):
            inside = [(b, e, cls) for e, (b, cls) in ends.items() if stretch.start() <= b and e <= stretch.end()]
            if inside:
                yield from self._in_stretch(stretch.start(), stretch.group(), sorted(inside, key=lambda x: x[1]))

    def _in_stretch(self, offset: int, text: str, heads: list[tuple[int, int, str]]) -> Iterable[Found]:
        tokens = [Token(t.text, t.begin + offset, t.end + offset) for t in cut(text)]
        ends = [t.end for t in tokens]
        for begin, end, cls in heads:
            last = bisect_right(ends, end) - 1
            if last < 0 or ends[last] != end:
                continue
            found = self._body(tokens, last, begin, end, cls)
            if found:
                yield found

    def _body(self, tokens: list[Token], last: int, head: int, end: int, cls: str) -> Found | None:
        first = self._walk(tokens, last, head)
        first = self._trim(tokens, first, head)
        begin = tokens[first].begin
        if begin > head or not self._proper(tokens, first, head):
            return None
        if self._everybody(begin, head, end):
            return None
        nxt = tokens[last + 1].text if last + 1 < len(tokens) else ""
        if nxt in words("follower") and not self._named(tokens, first, head):
            return None
        return self._resolved(begin, end, cls)

    def _walk(self, tokens: list[Token], last: int, head: int) -> int:
        """The index of the first word of the name that ends with a word."""
        first = last
        while first > 0 and tokens[first].begin > head:
            first -= 1
        steps = 0
        while first > 0 and steps < _MAX_WORDS:
            word = tokens[first - 1]
            opening = self._bracket(tokens, first - 1)
            if opening is not None:
                first = opening
            elif self._stops(word):
                break
            else:
                first -= 1
            steps += 1
        return first

    def _bracket(self, tokens: list[Token], at: int) -> int | None:
        """Where a bracket or quotation that closes at a word opens; ``None`` where it does not close there."""
        pairs = {"）": "（", "”": "“", "’": "‘"}
        opener = pairs.get(tokens[at].text)
        if opener is None:
            return None
        for i in range(at - 1, max(-1, at - 14), -1):
            if tokens[i].text == opener:
                return i
        return None

    def _stops(self, word: Token) -> bool:
        if word.end in self.division_at or (len(word.text) == 1 and word.text in LEVEL_WORDS):
            return False
        if word.text in words("boundary") or word.text in self.cues:
            return True
        pos = tag(word.text)
        if len(word.text) == 1:
            return not ("\u4e00" <= word.text <= "\u9fff" or word.text.isalnum() or word.text in "·-—")
        if pos.startswith("v"):
            return pos != "vn" and word.text not in words("name_verb")
        return pos[:1] in _STOP_TAGS and pos not in ("nt",)

    def _trim(self, tokens: list[Token], first: int, head: int) -> int:
        """Drop general words at the left end (全市, 两家), and what stands before a division's name."""
        for i in range(first, len(tokens)):
            if tokens[i].begin >= head:
                break
            hit = self._division_starting(tokens[i].begin, head)
            if hit is not None and i > first and not self._keeps_before_division(tokens, first, i):
                return i
        while tokens[first].begin < head and (tokens[first].text in words("generic") or tag(tokens[first].text)[:1] in "mq"):
            if (tokens[first].text.isascii() and not self.text.startswith(("月", "年", "日"), tokens[first].end)) or tokens[first].begin in self.division_from:
                break
            first += 1
        return first

    def _keeps_before_division(self, tokens: list[Token], first: int, at: int) -> bool:
        """Whether what stands left of a division belongs to the name: another division, 中共, a company's name."""
        before = self.text[tokens[first].begin : tokens[at].begin]
        return before in ("中共", "中国", "国家", "国网", "中铁") or tokens[at].begin in self.division_at or bool(
            re.search(r"[A-Za-z0-9）”]$|公司$|集团$|大学$|学院$|银行$|移动$|联通$|电信$|石油$|石化$|总工会$|电力$|华能$", before)
        )

    def _division_starting(self, begin: int, limit: int) -> DivisionHit | None:
        hit = self.division_from.get(begin)
        return hit if hit and hit.end <= limit and hit.full else None

    # ------------------------------------------------------------------ is it a name?

    def _named(self, tokens: list[Token], first: int, head: int) -> bool:
        """Whether something that names stands before the head: a division, a level word, an unknown string."""
        begin = tokens[first].begin
        if any(self._division_within(t.begin, head) for t in tokens[first:] if t.begin < head):
            return True
        match = _LEVEL.match(self.text, begin)
        return match is not None and match.end() <= head and tokens[first].text == match.group()

    def _division_within(self, begin: int, head: int) -> bool:
        hit = self.division_from.get(begin)
        return hit is not None and hit.end <= head

    def _proper(self, tokens: list[Token], first: int, head: int) -> bool:
        if self._named(tokens, first, head):
            return True
        modifiers = [t for t in tokens[first:] if t.begin < head]
        if not modifiers:
            word = tokens[first].text
            return tag(word) in ("nt", "nz") and len(word) > 3
        return any(_distinctive(t.text) for t in modifiers)

    def _everybody(self, begin: int, head: int, end: int) -> bool:
        """南通工会, 全省各级工会: all unions of a place, and none in particular."""
        if self.text[head:end] != "工会":
            return False
        hit = self.division_at.get(head)
        level = _LEVEL.match(self.text, begin)
        whole = hit is not None and hit.begin <= begin and all(d.level != "town" for d in hit.candidates)
        return whole or (level is not None and level.end() == head and level.group() not in ("镇", "乡", "街道"))

    # ------------------------------------------------------------------ full names

    def _resolved(self, begin: int, end: int, cls: str) -> Found:
        surface = "".join(self.document.article.text[begin:end].split())
        name = self._with_division(begin, surface)
        return Found(begin, end, cls, name)

    def _with_division(self, begin: int, surface: str) -> str:
        match = _LEVEL.match(self.text, begin)
        if match is None or begin in self.division_from:
            return surface
        own = self.context.name(match.group())
        return own + surface[match.end() - begin :] if own else surface

    # ------------------------------------------------------------------ special forms

    def national(self) -> Iterable[Found]:
        automaton, items = _national()
        for index, begin, end in automaton.find_matches_as_indexes(self.text):
            _, full, cls = items[index]
            if cls in self.ontology.classes:
                yield Found(begin, end, cls, full)

    def short_unions(self) -> Iterable[Found]:
        """省总, 市总, 区总 and 清远市总: a territorial federation by its short name."""
        for match in _SHORT_UNION.finditer(self.text):
            level_end = match.end() - 1
            hit = self.division_at.get(level_end)
            begin = hit.begin if hit else match.start(1)
            name = self.text[begin:level_end] if hit else self.context.name(match.group(1))
            if name:
                yield Found(begin, match.end(), "TerritorialUnion", name + "总工会")

    def committees(self) -> Iterable[Found]:
        """市委, 区委, 镇党委: a division's party committee."""
        for match in _COMMITTEE.finditer(self.text):
            at = match.start()
            hit = self.division_at.get(at)
            level = next((w for w in LEVEL_WORDS if self.text.endswith(w, 0, at)), None)
            if hit and hit.full:
                yield Found(hit.begin, match.end(), "PartyBody", self.text[hit.begin : match.end()])
            elif level:
                own = self.context.name(level)
                begin = at - len(level)
                yield Found(begin, match.end(), "PartyBody", (own or level) + "委")


def _distinctive(word: str) -> bool:
    """Whether a word by itself tells a thing from others: unknown, a proper name, or rare."""
    if word in words("generic") or word in words("boundary"):
        return False
    pos = tag(word)
    if pos in ("ns", "nz", "nt", "nr", "nrt", "x", "j"):
        return word.isalnum() or len(word) > 1
    return len(word) == 1 and "\u4e00" <= word <= "\u9fff"
