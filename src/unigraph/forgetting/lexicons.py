"""A user's lexicon without the names of people who are forgotten."""

from __future__ import annotations

from unigraph.forgetting.masking import find_names
from unigraph.forgetting.records import Forgotten
from unigraph.recognition.given import Lexicon

__all__ = ["lexicon_without"]


def lexicon_without(lexicon: Lexicon, forgotten: Forgotten) -> Lexicon:
    """The lexicon without all entries that hold a forgotten name, whoever bears it: a store keeps what it was given."""
    if not forgotten or not lexicon.names:
        return lexicon

    def named(text: str) -> bool:
        return any(find_names(text, forgotten.lengths, lambda name: forgotten.knows("name", name)))

    kept = [n for n in lexicon.names if not (named(n.name) or named(n.full))]
    return lexicon if len(kept) == len(lexicon.names) else Lexicon.of(kept)
