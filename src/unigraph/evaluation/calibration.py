"""How sure each rule is: a table of confidences, fitted on annotated articles.

A rule's confidence is the share of its facts that are right. Many rules are seen a few times only, and two right facts
of two are no certainty. So the fit is hierarchical: a rule's share is drawn from a Beta distribution around its
family's (the family of ``chaired-clause`` is ``chaired``), a family's from one around that of all rules:

    all      =  (right + 1) / (seen + 2), counting every fact once
    family   =  (right + a · all) / (seen + a)
    rule     =  (right + b · family) / (seen + b), unless it is an odd one

``a`` and ``b`` say how many facts the priors are worth. They are those of :data:`WORTHS` that foretell a region best
which was left out of the counts, region by region. (The marginal likelihood of the Beta-binomial would take facts for
independent; but errors come in swarms, one misread name spoils all facts of an article, and shares differ from region
to region by more than chance.) Where families differ little, ``a`` comes out large and all are pulled together. A rule
that was never seen has its family's confidence, and a family that was never seen that of all rules.

One rule in a hundred is taken to be an **odd one**, whose share has nothing to do with its family's and may be anything
(Beta(1, 1)); so that a rule which was wrong three times of three is not saved by good relations. A rule's share is the
mean of both cases, by how likely its counts make them.

A fact that several rules read has the confidence of the surest. That is careful: agreement adds nothing.

**Articles never seen.** Rules are written on the very articles that the shares are counted on, so on others they are
right less often, and no refitting on the same articles shows it: folds leave articles out of the fit, but not out of
the eyes of those who wrote the rules. What shows it are articles that no rule was written on. From their facts, each
right or wrong, two numbers are taken, the :class:`Transfer`: how much of the differences between rules carries over
(the slope, from none of them, 0, to all, 1), and the log-odds that all rules together have there. Confidences are
carried over on the scale of log-odds:

    log-odds of a rule there  =  level + slope · (log-odds of the rule here − log-odds of all rules here)

but never above what they are here. The slope is the mean of what the held-out facts leave likely, where before them every slope from 0 to 1 was as likely
as any other; so that with few facts it stays near one half, and is not what luck makes it. The level is such that as
many facts are expected to be right as are. Two numbers cannot learn the held-out articles by heart; that they serve
others can be seen by taking them from all held-out regions but one and judging on that one.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from unigraph.relation.confidence import family

__all__ = ["WORTHS", "Calibration", "Case", "Tally", "Transfer", "fit", "fit_others", "region", "transfer"]

WORTHS = (1.0, 4.0, 16.0, 64.0, 256.0, 1024.0)
"""What a prior may be worth, in facts."""

_ALL = "*"
_ODD = 0.01
_SLOPES = tuple(i / 20 for i in range(21))
_STEPS = 60
_WIDEST = 20.0


class Case(NamedTuple):
    """A fact of an annotated article: all rules that read it, and whether it is right."""

    article: str
    rules: tuple[str, ...]
    right: bool


class Tally(NamedTuple):
    """How many facts were right, and how many there were."""

    right: int
    seen: int


class Transfer(NamedTuple):
    """How confidences carry over to articles that no rule was written on; the level is in log-odds."""

    slope: float
    level: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """Confidences between 0 and 1 by rule, by family, and of all rules; and the counts that rules had."""

    rules: Mapping[str, float]
    families: Mapping[str, float]
    everything: float
    tallies: Mapping[str, Tally] = field(default_factory=dict)

    def of(self, rules: Iterable[str]) -> float:
        """The confidence of a fact: that of the surest rule which read it."""
        return max((self._rule(rule) for rule in rules), default=self.everything)

    def _rule(self, rule: str) -> float:
        return self.rules.get(rule, self.families.get(family(rule), self.everything))

    def carried(self, by: Transfer) -> Calibration:
        """The same for articles that no rule was written on."""

        here = _log_odds(self.everything)

        def there(p: float) -> float:
            return _probability(_carried(_log_odds(p) - here, here, by))

        return Calibration(
            {rule: there(p) for rule, p in self.rules.items()},
            {name: there(p) for name, p in self.families.items()},
            there(self.everything),
            self.tallies,
        )

    def table(self) -> str:
        """The lines of ``lexicons/confidence.tsv``: rule, confidence, right and seen facts; ``*`` is any rule.

        >>> Calibration({"a-b": 0.9}, {"a": 0.85}, 0.8, {"a-b": Tally(9, 10)}).table().splitlines()[1:]
        ['a-*\\t0.850\\t9\\t10', 'a-b\\t0.900\\t9\\t10']
        """
        kin: dict[str, list[Tally]] = defaultdict(list)
        for rule, tally in self.tallies.items():
            kin[family(rule)].append(tally)
        rows = [(_ALL, self.everything, _sum(self.tallies.values()))]
        for name, confidence in sorted(self.families.items()):
            rows.append((f"{name}-{_ALL}", confidence, _sum(kin[name])))
            own = sorted((r, p) for r, p in self.rules.items() if family(r) == name)
            rows += [(rule, p, self.tallies.get(rule, Tally(0, 0))) for rule, p in own]
        return "".join(f"{name}\t{p:.3f}\t{tally.right}\t{tally.seen}\n" for name, p, tally in rows)


def region(article: str) -> str:
    """The part of an article's name before the dash: its region or kind.

    >>> region("gd-03")
    'gd'
    """
    return article.partition("-")[0]


def fit(cases: Iterable[Case]) -> Calibration:
    """Fit confidences to cases, without a transfer. Of no cases at all nothing is known: 0.5."""
    cases = list(cases)
    counts = [_Counts.of(c for c in cases if region(c.article) == r) for r in _regions(cases)]
    return _Counts.sum(counts).calibration(*_worths(counts))


def fit_others(cases: Sequence[Case], regions: Iterable[str]) -> dict[str, Calibration]:
    """For each region the fit on all others."""
    return {r: fit(c for c in cases if region(c.article) != r) for r in sorted(regions)}


def transfer(calibration: Calibration, held_out: Sequence[Case]) -> Transfer:
    """How a calibration carries over, by cases of articles that no rule was written on; unchanged where none are."""
    here = _log_odds(calibration.everything)
    if not held_out:
        return Transfer(1.0, here)
    facts = [(_log_odds(calibration.of(c.rules)) - here, c.right) for c in held_out]
    found = [Transfer(slope, _level(facts, here, slope)) for slope in _SLOPES]
    likelihoods = [_log_likelihood(facts, here, by) for by in found]
    weights = [math.exp(likelihood - max(likelihoods)) for likelihood in likelihoods]
    slope = math.fsum(by.slope * w for by, w in zip(found, weights, strict=True)) / math.fsum(weights)
    return Transfer(slope, _level(facts, here, slope))


def _carried(beyond: float, here: float, by: Transfer) -> float:
    """The log-odds there, of what lies so far beyond all rules here."""
    return min(by.level + by.slope * beyond, here + beyond)


def _level(facts: Sequence[tuple[float, bool]], here: float, slope: float) -> float:
    """The level at which as many facts are expected to be right as are, between none and that of all rules here."""
    right = sum(r for _, r in facts)
    low, high = -_WIDEST, here
    for _ in range(_STEPS):
        middle = (low + high) / 2
        expected = math.fsum(_probability(_carried(x, here, Transfer(slope, middle))) for x, _ in facts)
        low, high = (middle, high) if expected < right else (low, middle)
    return (low + high) / 2


def _log_likelihood(facts: Sequence[tuple[float, bool]], here: float, by: Transfer) -> float:
    odds = ((_carried(x, here, by), right) for x, right in facts)
    return math.fsum(math.log(_probability(x if right else -x)) for x, right in odds)


@dataclass(frozen=True, slots=True)
class _Counts:
    """Facts by rule, by family, and all."""

    rules: Counter[tuple[str, bool]]
    families: Counter[tuple[str, bool]]
    everything: Tally

    @classmethod
    def of(cls, cases: Iterable[Case]) -> _Counts:
        cases = list(cases)
        return cls(
            Counter((rule, c.right) for c in cases for rule in set(c.rules)),
            Counter((name, c.right) for c in cases for name in {family(r) for r in c.rules}),
            Tally(sum(c.right for c in cases), len(cases)),
        )

    @classmethod
    def sum(cls, counts: Iterable[_Counts]) -> _Counts:
        counts = list(counts)
        rules, families = Counter[tuple[str, bool]](), Counter[tuple[str, bool]]()
        for one in counts:
            rules += one.rules
            families += one.families
        return cls(rules, families, _sum(one.everything for one in counts))

    def calibration(self, of_family: float, of_rule: float) -> Calibration:
        """By what a family's prior is worth, and a rule's."""
        right, seen = self.everything
        everything = (right + 1) / (seen + 2)
        families = {name: _drawn(tally, everything, of_family) for name, tally in _tallies(self.families).items()}
        rules = _tallies(self.rules)
        shares = {rule: _share(tally, families[family(rule)], of_rule) for rule, tally in rules.items()}
        return Calibration(shares, families, everything, rules)


def _worths(regions: Sequence[_Counts]) -> tuple[float, float]:
    """What a family's prior and a rule's are worth: those under which each region is foretold best by the others."""
    rest = [_Counts.sum(c for c in regions if c is not one) for one in regions]

    def foretold(worths: tuple[float, float]) -> float:
        fits = [others.calibration(*worths) for others in rest]
        return math.fsum(_foretold(one, by) for one, by in zip(regions, fits, strict=True))

    return max(((a, b) for a in WORTHS for b in WORTHS), key=foretold)


def _foretold(counts: _Counts, by: Calibration) -> float:
    """The log-likelihood of what rules did in a region."""
    shares = ((by.of([rule]), right, n) for (rule, right), n in sorted(counts.rules.items()))
    return math.fsum(n * math.log(p if right else 1 - p) for p, right, n in shares)


def _regions(cases: Iterable[Case]) -> list[str]:
    return sorted({region(c.article) for c in cases})


def _tallies(counts: Counter[tuple[str, bool]]) -> dict[str, Tally]:
    names = sorted({name for name, _ in counts})
    return {name: Tally(counts[name, True], counts[name, True] + counts[name, False]) for name in names}


def _sum(tallies: Iterable[Tally]) -> Tally:
    rows = list(tallies)
    return Tally(sum(t.right for t in rows), sum(t.seen for t in rows))


def _drawn(tally: Tally, mean: float, worth: float) -> float:
    return (tally.right + worth * mean) / (tally.seen + worth)


def _share(tally: Tally, mean: float, worth: float) -> float:
    """The mean share of a rule that is of its family, or an odd one."""
    odd = math.log(_ODD) + _log_likelihood_of(tally, 0.5, 2.0)
    kin = math.log(1 - _ODD) + _log_likelihood_of(tally, mean, worth)
    chance = _probability(odd - kin)
    return chance * _drawn(tally, 0.5, 2.0) + (1 - chance) * _drawn(tally, mean, worth)


def _log_likelihood_of(tally: Tally, mean: float, worth: float) -> float:
    """Of one order of right and wrong, where the share is drawn from Beta(worth · mean, worth · (1 − mean))."""
    a, b = worth * mean, worth * (1 - mean)
    return _log_beta(a + tally.right, b + tally.seen - tally.right) - _log_beta(a, b)


def _log_beta(a: float, b: float) -> float:
    return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)


def _log_odds(p: float) -> float:
    return math.log(p / (1 - p))


def _probability(log_odds: float) -> float:
    if log_odds < 0:
        return 1 - _probability(-log_odds)
    return 1 / (1 + math.exp(-log_odds))
