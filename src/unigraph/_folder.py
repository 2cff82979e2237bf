"""A graph's folder while something is built in it: one process at a time, and each step whole or not at all.

``store.sqlite`` holds what was read; ``graph.ttl``, ``explorer.html``, ``ontology.ttl`` and ``redirects.ttl`` are made
from it. The store is written first, in one transaction; should the process end before the outputs are there, the
next one makes them.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from unigraph._output import (
    EXPLORER,
    GRAPH,
    STORE,
    TEMPORARY,
    check_folder,
    refusal,
    replace_files,
    sweep,
    sync_folder,
)
from unigraph._resources import program_digest
from unigraph._saving import ONTOLOGY, REDIRECTS, explorer_page
from unigraph.decisions import DECISIONS, Decision, write_decisions
from unigraph.errors import OutputError, UnigraphError
from unigraph.forgetting import FORGOTTEN
from unigraph.ontology import own_turtle
from unigraph.rdf import make_header, opening
from unigraph.store import MisfitError, Remembered, Store, guarded, locked

__all__ = ["Workplace", "working_in"]

_WRITTEN = "written"
"""The setting that says what the outputs were made with; there is none while they are not those of the store."""
_COPIED = "copied"
"""The setting that tells the graph's file, and how it was written: what may be copied from."""
_OUTPUTS = "outputs"
"""The setting that says whether the outputs hold the texts, and the explorer is among them."""
_FORGOTTEN = "forgotten"
"""The setting that says whom the folder leaves out already."""
_NAMES = (DECISIONS, FORGOTTEN, GRAPH, EXPLORER, ONTOLOGY, REDIRECTS, STORE)


class Workplace:
    """A folder that this process alone builds in."""

    def __init__(self, folder: Path, *, fresh: bool) -> None:
        self.folder = folder
        self._path = folder / STORE
        self._staged = folder / f".{STORE}{TEMPORARY}" if fresh else None
        self._intended: tuple[bool, bool] | None = None
        self._tried = False
        sweep(folder, _NAMES, but=self._staged)
        self.store = Store(self._path) if self._staged is None else _begun(self._staged)

    @property
    def options(self) -> Remembered:
        """What the graph that is there was built with; the defaults where there is none."""
        return Remembered.of(self.store.setting, str(self.folder))

    @property
    def outputs(self) -> tuple[bool, bool]:
        """Whether the outputs that were written last hold the articles' texts, and whether the explorer is among them."""
        texts, _, explorer = (self.store.setting(_OUTPUTS) or "True True").partition(" ")
        return texts == "True", explorer == "True"

    def intend(self, *, texts: bool, explorer: bool) -> None:
        """Say what is going to be written, for those who must write it should this process not come to it."""
        self._intended = texts, explorer
        if not self.store.setting(_OUTPUTS):
            self.store.set(_OUTPUTS, f"{texts} {explorer}")

    def write(
        self,
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
        if decisions is not None:
            write_decisions(self.folder, decisions)
        self._write(texts, explorer)
        if self.store.setting(_FORGOTTEN) != forgotten:
            sweep(self.folder, _NAMES)
            self.store.set(_FORGOTTEN, forgotten)

    def _write(self, texts: bool, explorer: bool) -> None:
        self._tried = True
        state = f"{program_digest()} {texts} {explorer}"
        there = [(self.folder / name).is_file() for name in (GRAPH, *([EXPLORER] if explorer else []))]
        if self.store.setting(_WRITTEN) == state and all(there):
            return
        options = self.options
        page = None
        if explorer:
            graph = self.store.graph(options.ontology, base=options.base, threshold=options.threshold)
            page = explorer_page(graph, texts=texts)
        head = opening(make_header(options.ontology, options.base, options.threshold))
        kind = f"{program_digest()} {texts} {head}"
        self._publish()
        self.store.unset(_WRITTEN)  # should this process end between two of the files, the next one writes them all
        self.store.set(_OUTPUTS, f"{texts} {explorer}")
        try:
            with (self.folder / GRAPH).open("rb") as old:
                if self.store.setting(_COPIED) != f"{kind} {_stamp(self.folder / GRAPH)}":
                    raise MisfitError
                self._replace(options, head, texts, page, old)
        except (FileNotFoundError, MisfitError):
            self._replace(options, head, texts, page, None)
        self.store.set(_COPIED, f"{kind} {_stamp(self.folder / GRAPH)}")
        self.store.set(_WRITTEN, state)

    def mend(self) -> None:
        """Write the outputs where a process ended before it had written those of what it had taken over."""
        if self._tried or not self.store.is_applied or self.store.setting(_WRITTEN):
            return
        texts, explorer = self._intended or self.outputs
        self._write(texts, explorer)

    def close(self) -> None:
        """Leave the folder; a store that nothing came into is taken away."""
        nothing = False
        with contextlib.suppress(OutputError), guarded(self._path):
            nothing = self._staged is None and self.store.is_new and not (self.folder / GRAPH).is_file()
        self.store.close()
        if nothing:
            self._path.unlink(missing_ok=True)
        sweep(self.folder, _NAMES)

    def _publish(self) -> None:
        """Put a store that was begun anew in the place of the old one."""
        if self._staged is None:
            return
        self.store.close()
        _undo_unfinished(self._path)
        try:
            self._staged.replace(self._path)
            sync_folder(self.folder)
        except OSError as error:
            raise refusal(self._path, error) from error
        self._staged = None
        self.store = Store(self._path)

    def _replace(self, options: Remembered, head: str, texts: bool, page: str | None, old: BinaryIO | None) -> None:
        """Replace all outputs; the graph is copied from the ``old`` file where nothing changed."""
        with self.store.publishing(
            options.ontology, head.encode(), threshold=options.threshold, texts=texts, old=old
        ) as turtle:
            replace_files(
                {
                    self.folder / GRAPH: turtle,
                    self.folder / EXPLORER: page,
                    self.folder / ONTOLOGY: own_turtle(options.ontology) or None,
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


@contextlib.contextmanager
def working_in(folder: Path, *, fresh: bool = False, told: Callable[[str], None]) -> Iterator[Workplace]:
    """Hold a folder and open its store; ``fresh`` begins with an empty one, which replaces the other when it is whole.

    Another process that holds the folder is waited for, and ``told`` of. Raises
    :class:`~unigraph.errors.OutputError` where the folder cannot be used.
    """
    check_folder(folder)
    path = folder / STORE
    with locked(folder, told), guarded(path):
        if not fresh and (folder / GRAPH).is_file() and not path.is_file():
            raise OutputError(
                f"{folder}: holds a graph without its {STORE}, so nothing can be added; build from all sources with --fresh"
            )
        place = Workplace(folder, fresh=fresh)
        try:
            yield place
        except UnigraphError:  # what is refused now must not leave the outputs of what was taken over before unwritten
            place.mend()
            raise
        finally:
            place.close()


def _begun(path: Path) -> Store:
    """The store of a build from the beginning: one that was killed while it read is gone on with."""
    if path.is_file():
        with contextlib.suppress(OutputError), guarded(path):
            store = Store(path)
            if not store.is_applied:
                return store
            store.close()
        sweep(path.parent, [STORE])
    return Store(path)


def _undo_unfinished(path: Path) -> None:
    """Undo what a killed process left half done in a store; its journal would be taken for that of the next store."""
    if path.is_file():
        with contextlib.suppress(OutputError):
            Store(path).close()
    path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
