"""What became of identifiers that are no longer in use, as Turtle."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from unigraph.model import Post
from unigraph.resolution import award_id, post_id

__all__ = ["Honour", "redirects_turtle"]

_HEAD = """# unigraph redirects
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix id: <{}> .

"""


class Honour(NamedTuple):
    """An honour with who gave it."""

    id: str
    name: str
    giver: str


def redirects_turtle(
    redirects: Mapping[str, frozenset[str]],
    base: str,
    posts: Iterable[Post],
    honours: Iterable[Honour],
    holds: Callable[[str], bool],
) -> str:
    """Each former identifier with those that replace it, sorted; empty where there are none.

    Posts and honours, those of the bodies that replace others, follow the bodies that their identifiers are made of.
    ``holds`` tells whether an identifier is in use, and so is no former one.
    """
    former: dict[str, list[str]] = {}
    for old, new in redirects.items():
        for one in new:
            former.setdefault(one, []).append(old)
    of_posts = {post_id(p.title, body): frozenset({p.id}) for p in posts for body in former.get(p.body, ())}
    of_honours = {award_id(h.name, body): frozenset({h.id}) for h in honours for body in former.get(h.giver, ())}
    lines = [
        f"id:{old} dcterms:isReplacedBy {', '.join(f'id:{n}' for n in sorted(new))} .\n"
        for old, new in sorted({**of_posts, **of_honours, **redirects}.items())
        if not holds(old)
    ]
    return _HEAD.format(base) + "".join(lines) if lines else ""
