"""People's decisions after somebody was forgotten: his or hers are gone, the others follow their articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from unigraph.article_masks import MASK
from unigraph.decisions import Anchor, Decision
from unigraph.forgetting.masking import find_names, fold_name, mask_names
from unigraph.forgetting.records import Forgotten

__all__ = ["move_decisions"]


def move_decisions(
    decisions: Iterable[Decision],
    forgotten: Forgotten,
    moved: Callable[[str], Sequence[str]],
    text: Callable[[str], str],
) -> list[Decision]:
    """The decisions that are left, tied to the masked articles.

    ``moved`` gives, for an article, the identifier that it has now, where its text was masked, and the sealed ones
    that it had; ``text`` the text of an article.
    """
    mover = _Mover(forgotten, moved, text)
    return [new for d in decisions if (new := mover.decision(d)) is not None]


class _Mover:
    def __init__(self, forgotten: Forgotten, moved: Callable[[str], Sequence[str]], text: Callable[[str], str]) -> None:
        self._forgotten = forgotten
        self._moved = moved
        self._text = text

    def decision(self, decision: Decision) -> Decision | None:
        """A decision as it is now; ``None`` where it speaks of somebody who is forgotten."""
        thing = self._anchor(decision.thing)
        other = self._anchor(decision.other) if decision.other else None
        if thing is None or (decision.other is not None and other is None):
            return None
        touched = any(MASK in self._text(a.article) for a in (thing, other) if a)
        cells = (self._cell(c, touched) for c in (decision.value, decision.who, decision.why))
        value, who, why = cells
        return replace(decision, thing=thing, other=other, value=value, who=who, why=why)

    def _anchor(self, anchor: Anchor) -> Anchor | None:
        article, *sealed = self._moved(anchor.article)
        place = self._text(article)[anchor.begin : anchor.end]
        whole = fold_name(anchor.name)
        if place and not place.strip(MASK + " \u3000"):
            return None
        if any(self._forgotten.knows("speaks", whole, s) for s in sealed):
            return None
        return replace(anchor, article=article, name=self._cell(anchor.name, MASK in place))

    def _cell(self, text: str, touched: bool) -> str:
        """A cell with the names masked that nobody else bears, or that an article is masked for."""
        forgotten = self._forgotten
        hits = find_names(text, forgotten.lengths, lambda name: forgotten.knows("name", name))
        return mask_names(text, {h.name for h in hits if touched or not forgotten.knows("namesake", h.name)})
