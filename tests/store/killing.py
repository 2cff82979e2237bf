"""Commands that are killed at every sort of moment, and what must hold of the folder then and after the next run.

A command is a line in :data:`CASES`. It runs in a child of a :mod:`tests.store.nursery`, is killed after a delay or at
a chosen point (see there), looked at, and run again. POSIX only.
"""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import random
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from tests.store.texts import FIRST, MORE, write_sources

__all__ = ["CASES", "Case", "Child", "Ground", "Nursery", "Verdict", "nursery", "whole_store"]

OUTPUTS = ("graph.ttl", "explorer.html", "redirects.ttl", "ontology.ttl", "decisions.csv", "forgotten.csv")
_BUILD = f"build|{{sources}}/{FIRST}|-o|{{folder}}|--published|2026-03-31"
_ADD = f"build|{{sources}}/{MORE}|-o|{{folder}}"
_PATIENCE = 60.0
_LOOK = 1.2
"""Seconds after which a server has seen that its graph was replaced."""


@dataclass(frozen=True)
class Case:
    """A command, those that come before it, and the one that comes after it was killed, with its exit codes.

    Words are divided by ``|``; what is read from standard input stands after ``<``. What comes after is the same command where nothing else is said; but for one that starts
    anew (``keeps`` is false) it must not read again what was kept. One that ``lasts`` runs until it is stopped, and
    changes nothing.
    """

    command: str
    before: tuple[str, ...] = ()
    after: str = ""
    codes: tuple[int, ...] = (0,)
    keeps: bool = True
    lasts: bool = False


CASES = {
    "build": Case(_BUILD),
    "add": Case(_ADD, (_BUILD,)),
    # once it is taken out there is nothing of it to take out
    "remove": Case(f"build|-o|{{folder}}|--remove|{{sources}}/{MORE}/signing.txt", (_BUILD, _ADD), codes=(0, 2)),
    "fresh": Case(f"{_ADD}|--fresh", (_BUILD,), keeps=False),
    "no-text": Case(f"{_ADD}|--no-text", (_BUILD, _ADD), after=_ADD),
    "review": Case("review|{folder}|--apply", (_BUILD, _ADD, "review|{folder}|--no-apply<n\nn\nn\nq\n")),
    # once he or she is forgotten nobody is called so
    "forget": Case(
        "forget|{folder}|方若溪|--yes|--quiet", (_BUILD, _ADD, "review|{folder}|--no-apply<n\nn\nn\nq\n"), codes=(0, 2)
    ),
    "serve": Case("serve|{folder}|--port|{port}", (_BUILD, _ADD), lasts=True),
}


@dataclass
class Child:
    """A command that runs: its number, and after :meth:`wait` its exit code and the seconds that it took."""

    pid: int
    output: Path
    _answers: Iterator[str]

    def kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)

    def wait(self) -> tuple[int, float]:
        code, seconds = json.loads(next(self._answers))
        return code, seconds


@dataclass
class Nursery:
    """Starts children, one at a time."""

    process: subprocess.Popen[str]
    scratch: Path

    def start(
        self,
        arguments: list[str],
        *,
        kill_at: int | None = None,
        largest: int = 0,
        nobody: bool = False,
        stopped: bool = False,
    ) -> Child:
        """Run a command, which dies at a point, can write no file of more than ``largest`` bytes, or is ``nobody``.

        One that is ``stopped`` waits for SIGCONT before it does anything.
        """
        assert self.process.stdin is not None and self.process.stdout is not None
        for log in (self.read, self.points):
            log.unlink(missing_ok=True)
            log.touch(0o666)
            log.chmod(0o666)
        logs = {"points": str(self.points), "read": str(self.read), "output": str(self.output)}
        how = {"kill_at": kill_at, "largest": largest, "nobody": nobody, "stopped": stopped}
        request = {"arguments": arguments, **how, **logs}
        self.output.touch(0o666)
        self.output.chmod(0o666)
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        return Child(json.loads(next(self.process.stdout)), self.output, self.process.stdout)

    def run(self, arguments: list[str], *, largest: int = 0, nobody: bool = False) -> tuple[int, float]:
        """Run a command to its end; its exit code and the seconds that it took."""
        return self.start(arguments, largest=largest, nobody=nobody).wait()

    def told(self) -> str:
        """What the last child said."""
        return self.output.read_text(encoding="utf-8")

    @property
    def read(self) -> Path:
        """The articles that the last child read, a line each."""
        return self.scratch / "read"

    @property
    def points(self) -> Path:
        """The points that the last child passed, a line each."""
        return self.scratch / "points"

    @property
    def output(self) -> Path:
        """What the last child wrote to standard output and standard error."""
        return self.scratch / "output"

    @property
    def temporary(self) -> Path:
        """The folder of temporary files of all children."""
        return self.scratch / "tmp"


