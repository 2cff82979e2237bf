"""Two people of one name in one article: who wrote it and who stands in it, 两人同名, a description that is another's.

What each mention says (``described.py``) is compared with what is known of those named so far: one whom it fits, else a
new one. Bare mentions are of the bearer that was named last.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from unigraph.recognition.found import Found
from unigraph.relation.described import Describer, Description, clash, related
from unigraph.relation.parts import RawClaim
from unigraph.relation.scene import Scene

__all__ = ["bearers"]

_SHARED_BEFORE = re.compile(r"(?:[两二双三几](?:位|个|名)|另一?(?:位|个|名))[“「]?\Z|(?:也叫|还叫|又叫|也写着)[“「]?\Z")
_SHARED = re.compile("同名(?!册|单)|重名|(?:名字|姓名)(?:也)?(?:一样|相同)|同一个名字")
_WROTE = re.compile(r"(?:记者|通讯员)[：: 　]*(?:[\u4e00-\u9fff]{2,4}[ 　、/]+)*\Z")
"""Who reports for a paper. Whoever checked or signed a page of a body's own is often one of those it speaks of."""
_WRITES = re.compile(r"[^\u4e00-\u9fff]|\Z|从|获悉|报道|摄|通讯员|记者")
"""What stands behind a name in a byline; 本报记者甲调任 tells of him."""
_ANOTHER_HAT = re.compile(
    r"原(?:任|[\u4e00-\u9fff]{2,14}(?:主席|书记|主任|部长|经理))|曾任|曾在|曾担任|此前|之前[在任]|历任|调任|调到|转任|升任|拟任|拟提|现任"
    r"|兼|挂职|不再|接任|同时(?:担任|任|是)|的?(?:另一个|双重)身份"
)
_APPOINTED = re.compile(r"[^，。；]{0,4}(?:担任|出任|当选|任)")
"""Behind a name: a further post of whoever was told of."""


@dataclass
class _Bearer:
    """One of those who bear a name, and all that is said of this one."""

    number: int
    said: Description = field(default_factory=Description)


def bearers(scene: Scene, posts: Sequence[RawClaim]) -> Mapping[int, int]:
    """For each mention of a name that two people bear, by where it begins, which of them: 0, 1 …"""
    by_name: dict[str, list[Found]] = {}
    for person in sorted({p.begin: p for p in (*scene.people.items, *scene.reporters)}.values(), key=lambda p: p.begin):
        by_name.setdefault(person.name, []).append(person)
    describer = Describer(scene, posts)
    out: dict[int, int] = {}
    for name, mentions in by_name.items():
        if len(mentions) > 1:
            out |= _split(scene, name, mentions, describer)
    return out


def _split(scene: Scene, name: str, mentions: Sequence[Found], describer: Describer) -> dict[int, int]:
    """Who each mention of one name is."""
    shared = _is_shared(scene, name, mentions)
    reported = {m.begin for m in mentions if _writes(scene, m)}
    signed = {r.begin for r in scene.reporters} if shared or reported else set()
    written = [m for m in mentions if m.begin in signed | reported]
    told = [m for m in mentions if m not in written]
    found = [_Bearer(1 if written else 0)]
    out = {m.begin: 0 for m in written}
    current = found[0]
    for mention in told:
        said = describer.describe(mention)
        current = _bearer(scene, mention, said, found, current, shared)
        current.said |= said
        out[mention.begin] = current.number
    return out


def _writes(scene: Scene, mention: Found) -> bool:
    before = _WROTE.search(scene.text, max(0, mention.begin - 24), mention.begin)
    return before is not None and _WRITES.match(scene.text, mention.end) is not None


def _bearer(
    scene: Scene, mention: Found, said: Description, found: list[_Bearer], current: _Bearer, shared: bool
) -> _Bearer:
    """The one whom a mention describes; a new one where it describes none of those known; the last where it is bare."""
    if not said.tells and not (shared and said.words):
        fits = [b for b in found if not clash(b.said, said)]
        return current if current in fits or not fits else fits[-1]
    known = next((b for b in found if _alike(b.said, said) and not clash(b.said, said)), None)
    if known is not None:
        return known
    if shared:
        blank = next((b for b in found if not b.said.words and not b.said.bodies), None)
        return blank or _another(found)
    if not clash(current.said, said):
        return current
    fits = [b for b in found if not clash(b.said, said)]
    if fits:
        return fits[-1]
    return current if _wears_another_hat(scene, mention) else _another(found)


def _another(found: list[_Bearer]) -> _Bearer:
    found.append(_Bearer(found[-1].number + 1))
    return found[-1]


def _alike(a: Description, b: Description) -> bool:
    """Whether two descriptions name one body, or one word for who is described."""
    bodies = any(related(x, y) for x in a.bodies for y in b.bodies) if b.bodies else bool(a.bodies & b.guessed)
    return bodies or bool(a.words & b.words)


def _is_shared(scene: Scene, name: str, mentions: Sequence[Found]) -> bool:
    """Whether the article says that two of its people share the name: a sentence with 同名 and it, or beside it."""
    if any(_SHARED_BEFORE.search(scene.text, max(0, m.begin - 6), m.begin) for m in mentions):
        return True
    return any(name in near or name == nearest for near, nearest in scene.once(_told_as_shared))


def _told_as_shared(scene: Scene) -> list[tuple[str, str]]:
    """What stands around each 同名, and the name of the person that stands before it."""
    out = []
    for match in _SHARED.finditer(scene.text):
        begin = max(scene.text.rfind("\n", 0, match.start()), match.start() - 60)
        nearest = max(
            (m for m in scene.people.items if begin <= m.begin < match.start()), key=lambda m: m.begin, default=None
        )
        out.append((scene.text[match.start() - 12 : match.end() + 12], nearest.name if nearest else ""))
    return out


def _wears_another_hat(scene: Scene, mention: Found) -> bool:
    """Whether what is told in a sentence may well be the same person's: as former, further or later."""
    if _APPOINTED.match(scene.text, mention.end):
        return True
    begin, end = scene.document.between(mention.begin, mention.end)
    return bool(_ANOTHER_HAT.search(scene.text[begin:end]))
