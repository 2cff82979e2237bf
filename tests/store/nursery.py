"""A process that has everything imported and runs commands in children of its own, so that a child lives for its work alone.

A request is a line of JSON; the answers are two, the child's number when it starts and what became of it when it has
ended. A child can be told to end itself (SIGKILL) at a chosen point: before or after the n-th of the calls that make
something last or visible. It tells the points that it passed, and the articles that it read, in files.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import resource
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")

_STATEMENTS = ("BEGIN", "COMMIT", "ROLLBACK", "INSERT OR REPLACE INTO setting", "DELETE FROM setting")
_NOBODY = 65534


def main() -> None:
    """Warm up, then answer until the input ends."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "page.txt")
        page.write_text("岚川市总工会召开座谈会\n\n3月5日，岚川市总工会召开座谈会。", encoding="utf-8")
        _run(["build", str(page), "-o", f"{folder}/out", "--quiet"], os.devnull)
    for line in sys.stdin:
        request = json.loads(line)
        begun = time.monotonic()
        child = os.fork()
        if not child:
            os._exit(_child(request))
        _tell(child)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        _tell([code, time.monotonic() - begun])


def _tell(what: object) -> None:
    print(json.dumps(what), flush=True)


def _child(request: dict[str, Any]) -> int:
    try:
        if request["stopped"]:
            os.kill(os.getpid(), signal.SIGSTOP)
        _Points(request["points"], request["kill_at"]).watch()
        _log_reading(request["read"])
        if request["largest"]:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (request["largest"], request["largest"]))
        if request["nobody"] and not os.geteuid():  # for the super-user nothing is read-only
            os.setgid(_NOBODY)
            os.setuid(_NOBODY)
        *arguments, last = request["arguments"]
        last, _, said = last.partition("<")
        sys.stdin = io.TextIOWrapper(io.BytesIO(said.encode()), encoding="utf-8")
        return _run([*arguments, last], request["output"])
    except BaseException as error:
        Path(request["output"]).write_text(f"Traceback of the harness: {error!r}", encoding="utf-8")
        return 99


def _run(arguments: list[str], output: str) -> int:
    from unigraph.cli import main as command

    with Path(output).open("w", encoding="utf-8") as stream:
        # worker processes and uvicorn write to the descriptors
        for descriptor in (1, 2) if output != os.devnull else ():
            os.dup2(stream.fileno(), descriptor)
        with contextlib.redirect_stdout(stream), contextlib.redirect_stderr(stream):
            try:
                command(arguments)
            except SystemExit as done:
                return int(done.code or 0)
    return 0


class _Points:
    """The calls that are watched: each is two points, one before it and one after it."""

    def __init__(self, log: str, kill_at: int | None) -> None:
        self._log = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        self._kill_at = kill_at
        self._passed = 0

    def watch(self) -> None:
        for name in ("fsync", "replace", "unlink", "mkdir", "rmdir"):
            setattr(os, name, self._watched(name, getattr(os, name)))
        points = self

        class Watched(sqlite3.Connection):
            def execute(self, sql: str, *parameters: Any) -> sqlite3.Cursor:
                if not sql.startswith(_STATEMENTS):
                    return super().execute(sql, *parameters)
                return points.around(sql[:14], lambda: super(Watched, self).execute(sql, *parameters))

            def executescript(self, sql: str) -> sqlite3.Cursor:
                return points.around("script", lambda: super(Watched, self).executescript(sql))

        real = sqlite3.connect
        vars(sqlite3)["connect"] = lambda *a, **k: real(*a, **{**k, "factory": Watched})

    def around(self, name: str, call: Callable[[], T]) -> T:
        """A call between two points."""
        self._pass(f"before {name}")
        result = call()
        self._pass(f"after {name}")
        return result

    def _watched(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        return lambda *a, **k: self.around(name, lambda: call(*a, **k))

    def _pass(self, name: str) -> None:
        self._passed += 1
        os.write(self._log, f"{name}\n".encode())
        if self._passed == self._kill_at:
            os.kill(os.getpid(), signal.SIGKILL)


def _log_reading(log: str) -> None:
    """Write down every article that is read; facts are kept two articles at a time."""
    from unigraph import building

    real = vars(building)["extract"]

    def extract(article: Any, *rest: Any) -> Any:
        with Path(log).open("a", encoding="utf-8") as file:
            file.write(f"{article.id}\n")
        return real(article, *rest)

    vars(building).update(extract=extract, _BATCH=2)


if __name__ == "__main__":
    main()
