"""Commands are killed, and cost nothing: eight moments and eight points each; benchmarks/kills.py tries many more."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.store.killing import CASES, Ground, Nursery

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kills and forks of POSIX")

KILLS = 8
SEED = 20260331


@pytest.mark.parametrize("name", CASES)
def test_a_kill_costs_nothing(home: Nursery, tmp_path: Path, name: str) -> None:
    ground = Ground(CASES[name], home, tmp_path)
    verdicts = list(ground.by_time(SEED, KILLS))
    if not ground.case.lasts:
        verdicts += ground.by_points(SEED, KILLS)
    assert sum(v.killed for v in verdicts) >= KILLS
    assert [(v.where, v.faults) for v in verdicts if v.faults] == []


def test_a_fresh_build_goes_on(home: Nursery, tmp_path: Path) -> None:
    """What a killed --fresh has read is not read again by the next one."""
    ground = Ground(CASES["fresh"], home, tmp_path)
    ground.reset()
    points = home.points.read_text(encoding="utf-8").splitlines()
    commits = [n for n, point in enumerate(points, 1) if point == "after COMMIT"]
    assert home.start(ground.words(), kill_at=commits[0]).wait()[0] == -9
    read = set(home.read.read_text(encoding="utf-8").split())
    assert len(read) == 2
    assert home.run(ground.words())[0] == 0
    assert read.isdisjoint(home.read.read_text(encoding="utf-8").split())


def test_workers_end_with_their_build(tmp_path: Path) -> None:
    """Processes that read for a build are not left behind when it is killed."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for n in range(64):
        text = f"岚川市总工会召开座谈会\n\n3月{n % 28 + 1}日，岚川市总工会召开第{n}次座谈会。" + "职工代表发言。" * 4000
        (folder / f"{n}.txt").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "unigraph", "build", str(folder), "-o", str(tmp_path / "out"), "--workers", "2"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        until = time.monotonic() + 60
        while len(workers := children(process.pid)) < 3 and time.monotonic() < until:
            time.sleep(0.05)
        time.sleep(2)  # until they read; before that they end by themselves
        assert process.poll() is None
        process.kill()
    assert len(workers) == 3  # one keeps account of the others
    until = time.monotonic() + 10
    while any(map(alive, workers)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(map(alive, workers))


def children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    if not listed.parent.parent.exists():
        pytest.skip("no /proc that tells of processes")
    return [int(word) for word in listed.read_text().split()]


def alive(pid: int) -> bool:
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
