"""A graph's folder while something is built in it: one process at a time, and each step whole or not at all.

``store.sqlite`` holds what was read; ``graph.ttl``, ``explorer.html``, ``ontology.ttl`` and ``redirects.ttl`` are made
from it. The store is written first, in one transaction; should the process end before the outputs are there, the
next one makes them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from unigraph._output import GRAPH, STORE, TEMPORARY, check_folder, replace_files, sweep_folder
from unigraph._resources import program_digest
from unigraph._saving import REDIRECTS, graph_files
from unigraph.decisions import Decision, write_decisions
from unigraph.errors import OutputError
from unigraph.graph import GraphData
from unigraph.rdf import redirects_turtle
from unigraph.store import LOCK, Remembered, Store, locked

__all__ = ["Workplace", "working_in"]


class Workplace:
    """A folder that this process alone builds in."""

    def __init__(self, folder: Path, store: Store, publish: Callable[[], Store]) -> None:
        self.folder = folder
        self.store = store
        self._publish = publish

    @property
    def options(self) -> Remembered:
        """What the graph that is there was built with; the defaults where there is none."""
        return Remembered.of(self.store.setting, str(self.folder))

    @property
    def outputs(self) -> tuple[bool, bool]:
        """Whether the outputs that were written last hold the articles' texts, and whether the explorer is among them."""
        texts, _, explorer = (self.store.setting("outputs") or "True True").partition(" ")
        return texts == "True", explorer == "True"

    def write(
        self,
        graph: GraphData,
        *,
        texts: bool,
        explorer: bool,
        decisions: Iterable[Decision] | None = None,
        forgotten: str = "",
    ) -> None:
        """Write the outputs, unless they are there and as they would be.

        ``decisions`` take the place of those that are there; ``forgotten`` is the version of the people whom the store
        leaves out, which is kept when nothing in the folder tells of them any more.
        """
        self.store = self._publish()
        if decisions is not None:
            write_decisions(self.folder, decisions)
        self._write(graph, texts, explorer)
        if self.store.setting("forgotten") != forgotten:
            sweep_folder(self.folder)
            self.store.set("forgotten", forgotten)

    def _write(self, graph: GraphData, texts: bool, explorer: bool) -> None:
        state = f"{program_digest()} {texts} {explorer}"
        if self.store.setting("written") == state and (self.folder / GRAPH).is_file():
            return
        redirects = redirects_turtle(self.store.redirects(), graph) or None
        files: Mapping[Path, str | None] = {
            **graph_files(graph, self.folder, texts=texts, explorer=explorer),
            self.folder / REDIRECTS: redirects,
        }
        self.store.set("outputs", f"{texts} {explorer}")
        replace_files(files)
        self.store.set("written", state)


@contextmanager
def working_in(folder: Path, *, fresh: bool = False, told: Callable[[str], None]) -> Iterator[Workplace]:
    """Hold a folder and open its store; ``fresh`` begins with an empty one, which replaces the other when it is whole.

    Another process that holds the folder is waited for, and ``told`` of. Raises
    :class:`~unigraph.errors.OutputError` where the folder cannot be used.
    """
    check_folder(folder)
    was_there = folder.exists()
    with locked(folder, told):
        path = folder / STORE
        if not fresh and (folder / GRAPH).is_file() and not path.is_file():
            raise OutputError(
                f"{folder}: holds a graph without its {STORE}, so nothing can be added; build from all sources with --fresh"
            )
        place = folder / f".{STORE}{TEMPORARY}" if fresh else path
        _sweep(folder)
        opened = [Store(place)]

        def publish() -> Store:
            if fresh and place.is_file():
                opened.pop().close()
                place.replace(path)
                opened.append(Store(path))
            return opened[0]

        try:
            yield Workplace(folder, opened[0], publish)
        finally:
            unused = opened[-1].is_new
            opened[-1].close()
            _sweep(folder)
            if unused:
                _leave(folder, was_there)


def _leave(folder: Path, was_there: bool) -> None:
    """Take away what was made for a build that came to nothing."""
    for name in (STORE, LOCK):
        (folder / name).unlink(missing_ok=True)
    if not was_there:
        with suppress(OSError):
            folder.rmdir()


def _sweep(folder: Path) -> None:
    """Take away an unfinished store."""
    for left in folder.glob(f".{STORE}{TEMPORARY}*"):
        left.unlink(missing_ok=True)
