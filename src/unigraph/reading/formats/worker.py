"""The other end of ``child``: starts the process that parses, asks it, and ends it when it takes too long."""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from unigraph.errors import SourceError
from unigraph.reading.formats.child import LENGTH
from unigraph.reading.formats.document import Document
from unigraph.reading.formats.limits import LIMITS
from unigraph.reading.formats.sniffing import Format

__all__ = ["parse_apart"]

_BOOT = "import sys; sys.path[:] = sys.argv[1:]; from unigraph.reading.formats.child import main; main()"
_TIME_IS_UP = -24
"""What a process returns that the system ended for its use of time: less the number of SIGXCPU."""
_RENEWED_AFTER = 500
"""Documents after which a process makes way for a new one, with whatever its libraries hold on to."""


class _Child:
    """A process, the number of documents that it was asked for, and whether it was ended for being slow."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        self.asked = 0
        self.late = False
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-c", _BOOT, *(path or str(Path.cwd()) for path in sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONHASHSEED": "0", "PYTHONIOENCODING": "utf-8"},
        )

    def ask(self, kind: Format, data: bytes) -> dict[str, Any] | None:
        """The answer, or None where the process ended without one."""
        assert self.process.stdin is not None and self.process.stdout is not None
        self.asked += 1
        timer = threading.Timer(LIMITS.patience, self.end_late)
        timer.start()
        try:
            for part in (kind.value.encode(), data):
                self.process.stdin.write(LENGTH.pack(len(part)) + part)
            self.process.stdin.flush()
            head = self.process.stdout.read(LENGTH.size)
            body = self.process.stdout.read(LENGTH.unpack(head)[0]) if len(head) == LENGTH.size else b""
            answer: dict[str, Any] = json.loads(body)
        except (OSError, ValueError):
            return None
        finally:
            timer.cancel()
        return answer

    def end_late(self) -> None:
        self.late = True
        self.process.kill()

    def why(self) -> str:
        """Why it ended."""
        code = self.process.wait()
        if self.late or code == _TIME_IS_UP:
            return f"takes more time than is allowed ({LIMITS.seconds} s)"
        return "breaks the library that reads it"

    def close(self) -> None:
        if self.owner != os.getpid():  # a fork's copy: the process is its parent's
            return
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            try:
                assert stream is not None
                stream.close()
            except OSError:  # what could not be written any more
                pass


_lock = threading.Lock()
_child: _Child | None = None


def parse_apart(kind: Format, data: bytes) -> Document:
    """The document that some bytes are, parsed in another process.

    Raises :class:`~unigraph.errors.SourceError` with the reason where there is none. The verdict is the document's
    alone: one that fails where others were parsed before it gets a process of its own.
    """
    with _lock:
        answer = _asked(kind, data)
    if "fault" in answer:
        raise SourceError(answer["fault"])
    return Document(**{**answer, "pages": tuple(answer["pages"])})


def _asked(kind: Format, data: bytes) -> dict[str, Any]:
    while True:
        child = _running()
        answer = child.ask(kind, data)
        if answer is not None and not answer.pop("again", False):
            return answer
        first = child.asked == 1
        if answer is None and first:
            answer = {"fault": f"this {kind} {child.why()}"}
        _stop()
        if first and answer is not None:
            return answer


def _running() -> _Child:
    global _child
    if _child is not None and (_child.owner != os.getpid() or _child.asked >= _RENEWED_AFTER):
        _stop()
    if _child is None:
        _child = _Child()
    return _child


@atexit.register
def _stop() -> None:
    global _child
    if _child is not None:
        _child.close()
        _child = None
