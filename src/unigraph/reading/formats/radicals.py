"""Radicals that stand for characters: some programs write ⼯ (U+2F2F) into a PDF for 工, since both look the same."""

from __future__ import annotations

import unicodedata

__all__ = ["unified"]

_SUPPLEMENT = dict(
    zip(
        "⺟⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
        "母民虎西见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
        strict=True,
    )
)
"""Of Unicode's radicals supplement those that look like a whole character; Unicode's EquivalentUnifiedIdeograph."""


def unified(char: str) -> str:
    """The character that a radical or a compatibility ideograph stands for; any other as it is."""
    if "\u2f00" <= char <= "\u2fdf" or "\uf900" <= char <= "\ufaff":
        return unicodedata.normalize("NFKC", char)
    return _SUPPLEMENT.get(char, char)
