"""A graph's folder while something is built in it: one process at a time, and each step whole or not at all.

``store.sqlite`` holds what was read; ``graph.ttl``, ``explorer.html``, ``ontology.ttl`` and ``redirects.ttl`` are made
from it. The store is written first, in one transaction; should the process end before the outputs are there, the
next one makes them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from unigraph._output import EXPLORER, GRAPH, STORE, TEMPORARY, check_folder, replace_files
from unigraph._resources import program_digest
from unigraph._saving import ONTOLOGY, REDIRECTS, explorer_page, own_ontology
from unigraph.errors import OutputError
from unigraph.rdf import make_header, opening
from unigraph.store import LOCK, MisfitError, Remembered, Store, locked

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

    def write(self, *, texts: bool, explorer: bool) -> None:
        """Write the outputs, unless they are there and as they would be."""
        self.store = self._publish()
        state = f"{program_digest()} {texts} {explorer}"
        if self.store.setting("written") == state and (self.folder / GRAPH).is_file():
            return
        options = self.options
        page = None
        if explorer:
            graph = self.store.graph(options.ontology, base=options.base, threshold=options.threshold)
            page = explorer_page(graph, texts=texts)
        head = opening(make_header(options.ontology, options.base, options.threshold))
        kind = f"{program_digest()} {texts} {head}"
        try:
            with (self.folder / GRAPH).open("rb") as old:
                if self.store.setting("copied") != f"{kind} {_stamp(self.folder / GRAPH)}":
                    raise MisfitError
                self._replace(options, head, texts, page, old)
        except (FileNotFoundError, MisfitError):
            self._replace(options, head, texts, page, None)
        self.store.set("outputs", f"{texts} {explorer}")
        self.store.set("copied", f"{kind} {_stamp(self.folder / GRAPH)}")
        self.store.set("written", state)

    def _replace(self, options: Remembered, head: str, texts: bool, page: str | None, old: BinaryIO | None) -> None:
        """Replace all outputs; the graph is copied from the ``old`` file where nothing changed."""
        with self.store.publishing(
            options.ontology, head.encode(), threshold=options.threshold, texts=texts, old=old
        ) as turtle:
            replace_files(
                {
                    self.folder / GRAPH: turtle,
                    self.folder / EXPLORER: page,
                    self.folder / ONTOLOGY: own_ontology(options.ontology),
                    self.folder / REDIRECTS: self._redirects(options.base),
                }
            )

    def _redirects(self, base: str) -> Iterator[bytes]:
        """Told when it is asked for: after the graph, as it depends on that."""
        redirects = self.store.redirects(base)
        if redirects:
            yield redirects.encode()


def _stamp(path: Path) -> str:
    """What tells a file from what it was when it was written, short of reading it."""
    found = path.stat()
    return f"{found.st_size} {found.st_mtime_ns}"


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
