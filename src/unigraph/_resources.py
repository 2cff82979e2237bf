"""Where the files that travel with the package lie: inside the wheel, or in the checkout."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent
_CHECKOUT = PACKAGE.parent.parent


def resource(name: str) -> Path:
    """A data file by its path, such as ``ontology/unigraph.ttl``."""
    installed = PACKAGE / "_data" / name
    return installed if installed.exists() else _CHECKOUT / name


@cache
def program_digest() -> str:
    """A digest of this program's code and lexicons: what it makes of a text may differ where this does."""
    digest = hashlib.blake2s(digest_size=16)
    for file in sorted(f for f in PACKAGE.rglob("*") if f.suffix in (".py", ".tsv")):
        digest.update(file.relative_to(PACKAGE).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()