@contextmanager
def nursery(scratch: Path) -> Iterator[Nursery]:
    """A nursery with a folder of its own."""
    scratch.chmod(0o755)
    (scratch / "tmp").mkdir()
    env = {**os.environ, "TMPDIR": str(scratch / "tmp"), "PYTHONUTF8": "1", "PYTHONHASHSEED": "0"}
    env["UNIGRAPH_FORGET_KEY"] = str(scratch / "forget.key")
    command = [sys.executable, str(Path(__file__).with_name("nursery.py"))]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, encoding="utf-8", env=env) as process:
        yield Nursery(process, scratch)
        assert process.stdin is not None
        process.stdin.close()


@dataclass
class Verdict:
    """What came of one kill: where it was, whether the process still lived, and all that did not hold."""

    where: str
    killed: bool
    faults: list[str] = field(default_factory=list)
    kept: int = 0
    told: str = ""


class Ground:
    """The folder of a case, as it is before and after the command, to be brought back to the beginning at will."""

    def __init__(self, case: Case, home: Nursery, place: Path) -> None:
        self.case, self.home, self.folder = case, home, place / "a graph 图"
        self._sources, self._ready = place / "sources", place / "ready"
        write_sources(self._sources)
        for step in case.before:
            self._well(step)
        self.old = outputs(self.folder)
        if self.folder.exists():
            shutil.copytree(self.folder, self._ready)
        self.seconds, self.points = self._measure()
        self.new = outputs(self.folder)
        if case.after:
            self._well(case.after)
        self.end = outputs(self.folder)

    def by_points(self, seed: int, count: int) -> Iterator[Verdict]:
        """Kills at some of the points, at all where there are no more of them."""
        numbers = range(1, self.points + 1)
        for n in sorted(random.Random(seed).sample(numbers, min(count, self.points))):
            yield self.killed(f"point {n}", partial(self._run_to, n))

    def by_time(self, seed: int, count: int) -> Iterator[Verdict]:
        """Kills at random moments, spread over the time that the command takes."""
        chance = random.Random(seed)
        for n in range(count):
            delay = (n + chance.random()) / count * self.seconds
            verdict = self.killed(f"{delay:.3f} s", partial(self._run_for, delay))
            if self.case.lasts and n == count - 1:
                self._serve_on(verdict)
            yield verdict

    def killed(self, where: str, run: Callable[[list[str]], int]) -> Verdict:
        """Run the command so that it is killed, and again if it is one that ends; ``run`` gives its exit code."""
        self.reset()
        code = run(self.words())
        points = _lines(self.home.points)
        verdict = Verdict(f"{where}, {points[-1] if points else 'at the beginning'}", code == -signal.SIGKILL)
        self._look_at(verdict)
        if not self.case.lasts:
            self._go_on(verdict)
        return verdict

    def hindered(self, hindrance: Callable[[Path], AbstractContextManager[object]], **how: Any) -> Verdict:
        """Run the command, which cannot come to its end, and again without what hindered it."""
        self.reset()
        with hindrance(self.folder):
            code, _ = self.home.run(self.words(), **how)
            told = self.home.told()
        verdict = Verdict(f"{how}", False, told=told)
        if code != 2 or len(told.splitlines()) != 1 or not told.startswith("unigraph: "):
            verdict.faults.append(f"it ended with {code}: {told}")
        self._look_at(verdict)
        self._go_on(verdict)
        return verdict

    def reset(self) -> None:
        """Bring the folder back to what it was before the command."""
        shutil.rmtree(self.folder, ignore_errors=True)
        if self._ready.exists():
            shutil.copytree(self._ready, self.folder)

    def words(self, command: str = "") -> list[str]:
        """A command's words; the case's own by default."""
        names = {"sources": str(self._sources), "folder": str(self.folder), "port": str(_free_port())}
        return [word.format(**names) for word in (command or self.case.command).split("|")]

    def _measure(self) -> tuple[float, int]:
        if self.case.lasts:
            words = self.words()
            child = self.home.start(words)
            begun = time.monotonic()
            _answer(words)
            os.kill(child.pid, signal.SIGTERM)
            child.wait()
            return time.monotonic() - begun + 2 * _LOOK, len(_lines(self.home.points))
        taken = []
        for _ in range(3):
            self.reset()
            taken.append(self._well())
        return min(taken), len(_lines(self.home.points))

    def _well(self, command: str = "") -> float:
        code, seconds = self.home.run(self.words(command))
        assert code == 0, self.home.told()
        return seconds

    def _run_to(self, point: int, words: list[str]) -> int:
        return self.home.start(words, kill_at=point).wait()[0]

    def _run_for(self, seconds: float, words: list[str]) -> int:
        child = self.home.start(words)
        if self.case.lasts:
            self._use(words, seconds)
        else:
            time.sleep(seconds)
        child.kill()
        return child.wait()[0]

    def _use(self, words: list[str], seconds: float) -> None:
        """Ask a server, and replace its graph, until it is to be killed."""
        until = time.monotonic() + seconds
        graph = self.folder / "graph.ttl"
        asking = threading.Thread(target=_answer, args=(words, until))
        asking.start()
        time.sleep(seconds / 2)
        staged = graph.with_name(".graph.ttl.0.unigraph-tmp")
        staged.write_bytes(graph.read_bytes())
        staged.replace(graph)
        asking.join()

    def _look_at(self, verdict: Verdict) -> None:
        """What must hold right after a kill."""
        for name, data in outputs(self.folder).items():
            if data not in (self.old.get(name), self.new.get(name)):
                verdict.faults.append(f"{name} is neither the old nor the new one")
        verdict.faults += whole_store(self.folder)

    def _go_on(self, verdict: Verdict) -> None:
        """What must hold after the next run."""
        kept = kept_articles(self.folder) if self.case.keeps else set()
        verdict.kept = len(kept)
        code, _ = self.home.run(self.words(self.case.after))
        told = self.home.told()
        if code not in self.case.codes or "Traceback" in told:
            verdict.faults.append(f"the next run ended with {code}: {told.strip()[-300:]}")
        again = kept.intersection(_lines(self.home.read))
        if again:
            verdict.faults.append(f"{len(again)} articles were read again")
        for name in OUTPUTS:
            if outputs(self.folder).get(name) != self.end.get(name):
                verdict.faults.append(f"{name} is not that of a run that was never killed")
        left = [p.name for p in self.folder.iterdir() if p.name not in (*OUTPUTS, "store.sqlite")]
        if left:
            verdict.faults.append(f"left: {', '.join(left)}")
        verdict.faults += whole_store(self.folder)

    def _serve_on(self, verdict: Verdict) -> None:
        """A server after all that were killed answers, and leaves no temporary files, not even theirs."""
        words = self.words()
        child = self.home.start(words)
        _answer(words)
        os.kill(child.pid, signal.SIGTERM)
        child.wait()
        left = [
            *self.home.temporary.glob("unigraph-serve-*"),
            *processes("unigraph.serving.worker", self.home.temporary),
        ]
        if left:
            verdict.faults.append(f"left: {', '.join(map(str, left))}")


