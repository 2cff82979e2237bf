"""Who signs an article: 来源：南溪科技工会. A label and a mark bound the name, so that nothing else need tell where it ends.

The union that signs speaks of its own house as 公司, which the text may name nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from unigraph.lexicons.words import words
from unigraph.recognition.divisions import LEVEL_WORDS, Divisions
from unigraph.recognition.found import Found
from unigraph.recognition.segmentation import cut
from unigraph.scanning import Scan

__all__ = ["find_signed", "is_signed"]

_LABEL = r"(?:来源|供稿(?:单位)?|撰稿(?:单位)?|稿源|投稿单位)[ ]{0,2}[：｜丨|][ ]{0,3}"
_SIGNED = Scan(
    rf"{_LABEL}(?P<name>[\u4e00-\u9fffA-Za-z0-9（）·]{{2,26}}?工会)(?=[\s｜丨|，）]|时间|日期|作者|编辑|发布|发表|$)"
)
_AFTER_LABEL = re.compile(rf"{_LABEL}$")
_BEFORE_LABEL = re.compile(r"(?:工会)?[ ]?(?:供稿|投稿|来稿|供图)")
_OWN = (*LEVEL_WORDS, "校", "院", "厂", "矿", "局", "总", "机关", "基层", "我", "本", "该", "各")


def find_signed(text: str, divisions: Divisions) -> Iterable[Found]:
    """The unions that sign, by the whole of what stands behind the label."""
    for match in _SIGNED.finditer(text):
        name, begin = match["name"], match.start("name")
        hit = divisions.starting.get(begin)
        if (hit is not None and hit.full) or name.startswith(_OWN) or _is_general(name):
            continue
        yield Found(begin, match.end("name"), "Union", name, "", ())


def is_signed(text: str, body: Found) -> bool:
    """Whether a union signs the article and so is that of the house whose news it is."""
    labelled = _AFTER_LABEL.search(text, max(0, body.begin - 12), body.begin)
    return labelled is not None or _BEFORE_LABEL.match(text, body.end) is not None


def _is_general(name: str) -> bool:
    """Whether a word within says that it is a kind of union (公司工会, 学校工会)."""
    first = next(iter(cut(name))).text
    return first in words("generic") or first in words("anaphoric_body") or first in words("boundary")
