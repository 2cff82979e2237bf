"""The workplace whose own union signs with it, where a text names but one of the two."""

from __future__ import annotations

from collections import Counter

from unigraph.recognition.found import Found
from unigraph.relation.scene import Scene

__all__ = ["head_nouns", "workplace_and_union"]


def workplace_and_union(scene: Scene) -> list[tuple[Found, Found]]:
    """The workplace that the article names most and whose own union it names too."""
    named = Counter(b.name for b in scene.bodies.items)
    posted = [p.body for s in scene.stacks for p in s.posts if p.body is not None]
    unions = {b.name: b for b in (*posted, *scene.bodies.items) if scene.ontology.is_a(b.cls, "Union")}
    workplaces = {b.name: b for b in scene.bodies.items if b.name not in unions}
    order = {name: at for at, name in enumerate(unions)}
    chaired = _unions_of_chairs(scene)
    for name, place in sorted(workplaces.items(), key=lambda x: (-named[x[0]], x[1].begin)):
        own = [n for n in (name + "工会", name + "工会委员会") if n in unions]
        union = unions[min(own, key=lambda n: order[n])] if own else chaired.get(name)
        if union is not None:
            return [(place, union)]
    return []


def _unions_of_chairs(scene: Scene) -> dict[str, Found]:
    """The unions of workplaces that the text names by their chairs alone, by the workplace: 工会主席甲."""
    out: dict[str, Found] = {}
    for stack in scene.stacks:
        for post in stack.posts:
            if post.body is not None and post.body.name not in out and post.title.startswith("工会"):
                at = scene.text.find("工会", post.begin, post.end)
                if at >= 0:
                    out[post.body.name] = Found(at, at + 2, "Union", post.body.name + "工会")
    return out


def head_nouns(scene: Scene) -> list[str]:
    """The heads of the names of workplaces, longer ones first."""
    nouns = scene.ontology.words("headNoun").items()
    return sorted(
        (n for n, c in nouns if scene.ontology.root(c) in ("Company", "Organization")), key=lambda n: (-len(n), n)
    )
