"""How much a document may cost before it is left out."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["LIMITS", "Limits"]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may use.

    ``html``, ``pdf`` and ``docx`` are sizes of files in bytes, ``unpacked`` is that of all parts of a DOCX that are
    read, ``ratio`` how many times its packed size one may have from ``ratio_from`` bytes on. ``depth`` is how deep elements may lie in each other, ``elements`` how many a page may have. ``seconds`` are
    of processor time, where the system counts it, ``patience`` of the clock. ``memory`` is in bytes, for the process
    that parses.
    """

    html: int = 16 << 20
    pdf: int = 256 << 20
    docx: int = 64 << 20
    unpacked: int = 128 << 20
    parts: int = 5_000
    ratio: int = 200
    ratio_from: int = 4 << 20
    docx_elements: int = 3_000_000
    pages: int = 2_000
    depth: int = 500
    elements: int = 300_000
    characters: int = 10_000_000
    seconds: int = 60
    patience: float = 240.0
    memory: int = 2 << 30


LIMITS = Limits()
