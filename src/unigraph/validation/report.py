"""What a validation finds."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Problem", "Report"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A fault: the rule that is broken, the IRI of the thing that breaks it, and the whole in words."""

    code: str
    subject: str
    message: str


@dataclass(frozen=True, slots=True)
class Report:
    """All faults, sorted by rule and thing; ``notes`` tell what could not be checked."""

    problems: tuple[Problem, ...]
    notes: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether no fault was found."""
        return not self.problems
