"""A graph as one HTML file: drawn by vis-network, read with its sentences, opened without a network."""

from __future__ import annotations

from unigraph.explorer.page import DRAWN, render
from unigraph.explorer.selection import MOST, Selection, chosen, select

__all__ = ["DRAWN", "MOST", "Selection", "chosen", "render", "select"]
