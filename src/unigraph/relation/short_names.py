"""Bodies by the end or the beginning of their names, as titles write them: 通信段科长 of 齐州通信段, 天运副经理 of 天运公司."""

from __future__ import annotations

import re
from collections.abc import Iterable

from unigraph.recognition.found import Found
from unigraph.relation.post_kinds import class_of

__all__ = ["ShortNames"]

_LONGEST = 12
_END = re.compile(
    r"(?:.[段局厂矿校村站队馆]|[支分]行|中学|小学|学院|大学|医院|研究院|研究所|设计院|协会|学会|商会|联合会|促进会|总会|.公司|.集团|支队|大队|.中心|管委会|园区"
    r"|开发区|高新区|街道|社区|工区|项目部|联社|幼儿园|法院|检察院|俱乐部|工会)\Z"
)
"""What the short name of a body ends in that is written by its end."""
_GENERIC = re.compile(
    r"(?:集团|总|分|子|本|该|我|各)?(?:公司|集团|工会)|总工会|[大中小]学|学[校院]|医院|[研设][究计]院|研究所|[总分]会|.{0,2}村"
)
"""Such names that are of many: which one is meant is asked elsewhere."""
_FORM = re.compile(r"(?:股份|有限|责任|集团|控股|总)*(?:公司|集团)$")
_FEWEST = 3
_EMPLOYER = re.compile(r"[\u4e00-\u9fff]{2}(?:公司|集团|厂|矿|医院|学院|大学|学校|中学|银行)$")
_UNION_OF = re.compile(_EMPLOYER.pattern[:-1] + "工会$")


class ShortNames:
    """Answers which body of one article is meant by the end of its name, or by its name without the legal form."""

    def __init__(self, bodies: Iterable[Found]) -> None:
        self._by_name: dict[str, list[Found]] = {}
        for body in bodies:
            self._by_name.setdefault(body.name, []).append(body)
        self._employers = {name[:-2]: found[0] for name, found in self._by_name.items() if _UNION_OF.search(name)}

    def before(self, title: str) -> tuple[Found, int] | None:
        """The body whose short name a title begins with, and the length of that."""
        for length in range(min(len(title) - 2, _LONGEST), 1, -1):
            short = title[:length]
            body = self._by_end(short) or self._by_begin(short) or self._employer(short)
            if body is not None:
                return body, length
        return None

    def _by_end(self, short: str) -> Found | None:
        if not _END.search(short) or _GENERIC.fullmatch(short):
            return None
        longer = {name for name in self._by_name if name.endswith(short) and len(name) > len(short)}
        if len(longer) == 1:
            return self._by_name[longer.pop()][0]
        return None

    def _by_begin(self, short: str) -> Found | None:
        if len(short) < _FEWEST:
            return None
        longer = {name for name in self._by_name if _FORM.sub("", name) == short and name != short}
        return self._by_name[longer.pop()][0] if len(longer) == 1 else None

    def _employer(self, name: str) -> Found | None:
        """南溪公司 where the article names 南溪公司工会 alone, or a longer form of it."""
        if name in self._by_name or not _EMPLOYER.search(name):
            return None
        longer = {base for base in self._employers if base.endswith(name)} - {name}
        base = longer.pop() if len(longer) == 1 else name if name in self._employers and not longer else ""
        union = self._employers.get(base)
        if union is None:
            return None
        return Found(union.begin, union.begin + len(base), class_of(base), base)
