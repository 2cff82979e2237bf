"""Load on ``unigraph serve``: 50 clients for 30 seconds over a million triples, mixed named questions.

    python benchmarks/serving.py [--clients 50] [--seconds 30] [--things 7000] [--fresh]

Prints requests, errors, median and 99th percentile, and the memory of the server with its workers at the beginning and
at the end (Linux alone tells that). All on this machine's loopback address.
"""

from __future__ import annotations

import argparse
import http.client
import random
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.explorer.large import large  # noqa: E402
from unigraph.queries import bind, questions  # noqa: E402
from unigraph.rdf import to_turtle  # noqa: E402

WARM_UP = 3.0


def main() -> None:
    """Make the graph, serve it, ask, and say how it went."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--things", type=int, default=7000, help="entities of the generated graph")
    parser.add_argument("--fresh", action="store_true", help="no question twice, so that none is answered from memory")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "graph.ttl").write_text(to_turtle(large(options.things, options.things * 5)), encoding="utf-8")
        with serving(Path(folder)) as (port, process):
            print(f"{triples(port):,} triples, {options.clients} clients, {options.seconds:g} s")
            ask_all(port, options.clients, WARM_UP, options.fresh)
            before = memory(process.pid)
            taken, errors = ask_all(port, options.clients, options.seconds, options.fresh)
            after = memory(process.pid)
    taken.sort()
    if not taken:
        sys.exit("no answer at all: DOES NOT HOLD")
    print(f"{len(taken)} answers, {len(taken) / options.seconds:.0f} a second, {errors} errors")
    print(f"median {statistics.median(taken) * 1000:.0f} ms, 99 % {taken[int(len(taken) * 0.99)] * 1000:.0f} ms")
    print(f"memory {before} MB at the beginning, {after} MB at the end")
    print("holds" if not errors and after < before * 1.2 else "DOES NOT HOLD")


@contextmanager
def serving(folder: Path) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """A server over a folder, and its port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "unigraph", "serve", str(folder), "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while True:
            try:
                get(port, "/health")
                break
            except OSError:
                time.sleep(0.2)
        yield port, process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(60)


def get(port: int, path: str) -> tuple[int, bytes]:
    """One request, by a connection of its own."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        return response.status, response.read()
    finally:
        connection.close()


def triples(port: int) -> int:
    """How many triples are served."""
    status, body = get(port, "/health")
    assert status == 200
    return int(body.split(b":")[-1].strip(b" }\n"))


def ask_all(port: int, clients: int, seconds: float, fresh: bool) -> tuple[list[float], int]:
    """The time of each answer, and how many went wrong."""
    asked = [
        "/sparql?" + urlencode({"query": bind(q, {})}) for q in questions() if not any(p.required for p in q.parameters)
    ]
    taken: list[float] = []
    errors: list[int] = []
    until = time.perf_counter() + seconds

    def client(seed: int) -> None:
        order = random.Random(seed)
        while time.perf_counter() < until:
            begun = time.perf_counter()
            try:
                status, _ = get(port, order.choice(asked) + (f"%20%23{order.random()}" if fresh else ""))
            except OSError:
                status = 0
            taken.append(time.perf_counter() - begun)
            if status != 200:
                errors.append(status)

    threads = [threading.Thread(target=client, args=(n,)) for n in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return taken, len(errors)


def memory(pid: int) -> int:
    """Megabytes of a process and its children that are resident; 0 where the system does not tell."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        lines = [line for p in (str(pid), *children) for line in Path(f"/proc/{p}/status").read_text().splitlines()]
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) // 1024


if __name__ == "__main__":
    main()
