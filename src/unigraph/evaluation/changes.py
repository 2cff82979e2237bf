"""What a change of the rules won and lost: two evaluations of the same gold, one held against the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from unigraph.evaluation.report import Evaluation, Score
from unigraph.evaluation.telling import Difference

__all__ = ["KINDS", "Change", "ScoreChange", "changes", "score_changes"]

KINDS = ("newly right", "no longer wrong", "newly missed", "newly wrong")
"""Two that a change won, and two that it lost."""


@dataclass(frozen=True, slots=True)
class Change:
    """``kind`` is one of :data:`KINDS`; ``difference`` is that of the evaluation in which it is an error."""

    kind: str
    difference: Difference


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """One line of the table, before and after."""

    old: Score
    new: Score

    @property
    def gains(self) -> tuple[float, float, float]:
        """By how much precision, recall and F1 rose; below 0 where they fell."""
        old, new = self.old, self.new
        return new.precision - old.precision, new.recall - old.recall, new.f1 - old.f1


def changes(old: Evaluation, new: Evaluation) -> list[Change]:
    """What is right, missed or wrong in one and not in the other, by article, then in the order of :data:`KINDS`.

    Articles that only one of them has are left out. Things and facts are known by their words: gold's where they are
    right or missed, the prediction's where they are wrong.
    """
    shared = old.right.keys() & new.right.keys()

    def only(there: Evaluation, here: Evaluation, is_kind: Callable[[Difference], bool]) -> list[Difference]:
        known = Counter(map(_key, filter(is_kind, here.differences)))
        return _beyond((d for d in there.differences if d.article in shared and is_kind(d)), known)

    found = [
        *(Change(KINDS[0], d) for d in only(old, new, _is_missed) if d.what in new.right[d.article]),
        *(Change(KINDS[1], d) for d in only(old, new, _is_wrong)),
        *(Change(KINDS[2], d) for d in only(new, old, _is_missed) if d.what in old.right[d.article]),
        *(Change(KINDS[3], d) for d in only(new, old, _is_wrong)),
    ]
    return sorted(found, key=lambda c: (c.difference.article, KINDS.index(c.kind)))


def score_changes(old: Evaluation, new: Evaluation) -> list[ScoreChange]:
    """The lines of the table that both have."""
    before = {(s.group, s.name): s for s in old.scores}
    return [ScoreChange(before[s.group, s.name], s) for s in new.scores if (s.group, s.name) in before]


def _beyond(differences: Iterable[Difference], known: Counter[tuple[str, str]]) -> list[Difference]:
    """Those that are not known; one that is there twice and known once is left once."""
    rest = Counter(known)
    out = []
    for d in differences:
        if rest[_key(d)] > 0:
            rest[_key(d)] -= 1
        else:
            out.append(d)
    return out


def _key(difference: Difference) -> tuple[str, str]:
    return difference.article, difference.what


def _is_missed(difference: Difference) -> bool:
    return difference.kind == "missed"


def _is_wrong(difference: Difference) -> bool:
    return difference.kind != "missed"
