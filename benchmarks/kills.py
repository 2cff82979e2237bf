"""Commands are killed at very many moments; what was whole must stay whole, and the next run must go on.

    python benchmarks/kills.py [--kills 50] [--seed 1] [--only build --only add]

Prints a table: for each command the kills at random moments, at each point of those that :mod:`tests.store.nursery`
knows, and, where strace is installed, at calls of the system (before the n-th write, fsync, rename or unlink, so in the
middle of a transaction too). A kill counts where the command still ran. POSIX only; takes some minutes.
"""

from __future__ import annotations

import argparse
import collections
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.store.killing import CASES, Ground, Nursery, Verdict, nursery  # noqa: E402

CALLS = ("pwrite64", "write", "fsync", "fdatasync", "rename", "unlink", "ftruncate", "mkdir", "rmdir")


def main() -> None:
    """Kill, look, and tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=50, help="random moments, and calls, for each command")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", action="append", choices=list(CASES), help="one command; may be repeated")
    options = parser.parse_args()
    print("| command | moments | points | calls | read before, not again | faults |")
    print("| --- | --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as place, nursery(made(Path(place), "nursery")) as home:
        faults = [f for name in options.only or CASES for f in row(name, made(Path(place), name), home, options)]
    for fault in faults:
        print(fault)
    print("DOES NOT HOLD" if faults else "holds")


def row(name: str, place: Path, home: Nursery, options: argparse.Namespace) -> list[str]:
    """A row of the table; what did not hold."""
    ground = Ground(CASES[name], home, place)
    moments = list(ground.by_time(options.seed, options.kills))
    points = [] if ground.case.lasts else list(ground.by_points(options.seed, ground.points))
    calls = [] if ground.case.lasts or not shutil.which("strace") else list(by_calls(ground, options))
    verdicts = [*moments, *points, *calls]
    told = [f"{name}, {v.where}: {fault}" for v in verdicts for fault in v.faults]
    kept = sum(v.kept for v in verdicts)
    print(f"| {name} | {killed(moments)} | {killed(points)} | {killed(calls)} | {kept} | {len(told)} |", flush=True)
    return told


def by_calls(ground: Ground, options: argparse.Namespace) -> Iterator[Verdict]:
    """Kills before some of the calls of the system that a command makes."""
    ground.reset()
    with tempfile.NamedTemporaryFile("r") as log:
        traced(ground.home, ("-o", log.name, "-e", f"trace={','.join(CALLS)}"), ground.words())
        lines = [line.split()[1].partition("(")[0] for line in log]
    counts = collections.Counter(name for name in lines if name in CALLS)
    known = [(name, n) for name, count in sorted(counts.items()) for n in range(1, count + 1)]
    for name, n in random.Random(options.seed).sample(known, min(options.kills, len(known))):
        inject = ("-o", os.devnull, "-e", f"inject={name}:signal=SIGKILL:when={n}")
        yield ground.killed(f"{name} {n}", partial(traced, ground.home, inject))


def traced(home: Nursery, options: tuple[str, ...], words: list[str]) -> int:
    """Run a command under strace; its exit code."""
    child = home.start(words, stopped=True)
    state = Path(f"/proc/{child.pid}/stat")
    while ") T " not in state.read_text():
        time.sleep(0.001)
    command = ["strace", "-f", "-p", str(child.pid), *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as tracer:
        assert tracer.stderr is not None
        tracer.stderr.readline()  # that it is attached
        os.kill(child.pid, signal.SIGCONT)
        code, _ = child.wait()
        tracer.communicate()
    return code


def killed(verdicts: Iterable[Verdict]) -> int:
    return sum(v.killed for v in verdicts)


def made(place: Path, name: str) -> Path:
    folder = place / name
    folder.mkdir()
    return folder


if __name__ == "__main__":
    main()
