"""Reprints in a graph that lives: the same bytes as built at once, whatever came first and whatever went."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from unigraph.cli import main
from unigraph.rdf import from_turtle
from unigraph.validation import validate

LEAD = (
    "4月9日，岚川市总工会第六届委员会第三次全体会议在岚川市工人文化宫召开。岚川市总工会主席陈远舟主持会议并讲话，"
    "岚川市总工会副主席罗映雪出席会议。\n"
)
TOLD = "会议听取了全年工作的报告。全市新建工会组织64个，发展会员5200人，走访困难职工910户。\n"
END = "会后，与会人员到青禾食品有限公司参观。\n"
OTHER = (
    "云岭县慰问一线职工\n4月12日，云岭县总工会主席方若溪走访云岭县青禾食品有限公司，慰问一线职工，"
    "听他们说车间里的冷暖，也听他们说家里的难处。随行的还有县总工会副主席余照，一路记下了八件要办的事。"
    "到了傍晚，一行人又去看望在工地上值守的快递员和货车司机，送去热水和毛巾。\n"
)
ARTICLES = {
    "a-2026-04-10.txt": f"岚川市总工会召开六届三次全委会\n本报讯（记者周岚）{LEAD}{TOLD}{END}",
    "b-2026-04-11.txt": f"岚川工会这一年\n岚川新闻网讯（通讯员 韩竹）{LEAD}{TOLD}{END}",
    "c-2026-04-11.txt": f"全委会在岚川召开\n{LEAD}{TOLD.replace('听取', '听娶')}",
    "d-2026-04-10.txt": f"六届三次全委会召开\n{LEAD}{TOLD}{END}（韩竹）\n",
    "e-2026-10-10.txt": (
        f"岚川市总工会召开六届四次全委会\n本报讯（记者周岚）{LEAD}{TOLD}".replace("第三次", "第四次")
        .replace("4月9日", "10月9日")
        .replace("910", "1020")
    ),
    "f-2026-04-13.txt": OTHER,
    "g-2026-04-14.txt": OTHER.replace("云岭县慰问一线职工\n", "八件要办的事\n").replace("热水", "热火"),
}
FILES = ("graph.ttl", "explorer.html")


def run(*arguments: str | Path) -> None:
    with pytest.raises(SystemExit) as left:
        main(["build", *map(str, arguments)])
    assert left.value.code == 0


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sources")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def whole(sources: Path, names: set[str], out: Path) -> dict[str, bytes]:
    """The outputs of some sources, built at once."""
    shutil.rmtree(out, ignore_errors=True)
    run(*(sources / n for n in sorted(names)), "-o", out, "--quiet")
    return {f: (out / f).read_bytes() for f in FILES}


def reprints(folder: Path) -> dict[str, str]:
    """The names of the reprints' sources, each with its original's."""
    graph = from_turtle((folder / "graph.ttl").read_bytes())
    names = {i: a.sources[0][0] for i, a in graph.articles.items()}
    return {names[a]: names[b] for a, b in graph.reprints.items()}


def test_reprints_are_named_kept_as_sources_and_counted_once(
    sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(sources, "-o", tmp_path / "out")
    assert "7 articles (4 reprints of others)" in capsys.readouterr().out
    graph = from_turtle((tmp_path / "out" / "graph.ttl").read_bytes())
    found = reprints(tmp_path / "out")
    first = min("ad", key=lambda n: next(t for f, t in ARTICLES.items() if f[0] == n))
    assert found == {**{n: first for n in "abcd" if n != first}, "g": "f"}
    assert not validate(tmp_path / "out").problems
    (chair,) = (e for e in graph.entities.values() if e.name == "陈远舟")
    telling = {m.article for m in chair.mentions}
    assert (len(telling), len(graph.stories(telling))) == (5, 2)


def test_the_next_earliest_follows_an_original_that_goes(sources: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(sources, "-o", out, "--quiet")
    first = reprints(out)["c"]
    second = "a" if first == "d" else "d"
    run("-o", out, "--remove", next(sources.glob(f"{first}-*")), "--quiet")
    assert reprints(out) == {**{n: second for n in "abcd" if n not in (first, second)}, "g": "f"}
    run(sources, "-o", out, "--quiet")
    assert reprints(out)["c"] == first


def test_an_original_that_is_dated_anew_may_become_a_reprint(sources: Path, tmp_path: Path) -> None:
    page, again = tmp_path / "page.txt", tmp_path / "again.txt"
    page.write_text(ARTICLES["f-2026-04-13.txt"], encoding="utf-8")
    again.write_text(ARTICLES["g-2026-04-14.txt"], encoding="utf-8")
    out = tmp_path / "out"
    run(page, "-o", out, "--published", "2026-04-13", "--quiet")
    run(again, "-o", out, "--published", "2026-04-14", "--quiet")
    assert reprints(out) == {"a": "p"}
    run(page, "-o", out, "--published", "2026-04-20", "--quiet")
    assert reprints(out) == {"p": "a"}


@pytest.mark.parametrize("seed", range(4))
def test_any_order_of_additions_and_removals_gives_the_same_bytes(sources: Path, tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    out = tmp_path / "out"
    there: set[str] = set()
    for _ in range(7):
        added = set(rng.sample(sorted(ARTICLES), rng.randrange(1, 4)))
        removed = set(rng.sample(sorted(there), min(len(there), rng.randrange(3)))) - added
        if not (there | added) - removed:
            continue
        remove = [x for n in sorted(removed) for x in ("--remove", sources / n)]
        run(*(sources / n for n in rng.sample(sorted(added), len(added))), *remove, "-o", out, "--quiet")
        there = (there | added) - removed
    assert {f: (out / f).read_bytes() for f in FILES} == whole(sources, there, tmp_path / "whole")
