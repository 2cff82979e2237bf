"""Names as they are typed on a keyboard without Chinese: pinyin, a syllable or letter each."""

from __future__ import annotations

__all__ = ["pinyin"]

_READ = 48
"""Characters of a name that are worth reading: no one types more."""


def pinyin(name: str) -> str:
    """The syllables of a name with spaces between them; other letters and digits stand alone.

    >>> pinyin("TCL集团")
    't c l ji tuan'
    """
    from pypinyin import lazy_pinyin

    syllables = lazy_pinyin(name[:_READ], errors=lambda run: " ".join(c.lower() for c in run if c.isalnum()))
    return " ".join(s for s in syllables if s and s.isascii())
