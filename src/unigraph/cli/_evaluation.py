"""The tables of ``unigraph evaluate``, line by line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from unigraph.evaluation import Difference, Evaluation, changes, score_changes
from unigraph.evaluation.changes import KINDS
from unigraph.evaluation.stages import STATEMENTS, THINGS

__all__ = ["changed", "differences", "reliable", "scores", "stages"]

_STAGES = (*THINGS, *STATEMENTS)


def scores(result: Evaluation, old: Evaluation | None) -> Iterator[str]:
    """Precision, recall and F1, and how they changed."""
    gains = {(c.new.group, c.new.name): c.gains for c in score_changes(old, result)} if old else {}
    head = f"{'':22}{'P':>7}{'R':>7}{'F1':>7}{'gold':>6}"
    yield head + (f"{'±P':>9}{'±R':>8}{'±F1':>8}" if gains else "")
    for s in result.scores:
        line = f"{s.group + ' ' + s.name:22}{s.precision:7.3f}{s.recall:7.3f}{s.f1:7.3f}{s.tp + s.fn:6d}"
        gained = gains.get((s.group, s.name))
        yield line + ((" " + "".join(f"{x:+8.3f}" if round(x, 3) else f"{'·':>8}" for x in gained)) if gained else "")


def differences(result: Evaluation) -> Iterator[str]:
    """Every miss and false fact."""
    return (f"{d.article} {d.kind} {_told(d)}" for d in result.differences)


def changed(old: Evaluation, new: Evaluation) -> Iterator[str]:
    """What was won and lost, by article."""
    found = changes(old, new)
    yield from (f"{c.difference.article} {c.kind}: {_told(c.difference)}" for c in found)
    counts = Counter(c.kind for c in found)
    yield ", ".join(f"{counts[kind]} {kind}" for kind in KINDS)
    left_out = sorted(old.right.keys() ^ new.right.keys())
    if left_out:
        yield f"left out, since only one of the two has them: {', '.join(left_out)}"
    yield ""


def _told(found: Difference) -> str:
    rule = f"  [{found.rule}]" if found.rule else ""
    instead = f" ({found.instead})" if found.instead else ""
    sentence = f"\n    {found.sentence}" if found.sentence else ""
    return f"{found.what}{rule}\n    {found.stage}{instead}{sentence}"


def stages(result: Evaluation) -> Iterator[str]:
    """Two tables, of classes and of predicates: a line a stage, a column a class or predicate that has errors."""
    counts = result.stages()
    for group in ("entity", "relation"):
        names = [s.name for s in result.scores if s.group == group and any(k[1::2] == (group, s.name) for k in counts)]
        rows = sorted({key[:3] for key in counts if key[1] == group}, key=_row)
        if not rows:
            continue
        yield f"{group:33}{'ALL':>6}" + "".join(f"{name:>{len(name) + 2}}" for name in names)
        for kind, _, stage in rows:
            cells = {name: counts[kind, group, stage, name] for name in names}
            line = f"{kind:8}{stage:25}{sum(cells.values()):6d}"
            yield line + "".join(f"{cells[name] or '':>{len(name) + 2}}" for name in names)
        yield ""


def _row(key: tuple[str, str, str]) -> tuple[bool, str, int]:
    kind, _, stage = key
    return kind != "missed", kind, _STAGES.index(stage)


def reliable(result: Evaluation) -> Iterator[str]:
    """Bands of confidence, and how many of their facts are right."""
    measured = result.reliability()
    if not measured.count:
        yield "no fact with a confidence"
        return
    yield f"{'confidence':12}{'facts':>7}{'mean':>8}{'right':>8}   95 %"
    for b in measured.bands:
        low, high = b.interval
        note = "" if b.honest else f"  {'too sure' if b.confidence > b.truth else 'not sure enough'}"
        yield (
            f"{f'{b.low:.2f} to {b.high:.2f}':12}{b.count:>7}{b.confidence:8.3f}{b.truth:8.3f}"
            f"   {low:.3f} to {high:.3f}{note}"
        )
    yield f"expected calibration error {measured.ece:.3f}, over {measured.count} facts"
