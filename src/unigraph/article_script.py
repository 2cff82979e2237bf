"""Names in the script of their article: recognition works in simplified characters, and this is how they go back.

A name that the article writes is taken from there. One that was composed (市總工會 resolved to 清遠市總工會) is put
together from the longest pieces that the article writes, in an article in traditional characters; elsewhere it stays
simplified. So no name is of two scripts unless the article writes it so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from unigraph.lexicons.scripts import is_traditional, simplify_name, traditionalize
from unigraph.model import ArticleFacts, Claim, LocalEntity
from unigraph.ontology import Ontology
from unigraph.recognition.document import Document, fold

__all__ = ["in_own_script"]

_DATES = frozenset({"startDate", "endDate"})
_SHORTEST = 2
"""Characters of a piece: one alone says too little of what stands beside it (里, 裏)."""


def in_own_script(facts: ArticleFacts, document: Document, ontology: Ontology) -> ArticleFacts:
    """The facts with names, titles and honours as the article writes them, and simplified labels as aliases.

    An article that holds no traditional characters stays as it is.
    """
    if document.simple == document.article.text:
        return facts
    writer = _Writer(document)
    places: dict[int, list[tuple[int, int]]] = {}
    for m in facts.mentions:
        places.setdefault(m.entity, []).append((m.begin, m.end))
    people = {cls for cls in {e.cls for e in facts.entities} if ontology.root(cls) == "Person"}
    entities = [_entity(e, writer, places.get(n, ()), e.cls in people) for n, e in enumerate(facts.entities)]
    claims = [_claim(c, writer) for c in facts.claims]
    return replace(facts, entities=tuple(entities), claims=tuple(claims))


def _entity(entity: LocalEntity, writer: _Writer, places: Iterable[tuple[int, int]], person: bool) -> LocalEntity:
    name = writer.written(entity.name, places)
    simple = simplify_name(name) if person else entity.name
    aliases = dict.fromkeys((*(writer.written(a) for a in entity.aliases), simple))
    return replace(entity, name=name, aliases=tuple(a for a in aliases if a != name))


def _claim(claim: Claim, writer: _Writer) -> Claim:
    if not claim.value or claim.predicate in _DATES:
        return claim
    place = (claim.evidence.begin, claim.evidence.end)
    return replace(claim, value=writer.written(claim.value, [place]))


class _Writer:
    """Writes names as an article does."""

    def __init__(self, document: Document) -> None:
        kept = [i for i, c in enumerate(document.text) if not c.isspace()]
        self._at = dict(zip(kept, range(len(kept)), strict=True))
        self._text = "".join(document.text[i] for i in kept)
        self._simple = "".join(document.simple[i] for i in kept)
        self._own = "".join(document.article.text[i] for i in kept)
        self._traditional = is_traditional(document.article.text)
        self._known: dict[str, str] = {}

    def written(self, name: str, places: Iterable[tuple[int, int]] = ()) -> str:
        """A name as mostly written at some places, of equals as at the first; else anywhere; else composed."""
        bare = fold("".join(name.split()))
        found: Counter[str] = Counter()
        for begin, end in places:
            inside = [self._at[i] for i in range(begin, end) if i in self._at]
            at = self._text.find(bare, inside[0], inside[-1] + 1) if inside and bare else -1
            if at >= 0:
                found[self._piece(at, len(bare))] += 1
        if found:
            return self._put(name, max(found, key=lambda x: found[x]))
        if bare not in self._known:
            self._known[bare] = self._usual(bare) or (self._composed(bare) if self._traditional else bare)
        return self._put(name, self._known[bare])

    def _piece(self, at: int, length: int) -> str:
        """What the article writes at a place, with the marks and letters of the folded text."""
        own, simple, text = (t[at : at + length] for t in (self._own, self._simple, self._text))
        return "".join(o if o != s else t for o, s, t in zip(own, simple, text, strict=True))

    def _usual(self, bare: str) -> str:
        """How the article mostly writes a name, of equals as it does first; empty where it does not."""
        found: Counter[str] = Counter()
        at = self._text.find(bare) if bare else -1
        while at >= 0:
            found[self._piece(at, len(bare))] += 1
            at = self._text.find(bare, at + 1)
        return max(found, key=lambda x: found[x], default="")

    def _composed(self, bare: str) -> str:
        """A name that the article does not write: the longest pieces that it does, left to right, the rest by table."""
        out = list(traditionalize(bare))
        begin = 0
        while begin < len(bare):
            ends = range(len(bare), begin + _SHORTEST - 1, -1)
            end = next((e for e in ends if bare[begin:e] in self._text), begin)
            out[begin:end] = traditionalize(self._usual(bare[begin:end])) if end > begin else ""
            begin = max(end, begin + 1)
        return "".join(out)

    @staticmethod
    def _put(name: str, written: str) -> str:
        """The characters of a name in their own script, its spaces and marks as they were."""
        rest = iter(written)
        return "".join(c if c.isspace() or not _is_han(w := next(rest)) else w for c in name)


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or char > "\U00020000"
