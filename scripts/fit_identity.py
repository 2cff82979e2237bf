"""Fit the weights of identity, src/unigraph/lexicons/identity.tsv, on sets with known identities.

    python scripts/fit_identity.py tests/gold/identity tests/gold/identity-more [--write]

For each feature: how often it is seen on pairs of one name that are one (m) and that are two (u), and log2(m / u) drawn
towards the value that was set by hand, as if that had been seen on PRIOR pairs. Thresholds and priors stay as set: pairs
of a made set are not as frequent as those of an archive. The scores by folds are those of names whose pairs the weights
of their fold were not fitted on. Without --write nothing is changed.
"""

from __future__ import annotations

import argparse
import math
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from unigraph.building import Options, run
from unigraph.evaluation.likeness import fold
from unigraph.evaluation.mentions import assign, from_graph, read_mentions
from unigraph.ontology import Ontology, load_ontology
from unigraph.resolution import Member, Registry, pair_signals
from unigraph.store import Store

TABLE = Path("src/unigraph/lexicons/identity.tsv")
PRIOR = 25.0
MOST = 16.0
FOLDS = 5
UNFITTED = ("threshold", "prior", "story")
FITTED = ("person",)
"""Of events a set of this size has too few pairs, and the names of bodies decide by what they are, not by how many."""
KINDS = ("body", "event", "person")


class Pair(NamedTuple):
    """Two members of a block: whether they are one, what is seen on them, the kind of thing, and their fold."""

    same: bool
    kind: str
    features: frozenset[str]
    fold: int


def main() -> None:
    """Print the table, and write it where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    ontology = load_ontology()
    given = _given()
    pairs = [pair for gold in args.gold for pair in _pairs(gold, ontology)]
    lines = list(_table(given, pairs))
    print("\n".join(lines))
    for kind in KINDS:
        print(f"# {kind}: pairs decided rightly by folds", *_by_folds(given, pairs, kind))
    if args.write:
        TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _given() -> dict[tuple[str, str], float]:
    """The values that were set by hand: the fourth column, or the third where there is no fourth number."""
    rows = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {(r[0], r[1]): float(r[3] if len(r) > 4 else r[2]) for r in rows}


def _pairs(gold: Path, ontology: Ontology) -> Iterator[Pair]:
    with closing(Store(None)) as store:
        options = Options()
        run([gold / "articles"], ontology, options, store=store)
        graph = store.graph(ontology, base=options.base, threshold=options.threshold)
        registry = Registry(store.db, ontology, lambda article: graph.articles[article].text)
        mentions = read_mentions(gold)
        titles = {
            p.stem: fold(p.read_text(encoding="utf-8").split("\n", 1)[0]) for p in (gold / "articles").glob("*.txt")
        }
        nodes = assign(mentions, titles, from_graph(graph))
        of_title = {fold(a.title): i for i, a in graph.articles.items()}
        cluster = {
            (of_title[titles[mentions[i].article]], node.removeprefix(graph.base)): mentions[i].cluster
            for i, node in nodes.items()
        }
        ids = registry.all_ids()
        for kind, block in registry.all_blocks():
            known = [(m, c) for m in block if (c := cluster.get((m.article, ids[m.article][m.local])))]
            yield from _of_block(KINDS[kind], known)


def _of_block(kind: str, known: Sequence[tuple[Member, str]]) -> Iterator[Pair]:
    for (a, x), (b, y) in combinations(known, 2):
        if a.article != b.article and (kind != "person" or a.profile.folded == b.profile.folded):
            features = frozenset(s.feature for s in pair_signals(a, b))
            yield Pair(x == y, kind, features, zlib.crc32(a.profile.folded.encode()) % FOLDS)


def _fitted(
    given: dict[tuple[str, str], float], pairs: Iterable[Pair]
) -> dict[tuple[str, str], tuple[float, int, int]]:
    """The bits of each feature, and on how many pairs that are one and two it was seen."""
    seen: Counter[tuple[str, str, bool]] = Counter()
    total: Counter[tuple[str, bool]] = Counter()
    for pair in pairs:
        total[pair.kind, pair.same] += 1
        seen.update((pair.kind, feature, pair.same) for feature in pair.features)
    out = {}
    for (kind, feature), bits in given.items():
        same, other = seen[kind, feature, True], seen[kind, feature, False]
        if kind not in FITTED or feature in UNFITTED or feature.startswith("common name"):
            out[kind, feature] = (bits, same, other)
            continue
        m, u = (same + 0.5) / (total[kind, True] + 1), (other + 0.5) / (total[kind, False] + 1)
        drawn = (math.log2(m / u) * (same + other) + bits * PRIOR) / (same + other + PRIOR)
        # what forbids or decides is not weakened by a set in which all else speaks for it too
        keeps = max(drawn, bits) if bits > 0 else min(drawn, bits)
        out[kind, feature] = (round(max(-MOST, min(MOST, keeps if abs(bits) >= 8 else drawn)), 2), same, other)
    return out


def _table(given: dict[tuple[str, str], float], pairs: Sequence[Pair]) -> Iterator[str]:
    yield "# kind\tfeature\tbits\tset by hand\tpairs that are one\tpairs that are two; see scripts/fit_identity.py"
    for (kind, feature), (bits, same, other) in sorted(_fitted(given, pairs).items()):
        yield f"{kind}\t{feature}\t{bits:g}\t{given[kind, feature]:g}\t{same}\t{other}"


def _by_folds(given: dict[tuple[str, str], float], pairs: Sequence[Pair], kind: str) -> tuple[str, ...]:
    """Pairs alone, not clusters: of those that are one how many reach the threshold, and of the others how many do not."""
    right: Counter[bool] = Counter()
    number: Counter[bool] = Counter()
    for held in range(FOLDS):
        bits = {k: v[0] for k, v in _fitted(given, [p for p in pairs if p.fold != held]).items()}
        for pair in (p for p in pairs if p.fold == held and p.kind == kind):
            number[pair.same] += 1
            one = sum(bits[kind, f] for f in pair.features) >= bits[kind, "threshold"]
            right[pair.same] += one == pair.same
    return tuple(f"{'one' if same else 'two'} {right[same]}/{number[same]}" for same in (True, False))


if __name__ == "__main__":
    main()
