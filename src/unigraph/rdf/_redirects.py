"""What became of identifiers that are no longer in use, as Turtle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from unigraph.graph import GraphData
from unigraph.resolution import award_id, post_id

__all__ = ["redirects_turtle"]

_HEAD = """# unigraph redirects
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix id: <{}> .

"""


def redirects_turtle(redirects: Mapping[str, frozenset[str]], graph: GraphData) -> str:
    """Each former identifier with those that replace it, sorted; empty where there are none.

    Posts and honours follow the bodies that their identifiers are made of.
    """
    all_of_them = {**dict(_of_posts(redirects, graph)), **dict(_of_awards(redirects, graph)), **redirects}
    known = graph.entities.keys() | graph.posts.keys() | graph.awards.keys()
    lines = [
        f"id:{old} dcterms:isReplacedBy {', '.join(f'id:{n}' for n in sorted(new))} .\n"
        for old, new in sorted(all_of_them.items())
        if old not in known
    ]
    return _HEAD.format(graph.base) + "".join(lines) if lines else ""


def _former(redirects: Mapping[str, frozenset[str]]) -> dict[str, list[str]]:
    """Identifiers with those that they replaced."""
    out: dict[str, list[str]] = {}
    for old, new in redirects.items():
        for one in new:
            out.setdefault(one, []).append(old)
    return out


def _of_posts(redirects: Mapping[str, frozenset[str]], graph: GraphData) -> Iterator[tuple[str, frozenset[str]]]:
    former = _former(redirects)
    for post in graph.posts.values():
        for body in former.get(post.body, ()):
            yield post_id(post.title, body), frozenset({post.id})


def _of_awards(redirects: Mapping[str, frozenset[str]], graph: GraphData) -> Iterator[tuple[str, frozenset[str]]]:
    former = _former(redirects)
    givers = {f.object: f.subject for f in graph.facts if f.predicate == "conferred"}
    for identifier, giver in givers.items():
        for body in former.get(giver, ()):
            yield award_id(graph.awards[identifier].name, body), frozenset({identifier})
