"""What changed between two graphs: things and facts that came, went, changed, were merged or split."""

from __future__ import annotations

from unigraph.difference.compare import Change, Difference, Statement, compare
from unigraph.difference.report import to_json, to_markdown

__all__ = ["Change", "Difference", "Statement", "compare", "to_json", "to_markdown"]
