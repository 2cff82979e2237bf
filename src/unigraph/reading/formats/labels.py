"""Labels of date, source and the like, which pages keep apart by margins that a text does not have."""

from __future__ import annotations

import re

__all__ = ["apart"]

_LABEL = r"(?:[发發][布表](?:时间|時間|日期)|(?:信息|文章)?[来來]源|作者|编辑|責任編輯|责任编辑|浏览|瀏覽|点击|阅读|字[号體]|打印|分享)[^，。]{0,6}[:：]"
_LABELS = re.compile(_LABEL)
_BEFORE = re.compile(rf"(?<=[^\s（(【]) ?(?=(?:{_LABEL}))")
_WIDE = {0x2002: " ", 0x2003: "\u3000", 0x2005: " ", 0x2009: " ", 0xA0: " "}
_LONGEST = 160
"""Characters up to which a line is about an article, not of it."""


def apart(line: str) -> str:
    """A line with spaces before its labels, where it has several; spaces of all widths as those of text."""
    line = line.translate(_WIDE)
    return _BEFORE.sub("  ", line) if len(line) <= _LONGEST and len(_LABELS.findall(line)) > 1 else line
