"""Workers that answer at the same time, each one query; one that takes too long is ended and replaced."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from unigraph.errors import RequestError

__all__ = ["Answer", "Pool"]

_LINE = 1 << 20


@dataclass(frozen=True, slots=True)
class Answer:
    """A status of HTTP, the media type and the bytes of an answer, and how many rows it has."""

    status: int
    media_type: str
    body: bytes
    rows: int = 0


class Pool:
    """``size`` processes over one store; ``waiting`` requests may stand in line.

    Processes are started when they are first needed. :meth:`close` lets those that answer finish.
    """

    def __init__(self, store: Path, *, size: int, waiting: int, seconds: float) -> None:
        self._store, self._seconds, self._waiting = store, seconds, waiting
        self._idle: asyncio.LifoQueue[_Worker | None] = asyncio.LifoQueue()
        for _ in range(size):
            self._idle.put_nowait(None)
        self._size = size
        self._asked = 0
        self._done = asyncio.Event()
        self._done.set()

    async def ask(self, request: dict[str, Any]) -> Answer:
        """Answer a request when a worker is free. Raises :class:`~unigraph.errors.RequestError` where it takes too long."""
        if self._asked >= self._size + self._waiting:
            raise RequestError(503, "too many queries at once; try again in a moment")
        self._asked += 1
        self._done.clear()
        try:
            return await self._asked_of(await self._idle.get(), request)
        finally:
            self._asked -= 1
            if not self._asked:
                self._done.set()

    async def _asked_of(self, worker: _Worker | None, request: dict[str, Any]) -> Answer:
        try:
            if worker is None:
                worker = await _Worker.start(self._store)
            answer = await asyncio.wait_for(worker.ask(request), self._seconds)
        except BaseException as error:
            if worker is not None:
                await worker.end()
            self._idle.put_nowait(None)
            if isinstance(error, TimeoutError):
                raise RequestError(
                    503, f"the query ran longer than {self._seconds:g} s and was ended (--timeout)"
                ) from None
            raise
        self._idle.put_nowait(worker)
        return answer

    async def close(self) -> None:
        """Wait for what is being answered, then end all processes."""
        await self._done.wait()
        while not self._idle.empty():
            worker = self._idle.get_nowait()
            if worker is not None:
                await worker.end()


class _Worker:
    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    @classmethod
    async def start(cls, store: Path) -> _Worker:
        pipe = asyncio.subprocess.PIPE
        command = (sys.executable, "-m", "unigraph.serving.worker", str(store))
        return cls(await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe, limit=_LINE))

    async def ask(self, request: dict[str, Any]) -> Answer:
        process = self._process
        assert process.stdin is not None and process.stdout is not None
        try:
            process.stdin.write(json.dumps(request).encode() + b"\n")
            await process.stdin.drain()
            head = json.loads(await process.stdout.readuntil())
            body = await process.stdout.readexactly(head["length"])
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            raise RuntimeError("a worker process died, perhaps for want of memory") from error
        return Answer(head["status"], head["type"], body, head["rows"])

    async def end(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()
        await self._process.wait()
