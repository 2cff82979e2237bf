"""A process that answers queries over a store on disk, so that one that runs too long can be ended.

It reads a request a line, as JSON, and answers with a line of JSON (status, media type, rows, length) and as many
bytes. ``python -m unigraph.serving.worker STORE`` answers; ``… STORE GRAPH.ttl`` makes the store.
"""

from __future__ import annotations

import json
import os
import queue
import sys
import threading
from pathlib import Path
from typing import Any, BinaryIO

import pyoxigraph as ox

from unigraph.queries.questions import calls_service
from unigraph.queries.running import PREFIXES, explained
from unigraph.serving.negotiation import GRAPHS, RESULTS, Format, choose
from unigraph.serving.results import serialized

__all__ = ["answer", "main"]

_RDF = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
}


def main(arguments: list[str]) -> None:
    """Make a store, or answer; both until the input ends, as it does when the server is killed."""
    requests: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(requests,), daemon=True).start()
    if len(arguments) == 2:
        store = ox.Store(arguments[0])
        store.bulk_load(path=arguments[1], format=ox.RdfFormat.TURTLE)
        store.optimize()
        sys.stdout.write(f"{len(store)}\n")
        return
    store = ox.Store.read_only(arguments[0])
    while True:
        head, body = answer(store, json.loads(requests.get()))
        _send(sys.stdout.buffer, head, body)


def _listen(requests: queue.SimpleQueue[bytes]) -> None:
    # a reader of its own: at its end the interpreter closes sys.stdin, for which no other thread may be reading there
    with open(0, "rb", closefd=False) as lines:
        for line in lines:
            requests.put(line)
    os._exit(0)  # whatever is being done, nobody waits for it


def answer(store: ox.Store, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """The head and the body of an answer to one request: ``query``, ``accept``, ``rows``, ``default``, ``named``; or ``dump``."""
    try:
        if request.get("dump"):
            return _dump(store, request["dump"], Path(request["path"]))
        return _queried(store, request)
    except (SyntaxError, ValueError) as error:
        return _refused(400, explained(str(error), request.get("query", "")))
    except (OSError, RuntimeError) as error:
        return _refused(500, f"the query cannot be answered: {' '.join(str(error).split())}")


def _queried(store: ox.Store, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    sparql: str = request["query"]
    if calls_service(sparql):
        return _refused(403, "SERVICE is not answered: this endpoint asks no other server")
    default: list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph] = [ox.NamedNode(i) for i in request.get("default", ())]
    named: list[ox.NamedNode | ox.BlankNode] = [ox.NamedNode(i) for i in request.get("named", ())]
    result = store.query(
        sparql,
        prefixes=dict(PREFIXES),
        use_default_graph_as_union=not default,
        default_graph=default or None,
        named_graphs=named or None,
    )
    is_graph = isinstance(result, ox.QueryTriples)
    chosen = choose(request.get("accept", ""), GRAPHS if is_graph else RESULTS)
    if chosen is None:
        return _refused(406, "no format that the client takes is offered")
    if isinstance(result, ox.QueryTriples):
        return _told(*_triples(result, chosen, request["rows"]), chosen)
    return _told(*serialized(result, chosen.name, request["rows"]), chosen)


def _triples(result: ox.QueryTriples, chosen: Format, most: int) -> tuple[bytes, int]:
    triples = []
    for triple in result:
        triples.append(triple)
        if len(triples) > most:
            return b"", most + 1
    return ox.serialize(triples, format=_RDF[chosen.name]) or b"", len(triples)


def _told(body: bytes, rows: int, chosen: Format) -> tuple[dict[str, Any], bytes]:
    if not body and rows:
        return _refused(403, f"more than {rows - 1} rows: add LIMIT to the query, or start with a larger --max-rows")
    return {"status": 200, "type": chosen.media_types[0], "rows": rows}, body


def _refused(status: int, reason: str) -> tuple[dict[str, Any], bytes]:
    return {"status": status, "type": "text/plain", "rows": 0}, f"{reason}\n".encode()


def _dump(store: ox.Store, name: str, path: Path) -> tuple[dict[str, Any], bytes]:
    """The whole graph into a file; its path is the body."""
    if not path.exists():
        staged = path.with_suffix(".part")
        store.dump(str(staged), format=_RDF[name], from_graph=ox.DefaultGraph())
        staged.replace(path)
    return {"status": 200, "type": "", "rows": 0}, str(path).encode()


def _send(out: BinaryIO, head: dict[str, Any], body: bytes) -> None:
    out.write(json.dumps({**head, "length": len(body)}).encode() + b"\n")
    out.write(body)
    out.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
