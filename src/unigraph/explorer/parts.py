"""JSON that stands in the page: open, or compressed where it is large.

A part is zlib's format in base64, which every browser of today unpacks by itself (``DecompressionStream``). Parts are
kept small, so that none blocks the page for long while it is parsed; those of which not all are needed at once (texts,
evidence) are unpacked when they are asked for.
"""

from __future__ import annotations

import base64
import json
import re
import zlib
from typing import Any

__all__ = ["embedded", "packed", "whole"]


def packed(value: Any) -> str:
    """A value as compressed JSON, in letters that may stand in a script element."""
    return base64.b64encode(zlib.compress(_json(value).encode("utf-8"), 6)).decode("ascii")


def embedded(value: Any) -> str:
    """A value as JSON that may stand in a script element: nothing in it can end the element."""
    text = _json(value)
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def whole(text: str) -> str:
    """Half a surrogate pair cannot be written as UTF-8; what replaces it is as long in JavaScript."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def _json(value: Any) -> str:
    return whole(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
