"""Gold of our own, and the shared gold where there is some."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

GOLD = Path(__file__).parent.parent / "gold"


def shared(part: str) -> Path:
    """A folder or file of the shared gold. Without it CI fails, and anywhere else the test is skipped."""
    root = Path(os.environ.get("UNIGRAPH_SHARED", "../shared"))
    path = root / part
    if not path.exists():
        message = f"no {part} in {root}: name the folder of the shared gold by UNIGRAPH_SHARED"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return path
