"""A difference as JSON and Markdown."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from unigraph.difference.compare import Change, Difference, Statement

__all__ = ["lines_of_change", "to_json", "to_markdown"]

_MARKED = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&])")


def to_json(difference: Difference) -> str:
    """Counts, then articles, things and facts, each with its kind; sorted, so that it can itself be compared."""
    value: dict[str, Any] = {
        "counts": difference.counts,
        "articles": [{"kind": kind, "id": i, "title": title} for kind, i, title in difference.articles],
        "things": [_change(c) for c in difference.things],
        "facts": [asdict(s) for s in difference.facts],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _change(change: Change) -> dict[str, Any]:
    ends = {side: [{"id": i, "name": n} for i, n in getattr(change, side)] for side in ("before", "after")}
    return {"kind": change.kind, "class": change.cls, **ends, "notes": list(change.notes)}


def to_markdown(difference: Difference) -> str:
    """For a report or a pull request: a heading a kind, a line a thing or fact, with its sentence quoted."""
    return "\n".join(_markdown(difference)) + "\n"


def _markdown(difference: Difference) -> Iterator[str]:
    yield "# Differences"
    if not difference:
        yield from ("", "None.")
    for title, rows in (("Articles", difference.articles), ("Things", difference.things), ("Facts", difference.facts)):
        if not rows:
            continue
        counts = difference.counts[title.lower()]
        yield from ("", f"## {title}: " + ", ".join(f"{n} {kind}" for kind, n in sorted(counts.items())), "")
        for row in rows:
            yield from _row(row)


def _row(row: tuple[str, str, str] | Change | Statement) -> Iterator[str]:
    if isinstance(row, Change):
        yield f"- **{row.kind}** {_plain(lines_of_change(row))}"
    elif isinstance(row, Statement):
        notes = f" ({'; '.join(row.notes)})" if row.notes else ""
        yield f"- **{row.kind}** {_plain(f'{row.subject_label} {row.predicate_label} {row.object_label}{notes}')}"
        if row.sentence:
            yield f"  > {_plain(row.sentence)} {_plain(f'《{row.article}》')}"
    else:
        kind, identifier, title = row
        yield f"- **{kind}** {_plain(f'{title} {identifier}')}"


def lines_of_change(change: Change) -> str:
    """What happened to a thing, in one line."""
    if change.kind == "changed":
        return f"{change.after[0][1]} ({'; '.join(change.notes)})"
    before, after = (" + ".join(f"{name} {i}" for i, name in side) for side in (change.before, change.after))
    return f"{before}{' → ' if before and after else ''}{after}"


def _plain(text: str) -> str:
    """Text of documents, of which nothing is markup."""
    return _MARKED.sub(r"\\\1", " ".join(text.split()))
