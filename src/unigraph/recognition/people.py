"""Persons: after titles, in lists, before 同志 and 教授, in bylines, before what they say; then wherever they recur."""

from __future__ import annotations

import re
from collections.abc import Iterable

from unigraph.lexicons import load_surnames
from unigraph.lexicons.words import words
from unigraph.ontology import Ontology
from unigraph.reading.bylines import find_bylines
from unigraph.recognition.document import Document
from unigraph.recognition.found import Found, Index
from unigraph.recognition.names import NameReading, follows, read_name, read_name_before
from unigraph.recognition.segmentation import is_word
from unigraph.recognition.titles import find_title_heads

__all__ = ["find_people", "find_reporters"]

_AFTER_TITLE = re.compile(r"(?:（[^（）]{1,8}）)?[ ]?")
_CLEFT = re.compile(r"(?:者|人|的)?(?:[，：]|分别)?(?:是|为|：)[ ]?")
_HONORIFIC = re.compile(r"同志|教授|老师|先生|女士|院士|师傅|一行|夫妇|研究员|律师|医生|书记|主席|院长|校长|主任|副书记|副主席|部长|局长|董事长|总经理|厂长")
_LIST_MARK = re.compile(r"[、和与及]|以及")
_SAYS = re.compile(r"说|表示|指出|强调|介绍|坦言|告诉|认为|回忆|感慨|要求|希望|勉励|作了|还说|主持|代表|宣读|谈到")
_GENDER = re.compile(r"（(?:[男女]|[^（）]{1,10}(?:族|公司|工会|医院|学校|单位|局|厂))[^（）]{0,8}）")
_GOOD, _FAIR = -5.5, -3.0


def find_reporters(document: Document) -> tuple[Found, ...]:
    """The people named in bylines and in the credits at the end."""
    out = []
    for byline in find_bylines(document.article.text):
        for begin, end in byline.names:
            out.append(Found(begin, end, "Journalist", "".join(document.article.text[begin:end].split())))
    return tuple(out)


def find_people(document: Document, ontology: Ontology, bodies: Index, reporters: Iterable[Found]) -> tuple[Found, ...]:
    """All persons but reporters, each at every place that names them."""
    finder = _Finder(document, ontology, bodies, reporters)
    return finder.everywhere(finder.all_names())


