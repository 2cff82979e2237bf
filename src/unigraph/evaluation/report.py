"""Scores of a whole set of annotated articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from unigraph.building import build_data
from unigraph.errors import GoldError
from unigraph.evaluation.annotation import CORE, PREDICATES, Annotation, Gold, read_gold
from unigraph.evaluation.graphs import from_graph, from_turtle
from unigraph.evaluation.matching import Outcome, compare
from unigraph.evaluation.telling import Difference
from unigraph.ontology import ROOTS, Ontology, load_ontology
from unigraph.reading import read_text

__all__ = ["Evaluation", "Score", "evaluate"]


@dataclass(frozen=True, slots=True)
class Score:
    """How well one class or predicate was found; ``group`` is ``entity`` or ``relation``, ``name`` may be ``ALL``."""

    group: str
    name: str
    tp: int
    fp: int
    fn: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 0 where nothing was found."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 0.0

    @property
    def recall(self) -> float:
        """The share of what is right that was found; 0 where nothing is asked for."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The scores of a set, micro over its articles, and every difference.

    ``unreadable`` names the articles that have no prediction that can be read, each with the reason.
    """

    scores: tuple[Score, ...]
    differences: tuple[Difference, ...]
    unreadable: tuple[str, ...] = ()

    def stages(self) -> Counter[tuple[str, str, str, str]]:
        """How often each class of error occurs, by kind, group, stage, and class or predicate."""
        return Counter((d.kind, d.group, d.stage, d.name) for d in self.differences)

    def score(self, group: str, name: str = "ALL") -> Score:
        """One line of the table: ``score("relation", "chaired")``, ``score("relation", "CORE")``."""
        return next(s for s in self.scores if (s.group, s.name) == (group, name))


def evaluate(
    gold: str | Path,
    *,
    predicted: str | Path | None = None,
    ontology: Ontology | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Evaluation:
    """Score against gold: a folder of annotated articles, or one of them.

    Without ``predicted`` each article is read anew from its text and its date of publication; else its graph is
    ``predicted/NAME.ttl`` (any Turtle in our vocabulary) or ``predicted/NAME.json`` (the gold format). A prediction
    that is missing or cannot be read counts as empty. Raises :class:`~unigraph.errors.GoldError` where the gold
    cannot be read.
    """
    ontology = ontology or load_ontology()
    paths = _gold_files(Path(gold))
    if predicted is not None and not Path(predicted).is_dir():
        raise GoldError(f"{predicted}: no folder of predictions; name one with --predicted")
    outcomes: list[Outcome] = []
    unreadable: list[str] = []
    for done, article in enumerate(map(read_gold, paths), 1):
        if predicted is None:
            annotation = _extracted(article, ontology)
        else:
            annotation, reason = _predicted(Path(predicted), article.name, ontology)
            unreadable += [f"{article.name}: {reason}"] if reason else []
        outcomes.append(compare(article, annotation))
        progress(done, len(paths))
    counts = sum((o.counts for o in outcomes), Counter[tuple[str, str, str]]())
    differences = tuple(d for o in outcomes for d in o.differences)
    return Evaluation(tuple(_scores(counts)), differences, tuple(unreadable))


def _gold_files(gold: Path) -> list[Path]:
    paths = sorted(gold.glob("*.json")) if gold.is_dir() else [gold]
    if not paths:
        raise GoldError(f"{gold}: no gold there; name a folder of .json annotations")
    return paths


def _extracted(article: Gold, ontology: Ontology) -> Annotation:
    return from_graph(build_data(read_text(article.text, published=article.published), ontology))


def _predicted(folder: Path, name: str, ontology: Ontology) -> tuple[Annotation, str]:
    """A prediction, or an empty one and the reason."""
    turtle, annotated = (folder / f"{name}{suffix}" for suffix in (".ttl", ".json"))
    try:
        if turtle.exists():
            return from_turtle(turtle, ontology), ""
        if annotated.exists():
            return read_gold(annotated).annotation, ""
    except (OSError, ValueError, SyntaxError, GoldError) as error:
        return Annotation(text=""), " ".join(str(error).split())
    return Annotation(text=""), f"no {turtle.name} in {folder}"


def _scores(counts: Counter[tuple[str, str, str]]) -> Iterator[Score]:
    def score(group: str, name: str, members: Iterable[str]) -> Score:
        tp, fp, fn = (sum(counts[group, m, what] for m in members) for what in ("tp", "fp", "fn"))
        return Score(group, name, tp, fp, fn)

    yield from (score("entity", kind, (kind,)) for kind in ROOTS)
    yield score("entity", "ALL", ROOTS)
    yield from (score("relation", predicate, (predicate,)) for predicate in PREDICATES)
    yield score("relation", "CORE", CORE)
    yield score("relation", "ALL", PREDICATES)
