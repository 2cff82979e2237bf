"""Where the files that travel with the package lie: inside the wheel, or in the checkout."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent
_CHECKOUT = PACKAGE.parent.parent


def resource(name: str) -> Path:
    """A data file by its path, such as ``ontology/unigraph.ttl``."""
    installed = PACKAGE / "_data" / name
    return installed if installed.exists() else _CHECKOUT / name
