"""Two people of one name in one article: who wrote it and who stands in it, 两人同名, a second post that is another's.

A name that an article tells whole with a second, unrelated body is a second bearer's; where the article says that two
share the name, any other description is. Bare mentions are of the bearer that was named last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from unigraph.recognition.found import Found
from unigraph.relation.parts import RawClaim
from unigraph.relation.scene import Scene

__all__ = ["bearers"]

_SHARED_AFTER = re.compile(r"[两二双](?:位|个|名)[“「]?")
_WROTE = re.compile(r"(?:记者|通讯员)[：: 　]*(?:[\u4e00-\u9fff]{2,4}[ 　、/]+)*\Z")
"""Who reports for a paper. Whoever checked or signed a page of a body's own is often one of those it speaks of."""
_DESCRIBED = re.compile(
    r"([\u4e00-\u9fff]{1,6}?(?:工|员|师|医生|护士长?|法官|律师|裁判|评委|选手|得主|冠军|状元|教师|老师|校长|院长|主任|经理|书记|主席|部长"
    r"|(?:公司|集团|医院|学院|学校|中学|小学|厂)的))\Z"
)
_ANOTHER_HAT = re.compile(
    r"原(?:任|[\u4e00-\u9fff]{2,14}(?:主席|书记|主任|部长|经理))|曾任|曾在|曾担任|此前|之前[在任]|历任|调任|调到|转任|升任|拟任|拟提|现任"
    r"|兼|挂职|不再|接任|同时(?:担任|任|是)|的?(?:另一个|双重)身份"
)
_CRAFT = re.compile(
    r"(?:(?<![职员女男分社])工|(?<![委党会职官队成议调视巡研学])员|护士|医生|教师|老师|律师|法官|裁判|师傅|得主|选手|司机|骑手|农民)\Z"
)
_FULL = ("post-titled", "post-title-names-body", "post-stacked")
_UNION = re.compile(r"(?:总工会|工会(?:委员会|联合会)?|联合工会)$")
_LEFT = 10


@dataclass
class _Bearer:
    """One of those who bear a name: the bodies and words that describe this one."""

    number: int
    bodies: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    official: bool = False


def bearers(scene: Scene, posts: Sequence[RawClaim]) -> Mapping[int, int]:
    """For each mention of a name that two people bear, by where it begins, which of them: 0, 1 …"""
    by_name: dict[str, list[Found]] = {}
    for person in sorted({p.begin: p for p in (*scene.people.items, *scene.reporters)}.values(), key=lambda p: p.begin):
        by_name.setdefault(person.name, []).append(person)
    bodies = _bodies(posts)
    out: dict[int, int] = {}
    for name, mentions in by_name.items():
        if len(mentions) > 1:
            out |= _split(scene, name, mentions, bodies)
    return out


def _bodies(posts: Iterable[RawClaim]) -> dict[int, set[str]]:
    """The bodies of the posts that stand whole beside a mention."""
    out: dict[int, set[str]] = {}
    for post in posts:
        if isinstance(post.subject, Found) and isinstance(post.object, Found) and post.rule in _FULL:
            out.setdefault(post.subject.begin, set()).add(_stem(post.object))
    return out


def _stem(body: Found) -> str:
    return body.key or _UNION.sub("", body.name) or body.name


def _split(scene: Scene, name: str, mentions: Sequence[Found], bodies: Mapping[int, set[str]]) -> dict[int, int]:
    """Who each mention of one name is."""
    shared = _is_shared(scene, name, mentions)
    reported = {m.begin for m in mentions if _WROTE.search(scene.text, max(0, m.begin - 24), m.begin)}
    signed = {r.begin for r in scene.reporters} if shared or reported else set()
    written = [m for m in mentions if m.begin in signed | reported]
    told = [m for m in mentions if m not in written]
    found = [_Bearer(1 if written else 0)]
    out = {m.begin: 0 for m in written}
    current = found[0]
    for mention in told:
        current = _bearer(scene, mention, bodies.get(mention.begin, set()), found, current, shared)
        out[mention.begin] = current.number
    return out


def _bearer(
    scene: Scene, mention: Found, bodies: set[str], found: list[_Bearer], current: _Bearer, shared: bool
) -> _Bearer:
    """The one whom a mention describes; a new one where it describes none of those known; the last where it is bare."""
    words = _words(scene, mention)
    craft = bool(_CRAFT.search(scene.text, max(0, mention.begin - _LEFT), mention.begin))
    shared = shared or (craft and not bodies and any(b.official and not b.words & words for b in found))
    if not bodies and not (shared and words):
        return current
    known = next((b for b in found if (b.bodies & bodies if bodies else b.words & words)), None)
    if known is None:
        blank = next((b for b in found if not b.bodies and not (shared and b.words)), None)
        apart = shared or not _wears_another_hat(scene, mention, bodies, current)
        known = blank or (_Bearer(found[-1].number + 1) if apart else current)
        if known not in found:
            found.append(known)
    known.bodies |= bodies
    known.words |= words
    known.official |= bool(bodies) and not craft
    return known


def _words(scene: Scene, mention: Found) -> set[str]:
    """The words right before a name that describe its bearer: 女裁判, 某公司的."""
    match = _DESCRIBED.search(scene.text, max(0, mention.begin - _LEFT), mention.begin)
    return {match[1][-3:]} if match else set()


def _is_shared(scene: Scene, name: str, mentions: Sequence[Found]) -> bool:
    """Whether the article says that two of its people share the name: a sentence with 同名 and it, or beside it."""
    for mention in mentions:
        before = scene.text[max(0, mention.begin - 4) : mention.begin]
        if _SHARED_AFTER.search(before):
            return True
    return any(name in near or name == nearest for near, nearest in scene.once(_told_as_shared))


def _told_as_shared(scene: Scene) -> list[tuple[str, str]]:
    """What stands around each 同名, and the name of the person that stands before it."""
    out = []
    for match in re.finditer("同名(?!册|单)|重名", scene.text):
        begin = max(scene.text.rfind("\n", 0, match.start()), match.start() - 60)
        nearest = max(
            (m for m in scene.people.items if begin <= m.begin < match.start()), key=lambda m: m.begin, default=None
        )
        out.append((scene.text[match.start() - 12 : match.end() + 12], nearest.name if nearest else ""))
    return out


def _wears_another_hat(scene: Scene, mention: Found, bodies: set[str], current: _Bearer) -> bool:
    """Whether a second body may well be the same person's: told as former, further or later, or within the first."""
    begin, end = scene.document.between(mention.begin, mention.end)
    return bool(_ANOTHER_HAT.search(scene.text[begin:end])) or any(
        _related(a, b) for a in bodies for b in current.bodies
    )


def _related(a: str, b: str) -> bool:
    """Whether one body is within the other: by code of division, or by name."""
    if a.startswith("u-") and b.startswith("u-"):
        x, y = (code[2:].rstrip("0") for code in (a, b))
        return x.startswith(y) or y.startswith(x)
    return a.startswith(b) or b.startswith(a)
