"""Rows of lists and tables, which are lines of their own: 甲  某公司; 1. 甲（某公司）; 某公司  甲; 某公司工会."""

from __future__ import annotations

import re

from unigraph.lexicons import load_surnames
from unigraph.lexicons.scripts import simplify

__all__ = ["is_row"]

_NUMBER = r"(?:\d{1,3}[.、．)）]?|[（(]\d{1,3}[）)]|[①-⑳])?\s*"
_FIRST = re.compile(
    rf"{_NUMBER}(?P<name>[\u4e00-\u9fff](?:[\u4e00-\u9fff]{{1,3}}|\s+[\u4e00-\u9fff]))(?:\s|[（(|｜，,]|$)"
)
_LAST = re.compile(r"[\s|｜](?P<name>[\u4e00-\u9fff](?:[\u4e00-\u9fff]{1,2}|\s+[\u4e00-\u9fff]))$")
_BODY = re.compile(
    rf"{_NUMBER}[\u4e00-\u9fff（）()A-Za-z0-9]{{3,}}(?:公司|工会|委员会|集团|[局院厂校所站队社店部]|中心|大学|中学|小学|班组|车间)"
)
_SENTENCE = re.compile(r"[。！？!?](?!$)|，.*，.*，|”[^，。；]*，")
_LONGEST = 60


def is_row(text: str) -> bool:
    """Whether a line looks like a row: a person's name as its first or last cell, or the name of a body alone."""
    if len(text) > _LONGEST or _SENTENCE.search(text):
        return False
    plain = simplify(text)
    found = _FIRST.match(plain) or _LAST.search(plain)
    return (found is not None and _is_name(found["name"])) or _BODY.fullmatch(plain) is not None


def _is_name(cell: str) -> bool:
    surnames = load_surnames()
    name = "".join(cell.split())
    if len(name) == 4:
        return name[:2] in surnames.compound
    return name[:2] in surnames.compound or (name[0] in surnames.single and name[0] not in surnames.rare)
