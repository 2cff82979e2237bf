"""Lexicons as data: divisions, surnames, companies, organs, national bodies, and words that are no names.

Where each file is from, and under which licence, stands in ``SOURCES.md`` beside them. All are read once and cached.
"""

from unigraph.lexicons.divisions import LEVELS, Division, Gazetteer, load_gazetteer, short_name
from unigraph.lexicons.tables import (
    Organ,
    Surnames,
    load_companies,
    load_division_marks,
    load_division_organs,
    load_given_characters,
    load_national_bodies,
    load_organs,
    load_stopnames,
    load_surnames,
)

__all__ = [
    "LEVELS",
    "Division",
    "Gazetteer",
    "Organ",
    "Surnames",
    "load_companies",
    "load_division_marks",
    "load_division_organs",
    "load_gazetteer",
    "load_given_characters",
    "load_national_bodies",
    "load_organs",
    "load_stopnames",
    "load_surnames",
    "short_name",
]
