"""What other collections call a thing: division codes, items of Wikidata, coordinates, stock codes.

All of it is looked up by what the thing is, so that nothing of it is kept in a graph's data. A graph says once, for each
data set of the ontology, where its values come from and of which date they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from unigraph.lexicons.outside import LISTED, load_stock_codes, load_wikidata_items
from unigraph.model import Entity
from unigraph.ontology import UG, DataSet, Ontology

__all__ = [
    "CLOSE_MATCH",
    "LATITUDE",
    "LONGITUDE",
    "OWL",
    "SAME_AS",
    "SCHEMA",
    "SKOS",
    "STOCK_CODE",
    "WIKIDATA",
    "Identifier",
    "Outside",
    "outside",
]

OWL = "http://www.w3.org/2002/07/owl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
SCHEMA = "http://schema.org/"
WIKIDATA = "http://www.wikidata.org/entity/"
ADCODE, STOCK_CODE = UG + "adcode", UG + "stockCode"
SAME_AS, CLOSE_MATCH = OWL + "sameAs", SKOS + "closeMatch"
LATITUDE, LONGITUDE = SCHEMA + "latitude", SCHEMA + "longitude"

_LIMITED = ("有限公司", "有限责任公司", "总公司")
"""How full names of companies end."""

Kind = Literal["iri", "string", "decimal"]


class Identifier(NamedTuple):
    """One value: its property by IRI, the value, whether it is an IRI or which literal, and where it is from."""

    predicate: str
    value: str
    kind: Kind
    source: DataSet | None


class Outside(NamedTuple):
    """The same for tables: texts that are empty, and coordinates that are ``None``, where nothing is known.

    ``match`` says whether the item of Wikidata is the thing (``same``) or perhaps the thing (``close``).
    """

    wikidata: str = ""
    match: Literal["", "same", "close"] = ""
    latitude: float | None = None
    longitude: float | None = None
    stock_codes: tuple[str, ...] = ()

    @classmethod
    def of(cls, entity: Entity, ontology: Ontology) -> Outside:
        """What is known of a thing."""
        known: dict[str, list[str]] = {}
        for one in outside(entity, ontology):
            known.setdefault(one.predicate, []).append(one.value)
        item = next((v for p in (SAME_AS, CLOSE_MATCH) for v in known.get(p, ())), "")
        return cls(
            wikidata=item.removeprefix(WIKIDATA),
            match="same" if SAME_AS in known else "close" if item else "",
            latitude=float(known[LATITUDE][0]) if LATITUDE in known else None,
            longitude=float(known[LONGITUDE][0]) if LONGITUDE in known else None,
            stock_codes=tuple(known.get(STOCK_CODE, ())),
        )


def outside(entity: Entity, ontology: Ontology) -> tuple[Identifier, ...]:
    """What other collections call a thing.

    A place's division code decides its item of Wikidata: the item is the place where its name is the place's, and
    perhaps the place (``skos:closeMatch``) where it is another. A company has a stock code only where its name is
    exactly a listed short name or the full name of one, and no full name of it is that of a group. What no data set of
    the ontology gives is left out, but for the division code, which is part of what the thing is.
    """
    found = ((*one, ontology.giver(one[0])) for one in _statements(entity, ontology))
    return tuple(Identifier(*one) for one in found if one[3] or one[0] == ADCODE)


def _statements(entity: Entity, ontology: Ontology) -> Iterator[tuple[str, str, Kind]]:
    if entity.adcode:
        yield ADCODE, entity.adcode, "string"
        if ontology.is_a(entity.cls, "Place"):
            yield from _place(entity)
    elif ontology.is_a(entity.cls, "Company") and not any(map(_is_group, entity.aliases)):
        for code in load_stock_codes().get(entity.name, ()):
            yield STOCK_CODE, code, "string"


def _is_group(name: str) -> bool:
    """Whether a name is a company's full one, and of a kind that can't be listed."""
    return name.endswith(_LIMITED) and not name.endswith(LISTED)


def _place(entity: Entity) -> Iterator[tuple[str, str, Kind]]:
    item = load_wikidata_items().get(entity.adcode)
    if item is None:
        return
    yield SAME_AS if item.name == entity.name else CLOSE_MATCH, WIKIDATA + item.item, "iri"
    if item.latitude and item.name == entity.name:
        yield LATITUDE, item.latitude, "decimal"
        yield LONGITUDE, item.longitude, "decimal"
