"""From sources to a graph: read, extract article by article, resolve."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import signal
import threading
import warnings
from collections.abc import Callable, Generator, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from unigraph._resources import program_digest
from unigraph.decisions import Decision, Numbered, read_decisions
from unigraph.errors import OptionError, SourceError, UnigraphError
from unigraph.extraction import extract
from unigraph.forgetting import NOBODY, Forgotten, lexicon_without, read_forgotten
from unigraph.graph import DEFAULT_BASE, DEFAULT_THRESHOLD, GraphData
from unigraph.knowledge_graph import KnowledgeGraph
from unigraph.leaving_out import leave_out
from unigraph.model import Article, ArticleFacts
from unigraph.ontology import Ontology, load_ontology
from unigraph.reading import Fault, read_text
from unigraph.reading.lexicon import read_lexicon
from unigraph.recognition.given import NO_LEXICON, Lexicon
from unigraph.resolution import Clash, check_base, check_threshold, merge_articles, resolve
from unigraph.store import Recipe, Remembered, Store, take_in

if TYPE_CHECKING:
    from unigraph._folder import Workplace

__all__ = [
    "Build",
    "Options",
    "build",
    "build_data",
    "build_sources",
    "build_text",
    "describe_clash",
    "reading_digest",
    "rebuild",
    "rebuild_at",
    "run",
]

_PARALLEL_FROM = 200
"""Fewer articles are read sooner than processes start."""
_CHUNK = 16
_BATCH = 256
"""Articles whose facts are kept at once; what a kill may cost."""

Progress = Callable[[str, int, int], None]
"""Told the stage, how much of it is done, and how much there is (0 where that is not known)."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a graph depends on beside its sources; ``workers`` changes the time it takes and nothing else.

    ``workers`` is a number of processes; ``None`` takes what the number of articles is worth. ``remove`` names sources
    to take out of a store. ``forgotten`` are people to leave out.
    """

    published: str = ""
    metadata: Path | None = None
    base: str = DEFAULT_BASE
    threshold: float = DEFAULT_THRESHOLD
    workers: int | None = 1
    lexicon: Lexicon = NO_LEXICON
    remove: tuple[str, ...] = ()
    forgotten: Forgotten = NOBODY


@dataclass(frozen=True, slots=True)
class Build:
    """What became of a build's sources: faults, encodings that are not UTF-8, copies dated in several ways.

    ``read``, ``unchanged`` and ``removed`` count sources; ``revived`` are former identifiers that are in use again.
    ``reread`` says why articles that were known had to be read again, if they had; ``undecided`` which of people's
    decisions do not apply or contradict each other. ``decisions`` are to be written where they are not as they were,
    because somebody is forgotten. ``masked`` counts the articles in which names were masked.
    """

    faults: tuple[Fault, ...] = ()
    encodings: tuple[tuple[str, str], ...] = ()
    clashes: tuple[Clash, ...] = ()
    read: int = 0
    unchanged: int = 0
    removed: int = 0
    revived: tuple[str, ...] = ()
    reread: str = ""
    undecided: tuple[str, ...] = ()
    decisions: tuple[Decision, ...] | None = None
    masked: int = 0


def build(
    sources: str | Path | Iterable[str | Path],
    *,
    published: str = "",
    metadata: str | Path | None = None,
    ontology: str | Path | Ontology | None = None,
    lexicon: str | Path | Iterable[str | Path] = (),
    base: str = DEFAULT_BASE,
    threshold: float = DEFAULT_THRESHOLD,
    workers: int | None = 1,
) -> KnowledgeGraph:
    """Build a graph from files, folders and globs.

    ``published`` is the date of all that state none (``YYYY-MM-DD`` or ``YYYY-MM``); ``metadata`` a CSV file with
    path, published, publisher, page and url. ``ontology`` is a file that extends or replaces ours. ``lexicon`` is a
    CSV file, or several, of names of your own with the columns name, class and full name; what they say of a name
    wins over what would be read. With more than one of ``workers`` a script must guard its start by
    ``if __name__ == "__main__"``, as processes are started.

    A source that cannot be read is left out with a warning. Raises :class:`~unigraph.errors.SourceError` where none
    can be read, :class:`~unigraph.errors.OntologyError`, :class:`~unigraph.errors.LexiconError` and
    :class:`~unigraph.errors.OptionError` for what they say.

    >>> import tempfile, pathlib
    >>> page = pathlib.Path(tempfile.mkdtemp(), "page.txt")
    >>> _ = page.write_text("岚川市总工会召开座谈会\\n\\n3月5日，岚川市总工会召开座谈会。", encoding="utf-8")
    >>> len(build(page, published="2025-03-06").articles)
    1
    """
    read = _ontology(ontology)
    names = _lexicon(lexicon, read)
    options = Options(published, None if metadata is None else Path(metadata), base, threshold, workers, names)
    named = [sources] if isinstance(sources, str | Path) else list(sources)
    graph, made = build_sources(named, read, options)
    for fault in made.faults:
        warnings.warn(f"skipped {fault.source}: {fault.reason}", UserWarning, stacklevel=2)
    for clash in made.clashes:
        warnings.warn(describe_clash(clash), UserWarning, stacklevel=2)
    return KnowledgeGraph(graph)


def build_text(
    text: str,
    *,
    published: str = "",
    ontology: str | Path | Ontology | None = None,
    lexicon: str | Path | Iterable[str | Path] = (),
    base: str = DEFAULT_BASE,
    threshold: float = DEFAULT_THRESHOLD,
) -> KnowledgeGraph:
    """Build a graph from the text of an article or page; the options are those of :func:`build`.

    Raises :class:`~unigraph.errors.SourceError` where there is no text.

    >>> kg = build_text("岚川市总工会召开座谈会\\n\\n3月5日，岚川市总工会召开座谈会。", published="2025-03-06")
    >>> kg.articles["published"].tolist()
    ['2025-03-06']
    """
    _check(Options(published, None, base, threshold))
    read = _ontology(ontology)
    names = _lexicon(lexicon, read)
    articles = read_text(text, published=published)
    return KnowledgeGraph(build_data(articles, read, lexicon=names, base=base, threshold=threshold))


def build_sources(sources: Iterable[str | Path], ontology: Ontology, options: Options) -> tuple[GraphData, Build]:
    """The graph of some sources alone, and what became of them; errors as for :func:`run`."""
    with closing(Store(None)) as store:
        made = run(sources, ontology, options, store=store)
        return store.graph(ontology, base=options.base, threshold=options.threshold), made


def build_data(
    articles: Iterable[Article],
    ontology: Ontology,
    *,
    lexicon: Lexicon = NO_LEXICON,
    base: str = DEFAULT_BASE,
    threshold: float = DEFAULT_THRESHOLD,
) -> GraphData:
    """The graph of some articles, in this process."""
    merged, _ = merge_articles(articles)
    return resolve([extract(a, ontology, lexicon) for a in merged], ontology, base=base, threshold=threshold)


def run(
    sources: Iterable[str | Path],
    ontology: Ontology,
    options: Options,
    *,
    store: Store,
    decisions: Sequence[Numbered] = (),
    stdin: BinaryIO | None = None,
    progress: Progress = lambda stage, done, total: None,
) -> Build:
    """Add sources to a store.

    Raises :class:`~unigraph.errors.SourceError` where nothing can be read and there is no graph without it.
    """
    _check(options)
    progress("Reading", 0, 0)
    intake = take_in(
        store.db,
        sources,
        remove=options.remove,
        published=options.published,
        metadata=options.metadata,
        stdin=stdin,
        forgotten=options.forgotten,
        told=lambda done, total: progress("Reading", done, total),
    )
    if intake.faults and not (intake.taken or intake.unchanged or intake.removed):
        raise SourceError(f"nothing to read: {_reasons(intake.faults) or 'no articles in the sources'}")
    forgotten, lexicon = options.forgotten, lexicon_without(options.lexicon, options.forgotten)
    remembered = Remembered(ontology, lexicon, options.base, options.threshold)
    recipe = Recipe(reading_digest(ontology, lexicon), ontology, options.threshold, remembered.settings())
    reader = _Reader(ontology, options.lexicon)
    left_out = leave_out(
        store,
        intake,
        recipe,
        forgotten,
        lambda new: _extracted(new, reader, options.workers),
        keep=lexicon is options.lexicon,
    )
    changes = store.changes(intake, left_out.masks)
    options = replace(options, lexicon=lexicon)
    reread = _why_again(store, recipe)
    failed = _read(store, store.unread(changes, recipe), recipe, options, progress)
    if failed and not store.holds_without(failed):
        raise UnigraphError(f"no article could be read: {_reasons(failed.values())}")
    progress("Resolving", 0, 0)
    followed = left_out.moved(store, decisions, changes)
    outcome = store.apply(intake, changes, recipe, frozenset(failed), followed, left_out.masking)
    if left_out.behind:
        store.vacuum()
    return Build(
        (*intake.faults, *failed.values()),
        tuple(intake.encodings),
        changes.clashes,
        len(intake.taken),
        intake.unchanged,
        intake.removed,
        outcome.revived,
        reread,
        outcome.undecided,
        None if followed is decisions else tuple(n.decision for n in followed),
        len(left_out.masking.became),
    )


def _read(
    store: Store, articles: Sequence[Article], recipe: Recipe, options: Options, progress: Progress
) -> dict[str, Fault]:
    """Read articles and keep what they say, a batch at a time; those that cannot be read, by identifier."""
    failed: dict[str, Fault] = {}
    facts: list[ArticleFacts] = []
    reader = _Reader(recipe.ontology, options.lexicon)
    with closing(_extracted(articles, reader, options.workers)) as outcomes:
        for done, (article, outcome) in enumerate(zip(articles, outcomes, strict=True), 1):
            if isinstance(outcome, ArticleFacts):
                facts.append(outcome)
            else:
                where = "、".join(article.sources) or article.id
                failed[article.id] = Fault(where, f"{article.title or article.id}: {outcome}")
            if len(facts) >= _BATCH or done == len(articles):
                store.keep(facts, recipe)
                facts = []
            progress("Extracting", done, len(articles))
    return failed


def _why_again(store: Store, recipe: Recipe) -> str:
    """Why the articles of a store are to be read again; empty where they are not."""
    if store.setting("recipe") in ("", recipe.reading):
        return ""
    differ = [name for name in ("ontology", "lexicon") if store.setting(name) != recipe.settings[name]]
    return f"{' and '.join(differ)} differ from the last build's" if differ else "this is another version of unigraph"


def _reasons(faults: Iterable[Fault]) -> str:
    return "; ".join(f"{f.source}: {f.reason}" for f in faults)


def reading_digest(ontology: Ontology, lexicon: Lexicon) -> str:
    """A digest of all that the facts of an article depend on beside it: ontology, lexicons, and this program."""
    parts = (program_digest(), ontology.version, lexicon.version)
    return hashlib.blake2s("\0".join(parts).encode(), digest_size=16).hexdigest()


def rebuild(folder: Path, told: Callable[[str], None], progress: Progress = lambda stage, done, total: None) -> Build:
    """Build the graph of a folder again from its store, with people's decisions as they are now.

    Raises :class:`~unigraph.errors.OutputError` and :class:`~unigraph.errors.DecisionError`.
    """
    from unigraph._folder import working_in

    with working_in(folder, told=told) as place:
        return rebuild_at(place, read_forgotten(folder), progress)


def rebuild_at(place: Workplace, forgotten: Forgotten, progress: Progress = lambda stage, done, total: None) -> Build:
    """As :func:`rebuild`, in a folder that is held already, without people who are forgotten."""
    was = place.options
    options = Options(base=was.base, threshold=was.threshold, lexicon=was.lexicon, forgotten=forgotten)
    decisions = read_decisions(place.folder)
    made = run([], was.ontology, options, store=place.store, decisions=decisions, progress=progress)
    progress("Writing", 0, 0)
    texts, explorer = place.outputs
    place.write(texts=texts, explorer=explorer, decisions=made.decisions, forgotten=forgotten.version)
    return made


def describe_clash(clash: Clash) -> str:
    """One line on an article that is dated in more ways than one."""
    where = ", ".join(clash.sources)
    return (
        f"{clash.title or clash.article}: dated {clash.kept} and {', '.join(clash.others)} ({where}); took {clash.kept}"
    )


def _check(options: Options) -> None:
    check_threshold(options.threshold)
    if options.workers is not None and options.workers < 1:
        raise OptionError(f"workers {options.workers}: give a number from 1")
    check_base(options.base)


def _ontology(ontology: str | Path | Ontology | None) -> Ontology:
    return ontology if isinstance(ontology, Ontology) else load_ontology(ontology)


def _lexicon(files: str | Path | Iterable[str | Path], ontology: Ontology) -> Lexicon:
    return read_lexicon(map(Path, [files] if isinstance(files, str | Path) else files), ontology)


def _worth(workers: int | None, articles: int) -> int:
    if workers is None:
        return min(os.cpu_count() or 1, 8) if articles > _PARALLEL_FROM else 1
    return min(workers, max(1, articles // _CHUNK))


@dataclass(frozen=True, slots=True)
class _Reader:
    """All that the reading of an article depends on beside the article; sent to a worker once, not with each."""

    ontology: Ontology
    lexicon: Lexicon

    def attempt(self, article: Article) -> ArticleFacts | str:
        """One article that trips the extractor must not cost the others."""
        try:
            return extract(article, self.ontology, self.lexicon)
        except Exception as error:
            return f"internal error, please report it: {type(error).__name__}: {' '.join(str(error).split())}"


def _extracted(
    articles: Sequence[Article], reader: _Reader, given: int | None
) -> Generator[ArticleFacts | str, None, None]:
    """Facts in the order of the articles, whatever the number of processes; the reason where there are none."""
    workers = _worth(given, len(articles))
    if workers == 1:
        yield from map(reader.attempt, articles)
        return
    # fresh processes, as on every system: a copy of this one may hold locks of other threads
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_start, initargs=(reader,))
    try:
        yield from pool.map(_work, articles, chunksize=_CHUNK)
    except BrokenProcessPool as error:
        raise UnigraphError("a worker process died, perhaps for want of memory; try again with --workers 1") from error
    finally:
        pool.shutdown(cancel_futures=True)


_shared: list[_Reader] = []
"""A worker's reader."""


def _start(reader: _Reader) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started us
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _shared[:] = [reader]


def _end_with_parent() -> None:
    """A worker whose parent was killed would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(article: Article) -> ArticleFacts | str:
    return _shared[0].attempt(article)