def processes(module: str, folder: Path) -> list[str]:
    """The processes that run a module on something in a folder, after a moment to end; none where ``/proc`` tells none."""
    until = time.monotonic() + 5
    while True:
        found = []
        for file in Path("/proc").glob("[0-9]*/cmdline"):
            with contextlib.suppress(OSError):
                words = file.read_bytes().decode("utf-8", "replace")
                if module in words and str(folder) in words:
                    found.append(words.replace("\0", " "))
        if not found or time.monotonic() > until:
            return found
        time.sleep(0.1)


def outputs(folder: Path) -> dict[str, bytes]:
    """The outputs that are in a folder."""
    return {name: (folder / name).read_bytes() for name in OUTPUTS if (folder / name).is_file()}


def whole_store(folder: Path) -> list[str]:
    """What is wrong with a folder's stores; a copy is looked at, since looking mends what a kill left."""
    faults = []
    for name in ("store.sqlite", ".store.sqlite.unigraph-tmp"):
        with _copied(folder, name) as copy:
            if copy is not None:
                with closing(sqlite3.connect(copy)) as db:
                    try:
                        found = db.execute("PRAGMA integrity_check").fetchone()[0]
                    except sqlite3.Error as error:
                        found = str(error)
                if found != "ok":
                    faults.append(f"{name}: {found}")
    return faults


def kept_articles(folder: Path) -> set[str]:
    """The articles whose facts are kept, in the store or for a build that is not done."""
    with _copied(folder, "store.sqlite") as copy:
        if copy is None:
            return set()
        with closing(sqlite3.connect(copy)) as db:
            if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'fresh'").fetchone():
                return set()
            return {i for (i,) in db.execute("SELECT id FROM article UNION SELECT id FROM fresh")}


@contextmanager
def _copied(folder: Path, name: str) -> Iterator[Path | None]:
    if not (folder / name).is_file():
        yield None
        return
    copy = folder.with_name("copy")
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir()
    for file in folder.glob(f"{name}*"):
        shutil.copy(file, copy)
    yield copy / name
    shutil.rmtree(copy)


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answer(words: list[str], until: float = 0.0) -> None:
    """Ask a server until it answers, or until a moment that may be after its end."""
    url = f"http://127.0.0.1:{words[words.index('--port') + 1]}/sparql?query=ASK%7B%3Fs%20%3Fp%20%3Fo%7D"
    last = until or time.monotonic() + _PATIENCE
    while time.monotonic() < last:
        with contextlib.suppress(OSError, http.client.HTTPException):  # a server that is killed breaks off
            with urllib.request.urlopen(url, timeout=5) as response:
                response.read()
            if not until:
                return
        time.sleep(0.02)
    assert until, "no server"
