"""The place that an article speaks from.

``市总工会`` and ``区委`` are resolved by the article's own division: the one that signs speak for (``home``), the one whose
bodies stand in the headline and the lead, else the one named most.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from unigraph.lexicons import Division, load_gazetteer
from unigraph.recognition.divisions import LEVEL_WORDS, Context, DivisionHit
from unigraph.recognition.document import Document
from unigraph.recognition.home import Signs, signs_of_home
from unigraph.recognition.segmentation import cut, tag
from unigraph.scanning import Scan

__all__ = ["context_of"]

_UNLISTED = Scan(
    r"(?:^|(?<=[\s，。；、：（“由和与在]))(?P<name>(?!我|本|全|各|两)[^\W\d_A-Za-z在到由为对与和及向经赴]{2,3})(?P<level>市|县|区|镇)"
    r"(?=总工会|人民政府|人大常委会|人社局|委组织部)"
)
_LEADING = frozenset("被把将让给从往比随按据经是")
_REGIMENT = Scan(r"第?[一二三四五六七八九十]{1,3}师")
_HONOUR_AFTER = re.compile(r"(?:级)?(?:劳模|劳动模范|先进|优秀|五一|工人先锋号|工匠|三八|青年)")
_BODY_AFTER = re.compile(r"总工会|工会|委|人大|政协|人民政府|政府|总[，。、党]")
_INSIDE_WORD = re.compile(r"[\u4e00-\u9fff](?<![在于到赴来对向从至和与及为建全驻访省市区由新美大丽福安治])")


def context_of(document: Document, hits: tuple[DivisionHit, ...]) -> Context:
    """The article's own place, by what its headline and lead say most surely."""
    gazetteer = load_gazetteer()
    scores: dict[str, float] = defaultdict(float)
    own_scores: dict[str, float] = defaultdict(float)
    lead_end = document.paragraphs[min(2, len(document.paragraphs) - 1)].end if document.paragraphs else 0
    hits = tuple(h for h in hits if h.full or not _INSIDE_WORD.search(document.text, max(0, h.begin - 1), h.begin))
    for hit in hits:
        weight = _weight(document, hit, lead_end) / len(hit.candidates)
        for division in hit.candidates:
            own_scores[division.code] += weight
            for step in gazetteer.path(division.code):
                scores[step.code] += weight
    signs = signs_of_home(document, hits)
    own = _own(document, _without(hits, signs), scores, own_scores, lead_end)
    own = signs.better(own) or own
    path = tuple(reversed(gazetteer.path(own.code))) if own else ()
    named = dict(_names(document, path, hits, scores))
    names = tuple((word, _written(document, hits, d)) for word, d in named.items())
    sure = frozenset(word for word, d in named.items() if any(h.full and d in h.candidates for h in hits))
    unlisted = dict(_unlisted(document.text, sure))
    named = {word: d for word, d in named.items() if word not in unlisted}
    names = (*names, *unlisted.items())
    if "兵团" in document.text:
        names = (*names, ("兵团", "兵团"))
    regiment = _REGIMENT.search(document.text)
    if regiment:
        names = (*names, ("师", regiment.group() if regiment.group()[0] == "第" else "第" + regiment.group()))
    return Context(path, names, named, dict(scores), signs.guests)


def _without(hits: tuple[DivisionHit, ...], signs: Signs) -> tuple[DivisionHit, ...]:
    """The names of divisions that nothing speaks against as home."""
    return tuple(h for h in hits if not any(signs.weights.get(d.code, 0.0) < 0 for d in h.candidates)) or hits


def _weight(document: Document, hit: DivisionHit, lead_end: int) -> float:
    base = 4.0 if hit.end <= document.title_end else 2.0 if hit.end <= lead_end else 1.0
    if _BODY_AFTER.match(document.text, hit.end):
        base *= 2.0
    elif _HONOUR_AFTER.match(document.text, hit.end):
        base *= 0.15
    return base if hit.full else base * 0.6


def _own(
    document: Document,
    hits: tuple[DivisionHit, ...],
    scores: Mapping[str, float],
    own_scores: Mapping[str, float],
    lead_end: int,
) -> Division | None:
    """The one that the headline begins with; the narrowest whose bodies act in headline or lead; the best scored."""
    first = next(iter(hits), None)
    if first is not None and first.full and first.begin == 0 < document.title_end and len(first.candidates) == 1:
        return first.candidates[0]
    bodies = [
        max(hit.candidates, key=lambda d: (scores[d.parent or d.code], -len(d.code), d.code))
        for hit in hits
        if hit.begin < lead_end and hit.full and _BODY_AFTER.match(document.text, hit.end)
    ]
    narrow = [d for d in bodies if d.level in ("prefecture", "county", "town")]
    if narrow:
        counts = Counter(d.code for d in narrow)
        return max(narrow, key=lambda d: (counts[d.code] * scores[d.code], scores[d.code], len(d.code), d.code))
    candidates = {d.code: d for hit in hits for d in hit.candidates if d.level != "town" or hit.full}
    return max(
        candidates.values(),
        key=lambda d: (own_scores[d.code] + 0.3 * own_scores[d.parent], len(d.code), d.code),
        default=None,
    )


def _names(
    document: Document, path: tuple[Division, ...], hits: tuple[DivisionHit, ...], scores: Mapping[str, float]
) -> Iterable[tuple[str, Division]]:
    """The division that each level word means: one of the path, else the one named most that ends so."""
    full = {d.code: d for hit in hits if hit.full for d in hit.candidates}.values()
    short = {d.code: d for hit in hits if not hit.full for d in hit.candidates if d.level != "town"}.values()
    gazetteer = load_gazetteer()
    above = {step.code: step for d in (*full, *short) for step in gazetteer.path(d.code)[:-1]}.values()
    for word, endings in LEVEL_WORDS.items():
        own = next((d for d in path if d.name.endswith(endings)), None)
        for others in () if own else (full, short, above):
            fitting = [d for d in others if d.name.endswith(endings)]
            if fitting:
                own = max(fitting, key=lambda d: (scores[d.code], scores[d.parent], -len(d.code), d.code))
                break
        if own is not None:
            yield word, own


def _unlisted(text: str, known: frozenset[str]) -> Iterable[tuple[str, str]]:
    """Divisions that no list has, by the bodies named after them: 浏川市总工会."""
    for match in _UNLISTED.finditer(text):
        name = match["name"] + match["level"]
        if not _may_name(match["name"]):
            continue  # 随着市总工会
        if match["level"] not in known and not load_gazetteer().named(name):
            yield match["level"], name


def _may_name(name: str) -> bool:
    """Whether a division may be called so: no word that joins or leads is within."""
    words_of = [(t.text, tag(t.text)) for t in cut(name)]
    return not any(pos[:1] in "pcur" and (len(text) > 1 or text in _LEADING) for text, pos in words_of)


def _written(document: Document, hits: tuple[DivisionHit, ...], division: Division) -> str:
    """The full name as the text writes it: 临夏州 for 临夏回族自治州."""
    for hit in hits:
        if hit.full and division in hit.candidates:
            return document.text[hit.begin : hit.end]
    return division.name
