"""A graph as one HTML file: drawn by vis-network, read with its sentences, opened without a network."""

from __future__ import annotations

from unigraph.explorer.page import render

__all__ = ["render"]
