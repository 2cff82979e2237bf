"""People who are to be forgotten: their names masked, and they themselves left out of every later build."""

from unigraph.forgetting.key import KEY_VARIABLE, key_path, make_key, new_key, read_key
from unigraph.forgetting.lexicons import lexicon_without
from unigraph.forgetting.masking import Hit, Mask, find_names, fold_name, mask_names, mask_spans
from unigraph.forgetting.moving import move_decisions
from unigraph.forgetting.records import (
    FORGOTTEN,
    NOBODY,
    Forgotten,
    Record,
    is_sealed,
    read_forgotten,
    write_forgotten,
)
from unigraph.forgetting.verdicts import Marks, marks_of, mask_of, names_of, people_of

__all__ = [
    "FORGOTTEN",
    "KEY_VARIABLE",
    "NOBODY",
    "Forgotten",
    "Hit",
    "Marks",
    "Mask",
    "Record",
    "find_names",
    "fold_name",
    "is_sealed",
    "key_path",
    "lexicon_without",
    "make_key",
    "marks_of",
    "mask_names",
    "mask_of",
    "mask_spans",
    "move_decisions",
    "names_of",
    "new_key",
    "people_of",
    "read_forgotten",
    "read_key",
    "write_forgotten",
]
