"""Glosses of sound between the characters, 領(lǐng)導(dǎo), are taken out: they are set like ruby and are no text.

Only what spells the very characters before it is one, so that 世贸组织(WTO), 小程序(app) and 咖啡(café) stay.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["without_glosses"]

_HAN = "\u3400-\u9fff\U00020000-\U0003ffff"
_LATIN = "A-Za-z\u00c0-\u024f\u0251\u0261\u0300-\u036f\u1e00-\u1eff"
_PINYIN = re.compile(rf"[ ]?[（(][ ]*(?P<sound>[{_LATIN}][{_LATIN} '’·-]{{0,80}})[)）]")
_BASE = re.compile(rf"[{_HAN}]+\Z")
_LONGEST = 12
"""Characters that one gloss spells at most."""
_ZHUYIN = re.compile(rf"(?<=[{_HAN}])[（(][\u3105-\u312f\u31a0-\u31bfˉˊˇˋ˙ ]+[)）]")
_LIKE_ROMAN = {ord("ɑ"): "a", ord("ɡ"): "g", ord("v"): "u"}


def without_glosses(text: str) -> str:
    """The text without the pinyin or zhuyin in brackets behind the characters that it spells.

    >>> without_glosses("領(lǐng)導(dǎo)們（men）與世貿組織(WTO)會面")
    '領導們與世貿組織(WTO)會面'
    """
    return _PINYIN.sub(_kept, _ZHUYIN.sub("", text))


def _kept(match: re.Match[str]) -> str:
    """What stays of brackets: nothing of a gloss."""
    before = _BASE.search(match.string[max(0, match.start() - _LONGEST) : match.start()])
    gloss = before is not None and not match["sound"].isupper() and _spells(_letters(match["sound"]), before.group())
    return "" if gloss else match.group()


def _letters(sound: str) -> str:
    """The letters of a spelling without tones, capitals and what stands between syllables; ü is u."""
    bare = unicodedata.normalize("NFD", sound.lower()).translate(_LIKE_ROMAN)
    return "".join(c for c in bare if c.isascii() and c.isalpha())


def _spells(letters: str, base: str) -> bool:
    """Whether letters are a reading of the last characters of a stretch, one or more, and of nothing else."""
    if not base or not letters:
        return False
    readings = (r for r in _readings(base[-1]) if letters.endswith(r))
    return any(r == letters or _spells(letters[: -len(r)], base[:-1]) for r in readings)


@lru_cache(maxsize=4096)
def _readings(char: str) -> frozenset[str]:
    from pypinyin import Style, pinyin

    found = pinyin(char, style=Style.NORMAL, heteronym=True, errors="ignore")
    return frozenset(filter(None, map(_letters, found[0]))) if found else frozenset()
