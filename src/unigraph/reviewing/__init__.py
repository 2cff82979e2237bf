"""People decide: the least certain facts and merges, best gain first, and what is answered."""

from unigraph.reviewing.answers import COMMANDS, Answer, answer
from unigraph.reviewing.items import Item, Pair, Passage, items_of
from unigraph.reviewing.opening import open_questions
from unigraph.reviewing.session import Session, now, record, reviewer, withdraw

__all__ = [
    "COMMANDS",
    "Answer",
    "Item",
    "Pair",
    "Passage",
    "Session",
    "answer",
    "items_of",
    "now",
    "open_questions",
    "record",
    "reviewer",
    "withdraw",
]
