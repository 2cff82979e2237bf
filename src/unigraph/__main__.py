"""``python -m unigraph`` is ``unigraph``."""

from __future__ import annotations

from unigraph.cli import main

if __name__ == "__main__":
    main()
