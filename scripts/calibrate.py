"""Measure how often each rule is right, and write the table of confidences.

    python scripts/calibrate.py [GOLD [HELD_OUT ...]]

GOLD are the annotated articles that the rules were written on, each HELD_OUT a set that they were not written on;
the sets weigh alike, whatever their sizes. ``unigraph.evaluation.calibration`` tells what becomes of them.
"""

from __future__ import annotations

import sys
from pathlib import Path

from unigraph.evaluation.calibration import fit, transfer
from unigraph.evaluation.report import cases

ROOT = Path(__file__).parent.parent
TABLE = ROOT / "src" / "unigraph" / "lexicons" / "confidence.tsv"


def main() -> None:
    """Write the table."""
    given = [Path(arg) for arg in sys.argv[1:]]
    train = given[0] if given else ROOT / "tests" / "gold" / "train"
    held_out = [cases(folder) for folder in given[1:] or [ROOT / "tests" / "gold" / "dev"]]
    most = max(map(len, held_out))
    calibration = fit(cases(train))
    by = transfer(calibration, [c for one in held_out for c in one * round(most / max(len(one), 1))])
    table = calibration.carried(by).table()
    TABLE.write_text(table, encoding="utf-8")
    print(f"{table}slope {by.slope:.2f}, level {by.level:.2f}")


if __name__ == "__main__":
    main()
