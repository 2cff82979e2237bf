"""Traditional characters read as simplified ones, one for one, so that offsets stay as written."""

from __future__ import annotations

from functools import lru_cache

from unigraph._resources import PACKAGE

__all__ = ["simplify"]


@lru_cache(maxsize=1)
def _table() -> dict[int, str]:
    lines = (PACKAGE / "lexicons" / "traditional.tsv").read_text(encoding="utf-8").splitlines()
    return {ord(line[0]): line[2] for line in lines if len(line) == 3}


def simplify(text: str) -> str:
    """The text in simplified characters; its length does not change."""
    return text.translate(_table())