class _Finder:
    def __init__(self, document: Document, ontology: Ontology, bodies: Index, reporters: Iterable[Found]) -> None:
        self.document = document
        self.text = document.text
        self.bodies = bodies
        self.taken = Index(reporters)
        self.heads = find_title_heads(document, ontology)

    def all_names(self) -> dict[tuple[int, int], str]:
        found: dict[tuple[int, int], str] = {}
        for reading in (*self.after_titles(), *self.before_honorifics(), *self.speakers(), *self.lists()):
            found.setdefault((reading.begin, reading.end), self.text[reading.begin : reading.end])
        grown = True
        while grown:
            more = {(r.begin, r.end): self.text[r.begin : r.end] for r in self.coordinated(found) if (r.begin, r.end) not in found}
            found.update(more)
            grown = bool(more)
        return found

    def _free(self, reading: NameReading | None) -> bool:
        if reading is None:
            return False
        body = self.bodies.covering(reading.begin)
        return body is None and not self.taken.covering(reading.begin)

    # ------------------------------------------------------------------ triggers

    def after_titles(self) -> Iterable[NameReading]:
        for end, (_, role) in self.heads.items():
            skip = _AFTER_TITLE.match(self.text, end)
            at = skip.end() if skip else end
            cleft = _CLEFT.match(self.text, end)
            for start, floor in ((at, _FAIR if role else _GOOD), (cleft.end() if cleft else -1, _FAIR)):
                if start < 0:
                    continue
                reading = read_name(self.text, start)
                if reading and reading.score >= floor and self._free(reading) and not self._word_at(start, reading, role):
                    yield reading
                    break

    def _word_at(self, start: int, reading: NameReading, role: bool) -> bool:
        """Whether a general word begins here, so that the name would cut it: 职工文化, 代表方案."""
        length = reading.end - start
        return any(is_word(self.text[start : start + n]) and n >= length for n in (2, 3, 4) if n != length) and (
            role or reading.score < -2.0
        )

    def before_honorifics(self) -> Iterable[NameReading]:
        for match in _HONORIFIC.finditer(self.text):
            reading = read_name_before(self.text, match.start())
            if reading and reading.score >= -1.5 and self._free(reading):
                yield reading


    def speakers(self) -> Iterable[NameReading]:
        """A name at the head of a clause, before a verb of saying."""
        for match in re.finditer(r"(?:(?<=[，。；：！？\n“])|^)(?=[\u4e00-\u9fff]{3,6})", self.text):
            reading = read_name(self.text, match.end())
            if reading and _SAYS.match(self.text, reading.end) and reading.score >= -2.5 and self._free(reading):
                if not is_word(self.text[reading.begin : reading.end]):
                    yield reading

    def lists(self) -> Iterable[NameReading]:
        """Three or more names in a row, each whole between list marks."""
        surnames = load_surnames()
        for match in re.finditer(r"[\u4e00-\u9fff·]{2,11}(?:、[\u4e00-\u9fff·]{2,11}){2,}", self.text):
            parts = []
            at = match.start()
            for part in match.group().split("、"):
                parts.append((at, part))
                at += len(part) + 1
            inner = parts[1:-1]
            if not inner or not all(
                len(p) in (2, 3) and p[0] in surnames.single or p[:2] in surnames.compound and len(p) <= 4 for _, p in inner
            ):
                continue
            readings = [read_name(self.text, b) for b, _ in inner]
            good = [r for r, (b, p) in zip(readings, inner, strict=True) if r and r.end == b + len(p) and r.score > -2.0]
            if len(good) == len(inner) and len(good) >= 2:
                yield from (r for r in good if self._free(r))

    def coordinated(self, found: dict[tuple[int, int], str]) -> Iterable[NameReading]:
        """Names joined to a known one by 、 or 和, to its right or left."""
        for begin, end in found:
            gender = _GENDER.match(self.text, end)
            mark = _LIST_MARK.match(self.text, gender.end() if gender else end)
            if mark:
                reading = read_name(self.text, mark.end())
                if reading and reading.score >= -4.0 and self._free(reading) and not self._word_at(mark.end(), reading, True):
                    yield reading
            if begin and self.text[begin - 1] == "、":
                before = read_name_before(self.text, begin - 1)
                if before and before.score >= -0.5 and self._free(before) and _LIST_MARK.match(self.text, before.begin - 1):
                    yield before

    # ------------------------------------------------------------------ every occurrence

    def everywhere(self, names: dict[tuple[int, int], str]) -> tuple[Found, ...]:
        """Each name at all its places, longest names first, outside bodies and bylines."""
        out: dict[int, Found] = {}
        covered: set[int] = set()
        for name in sorted(set(names.values()), key=lambda n: (-len(n), n)):
            at = self.text.find(name)
            while at >= 0:
                end = at + len(name)
                if at not in covered and not self.taken.covering(at) and self._stands_free(at, end, (at, end) in names):
                    covered.update(range(at, end))
                    out[at] = Found(at, end, "Person", self._written(at, end))
                at = self.text.find(name, at + 1)
        return tuple(out[k] for k in sorted(out))

    def _stands_free(self, begin: int, end: int, certain: bool) -> bool:
        body = self.bodies.covering(begin)
        if body is not None and not certain:
            return False
        return certain or end - begin > 2 or follows(self.text, end) >= -2.5

    def _written(self, begin: int, end: int) -> str:
        return "".join(self.document.article.text[begin:end].split())
