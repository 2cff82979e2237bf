"""Scores of a whole set of annotated articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from unigraph.building import build_data
from unigraph.errors import GoldError
from unigraph.evaluation.annotation import CORE, PREDICATES, Annotation, Gold, read_gold
from unigraph.evaluation.calibration import Case, fit_others, region
from unigraph.evaluation.graphs import from_graph, from_turtle
from unigraph.evaluation.matching import Judged, compare, judge
from unigraph.evaluation.reliability import Reliability, reliability
from unigraph.evaluation.telling import Difference
from unigraph.graph import DEFAULT_THRESHOLD
from unigraph.ontology import ROOTS, Ontology, load_ontology
from unigraph.reading import read_text

__all__ = ["Evaluation", "Score", "cases", "evaluate"]


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

    ``unreadable`` names the articles that have no prediction that can be read, each with the reason. ``right`` has
    the things and facts that were found, by article. ``facts`` has the confidence of every predicted fact that gold
    has an opinion on, candidates too, and whether it is right; it is empty where the prediction has no evidence.
    """

    scores: tuple[Score, ...]
    differences: tuple[Difference, ...]
    unreadable: tuple[str, ...] = ()
    right: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    facts: tuple[tuple[float, bool], ...] = ()

    def stages(self) -> Counter[tuple[str, str, str, str]]:
        """How often each class of error occurs, by kind, group, stage, and class or predicate."""
        return Counter((d.kind, d.group, d.stage, d.name) for d in self.differences)

    def score(self, group: str, name: str = "ALL") -> Score:
        """One line of the table: ``score("relation", "chaired")``, ``score("relation", "CORE")``."""
        return next(s for s in self.scores if (s.group, s.name) == (group, name))

    def reliability(self) -> Reliability:
        """Whether facts are right as often as their confidence says."""
        return reliability(self.facts)


class _Read(NamedTuple):
    gold: Gold
    predicted: Annotation
    reason: str


def evaluate(
    gold: str | Path,
    *,
    predicted: str | Path | None = None,
    ontology: Ontology | None = None,
    folds: bool = False,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Evaluation:
    """Score against gold: a folder of annotated articles, or one of them.

    Without ``predicted`` each article is read anew from its text and its date of publication; else its graph is
    ``predicted/NAME.ttl`` (any Turtle in our vocabulary) or ``predicted/NAME.json`` (the gold format). A prediction
    that is missing or cannot be read counts as empty. With ``folds`` the facts of each region (what stands before the
    dash of an article's name) have the confidences that a fit on all other regions gives. Raises
    :class:`~unigraph.errors.GoldError` where the gold cannot be read, or is of one region and has no folds.
    """
    articles = list(_read(Path(gold), predicted, ontology or load_ontology(), progress))
    if folds:
        articles = _refitted(articles)
    outcomes = [compare(a.gold, a.predicted) for a in articles]
    return Evaluation(
        tuple(_scores(sum((o.counts for o in outcomes), Counter[tuple[str, str, str]]()))),
        tuple(d for o in outcomes for d in o.differences),
        tuple(f"{a.gold.name}: {a.reason}" for a in articles if a.reason),
        {o.article: o.right for o in outcomes},
        tuple((j.origin.confidence, j.right) for a in articles for j in _judged(a) if j.origin),
    )


def cases(
    gold: str | Path, *, predicted: str | Path | None = None, ontology: Ontology | None = None
) -> tuple[Case, ...]:
    """All facts that are read in annotated articles, to fit confidences to; as in :func:`evaluate`."""
    articles = _read(Path(gold), predicted, ontology or load_ontology(), lambda done, total: None)
    return tuple(c for a in articles for c in _cases(a))


def _read(
    gold: Path, predicted: str | Path | None, ontology: Ontology, progress: Callable[[int, int], None]
) -> Iterator[_Read]:
    paths = _gold_files(gold)
    if predicted is not None and not Path(predicted).is_dir():
        raise GoldError(f"{predicted}: no folder of predictions; name one with --predicted")
    for done, article in enumerate(map(read_gold, paths), 1):
        if predicted is None:
            yield _Read(article, _extracted(article, ontology), "")
        else:
            yield _Read(article, *_predicted(Path(predicted), article.name, ontology))
        progress(done, len(paths))


def _judged(article: _Read) -> list[Judged]:
    """All facts, those that are too unsure to be stated too."""
    return judge(article.gold, article.predicted.split(lambda o: o.confidence, threshold=0.0))


def _cases(article: _Read) -> list[Case]:
    return [Case(article.gold.name, j.origin.rules, j.right) for j in _judged(article) if j.origin]


def _refitted(articles: Sequence[_Read]) -> list[_Read]:
    """Each article with the confidences that all regions but its own give."""
    everything = [c for a in articles for c in _cases(a)]
    if len({region(a.gold.name) for a in articles}) < 2:
        raise GoldError(
            "no folds: all articles are of one region; name files REGION-NUMBER.json, of two regions or more"
        )
    fits = fit_others(everything, {region(a.gold.name) for a in articles})

    def refitted(article: _Read) -> Annotation:
        table = fits[region(article.gold.name)]
        return article.predicted.split(lambda origin: table.of(origin.rules), DEFAULT_THRESHOLD)

    return [a._replace(predicted=refitted(a)) for a in articles]


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
