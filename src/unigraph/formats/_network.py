"""The graph as a network: things and their facts, without the apparatus of evidence."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

from unigraph.formats._text import printable_xml
from unigraph.graph import GraphData
from unigraph.model import Entity, Fact
from unigraph.outside import Outside

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["gexf", "graphml", "to_networkx"]

_DATES = ("startDate", "endDate")
_WRITTEN_WHEN = re.compile(rb' lastmodifieddate="[^"]*"')


def to_networkx(graph: GraphData) -> nx.MultiDiGraph[str]:
    """Entities and awards as nodes, plain facts as edges with their predicate as key.

    Nodes have ``label``, ``class``, ``kind`` (one of the six, or ``Award``), ``aliases``, ``mentions`` and, where
    known, ``adcode``, ``startDate`` and ``endDate``, ``wikidata`` with ``match`` (``same`` or ``close``), ``latitude``
    and ``longitude`` as numbers, and ``stock_codes``. A post is an edge from its holder to its body with its ``title``
    and the post's identifier as key. Edges have ``predicate``, ``label``, ``confidence``, ``weight``
    (pieces of evidence) and, where known, ``first`` and ``last``, the dates that the evidence speaks of. An edge of
    background knowledge has confidence 1.0 and weight 0. Symmetric facts are one edge.
    """
    import networkx as nx

    out: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for entity in graph.entities.values():
        out.add_node(
            entity.id,
            label=entity.name,
            **{"class": entity.cls},
            kind=graph.ontology.root(entity.cls) or entity.cls,
            aliases="、".join(entity.aliases),
            mentions=len(entity.mentions),
            **_known(graph, entity),
        )
    for award in graph.awards.values():
        out.add_node(award.id, label=award.name, **{"class": "Award"}, kind="Award", aliases="", mentions=0)
    for fact in graph.facts:
        if fact.plain and fact.predicate not in _DATES:
            _add_edge(out, graph, fact)
        elif fact.plain:
            _add_date(out.nodes[fact.subject], fact)
    for subject, predicate, target in graph.background:
        attributes = {"predicate": predicate, "label": _label(graph, predicate), "confidence": 1.0, "weight": 0}
        out.add_edge(subject, target, key=predicate, **attributes)
    return out


def _known(graph: GraphData, entity: Entity) -> dict[str, str | float]:
    known = Outside.of(entity, graph.ontology)
    columns = {
        "adcode": entity.adcode,
        "wikidata": known.wikidata,
        "match": known.match,
        "latitude": known.latitude,
        "longitude": known.longitude,
        "stock_codes": "、".join(known.stock_codes),
    }
    return {name: value for name, value in columns.items() if value not in ("", None)}


def _label(graph: GraphData, predicate: str) -> str:
    known = graph.ontology.predicates.get(predicate)
    return known.labels.get("zh", predicate) if known else predicate


def _add_edge(network: nx.MultiDiGraph[str], graph: GraphData, fact: Fact) -> None:
    post = graph.posts.get(fact.object)
    dates = sorted(e.as_of for e in fact.evidence if e.as_of)
    attributes: dict[str, Any] = {
        "predicate": fact.predicate,
        "label": post.title if post else _label(graph, fact.predicate),
        "confidence": fact.confidence,
        "weight": len(fact.evidence),
        **({"first": dates[0], "last": dates[-1]} if dates else {}),
        **({"title": post.title} if post else {}),
    }
    target, key = (post.body, post.id) if post else (fact.object, fact.predicate)
    network.add_edge(fact.subject, target, key=key, **attributes)


def _add_date(attributes: dict[str, Any], fact: Fact) -> None:
    """Of several dates the earliest start and the latest end."""
    choose = min if fact.predicate == "startDate" else max
    attributes[fact.predicate] = choose(fact.object, attributes.get(fact.predicate, fact.object))


def graphml(graph: GraphData, texts: bool) -> bytes:
    """GraphML; ``texts`` changes nothing, as a network holds none."""
    import networkx as nx

    out = BytesIO()
    nx.write_graphml_xml(_for_xml(to_networkx(graph)), out, named_key_ids=True, edge_id_from_attribute="id")
    return out.getvalue()


def gexf(graph: GraphData, texts: bool) -> bytes:
    """GEXF for Gephi; ``texts`` changes nothing, as a network holds none."""
    import networkx as nx

    out = BytesIO()
    nx.write_gexf(_for_xml(to_networkx(graph)), out)
    return _WRITTEN_WHEN.sub(b"", out.getvalue(), count=1)  # the same graph gives the same bytes on any day


def _for_xml(network: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """Texts that XML can hold, and an identifier for each edge: some programs drop edges that share one."""
    for number, (_, _, attributes) in enumerate(network.edges(data=True)):
        attributes["id"] = f"edge{number}"
    every: list[dict[str, Any]] = [a for _, a in network.nodes(data=True)]
    every += [a for _, _, a in network.edges(data=True)]
    for attributes in every:
        for name, value in attributes.items():
            if isinstance(value, str):
                attributes[name] = printable_xml(value.replace("\r\n", "\n").replace("\r", "\n"))
    return network
