"""The graph that is served: a store made from ``graph.ttl``, made anew when that file is replaced."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from unigraph.errors import OutputError
from unigraph.serving.pool import Pool
from unigraph.serving.remembered import Remembered
from unigraph.serving.temporary import temporary_folder

__all__ = ["Snapshot", "Snapshots"]

_LOOK = 1.0
"""Seconds between two looks at the file."""

Mark = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One state of the graph: its folder, how many triples it has, the workers, and what they have answered."""

    folder: Path
    triples: int
    pool: Pool
    answers: Remembered


class Snapshots:
    """The current snapshot, and the watch over the file that it was made from.

    A new one takes the place of the old when it is whole; queries that were asked of the old one are answered by it.
    Each has a folder of its own in the server's.
    """

    def __init__(self, graph: Path, *, pool: Callable[[Path], Pool], log: Callable[..., None]) -> None:
        self._graph, self._make_pool, self._log = graph, pool, log
        self._stack = contextlib.ExitStack()
        self._folder = Path()
        self._numbers = itertools.count(1)
        self._current: Snapshot | None = None
        self._mark: Mark | None = None
        self._closing: set[asyncio.Task[None]] = set()

    @property
    def current(self) -> Snapshot:
        """What is served now."""
        assert self._current is not None
        return self._current

    async def open(self) -> None:
        """Make the first snapshot. Raises :class:`~unigraph.errors.OutputError` where the graph cannot be read."""
        self._mark = self._look()
        self._folder = self._stack.enter_context(temporary_folder())
        try:
            self._current = await self._made()
        except BaseException:
            self._stack.close()
            raise

    async def watch(self) -> None:
        """Look for a new graph until cancelled. One that cannot be read is told in the log, and the old one stays."""
        while True:
            await asyncio.sleep(_LOOK)
            with contextlib.suppress(OutputError, OSError):
                await self._renew()

    async def _renew(self) -> None:
        mark = self._look()
        if mark == self._mark:
            return
        self._mark = mark
        try:
            fresh = await self._made()
        except OutputError as error:
            self._log("reload failed", reason=str(error))
            raise
        old, self._current = self.current, fresh
        self._log("reloaded", triples=fresh.triples)
        task = asyncio.create_task(_discard(old))
        self._closing.add(task)
        task.add_done_callback(self._closing.discard)

    async def close(self) -> None:
        """End all workers and take all stores away."""
        await asyncio.gather(*self._closing)
        if self._current is not None:
            await _discard(self._current)
        self._stack.close()

    def _look(self) -> Mark:
        try:
            found = self._graph.stat()
        except OSError as error:
            raise OutputError(f"{self._graph}: cannot read the graph ({error.strerror})") from error
        return found.st_mtime_ns, found.st_size, found.st_ino

    async def _made(self) -> Snapshot:
        folder = self._folder / str(next(self._numbers))
        try:
            folder.mkdir()
            triples = await self._loaded(folder / "store")
        except OSError as error:
            shutil.rmtree(folder, ignore_errors=True)
            raise OutputError(f"{self._graph}: cannot load the graph ({error.strerror or error})") from error
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        pool = self._make_pool(folder / "store")
        return Snapshot(folder, triples, pool, Remembered(pool.ask))

    async def _loaded(self, store: Path) -> int:
        """Make the store, in a process that ends with this one; how many triples it has."""
        command = (sys.executable, "-m", "unigraph.serving.worker", str(store), str(self._graph))
        pipe = asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe, stderr=pipe)
        assert process.stdout is not None and process.stderr is not None
        try:
            told, complaint = await asyncio.gather(process.stdout.read(), process.stderr.read())
        except asyncio.CancelledError:
            process.kill()
            raise
        finally:
            await process.wait()
        if process.returncode:
            last = complaint.decode("utf-8", "replace").strip().rsplit("\n", 1)[-1]
            raise OutputError(f"{self._graph}: cannot read the graph ({last})")
        return int(told)


async def _discard(snapshot: Snapshot) -> None:
    await snapshot.pool.close()
    shutil.rmtree(snapshot.folder, ignore_errors=True)
