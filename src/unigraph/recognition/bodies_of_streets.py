"""Streets, towns and communities that act: 区总工会联合甲街道、乙社区举办活动, 甲街道主办.

By itself such a name is that of a place. Where it holds something, or something is held together with it, it is a body.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from unigraph.lexicons.words import words
from unigraph.ontology import Ontology
from unigraph.recognition.found import Found
from unigraph.recognition.name_rows import row_members
from unigraph.recognition.segmentation import cut, tag
from unigraph.scanning import Scan

__all__ = ["find_streets"]

_NAME = r"[\u4e00-\u9fff]{2,12}?(?:街道|社区|村|镇|乡)"
_WITH = r"(?:联合(?!工会|会)|携手|会同|联手|协同)"
_HOLDS = r"(?:共同)?(?:举办|开展|主办|承办|协办|组织|召开|举行|启动|推出|发起|打造)"
_ROW = r"(?P<row>[^，。；：！？\n]{3,48}?)"
_JOINED = Scan(rf"{_WITH}{_ROW}(?=，?(?:在|于|{_HOLDS}|共同|走进|来到|为|向|深入))")
_BY = Scan(rf"(?<![自经])由{_ROW}(?=(?:联合)?(?:共同)?(?:主办|承办|协办|举办))")
_OPENS = Scan(rf"(?:(?<=[，。；：！？\n])|^)(?P<row>{_NAME})(?={_WITH}|{_HOLDS}(?!工作|情况)|邀请|选[送派])")
_FULL = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,12}(?P<kind>街道|社区|村|镇|乡))")
_GENERAL = re.compile(
    r"^(?:各|全|两|多|所|该|本|我|此|辖区|属地|相关|有关|所在|驻|基层|其他|在|于|到|进|走|深入)|(?:农|乡|城|集|古|小|智慧|和谐|进|入)(?:村|镇|乡|社区)$|\d|[一二三四五六七八九十几]个"
)


def find_streets(text: str, ontology: Ontology) -> Iterable[Found]:
    """The streets, towns and communities that a text tells of as bodies, by the names that it gives them."""
    for scan in (_JOINED, _BY, _OPENS):
        for match in scan.finditer(text):
            for at, stop in row_members(text, *match.span("row")):
                name = _FULL.fullmatch(text, at, stop)
                if name is not None and _is_name(name["name"]):
                    town = name["kind"] not in ("社区", "村") and "GovernmentBody" in ontology.classes
                    yield Found(at, stop, "GovernmentBody" if town else "Organization", name["name"])


def _is_name(name: str) -> bool:
    """Whether a stretch is the name of a street or community, and no kind of them and no clause."""
    if _GENERAL.search(name):
        return False
    tokens = cut(name)
    return not any(
        t.text in words("boundary") or (tag(t.text)[:1] in "pcdurv" and len(t.text) > 1) for t in tokens[:-1]
    )
