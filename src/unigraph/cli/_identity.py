"""What ``unigraph evaluate`` tells of identity across articles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from unigraph.evaluation import Identity, IdentityScore
from unigraph.evaluation.identity import Group

__all__ = ["document", "lines"]


def lines(result: Identity, errors: bool) -> Iterator[str]:
    """The table, and before it every mistake where that is asked for."""
    if errors:
        for m in result.mistakes:
            apart, one = ("+", m.a.node) if m.kind == "merged" else ("|", m.a.cluster)
            why = sorted({x.why for g in (m.a, m.b) for x in g.mentions if x.why})
            yield f"{m.kind:8}{_told(m.a)}  {apart}  {_told(m.b)}  ({one})" + "".join(f"  # {w}" for w in why)
        yield from (f"absent  {m.kinds[0]} {m.name}@{m.article} ({m.cluster})" for m in result.absent)
    yield f"{'B-cubed':22}{'P':>7}{'R':>7}{'F1':>7}{'found':>7}{'of':>6}{'share':>7}"
    for s in result.scores:
        if s.mentions or not s.several:
            name = f"{s.name}{' SEVERAL' if s.several else ''}"
            yield f"{name:22}{s.precision:7.3f}{s.recall:7.3f}{s.f1:7.3f}{s.found:7d}{s.mentions:6d}{s.share:7.3f}"
    yield (
        f"pairs of mentions wrongly merged {result.pairs('merged')}, wrongly split {result.pairs('split')}; "
        f"near misses merged {result.near_merged} of {result.near}; "
        f"recurring things whole {result.whole} of {result.recurring}"
    )


def _told(group: Group) -> str:
    return " ".join(f"{m.name}@{m.article}" for m in group.mentions)


def document(result: Identity) -> dict[str, Any]:
    """The same for programs."""
    return {
        "all": {s.name: _row(s) for s in result.scores if not s.several},
        "several": {s.name: _row(s) for s in result.scores if s.several},
        "pairs": {
            "merged": result.pairs("merged"),
            "split": result.pairs("split"),
            "nearmiss": result.near,
            "nearmiss_merged": result.near_merged,
            "recurring": result.recurring,
            "recurring_whole": result.whole,
            "articles_absent": list(result.unread),
        },
    }


def _row(s: IdentityScore) -> dict[str, float]:
    return {
        "precision": round(s.precision, 4),
        "recall": round(s.recall, 4),
        "f1": round(s.f1, 4),
        "found": s.found,
        "mentions": s.mentions,
    }
