"""The workplace whose own union signs with it, where a text names but one of the two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from unigraph.recognition.found import Found
from unigraph.relation.scene import Scene

__all__ = ["head_nouns", "workplace_and_union"]


def workplace_and_union(scene: Scene) -> list[tuple[Found, Found]]:
    """The workplace that the article names most and whose own union it names too."""
    named = Counter(b.name for b in scene.bodies.items)
    posted = [p.body for s in scene.stacks for p in s.posts if p.body is not None]
    unions = {b.name: b for b in (*posted, *scene.bodies.items) if scene.ontology.is_a(b.cls, "Union")}
    workplaces = {b.name: b for b in scene.bodies.items if b.name not in unions}
    pairs = [
        (place, union)
        for name, place in sorted(workplaces.items(), key=lambda x: (-named[x[0]], x[1].begin))
        for union in (*unions.values(), *_union_of_chair(scene, place))
        if union.name in (name + "工会", name + "工会委员会")
    ]
    return pairs[:1]


def _union_of_chair(scene: Scene, place: Found) -> Iterable[Found]:
    """The union of a workplace that the text names by its chair alone: 工会主席甲."""
    for stack in scene.stacks:
        for post in stack.posts:
            if post.body is not None and post.body.name == place.name and post.title.startswith("工会"):
                at = scene.text.find("工会", post.begin, post.end)
                if at >= 0:
                    yield Found(at, at + 2, "Union", place.name + "工会")


def head_nouns(scene: Scene) -> list[str]:
    """The heads of the names of workplaces, longer ones first."""
    nouns = scene.ontology.words("headNoun").items()
    return sorted(
        (n for n, c in nouns if scene.ontology.root(c) in ("Company", "Organization")), key=lambda n: (-len(n), n)
    )
